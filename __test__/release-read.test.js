'use strict'

// Runs `npm run release:read` in a copy of this checkout, with made-up packages. integration/release-read.test.js uses real ones.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { beforeEach, test } = require('node:test')
const { forRelease } = require('..')
const { root, runNode, scratchFolder } = require('./helpers')

const numbers = require('../data/numbers.json')
const stockSentences = require('../data/stock-sentences.json')

const work = scratchFolder()

const newest = numbers.releases[numbers.releases.length - 1]
const next = newest.replace(/\d+$/, (patch) => Number(patch) + 1)
const { status } = forRelease(newest)

let checkout
beforeEach(() => {
  checkout = fs.mkdtempSync(path.join(work, 'checkout-'))
  for (const entry of ['data', 'scripts', 'package.json', '.prettierrc.json', '.editorconfig']) {
    fs.cpSync(path.join(root, entry), path.join(checkout, entry), { recursive: true })
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(checkout, 'node_modules'), 'junction')
})

const file = (name) => path.join(checkout, 'data', name)
const dataOf = (name) => JSON.parse(fs.readFileSync(file(name), 'utf8'))
const spansOf = (name) => dataOf('numbers.json').statuses[name]

const read = (...args) => runNode([path.join(checkout, 'scripts', 'release-read', 'release-read.js'), ...args], { cwd: checkout })

/** Creates a package whose `aerospike.status` has these numbers. Its binding is never loaded. */
function clientWith(status, { version = next, texts = {}, script, binding = `node-v${process.versions.modules}` } = {}) {
  const folder = fs.mkdtempSync(path.join(work, 'client-'))
  const bindingFolder = path.join(folder, 'lib', 'binding', `${binding}-${process.platform}-${process.arch}`)
  fs.mkdirSync(bindingFolder, { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'aerospike', version }))
  fs.writeFileSync(path.join(bindingFolder, 'aerospike.node'), 'never loaded')
  const exported = `module.exports = ${JSON.stringify(status)}
    module.exports.getMessage = (code) => (${JSON.stringify(texts)})[code] || 'Unknown status message ' + code`
  fs.writeFileSync(path.join(folder, 'lib', 'status.js'), script === undefined ? exported : script)
  return folder
}

const without = (name) => {
  const rest = { ...status }
  delete rest[name]
  delete rest[name.replace('AEROSPIKE_', '')]
  return rest
}
const withStatus = (name, code) => ({ ...status, [name]: code, [name.replace('AEROSPIKE_', '')]: code })

function assertRefused(result, message, exitCode = 2) {
  assert.match(result.stderr, message)
  assert.match(result.stderr, /^release:read: .+\n$/)
  assert.equal(result.stdout, '')
  assert.equal(result.status, exitCode)
}

const assertUnchanged = () =>
  assert.deepEqual([dataOf('numbers.json'), dataOf('stock-sentences.json')], [numbers, stockSentences])

test('does nothing for a known release', () => {
  const { status: exitCode, stdout } = read(clientWith(status, { version: newest }), '--write')
  assert.equal(stdout, `aerospike@${newest} is in data/ already: nothing to do.\n`)
  assert.equal(exitCode, 0)
  assert.equal(
    fs.readFileSync(file('numbers.json'), 'utf8'),
    fs.readFileSync(path.join(root, 'data', 'numbers.json'), 'utf8').replace(/\r\n/g, '\n'),
  )
})

test('adds a new release with the same numbers, but only with --write', () => {
  const client = clientWith(status)
  assert.equal(read(client).status, 1)
  assertUnchanged()
  assert.equal(read(client, '--write').status, 0)
  assert.deepEqual(dataOf('numbers.json'), { ...numbers, releases: [...numbers.releases, next] })
  assert.match(read(client).stdout, /nothing to do/)
})

