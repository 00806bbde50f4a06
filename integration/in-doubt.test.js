'use strict'

// A write to two nodes, of which the second fails: what the nodes applied, what the client reports, and what isInDoubt returns.

const { test } = require('node:test')
const { Aerospike } = require('./client')
const { assertDoubt, failToWrite } = require('./writes')

const { ERR_ASYNC_CONNECTION, ERR_CONNECTION, ERR_DEVICE_OVERLOAD, ERR_NO_MORE_CONNECTIONS, ERR_TIMEOUT } = Aerospike.status

const single = ['put', 'operate', 'apply', 'remove']
const batches = ['batchApply', 'batchRemove']
const queries = ['queryBackground', 'queryOperate']
const scans = ['scanBackground', 'scanOperate']

const noConnection = { config: { maxConnsPerNode: 1 }, occupants: 1 }
const refused = { isGone: true }
const silent = { answer: 'silent', policy: { totalTimeout: 1000 } }
const closed = { answer: 'close' }
const overload = { answer: String(ERR_DEVICE_OVERLOAD) }

// Both clients, 5.13.2 and 6.7.1, do this. A batch has two records for each node, and a background job is one write for each node.
const cases = [
  // the second node, calls, the error's code, its inDoubt, writes that each node applied
  ['has no connection free', noConnection, single, ERR_NO_MORE_CONNECTIONS, false, [0, 0]],
  ['has no connection free', noConnection, ['batchWrite'], ERR_NO_MORE_CONNECTIONS, false, [2, 0]],
  // The other calls use separate connections, and the client has no setting that limits them.
  ['refuses the connection', refused, single, ERR_ASYNC_CONNECTION, false, [0, 0]],
  ['refuses the connection', refused, ['batchWrite'], ERR_ASYNC_CONNECTION, false, [2, 0]],
  ['refuses the connection', refused, batches, ERR_CONNECTION, false, [2, 0]],
  ['refuses the connection', refused, [...queries, ...scans], ERR_CONNECTION, false, [1, 0]],
  ['does not answer', silent, single, ERR_TIMEOUT, true, [0, 1]],
  ['does not answer', silent, ['batchWrite', ...batches], ERR_TIMEOUT, true, [2, 2]],
  ['does not answer', silent, queries, ERR_TIMEOUT, true, [1, 1]],
  ['does not answer', silent, scans, ERR_TIMEOUT, false, [1, 1]],
  ['closes the connection', closed, single, ERR_ASYNC_CONNECTION, true, [0, 1]],
  ['closes the connection', closed, ['batchWrite'], ERR_ASYNC_CONNECTION, true, [2, 2]],
  ['closes the connection', closed, batches, ERR_CONNECTION, true, [2, 2]],
  ['closes the connection', closed, queries, ERR_CONNECTION, true, [1, 1]],
  ['closes the connection', closed, scans, ERR_CONNECTION, false, [1, 1]],
  ['is overloaded', overload, single, ERR_DEVICE_OVERLOAD, false, [0, 0]],
  ['is overloaded', overload, ['batchWrite', ...batches], ERR_DEVICE_OVERLOAD, false, [2, 0]],
  ['is overloaded', overload, [...queries, ...scans], ERR_DEVICE_OVERLOAD, false, [1, 0]],
]

for (const [what, failure, calls, code, inDoubt, applied] of cases) {
  test(`the second node ${what}: ${calls.join(', ')}`, async () => {
    const outcomes = await Promise.all(calls.map((call) => failToWrite(call, failure)))
    for (const outcome of outcomes) assertDoubt(outcome, { code, inDoubt, applied })
  })
}
