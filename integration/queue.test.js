'use strict'

// -11. This is in its own file because all clients of a process share the queue, and it must be set up before the first client.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, table } = require('./client')
const { startServer } = require('./server')
const { assertReported } = require('./check-failure')
const { assertDoubt, failToWrite } = require('./writes')

const { ERR_ASYNC_QUEUE_FULL } = Aerospike.status

before(() => {
  // The client's minimum is 5.
  Aerospike.setupGlobalCommandQueue({ maxCommandsInProcess: 5, maxCommandsInQueue: 1, queueInitialCapacity: 1 })
})

test('-11: more commands than fit into the queue', async () => {
  const client = await connect(await startServer())
  // Without timeoutDelay: 0, client 6.x counts a timed-out command as running for another 3 s.
  const attempt = (totalTimeout) => failureOf(() => commands.get(client, 'answer-silent', { totalTimeout, timeoutDelay: 0 }))
  // The sixth times out in the queue while the first five still wait. The seventh doesn't fit.
  const errors = await Promise.all([300, 300, 300, 300, 300, 100, 100].map(attempt))

  for (const error of errors) assertReported(error, error.code)
  assert.deepEqual(
    errors.map(({ code }) => code),
    [9, 9, 9, 9, 9, 9, ERR_ASYNC_QUEUE_FULL],
  )
  assert.equal(table.format(errors[5]), `${table.format(9)} Delay queue timeout`)
  assert.equal(table.format(errors[6]), `${table.format(ERR_ASYNC_QUEUE_FULL)} Async delay queue full: 1`)
})

test("-11: a batchWrite of which one half is in the queue and the other half doesn't fit", async () => {
  const outcome = await failToWrite('batchWrite', { occupants: 5 })
  assertDoubt(outcome, { code: ERR_ASYNC_QUEUE_FULL, inDoubt: false, applied: [2, 0] })
})

test("-11: a write that doesn't fit into the queue", async () => {
  for (const call of ['put', 'operate', 'apply', 'remove']) {
    const outcome = await failToWrite(call, { occupants: 6 })
    assertDoubt(outcome, { code: ERR_ASYNC_QUEUE_FULL, inDoubt: false, applied: [0, 0] })
  }
})
