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

const bundles = {}
for (const [way, entry, format] of [
  ['require', 'use.cjs', 'cjs'],
  ['import', 'print.mjs', 'esm'],
]) {
  const output = `esbuild-${format}.${format === 'esm' ? 'mjs' : 'cjs'}`
  const bundled = passes(bin('esbuild'), [
    entry,
    '--bundle',
    '--platform=node',
    `--format=${format}`,
    '--external:aerospike-status',
    `--outfile=${output}`,
  ])
  bundles[way] = bundled || answers(node, [output])
}
row(`esbuild ${version(bin('esbuild'))}, as an external`, bundles)

fs.writeFileSync(
  path.join(app, 'webpack.js'),
  `const webpack = require('webpack')
  const build = (entry, filename, externals, extra) => new Promise((resolve, reject) => webpack(
    { mode: 'production', target: 'node', entry, context: __dirname, externals, output: { path: __dirname, filename, ...extra.output }, experiments: extra.experiments },
    (error, stats) => error || stats.hasErrors() ? reject(error || new Error(stats.toString())) : resolve()))
  build('./use.cjs', 'webpack.cjs', { 'aerospike-status': 'commonjs aerospike-status' }, { output: { library: { type: 'commonjs2' } } })
    .then(() => build('./print.mjs', 'webpack.mjs', { 'aerospike-status': 'module aerospike-status' }, { output: { module: true }, experiments: { outputModule: true } }))`,
)
const webpacked = passes(node, ['webpack.js'])
row(`webpack ${require(installed('webpack', 'package.json')).version}, as an external`, {
  require: webpacked || answers(node, ['webpack.cjs']),
  import: webpacked || answers(node, ['webpack.mjs']),
})

console.log('| runtime | require | import |\n| --- | --- | --- |')
for (const [name, required, imported] of rows) console.log(`| ${name} | ${required} | ${imported} |`)
fs.rmSync(scratch, { recursive: true })
process.exitCode = rows.every(([, , , passed]) => passed) ? 0 : 1
