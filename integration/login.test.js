'use strict'

// A server that asks for a login and refuses it. All that the client says is "Failed to connect": the code is all one has.

const assert = require('node:assert/strict')
const { before, test } = require('node:test')
const { Aerospike, failureToConnect, table } = require('./client')
const { startServer } = require('./server')
const { assertTold, forEachOf } = require('./told')

let server
before(async () => {
  server = await startServer()
})

const logIn = (answer) => failureToConnect(server.address, { user: `answer-${answer}`, password: 'password' })

const { SECURITY_NOT_ENABLED, ERR_CONNECTION, ERR_TIMEOUT } = Aerospike.status
// Those of the C client, and at the end what servers say of LDAP. 52, security not enabled, lets one in.
const security = [51, 53, 54, 55, 56, 60, 61, 62, 63, 64, 65, 66, 70, 71, 72, 73, 74, 75, 80, 81, 82, 83, 90, 91, 92, 93, 94]

test('no code of security is left out below', () => {
  const known = table.list().filter(({ code, category }) => category === 'security' && code > SECURITY_NOT_ENABLED)
  assert.deepEqual(
    known.filter(({ code }) => !security.includes(code)),
    [],
  )
})

test('a login that is refused is told, with each code of security', async () => {
  await forEachOf(security, async (code) => {
    const error = await logIn(code)
    assertTold(error, code)
    assert.ok(table.lookup(code), `${code} is not known`)
    assert.ok(table.format(error).endsWith(' Failed to connect'), table.format(error))
  })
})

test('a server without security lets one in', async () => {
  assert.equal(await logIn(SECURITY_NOT_ENABLED), undefined)
})

test('a login that breaks, or stays without an answer, is told', async () => {
  for (const way of ['close', 'half', 'reset']) assertTold(await logIn(way), ERR_CONNECTION)
  assertTold(await logIn('silent'), ERR_TIMEOUT)
})
