'use strict'

// Wrapped failures: an error with a cause, a row of Promise.allSettled, or an error with only the client's message.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { runInNewContext } = require('node:vm')
const aerospike = require('..')
const { revoked, thrower, traps } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

/** Wraps a value in an error. Node before 16.9 has no `cause` option. */
const around = (cause, message = 'wraps') => Object.assign(new Error(message), { cause })
const wrappedTimes = (value, times, wrap = around) => (times === 0 ? value : wrap(wrappedTimes(value, times - 1, wrap)))
const rejected = (reason) => ({ status: 'rejected', reason })

const timeout = () =>
  Object.assign(new Error('socket closed'), { code: 9, inDoubt: false, subcode: 3, func: 'f', file: 'a.c', line: 1 })

/** Asserts that every helper except isOk and isError treats `value` like `failure`. */
function assertJudgedAs(value, failure, table = newest) {
  assert.equal(table.statusOf(value), table.statusOf(failure))
  assert.equal(table.isTransient(value), table.isTransient(failure))
  assert.equal(table.isInDoubt(value), table.isInDoubt(failure))
  for (const name of ['ERR_TIMEOUT', 'ERR_RECORD_NOT_FOUND', 'OK']) assert.equal(table.is(value, name), table.is(failure, name))
  const [error, expected] = [value, failure].map(table.toError)
  for (const field of ['code', 'statusName', 'func', 'file', 'line', 'subcode', 'inDoubt'])
    assert.equal(error[field], expected[field], field)
  const head = table.format({ code: expected.code, subcode: expected.subcode })
  assert.ok(table.format(value).startsWith(head), table.format(value))
}

/** Asserts that every helper treats `value` as a failure without a status. */
function assertNoStatus(value, table = newest) {
  assert.equal(table.isOk(value), false)
  assert.equal(table.isError(value), true)
  assert.equal(table.statusOf(value), undefined)
  assert.equal(table.isTransient(value), false)
  assert.equal(table.isInDoubt(value), false)
  assert.equal(table.is(value, 'ERR_TIMEOUT', 'OK'), false)
  assert.doesNotMatch(table.format(value), /^AEROSPIKE_/)
  const error = table.toError(value)
  assert.equal(error.statusName, undefined)
  assert.notEqual(error.code | 0, error.code)
  const fields = table.serialize(value)
  for (const field of ['statusName', 'description', 'category', 'transient']) assert.ok(!(field in fields), field)
}

// --- Causes ---

test('an error without a code is judged by its cause', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      if (code === 0) continue
      for (const failure of [
        code,
        { code },
        { status: code, record: null },
        Object.assign(new Error('x'), { code, inDoubt: true }),
      ]) {
        const value = around(failure)
        assert.equal(table.statusOf(value), table.lookup(code))
        assert.equal(table.isTransient(value), table.isTransient(failure))
        assert.equal(table.isInDoubt(value), table.isInDoubt(failure))
        assert.equal(table.toError(value).code, code)
        assert.equal(table.toError(value).statusName, table.lookup(code).name)
        assert.equal(table.is(value, table.lookup(code).name), true)
      }
    }
  }
})

test('only an own code keeps an error from being judged by its cause', () => {
  class WithGetter extends Error {
    get code() {
      return 'EINHERITED'
    }
  }
  const aborted = new DOMException('aborted', 'AbortError') // Inherits the code 20.
  for (const error of [aborted, new WithGetter('m')]) {
    const value = Object.defineProperty(error, 'cause', { value: timeout() })
    assertJudgedAs(value, timeout())
    assert.match(newest.format(value), /^AEROSPIKE_ERR_TIMEOUT \(9\): /)
  }
})

test('any kind of error is judged by any kind of cause', () => {
  class GetFailed extends Error {
    constructor(cause) {
      super('get failed')
      this.name = 'GetFailed'
      this.hidden = cause
    }
    get cause() {
      return this.hidden
    }
  }
  const foreign = Object.assign(runInNewContext('new Error("foreign")'), { cause: timeout() })
  const values = [
    around(timeout()),
    Object.assign(new TypeError('wraps'), { cause: timeout() }),
    Object.assign(new AggregateError([], 'wraps'), { cause: timeout() }),
    new GetFailed(timeout()),
    foreign,
    Object.assign(around(timeout()), { code: undefined }),
    Object.assign(around(timeout()), { code: null }),
    Object.assign(Object.create(around(timeout())), { cause: timeout() }),
    Object.assign(around(timeout()), { message: '' }),
    newest.toError(around(timeout())),
  ]
  for (const value of values) assertJudgedAs(value, timeout())
  for (const row of [
    { status: 18, record: null, inDoubt: false },
    { status: 9, key: {} },
  ])
    assertJudgedAs(around(row), row)
  for (const code of [9, 2, -8, 12345]) assertJudgedAs(around(code), code)
})

