// Measures what calls cost, in one process: medians of mitata's samples. Each round measures every row of a table once.

import { createRequire } from 'node:module'
import util from 'node:util'
import { do_not_optimize as keep, measure } from 'mitata'
import { print, quick } from './table.mjs'

const require = createRequire(import.meta.url)
const aerospike = require(process.env.AEROSPIKE_STATUS)
const Aerospike = require('aerospike')
const errno = require('errno')
const { getReasonPhrase, StatusCodes } = require('http-status-codes')
const statuses = require('statuses')

const ROUNDS = quick ? 3 : 10
const NANOSECONDS_PER_ROUND = quick ? 20e6 : 70e6

const newest = aerospike.forRelease('6.7.1')
const { describe, format, is, isError, isInDoubt, isOk, isTransient, lookup, search, serialize, statusOf, suggest, toError } =
  newest
const codes = [...new Set(newest.list().map(({ code }) => code))]
const map = new Map(codes.map((code) => [code, newest.describe(code)]))
const systemCodes = [...util.getSystemErrorMap().keys()]
const errnoCodes = Object.keys(errno.errno).map(Number)
const httpCodes = Object.values(StatusCodes).filter(Number.isInteger)
const many = (make) => Array.from({ length: 100 }, make)
const mapGet = (code) => map.get(code)
const getMessage = (code) => Aerospike.status.getMessage(code)

// Each row has its own loop, as each call in a program has its own place. In a shared loop, V8 would inline the first function and call
// the others.
let loops = 0
const loop = (call, values) =>
  new Function(
    'keep, call, values',
    `return function loop${++loops}() { for (let i = 0; i < values.length; i++) keep(call(values[i])) }`,
  )(keep, call, values)

/** A row of a table, which calls a function with each of the values in turn. Its figure is the time of one call. */
const row = (name, call, values, ...bars) => ({ name, bars, calls: values.length, pass: loop(call, values), rounds: [] })

/** Prints the fastest round of each row. For calls of a few nanoseconds it's the most accurate: other load only adds time. */
async function fastest(title, groups) {
  await inTurn(groups)
  for (const row of groups.flat()) row.rounds = [Math.min(...row.rounds)]
  print(title, 'ns', groups)
}

/** Prints the median round of each row. For errors the fastest isn't typical: a stack is cheaper until V8 has optimized its frames. */
async function medians(title, groups, wrap) {
  await inTurn(groups, wrap)
  print(title, 'ns', groups)
}

async function inTurn(groups, wrap = (pass) => pass) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of groups.flat()) {
      const { p50 } = await measure(wrap(row.pass), { min_cpu_time: NANOSECONDS_PER_ROUND })
      row.rounds.push(p50 / row.calls)
    }
  }
}

// --- Functions for the outcome of every call ---

// The client's addon makes errors like those of `plain` and `plainOfAll`, and its JavaScript turns them into an AerospikeError. An application
// sees errors like `errors` and rows like `batchRows`.
const plain = (message) =>
  many(() => ({ code: 9, message, func: 'as_event_command', file: 'as_event.c', line: 7, inDoubt: false }))
const plainOfAll = codes.map((code) => ({ code, message: 'm', func: 'f', file: 'a.c', line: 7, inDoubt: false }))
const errors = codes.map((code) => Object.assign(new Error('socket closed'), { code }))
// All errors of the client's class have the same fields.
class ClientError extends Error {
  constructor(code, command) {
    super('socket closed')
    this.code = code
    this.command = command
    this.inDoubt = false
  }
}
const withCommand = (command) => codes.map((code) => new ClientError(code, command))
const putErrors = withCommand(new (class PutCommand {})())
const batchErrors = withCommand(new (class BatchWriteCommand {})())
const batchRows = codes.map((status) => ({ status, key: null, record: null }))
const nulls = many(() => null)
const isTimeout = (error) => is(error, 'ERR_TIMEOUT')

