'use strict'

// Makes one call for each class of the client's commands, and compares isInDoubt with what the node received.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { blocking, reads, single, writes } = require('./calls')
const { connect, failureOf, table, version } = require('./client')
const { startServer } = require('./server')

const name = process.env.CLIENT || 'aerospike'
const policyOf = (ms) => ({ totalTimeout: ms, socketTimeout: ms, timeout: ms, timeoutDelay: 0, maxRetries: 0 })

/** The client often cuts or garbles these requests, so the node may not recognize them. */
const GARBLED = ['InfoForeachCommand', 'SetXDRFilterCommand']

/** Runs calls with an answer. Returns for each its error, and whether the node received the request. */
async function outcomesOf(answer, calls, callsOneByOne) {
  const server = await startServer()
  const client = await connect(server)
  const run = async ([command, call], silentMs) => {
    const policy = policyOf(answer === 'silent' ? silentMs : 5000)
    return [command, await failureOf(() => call(client, `answer-${answer}.${command}`, policy, server.port))]
  }
  // Only silence takes time. Otherwise one call would get a connection that another one is about to lose.
  const atOnce = answer === 'silent' ? Object.entries(calls) : []
  const oneByOne = Object.entries(answer === 'silent' ? callsOneByOne : { ...calls, ...callsOneByOne })
  const errors = await Promise.all(atOnce.map((entry) => run(entry, 600)))
  for (const entry of oneByOne) errors.push(await run(entry, 200))
  const received = await server.received()
  return errors.map(([command, error]) => ({ command, error, isReceived: received.includes(command) }))
}

for (const [what, answer] of [
  ['stays silent', 'silent'],
  ['closes the connection', 'close'],
  ['resets the connection', 'reset'],
  ['answers 9', '9'],
]) {
  test(`a write is in doubt if the node reads it and ${what}`, async () => {
    for (const { command, error, isReceived } of await outcomesOf(answer, writes, blocking.writes)) {
      // A batchWrite gets 9 in its rows.
      if (command === 'BatchWriteCommand' && answer === '9') continue
      assert.equal(error?.command.constructor.name, command)
      // On a slow machine, a call can time out before it's sent.
      if (!isReceived && (answer === 'silent' || GARBLED.includes(command))) continue
      assert.equal(isReceived, true, command)
      assert.equal(table.isInDoubt(error), true, `${command}: ${error.code} ${error.message}`)
      assert.match(table.format(error), / \(in doubt: a write may have been applied\)$/)
    }
  })

  test(`a read isn't in doubt if the node ${what}`, async () => {
    for (const { command, error } of await outcomesOf(answer, reads, blocking.reads)) {
      assert.equal(error?.command.constructor.name, command)
      assert.equal(table.isInDoubt(error), false, `${command}: ${error.code} ${error.message}`)
    }
  })
}

test("a write that the node refuses isn't in doubt, unless other parts may have been applied", async () => {
  for (const { command, error } of await outcomesOf('22', writes, blocking.writes)) {
    if (error === undefined || /^(Batch|Query|Scan)/.test(command)) continue
    assert.equal(table.isInDoubt(error), false, `${command}: ${error.code} ${error.message}`)
  }
})

test("a call that the client refuses isn't in doubt", async () => {
  const server = await startServer()
  const client = await connect(server)
  const refused = [
    'PutCommand',
    'OperateCommand',
    'RemoveCommand',
    'BatchWriteCommand',
    'BatchRemoveCommand',
    'ScanOperateCommand',
  ]
  for (const command of refused) {
    const error = await failureOf(() => writes[command](client, `answer-0.${command}`, { totalTimeout: 'x' }))
    assert.equal(error.code, -2, command)
    assert.equal(table.isInDoubt(error), false, command)
  }
  client.close()
  for (const command of ['PutCommand', 'BatchWriteCommand', 'TruncateCommand', 'BatchApplyCommand']) {
    const error = await failureOf(() => writes[command](client, `answer-0.${command}`, policyOf(1000)))
    assert.equal(error.message, 'Not connected.')
    assert.equal(table.isInDoubt(error), false, command)
  }
  assert.deepEqual(await server.received(), [])
})

// --- Classes ---

/** The classes that isInDoubt treats as single writes. It doesn't know their names, because any other class counts as one. */
const SINGLE = [...Object.keys(single), 'TransactionCommitCommand', 'TransactionAbortCommand']

test("isInDoubt knows every class of the client's commands", () => {
  const classes = Object.values(require(`${name}/lib/commands`))
  assert.ok(classes.length > 45)
  for (const Command of classes) {
    const answers = [9, -10, 18].map((code) =>
      table.isInDoubt({ code, inDoubt: false, command: Object.create(Command.prototype) }),
    )
    const isSingle = String(answers) === 'true,false,false'
    assert.equal(
      isSingle,
      SINGLE.includes(Command.name),
      `${Command.name} is new in ${version}: add it to the list of its kind in index.js, or to SINGLE here`,
    )
  }
})
