'use strict'

// Uses the packages in every runtime and test runner. Prints rows of the table in docs/platforms.md. Exits with 1 if any of them prints
// something different from this Node.

const fs = require('node:fs')
const path = require('node:path')
const { bin, installed, makeOutput, makeProject, node, versionOf } = require('./check')
const { check, failsWith, printTable, printsExpected, row, run, succeeds } = require('./check')

const read = (file) => fs.readFileSync(path.join(__dirname, file), 'utf8')
const tests = ['jest.test.js', 'vitest.test.mjs', 'worker.mjs']
const jestExample = read('../examples/with/jest.test.js')
const app = makeProject({ ...Object.fromEntries(tests.map((file) => [file, read(file)])), 'example.test.js': jestExample })
const version = (program) => run(app, program, ['--version']).printed.split('\n')[0]

const nodes = [12, 14, 16, 18].map((major) => installed(`node-${major}`, 'bin', 'node'))
nodes.push(node, ...[22, 24, 26].map((major) => installed(`node-${major}`, 'bin', 'node')))
for (const node of nodes) {
  row(`Node ${version(node)}`, {
    require: printsExpected(app, node, ['use.cjs']),
    import: printsExpected(app, node, ['print.mjs']),
  })
}
const bun = installed('@oven', 'bun-linux-x64', 'bin', 'bun')
row(`Bun ${version(bun)}`, { require: printsExpected(app, bun, ['use.cjs']), import: printsExpected(app, bun, ['print.mjs']) })
const deno = installed('@deno', 'linux-x64-glibc', 'deno')
const denoRun = (file) => printsExpected(app, deno, ['run', '--allow-all', '--node-modules-dir=manual', file])
row(`Deno ${version(deno).split(' ')[1]}`, { require: denoRun('use.cjs'), import: denoRun('print.mjs') })

const inWorkers = printsExpected(app, node, ['worker.mjs'])
row('worker threads', { require: inWorkers, import: inWorkers })
for (const environment of ['node', 'jsdom']) {
  const jest = succeeds(app, bin('jest'), ['--rootDir', app, '--env', environment, 'jest.test.js'])
  row(`Jest ${versionOf('jest')}, \`resetModules\`, ${environment}`, { require: jest })
  const vitest = succeeds(app, bin('vitest'), ['run', '--environment', environment, 'vitest.test.mjs'])
  row(`Vitest ${versionOf('vitest')}, \`resetModules\`, ${environment}`, { import: vitest })
}
check('examples/with/jest.test.js', succeeds(app, bin('jest'), ['--rootDir', app, 'example.test.js']))

// Root can write everywhere, so another user runs the programs.
const readOnly = makeOutput()
fs.cpSync(makeProject(), readOnly, { recursive: true })
fs.chmodSync(path.dirname(readOnly), 0o755)
const changeMode = (mode) => succeeds(app, 'chmod', ['-R', mode, readOnly])
const asReader = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}
check('making a folder read-only', changeMode('a+rX,a-w'))
check('writing into the read-only folder', failsWith(/EACCES/, readOnly, node, ['--eval', "fs.writeFileSync('x', '')"], asReader))
row('a read-only folder', {
  require: printsExpected(readOnly, node, ['use.cjs'], asReader),
  import: printsExpected(readOnly, node, ['print.mjs'], asReader),
})
check('making the folder writable', changeMode('u+w'))

const withoutAddons = { env: { NODE_OPTIONS: '--no-addons' } }
const remedy = /Remove --no-addons \(check NODE_OPTIONS too\)/
check('--no-addons in NODE_OPTIONS', failsWith(remedy, app, node, ['print.cjs'], withoutAddons))

printTable()
