'use strict'

// Tests connections that the server refuses or breaks, and those without an answer.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, failureToConnect, table, reportsAdminCommands } = require('./client')
const { LATE_MS, startServer } = require('./server')
const { DOUBT, assertReported, forEachOf } = require('./check-failure')

const { ERR_ASYNC_CONNECTION, ERR_CLIENT, ERR_CONNECTION, ERR_TIMEOUT } = Aerospike.status

let server
let client
before(async () => {
  server = await startServer()
  client = await connect(server)
})

const single = ['get', 'put', 'operate', 'apply']
const batches = ['batchRead', 'batchWrite']
// These commands use the client's synchronous connections.
const synchronous = ['batchGet', 'truncate', ...(reportsAdminCommands ? ['createUser'] : [])]

/** Sends a command that fails in a given way. Returns the error. */
function send(name, way, policy) {
  return failureOf(() =>
    commands[name](client, name.startsWith('batch') ? ['answer-0', `answer-${way}`] : `answer-${way}`, policy),
  )
}

/** Asserts that the failure is reported, and that it is transient. */
function assertTransient(error, code) {
  assertReported(error, code)
  assert.equal(table.isTransient(error), true)
}

test('a refused connection is reported', async () => {
  const gone = await startServer()
  await gone.close()
  const error = await failureToConnect(gone.address)
  assertTransient(error, ERR_CONNECTION)
  assert.equal(table.format(error), `${table.format(ERR_CONNECTION)} Failed to connect`)
})

test("a host that can't be resolved is reported", async () => {
  const error = await failureToConnect('no-such-host.invalid:3000')
  assertReported(error, ERR_CLIENT)
  assert.equal(table.isTransient(error), false)
})

test('a server that has gone away is reported with its address', async () => {
  const gone = await startServer()
  const lost = await connect(gone)
  await gone.close()
  for (const name of ['get', 'put']) {
    const error = await failureOf(() => commands[name](lost, 'answer-0'))
    assertTransient(error, ERR_ASYNC_CONNECTION)
    assert.ok(table.format(error).endsWith(gone.address), table.format(error))
  }
})

for (const way of ['close', 'half', 'reset']) {
  test(`${way}: a broken connection is reported`, async () => {
    await forEachOf([...single, ...batches, 'query', 'scan'], async (name) =>
      assertTransient(await send(name, way), ERR_ASYNC_CONNECTION),
    )
    await forEachOf(synchronous, async (name) => assertTransient(await send(name, way), ERR_CONNECTION))
  })

  test(`${way}: the line lists each attempt of a query`, async () => {
    const error = await send('query', way)
    assertReported(error, ERR_ASYNC_CONNECTION)
    const [, ...attempts] = table.format(error).split(/ sub-errors: |; /)
    assert.ok(attempts.length > 1, table.format(error))
    for (const attempt of attempts) assert.match(attempt, /^-6,\d+,127\.0\.0\.1:\d+,AEROSPIKE_ERR_ASYNC_CONNECTION$/)
  })
}

test('a missing answer is reported with the number of attempts', async () => {
  const policy = { totalTimeout: 100 }
  await forEachOf([...single, ...batches, 'batchGet', 'query', 'scan'], async (name) => {
    const error = await send(name, 'silent', policy)
    assertTransient(error, ERR_TIMEOUT)
    assert.match(table.format(error), /timeout: .*iterations=\d/)
  })
})

test('a missing answer to several attempts is reported', async () => {
  const policy = { totalTimeout: 2000, socketTimeout: 50, maxRetries: 2 }
  await forEachOf(['get', 'put', 'batchGet', 'batchWrite'], async (name) => {
    const error = await send(name, 'silent', policy)
    assertTransient(error, ERR_TIMEOUT)
    assert.match(table.format(error), /iterations=3/)
  })
})

test('a missing answer is reported even if the error has no message', async () => {
  const policy = { timeout: 100 }
  const error = await send('truncate', 'silent', policy)
  assertTransient(error, ERR_TIMEOUT)
  assert.equal(table.format(error), `${table.format(ERR_TIMEOUT)} from ${server.address}${DOUBT}`)
  if (!reportsAdminCommands) return
  const wordless = await send('createUser', 'silent', policy)
  assert.equal(wordless.message, '')
  assertTransient(wordless, ERR_TIMEOUT)
})

test('an answer that comes too late is reported', async () => {
  await forEachOf(single, async (name) => assertTransient(await send(name, 'late', { totalTimeout: LATE_MS / 3 }), ERR_TIMEOUT))
  assert.equal(await send('get', 'late', { totalTimeout: LATE_MS * 10 }), undefined)
})

test('a write that may have been applied is in doubt, a read never is', async () => {
  for (const [way, policy] of [['close'], ['silent', { totalTimeout: 100 }], [ERR_TIMEOUT]]) {
    assert.equal(table.toError(await send('put', way, policy)).inDoubt, true, way)
    assert.equal(table.toError(await send('get', way, policy)).inDoubt, false, way)
  }
})
