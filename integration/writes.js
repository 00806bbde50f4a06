'use strict'

// Sends writes to a cluster of two nodes, the second of which fails.

const assert = require('node:assert/strict')
const { assertReported } = require('./check-failure')
const { Aerospike, failureOf, table } = require('./client')
const { startCluster } = require('./server')

/** A key with this digest. The client takes the key's partition, and so its node, from the first two bytes. */
const keyOf = (byte, set) => new Aerospike.Key('test', set, null, Buffer.alloc(20, byte))

// Two keys for each node, because the client turns a batch with one key for a node into a command on a single record.
const keys = [0x00, 0x01, 0xfe, 0xff].map((byte) => keyOf(byte, 'answer-0'))
const ofSecondNode = keys.at(-1)

const operations = [Aerospike.operations.incr('bin', 1)]
const udf = { module: 'm', funcname: 'f', args: [] }
const query = (client) => client.query('test', 'answer-0')
const scan = (client) => client.scan('test', 'answer-0')

/** The calls that write. Those with one key write to the second node, the others to both nodes. */
const writes = {
  put: (client, policy) => client.put(ofSecondNode, { bin: 1 }, {}, policy),
  operate: (client, policy) => client.operate(ofSecondNode, operations, {}, policy),
  apply: (client, policy) => client.apply(ofSecondNode, udf, policy),
  remove: (client, policy) => client.remove(ofSecondNode, policy),
  batchWrite: (client, policy) =>
    client.batchWrite(
      keys.map((key) => ({ type: Aerospike.batchType.BATCH_WRITE, key, ops: operations })),
      policy,
    ),
  batchApply: (client, policy) => client.batchApply(keys, udf, policy),
  batchRemove: (client, policy) => client.batchRemove(keys, policy),
  queryBackground: (client, policy) => query(client).background('m', 'f', [], policy),
  queryOperate: (client, policy) => query(client).operate(operations, policy),
  scanBackground: (client, policy) => scan(client).background('m', 'f', [], policy),
  scanOperate: (client, policy) => scan(client).operate(operations, policy),
}

/**
 * Starts a cluster whose second node fails, and makes one of the calls in `writes`.
 *
 * @param {string} call
 * @param {object} failure
 * @param {string} [failure.answer] how the second node answers every message: see `fails` in server.js
 * @param {boolean} [failure.isGone] whether the second node refuses connections
 * @param {number} [failure.occupants] how many other commands are waiting for the second node
 * @param {object} [failure.config] the client's configuration
 * @param {object} [failure.policy] the call's policy
 * @returns {Promise<{ call: string, error: unknown, applied: number[] }>} `applied` has the number of writes that each node
 *   answered with 0, or received completely and didn't answer
 */
async function failToWrite(call, { answer, isGone = false, occupants = 0, config = {}, policy = {} }) {
  const nodes = await startCluster({ fails: answer })
  const client = await Aerospike.connect({ hosts: nodes[0].address, ...config })
  if (isGone) await nodes[1].close()
  const waiting = Array.from({ length: occupants }, () =>
    failureOf(() => client.get(keyOf(0xff, 'answer-silent'), { totalTimeout: 200, timeoutDelay: 0 })),
  )
  const error = await failureOf(() => writes[call](client, { maxRetries: 0, timeoutDelay: 0, ...policy }))
  // The client can crash in `close` while a command waits.
  await Promise.all(waiting)
  client.close()
  const applied = []
  for (const node of nodes) applied.push((await node.writes()).filter((code) => code === 0).length)
  return { call, error, applied }
}

/** Asserts what the client and the nodes say about a failed write, and that `isInDoubt` is true exactly if a node applied something. */
function assertDoubt({ call, error, applied }, expected) {
  assertReported(error, expected.code)
  assert.deepEqual({ call, code: error.code, inDoubt: error.inDoubt, applied }, { call, ...expected })
  const isApplied = applied.some((count) => count > 0)
  assert.equal(table.isInDoubt(error), isApplied, `${call}: applied by the nodes: ${applied}`)
}

module.exports = { failToWrite, assertDoubt }
