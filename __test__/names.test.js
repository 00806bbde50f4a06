'use strict'

// `is` and `statusOf`: which status a failure has, if any.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { shortOf } = require('./facts')
const { REFUSAL_CODES, assertRefuses, recordCalls, runWatched, thrower, traps } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

/** The name with its prefix, which some names in tables lack. */
const withPrefix = (name) => (name.startsWith('A') ? name : `AEROSPIKE_${name}`)

/** Every name in any table, as written there. */
const allNames = [...new Set(tables.flatMap((table) => [...table.list().map(({ name }) => name), ...Object.keys(table.status)]))]

/** Ways to write a name. */
const spellings = (name) => [name, name.toLowerCase(), shortOf(name), shortOf(name).toLowerCase()]

/** The values in which a failed call can return a code. */
const failuresWith = (code) => [
  code,
  { code },
  Object.assign(new Error('x'), { code }),
  { status: code, record: null },
  { status: 'rejected', reason: { code } },
  Object.assign(new Error('wraps'), { cause: { code } }),
]

const withoutStatus = [
  ...[true, 9n, Symbol('s'), '9', 'ERR_TIMEOUT', NaN, 9.5, 2 ** 32, () => 9],
  ...[{}, [9], { code: '9' }, { code: 9.5 }, { code: 'ERR_TIMEOUT' }, { name: 'AEROSPIKE_ERR_TIMEOUT' }, { status: 9 }],
  ...[new Error('ERR_TIMEOUT'), Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), Object.create({ code: 9 })],
  ...[new Proxy({}, traps), Object.defineProperty({}, 'code', { get: thrower })],
]

// --- statusOf ---

test('statusOf returns the row that lookup returns', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      const values = code === 0 ? failuresWith(code).slice(0, 4) : failuresWith(code)
      for (const value of values) assert.equal(table.statusOf(value), table.lookup(code))
      if (code !== 0) assert.equal(table.statusOf(table.toError(code)), table.lookup(code))
    }
  }
})

test('statusOf returns the row of AEROSPIKE_OK for success', () => {
  for (const table of tables) {
    for (const value of [null, undefined, 0, -0, { code: 0 }, { status: 0, key: {} }, { status: 'fulfilled', value: 9 }]) {
      assert.equal(table.statusOf(value), table.lookup('AEROSPIKE_OK'))
    }
  }
})

test("statusOf returns undefined for a code that the table doesn't have", () => {
  for (const table of tables) {
    for (const value of [...failuresWith(12345), ...failuresWith(-12345), ...withoutStatus])
      assert.equal(table.statusOf(value), undefined)
  }
  assert.equal(aerospike.statusOf(2), undefined)
  assert.equal(newest.statusOf(602), undefined)
})

// --- is ---

test('is compares a name with every meaning of the code', () => {
  for (const table of tables) {
    const codes = [...new Set(table.list().map(({ code }) => code)), 12345]
    for (const name of allNames) {
      const named = table.lookup(name)
      // If a release exported only the short name, the full name means it too.
      if (named === undefined && table.lookup(shortOf(name)) !== undefined) continue
      const matching = codes.filter((code) => table.is(code, name))
      const expected = codes.filter(
        (code) => named !== undefined && table.lookupAll(code).some(({ name }) => withPrefix(name) === withPrefix(named.name)),
      )
      assert.deepEqual(matching, expected, `${name} of ${table.release}`)
    }
  }
  // Two meanings.
  assert.ok(aerospike.is(501, 'ERR_REQUEST_INVALID') && aerospike.is(501, 'ERR_NAMESPACE_NOT_FOUND'))
  assert.ok(newest.is(25, 'ERR_ENTERPRISE_ONLY') && newest.is(25, 'ERR_FAIL_ENTERPRISE_ONLY'))
  // Two numbers.
  assert.ok(forRelease('5.11.0').is(-13, 'ERR_MAX_RETRIES_EXCEEDED') && forRelease('5.11.0').is(-12, 'ERR_MAX_RETRIES_EXCEEDED'))
  // A short name that once meant another status.
  assert.deepEqual([forRelease('5.2.0').is(-8, 'ERR_CONNECTION'), newest.is(-8, 'ERR_CONNECTION')], [true, false])
  assert.deepEqual([forRelease('5.2.0').is(-10, 'AEROSPIKE_ERR_CONNECTION'), newest.is(-10, 'ERR_CONNECTION')], [true, true])
})

