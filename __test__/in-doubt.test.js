'use strict'

// isInDoubt, in the order of its rules: the first rule that applies decides.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { inspect } = require('node:util')
const vm = require('node:vm')
const fc = require('fast-check')
const aerospike = require('..')
const { thrower, traps, runsOf } = require('./helpers')

const { forRelease } = aerospike
const newest = forRelease('6.7.1')
const tables = [aerospike, ...aerospike.releases.map(forRelease)]

const classOf = (name) => ({ [name]: class {} })[name]

/** The command classes of the client, by what `isInDoubt` knows about them. */
const READS = [
  ...['GetCommand', 'ExistsCommand', 'SelectCommand', 'BatchGetCommand', 'BatchExistsCommand', 'BatchSelectCommand'],
  ...['BatchReadCommand', 'QueryCommand', 'QueryPagesCommand', 'QueryApplyCommand', 'QueryForeachCommand', 'ScanCommand'],
  ...['ScanPagesCommand', 'JobInfoCommand', 'QueryRoleCommand', 'QueryRolesCommand', 'QueryUserCommand', 'QueryUsersCommand'],
  ...['ConnectCommand', 'EnableMetricsCommand', 'DisableMetricsCommand'],
]
const SEVERAL_PARTS = [
  'BatchWriteCommand',
  'BatchApplyCommand',
  'BatchRemoveCommand',
  'QueryBackgroundCommand',
  'QueryOperateCommand',
  'ScanBackgroundCommand',
  'ScanOperateCommand',
]
const UNCOUNTED = [
  ...['TruncateCommand', 'IndexCreateCommand', 'IndexRemoveCommand', 'UdfRegisterCommand', 'UdfRemoveCommand'],
  ...['InfoAnyCommand', 'InfoForeachCommand', 'InfoHostCommand', 'InfoNodeCommand', 'SetXDRFilterCommand'],
  ...['UserCreateCommand', 'UserCreatePKICommand', 'UserDropCommand', 'ChangePasswordCommand', 'SetPasswordCommand'],
  ...['RoleCreateCommand', 'RoleDropCommand', 'RoleGrantCommand', 'RoleRevokeCommand', 'RoleSetWhitelistCommand'],
  ...['RoleSetQuotasCommand', 'PrivilegeGrantCommand', 'PrivilegeRevokeCommand'],
]
/** Single writes. A class that the client doesn't have counts as one. */
const SINGLE = [
  ...['PutCommand', 'OperateCommand', 'ApplyCommand', 'RemoveCommand', 'TransactionCommitCommand', 'TransactionAbortCommand'],
  ...['BatchCommand', 'BatchWrite', 'batchWriteCommand', 'MyBatchWriteCommand', 'BatchWriteCommands', 'QueryWriteCommand'],
  ...['Get', 'getCommand', 'GetCommands', 'constructor', '__proto__', 'toString', 'Command'],
]
const commandOf = (name) => new (classOf(name))()

const BATCH_WRITE = commandOf('BatchWriteCommand')
const PUT = commandOf('PutCommand')
const GET = commandOf('GetCommand')
const TRUNCATE = commandOf('TruncateCommand')

/** Codes that the table doesn't have. */
const UNKNOWN = [12345, 2 ** 31 - 1, -12345, -(2 ** 31)]

/** Values that have no status. */
const withoutStatus = [
  ...[true, 9n, Symbol('s'), '9', '', 'AEROSPIKE_ERR_TIMEOUT', NaN, Infinity, 9.5, -9.5, 2 ** 32, -(2 ** 32), () => 9],
  ...[
    {},
    [],
    [9],
    { message: 'x' },
    { code: '9' },
    { code: null },
    { code: 9n },
    { code: NaN },
    { code: -0.5 },
    { code: -(2 ** 40) },
  ],
  ...[new Error('socket closed'), Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }), Object.create({ code: 9 })],
  ...[{ status: 9 }, { status: 0.5, record: null }, Object.create({ status: 9, record: null })],
  new Proxy({}, traps),
]

// --- The order ---

