'use strict'

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented, releases, statuses, statusOf } = require('./facts')

const { forRelease, history, translate } = aerospike

test('status of each of the 151 releases has the keys and numbers that aerospike.status had', () => {
  assert.equal(releases.length, 151)
  for (const release of releases) assert.deepEqual({ ...forRelease(release).status }, statusOf(release), release)
})

test('the releases listed are the 23 at which the table changed', () => {
  const sorted = (release) => JSON.stringify(Object.entries(statusOf(release)).sort())
  const changed = releases.filter((release, at) => at === 0 || sorted(release) !== sorted(releases[at - 1]))
  assert.equal(changed.length, 23)
  assert.deepEqual(aerospike.releases, changed)
})

test('a table is the same object for every release that has it', () => {
  let since
  for (const release of releases) {
    if (aerospike.releases.includes(release)) since = release
    assert.equal(forRelease(release), forRelease(since))
    assert.equal(forRelease(release).release, since)
  }
  assert.equal(forRelease('1.0.40'), forRelease('1.0.58'))
  assert.equal(forRelease('documented'), aerospike)
})

test('every release table has the same shape', () => {
  const members = ['release', 'status', 'describe', 'lookup', 'lookupAll', 'list', 'search']
  const helpers = ['isOk', 'isError', 'isTransient', 'format', 'toError']
  for (const release of aerospike.releases) assert.deepEqual(Object.keys(forRelease(release)), [...members, ...helpers])
})

test('every number in every table has a meaning, and every key a status with its number', () => {
  for (const release of releases) {
    const table = forRelease(release)
    for (const [key, code] of Object.entries(table.status)) {
      assert.ok(table.lookupAll(code).length > 0, `${key} of ${release}`)
      assert.equal(table.lookup(key).code, code, `${key} of ${release}`)
      assert.doesNotMatch(table.describe(code), /^Unknown/)
    }
  }
})

test('every name exported by a release is a status of its table, with one category and one sentence in all releases', () => {
  const seen = new Map()
  for (const release of aerospike.releases) {
    const table = forRelease(release)
    const long = Object.keys(table.status).filter((name) => name.startsWith('AEROSPIKE_'))
    const listed = table.list().filter(({ name }) => name.startsWith('AEROSPIKE_'))
    assert.deepEqual(
      listed.map(({ name }) => name),
      long,
      release,
    )
    for (const { name, category, transient, description } of listed) {
      const facts = JSON.stringify([category, transient, description])
      assert.equal(seen.get(name) || facts, facts, name)
      seen.set(name, facts)
    }
  }
  assert.deepEqual([...seen.keys()].sort(), Object.keys(statuses).sort())
  for (const { name, description } of documented) assert.equal(JSON.parse(seen.get(name))[2], description)
})

test('transient are the nine statuses that official clients or backup tools retry', () => {
  const transient = new Set()
  for (const release of releases) {
    for (const info of forRelease(release).list()) if (info.transient) transient.add(info.name)
  }
  assert.deepEqual(
    [...transient].sort(),
    [
      'ASYNC_CONNECTION',
      'CLUSTER',
      'CONNECTION',
      'DEVICE_OVERLOAD',
      'INVALID_NODE',
      'NO_MORE_CONNECTIONS',
      'RECORD_BUSY',
      'TIMEOUT',
    ]
      .map((name) => `AEROSPIKE_ERR_${name}`)
      .concat('AEROSPIKE_MAX_ERROR_RATE'),
  )
})

test('history of every name is what the releases exported', () => {
  for (const [name, eras] of Object.entries(statuses)) {
    assert.deepEqual(history(name), eras, name)
    assert.deepEqual(history(name.toLowerCase()), eras, name)
    const short = name.replace('AEROSPIKE_', '')
    if (!['ERR_ASYNC_QUEUE_FULL', 'ERR_CONNECTION'].includes(short)) assert.deepEqual(history(short), eras, short)
  }
  assert.deepEqual(history('ERR_ASYNC_QUEUE_FULL'), [{ code: -11, since: '3.2.0' }])
  assert.deepEqual(history('ERR_CONNECTION'), [
    { code: -8, since: '3.2.0', until: '5.2.1' },
    { code: -10, since: '5.2.1' },
  ])
  assert.deepEqual(history('AEROSPIKE_NO_SUCH_STATUS'), [])
  assert.deepEqual(history(''), [])
  for (const name of [null, undefined, 602, {}, Symbol('s')]) {
    assert.throws(() => history(name), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: /^history: "name" / })
  }
})

test('translate gives every number that the meanings of a code have in the other release', () => {
  const forward = { from: 'documented', to: '6.7.1' }
  assert.deepEqual(translate(602, forward), [2])
  assert.deepEqual(translate(501, forward), [4, 20])
  assert.deepEqual(translate(600, forward), [])
  assert.deepEqual(translate(999, forward), [])
  assert.deepEqual(translate(-1, { from: '1.0.20', to: 'documented' }), [100, 200])
  assert.deepEqual(translate(-1, { from: '6.7.1', to: 'documented' }), [200])
  assert.deepEqual(translate(-11, { from: '4.0.0', to: '6.7.1' }), [-11])
  assert.deepEqual(translate(25, { from: '6.7.1', to: '2.4.0' }), [25])
})

