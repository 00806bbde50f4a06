'use strict'

// What both parts share: projects with the packed packages in node_modules, programs that run in them, and the printed table.

const { spawn, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')
const { version } = require('../package.json')
const { installPackages } = require('../scripts/pack')

// `npm run` puts one of the tested Nodes first on the path.
const node = process.execPath
process.env.PATH = path.dirname(node) + path.delimiter + process.env.PATH

// Projects are in a folder here, where they find the tools. Deployed results go to a folder outside, where they find nothing.
const scratch = fs.mkdtempSync(path.join(__dirname, 'scratch-'))
const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-elsewhere-'))
process.once('exit', () => {
  for (const folder of [scratch, elsewhere]) fs.rmSync(folder, { recursive: true, force: true })
})
const installedApp = installPackages(scratch)
const tarballOf = (name) => path.join(scratch, `${name}-${version}.tgz`)
const PROGRAMS = ['use.cjs', 'use.mjs', 'print.cjs', 'print.mjs']
const ADDON_PACKAGE = fs.readdirSync(path.join(installedApp, 'node_modules')).find((name) => name.startsWith('aerospike-status-'))

/** Creates a folder with the packages in node_modules, the programs, and `files`, which maps names to texts. */
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

/** Creates an empty folder outside the repository. */
const makeOutput = () => fs.mkdtempSync(path.join(elsewhere, 'output-'))

const installed = (...parts) => path.join(__dirname, 'node_modules', ...parts)
const bin = (program) => installed('.bin', program)
const versionOf = (name) => JSON.parse(fs.readFileSync(installed(...name.split('/'), 'package.json'), 'utf8')).version

const ENV = { ...process.env, CI: 'true', DENO_NO_UPDATE_CHECK: '1', NEXT_TELEMETRY_DISABLED: '1', NITRO_TELEMETRY_DISABLED: '1' }

/** Runs a program. Returns `{ answer, trouble }`: what it prints, and what went wrong, or ''. */
function run(cwd, program, args, { env, ...options } = {}) {
  const all = { cwd, encoding: 'utf8', timeout: 180000, env: { ...ENV, ...env }, ...options }
  const { stdout, stderr, status, error } = spawnSync(program, args, all)
  const trouble = error ? error.message : status === 0 ? '' : stderr + stdout || `it exited with ${status}`
  return { answer: stdout && stdout.trim(), trouble }
}

const EXPECTED = run(makeProject(), node, ['use.cjs']).answer
ENV.EXPECTED = EXPECTED

// Each of these returns what went wrong, or ''.
const passes = (...args) => run(...args).trouble
const compare = (answer) => (answer === EXPECTED ? '' : `it answered ${answer}`)
function answers(...args) {
  const { answer, trouble } = run(...args)
  return trouble || compare(answer)
}
function failsWith(pattern, ...args) {
  const { answer, trouble } = run(...args)
  return pattern.test(trouble) ? '' : `it said ${trouble || answer}`
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

/** Starts a server on a port, passed as an argument and as PORT. Calls `use` with its address and returns the result. */
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
      const trouble = await use(address)
      return trouble && `${trouble}\n${printed}`
    }
    return `it doesn't answer: ${printed}`
  } finally {
    server.kill('SIGKILL')
    await ended
  }
}

/** Starts a server and checks its answer to a request for `/said`. */
const serves = (cwd, program, args) =>
  withServer(
    cwd,
    program,
    () => args,
    async (address) => compare(await (await fetch(`${address}/said`)).text()),
  )

// --- The table ---
const rows = []

/** Adds a row: its name, and what went wrong, or '', for `require` and `import`. */
function row(name, checks) {
  const cells = ['require', 'import'].map((way) => (way in checks ? (checks[way] === '' ? 'yes' : 'no') : ''))
  rows.push(`| ${name} | ${cells.join(' | ')} |`)
  for (const [way, trouble] of Object.entries(checks)) check(`${name}, ${way}`, trouble)
}

/** Reports what went wrong, without a row. */
function check(name, trouble) {
  if (!trouble) return
  console.error(`${name}: ${trouble}\n`)
  process.exitCode = 1
}

/** Reports why something isn't checked on this machine. */
const skip = (name, reason) => console.error(`${name}: skipped, ${reason}\n`)

const printTable = () => console.log(['| where | require | import |', '| --- | --- | --- |', ...rows].join('\n'))

module.exports = {
  ADDON_PACKAGE,
  PROGRAMS,
  answers,
  bin,
  check,
  failsWith,
  installed,
  makeOutput,
  makeProject,
  node,
  passes,
  printTable,
  row,
  run,
  serves,
  skip,
  tarballOf,
  versionOf,
  withServer,
  writeFiles,
}
