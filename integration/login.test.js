'use strict'

// Tests logins that a server refuses. The client only says "Failed to connect", so the code matters.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, failureToConnect, table } = require('./client')
const { startServer } = require('./server')
const { assertReported, forEachOf } = require('./check-failure')

let server
before(async () => {
  server = await startServer()
})

const logIn = (answer) => failureToConnect(server.address, { user: `answer-${answer}`, password: 'password' })

const { SECURITY_NOT_ENABLED, ERR_CONNECTION, ERR_TIMEOUT } = Aerospike.status
// The codes of the C client, then the LDAP codes of servers. 52 (security not enabled) is missing, because the login succeeds with it.
const security = [51, 53, 54, 55, 56, 60, 61, 62, 63, 64, 65, 66, 70, 71, 72, 73, 74, 75, 80, 81, 82, 83, 90, 91, 92, 93, 94]

test('the tests below cover every security code', () => {
  const known = table.list().filter(({ code, category }) => category === 'security' && code > SECURITY_NOT_ENABLED)
  assert.deepEqual(
    known.filter(({ code }) => !security.includes(code)),
    [],
  )
})

test('a refused login is reported, for each security code', async () => {
  await forEachOf(security, async (code) => {
    const error = await logIn(code)
    assertReported(error, code)
    assert.ok(table.lookup(code), `${code} is unknown`)
    assert.ok(table.format(error).endsWith(' Failed to connect'), table.format(error))
  })
})

test('a server without security accepts the login', async () => {
  assert.equal(await logIn(SECURITY_NOT_ENABLED), undefined)
})

test('a login without an answer is reported', async () => {
  for (const way of ['close', 'half', 'reset']) assertReported(await logIn(way), ERR_CONNECTION)
  assertReported(await logIn('silent'), ERR_TIMEOUT)
})
