'use strict'

// The slow way to the addon, for where index.js does not find it at once: on musl, in other layouts of node_modules, and nowhere.

const { existsSync } = require('fs')
const { isAbsolute, join } = require('path')

const ABIS = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }

/**
 * Loads the addon from wherever it is: beside index.js, or from the platform's package. On Linux the one for the other libc can't be
 * opened, so the next is tried.
 *
 * @param {string} folder that of index.js
 * @returns {object} the exports of the addon
 * @throws {Error} one error for all: what was tried, what to do, and the real cause as its `cause` and `code`
 */
module.exports = function findAddon(folder) {
  const { arch, platform } = process
  const attempts = []
  for (const abi of ABIS[platform] || ['']) {
    const target = `${platform}-${arch}${abi}`
    const file = `aerospike-status.${target}.node`
    const itsPackage = `aerospike-status-${target}`
    for (const place of [join(folder, file), join(folder, '..', itsPackage, file), itsPackage]) {
      try {
        return load(place)
      } catch (error) {
        attempts.push({ place, error })
      }
    }
  }
  throw noAddon(attempts)
}

function load(place) {
  if (!isAbsolute(place)) return require(place)
  const found = { exports: {} }
  process.dlopen(found, place)
  return found.exports
}

function noAddon(attempts) {
  // An addon that is there and can't be opened says more than one that is not there.
  const isThere = ({ place, error }) => error.code !== 'MODULE_NOT_FOUND' && (!isAbsolute(place) || existsSync(place))
  const { error: cause } = attempts.find(isThere) || attempts[attempts.length - 1]
  const error = new Error(
    `aerospike-status has no addon for ${process.platform}-${process.arch} that can be loaded. ` +
      `Tried ${attempts.map(({ place }) => place).join(', ')}. ` +
      'Install again without --omit=optional (or --no-optional), or build it from source with Rust: ' +
      'clone the repository and run `npm ci`. ' +
      `Cause: ${cause.message}`,
  )
  Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
  error.code = cause.code
  return error
}
