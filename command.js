#!/usr/bin/env node
'use strict'

// The command `aerospike-status`, in the manner of errno(1). The module answers, this prints. It asks the
// addon itself for what the module doesn't export: whether a word is a code, whose name it is, the nearest names of all releases, the
// releases of an era in words, and the release before another.

const { readFileSync } = require('fs')
const { createRequire } = require('module')
const { join } = require('path')
const { pipeline } = require('stream')
const { parseArgs } = require('util')

const HELP = `Usage: aerospike-status [--release R] [--json] [--explain] CODE|NAME...
       aerospike-status [--release R] [--json] --list | --search TEXT
       aerospike-status [--release R] [--json] --annotate < LOG
       aerospike-status [--json] --history NAME | --help | --version

Tells what a status code of the Aerospike Node.js client means. A name may be in
any case, and without AEROSPIKE_; those of other clients are known, too. A
negative number is a code. For - it reads words from stdin, one a line.

  --explain       what happened, the usual causes, and what to do about them
  --release R     the table of R: 6.7.1, 6, latest, or documented (1.x); without
                  it that of the client in node_modules, else the documented one
  --list          every status of the table
  --search TEXT   the statuses that a message or words are about, best first
  --history NAME  the numbers a name had, and in which releases
  --annotate      copy a log, and add to each line with a status what it means
  --json          print JSON

Examples:
  aerospike-status ERR_TIMEOUT
  aerospike-status --explain --release latest 9 -8
  aerospike-status --search record

Exit status: 0 all was found, 1 something was not, 2 wrong usage, 3 can't run.
Needs Node 16.17, 18.3 or newer.
`

const OPTIONS = {
  explain: { type: 'boolean' },
  release: { type: 'string' },
  list: { type: 'boolean' },
  search: { type: 'string' },
  history: { type: 'string' },
  annotate: { type: 'boolean' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean', short: 'v' },
}

const FOUND = 0
const NOT_FOUND = 1
const WRONG_USAGE = 2
const CANNOT_RUN = 3

class UsageError extends Error {}

const complain = (message) => process.stderr.write(`aerospike-status: ${message}\n`)

function main(args) {
  if (parseArgs === undefined) {
    throw new Error(`aerospike-status as a command needs Node 16.17, 18.3 or newer, and this is ${process.version}`)
  }

  // With a space before it, a negative number is not an option to parseArgs.
  const { values, positionals } = parseArgs({
    args: args.map((arg) => (/^-\d/.test(arg) ? ` ${arg}` : arg)),
    options: OPTIONS,
    allowPositionals: true,
  })
  const trimmed = (text) => text && text.trim()
  const { explain, json, list, annotate, help, version } = values
  const [release, search, history] = [values.release, values.search, values.history].map(trimmed)
  if (help) return print(HELP)
  if (version) return print(`${require('./package.json').version}\n`)

  const asked = ['explain', 'list', 'search', 'history', 'annotate'].filter((mode) => values[mode] !== undefined)
  if (positionals.length > 0 && !explain) asked.push('codes or names')
  if (history !== undefined && release !== undefined) asked.push('release')
  if (asked.length === 0) throw new UsageError('give a code, a name or an option')
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} do not go together`)
  if (explain && positionals.length === 0) throw new UsageError('give a code or a name to explain')

  const aerospike = require('./index.js')
  if (history !== undefined) return tellHistory(aerospike, history, json)
  const choice = release === undefined ? tableInUse(aerospike, annotate) : tableOf(aerospike, release)
  const { table, title } = choice
  if (annotate) return annotateLog(table, json)
  if (list) return tellRows(table.list(), statusColumns, json)
  if (search !== undefined) return tellRows(table.search(search), statusColumns, json, `no status in ${title} has '${search}'`)
  const words = positionals.flatMap((word) => (word === '-' ? wordsOnStdin() : [word.trim()]))
  return tell(aerospike, choice, words, { explain, json })
}

function wordsOnStdin() {
  try {
    const lines = readFileSync(0, 'utf8').split('\n')
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (error) {
    throw new Error(`aerospike-status can't read stdin: ${error.message}`)
  }
}

// --- Which table ---

function tableOf(aerospike, release) {
  const title = { documented: 'the documented table', latest: 'the table of the latest release' }[release]
  try {
    return { table: aerospike.forRelease(release), title: title || `the table of ${release}` }
  } catch (error) {
    if (error.code !== 'ERR_OUT_OF_RANGE') throw error
    const wanted = `documented, latest, or a release from ${aerospike.releases[0]} on as X.Y.Z, X.Y or X`
    throw new UsageError(`--release must be ${wanted}, not '${release}'`)
  }
}

