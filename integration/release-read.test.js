'use strict'

// `npm run release:read` with real packages, some 400 MB of them, and with made ones. Run by itself: it needs no client installed, and
// run.js, which sets CLIENT, would run it once for each.

const assert = require('node:assert/strict')
const { execFileSync, spawnSync } = require('node:child_process')
const { once } = require('node:events')
const fs = require('node:fs')
const net = require('node:net')
const os = require('node:os')
const path = require('node:path')
const { after, describe, test } = require('node:test')

const root = path.join(__dirname, '..')
const { forRelease } = require('..')
const { releases: listed } = require('../scripts/checkout')
const { compareReleases } = require('../scripts/spans')
const loadAddon = require('../scripts/load-addon')

const work = fs.mkdtempSync(path.join(os.tmpdir(), 'release-read-test-'))
after(() => fs.rmSync(work, { recursive: true, force: true }))

const made = (name) => {
  const folder = path.join(work, name)
  fs.mkdirSync(folder, { recursive: true })
  return folder
}

/** What npm keeps of a package that was downloaded, so that each is so once. */
const cached = { npm_config_cache: path.join(work, 'npm-cache') }

const releases = listed()
const bindingFolder = `node-v${process.versions.modules}-${process.platform}-${process.arch}`

/** Runs it in a checkout, and looks that nothing of it is left behind. */
function read(wanted, { checkout = root, env = cached } = {}) {
  const temporary = fs.mkdtempSync(path.join(work, 'tmp-'))
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(checkout, 'scripts', 'release-read.js'), ...wanted], {
    cwd: checkout,
    encoding: 'utf8',
    env: { ...process.env, TMPDIR: temporary, TEMP: temporary, ...env },
  })
  const left = fs.readdirSync(temporary).filter((file) => file.startsWith('release-read-'))
  assert.deepEqual(left, [])
  return { status, stdout, stderr }
}

function assertNothingToDo({ status, stdout, stderr }, version) {
  assert.equal(stdout, `aerospike@${version} is known, and the table agrees with it: nothing to do.\n`, stderr)
  assert.equal(stderr, '')
  assert.equal(status, 0)
}

function assertUnreadable({ status, stdout, stderr }, message) {
  assert.match(stderr, message)
  assert.equal(stderr.trimEnd().split('\n').length, 1, stderr)
  assert.match(stderr, /^release:read: /)
  assert.equal(stdout, '')
  assert.equal(status, 2)
}

/** Downloads and unpacks a package. */
function unpacked(version) {
  const folder = made(`aerospike-${version}`)
  const options = { cwd: folder, env: { ...process.env, ...cached }, stdio: 'ignore' }
  execFileSync('npm', ['pack', `aerospike@${version}`, '--ignore-scripts'], options)
  execFileSync('tar', ['-xzf', `aerospike-${version}.tgz`], options)
  return path.join(folder, 'package')
}

// --- A checkout of before a release ---

const isSince = (release) => (text) => compareReleases(text, release) >= 0

/** A row of src/status.rs: its name, and the lines of its spans. */
const ROW = /^ {4}\w+(?: \+ transient)? (\w+)\n {8}"[^]*?\n( {8}-?\d+ since [^;]*;\n)/gm

/** The rows of src/status.rs as they would be without what is known since a release. */
function cutRows(text, release) {
  const isCut = isSince(release)
  return text.replace(ROW, (row, name, spans) => {
    const left = spans
      .slice(0, -2)
      .split(/,(?=\s)/)
      .filter((span) => !isCut(span.match(/since "(.+?)"/)[1]))
      .map((span) => span.replace(/ until "(.+?)"/, (until, end) => (isCut(end) ? '' : until)))
    return left.length === 0 ? '' : row.replace(spans, () => `${left.join(',')};\n`)
  })
}

const cutReleases = (text, release) =>
  text.replace(/ *"(\d+\.\d+\.\d+)"/g, (literal, text) => (isSince(release)(text) ? '' : literal))

/** Without the sentences of the names that have no row any more. */
const cutStock = (text, rows) => text.replace(/^ {4}\("(\w+)", 0x\w+\),\n/gm, (line, name) => (rows.has(name) ? line : ''))

