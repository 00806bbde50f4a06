#!/usr/bin/env node
'use strict'

// The command `aerospike-status`, in the manner of errno(1). It knows nothing of its own: the module answers, this prints.

const HELP = `Usage: aerospike-status [--release R] [--json] CODE|NAME...
       aerospike-status [--release R] [--json] --list
       aerospike-status [--release R] [--json] --search TEXT
       aerospike-status [--json] --history NAME

Tells what a status code of the Aerospike Node.js client means.

  --release R     the table of release R of the client, 6.7.1 for example;
                  the default is documented, the table of the 1.x document
  --list          every status of the table
  --search TEXT   the statuses whose name or sentence has every word of TEXT
  --history NAME  the numbers a name had, since and until which release
  --json          print JSON
  --help          print this
  --version       print the version of this command

A name may be in any case, and without AEROSPIKE_. A negative number is a code.

Examples:
  aerospike-status 602
  aerospike-status --release 6.7.1 ERR_TIMEOUT 9 -8
  aerospike-status --search hot-key

Exit status: 0 all was found, 1 something was not, 2 wrong usage.
`

const OPTIONS = {
  release: { type: 'string' },
  list: { type: 'boolean' },
  search: { type: 'string' },
  history: { type: 'string' },
  json: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
}

const FOUND = 0
const NOT_FOUND = 1
const WRONG_USAGE = 2

class UsageError extends Error {}

const complain = (message) => process.stderr.write(`aerospike-status: ${message}\n`)

function main(args) {
  const { parseArgs } = require('util')
  if (parseArgs === undefined) {
    throw new UsageError(`this command needs Node 18.3 or newer, and this is ${process.version}. The module itself runs on it.`)
  }

  // With a space before it, a negative number is not an option to parseArgs.
  const words = args.map((arg) => (/^-\d/.test(arg) ? ` ${arg}` : arg))
  const { values, positionals } = parseArgs({ args: words, options: OPTIONS, allowPositionals: true })
  if (values.help) return print(HELP)
  if (values.version) return print(`${require('./package.json').version}\n`)

  const asked = ['list', 'search', 'history'].filter((mode) => values[mode] !== undefined)
  if (positionals.length > 0) asked.push('codes or names')
  if (asked.length === 0) throw new UsageError('give a code, a name or an option')
  if (asked.length > 1) throw new UsageError(`${asked.join(' and ')} do not go together`)

  const aerospike = require('./index.js')
  const show = values.json
    ? (rows) => print(`${JSON.stringify(rows, null, 2)}\n`)
    : (rows, columns) => print(aligned(rows.map(columns)))
  if (values.history !== undefined) return tellHistory(aerospike, values.history, show)

  const table = tableOf(aerospike, values.release)
  if (values.list) return show(table.list(), statusColumns)
  if (values.search !== undefined) return tellSearch(table, values.search, show)
  return tell(
    aerospike,
    table,
    positionals.map((word) => word.trim()),
    show,
  )
}

function tableOf(aerospike, release = 'documented') {
  try {
    return aerospike.forRelease(release.trim())
  } catch (error) {
    throw new UsageError(`--release must be documented, or a release from 1.0.0 on as X.Y.Z, not '${release.trim()}'`)
  }
}

function tell(aerospike, table, words, show) {
  const found = words.map((word) => statusesOf(table, word))
  show([].concat(...found), statusColumns)
  const missing = words.filter((word, at) => found[at].length === 0)
  for (const word of missing) complain(whereabouts(aerospike, table, word))
  return missing.length === 0 ? FOUND : NOT_FOUND
}

function tellSearch(table, text, show) {
  const found = table.search(text)
  show(found, statusColumns)
  if (found.length > 0) return FOUND
  complain(`no status in ${titleOf(table)} has '${text}'`)
  return NOT_FOUND
}

function tellHistory(aerospike, name, show) {
  const eras = aerospike.history(name)
  const title = name.toUpperCase()
  show(eras, (era) => [title, era.code, eraText(era)])
  if (eras.length > 0) return FOUND
  complain(`no release has a status called '${name}'`)
  return NOT_FOUND
}

const eraText = ({ since, until }) => (until === undefined ? `since ${since}` : `since ${since} until ${until}`)

/** The code that a word is; undefined for a name, and for a number that no code can be. */
function codeOf(word) {
  const code = Number(word)
  return /^-?\d+$/.test(word) && (code | 0) === code ? code : undefined
}

function statusesOf(table, word) {
  const code = codeOf(word)
  if (code !== undefined) return table.lookupAll(code)
  const status = table.lookup(word)
  return status === undefined ? [] : [status]
}

/** Where a word that the table lacks is known, and the option to try. */
function whereabouts(aerospike, table, word) {
  const code = codeOf(word)
  const eras = code === undefined ? aerospike.history(word).map((era) => `${era.code} ${eraText(era)}`) : []
  const known = code === undefined ? [`no status '${word}' in ${titleOf(table)}`, ...eras].join('; ') : table.describe(code)
  const release = [...aerospike.releases].reverse().find((newest) => statusesOf(aerospike.forRelease(newest), word).length > 0)
  return release === undefined ? known : `${known}; try --release ${release}`
}

const titleOf = ({ release }) => (release === 'documented' ? 'the documented table' : `the table of ${release}`)

const statusColumns = ({ name, code, description }) => [name, code, description]

/** Rows of a name, a number and a text, as lines in columns. */
function aligned(rows) {
  const width = (column) => Math.max(...rows.map((row) => String(row[column]).length))
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
    if (error.code === 'EPIPE') return
    process.exitCode = NOT_FOUND
    if (stream === process.stdout) complain(error.message)
  })
}

// The exit code is set and not process.exit called, which would lose output that a pipe has not taken yet.
try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  const isUsage = error instanceof UsageError || String(error.code).startsWith('ERR_PARSE_ARGS_')
  complain(isUsage ? `${error.message.split('\n')[0]}\nTry 'aerospike-status --help'.` : error.message)
  process.exitCode = WRONG_USAGE
}