/** The table of the client in use, else the documented one, or for a log the latest. A terminal is told which. */
function tableInUse(aerospike, isForLog) {
  const note = (message) => process.stderr.isTTY && complain(message)
  const client = findClient(aerospike)
  if (client === undefined && isForLog) {
    complain('using the table of the latest release: no aerospike package is found from this folder; --release sets another')
    return tableOf(aerospike, 'latest')
  }
  if (client === undefined) {
    note('using the documented 1.x table: no aerospike package is found from this folder')
    return { ...tableOf(aerospike, 'documented'), isLastResort: true }
  }
  const { version, folder } = client
  const nearest = aerospike.forRelease(version).release
  if (nearest === version) note(`using the table of ${version}, the release in ${folder}`)
  else complain(`using the table of ${nearest}, the nearest known: ${folder} is ${version}`)
  return tableOf(aerospike, nearest)
}

/** The `aerospike` package that Node finds from the current folder. Only its package.json is read: it may not run here. */
function findClient(aerospike) {
  for (const modules of foldersOfModules()) {
    const folder = join(modules, 'aerospike')
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const [version] = manifest.version.match(/^\d+\.\d+\.\d+/)
      aerospike.forRelease(manifest.version)
      return { version, folder }
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') continue
      const unread = error.syscall === undefined ? 'has no version of a release' : `is unreadable (${error.code})`
      complain(`passed over ${folder}: its package.json ${error instanceof SyntaxError ? 'is no JSON' : unread}`)
    }
  }
}

function foldersOfModules() {
  try {
    return createRequire(join(process.cwd(), 'any.js')).resolve.paths('aerospike')
  } catch (_) {
    return [] // The current folder may have been removed.
  }
}

// --- What is told ---

function tell(aerospike, choice, words, { explain, json }) {
  const { table } = choice
  const answers = words.map((query) => {
    const answer = { query, release: table.release, ...meaningOf(table, query) }
    const { statuses, subcode } = answer
    if (statuses.length === 0) return { ...answer, hint: hintFor(aerospike, choice, query) }
    if (!explain) return answer
    const explanation = subcode === undefined ? table.explain(keyOf(query)) : table.explain(statuses[0].code, subcode.subcode)
    return { ...answer, explanation }
  })
  const found = answers.filter(({ hint }) => hint === undefined)

  if (json) printJson(answers)
  else if (explain) print(found.map(({ explanation }) => `${explanation}\n`).join('\n'))
  else print(aligned(found.flatMap(columnsOf)))

  const warnings = choice.isLastResort && !json ? found.map((answer) => warningFor(aerospike, answer)) : []
  const users = found.map(({ query }) => loadAddon().whoseName(table.release, query))
  const hints = answers.map(({ hint }) => hint)
  for (const line of new Set([...users, ...warnings, ...hints])) if (line) complain(line)
  return found.length === answers.length ? FOUND : NOT_FOUND
}

function tellHistory(aerospike, name, json) {
  const releases = eraReleases(name)
  const columns = (era, at) => [name.toUpperCase(), era.code, releases[at]]
  const names = JSON.parse(loadAddon().suggest(null, name))
  const nothing = [`no release has a status called '${name}'`, ...nearest(names)].join('; ')
  return tellRows(aerospike.history(name), columns, json, nothing)
}

/** Prints the rows, or says that there is nothing. */
function tellRows(rows, columns, json, nothing) {
  if (json) printJson(rows)
  else print(aligned(rows.map(columns)))
  if (rows.length > 0) return FOUND
  complain(nothing)
  return NOT_FOUND
}

/** What a word is to the module: a code, or a name. */
function keyOf(word) {
  const code = loadAddon().codeOf(word)
  return code === null ? word : code
}

const CODE_WITH_SUBCODE = /^(-?\d+)\/(\d+)$/

/** What a word stands for: statuses; or a subcode, by `22/6` or its name, and its status. */
function meaningOf(table, word) {
  const statuses = statusesOf(table, word)
  if (statuses.length > 0) return { statuses }
  const [, code] = word.match(CODE_WITH_SUBCODE) || []
  const name = word.toUpperCase().replace(/^AS_SUB_/, '')
  for (const status of table.list()) {
    const isOne = (one) => (code === undefined ? one.name === name : `${status.code}/${one.subcode}` === word)
    const subcode = status.subcodes.find(isOne)
    if (subcode !== undefined) return { statuses: [status], subcode }
  }
  return { statuses }
}

function statusesOf(table, word) {
  const key = keyOf(word)
  if (key !== word) return table.lookupAll(key)
  const status = table.lookup(key)
  return status === undefined ? [] : [status]
}

