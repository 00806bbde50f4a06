'use strict'

// Runs the examples for other libraries, with the real client and a server that fails. They must print the failure once, on one line, with
// one stack, and nothing from the request.

const assert = require('node:assert/strict')
const { execFile } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { before, test } = require('node:test')
const { promisify } = require('node:util')
const { Aerospike, table } = require('./client')
const { startServer } = require('./server')

const folder = path.join(__dirname, '..', 'examples', 'with')
const env = { ...process.env, NODE_PATH: path.join(__dirname, 'node_modules') }

/** For each example, a function that returns the failure from the line that it prints: name or type, code, message and stack. */
const RECIPES = {
  'pino.js': ({ err }) => [err.statusName, err.code, err.message, err.stack],
  'winston.js': ({ err }) => [err.statusName, err.code, err.message, err.stack],
  'opentelemetry.js': ({ attributes, events: [{ attributes: exception }] }) => [
    attributes['error.type'],
    Number(attributes['db.response.status_code']),
    exception['exception.message'],
    exception['exception.stacktrace'],
  ],
}

/** Other ways to log the same failure: the code in the example, and what a user may write instead. */
const WAYS = [
  ['pino.js', "logger.error(err, 'put failed')", "logger.error({ err }, 'put failed')"],
  ['pino.js', "logger.error(err, 'put failed')", "logger.error(forRelease('6.7.1').toError(err))"],
  ['winston.js', "logger.error('put failed', { err })", "logger.error('put failed', err)"],
  ['winston.js', "logger.error('put failed', { err })", 'logger.error(err)'],
  ['winston.js', "logger.error('put failed', { err })", "logger.error('put failed', { err: forRelease('6.7.1').toError(err) })"],
  ['winston.js', "logger.error('put failed', { err })", "logger.error('put failed', forRelease('6.7.1').toError(err))"],
  ['winston.js', "logger.error('put failed', { err })", "logger.error(forRelease('6.7.1').toError(err))"],
]

/** Parts of the request: the key and the bin. */
const REQUEST = /ann@example|phone|555-0100/

// The examples always require 6.7.1, so they are skipped for other clients.
const skip = process.env.CLIENT !== undefined && process.env.CLIENT !== 'aerospike'

let overloaded
let gone
before(async () => {
  overloaded = await startServer({ fails: '18' })
  gone = await startServer()
  await gone.close()
})

const read = (example) => fs.readFileSync(path.join(folder, example), 'utf8')

/** Runs an example's program and returns what it prints. */
async function run(program, server) {
  const options = { cwd: folder, env, timeout: 15_000 }
  const { stdout } = await promisify(execFile)(process.execPath, ['--eval', program, 'example', server.address], options)
  return stdout
}

/** Asserts that the example reported this failure, and nothing else. */
function assertReported(printed, example, statusName, code) {
  const [line, ...others] = printed.split('\n')
  assert.deepEqual(others, [''], printed)
  assert.doesNotMatch(line, REQUEST)
  const report = JSON.parse(line)
  const [actualName, actualCode, message, stack] = RECIPES[example](report)
  assert.deepEqual([actualName, actualCode], [statusName, code])
  const [head, ...frames] = stack.split('\n')
  assert.equal(head, `AerospikeError: ${message}`)
  assert.ok(frames.length > 0 && frames.every((frame) => /^ {4}at /.test(frame)), stack)
  assert.equal(line.split('\\n    at ').length - 1, frames.length, 'the line has another stack')
  return report
}

test('the tests below run every example for another library, except for Jest', () => {
  // jest.test.js needs Jest, which isn't installed here.
  assert.deepEqual(fs.readdirSync(folder).sort(), [...Object.keys(RECIPES), 'jest.test.js'].sort())
})

for (const example of Object.keys(RECIPES)) {
  test(`${example}: a failed put`, { skip }, async () => {
    const { err } = assertReported(await run(read(example), overloaded), example, 'AEROSPIKE_ERR_DEVICE_OVERLOAD', 18)
    if (err) assert.deepEqual([err.category, err.transient, err.inDoubt], ['server', true, false])
  })

  test(`${example}: a failure to connect`, { skip }, async () => {
    assertReported(await run(read(example), gone), example, 'AEROSPIKE_ERR_CONNECTION', -10)
  })
}

for (const [example, call, otherCall] of WAYS) {
  test(`${example}: ${otherCall}`, { skip }, async () => {
    const program = read(example).replace(call, () => otherCall)
    assert.ok(program.includes(otherCall))
    assertReported(await run(program, overloaded), example, 'AEROSPIKE_ERR_DEVICE_OVERLOAD', 18)
  })
}

test('the span has failed, and its status has the line that format returns', { skip }, async () => {
  const { status } = JSON.parse(await run(read('opentelemetry.js'), overloaded))
  const { SpanStatusCode } = require('@opentelemetry/api')
  assert.equal(status.code, SpanStatusCode.ERROR)
  assert.match(status.message, /^AEROSPIKE_ERR_DEVICE_OVERLOAD \(18\): /)
})

test("a test double can have the client's class, as in examples/test-double.test.js", () => {
  const double = Object.setPrototypeOf(table.toError('ERR_TIMEOUT'), Aerospike.AerospikeError.prototype)
  assert.ok(double instanceof Aerospike.AerospikeError)
  assert.equal(double.code, Aerospike.status.ERR_TIMEOUT)
  assert.equal(double.isServerError(), true)
  assert.equal(double.client, undefined)
  assert.ok(table.is(double, 'ERR_TIMEOUT') && table.isTransient(double) && table.isInDoubt(double))
})
