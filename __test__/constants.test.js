'use strict'

// The constants of the 1.x document, and the exports of the module.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented } = require('./facts')

test('the constants are the names and numbers of the 1.x document', () => {
  assert.equal(documented.length, 18)
  for (const { name, code } of documented) {
    assert.equal(aerospike[name], code, name)
    assert.equal(aerospike.status[name], code, name)
  }
})

test('status has the names of the document, in its order, and nothing else', () => {
  assert.deepEqual(
    Object.entries(aerospike.status),
    documented.map(({ name, code }) => [name, code]),
  )
})

test('501 stands for two names, in the order of the document', () => {
  const names = Object.keys(aerospike.status).filter((name) => aerospike.status[name] === 501)
  assert.deepEqual(names, ['AEROSPIKE_ERR_REQUEST_INVALID', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'])
})

test('the module exports the constants and the API, and nothing else', () => {
  assert.deepEqual(Object.keys(aerospike), [
    ...documented.map(({ name }) => name),
    ...['release', 'status', 'describe', 'lookup', 'lookupAll', 'list', 'search', 'suggest', 'explain'],
    ...['isOk', 'isError', 'isTransient', 'isInDoubt', 'is', 'statusOf', 'format', 'toError', 'serialize'],
    ...['subcode', 'releases', 'forRelease', 'history', 'translate'],
  ])
  assert.equal(aerospike.release, 'documented')
})
