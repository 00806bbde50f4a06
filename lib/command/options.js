'use strict'

// What the arguments ask for.

const { parseArgs } = require('util')
const { UsageError } = require('./report')

const HELP = `Shows what a status code of the Aerospike Node.js client means.

  aerospike-status ERR_TIMEOUT -8 22/6   look up codes and names
  aerospike-status "Record too big"      look up a pasted message
  aerospike-status --annotate < app.log  add the meaning to each line of a log

Options:
  --explain       show what happened, the usual causes, and what to do
  --release R     use the table of R: 6.7.1, 6, latest, or documented (1.x)
  --list          list every status in the table
  --search TEXT   find every status that a message or words match, best first
  --history NAME  show the numbers a name had, and in which releases
  --annotate      copy a log, and add the meaning to each line with a status
  --json          print JSON
  --help, -h, --version, -v

Names that other clients use work too. Use - to read stdin, with a code, a name
or a message per line. Without --release, the table is that of the client in
node_modules. Without a client, codes and names are looked up in all releases,
and everything else in the latest one.

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

/** The options that say what to do instead of answering words. */
const TASKS = ['list', 'search', 'history', 'annotate']

/**
 * Reads the arguments. `task` is `help`, `version`, one of TASKS, or `answer`, for which `words` has the codes and names.
 *
 * @returns {{ task: string, words: string[], explain?: boolean, json?: boolean, release?: string, search?: string, history?: string }}
 */
function parse(args) {
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
  for (const name of ['release', 'search', 'history']) if (name in values) values[name] = values[name].trim()
  const words = positionals.map((word) => word.trim())
  if (values.help) return { task: 'help', words }
  if (values.version) return { task: 'version', words }
  check(values, words)
  return { ...values, task: TASKS.find((task) => task in values) || 'answer', words }
}

/** Throws if the options don't fit together. */
function check(values, words) {
  const requested = ['explain', ...TASKS].filter((name) => name in values).map((name) => `--${name}`)
  if (words.length > 0 && !values.explain) requested.push('codes or names')
  if ('history' in values && 'release' in values) requested.push('--release')
  if (requested.length === 0) throw new UsageError('a code, a name or an option is missing')
  if (requested.length > 1) throw new UsageError(`can't combine ${requested.join(' and ')}`)
  if (values.explain && words.length === 0) throw new UsageError('--explain needs a code or a name')
}

module.exports = { HELP, parse }
