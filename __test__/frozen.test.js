'use strict'

// Nobody can change a table, its rows or what a function returns.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const vm = require('node:vm')
const aerospike = require('..')
const { tables } = require('./facts')

const assertDeeplyFrozen = (value, path) => {
  if (value === null || (typeof value !== 'object' && typeof value !== 'function')) return
  assert.ok(Object.isFrozen(value), `${path} is not frozen`)
  for (const key of Reflect.ownKeys(value)) assertDeeplyFrozen(value[key], `${path}.${String(key)}`)
}

test('tables, rows, search results and history are deeply frozen', () => {
  for (const table of tables) {
    assertDeeplyFrozen(table, table.release)
    assertDeeplyFrozen(table.list(), 'list')
    assertDeeplyFrozen(table.search('record'), 'search')
    assertDeeplyFrozen(table.lookupAll(12345), 'lookupAll of an unknown code')
    for (const { code, name } of table.list()) {
      assertDeeplyFrozen(table.lookup(code), 'lookup')
      assertDeeplyFrozen(table.lookup(name), 'lookup')
      assertDeeplyFrozen(table.lookupAll(code), 'lookupAll')
      assertDeeplyFrozen(aerospike.history(name), 'history')
    }
  }
  assertDeeplyFrozen(aerospike.history('no such name'), 'history of an unknown name')
})

test('writing throws in strict mode and does nothing in sloppy mode', () => {
  const write = 'target[key] = 1; delete target[key]; target.added = 1'
  const sloppy = vm.runInThisContext(`(target, key) => { ${write} }`)
  const strict = ['target[key] = 1', 'delete target[key]', 'target.added = 1'].map((statement) =>
    vm.runInThisContext(`'use strict'; (target, key) => { ${statement} }`),
  )
  for (const target of [aerospike, aerospike.status, aerospike.forRelease('6.7.1'), aerospike.forRelease('6.7.1').status]) {
    const before = { ...target }
    for (const key of Object.keys(target)) {
      sloppy(target, key)
      for (const attempt of strict) assert.throws(() => attempt(target, key), TypeError)
    }
    assert.deepEqual({ ...target }, before)
  }
})

test('a test runner can mock a copy of a table, but not the table', (t) => {
  const table = aerospike.forRelease('6.7.1')
  assert.throws(() => t.mock.method(table, 'isTransient', () => true), TypeError)
  assert.equal(table.isTransient(2), false)

  const copy = { ...table }
  t.mock.method(copy, 'isTransient', () => true)
  assert.equal(copy.isTransient(2), true)
  // The functions need no `this`.
  assert.equal(copy.isError(2), true)
})
