'use strict'

// `statusOf`: which status a failure has, if any, and that the other functions agree.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { shortOf, tables } = require('./facts')
const { failuresWith, recordCalls, runWatched, thrower, withoutStatus, withPrefix } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')

test('statusOf returns the row that lookup returns', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      const values = code === 0 ? failuresWith(code).slice(0, 4) : failuresWith(code)
      for (const value of values) assert.equal(table.statusOf(value), table.lookup(code))
      if (code !== 0) assert.equal(table.statusOf(table.toError(code)), table.lookup(code))
    }
  }
})

test('statusOf returns the row of AEROSPIKE_OK for success', () => {
  for (const table of tables) {
    for (const value of [null, undefined, 0, -0, { code: 0 }, { status: 0, key: {} }, { status: 'fulfilled', value: 9 }]) {
      assert.equal(table.statusOf(value), table.lookup('AEROSPIKE_OK'))
    }
  }
})

test("statusOf returns undefined for a code that the table doesn't have", () => {
  for (const table of tables) {
    for (const value of [...failuresWith(12345), ...failuresWith(-12345), ...withoutStatus])
      assert.equal(table.statusOf(value), undefined)
  }
  assert.equal(aerospike.statusOf(2), undefined)
  assert.equal(newest.statusOf(602), undefined)
})

test('a string is never a failure, even if it names one', () => {
  for (const table of tables) {
    for (const text of ['9', '602', '-8', 'KEY_BUSY', 'RecordNotFound', 'AEROSPIKE_ERR_TIMEOUT', 'ERR_TIMEOUT', 'OK', '0']) {
      assert.equal(table.statusOf(text), undefined)
      assert.equal(table.is(text, 'ERR_TIMEOUT', 'OK'), false)
      assert.deepEqual([table.isTransient(text), table.isInDoubt(text), table.isOk(text)], [false, false, false])
    }
  }
})

// --- A message that names a status ---

test('a message that is a name decides between two meanings', () => {
  const [request, namespace] = aerospike.lookupAll(501)
  for (const own of [request, namespace]) {
    const failure = { code: 501, message: own.name }
    assert.equal(aerospike.statusOf(failure), own)
    assert.equal(aerospike.is(failure, own.name), true)
  }
  assert.equal(aerospike.is({ code: 501, message: namespace.name }, request.name), false)
})

test('a message with the name of the first meaning rules out the second', () => {
  const [request, namespace] = aerospike.lookupAll(501)
  assert.equal(aerospike.is({ code: 501, message: request.name }, namespace.name), false)
})

