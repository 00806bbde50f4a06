'use strict'

// -11. This needs a file of its own: all clients of a process share the queue, and it must be set up before the first client.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { Aerospike, commands, connect, failureOf, table } = require('./client')
const { startServer } = require('./server')
const { assertReported } = require('./check-failure')

test('-11: more commands than the queue takes', async () => {
  // 5 is the least that the client allows.
  Aerospike.setupGlobalCommandQueue({ maxCommandsInProcess: 5, maxCommandsInQueue: 1, queueInitialCapacity: 1 })
  const client = await connect(await startServer())
  const attempt = (totalTimeout) => failureOf(() => commands.get(client, 'answer-silent', { totalTimeout }))
  // The sixth gives up in the queue, while the first five still wait; the seventh finds no place in it.
  const errors = await Promise.all([300, 300, 300, 300, 300, 100, 100].map(attempt))

  for (const error of errors) assertReported(error, error.code)
  assert.deepEqual(
    errors.map(({ code }) => code),
    [9, 9, 9, 9, 9, 9, -11],
  )
  assert.equal(table.format(errors[5]), `${table.format(9)} Delay queue timeout`)
  assert.equal(table.format(errors[6]), `${table.format(-11)} Async delay queue full: 1`)
})
