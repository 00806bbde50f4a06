'use strict'

// Subcodes: numbers with which server 8.2 and later report the reason for a status.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const subcodes = require('./data/subcodes.json')
const facts = require('./facts')
const { assertRefuses, thrower } = require('./helpers')

const { forRelease, subcode: constants } = aerospike
const newest = forRelease('6.7.1')
const tables = [forRelease('1.0.19'), ...facts.tables]
const isSince1020 = ({ release }) => facts.releases.indexOf(release) >= facts.releases.indexOf('1.0.20')
const [withSubcodes, withoutSubcodes] = [tables.filter(isSince1020), tables.filter((table) => !isSince1020(table))]

/** Calls `check` for each table and subcode, with the table, the row of the status, and what is known about the subcode. */
function forEachSubcode(check) {
  for (const table of withSubcodes) {
    for (const known of subcodes) {
      const row = table.lookup(known.status)
      if (row !== undefined) check(table, row, known)
    }
  }
}

const sentenceOf = (row, number) => row.subcodes.find(({ subcode }) => subcode === number).description

const TRUNCATED = sentenceOf(newest.lookup(22), 6)
const FORBIDDEN = newest.format(22)
const FORBIDDEN_TRUNCATED = `AEROSPIKE_ERR_FAIL_FORBIDDEN (22), FORBID_TRUNCATED (6): ${TRUNCATED}`

// --- The constants and the rows ---

test('`subcode` has the constants of client 7.0.0, NONE first', () => {
  const known = subcodes.filter(({ constant }) => constant)
  assert.deepEqual(Object.entries(constants), [['NONE', 0], ...known.map(({ name, subcode }) => [name, subcode])])
  assert.ok(Object.isFrozen(constants))
  assert.equal(Object.getPrototypeOf(constants), Object.prototype)
  assert.equal(newest.subcode, undefined)
})

test('a status has its subcodes in every table since 1.0.20', () => {
  assert.equal(withSubcodes.length + withoutSubcodes.length, tables.length)
  for (const table of withSubcodes) {
    for (const row of table.list()) {
      const expected = subcodes.filter(({ status }) => status === row.name)
      assert.deepEqual(
        row.subcodes.map(({ subcode, name, transient }) => ({ subcode, name, transient })),
        expected.map(({ subcode, name, transient }) => ({ subcode, name, transient })),
        `${row.name} of ${table.release}`,
      )
    }
  }
  for (const { code, status } of subcodes) assert.equal(newest.lookup(status).code, code)
})

test('the documented table, and those of 1.0.0 to 1.0.19, have no subcodes', () => {
  for (const release of ['documented', '1.0.0', '1.0.19']) assert.ok(withoutSubcodes.includes(forRelease(release)))
  for (const table of withoutSubcodes) {
    for (const { subcodes } of table.list()) assert.deepEqual(subcodes, [])
  }
})

test('subcode rows are frozen, have four fields, and are the same every time', () => {
  for (const { subcodes } of tables.flatMap((table) => table.list())) {
    assert.ok(Object.isFrozen(subcodes))
    for (const row of subcodes) {
      assert.ok(Object.isFrozen(row))
      assert.deepEqual(Object.keys(row), ['subcode', 'name', 'description', 'transient'])
    }
  }
  assert.equal(newest.lookup(22).subcodes, newest.lookup('ERR_FAIL_FORBIDDEN').subcodes)
})

test('the sentence of a retired subcode says that no released server sends it', () => {
  for (const { status, subcode, state } of subcodes) {
    const saysRetired = /No released server sends it/.test(sentenceOf(newest.lookup(status), subcode))
    assert.equal(saysRetired, state === 'retired', `${status} ${subcode}`)
  }
  assert.equal(subcodes.filter(({ state }) => state === 'retired').length, 6)
})

// --- describe and explain ---

test("describe returns the sentence of a subcode instead of the status's", () => {
  forEachSubcode((table, row, { subcode }) => {
    assert.equal(table.describe(row.code, subcode), sentenceOf(row, subcode))
    assert.notEqual(table.describe(row.code, subcode), row.description)
  })
})

test('describe returns the sentence of the status if there is no subcode', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      for (const none of [undefined, 0, -0]) assert.equal(table.describe(code, none), table.describe(code))
    }
  }
  assert.equal(newest.describe(31, 0), 'Unknown status code 31')
})