test("success isn't in doubt, whatever other fields it has", () => {
  const own = { inDoubt: true, command: BATCH_WRITE }
  for (const table of tables) {
    for (const success of [null, undefined, 0, -0, { code: 0 }, { code: 0, ...own }, { code: -0, ...own }]) {
      assert.equal(table.isInDoubt(success), false)
    }
    assert.equal(table.isInDoubt({ status: 0, record: null, ...own }), false)
    assert.equal(table.isInDoubt({ status: 'fulfilled', value: 9, ...own }), false)
    assert.equal(table.isInDoubt(Object.assign(new Error('x'), { code: 0, ...own })), false)
  }
})

test('inDoubt: true decides, whatever the status', () => {
  for (const table of tables) {
    for (const code of [...table.list().map(({ code }) => code), ...UNKNOWN].filter((code) => code !== 0)) {
      assert.equal(table.isInDoubt({ code, inDoubt: true }), true)
      assert.equal(table.isInDoubt({ code, inDoubt: true, command: PUT }), true)
      assert.equal(table.isInDoubt({ status: code, record: null, inDoubt: true }), true)
    }
  }
  assert.equal(newest.isInDoubt(Object.assign(new Error('x'), { inDoubt: true })), true)
  assert.equal(newest.isInDoubt({ inDoubt: true }), true)
  assert.equal(newest.isInDoubt({ code: 'ECONNRESET', inDoubt: true }), true)
  for (const inDoubt of [1, 'true', {}, 1n, null, new Boolean(true)]) assert.equal(newest.isInDoubt({ code: 2, inDoubt }), false)
  assert.equal(newest.isInDoubt(Object.assign(Object.create({ inDoubt: true }), { code: 2 })), false)
})

test('a command of several parts is in doubt, whatever its inDoubt says', () => {
  for (const name of SEVERAL_PARTS) {
    const command = commandOf(name)
    for (const code of [-6, -7, -11, 2, 9, 12345]) {
      assert.equal(newest.isInDoubt({ code, command, inDoubt: false }), true)
      assert.equal(newest.isInDoubt({ code, command }), true)
      assert.equal(newest.isInDoubt(Object.assign(new Error('x'), { code, command, inDoubt: false })), true)
    }
  }
})

test("a command that only reads isn't in doubt, unless inDoubt is true", () => {
  for (const name of READS) {
    const command = commandOf(name)
    for (const table of [aerospike, newest]) {
      for (const code of [-10, -6, -1, 2, 9, 'ECONNRESET', ...UNKNOWN]) {
        assert.equal(table.isInDoubt({ code, command }), false, name)
        assert.equal(table.isInDoubt({ code, command, inDoubt: false }), false, name)
        assert.equal(table.isInDoubt({ code, command, inDoubt: true }), true, name)
        assert.doesNotMatch(table.format({ code, command, message: 'socket closed' }), /in doubt/)
      }
    }
    assert.equal(newest.isInDoubt({ status: 9, record: null, command }), false)
    assert.equal(newest.serialize({ code: 9, command }).inDoubt, false)
    assert.equal(newest.toError({ code: 9, command }).inDoubt, false)
  }
})

test("a call that the client refused as a whole isn't in doubt, unless inDoubt is true", () => {
  for (const name of [...SEVERAL_PARTS, ...UNCOUNTED, ...SINGLE]) {
    const command = commandOf(name)
    for (const refused of [{ code: -2 }, { code: -1, message: 'Not connected.' }, { code: 9, message: 'Not connected.' }]) {
      assert.equal(newest.isInDoubt({ ...refused, command }), false, name)
      assert.equal(newest.isInDoubt({ ...refused, command, inDoubt: false }), false, name)
      assert.equal(newest.isInDoubt({ ...refused, command, inDoubt: true }), true, name)
    }
    assert.equal(newest.isInDoubt(Object.assign(new Error('Not connected.'), { command })), false, name)
  }
  for (const table of tables) assert.equal(table.isInDoubt(-2), false)
  assert.equal(newest.isInDoubt({ code: -1, message: 'Not connected.' }), false)
  assert.equal(newest.isInDoubt({ status: -2, record: null }), false)
  // Only the whole message counts.
  for (const message of ['Not connected', 'not connected.', 'Not connected. ', '127.0.0.1:3000 Not connected.', '']) {
    assert.equal(newest.isInDoubt({ code: -1, message, command: BATCH_WRITE }), true, message)
    assert.equal(newest.isInDoubt({ code: -1, message }), true, message)
  }
  for (const message of [['Not connected.'], { toString: () => 'Not connected.' }, new String('Not connected.')]) {
    assert.equal(newest.isInDoubt({ code: -1, message }), true)
  }
})

