'use strict'

// The programs in examples/ print what they should.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { describe, forRelease } = require('..')
const { printedBy, root, runNode } = require('./helpers')

const folder = path.join(root, 'examples')

const sentence = (code) => forRelease('6.7.1').describe(code)

/** What each example prints. */
const PRINTED = {
  'alert-rule.js': [
    '400 (AEROSPIKE_ERR_TIMEOUT) is 9',
    '501 (AEROSPIKE_ERR_REQUEST_INVALID) is 4',
    '600 (AEROSPIKE_ERR_RECORD) is gone: remove it from the rule',
  ],
  'batch.js': [
    `b AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${sentence(2)}`,
    `c AEROSPIKE_ERR_DEVICE_OVERLOAD (18): ${sentence(18)}`,
    "to retry: [ 'c' ]",
  ],
  'callback-1.x.js': ['got { n: 1 }', `602 ${describe(602)}`],
  'http-status.js': [
    "404 { error: 'Not Found' }",
    "503 { error: 'Service Unavailable' }",
    'left to the next handler: name is missing',
    '409 409 504 500',
    `GET /people/ann 404: AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${sentence(2)}`,
    `GET /people/ann 503: AEROSPIKE_ERR_DEVICE_OVERLOAD (18): ${sentence(18)} Could not load Ann`,
  ],
  'in-doubt.js': ['{ balance: 15, writes: 1 }'],
  'log-line.js': [
    `get failed: AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${sentence(2)}`,
    `put failed: AEROSPIKE_ERR_TIMEOUT (9): ${sentence(9)} 127.0.0.1:3000 (in doubt: a write may have been applied)`,
    `put failed: AEROSPIKE_ERR_CONNECTION (-10): ${sentence(-10)} Failed to connect`,
    'put failed: TypeError: key must be a Key',
    'batch failed: Unknown status code 602 (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)',
  ],
  'promise.js': ['got { n: 1 }', 'AerospikeError 602 AEROSPIKE_ERR_RECORD_NOT_FOUND'],
  'retry-batch.js': [
    'sent a b c',
    'sent b',
    `c AEROSPIKE_ERR_TIMEOUT (9): ${sentence(9)} (in doubt: a write may have been applied)`,
  ],
  'retry.js': [
    'read:  ok at the second attempt',
    'write: ok at the second attempt',
    `not retried: AEROSPIKE_ERR_TIMEOUT (9): ${sentence(9)}`,
  ],
}

/** The examples that are test files, and how many tests each has. */
const TESTS = { 'test-double.test.js': 3 }

test('this file runs every example', () => {
  // integration/ runs the examples in the folder `with`, which need other libraries, except the one for Jest.
  assert.deepEqual(fs.readdirSync(folder).sort(), ['with', ...Object.keys(PRINTED), ...Object.keys(TESTS)].sort())
})

for (const [example, printed] of Object.entries(PRINTED)) {
  test(`examples/${example} prints what it should`, () => {
    const { stdout, stderr, status } = runNode([path.join(folder, example)])
    assert.equal(stdout + stderr, `${printed.join('\n')}\n`)
    assert.equal(status, 0)
  })
}

for (const [example, count] of Object.entries(TESTS)) {
  test(`examples/${example} passes`, () => {
    // With NODE_TEST_CONTEXT, a test reports to its parent runner and prints nothing.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined }
    const printed = printedBy(['--test', '--test-reporter=tap', path.join(folder, example)], { env })
    assert.match(printed, new RegExp(`^# pass ${count}\n# fail 0$`, 'm'))
  })
}
