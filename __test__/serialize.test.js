'use strict'

// serialize, toJSON and util.inspect: what a log shows of a failure.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { inspect } = require('node:util')
const fc = require('fast-check')
const aerospike = require('..')
const { printedBy, revoked, runsOf, thrower, traps } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

const around = (cause, message = 'wraps') => Object.assign(new Error(message), { cause })
const rejected = (reason) => ({ status: 'rejected', reason })
const without = (object, ...names) => Object.fromEntries(Object.entries(object).filter(([name]) => !names.includes(name)))

const FIELDS = [
  ...['name', 'message', 'code', 'statusName', 'description', 'category', 'transient', 'inDoubt', 'subcode', 'subcodeName'],
  ...['func', 'file', 'line', 'stack', 'cause'],
]

class PutCommand {}
/** The error of a failed put in client 7.0.0. Its request must never be logged. */
const failure = () =>
  Object.assign(new Error('127.0.0.1:3000 Operation not allowed at this time.'), {
    name: 'AerospikeError',
    code: 22,
    command: Object.assign(new PutCommand(), { args: ['secret key', 'secret bin'] }),
    func: 'as_command_parse_header',
    file: 'src/main/aerospike/as_command.c',
    line: 1550,
    inDoubt: false,
    subcode: 6,
    client: { config: 'secret password' },
    record: { bins: 'secret bin' },
    key: { key: 'secret key' },
  })

/** The fields that serialize derives from a code. */
const fieldsOf = (table, code) => {
  const { name, description, category, transient } = table.lookup(code)
  return { code, statusName: name, description, category, transient, inDoubt: table.isInDoubt(code) }
}

/** Asserts that JSON keeps the fields, and that they and their causes are plain objects with no names outside FIELDS. */
function assertPlain(fields, depth = 0) {
  assert.equal(Object.getPrototypeOf(fields), Object.prototype)
  assert.ok(depth <= 8)
  for (const name of Reflect.ownKeys(fields)) {
    assert.ok(FIELDS.includes(name), String(name))
    const descriptor = Object.getOwnPropertyDescriptor(fields, name)
    assert.ok(descriptor.enumerable && descriptor.writable && descriptor.configurable, name)
    const { value } = descriptor
    if (name === 'cause') assertPlain(value, depth + 1)
    else if (name === 'code') assert.ok(typeof value === 'string' || Number.isInteger(value), `${typeof value} code`)
    else
      assert.equal(
        typeof value,
        { transient: 'boolean', inDoubt: 'boolean', subcode: 'number', line: 'number' }[name] || 'string',
        name,
      )
  }
  for (const name of ['name', 'message']) assert.equal(typeof fields[name], 'string')
  if (depth === 0) assert.deepEqual(JSON.parse(JSON.stringify(fields)), fields)
}

// --- The fields ---

test('serialize has every field of a client error, but neither request nor record', () => {
  const error = failure()
  const { description, subcodes } = newest.lookup(22)
  assert.deepEqual(newest.serialize(error), {
    name: 'AerospikeError',
    message: '127.0.0.1:3000 Operation not allowed at this time.',
    code: 22,
    statusName: 'AEROSPIKE_ERR_FAIL_FORBIDDEN',
    description,
    category: 'server',
    transient: true,
    inDoubt: false,
    subcode: 6,
    subcodeName: subcodes[5].name,
    func: 'as_command_parse_header',
    file: 'src/main/aerospike/as_command.c',
    line: 1550,
    stack: error.stack,
  })
  assertPlain(newest.serialize(error))
  for (const value of [error, around(error), rejected(error), newest.toError(error), newest.toError(around(error))]) {
    assert.doesNotMatch(JSON.stringify(newest.serialize(value)), /secret/)
    assert.doesNotMatch(JSON.stringify(newest.toError(value)), /secret/)
  }
})

