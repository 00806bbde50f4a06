// What it costs in time and memory to handle a million failed requests while a cluster is down. Each way runs in its own process, and the
// processes take turns.

import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { print, quick } from './table.mjs'

const ROUNDS = quick ? 1 : 3
const FAILURES = quick ? 50_000 : 1_000_000
const A_TURN = 1000

const require = createRequire(import.meta.url)
const kept = { value: null } // What is made is used, so that V8 makes it.

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

/** Runs one way in this process, right above the event loop, like the callbacks of requests. */
async function run(way) {
  const handle = WAYS[way](require(process.env.AEROSPIKE_STATUS).forRelease('6.7.1'))
  const causes = [
    [9, 'AEROSPIKE_ERR_TIMEOUT'],
    [-10, 'AEROSPIKE_ERR_CONNECTION'],
    [11, 'AEROSPIKE_ERR_CLUSTER'],
    [18, 'AEROSPIKE_ERR_DEVICE_OVERLOAD'],
  ]
  // Through JSON, because V8 copies a concatenated text at its first read.
  const messages = JSON.parse(
    JSON.stringify(Array.from({ length: 1024 }, (_, index) => `10.0.0.${index >> 2}:3000 ${causes[index & 3][1]}`)),
  )
  const fail = (from) => {
    for (let index = from; index < from + A_TURN; index++) {
      const [code] = causes[index & 3]
      handle({ code, message: messages[index & 1023], func: 'as_event_command', file: 'as_event.c', line: 7, inDoubt: false })
    }
  }
  const nextTurn = (work) => new Promise((resolve) => setImmediate(() => resolve(work())))
  const storm = async (failures) => {
    for (let from = 0; from < failures; from += A_TURN) await nextTurn(() => fail(from))
    kept.value = null
    await nextTurn(globalThis.gc)
  }

  await storm(20 * A_TURN)
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
  const measured = names.map(() => [])
  for (let round = 0; round < ROUNDS; round++)
    names.forEach((name, index) =>
      measured[index].push(JSON.parse(execFileSync(process.execPath, ['--expose-gc', program, name], { env, encoding: 'utf8' }))),
    )
  const rows = (figure) => [names.map((name, index) => ({ name, rounds: measured[index].map((one) => one[figure]) }))]
  print(
    `a storm of ${FAILURES.toLocaleString('en')} failures, per failure: is it an error, will it pass, a line, an Error`,
    'ns',
    rows('time'),
  )
  print('by how much the heap has grown after it', 'kB', rows('heap'))
  print('by how much resident memory has grown after it', 'kB', rows('resident'))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await run(process.argv[2])))
