'use strict'

// Tests code that handles failures, without a server or the client: node --test test-double.test.js
// with/jest.test.js does the same with Jest.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { forRelease } = require('aerospike-status')

const { is, toError } = forRelease('6.7.1') // the release of the client that the code will use

const Aerospike = { AerospikeError: class AerospikeError extends Error {} } // a stand-in for require('aerospike')

// The code under test.
async function find(client, key) {
  try {
    return (await client.get(key)).bins
  } catch (err) {
    if (is(err, 'ERR_RECORD_NOT_FOUND')) return null
    throw err
  }
}
const isFromClient = (err) => err instanceof Aerospike.AerospikeError

test('find returns null for a missing record', async (t) => {
  const client = { get: t.mock.fn(() => Promise.reject(toError('ERR_RECORD_NOT_FOUND'))) }
  assert.equal(await find(client, 'ann'), null)
  assert.equal(client.get.mock.callCount(), 1)
})

test('find throws any other failure', async () => {
  const client = { get: () => Promise.reject(toError('ERR_TIMEOUT')) }
  await assert.rejects(find(client, 'ann'), { name: 'AerospikeError', code: 9, statusName: 'AEROSPIKE_ERR_TIMEOUT' })
})

test("a double can have the client's class, for code that uses instanceof", () => {
  const err = toError('ERR_TIMEOUT')
  assert.equal(isFromClient(err), false)
  Object.setPrototypeOf(err, Aerospike.AerospikeError.prototype)
  assert.equal(isFromClient(err), true)
  assert.equal(is(err, 'ERR_TIMEOUT'), true)
})