test('serialize leaves out unknown fields', () => {
  assert.deepEqual(Object.keys(newest.serialize({ code: 9, message: 'm' })).sort(), [
    ...['category', 'code', 'description', 'inDoubt', 'message', 'name', 'statusName', 'transient'],
  ])
  const nothing = { code: 9, message: 'm', func: '', file: '', line: 0, subcode: 0, stack: '', cause: null }
  assert.deepEqual(newest.serialize(nothing), newest.serialize({ code: 9, message: 'm' }))
  const odd = { code: 9, message: 'm', func: 1, file: {}, line: '1', subcode: '6', stack: 1, cause: undefined, name: 1 }
  assert.deepEqual(newest.serialize(odd), newest.serialize({ code: 9, message: 'm' }))
  assert.deepEqual(newest.serialize({ code: 999, message: 'odd' }), {
    name: 'AerospikeError',
    message: 'odd',
    code: 999,
    inDoubt: false,
  })
  assert.deepEqual(newest.serialize({ code: -999, message: 'odd' }), {
    name: 'AerospikeError',
    message: 'odd',
    code: -999,
    inDoubt: true,
  })
  // An unknown subcode has a number and no name.
  assert.deepEqual(newest.serialize({ code: 22, message: 'm', subcode: 999 }), {
    ...newest.serialize({ code: 22, message: 'm' }),
    subcode: 999,
  })
})

