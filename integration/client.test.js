'use strict'

// Tests the codes that the client itself sets, before it sends anything or instead of the server's answer.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, failureToConnect, keyIn, table } = require('./client')
const { startServer } = require('./server')
const { assertReported } = require('./check-failure')

let server
let client
before(async () => {
  server = await startServer()
  client = await connect(server)
})

/** Asserts that `format` puts the client's own words after ours. */
function assertSays(error, code, words) {
  assertReported(error, code)
  const line = table.format(error)
  assert.ok(words.test(line.slice(table.format(code).length)), line)
}

test('-1: a client that was closed', async () => {
  const closed = await Aerospike.connect({ hosts: server.address })
  closed.close()
  assertSays(await failureOf(() => commands.get(closed, 'answer-0')), -1, /^ Not connected\.$/)
})

test('-2: invalid arguments', async () => {
  assertSays(await failureOf(() => client.put(keyIn('answer-0'), { bin: undefined })), -2, /^ Record object invalid$/)
  assertSays(await failureOf(() => client.put(keyIn('answer-0'), { bin: 1 }, { ttl: 'soon' })), -2, /^ Meta object invalid$/)
})

test('-7: all connections in use', async () => {
  const narrow = await connect(server, { maxConnsPerNode: 1 })
  const first = failureOf(() => commands.get(narrow, 'answer-silent', { totalTimeout: 200 }))
  const second = await failureOf(() => commands.get(narrow, 'answer-0'))
  await first
  assertSays(second, -7, /^ Max node.* connections would be exceeded: 1$/)
})

test('-8: no node for a partition', async () => {
  const lost = await connect(await startServer({ partitions: [0, 0] }))
  assertSays(await failureOf(() => commands.get(lost, 'answer-0')), -8, /^ Node not found for partition/)
})

test("-9: a certificate that doesn't exist", async () => {
  const hosts = [{ addr: '127.0.0.1', port: server.port, tlsname: 'node' }]
  const error = await failureToConnect(hosts, { tls: { enable: true, cafile: '/no/such/file' } })
  assertSays(error, -9, /^ Failed to load CAFile: /)
})

test('-14: more errors than maxErrorRate allows', async () => {
  const strict = await connect(server, { maxErrorRate: 5, errorRateWindow: 5 })
  const errors = []
  // It may take more than 6 attempts, because a new window may begin in between.
  while (errors.at(-1)?.code !== -14 && errors.length < 15) errors.push(await failureOf(() => commands.put(strict, 'answer-18')))
  const last = errors.pop()
  for (const error of errors) assertReported(error, 18)
  assertSays(last, -14, /^ Max error rate exceeded$/)
})

test('-16: a batch without rows', async () => {
  assertSays(
    await failureOf(() => commands.batchGet(client, ['answer-0', 'answer-18'])),
    -16,
    /^ One or more batch sub-commands failed$/,
  )
  const nowhere = [{ key: keyIn('answer-0', 'nowhere'), readAllBins: true }]
  assertSays(await failureOf(() => client.batchRead(nowhere)), -16, /^ (Batch failed|Nodes not found)$/)
})

test("20: a namespace that the client doesn't know", async () => {
  assertSays(await failureOf(() => client.get(keyIn('answer-0', 'nowhere'))), 20, /^ Invalid namespace: nowhere$/)
})

test('-17, -18, -19: transactions', { skip: !Aerospike.Transaction && 'this client has no transactions' }, async () => {
  const changed = new Aerospike.Transaction()
  await commands.get(client, 'answer-changed', { txn: changed })
  assertSays(
    await failureOf(() => client.commit(changed)),
    -17,
    /^ Txn aborted: Verify failed: One or more read keys failed to verify$/,
  )

  const committed = new Aerospike.Transaction()
  await client.commit(committed)
  assertSays(await failureOf(() => client.abort(committed)), -18, /^ The transaction has already been committed\.$/)

  const aborted = new Aerospike.Transaction()
  await client.abort(aborted)
  assertSays(await failureOf(() => client.commit(aborted)), -19, /^ The transaction has already been aborted\.$/)
})

test('an error without a code keeps its own text', async () => {
  const error = await failureOf(() => client.get(null))
  assert.equal(table.isError(error), true)
  assert.equal(table.isTransient(error), false)
  assert.equal(table.format(error), 'TypeError: Key must be an object')
})
