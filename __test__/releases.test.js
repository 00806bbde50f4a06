'use strict'

// The table of each release: `forRelease`, `releases`, `status`, `history` and `translate`.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const { documented, exportedNames, releases, shortOf, statuses, statusOf, tables, unexportedOf } = require('./facts')
const { assertRefuses } = require('./helpers')

const { forRelease, history, translate } = aerospike

test("each release's status has the keys and numbers of aerospike.status", () => {
  for (const release of releases) assert.deepEqual({ ...forRelease(release).status }, statusOf(release), release)
})

test('every listed release changes the known numbers or names', () => {
  const known = (release) => JSON.stringify([Object.entries(statusOf(release)).sort(), unexportedOf(release).sort()])
  const changed = releases.filter((release, index) => index === 0 || known(release) !== known(releases[index - 1]))
  assert.deepEqual(aerospike.releases, changed)
})

test("a number that a release doesn't export is found by number and name, but isn't in status", () => {
  for (const release of releases) {
    const table = forRelease(release)
    const unexported = table.list().filter(({ exported }) => !exported)
    assert.deepEqual(unexported.map(({ name, code }) => [name, code]).sort(), unexportedOf(release).sort(), release)
    for (const info of unexported) {
      const { name, code } = info
      assert.deepEqual(table.lookupAll(code), [info], `${name} of ${release}`)
      assert.equal(table.describe(code), info.description)
      assert.ok(!Object.values(table.status).includes(code), `${code} of ${release}`)
      assert.ok(table.format(code).startsWith(`${name} (${code}): `))
      assert.equal(table.toError(code).statusName, name)
      assert.equal(table.isTransient(code), info.transient)
      assert.ok(translate(code, { from: release, to: release }).includes(code))
      // If status has a key of the same name, lookup finds that one.
      const short = name.replace('AEROSPIKE_', '')
      for (const spelling of [name, name.toLowerCase(), short, short.toLowerCase()]) {
        const key = Object.keys(table.status).find((key) => key.toLowerCase() === spelling.toLowerCase())
        const exportedName = name in table.status ? name : key
        const expected = exportedName === undefined ? info : table.lookup(table.status[exportedName])
        assert.equal(table.lookup(spelling).code, expected.code, `${spelling} of ${release}`)
      }
    }
  }
})

