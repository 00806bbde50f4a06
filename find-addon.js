'use strict'

// The slow way to the addon, for where index.js doesn't find it at once: in other layouts of node_modules, in a bundle, beside an addon of
// another version, and nowhere.

/**
 * Returns the addon: the file that a checkout has, otherwise that of the platform's package.
 *
 * @param {string} version the version that the addon must have
 * @returns {object} the exports of the addon
 * @throws {Error} what is wrong and what to do, on one line, with the real error as its `cause`
 */
module.exports = function findAddon(version) {
  const failures = []
  for (const abi of { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[process.platform] || ['']) {
    const target = `${process.platform}-${process.arch}${abi}`
    const failed = (cause) => void failures.push({ target, cause })
    const addon = fromCheckout(target, version, failed) || fromPackage(target, version, failed)
    if (addon !== undefined) return addon
  }
  throw noAddon(version, failures)
}

function fromCheckout(target, version, failed) {
  try {
    // In a bundle that is an ECMAScript module both `require` and __dirname may be missing.
    const file = require('path').join(__dirname, `aerospike-status.${target}.node`)
    if (!require('fs').existsSync(file)) return undefined
    const found = { exports: {} }
    process.dlopen(found, file) // Bundlers warn about a `require` of a variable.
    return checked(found.exports, version, file)
  } catch (cause) {
    return failed(cause)
  }
}

// Bundlers and tracers follow a name only where it is written out, and get past a missing package only in a `try`.
function fromPackage(target, version, failed) {
  const check = (addon) => checked(addon, version, `aerospike-status-${target}`)
  try {
    switch (target) {
      case 'darwin-arm64':
        return check(require('aerospike-status-darwin-arm64'))
      case 'darwin-x64':
        return check(require('aerospike-status-darwin-x64'))
      case 'linux-arm64-gnu':
        return check(require('aerospike-status-linux-arm64-gnu'))
      case 'linux-arm64-musl':
        return check(require('aerospike-status-linux-arm64-musl'))
      case 'linux-x64-gnu':
        return check(require('aerospike-status-linux-x64-gnu'))
      case 'linux-x64-musl':
        return check(require('aerospike-status-linux-x64-musl'))
      case 'win32-arm64-msvc':
        return check(require('aerospike-status-win32-arm64-msvc'))
      case 'win32-x64-msvc':
        return check(require('aerospike-status-win32-x64-msvc'))
    }
  } catch (cause) {
    return failed(cause)
  }
}

class OtherVersion extends Error {}

function checked(addon, version, name) {
  if (addon.version() === version) return addon
  throw new OtherVersion(`${name} is version ${addon.version()}`)
}

function noAddon(version, failures) {
  const abi = { linux: isMusl() ? '-musl' : '-gnu', win32: '-msvc' }[process.platform] || ''
  const target = `${process.platform}-${process.arch}${abi}`
  // A file that exists but failed to load explains more than a missing one.
  const own = failures.filter((failure) => failure.target === target)
  const { cause } = own.find(({ cause }) => cause.code !== 'MODULE_NOT_FOUND') || own[0] || { cause: undefined }
  const error = new Error(
    `aerospike-status ${version} found no addon for ${target} that it can load: ${whatIsWrong(target, cause)}`,
  )
  Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
  const code = cause === undefined ? 'MODULE_NOT_FOUND' : cause.code
  if (code !== undefined) error.code = code
  return error
}

/** What is wrong and what to do, on one line. */
function whatIsWrong(target, cause) {
  const build = 'build it from source with Rust: clone the repository and run `npm ci`.'
  if (cause === undefined) return `none is shipped. You can ${build}`
  const message = cause.message.replace(/\s*[\r\n]\s*/g, ' ').replace(/\.$/, '')
  if (cause instanceof OtherVersion) return `${message}. Install both packages again, in the same version.`
  if (cause.code === 'ERR_DLOPEN_DISABLED') {
    return `${message}. Remove --no-addons, also from NODE_OPTIONS, or add --allow-addons to --permission.`
  }
  if (isBundled()) return 'it is bundled. Mark aerospike-status as external in the bundler, and keep it in node_modules.'
  if (cause.code !== 'MODULE_NOT_FOUND') return `${message}. Install aerospike-status again on this machine, or ${build}`

  const name = `aerospike-status-${target}`
  const other = otherPackage(name)
  const why = other
    ? `, but ${other} is: node_modules comes from another platform`
    : ': node_modules comes from another platform, or was installed with --omit=optional'
  const [os, cpu, abi] = target.split('-')
  const libc = os === 'linux' ? ` --libc=${abi === 'musl' ? 'musl' : 'glibc'}` : ''
  return (
    `${name} is not installed${why}. Run \`npm ci\` on this machine (with Docker: in the image) ` +
    `without --omit=optional, or install with \`npm install --os=${os} --cpu=${cpu}${libc}\`.`
  )
}

// Bundlers replace `module`. Some write the source's own path for __filename and module.filename, but none knows where Node would look.
const isBundled = () => module.paths === undefined || module.paths.length === 0

/** The name of an installed package of another platform; undefined where there is none. */
function otherPackage(own) {
  const { readdirSync } = require('fs')
  const isOther = (name) => name !== own && /^aerospike-status-(darwin|linux|win32)-/.test(name)
  for (const folder of module.paths) {
    try {
      const name = readdirSync(folder).find(isOther)
      if (name !== undefined) return name
    } catch (_) {} // Most of these folders don't exist.
  }
}

function isMusl() {
  const { platform, report } = process
  if (platform !== 'linux' || !report) return false
  // Otherwise getReport() does a DNS lookup for every open connection.
  const { excludeNetwork } = report
  report.excludeNetwork = true
  const { glibcVersionRuntime } = report.getReport().header
  report.excludeNetwork = excludeNetwork
  return glibcVersionRuntime === undefined
}
