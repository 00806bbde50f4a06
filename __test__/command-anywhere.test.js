'use strict'

// What the command answers to codes, names and subcodes without a client and without --release: what every table means by them.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const aerospike = require('..')
const helpers = require('./helpers')

const latest = aerospike.forRelease('latest')
const folder = helpers.scratchFolder()
const run = (...args) => helpers.runCommand(folder, args)

/** What a line says about a status, found by name in the table of a release. */
const sentence = (release, name) => aerospike.forRelease(release).lookup(name).description

const OLD = '1.0.0-1.0.19 and the 1.x document'

/** For each word: name, number, the release whose sentence it has, its releases, and what a line says about those. */
const CASES = {
  // All releases since 1.0.20 agree.
  9: [['AEROSPIKE_ERR_TIMEOUT', 9, 'latest', 'since 1.0.20', '']],
  18: [['AEROSPIKE_ERR_DEVICE_OVERLOAD', 18, 'latest', 'since 1.0.20', '']],
  1: [['AEROSPIKE_ERR_SERVER', 1, 'latest', 'since 1.0.20', '']],
  0: [['AEROSPIKE_OK', 0, 'latest', 'since 1.0.0 and the 1.x document', '']],
  '-1': [['AEROSPIKE_ERR_CLIENT', -1, 'latest', 'since 1.0.20', '']],
  // Newer, or only older, or only in the document.
  '-8': [['AEROSPIKE_ERR_INVALID_NODE', -8, 'latest', 'since 1.0.57', 'since 1.0.57']],
  602: [['AEROSPIKE_ERR_RECORD_NOT_FOUND', 602, 'documented', OLD, `${OLD}; now 2`]],
  502: [['AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 502, '1.0.19', '1.0.0-1.0.19', '1.0.0-1.0.19; now 20']],
  600: [['AEROSPIKE_ERR_RECORD', 600, 'documented', OLD, OLD]],
  501: [
    ['AEROSPIKE_ERR_REQUEST_INVALID', 501, 'documented', OLD, `${OLD}; now 4`],
    ['AEROSPIKE_ERR_NAMESPACE_NOT_FOUND', 501, 'documented', 'the 1.x document', 'the 1.x document; now 20'],
  ],
  ERR_THROTTLED: [['AEROSPIKE_ERR_THROTTLED', 401, '1.0.19', '1.0.0-1.0.19', '1.0.0-1.0.19']],
  // Another status in older releases.
  100: [
    ['AEROSPIKE_ERR_UDF', 100, 'latest', 'since 1.0.20', 'since 1.0.20'],
    ['AEROSPIKE_ERR', 100, 'documented', OLD, OLD],
  ],
  200: [
    ['AEROSPIKE_ERR_INDEX_FOUND', 200, 'latest', 'since 1.0.20', 'since 1.0.20'],
    ['AEROSPIKE_ERR_CLIENT', 200, 'documented', OLD, `${OLD}; now -1`],
  ],
  201: [
    ['AEROSPIKE_ERR_INDEX_NOT_FOUND', 201, 'latest', 'since 1.0.20', 'since 1.0.20'],
    ['AEROSPIKE_ERR_PARAM', 201, 'documented', OLD, `${OLD}; now -2`],
  ],
  // Another number in older releases.
  ERR_TIMEOUT: [
    ['AEROSPIKE_ERR_TIMEOUT', 9, 'latest', 'since 1.0.20', 'since 1.0.20'],
    ['AEROSPIKE_ERR_TIMEOUT', 400, 'documented', OLD, OLD],
  ],
  AEROSPIKE_ERR_DEVICE_OVERLOAD: [
    ['AEROSPIKE_ERR_DEVICE_OVERLOAD', 18, 'latest', 'since 1.0.20', 'since 1.0.20'],
    ['AEROSPIKE_ERR_DEVICE_OVERLOAD', 506, '1.0.19', '1.0.4-1.0.19', '1.0.4-1.0.19'],
  ],
  ERR_CONNECTION: [
    ['AEROSPIKE_ERR_CONNECTION', -10, 'latest', '2.4.0-3.1.1, since 5.2.1', '2.4.0-3.1.1, since 5.2.1'],
    ['AEROSPIKE_ERR_INVALID_NODE', -8, '5.2.0', '3.2.0-5.2.0', '3.2.0-5.2.0'],
  ],
  // Renamed.
  25: [['AEROSPIKE_ERR_ENTERPRISE_ONLY', 25, 'latest', 'since 2.4.0', 'since 2.4.0']],
  '-11': [['AEROSPIKE_ERR_ASYNC_QUEUE_FULL', -11, 'latest', 'since 3.2.0', 'since 3.2.0']],
  1409: [['AEROSPIKE_ERR_LDT_INPUT_PARM', 1409, '3.1.1', '1.0.0-3.1.1', '1.0.0-3.1.1']],
}

test('a word is answered by every table that has it, the latest first, with the releases', () => {
  for (const [word, meanings] of Object.entries(CASES)) {
    const { stdout, stderr, status } = run(word)
    const lines = helpers
      .linesOf(stdout)
      .map((line) => line.match(/^(\S+) +(-?\d+) (.+?)(?: \(([^)]*(?:\d|document))\))?$/).slice(1))
    const expected = meanings.map(([name, code, release, , note]) => [
      name,
      String(code),
      sentence(release, name),
      note || undefined,
    ])
    assert.deepEqual([lines, stderr, status], [expected, '', 0], word)
  }
})

test("another client's name is answered by every table too", () => {
  for (const [word, name, code, oldCode] of [
    ['TIMEOUT', 'AEROSPIKE_ERR_TIMEOUT', 9, 400],
    ['KEY_BUSY', 'AEROSPIKE_ERR_RECORD_BUSY', 14, 601],
  ]) {
    const { stdout, stderr, status } = run(word)
    const expected = [
      `${name} ${String(code).padStart(3)} ${sentence('latest', name)} (since 1.0.20)`,
      `${name} ${oldCode} ${sentence('documented', name)} (${OLD})`,
    ]
    assert.deepEqual([helpers.linesOf(stdout), status], [expected, 0])
    assert.equal(stderr, `aerospike-status: ${word} is what the Java, Go and C# clients call ${name}\n`)
  }
})

test('a subcode is answered by the latest table', () => {
  for (const word of ['22/6', 'FORBID_TRUNCATED', 'as_sub_forbid_truncated']) {
    for (const mode of [[], ['--explain']]) {
      assert.deepEqual(run(...mode, word), run('--release', 'latest', ...mode, word))
    }
    const [answer] = JSON.parse(run('--json', word).stdout)
    const row = latest.lookup(22)
    assert.deepEqual(answer, {
      query: word,
      release: latest.release,
      statuses: [{ ...row, releases: 'since 1.0.28' }],
      subcode: row.subcodes.find(({ subcode }) => subcode === 6),
    })
  }
})

test('--json has the releases of each status', () => {
  const words = Object.keys(CASES)
  const { stdout, stderr, status } = run('--json', ...words)
  const expected = words.map((query) => ({
    query,
    release: latest.release,
    statuses: CASES[query].map(([name, code, release, releases]) => {
      const table = aerospike.forRelease(release)
      return { ...table.lookupAll(code).find((row) => row.name === name), releases }
    }),
  }))
  assert.deepEqual([JSON.parse(stdout), stderr, status], [expected, '', 0])
})

test('--explain explains each meaning, the latest first', () => {
  const explained = explainedWords()
  for (const [word, texts] of explained) {
    assert.deepEqual(run('--explain', word), { stdout: `${texts.join('\n\n')}\n`, stderr: '', status: 0 }, word)
  }
  const [[word, texts]] = explained
  const [{ explanation }] = JSON.parse(run('--json', '--explain', word).stdout)
  assert.equal(explanation, texts.join('\n\n'))
})

/** Some words, and their explanations. */
function explainedWords() {
  const explain = (release, key) => aerospike.forRelease(release).explain(key)
  return [
    ['200', [explain('latest', 200), explain('documented', 200)]],
    ['ERR_TIMEOUT', [explain('latest', 9), explain('documented', 400)]],
    ['-8', [explain('latest', -8)]],
    ['25', [explain('latest', 'AEROSPIKE_ERR_ENTERPRISE_ONLY')]],
    ['501', [aerospike.explain(501)]],
    // This status has two numbers in these releases.
    ['ERR_MAX_RETRIES_EXCEEDED', [explain('latest', -12), explain('5.11.0', 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED')]],
    ['1401', [explain('3.1.1', 1401)]],
  ]
}

test('nothing that any release knows exits with 1', () => {
  const tables = [aerospike, ...aerospike.releases.map((release) => aerospike.forRelease(release))]
  const rows = tables.flatMap((table) => table.list())
  const words = new Set([
    ...rows.flatMap(({ name, code }) => [name, code]),
    ...tables.flatMap(({ status }) => Object.keys(status)),
  ])
  const { stdout, stderr, status } = run('--json', ...[...words].map(String))
  assert.deepEqual([stderr, status], ['', 0])
  for (const { query, statuses } of JSON.parse(stdout)) {
    const inTables = tables.flatMap((table) => table.lookup(query) || [])
    assert.ok(statuses.length > 0 && inTables.length > 0)
    for (const { name, code } of statuses)
      assert.ok(
        inTables.some((row) => row.code === code),
        `${query} ${name}`,
      )
    // Each number that some table has under this word is there.
    assert.deepEqual(new Set(statuses.map(({ code }) => code)), new Set(inTables.map(({ code }) => code)), query)
  }
})

test('what no release knows exits with 1, and stderr says the nearest names of all releases', () => {
  const hints = {
    999: 'Unknown status code 999',
    '602/1':
      '602 has no subcode 1 in the table of the latest release: Unknown status code 602 (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)',
    ERR_METRICS_CONFLICT: "no release has a status called 'ERR_METRICS_CONFLICT'; nearest names: AEROSPIKE_METRICS_CONFLICT",
    LARGE_ITEM_FOUND: "no release has a status called 'LARGE_ITEM_FOUND'; nearest names: AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND",
    'x/y': "no release has a status called 'x/y'; write a subcode after its code, as in 22/6",
    99999999999: "no release has a status called '99999999999'",
  }
  for (const [query, hint] of Object.entries(hints)) {
    assert.deepEqual(run(query), { stdout: '', stderr: `aerospike-status: ${hint}\n`, status: 1 })
    const json = JSON.parse(run('--json', query).stdout)
    assert.deepEqual(json, [{ query, release: latest.release, statuses: [], hint }])
  }
  const mixed = run('--explain', '9', '999')
  assert.deepEqual([mixed.stdout, mixed.status], [`${latest.explain(9)}\n`, 1])
  const [first, second] = JSON.parse(run('--json', '--explain', '9', '999').stdout)
  assert.ok('explanation' in first && !('explanation' in second))
})
