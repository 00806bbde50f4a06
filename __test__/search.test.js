'use strict'

// search by what people paste: messages of the client with names and numbers in them, lines of logs, codes, words and symptoms.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const fc = require('fast-check')
const aerospike = require('..')
const { runsOf } = require('./helpers')

const peopleSay = require('./data/people-say.json')

const latest = aerospike.forRelease('latest')
const codesOf = (text) => latest.search(text).map(({ code }) => code)

/** Messages of C client 7.5.0, read from its sources and filled as they arrive. */
const MESSAGES = {
  '-1': [
    'Failed to find server node.',
    'Batch index 7 >= batch size: 5',
    'Failed to add batch thread: 12',
    'Index create buffer overflow: 1024',
    'Server does not support background query with operations',
    'Failed to retrieve session token',
    'Node version 4.8.0.1 is less than required minimum version 4.9.0.3',
    'Failed to retrieve partition size from empty cluster',
    'Cluster seed(s) failed',
    'Invalid tend interval: 10. min value: 250',
    'Invalid connection range: 100 - 10',
    'Failed to create tend thread: Resource temporarily unavailable',
    'Record version field has invalid size: 3',
    'Transaction deadline field has invalid size: 3',
    'Failed to queue command',
    'Cluster has been closed',
    'Authenticate response size is corrupt: 70000',
    'Node BB9A4B0A0005452 10.0.0.1:3000 is not yet fully initialized',
    "Invalid node BB9A4B0A0005452 10.0.0.1:3000 Expected cluster name 'a' Received 'b'",
    'Node name has changed. Old=BB9A4B0A0005452 New=BB9020011AC4202',
    'Invalid proto version: 71 Expected: 2',
    'Invalid compressed size: 99999999',
    'Shared memory get failed: No such file or directory pid: 4711',
  ],
  '-2': [
    'No operations defined',
    'Write operations not allowed in batch read',
    'Batch write operations do not contain a write',
    'Partition query not supported by connected server',
    'Invalid udf type: 9',
    'Invalid partition begin 5000. Valid range: 0-4095',
    'Current hashed password is invalid',
    'Background function or ops is required',
    'All metrics listeners and udata must be defined',
  ],
  '-4': ['Invalid hostname db.example: Name or service not known'],
  '-6': [
    'Connect failed: -111 BB9A4B0A0005452 10.0.0.1:3000',
    'Socket read failed: -4095',
    'Socket write failed: broken pipe',
    'uv_read_start failed: EOF',
    'Authenticate socket read failed: -104',
    'TLS socket write failed: -32 BB9A4B0A0005452 10.0.0.1:3000',
  ],
  '-7': [
    'Max node/event loop BB9A4B0A0005452 async connections would be exceeded: 100',
    'Max node BB9A4B0A0005452 connections would be exceeded: 300',
  ],
  '-8': ['Node not found for partition test:1234', 'No nodes were assigned'],
  '-9': [
    'Private key password is required: 67',
    'Failed to open key file /etc/key.pem: No such file or directory',
    'SSL_CTX_use_PrivateKey failed: 1',
    'Failed to load CAFile: no such file',
    'unknown TLS protocol SSLv9',
  ],
  '-10': ['Socket connect failed: Connection refused', 'Socket read error', 'Bad file descriptor'],
  '-11': ['Async delay queue full: 100'],
  '-14': ['Max error rate exceeded'],
  '-16': ['Batch failed', 'One or more batch sub-commands failed'],
  '-19': ['Transaction already aborted'],
  1: ['Command failed because cluster is empty.'],
  7: ['Cluster is in migration: 12, 34'],
  9: ['Client timeout: iterations=1 lastNode=10.0.0.1:3000', 'Delay queue timeout', 'Register timeout'],
  20: ['Cluster is empty', 'Invalid namespace: tset'],
}

test('search finds the status of a message of the client, with whatever stands before it', () => {
  const messages = Object.entries(MESSAGES).flatMap(([code, texts]) => texts.map((text) => [Number(code), text]))
  assert.ok(messages.length > 50)
  for (const [code, message] of messages) {
    for (const before of ['', '10.0.0.1:3000 ', 'AerospikeError: ']) {
      const text = before + message
      assert.equal(codesOf(text)[0], code, text)
    }
  }
})