// Written by hand, to check data/numbers.json: release, name, number, and the form of the name in `aerospike.status`.
const BY_HAND = [
  ['1.0.19', 'AEROSPIKE_ERR', 100, 'whole'],
  ['1.0.19', 'AEROSPIKE_ERR_TIMEOUT', 400, 'whole'],
  ['1.0.19', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 502, 'whole'],
  ['1.0.19', 'AEROSPIKE_ERR_THROTTLED', 401, 'whole'],
  ['1.0.19', 'AEROSPIKE_ERR_UDF', 1300, 'whole'],
  ['1.0.20', 'AEROSPIKE_ERR', -1, 'whole'],
  ['1.0.20', 'AEROSPIKE_ERR_TIMEOUT', 9, 'whole'],
  ['1.0.20', 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 20, 'whole'],
  ['1.0.20', 'AEROSPIKE_ERR_UDF', 100, 'whole'],
  ['1.0.27', 'AEROSPIKE_INVALID_PRIVILEGE', 71, 'none'],
  ['1.0.28', 'AEROSPIKE_INVALID_PRIVILEGE', 72, 'none'],
  ['1.0.28', 'AEROSPIKE_ROLE_ALREADY_EXISTS', 71, 'none'],
  ['1.0.34', 'AEROSPIKE_ERR_LDT_NOT_FOUND', 125, 'whole'],
  ['1.0.34', 'AEROSPIKE_ERR_LDT_NOT_FOUND', 1401, 'none'],
  ['2.7.2', 'AEROSPIKE_ERR', -1, 'whole'],
  ['3.0.0', 'AEROSPIKE_ERR_TIMEOUT', 9, 'whole'],
  ['3.2.0', 'AEROSPIKE_ERR_CONNECTION', -8, 'short'],
  ['5.2.0', 'AEROSPIKE_ERR_CONNECTION', -8, 'short'],
  ['5.2.0', 'AEROSPIKE_ERR_CONNECTION', -10, 'none'],
  ['5.2.1', 'AEROSPIKE_ERR_CONNECTION', -10, 'whole'],
  ['4.0.0', 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL', -11, 'short'],
  ['5.11.0', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED', -13, 'whole'],
  ['6.0.1', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED', -12, 'none'],
  ['6.0.2', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED', -12, 'whole'],
  ['6.2.0', 'AEROSPIKE_METRICS_CONFLICT', undefined],
  ['6.3.0', 'AEROSPIKE_METRICS_CONFLICT', -20, 'whole'],
  ['6.7.1', 'AS_ERR_RECORD_VERSION_MISMATCH', 30, 'none'],
  ['6.7.1', 'AEROSPIKE_ERR', undefined],
]

test('releases have the numbers that were written by hand', () => {
  assert.equal(releases[0], '1.0.0')
  for (const [release, name, code, form] of BY_HAND) {
    const { status, list } = forRelease(release)
    const label = `${name} of ${release}`
    const listed = list().filter((info) => shortOf(info.name) === shortOf(name) && info.code === code)
    if (form !== 'none') assert.equal(status[name], form === 'whole' ? code : undefined, label)
    if (form === 'short') assert.equal(status[shortOf(name)], code, label)
    if (form === 'none') assert.deepEqual([listed.length, listed[0].exported], [1, false], label)
    if (code === undefined) assert.ok(!list().some((info) => info.name === name), label)
  }
})

test('a release has a table of its own, and releases with equal tables share its rows', () => {
  let since
  for (const release of releases) {
    if (aerospike.releases.includes(release)) since = release
    const table = forRelease(release)
    assert.equal(table.release, release)
    assert.equal(forRelease(`v${release}`), table)
    assert.equal(table.list(), forRelease(since).list())
    for (const { code } of table.list()) assert.equal(table.lookup(code), forRelease(since).lookup(code))
  }
  assert.notEqual(forRelease('1.0.58'), forRelease('1.0.57'))
  assert.equal(forRelease('documented'), aerospike)
})

test('every release table has the same shape', () => {
  const members = ['release', 'status', 'describe', 'lookup', 'lookupAll', 'list', 'search', 'suggest', 'explain']
  const helpers = ['isOk', 'isError', 'isTransient', 'isInDoubt', 'is', 'statusOf', 'format', 'toError', 'serialize']
  for (const release of aerospike.releases) assert.deepEqual(Object.keys(forRelease(release)), [...members, ...helpers])
})

test('every number in a table has a meaning, and every key finds a status with its number', () => {
  for (const release of releases) {
    const table = forRelease(release)
    for (const [key, code] of Object.entries(table.status)) {
      assert.ok(table.lookupAll(code).length > 0, `${key} of ${release}`)
      assert.equal(table.lookup(key).code, code, `${key} of ${release}`)
      assert.doesNotMatch(table.describe(code), /^Unknown/)
    }
  }
})

// Earlier releases have the numbers and sentences of the document.
const RENUMBERED = '1.0.20'

test('an exported name is in its table, keeps its category and transient flag, and changes its sentence only in 1.0.20', () => {
  const seen = new Map()
  const sentences = new Map(documented.map(({ name, description }) => [`${name} as documented`, description]))
  for (const release of aerospike.releases) {
    const table = forRelease(release)
    const long = Object.keys(table.status).filter((name) => name.startsWith('AEROSPIKE_'))
    const listed = table.list().filter(({ name, exported }) => exported && name.startsWith('AEROSPIKE_'))
    assert.deepEqual(
      listed.map(({ name }) => name),
      long,
      release,
    )
    for (const { name, category, transient, description } of listed) {
      const facts = JSON.stringify([category, transient])
      assert.equal(seen.get(name) || facts, facts, name)
      seen.set(name, facts)
      const asDocumented =
        documented.some((entry) => entry.name === name) && releases.indexOf(release) < releases.indexOf(RENUMBERED)
      const key = asDocumented ? `${name} as documented` : name
      assert.equal(sentences.get(key) || description, description, `${name} of ${release}`)
      sentences.set(key, description)
    }
  }
  assert.deepEqual([...seen.keys()].sort(), [...exportedNames].sort())
  for (const { name, description } of documented) assert.notEqual(sentences.get(name), description, name)
})

test('no table has a sentence twice', () => {
  for (const table of tables) {
    const names = new Map()
    for (const { name, description } of table.list()) {
      assert.equal(names.get(description) || name, name, table.release)
      names.set(description, name)
    }
  }
})

test('exactly the expected statuses are transient', () => {
  const transient = new Set()
  for (const release of releases) {
    for (const info of forRelease(release).list()) if (info.transient) transient.add(info.name)
  }
  assert.deepEqual([...transient].sort(), [
    'AEROSPIKE_ERR_ASYNC_CONNECTION',
    'AEROSPIKE_ERR_ASYNC_QUEUE_FULL',
    'AEROSPIKE_ERR_BATCH_QUEUES_FULL',
    'AEROSPIKE_ERR_CLUSTER',
    'AEROSPIKE_ERR_CLUSTER_CHANGE',
    'AEROSPIKE_ERR_CONNECTION',
    'AEROSPIKE_ERR_DEVICE_OVERLOAD',
    'AEROSPIKE_ERR_INDEX_NOT_READABLE',
    'AEROSPIKE_ERR_INVALID_NODE',
    'AEROSPIKE_ERR_NO_MORE_CONNECTIONS',
    'AEROSPIKE_ERR_QUERY_QUEUE_FULL',
    'AEROSPIKE_ERR_RECORD_BUSY',
    'AEROSPIKE_ERR_TIMEOUT',
    'AEROSPIKE_EXPIRED_SESSION',
    'AEROSPIKE_MAX_ERROR_RATE',
    'AEROSPIKE_MRT_BLOCKED',
    'AEROSPIKE_NO_RESPONSE',
    'AEROSPIKE_QUOTA_EXCEEDED',
    'AEROSPIKE_XDR_KEY_BUSY',
    'ERR_ASYNC_QUEUE_FULL',
  ])
})

test('history returns the exported and the unexported numbers of every name', () => {
  for (const [name, spans] of Object.entries(statuses)) {
    const short = shortOf(name)
    const known = spans
      .filter((span) => span.export !== 'short')
      .map(({ export: form, ...era }) => ({ ...era, exported: form !== 'none' }))
    assert.deepEqual(history(name), known, name)
    assert.deepEqual(history(name.toLowerCase()), known, name)
    if (!['ERR_ASYNC_QUEUE_FULL', 'ERR_CONNECTION'].includes(short)) assert.deepEqual(history(short), known, short)
    const bare = short.replace(/^ERR_/, '')
    assert.deepEqual(history(bare), history(short), bare)
  }
  assert.deepEqual(history('ERR_ASYNC_QUEUE_FULL'), [{ code: -11, since: '3.2.0', exported: true }])
  assert.deepEqual(history('ERR_CONNECTION'), [
    { code: -10, since: '2.4.0', until: '5.2.1', exported: false },
    { code: -8, since: '3.2.0', until: '5.2.1', exported: true },
    { code: -10, since: '5.2.1', exported: true },
  ])
  assert.deepEqual(history('AEROSPIKE_NO_SUCH_STATUS'), [])
  assert.deepEqual(history(''), [])
  assertRefuses(history, [null, undefined, 602, {}, Symbol('s')], TypeError, /^history: "name" /)
})

test('translate returns every number that the meanings of a code have in the other release', () => {
  const forward = { from: 'documented', to: '6.7.1' }
  assert.deepEqual(translate(602, forward), [2])
  assert.deepEqual(translate(501, forward), [4, 20])
  assert.deepEqual(translate(600, forward), [])
  assert.deepEqual(translate(999, forward), [])
  assert.deepEqual(translate(-1, { from: '1.0.20', to: 'documented' }), [100, 200])
  assert.deepEqual(translate(-1, { from: '6.7.1', to: 'documented' }), [200])
  assert.deepEqual(translate(-11, { from: '4.0.0', to: '6.7.1' }), [-11])
  assert.deepEqual(translate(25, { from: '6.7.1', to: '2.4.0' }), [25])
  assert.deepEqual(translate(25, { from: '6.7.1', to: '6.7.1' }), [25])
  assert.deepEqual(translate(-10, { from: '5.2.0', to: '6.7.1' }), [-10])
  assert.deepEqual(translate(-13, { from: '5.11.0', to: '5.11.0' }), [-13, -12])
})

test('translate returns a new array, which the caller may change', () => {
  const route = { from: 'documented', to: '6.7.1' }
  assert.notEqual(translate(501, route), translate(501, route))
  assert.deepEqual(
    translate(501, route).sort((a, b) => b - a),
    [20, 4],
  )
})

test('translate finds the numbers of the same names in another table, exported ones first', () => {
  const tables = ['documented', ...aerospike.releases].map((release) => forRelease(release))
  const short = (name) => name.replace('AEROSPIKE_', '') // Only ERR_ASYNC_QUEUE_FULL has rows under its short name.
  for (const from of tables) {
    for (const to of [tables[0], tables[tables.length - 1], tables[tables.indexOf(from) + 1] || from]) {
      for (const { code } of from.list()) {
        const names = from.lookupAll(code).map(({ name }) => short(name))
        const there = to.list().filter(({ name }) => names.includes(short(name)))
        const codes = translate(code, { from: from.release, to: to.release })
        assert.deepEqual(
          [...codes].sort(),
          [...new Set(there.map((info) => info.code))].sort(),
          `${code} ${from.release} ${to.release}`,
        )
        const exported = codes.map((code) => there.some((info) => info.code === code && info.exported))
        assert.deepEqual(exported, [...exported].sort().reverse(), 'exported ones first')
      }
    }
  }
})

/** The newest release with this prefix. */
const newestOf = (line) => [...releases].reverse().find((release) => release.startsWith(line))
const newest = newestOf('')

test('forRelease takes `latest`, a line such as 3.16, versions between or after the known ones, a leading v and a suffix', () => {
  for (const [version, release] of [
    ['latest', newest],
    [`v${newest}`, newest],
    [`${newest}-rc.1`, newest],
    [`${newest}+build.5`, newest],
    ['v1.0.20-alpha+x', '1.0.20'],
    ['1', newestOf('1.')],
    ['v5', newestOf('5.')],
    ['3.16', newestOf('3.16.')],
    ['1.0', newestOf('1.0.')],
    ['6.5', newestOf('6.4.')],
    ['1.5.0', newestOf('1.')],
    ['3.8.7', '3.8.0'],
    ['99', newest],
    ['99.0.0', newest],
    ['1.0.4294967297', newestOf('1.0.')],
    ['4294967297.0.0', newest],
    ['18446744073709551616.0.0', newest],
    [`1.0.${'9'.repeat(1000)}`, newestOf('1.0.')],
    [`${'9'.repeat(100000)}.0.0`, newest],
  ]) {
    assert.equal(forRelease(version), forRelease(release), version.slice(0, 40))
  }
})

const BAD_VERSIONS = [
  '',
  'x',
  '0',
  '0.9',
  '1.',
  '1.0.0.0',
  '0.9.0',
  '^5.2.0',
  '~5.2',
  '5.x',
  '>=5.0.0',
  '1-rc.1',
  'Latest',
  'next',
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

test('forRelease throws a TypeError or a RangeError for a bad version', () => {
  const nonStrings = [null, undefined, 1, 6.7, 0, 602n, {}, ['1.0.0'], new String('1.0.0'), Symbol('s')]
  assertRefuses(forRelease, nonStrings, TypeError, /^forRelease: "version" must be a string\. Received /)
  const message =
    /^forRelease: "version" must be 'documented', 'latest', or a release since 1\.0\.0 such as .*\. For the installed client, pass require\('aerospike\/package\.json'\)\.version\. Received the string '/
  assertRefuses(forRelease, BAD_VERSIONS, RangeError, message)
})

test('translate throws a TypeError or a RangeError for a bad route, and names its bad end', () => {
  const along = (route) => translate(0, route)
  const throwing = {
    get from() {
      throw new Error('no')
    },
    to: '6.7.1',
  }
  assertRefuses(along, [undefined, null, '6.7.1', 1], TypeError, /^translate: "route" /)
  assertRefuses(along, [{}, { from: 1, to: '6.7.1' }, { to: '6.7.1' }, throwing], TypeError, /^translate: "route\.from" /)
  const badRoutes = BAD_VERSIONS.map((version) => ({ from: 'documented', to: version }))
  assertRefuses(along, badRoutes, RangeError, /^translate: "route\.to" /)
})