test('a cause more than eight levels deep is ignored', () => {
  for (const times of [1, 2, 7, 8]) assertJudgedAs(wrappedTimes(timeout(), times), timeout())
  for (const times of [9, 10, 1000]) assertNoStatus(wrappedTimes(timeout(), times))
})

test('a cause can be a rejected row, and a reason can be an error', () => {
  for (const wrap of [(value) => around(rejected(value)), (value) => rejected(around(value))]) {
    for (const times of [1, 2, 4]) assertJudgedAs(wrappedTimes(timeout(), times, wrap), timeout())
    assertNoStatus(wrappedTimes(timeout(), 1000, wrap))
  }
})

test('a rejected row as a reason is judged by its own reason', () => {
  for (const times of [2, 3]) assertJudgedAs(wrappedTimes(timeout(), times, rejected), timeout())
  assert.equal(newest.isOk(wrappedTimes(timeout(), 1000, rejected)), false)
})

test('circular causes have no status', () => {
  const self = new Error('its own cause')
  self.cause = self
  const [first, second] = [new Error('first'), new Error('second')]
  first.cause = second
  second.cause = first
  const row = rejected()
  row.reason = row
  const mixed = around(rejected())
  mixed.cause.reason = mixed
  for (const value of [self, first, row, mixed, around(self), rejected(row)]) assertNoStatus(value)
})

test('an error is never success, even if its cause is', () => {
  for (const success of [0, -0, null, undefined, { code: 0 }, { status: 0, record: null }, { status: 'fulfilled', value: 1 }]) {
    for (const value of [
      around(success),
      rejected(success),
      around(around(success)),
      rejected(around(success)),
      around(rejected(success)),
    ]) {
      assertNoStatus(value)
    }
  }
})

test("an error whose cause isn't an Aerospike failure has no status", () => {
  const causes = [
    'ERR_TIMEOUT',
    '9',
    9n,
    true,
    Symbol('s'),
    {},
    [9],
    { code: '9' },
    { message: 'x' },
    { cause: timeout() },
    new Error('x'),
  ]
  causes.push(() => 9, { status: 404 }, { status: 'fulfilled' }, 9.5, NaN, 2 ** 32, { code: 9.5 })
  for (const cause of causes) {
    assertNoStatus(around(cause))
    assertNoStatus(rejected(cause))
    assertNoStatus(rejected(around(cause)))
  }
})

test('the cause of an error with a string code is ignored', () => {
  for (const code of ['ECONNREFUSED', 'ERR_TIMEOUT', 'AEROSPIKE_ERR_TIMEOUT', '9', '']) {
    const error = Object.assign(around(timeout()), { code })
    for (const value of [error, around(error), rejected(error)]) assertNoStatus(value)
    assertNoStatus(Object.assign(new Error('Request timed out. Can be triggered by client or server.'), { code }))
  }
  for (const code of [9n, true, {}, Symbol('s'), NaN, 9.5]) assertNoStatus(Object.assign(around(timeout()), { code }))
})

test('the cause of an error with its own status is ignored', () => {
  const error = Object.assign(around(timeout()), { code: 2 })
  assert.equal(newest.statusOf(error), newest.lookup(2))
  assert.equal(newest.isTransient(error), false)
  assert.equal(newest.isOk(Object.assign(around(timeout()), { code: 0 })), true)
})

test("the cause of a value that isn't an error is ignored", () => {
  for (const value of [
    { cause: timeout() },
    { message: 'wraps', cause: timeout() },
    [timeout()],
    { reason: timeout() },
    { error: timeout() },
  ]) {
    assertNoStatus(value)
  }
  assertNoStatus(Object.assign(new AggregateError([timeout()], 'all failed')))
})

