'use strict'

// The names in the explanations that are the client's are names that the client knows: settings, fields, calls.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')

const folder = path.join(__dirname, '..', 'explanations')
const client = path.dirname(require.resolve('aerospike/package.json'))

const sources = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const place = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'binding' ? [] : sources(place)
    return /\.(js|ts|cc)$/.test(entry.name) ? [fs.readFileSync(place, 'utf8')] : []
  })

/** Every word of the client's JavaScript, and of the C++ that reads its settings. */
const known = new Set(
  ['lib', 'src']
    .flatMap((folder) => sources(path.join(client, folder)))
    .join('\n')
    .match(/\w+/g),
)

/** What only the log or a message of the client's C code says, and is no name of its JavaScript. */
const IN_MESSAGES = ['lastNode']

/** What client 7.0.0 has, which can't be installed here. */
const SINCE_7_0_0 = ['errorDetailVerbosity', 'isNumeric']

for (const word of SINCE_7_0_0) known.add(word)

test('every camelCase name in the explanations is one of the client', () => {
  for (const file of fs.readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')) {
    const [text] = fs.readFileSync(path.join(folder, file), 'utf8').split('\n## Sources\n')
    for (const [, word] of text.matchAll(/`(?:\w+\.)*([a-z]+(?:[A-Z]\w*)+)(?:\(\))?`/g)) {
      assert.ok(known.has(word) || IN_MESSAGES.includes(word), `${file}: ${word}`)
    }
  }
})

test('every camelCase setting in settings.txt is one of the client', () => {
  const settings = fs.readFileSync(path.join(folder, 'settings.txt'), 'utf8').trim().split('\n')
  for (const setting of settings.filter((setting) => /[A-Z]/.test(setting))) assert.ok(known.has(setting), setting)
})
