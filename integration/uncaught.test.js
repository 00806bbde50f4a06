'use strict'

// What a process prints that dies of an error from toError: the failure of a real client, without the request.

const assert = require('node:assert/strict')
const { execFile } = require('node:child_process')
const { before, test } = require('node:test')
const { startServer } = require('./server')

let server
before(async () => {
  server = await startServer({ fails: '18' })
})

/** Puts a record with the client under test, and hands the error to `use`. */
const program = (use) => `
  const { Aerospike, connect, table } = require('./client')
  const key = new Aerospike.Key('test', 'people', 'ann@example')
  connect({ address: process.argv[1] })
    .then((client) => client.put(key, { phone: '555-0100' }))
    .then(() => process.exit(0), (error) => {
      if (!require('util').inspect(error, { depth: 9 }).includes('555-0100')) process.exit(0) // Without the request there is nothing to leak.
      setImmediate(() => { const failed = table.toError(error); ${use} })
    })`

/** Runs a program that must fail, and returns what it prints. */
function printed(source) {
  return new Promise((resolve) => {
    const options = { cwd: __dirname, timeout: 15_000 }
    execFile(process.execPath, ['--eval', source, server.address], options, (error, stdout, stderr) => {
      assert.ok(error && error.code > 0, stdout + stderr) // 7 instead of 1 where client.js has registered hooks of node:test.
      resolve(stdout + stderr)
    })
  })
}

for (const [how, use] of [
  ['thrown', 'throw failed'],
  ['a rejection that nobody handles', 'Promise.reject(failed)'],
  ['emitted without a listener', "new (require('events'))().emit('error', failed)"],
  ['printed by console.dir', 'console.dir(failed); process.exit(1)'],
  ["in an assertion's diff", "require('assert').deepStrictEqual({ failed }, {})"],
]) {
  test(`an error from toError, ${how}, prints neither key nor bin`, async () => {
    const output = await printed(program(use))
    assert.match(output, /AerospikeError/)
    assert.match(output, /code: 18/)
    assert.doesNotMatch(output, /ann@example|phone|555-0100/)
  })
}