const upTo = (first, last) => Array.from({ length: last - first + 1 }, (_, at) => first + at)

// The codes whose statuses went, and between which tables they did.
const VANISHED = {
  '1.0.16 > 1.0.20': [401, 600],
  '1.0.36 > 2.0.0': [1409],
  '2.4.0 > 3.0.0': [125, ...upTo(1400, 1405), ...upTo(1409, 1428), ...upTo(1430, 1439)],
  '3.0.0 > 3.1.0': [10],
  '3.2.0 > 3.8.0': [6, 17],
  '5.2.1 > 5.2.2': [-16],
}

const lostOnTheWay = (from, to) => {
  const lost = new Set()
  for (const { code } of forRelease(from).list()) {
    const back = translate(code, { from, to }).flatMap((there) => translate(there, { from: to, to: from }))
    if (!back.includes(code)) lost.add(code)
  }
  return [...lost].sort((a, b) => a - b)
}

test('translate between neighbouring tables and back loses only what vanished', () => {
  const tables = ['documented', ...aerospike.releases]
  for (let at = 1; at < tables.length; at++) {
    const [older, newer] = [tables[at - 1], tables[at]]
    assert.deepEqual(lostOnTheWay(older, newer), VANISHED[`${older} > ${newer}`] || [], `${older} > ${newer}`)

    // Towards the older table, a code is lost where it has none of the code's names.
    const unknownBefore = (code) => {
      const names = forRelease(newer)
        .lookupAll(code)
        .map(({ name }) => name)
      return names.every((name) => !(name in forRelease(older).status))
    }
    const brought = new Set(
      forRelease(newer)
        .list()
        .map(({ code }) => code)
        .filter(unknownBefore),
    )
    // In 5.2.1 the short name ERR_ASYNC_QUEUE_FULL got its long one: the same status.
    brought.delete(newer === '5.2.1' ? -11 : undefined)
    assert.deepEqual(
      lostOnTheWay(newer, older),
      [...brought].sort((a, b) => a - b),
      `${newer} > ${older}`,
    )
  }
})

test('a version may have a leading v and a suffix, and may lie between and after the releases', () => {
  for (const [version, release] of [
    ['v6.7.1', '6.3.0'],
    ['6.7.1-rc.1', '6.3.0'],
    ['6.7.1+build.5', '6.3.0'],
    ['v1.0.20-alpha+x', '1.0.20'],
    ['1.5.0', '1.0.36'],
    ['3.8.7', '3.8.0'],
    ['7.0.0', '6.3.0'],
    ['1.0.4294967297', '1.0.36'],
    ['4294967297.0.0', '6.3.0'],
    ['18446744073709551616.0.0', '6.3.0'],
    [`1.0.${'9'.repeat(1000)}`, '1.0.36'],
    [`${'9'.repeat(100000)}.0.0`, '6.3.0'],
  ]) {
    assert.equal(forRelease(version).release, release, version.slice(0, 40))
  }
})

const BAD_VERSIONS = [
  '',
  'x',
  '1',
  '1.0',
  '1.0.0.0',
  '0.9.0',
  '0.99999999999999999999.0',
  '1.0.x',
  '1.0.0-',
  ' 1.0.0',
  '1.0.0 ',
  '1,0,0',
  '01.0.0',
  'Documented',
  'constructor',
  '__proto__',
  '1.0.0\0',
]

test('a bad version is a TypeError or a RangeError that names it', () => {
  for (const version of [null, undefined, 1, 6.7, 0, 602n, {}, ['1.0.0'], new String('1.0.0'), Symbol('s')]) {
    assert.throws(() => forRelease(version), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: /^forRelease: "version" must be a string\. Received /,
    })
  }
  for (const version of BAD_VERSIONS) {
    assert.throws(
      () => forRelease(version),
      (error) => {
        assert.ok(error instanceof RangeError)
        assert.equal(error.code, 'ERR_OUT_OF_RANGE')
        assert.match(
          error.message,
          /^forRelease: "version" must be 'documented' or a release from 1\.0\.0 on, as X\.Y\.Z\. Received the string '/,
        )
        return true
      },
    )
  }
})

test('a bad route is a TypeError or a RangeError that names its end', () => {
  for (const route of [undefined, null, '6.7.1', 1]) {
    assert.throws(() => translate(0, route), { name: 'TypeError', code: 'ERR_INVALID_ARG_TYPE', message: /^translate: "route" / })
  }
  for (const route of [
    {},
    { from: 1, to: '6.7.1' },
    { to: '6.7.1' },
    {
      get from() {
        throw new Error('no')
      },
      to: '6.7.1',
    },
  ]) {
    assert.throws(() => translate(0, route), {
      name: 'TypeError',
      code: 'ERR_INVALID_ARG_TYPE',
      message: /^translate: "route\.from" /,
    })
  }
  for (const version of BAD_VERSIONS) {
    const route = { from: 'documented', to: version }
    assert.throws(() => translate(0, route), {
      name: 'RangeError',
      code: 'ERR_OUT_OF_RANGE',
      message: /^translate: "route\.to" /,
    })
  }
})