const okByHand = (error) => error === null || error === undefined || error.code === 0
const errorByHand = (error) => !okByHand(error)

// Call the functions with all kinds of values first, as a program does. Otherwise V8 would optimize them for the values of one table row.
for (const call of [okByHand, errorByHand, isOk, isError, isTransient, isInDoubt, statusOf, isTimeout])
  for (let time = 0; time < 50; time++)
    for (const value of [...nulls, ...plainOfAll, ...errors, ...putErrors, ...batchErrors, ...batchRows]) keep(call(value))

await fastest('is it an error, compared with the same test by hand', [
  [row('by hand, isOk of null', okByHand, nulls), row('isOk of null', isOk, nulls, { more: 6 })],
  [row('by hand, isError of null', errorByHand, nulls), row('isError of null', isError, nulls, { more: 6 })],
  [row('by hand, isError of an error', errorByHand, errors), row('isError of an error', isError, errors, { more: 12 })],
  [
    row('by hand, isError of a plain error object', errorByHand, plainOfAll),
    row('isError of a plain error object', isError, plainOfAll, { more: 12 }),
  ],
])

await fastest('a mix of all codes of 6.7.1, compared with a bare Map.get over the same mix', [
  [
    row('Map.get', mapGet, codes),
    row('describe', describe, codes),
    row('lookup', lookup, codes),
    row('isTransient of a code', isTransient, codes),
    row('isTransient of an error', isTransient, errors, { times: 4 }),
    row('isTransient of a plain error object', isTransient, plainOfAll, { times: 4 }),
    row('isTransient of a batch row', isTransient, batchRows),
    row('isInDoubt of an error', isInDoubt, errors, { times: 7 }),
    row('isInDoubt of an error with inDoubt', isInDoubt, plainOfAll, { times: 7 }),
    row('isInDoubt of an error with a PutCommand', isInDoubt, putErrors, { times: 16 }),
    row('isInDoubt of an error with a BatchWriteCommand', isInDoubt, batchErrors, { times: 16 }),
    row('statusOf an error', statusOf, errors, { times: 6 }),
    row('is, an error', isTimeout, errors, { times: 6 }),
    row('aerospike@6.7.1 getMessage', getMessage, codes),
    row('statuses, all its codes', (code) => statuses.message[code], statuses.codes),
    row('http-status-codes, all its codes', (code) => getReasonPhrase(code), httpCodes),
    row('errno, all its codes', (code) => errno.errno[code], errnoCodes),
    row('util.getSystemErrorName', (code) => util.getSystemErrorName(code), systemCodes),
  ],
])

const each = (value) => many(() => value)
await fastest('one known code', [
  [
    row('Map.get', mapGet, each(9)),
    row('describe', describe, each(9)),
    row('lookup', lookup, each(9)),
    row('isTransient', isTransient, each(9)),
    row('aerospike@6.7.1 getMessage', getMessage, each(9)),
    row('statuses', (code) => statuses.message[code], each(404)),
    row('http-status-codes', (code) => getReasonPhrase(code), each(404)),
    row('errno', (code) => errno.errno[code], each(2)),
    row('util.getSystemErrorName', (code) => util.getSystemErrorName(code), each(-2)),
  ],
])

const versions = ['6.7.1', '1.0.40', '3.8.0', 'documented', '2.4.0']
await fastest('calls into Rust, compared with Map.get', [
  [
    row('Map.get', mapGet, each(9)),
    row('forRelease of a known version', aerospike.forRelease, versions),
    row('describe, an unknown code', describe, each(999)),
    row('describe, a code of other releases', describe, each(602)),
    row('aerospike@6.7.1 getMessage, unknown', getMessage, each(999)),
    row('lookup of a name', lookup, each('ERR_TIMEOUT')),
  ],
])