/** Where the releases of today have another meaning for a number, or another number for a name, than the document: which. */
function warningFor(aerospike, { query, statuses }) {
  const today = statusesOf(aerospike.forRelease('latest'), query)
  const isSame = ({ name, code }) => statuses.some((status) => status.name === name && status.code === code)
  if (today.length === 0 || today.some(isSame)) return undefined
  const meanings = today.map(({ name, code }) => `${name} ${code}`).join(' and ')
  return `'${query}' is ${meanings} in today's releases; try --release latest`
}

/** Where a word that the table lacks is known, the nearest names, and the option to try. */
function hintFor(aerospike, { table, title }, word) {
  const key = keyOf(word)
  const latest = aerospike.forRelease('latest')
  const [, code, subcode] = word.match(CODE_WITH_SUBCODE) || []
  if (code !== undefined && typeof keyOf(code) === 'number') {
    const option = meaningOf(latest, word).subcode && table !== latest ? ['try --release latest'] : []
    return [`no subcode ${subcode} of ${code} in ${title}: ${table.describe(keyOf(code))}`, ...option].join('; ')
  }
  const isName = key === word
  const releases = isName ? eraReleases(word) : []
  const eras = isName ? aerospike.history(word).map((era, at) => `${era.code} ${releases[at]}`) : []
  const names = [...nearest(table.suggest(word)), ...nearest(latest.suggest(word), ' in the latest release')].slice(0, 1)
  const form = word.includes('/') ? ['a subcode follows its code, as in 22/6'] : []
  const known = isName ? [`no status '${word}' in ${title}`, ...form, ...eras, ...names] : [table.describe(key)]
  const last = lastReleaseWith(aerospike, word)
  return [...known, ...(last === undefined ? [] : [`try --release ${last}`])].join('; ')
}

const nearest = (names, where = '') => (names.length === 0 ? [] : [`the nearest${where}: ${names.join(', ')}`])

// --- A log ---

/** Copies stdin to stdout with annotations. */
function annotateLog(table, json) {
  const { Annotator } = require('./annotate.js')
  // Node 16 throws what goes wrong with an output that is a file.
  process.on('uncaughtException', ({ message }) => {
    complain(message)
    process.exit(CANNOT_RUN)
  })
  pipeline(process.stdin, new Annotator(table, { json }), process.stdout, (error) => {
    if (error && error.syscall === 'read') throw error // What goes wrong with the output, it says itself.
  })
  return FOUND
}

// --- Releases ---

function lastReleaseWith(aerospike, word) {
  const { forRelease, releases } = aerospike
  const newestFirst = [...releases].reverse()
  const at = newestFirst.findIndex((release) => meaningOf(forRelease(release), word).statuses.length > 0)
  if (at === -1) return undefined
  return at === 0 ? 'latest' : loadAddon().releaseBefore(newestFirst[at - 1])
}

/** The releases of each era of a name's history, in words. */
const eraReleases = (name) => JSON.parse(loadAddon().eraReleases(name))

let addon
const loadAddon = () => addon || (addon = require('./find-addon')(require('./package.json').version))

// --- Printing ---

const statusColumns = ({ name, code, description }) => [name, code, description]

const columnsOf = ({ statuses, subcode }) =>
  subcode === undefined
    ? statuses.map(statusColumns)
    : [[subcode.name, `${statuses[0].code}/${subcode.subcode}`, subcode.description]]

const printJson = (value) => print(`${JSON.stringify(value, null, 2)}\n`)

/** Rows of a name, a number and a text, as lines in columns. */
function aligned(rows) {
  const width = (column) => rows.reduce((widest, row) => Math.max(widest, String(row[column]).length), 0)
  const [names, numbers] = [width(0), width(1)]
  const lines = rows.map(([name, number, text]) => `${name.padEnd(names)} ${String(number).padStart(numbers)} ${text}\n`)
  return lines.join('')
}

function print(text) {
  process.stdout.write(text)
  return FOUND
}

// A reader that has seen enough, as `head` has, is no failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE' || process.exitCode === CANNOT_RUN) return
    process.exitCode = CANNOT_RUN
    if (stream === process.stdout) complain(error.message)
  })
}

/** Says what went wrong, without the lines in which Node goes on about it. */
function complainOf(error) {
  const [message] = String(error.message).split(/\r?\n|\. To specify/)
  if (error instanceof UsageError || String(error.code).startsWith('ERR_PARSE_ARGS_')) {
    complain(`${message}\nTry 'aerospike-status --help'.`)
    return WRONG_USAGE
  }
  // The module itself says what to do where it has no addon.
  complain(
    message.startsWith('aerospike-status') ? message : `${message}: the installation is broken, install aerospike-status again`,
  )
  return CANNOT_RUN
}

// The exit code is set and not process.exit called, which would lose output that a pipe has not taken yet.
try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = complainOf(error)
}
