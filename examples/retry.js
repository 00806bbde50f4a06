'use strict'

// Retries a read or a write that failed for a temporary reason.

const { forRelease } = require('aerospike-status')

const { format, isInDoubt, isTransient, toError } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version

/** Sending a read twice does no harm. */
const mayRetryRead = (err) => isTransient(err)

/**
 * Don't retry a write that may have been applied, because it could be applied twice. in-doubt.js shows what to do instead. Pass the client's own
 * error: isInDoubt looks at its `command`, because the client's `inDoubt: false` can be wrong.
 */
const mayRetryWrite = (err) => isTransient(err) && !isInDoubt(err)

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function retry(send, mayRetry, attempts = 3) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await send()
    } catch (err) {
      if (attempt === attempts || !mayRetry(err)) throw err
      await pause(10 * 2 ** attempt)
    }
  }
}

// A stand-in for a call of the client that fails once.
function failingOnce(name) {
  const failures = [toError(name)]
  return async () => {
    if (failures.length > 0) throw failures.pop()
    return 'ok at the second attempt'
  }
}

async function main() {
  console.log('read: ', await retry(failingOnce('ERR_TIMEOUT'), mayRetryRead))
  console.log('write:', await retry(failingOnce('ERR_DEVICE_OVERLOAD'), mayRetryWrite))
  await retry(failingOnce('ERR_TIMEOUT'), mayRetryWrite).catch((err) => console.log('not retried:', format(err)))
}
main()
