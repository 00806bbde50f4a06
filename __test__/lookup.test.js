'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented } = require('./facts')
const { assertRefuses } = require('./helpers')

const { forRelease, list, lookup, lookupAll, search } = aerospike
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

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

test('list has the documented statuses whole, in the order of the document', () => {
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
      // Of a status with two numbers a name gives the exported one.
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

test('a name may be in any case and without its prefix', () => {
  for (const table of tables) {
    for (const info of table.list()) {
      const short = info.name.replace('AEROSPIKE_', '')
      const named = table.lookup(info.name)
      assert.equal(table.lookup(info.name.toLowerCase()), named)
      const key = short in table.status ? table.lookup(table.status[short]) : named
      for (const name of [short, short.toLowerCase()]) assert.equal(table.lookup(name).code, key.code)
    }
  }
})

test('a number with two statuses gives the first, and lookupAll both', () => {
  const names = (table, code) => table.lookupAll(code).map(({ name }) => name)
  assert.equal(lookup(501).name, 'AEROSPIKE_ERR_REQUEST_INVALID')
  assert.deepEqual(names(aerospike, 501), ['AEROSPIKE_ERR_REQUEST_INVALID', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'])
  assert.deepEqual(names(forRelease('1.0.20'), -1), ['AEROSPIKE_ERR', 'AEROSPIKE_ERR_CLIENT'])
  assert.deepEqual(names(forRelease('6.7.1'), 25), ['AEROSPIKE_ERR_ENTERPRISE_ONLY', 'AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY'])
  assert.deepEqual(names(forRelease('5.11.0'), -13), ['AEROSPIKE_USE_NORMAL_RETRY', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED'])
})

test('what a table lacks is undefined, or an empty array', () => {
  for (const key of [999, -2147483648, '', ' ', '602', 'AEROSPIKE_', 'AEROSPIKE_ERR_', 'ERR_TIMEOUT ', 'ERR\0TIMEOUT']) {
    assert.equal(lookup(key), undefined, JSON.stringify(key))
  }
  assert.deepEqual(lookupAll(999), [])
  assert.deepEqual(search('no such words'), [])
})

test('names of Object.prototype, Array.prototype and Map.prototype are unknown names', () => {
  for (const table of tables) {
    for (const prototype of [Object.prototype, Array.prototype, Map.prototype, Function.prototype]) {
      for (const name of Object.getOwnPropertyNames(prototype)) {
        assert.equal(table.lookup(name), undefined, name)
        assert.deepEqual(aerospike.history(name), [], name)
      }
    }
  }
})

test('a key of status without a meaning of its own gives the first meaning of its number', () => {
  const table = forRelease('4.0.0')
  assert.equal(table.status.ERR_CONNECTION, -8)
  assert.equal(table.lookup('ERR_CONNECTION'), table.lookup('AEROSPIKE_ERR_INVALID_NODE'))
  assert.equal(table.lookup('AEROSPIKE_ERR_CONNECTION').code, -10)
})

test('a name that was only exported short is the name of its status', () => {
  const table = forRelease('4.0.0')
  assert.equal(table.lookup(-11).name, 'ERR_ASYNC_QUEUE_FULL')
  assert.equal(table.lookup('err_async_queue_full'), table.lookup(-11))
  assert.equal(forRelease('5.2.1').lookup(-11).name, 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL')
})

test('search finds statuses by every word of a text, in any case', () => {
  const names = (text) => search(text).map(({ name }) => name)
  assert.deepEqual(names('hot-key'), ['AEROSPIKE_ERR_RECORD_BUSY'])
  assert.deepEqual(names('NOT found'), ['AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 'AEROSPIKE_ERR_RECORD_NOT_FOUND'])
  assert.deepEqual(names('timed TIMEOUT'), ['AEROSPIKE_ERR_TIMEOUT'])
  assert.deepEqual(search(''), list())
})

test('lookup and search refuse what is neither name nor number', () => {
  const keys = [null, undefined, 602n, {}, ['ERR'], Symbol('s'), true, new String('ERR')]
  assertRefuses(lookup, keys, TypeError, /^lookup: "key" must be a number or a string\. /)
  assertRefuses(lookup, [NaN, 0.5, 2 ** 31, 2 ** 32, Infinity], RangeError, /^lookup: "key" must be an integer /)
  assertRefuses(search, [null, undefined, 602, {}, Symbol('s')], TypeError, /^search: "text" must be a string\. /)
})