// A typical text takes less than a quarter of a millisecond.
const TYPICAL = { most: 250_000 }
await fastest('search and suggest', [
  [
    row('search, a word', search, each('timeout'), TYPICAL),
    row('search, two words of a sentence', search, each('hot key'), TYPICAL),
    row('search, a message that an explanation quotes', search, each('Failed to connect'), TYPICAL),
    row("search, the client's stock message", search, each(`127.0.0.1:3000 ${getMessage(9)}`), TYPICAL),
    row('search, a line of a log', search, each('Client error in Put command: Socket read failed: -4095 [-6]'), TYPICAL),
    row('search, a question', search, each('a client for each request of the server'), TYPICAL),
    row('search, words that occur nowhere', search, each('no such words'), TYPICAL),
    row('suggest, a typo', suggest, each('ERR_TIMEUOT'), TYPICAL),
    row('suggest, words', suggest, each('index already exists'), TYPICAL),
    row('suggest, a long name', suggest, each('AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEDED'), TYPICAL),
    row("lookup of another client's name", lookup, each('KEY_BUSY')),
  ],
])

// --- Errors ---

const fromASError = (error) => Aerospike.AerospikeError.fromASError(error)
const newError = ({ message }) => new Error(message)
const byAddress = plain('127.0.0.1:3000 AEROSPIKE_ERR_TIMEOUT')
const byName = plain('AEROSPIKE_ERR_TIMEOUT')
const ownMessage = plain('socket closed')
const noMessage = plain('')
const stock = plain(`127.0.0.1:3000 ${getMessage(9)}`)
const unknown = plain('socket closed').map((error) => ({ ...error, code: 999 }))

// As above, call the functions with all kinds of errors first.
for (const call of [fromASError, toError, newError, format, serialize])
  for (let time = 0; time < 20; time++)
    for (const value of [...byAddress, ...byName, ...ownMessage, ...noMessage, ...stock]) keep(call(value))

const pair = (what, values) => [
  row(`fromASError, ${what}`, fromASError, values),
  row(`toError, ${what}`, toError, values, { times: 1.4 }),
]
const read = many(() => Object.assign(new Error('socket closed'), plain('socket closed')[0]))
for (const { stack } of read) keep(stack)
const errorRows = () => [
  [row('toError of an error', toError, read), row('serialize, after its stack was read', serialize, read, { times: 0.6 })],
  pair("message '127.0.0.1:3000 AEROSPIKE_ERR_TIMEOUT'", byAddress),
  pair("message 'socket closed'", ownMessage),
  pair("message 'AEROSPIKE_ERR_TIMEOUT'", byName),
  pair('no message', noMessage),
  pair('an unknown code', unknown),
  [
    row('new Error', newError, byAddress),
    row('toError of an error', toError, byAddress),
    row("format of an error, the client's stock message", format, stock, { times: 0.5 }),
    row('format of an error, a message of its own', format, ownMessage, { times: 0.5 }),
    row('format of a code', format, each(9)),
    row('format of an unknown code', format, each(999)),
  ],
]

// Each frame of a stack costs time, and V8 captures at most ten. So compare only errors that are made at the same depth. storm.mjs makes
// them right above the event loop, where a client's callbacks run.
const deeper = (pass, frames) => (frames === 0 ? pass() : deeper(pass, frames - 1))
await medians('errors, six frames deep', errorRows())
await medians('errors, more than ten frames deep', errorRows(), (pass) => () => deeper(pass, 12))

// --- Batches ---

console.log('\ndescribe the results of a batch, per result\n')
for (const size of [1000, 10000, 100000, 1000000]) {
  const results = Array.from({ length: size }, (_, index) => ({ status: codes[index % codes.length] }))
  const pass = () => {
    for (const { status } of results) keep(describe(status))
  }
  const { p50 } = await measure(pass, { min_cpu_time: 6 * NANOSECONDS_PER_ROUND })
  console.log(`  ${String(size).padStart(9)} results  ${(p50 / size).toFixed(1).padStart(6)} ns`)
}
