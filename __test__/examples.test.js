'use strict'

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')

const folder = path.join(__dirname, '..', 'examples')

const NOT_FOUND = 'Record does not exist in database. May be returned by read, or write with policy Exists.'

/** What each example prints. */
const PRINTED = {
  'alert-rule.js': [
    '400 (AEROSPIKE_ERR_TIMEOUT) is 9',
    '501 (AEROSPIKE_ERR_REQUEST_INVALID) is 4',
    '600 (AEROSPIKE_ERR_RECORD) is gone: drop it from the rule',
  ],
  'callback-1.x.js': ['got { n: 1 }', `602 ${NOT_FOUND}`],
  'log-line.js': [
    `get failed: AEROSPIKE_ERR_RECORD_NOT_FOUND (2): ${NOT_FOUND}`,
    'put failed: AEROSPIKE_ERR_CONNECTION (-10): A connection to a node could not be opened, or broke. Failed to connect',
    'put failed: TypeError: key must be a Key',
    'batch failed: Unknown status code 602 (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)',
  ],
  'promise.js': ['got { n: 1 }', 'AerospikeError 602 AEROSPIKE_ERR_RECORD_NOT_FOUND'],
  'retry-read.js': ['attempt 1: AEROSPIKE_ERR_TIMEOUT (9): Request timed out. socket timed out', 'got { n: 1 }'],
  'test-double.js': ['both tests passed'],
}

test('every example is run by this test', () => {
  assert.deepEqual(fs.readdirSync(folder).sort(), Object.keys(PRINTED).sort())
})

for (const [example, printed] of Object.entries(PRINTED)) {
  test(`examples/${example} prints what it should`, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [path.join(folder, example)], { encoding: 'utf8' })
    assert.equal(stdout + stderr, `${printed.join('\n')}\n`)
    assert.equal(status, 0)
  })
}
