'use strict'

// What must not get out: the request, the record and the configuration, which a failure holds, and texts without an end.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { inspect } = require('node:util')
const vm = require('node:vm')
const aerospike = require('..')
const { printedBy, runNode, thrower } = require('./helpers')

const newest = aerospike.forRelease('6.7.1')
const { format, serialize, toError } = newest

class PutCommand {
  constructor() {
    this.args = ['secret key', { bin: 'secret bin' }]
  }
}
const clientError = () =>
  Object.assign(new Error('Client timeout: iterations=1'), { code: 9, inDoubt: false, command: new PutCommand() })

// --- Errors from toError, printed by Node itself ---

/** Makes an error from toError that has a request, in a process of its own. */
const FAILED = `
  class PutCommand { constructor() { this.args = ['secret key', { bin: 'secret bin' }] } }
  const { toError } = require('..').forRelease('6.7.1')
  const failed = () => toError(Object.assign(new Error('Client timeout'), { code: 9, inDoubt: true, command: new PutCommand() }))`

for (const [how, use] of [
  ['thrown', 'throw failed()'],
  ['thrown as a cause', "throw new Error('save failed', { cause: failed() })"],
  ['in a rejection that nobody handles', 'Promise.reject(failed())'],
  ['emitted without a listener', "new (require('events'))().emit('error', failed())"],
  ['printed by console.dir', 'console.dir(failed()); process.exitCode = 1'],
  ['printed by console.log', 'console.log(failed(), [failed()], { error: failed() }); process.exitCode = 1'],
  [
    'printed with hidden properties',
    "console.log(require('util').inspect(failed(), { showHidden: true })); process.exitCode = 1",
  ],
  ["in an assertion's diff", "require('assert').deepStrictEqual({ error: failed() }, { error: 1 })"],
  ["in an assertion's message", "require('assert').equal(failed(), null)"],
]) {
  test(`an error from toError ${how} shows no request`, () => {
    const { stdout, stderr, status } = runNode(['--eval', `${FAILED}; ${use}`])
    assert.equal(status, 1)
    assert.match(stdout + stderr, /AerospikeError/)
    assert.doesNotMatch(stdout + stderr, /secret/)
  })
}

test('the cause of an error from toError is the value, as an accessor that can be set', () => {
  for (const value of [clientError(), 9, 'boom', Object.create(null)]) {
    const error = toError(value)
    assert.equal(error.cause, value)
    const { get, set, enumerable, configurable } = Object.getOwnPropertyDescriptor(error, 'cause')
    assert.deepEqual([typeof get, typeof set, enumerable, configurable], ['function', 'function', false, true])
    assert.match(inspect(error, { customInspect: false }), /\[cause\]: \[Getter\/Setter\]/)
    assert.equal(Object.create(error).cause, undefined)
    error.cause = 'another'
    assert.equal(error.cause, 'another')
    assert.equal(toError(value).cause, value)
  }
})

test('helpers judge an error from toError like its source, whatever its accessor', () => {
  for (const value of [clientError(), new Error('get failed', { cause: clientError() }), { status: 14, record: null }]) {
    const error = toError(value)
    for (const helper of ['isTransient', 'isInDoubt', 'statusOf']) assert.equal(newest[helper](error), newest[helper](value))
  }
})

// --- Values without a code ---

test('a value without a code is told by its own primitive members', () => {
  const record = { bins: { name: 'secret' } }
  class Service {
    constructor() {
      this.url = 'secret'
    }
    toString() {
      return 'a service'
    }
  }
  const nameless = Object.assign(new Error(''), { name: '', command: new PutCommand(), retries: 2 })
  for (const [value, text] of [
    [[{ status: 2, record }], '[{...}]'],
    [[[record], 1, null, 'a', true, 2n, undefined, thrower], '[[...],1,null,"a",true,2]'],
    [{ err: clientError() }, '{"err":{...}}'],
    [{ status: '2', record, list: [record] }, '{"status":"2","record":{...},"list":[...]}'],
    [{ code: NaN, command: new PutCommand() }, '{"code":null,"command":{...}}'],
    [{ a: 'x"y', b: undefined, c: thrower, d: Symbol('s'), e: 1 }, '{"a":"x\\"y","e":1}'],
    [{ toJSON: () => 'secret', a: 1 }, '{"a":1}'],
    [{ at: new Date(0), toString: Object.prototype.toString }, '{"at":{...}}'],
    [Object.defineProperty({ a: 1 }, 'b', { get: thrower, enumerable: true }), '{"a":1}'],
    [Object.create({ inherited: 'secret' }), '{}'],
    [new Map([['key', 'secret']]), '{}'],
    [Object.create(null, { a: { value: 1, enumerable: true } }), '{"a":1}'],
    [nameless, '{"name":"","command":{...},"retries":2}'],
    [Object.assign(new Error(''), { command: new PutCommand() }), 'Error'],
    [Object.assign(new Error('x'), { message: [record] }), 'Error'],
    // A text of its own stays.
    [new URL('http://localhost/a?b=1'), 'http://localhost/a?b=1'],
    [new Date(NaN), 'Invalid Date'],
    [/x/g, '/x/g'],
    [new Service(), 'a service'],
    [{ toString: () => 'its own text', secret: 1 }, 'its own text'],
    // Other realms have their own Object, Array and Error.
    [vm.runInNewContext("({ a: 1, record: { bin: 'secret' } })"), '{"a":1,"record":{...}}'],
    [vm.runInNewContext("[['secret'], 1]"), '[[...],1]'],
    [vm.runInNewContext("Object.assign(new Error(''), { secret: 1 })"), 'Error'],
  ]) {
    const members = (text) => text.replace('"name":"",', '') // The stack and the name of an error may be enumerable.
    assert.equal(members(format(value)), members(text))
    assert.equal(members(toError(value).message), members(text))
    assert.equal(members(serialize(value).message), members(text))
    assert.equal(members(serialize(new Error('outer', { cause: value })).cause.message), members(text))
  }
})

