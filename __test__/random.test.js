'use strict'

// Random values for every exported function. INPUTS sets how many, and SEED repeats a run. A failure prints the value
// and its seed.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const fc = require('fast-check')
const aerospike = require('..')
const { tables } = require('./facts')
const { REFUSAL_CODES, revoked, runsOf, thrower, traps } = require('./helpers')

const parameters = runsOf(10000)
const names = aerospike.releases.flatMap((release) => Object.keys(aerospike.forRelease(release).status))

const cyclic = () => {
  const value = { code: 602 }
  return Object.assign(value, { message: value, cause: value, self: [value] })
}
const throwing = (key) => Object.defineProperty({ code: 602, message: 'm' }, key, { get: thrower, enumerable: true })

// fast-check reads the values that it draws, so a value that throws when read is created where it's used.
const deferred = (make) => ({ make })
const hostile = fc.oneof(
  fc
    .constantFrom('code', 'message', 'name', 'func', 'file', 'line', 'inDoubt', 'toString', 'toJSON')
    .map((key) => deferred(() => throwing(key))),
  fc.constantFrom({}, thrower).map((target) => deferred(() => new Proxy(target, traps))),
  fc
    .subarray(Object.keys(traps))
    .map((some) => deferred(() => new Proxy({ code: 1 }, Object.fromEntries(some.map((trap) => [trap, thrower]))))),
  fc.constantFrom(revoked, cyclic).map(deferred),
  fc.constant(deferred(() => ({ [Symbol.toPrimitive]: thrower, valueOf: thrower, toString: thrower }))),
)
const numbers = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.integer({ min: -30, max: 1500 }),
  fc.constantFrom(-0, NaN, Infinity, -Infinity, 2 ** 31, -(2 ** 31), -(2 ** 31) - 1, 2 ** 32, 2 ** 53, 1e300, 5e-324),
)
const unpaired = fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 20 }).map((units) => String.fromCharCode(...units))
const texts = fc.oneof(
  fc.string({ unit: 'binary' }),
  unpaired,
  fc.constantFrom(...names),
  fc.constantFrom(...Object.getOwnPropertyNames(Object.prototype)),
  fc.tuple(fc.nat(7), fc.nat(20), fc.nat(60)).map((parts) => parts.join('.')),
  fc.constantFrom(
    '',
    '\0',
    '\ud800',
    'documented',
    'v1.0.0-rc.1',
    '1.0.0\n',
    `${'9'.repeat(400)}.0.0`,
    'x'.repeat(100000),
    'é\u2028'.repeat(50000),
  ),
)
const errors = fc
  .record(
    { code: numbers, message: texts, func: fc.anything(), file: texts, line: numbers, inDoubt: fc.boolean() },
    { requiredKeys: [] },
  )
  .chain((fields) => fc.constantFrom(fields, Object.assign(new Error('e'), fields), Object.create(fields)))
const others = fc.oneof(
  fc.bigInt(),
  fc.string().map(Symbol),
  fc.constantFrom(
    null,
    undefined,
    true,
    false,
    thrower,
    class {},
    new Date(NaN),
    /x/g,
    new Map(),
    new Uint8Array(3),
    new DataView(new ArrayBuffer(2)),
  ),
  fc.anything({
    withBigInt: true,
    withBoxedValues: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSet: true,
    withTypedArray: true,
    withSparseArray: true,
  }),
)
const values = fc.oneof(hostile, ...[numbers, texts, errors, others].map((kind) => kind.map((value) => deferred(() => value))))

/** Asserts that a strict function returns what it promises, or throws a documented error that names the function. */
const strict = (name, call, isPromised) => {
  let answer
  try {
    answer = call()
  } catch (error) {
    assert.equal(error.code, REFUSAL_CODES[error.name] || assert.fail(error))
    assert.ok(error.message.startsWith(`${name}: "`), error.message)
    return
  }
  assert.ok(isPromised(answer), `${name} returned ${String(answer)}`)
}

const isString = (answer) => typeof answer === 'string' && answer !== ''
const isArrayOf = (isElement) => (answer) => Array.isArray(answer) && answer.every(isElement)
const isNumber = (answer) => Number.isInteger(answer)
const isStatus = (answer) => typeof answer === 'object' && isString(answer.name) && isNumber(answer.code)

test('every function returns what it promises, or throws as documented, for any value', () => {
  const property = fc.property(values, values, fc.constantFrom(...tables), (one, another, table) => {
    const [value, other] = [one.make(), another.make()]
    strict('describe', () => table.describe(value), isString)
    strict(
      'lookup',
      () => table.lookup(value),
      (answer) => answer === undefined || table.list().includes(answer),
    )
    strict('lookupAll', () => table.lookupAll(value), isArrayOf(isStatus))
    strict('search', () => table.search(value), isArrayOf(isStatus))
    strict(
      'forRelease',
      () => aerospike.forRelease(value),
      (answer) => aerospike.forRelease(answer.release) === answer,
    )
    strict(
      'history',
      () => aerospike.history(value),
      isArrayOf(({ code, since }) => isNumber(code) && isString(since)),
    )
    strict('explain', () => table.explain(value), isString)
    strict(
      'suggest',
      () => table.suggest(value),
      (answer) => isArrayOf(isString)(answer) && answer.length <= 5,
    )
    strict('translate', () => aerospike.translate(value, other), isArrayOf(isNumber))
    strict('translate', () => aerospike.translate(602, { from: value, to: other }), isArrayOf(isNumber))

    assert.equal(typeof table.isOk(value), 'boolean')
    assert.equal(table.isError(value), !table.isOk(value))
    assert.equal(typeof table.isTransient(value), 'boolean')
    assert.equal(typeof table.isInDoubt(value), 'boolean')
    assert.equal(typeof table.is(value, 'ERR_TIMEOUT'), 'boolean')
    strict(
      'is',
      () => table.is(602, value),
      (answer) => typeof answer === 'boolean',
    )
    assert.ok([undefined, ...table.list()].includes(table.statusOf(value)))
    const serialized = table.serialize(value)
    assert.equal(serialized === null, table.isOk(value))
    JSON.stringify(serialized)
    const line = table.format(value)
    assert.equal(typeof line, 'string')
    assert.doesNotMatch(line, /[\n\v\f\r\u0085\u2028\u2029]/)
    const error = table.toError(value)
    assert.equal(error === null, table.isOk(value))
    if (error !== null) {
      assert.ok(error instanceof Error)
      assert.equal(error.name, 'AerospikeError')
      assert.ok(Object.is(error.cause, value))
      JSON.stringify(error)
    }
  })
  fc.assert(property, parameters)
})
