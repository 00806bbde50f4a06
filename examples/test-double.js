'use strict'

// A client that fails, for the tests of the code that must bear it: no server, no client, real statuses.

const assert = require('assert')
const { forRelease } = require('aerospike-status')

const { status, toError } = forRelease('6.7.1') // the release the code will run with
const failingClient = (code) => ({ get: () => Promise.reject(toError(code)) })

// The code under test: a missing record is no failure to it.
const find = (client, key) =>
  client.get(key).catch((error) => (error.code === status.ERR_RECORD_NOT_FOUND ? null : Promise.reject(error)))

async function tests() {
  assert.strictEqual(await find(failingClient(status.ERR_RECORD_NOT_FOUND), 'k'), null)
  await assert.rejects(find(failingClient(status.ERR_TIMEOUT), 'k'), {
    name: 'AerospikeError',
    statusName: 'AEROSPIKE_ERR_TIMEOUT',
  })
  console.log('both tests passed')
}
tests()
