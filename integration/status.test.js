'use strict'

// Compares the client's statuses and stock sentences with ours. These tests need no server.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { Aerospike, table, version } = require('./client')
const { separatorAfter } = require('./check-failure')

const exported = Object.entries(Aerospike.status).filter(([, value]) => typeof value === 'number')
const numbers = [...new Set(exported.map(([, number]) => number))].sort((one, other) => one - other)

test(`status has the same names and numbers as that of aerospike@${version}`, () => {
  assert.ok(exported.length > 140)
  assert.deepEqual({ ...table.status }, Object.fromEntries(exported))
})

test('every code that the client exports has a sentence here too', () => {
  for (const code of numbers) assert.doesNotMatch(table.describe(code), /^Unknown/)
})

// Asserts that `format` leaves out the stock sentence of each code and keeps the address before it. Reports all that fail.
function assertLeftOut(codes, address = '') {
  const wrong = codes
    .map((code) => ({ code, message: Aerospike.status.getMessage(code) }))
    .filter(({ code, message }) => {
      const line = table.format({ code, message: `${address} ${message}`.trim() })
      return line !== table.format(code) + (address && separatorAfter(code) + address)
    })
  assert.ok(wrong.length === 0, wrong.map(({ code, message }) => `${code}: ${message}`).join('\n'))
}

test('format leaves out the stock sentence of every status', () => {
  assertLeftOut(numbers)
})

test('format keeps the address before a stock sentence', () => {
  assertLeftOut(numbers, '127.0.0.1:3000')
})

test('search finds the status of a stock sentence first, whatever surrounds the sentence', () => {
  const sentences = new Map(numbers.map((code) => [code, Aerospike.status.getMessage(code)]))
  // 5.x has no sentence for some codes.
  const stock = [...sentences].filter(([code, sentence]) => sentence !== `Unknown status message ${code}`)
  const wrong = stock.flatMap(([code, sentence]) => {
    const [first] = sentence.match(/^.*?[a-z)]\.(?= [A-Z]|$)/) || [sentence]
    const texts = [sentence, first, sentence.replace(/\.$/, ''), `127.0.0.1:3000 ${sentence}`, `${sentence} from [::1]:3000`]
    // Two statuses may share a sentence.
    const sharing = stock.filter(([, other]) => other === sentence).length
    const isFirst = (text) =>
      table
        .search(text)
        .slice(0, sharing)
        .some((status) => status.code === code)
    return texts.filter((text) => !isFirst(text)).map((text) => `${code}: ${text}`)
  })
  assert.deepEqual(wrong, [])
})

test('format leaves out the stock sentence of a number that neither the client nor the table knows', () => {
  const unknown = [-1000, 30, 99, 255, 1000].filter((code) => !table.lookup(code))
  assert.ok(unknown.length > 1)
  assertLeftOut(unknown)
  assertLeftOut(unknown, '127.0.0.1:3000')
})

test('isOk is true for what the client reports as success', () => {
  assert.ok(table.isOk(null))
  assert.ok(table.isOk(Aerospike.status.OK))
  assert.equal(table.toError(null), null)
})
