'use strict'

// Tests writes to two nodes, the second of which fails: what the nodes applied, and what the client and isInDoubt say about it.

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

// Both clients, 5.13.2 and 6.7.1, behave like this. A batch has two records per node, and a background job is one write per node.
const cases = [
  // what the second node does, the options of failToWrite, calls, the error's code and inDoubt, how many writes each node applied
  ['has no free connection', noConnection, single, ERR_NO_MORE_CONNECTIONS, false, [0, 0]],
  ['has no free connection', noConnection, ['batchWrite'], ERR_NO_MORE_CONNECTIONS, false, [2, 0]],
  // The other calls use connections of their own, and the Node.js client has no setting that limits them.
  ['refuses the connection', refused, single, ERR_ASYNC_CONNECTION, false, [0, 0]],
  ['refuses the connection', refused, ['batchWrite'], ERR_ASYNC_CONNECTION, false, [2, 0]],
  ['refuses the connection', refused, batches, ERR_CONNECTION, false, [2, 0]],
  ['refuses the connection', refused, [...queries, ...scans], ERR_CONNECTION, false, [1, 0]],
  ["doesn't answer", silent, single, ERR_TIMEOUT, true, [0, 1]],
  ["doesn't answer", silent, ['batchWrite', ...batches], ERR_TIMEOUT, true, [2, 2]],
  ["doesn't answer", silent, queries, ERR_TIMEOUT, true, [1, 1]],
  ["doesn't answer", silent, scans, ERR_TIMEOUT, false, [1, 1]],
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
