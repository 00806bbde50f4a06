'use strict'

// Runs the tests with each version of the official client, in processes of its own: `node run.js`, or with some of the names below and
// some test files: `node run.js aerospike-5 login.test.js`.

const fs = require('node:fs')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

/** The clients, by their names in package.json. */
const CLIENTS = ['aerospike', 'aerospike-5']

/** What hangs is ended: a test, and a run as a whole, which takes about 20 s. */
const TEST_LIMIT_MS = 20_000
const RUN_LIMIT_MS = 55_000

/**
 * Makes a client ready for `require`. For Linux 5.x has its binary in a folder by version of glibc, from which its install script would
 * move it. No install script runs here (.npmrc), so the one file that this Node needs is copied. Says whether there is one.
 */
function prepare(client) {
  const bindings = path.join(path.dirname(require.resolve(`${client}/package.json`)), 'lib', 'binding')
  const folder = `node-v${process.versions.modules}-${process.platform}-${process.arch}`
  const binary = path.join(bindings, folder, 'aerospike.node')
  if (fs.existsSync(binary)) return true

  const [major, minor] = (process.report.getReport().header.glibcVersionRuntime || '0.0').split('.').map(Number)
  const isNew = major > 2 || (major === 2 && minor >= 35)
  const packed = path.join(bindings, isNew ? 'glibc@2.35' : 'glibc@2.31', folder, 'aerospike.node')
  if (!fs.existsSync(packed)) return false
  fs.mkdirSync(path.dirname(binary), { recursive: true })
  fs.copyFileSync(packed, binary)
  return true
}

function run(client, files) {
  const { version } = require(`${client}/package.json`)
  console.log(`aerospike@${version}`)
  if (!prepare(client)) {
    console.error(
      `aerospike@${version} has no binary for Node ${process.versions.node} on this machine: Node 20 and 22 have both`,
    )
    return false
  }
  const { error, status, signal } = spawnSync(
    process.execPath,
    // One file at a time: the machine has other work, and what is measured here is not speed.
    ['--test', '--test-reporter=spec', '--test-concurrency=1', `--test-timeout=${TEST_LIMIT_MS}`, ...files],
    { cwd: __dirname, env: { ...process.env, CLIENT: client }, stdio: 'inherit', timeout: RUN_LIMIT_MS },
  )
  if (status !== 0) console.error(`aerospike@${version}: ${error?.message ?? signal ?? 'failed'}`)
  return status === 0
}

const wanted = process.argv.slice(2)
const clients = CLIENTS.filter((client) => wanted.includes(client))
const files = wanted.filter((name) => !clients.includes(name))
const testFiles = fs.readdirSync(__dirname).filter((name) => name.endsWith('.test.js'))

// Every client is run, also after one that failed.
const passed = (clients.length > 0 ? clients : CLIENTS).map((client) => run(client, files.length > 0 ? files : testFiles))
process.exitCode = passed.every(Boolean) ? 0 : 1