/** Each name is a line of status-history.json. */
function cutFacts(text, release) {
  const isCut = isSince(release)
  const lines = text.split('\n').flatMap((line) => {
    if (line.startsWith(' "releases"')) return line.replace(/, "([\d.]+)"/g, (item, known) => (isCut(known) ? '' : item))
    if (!/^ +"\w+": \[\{/.test(line)) return line
    const [head, ranges] = line.match(/^( +"\w+": )(\[.*\])/).slice(1)
    const left = JSON.parse(ranges).filter(({ since }) => !isCut(since))
    const texts = left.map(({ code, since, until }) => {
      const end = until === undefined || isCut(until) ? '' : `, "until": "${until}"`
      return `{ "code": ${code}, "since": "${since}"${end} }`
    })
    return left.length === 0 ? [] : `${head}[${texts.join(', ')}],`
  })
  return lines.join('\n').replace(/,(\n +\})/g, '$1')
}

/** A line of unexported.json is a name with a number. */
const cutUnexportedFacts = (text, release) => {
  const isCut = isSince(release)
  const lines = text.split('\n').flatMap((line) => {
    if (!line.includes('"spans": ')) return line
    const { spans } = JSON.parse(line.replace(/,$/, ''))
    const left = spans
      .filter(({ since }) => !isCut(since))
      .map(({ since, until }) => {
        const end = until === undefined || isCut(until) ? '' : `, "until": "${until}"`
        return `{"since": "${since}"${end}}`
      })
    return left.length === 0 ? [] : line.replace(/"spans": \[.*\]/, () => `"spans": [${left.join(', ')}]`)
  })
  return lines.join('\n').replace(/,(\n\])/, '$1')
}

/** The lines of the spans by the names of the rows. */
const rowsOf = (text) => new Map(Array.from(text.matchAll(ROW), ([, name, spans]) => [name, spans.trimEnd()]))

const source = (checkout, file) => fs.readFileSync(path.join(checkout, file), 'utf8')
const NOT_COPIED = new Set(['node_modules', 'target', '.git', 'bench', 'integration', 'runtimes'])

/** A copy of this checkout that knows nothing since a release, with an addon built from it. */
function checkoutBefore(release) {
  const copy = path.join(work, `before-${release}`)
  fs.cpSync(root, copy, { recursive: true, filter: (file) => !NOT_COPIED.has(path.basename(file)) })
  const change = (file, cut) => fs.writeFileSync(path.join(copy, file), cut(source(copy, file)))
  change('src/status.rs', (text) => cutRows(text, release))
  change('src/release.rs', (text) => cutReleases(text, release))
  const left = rowsOf(source(copy, 'src/status.rs'))
  change('src/stock.rs', (text) => cutStock(text, left))
  change('__test__/data/status-history.json', (text) => cutFacts(text, release))
  change('__test__/data/unexported.json', (text) => cutUnexportedFacts(text, release))

  // Kept for the next time, but apart: cargo takes two checkouts for one where they share a folder, and each other's addon for built.
  const env = { ...process.env, CARGO_TARGET_DIR: path.join(root, 'target', 'release-read') }
  const napi = path.join(root, 'node_modules', '.bin', 'napi')
  execFileSync(napi, ['build', '--platform', '--no-js'], { cwd: copy, env, stdio: 'ignore' })
  return copy
}

/** The lines of one text that another has not. */
const linesNotIn = (other, text) => {
  const known = new Set(other.split('\n'))
  return text.split('\n').filter((line) => !known.has(line))
}

// --- Made packages ---

/** A package whose `aerospike.status` is as told, with this project's own addon as the binding that must load. */
function madePackage(name, version, script, { place = bindingFolder, binding = ownAddon } = {}) {
  const folder = made(name)
  fs.mkdirSync(path.join(folder, 'lib', 'binding', place), { recursive: true })
  fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: 'aerospike', version }))
  fs.writeFileSync(path.join(folder, 'lib', 'status.js'), `require('bindings')('aerospike.node')\n${script}`)
  fs.writeFileSync(path.join(folder, 'lib', 'binding', place, 'aerospike.node'), binding)
  return folder
}

const ownAddon = fs.readFileSync(
  path.join(
    root,
    fs.readdirSync(root).find((file) => file.endsWith('.node')),
  ),
)
const newest = releases.at(-1)
const nextRelease = newest.replace(/\d+$/, (patch) => Number(patch) + 1)

const holding = (status, texts = {}) => `module.exports = ${JSON.stringify(status)}
const texts = ${JSON.stringify(texts)}
module.exports.getMessage = (code) => texts[code] || 'Unknown status message ' + code
`

