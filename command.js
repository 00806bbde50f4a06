#!/usr/bin/env node
'use strict'

// The command `aerospike-status`, in the style of errno(1). It prints what the module returns. It calls the addon directly only for what
// the module doesn't export: whether a word is a code, which client uses a name, the nearest names in all releases, a range of releases
// in words, and the previous release.

const { readFileSync } = require('fs')
const { createRequire } = require('module')
const { join } = require('path')
const { pipeline } = require('stream')
const { parseArgs } = require('util')

const HELP = `Usage: aerospike-status [--release R] [--json] [--explain] CODE|NAME...
       aerospike-status [--release R] [--json] --list | --search TEXT
       aerospike-status [--release R] [--json] --annotate < LOG
       aerospike-status [--json] --history NAME | --help | --version

Shows what a status code of the Aerospike Node.js client means. Names that other
clients use work too. Use - to read words from stdin, one per line.

  --explain       show what happened, the usual causes, and what to do
  --release R     use the table of R: 6.7.1, 6, latest, or documented (1.x); the
                  default is the client in node_modules, then the 1.x document
  --list          list every status in the table
  --search TEXT   find the statuses that a message or words match, best first
  --history NAME  show the numbers a name had, and in which releases
  --annotate      copy a log, and add the meaning to each line with a status
  --json          print JSON

Examples:
  aerospike-status ERR_TIMEOUT
  aerospike-status --explain --release latest 9 -8
  aerospike-status --search record

Exit status: 0 all found, 1 something not found, 2 wrong usage, 3 can't run.
Needs Node 16.17 or later, or 18.3 or later.
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

/** The narrowest column in which sentences are still readable, in characters. */
const MIN_TEXT_WIDTH = 30

const FOUND = 0
const NOT_FOUND = 1
const WRONG_USAGE = 2
const CANNOT_RUN = 3

class UsageError extends Error {}

const warn = (message) => process.stderr.write(`aerospike-status: ${message}\n`)

function main(args) {
  if (parseArgs === undefined) {
    throw new Error(
      `aerospike-status as a command needs Node 16.17 or later, or 18.3 or later, but this is ${process.version}: upgrade Node`,
    )
  }

  // The leading space keeps parseArgs from reading a negative number as an option.
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

  const modes = ['explain', 'list', 'search', 'history', 'annotate'].filter((mode) => values[mode] !== undefined)
  const requested = modes.map((mode) => `--${mode}`)
  if (positionals.length > 0 && !explain) requested.push('codes or names')
  if (history !== undefined && release !== undefined) requested.push('--release')
  if (requested.length === 0) throw new UsageError('a code, a name or an option is missing')
  if (requested.length > 1) throw new UsageError(`can't combine ${requested.join(' and ')}`)
  if (explain && positionals.length === 0) throw new UsageError('--explain needs a code or a name')

  const aerospike = require('./index.js')
  if (history !== undefined) return printHistory(aerospike, history, json)
  const choice = release === undefined ? tableInUse(aerospike, annotate) : tableOf(aerospike, release)
  const { table, title } = choice
  if (annotate) return annotateLog(table, json)
  if (list) return printRows(table.list(), statusColumns, json)
  if (search !== undefined)
    return printRows(table.search(search), statusColumns, json, `no status in ${title} matches '${search}'`)
  const words = positionals.flatMap((word) => (word === '-' ? wordsOnStdin() : [word.trim()]))
  return printAnswers(aerospike, choice, words, { explain, json })
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
    const expected = `documented, latest, or a release since ${aerospike.releases[0]} such as 6.7.1, 6.7 or 6`
    throw new UsageError(`--release must be ${expected}, not '${release}'`)
  }
}

/**
 * The table of the installed client. Without a client it's the documented table, or the latest one for a log. On a terminal, stderr says
 * which table it is.
 */
function tableInUse(aerospike, isForLog) {
  const note = (message) => process.stderr.isTTY && warn(message)
  const client = findClient(aerospike)
  if (client === undefined && isForLog) {
    warn(`using the table of the latest release: ${NO_CLIENT}; choose another with --release`)
    return tableOf(aerospike, 'latest')
  }
  if (client === undefined) {
    note(`using the documented 1.x table: ${NO_CLIENT}`)
    return { ...tableOf(aerospike, 'documented'), isFallback: true }
  }
  const { version, folder } = client
  const nearest = aerospike.forRelease(version).release
  if (nearest === version) note(`using the table of ${version}, the release in ${folder}`)
  else warn(`using the table of ${nearest}, the nearest known release: ${folder} has ${version}`)
  return tableOf(aerospike, nearest)
}

