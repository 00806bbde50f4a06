'use strict'

// How the command looks up a text: which arguments and lines of stdin are one, and what it prints.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')
const helpers = require('./helpers')

const latest = aerospike.forRelease('latest')
const scratch = helpers.scratchFolder()

// One folder without a client, and one with a client.
const [bare, project] = ['bare', 'project'].map((name) => path.join(scratch, name))
fs.mkdirSync(bare)
fs.mkdirSync(path.join(project, 'node_modules', 'aerospike'), { recursive: true })
fs.writeFileSync(path.join(project, 'node_modules', 'aerospike', 'package.json'), '{"version":"5.2.0"}')
const run = (...args) => helpers.runCommand(bare, args)
const withInput = (input, ...args) => helpers.runNode([helpers.command, ...args], { ...helpers.isolatedIn(bare), input })

/** A text that means one status. */
const TEXT = 'Requested record already exists'
const EXISTS = latest.lookup('ERR_RECORD_EXISTS')
const foundByWords = (text) => `aerospike-status: found by the words of '${text}'\n`
const answer = {
  stdout: `${EXISTS.name} ${EXISTS.code} ${EXISTS.description}\n`,
  stderr: foundByWords(TEXT),
  status: 0,
}

test('a text with or without quotes gets the status that it means, and stderr says how it was found', () => {
  assert.deepEqual(run(TEXT), answer)
  assert.deepEqual(run(...TEXT.split(' ')), answer)
  assert.deepEqual(run(`  ${TEXT} \n`), answer)
  assert.deepEqual(run('--release', 'latest', TEXT), answer)
})

test('with a client, its table is searched', () => {
  const { stdout, stderr, status } = helpers.runCommand(project, [TEXT])
  const row = aerospike.forRelease('5.2.0').lookup('ERR_RECORD_EXISTS')
  assert.deepEqual([stdout, stderr, status], [`${row.name} ${row.code} ${row.description}\n`, foundByWords(TEXT), 0])
  const [{ release, statuses }] = JSON.parse(helpers.runCommand(project, ['--json', TEXT]).stdout)
  assert.deepEqual([release, statuses], ['5.2.0', [row]])
  const [documented] = JSON.parse(run('--release', 'documented', '--json', 'hot key').stdout)
  assert.deepEqual(documented.statuses, [aerospike.lookup(601)])
})

test('at most five statuses are printed, best first; --search prints all', () => {
  const text = 'the record'
  const all = latest.search(text)
  assert.ok(all.length > 5)
  const names = (result) => helpers.linesOf(result.stdout).map((line) => line.split(' ')[0])
  assert.deepEqual(
    names(run(text)),
    all.slice(0, 5).map(({ name }) => name),
  )
  assert.equal(run(text).stderr, `aerospike-status: found by the words of '${text}', best match first\n`)
  assert.deepEqual(
    names(run('--search', text)),
    all.map(({ name }) => name),
  )
})

test('without a client, a line says since when a release has the status, unless all since 1.0.20 do', () => {
  const [{ statuses }] = JSON.parse(run('--json', 'found no node').stdout)
  assert.deepEqual(statuses[0], { ...latest.lookup(-8), releases: 'since 1.0.57' })
  const [line] = helpers.linesOf(run('found no node').stdout)
  assert.match(line, /^AEROSPIKE_ERR_INVALID_NODE +-8 .* \(since 1\.0\.57\)$/)
  assert.ok(!run('--release', 'latest', 'found no node').stdout.includes('since'))
})

test('--json has one object for a text, with the whole text', () => {
  const expected = [{ query: TEXT, release: latest.release, statuses: [{ ...EXISTS, releases: 'since 1.0.20' }] }]
  for (const args of [[TEXT], TEXT.split(' ')]) {
    const { stdout, stderr, status } = run('--json', ...args)
    assert.deepEqual([JSON.parse(stdout), stderr, status], [expected, answer.stderr, 0])
  }
  const [{ statuses }] = JSON.parse(run('--json', 'the record').stdout)
  assert.equal(statuses.length, 5)
})

test('--explain explains the best match', () => {
  for (const text of [TEXT, 'the record']) {
    const [best] = latest.search(text)
    const { stdout, stderr, status } = run('--explain', text)
    assert.equal(stdout, `${latest.explain(best.code)}\n`)
    assert.equal(stderr, text === TEXT ? answer.stderr : `aerospike-status: found by the words of '${text}', the best match\n`)
    assert.equal(status, 0)
    const [{ query, explanation }] = JSON.parse(run('--json', '--explain', text).stdout)
    assert.deepEqual([query, explanation], [text, latest.explain(best.code)])
  }
})

