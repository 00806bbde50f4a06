'use strict'

// `is`: whether a failure has one of the statuses that you name.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { shortOf, tables } = require('./facts')
const { REFUSAL_CODES, assertRefuses, failuresWith, traps, withoutStatus, withPrefix } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')

/** Every name in any table, as written there. */
const allNames = [...new Set(tables.flatMap((table) => [...table.list().map(({ name }) => name), ...Object.keys(table.status)]))]

/** Ways to write a name. */
const spellings = (name) => [name, name.toLowerCase(), shortOf(name), shortOf(name).toLowerCase()]

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
  assert.throws(caller, ({ stack }) => /\n +at (Object\.)?is .*index\.js.*\n +at caller .*is\.test\.js/.test(stack))
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