test("a cause that can't be read is ignored", () => {
  for (const cause of [new Proxy({}, traps), new Proxy(new Error('x'), traps), revoked()]) {
    assertNoStatus(around(cause))
    assertNoStatus(rejected(cause))
  }
  for (const name of ['cause', 'message', 'code', 'status', 'reason']) {
    assertNoStatus(Object.defineProperty(new Error('x'), name, { get: thrower }))
  }
  assertNoStatus(Object.defineProperty(rejected(timeout()), 'reason', { get: thrower }))
  assertNoStatus(Object.defineProperty(rejected(timeout()), 'status', { get: thrower }))
})

// --- Rows of Promise.allSettled ---

test('a fulfilled row is success, whatever its value', async () => {
  const [row] = await Promise.allSettled([Promise.resolve(timeout())])
  for (const value of [row, { status: 'fulfilled', value: undefined }, { status: 'fulfilled', value: 9 }]) {
    for (const table of tables) {
      assert.deepEqual([table.isOk(value), table.isError(value)], [true, false])
      assert.equal(table.statusOf(value), table.lookup(0))
      assert.deepEqual([table.isTransient(value), table.isInDoubt(value)], [false, false])
      assert.equal(table.is(value, 'OK'), true)
      assert.deepEqual([table.toError(value), table.serialize(value)], [null, null])
      assert.equal(table.format(value), table.format(0))
    }
  }
})

test('a rejected row is judged by its reason', async () => {
  const [row] = await Promise.allSettled([Promise.reject(timeout())])
  assertJudgedAs(row, timeout())
  assert.equal(newest.format(row), newest.format(timeout()))
  assert.deepEqual(newest.serialize(row).code, 9)
  for (const table of tables) {
    for (const { code } of table.list()) {
      if (code === 0) continue
      for (const reason of [code, { code }, { status: code, record: null }]) {
        assert.equal(table.isOk(rejected(reason)), false)
        assert.equal(table.statusOf(rejected(reason)), table.lookup(code))
        assert.equal(table.format(rejected(reason)), table.format(reason))
      }
    }
  }
  const rows = await Promise.allSettled([1, Promise.reject(timeout()), Promise.reject(new Error('x'))])
  assert.deepEqual(rows.map(newest.isOk), [true, false, false])
  assert.deepEqual(
    rows.map((row) => newest.is(row, 'ERR_TIMEOUT')),
    [false, true, false],
  )
})

test('a rejected row without a status keeps the text and the code of its reason', () => {
  const refused = Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' })
  for (const reason of [refused, new Error('socket closed'), 'boom', { message: 'no code' }, around(new Error('inner'))]) {
    assert.equal(newest.format(rejected(reason)), newest.format(reason))
    assert.equal(newest.toError(rejected(reason)).code, newest.toError(reason).code)
  }
})

test("an object with inherited keys isn't a row", () => {
  for (const row of [
    Object.create({ status: 'fulfilled', value: 1 }),
    Object.assign(Object.create({ status: 'fulfilled' }), { value: 1 }),
    Object.assign(Object.create({ value: 1 }), { status: 'fulfilled' }),
    Object.create(rejected(timeout())),
    Object.assign(Object.create({ status: 'rejected' }), { reason: timeout() }),
    Object.assign(Object.create({ reason: timeout() }), { status: 'rejected' }),
  ]) {
    assertNoStatus(row)
  }
})

test("objects from other APIs aren't rows", () => {
  for (const value of [
    { status: 'fulfilled' },
    { status: 'fulfilled', data: 1 },
    { status: 'Fulfilled', value: 1 },
    { status: 'rejected' },
    { status: 'rejected', error: timeout() },
    { status: 'ok', value: 1 },
    { status: 'failed', reason: timeout() },
    { status: 200, ok: true, statusText: 'OK', headers: {}, url: 'http://localhost/' },
    { status: 0, type: 'error', ok: false },
    { status: 9, value: 1 },
    { status: 9, reason: 'x' },
    { status: ['rejected'], reason: timeout() },
  ]) {
    assertNoStatus(value)
  }
  if (typeof Response === 'function') {
    for (const value of [new Response('x', { status: 404 }), new Response('x'), Response.error()]) assertNoStatus(value)
  }
})

// --- The client's stock sentences ---

