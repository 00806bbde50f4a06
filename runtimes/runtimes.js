'use strict'

// Part one: uses the packages from every runtime and test runner. Prints rows of the table in docs/platforms.md; exits with 1 where
// anything didn't answer as this Node does.

const fs = require('node:fs')
const path = require('node:path')
const { answers, bin, check, failsWith, installed, makeOutput, makeProject, node } = require('./check')
const { passes, printTable, row, run, versionOf } = require('./check')

const read = (file) => fs.readFileSync(path.join(__dirname, file), 'utf8')
const tests = ['jest.test.js', 'vitest.test.mjs', 'worker.mjs']
const app = makeProject(Object.fromEntries(tests.map((file) => [file, read(file)])))
const version = (program) => run(app, program, ['--version']).answer.split('\n')[0]

const nodes = [12, 14, 16, 18].map((major) => installed(`node-${major}`, 'bin', 'node'))
nodes.push(node, ...[22, 24, 26].map((major) => installed(`node-${major}`, 'bin', 'node')))
for (const node of nodes) {
  row(`Node ${version(node)}`, { require: answers(app, node, ['use.cjs']), import: answers(app, node, ['print.mjs']) })
}
const bun = installed('@oven', 'bun-linux-x64', 'bin', 'bun')
row(`Bun ${version(bun)}`, { require: answers(app, bun, ['use.cjs']), import: answers(app, bun, ['print.mjs']) })
const deno = installed('@deno', 'linux-x64-glibc', 'deno')
const denoRun = (file) => answers(app, deno, ['run', '--allow-all', '--node-modules-dir=manual', file])
row(`Deno ${version(deno).split(' ')[1]}`, { require: denoRun('use.cjs'), import: denoRun('print.mjs') })

const worked = answers(app, node, ['worker.mjs'])
row('worker threads', { require: worked, import: worked })
for (const environment of ['node', 'jsdom']) {
  const jest = passes(app, bin('jest'), ['--rootDir', app, '--env', environment, 'jest.test.js'])
  row(`Jest ${versionOf('jest')}, \`resetModules\`, ${environment}`, { require: jest })
  const vitest = passes(app, bin('vitest'), ['run', '--environment', environment, 'vitest.test.mjs'])
  row(`Vitest ${versionOf('vitest')}, \`resetModules\`, ${environment}`, { import: vitest })
}

// Root may write everywhere, so another user runs it.
const readOnly = makeOutput()
fs.cpSync(makeProject(), readOnly, { recursive: true })
fs.chmodSync(path.dirname(readOnly), 0o755)
const changeMode = (mode) => passes(app, 'chmod', ['-R', mode, readOnly])
const asReader = process.getuid() === 0 ? { uid: 65534, gid: 65534 } : {}
check('making a folder read-only', changeMode('a+rX,a-w'))
check('writing into it', failsWith(/EACCES/, readOnly, node, ['--eval', "fs.writeFileSync('x', '')"], asReader))
row('a read-only folder', {
  require: answers(readOnly, node, ['use.cjs'], asReader),
  import: answers(readOnly, node, ['print.mjs'], asReader),
})
check('making it writable', changeMode('u+w'))

const forbidden = { env: { NODE_OPTIONS: '--no-addons' } }
const remedy = /Remove --no-addons, also from NODE_OPTIONS/
check('--no-addons in NODE_OPTIONS', failsWith(remedy, app, node, ['print.cjs'], forbidden))

printTable()