const NO_CLIENT = 'Node finds no aerospike package from this folder'

/** The `aerospike` package that Node finds from the current folder. Reads only its package.json, since the client may not run here. */
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
      const isUnreadable = error.syscall !== undefined
      const other = isUnreadable ? `can't be read (${error.code})` : 'has an invalid version'
      warn(`ignoring ${folder}: its package.json ${error instanceof SyntaxError ? "isn't valid JSON" : other}`)
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

// --- Answers ---

function printAnswers(aerospike, choice, words, { explain, json }) {
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

  const warnings = choice.isFallback && !json ? found.map((answer) => warningFor(aerospike, answer)) : []
  const otherClients = found.map(({ query }) => loadAddon().whoseName(table.release, query))
  const hints = answers.map(({ hint }) => hint)
  for (const line of new Set([...otherClients, ...warnings, ...hints])) if (line) warn(line)
  return found.length === answers.length ? FOUND : NOT_FOUND
}

function printHistory(aerospike, name, json) {
  const releases = eraReleases(name)
  const columns = (era, index) => [name.toUpperCase(), era.code, releases[index]]
  const names = JSON.parse(loadAddon().suggest(null, name))
  const notFound = [`no release has a status called '${name}'`, ...nearest(names)].join('; ')
  return printRows(aerospike.history(name), columns, json, notFound)
}

/** Prints the rows, or the message if there are none. */
function printRows(rows, columns, json, notFound) {
  if (json) printJson(rows)
  else print(aligned(rows.map(columns)))
  if (rows.length > 0) return FOUND
  warn(notFound)
  return NOT_FOUND
}

/** The code that a word stands for, as a number. Any other word is a name and stays as it is. */
function keyOf(word) {
  const code = loadAddon().codeOf(word)
  return code === null ? word : code
}

const CODE_WITH_SUBCODE = /^(-?\d+)\/(\d+)$/

