'use strict'

// `suggest`: the names nearest to a text.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { assertRefuses } = require('./helpers')

const { forRelease, suggest } = aerospike
const newest = forRelease('latest')

test('suggest finds the names nearest to part of a name or a typo, best first', () => {
  assert.deepEqual(newest.suggest('TIMEOUT'), ['AEROSPIKE_ERR_TIMEOUT', 'AEROSPIKE_ERR_QUERY_TIMEOUT'])
  assert.equal(newest.suggest('ERR_TIMEUOT')[0], 'AEROSPIKE_ERR_TIMEOUT')
  assert.equal(newest.suggest('record not found')[0], 'AEROSPIKE_ERR_RECORD_NOT_FOUND')
  assert.deepEqual(suggest('aerospike_err_timeout'), ['AEROSPIKE_ERR_TIMEOUT'])
})

test('names of other clients, of the server and of subcodes lead to their status', () => {
  for (const [text, name] of [
    ['index already exists', 'AEROSPIKE_ERR_INDEX_FOUND'],
    ['KEY_BUSY', 'AEROSPIKE_ERR_RECORD_BUSY'],
    ['as_err_forbiden', 'AEROSPIKE_ERR_FAIL_FORBIDDEN'],
    ['RecordNotFoun', 'AEROSPIKE_ERR_RECORD_NOT_FOUND'],
    ['FORBID_TRUNCATD', 'AEROSPIKE_ERR_FAIL_FORBIDDEN'],
  ])
    assert.equal(newest.suggest(text)[0], name, text)
})

test('suggest returns at most five names of its table, each once', () => {
  for (const text of ['ERR', 'record', 'not found', 'index', 'err_record_xists']) {
    for (const table of [aerospike, newest, forRelease('1.0.0')]) {
      const names = table.suggest(text)
      assert.ok(names.length <= 5 && new Set(names).size === names.length, text)
      for (const name of names) assert.equal(table.lookup(name).name, name)
    }
  }
})

test('a status with two numbers appears once', () => {
  const table = forRelease('5.11.0')
  assert.equal(table.list().filter(({ name }) => name === 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED').length, 2)
  assert.deepEqual(table.suggest('MAX_RETRIES_EXCEEDED'), ['AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED'])
})

test('suggest finds nothing for an empty, unrelated or too long text', () => {
  for (const text of ['', ' ', 'zzzzzzzz', 'x'.repeat(65), 'TIMEOUT'.repeat(10)]) assert.deepEqual(newest.suggest(text), [], text)
})

test('suggest returns a new array, which the caller may change', () => {
  assert.notEqual(newest.suggest('TIMEOUT'), newest.suggest('TIMEOUT'))
  newest.suggest('TIMEOUT').reverse()
})

test("suggest throws if the name isn't a string", () => {
  const names = [null, undefined, 602, {}, Symbol('s'), new String('ERR')]
  assertRefuses(suggest, names, TypeError, /^suggest: "name" must be a string\. /)
})
