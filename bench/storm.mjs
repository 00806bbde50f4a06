// Measures what it costs to handle the errors of a million requests while a cluster is down, and how much memory that leaves behind. Each
// way to handle them runs in its own process, in turn.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { print, quick } from './table.mjs'

const ROUNDS = quick ? 1 : 3
const FAILURES = quick ? 50_000 : 1_000_000
const FAILURES_PER_TURN = 1000

const require = createRequire(import.meta.url)
const kept = { value: null } // Keeps the results, so that V8 can't skip making them.

const WAYS = {
  'by hand': ({ list }) => {
    const transient = new Set(list().flatMap(({ code, transient }) => (transient ? [code] : [])))
    return (failure) => {
      if (failure && failure.code !== 0) {
        kept.value = transient.has(failure.code)
        kept.value = `${failure.code}: ${failure.message}`
        kept.value = Object.assign(new Error(failure.message), failure)
      }
    }
  },
  "aerospike@6.7.1's own": () => {
    const { AerospikeError } = require('aerospike')
    return (failure) => {
      const error = AerospikeError.fromASError(failure)
      if (error) {
        kept.value = `${error.message} [${error.code}]`
        kept.value = error
      }
    }
  },
  'aerospike-status': ({ isError, isTransient, format, toError }) => {
    return (failure) => {
      if (isError(failure)) {
        kept.value = isTransient(failure)
        kept.value = format(failure)
        kept.value = toError(failure)
      }
    }
  },
}

/** Runs one way in this process, right above the event loop, where the callbacks of requests run. */
async function run(way) {
  const handle = WAYS[way](require(process.env.AEROSPIKE_STATUS).forRelease('6.7.1'))
  const causes = [
    [9, 'AEROSPIKE_ERR_TIMEOUT'],
    [-10, 'AEROSPIKE_ERR_CONNECTION'],
    [11, 'AEROSPIKE_ERR_CLUSTER'],
    [18, 'AEROSPIKE_ERR_DEVICE_OVERLOAD'],
  ]
  // JSON makes each message one piece. The first function to read a message made of several pieces would have to copy it.
  const messages = JSON.parse(
    JSON.stringify(Array.from({ length: 1024 }, (_, index) => `10.0.0.${index >> 2}:3000 ${causes[index & 3][1]}`)),
  )
  const fail = (from) => {
    for (let i = from; i < from + FAILURES_PER_TURN; i++) {
      const [code] = causes[i & 3]
      handle({ code, message: messages[i & 1023], func: 'as_event_command', file: 'as_event.c', line: 7, inDoubt: false })
    }
  }
  const nextTurn = (work) => new Promise((resolve) => setImmediate(() => resolve(work())))
  const storm = async (failures) => {
    for (let from = 0; from < failures; from += FAILURES_PER_TURN) await nextTurn(() => fail(from))
    kept.value = null
    await nextTurn(globalThis.gc)
  }

  await storm(20 * FAILURES_PER_TURN)
  const before = process.memoryUsage()
  const start = process.hrtime.bigint()
  await storm(FAILURES)
  const time = Number(process.hrtime.bigint() - start) / FAILURES
  const after = process.memoryUsage()
  return { time, heap: (after.heapUsed - before.heapUsed) / 1024, resident: (after.rss - before.rss) / 1024 }
}

export function storm(packagePath) {
  const env = { ...process.env, AEROSPIKE_STATUS: packagePath }
  const program = fileURLToPath(import.meta.url)
  const names = Object.keys(WAYS)
  const results = names.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    names.forEach((name, index) =>
      results[index].push(JSON.parse(execFileSync(process.execPath, ['--expose-gc', program, name], { env, encoding: 'utf8' }))),
    )
  const rows = (figure) => [names.map((name, index) => ({ name, rounds: results[index].map((result) => result[figure]) }))]
  print(
    `a storm of ${FAILURES.toLocaleString('en')} failures, per failure: is it an error, is it transient, a line, an Error`,
    'ns',
    rows('time'),
  )
  print('growth of the heap after the storm', 'kB', rows('heap'))
  print('growth of resident memory after the storm', 'kB', rows('resident'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await run(process.argv[2])))
