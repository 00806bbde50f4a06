'use strict'

// Tests that the client has the names that the explanations use, and reads the settings that they mention.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('aerospike')

const folder = path.join(__dirname, '..', 'explanations')
const client = path.dirname(require.resolve('aerospike/package.json'))

const sources = (folder) =>
  fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'binding' ? [] : sources(file)
    return /\.(js|ts|cc)$/.test(entry.name) ? [fs.readFileSync(file, 'utf8')] : []
  })
const cplusplus = sources(path.join(client, 'src')).join('\n')

/** Every word in the client's JavaScript and C++. */
const known = new Set((sources(path.join(client, 'lib')).join('\n') + cplusplus).match(/\w+/g))

/** The properties that the client's addon reads from JavaScript objects, even if its JavaScript never passes them. */
const readByAddon = new Set(Array.from(cplusplus.matchAll(/"(\w+)"/g), ([, name]) => name))

/** Words that only messages of the client's C code have. */
const IN_MESSAGES = ['lastNode']

/** Names that are new in 7.0.0, so the installed client doesn't have them. */
const NEWER = ['errorDetailVerbosity', 'isNumeric']

const settings = fs.readFileSync(path.join(folder, 'settings.txt'), 'utf8').trim().split('\n')
const texts = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith('.md') && file !== 'README.md')
  .map((file) => [file, fs.readFileSync(path.join(folder, file), 'utf8').split('\n## Sources\n')[0]])

/** An empty object. If you read a property, it adds the property's name to `names`. */
const recorder = (names) => new Proxy({}, { get: (_, name) => void (typeof name === 'string' && names.add(name)) })

/** The properties that the client reads from an application's configuration and policies. */
function readByClient() {
  const names = new Set()
  new aerospike.Config(recorder(names))
  for (const [name, Policy] of Object.entries(aerospike)) if (/Policy$/.test(name)) new Policy(recorder(names))

  // The configuration passes these on unchanged, and the addon reads them when it makes a client. Nothing connects.
  new aerospike.Client({ hosts: '127.0.0.1:1', tls: recorder(names), log: recorder(names) })

  // The configuration makes policies of the kinds that it knows, throws for others, and copies modlua.
  const { config } = new aerospike.Client({
    hosts: '127.0.0.1:1',
    policies: { batch: {}, batchParentWrite: {} },
    modlua: { userPath: '' },
  })
  for (const name of [...Object.keys(config.policies), ...Object.keys(config.modlua)]) names.add(name)
  return names
}

test('every camelCase name in the explanations exists in the client', () => {
  for (const [file, text] of texts) {
    for (const [, word] of text.matchAll(/`(?:\w+\.)*([a-z]+(?:[A-Z]\w*)+)(?:\(\))?`/g)) {
      assert.ok(known.has(word) || IN_MESSAGES.includes(word) || NEWER.includes(word), `${file}: ${word}`)
    }
  }
})

test('the client reads every client setting in settings.txt from an application', () => {
  const read = readByClient()
  // Settings with a hyphen are the server's.
  for (const setting of settings.filter((setting) => !setting.includes('-') && !NEWER.includes(setting))) {
    assert.ok(read.has(setting), `no application can set ${setting}`)
    assert.ok(readByAddon.has(setting), `the addon ignores ${setting}`)
  }
  // The addon reads maxConnsPerNodeSync, but the configuration doesn't pass it on.
  assert.ok(readByAddon.has('maxConnsPerNodeSync') && !read.has('maxConnsPerNodeSync'))
})

test('every client setting in the explanations is in settings.txt', () => {
  const read = (file) => fs.readFileSync(path.join(client, 'src', 'main', file), 'utf8')
  const inConfig = new Set(Array.from((read('config.cc') + read('policy.cc')).matchAll(/"(\w+)"/g), ([, name]) => name))
  for (const [file, text] of texts) {
    for (const [, word] of text.matchAll(/`(?:\w+\.)*(\w+)`/g)) {
      // The default policies for a call have the call's name. The texts mean the call.
      if (word in aerospike.Client.prototype || !inConfig.has(word)) continue
      assert.ok(settings.includes(word), `${file}: ${word}`)
    }
  }
})

test("the installed client doesn't have the newer names yet", () => {
  for (const setting of NEWER) assert.ok(!known.has(setting), `take ${setting} out of NEWER`)
})
