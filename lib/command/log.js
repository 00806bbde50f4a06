'use strict'

// Copies a log from stdin to stdout, with the meaning of each status.

const { pipeline } = require('stream')
const { Annotator } = require('../annotate')
const { CANNOT_RUN, FOUND, warn } = require('./report')

function annotateLog(table, json) {
  // If stdout is a file, Node 16 throws its errors instead of emitting them.
  process.on('uncaughtException', ({ message }) => {
    warn(message)
    process.exit(CANNOT_RUN)
  })
  pipeline(process.stdin, new Annotator(table, { json }), process.stdout, (error) => {
    if (error && error.syscall === 'read') throw error // command.js reports errors of stdout.
  })
  return FOUND
}

module.exports = { annotateLog }
