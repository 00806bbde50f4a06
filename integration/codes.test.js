'use strict'

// Every code that a server can answer, 0 to 255, to each kind of command.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, commands, connect, failureOf, table, tellsOfAdministration } = require('./client')
const { LUA_ERROR, startServer } = require('./server')
const { assertRowTold, assertTold, codes, forEachOf } = require('./told')

let client
before(async () => {
  client = await connect(await startServer())
})

const sets = codes.map((code) => `answer-${code}`)

for (const name of ['get', 'put', 'operate', 'apply', 'query', 'scan']) {
  test(`${name}: each code is told once`, async () => {
    await forEachOf(codes, async (code) => {
      const error = await failureOf(() => commands[name](client, sets[code]))
      if (code === 0) assert.equal(error?.message, undefined)
      else assertTold(error, code)
    })
  })
}

for (const name of ['batchRead', 'batchWrite']) {
  test(`${name}: each row can be given whole`, async () => {
    const rows = await commands[name](client, sets)
    assert.deepEqual(
      rows.map(({ status }) => status),
      codes,
    )
    await forEachOf(codes, (code) => assertRowTold(rows[code]))
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

test('batchWrite: what a row says of doubt stays', async () => {
  const [, row] = await commands.batchWrite(client, ['answer-0', `answer-${Aerospike.status.ERR_TIMEOUT}`])
  assert.equal(typeof row.inDoubt, 'boolean')
  assert.equal(table.toError(row).inDoubt, row.inDoubt)
  assert.equal(table.toError({ ...row, inDoubt: !row.inDoubt }).inDoubt, !row.inDoubt)
})

test('batchGet: each row can be given whole', async () => {
  const rows = await commands.batchGet(client, ['answer-0', 'answer-2'])
  assert.deepEqual(rows.map(table.isError), [false, true])
  for (const row of rows) assertRowTold(row)
})

test('a Lua error stays word for word', async () => {
  const error = await failureOf(() => commands.apply(client, 'answer-lua'))
  assertTold(error, Aerospike.status.ERR_UDF)
  assert.equal(table.format(error), `${table.format(Aerospike.status.ERR_UDF)} ${LUA_ERROR}`)
})

test('the text of a failed info command stays, and the address after it', async () => {
  const error = await failureOf(() => commands.truncate(client, 'answer-4'))
  assertTold(error, 4)
  assert.match(table.format(error), /: .* as asked from 127\.0\.0\.1:\d+$/)
})

test(
  'a failed command of the administration is told once',
  { skip: !tellsOfAdministration && 'this client tells nobody' },
  async () => {
    await forEachOf([4, 61, 71, 81, 94, 255], async (code) => {
      assertTold(await failureOf(() => commands.createUser(client, `answer-${code}`)), code)
    })
  },
)
