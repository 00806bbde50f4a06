'use strict'

// Fetches a release of the official client as npm is set up here, and asks its binding what `aerospike.status` holds. npm installs
// and runs nothing of it: the binding is loaded by a process of its own (client-status.js), which has only the package's lib folder.

const { execFile } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { promisify } = require('node:util')

const run = promisify(execFile)

// A package has more than 100 MB; loading one takes a tenth of a second.
const FETCH_MS = 10 * 60_000
const UNPACK_MS = 2 * 60_000
const LOAD_MS = 10_000

const VERSION = /^[1-9]\d*(\.(0|[1-9]\d*)){2}$/
const NAME = /^[A-Z][A-Z0-9_]*$/

/** Why a release could not be read, in one line. */
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
 * @param {AbortSignal} signal ends what runs
 * @returns {Promise<Client>}
 * @typedef {{ version: string, repository: string, statuses: { name: string, code: number, text: string | null }[] }} Client
 *   `text` is what the client's `getMessage` says of the code, null where it has no sentence for it
 */
async function readClient(wanted, temporary, signal) {
  const isPublished = wanted === 'latest' || VERSION.test(wanted)
  const folder = isPublished ? await fetched(wanted, temporary, signal) : path.resolve(wanted)
  const { version, repository } = manifestOf(folder, wanted)
  const statuses = await statusesOf(folder, `aerospike@${version}`, temporary, signal)
  return { version, repository, statuses }
}

async function fetched(version, temporary, signal) {
  const spec = `aerospike@${version}`
  try {
    const args = ['pack', spec, '--ignore-scripts', '--json', '--pack-destination', temporary]
    await run('npm', args, { timeout: FETCH_MS, killSignal: 'SIGKILL', maxBuffer: 2 ** 26, signal })
  } catch (error) {
    throw new Unreadable(`${spec} could not be fetched: ${reason(error, FETCH_MS, npmSummary)}`)
  }
  const folder = path.join(temporary, 'package')
  fs.mkdirSync(folder)
  const tarball = fs.readdirSync(temporary).find((file) => file.endsWith('.tgz'))
  try {
    const args = ['-xzf', path.join(temporary, tarball), '-C', folder, '--strip-components=1']
    await run('tar', args, { timeout: UNPACK_MS, killSignal: 'SIGKILL', signal })
  } catch (error) {
    throw new Unreadable(`${spec} could not be unpacked: ${reason(error, UNPACK_MS, ({ stderr }) => stderr)}`)
  }
  return folder
}

/** What npm's `--json` says of a failure. */
function npmSummary({ stdout, stderr }) {
  try {
    return JSON.parse(stdout).error.summary
  } catch {
    return stderr
  }
}

/** Why a process failed: `own` picks what the process itself said. */
function reason(error, limit, own) {
  if (error.name === 'AbortError') return 'interrupted'
  if (error.killed) return `no end after ${limit / 1000} s`
  if (error.signal) return `ended by ${error.signal}`
  return (error.stderr !== undefined && own(error)) || error.message
}

function manifestOf(folder, wanted) {
  let manifest
  try {
    manifest = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'))
  } catch {
    throw new Unreadable(`${JSON.stringify(wanted)} is no release (X.Y.Z or latest), and no folder with an unpacked package`)
  }
  const { name, version, repository } = manifest
  if (name !== 'aerospike')
    throw new Unreadable(`${JSON.stringify(wanted)} has the package ${JSON.stringify(name)}, not aerospike`)
  if (!VERSION.test(version)) throw new Unreadable(`aerospike@${JSON.stringify(version)} is no release of the form X.Y.Z`)
  const [url] = String(repository?.url).match(/\bhttps:[\w./-]+$/) ?? ['its repository']
  return { version, repository: url }
}

/** Tries the bindings for this machine, best first: it may lack the libraries that one was built for. */
async function statusesOf(folder, spec, temporary, signal) {
  const bindings = bindingsOf(folder)
  if (bindings.length === 0) throw new Unreadable(`${spec} has no binding for this machine (${bindingFolder()})`)
  let failure
  for (const [at, binding] of bindings.entries()) {
    try {
      return await load(folder, binding, path.join(temporary, `load-${at}`), signal)
    } catch (error) {
      failure = reason(error, LOAD_MS, ({ stderr }) => stderr)
    }
  }
  throw new Unreadable(`${spec} could not be loaded: ${failure}`)
}

/** The folder that `bindings` and node-pre-gyp look into. */
const bindingFolder = () => `node-v${process.versions.modules}-${process.platform}-${process.arch}`

/** Releases keep them apart by what they link with, as in `glibc@2.35/node-v115-linux-x64`; who builds one has it in build/Release. */
function bindingsOf(folder) {
  const packed = path.join(folder, 'lib', 'binding')
  const files = fs.existsSync(packed) ? fs.readdirSync(packed, { recursive: true }) : []
  const ours = files.filter((file) => path.dirname(file).endsWith(bindingFolder()) && path.basename(file) === 'aerospike.node')
  ours.sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  const built = path.join(folder, 'build', 'Release', 'aerospike.node')
  return [...ours.map((file) => path.join(packed, file)), built].filter((file) => fs.existsSync(file))
}

/** Copies what is to be loaded, as a folder that was given stays as it is, and loads it. */
async function load(folder, binding, copy, signal) {
  const packed = path.join(folder, 'lib', 'binding')
  fs.cpSync(path.join(folder, 'lib'), path.join(copy, 'lib'), { recursive: true, filter: (file) => file !== packed })
  fs.copyFileSync(path.join(folder, 'package.json'), path.join(copy, 'package.json'))
  const place = path.join(copy, 'lib', 'binding', bindingFolder())
  fs.mkdirSync(place, { recursive: true })
  fs.cpSync(path.dirname(binding), place, { recursive: true })

  // The one dependency that lib/status.js has: it finds the binding.
  const dependency = path.join(copy, 'node_modules', 'bindings')
  fs.mkdirSync(dependency, { recursive: true })
  const source = `module.exports = (name) => require(${JSON.stringify(place + path.sep)} + name)\n`
  fs.writeFileSync(path.join(dependency, 'index.js'), source)

  // In a file, because a binding may print.
  const answer = path.join(copy, 'answer.json')
  const args = [path.join(__dirname, 'client-status.js'), copy, answer]
  await run(process.execPath, args, { timeout: LOAD_MS, killSignal: 'SIGKILL', signal })
  const statuses = JSON.parse(fs.readFileSync(answer, 'utf8'))
  for (const { name } of statuses) if (!NAME.test(name)) throw new Error(`${JSON.stringify(name)} is no name of a status`)
  if (statuses.length === 0) throw new Error('aerospike.status holds no number')
  return statuses
}

module.exports = { readClient, Unreadable }