test('search finds the status of a pasted line', () => {
  for (const [text, ...codes] of [
    ['AerospikeError: Socket read failed: -4095 [-6]', -6],
    ['Client error in Put command: Socket read failed: -4095 [-6]', -6],
    ['Server error in Connect command: [9]', 9],
    ['Client timeout: timeout=1000 iterations=1 failedNodes=0 failedConns=0.', 9],
    ['Oerr(9) Client timeout: timeout=900000 iterations=3', 9],
    ['Error -3,1,0,30000,0,2: Node not found for partition test:315', -8],
    ['com.aerospike.client.AerospikeException: Error Code 22: Operation not allowed', 22],
    ['com.aerospike.client.AerospikeException: Error Code -1: java.net.ConnectException: Connection refused', -10],
    ['ResultCode: KEY_BUSY, Iteration: 0, InDoubt: false, Node: BB9 10.0.0.1:3000', 14],
    ["exception.RecordNotFound: (2, '127.0.0.1:3000 AEROSPIKE_ERR_RECORD_NOT_FOUND')", 2],
    ['AEROSPIKE_ERR_DEVICE_OVERLOAD (18)', 18],
    ['{"level":50,"err":{"type":"AerospikeError","code":-8}}', -8],
    ['error 22 subcode 6', 22],
    ['22/6', 22],
    ['HOST:3000 Partition 3952 unavailable', 11],
    ['9', 9],
  ]) {
    assert.equal(codesOf(text)[0], codes[0], text)
  }
  assert.deepEqual(
    aerospike.search('code: 501').map(({ name }) => name),
    ['AEROSPIKE_ERR_REQUEST_INVALID', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'],
  )
})

test('what people say leads to the right status: 95 % among the first three, 90 % first', () => {
  const isFoundAmong = (count) => (entry) =>
    codesOf(entry.text)
      .slice(0, count)
      .some((code) => entry.codes.includes(code))
  const first = peopleSay.filter(isFoundAmong(1))
  const three = peopleSay.filter(isFoundAmong(3))
  assert.ok(three.length >= 0.95 * peopleSay.length, `${three.length} of ${peopleSay.length}`)
  assert.ok(first.length >= 0.9 * peopleSay.length, `${first.length} of ${peopleSay.length}`)
})

test("a number that the text gives to another system isn't a code", () => {
  for (const [text, code] of [
    ['HTTP status 200', 200],
    ['HTTP request failed with status 150', 150],
    ['exit code 9', 9],
    ['exited with code 1', 1],
    ['Process exited with status 5', 5],
    ['gRPC error code 5', 5],
    ['Error: 5 NOT_FOUND: nothing', 5],
    ['errno 13', 13],
    ['{ errno: -2, code: "ENOENT" }', -2],
    ['curl: (7)', 7],
    ['npm ERR! code 1', 1],
    ['SQLSTATE 22001', 22],
    ['MySQL error 26', 26],
    ['Redis error 14', 14],
    ['(os error 13)', 13],
    ['killed by signal 9', 9],
    ['SIGKILL (9)', 9],
    ['{"statusCode":200}', 200],
    ['exitCode: 1', 1],
    ['LDAP error 52', 52],
    ['response.status === 200', 200],
    ['fs: read failed: EACCES', -6],
  ]) {
    assert.notEqual(codesOf(text)[0], code, text)
  }
  assert.equal(codesOf('curl: (7) connection refused')[0], -10, 'but its words count')
})

test('search finds nothing in a text that has nothing to do with a status', () => {
  for (const text of ['zebra', 'no such words', '2026-11-25', '-99']) assert.deepEqual(codesOf(text), [], text)
})

test('search takes any text, and finds only statuses of the table', () => {
  const parts = [
    'code',
    'error',
    ':',
    '=',
    ' ',
    '[',
    ']',
    '(',
    ')',
    '-',
    '/',
    ',',
    '9',
    '22',
    '"',
    'KEY_BUSY',
    'Batch failed',
    '\0',
    '\ud800',
  ]
  const texts = fc.array(fc.oneof(fc.constantFrom(...parts), fc.string({ unit: 'binary' })), { maxLength: 12 })
  for (const table of [aerospike, latest]) {
    const known = new Set(table.list())
    fc.assert(
      fc.property(texts, (words) => {
        const found = table.search(words.join(''))
        assert.ok(found.every((status) => known.has(status)))
        assert.equal(new Set(found).size, found.length)
      }),
      runsOf(500),
    )
  }
})

test('search takes a megabyte of anything', () => {
  for (const unit of ['a ', 'code 9 ', 'read failed ', 'KEY_BUSY ', 'error (', '22/6 ', '[9]\n', '\ud800', '\0', 'é', '1:1 ']) {
    const text = unit.repeat(2 ** 20 / unit.length)
    assert.ok(
      latest.search(text).every((status) => latest.list().includes(status)),
      JSON.stringify(unit),
    )
  }
  const filler = 'x'.repeat(2 ** 19)
  assert.equal(codesOf(`Socket read failed: -4095 ${filler} ${filler}`)[0], -6)
  assert.equal(codesOf(`${filler} code: 14, ${filler}`)[0], 14)
})
