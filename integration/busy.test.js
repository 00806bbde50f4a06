'use strict'

// Tests writes that time out because the JavaScript thread is busy.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { single } = require('./calls')
const { connect, failureOf, keyIn, table } = require('./client')
const { startServer } = require('./server')

function keepBusy(milliseconds) {
  const end = Date.now() + milliseconds
  while (Date.now() < end);
}

test('a write that was applied while the thread was busy is in doubt, although the client says no', async () => {
  const server = await startServer()
  const client = await connect(server)
  for (const [command, call] of Object.entries(single)) {
    await client.put(keyIn('answer-0'), { bin: 1 }) // Opens a connection.
    const policy = { totalTimeout: 100, timeoutDelay: 0, maxRetries: 0 }
    const error = await new Promise((resolve) =>
      setImmediate(() => {
        resolve(failureOf(() => call(client, `answer-0.${command}`, policy)))
        keepBusy(250)
      }),
    )
    assert.deepEqual([error.code, error.inDoubt, error.command.constructor.name], [9, false, command])
    assert.ok((await server.received()).includes(command))
    assert.equal(table.isInDoubt(error), true, command)
    assert.equal(table.isInDoubt(table.toError(error)), true, command)
  }
})