test('a text that nothing matches exits with 1', () => {
  const expected = (text, title = 'the table of the latest release') =>
    `aerospike-status: no status in ${title} matches '${text}'\n`
  assert.deepEqual(run('xyzzy plugh'), { stdout: '', stderr: expected('xyzzy plugh'), status: 1 })
  assert.deepEqual(run('xyzzy', 'plugh'), { stdout: '', stderr: expected('xyzzy plugh'), status: 1 })
  assert.equal(run('--release', 'documented', '--explain', 'xyzzy plugh').stderr, expected('xyzzy plugh', 'the documented table'))
  const [{ hint }] = JSON.parse(run('--json', 'xyzzy plugh').stdout)
  assert.equal(`aerospike-status: ${hint}\n`, expected('xyzzy plugh'))
})

test('a message quotes only the beginning of a text, on one line', () => {
  const { stderr } = run(`xyzzy\n\t\x1b[31m${'plugh '.repeat(20)}`)
  assert.equal(
    stderr,
    `aerospike-status: no status in the table of the latest release matches 'xyzzy [31m${'plugh '.repeat(8)}pl...'\n`,
  )
  const exact = `xyzzy ${'p'.repeat(54)}`
  assert.ok(run(exact).stderr.endsWith(`'${exact}'\n`))
})

test('a - reads words and texts from stdin, one per line', () => {
  const both = withInput(`9\n${TEXT}\r\n\n22/6\n`, '--json', '-')
  assert.deepEqual(
    JSON.parse(both.stdout).map(({ query }) => query),
    ['9', TEXT, '22/6'],
  )
  assert.deepEqual([both.stderr, both.status], [answer.stderr, 0])
  assert.deepEqual(withInput(`${TEXT}\n`, '-'), answer)
  assert.deepEqual(run('9', TEXT).stderr, answer.stderr)
  // Words on lines of their own aren't a text.
  const lines = withInput('record\ntoo\nbig\n', '-')
  assert.deepEqual([lines.stdout, lines.status, helpers.linesOf(lines.stderr).length], ['', 1, 3])
  // Nor are arguments beside a -.
  const beside = withInput('9\n', 'too', 'big', '-')
  assert.match(beside.stdout, /^AEROSPIKE_ERR_TIMEOUT 9 [^\n]+\n$/)
  assert.equal(beside.status, 1)
})

test('several words are looked up one by one if one looks like a code or a name', () => {
  for (const words of [
    ['ERR_TIMEUOT', 'ERR_CLUSTR'],
    ['TIMEUOT', 'big'],
    ['record', 'err_timeuot'],
    ['record', 'big', '31'],
    ['record', '-99'],
    ['record', '22/999'],
    ['99999999999', '88888888888'],
  ]) {
    const { stdout, stderr, status } = run('--json', ...words)
    assert.deepEqual(
      JSON.parse(stdout).map(({ query }) => query),
      words,
    )
    assert.equal(status, 1)
    assert.ok(!stderr.includes('by the words'), stderr)
  }
  assert.match(
    run('ERR_TIMEUOT', 'ERR_CLUSTR').stderr,
    /nearest names: AEROSPIKE_ERR_TIMEOUT.*\n.*nearest names: AEROSPIKE_ERR_CLUSTER/,
  )
  // One capital letter begins a sentence, and a word can have none.
  for (const words of [
    ['A', 'record', 'too', 'big'],
    ['record', '=', 'too', 'big'],
  ]) {
    assert.ok(run(...words).stderr.includes(`'${words.join(' ')}'`))
  }
})

test('several words of which some are known are looked up one by one, and a hint says to quote a text', () => {
  const hint = 'aerospike-status: if the words are one text, put it in quotes'
  for (const [words, known] of [
    [['get', 'failed', '9'], 'AEROSPIKE_ERR_TIMEOUT'],
    [['request', 'timeout'], 'AEROSPIKE_ERR_TIMEOUT'],
    [['my', 'forbid_truncated'], 'FORBID_TRUNCATED'],
  ]) {
    const { stdout, stderr, status } = run(...words)
    assert.ok(stdout.startsWith(known) && status === 1, stdout)
    assert.equal(helpers.linesOf(stderr).pop(), hint)
    assert.equal(helpers.linesOf(run('--json', ...words).stderr).pop(), hint)
  }
  assert.ok(run('UDF', 'not', 'foundd').stderr.includes(hint))
  for (const words of [['9', 'ERR_NONE'], ['9', 'timeout'], ['nope'], ['9', '99999999999'], ['9', 'err_none'], [TEXT, 'nope']]) {
    assert.ok(!run(...words).stderr.includes('in quotes'), words.join(' '))
  }
})

test('a word without a space is never a text', () => {
  const { stdout, stderr, status } = run('overload')
  assert.deepEqual([stdout, status], ['', 1])
  assert.match(stderr, /^aerospike-status: no release has a status called 'overload'; nearest names: /)
})

test('a message of the client, and a symptom, lead to their status first', () => {
  const { stdout, status } = run('--explain', 'Socket read failed: -4095')
  assert.deepEqual([stdout, status], [`${latest.explain('AEROSPIKE_ERR_ASYNC_CONNECTION')}\n`, 0])
  for (const words of [['Record too big'], ['Record', 'too', 'big']])
    assert.match(run(...words).stdout, /^AEROSPIKE_ERR_RECORD_TOO_BIG +13 /)
})
