'use strict'

// Tests -11, a full command queue. These tests have their own file, because all clients of a process share the queue. You can only set it up
// before the first client.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, table } = require('./client')
const { startServer } = require('./server')
const { assertReported } = require('./check-failure')
const { assertDoubt, failToWrite } = require('./writes')

const { ERR_ASYNC_QUEUE_FULL } = Aerospike.status

before(() => {
  // The client allows no fewer than 5.
  Aerospike.setupGlobalCommandQueue({ maxCommandsInProcess: 5, maxCommandsInQueue: 1, queueInitialCapacity: 1 })
})

test('-11: more commands than the queue has room for', async () => {
  const client = await connect(await startServer())
  // Without timeoutDelay: 0, 6.x counts a command as in process for another 3 s after its timeout.
  const attempt = (totalTimeout) => failureOf(() => commands.get(client, 'answer-silent', { totalTimeout, timeoutDelay: 0 }))
  // The sixth times out in the queue while the first five still wait. The seventh finds no room in the queue.
  const errors = await Promise.all([300, 300, 300, 300, 300, 100, 100].map(attempt))

  for (const error of errors) assertReported(error, error.code)
  assert.deepEqual(
    errors.map(({ code }) => code),
    [9, 9, 9, 9, 9, 9, ERR_ASYNC_QUEUE_FULL],
  )
  assert.equal(table.format(errors[5]), `${table.format(9)} Delay queue timeout`)
  assert.equal(table.format(errors[6]), `${table.format(ERR_ASYNC_QUEUE_FULL)} Async delay queue full: 1`)
})

test('-11: a batchWrite with one half in the queue, and no room for the other half', async () => {
  const outcome = await failToWrite('batchWrite', { occupants: 5 })
  assertDoubt(outcome, { code: ERR_ASYNC_QUEUE_FULL, inDoubt: false, applied: [2, 0] })
})

test('-11: a write that finds no room in the queue', async () => {
  for (const call of ['put', 'operate', 'apply', 'remove']) {
    const outcome = await failToWrite(call, { occupants: 6 })
    assertDoubt(outcome, { code: ERR_ASYNC_QUEUE_FULL, inDoubt: false, applied: [0, 0] })
  }
})
