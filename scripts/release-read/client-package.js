'use strict'

// Downloads a release of the official client with npm, and reads `aerospike.status` from its binding. npm doesn't install the client or
// run its scripts. A separate process (client-status.js) loads the binding, from a copy of the package's lib folder.

const { execFile } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { promisify } = require('node:util')

const run = promisify(execFile)

// A package is larger than 100 MB. Loading one takes 0.1 s, and longer on a busy machine.
const FETCH_MS = 10 * 60_000
const UNPACK_MS = 2 * 60_000
const LOAD_MS = 60_000

const VERSION = /^[1-9]\d*(\.(0|[1-9]\d*)){2}$/
const NAME = /^[A-Z][A-Z0-9_]*$/

/** An error that says in one line why a release can't be read. */
class Unreadable extends Error {
  constructor(message) {
    super(message.trim().split('\n', 1)[0])
  }
}

/**
 * Reads a release.
 *
 * @param {string} wanted `X.Y.Z`, `latest`, or a folder with an unpacked package
 * @param {string} temporary an empty folder
 * @param {AbortSignal} signal ends running processes
 * @returns {Promise<Client>}
 * @typedef {{ version: string, repository: string, statuses: { name: string, code: number, text: string | null }[] }} Client
 *   `text` is the sentence that the client's `getMessage` returns for the code, or null if it has none
 */
async function readClient(wanted, temporary, signal) {
  const isPublished = wanted === 'latest' || VERSION.test(wanted)
  const folder = isPublished ? await fetchPackage(wanted, temporary, signal) : path.resolve(wanted)
  const { version, repository } = manifestOf(folder, wanted)
  const statuses = await statusesOf(folder, `aerospike@${version}`, temporary, signal)
  return { version, repository, statuses }
}

async function fetchPackage(version, temporary, signal) {
  const spec = `aerospike@${version}`
  try {
    const args = ['pack', spec, '--ignore-scripts', '--json', '--pack-destination', temporary]
    await run('npm', args, { timeout: FETCH_MS, killSignal: 'SIGKILL', maxBuffer: 2 ** 26, signal })
  } catch (error) {
    throw new Unreadable(`can't fetch ${spec}: ${reason(error, FETCH_MS, npmSummary)}`)
  }
  const folder = path.join(temporary, 'package')
  fs.mkdirSync(folder)
  const tarball = fs.readdirSync(temporary).find((file) => file.endsWith('.tgz'))
  try {
    const args = ['-xzf', path.join(temporary, tarball), '-C', folder, '--strip-components=1']
    await run('tar', args, { timeout: UNPACK_MS, killSignal: 'SIGKILL', signal })
  } catch (error) {
    throw new Unreadable(`can't unpack ${spec}: ${reason(error, UNPACK_MS, ({ stderr }) => stderr)}`)
  }
  return folder
}

/** The summary of a failure in npm's `--json` output. */
function npmSummary({ stdout, stderr }) {
  try {
    return JSON.parse(stdout).error.summary
  } catch {
    return stderr
  }
}

/** Why a process failed. `messageOf` returns the message of the process itself. */
function reason(error, limit, messageOf) {
  if (error.name === 'AbortError') return 'interrupted'
  if (error.killed) return `still running after ${limit / 1000} s`
  if (error.signal) return `ended by ${error.signal}`
  return (error.stderr !== undefined && messageOf(error)) || error.message
}

function manifestOf(folder, wanted) {
  let manifest
  try {
    manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    throw new Unreadable(`${JSON.stringify(wanted)} is neither a release (X.Y.Z or latest) nor a folder with an unpacked package`)
  }
  const { name, version, repository } = manifest
  if (name !== 'aerospike')
    throw new Unreadable(`${JSON.stringify(wanted)} has the package ${JSON.stringify(name)}, not aerospike`)
  if (!VERSION.test(version)) throw new Unreadable(`aerospike@${JSON.stringify(version)} isn't a release of the form X.Y.Z`)
  const [url] = String(repository?.url).match(/\bhttps:[\w./-]+$/) ?? ['its repository']
  return { version, repository: url }
}

/** Tries the bindings for this machine, newest first, because the machine may lack a library that one needs. */
async function statusesOf(folder, spec, temporary, signal) {
  const bindings = bindingsOf(folder)
  if (bindings.length === 0) throw new Unreadable(`${spec} has no binding for this machine (${bindingFolder()})`)
  let failure
  for (const [index, binding] of bindings.entries()) {
    try {
      return await load(folder, binding, path.join(temporary, `load-${index}`), signal)
    } catch (error) {
      failure = reason(error, LOAD_MS, ({ stderr }) => stderr)
    }
  }
  throw new Unreadable(`can't load ${spec}: ${failure}`)
}

/** The name of the folder in which `bindings` and node-pre-gyp look for a binding. */
const bindingFolder = () => `node-v${process.versions.modules}-${process.platform}-${process.arch}`

/** The bindings for this machine. Releases group them by the library they need, as in `glibc@2.35/node-v115-linux-x64`. */
function bindingsOf(folder) {
  const packed = path.join(folder, 'lib', 'binding')
  const files = fs.existsSync(packed) ? fs.readdirSync(packed, { recursive: true }) : []
  const ours = files.filter((file) => path.dirname(file).endsWith(bindingFolder()) && path.basename(file) === 'aerospike.node')
  ours.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const localBuild = path.join(folder, 'build', 'Release', 'aerospike.node')
  return [...ours.map((file) => path.join(packed, file)), localBuild].filter((file) => fs.existsSync(file))
}

/** Reads the statuses with a binding. Loads it from a copy, so the folder stays unchanged. */
async function load(folder, binding, copy, signal) {
  const packed = path.join(folder, 'lib', 'binding')
  fs.cpSync(path.join(folder, 'lib'), path.join(copy, 'lib'), { recursive: true, filter: (file) => file !== packed })
  fs.copyFileSync(path.join(folder, 'package.json'), path.join(copy, 'package.json'))
  const place = path.join(copy, 'lib', 'binding', bindingFolder())
  fs.mkdirSync(place, { recursive: true })
  fs.cpSync(path.dirname(binding), place, { recursive: true })

  // Replaces the only dependency of lib/status.js, which finds the binding.
  const dependency = path.join(copy, 'node_modules', 'bindings')
  fs.mkdirSync(dependency, { recursive: true })
  const source = `module.exports = (name) => require(${JSON.stringify(place + path.sep)} + name)\n`
  fs.writeFileSync(path.join(dependency, 'index.js'), source)

  // The process answers in a file, because the binding may print.
  const answer = path.join(copy, 'answer.json')
  const args = [path.join(__dirname, 'client-status.js'), copy, answer]
  await run(process.execPath, args, { timeout: LOAD_MS, killSignal: 'SIGKILL', signal })
  const statuses = JSON.parse(fs.readFileSync(answer, 'utf8'))
  for (const { name } of statuses) if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} isn't a name of a status`)
  if (statuses.length === 0) throw new Error('aerospike.status has no numbers')
  return statuses
}

module.exports = { readClient, Unreadable }