test('describe adds an unknown subcode to the sentence of the status', () => {
  for (const table of tables) {
    for (const { code } of table.list()) {
      for (const unknown of [999, 2 ** 31, 2 ** 32 - 1]) {
        assert.equal(table.describe(code, unknown), `${table.describe(code)} (unknown subcode ${unknown})`)
      }
    }
  }
  assert.equal(newest.describe(31, 6), 'Unknown status code 31 (unknown subcode 6)')
  assert.equal(aerospike.describe(501, 1), `${aerospike.describe(501)} (unknown subcode 1)`)
  assert.equal(aerospike.describe(22, 6), `${aerospike.describe(22)} (unknown subcode 6)`)
})

test('explain lists the subcodes of a status, one per line', () => {
  forEachSubcode((table, { name, code }, { subcode, name: subcodeName }) => {
    const line = new RegExp(`^ *${subcode} ${subcodeName}\\b`, 'm')
    for (const key of [name, code]) assert.match(table.explain(key), line)
  })
  for (const table of tables) {
    for (const { name, subcodes } of table.list()) {
      if (subcodes.length === 0) assert.doesNotMatch(table.explain(name), /^Subcodes:$/m)
    }
  }
})

test('explain with a subcode explains the status and the subcode', () => {
  for (const { status, code, subcode, name } of subcodes) {
    const [heading, facts] = newest.explain(code).split('\n\n')
    const text = newest.explain(code, subcode)
    assert.ok(text.startsWith(`${heading}\n\n${facts}\n\n`))
    assert.ok(text.includes(`Subcode ${subcode}, ${name}:`))
    assert.ok(text.replace(/\n/g, ' ').includes(newest.describe(code, subcode)))
    assert.ok(text.split('\n').every((line) => line.length <= 80))
    for (const key of [status, status.replace('AEROSPIKE_', ''), status.toLowerCase()]) {
      assert.equal(newest.explain(key, subcode), text)
    }
  }
})

test('explain says whether a subcode is transient', () => {
  for (const { code, subcode, transient } of subcodes) {
    const part = newest.explain(code, subcode).split(`Subcode ${subcode}, `)[1].replace(/\n/g, ' ')
    assert.match(part, transient ? /Transient: yes/ : /Transient: no/)
  }
})

test('explain of 4, 22 and 26 says how to get a subcode', () => {
  for (const code of [4, 22, 26]) {
    const [, text] = newest
      .explain(code)
      .replace(/\n(?=\S)/g, ' ')
      .split('Subcodes:')
    for (const word of ['errorDetailVerbosity', 'error-details-max-verbosity', '8.2', '7.0.0']) {
      assert.ok(text.includes(word), `${code} ${word}`)
    }
  }
})

test('explain ignores subcode 0, and marks an unknown subcode', () => {
  for (const code of [22, 9, 501, 31]) {
    for (const table of [aerospike, newest]) {
      for (const none of [undefined, 0, -0]) assert.equal(table.explain(code, none), table.explain(code))
      assert.match(table.explain(code, 999), /\(unknown subcode 999\)/)
    }
  }
  assert.equal(newest.explain(31, 6), newest.describe(31, 6))
  assert.equal(newest.explain('nope', 6), newest.explain('nope'))
})

// --- Refusals ---

const strict = {
  'describe(22, x)': (subcode) => newest.describe(22, subcode),
  'describe(31, x)': (subcode) => newest.describe(31, subcode),
  'describe(602, x) of the documented table': (subcode) => aerospike.describe(602, subcode),
  'explain(22, x)': (subcode) => newest.explain(22, subcode),
  "explain('ERR_FAIL_FORBIDDEN', x)": (subcode) => newest.explain('ERR_FAIL_FORBIDDEN', subcode),
  "explain('nope', x)": (subcode) => newest.explain('nope', subcode),
}

for (const [what, call] of Object.entries(strict)) {
  const name = what.split('(')[0]

  test(`${what} throws a TypeError if the subcode isn't a number`, () => {
    const received = [
      ['6', "the string '6'"],
      [null, 'null'],
      [true, 'true'],
      [6n, 'the bigint 6n'],
      [Symbol('s'), 'a symbol'],
      [{}, 'an object'],
      [[6], 'an object'],
      [{ valueOf: () => 6 }, 'an object'],
    ]
    for (const [value, text] of received) {
      assertRefuses(call, [value], TypeError, `${name}: "subcode" must be a number. Received ${text}`)
    }
  })

  test(`${what} throws a RangeError if the subcode isn't an integer from 0 to 2 ** 32 - 1`, () => {
    for (const value of [0.5, 6.5, NaN, Infinity, -Infinity, -1, -6, 2 ** 32, 2 ** 53]) {
      assertRefuses(call, [value], RangeError, `${name}: "subcode" must be an integer from 0 to 4294967295. Received ${value}`)
    }
  })
}

