'use strict'

// Repeats a read that failed for a reason that may pass. A write needs more: after a timeout or a lost connection it may have been
// applied, and the code alone can't tell, so repeat a write only if applying it twice does no harm.

const { forRelease } = require('aerospike-status')

const { format, isTransient } = forRelease('6.7.1') // the release of the client in use
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function readWithRetry(read, attempts = 3) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await read()
    } catch (error) {
      if (attempt === attempts || !isTransient(error)) throw error
      console.log(`attempt ${attempt}: ${format(error)}`)
      await pause(10 * 2 ** attempt)
    }
  }
}

// Stands for a client whose first read times out:
const answers = [Object.assign(new Error('socket timed out'), { code: 9 }), { n: 1 }]
const read = async () => {
  const answer = answers.shift()
  if (answer instanceof Error) throw answer
  return answer
}

readWithRetry(read).then((record) => console.log('got', record))
