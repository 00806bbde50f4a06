'use strict'

// Installs the packed packages into an empty folder and uses them from every runtime, test runner and bundler. Prints the table of
// the README; exits with 1 where anything did not answer as this Node does.

const { execFileSync, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { installPackages } = require('../scripts/pack')

// Under `npm run`, one of the Nodes under test is the first on the path.
process.env.PATH = path.dirname(process.execPath) + path.delimiter + process.env.PATH

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-runtimes-'))
const app = installPackages(scratch)
for (const file of ['use.cjs', 'use.mjs', 'jest.test.js', 'vitest.test.mjs', 'worker.mjs']) {
  fs.copyFileSync(path.join(__dirname, file), path.join(app, file))
}
fs.writeFileSync(path.join(app, 'print.mjs'), "import said from './use.mjs'\nconsole.log(said)\n")
fs.writeFileSync(path.join(app, 'print.cjs'), "console.log(require('./use.cjs'))\n")

const installed = (...parts) => path.join(__dirname, 'node_modules', ...parts)
const bin = (program) => installed('.bin', program)
const EXPECTED = execFileSync(process.execPath, ['use.cjs'], { cwd: app, encoding: 'utf8' }).trim()

/** What a program prints, or what went wrong. */
const run = (program, args) => {
  const env = { ...process.env, EXPECTED, NODE_PATH: installed(), DENO_NO_UPDATE_CHECK: '1', CI: 'true' }
  const { stdout, stderr, status, error } = spawnSync(program, args, { cwd: app, encoding: 'utf8', env, timeout: 120000 })
  return { answer: stdout && stdout.trim(), trouble: error ? error.message : status === 0 ? '' : stderr + stdout }
}
const answers = (program, args) => {
  const { answer, trouble } = run(program, args)
  return trouble || (answer === EXPECTED ? '' : `it answered ${answer}`)
}
const passes = (program, args) => run(program, args).trouble
const version = (program) => run(program, ['--version']).answer.split('\n')[0]

const rows = []
const row = (name, checks) => {
  const troubles = Object.entries(checks).filter(([, trouble]) => trouble)
  for (const [check, trouble] of troubles) console.error(`${name}, ${check}: ${trouble}\n`)
  rows.push([
    name,
    ...['require', 'import'].map((way) => (way in checks ? (checks[way] ? 'no' : 'yes') : '')),
    troubles.length === 0,
  ])
}

const nodes = [12, 14, 16, 18].map((major) => installed(`node-${major}`, 'bin', 'node'))
nodes.push(process.execPath, ...[22, 24, 26].map((major) => installed(`node-${major}`, 'bin', 'node')))
for (const node of nodes) {
  row(`Node ${version(node)}`, { require: answers(node, ['use.cjs']), import: answers(node, ['print.mjs']) })
}
const bun = installed('@oven', 'bun-linux-x64', 'bin', 'bun')
row(`Bun ${version(bun)}`, { require: answers(bun, ['use.cjs']), import: answers(bun, ['print.mjs']) })
const deno = installed('@deno', 'linux-x64-glibc', 'deno')
const denoRun = ['run', '--allow-all', '--node-modules-dir=manual']
row(`Deno ${version(deno).split(' ')[1]}`, {
  require: answers(deno, [...denoRun, 'use.cjs']),
  import: answers(deno, [...denoRun, 'print.mjs']),
})

const node = process.execPath
const worked = answers(node, ['worker.mjs'])
row('worker threads', { require: worked, import: worked })
row(`Jest ${version(bin('jest'))}, resetModules`, { require: passes(bin('jest'), ['--rootDir', app, 'jest.test.js']) })
row(`Vitest ${version(bin('vitest')).split(/[/ ]/)[1]}, resetModules`, {
  import: passes(bin('vitest'), ['run', 'vitest.test.mjs']),
})

// Marked as external the package works. Bundled in it can't, wherever the bundle is run: its error must say what to do. What is traced
// is run elsewhere, from layouts of node_modules that npm and pnpm make.
const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-elsewhere-'))
const bundle = (...args) => passes(node, [path.join(__dirname, 'bundle.js'), ...args])
const WAYS = { require: ['print.cjs', '.cjs'], import: ['print.mjs', '.mjs'] }
const bothWays = (check) => Object.fromEntries(Object.entries(WAYS).map(([way, args]) => [way, check(...args)]))
const numberOf = (name) => JSON.parse(fs.readFileSync(installed(...name.split('/'), 'package.json'), 'utf8')).version

for (const [bundler, name = bundler] of [['esbuild'], ['webpack'], ['rollup'], ['ncc', '@vercel/ncc']]) {
  const external = (entry, type) => {
    const output = path.join(app, bundler + type)
    return bundle(bundler, entry, output, 'external') || answers(node, [output])
  }
  const bundledIn = (entry, type) => {
    const output = path.join(elsewhere, bundler + type)
    const trouble = bundle(bundler, entry, output) || run(node, [output]).trouble
    return /it is bundled\. Mark aerospike-status as external/.test(trouble) ? '' : `bundled in, it said: ${trouble}`
  }
  row(`${bundler} ${numberOf(name)}, as an external`, bothWays(external))
  const unclear = Object.values(bothWays(bundledIn)).filter(Boolean)
  for (const trouble of unclear) console.error(`${bundler}, ${trouble}\n`)
  if (unclear.length > 0) process.exitCode = 1
}

const modules = path.join(app, 'node_modules')
const itsAddon = fs.readdirSync(modules).find((name) => name.startsWith('aerospike-status-'))
const move = (from, to) => {
  fs.mkdirSync(path.dirname(path.join(modules, to)), { recursive: true })
  fs.renameSync(path.join(modules, from), path.join(modules, to))
}
const traced = (layout) => (entry, type) => {
  const output = path.join(elsewhere, layout + type.replace('.', '-'))
  return bundle('trace', entry, output) || answers(node, [path.join(output, entry)])
}
const numberOfNft = `@vercel/nft ${numberOf('@vercel/nft')}`
row(`${numberOfNft}, as npm installs`, bothWays(traced('flat')))
move(itsAddon, `aerospike-status/node_modules/${itsAddon}`)
row(`${numberOfNft}, the addon nested`, bothWays(traced('nested')))
move(`aerospike-status/node_modules/${itsAddon}`, `.pnpm/addon/node_modules/${itsAddon}`)
move('aerospike-status', '.pnpm/main/node_modules/aerospike-status')
fs.symlinkSync('.pnpm/main/node_modules/aerospike-status', path.join(modules, 'aerospike-status'))
fs.symlinkSync(`../../addon/node_modules/${itsAddon}`, path.join(modules, '.pnpm', 'main', 'node_modules', itsAddon))
row(`${numberOfNft}, as pnpm installs`, bothWays(traced('pnpm')))

console.log('| runtime | require | import |\n| --- | --- | --- |')
for (const [name, required, imported] of rows) console.log(`| ${name} | ${required} | ${imported} |`)
for (const folder of [scratch, elsewhere]) fs.rmSync(folder, { recursive: true })
if (!rows.every(([, , , passed]) => passed)) process.exitCode = 1