test("a single write that timed out before it was sent isn't in doubt, but a command of several parts is", () => {
  for (const message of ['Delay queue timeout', 'Register timeout']) {
    for (const name of [...UNCOUNTED, ...SINGLE]) {
      const command = commandOf(name)
      assert.equal(newest.isInDoubt({ code: 9, message, command }), false, name)
      assert.equal(newest.isInDoubt({ code: 9, message, command, inDoubt: false }), false, name)
      assert.equal(newest.isInDoubt({ code: 9, message, command, inDoubt: true }), true, name)
    }
    for (const name of SEVERAL_PARTS) {
      assert.equal(newest.isInDoubt({ code: 9, message, command: commandOf(name), inDoubt: false }), true, name)
    }
    for (const value of [{ code: 9, message }, Object.assign(new Error(message), { code: 9 }), { code: -12345, message }]) {
      assert.equal(newest.isInDoubt(value), false)
    }
    for (const other of [`${message}.`, message.toLowerCase(), `127.0.0.1:3000 ${message}`]) {
      assert.equal(newest.isInDoubt({ code: 9, message: other, command: PUT, inDoubt: false }), true)
    }
  }
})

test("the status decides about a command whose requests the client doesn't count, whatever inDoubt: false says", () => {
  for (const name of UNCOUNTED) {
    const command = commandOf(name)
    for (const table of [aerospike, newest]) {
      for (const code of [...table.list().map(({ code }) => code), ...UNKNOWN].filter((code) => code !== 0)) {
        assert.equal(table.isInDoubt({ code, command, inDoubt: false }), table.isInDoubt(code), `${name} ${code}`)
        assert.equal(table.isInDoubt({ code, command }), table.isInDoubt(code), `${name} ${code}`)
      }
    }
    for (const code of [9, -10, -1]) assert.equal(newest.isInDoubt({ code, command, inDoubt: false }), true)
    for (const code of [18, 201, -2, -7]) assert.equal(newest.isInDoubt({ code, command, inDoubt: false }), false)
    // Without an integer code there is no status.
    for (const code of [undefined, null, '9', 9.5, 'ECONNRESET']) {
      assert.equal(newest.isInDoubt({ code, command, inDoubt: false }), false)
      assert.equal(newest.isInDoubt({ code, command }), false)
    }
  }
})

test('a single write that timed out is in doubt, since the client counts it as sent only when the thread is free', () => {
  for (const name of SINGLE) {
    const command = commandOf(name)
    for (const table of tables) {
      assert.equal(table.isInDoubt({ code: 9, command, inDoubt: false }), true, name)
      assert.equal(table.isInDoubt({ code: 9, command }), true, name)
      assert.equal(table.isInDoubt(Object.assign(new Error('Client timeout: iterations=1'), { code: 9, command })), true, name)
    }
    // Other codes: `inDoubt: false` decides, or else the status.
    for (const code of [-10, -7, -6, -1, 2, 8, 10, 18, '9', 9.5, ...UNKNOWN]) {
      assert.equal(newest.isInDoubt({ code, command, inDoubt: false }), false, name)
      assert.equal(newest.isInDoubt({ code, command }), newest.isInDoubt({ code }), name)
    }
  }
  assert.equal(newest.isInDoubt({ code: 9, inDoubt: false }), false)
  assert.equal(newest.isInDoubt({ status: 9, record: null, inDoubt: false, command: PUT }), true)
})