// --- Long texts ---

const LIMIT = 2 ** 20
const CUT = ' ... (cut)'
const HUGE = 2 ** 29 - 40 // Nearly the longest string that V8 can make.

test('no text makes a helper throw, however long', () => {
  const huge = 'x'.repeat(HUGE)
  for (const value of [
    huge,
    { code: huge },
    { code: huge, message: 'm' },
    { code: 'E', name: huge },
    { code: 9, message: huge },
    { code: 9, message: 'm', name: huge, func: huge, file: huge, stack: huge },
    { [huge]: huge },
    [huge, huge],
    Object.assign(new Error('m'), { code: huge }),
    new Error('outer', { cause: { code: 9, message: huge } }),
  ]) {
    assert.ok(format(value).length < 3 * LIMIT)
    assert.ok(JSON.stringify(serialize(value)).length < 7 * LIMIT)
    assert.ok(JSON.stringify(toError(value)).length < 7 * LIMIT)
    assert.ok(inspect(serialize(value)).length < 7 * LIMIT)
  }
})

test('serialize cuts each text that is longer than 2 ** 20, and keeps a shorter one', () => {
  for (const [length, kept] of [
    [LIMIT, LIMIT],
    [LIMIT + 1, LIMIT + CUT.length],
  ]) {
    const text = 'x'.repeat(length)
    const fields = serialize({ code: 9, name: text, message: text, func: text, file: text, stack: text })
    for (const name of ['name', 'message', 'func', 'file', 'stack']) {
      assert.equal(fields[name].length, kept, name)
      assert.equal(fields[name].endsWith(CUT), length > LIMIT, name)
    }
    assert.equal(serialize({ code: text, message: 'm' }).code.length, kept)
    assert.equal(toError({ code: text, message: 'm' }).code.length, kept)
  }
})

test('the members of a value are told up to 2 ** 20 characters', () => {
  const line = format(Array.from({ length: 400000 }, () => 'ab'))
  assert.ok(line.startsWith('["ab","ab",') && line.length <= LIMIT + CUT.length, String(line.length))
})

// --- Changed built-ins, and what stays in memory ---

test('toError works where Error.stackTraceLimit throws, and leaves it as it was', () => {
  const script = (limit) => `
    const { toError } = require('..')
    Object.defineProperty(Error, 'stackTraceLimit', ${limit})
    const before = JSON.stringify(Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit'))
    const { message, code } = toError({ code: 602, message: 'm' })
    console.log(message, code, before === JSON.stringify(Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')))`
  for (const limit of [
    "{ get() { throw new Error('not to be read') }, configurable: true }",
    "{ get() { return 5 }, set() { throw new Error('not to be set') }, configurable: true }",
    '{ value: undefined }',
    "{ value: 'many' }",
    '{ value: 3, writable: false }',
  ])
    assert.equal(printedBy(['--eval', script(limit)]), 'm 602 true\n', limit)
})

test('is keeps a bounded number of spellings, and understands all', () => {
  const script = `
    const { forRelease } = require('..')
    const { is } = forRelease('6.7.1')
    const spelled = (bits) => [...'err_record_not_found'].map((letter, index) => (bits >> index) & 1 ? letter.toUpperCase() : letter).join('')
    const all = Array.from({ length: 2 ** 15 }, (_, bits) => spelled(bits))
    const heap = () => { for (let time = 0; time < 5; time++) gc(); return process.memoryUsage().heapUsed }
    is(2, 'ERR_RECORD_NOT_FOUND')
    const before = heap()
    const understood = all.every((name) => is(2, name)) && all.every((name) => is(2, name))
    all.length = 0
    console.log(understood, heap() - before < 2 ** 20)`
  assert.equal(printedBy(['--expose-gc', '--eval', script]), 'true true\n')
})
