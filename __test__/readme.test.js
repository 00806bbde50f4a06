'use strict'

// The README's programs and commands print what stands below them.

const assert = require('node:assert/strict')
const { execFileSync, execSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { lacks } = require('./machine')

const root = path.join(__dirname, '..')
const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
const blocks = (language) => [
  ...readme.matchAll(new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\`\\n(?:\\n\`\`\`text\\n([\\s\\S]*?)\`\`\`)?`, 'g')),
]

test('every program prints what the README says', () => {
  const programs = blocks('js')
  assert.ok(programs.length >= 3)
  for (const [, program, printed] of programs) {
    assert.equal(execFileSync(process.execPath, ['--eval', program], { encoding: 'utf8', cwd: root }), printed)
  }
})

const noShell = process.platform === 'win32' && 'the commands are for the shell of a Unix'

test('the commands print what the README says', { skip: noShell }, () => {
  const [, commands, printed] = blocks('sh').find(([, commands]) => commands.startsWith('npx aerospike-status'))
  const here = commands.replace(/npx aerospike-status/g, `"${process.execPath}" command.js`)
  assert.equal(execSync(`set -e\n${here}`, { encoding: 'utf8', cwd: root }), printed)
})

test('after `npm ci`, the first command describes 602', () => {
  const [[, first], [, second]] = blocks('sh')
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