test('a copy of a command is none, and neither is a command whose class has no name', () => {
  const copies = [
    ...[null, undefined, 'BatchWriteCommand', '', 9, 0, true, 9n, Symbol('BatchWriteCommand')],
    ...[{}, { name: 'BatchWriteCommand' }, { constructor: { name: 'BatchWriteCommand' } }, Object.create(null)],
    ...[structuredClone(BATCH_WRITE), JSON.parse(JSON.stringify(BATCH_WRITE)), vm.runInNewContext('({})')],
    ...[new (class {})(), commandOf('')],
  ]
  for (const command of copies) {
    assert.equal(newest.isInDoubt({ code: -7, command, inDoubt: false }), false)
    assert.equal(newest.isInDoubt({ code: 9, command, inDoubt: false }), false)
    assert.equal(newest.isInDoubt({ code: 9, command }), true)
    assert.equal(newest.isInDoubt({ code: 2, command, inDoubt: true }), true)
  }
  // A copy of an error keeps its inDoubt. serialize keeps the answer.
  const error = Object.assign(new Error('Client timeout'), { code: 9, inDoubt: false, command: PUT })
  assert.equal(newest.isInDoubt({ ...error, command: { ...PUT } }), false)
  assert.equal(newest.isInDoubt(newest.serialize(error)), true)
})

test('an inherited command is ignored', () => {
  const failure = Object.assign(Object.create({ command: BATCH_WRITE }), { code: -7, inDoubt: false })
  assert.equal(newest.isInDoubt(failure), false)
  class AerospikeError extends Error {
    get command() {
      return BATCH_WRITE
    }
  }
  assert.equal(newest.isInDoubt(Object.assign(new AerospikeError('x'), { code: -7, inDoubt: false })), false)
})

test("a command that can't be read is ignored", () => {
  const hostile = [
    Object.defineProperty({}, 'constructor', { get: thrower }),
    { constructor: Object.defineProperty({}, 'name', { get: thrower }) },
    { constructor: Object.defineProperty(class {}, 'name', { get: thrower }) },
    { constructor: { name: { toString: thrower } } },
    { constructor: { name: Symbol('BatchWriteCommand') } },
    { constructor: null },
    { constructor: { name: null } },
    Object.create(null),
    new Proxy({}, traps),
    new Proxy(class {}, traps),
    Object.create({
      get constructor() {
        return thrower()
      },
    }),
    new (Object.defineProperty(class {}, 'name', { get: thrower }))(),
    ...[undefined, null, 9, Symbol('PutCommand'), ['PutCommand'], new String('PutCommand'), { toString: () => 'PutCommand' }].map(
      (name) => new (Object.defineProperty(class {}, 'name', { value: name }))(),
    ),
  ]
  for (const command of hostile) {
    assert.equal(newest.isInDoubt({ code: 9, command, inDoubt: false }), false)
    assert.equal(newest.isInDoubt({ code: 2, command, inDoubt: true }), true)
    assert.equal(newest.isInDoubt({ code: -7, command, inDoubt: false }), false)
    assert.equal(newest.isInDoubt({ code: -7, command }), false)
    assert.equal(newest.isInDoubt({ code: 9, command }), true)
  }
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: -7 }, 'command', { get: thrower })), false)
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: 9 }, 'command', { get: thrower })), true)
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: 9, inDoubt: false }, 'command', { get: thrower })), false)
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: 2, inDoubt: true }, 'command', { get: thrower })), true)
  // A message that can't be read is none.
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: 9, command: PUT }, 'message', { get: thrower })), true)
})

test('the command of a failure without a status counts', () => {
  assert.equal(newest.isInDoubt({ command: BATCH_WRITE }), true)
  assert.equal(newest.isInDoubt(Object.assign(new Error('x'), { command: BATCH_WRITE, inDoubt: false })), true)
  assert.equal(newest.isInDoubt({ code: 'ECONNRESET', command: BATCH_WRITE }), true)
})

test("the command counts even if inDoubt can't be read", () => {
  const failure = Object.defineProperty({ code: -7, command: BATCH_WRITE }, 'inDoubt', { get: thrower })
  assert.equal(newest.isInDoubt(failure), true)
})