test('is takes a name in any case, with or without its prefix', () => {
  for (const table of tables) {
    for (const { name, code } of table.list().filter(({ name }) => name.startsWith('AEROSPIKE_'))) {
      for (const spelling of spellings(name)) {
        const isOther = table.lookup(spelling).name !== name // The short name may belong to another status.
        assert.equal(table.is(code, spelling), isOther ? table.is(code, table.lookup(spelling).name) : true, spelling)
      }
    }
  }
  assert.ok(newest.is({ code: 9 }, 'AeroSpike_Err_TimeOut'))
})

test('is takes every kind of failure', () => {
  for (const value of failuresWith(9)) {
    assert.equal(newest.is(value, 'ERR_TIMEOUT'), true)
    assert.equal(newest.is(value, 'ERR_RECORD_NOT_FOUND'), false)
    assert.equal(aerospike.is(value, 'ERR_TIMEOUT'), false)
  }
  for (const value of [null, undefined, 0, { code: 0 }, { status: 'fulfilled', value: 9 }]) {
    assert.equal(newest.is(value, 'OK'), true)
    assert.equal(newest.is(value, 'ERR_TIMEOUT'), false)
  }
  for (const value of withoutStatus) assert.equal(newest.is(value, 'ERR_TIMEOUT', 'OK', 'ERR_CLIENT'), false)
})

test('is takes several names', () => {
  assert.equal(newest.is(2, 'ERR_RECORD_NOT_FOUND', 'FILTERED_OUT'), true)
  assert.equal(newest.is(27, 'ERR_RECORD_NOT_FOUND', 'FILTERED_OUT'), true)
  assert.equal(newest.is(9, 'ERR_RECORD_NOT_FOUND', 'FILTERED_OUT'), false)
  assert.equal(newest.is(9, ...newest.list().map(({ name }) => name)), true)
})

test('is returns false for a name that only another release has', () => {
  for (const table of tables) {
    const foreign = allNames.filter((name) => table.lookup(name) === undefined)
    for (const name of foreign) {
      for (const spelling of spellings(name).filter((spelling) => table.lookup(spelling) === undefined)) {
        assert.equal(table.is(9, spelling), false)
      }
    }
    assert.equal(table.is(400, 'ERR_TIMEOUT', ...foreign), table.lookup(400) !== undefined)
  }
  for (const name of ['MRT_BLOCKED', 'ERR_LDT_INTERNAL', 'AS_SEC_ERR_LDAP_SETUP']) assert.equal(aerospike.is(120, name), false)
})

test('is throws a RangeError with the nearest names for a name that no release knows', () => {
  for (const table of [aerospike, newest]) {
    for (const name of [
      'ERR_TIMEUOT',
      'AEROSPIKE_ERR_TIMEOUT ',
      'TIMEUOT',
      'zzzz',
      '',
      'constructor',
      '__proto__',
      '007',
      ' 602',
      '0x10',
      '6e2',
    ]) {
      for (const value of [9, null, { code: 9 }, 'x', new Proxy({}, traps)]) {
        for (const names of [[name], ['ERR_TIMEOUT', name], [name, 'ERR_TIMEOUT'], ['OK', 'ERR_TIMEOUT', name, 'OK']]) {
          const nearest = table.suggest(name)
          assert.throws(
            () => table.is(value, ...names),
            (error) => {
              assert.deepEqual([error.name, error.code], ['RangeError', REFUSAL_CODES.RangeError])
              assert.ok(error.message.startsWith('is: "names" must be '))
              assert.ok(error.message.endsWith(`. Received the string '${name}'`))
              for (const near of nearest) assert.ok(error.message.includes(near), error.message)
              return true
            },
          )
        }
      }
    }
  }
  assert.throws(() => newest.is(9, 'ERR_TIMEUOT'), /AEROSPIKE_ERR_TIMEOUT/)
  assert.throws(
    () => newest.is(9, 'x'.repeat(100000)),
    ({ message }) => message.length < 200,
  )
})

