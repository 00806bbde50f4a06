'use strict'

// Finds the addon when index.js doesn't find it in the usual place, for example in a bundle, in another layout of node_modules, or if the
// addon there has another version. If there is none, the error says why.

/**
 * Returns the exports of the addon: from the file in a checkout, otherwise from the package for this platform.
 *
 * @param {string} version the version that the addon must have
 * @returns {object}
 * @throws {Error} says what is wrong and what to do, in one line, with the original error as `cause`
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
    // A bundle that is an ECMAScript module may have neither `require` nor __dirname.
    const file = require('path').join(__dirname, '..', `aerospike-status.${target}.node`)
    if (!require('fs').existsSync(file)) return undefined
    const loaded = { exports: {} }
    process.dlopen(loaded, file) // Not `require`, since bundlers warn if the argument is a variable.
    return checked(loaded.exports, version, file)
  } catch (cause) {
    return failed(cause)
  }
}

// Bundlers and tracers follow `require` only with a literal name, and tolerate a missing package only inside a `try`.
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
  const error = new Error(`aerospike-status ${version} can't load an addon for ${target}: ${whatIsWrong(target, cause)}`)
  Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
  const code = cause === undefined ? 'MODULE_NOT_FOUND' : cause.code
  if (code !== undefined) error.code = code
  return error
}

/** Says what is wrong and what to do, in one line. */
function whatIsWrong(target, cause) {
  const build = 'build it from source with Rust: clone the repository and run `npm ci`.'
  if (cause === undefined) return `there is no package for this platform. You can ${build}`
  const message = cause.message.replace(/\s*[\r\n]\s*/g, ' ').replace(/\.$/, '')
  if (cause instanceof OtherVersion) return `${message}. Reinstall both packages with the same version.`
  if (cause.code === 'ERR_DLOPEN_DISABLED') {
    return `${message}. Remove --no-addons (check NODE_OPTIONS too), or add --allow-addons to --permission.`
  }
  if (isBundled())
    return 'aerospike-status is bundled. Mark aerospike-status as external in the bundler, and keep it in node_modules.'
  if (cause.code !== 'MODULE_NOT_FOUND') return `${message}. Reinstall aerospike-status on this machine, or ${build}`

  const name = `aerospike-status-${target}`
  const other = otherPackage(name)
  const why = other
    ? `, but ${other} is: node_modules was installed on another platform`
    : ': node_modules was installed on another platform or with --omit=optional'
  const [os, cpu, abi] = target.split('-')
  const libc = os === 'linux' ? ` --libc=${abi === 'musl' ? 'musl' : 'glibc'}` : ''
  return (
    `${name} is not installed${why}. Run \`npm ci\` without --omit=optional on this machine ` +
    `(with Docker: in the image), or install with \`npm install --os=${os} --cpu=${cpu}${libc}\`.`
  )
}

// Bundlers replace `module`. Some keep the original __filename and module.filename, but none fills in `module.paths`.
const isBundled = () => module.paths === undefined || module.paths.length === 0

/** The name of an installed addon package for another platform; undefined if there is none. */
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
