'use strict'

// The official client and this package in one process. No server is needed: the failures are real, and the client's own.

const assert = require('node:assert/strict')
const { after, test } = require('node:test')
const Aerospike = require('aerospike')
const { forRelease } = require('..')

const { version } = require('aerospike/package.json')
const table = forRelease(version)

// Without it the client's threads keep the process from ending.
after(() => Aerospike.releaseEventLoop())

test(`status is that of aerospike@${version}, number for number`, () => {
  const numbers = Object.entries(Aerospike.status).filter(([, value]) => typeof value === 'number')
  assert.ok(numbers.length > 150)
  assert.deepEqual({ ...table.status }, Object.fromEntries(numbers))
})

test('every code that the client can describe has a sentence here too', () => {
  for (const code of new Set(Object.values(table.status))) {
    assert.doesNotMatch(table.describe(code), /^Unknown/)
    assert.equal(typeof Aerospike.status.getMessage(code), 'string')
  }
})

const failToConnect = (hosts) =>
  Aerospike.connect({ hosts, connTimeoutMs: 500, log: { level: Aerospike.log.OFF } }).then(
    (client) => assert.fail(`connected: ${client}`),
    (error) => error,
  )

test('a refused connection is -10, transient, and reads well in a log', async () => {
  const error = await failToConnect('127.0.0.1:1')
  assert.equal(error.code, -10)
  assert.deepEqual([table.isOk(error), table.isError(error), table.isTransient(error)], [false, true, true])
  assert.equal(
    table.format(error),
    'AEROSPIKE_ERR_CONNECTION (-10): A connection to a node could not be opened, or broke. Failed to connect',
  )
})

test('a host that cannot be resolved is -1, not transient, and keeps its fields in toError', async () => {
  const error = await failToConnect('no-such-host.invalid:3000')
  assert.equal(error.code, -1)
  assert.equal(table.isTransient(error), false)
  assert.equal(table.format(error), 'AEROSPIKE_ERR_CLIENT (-1): Generic client API usage error. Failed to connect')
  const wrapped = table.toError(error)
  const { code, message, func, file, line, inDoubt } = error
  assert.deepEqual(JSON.parse(JSON.stringify(wrapped)), {
    ...{ name: 'AerospikeError', statusName: 'AEROSPIKE_ERR_CLIENT' },
    ...{ code, message, func, file, line, inDoubt },
  })
  assert.equal(wrapped.cause, error)
})

test('success, as the client tells it, is ok', () => {
  assert.ok(table.isOk(null))
  assert.ok(table.isOk(Aerospike.status.OK))
  assert.equal(table.toError(null), null)
})
