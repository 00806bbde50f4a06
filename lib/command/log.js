'use strict'

// Copies a log from stdin to stdout, with the meaning of each status.

const { pipeline } = require('stream')
const { Annotator } = require('../annotate/stream')
const { CANNOT_RUN, FOUND, warn } = require('./report')
const { checkStdin, stdinError } = require('./stdin')

function annotateLog(table, json) {
  checkStdin()
  process.stdin.on('error', (error) => {
    if (error.syscall !== 'read') return // An error of stdout, which the pipeline passes on. command.js reports those.
    process.exitCode = CANNOT_RUN // So command.js doesn't report this one again.
    warn(stdinError(error.message).message)
  })
  // If stdout is a file, Node 16 throws its errors instead of emitting them.
  process.on('uncaughtException', ({ message }) => {
    warn(message)
    process.exit(CANNOT_RUN)
  })
  pipeline(process.stdin, new Annotator(table, { json }), process.stdout, () => {}) // The streams report their errors.
  return FOUND
}

module.exports = { annotateLog }
