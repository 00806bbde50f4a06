'use strict'

// Helpers of runtimes.js and bundlers.js. They make folders with the packed packages in node_modules, run programs there, and print the table.

const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')
const { version } = require('../package.json')
const { installPackages } = require('../scripts/pack')

// `npm run` puts one of the Nodes under test first on the path. Put this Node before it.
const node = process.execPath
process.env.PATH = path.dirname(node) + path.delimiter + process.env.PATH

// Projects go into a folder here, where they find the tools. The results of builds go outside, where they don't.
const scratch = fs.mkdtempSync(path.join(__dirname, 'scratch-'))
const outside = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-elsewhere-'))
process.once('exit', () => {
  for (const folder of [scratch, outside]) fs.rmSync(folder, { recursive: true, force: true })
})
const installedApp = installPackages(scratch)
const tarballOf = (name) => path.join(scratch, `${name}-${version}.tgz`)
const PROGRAMS = ['use.cjs', 'use.mjs', 'print.cjs', 'print.mjs']
const ADDON_PACKAGE = fs.readdirSync(path.join(installedApp, 'node_modules')).find((name) => name.startsWith('aerospike-status-'))

/** Makes a folder with the packages in its node_modules, the programs, and more files. `files` maps their names to their contents. */
function makeProject(files = {}) {
  const folder = fs.mkdtempSync(path.join(scratch, 'project-'))
  fs.cpSync(installedApp, folder, { recursive: true })
  for (const file of PROGRAMS) fs.copyFileSync(path.join(__dirname, file), path.join(folder, file))
  writeFiles(folder, files)
  return folder
}

function writeFiles(folder, files) {
  for (const [file, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    fs.writeFileSync(path.join(folder, file), text)
  }
}

/** Makes an empty folder outside the repository. */
const makeOutput = () => fs.mkdtempSync(path.join(outside, 'output-'))

const installed = (...parts) => path.join(__dirname, 'node_modules', ...parts)
const bin = (program) => installed('.bin', program)
const versionOf = (name) => JSON.parse(fs.readFileSync(installed(...name.split('/'), 'package.json'), 'utf8')).version

const ENV = { ...process.env, CI: 'true', DENO_NO_UPDATE_CHECK: '1', NEXT_TELEMETRY_DISABLED: '1', NITRO_TELEMETRY_DISABLED: '1' }

/** Runs a program. Returns `{ printed, problem }`: what it prints, and what went wrong, or ''. */
function run(cwd, program, args, { env, ...options } = {}) {
  const allOptions = { cwd, encoding: 'utf8', timeout: 180000, env: { ...ENV, ...env }, ...options }
  const { stdout, stderr, status, error } = spawnSync(program, args, allOptions)
  const problem = error ? error.message : status === 0 ? '' : stderr + stdout || `it exited with ${status}`
  return { printed: stdout && stdout.trim(), problem }
}

const EXPECTED = run(makeProject(), node, ['use.cjs']).printed
ENV.EXPECTED = EXPECTED

// Each of these returns what went wrong, or ''.
const succeeds = (...args) => run(...args).problem
const compare = (text) => (text === EXPECTED ? '' : `got ${text}`)
function printsExpected(...args) {
  const { printed, problem } = run(...args)
  return problem || compare(printed)
}
function failsWith(pattern, ...args) {
  const { printed, problem } = run(...args)
  return pattern.test(problem) ? '' : `got ${problem || printed}`
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Starts a server and returns what `use` returns for its address. `args` makes the arguments from the port, which is also in PORT. */
async function withServer(cwd, program, args, use) {
  const port = await freePort()
  const env = { ...ENV, PORT: String(port), HOST: '127.0.0.1', HOSTNAME: '127.0.0.1' }
  const server = spawn(program, args(port), { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
  let printed = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', (data) => (printed += data))
  const ended = new Promise((resolve) => server.once('close', resolve).once('error', resolve))
  const address = `http://127.0.0.1:${port}`
  try {
    for (let tries = 0; tries < 100 && server.exitCode === null; tries++) {
      await new Promise((resolve) => setTimeout(resolve, 200))
      const isUp = await fetch(address).then(Boolean, () => false)
      if (!isUp) continue
      const problem = await use(address)
      return problem && `${problem}\n${printed}`
    }
    return `the server doesn't answer: ${printed}`
  } finally {
    server.kill('SIGKILL')
    await ended
  }
}

/** Starts a server, and compares its answer to a request for `/text`. */
const servesExpected = (cwd, program, args) =>
  withServer(
    cwd,
    program,
    () => args,
    async (address) => compare(await (await fetch(`${address}/text`)).text()),
  )

// --- The table ---
const rows = []

/** Adds a row. `checks` has what went wrong, or '', with `require`, `import` or both. */
function row(name, checks) {
  const cells = ['require', 'import'].map((way) => (way in checks ? (checks[way] === '' ? 'yes' : 'no') : ''))
  rows.push(`| ${name} | ${cells.join(' | ')} |`)
  for (const [way, problem] of Object.entries(checks)) check(`${name}, ${way}`, problem)
}

/** Reports what went wrong, without adding a row. */
function check(name, problem) {
  if (!problem) return
  console.error(`${name}: ${problem}\n`)
  process.exitCode = 1
}

/** Reports what isn't checked on this machine, and why. */
const skip = (name, reason) => console.error(`${name}: skipped, ${reason}\n`)

const printTable = () => console.log(['| where | require | import |', '| --- | --- | --- |', ...rows].join('\n'))

module.exports = {
  ADDON_PACKAGE,
  PROGRAMS,
  bin,
  check,
  failsWith,
  installed,
  makeOutput,
  makeProject,
  node,
  printTable,
  printsExpected,
  row,
  run,
  servesExpected,
  skip,
  succeeds,
  tarballOf,
  versionOf,
  withServer,
  writeFiles,
}
