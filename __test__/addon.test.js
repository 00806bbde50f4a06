'use strict'

// The addon by itself: what index.js keeps agrees with what Rust answers afresh, what happens where the addon is missing, and
// what becomes of a panic.

const assert = require('node:assert/strict')
const { execFileSync, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')

const root = path.join(__dirname, '..')
const file = fs.readdirSync(root).find((name) => name.endsWith('.node'))
const addon = require(path.join(root, file))

test('kept and fresh answers agree on every code of every table', () => {
  for (const table of [aerospike, ...aerospike.releases.map(aerospike.forRelease)]) {
    const index = addon.indexOf(table.release)
    for (const { code } of table.list()) {
      assert.equal(table.describe(code), addon.describe(index, code))
      assert.equal(table.lookup(code), table.list()[addon.lookup(index, code)])
      const positions = JSON.parse(addon.lookupAll(index, code))
      assert.deepEqual(
        table.lookupAll(code),
        positions.map((position) => table.list()[position]),
      )
    }
  }
})

/** The JSON that a fresh process prints in which `watch` has changed the addon's exports, to note in `seen` what is called. */
const runWatched = (watch, use) => {
  const script = `
    const seen = []
    const dlopen = process.dlopen
    process.dlopen = (module, file) => {
      dlopen(module, file)
      const addon = module.exports
      ${watch}
    }
    const aerospike = require('..')
    ${use}`
  return JSON.parse(execFileSync(process.execPath, ['--eval', script], { encoding: 'utf8', cwd: __dirname }))
}

test('a known code is answered without the addon', () => {
  const watch = `
    for (const name of Object.keys(addon)) {
      const native = addon[name]
      addon[name] = (...values) => (seen.push(name), native(...values))
    }`
  const use = `
    const tables = [aerospike, aerospike.forRelease('6.7.1')]
    for (const table of tables) table.list()
    seen.length = 0
    for (const table of tables) {
      for (const { code } of table.list()) {
        table.describe(code), table.lookup(code), table.lookupAll(code)
        for (const value of [code, { code }, { status: code, record: null }]) table.isTransient(value), table.isOk(value), table.isError(value)
      }
    }
    for (const value of [null, undefined, 'x', {}, new Error('x'), 12345]) aerospike.isOk(value), aerospike.isError(value), aerospike.isTransient(value)
    const known = seen.splice(0)
    aerospike.describe(2)
    console.log(JSON.stringify([known, seen]))`
  assert.deepEqual(runWatched(watch, use), [[], ['describe']])
})

test('a table is built when it is first asked for, and only the documented one at load', () => {
  const watch = `
    const { table } = addon
    addon.table = (index) => (seen.push(index), table(index))`
  const use = `
    const atLoad = [...seen]
    for (const version of ['latest', '99.0.0', '1.0.58', 'v1.0.58-rc.1', '1']) aerospike.forRelease(version)
    console.log(JSON.stringify([atLoad, seen]))`
  const index = (version) => addon.indexOf(version)
  assert.deepEqual(runWatched(watch, use), [[0], [0, index('latest'), index('1.0.58')]])
})

test('an index that no table has is an error, not a crash', () => {
  const none = aerospike.releases.length + 1
  assert.throws(() => addon.table(none), new RegExp(`no table has the index ${none}`))
  assert.throws(() => addon.describe(4294967294, 0), /no table has the index/)
})

/** What a fresh process says that requires a copy of the JavaScript files, with what `prepare` puts beside them. */
const requireCopy = (prepare, script = "require('./index.js')", platform) => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-'))
  try {
    for (const name of ['index.js', 'find-addon.js']) fs.copyFileSync(path.join(root, name), path.join(folder, name))
    prepare(folder)
    const pretend = platform ? `Object.defineProperty(process, 'platform', { value: '${platform}' });` : ''
    const source = `${pretend} try { console.log(${script}.describe(400)) } catch ({ name, message, code, cause }) {
      console.log(JSON.stringify({ name, message, code, cause: cause.message, causeCode: cause.code }))
    }`
    return spawnSync(process.execPath, ['--eval', source], { encoding: 'utf8', cwd: folder }).stdout.trim()
  } finally {
    fs.rmSync(folder, { recursive: true })
  }
}

const linuxOnly = { skip: process.platform !== 'linux' && 'the names are those of Linux' }

