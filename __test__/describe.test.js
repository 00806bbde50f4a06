'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented } = require('./facts')
const { assertRefuses } = require('./helpers')

const { describe, forRelease, lookupAll, translate } = aerospike

test('describe returns the sentence of the document for every documented code', () => {
  for (const { code, description } of documented.filter(({ code }) => code !== 501)) assert.equal(describe(code), description)
})

test('501 has both sentences, in the order of the document', () => {
  assert.equal(describe(501), 'Request protocol invalid, or invalid protocol field. Namespace in request not found on server.')
})

test('every code of every table has the sentences of its statuses', () => {
  for (const table of [aerospike, ...aerospike.releases.map(forRelease)]) {
    for (const { code } of table.list()) {
      // The sentence of an old name only refers to the current name, so describe leaves it out.
      const meanings = table.lookupAll(code)
      const refers = ({ description }) => meanings.some(({ name }) => description.includes(name))
      const sentences = meanings.filter((meaning) => !refers(meaning)).map(({ description }) => description)
      assert.equal(table.describe(code), sentences.join(' '))
    }
  }
})

test('for an unknown code, describe says what other releases use it for', () => {
  const newest = forRelease('6.7.1')
  assert.equal(describe(999), 'Unknown status code 999')
  assert.equal(describe(2), 'Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)')
  assert.equal(describe(502), 'Unknown status code 502 (AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 1.0.0-1.0.19)')
  assert.equal(describe(26), 'Unknown status code 26 (AEROSPIKE_ERR_OP_NOT_APPLICABLE since 3.12.0)')
  assert.equal(describe(29), 'Unknown status code 29 (AEROSPIKE_INVALID_ENCODING since 1.0.28, not in aerospike.status)')
  assert.match(describe(-16), /^Unknown status code -16 \(.*; AEROSPIKE_BATCH_FAILED 5\.2\.1, since 6\.0\.0\)$/)
  assert.equal(newest.describe(602), 'Unknown status code 602 (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)')
  assert.equal(newest.describe(-2147483648), 'Unknown status code -2147483648')
  assert.equal(newest.describe(2147483647), 'Unknown status code 2147483647')
})

test('-0 is 0', () => {
  assert.equal(describe(-0), describe(0))
  assert.equal(lookupAll(-0), lookupAll(0))
  assert.deepEqual(translate(-0, { from: 'documented', to: '6.7.1' }), [0])
})

const strictOnCodes = {
  describe: (code) => describe(code),
  lookupAll: (code) => lookupAll(code),
  translate: (code) => translate(code, { from: 'documented', to: '6.7.1' }),
  'describe of a release': (code) => forRelease('6.7.1').describe(code),
}

for (const [name, call] of Object.entries(strictOnCodes)) {
  test(`${name} throws a TypeError if the code isn't a number`, () => {
    const received = [
      ['602', "the string '602': pass the number 602"],
      ['-8', "the string '-8': pass the number -8"],
      ['007', "the string '007'"],
      ['a\n\0b', "the string 'a\\n\\u{0}b'"],
      ["it's “é” \\ 😀", "the string 'it's “é” \\ 😀'"],
      ['x'.repeat(100), `the string '${'x'.repeat(60)}...'`],
      [null, 'null'],
      [undefined, 'undefined'],
      [true, 'true'],
      [602n, 'the bigint 602n'],
      [Symbol('s'), 'a symbol'],
      [{}, 'an object'],
      [[602], 'an object'],
      [new Number(602), 'an object'],
      [{ valueOf: () => 602 }, 'an object'],
      [() => 602, 'a function'],
    ]
    for (const [value, text] of received) {
      assertRefuses(call, [value], TypeError, `${name.split(' ')[0]}: "code" must be a number. Received ${text}`)
    }
  })

  test(`${name} throws a RangeError if the code isn't a 32-bit integer`, () => {
    const { MAX_SAFE_INTEGER, MAX_VALUE, MIN_VALUE } = Number
    const outside = [2 ** 31, -(2 ** 31) - 1, 2 ** 32, 2 ** 53, MAX_SAFE_INTEGER, MAX_VALUE, MIN_VALUE, 0.5, 602.5]
    for (const value of [NaN, Infinity, -Infinity, ...outside]) {
      const message = `${name.split(' ')[0]}: "code" must be an integer from -2147483648 to 2147483647. Received ${value}`
      assertRefuses(call, [value], RangeError, message)
    }
  })
}

test('strict functions throw real TypeErrors and RangeErrors, whose stack starts at the caller', () => {
  assert.throws(() => describe('602'), TypeError)
  assert.throws(() => describe(NaN), RangeError)
  function caller() {
    describe('602')
  }
  assert.throws(caller, ({ stack, message }) => {
    const [head, first, second] = stack.split('\n')
    assert.equal(head, `TypeError: ${message}`)
    assert.match(first, /describe .*index\.js/)
    assert.match(second, /caller .*describe\.test\.js/)
    return true
  })
})
