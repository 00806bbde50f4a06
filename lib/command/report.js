'use strict'

// What the command writes to stderr, and its exit codes.

const FOUND = 0
const NOT_FOUND = 1
const WRONG_USAGE = 2
const CANNOT_RUN = 3

class UsageError extends Error {}

/** The command can't read its input. */
class InputError extends Error {}

const warn = (message) => process.stderr.write(`aerospike-status: ${message}\n`)

/** Prints an error in one line, without the advice that Node appends. Returns the exit code. */
function reportError(error) {
  const [message] = String(error.message).split(/\r?\n|\. To specify/)
  if (error instanceof UsageError || String(error.code).startsWith('ERR_PARSE_ARGS_')) {
    warn(`${message}\nTry 'aerospike-status --help'.`)
    return WRONG_USAGE
  }
  // These messages already say what is wrong.
  const isComplete = error instanceof InputError || message.startsWith('aerospike-status')
  warn(isComplete ? message : `${message}: the installation is broken, reinstall aerospike-status`)
  return CANNOT_RUN
}

module.exports = { CANNOT_RUN, FOUND, InputError, NOT_FOUND, UsageError, reportError, warn }