test("serialize keeps an error's name and message, or adds AerospikeError and format's text", () => {
  const old = { code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND', func: 'get', file: 'a.c', line: 1 }
  assert.deepEqual(aerospike.serialize(old), { name: 'AerospikeError', ...old, ...fieldsOf(aerospike, 602) })
  for (const message of [undefined, '', null, 9]) assert.equal(newest.serialize({ code: 9, message }).message, newest.format(9))
  class NotFound extends Error {
    get name() {
      return 'NotFound'
    }
  }
  assert.equal(newest.serialize(Object.assign(new NotFound('x'), { code: 2 })).name, 'NotFound')
  assert.equal(newest.serialize(Object.assign(new TypeError('x'), { code: 2 })).name, 'TypeError')
})

test('inDoubt and transient are what isInDoubt and isTransient return', () => {
  class BatchWriteCommand {}
  for (const value of [
    { code: 9, inDoubt: true },
    { code: 9, inDoubt: false },
    { code: 9 },
    { code: 2, inDoubt: true },
    { code: -7, inDoubt: false, command: new BatchWriteCommand() },
    { code: 22, subcode: 6 },
    { code: 120, subcode: 2 },
    { status: 9, record: null, inDoubt: false },
  ]) {
    assert.equal(newest.serialize(value).inDoubt, newest.isInDoubt(value))
    assert.equal(newest.serialize(value).transient, newest.isTransient(value))
  }
  for (const table of tables) {
    for (const { code } of table.list()) {
      if (code === 0) continue
      const expected = fieldsOf(table, code)
      const { name, message, ...fields } = table.serialize({ code })
      assert.deepEqual(fields, expected)
    }
  }
})

test('a number or a row becomes an AerospikeError with the text of format', () => {
  for (const table of tables) {
    for (const code of [...table.list().map(({ code }) => code), 12345, -12345]) {
      if (code === 0) continue
      for (const value of [code, { status: code, record: { bins: 'secret' } }, { status: code, key: 'secret', inDoubt: true }]) {
        const fields = table.serialize(value)
        assertPlain(fields)
        assert.equal(fields.name, 'AerospikeError')
        assert.equal(fields.message, table.format(value))
        assert.equal(fields.code, code)
        assert.equal(fields.inDoubt, table.isInDoubt(value))
        assert.doesNotMatch(JSON.stringify(fields), /secret/)
      }
    }
  }
  const row = { status: 22, record: null, inDoubt: false, subcode: 6 }
  assert.deepEqual(newest.serialize(row), {
    name: 'AerospikeError',
    message: newest.format(row),
    ...fieldsOf(newest, 22),
    transient: true,
    subcode: 6,
    subcodeName: 'FORBID_TRUNCATED',
  })
})

test("a number that isn't a code becomes the message", () => {
  for (const [value, text] of [
    [0.5, '0.5'],
    [NaN, 'NaN'],
    [Infinity, 'Infinity'],
    [2 ** 32, '4294967296'],
  ]) {
    assert.equal(newest.serialize(value).message, text)
    assertPlain(without(newest.serialize(value), 'code'))
  }
})

test('any other error has its name, message, stack, and string or integer code', () => {
  const system = Object.assign(new Error('connect ECONNREFUSED'), {
    code: 'ECONNREFUSED',
    errno: -111,
    syscall: 'connect',
    port: 3000,
  })
  assert.deepEqual(newest.serialize(system), {
    name: 'Error',
    message: 'connect ECONNREFUSED',
    code: 'ECONNREFUSED',
    stack: system.stack,
  })
  const plain = new TypeError('x')
  assert.deepEqual(newest.serialize(plain), { name: 'TypeError', message: 'x', stack: plain.stack })
  for (const code of [9n, Symbol('s'), {}, true, null, undefined, NaN]) {
    assert.ok(!('code' in newest.serialize(Object.assign(new Error('x'), { code }))))
  }
  assert.equal(newest.serialize(Object.assign(new Error('x'), { code: 1e10 })).code, 1e10)
  const aborted = new DOMException('This operation was aborted', 'AbortError')
  assert.deepEqual(without(newest.serialize(aborted), 'stack'), { name: 'AbortError', message: 'This operation was aborted' })
})

test('any other error has no fields of a status', () => {
  const error = Object.assign(new SyntaxError('x'), {
    func: 'f',
    file: 'a.js',
    line: 3,
    subcode: 6,
    inDoubt: 'no',
    command: {},
    key: 1,
  })
  assert.deepEqual(newest.serialize(error), { name: 'SyntaxError', message: 'x', stack: error.stack })
})

test('any other value has a name and a message', () => {
  for (const [value, text] of [
    ['boom', 'boom'],
    ['', ''],
    [true, 'true'],
    [9n, '9'],
    [Symbol('s'), 'Symbol(s)'],
    [{ message: 'no code' }, 'no code'],
    [{ toString: () => 'its own text' }, 'its own text'],
    [[1, 2], '[1,2]'],
    [() => 9, '() => 9'],
    [{ status: 404 }, '{"status":404}'],
  ]) {
    assert.deepEqual(newest.serialize(value), { name: 'Error', message: text })
  }
})

test('serialize returns null for success', () => {
  for (const value of [
    null,
    undefined,
    0,
    -0,
    { code: 0 },
    { status: 0, record: null },
    { status: 'fulfilled', value: failure() },
  ]) {
    assert.equal(newest.serialize(value), null)
  }
})

test('serialize of a stock sentence without a code has its status', () => {
  const error = new Error('127.0.0.1:3000 Request timed out. Can be triggered by client or server.')
  assert.deepEqual(newest.serialize(error), { name: 'Error', message: error.message, ...fieldsOf(newest, 9), stack: error.stack })
})

// --- Wrapped failures ---

test('a wrapper has the status in its cause only', () => {
  const inner = failure()
  const outer = Object.assign(around(inner, 'put failed'), { name: 'PutFailed' })
  const fields = newest.serialize(outer)
  assert.deepEqual(fields, { name: 'PutFailed', message: 'put failed', stack: outer.stack, cause: newest.serialize(inner) })
  assertPlain(fields)
  for (const cause of [9, { code: 9 }, { status: 9, record: null }, new Error('x'), 'boom', { message: 'no code' }]) {
    assert.deepEqual(newest.serialize(around(cause)).cause, newest.serialize(cause))
  }
  const coded = Object.assign(around(inner), { code: 2 })
  assert.deepEqual(
    [newest.serialize(coded).statusName, newest.serialize(coded).cause.code],
    ['AEROSPIKE_ERR_RECORD_NOT_FOUND', 22],
  )
})

test('a cause that is success is left out, or null', () => {
  for (const success of [0, { code: 0 }, { status: 'fulfilled', value: 1 }]) {
    const { cause = null } = newest.serialize(around(success))
    assert.equal(cause, null)
  }
})

test('a rejected row is judged by its reason', () => {
  for (const reason of [9, failure(), { status: 9, record: null }, new Error('x'), around(failure()), 'boom']) {
    assert.deepEqual(newest.serialize(rejected(reason)), newest.serialize(reason))
  }
})

test('a rejected row is never success', () => {
  for (const success of [0, null, undefined, { code: 0 }, { status: 0, record: null }, { status: 'fulfilled', value: 1 }]) {
    const fields = newest.serialize(rejected(success))
    assertPlain(fields)
    assert.ok(!('statusName' in fields) && !('code' in fields))
  }
})

test('causes are serialized at most eight levels deep', () => {
  const depthOf = (fields) => ('cause' in fields ? 1 + depthOf(fields.cause) : 0)
  const nested = (times) => (times === 0 ? failure() : around(nested(times - 1), `around ${times}`))
  for (const times of [0, 1, 7, 8]) {
    const fields = newest.serialize(nested(times))
    assert.equal(depthOf(fields), times)
    assertPlain(fields)
  }
  for (const times of [9, 10, 1000]) assert.equal(depthOf(newest.serialize(nested(times))), 8)
})

test('each of the eight causes keeps its stack', () => {
  let fields = newest.serialize(
    Array.from({ length: 12 }).reduce((cause, _, index) => around(cause, `around ${index}`), failure()),
  )
  for (let depth = 0; depth <= 8; depth++) {
    assert.match(fields.stack, new RegExp(`^Error: around ${11 - depth}\n +at `))
    fields = fields.cause
  }
  assert.equal(fields, undefined)
})

test('serialize and toJSON accept circular causes', () => {
  const self = new Error('its own cause')
  self.cause = self
  const [first, second] = [new Error('first'), Object.assign(new Error('second'), { code: 9 })]
  first.cause = second
  second.cause = first
  const own = failure()
  Object.assign(own, { cause: own, self: own, message: 'm' })
  for (const value of [self, first, second, own, around(self)]) {
    assertPlain(newest.serialize(value))
    assertPlain(newest.toError(value).toJSON())
  }
})

test('serialize accepts circular and deep rejected rows', () => {
  const row = rejected()
  row.reason = row
  const mixed = around(rejected())
  mixed.cause.reason = mixed
  let deep = failure()
  for (let times = 0; times < 100000; times++) deep = rejected(deep)
  for (const value of [row, mixed, around(row), deep]) assertPlain(newest.serialize(value))
})

test('serialize of an error from toError leaves out the cause', () => {
  const error = newest.toError(failure())
  const fields = newest.serialize(error)
  assert.deepEqual(fields, { ...newest.serialize(failure()), stack: error.stack })
  assert.ok(!('cause' in newest.serialize(newest.toError(around(failure())))))
  assert.deepEqual(newest.serialize(around(error)).cause, fields)
  assert.deepEqual(aerospike.serialize(newest.toError(around(new Error('x')))).cause, undefined)
})

test("serialize returns a new object each time, and doesn't change the failure", () => {
  for (const value of [failure(), around(failure()), 9, newest.toError(9)]) {
    const [one, other] = [newest.serialize(value), newest.serialize(value)]
    assert.deepEqual(one, other)
    assert.notEqual(one, other)
    Object.assign(one, { code: 'changed', added: true })
    assert.deepEqual(newest.serialize(value), other)
  }
  const frozen = Object.freeze(around(Object.freeze(failure())))
  assert.equal(newest.serialize(frozen).cause.code, 22)
})

// --- toJSON ---

test('toJSON is serialize without stack and cause', () => {
  for (const source of [
    failure(),
    around(failure()),
    9,
    { status: 9, record: null },
    rejected(failure()),
    new Error('x'),
    'boom',
    'ERR_TIMEOUT',
  ]) {
    for (const table of tables) {
      const error = table.toError(source)
      assert.deepEqual(error.toJSON(), without(table.serialize(error), 'stack', 'cause'))
      assert.deepEqual(JSON.parse(JSON.stringify({ error })), { error: error.toJSON() })
    }
  }
  const changed = Object.assign(newest.toError(9), { message: 'changed', requestId: 7 })
  assert.deepEqual([changed.toJSON().message, 'requestId' in changed.toJSON()], ['changed', false])
})

// --- util.inspect ---

test('util.inspect of an error from toError prints stack and fields, but not the cause', () => {
  const error = newest.toError(failure())
  const text = inspect(error)
  assert.ok(text.startsWith(`${error.stack} {`))
  for (const field of ['code: 22', "statusName: 'AEROSPIKE_ERR_FAIL_FORBIDDEN'", 'subcode: 6', 'inDoubt: false', 'line: 1550']) {
    assert.ok(text.includes(field), field)
  }
  assert.doesNotMatch(text, /secret|cause/)
  assert.equal(text.split('\n').filter((line) => /^\s+at /.test(line)).length, error.stack.split('\n').length - 1)
  assert.equal(inspect(newest.toError('boom')).includes('{'), false)
  for (const options of [
    { depth: 0 },
    { depth: null },
    { showHidden: true },
    { colors: true },
    { compact: false },
    { breakLength: 1 },
  ]) {
    assert.doesNotMatch(inspect(error, options), /secret/)
    assert.match(inspect(error, options), /as_command_parse_header/)
  }
  assert.match(inspect(error, { colors: true }), /\u001b\[33m22\u001b\[39m/)
  const tagged = Object.assign(newest.toError(9), { requestId: 7 })
  assert.match(inspect(tagged), /requestId: 7/)
})

test('util.inspect prints a nested error the same way', () => {
  const error = newest.toError(failure())
  for (const value of [
    { error },
    [error],
    { a: { b: { error } } },
    new Map([['error', error]]),
    around(error),
    { a: { b: { c: { d: error } } } },
  ]) {
    assert.doesNotMatch(inspect(value), /secret/)
    assert.doesNotMatch(inspect(value, { depth: 9 }), /secret/)
    assert.match(inspect(value, { depth: 9 }), /AerospikeError: 127\.0\.0\.1:3000 Operation not allowed/)
  }
})

test('console.log prints stack and fields, but not the cause', () => {
  const script = `
    const { toError } = require('..').forRelease('6.7.1')
    const cause = Object.assign(new Error('m'), { code: 9, inDoubt: true, command: { args: ['secret'] } })
    const error = toError(cause)
    console.log(error)
    console.log({ error })
    console.log('%o', error)
    console.log('failed: %s', error)`
  const text = printedBy(['--eval', script])
  assert.doesNotMatch(text, /secret/)
  assert.match(text, /^AerospikeError: m\n {4}at /)
  assert.match(text, /code: 9/)
  assert.match(text, /inDoubt: true/)
})

test('util.inspect prints the current fields of a changed error', () => {
  const error = newest.toError(9)
  for (const stack of [undefined, null, '', 'another stack', 9, {}, Symbol('s')]) {
    error.stack = stack
    assert.equal(typeof inspect(error), 'string')
    assert.match(inspect(error), /code: 9/)
  }
})

// --- Test doubles ---

test('toError of a status name creates that failure', () => {
  for (const table of tables) {
    for (const { name, code } of table.list()) {
      if (code === 0) continue
      for (const text of [
        name,
        name.toLowerCase(),
        name.replace('AEROSPIKE_', ''),
        name.replace('AEROSPIKE_', '').toLowerCase(),
      ]) {
        const named = table.lookup(text)
        const error = table.toError(text)
        assert.deepEqual({ ...error }, { code: named.code, statusName: named.name })
        assert.equal(error.cause, text)
        assert.equal(table.is(error, named.name), true)
        assert.equal(table.isTransient(error), named.transient)
        if (table.lookupAll(named.code).length === 1) {
          assert.equal(error.message, table.format(named.code))
          assert.equal(table.statusOf(error), named)
          assert.equal(table.isInDoubt(error), named.inDoubt)
        }
      }
    }
  }
  const { code, statusName, message } = newest.toError('ERR_TIMEOUT')
  assert.deepEqual([code, statusName, message], [9, 'AEROSPIKE_ERR_TIMEOUT', newest.format(9)])
})

test("toError of a name whose code has two meanings has format's text for the code", () => {
  for (const { name } of aerospike.lookupAll(501)) assert.equal(aerospike.toError(name).message, aerospike.format(501))
})

test('toError uses any other text as the message', () => {
  for (const text of [
    ...[
      '',
      'boom',
      'AEROSPIKE_OK',
      'OK',
      'ok',
      'TIMEOUT',
      ' ERR_TIMEOUT',
      'ERR_TIMEOUT ',
      'ERR_TIMEOUT: x',
      'constructor',
      '__proto__',
    ],
    ...['9', '602', '-8', '0', 'KEY_BUSY', 'RecordNotFound', 'AS_ERR_FORBIDDEN', 'FORBID_TRUNCATED'],
  ]) {
    for (const table of tables) {
      const error = table.toError(text)
      assert.equal(error.message, text)
      assert.deepEqual(Object.keys(error), [])
      assert.equal(table.statusOf(error), undefined)
    }
  }
  assert.deepEqual(Object.keys(aerospike.toError('MRT_BLOCKED')), [])
})

// --- Hostile values ---

test('serialize never throws, and JSON keeps its result', () => {
  const own = (name, get) => Object.defineProperty(failure(), name, { get, enumerable: true, configurable: true })
  const odd = () => ({ valueOf: thrower, toString: thrower, toJSON: thrower, [Symbol.toPrimitive]: thrower })
  const values = [
    ...[...FIELDS, 'status', 'record', 'key', 'command', 'client', 'toJSON', 'toString', 'constructor'].flatMap((name) => [
      ...[own(name, thrower), own(name, odd), own(name, () => 9n), own(name, () => Symbol('s')), own(name, revoked)],
      ...[own(name, () => new Proxy({}, traps)), around(own(name, thrower)), rejected(own(name, thrower))],
    ]),
    ...[
      new Proxy({}, traps),
      new Proxy(new Error('x'), traps),
      new Proxy(() => {}, traps),
      revoked(),
      odd(),
      [odd()],
      9n,
      Symbol('s'),
    ],
    ...[
      Object.create(null),
      Object.create({ code: 9 }),
      { code: 9n },
      { code: 9, cause: 9n },
      { big: 9n },
      new Map(),
      new Date(NaN),
    ],
    ...[around(revoked()), around(new Proxy({}, traps)), around(odd()), around(9n), around(Symbol('s')), rejected(revoked())],
  ]
  for (const value of values) {
    for (const table of [aerospike, newest]) {
      const fields = table.serialize(value)
      assertPlain(fields)
      assertPlain(table.serialize(around(value)))
      assert.equal(typeof table.format(value), 'string')
    }
  }
})

test('toError, toJSON and util.inspect never throw for any value', () => {
  for (const value of [
    9n,
    Symbol('s'),
    () => 9,
    true,
    new Proxy(() => {}, traps),
    Object.assign(() => {}, { valueOf: thrower, toString: thrower }),
  ]) {
    const error = newest.toError(value)
    assert.equal(error.cause, value)
    assertPlain(error.toJSON())
    assert.doesNotMatch(inspect(error), /not to be seen/)
  }
})

test('serialize of any value returns a plain object that JSON keeps', () => {
  const anything = fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
  })
  const field = fc.oneof(anything, fc.string(), fc.integer({ min: -30, max: 700 }))
  const fields = fc.record(
    Object.fromEntries([...FIELDS, 'status', 'record', 'reason', 'command'].map((name) => [name, field])),
    {
      requiredKeys: [],
    },
  )
  const value = fc.oneof(
    anything,
    fields,
    fields.map((own) => Object.assign(new Error('x'), own)),
    fields.map(around),
    fields.map(rejected),
  )
  const property = fc.property(value, fc.constantFrom('documented', '1.0.34', '6.7.1'), (value, release) => {
    const table = forRelease(release)
    const serialized = table.serialize(value)
    assert.equal(serialized === null, table.isOk(value))
    if (serialized === null) return
    JSON.stringify(serialized)
    assert.ok(Object.keys(serialized).every((name) => FIELDS.includes(name)))
    assert.equal(typeof serialized.message, 'string')
    JSON.stringify(table.toError(value))
  })
  fc.assert(property, { ...runsOf(20000), includeErrorInReport: true })
})
