'use strict'

// The README's programs and commands print what stands below them.

const assert = require('node:assert/strict')
const { execFileSync, execSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { lacks, printedBy, root, scratchFolder } = require('./helpers')

const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
const blocks = (language) => [
  ...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\`\\n(?:\\n\`\`\`text\\n([\\s\\S]*?)\`\`\`)?`, 'g')),
]

// Stands for the client that a reader has installed.
const modules = scratchFolder()
fs.mkdirSync(path.join(modules, 'aerospike'))
fs.writeFileSync(path.join(modules, 'aerospike', 'package.json'), '{ "version": "6.7.1" }')
const inRoot = { encoding: 'utf8', cwd: root, env: { ...process.env, NODE_PATH: modules } }

test('it begins with installing, then the table of the client in use, then the constants of the document', () => {
  const [first, second, third] = readme.split(/^```/m).filter((_, at) => at % 2 === 1)
  assert.equal(first, 'sh\nnpm install aerospike-status\n')
  assert.match(second, /forRelease\(require\('aerospike\/package\.json'\)\.version\)/)
  assert.match(readme.slice(readme.indexOf(third)), /const \{ AEROSPIKE_ERR_RECORD_NOT_FOUND, describe \} = require/)
})

test('every program prints what the README says', () => {
  const programs = blocks('js')
  assert.ok(programs.length >= 3)
  for (const [, program, printed] of programs) {
    assert.equal(printedBy(['--eval', program], inRoot), printed)
  }
})

const noShell = process.platform === 'win32' && 'the commands are for the shell of a Unix'

test('the commands print what the README says', { skip: noShell }, () => {
  const commands = blocks('sh').filter(([, commands]) => commands.startsWith('npx aerospike-status'))
  assert.ok(commands.some(([, command]) => command.includes('--explain')))
  for (const [, command, printed] of commands) {
    const here = command.replace(/npx aerospike-status/g, `"${process.execPath}" command.js`)
    assert.equal(execSync(`set -e\n${here}`, inRoot), printed)
  }
})

test('in a clone, after `npm ci`, the first command describes 602', () => {
  const [[, first], [, second]] = blocks('sh').filter(([, commands]) => commands.startsWith('npm ci'))
  assert.match(second, /^npm ci && npm test\n$/)
  const [install, describe] = first.trim().split(' && ')
  assert.equal(install, 'npm ci')
  const printed = execSync(describe, { encoding: 'utf8', cwd: root })
  assert.equal(printed, 'Record does not exist in database. May be returned by read, or write with policy Exists.\n')
})

test('links lead to files of the repository, and files name no package registry', { skip: lacks('git') }, () => {
  const files = execFileSync('git', ['ls-files'], { encoding: 'utf8', cwd: root }).trim().split('\n')
  const documents = files.filter((file) => file.endsWith('.md') && !file.includes('data'))
  for (const document of documents) {
    const text = fs.readFileSync(path.join(root, document), 'utf8')
    for (const [, link] of text.matchAll(/\]\(([^)#]+)\)/g)) {
      assert.ok(link.startsWith('http') || fs.existsSync(path.join(root, path.dirname(document), link)), `${document}: ${link}`)
    }
  }
  const hosts = ['registry.npm' + 'js', 'npm' + 'js.com', 'npm' + 'js.org', 'crates' + '.io', 'py' + 'pi.org', 'deb' + 'ian.org']
  for (const file of files.filter((file) => !file.endsWith('.lock') && !file.endsWith('-lock.json') && !file.includes('data'))) {
    const text = fs.readFileSync(path.join(root, file), 'utf8')
    for (const host of hosts) assert.ok(!text.includes(host), `${file} names ${host}`)
  }
})
