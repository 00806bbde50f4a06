'use strict'

// Helpers for the tests: the addon's file, scratch folders, processes, random and hostile values, failures and refusals.

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { after } = require('node:test')
const { pathToFileURL } = require('node:url')
const { addonOf, thisPlatform } = require('../scripts/pack')

const root = path.join(__dirname, '..')
const command = path.join(root, 'command.js')

/** The addon in this checkout that this Node can load. */
const addonFile = path.join(root, addonOf(thisPlatform()))

/** The reason to skip a test that needs these programs, or false if this machine has them. */
function lacks(...programs) {
  const missing = programs.find((program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status !== 0)
  return missing !== undefined && `there is no ${missing} here`
}

/** Creates a folder, which is removed after the tests. */
function scratchFolder() {
  const folder = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-')))
  after(() => fs.rmSync(folder, { recursive: true }))
  return folder
}

/** Copies a JavaScript file of the package to the same place in a folder. Coverage counts the copy as the file itself. */
function copyScript(name, folder) {
  const file = path.join(root, name)
  const source = fs.readFileSync(file, 'utf8')
  fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true })
  fs.writeFileSync(path.join(folder, name), `${source}\n//# sourceURL=${pathToFileURL(file)}\n`)
}

// --- Processes ---

/** Runs a program, in this folder unless the options name another. Returns what it prints and its exit code. */
function run(program, args, options) {
  const { error, stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', cwd: __dirname, ...options })
  if (error !== undefined) throw error
  return { stdout, stderr, status }
}

const runNode = (args, options) => run(process.execPath, args, options)

/** Asserts that Node exits with 0, and returns what it prints. */
function printedBy(args, options) {
  const { stdout, stderr, status } = runNode(args, options)
  assert.equal(status, 0, stderr)
  return stdout
}

/** Options for a process that finds only the packages in its folder. A shell gets `$node` and `$command`. */
const isolatedIn = (folder) => ({
  cwd: folder,
  env: { ...process.env, HOME: folder, USERPROFILE: folder, NODE_PATH: '', node: process.execPath, command },
})

const runCommand = (folder, args) => runNode([command, ...args], isolatedIn(folder))

const linesOf = (text) => text.split(/\r?\n/).slice(0, -1)

/** The JSON that `use` prints in a new process after `watch` changes the addon's exports. `watch` can record calls in `seen`. */
const runWatched = (watch, use) => {
  const script = `
    const seen = []
    const dlopen = process.dlopen
    process.dlopen = (module, file) => {
      dlopen(module, file)
      const addon = module.exports
      ${watch}
    }
    const aerospike = require('..')
    ${use}`
  return JSON.parse(printedBy(['--eval', script]))
}

/** For runWatched: records the name of each call. */
const recordCalls = `
  for (const name of Object.keys(addon)) {
    const native = addon[name]
    addon[name] = (...values) => (seen.push(name), native(...values))
  }`

// --- Random and hostile values ---

/** How often fast-check runs a property. INPUTS changes that, and SEED repeats a run. */
function runsOf(count) {
  const { INPUTS = count, SEED = Date.now() } = process.env
  return { numRuns: Number(INPUTS), seed: Number(SEED) | 0 }
}

const thrower = () => {
  throw new Error('not to be seen')
}
/** A Proxy handler that makes every operation throw. */
const traps = Object.fromEntries(Object.getOwnPropertyNames(Reflect).map((trap) => [trap, thrower]))

/** A revoked Proxy: every access throws. */
const revoked = (target = {}) => {
  const { proxy, revoke } = Proxy.revocable(target, {})
  revoke()
  return proxy
}

// --- Failures ---

/** The name with its prefix, which some names in tables lack. */
const withPrefix = (name) => (name.startsWith('A') ? name : `AEROSPIKE_${name}`)

/** The values in which a failed call can return a code. */
const failuresWith = (code) => [
  code,
  { code },
  Object.assign(new Error('x'), { code }),
  { status: code, record: null },
  { status: 'rejected', reason: { code } },
  Object.assign(new Error('wraps'), { cause: { code } }),
]

/** Values that have no status. */
const withoutStatus = [
  ...[true, 9n, Symbol('s'), '9', 'ERR_TIMEOUT', NaN, 9.5, 2 ** 32, () => 9],
  ...[{}, [9], { code: '9' }, { code: 9.5 }, { code: 'ERR_TIMEOUT' }, { name: 'AEROSPIKE_ERR_TIMEOUT' }, { status: 9 }],
  ...[new Error('ERR_TIMEOUT'), Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), Object.create({ code: 9 })],
  ...[new Proxy({}, traps), Object.defineProperty({}, 'code', { get: thrower })],
]

// --- Refusals ---

const REFUSAL_CODES = { TypeError: 'ERR_INVALID_ARG_TYPE', RangeError: 'ERR_OUT_OF_RANGE' }

/** Asserts that a function throws this TypeError or RangeError for each value, with the matching code and message. */
function assertRefuses(call, values, { name }, message) {
  for (const value of values) assert.throws(() => call(value), { name, code: REFUSAL_CODES[name], message })
}

module.exports = {
  addonFile,
  assertRefuses,
  command,
  copyScript,
  failuresWith,
  isolatedIn,
  lacks,
  linesOf,
  printedBy,
  recordCalls,
  REFUSAL_CODES,
  revoked,
  root,
  run,
  runCommand,
  runNode,
  runsOf,
  runWatched,
  scratchFolder,
  thrower,
  traps,
  withoutStatus,
  withPrefix,
}
