// What a call costs, measured in one process: medians of mitata's samples, in rounds in which every row of a table takes its turn.

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
const NANOSECONDS_A_ROUND = quick ? 20e6 : 70e6

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
    `return function loop${++loops}() { for (let index = 0; index < values.length; index++) keep(call(values[index])) }`,
  )(keep, call, values)

/** A row of a table: a function, called with each value in turn. The figure is the time of one call. */
const row = (name, call, values, ...bars) => ({ name, bars, calls: values.length, pass: loop(call, values), rounds: [] })

/** For calls of a few nanoseconds, the fastest round counts: other load on the machine only adds time, and more than the call takes. */
async function quietest(title, groups) {
  await inTurn(groups)
  for (const row of groups.flat()) row.rounds = [Math.min(...row.rounds)]
  print(title, 'ns', groups)
}

/** For errors the median counts: capturing a stack is cheaper until V8 optimizes its frames. */
async function medians(title, groups, around) {
  await inTurn(groups, around)
  print(title, 'ns', groups)
}

async function inTurn(groups, around = (pass) => pass) {
  for (let round = 0; round < ROUNDS; round++) {
    for (const row of groups.flat()) {
      const { p50 } = await measure(around(row.pass), { min_cpu_time: NANOSECONDS_A_ROUND })
      row.rounds.push(p50 / row.calls)
    }
  }
}

// --- Functions for every call ---

// The error objects from the client's addon, which its JavaScript turns into an AerospikeError, and the errors that an application sees.
const plain = (message) =>
  many(() => ({ code: 9, message, func: 'as_event_command', file: 'as_event.c', line: 7, inDoubt: false }))
const plainOfAll = codes.map((code) => ({ code, message: 'm', func: 'f', file: 'a.c', line: 7, inDoubt: false }))
const errors = codes.map((code) => Object.assign(new Error('socket closed'), { code }))
const rowsOfBatch = codes.map((status) => ({ status, key: null, record: null }))
const nulls = many(() => null)
const isTimeout = (error) => is(error, 'ERR_TIMEOUT')

const okByHand = (error) => error === null || error === undefined || error.code === 0
const errorByHand = (error) => !okByHand(error)

// V8 optimizes for the kinds of values it has seen. A program passes all kinds, so each function sees them before its row is measured.
for (const call of [okByHand, errorByHand, isOk, isError, isTransient, isInDoubt, statusOf, isTimeout])
  for (let time = 0; time < 50; time++)
    for (const value of [...nulls, ...plainOfAll, ...errors, ...rowsOfBatch]) keep(call(value))

await quietest('is it an error, compared with the same test by hand', [
  [row('by hand, isOk of null', okByHand, nulls), row('isOk of null', isOk, nulls, { more: 6 })],
  [row('by hand, isError of null', errorByHand, nulls), row('isError of null', isError, nulls, { more: 6 })],
  [row('by hand, isError of an error', errorByHand, errors), row('isError of an error', isError, errors, { more: 12 })],
  [
    row('by hand, isError of a plain error object', errorByHand, plainOfAll),
    row('isError of a plain error object', isError, plainOfAll, { more: 12 }),
  ],
])

await quietest('a mix of all codes of 6.7.1, compared with a bare Map.get over the same mix', [
  [
    row('Map.get', mapGet, codes),
    row('describe', describe, codes),
    row('lookup', lookup, codes),
    row('isTransient of a code', isTransient, codes),
    row('isTransient of an error', isTransient, errors, { times: 3 }),
    row('isTransient of a plain error object', isTransient, plainOfAll, { times: 3 }),
    row('isTransient of a batch row', isTransient, rowsOfBatch),
    row('isInDoubt of an error', isInDoubt, errors, { times: 4 }),
    row('statusOf an error', statusOf, errors, { times: 3 }),
    row('is, an error', isTimeout, errors, { times: 6 }),
    row('aerospike@6.7.1 getMessage', getMessage, codes),
    row('statuses, all its codes', (code) => statuses.message[code], statuses.codes),
    row('http-status-codes, all its codes', (code) => getReasonPhrase(code), httpCodes),
    row('errno, all its codes', (code) => errno.errno[code], errnoCodes),
    row('util.getSystemErrorName', (code) => util.getSystemErrorName(code), systemCodes),
  ],
])

