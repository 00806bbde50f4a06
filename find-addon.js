'use strict'

// The slow way to the addon, for where index.js does not find it at once: in other layouts of node_modules, beside one of another
// version, and nowhere.

const ABIS = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }
const SHIPPED = /^(darwin|linux|win32)-(arm64|x64)\b/

/**
 * Loads the addon of a version from where Node would: the file that a checkout has, else that of the platform's package.
 *
 * @param {string} version that of index.js
 * @returns {object} the exports of the addon
 * @throws {Error} one error for all: what is wrong and what to do, with the real error as its `cause`
 */
module.exports = function findAddon(version) {
  const { arch, platform } = process
  const failures = []
  for (const abi of ABIS[platform] || ['']) {
    const target = `${platform}-${arch}${abi}`
    const places = [`aerospike-status-${target}/aerospike-status.${target}.node`]
    // Node looks there first. Written out like this it is also what the tools that trace files follow: they don't follow the name of
    // a package, nor what an arrow function returns. In a bundle there may be no __dirname.
    if (typeof __dirname === 'string') {
      places.unshift(
        `${__dirname}/aerospike-status.${target}.node`,
        `${__dirname}/node_modules/aerospike-status-${target}/aerospike-status.${target}.node`,
        `${__dirname}/../aerospike-status-${target}/aerospike-status.${target}.node`,
      )
    }
    for (const place of places) {
      try {
        return load(place, version)
      } catch (cause) {
        failures.push({ target, cause })
      }
    }
  }
  throw noAddon(version, failures)
}

function load(place, version) {
  const addon = require(place)
  if (addon.version() === version) return addon
  throw new OtherVersion(`${require.resolve(place)} is of version ${addon.version()}.`)
}

class OtherVersion extends Error {}

function noAddon(version, failures) {
  const own = isMusl() ? failures.filter(({ target }) => target.endsWith('-musl')) : failures
  const { target } = own[0]
  // What is there, and was not loaded, says more than what is not there.
  const isThere = ({ cause }) => cause.code !== 'MODULE_NOT_FOUND'
  const { cause } = own.find(isThere) || failures.find(isThere) || own[0]
  const error = new Error(
    `aerospike-status ${version} found no addon for ${target} that it can load: ${whatIsWrong(target, cause)}`,
  )
  Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true })
  if (cause.code !== undefined) error.code = cause.code
  return error
}

/** What is wrong and what to do, on one line. */
function whatIsWrong(target, cause) {
  const build = 'build it from source with Rust: clone the repository and run `npm ci`.'
  const install = `Install aerospike-status again on this machine, without --omit=optional or --no-optional, or ${build}`
  const said = cause.message.replace(/\s*[\r\n]\s*/g, ' ').replace(/\.$/, '')
  if (cause instanceof OtherVersion) return `${said}. Install both packages again, in one version.`
  if (cause.code === 'ERR_DLOPEN_DISABLED') return `${said}. Give Node --allow-addons beside --permission, and no --no-addons.`
  if (isBundled()) return 'it is bundled. Mark aerospike-status as external in the bundler, and have it in node_modules.'
  if (cause.code !== 'MODULE_NOT_FOUND') return `${said}. ${install}`
  if (SHIPPED.test(target)) return `the package aerospike-status-${target} is not installed. ${install}`
  return `none is shipped. You can ${build}`
}

// A bundle is a file of another name, and as an ECMAScript module it has no __filename.
const isBundled = () => typeof __filename === 'undefined' || !__filename.endsWith('find-addon.js')

function isMusl() {
  const { platform, report } = process
  if (platform !== 'linux' || !report) return false
  // Else a report looks up the names of all hosts that the process is connected to.
  const { excludeNetwork } = report
  report.excludeNetwork = true
  const { glibcVersionRuntime } = report.getReport().header
  report.excludeNetwork = excludeNetwork
  return glibcVersionRuntime === undefined
}