test("the status decides if inDoubt can't be read, and the command goes to one node", () => {
  for (const [code, inDoubt] of [
    [-7, false],
    [9, true],
  ]) {
    const failure = Object.defineProperty({ code, command: PUT }, 'inDoubt', { get: thrower })
    assert.equal(newest.isInDoubt(failure), inDoubt)
  }
})

test('for a batch row, inDoubt: false is ignored, since the client sets inDoubt only from the second attempt on', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      if (code === 0) continue
      const flag = table.lookupAll(code).some(({ inDoubt }) => inDoubt)
      for (const row of [
        { status: code, record: null },
        { status: code, key: {} },
        { status: code, record: {}, key: {} },
      ]) {
        assert.equal(table.isInDoubt(row), flag)
        assert.equal(table.isInDoubt({ ...row, inDoubt: false }), flag)
        assert.equal(table.isInDoubt({ ...row, inDoubt: true }), true)
      }
    }
    for (const status of UNKNOWN) assert.equal(table.isInDoubt({ status, record: null, inDoubt: false }), status < 0)
  }
  assert.equal(newest.isInDoubt({ status: 9, record: null, inDoubt: false }), true)
  assert.equal(newest.isInDoubt({ status: 2, record: null, inDoubt: false }), false)
})

test('otherwise inDoubt: false means that no write was applied', () => {
  for (const table of tables) {
    for (const code of [...table.list().map(({ code }) => code), ...UNKNOWN]) {
      assert.equal(table.isInDoubt({ code, inDoubt: false }), false)
      assert.equal(table.isInDoubt(Object.assign(new Error('x'), { code, inDoubt: false, command: PUT })), code === 9)
    }
  }
  for (const inDoubt of [undefined, null, 0, '', 'false']) assert.equal(newest.isInDoubt({ code: 9, inDoubt }), true)
  assert.equal(newest.isInDoubt(Object.assign(Object.create({ inDoubt: false }), { code: 9 })), true)
  assert.equal(newest.isInDoubt(Object.defineProperty({ code: 9 }, 'inDoubt', { get: thrower })), true)
})

test('inDoubt: false counts for an error recognized by its message', () => {
  const error = new Error('Request timed out. Can be triggered by client or server.')
  assert.equal(newest.isInDoubt(error), true)
  assert.equal(newest.isInDoubt(Object.assign(error, { inDoubt: false })), false)
})

test('without inDoubt and command, the flag of the status decides, in every table', () => {
  for (const table of tables) {
    for (const row of table.list()) {
      assert.equal(typeof row.inDoubt, 'boolean')
      const flag = table.lookupAll(row.code).some(({ inDoubt }) => inDoubt)
      const { code } = row
      for (const value of [code, { code }, { code, message: 'x' }, Object.assign(new Error('x'), { code })]) {
        assert.equal(table.isInDoubt(value), flag, `${row.name} of ${table.release}`)
      }
    }
  }
  // Only one of the two meanings has the flag. The client uses the other internally.
  assert.deepEqual(
    forRelease('5.11.0')
      .lookupAll(-13)
      .map(({ inDoubt }) => inDoubt),
    [false, true],
  )
  assert.equal(forRelease('5.11.0').isInDoubt(-13), true)
})

test('a name has the same flag in every table', () => {
  const inDoubt = [
    ...['ERR_TIMEOUT', 'ERR_ASYNC_CONNECTION', 'ERR_CONNECTION', 'NO_RESPONSE', 'ERR_CLIENT', 'BATCH_FAILED', 'TXN_FAILED'],
    ...['ERR_MAX_RETRIES_EXCEEDED', 'ERR_SCAN_ABORTED', 'ERR_QUERY_ABORTED'],
  ]
  // Refused by the server, or by the client before it sent anything.
  const refused = [
    ...['OK', 'ERR_PARAM', 'ERR_RECORD_NOT_FOUND', 'ERR_RECORD_EXISTS', 'ERR_RECORD_GENERATION', 'ERR_RECORD_BUSY', 'ERR_UDF'],
    ...['ERR_DEVICE_OVERLOAD', 'ERR_FAIL_FORBIDDEN', 'ERR_NO_MORE_CONNECTIONS', 'ERR_ASYNC_QUEUE_FULL', 'MAX_ERROR_RATE'],
    ...['ERR_INVALID_NODE', 'ERR_NAMESPACE_NOT_FOUND', 'FILTERED_OUT', 'MRT_BLOCKED', 'ROLE_VIOLATION', 'QUOTA_EXCEEDED'],
  ]
  for (const table of tables) {
    for (const { name, inDoubt: flag } of table.list()) {
      const short = name.replace('AEROSPIKE_', '')
      if (inDoubt.includes(short)) assert.equal(flag, true, name)
      if (refused.includes(short)) assert.equal(flag, false, name)
    }
  }
  for (const name of [...inDoubt, ...refused]) {
    assert.ok(
      tables.some((table) => table.lookup(name) !== undefined),
      name,
    )
  }
})