const each = (value) => many(() => value)
await quietest('one known code', [
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
await quietest('calls that cross into Rust, compared with Map.get', [
  [
    row('Map.get', mapGet, each(9)),
    row('forRelease on a known version', aerospike.forRelease, versions),
    row('describe, an unknown code', describe, each(999)),
    row('describe, a code of other releases', describe, each(602)),
    row('aerospike@6.7.1 getMessage, unknown', getMessage, each(999)),
    row('lookup of a name', lookup, each('ERR_TIMEOUT')),
  ],
])

// A typical text takes less than a quarter of a millisecond.
const TYPICAL = { most: 250_000 }
await quietest('search and suggest', [
  [
    row('search, a word', search, each('timeout'), TYPICAL),
    row('search, two words of a sentence', search, each('hot key'), TYPICAL),
    row('search, a message that an explanation quotes', search, each('Failed to connect'), TYPICAL),
    row("search, the client's stock message", search, each(`127.0.0.1:3000 ${getMessage(9)}`), TYPICAL),
    row('search, a question', search, each('a client for each request of the server'), TYPICAL),
    row('search, words that occur nowhere', search, each('no such words'), TYPICAL),
    row('suggest, a slip of the keyboard', suggest, each('ERR_TIMEUOT'), TYPICAL),
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
const itsOwn = plain('socket closed')
const without = plain('')
const stock = plain(`127.0.0.1:3000 ${getMessage(9)}`)
const unknown = plain('socket closed').map((error) => ({ ...error, code: 999 }))

// As above, each function sees all kinds of values before the first measurement.
for (const call of [fromASError, toError, newError, format, serialize])
  for (let time = 0; time < 20; time++)
    for (const value of [...byAddress, ...byName, ...itsOwn, ...without, ...stock]) keep(call(value))

const pair = (what, values) => [
  row(`fromASError, ${what}`, fromASError, values),
  row(`toError, ${what}`, toError, values, { times: 1.25 }),
]
const read = many(() => Object.assign(new Error('socket closed'), plain('socket closed')[0]))
for (const { stack } of read) keep(stack)
const errorRows = () => [
  [row('toError of an error', toError, read), row('serialize, its stack read before', serialize, read, { times: 0.6 })],
  pair("message '127.0.0.1:3000 AEROSPIKE_ERR_TIMEOUT'", byAddress),
  pair("message 'socket closed'", itsOwn),
  pair("message 'AEROSPIKE_ERR_TIMEOUT'", byName),
  pair('no message', without),
  pair('a code that it lacks', unknown),
  [
    row('new Error', newError, byAddress),
    row('toError of an error', toError, byAddress),
    row("format of an error, the client's stock message", format, stock, { times: 0.5 }),
    row('format of an error, a message of its own', format, itsOwn, { times: 0.5 }),
    row('format of a code', format, each(9)),
    row('format of an unknown code', format, each(999)),
  ],
]

// A stack costs as much as its frames, at most ten, so only errors at the same depth can be compared. storm.mjs measures right above the
// event loop, where a client's callbacks run.
const deeper = (pass, frames) => (frames === 0 ? pass() : deeper(pass, frames - 1))
await medians('errors, six frames deep', errorRows())
await medians('errors, more than ten frames deep', errorRows(), (pass) => () => deeper(pass, 12))

// --- Batches ---

console.log('\na batch of results described, per result\n')
for (const size of [1000, 10000, 100000, 1000000]) {
  const results = Array.from({ length: size }, (_, index) => ({ status: codes[index % codes.length] }))
  const pass = () => {
    for (const { status } of results) keep(describe(status))
  }
  const { p50 } = await measure(pass, { min_cpu_time: 6 * NANOSECONDS_A_ROUND })
  console.log(`  ${String(size).padStart(9)} results  ${(p50 / size).toFixed(1).padStart(6)} ns`)
}
