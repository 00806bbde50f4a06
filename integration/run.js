'use strict'

// Runs the tests with each version of the official client, in separate processes: `node run.js`. To run only some of them, pass names from
// the list below and test files: `node run.js aerospike-5 login.test.js`.

const fs = require('node:fs')
const path = require('node:path')
const { spawnSync } = require('node:child_process')

/** The clients, by their names in package.json. */
const CLIENTS = ['aerospike', 'aerospike-5']

/** The time limits of a test and of a run with one client. A run takes about 45 s. */
const TEST_LIMIT_MS = 20_000
const RUN_LIMIT_MS = 110_000

/**
 * Prepares a client for `require`, and returns whether it has a binary for this Node. On Linux, 5.x ships one for each version of glibc,
 * and its install script moves the right one into place. Install scripts don't run here (.npmrc), so this copies the file.
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
      `aerospike@${version} has no binary for Node ${process.versions.node} on this machine: use Node 20 or 22, for which both clients have one`,
    )
    return false
  }
  const { error, status, signal } = spawnSync(
    process.execPath,
    // One file at a time: the tests spend most of their time waiting, and the machine may be busy.
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

// The second client runs even if the first one failed.
const passed = (clients.length > 0 ? clients : CLIENTS).map((client) => run(client, files.length > 0 ? files : testFiles))
process.exitCode = passed.every(Boolean) ? 0 : 1