test('an unknown negative code is in doubt, since it comes from the client', () => {
  for (const table of tables) {
    for (const code of UNKNOWN) {
      for (const value of [code, { code }, { status: code, record: null }]) assert.equal(table.isInDoubt(value), code < 0)
    }
  }
})

test("a value without a status isn't in doubt", () => {
  for (const table of tables) {
    for (const value of withoutStatus) assert.equal(table.isInDoubt(value), false)
  }
})

// --- Wrapped failures ---

/** Each way to wrap a failure. */
const wrappings = (failure) => [
  Object.assign(new Error('wraps'), { cause: failure }),
  { status: 'rejected', reason: failure },
  { status: 'rejected', reason: Object.assign(new Error('wraps'), { cause: failure }) },
  Object.assign(new Error('wraps'), { cause: { status: 'rejected', reason: failure } }),
]

test('a wrapper is in doubt if its failure is', () => {
  for (const table of tables) {
    for (const code of [...table.list().map(({ code }) => code), ...UNKNOWN].filter((code) => code !== 0)) {
      const failures = [
        code,
        { code },
        { code, inDoubt: true },
        { code, inDoubt: false },
        { code, inDoubt: false, command: BATCH_WRITE },
        { status: code, record: null, inDoubt: false },
      ]
      for (const failure of failures) {
        const expected = table.isInDoubt(failure)
        for (const wrapped of wrappings(failure)) assert.equal(table.isInDoubt(wrapped), expected)
      }
    }
  }
})

test('inDoubt: true on a wrapper counts too', () => {
  for (const failure of [2, { code: 2, inDoubt: false }, { status: 2, record: null }]) {
    const wrapped = Object.assign(new Error('wraps'), { cause: failure, inDoubt: true })
    assert.equal(newest.isInDoubt(wrapped), true)
    assert.equal(newest.toError(wrapped).inDoubt, true)
  }
})

test('the command and the message of the failure inside a wrapper decide, not those of the wrapper', () => {
  const wrap = (failure, own) => Object.assign(new Error('wraps'), { cause: failure }, own)
  for (const [failure, expected] of [
    [{ code: 9, command: GET }, false],
    [{ code: 9, inDoubt: false, command: PUT }, true],
    [{ code: -10, inDoubt: false, command: TRUNCATE }, true],
    [{ code: -1, message: 'Not connected.' }, false],
    [{ code: 9, message: 'Register timeout' }, false],
    [{ code: 9, message: 'Delay queue timeout', command: PUT }, false],
    [{ code: 9, message: 'Delay queue timeout', command: BATCH_WRITE }, true],
    [{ status: 9, record: null, message: 'Register timeout' }, false],
  ]) {
    for (const wrapped of [...wrappings(failure), wrap(failure, { command: BATCH_WRITE }), wrap(failure, { inDoubt: false })]) {
      assert.equal(newest.isInDoubt(wrapped), expected, inspect(failure))
      const error = newest.toError(wrapped)
      assert.equal(newest.isInDoubt(error), expected, inspect(failure))
      // A rejected row has the failure's own message.
      if (wrapped.reason !== failure) assert.equal(error.inDoubt, expected)
    }
    assert.equal(newest.isInDoubt(newest.toError(wrap(failure, { inDoubt: true }))), true)
  }
  for (const message of ['Not connected.', 'Register timeout']) {
    const wrapped = wrap({ code: 9, message: 'socket closed' }, { message })
    assert.equal(newest.isInDoubt(wrapped), true)
    assert.equal(newest.toError(wrapped).inDoubt, true)
  }
  // If code and message of the error lead to the same answer, it doesn't need the field.
  for (const failure of [
    { code: 9 },
    { code: 9, message: 'Register timeout' },
    { code: 2, message: 'x' },
    -2,
    wrap({ code: 9 }),
  ]) {
    assert.ok(!('inDoubt' in newest.toError(failure)))
  }
})

