'use strict'

// What must be true of every failure that the client reports.

const assert = require('node:assert/strict')
const { Aerospike, table } = require('./client')

/** The numbers that a server can send. */
const codes = Array.from({ length: 256 }, (_, code) => code)

/** The lines of a text. A line that ends with a colon or semicolon continues in the next. */
const textsOf = (text) =>
  text
    .replace(/([:;])\s*[\n\r\u2028\u2029]\s*/g, '$1 ')
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)

/** What each line of the client's message adds. The client's own sentence for the code is in the first line. */
function textsBesideSentence({ code, message }) {
  const [first, ...others] = message.split('\n')
  return textsOf([first.replace(Aerospike.status.getMessage(code), ''), ...others].join('\n'))
}

/** Asserts that an error has the code, that `format` reports everything once on one line, and that `toError` keeps the fields. */
function assertReported(error, code) {
  assert.ok(error instanceof Error, `${code} expected, but there is no error`)
  assert.equal(error.code, code, error.message)
  assertStatus(code)

  const line = table.format(error)
  const rest = assertHead(withoutDoubt(line, error), code)
  assert.deepEqual(rest.split('; ').filter(Boolean), textsBesideSentence(error), line)

  assert.deepEqual([table.isOk(error), table.isError(error)], [false, true])
  assert.equal(table.isTransient(error), isTransient(code))
  assertWrapped(error, code)
}

/** Asserts the same of a row of a batch, which has a status and no message. */
function assertRowReported(row) {
  const { status } = row
  assertStatus(status)
  assert.equal(withoutDoubt(table.format(row), row), table.format(status))
  assert.deepEqual([table.isOk(row), table.isError(row)], [status === 0, status !== 0], `row with ${status}`)
  assert.equal(table.isTransient(row), isTransient(status))
  if (status === 0) assert.equal(table.toError(row), null)
  else assertWrapped(row, status)
}

function isTransient(code) {
  return table.lookup(code)?.transient ?? false
}

/** Asserts that the table has the client's name for the status. */
function assertStatus(code) {
  const names = Object.keys(Aerospike.status).filter((name) => Aerospike.status[name] === code && name.startsWith('AEROSPIKE_'))
  const status = table.lookup(code)
  if (names.length > 0) assert.ok(names.includes(status?.name), `${code} is ${names} in the client, ${status?.name} here`)
}

const DOUBT = ' (in doubt: a write may have been applied)'

/** The line without the final note on a write in doubt. Asserts that the line has that note exactly if it should. */
function withoutDoubt(line, source) {
  const saysDoubt = typeof source.inDoubt === 'boolean' && table.isInDoubt(source)
  assert.equal(line.endsWith(DOUBT), saysDoubt, line)
  return saysDoubt ? line.slice(0, -DOUBT.length) : line
}

/** Asserts that the line begins like the line for the code alone, and returns the rest. */
function assertHead(line, code) {
  assert.doesNotMatch(line, /[\n\r\u2028\u2029]/)
  const head = table.format(code)
  assert.ok(head.startsWith(table.lookup(code)?.name ?? `Unknown status code ${code}`), head)
  assert.ok(line.startsWith(head), `${line}\ndoes not begin with\n${head}`)
  const rest = line.slice(head.length)
  const separator = [separatorAfter(code), '; '].find((text) => rest.startsWith(text))
  assert.ok(rest === '' || separator, line)
  return rest.slice(separator?.length)
}

/** What separates the line of a code from what the message adds to it. */
function separatorAfter(code) {
  if (!table.lookup(code)) return ': '
  return table.format(code).endsWith('.') ? ' ' : '. '
}

function assertWrapped(source, code) {
  const wrapped = table.toError(source)
  const expected = { name: 'AerospikeError', message: source.message || table.format(source), code }
  const status = table.lookup(code)
  if (status) expected.statusName = status.name
  // An empty text, or a line that is 0 or NaN, means that the source doesn't have it.
  for (const detail of ['func', 'file', 'line']) if (source[detail]) expected[detail] = source[detail]
  if (typeof source.inDoubt === 'boolean') expected.inDoubt = table.isInDoubt(source)

  assert.ok(wrapped instanceof Error)
  assert.deepEqual({ name: wrapped.name, message: wrapped.message, ...wrapped }, expected)
  const { stack, cause, ...serialized } = table.serialize(wrapped)
  assert.deepEqual(JSON.parse(JSON.stringify(wrapped)), serialized)
  assert.equal(serialized.inDoubt, table.isInDoubt(source))
  assert.equal(wrapped.cause, source)
  for (const helper of ['isTransient', 'isInDoubt', 'statusOf'])
    assert.equal(table[helper](wrapped), table[helper](source), helper)
  for (const error of [wrapped, source]) assert.equal(table.is(error, 'OK', ...(status ? [status.name] : [])), Boolean(status))
}

/** Checks every item, and then reports all failures, not only the first. */
async function forEachOf(items, check) {
  const wrong = []
  for (const item of items) {
    try {
      await check(item)
    } catch (error) {
      if (error?.code !== 'ERR_ASSERTION') throw error
      wrong.push(`${item}: ${error.message}`)
    }
  }
  assert.ok(wrong.length === 0, `${wrong.length} of ${items.length}:\n${wrong.slice(0, 5).join('\n')}`)
}

module.exports = { codes, assertReported, assertRowReported, forEachOf, separatorAfter }
