'use strict'

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { describe, forRelease } = require('..')
const { root, runNode } = require('./helpers')

const folder = path.join(root, 'examples')

const sentence = (code) => forRelease('6.7.1').describe(code)

/** What each example prints. */
const PRINTED = {
  'alert-rule.js': [
    '400 (AEROSPIKE_ERR_TIMEOUT) is 9',
    '501 (AEROSPIKE_ERR_REQUEST_INVALID) is 4',
    '600 (AEROSPIKE_ERR_RECORD) is gone: drop it from the rule',
  ],
  'batch.js': [
    `b AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${sentence(2)}`,
    `c AEROSPIKE_ERR_DEVICE_OVERLOAD (18): ${sentence(18)}`,
    "to ask again: [ 'c' ]",
  ],
  'callback-1.x.js': ['got { n: 1 }', `602 ${describe(602)}`],
  'log-line.js': [
    `get failed: AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${sentence(2)}`,
    `put failed: AEROSPIKE_ERR_TIMEOUT (9): ${sentence(9)} 127.0.0.1:3000`,
    `put failed: AEROSPIKE_ERR_CONNECTION (-10): ${sentence(-10)} Failed to connect`,
    'put failed: TypeError: key must be a Key',
    'batch failed: Unknown status code 602 (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)',
  ],
  'promise.js': ['got { n: 1 }', 'AerospikeError 602 AEROSPIKE_ERR_RECORD_NOT_FOUND'],
  'retry-read.js': [`attempt 1: AEROSPIKE_ERR_TIMEOUT (9): ${sentence(9)} socket timed out`, 'got { n: 1 }'],
  'test-double.js': ['both tests passed'],
}

test('every example is run by this test', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), Object.keys(PRINTED).sort())
})

for (const [example, printed] of Object.entries(PRINTED)) {
  test(`examples/${example} prints what it should`, () => {
    const { stdout, stderr, status } = runNode([path.join(folder, example)])
    assert.equal(stdout + stderr, `${printed.join('\n')}\n`)
    assert.equal(status, 0)
  })
}
