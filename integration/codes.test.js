'use strict'

// Tests every code that a server can answer with, 0 to 255, for each kind of command.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, table, reportsAdminCommands } = require('./client')
const { LUA_ERROR, startServer } = require('./server')
const { assertRowReported, assertReported, codes, forEachOf } = require('./check-failure')

let client
before(async () => {
  client = await connect(await startServer())
})

const sets = codes.map((code) => `answer-${code}`)

for (const name of ['get', 'put', 'operate', 'apply', 'query', 'scan']) {
  test(`${name}: each code is reported once`, async () => {
    await forEachOf(codes, async (code) => {
      const error = await failureOf(() => commands[name](client, sets[code]))
      if (code === 0) assert.equal(error?.message, undefined)
      else assertReported(error, code)
    })
  })
}

for (const name of ['batchRead', 'batchWrite']) {
  test(`${name}: the functions accept each row as it is`, async () => {
    const rows = await commands[name](client, sets)
    assert.deepEqual(
      rows.map(({ status }) => status),
      codes,
    )
    await forEachOf(codes, (code) => assertRowReported(rows[code]))
  })

  test(`${name}: isError and isTransient pick the rows that failed`, async () => {
    const rows = await commands[name](client, sets)
    assert.deepEqual(rows.filter(table.isOk), [rows[0]])
    assert.deepEqual(rows.filter(table.isError), rows.slice(1))
    const transient = codes.filter((code) => table.lookup(code)?.transient)
    assert.ok(transient.includes(Aerospike.status.ERR_TIMEOUT))
    assert.deepEqual(
      rows.filter(table.isTransient).map(({ status }) => status),
      transient,
    )
  })
}

test("batchWrite: a row that timed out is in doubt, although the client says it isn't", async () => {
  const rows = await commands.batchWrite(client, ['answer-0', 'answer-9', 'answer-18'])
  assert.deepEqual(
    rows.map(({ inDoubt }) => inDoubt),
    [false, false, false],
  )
  assert.deepEqual(rows.map(table.isInDoubt), [false, true, false])
  assert.equal(table.toError(rows[1]).inDoubt, true)
  assert.equal(table.toError(rows[2]).inDoubt, false)
})

test('batchWrite: a row is in doubt if the client says so', async () => {
  const [, row] = await commands.batchWrite(client, ['answer-0', 'answer-18'])
  const inDoubt = { ...row, inDoubt: true }
  assert.equal(table.isInDoubt(inDoubt), true)
  assert.equal(table.toError(inDoubt).inDoubt, true)
})

test('batchGet: the functions accept each row as it is', async () => {
  const rows = await commands.batchGet(client, ['answer-0', 'answer-2'])
  assert.deepEqual(rows.map(table.isError), [false, true])
  for (const row of rows) assertRowReported(row)
})

test('the line keeps the text of a Lua error word for word', async () => {
  const error = await failureOf(() => commands.apply(client, 'answer-lua'))
  assertReported(error, Aerospike.status.ERR_UDF)
  assert.equal(table.format(error), `${table.format(Aerospike.status.ERR_UDF)} ${LUA_ERROR}`)
})

test('the line keeps the text of a failed info command, and the address after it', async () => {
  const error = await failureOf(() => commands.truncate(client, 'answer-4'))
  assertReported(error, 4)
  assert.match(table.format(error), /: .* as asked from 127\.0\.0\.1:\d+$/)
})

test('a failed admin command is reported once', { skip: !reportsAdminCommands && "this client doesn't report it" }, async () => {
  await forEachOf([4, 61, 71, 81, 94, 255], async (code) => {
    assertReported(await failureOf(() => commands.createUser(client, `answer-${code}`)), code)
  })
})
