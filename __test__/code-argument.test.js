'use strict'

// What the strict functions accept as a code, and the errors that they throw otherwise.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { describe, forRelease, lookupAll, translate } = require('..')
const { assertRefuses } = require('./helpers')

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
    assert.match(second, /caller .*code-argument\.test\.js/)
    return true
  })
})
