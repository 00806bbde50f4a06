'use strict'

// Tests `npm run release:read` with real packages, about 400 MB. Run it on its own: it needs no installed client, and run.js, which sets CLIENT,
// would run it once per client. __test__/release-read.test.js uses made-up packages.

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const { once } = require('node:events')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')
const { after, describe, test } = require('node:test')

const root = path.join(__dirname, '..')
const { releases, statuses } = require('../data/numbers.json')

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'release-read-test-'))
after(() => fs.rmSync(work, { recursive: true, force: true }))

/** Makes npm use one cache, so it downloads each package once. */
const withCache = { npm_config_cache: path.join(work, 'npm-cache') }

/** Runs release:read in a checkout, and asserts that it leaves nothing behind. */
function read(args, { checkout = root, env = withCache } = {}) {
  const temporary = fs.mkdtempSync(path.join(work, 'tmp-'))
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [path.join(checkout, 'scripts', 'release-read', 'release-read.js'), ...args],
    {
      cwd: checkout,
      encoding: 'utf8',
      env: { ...process.env, TMPDIR: temporary, TEMP: temporary, ...env },
    },
  )
  assert.deepEqual(
    fs.readdirSync(temporary).filter((file) => file.startsWith('release-read-')),
    [],
  )
  return { status, stdout, stderr }
}

function assertUnreadable({ status, stdout, stderr }, message) {
  assert.match(stderr, message)
  assert.match(stderr, /^release:read: .*\n$/)
  assert.equal(stdout, '')
  assert.equal(status, 2)
}

/** A checkout with the scripts, and with the data from before a release. */
function checkoutBefore(release) {
  const copy = path.join(work, `before-${release}`)
  for (const entry of ['data', 'scripts', 'package.json', '.prettierrc.json', '.editorconfig']) {
    fs.cpSync(path.join(root, entry), path.join(copy, entry), { recursive: true })
  }
  fs.symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction')
  fs.writeFileSync(path.join(copy, 'data', 'numbers.json'), JSON.stringify(numbersBefore(release)))
  return copy
}

/** The contents of data/numbers.json without a release and all later ones. */
function numbersBefore(release) {
  const end = releases.indexOf(release)
  const isBefore = (other) => other !== undefined && releases.indexOf(other) < end
  const known = Object.entries(statuses).map(([name, spans]) => [
    name,
    spans.filter(({ since }) => isBefore(since)).map(({ until, ...span }) => (isBefore(until) ? { ...span, until } : span)),
  ])
  return { releases: releases.slice(0, end), statuses: Object.fromEntries(known.filter(([, spans]) => spans.length > 0)) }
}

/** The spans of the numbers that releases export, sorted by name. */
const exportedSpans = ({ statuses }) =>
  Object.entries(statuses)
    .map(([name, spans]) => [name, spans.filter((span) => span.export !== 'none')])
    .filter(([, spans]) => spans.length > 0)
    .sort()

const skip = process.env.CLIENT ? 'it needs no client: node --test release-read.test.js' : false

describe('release:read', { skip }, () => {
  test('reading a release that is in the data changes nothing', () => {
    for (const version of ['6.6.1', '6.7.1']) {
      const { status, stdout, stderr } = read([version])
      assert.equal(stdout, `aerospike@${version} is in data/ already: nothing to do.\n`, stderr)
      assert.equal(status, 0)
    }
  })

  test('data from before 6.0.0 gets what 6.0.0 exports', () => {
    const copy = checkoutBefore('6.0.0')
    const { status, stdout, stderr } = read(['6.0.0', '--write'], { checkout: copy })
    assert.equal(status, 0, stderr)
    const written = JSON.parse(fs.readFileSync(path.join(copy, 'data', 'numbers.json'), 'utf8'))
    const next = releases[releases.indexOf('6.0.0') + 1]
    assert.equal(written.releases.at(-1), '6.0.0')
    assert.deepEqual(exportedSpans(written), exportedSpans(numbersBefore(next)))
    assert.match(stdout, /^ {4}explanations\/AEROSPIKE_MRT_BLOCKED\.md/m)
  })

  test('a release that the registry lacks, or that has no binding', () => {
    assertUnreadable(read(['6.999.0']), /can't fetch aerospike@6\.999\.0: /)
    // 3.16.7 is the last release without a binding.
    assertUnreadable(read(['3.16.7']), /aerospike@3\.16\.7 has no binding for this machine/)
  })

  test('a binding that hangs', () => {
    const folder = path.join(work, 'hangs')
    const binding = path.join(folder, 'lib', 'binding', `node-v${process.versions.modules}-${process.platform}-${process.arch}`)
    fs.mkdirSync(binding, { recursive: true })
    fs.writeFileSync(path.join(binding, 'aerospike.node'), '')
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'aerospike', version: '6.9.0' }))
    fs.writeFileSync(path.join(folder, 'lib', 'status.js'), 'for (;;);')
    assertUnreadable(read([folder]), /still running after \d+ s/)
  })

  test("a registry that doesn't answer", async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address()
    server.close()
    await once(server, 'close')
    const env = {
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: '0',
      npm_config_cache: path.join(work, 'no-cache'),
    }
    assertUnreadable(read(['latest'], { env }), /can't fetch aerospike@latest: .*ECONNREFUSED/)
  })
})
