'use strict'

// When the stack is exhausted, JavaScript throws a RangeError. In a function that an addon calls, V8 crashes instead.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { statusOf, unexportedOf } = require('./facts')
const { runNode } = require('./helpers')

const ROWS = Object.keys(statusOf('1.0.34')).length + unexportedOf('1.0.34').length

const CALLS = [
  'newest.describe(9)',
  'newest.describe(999)',
  "newest.describe('602')",
  "newest.lookup('OK')",
  'newest.lookupAll(5555)',
  "newest.search('record')",
  'newest.isOk({ code: 0 })',
  'newest.isError({ get code() { return 1 } })',
  'newest.isTransient({ code: 9 })',
  'newest.isOk({ status: 0, record: null })',
  'newest.isInDoubt({ code: 9, command: {} })',
  "newest.is({ code: 9, message: 'AEROSPIKE_ERR_TIMEOUT' }, 'ERR_TIMEOUT')",
  "newest.statusOf(new Error('Request timed out.'))",
  'newest.serialize({ code: 22, subcode: 6 })',
  'newest.explain(9)',
  "newest.suggest('TIMEOUT')",
  "newest.format({ code: 9, message: 'm' })",
  'newest.format({})',
  "newest.toError({ code: 9, message: 'm' })",
  'newest.toError(9)',
  "aerospike.history('OK')",
  "aerospike.translate(9, { from: '6.7.1', to: '1.0.0' })",
  "aerospike.forRelease('2.2.' + depth)",
  "aerospike.forRelease('x')",
  "aerospike.forRelease('1.0.34').list()",
]

for (const call of CALLS) {
  test(`${call} with an exhausted stack does no harm`, () => {
    const script = `
      const aerospike = require('..')
      const newest = aerospike.forRelease('6.7.1')
      let depth = 0
      function down() {
        depth++
        try { ${call} } catch (error) { if (!(error instanceof RangeError || error instanceof TypeError)) throw error }
        down()
      }
      // Call it on the way up too, since the deepest calls fail.
      function up() {
        try { up() } catch (error) { ${call}; throw error }
      }
      const { stackTraceLimit } = Error
      for (const use of [down, up]) try { use() } catch (error) { if (!(error instanceof RangeError || error instanceof TypeError)) throw error }
      const { describe, list, lookup } = aerospike.forRelease('1.0.34')
      const isCorrect = newest.describe(9) === newest.lookup('ERR_TIMEOUT').description && newest.isError(9) && newest.isOk({ code: 0 }) &&
        Error.stackTraceLimit === stackTraceLimit
      console.log(depth > 1000, isCorrect, describe(1400) === lookup('ERR_LDT_INTERNAL').description, list().length)`
    assert.deepEqual(runNode(['--eval', script]), { stdout: `true true true ${ROWS}\n`, stderr: '', status: 0 })
  })
}
