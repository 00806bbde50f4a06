'use strict'

// Tests code that handles failures, with Jest. The exports of aerospike-status are frozen, so jest.spyOn can't replace its functions. To use
// jest.spyOn, first replace the module with a copy that isn't frozen, with jest.mock.

/* global expect, jest, test */

jest.mock('aerospike-status', () => {
  const actual = jest.requireActual('aerospike-status')
  const table = { ...actual.forRelease('6.7.1') } // the release of the client that the code will use
  return { ...actual, forRelease: () => table }
})

const table = require('aerospike-status').forRelease('6.7.1')

// The code under test.
async function find(client, key) {
  try {
    return (await client.get(key)).bins
  } catch (err) {
    if (table.is(err, 'ERR_RECORD_NOT_FOUND')) return null
    throw err
  }
}

test('find returns null for a missing record', async () => {
  const client = { get: jest.fn().mockRejectedValue(table.toError('ERR_RECORD_NOT_FOUND')) }
  expect(await find(client, 'ann')).toBeNull()
  expect(client.get).toHaveBeenCalledTimes(1)
})

test('find throws any other failure', async () => {
  const client = { get: jest.fn().mockRejectedValue(table.toError('ERR_TIMEOUT')) }
  await expect(find(client, 'ann')).rejects.toMatchObject({ name: 'AerospikeError', code: 9 })
})

test('jest.spyOn replaces a function of aerospike-status', async () => {
  jest.spyOn(table, 'is').mockReturnValueOnce(true)
  const client = { get: jest.fn().mockRejectedValue(table.toError('ERR_TIMEOUT')) }
  expect(await find(client, 'ann')).toBeNull()
})