test('adds the number and the stock sentence of a new status, and prints the rows to write', () => {
  const text = 'Request timed out. Can be triggered by client or server.'
  const { stdout } = read(clientWith(withStatus('AEROSPIKE_NEW', 4711), { texts: { 4711: text } }), '--write')
  assert.deepEqual(spansOf('AEROSPIKE_NEW'), [{ code: 4711, since: next }])
  const { wordings } = dataOf('stock-sentences.json')
  assert.deepEqual(wordings.AEROSPIKE_NEW, wordings.AEROSPIKE_ERR_TIMEOUT)
  for (const line of ['    Category AEROSPIKE_NEW', '    explanations/AEROSPIKE_NEW.md', JSON.stringify(text), '--c-client'])
    assert.ok(stdout.includes(line), stdout)
})

test('reads a changed number, a removed name, and a newly exported name', () => {
  const changed = { ...without('AEROSPIKE_ERR_SERVER'), ERR_TIMEOUT: 4712, AEROSPIKE_ERR_TIMEOUT: 4712 }
  Object.assign(changed, { INVALID_ENCODING: 29, AEROSPIKE_INVALID_ENCODING: 29 })
  read(clientWith(changed), '--write')
  assert.deepEqual(spansOf('AEROSPIKE_ERR_TIMEOUT').slice(1), [
    { code: 9, since: '1.0.20', until: next },
    { code: 4712, since: next },
  ])
  assert.deepEqual(spansOf('AEROSPIKE_ERR_SERVER').slice(1), [{ code: 1, since: '1.0.20', until: next }])
  assert.deepEqual(spansOf('AEROSPIKE_INVALID_ENCODING'), [
    { code: 29, since: '1.0.28', until: next, export: 'none' },
    { code: 29, since: next },
  ])
})

test('inserts a release between others, and changes no later one', () => {
  read(clientWith(without('AEROSPIKE_ERR_SERVER'), { version: '6.5.0' }), '--write')
  const { releases } = dataOf('numbers.json')
  assert.deepEqual(releases.slice(releases.indexOf('6.4.0'), releases.indexOf('6.7.1')), ['6.4.0', '6.5.0', '6.6.1'])
  assert.deepEqual(spansOf('AEROSPIKE_ERR_SERVER').slice(1), [
    { code: 1, since: '1.0.20', until: '6.5.0' },
    { code: 1, since: '6.6.1' },
  ])
})

/** Creates a checkout of a C client with this header and these calls. */
function cClientWith(header, calls = '') {
  const folder = fs.mkdtempSync(path.join(work, 'c-client-'))
  const [include, main] = ['include', 'main'].map((name) => path.join(folder, 'src', name, 'aerospike'))
  for (const part of [include, main]) fs.mkdirSync(part, { recursive: true })
  fs.writeFileSync(path.join(include, 'as_status.h'), header)
  fs.writeFileSync(path.join(main, 'version.c'), 'char* aerospike_client_version = "99.0.0";')
  fs.writeFileSync(path.join(main, 'as_command.c'), calls)
  return folder
}

const HEADER = '  AEROSPIKE_OK = 0,\n\tAEROSPIKE_ERR = -1,\n\tAEROSPIKE_HIDDEN = -98, // not exported\n'

test('with --c-client, adds numbers that are not exported, and ends those that the header no longer defines', () => {
  const { stdout } = read(clientWith(without('AEROSPIKE_METRICS_CONFLICT')), '--c-client', cClientWith(HEADER), '--write')
  assert.deepEqual(spansOf('AEROSPIKE_HIDDEN'), [{ code: -98, since: next, export: 'none' }])
  assert.deepEqual(spansOf('AEROSPIKE_METRICS_CONFLICT'), [{ code: -20, since: '6.3.0', until: next }])
  // -1 is exported as AEROSPIKE_ERR_CLIENT, and servers send 29.
  assert.deepEqual(spansOf('AEROSPIKE_ERR'), numbers.statuses.AEROSPIKE_ERR)
  assert.deepEqual(spansOf('AEROSPIKE_INVALID_ENCODING'), numbers.statuses.AEROSPIKE_INVALID_ENCODING)
  assert.doesNotMatch(stdout, /run this again/)
  assertRefused(read(clientWith(status), '--c-client', cClientWith('int main() {}')), /as_status\.h defines no status/)
  assertRefused(read(clientWith(status), '--c-client', work), /there is no .*as_status\.h/)
})