// --- format ---

const SUFFIX = ' (in doubt: a write may have been applied)'

test('format notes that a write is in doubt if the failure has inDoubt or a command', () => {
  for (const failure of [
    { code: 9, inDoubt: true },
    { code: 2, inDoubt: true },
    { code: -7, inDoubt: false, command: BATCH_WRITE },
    { code: 9, command: PUT },
    { code: 9, command: PUT, inDoubt: false },
    { code: -10, command: TRUNCATE, inDoubt: false },
    { status: 9, record: null, inDoubt: false },
    { status: 2, record: null, inDoubt: true },
  ]) {
    const code = failure.code || failure.status
    assert.equal(newest.format(failure), newest.format(code) + SUFFIX)
    for (const wrapped of wrappings(failure)) assert.ok(newest.format(wrapped).endsWith(SUFFIX))
    if ('status' in failure) continue
    const line = newest.format({ ...failure, message: 'socket closed' })
    assert.equal(line, `${newest.format(code)} socket closed${SUFFIX}`)
    assert.equal(newest.format({ ...failure, message: line }), line)
  }
  for (const failure of [
    9,
    { code: 9 },
    { code: 9, inDoubt: false },
    { code: 2, inDoubt: false },
    { code: 2, command: PUT },
    { code: 9, command: GET },
    { code: -2, command: BATCH_WRITE, inDoubt: false },
    { code: 9, command: PUT, inDoubt: false, message: 'Delay queue timeout' },
    { status: 9, record: null },
    { status: 2, record: null, inDoubt: false },
    { code: 9, inDoubt: 'yes' },
    Object.assign(Object.create({ inDoubt: true, command: BATCH_WRITE }), { code: 9 }),
  ]) {
    assert.doesNotMatch(newest.format(failure), /in doubt/)
  }
})

// --- An error from toError and its source get the same answers ---

const HELPERS = ['isTransient', 'isInDoubt', 'statusOf']

/** Asserts that helpers answer alike for a source and its error from toError. Only toError recognizes a string. `is` gets `names`. */
function assertAnswersAlike(table, source, names, label) {
  const error = table.toError(source)
  assert.equal(error === null, table.isOk(source), label)
  if (error === null || (typeof source === 'string' && 'code' in error)) return
  for (const helper of HELPERS) assert.equal(table[helper](error), table[helper](source), `${helper} ${label}`)
  for (const name of names) assert.equal(table.is(error, name), table.is(source, name), `is ${name} ${label}`)
  assert.equal(table.isOk(error), false)
}

const allNames = [...new Set(tables.flatMap((table) => table.list().map(({ name }) => name)))]
const OWN_VALUES = { inDoubt: [undefined, true, false], command: [undefined, BATCH_WRITE, PUT, GET, TRUNCATE] }

test('helpers answer alike for a source and its error, for every status', () => {
  for (const table of tables) {
    for (const code of [...table.list().map(({ code }) => code), ...UNKNOWN]) {
      const names = table.lookupAll(code).map(({ name }) => name)
      for (const inDoubt of OWN_VALUES.inDoubt) {
        for (const command of OWN_VALUES.command) {
          const own = { ...(inDoubt !== undefined && { inDoubt }), ...(command !== undefined && { command }) }
          const failures = [
            { code, ...own },
            { status: code, record: null, ...own },
            Object.assign(new Error('x'), { code, ...own }),
            ...names.map((message) => ({ code, message, ...own })),
          ]
          for (const failure of failures) {
            assertAnswersAlike(table, failure, ['ERR_TIMEOUT'], `${code} of ${table.release}`)
            assertAnswersAlike(table, { status: 'rejected', reason: failure }, names, `rejected ${code} of ${table.release}`)
          }
          assertAnswersAlike(table, Object.assign(new Error('wraps'), { cause: { code, ...own } }), names, `wrapped ${code}`)
        }
      }
      assertAnswersAlike(table, code, [...names, 'OK'], `${code} of ${table.release}`)
    }
  }
})

