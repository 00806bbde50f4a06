'use strict'

const { existsSync } = require('fs')
const { isAbsolute } = require('path')

/**
 * The one error for an addon that can't be loaded: what was tried, what to do, and the real cause.
 *
 * @param {{ name: string, error: Error }[]} attempts the files and packages tried, and why each could not be loaded
 * @returns {Error} with the cause's `code`
 */
module.exports = (attempts) => {
  // An addon that is there and can't be opened says more than one that is not there.
  const isThere = ({ name, error }) => error.code !== 'MODULE_NOT_FOUND' && (!isAbsolute(name) || existsSync(name))
  const { error: cause } = attempts.find(isThere) || attempts[attempts.length - 1]
  const error = new Error(
    `aerospike-status has no addon for ${process.platform}-${process.arch} that can be loaded. ` +
      `Tried ${attempts.map(({ name }) => name).join(', ')}. ` +
      'Install again without --omit=optional (or --no-optional), or build it from source with Rust: ' +
      'clone the repository and run `npm ci`. ' +
      `Cause: ${cause.message}`,
  )
  Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
  error.code = cause.code
  return error
}
