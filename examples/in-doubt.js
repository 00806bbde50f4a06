'use strict'

// Adds to a balance exactly once, even if a write is in doubt: it failed, but may have been applied.
//
// A failed write is in doubt if `inDoubt` is true, if it timed out, or if it has several parts. For truncate, indexes, UDFs, info, users and
// roles, it's in doubt also if the connection failed. The client's own `inDoubt: false` isn't believed there: the client counts a write as
// sent only when the thread is free, stops a command at the first part that fails, and never counts the requests of truncate and the others.
//
// Ask about the client's own error, or serialize's answer. A copy without its `command` can't tell a busy thread from a read.
//
// There are four ways to handle such a write:
//
// - Make the write idempotent, so a second one does no harm. This example does that.
// - Read the record back and check whether it changed. This alone isn't certain: a late write can still arrive.
// - Use a transaction (client 6, server 8). If a command in it fails, abort it and run it all again. If `commit` is in doubt, call `commit`
//   again, never `abort`: the abort would succeed although the commit may have been applied. If `commit` fails because the check of the reads
//   failed, the client has rolled everything back: run the whole transaction again.
// - Accept it, for example in a page view counter.
//
// You can call `pay` again with the same id, because the record keeps the ids of the last payments. The generation check ensures that
// nothing has changed the record since it was read, not even our own late write.
//
// Keep `maxRetries` at 0, the default for writes, for writes that aren't safe to repeat: a first attempt that was applied can hide behind the
// second one's error, and no field shows it.

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
