'use strict'

// The programs and commands of README.md and docs/ print what the text shows, and links lead to files.

const assert = require('node:assert/strict')
const { execFileSync, execSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { inspect } = require('node:util')
const vm = require('node:vm')
const { lacks, root, scratchFolder } = require('./helpers')

const read = (file) => fs.readFileSync(path.join(root, file), 'utf8').replace(/\r\n/g, '\n')
const readme = read('README.md')
const documents = ['README.md', ...fs.readdirSync(path.join(root, 'docs')).map((file) => `docs/${file}`)]
const blocks = (language, files = documents) =>
  files.flatMap((file) => [
    ...read(file).matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\`\\n(?:\\n\`\`\`text\\n([\\s\\S]*?)\`\`\`)?`, 'g')),
  ])

// A stand-in for the client that a reader has installed.
const modules = scratchFolder()
fs.mkdirSync(path.join(modules, 'aerospike'))
fs.writeFileSync(path.join(modules, 'aerospike', 'package.json'), '{ "version": "6.7.1" }')
const inRoot = { encoding: 'utf8', cwd: root, env: { ...process.env, NODE_PATH: modules } }

test('README has at most 1,500 words, and its sections in order', () => {
  assert.ok(readme.split(/\s+/).length <= 1500)
  const parts = Array.from(readme.matchAll(/^## (.+)$/gm), ([, part]) => part)
  assert.deepEqual(parts, [
    'Start with the client that you use',
    'When a call fails',
    'Logging',
    'When a sentence is not enough',
    'Which numbers do I have?',
    'API',
    'The command',
    'More',
  ])
})

test('each expression in a program has the result in its comment', () => {
  const requireHere = (name) =>
    name === 'aerospike/package.json' ? require(path.join(modules, name)) : require(name === 'aerospike-status' ? root : name)
  let results = 0
  for (const [, program] of blocks('js')) {
    const context = vm.createContext({ require: requireHere, Error })
    // One script for all lines, because they use each other's names.
    const lines = program.split('\n').map((line) => {
      const [, expression, result] = line.match(/^(\S.*?) \/\/ (.+)$/) || []
      return result === undefined ? line : `check(() => (${expression}), ${JSON.stringify(result)})`
    })
    context.check = (evaluate, result) => {
      const printed = inspect(evaluate(), { breakLength: Infinity })
      const pieces = result.split(' ... ').map((piece) => piece.split('...'))
      let rest = printed
      for (const piece of pieces.flat()) {
        assert.ok(rest.includes(piece), `${printed}\nis not\n${result}`)
        rest = rest.slice(rest.indexOf(piece) + piece.length)
      }
      if (!result.includes('...')) assert.equal(printed, result)
      results++
    }
    vm.runInContext(lines.join('\n'), context)
  }
  assert.ok(results > 25)
})

const noShell = process.platform === 'win32' && 'the commands need a Unix shell'

test('the commands print what the text shows', { skip: noShell }, () => {
  const commands = blocks('sh').filter(([, commands]) => commands.startsWith('npx aerospike-status'))
  for (const option of ['--explain', '--search', '--annotate'])
    assert.ok(commands.some(([, command]) => command.includes(option)))
  for (const [, command, printed] of commands) {
    const here = command.replace(/npx aerospike-status/g, `"${process.execPath}" command.js`)
    assert.equal(execSync(`set -e\n${here}`, { ...inRoot, stdio: ['ignore', 'pipe', 'ignore'] }), printed)
  }
})

test('in a clone, after `npm ci`, the first command describes 602', () => {
  const [[, first], [, second]] = blocks('sh', ['README.md']).filter(([, commands]) => commands.startsWith('npm ci'))
  assert.match(second, /^npm ci && npm test\n$/)
  const [install, describe] = first.trim().split(' && ')
  assert.equal(install, 'npm ci')
  const printed = execSync(describe, { encoding: 'utf8', cwd: root })
  assert.equal(printed, 'Record does not exist in database. May be returned by read, or write with policy Exists.\n')
})

test('links lead to existing files, and no file names a package registry', { skip: lacks('git') }, () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8', cwd: root }).trim().split('\n')
  for (const document of files.filter((file) => file.endsWith('.md') && !file.includes('data'))) {
    for (const [, link] of read(document).matchAll(/\]\(([^)#]+)\)/g)) {
      assert.ok(link.startsWith('http') || fs.existsSync(path.join(root, path.dirname(document), link)), `${document}: ${link}`)
    }
  }
  const hosts = ['registry.npm' + 'js', 'npm' + 'js.com', 'npm' + 'js.org', 'crates' + '.io', 'py' + 'pi.org', 'deb' + 'ian.org']
  for (const file of files.filter((file) => !file.endsWith('.lock') && !file.endsWith('-lock.json') && !file.includes('data'))) {
    const text = read(file)
    for (const host of hosts) assert.ok(!text.includes(host), `${file} names ${host}`)
  }
})
