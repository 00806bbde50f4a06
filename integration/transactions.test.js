'use strict'

// Tests transactions that lose the answer to one of their parts.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { Aerospike, connect, failureOf, keyIn, table, version } = require('./client')
const { startServer } = require('./server')

const skip = Aerospike.Transaction === undefined && `client ${version} has no transactions`
const { TXN_FAILED, TXN_ALREADY_ABORTED, ERR_TIMEOUT, ERR_ASYNC_CONNECTION } = Aerospike.status

/** The states of a transaction in client 6.7.1. */
const State = { open: 0, verified: 1, committed: 2, aborted: 3 }

const policy = { totalTimeout: 1000, socketTimeout: 500, maxRetries: 0, timeoutDelay: 0 }

/** Reads and writes in a transaction, then calls `act`. `parts` are the node's answers to parts of it: see server.js. */
async function transact(parts, act) {
  const server = await startServer({ parts })
  const client = await connect(server, { policies: { txnVerify: policy, txnRoll: policy } })
  const txn = new Aerospike.Transaction()
  await client.get(keyIn('read'), { ...policy, txn })
  const put = await failureOf(() => client.put(keyIn('written'), { bin: 1 }, {}, { ...policy, txn }))
  await act({ client, txn, put, received: server.received })
}

for (const part of ['monitor', 'put']) {
  test(`a write whose answer is lost: ${part}`, { skip }, () =>
    transact({ [part]: 'silent' }, async ({ put, received }) => {
      assert.ok((await received()).includes(part))
      assert.equal(put.code, ERR_TIMEOUT)
      assert.equal(table.isInDoubt(put), true)
    }),
  )
  test(`a write that the node refuses: ${part}`, { skip }, () =>
    transact({ [part]: '18' }, async ({ put }) => {
      assert.equal(put.code, 18)
      assert.equal(table.isInDoubt(put), false)
    }),
  )
}

for (const answer of ['silent', '121']) {
  test(
    `a commit whose check of the reads fails (${answer}) isn't in doubt: the client has rolled everything back`,
    { skip },
    () =>
      transact({ verify: answer }, async ({ client, txn, received }) => {
        const error = await failureOf(() => client.commit(txn))
        assert.equal(error.code, TXN_FAILED)
        assert.equal(table.isInDoubt(error), false)
        assert.equal(txn.getState(), State.aborted)
        const parts = await received()
        assert.ok(parts.includes('roll') && !parts.includes('mark'), String(parts))
        const again = await failureOf(() => client.commit(txn))
        assert.equal(again.code, TXN_ALREADY_ABORTED)
        assert.equal(table.isInDoubt(again), false)
      }),
  )
}

for (const [answer, code] of [
  ['silent', ERR_TIMEOUT],
  ['close', ERR_ASYNC_CONNECTION],
]) {
  test(`a commit that loses the answer to its decisive part (${answer}) is in doubt, and abort would resolve`, { skip }, () =>
    transact({ mark: answer }, async ({ client, txn, received }) => {
      for (const call of ['commit', 'commit']) {
        const error = await failureOf(() => client[call](txn))
        assert.equal(error.code, code)
        assert.equal(table.isInDoubt(error), true)
        assert.equal(txn.getState(), State.verified)
      }
      // The node may have applied `mark`. Even so, the client rolls back.
      assert.equal(await failureOf(() => client.abort(txn)), undefined)
      assert.equal((await received()).filter((part) => part === 'mark').length, 2)
      assert.ok((await received()).includes('roll'))
    }),
  )
}

test("a commit that the node refuses isn't in doubt", { skip }, () =>
  transact({ mark: '18' }, async ({ client, txn }) => {
    const error = await failureOf(() => client.commit(txn))
    assert.equal(error.code, 18)
    assert.equal(table.isInDoubt(error), false)
  }),
)

for (const part of ['roll', 'remove']) {
  test(`commit and abort resolve although the answer is lost: ${part}`, { skip }, async () => {
    await transact({ [part]: 'silent' }, async ({ client, txn, received }) => {
      assert.equal(await failureOf(() => client.commit(txn)), undefined)
      assert.ok((await received()).includes(part))
      assert.equal(txn.getState(), State.committed)
    })
    await transact({ [part]: 'silent' }, async ({ client, txn }) => {
      assert.equal(await failureOf(() => client.abort(txn)), undefined)
      assert.equal(txn.getState(), State.aborted)
    })
  })
}