test("is throws a TypeError without a name, and if a name isn't a string", () => {
  const received = [
    [9, '9'],
    [null, 'null'],
    [undefined, 'undefined'],
    [true, 'true'],
    [9n, 'the bigint 9n'],
    [Symbol('s'), 'a symbol'],
    [{}, 'an object'],
    [['ERR_TIMEOUT'], 'an object'],
    [new String('ERR_TIMEOUT'), 'an object'],
    [{ toString: () => 'ERR_TIMEOUT' }, 'an object'],
    [() => 'ERR_TIMEOUT', 'a function'],
  ]
  for (const table of [aerospike, newest]) {
    for (const value of [9, null, undefined, { code: 9 }, new Proxy({}, traps)]) {
      assertRefuses(() => table.is(value), [0], TypeError, /^is: "names" must be /)
      for (const [name, text] of received) {
        const message = `is: "names" must be a string. Received ${text}`
        for (const names of [[name], ['ERR_TIMEOUT', name], [name, 'ERR_TIMEOUT']]) {
          assertRefuses(() => table.is(value, ...names), [0], TypeError, message)
        }
      }
    }
  }
  assertRefuses(() => newest.is(), [0], TypeError, /^is: "names" must be /)
})

test('the stack of an error from `is` starts with `is` and its caller', () => {
  function caller() {
    newest.is(9, 'nope')
  }
  assert.throws(caller, ({ stack }) => /\n +at (Object\.)?is .*index\.js.*\n +at caller .*names\.test\.js/.test(stack))
})

// --- Decimal strings and the names of other clients ---

test('is takes a decimal string for the code', () => {
  for (const table of tables) {
    for (const { code } of table.list()) assert.equal(table.is(code, String(code)), true)
    assert.equal(table.is(9, '0'), false)
  }
  assert.deepEqual([newest.is(2, '602'), newest.is(602, '602'), aerospike.is(602, '602')], [false, false, true])
  assert.equal(newest.is(-8, '-8'), true)
  // No release has these codes.
  for (const name of ['12345', '-12345', '2147483648'])
    assertRefuses(() => newest.is(9, name), [0], RangeError, /^is: "names" must be /)
})

test('is takes the names of other clients and of the server', () => {
  for (const [name, code] of [
    ['KEY_BUSY', 14],
    ['KEY_NOT_FOUND_ERROR', 2],
    ['AS_ERR_FORBIDDEN', 22],
    ['RecordNotFound', 2],
    ['recordnotfound', 2],
  ]) {
    assert.equal(newest.is(code, name), true)
    assert.equal(newest.is(9, name), false)
    assert.equal(newest.is(code, newest.lookup(name).name), true)
  }
  assert.equal(aerospike.is(602, 'RecordNotFound'), true)
})

test('a string is never a failure, even if it names one', () => {
  for (const table of tables) {
    for (const text of ['9', '602', '-8', 'KEY_BUSY', 'RecordNotFound', 'AEROSPIKE_ERR_TIMEOUT', 'ERR_TIMEOUT', 'OK', '0']) {
      assert.equal(table.statusOf(text), undefined)
      assert.equal(table.is(text, 'ERR_TIMEOUT', 'OK'), false)
      assert.deepEqual([table.isTransient(text), table.isInDoubt(text), table.isOk(text)], [false, false, false])
    }
  }
})

// --- A message that names a status ---

test('a message that is a name decides between two meanings', () => {
  const [request, namespace] = aerospike.lookupAll(501)
  for (const own of [request, namespace]) {
    const failure = { code: 501, message: own.name }
    assert.equal(aerospike.statusOf(failure), own)
    assert.equal(aerospike.is(failure, own.name), true)
  }
  assert.equal(aerospike.is({ code: 501, message: namespace.name }, request.name), false)
})

test('a message with the name of the first meaning rules out the second', () => {
  const [request, namespace] = aerospike.lookupAll(501)
  assert.equal(aerospike.is({ code: 501, message: request.name }, namespace.name), false)
})

