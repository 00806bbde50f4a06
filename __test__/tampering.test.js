'use strict'

// Changing built-in objects after the package is loaded changes no answer.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { printedBy } = require('./helpers')

/** Every answer of the package as text, from tables built before and after the tampering. The code uses nothing that the tests change. */
const ANSWERS = `
  const { writeSync } = require('fs')
  const exit = process.reallyExit.bind(process)
  const { stringify } = JSON
  const aerospike = require('..')
  const early = aerospike.forRelease('5.2.1')
  early.describe(9)
  function answers() {
    const failure = { code: 602, message: 'm', func: 'f', file: 'a.c', line: 1 }
    const tables = [aerospike, early, aerospike.forRelease('6.7.1'), aerospike.forRelease('1.0.0')]
    let all = ''
    for (let index = 0; index < 4; index++) {
      const table = tables[index]
      const json = (value) => stringify(value)
      all += json(table.status) + json(table.list()) + json(table.lookupAll(501)) + json(table.lookupAll(12345)) + json(table.search('record'))
      all += json(table.lookup('err_timeout')) + table.lookup('constructor') + table.lookup('tampered') + table.describe(2) + table.describe(602)
      all += table.isOk({}) + table.isOk(null) + table.isError(failure) + table.isTransient({}) + table.isTransient({ code: 9 })
      all += table.format(failure) + table.format({ code: 602 }) + table.format('a\\nb') + json(table.toError(failure)) + table.toError(602).message
      all += table.explain(400) + table.explain('nope') + json(table.suggest('TIMEOUT')) + table.isOk({ status: 0, key: 1 })
      all += json(table.toError({ status: 14, record: null, inDoubt: true }))
      all += json(table.toError({ code: 200, message: 'AEROSPIKE_ERR_INDEX_FOUND' }))
      const named = { code: 501, message: 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND' }
      all += table.is(named, 'ERR_NAMESPACE_NOT_FOUND') + table.statusOf(named) + table.isInDoubt({ code: 9, command: {} })
      all += json(table.serialize({ code: 22, subcode: 6 })) + table.isTransient({ code: 22, subcode: 6 })
      try { table.describe('602') } catch (error) { all += error.message + error.code }
      try { table.describe(0.5) } catch (error) { all += error.message + error.code }
    }
    all += stringify(aerospike.releases) + stringify(aerospike.history('ERR_CONNECTION')) + stringify(aerospike.history('tampered'))
    all += stringify(aerospike.translate(501, { from: 'documented', to: '6.7.1' }))
    try { aerospike.translate(501, {}) } catch (error) { all += error.message }
    return all
  }
`

// The process exits as soon as it has answered, because Node itself may not survive the tampering.
const run = (tamper) => printedBy(['--eval', `${ANSWERS}\n${tamper}\nwriteSync(1, answers()); exit(0)`])

const TAMPERINGS = {
  'prototypes have extra properties': `
    for (const prototype of [Object.prototype, Array.prototype, Map.prototype, Error.prototype]) {
      for (const key of ['code', 'message', 'func', 'file', 'line', 'inDoubt', 'from', 'to', 'release', 'tampered', 'value', 'get', 'cause']) {
        if (prototype === Error.prototype && key === 'message') continue
        Object.defineProperty(prototype, key, { __proto__: null, value: 0, writable: true, configurable: true, enumerable: true })
      }
    }`,
  'methods of prototypes throw': `
    const broken = () => { throw new Error('tampered') }
    const { defineProperty, getOwnPropertyDescriptor, ownKeys } = Reflect
    const prototypes = [Map, Set, Array, String, Number, Function, RegExp, Promise].map(({ prototype }) => [prototype, ownKeys(prototype)])
    for (let index = 0; index < 8; index++) {
      const prototype = prototypes[index][0]
      const keys = prototypes[index][1]
      for (let keyIndex = 0; keyIndex < keys.length; keyIndex++) {
        const key = keys[keyIndex]
        if (key === 'constructor' || !getOwnPropertyDescriptor(prototype, key).configurable) continue
        defineProperty(prototype, key, { __proto__: null, value: broken, writable: true })
      }
    }`,
  'setters of prototypes ignore values': `
    const { defineProperty } = Object
    for (const prototype of [Array.prototype, Object.prototype]) {
      for (const key of ['0', '1', '2', 'code', 'name', 'description', 'meanings', 'list', 'rows', 'answers', 'status']) {
        defineProperty(prototype, key, { __proto__: null, set() {}, get() { return 'tampered' }, configurable: true })
      }
    }`,
  'functions of Object, JSON, Reflect and Error are replaced': `
    const other = () => 'tampered'
    Object.freeze = Object.keys = Object.defineProperty = Object.setPrototypeOf = Object.entries = Object.assign = other
    JSON.parse = JSON.stringify = other
    Reflect.get = Reflect.apply = Reflect.construct = other
    Error.captureStackTrace = other
    globalThis.Map = globalThis.String = globalThis.Object = globalThis.Array = globalThis.Error = globalThis.JSON = other`,
  'Map.prototype.get returns the value of another key': `
    const { get } = Map.prototype
    Map.prototype.get = function (key) { return get.call(this, 0) }
    Map.prototype.has = () => true
    Map.prototype.set = () => {}`,
}

const untouched = run('')

for (const [what, tamper] of Object.entries(TAMPERINGS)) {
  test(`no answer changes if ${what}`, () => {
    const answers = run(tamper)
    assert.ok(untouched.length > 10000)
    assert.equal(answers, untouched)
  })
}

test('misusing returned values changes no answer', () => {
  const misuse = `
    const attempt = (change) => { try { change() } catch (error) {} }
    for (const table of [aerospike, early]) {
      attempt(() => { table.list()[0].name = 'tampered' })
      attempt(() => { table.list().push(1) })
      attempt(() => { table.list().length = 0 })
      attempt(() => { table.lookup(501).code = 1 })
      attempt(() => { table.lookupAll(501).reverse() })
      attempt(() => { table.status.AEROSPIKE_OK = 1 })
      attempt(() => { table.describe = () => 'tampered' })
      attempt(() => { table.describe.call = () => 'tampered' })
      attempt(() => { Object.getPrototypeOf(table.toError(602)).toJSON = () => 'tampered' })
      attempt(() => { Object.setPrototypeOf(table.status, { tampered: 1 }) })
    }
    attempt(() => { aerospike.releases.pop() })
    attempt(() => { aerospike.history('OK')[0].code = 1 })
    attempt(() => { aerospike.translate(501, { from: 'documented', to: '6.7.1' }).push(1) })`
  assert.equal(run(misuse), untouched)
})