test('with --c-client, adds the messages that the C client sets beside a status', () => {
  const calls = `
    as_error_update(err, AEROSPIKE_ERR_TIMEOUT, "%s waited for zebras" " and okapis: %" PRIu64 " ms", a, b);
    as_error_set_message(&err,
      AEROSPIKE_ERR_TIMEOUT, "Zebra");
    // as_error_set_message(err, AEROSPIKE_ERR_TIMEOUT, "A comment about zebras");`
  const { stdout } = read(clientWith(status), '--c-client', cClientWith(HEADER, calls), '--write')
  const added = dataOf('messages.json').messages.AEROSPIKE_ERR_TIMEOUT.filter(({ since }) => since === '99.0.0')
  assert.deepEqual(
    added.map(({ hash, ...rest }) => ({ ...rest, hash: hash.length })),
    [{ words: 5, hash: 16, since: '99.0.0', last: '99.0.0', source: 'C client' }],
  )
  assert.match(stdout, /1 messages are new/)
})

test('reports file and line of data that is malformed or contradicts the client, and changes nothing', () => {
  const text = fs.readFileSync(file('numbers.json'), 'utf8')
  const lineOf = (part) => text.split('\n').findIndex((line) => line.includes(part)) + 1
  const line = lineOf('"AEROSPIKE_METRICS_CONFLICT"')
  for (const [from, to, message] of [
    ['"since": "6.3.0" }', '"since": "6.3.0"', `data/numbers\\.json:${line}: .*JSON`],
    ['"since": "6.3.0"', '"since": "6.3.1"', `data/numbers\\.json:${line}: .* unknown releases`],
    ['"since": "6.3.0"', '"since": "6.3.0", "until": "6.2.0"', `data/numbers\\.json:${line}: .* ends before it begins`],
    [
      '{ "code": -20,',
      '{ "code": -21,',
      `data/numbers\\.json:${line}: AEROSPIKE_METRICS_CONFLICT is -21 in ${newest} here, but -20 in `,
    ],
  ]) {
    assert.ok(text.includes(from))
    const broken = text.replace(from, to)
    fs.writeFileSync(file('numbers.json'), broken)
    assertRefused(read(clientWith(status, { version: newest }), '--write'), new RegExp(message))
    assert.equal(fs.readFileSync(file('numbers.json'), 'utf8'), broken)
  }
})

test("refuses a package that it can't read, and an invalid release", () => {
  const cases = [
    [clientWith(status, { binding: 'node-v1' }), /has no binding for this machine/],
    [clientWith({}), /has no numbers/],
    [clientWith(status, { script: 'throw new Error("one\\ntwo")' }), /can't load aerospike@.*: one$/m],
    ...(process.platform === 'win32' ? [] : [[clientWith(status, { script: 'process.abort()' }), /ended by SIG/]]),
    [clientWith({ 'A\nB': 1 }), /isn't a name of a status/],
    [clientWith(status, { version: `${newest}-rc.1` }), /isn't a release/],
    [clientWith({ ...status, ERR_TIMEOUT: 10 }), /exports AEROSPIKE_ERR_TIMEOUT as 9 and ERR_TIMEOUT as 10/],
    [work, /is neither a release/],
    ['6.7', /is neither a release/],
    ['^6.7.1', /is neither a release/],
    ['', /is neither a release|not aerospike/],
    ['--force', /--force/],
  ]
  for (const [release, message] of cases) assertRefused(read(release), message)
  assertRefused(read(), /pass one release/)
  assertRefused(read('6.7.1', '6.6.1'), /pass one release/)
  assertUnchanged()
})