/** Stock sentences of several releases, with the status that each stands for. */
const STOCK = [
  ['ERR_TIMEOUT', 'Request timed out. Can be triggered by client or server.'],
  ['ERR_RECORD_BUSY', 'Too many concurrent requests for one record - a "hot-key" situation.'],
  ['ERR_FAIL_FORBIDDEN', 'Operation not allowed at this time.'],
  ['ERR_DEVICE_OVERLOAD', "The server node's storage device(s) can't keep up with the write load."],
  ['ERR_ASYNC_QUEUE_FULL', 'Async command delay queue is full.'],
  [
    'ERR_ENTERPRISE_ONLY',
    'Attempt to use an Enterprise feature on a Community server or a server without the applicable feature key.',
  ],
  ['ERR_BIN_EXISTS', 'Bin already exists.'],
  ['ERR_BIN_EXISTS', 'Bin already exists on a create-only operation.'],
]

/** A message of the client, with and without the node's address. */
const withAddress = (text) => [
  text,
  `127.0.0.1:3000 ${text}`,
  `[::1]:3000 ${text}`,
  `db-1.example:3000 ${text}`,
  `${text} from 127.0.0.1:3000`,
]

test('an error whose message is a stock sentence has that status', () => {
  for (const table of tables) {
    for (const [name, sentence] of STOCK) {
      for (const text of withAddress(sentence)) {
        const row = table.lookup(name)
        if (row === undefined) assertNoStatus(new Error(text), table)
        else if (table.lookupAll(row.code).length === 1) assertJudgedAs(new Error(text), row.code, table)
        for (const value of [
          around(new Error(text)),
          rejected(new Error(text)),
          around({}, text),
          around(new Error('inner'), text),
        ]) {
          assert.equal(table.statusOf(value), row)
        }
      }
    }
  }
})

test('format of a wrapper around a stock sentence adds the message of the wrapper', () => {
  const inner = new Error('Operation not allowed at this time.')
  assert.equal(newest.format(around(inner, 'get failed')), `${newest.format(22)} get failed`)
  assert.equal(newest.format(inner), newest.format(22))
})

test('helpers treat a stock sentence like its error from toError', () => {
  const names = ['ERR_TIMEOUT', 'ERR_ENTERPRISE_ONLY', 'ERR_FAIL_ENTERPRISE_ONLY', 'ERR_BIN_EXISTS', 'ERR_BIN_NOT_FOUND']
  for (const table of tables) {
    for (const [name, sentence] of STOCK) {
      for (const source of [new Error(sentence), around(new Error(sentence)), rejected(new Error(sentence))]) {
        const error = table.toError(source)
        // For a number with two meanings, the error has only the number.
        if (table.lookupAll(error.code ?? 0).length > 1) continue
        for (const helper of ['statusOf', 'isTransient', 'isInDoubt']) {
          assert.equal(table[helper](error), table[helper](source), `${helper} ${name} ${table.release}`)
        }
        for (const name of names)
          assert.equal(table.is(error, name), table.is(source, name), `${name} ${sentence} ${table.release}`)
      }
    }
  }
})

test("format of a stock sentence keeps the node's address", () => {
  for (const [name, sentence] of STOCK) {
    const { code } = newest.lookup(name)
    if (newest.lookupAll(code).length > 1) continue
    const line = newest.format(code)
    for (const text of withAddress(sentence)) {
      const address = text.replace(sentence, '').trim()
      assert.equal(newest.format(new Error(text)), address ? `${line} ${address}` : line)
    }
  }
})

test('a code and a cause take precedence over the message', () => {
  const [, text] = STOCK[0]
  assert.equal(newest.statusOf(Object.assign(new Error(text), { code: 2 })), newest.lookup(2))
  assert.equal(newest.statusOf(around({ code: 2 }, text)), newest.lookup(2))
  assertNoStatus(Object.assign(new Error(text), { code: 'ECONNREFUSED' }))
  assertNoStatus(Object.assign(new Error(text), { code: 9n }))
})

test('a sentence that two statuses share has no status', () => {
  for (const table of tables) {
    for (const text of withAddress('Asynchronous connection error.')) assertNoStatus(new Error(text), table)
  }
  const both = [newest.lookup('ERR_ASYNC_CONNECTION'), newest.lookup('ERR_NO_MORE_CONNECTIONS')]
  assert.ok(!both.includes(undefined))
})

test("the stock sentence of success isn't success", () => {
  for (const text of withAddress('Generic success.')) {
    for (const value of [new Error(text), around(new Error(text)), rejected(new Error(text))]) assertNoStatus(value)
  }
})

