'use strict'

// What the command reads: lines of words and texts, or a log.

const { fstatSync, readFileSync } = require('fs')
const { InputError } = require('./report')

const stdinError = (reason) => new InputError(`can't read stdin: ${reason}`)

/** The lines of stdin that aren't empty. */
function linesOnStdin() {
  try {
    const lines = readFileSync(0, 'utf8').split('\n')
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (error) {
    throw stdinError(error.message)
  }
}

/** Throws if stdin is a folder, which as a stream is empty. */
function checkStdin() {
  if (isFolder(0)) throw stdinError('it is a folder')
}

function isFolder(file) {
  try {
    return fstatSync(file).isDirectory()
  } catch (_) {
    return false // Windows doesn't know every kind of stdin.
  }
}

module.exports = { checkStdin, linesOnStdin, stdinError }
