'use strict'

// What a failed call leaves you with: a code, an error object of any client generation, or anything else.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { isNativeError } = require('node:util').types
const aerospike = require('..')
const { thrower, traps, revoked } = require('./helpers')

const { describe, format, forRelease, isError, isOk, isTransient, toError } = aerospike
const newest = forRelease('6.7.1')
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

const NOT_FOUND =
  'AEROSPIKE_ERR_RECORD_NOT_FOUND (602): Record does not exist in database. May be returned by read, or write with policy Exists.'

/** The error object of a 1.x callback. */
const failure1x = { code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND', func: 'get', file: 'a.c', line: 1 }

const cyclic = { name: 'cyclic' }
cyclic.self = cyclic

const messageOf = (value) => {
  try {
    return typeof value.message === 'string' && value.message
  } catch (_) {
    return ''
  }
}

/** Values without a status code, and the text that format returns for each. */
const withoutStatus = [
  [true, 'true'],
  [602n, '602'],
  [Symbol('s'), 'Symbol(s)'],
  ['602', '602'],
  ['', ''],
  ['\ud800 alone', '\ud800 alone'],
  [NaN, 'NaN'],
  [602.5, '602.5'],
  [2 ** 32, '4294967296'],
  [new Error('socket closed'), 'Error: socket closed'],
  [new TypeError('wrong'), 'TypeError: wrong'],
  [new Error(''), 'Error'],
  [Object.assign(new AggregateError([]), { code: 'ECONNREFUSED' }), 'AggregateError: ECONNREFUSED'],
  [Object.assign(new TypeError('boom'), { code: 1e10 }), 'TypeError: boom'],
  [
    Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:3000'), { code: 'ECONNREFUSED' }),
    'Error: connect ECONNREFUSED 127.0.0.1:3000',
  ],
  [{ message: 'no code' }, 'no code'],
  [{ code: '602' }, '{"code":"602"}'],
  [{ code: NaN, reason: 'odd' }, '{"code":null,"reason":"odd"}'],
  [{}, '{}'],
  [Object.create({ code: 0 }), '{}'],
  [Object.assign(() => {}, { code: 0, toString: () => 'a function' }), 'a function'],
  [new DOMException('The operation failed', 'OperationError'), 'OperationError: The operation failed'],
  [new DOMException('This operation was aborted', 'AbortError'), 'AbortError: This operation was aborted'],
  [
    new DOMException('The operation was aborted due to timeout', 'TimeoutError'),
    'TimeoutError: The operation was aborted due to timeout',
  ],
  [{ name: '', message: 'x' }, 'x'],
  [{ name: 'Odd', message: 'x' }, 'Odd: x'],
  // A status that no batch row has.
  [{ status: 0 }, '{"status":0}'],
  [{ status: 404, statusText: 'Not Found', toString: () => 'a response' }, 'a response'],
  [{ status: '0', record: null }, '{"status":"0","record":null}'],
  [{ status: 0.5, key: 1 }, '{"status":0.5,"key":1}'],
  [{ status: 2 ** 32, key: 1 }, '{"status":4294967296,"key":1}'],
  [{ status: 0, record: null, code: 'ESOMETHING' }, '{"status":0,"record":null,"code":"ESOMETHING"}'],
  [Object.create({ status: 0, record: null }), '{}'],
  [Object.assign(Object.create({ status: 0 }), { key: 1 }), '{"key":1}'],
  [[], '[]'],
  [[1, 2], '[1,2]'],
  [Object.create(null), '{}'],
  [{ toString: () => 'its own text' }, 'its own text'],
  [cyclic, '{"name":"cyclic","self":{...}}'],
  [{ toString: thrower, toJSON: thrower }, '{}'],
  [
    {
      get code() {
        return thrower()
      },
      get message() {
        return thrower()
      },
      toString: thrower,
      toJSON: thrower,
    },
    '{}',
  ],
  [new Proxy({}, traps), '[object Object]'],
  [revoked({}), '[object Object]'],
  [revoked(() => {}), '[object Object]'],
]

test('isOk is true for null, undefined, 0, and an object whose code is 0; isError is the opposite', () => {
  const ok = [null, undefined, 0, -0, { code: 0 }, { code: -0, message: '' }, Object.assign(new Error('x'), { code: 0 })]
  const failed = [1, 602, -1, failure1x, { code: '0' }, { code: null }, { code: 0n }, 0n, '0', false]
  for (const table of tables) {
    for (const value of ok) assert.deepEqual([table.isOk(value), table.isError(value)], [true, false])
    for (const value of [...failed, ...withoutStatus.map(([value]) => value)]) {
      assert.deepEqual([table.isOk(value), table.isError(value)], [false, true])
    }
  }
})

/** Batch rows of each client generation. */
const rows = (status) => [
  { status, key: { ns: 'test', key: 'a' }, metadata: { ttl: 1 }, record: { n: 1 } }, // 1.x
  { status, key: { ns: 'test', key: 'a' } }, // 2.x, without a record
  { status, record: { key: 'a', bins: {} } },
  { status, record: null, inDoubt: true },
  Object.assign(Object.create(null), { status, record: undefined }),
]

test('helpers use the status of a batch row', () => {
  for (const table of tables) {
    for (const { code, transient } of [...table.list(), { code: 0 }, { code: 12345, transient: false }]) {
      for (const row of rows(code)) {
        assert.equal(table.isOk(row), code === 0)
        assert.equal(table.isError(row), code !== 0)
        assert.equal(table.isTransient(row), Boolean(transient))
        const doubt = row.inDoubt && code !== 0 ? ' (in doubt: a write may have been applied)' : ''
        assert.equal(table.format(row), table.format(code) + doubt)
        const error = table.toError(row)
        if (code === 0) assert.equal(error, null)
        else assert.deepEqual([error.code, error.message, error.inDoubt], [code, table.format(row), row.inDoubt])
      }
    }
  }
  const results = [0, 2, 18].map((status) => ({ status, record: null, inDoubt: false }))
  assert.deepEqual(results.filter(newest.isError), results.slice(1))
  assert.deepEqual(results.filter(newest.isTransient), results.slice(2))
  assert.equal(newest.toError(results[1]).inDoubt, false)
})

test('isTransient is true for codes of transient statuses, alone or in an error object', () => {
  for (const table of tables) {
    for (const { code, transient } of table.list()) {
      assert.equal(table.isTransient(code), transient)
      assert.equal(table.isTransient({ code }), transient)
      assert.equal(table.isTransient(Object.assign(new Error('x'), { code })), transient)
    }
  }
  assert.deepEqual([isTransient(400), isTransient(9), newest.isTransient(9), newest.isTransient(400)], [true, false, true, false])
  for (const value of [null, undefined, 999, ...withoutStatus.map(([value]) => value)]) assert.equal(isTransient(value), false)
})

test('format returns name, number and sentence', () => {
  assert.equal(format(602), NOT_FOUND)
  assert.equal(format(failure1x), NOT_FOUND)
  assert.equal(format(0), 'AEROSPIKE_OK (0): The operation was successful.')
  assert.equal(newest.format(2), `AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${newest.describe(2)}`)
  for (const table of tables) {
    for (const { code } of table.list()) {
      const names = table.lookupAll(code).map(({ name }) => name)
      assert.equal(table.format(code), `${names.join(' or ')} (${code}): ${table.describe(code)}`)
      assert.equal(table.format({ code, message: names[0] }), `${names[0]} (${code}): ${table.lookup(names[0]).description}`)
    }
  }
})

test('format adds the part of the message that adds information', () => {
  const message = (text, code = 200) => format({ code, message: text })
  const client = 'AEROSPIKE_ERR_CLIENT (200): Generic client API usage error.'
  assert.equal(message('Failed to connect'), `${client} Failed to connect`)
  assert.equal(message('h AEROSPIKE_INVALID_ENCODING'), `${client} h AEROSPIKE_INVALID_ENCODING`)
  for (const nothingMore of [
    '',
    'AEROSPIKE_ERR_CLIENT',
    'ERR_CLIENT',
    ' AEROSPIKE_ERR_CLIENT ',
    'Generic client API usage error.',
    client,
  ]) {
    assert.equal(message(nothingMore), client)
  }
  for (const noText of [undefined, null, 602, {}, Symbol('s')]) assert.equal(message(noText), client)
  // A message that only occurs within the name or sentence isn't a repetition.
  for (const part of ['Generic client', 'ERR', 'usage', 'client']) assert.equal(message(part), `${client} ${part}`)
  assert.equal(
    message('expected 3', 604),
    'AEROSPIKE_ERR_RECORD_GENERATION (604): Generation of record in database does not satisfy write policy. expected 3',
  )
})

/** Messages of client 6.7.1 with a failing server, and what each adds to the stock sentence. */
const REAL_MESSAGES = [
  [9, '127.0.0.1:3000 Request timed out. Can be triggered by client or server.', ' 127.0.0.1:3000'],
  [9, 'Request timed out. Can be triggered by client or server.', ''],
  [9, 'Client timeout: iterations=1 lastNode=127.0.0.1:3000', ' Client timeout: iterations=1 lastNode=127.0.0.1:3000'],
  [9, ' from 127.0.0.1:3000', ' from 127.0.0.1:3000'],
  [3, 'Generation of record in database does not satisfy write policy', ''],
  [18, "[::1]:3000 The server node's storage device(s) can't keep up with the write load.", ' [::1]:3000'],
  [100, 'Generic UDF error.', ''],
  [
    100,
    '/opt/aerospike/usr/udf/lua/example.lua:12: attempt to index a nil value',
    ' /opt/aerospike/usr/udf/lua/example.lua:12: attempt to index a nil value',
  ],
  [
    -10,
    'Socket write error: 111, 127.0.0.1:3000, 55592 from 127.0.0.1:3000',
    ' Socket write error: 111, 127.0.0.1:3000, 55592 from 127.0.0.1:3000',
  ],
  [
    -6,
    'Asynchronous connection error.\nsub-errors:\n-6,1,127.0.0.1:3000,AEROSPIKE_ERR_ASYNC_CONNECTION',
    ' sub-errors: -6,1,127.0.0.1:3000,AEROSPIKE_ERR_ASYNC_CONNECTION',
  ],
  [25, 'Attempt to use an Enterprise feature on a Community server or a server without the applicable feature key.', ''],
  [2, 'read', ' read'],
  [2, 'Index not found.', ' Index not found.'],
]

test('format leaves out the stock sentences of the client, and nothing else', () => {
  for (const [code, message, addition] of REAL_MESSAGES)
    assert.equal(newest.format({ code, message }), newest.format(code) + addition)
  for (const { name, code } of newest.list()) {
    const node = `node-1.example:3000 Unknown status message ${code}`
    assert.equal(newest.format({ code, message: node }), `${newest.format(code)} node-1.example:3000`, name)
  }
  assert.equal(newest.format({ code: 31, message: 'Unknown status message 31' }), 'Unknown status code 31')
  assert.equal(newest.format({ code: 31, message: 'a:1 Unknown status message 31' }), 'Unknown status code 31: a:1')
})

test('if a message is a status name, format and toError use it, and format says which releases have it', () => {
  const failure = { code: 200, message: 'AEROSPIKE_ERR_INDEX_FOUND' }
  assert.equal(format(failure), `AEROSPIKE_ERR_INDEX_FOUND (200 since 2.0.0): ${newest.describe(200)}`)
  assert.equal(toError(failure).statusName, 'AEROSPIKE_ERR_INDEX_FOUND')
  assert.equal(toError({ code: 200, message: 'AEROSPIKE_ERR_TIMEOUT' }).statusName, 'AEROSPIKE_ERR_CLIENT')
  assert.equal(isTransient({ code: 9, message: 'AEROSPIKE_ERR_TIMEOUT' }), true)
  const old = { code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND' }
  assert.equal(newest.format(old), NOT_FOUND.replace('(602)', '(602 1.0.0-1.0.19)'))
  assert.equal(newest.toError(old).statusName, 'AEROSPIKE_ERR_RECORD_NOT_FOUND')
})

test('if only other releases have the name and its code, the sign of the code says whether a write is in doubt', () => {
  for (const [code, name] of [
    [-6, 'AEROSPIKE_ERR_ASYNC_CONNECTION'],
    [-11, 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL'],
    [18, 'AEROSPIKE_ERR_DEVICE_OVERLOAD'],
  ]) {
    const failure = { code, message: name }
    assert.equal(aerospike.statusOf(failure), undefined)
    assert.deepEqual([aerospike.is(failure, name), aerospike.isTransient(failure)], [true, false])
    assert.equal(aerospike.isInDoubt(failure), code < 0)
    assert.equal(newest.isTransient(failure), true)
  }
})

test('a message that is too long is cut', () => {
  const limit = 2 ** 20
  const line = format({ code: 400, message: 'x'.repeat(2 ** 29 - 40) })
  assert.equal(line, `${format(400)} ${'x'.repeat(limit)} ... (cut)`)
  assert.equal(format('y'.repeat(limit + 1)), `${'y'.repeat(limit)} ... (cut)`)
  assert.equal(format('y'.repeat(limit)), 'y'.repeat(limit))
  assert.equal(toError({ code: 400, message: 'x'.repeat(limit + 1) }).message.length, limit + 1)
  assert.equal(format({ name: 'x'.repeat(2 ** 29 - 40), message: 'boom' }), `${'x'.repeat(limit)} ... (cut): boom`)
})

test('for an unknown code, format returns the code, the releases that know it, and the message', () => {
  assert.equal(format(2), 'Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)')
  assert.equal(format({ code: 999, message: 'odd' }), 'Unknown status code 999: odd')
})

test('format returns the text of a value without a status code', () => {
  for (const [value, text] of withoutStatus) assert.equal(format(value), text)
  assert.equal(format(null), 'null')
  assert.equal(format(undefined), 'undefined')
})

test('format returns one line, whatever the message', () => {
  for (const lineBreak of ['\n', '\r', '\r\n', '\n\n', '\u2028', '\u2029', '\v', '\f', '\u0085']) {
    assert.equal(format(`a ${lineBreak}\tb${lineBreak}`), 'a; b')
    assert.equal(format(new Error(`a${lineBreak}b`)), 'Error: a; b')
    assert.equal(
      format({ code: 200, message: `a${lineBreak}b` }),
      'AEROSPIKE_ERR_CLIENT (200): Generic client API usage error. a; b',
    )
    assert.equal(format({ toString: () => `a${lineBreak}b` }), 'a; b')
  }
})

test('toError returns null for success', () => {
  for (const value of [null, undefined, 0, { code: 0, message: '' }]) assert.equal(toError(value), null)
})

test('toError turns a 1.x error object into an Error', () => {
  const error = toError(failure1x)
  assert.ok(error instanceof Error)
  const { name, message, code, statusName, func, file, line, cause } = error
  assert.deepEqual({ message, code, func, file, line }, failure1x)
  assert.deepEqual([name, statusName, cause], ['AerospikeError', 'AEROSPIKE_ERR_RECORD_NOT_FOUND', failure1x])
  assert.deepEqual(Object.keys(error), ['code', 'statusName', 'func', 'file', 'line'])
  assert.equal(String(error), 'AerospikeError: AEROSPIKE_ERR_RECORD_NOT_FOUND')
})

test('for a code, the message of toError is the text of format', () => {
  for (const table of tables) {
    for (const { code } of table.list().filter(({ code }) => code !== 0)) {
      const error = table.toError(code)
      assert.equal(error.message, table.format(code))
      assert.equal(error.code, code)
      assert.equal(error.statusName, table.lookup(code).name)
      assert.equal(error.cause, code)
      assert.equal(table.format(error), table.format(code))
    }
  }
  assert.equal('statusName' in toError(999), false)
})

test('toError copies the fields that the source has, and adds no others', () => {
  const system = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  assert.equal(toError(system).code, 'ECONNREFUSED')
  assert.equal(toError(system).message, 'connect ECONNREFUSED')
  assert.equal(toError(system).cause, system)
  assert.deepEqual(Object.keys(toError(new Error('x'))), [])
  assert.deepEqual(Object.keys(toError('boom')), [])
  for (const noCode of [0.5, NaN, 2 ** 32, 602n, Symbol('s'), true]) assert.deepEqual(Object.keys(toError(noCode)), [])
  for (const status of ['0', 0.5, NaN, 2 ** 32, null]) assert.deepEqual(Object.keys(toError({ status, record: null })), [])
  const nothing = { code: 9, message: '', func: '', file: '', line: 0 }
  assert.deepEqual(Object.keys(newest.toError(nothing)), ['code', 'statusName'])
  assert.deepEqual(Object.keys(newest.toError({ ...nothing, line: NaN, inDoubt: false })), ['code', 'statusName', 'inDoubt'])
  assert.deepEqual(Object.keys(newest.toError({ code: 9, inDoubt: 'yes' })), ['code', 'statusName'])
  assert.deepEqual(Object.keys(toError({ code: NaN, message: 'x' })), [])
  assert.deepEqual(Object.keys(toError({ code: 602, func: null, file: undefined, line: '1' })), ['code', 'statusName'])
  const modern = Object.assign(new Error('timeout'), { code: 9, inDoubt: true, func: 'f', file: 'a.c', line: 7 })
  assert.equal(newest.toError(modern).inDoubt, true)
  assert.equal(newest.toError(modern).statusName, 'AEROSPIKE_ERR_TIMEOUT')
  assert.equal(
    toError({ code: 501, message: 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND' }).statusName,
    'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND',
  )
})

test('toError turns any value into an Error', () => {
  for (const [value, text] of withoutStatus) {
    const error = toError(value)
    assert.ok(error instanceof Error)
    assert.equal(error.name, 'AerospikeError')
    assert.equal(error.message, messageOf(Object(value)) || text)
    assert.equal(error.cause, value)
    JSON.stringify(error)
  }
})

test('JSON of an error from toError has name, message, code and the other fields', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(toError(failure1x))), {
    name: 'AerospikeError',
    statusName: 'AEROSPIKE_ERR_RECORD_NOT_FOUND',
    description: describe(602),
    category: 'record',
    transient: false,
    inDoubt: false,
    ...failure1x,
  })
  assert.equal(JSON.parse(JSON.stringify({ error: toError(602) })).error.message, NOT_FOUND)
})

test('the stack of an error from toError starts at the caller', () => {
  function caller() {
    return toError(602)
  }
  const [head, first] = caller().stack.split('\n')
  assert.equal(head, `AerospikeError: ${NOT_FOUND}`)
  assert.match(first, /at caller .*failures\.test\.js/)
  const { stackTraceLimit } = Error
  Error.stackTraceLimit = 1
  assert.equal(caller().stack.split('\n').length, 2)
  assert.equal(Error.stackTraceLimit, 1)
  Error.stackTraceLimit = stackTraceLimit
})

test('toError returns a real Error, and structuredClone keeps it one', () => {
  const error = newest.toError({ code: 9, message: 'm', func: 'f' })
  assert.ok(isNativeError(error))
  const clone = structuredClone(error)
  assert.ok(clone instanceof Error)
  assert.deepEqual([clone.message, clone.stack], ['m', error.stack])
  assert.deepEqual(Object.getOwnPropertyDescriptor(error, 'cause').enumerable, false)
  assert.deepEqual(Object.getOwnPropertyDescriptor(error, 'name').enumerable, false)
})

test('an error from toError can be changed like any other', () => {
  const error = toError(602)
  error.name = 'Renamed'
  error.message = 'changed'
  error.code = 1
  assert.equal(String(error), 'Renamed: changed')
  assert.equal(toError(602).name, 'AerospikeError')
})
