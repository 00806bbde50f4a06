'use strict'

// A write is in doubt if it failed and may still have been applied, for example after a timeout. There are four ways to deal with that:
//
// - Make the write idempotent, so that a second one does no harm. This example does.
// - Read the record back and look whether it has changed. On its own, this isn't certain: a late write can still arrive.
// - Use a transaction (client 6, server 8). Abort it and run it again.
// - Accept it, for example in a counter of page views.
//
// This example adds to a balance exactly once, however often you call it with the same id. The record remembers the ids of the last
// payments. The generation check makes sure that nothing changed the record since the read, not even our own late write.

const { forRelease } = require('aerospike-status')

const { is, isInDoubt, isTransient, toError } = forRelease('6.7.1') // your client's: require('aerospike/package.json').version

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
      // The next attempt reads the record again, which shows whether this one was applied.
      const mayRetry = isTransient(err) || isInDoubt(err) || is(err, 'ERR_RECORD_GENERATION')
      if (attempt === attempts || !mayRetry) throw err
      await pause(10 * 2 ** attempt)
    }
  }
}

// Stands for a client. The first write is applied, but its answer is lost.
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