// --- Failures with a subcode ---

/** Every kind of failure that can have a subcode. */
const failuresWith = (code, subcode) => [
  { code, subcode },
  Object.assign(new Error('x'), { code, subcode }),
  { status: code, record: null, inDoubt: false, subcode },
  Object.assign(new Error('wraps'), { cause: { code, subcode } }),
  { status: 'rejected', reason: { code, subcode } },
]

test('a known subcode decides isTransient', () => {
  forEachSubcode((table, { code }, { subcode, transient }) => {
    for (const failure of failuresWith(code, subcode)) assert.equal(table.isTransient(failure), transient)
  })
  assert.deepEqual([newest.isTransient(22), newest.isTransient({ code: 22, subcode: 6 })], [false, true])
  assert.deepEqual([newest.isTransient(120), newest.isTransient({ code: 120, subcode: 2 })], [true, false])
})

test('without a known subcode, the status decides isTransient', () => {
  for (const table of tables) {
    for (const { code, transient } of table.list()) {
      if (code === 0) continue
      for (const none of [999, 0, -0, undefined, null, '6', 6n, 0.5, -6, NaN, 2 ** 32 + 6, [6], { valueOf: () => 6 }]) {
        for (const failure of failuresWith(code, none)) assert.equal(table.isTransient(failure), transient)
      }
    }
  }
  const inherited = Object.assign(Object.create({ subcode: 6 }), { code: 22 })
  assert.equal(newest.isTransient(inherited), false)
  assert.equal(newest.isTransient({ code: 22, message: 'no (subcode=6)' }), false)
  for (const failure of failuresWith(22, 6)) assert.equal(forRelease('1.0.19').isTransient(failure), false)
})

test('format has the name and sentence of the subcode', () => {
  forEachSubcode((table, row, { subcode, name }) => {
    const line = `${row.name} (${row.code}), ${name} (${subcode}): ${sentenceOf(row, subcode)}`
    for (const failure of [
      { code: row.code, subcode },
      { status: row.code, record: null, subcode },
    ]) {
      assert.equal(table.format(failure), line)
    }
  })
})

/** Messages for 22/6 from client 7.0.0 at each verbosity and from C client 7.5.0: subcode, message, and what the message adds. */
const MESSAGES = [
  [6, undefined, ''],
  [6, '', ''],
  [6, 'Operation not allowed at this time.', ''],
  [6, '127.0.0.1:3000 Operation not allowed at this time.', ' 127.0.0.1:3000'],
  [6, '[::1]:3000 Operation not allowed at this time.', ' [::1]:3000'],
  [6, 'record is truncated', ' record is truncated'],
  [6, 'AEROSPIKE_ERR_FAIL_FORBIDDEN', ''],
  [6, TRUNCATED, ''],
  [6, 'record is truncated (subcode=6)', ' record is truncated'],
  [6, 'no; exp_trace={phase="eval",operands=["100","99999"]}', ' no; exp_trace={phase="eval",operands=["100","99999"]}'],
  [0, 'record is truncated (subcode=6)', ' record is truncated'],
  [undefined, 'record is truncated (subcode=6)', ' record is truncated'],
  [undefined, 'error subcode=6', ''],
  [undefined, '127.0.0.1:3000 error subcode=6', ' 127.0.0.1:3000'],
  [undefined, 'Operation not allowed at this time. (subcode=6)', ''],
  [undefined, '127.0.0.1:3000 Operation not allowed at this time. (subcode=6)', ' 127.0.0.1:3000'],
  [undefined, 'no (subcode=6); exp_trace={phase="eval"}', ' no; exp_trace={phase="eval"}'],
  [undefined, 'first\nsecond (subcode=6)', ' first; second'],
  ['6', 'no (subcode=6)', ' no'],
]

test('format adds the information of the message, without the subcode at its end', () => {
  for (const [subcode, message, rest] of MESSAGES) {
    const failure = { code: 22, subcode, message }
    assert.equal(newest.format(failure), FORBIDDEN_TRUNCATED + rest)
    assert.equal(newest.format(Object.assign(new Error(message), failure)), FORBIDDEN_TRUNCATED + rest)
  }
})

