'use strict'

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')
const { version } = require('../package.json')
const { lacks } = require('./machine')

const command = path.join(__dirname, '..', 'command.js')

/** What the command prints and how it ends. */
const run = (...args) => {
  const { stdout, stderr, status } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' })
  return { stdout, stderr, status }
}
const shell = (line) =>
  spawnSync('bash', ['-c', line], { encoding: 'utf8', env: { ...process.env, command, node: process.execPath } })
const lines = (text) => text.split('\n').slice(0, -1)

test('a code gives name, number and sentence, one line a meaning', () => {
  assert.deepEqual(run('602'), {
    stdout:
      'AEROSPIKE_ERR_RECORD_NOT_FOUND 602 Record does not exist in database. May be returned by read, or write with policy Exists.\n',
    stderr: '',
    status: 0,
  })
  assert.deepEqual(lines(run('501').stdout), [
    'AEROSPIKE_ERR_REQUEST_INVALID     501 Request protocol invalid, or invalid protocol field.',
    'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 501 Namespace in request not found on server.',
  ])
})

test('codes, negative ones included, and names go together, options before or after them', () => {
  const expected = [
    'AEROSPIKE_ERR_TIMEOUT       9 Request timed out.',
    'AEROSPIKE_ERR_TIMEOUT       9 Request timed out.',
    `AEROSPIKE_ERR_INVALID_NODE -8 ${aerospike.forRelease('6.7.1').describe(-8)}`,
  ]
  for (const args of [
    ['err_timeout', '9', '-8', '--release', '6.7.1'],
    ['--release', 'v6.7.1', 'AEROSPIKE_ERR_TIMEOUT', '9', '-8'],
    ['--release=6.7.1', '--', 'ERR_TIMEOUT', '9', '-8'],
  ]) {
    assert.deepEqual(run(...args), { stdout: `${expected.join('\n')}\n`, stderr: '', status: 0 })
  }
})

test('--list prints every status of a table, in columns', () => {
  for (const release of ['documented', '1.0.58', '6.7.1']) {
    const { stdout, status } = run('--list', '--release', release)
    const rows = lines(stdout).map((line) => line.match(/^(\S+) +(-?\d+) (.+)$/).slice(1))
    assert.deepEqual(
      rows,
      aerospike
        .forRelease(release)
        .list()
        .map(({ name, code, description }) => [name, String(code), description]),
    )
    const ends = lines(stdout).map((line) => line.match(/^\S+ +-?\d+ /)[0].length)
    assert.equal(new Set(ends).size, 1, 'the columns are aligned')
    assert.equal(status, 0)
  }
})

test('--search prints the statuses with every word of a text', () => {
  const { stdout, status } = run('--search', 'hot-key')
  assert.equal(stdout, 'AEROSPIKE_ERR_RECORD_BUSY 601 Too many concurrent requests for one record - a "hot-key" situation.\n')
  assert.equal(status, 0)
  assert.deepEqual(run('--search', 'no such words'), {
    stdout: '',
    stderr: "aerospike-status: no status in the documented table has 'no such words'\n",
    status: 1,
  })
})

test('--history prints the numbers a name had', () => {
  const { stdout, status } = run('--history', 'AEROSPIKE_ERR_TIMEOUT')
  assert.equal(stdout, 'AEROSPIKE_ERR_TIMEOUT 400 since 1.0.0 until 1.0.20\nAEROSPIKE_ERR_TIMEOUT   9 since 1.0.20\n')
  assert.equal(status, 0)
  const unknown = run('--history', 'ERR_NONE')
  assert.deepEqual(unknown, { stdout: '', stderr: "aerospike-status: no release has a status called 'ERR_NONE'\n", status: 1 })
})

test('--json prints what the module answers', () => {
  const json = (...args) => JSON.parse(run('--json', ...args).stdout)
  assert.deepEqual(json('602', 'ERR_TIMEOUT'), [aerospike.lookup(602), aerospike.lookup(400)])
  assert.deepEqual(json('501'), aerospike.lookupAll(501))
  assert.deepEqual(json('--list', '--release', '6.7.1'), aerospike.forRelease('6.7.1').list())
  assert.deepEqual(json('--search', 'record'), aerospike.search('record'))
  assert.deepEqual(json('--history', 'ERR_CONNECTION'), aerospike.history('ERR_CONNECTION'))
  const { stdout, status } = run('--json', '2', '602')
  assert.deepEqual([JSON.parse(stdout), status], [[aerospike.lookup(602)], 1])
})