// --- The tests ---

const skip = process.env.CLIENT ? 'it needs no client: node --test release-read.test.js' : false

describe('release:read', { skip }, () => {
  test('a release that the table knows needs nothing', () => {
    assertNothingToDo(read(['6.6.1']), '6.6.1')
    assertNothingToDo(read(['6.7.1']), '6.7.1')
  })

  test('a checkout of before 6.0.0 is told the lines of 6.0.0, but for the sentences', () => {
    const release = '6.0.0'
    const [before, next] = [-1, 1].map((way) => releases[releases.indexOf(release) + way])
    const folder = unpacked(release)
    assertNothingToDo(read([folder]), release)

    const copy = checkoutBefore(release)
    const { status, stdout, stderr } = read([folder], { checkout: copy })
    assert.equal(stderr, '')
    assert.equal(status, 1)
    const told = (file) => linesNotIn(source(copy, file), stdout)

    // Rows, but for those that are unexported in this release: they stand in no package.
    const hadRows = rowsOf(source(copy, 'src/status.rs'))
    const rows = [...rowsOf(cutRows(source(root, 'src/status.rs'), next))]
    const cut = rows.filter(([name, spans]) => spans !== hadRows.get(name) && !/ since "6\.0\.0" \(unexported\);$/.test(spans))
    const rowLines = cut.flatMap(([name, spans]) => [hadRows.has(name) ? '' : `    Category ${name}`, ...spans.split('\n')])
    assert.ok(cut.length > 5)
    assert.deepEqual(
      told('src/status.rs')
        .filter((line) => /^ {4}Category \w+$|^ {8}-?\d+ since "/.test(line))
        .sort(),
      linesNotIn(source(copy, 'src/status.rs'), rowLines.join('\n')).sort(),
    )

    assert.ok(stdout.includes(`src/release.rs, in the list after "${before}":\n    "${release}"\n`))

    // Sentences: those of the new names that 6.0.0 has; later ones have others.
    const sentences = told('src/stock.rs').filter((line) => /^ {4}\("/.test(line))
    assert.ok(sentences.length > 5)
    assert.deepEqual(linesNotIn(source(root, 'src/stock.rs'), sentences.join('\n')), [])
    assert.deepEqual(sentences, sentences.toSorted())

    // Facts. The last line of a list has no comma. What is unexported from here on stands in no package.
    const facts = '__test__/data/status-history.json'
    const unexported = '__test__/data/unexported.json'
    const factLines = (text) =>
      text
        .replaceAll(/,$/gm, '')
        .split('\n')
        .filter((line) => /^ +\{?"\w+": .*\}\]\}?$/.test(line))
    const had = new Set([...factLines(source(copy, facts)), ...factLines(source(copy, unexported))])
    const newFacts = (...texts) =>
      texts
        .flatMap(factLines)
        .filter((line) => !had.has(line))
        .sort()
    const ofBoth = newFacts(cutFacts(source(root, facts), next), cutUnexportedFacts(source(root, unexported), next))
    assert.deepEqual(
      newFacts(stdout),
      ofBoth.filter((line) => !line.includes(`"spans": [{"since": "${release}"`)),
    )
    assert.ok(stdout.includes(`${facts}, in "releases" after "${before}":\n    , "${release}"\n`))
  })

  const { status } = forRelease(newest)

  test('a release without changes is told its place in the list', () => {
    const { status: exitCode, stdout, stderr } = read([madePackage('same', nextRelease, holding(status))])
    assert.equal(stderr, '')
    assert.equal(exitCode, 1)
    assert.ok(
      stdout.startsWith(`aerospike@${nextRelease}: lines to add\n\nNothing new: the table agrees with it.\n\nsrc/release.rs, `),
    )
    assert.ok(stdout.includes(`after "${newest}":\n    "${nextRelease}"\n`))
    assert.doesNotMatch(stdout, /^src\/(status|stock)\.rs/m)
    assert.match(stdout, /as_status\.h/)
  })

  test('a status that is new, one with another number, one that is gone, and one that was not exported', () => {
    const changed = { ...status, NEW: 4711, AEROSPIKE_NEW: 4711, ERR_TIMEOUT: 4712, AEROSPIKE_ERR_TIMEOUT: 4712 }
    delete changed.ERR_SERVER
    delete changed.AEROSPIKE_ERR_SERVER
    const unexported = forRelease(newest)
      .list()
      .find(({ name, exported }) => name.startsWith('AEROSPIKE_') && !exported)
    if (unexported) changed[unexported.name] = changed[unexported.name.replace('AEROSPIKE_', '')] = unexported.code

    const texts = { 4711: 'A sentence of the client.' }
    const { stdout, stderr } = read([madePackage('changed', nextRelease, holding(changed, texts))])
    assert.equal(stderr, '')
    assert.ok(stdout.includes(`\n\nStatuses: 1 new, ${unexported ? 2 : 1} changed, 1 gone.\n\n`))
    assert.match(stdout, new RegExp(`^ {4}Category AEROSPIKE_NEW\n {8}".*[^.]"\n {8}4711 since "${nextRelease}";$`, 'm'))
    assert.match(stdout, /^ {4}AEROSPIKE_NEW: "A sentence of the client."$/m)
    assert.match(stdout, /^ {4}explanations\/AEROSPIKE_NEW\.md$/m)
    assert.ok(stdout.includes(`    ${loadAddon().missingStockSentence('AEROSPIKE_NEW', texts[4711]).trim()}\n`))
    assert.ok(stdout.includes(`  "AEROSPIKE_NEW": [{ "code": 4711, "since": "${nextRelease}" }],\n`))

    const known = rowsOf(source(root, 'src/status.rs'))
    const insteadOf = (name, ending) => {
      const spans = known.get(name)
      assert.ok(
        stdout.includes(`Instead of\n${spans}\nput\n${spans.replace(/( \(unexported\))?;$/, (_, how = '') => ending(how))};\n`),
        name,
      )
    }
    insteadOf('AEROSPIKE_ERR_TIMEOUT', () => ` until "${nextRelease}", 4712 since "${nextRelease}"`)
    insteadOf('AEROSPIKE_ERR_SERVER', () => ` until "${nextRelease}"`)
    if (unexported)
      insteadOf(unexported.name, (how) => ` until "${nextRelease}"${how}, ${unexported.code} since "${nextRelease}"`)
    assert.match(stdout, /^AEROSPIKE_ERR_SERVER: where the header has it still, .* 1 since ".*" \(unexported\)$/m)
  })

  test('a version that is none, or that the registry lacks', () => {
    for (const wanted of ['6.7', 'x', '^6.7.1', '06.7.1', '', work])
      assertUnreadable(read([wanted]), / no release | not aerospike/)
    for (const wanted of [[], ['6.6.1', '6.7.1'], ['--force']]) assertUnreadable(read(wanted), /release/)
    assertUnreadable(read(['6.999.0']), /aerospike@6\.999\.0 could not be fetched: /)
  })

  test('a package without a binding that this machine can load', () => {
    // 3.16.7 is the last one that came without any.
    assertUnreadable(read(['3.16.7']), new RegExp(`aerospike@3\\.16\\.7 has no binding for this machine \\(${bindingFolder}\\)`))
    const other = madePackage('other', nextRelease, holding(status), { place: 'node-v1-amiga-m68k' })
    assertUnreadable(read([other]), /has no binding for this machine/)
    const broken = madePackage('broken', nextRelease, holding(status), { binding: 'not a library' })
    assertUnreadable(read([broken]), /could not be loaded: /)
  })

  test('a package that is not what it should be', () => {
    assertUnreadable(read([madePackage('empty', nextRelease, '')]), /holds no number/)
    assertUnreadable(read([madePackage('throws', nextRelease, 'throw new Error("one\\ntwo")')]), /could not be loaded: one$/m)
    assertUnreadable(read([madePackage('crashes', nextRelease, 'process.abort()')]), /ended by SIG/)
    assertUnreadable(read([madePackage('hangs', nextRelease, 'for (;;);')]), /no end after \d+ s/)
    assertUnreadable(read([madePackage('lines', nextRelease, holding({ 'A\nB': 1 }))]), /is no name of a status/)
    assertUnreadable(read([madePackage('early', `${newest}-rc.1`, holding(status))]), /is no release/)
  })

  test('a registry that does not answer', async () => {
    const server = net.createServer().listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address()
    server.close()
    await once(server, 'close')
    const env = {
      npm_config_registry: `http://127.0.0.1:${port}/`,
      npm_config_fetch_retries: '0',
      npm_config_cache: made('no-cache'),
    }
    assertUnreadable(read(['latest'], { env }), /aerospike@latest could not be fetched: .*ECONNREFUSED/)
  })
})