test('a message that names a status of another release decides the status', () => {
  const index = { code: 200, message: 'AEROSPIKE_ERR_INDEX_FOUND' }
  assert.equal(aerospike.is(index, 'ERR_INDEX_FOUND'), true)
  assert.equal(aerospike.is(index, 'ERR_CLIENT'), false)
  assert.equal(aerospike.statusOf(index), undefined)
  const old = { code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND' }
  assert.equal(newest.is(old, 'ERR_RECORD_NOT_FOUND'), true)
  assert.equal(newest.statusOf(old), newest.lookup(2))
  const fromNew = { code: 9, message: 'AEROSPIKE_ERR_TIMEOUT' }
  assert.equal(aerospike.statusOf(fromNew), aerospike.lookup(400))
  assert.equal(aerospike.is(fromNew, 'ERR_TIMEOUT'), true)
})

test('statusOf, toError and format name the same status', () => {
  for (const table of tables) {
    for (const other of tables) {
      for (const { code, name } of other.list()) {
        if (code === 0) continue
        for (const message of [name, shortOf(name)]) {
          const failure = { code, message }
          const line = table.format(failure)
          const head = line.split(/ or | \(/)[0]
          const error = table.toError(failure)
          if (line.startsWith('Unknown')) assert.ok(!('statusName' in error))
          else {
            assert.equal(withPrefix(error.statusName), withPrefix(head))
            assert.equal(table.is(failure, head), true)
            const own = table.lookupAll(code).find((meaning) => withPrefix(meaning.name) === withPrefix(head))
            const row = own || table.lookup(head)
            if (own === undefined || own.name === head)
              assert.equal(table.statusOf(failure), row, `${code} ${message} in ${table.release}`)
          }
        }
      }
    }
  }
})

test('a message finds the row with its name, with or without prefix', () => {
  for (const [release, message] of [
    ['6.7.1', 'ERR_ASYNC_QUEUE_FULL'],
    ['3.2.0', 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL'],
  ]) {
    const table = forRelease(release)
    const failure = { code: -11, message }
    assert.equal(table.statusOf(failure), table.lookup(-11))
    assert.equal(table.isTransient(failure), table.isTransient(-11))
  }
})

test("a message that isn't a name of a status with this code is ignored", () => {
  for (const message of [
    'AEROSPIKE_ERR_TIMEOUT',
    'aerospike_err_index_found',
    ' AEROSPIKE_ERR_INDEX_FOUND',
    'AEROSPIKE_ERR_INDEX_FOUND ',
    'AEROSPIKE_ERR_INDEX_FOUND: idx',
    'AEROSPIKE_OK',
    'AEROSPIKE_',
    'A',
    'E',
    'constructor',
  ]) {
    assert.equal(aerospike.statusOf({ code: 200, message }), aerospike.lookup(200))
    assert.equal(aerospike.is({ code: 200, message }, 'ERR_CLIENT'), true)
  }
  for (const message of [9, null, {}, ['AEROSPIKE_ERR_INDEX_FOUND'], new String('AEROSPIKE_ERR_INDEX_FOUND')]) {
    assert.equal(aerospike.statusOf({ code: 200, message }), aerospike.lookup(200))
  }
  const hostile = Object.defineProperty({ code: 200 }, 'message', { get: thrower })
  assert.equal(aerospike.statusOf(hostile), aerospike.lookup(200))
})

// --- Without crossing into Rust ---

test('helpers judge a code, an error with a code and a batch row without the addon', () => {
  const use = `
    const tables = [aerospike, aerospike.forRelease('6.7.1')]
    const NAMES = ['ERR_TIMEOUT', 'err_record_not_found', 'AEROSPIKE_MRT_BLOCKED']
    const ask = (table, value) => {
      table.statusOf(value), table.isTransient(value), table.isInDoubt(value), table.isOk(value), table.isError(value), table.is(value, ...NAMES)
    }
    for (const table of tables) table.list(), table.is(null, ...NAMES)
    class BatchWriteCommand {}
    seen.length = 0
    for (const table of tables) {
      for (const code of [...table.list().map(({ code }) => code), 12345, -12345]) {
        const failure = { code, message: '127.0.0.1:3000 Error', inDoubt: false, subcode: 6, command: new BatchWriteCommand() }
        const values = [code, { code }, failure, Object.assign(new Error('A message'), { code }), { status: code, record: null, inDoubt: false }]
        for (const value of values) ask(table, value)
        for (const value of values) if (code !== 0) ask(table, { status: 'rejected', reason: value }), ask(table, Object.assign(new Error('x'), { cause: value }))
      }
      for (const { code, name } of table.list()) if (table.lookupAll(code).length === 1) ask(table, { code, message: name })
      for (const value of [null, undefined, 'x', true, {}, [], { status: 404 }, { code: 'ECONNREFUSED' }]) ask(table, value)
      for (const value of [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), { status: 'fulfilled', value: 1 }]) ask(table, value)
    }
    const known = seen.splice(0)
    aerospike.statusOf(new Error('a text')), aerospike.is(9, 'ERR_PARAM')
    console.log(JSON.stringify([known, seen]))`
  const [known, asked] = runWatched(recordCalls, use)
  assert.deepEqual(known, [])
  assert.equal(asked.length, 2)
})