test("format doesn't change a line that it made before", () => {
  for (const [subcode, message] of MESSAGES) {
    const line = newest.format({ code: 22, subcode, message })
    assert.equal(newest.format({ code: 22, subcode: 6, message: line }), line)
    assert.equal(newest.format(newest.toError({ code: 22, subcode: 6, message: line })), line)
  }
})

test("format doesn't change its line if the failure lost its subcode", () => {
  for (const message of ['', 'record is truncated']) {
    const line = newest.format({ code: 22, subcode: 6, message })
    assert.equal(newest.format(Object.assign(new Error(line), { code: 22 })), line)
  }
})

test('format adds the number of an unknown subcode, and nothing else', () => {
  const unknown = `${FORBIDDEN} (unknown subcode 999)`
  assert.equal(newest.format({ code: 22, subcode: 999 }), unknown)
  assert.equal(newest.format({ code: 22, subcode: 999, message: 'Operation not allowed at this time.' }), unknown)
  assert.equal(newest.format({ code: 22, subcode: 999, message: 'no' }), `${unknown} no`)
  assert.equal(newest.format({ code: 22, message: 'no (subcode=999)' }), `${unknown} no`)
  assert.equal(newest.format({ code: 31, subcode: 6 }), 'Unknown status code 31 (unknown subcode 6)')
  for (const table of withoutSubcodes)
    assert.match(table.format({ code: 22, subcode: 6 }), /^Unknown status code 22 .*\(unknown subcode 6\)$/)
})

test('format reads a subcode only from an integer at the end of a message', () => {
  for (const text of [
    'no (subcode=6) here',
    'no (subcode=)',
    'no (subcode=-6)',
    'no (subcode=6.5)',
    'no (subcode=99999999999)',
    'subcode 6',
  ]) {
    assert.equal(newest.format({ code: 22, message: text }), `${FORBIDDEN} ${text}`)
  }
  for (const none of [0, undefined, '6', 6n, 0.5, -6, NaN, 2 ** 32 + 6]) {
    assert.equal(newest.format({ code: 22, subcode: none, message: 'no' }), `${FORBIDDEN} no`)
  }
})

test('toError keeps the subcode of the failure', () => {
  for (const { code, subcode } of [...subcodes, { code: 22, subcode: 999 }, { code: 31, subcode: 2 ** 32 - 1 }]) {
    for (const failure of failuresWith(code, subcode)) {
      const error = newest.toError(failure)
      assert.equal(error.subcode, subcode)
      assert.ok(Object.keys(error).includes('subcode'))
      assert.equal(newest.isTransient(error), newest.isTransient(failure))
    }
    assert.equal(newest.toError({ code, subcode }).message, newest.format({ code, subcode }))
  }
  for (const none of [0, undefined, null, '6', 6n, 0.5, -6, NaN, 2 ** 32]) {
    for (const failure of failuresWith(22, none)) assert.ok(!('subcode' in newest.toError(failure)))
  }
  // Only format reads the message.
  assert.ok(!('subcode' in newest.toError({ code: 22, message: 'no (subcode=6)' })))
})

test("a subcode that can't be read is ignored", () => {
  const hostile = [
    { get: thrower },
    { get: () => ({ valueOf: thrower, toString: thrower, [Symbol.toPrimitive]: thrower }) },
    { value: new Proxy({}, { get: thrower, has: thrower, getPrototypeOf: thrower }) },
  ]
  for (const property of hostile) {
    for (const fields of [{ code: 22 }, { status: 22, record: null }]) {
      const failure = Object.defineProperty(fields, 'subcode', { ...property, enumerable: true })
      assert.equal(newest.isTransient(failure), false)
      assert.equal(newest.isInDoubt(failure), false)
      assert.equal(newest.statusOf(failure), newest.lookup(22))
      assert.equal(newest.format(failure), FORBIDDEN)
      assert.ok(!('subcode' in newest.toError(failure)))
      assert.ok(!('subcode' in newest.serialize(failure)))
    }
  }
  let reads = 0
  const fickle = {
    code: 22,
    get subcode() {
      return reads++ % 2 === 0 ? 6 : 'six'
    },
  }
  for (let index = 0; index < 4; index++) assert.equal(typeof newest.isTransient(fickle), 'boolean')
  for (let index = 0; index < 4; index++) assert.match(newest.format(fickle), /^AEROSPIKE_ERR_FAIL_FORBIDDEN \(22\)/)
})