test('a message that names a status of another release decides the status', () => {
  const index = { code: 200, message: 'AEROSPIKE_ERR_INDEX_FOUND' }
  assert.equal(aerospike.is(index, 'ERR_INDEX_FOUND'), true)
  assert.equal(aerospike.is(index, 'ERR_CLIENT'), false)
  assert.equal(aerospike.statusOf(index), undefined)
  const old = { code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND' }
  assert.equal(newest.is(old, 'ERR_RECORD_NOT_FOUND'), true)
  assert.equal(newest.statusOf(old), newest.lookup(2))
  const fromNew = { code: 9, message: 'AEROSPIKE_ERR_TIMEOUT' }
  assert.equal(aerospike.statusOf(fromNew), aerospike.lookup(400))
  assert.equal(aerospike.is(fromNew, 'ERR_TIMEOUT'), true)
})

test('statusOf, toError and format name the same status', () => {
  for (const table of tables) {
    for (const other of tables) {
      for (const { code, name } of other.list()) {
        if (code === 0) continue
        for (const message of [name, shortOf(name)]) {
          const failure = { code, message }
          const line = table.format(failure)
          const head = line.split(/ or | \(/)[0]
          const error = table.toError(failure)
          if (line.startsWith('Unknown')) assert.ok(!('statusName' in error))
          else {
            assert.equal(withPrefix(error.statusName), withPrefix(head))
            assert.equal(table.is(failure, head), true)
            const own = table.lookupAll(code).find((meaning) => withPrefix(meaning.name) === withPrefix(head))
            const row = own || table.lookup(head)
            if (own === undefined || own.name === head)
              assert.equal(table.statusOf(failure), row, `${code} ${message} in ${table.release}`)
          }
        }
      }
    }
  }
})

test('a message finds the row with its name, with or without prefix', () => {
  for (const [release, message] of [
    ['6.7.1', 'ERR_ASYNC_QUEUE_FULL'],
    ['3.2.0', 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL'],
  ]) {
    const table = forRelease(release)
    const failure = { code: -11, message }
    assert.equal(table.statusOf(failure), table.lookup(-11))
    assert.equal(table.isTransient(failure), table.isTransient(-11))
  }
})

test("a message that isn't a name of a status with this code is ignored", () => {
  for (const message of [
    'AEROSPIKE_ERR_TIMEOUT',
    'aerospike_err_index_found',
    ' AEROSPIKE_ERR_INDEX_FOUND',
    'AEROSPIKE_ERR_INDEX_FOUND ',
    'AEROSPIKE_ERR_INDEX_FOUND: idx',
    'AEROSPIKE_OK',
    'AEROSPIKE_',
    'A',
    'E',
    'constructor',
  ]) {
    assert.equal(aerospike.statusOf({ code: 200, message }), aerospike.lookup(200))
    assert.equal(aerospike.is({ code: 200, message }, 'ERR_CLIENT'), true)
  }
  for (const message of [9, null, {}, ['AEROSPIKE_ERR_INDEX_FOUND'], new String('AEROSPIKE_ERR_INDEX_FOUND')]) {
    assert.equal(aerospike.statusOf({ code: 200, message }), aerospike.lookup(200))
  }
  const hostile = Object.defineProperty({ code: 200 }, 'message', { get: thrower })
  assert.equal(aerospike.statusOf(hostile), aerospike.lookup(200))
})

// --- Without crossing into Rust ---

test('helpers judge a code, an error with a code and a batch row without the addon', () => {
  const use = `
    const tables = [aerospike, aerospike.forRelease('6.7.1')]
    const NAMES = ['ERR_TIMEOUT', 'err_record_not_found', 'AEROSPIKE_MRT_BLOCKED']
    const ask = (table, value) => {
      table.statusOf(value), table.isTransient(value), table.isInDoubt(value), table.isOk(value), table.isError(value), table.is(value, ...NAMES)
    }
    for (const table of tables) table.list(), table.is(null, ...NAMES)
    class BatchWriteCommand {}
    seen.length = 0
    for (const table of tables) {
      for (const code of [...table.list().map(({ code }) => code), 12345, -12345]) {
        const failure = { code, message: '127.0.0.1:3000 Error', inDoubt: false, subcode: 6, command: new BatchWriteCommand() }
        const values = [code, { code }, failure, Object.assign(new Error('A message'), { code }), { status: code, record: null, inDoubt: false }]
        for (const value of values) ask(table, value)
        for (const value of values) if (code !== 0) ask(table, { status: 'rejected', reason: value }), ask(table, Object.assign(new Error('x'), { cause: value }))
      }
      for (const { code, name } of table.list()) if (table.lookupAll(code).length === 1) ask(table, { code, message: name })
      for (const value of [null, undefined, 'x', true, {}, [], { status: 404 }, { code: 'ECONNREFUSED' }]) ask(table, value)
      for (const value of [Object.assign(new Error('x'), { code: 'ECONNREFUSED' }), { status: 'fulfilled', value: 1 }]) ask(table, value)
    }
    const known = seen.splice(0)
    aerospike.statusOf(new Error('a text')), aerospike.is(9, 'ERR_PARAM')
    console.log(JSON.stringify([known, seen]))`
  const [known, asked] = runWatched(recordCalls, use)
  assert.deepEqual(known, [])
  assert.equal(asked.length, 2)
})