test('a missing addon gives one error: the platform, what was tried, how to build, and the cause', linuxOnly, () => {
  const error = JSON.parse(requireCopy(() => {}))
  assert.equal(error.name, 'Error')
  assert.equal(error.code, 'MODULE_NOT_FOUND')
  assert.equal(error.causeCode, 'MODULE_NOT_FOUND')
  for (const libc of ['gnu', 'musl']) {
    assert.ok(error.message.includes(`aerospike-status.linux-${process.arch}-${libc}.node`), error.message)
    assert.ok(error.message.includes(`aerospike-status-linux-${process.arch}-${libc}`), error.message)
  }
  assert.match(error.message, new RegExp(`no addon for linux-${process.arch} `))
  assert.match(error.message, /build it from source with Rust: clone the repository and run `npm ci`/)
})

test('an addon that is there and cannot be opened is the cause', linuxOnly, () => {
  const itsPackage = file.replace('.', '-').replace('.node', '')
  for (const place of ['.', path.join('node_modules', itsPackage)]) {
    const prepare = (folder) => {
      fs.mkdirSync(path.join(folder, place), { recursive: true })
      fs.writeFileSync(path.join(folder, place, file), 'no binary')
      fs.writeFileSync(path.join(folder, place, 'package.json'), JSON.stringify({ main: file }))
    }
    const error = JSON.parse(requireCopy(prepare))
    assert.equal(error.code, 'ERR_DLOPEN_FAILED')
    assert.match(error.cause, /file too short|invalid ELF header/)
  }
})

test('the names on other systems are those of napi-rs', () => {
  for (const [platform, names] of Object.entries({
    darwin: [`aerospike-status.darwin-${process.arch}.node`, `aerospike-status-darwin-${process.arch}`],
    win32: [`aerospike-status.win32-${process.arch}-msvc.node`, `aerospike-status-win32-${process.arch}-msvc`],
  })) {
    const { message } = JSON.parse(requireCopy(() => {}, undefined, platform))
    for (const name of names) assert.ok(message.includes(name), message)
  }
})

test('the addon of the package beside it, and of a package elsewhere, is found', linuxOnly, () => {
  const itsPackage = file.replace('.', '-').replace('.node', '')
  const put = (folder) => {
    fs.mkdirSync(folder, { recursive: true })
    fs.copyFileSync(path.join(root, file), path.join(folder, file))
    fs.writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ name: itsPackage, main: file }))
  }
  const move = (folder) => {
    const to = path.join(folder, 'node_modules', 'aerospike-status')
    fs.mkdirSync(to, { recursive: true })
    for (const name of ['index.js', 'find-addon.js']) fs.renameSync(path.join(folder, name), path.join(to, name))
  }
  const script = "require('./node_modules/aerospike-status/index.js')"
  const beside = (folder) => (move(folder), put(path.join(folder, 'node_modules', itsPackage)))
  const within = (folder) => (
    move(folder),
    put(path.join(folder, 'node_modules', 'aerospike-status', 'node_modules', itsPackage))
  )
  assert.equal(requireCopy(beside, script), 'Request timed out.')
  assert.equal(requireCopy(within, script), 'Request timed out.')
})

test('a panic in any export is an exception, and the process goes on', () => {
  const target = path.join(root, 'target', 'panic-test')
  execFileSync('cargo', ['build', '--quiet', '--features', 'panic-test', '--target-dir', target], { cwd: root })
  const built = fs.readdirSync(path.join(target, 'debug')).find((name) => /aerospike_status\.(so|dylib|dll)$/.test(name))
  const copy = path.join(target, 'panic-test.node')
  fs.copyFileSync(path.join(target, 'debug', built), copy)
  const script = `
    const addon = require(${JSON.stringify(copy)})
    const message = (name, ...values) => {
      try { return addon[name](4294967295, ...values) } catch (error) { return error.message }
    }
    console.log(JSON.stringify({
      table: message('table'), rows: message('rows'), describe: message('describe', 0), lookup: message('lookup', 0),
      lookupAll: message('lookupAll', 0), search: message('search', ''), explain: message('explain', 0),
      suggest: message('suggest', ''), format: message('format', 0), statusName: message('statusName', 0),
    }))`
  const { stdout, status } = spawnSync(process.execPath, ['--eval', script], { encoding: 'utf8' })
  assert.equal(status, 0)
  const messages = JSON.parse(stdout)
  for (const message of Object.values(messages)) assert.match(message, /the panic that the test build asks for/)
})

test('every export is guarded against panics', () => {
  const source = fs.readFileSync(path.join(root, 'src', 'addon.rs'), 'utf8')
  const exported = source.match(/#\[napi.*\]/g)
  assert.ok(exported.length >= Object.keys(addon).length)
  for (const attribute of exported) assert.match(attribute, /catch_unwind/)
})
