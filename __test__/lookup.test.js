'use strict'

// `list`, `lookup`, `lookupAll` and `search`: finding the rows of a table.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented, otherNames, tables } = require('./facts')
const { assertRefuses } = require('./helpers')

const { forRelease, list, lookup, lookupAll, search } = aerospike

const CATEGORIES = {
  AEROSPIKE_OK: 'ok',
  AEROSPIKE_ERR: 'generic',
  2: 'client',
  3: 'cluster',
  4: 'timeout',
  5: 'server',
  6: 'record',
}
const TRANSIENT = ['AEROSPIKE_ERR_CLUSTER', 'AEROSPIKE_ERR_CLUSTER_CHANGE', 'AEROSPIKE_ERR_TIMEOUT', 'AEROSPIKE_ERR_RECORD_BUSY']
const IN_DOUBT = ['AEROSPIKE_ERR', 'AEROSPIKE_ERR_CLIENT', 'AEROSPIKE_ERR_TIMEOUT']

test('list has the documented statuses with all fields, in the order of the document', () => {
  assert.deepEqual(
    list(),
    documented.map(({ code, name, description }) => ({
      code,
      name,
      description,
      category: CATEGORIES[name] || CATEGORIES[Math.floor(code / 100)],
      transient: TRANSIENT.includes(name),
      inDoubt: IN_DOUBT.includes(name),
      exported: true,
      subcodes: [],
    })),
  )
})

test('a status is the same object however it is found', () => {
  for (const table of tables) {
    assert.equal(table.list(), table.list())
    for (const [position, info] of table.list().entries()) {
      // For a status with two numbers, its name finds the exported one.
      const named = table.list().find(({ name, exported }) => name === info.name && exported) || info
      assert.equal(table.lookup(info.name), named)
      assert.equal(table.list()[position], info)
      assert.ok(table.lookupAll(info.code).includes(info))
      assert.equal(table.lookup(info.code), table.lookupAll(info.code)[0])
      assert.equal(table.lookupAll(info.code), table.lookupAll(info.code))
      assert.ok(table.search(info.name).includes(info))
      assert.ok(table.search(info.description.toUpperCase()).includes(info))
    }
  }
})

test('lookup takes a name in any case, with or without its prefix', () => {
  for (const table of tables) {
    for (const info of table.list()) {
      const short = info.name.replace('AEROSPIKE_', '')
      const named = table.lookup(info.name)
      assert.equal(table.lookup(info.name.toLowerCase()), named)
      const expected = short in table.status ? table.lookup(table.status[short]) : named
      for (const name of [short, short.toLowerCase()]) assert.equal(table.lookup(name).code, expected.code)
    }
  }
})