test('what the table lacks is said on stderr, with the release that has it and the option to try', () => {
  const { stdout, stderr, status } = run('602', '2', '-8', '502', '999', 'ERR_LDT_INTERNAL', 'ERR_NONE', '99999999999')
  assert.match(stdout, /^AEROSPIKE_ERR_RECORD_NOT_FOUND 602 .*\n$/)
  assert.deepEqual(lines(stderr), [
    'aerospike-status: Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20); try --release 6.3.0',
    'aerospike-status: Unknown status code -8 (AEROSPIKE_ERR_INVALID_NODE since 2.0.0); try --release 6.3.0',
    'aerospike-status: Unknown status code 502 (AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 1.0.0-1.0.19); try --release 1.0.16',
    'aerospike-status: Unknown status code 999',
    "aerospike-status: no status 'ERR_LDT_INTERNAL' in the documented table; 1400 since 1.0.34 until 3.0.0; try --release 2.4.0",
    "aerospike-status: no status 'ERR_NONE' in the documented table",
    "aerospike-status: no status '99999999999' in the documented table",
  ])
  assert.equal(status, 1)
  assert.equal(run('--release', '6.3.0', '2').status, 0)
  assert.match(run('--release', '6.7.1', 'ERR_THROTTLED').stderr, /no status 'ERR_THROTTLED' in the table of 6\.3\.0; 401 since/)
})

test('wrong usage exits with 2 and says what to do', () => {
  for (const [args, message] of [
    [[], /give a code, a name or an option/],
    [['--no-such-option'], /Unknown option '--no-such-option'/],
    [['--release'], /--release/],
    [['--search'], /--search/],
    [['--release', 'x', '602'], /--release must be documented, or a release from 1\.0\.0 on as X\.Y\.Z, not 'x'/],
    [['--release', '-8', '602'], /not '-8'/],
    [['--list', '602'], /list and codes or names do not go together/],
    [['--list', '--search', 'x'], /list and search do not go together/],
  ]) {
    const { stdout, stderr, status } = run(...args)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.match(stderr, /^aerospike-status: .+\nTry 'aerospike-status --help'\.\n$/)
    assert.equal(status, 2)
  }
})

test('--help is one screen with three examples, which work; --version is that of the package', () => {
  const { stdout, stderr, status } = run('--help')
  assert.deepEqual([stderr, status], ['', 0])
  assert.ok(lines(stdout).length <= 24 && lines(stdout).every((line) => line.length <= 80), 'one screen of 24 by 80')
  const examples = lines(stdout).filter((line) => line.startsWith('  aerospike-status '))
  assert.equal(examples.length, 3)
  for (const example of examples) assert.equal(run(...example.trim().split(' ').slice(1)).status, 0)
  assert.deepEqual(run('-h'), run('--help'))
  assert.deepEqual(run('--version'), { stdout: `${version}\n`, stderr: '', status: 0 })
})

test('a closed pipe is silent, and a pipe loses nothing', { skip: lacks('bash') }, () => {
  const closed = shell(
    'set -o pipefail; for n in 1 2 3 4 5; do "$node" "$command" --list --release 6.7.1 --json | head -n 1; done',
  )
  assert.deepEqual([closed.stdout, closed.stderr], ['[\n'.repeat(5), ''])
  const whole = shell('"$node" "$command" --list --release 6.7.1 --json | cat')
  assert.deepEqual(JSON.parse(whole.stdout), aerospike.forRelease('6.7.1').list())
  // `true` has ended long before Node writes.
  const early = shell('"$node" "$command" --list | true; echo "${PIPESTATUS[0]}"')
  assert.deepEqual([early.stdout, early.stderr], ['0\n', ''])
  const gone = shell('"$node" "$command" 2 3 4 2>&1 >/dev/null | true')
  assert.equal(gone.stderr, '')
})

const noFullDevice = !fs.existsSync('/dev/full') && 'there is no /dev/full here'

test('what cannot be written is said without a stack trace', { skip: noFullDevice || lacks('bash') }, () => {
  const { stderr, status } = shell('"$node" "$command" --list >/dev/full')
  assert.equal(stderr, 'aerospike-status: ENOSPC: no space left on device, write\n')
  assert.equal(status, 1)
})

test('output has no colour, wherever it goes', () => {
  const coloured = spawnSync(process.execPath, [command, '602'], { encoding: 'utf8', env: { ...process.env, FORCE_COLOR: '3' } })
  assert.equal(coloured.stdout, run('602').stdout)
})

test('a Node without parseArgs is told which one is needed', () => {
  const script = `require('util').parseArgs = undefined; process.argv = ['', '', '602']; require(${JSON.stringify(command)})`
  const { stdout, stderr, status } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' })
  assert.deepEqual([stdout, status], ['', 2])
  assert.match(stderr, /this command needs Node 18\.3 or newer, and this is v\d+\.\d+\.\d+\. The module itself runs on it\./)
})