test('a stock sentence is ignored in a longer message, or outside an error', () => {
  const [, sentence] = STOCK[0]
  for (const text of [
    `get failed: ${sentence}`,
    `${sentence} Really.`,
    `not an address ${sentence}`,
    `127.0.0.1 ${sentence}`,
    `127.0.0.1:99999 ${sentence}`,
    `127.0.0.1:3000: ${sentence}`,
    'Can be triggered by client or server.',
    'AEROSPIKE_ERR_TIMEOUT',
    'ERR_TIMEOUT',
    'Unknown status message 9',
    newest.describe(9),
    '',
    ' ',
  ]) {
    assertNoStatus(new Error(text))
  }
  for (const value of [
    sentence,
    { message: sentence },
    [sentence],
    { name: 'Error', message: sentence },
    around(sentence),
    rejected(sentence),
  ]) {
    assert.equal(newest.statusOf(value), undefined)
    assert.equal(newest.isTransient(value), false)
  }
})

test("toError doesn't add a status to a text without one", () => {
  const [, sentence] = STOCK[0]
  for (const value of [sentence, { message: sentence }, { code: NaN, message: sentence }]) {
    const error = newest.toError(value)
    assert.equal(error.message, sentence)
    assert.equal(newest.statusOf(error), undefined)
    assert.deepEqual([newest.isTransient(error), newest.isInDoubt(error)], [false, false])
  }
})

// --- All helpers ---

test('all helpers judge a wrapper like its failure', () => {
  const failures = [
    ...[9, 2, -6, 12345, -12345],
    ...[timeout(), { code: 22, subcode: 6 }, { code: 120, subcode: 2 }, { code: 9, inDoubt: false }, { code: 2, inDoubt: true }],
    ...[
      { status: 9, record: null, inDoubt: false },
      { status: 2, key: {}, inDoubt: true },
    ],
  ]
  for (const failure of failures) {
    for (const value of [
      around(failure),
      rejected(failure),
      rejected(around(failure)),
      around(rejected(failure)),
      around(around(failure)),
    ]) {
      assertJudgedAs(value, failure)
    }
  }
})

test('format of a wrapper has the status, then all messages, outermost first', () => {
  const line = newest.format(9)
  for (const [value, rest] of [
    [around({ code: 9, message: 'socket closed' }, 'get failed'), ' get failed; socket closed'],
    [around({ code: 9 }, 'get failed'), ' get failed'],
    [around(9, 'get failed'), ' get failed'],
    [around(around({ code: 9, message: 'socket closed' }, 'get failed'), 'no profile'), ' no profile; get failed; socket closed'],
    [around({ code: 9, message: 'socket closed' }, 'get failed: socket closed'), ' get failed: socket closed'],
    [rejected({ code: 9, message: 'socket closed' }), ' socket closed'],
  ]) {
    assert.equal(newest.format(value), line + rest)
  }
})

test("toError of a wrapper has the wrapper's message, and the failure's fields", () => {
  const value = around(timeout(), 'get failed')
  const error = newest.toError(value)
  assert.equal(error.message, 'get failed')
  assert.equal(error.cause, value)
  assert.deepEqual(
    { ...error },
    { code: 9, statusName: 'AEROSPIKE_ERR_TIMEOUT', func: 'f', file: 'a.c', line: 1, subcode: 3, inDoubt: false },
  )
  assert.equal(newest.toError(rejected(timeout())).message, newest.toError(timeout()).message)
})

test('isOk and isError ignore cause and message', () => {
  for (const [, sentence] of [...STOCK, [, 'Generic success.']]) {
    assert.deepEqual([newest.isOk(new Error(sentence)), newest.isError(new Error(sentence))], [false, true])
  }
  let reads = 0
  const watched = new Error('x')
  for (const name of ['cause', 'message', 'stack']) {
    Object.defineProperty(watched, name, {
      get() {
        reads++
        return { code: 0 }
      },
    })
  }
  reads = 0 // V8 itself reads the message.
  for (const table of tables) {
    assert.deepEqual([table.isOk(watched), table.isError(watched)], [false, true])
    assert.deepEqual([table.isOk(around({ code: 0 })), table.isError(around(0))], [false, true])
    assert.deepEqual([table.isOk(rejected({ code: 0 })), table.isError(rejected(null))], [false, true])
  }
  assert.equal(reads, 0)
})