test('for a number with two statuses, lookup finds the first and lookupAll both', () => {
  const names = (table, code) => table.lookupAll(code).map(({ name }) => name)
  assert.equal(lookup(501).name, 'AEROSPIKE_ERR_REQUEST_INVALID')
  assert.deepEqual(names(aerospike, 501), ['AEROSPIKE_ERR_REQUEST_INVALID', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'])
  assert.deepEqual(names(forRelease('1.0.20'), -1), ['AEROSPIKE_ERR', 'AEROSPIKE_ERR_CLIENT'])
  assert.deepEqual(names(forRelease('6.7.1'), 25), ['AEROSPIKE_ERR_ENTERPRISE_ONLY', 'AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY'])
  assert.deepEqual(names(forRelease('5.11.0'), -13), ['AEROSPIKE_USE_NORMAL_RETRY', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED'])
})

test('no number has more than two statuses, so the helpers look only at the first and the last', () => {
  for (const table of tables) for (const { code } of table.list()) assert.ok(table.lookupAll(code).length <= 2)
})

test('for a key that a table lacks, lookup returns undefined and lookupAll an empty array', () => {
  for (const key of [
    999,
    -2147483648,
    '',
    ' ',
    'AEROSPIKE_',
    'AEROSPIKE_ERR_',
    'ERR_TIMEOUT ',
    'ERR\0TIMEOUT',
    'TIME\ud800OUT',
  ]) {
    assert.equal(lookup(key), undefined, JSON.stringify(key))
  }
  assert.deepEqual(lookupAll(999), [])
  assert.deepEqual(search('no such words'), [])
})

test("property names of built-in prototypes aren't names of statuses", () => {
  for (const table of tables) {
    for (const prototype of [Object.prototype, Array.prototype, Map.prototype, Function.prototype]) {
      for (const name of Object.getOwnPropertyNames(prototype)) {
        assert.equal(table.lookup(name), undefined, name)
        assert.deepEqual(aerospike.history(name), [], name)
      }
    }
  }
})

test('lookup and explain take a code as a string', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      assert.equal(table.lookup(String(code)), table.lookup(code))
      assert.equal(table.explain(String(code)), table.explain(code))
    }
  }
  assert.equal(lookup('-0'), lookup(0))
  assert.equal(lookup('999'), undefined)
  for (const key of [' 602', '602 ', '0602', '+602', '602.0', '6.02e2', '0x25a', '602n', '２', '4294967898', '-', '--8']) {
    assert.equal(lookup(key), undefined, key)
  }
})

test('lookup takes the names of other clients and the server, in upper or lower case', () => {
  for (const table of tables) {
    for (const [status, others] of Object.entries(otherNames)) {
      const named = table.lookup(status) || table.lookup(status.replace('AEROSPIKE_', ''))
      for (const name of Object.keys(others)) {
        for (const text of [name, name.toLowerCase(), name.toUpperCase()])
          assert.equal(table.lookup(text), named, `${table.release} ${text}`)
      }
    }
  }
  // Our own short name, and another client's name for a status with two numbers.
  assert.equal(forRelease('6.7.1').lookup('XDR_KEY_BUSY').code, 32)
  assert.equal(forRelease('5.11.0').lookup('MAX_RETRIES_EXCEEDED').code, -13)
  for (const name of ['PARSE_ERROR', 'AEROSPIKE_KEY_BUSY', 'KEY_BUSY ', 'FORBIDDEN']) assert.equal(lookup(name), undefined, name)
})

test('a key of status without its own meaning finds the first meaning of its number', () => {
  const table = forRelease('4.0.0')
  assert.equal(table.status.ERR_CONNECTION, -8)
  assert.equal(table.lookup('ERR_CONNECTION'), table.lookup('AEROSPIKE_ERR_INVALID_NODE'))
  assert.equal(table.lookup('AEROSPIKE_ERR_CONNECTION').code, -10)
})

test('a name that was exported only without its prefix finds its status', () => {
  const table = forRelease('4.0.0')
  assert.equal(table.lookup(-11).name, 'ERR_ASYNC_QUEUE_FULL')
  assert.equal(table.lookup('err_async_queue_full'), table.lookup(-11))
  assert.equal(forRelease('5.2.1').lookup(-11).name, 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL')
})

const namesOf = (statuses) => statuses.map(({ name }) => name)

test('search finds the statuses that match every word of a text, best first', () => {
  assert.equal(search('hot-key')[0].name, 'AEROSPIKE_ERR_RECORD_BUSY')
  const found = namesOf(search('NOT found'))
  assert.deepEqual(found.slice(0, 2), ['AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 'AEROSPIKE_ERR_RECORD_NOT_FOUND'])
  assert.ok(namesOf(search('timed TIMEOUT')).includes('AEROSPIKE_ERR_TIMEOUT'))
  assert.equal(namesOf(forRelease('latest').search('FORBID_TRUNCATED'))[0], 'AEROSPIKE_ERR_FAIL_FORBIDDEN')
  assert.ok(Object.isFrozen(search('timeout')))
})

test('for each sentence of the document, search finds its status first, with or without an address or full stop', () => {
  for (const { name, description } of documented) {
    const sentence = description.replace(/\.$/, '')
    for (const text of [description, sentence, `127.0.0.1:3000 ${description}`, `${sentence} from [::1]:3000`]) {
      assert.equal(search(text)[0].name, name, text)
    }
  }
})

test('search finds nothing for an empty or unusual text', () => {
  for (const text of ['', ' ', '\n', '...', '--', '\0', '\ud800', '\udc00timeout', 'time\0out', '\u200b', '😀', 'é']) {
    for (const table of [aerospike, forRelease('latest')]) assert.deepEqual(table.search(text), [], JSON.stringify(text))
  }
})

test('search takes a text of a megabyte', () => {
  const table = forRelease('latest')
  const [long, repeated] = ['x'.repeat(2 ** 20), 'the client '.repeat(2 ** 17)]
  for (const text of [long, `timeout ${long}`, '\ud800'.repeat(2 ** 19), '. '.repeat(2 ** 19)])
    assert.deepEqual(table.search(text), [])
  assert.deepEqual(table.search(repeated), table.search('the client'))
  assert.deepEqual(table.search(`timeout${' '.repeat(2 ** 20)}`), table.search('timeout'))
})

test('lookup and search throw for an invalid argument', () => {
  const keys = [null, undefined, 602n, {}, ['ERR'], Symbol('s'), true, new String('ERR')]
  assertRefuses(lookup, keys, TypeError, /^lookup: "key" must be a number or a string\. /)
  assertRefuses(lookup, [NaN, 0.5, 2 ** 31, 2 ** 32, Infinity], RangeError, /^lookup: "key" must be an integer /)
  assertRefuses(search, [null, undefined, 602, {}, Symbol('s')], TypeError, /^search: "text" must be a string\. /)
})
