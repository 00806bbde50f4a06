'use strict'

// The defaults that texts name are those of data/defaults.json, for all releases.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { client, server } = require('./data/defaults.json')
const aerospike = require('..')
const { releases } = require('./facts')
const { root } = require('./helpers')

const folder = path.join(root, 'explanations')
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
const texts = files.map((file) => {
  const [text] = fs.readFileSync(path.join(folder, file), 'utf8').split('\n## Sources\n')
  return { name: path.basename(file, '.md'), text: text.replace(/\s+/g, ' ') }
})

/** A setting, and in parentheses what it is by default, as explanations/README.md says. Only a fixed number can lack "by default". */
const DEFAULT =
  /(?:`([\w-]+)`|(connections per node))(?: times)? \(([^,;()]+?)(?: by default)?((?:, [^,;()]+ before [^,;()]+)*)(?:; [^()]+)?\)/g

/** The parentheses in which a number isn't a default: `(0 is no limit)`, `(8 MiB at most)`, `(from server 5.7 on)`. */
const isDefault = (match) => /^(\d|no |number )/.test(match[3]) && !/ (is no limit|at most)$/.test(match[3])

/** The defaults in the text: a setting, and its defaults as `[side, release before which it holds, value]`, the newest last. */
function defaultsIn(text) {
  return [...text.matchAll(DEFAULT)].filter(isDefault).map(([whole, setting, pool, value, earlier]) => {
    const before = [...earlier.matchAll(/, ([^,]+) before (client|server) ([\d.]+)/g)]
    return { whole, setting: setting ?? pool, value, earlier: before.map(([, old, side, release]) => [side, release, old]) }
  })
}

/** The defaults of a setting as data/defaults.json has them, by the calls that they are for. */
function known(setting) {
  const rows = [
    ...client.map((row) => ({ side: 'client', ...row })),
    ...server.map((row) => ({ side: 'server', ...row })),
  ].filter((row) => row.setting === setting)
  return [...new Set(rows.map(({ of }) => of))].map((of) => {
    const own = rows.filter((row) => row.of === of)
    return {
      setting,
      value: own.find(({ before }) => before === undefined).value,
      earlier: own.filter(({ before }) => before).map(({ side, before, value }) => [side, before, value]),
    }
  })
}

test('every default in an explanation is in the table, with the same releases', () => {
  const named = new Set()
  for (const { name, text } of texts) {
    for (const { whole, ...found } of defaultsIn(text)) {
      const expected = known(found.setting)
      assert.ok(expected.length > 0, `${name}: ${whole} isn't in __test__/data/defaults.json`)
      const same = expected.some((row) => JSON.stringify(row) === JSON.stringify(found))
      assert.ok(same, `${name}: ${whole}. Expected ${JSON.stringify(expected)}`)
      named.add(found.setting)
    }
  }
  assert.deepEqual([...new Set([...client, ...server].map(({ setting }) => setting))].sort(), [...named].sort())
})

test('a text names a default only in the form that explanations/README.md describes', () => {
  for (const { name, text } of texts) {
    const rest = text.replace(DEFAULT, '').replace(/`default-ttl`/g, '')
    assert.doesNotMatch(rest, /\bdefaults?\b/i, name)
    // `socketTimeout` is 30000: the test above wouldn't see this one.
    assert.doesNotMatch(rest, /`[a-z]\w*(Timeout|TimeoutMs|Interval|Retries|PerNode|Rate|Window)` (is|of|=) [1-9]/, name)
  }
})

test('the sentences of statuses and subcodes name no default', () => {
  for (const table of [aerospike, ...aerospike.releases.map(aerospike.forRelease)]) {
    for (const { name, description, subcodes } of table.list()) {
      for (const text of [description, ...subcodes.map((subcode) => subcode.description)])
        assert.doesNotMatch(text, /default/i, name)
    }
  }
})

test('a default in the table has a source, and its releases are releases of the client', () => {
  for (const { setting, before, source } of client) {
    assert.match(source, /^as_(config\.c|policy\.h) \d/, setting)
    if (before) assert.ok(releases.includes(before), before)
  }
  for (const { setting, source } of server) assert.match(source, /^\w+\.[ch] \d/, setting)
})