test('helpers answer alike for a source and its error, for every subcode and every name of another release', () => {
  for (const table of tables) {
    for (const { code, subcodes } of newest.list()) {
      for (const subcode of [...subcodes.map(({ subcode }) => subcode), 999])
        assertAnswersAlike(table, { code, subcode }, [], `${code}/${subcode}`)
    }
    for (const other of tables) {
      for (const { code, name } of other.list())
        assertAnswersAlike(table, { code, message: name }, [name], `${code} ${name} in ${table.release}`)
    }
  }
})

test('helpers answer alike for a source without a status and its error', () => {
  for (const table of tables) {
    for (const value of withoutStatus) assertAnswersAlike(table, value, ['ERR_TIMEOUT', 'OK'], typeof value)
  }
})

// Any failure in any wrapping.
const numbers = fc.oneof(
  fc.constantFrom(...tables.flatMap((table) => table.list().map(({ code }) => code))),
  fc.constantFrom(...UNKNOWN, NaN, 0.5, -0.5, 2 ** 32, -(2 ** 40), Infinity, -0),
)
const texts = fc.oneof(
  fc.constantFrom(...allNames, 'x', '', 'ECONNREFUSED', '9', 'Request timed out. Can be triggered by client or server.'),
  fc.constantFrom(
    'Not connected.',
    'Delay queue timeout',
    'Register timeout',
    '127.0.0.1:3000 Record not found.',
    'Asynchronous connection error.',
    'Generic success.',
    'no (subcode=6)',
  ),
)
const codes = fc.oneof({ weight: 5, arbitrary: numbers }, fc.constantFrom('ECONNREFUSED', '9', null, undefined, 9n))
const fields = fc.record(
  {
    code: codes,
    status: fc.oneof(numbers, fc.constantFrom('fulfilled', 'rejected')),
    record: fc.constant(null),
    message: texts,
    subcode: fc.constantFrom(0, 1, 2, 6, 999, '6'),
    inDoubt: fc.boolean(),
    command: fc.constantFrom(...SEVERAL_PARTS, ...SINGLE, 'GetCommand', 'TruncateCommand', 'Object', '').map(commandOf),
  },
  { requiredKeys: [] },
)
const leaves = fc.oneof(
  numbers,
  texts,
  fc.constantFrom(null, undefined, true),
  fields,
  fields.map((own) => Object.assign(new Error('x'), own)),
)
const { failure: failures } = fc.letrec((tie) => ({
  failure: fc.oneof(
    { depthSize: 'small' },
    leaves,
    fc.tuple(texts, tie('failure'), fields).map(([message, cause, { inDoubt }]) => {
      const error = Object.assign(new Error(message), { cause })
      return inDoubt === undefined ? error : Object.assign(error, { inDoubt })
    }),
    tie('failure').map((reason) => ({ status: 'rejected', reason })),
    tie('failure').map((value) => ({ status: 'fulfilled', value })),
  ),
}))

test('helpers answer alike for any source and its error', () => {
  const releaseNames = tables.map(({ release }) => release)
  const property = fc.property(
    failures,
    fc.constantFrom(...releaseNames),
    fc.constantFrom(...allNames),
    (source, release, name) => {
      // The error from a wrapper has the message of the wrapper, so it loses a name in the failure's message.
      fc.pre(
        typeof source !== 'object' ||
          source === null ||
          'code' in source ||
          !/(AEROSPIKE|AS|ERR)_/.test(inspect(source, { depth: 20 })),
      )
      assertAnswersAlike(forRelease(release), source, [name], `${inspect(source, { depth: 9 })} in ${release}`)
    },
  )
  fc.assert(property, { ...runsOf(20000), includeErrorInReport: true })
})