/** The statuses that a word stands for. For a subcode (`22/6` or its name), its status and the subcode. */
function meaningOf(table, word) {
  const statuses = statusesOf(table, word)
  if (statuses.length > 0) return { statuses }
  const [, code] = word.match(CODE_WITH_SUBCODE) || []
  const name = word.toUpperCase().replace(/^AS_SUB_/, '')
  for (const status of table.list()) {
    const isMeant = (info) => (code === undefined ? info.name === name : `${status.code}/${info.subcode}` === word)
    const subcode = status.subcodes.find(isMeant)
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

/** A warning if a number means something else in the latest release than in the document, or if a name has another number there. */
function warningFor(aerospike, { query, statuses }) {
  const newest = statusesOf(aerospike.forRelease('latest'), query)
  const isSame = ({ name, code }) => statuses.some((status) => status.name === name && status.code === code)
  if (newest.length === 0 || newest.some(isSame)) return undefined
  const meanings = newest.map(({ name, code }) => `${name} ${code}`).join(' and ')
  return `'${query}' is ${meanings} in the latest release; try --release latest`
}

/** Says which releases have a word that the table lacks, the nearest names, and which option to try. */
function hintFor(aerospike, { table, title }, word) {
  const key = keyOf(word)
  const latest = aerospike.forRelease('latest')
  const [, code, subcode] = word.match(CODE_WITH_SUBCODE) || []
  if (code !== undefined && typeof keyOf(code) === 'number') {
    const option = meaningOf(latest, word).subcode && table !== latest ? ['try --release latest'] : []
    return [`${code} has no subcode ${subcode} in ${title}: ${table.describe(keyOf(code))}`, ...option].join('; ')
  }
  const isName = key === word
  const releases = isName ? eraReleases(word) : []
  const eras = isName ? aerospike.history(word).map((era, index) => `${era.code} ${releases[index]}`) : []
  const names = [...nearest(table.suggest(word)), ...nearest(latest.suggest(word), ' in the latest release')].slice(0, 1)
  const form = word.includes('/') ? ['write a subcode after its code, as in 22/6'] : []
  const known = isName ? [`no status '${word}' in ${title}`, ...form, ...eras, ...names] : [table.describe(key)]
  const last = lastReleaseWith(aerospike, word)
  return [...known, ...(last === undefined ? [] : [`try --release ${last}`])].join('; ')
}

const nearest = (names, where = '') => (names.length === 0 ? [] : [`nearest names${where}: ${names.join(', ')}`])

// --- A log ---

function annotateLog(table, json) {
  const { Annotator } = require('./lib/annotate.js')
  // If stdout is a file, Node 16 throws its errors instead of emitting them.
  process.on('uncaughtException', ({ message }) => {
    warn(message)
    process.exit(CANNOT_RUN)
  })
  pipeline(process.stdin, new Annotator(table, { json }), process.stdout, (error) => {
    if (error && error.syscall === 'read') throw error // The handler at the end of this file reports errors of stdout.
  })
  return FOUND
}

// --- Releases ---

function lastReleaseWith(aerospike, word) {
  const { forRelease, releases } = aerospike
  const newestFirst = [...releases].reverse()
  const index = newestFirst.findIndex((release) => meaningOf(forRelease(release), word).statuses.length > 0)
  if (index === -1) return undefined
  return index === 0 ? 'latest' : loadAddon().releaseBefore(newestFirst[index - 1])
}

/** For each entry of a name's history, its releases in words. */
const eraReleases = (name) => JSON.parse(loadAddon().eraReleases(name))

let addon
const loadAddon = () => addon || (addon = require('./lib/find-addon')(require('./package.json').version))

// --- Printing ---

const statusColumns = ({ name, code, description }) => [name, code, description]

const columnsOf = ({ statuses, subcode }) =>
  subcode === undefined
    ? statuses.map(statusColumns)
    : [[subcode.name, `${statuses[0].code}/${subcode.subcode}`, subcode.description]]

const printJson = (value) => print(`${JSON.stringify(value, null, 2)}\n`)

/** Aligns rows of a name, a number and a text in columns. On a terminal, wraps the texts under themselves. */
function aligned(rows) {
  const width = (column) => rows.reduce((widest, row) => Math.max(widest, String(row[column]).length), 0)
  const [names, numbers] = [width(0), width(1)]
  const { columns, isTTY } = process.stdout
  // If the column would be too narrow, the text goes below the name.
  const isNarrow = isTTY && columns - names - numbers - 2 < MIN_TEXT_WIDTH
  const indent = isNarrow ? 4 : names + numbers + 2
  const wrap = (text) => wrapped(text, isTTY ? columns - indent : Infinity).join(`\n${' '.repeat(indent)}`)
  const lines = rows.map(([name, number, text]) => {
    const start = `${name.padEnd(names)} ${String(number).padStart(numbers)}`
    return `${start}${isNarrow ? `\n${' '.repeat(indent)}` : ' '}${wrap(text)}\n`
  })
  return lines.join('')
}

/** Splits a text into lines of at most `width` characters. A longer word gets its own line. */
function wrapped(text, width) {
  const lines = ['']
  for (const word of text.split(' ')) {
    const last = lines.length - 1
    const longer = lines[last] === '' ? word : `${lines[last]} ${word}`
    if (longer.length <= width || lines[last] === '') lines[last] = longer
    else lines.push(word)
  }
  return lines
}

function print(text) {
  process.stdout.write(text)
  return FOUND
}

// A reader such as `head` may close the pipe early. That isn't a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE' || process.exitCode === CANNOT_RUN) return
    process.exitCode = CANNOT_RUN
    if (stream === process.stdout) warn(error.message)
  })
}

/** Prints an error in one line, without the advice that Node appends. Returns the exit code. */
function reportError(error) {
  const [message] = String(error.message).split(/\r?\n|\. To specify/)
  if (error instanceof UsageError || String(error.code).startsWith('ERR_PARSE_ARGS_')) {
    warn(`${message}\nTry 'aerospike-status --help'.`)
    return WRONG_USAGE
  }
  // These messages already say what to do.
  warn(message.startsWith('aerospike-status') ? message : `${message}: the installation is broken, reinstall aerospike-status`)
  return CANNOT_RUN
}

// Set the exit code instead of calling process.exit, which would lose output that the pipe hasn't accepted yet.
try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = reportError(error)
}
