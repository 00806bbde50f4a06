'use strict'

// Retries the rows of a batchWrite that failed for a temporary reason and certainly weren't applied. If the whole call is rejected,
// this retries nothing, because some nodes may have applied their part. In that case, isInDoubt(err) is true, unless the client refused the
// whole call.

const { forRelease } = require('aerospike-status')

const { format, isError, isInDoubt, isTransient } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version

/** For the rows of a batchRead, isTransient(row) is enough. */
const mayRetry = (row) => isTransient(row) && !isInDoubt(row)

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Writes all records. Returns the rows that failed for good. */
async function writeAll(client, records, attempts = 3) {
  const failed = []
  for (let attempt = 1; records.length > 0; attempt++) {
    if (attempt > 1) await pause(10 * 2 ** attempt)
    const rows = await client.batchWrite(records)
    const willRetry = (row) => attempt < attempts && mayRetry(row)
    failed.push(...rows.filter((row) => isError(row) && !willRetry(row)))
    // The rows are in the order of the records.
    records = records.filter((_, index) => willRetry(rows[index]))
  }
  return failed
}

// A stand-in for the client. The first write of `b` hits an overloaded node, and the write of `c` times out.
const answers = { a: [0], b: [18, 0], c: [9] }
const client = {
  async batchWrite(records) {
    console.log('sent', records.map(({ key }) => key).join(' '))
    return records.map(({ key }) => ({ status: answers[key].shift(), record: { key }, inDoubt: false }))
  },
}

writeAll(client, [{ key: 'a' }, { key: 'b' }, { key: 'c' }]).then((failed) => {
  for (const row of failed) console.log(row.record.key, format(row))
})
