'use strict'

// Connections that are refused, break, or stay without an answer.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, failureToConnect, table, tellsOfAdministration } = require('./client')
const { LATE_MS, startServer } = require('./server')
const { assertTold, forEachOf } = require('./told')

const { ERR_ASYNC_CONNECTION, ERR_CLIENT, ERR_CONNECTION, ERR_TIMEOUT } = Aerospike.status

let server
let client
before(async () => {
  server = await startServer()
  client = await connect(server)
})

const single = ['get', 'put', 'operate', 'apply']
const batches = ['batchRead', 'batchWrite']
// Whose connections are not those of the event loop.
const synchronous = ['batchGet', 'truncate', ...(tellsOfAdministration ? ['createUser'] : [])]

/** Sends a command which the server treats as `way` says. */
function send(name, way, policy) {
  return failureOf(() =>
    commands[name](client, name.startsWith('batch') ? ['answer-0', `answer-${way}`] : `answer-${way}`, policy),
  )
}

/** Every failure here passes by itself, and says so. */
function assertPasses(error, code) {
  assertTold(error, code)
  assert.equal(table.isTransient(error), true)
}

test('a refused connection is told', async () => {
  const gone = await startServer()
  await gone.close()
  const error = await failureToConnect(gone.address)
  assertPasses(error, ERR_CONNECTION)
  assert.equal(table.format(error), `${table.format(ERR_CONNECTION)} Failed to connect`)
})

test('a host that cannot be resolved is told', async () => {
  const error = await failureToConnect('no-such-host.invalid:3000')
  assertTold(error, ERR_CLIENT)
  assert.equal(table.isTransient(error), false)
})

test('a server that is gone is told, with its address', async () => {
  const gone = await startServer()
  const lost = await connect(gone)
  await gone.close()
  for (const name of ['get', 'put']) {
    const error = await failureOf(() => commands[name](lost, 'answer-0'))
    assertPasses(error, ERR_ASYNC_CONNECTION)
    assert.ok(table.format(error).endsWith(gone.address), table.format(error))
  }
})

for (const way of ['close', 'half', 'reset']) {
  test(`${way}: a connection that breaks is told`, async () => {
    await forEachOf([...single, ...batches, 'query', 'scan'], async (name) =>
      assertPasses(await send(name, way), ERR_ASYNC_CONNECTION),
    )
    await forEachOf(synchronous, async (name) => assertPasses(await send(name, way), ERR_CONNECTION))
  })

  test(`${way}: each attempt of a query has its place in the line`, async () => {
    const error = await send('query', way)
    assertTold(error, ERR_ASYNC_CONNECTION)
    const [, ...attempts] = table.format(error).split('; ')
    assert.ok(attempts.length > 1, table.format(error))
    for (const attempt of attempts) assert.match(attempt, /^-6,\d+,127\.0\.0\.1:\d+,AEROSPIKE_ERR_ASYNC_CONNECTION$/)
  })
}

test('no answer is told, and how often the client has tried', async () => {
  const policy = { totalTimeout: 100 }
  await forEachOf([...single, ...batches, 'batchGet', 'query', 'scan'], async (name) => {
    const error = await send(name, 'silent', policy)
    assertPasses(error, ERR_TIMEOUT)
    assert.match(table.format(error), /timeout: .*iterations=\d/)
  })
})

test('no answer to several attempts is told', async () => {
  const policy = { totalTimeout: 2000, socketTimeout: 50, maxRetries: 2 }
  await forEachOf(['get', 'put', 'batchGet', 'batchWrite'], async (name) => {
    const error = await send(name, 'silent', policy)
    assertPasses(error, ERR_TIMEOUT)
    assert.match(table.format(error), /iterations=3/)
  })
})

test('no answer is told where the client has next to no words for it', async () => {
  const policy = { timeout: 100 }
  const error = await send('truncate', 'silent', policy)
  assertPasses(error, ERR_TIMEOUT)
  assert.equal(table.format(error), `${table.format(ERR_TIMEOUT)} from ${server.address}`)
  if (!tellsOfAdministration) return
  const wordless = await send('createUser', 'silent', policy)
  assert.equal(wordless.message, '')
  assertPasses(wordless, ERR_TIMEOUT)
})

test('an answer that comes too late is told', async () => {
  await forEachOf(single, async (name) => assertPasses(await send(name, 'late', { totalTimeout: LATE_MS / 3 }), ERR_TIMEOUT))
  assert.equal(await send('get', 'late', { totalTimeout: LATE_MS * 10 }), undefined)
})

test('a write that may have been applied is in doubt, a read never', async () => {
  for (const [way, policy] of [['close'], ['silent', { totalTimeout: 100 }], [ERR_TIMEOUT]]) {
    assert.equal(table.toError(await send('put', way, policy)).inDoubt, true, way)
    assert.equal(table.toError(await send('get', way, policy)).inDoubt, false, way)
  }
})
