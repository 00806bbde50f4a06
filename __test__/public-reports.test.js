'use strict'

// What people asked in public reports, forums and code: log messages, names of other clients, codes as strings.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { forRelease, history } = require('..')

const { explain, is, isTransient, lookup, search, suggest, toError } = forRelease('6.7.1')

/** The texts of `explain`, with its lines joined. */
const explained = (key) => explain(key).replace(/\s+/g, ' ')
const codesOf = (text) => search(text).map(({ code }) => code)

test('lookup finds names of the Java client and the server', () => {
  for (const [name, code] of [
    ['KEY_BUSY', 14],
    ['AS_ERR_KEY_BUSY', 14],
    ['AS_ERR_FORBIDDEN', 22],
    ['KEY_NOT_FOUND_ERROR', 2],
    ['PARTITION_UNAVAILABLE', 11],
  ]) {
    assert.equal(lookup(name).code, code, name)
  }
})

test('search finds the status of a refused connection by its message', () => {
  const [first, ...others] = codesOf('Failed to connect')
  assert.equal(first, -10)
  assert.ok(others.includes(-1))
})

test('search finds a status by a log message or by words', () => {
  for (const [text, code] of [
    ['Operation not allowed at this time.', 22],
    ['index already exists', 200],
    ['queue too deep', 18],
    ['hot key', 14],
    ['Request timed out', 9],
    ['HOST:3000 Partition 3952 unavailable', 11],
  ]) {
    assert.equal(codesOf(text)[0], code, text)
  }
  assert.equal(suggest('index already exists')[0], 'AEROSPIKE_ERR_INDEX_FOUND')
  const found = codesOf('proto-fd-max')
  for (const code of [-6, -7, -10]) assert.ok(found.includes(code), `${code}`)
})

test('a code can be a string', () => {
  assert.equal(lookup('2'), lookup(2))
  assert.equal(explain('-8'), explain(-8))
  assert.ok(is({ code: 9 }, '9'))
  assert.ok(!is({ code: 2 }, '602'), 'a number that only other releases have')
  assert.throws(() => is({ code: 2 }, '99999'), RangeError)
})

test('a name from another client can test a failure, but not create one', () => {
  assert.ok(is({ code: 14 }, 'KEY_BUSY'))
  assert.equal(toError('ERR_TIMEOUT').code, 9)
  assert.equal(toError('timeout').code, undefined)
})

test('history finds an old name with or without ERR_', () => {
  assert.equal(history('LARGE_ITEM_NOT_FOUND')[0].code, 125)
  assert.deepEqual(history('LARGE_ITEM_NOT_FOUND'), history('ERR_LARGE_ITEM_NOT_FOUND'))
})

test('explain says what a number means in other clients', () => {
  assert.match(explained(-8), /-8 is NO_AVAILABLE_CONNECTIONS_TO_NODE in Go, SERVER_NOT_AVAILABLE in Java/)
  assert.doesNotMatch(explained(9), / elsewhere /)
})

test('explain says which policy sets the timeout of batchWrite', () => {
  assert.match(explained(-15), /batchParentWrite/)
})

test('explain advises against a client per request', () => {
  for (const code of [-1, -7, -10]) assert.match(explained(code), /one client per process, once/)
})

test("explain says how to get the server's reasons", () => {
  for (const code of [4, 22, 26]) assert.match(explained(code), /errorDetailVerbosity/)
})

test('explain covers a partition that is unavailable while a node rejoins', () => {
  assert.match(
    explained(11),
    /without a pause.*expectedDuration.*LONG_RELAX_AP \(from server 7\.1 on\), or restart the query.*tenderInterval/,
  )
})

test("explain covers a record that exists but isn't found during migrations", () => {
  assert.match(explained(2), /partitions migrate.*readModeAP/)
})

test('explain covers a write with a generation to a deleted record', () => {
  assert.match(explained(3), /a missing record counts as generation 0/)
})

test("explain lists reasons for 22 that the log doesn't always have", () => {
  const text = explained(22)
  for (const reason of [
    /WARNING for most of these causes/,
    /log doesn.t show this/,
    /truncate/,
    /reject-non-xdr-writes/,
    /disable-udf-execution/,
    /clocks/,
  ])
    assert.match(text, reason)
})

test('explain says that a temporary failure is temporary', () => {
  for (const code of [7, 120]) {
    assert.ok(isTransient(code))
    assert.match(explained(code), /transient yes.*Sending again: Yes, after a pause/)
  }
})
