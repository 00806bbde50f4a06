'use strict'

// `describe`: the sentence for a code.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { describe, forRelease } = require('..')
const { documented, tables } = require('./facts')

test('describe returns the sentence of the document for every documented code', () => {
  for (const { code, description } of documented.filter(({ code }) => code !== 501)) assert.equal(describe(code), description)
})

test('501 has both sentences, in the order of the document', () => {
  assert.equal(describe(501), 'Request protocol invalid, or invalid protocol field. Namespace in request not found on server.')
})

test('every code of every table has the sentences of its statuses', () => {
  for (const table of tables) {
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
