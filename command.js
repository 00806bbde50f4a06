#!/usr/bin/env node
'use strict'

// The command `aerospike-status`, in the style of errno(1). lib/command/ has its parts: options.js reads the arguments, table.js chooses the
// table, answers.js and log.js do the work with what meaning.js and hint.js know, and print.js and report.js write to stdout and stderr.

const { CANNOT_RUN, reportError, warn } = require('./lib/command/report')

function main(args) {
  const { HELP, parse } = require('./lib/command/options')
  const { print, printRows, statusColumns } = require('./lib/command/print')
  const request = parse(args)
  const { task, json, history, search } = request
  if (task === 'help') return print(HELP)
  if (task === 'version') return print(`${require('./package.json').version}\n`)

  const aerospike = require('./index.js')
  if (task === 'history') return require('./lib/command/answers').printHistory(aerospike, history, json)

  const choice = require('./lib/command/table').chooseTable(aerospike, request)
  const { table, title } = choice
  switch (task) {
    case 'annotate':
      return require('./lib/command/log').annotateLog(table, json)
    case 'list':
      return printRows(table.list(), statusColumns, json)
    case 'search':
      return printRows(table.search(search), statusColumns, json, `no status in ${title} matches '${search}'`)
    default:
      return require('./lib/command/answers').printAnswers(aerospike, choice, request)
  }
}

// A reader such as `head` may close the pipe early. That isn't a failure.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code === 'EPIPE' || process.exitCode === CANNOT_RUN) return
    process.exitCode = CANNOT_RUN
    if (stream === process.stdout) warn(error.message)
  })
}

// Set the exit code instead of calling process.exit, which would lose output that the pipe hasn't accepted yet.
try {
  process.exitCode = main(process.argv.slice(2))
} catch (error) {
  process.exitCode = reportError(error)
}
