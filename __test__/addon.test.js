'use strict'

// The addon itself: its answers match those that index.js caches, and a panic becomes an exception.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')
const { tables } = require('./facts')
const { addonFile, lacks, printedBy, recordCalls, root, runWatched } = require('./helpers')

const addon = require(addonFile)

/** The index of a version's table. */
const indexOf = (version) => JSON.parse(addon.release(version)).table

test('cached answers match those of the addon, for every code of every table', () => {
  for (const table of tables) {
    const index = indexOf(table.release)
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

test('a known code needs no call to the addon', () => {
  const use = `
    const tables = [aerospike, aerospike.forRelease('6.7.1')]
    for (const table of tables) table.list()
    seen.length = 0
    for (const table of tables) {
      for (const { code } of table.list()) {
        table.describe(code), table.lookup(code), table.lookupAll(code)
        for (const value of [code, { code }, { status: code, record: null }, Object.assign(new Error('not one word'), { code })])
          table.isTransient(value), table.isInDoubt(value), table.statusOf(value), table.isOk(value), table.isError(value)
      }
    }
    for (const value of [null, undefined, 'x', {}, 12345]) aerospike.isTransient(value), aerospike.isInDoubt(value), aerospike.statusOf(value)
    aerospike.isOk(new Error('x')), aerospike.isError(new Error('x'))
    const known = seen.splice(0)
    aerospike.describe(2)
    console.log(JSON.stringify([known, seen]))`
  assert.deepEqual(runWatched(recordCalls, use), [[], ['describe']])
})

test('the addon sends the rows of a table on first use, once for all releases that share it', () => {
  const watch = `
    const { rows } = addon
    addon.rows = (index) => (seen.push(index), rows(index))`
  const use = `
    const tables = ['6.7.1', '6.6.1', '1.0.58', 'v1.0.58-rc.1', '1'].map(aerospike.forRelease)
    const before = [...seen]
    for (const table of tables) table.list(), table.describe(0)
    console.log(JSON.stringify([before, seen]))`
  assert.deepEqual(runWatched(watch, use), [[], [indexOf('6.7.1'), indexOf('1.0.58')]])
})

test('the addon returns its version, and the release before a given one', () => {
  assert.equal(addon.version(), require('../package.json').version)
  const { releases } = require('./facts')
  for (const [index, release] of releases.entries()) {
    assert.equal(addon.releaseBefore(release), index === 0 ? null : releases[index - 1])
  }
})

test('an invalid table index is an error, not a crash', () => {
  const tooHigh = aerospike.releases.length + 1
  assert.throws(() => addon.rows(tooHigh), new RegExp(`no table has the index ${tooHigh}`))
  assert.throws(() => addon.describe(4294967294, 0), /no table has the index/)
})

const { size } = fs.statSync(addonFile)

// scripts/check-portable.sh applies the same limit to the shipped addon.
test('the addon is at most 768 KiB', { skip: size > 5e6 && 'a debug build' }, () => {
  assert.ok(size <= 786432, `${size} bytes`)
})

test('a panic in any export with a table becomes an exception, and the process continues', { skip: lacks('cargo') }, () => {
  // In the folder of `cargo test`, which has built most of the dependencies.
  const target = path.join(root, 'target')
  execFileSync('cargo', ['build', '--quiet', '--features', 'panic-test'], { cwd: root })
  const built = fs.readdirSync(path.join(target, 'debug')).find((name) => /aerospike_status\.(so|dylib|dll)$/.test(name))
  const copy = path.join(target, 'panic-test.node')
  fs.copyFileSync(path.join(target, 'debug', built), copy)
  const source = fs.readFileSync(path.join(root, 'src', 'addon.rs'), 'utf8')
  const functions = [...source.matchAll(/pub fn (\w+)[^{]*\btable: u32/g)].map(([, name]) => name)
  const tableExports = functions.map((name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase()))
  assert.ok(tableExports.includes('statusName'))
  const script = `
    const addon = require(${JSON.stringify(copy)})
    const message = (name, ...values) => {
      try { return addon[name](4294967295, ...values) } catch (error) { return error.message }
    }
    console.log(JSON.stringify(${JSON.stringify(tableExports)}.map((name) => message(name, name === 'search' ? '' : 0))))`
  const messages = JSON.parse(printedBy(['--eval', script]))
  assert.equal(messages.length, tableExports.length)
  for (const message of messages) assert.match(message, /a panic for the test of catch_unwind/)
})

test('every export is guarded against panics', () => {
  const source = fs.readFileSync(path.join(root, 'src', 'addon.rs'), 'utf8')
  const exported = source.match(/#\[napi.*\]/g)
  assert.ok(exported.length >= Object.keys(addon).length)
  for (const attribute of exported) assert.match(attribute, /catch_unwind/)
})
