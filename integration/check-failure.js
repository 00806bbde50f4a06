'use strict'

// Assertions that must hold for every failure that the client reports.

const assert = require('node:assert/strict')
const { Aerospike, table } = require('./client')

/** The numbers that a server can send. */
const codes = Array.from({ length: 256 }, (_, code) => code)

/** The lines of a text. A line that ends with a colon or a semicolon continues on the next one. */
const linesOf = (text) =>
  text
    .replace(/([:;])\s*[\n\r\u2028\u2029]\s*/g, '$1 ')
    .split(/[\n\r\u2028\u2029]/)
    .map((line) => line.trim())
    .filter(Boolean)

/** The lines of the client's message, without the client's own sentence for the code. That sentence is in the first line. */
function linesWithoutSentence({ code, message }) {
  const [first, ...others] = message.split('\n')
  return linesOf([first.replace(Aerospike.status.getMessage(code), ''), ...others].join('\n'))
}

/** Asserts that an error has the code, that `format` says everything once and on one line, and that `toError` keeps its properties. */
function assertReported(error, code) {
  assert.ok(error instanceof Error, `${code} expected, but there is no error`)
  assert.equal(error.code, code, error.message)
  assertStatus(code)

  const line = table.format(error)
  const rest = assertHead(withoutDoubt(line, error), code)
  assert.deepEqual(rest.split('; ').filter(Boolean), linesWithoutSentence(error), line)

  assert.deepEqual([table.isOk(error), table.isError(error)], [false, true])
  assert.equal(table.isTransient(error), isTransient(code))
  assertWrapped(error, code)
}

/** Asserts the same for a batch row, which has a status and no message. */
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

/** Removes the remark that a write is in doubt from the end of a line. Asserts that the line has it if, and only if, it should. */
function withoutDoubt(line, source) {
  const isDoubtful = typeof source.inDoubt === 'boolean' && table.isInDoubt(source)
  assert.equal(line.endsWith(DOUBT), isDoubtful, line)
  return isDoubtful ? line.slice(0, -DOUBT.length) : line
}

/** Asserts that the line begins with the line for the code alone, and returns the rest. */
function assertHead(line, code) {
  assert.doesNotMatch(line, /[\n\r\u2028\u2029]/)
  const head = table.format(code)
  assert.ok(head.startsWith(table.lookup(code)?.name ?? `Unknown status code ${code}`), head)
  assert.ok(line.startsWith(head), `${line}\ndoesn't begin with\n${head}`)
  const rest = line.slice(head.length)
  const separator = [separatorAfter(code), '; '].find((text) => rest.startsWith(text))
  assert.ok(rest === '' || separator, line)
  return rest.slice(separator?.length)
}

/** The separator between the line for a code and the text that a message adds. */
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

/** Checks every item. If any of them fail, it then throws an error with their number and the first five messages. */
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

module.exports = { DOUBT, codes, assertReported, assertRowReported, forEachOf, separatorAfter }
