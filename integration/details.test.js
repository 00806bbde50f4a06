'use strict'

// Tests error details: the subcode and the text that server 8.2 sends with a result code, and that client 7.0.0 puts into the error.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { assertReported, assertRowReported, forEachOf } = require('./check-failure')
const { forRelease } = require('..')
const { Aerospike, commands, connect, failureOf, table } = require('./client')
const { DETAILS_TEXT, startServer } = require('./server')

const { ERR_FAIL_FORBIDDEN } = Aerospike.status
const FORBID_TRUNCATED = 6
const MRT_BLOCKED = 120
const MRT_BLOCKED_ID_MISMATCH = 2

let client
before(async () => {
  client = await connect(await startServer())
})

// ---- The installed clients are older than 7.0.0, and ignore the details.

test("details change nothing for a client that doesn't know them", async () => {
  await forEachOf(['get', 'put', 'operate', 'apply', 'query', 'scan'], async (name) => {
    const error = await failureOf(() => commands[name](client, 'answer-22-6'))
    assertReported(error, ERR_FAIL_FORBIDDEN)
    const plain = await failureOf(() => commands[name](client, 'answer-22'))
    assert.equal(error.message, plain.message)
    assert.equal(error.subcode, undefined)
  })
})

for (const name of ['batchRead', 'batchWrite']) {
  test(`${name}: a row with details leaves the rows after it intact`, async () => {
    const rows = await commands[name](client, ['answer-0', 'answer-22-6', 'answer-0', 'answer-120-2', 'answer-2'])
    assert.deepEqual(
      rows.map(({ status, subcode }) => [status, subcode]),
      [0, ERR_FAIL_FORBIDDEN, 0, MRT_BLOCKED, 2].map((status) => [status, undefined]),
    )
    rows.forEach(assertRowReported)
  })
}

// ---- Client 7.0.0 itself wasn't available, so these tests make its errors from those of the installed client. According to its sources, its
// errors have the same fields and a `subcode`, which is 0 if the server sent none.

const table7 = forRelease('7.0.0')

/** The error of a put as client 7.0.0 makes it. It has the server's text if the policy asks for it: `errorDetailVerbosity: MESSAGE`. */
async function errorOf7(code, subcode, text) {
  const error = await failureOf(() => commands.put(client, `answer-${code}`))
  if (text !== undefined) error.message = text
  return Object.assign(error, { subcode })
}

test('7.0.0: an error without a subcode is reported as before', async () => {
  const error = await errorOf7(ERR_FAIL_FORBIDDEN, 0)
  assertReported(error, ERR_FAIL_FORBIDDEN)
  assert.equal('subcode' in table.toError(error), false)
})

test('7.0.0: the line has the subcode, and the sentence for it instead of the one for the status', async () => {
  const head = `AEROSPIKE_ERR_FAIL_FORBIDDEN (22), FORBID_TRUNCATED (6): ${table7.describe(ERR_FAIL_FORBIDDEN, FORBID_TRUNCATED)}`
  assert.equal(table7.format(await errorOf7(ERR_FAIL_FORBIDDEN, FORBID_TRUNCATED)), head)

  const line = table7.format(await errorOf7(ERR_FAIL_FORBIDDEN, FORBID_TRUNCATED, DETAILS_TEXT))
  assert.ok(line.startsWith(head), line)
  assert.ok(line.endsWith(` ${DETAILS_TEXT}`), line)
})

test('7.0.0: the subcode decides whether a failure is transient', async () => {
  for (const [code, subcode, isTransient] of [
    [ERR_FAIL_FORBIDDEN, 0, false],
    [ERR_FAIL_FORBIDDEN, FORBID_TRUNCATED, true],
    [MRT_BLOCKED, 0, true],
    [MRT_BLOCKED, MRT_BLOCKED_ID_MISMATCH, false],
  ]) {
    const error = await errorOf7(code, subcode)
    assert.equal(table7.isTransient(error), isTransient, `${code}/${subcode}`)
    assert.equal(table7.isTransient(table7.toError(error)), isTransient, `toError of ${code}/${subcode}`)
  }
})

test('7.0.0: toError keeps the subcode', async () => {
  const error = await errorOf7(ERR_FAIL_FORBIDDEN, FORBID_TRUNCATED, DETAILS_TEXT)
  const wrapped = table7.toError(error)
  assert.equal(wrapped.subcode, FORBID_TRUNCATED)
  assert.equal(wrapped.message, DETAILS_TEXT)
  assert.equal(table7.format(wrapped), table7.format(error))
})

test('7.0.0: the subcode of a batch row counts too', async () => {
  const [, row] = await commands.batchWrite(client, ['answer-0', 'answer-22'])
  const withSubcode = { ...row, subcode: FORBID_TRUNCATED }
  assert.equal(table7.isTransient(row), false)
  assert.equal(table7.isTransient(withSubcode), true)
  assert.match(table7.format(withSubcode), /^AEROSPIKE_ERR_FAIL_FORBIDDEN \(22\), FORBID_TRUNCATED \(6\): /)
})

test('7.0.0: an unknown subcode is in the line, and changes nothing else', async () => {
  const unknown = await errorOf7(ERR_FAIL_FORBIDDEN, 127)
  assert.match(table7.format(unknown), /\b127\b/)
  assert.equal(table7.isTransient(unknown), table7.isTransient(ERR_FAIL_FORBIDDEN))
  assert.equal(table7.toError(unknown).subcode, 127)
})
