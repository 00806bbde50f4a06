'use strict'

// Adds to a balance exactly once, even if a write is in doubt: it failed, but may have been applied, for example after a timeout.
//
// There are four ways to handle such a write:
//
// - Make the write idempotent, so a second one does no harm. This example does that.
// - Read the record back and check whether it changed. This alone isn't certain: a late write can still arrive.
// - Use a transaction (client 6, server 8). If one of its writes is in doubt, abort it and run it again. If its `commit` is in doubt, call
//   `commit` again, never `abort`: in clients up to 6.7.1, `abort` rolls back what isn't committed yet and resolves, so half of the transaction
//   may stay. If `commit` fails because its check failed (TXN_FAILED), nothing was applied: run the whole transaction again.
// - Accept it, for example in a page view counter.
//
// Keep the policy's `maxRetries` at 0, its default for writes. Otherwise a first attempt that was applied can hide behind the error of the second.
//
// You can call `pay` again with the same id, because the record keeps the ids of the last payments. The generation check ensures that
// nothing has changed the record since it was read, not even our own late write.

const { forRelease } = require('aerospike-status')

const { is, isInDoubt, isTransient, toError } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version

const IF_UNCHANGED = { gen: 1 } // { gen: Aerospike.policy.gen.EQ }
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function pay(client, key, { id, amount }, attempts = 5) {
  for (let attempt = 1; ; attempt++) {
    try {
      const { bins, gen } = await client.get(key)
      if (bins.paid.includes(id)) return bins.balance
      const balance = bins.balance + amount
      await client.put(key, { balance, paid: [...bins.paid, id].slice(-100) }, { gen }, IF_UNCHANGED)
      return balance
    } catch (err) {
      // The next attempt reads the record, which shows whether this one was applied.
      const mayRetry = isTransient(err) || isInDoubt(err) || is(err, 'ERR_RECORD_GENERATION')
      if (attempt === attempts || !mayRetry) throw err
      await pause(10 * 2 ** attempt)
    }
  }
}

// A stand-in for the client. Its first write is applied, but the answer is lost.
let record = { bins: { balance: 10, paid: [] }, gen: 1 }
let writes = 0
const client = {
  get: async () => record,
  async put(key, bins, { gen }) {
    if (gen !== record.gen) throw toError('ERR_RECORD_GENERATION')
    record = { bins, gen: gen + 1 }
    if (++writes === 1) throw toError('ERR_TIMEOUT')
  },
}

pay(client, 'account', { id: 'payment-1', amount: 5 }).then((balance) => console.log({ balance, writes }))
