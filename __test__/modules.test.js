'use strict'

// Loading the package: with import and require, again, in a node:vm context, and with frozen intrinsics.

const assert = require('node:assert/strict')
const { createRequire } = require('node:module')
const { test } = require('node:test')
const { pathToFileURL } = require('node:url')
const vm = require('node:vm')
const aerospike = require('..')
const { printedBy } = require('./helpers')

const root = require.resolve('..')

/** What a module prints when a fresh process runs it. */
const run = (source, type = 'module', flags = []) => printedBy([...flags, `--input-type=${type}`, '--eval', source]).trim()

test('import has the module as default export, and every export by name', async () => {
  const imported = await import(pathToFileURL(root))
  assert.equal(imported.default, aerospike)
  const names = Object.keys(imported).filter((name) => !['default', 'module.exports'].includes(name))
  assert.deepEqual(names.sort(), Object.keys(aerospike).sort())
  for (const name of names) assert.equal(imported[name], aerospike[name], name)
})

test('named imports, default import and require work in fresh processes', () => {
  const print = 'console.log(AEROSPIKE_OK, status.AEROSPIKE_ERR_TIMEOUT, describe(400))'
  const printed = '0 400 Request timed out.'
  assert.equal(run(`import { AEROSPIKE_OK, describe, status } from '../index.js'; ${print}`), printed)
  assert.equal(
    run(`import aerospike from '../index.js'; const { AEROSPIKE_OK, describe, status } = aerospike; ${print}`),
    printed,
  )
  assert.equal(run(`const { AEROSPIKE_OK, describe, status } = require('../index.js'); ${print}`, 'commonjs'), printed)
})

test('the module can be loaded again, as Jest does with resetModules', () => {
  const printed = run(
    `const first = require('../index.js')
     delete require.cache[require.resolve('../index.js')]
     const second = require('../index.js')
     console.log(first !== second, first.describe(400) === second.describe(400), second.forRelease('6.7.1').describe(9) === first.forRelease('6.7.1').describe(9))`,
    'commonjs',
  )
  assert.equal(printed, 'true true true')
})

test("the module works in a node:vm context, and returns objects of the context's realm", () => {
  const source = `(require, module, exports, __dirname, process) => { ${require('node:fs').readFileSync(root, 'utf8')} }`
  for (let index = 0; index < 3; index++) {
    const context = vm.createContext({})
    const module = { exports: {} }
    vm.runInContext(source, context)(createRequire(root), module, module.exports, require('node:path').dirname(root), process)
    assert.equal(module.exports.describe(602), aerospike.describe(602))
    assert.equal(module.exports.forRelease('6.7.1').lookup(2).name, 'AEROSPIKE_ERR_RECORD_NOT_FOUND')
    context.aerospike = module.exports
    const evaluate = (expression) => vm.runInContext(expression, context)
    assert.ok(evaluate('aerospike.list() instanceof Array && aerospike.lookup(602) instanceof Object'))
    assert.ok(evaluate('aerospike.toError(602) instanceof Error'))
    assert.ok(evaluate("try { aerospike.describe('602') } catch (error) { error instanceof TypeError }"))
    assert.ok(evaluate('aerospike.translate(602, { from: "documented", to: "6.7.1" }) instanceof Array'))
  }
})

test('the module works with frozen intrinsics and disabled __proto__', () => {
  const use = `const { describe, forRelease, format, toError, search } = require('../index.js')
    const newest = forRelease('6.7.1')
    function caller() { return toError(400) }
    const { stack, code } = caller()
    console.log(describe(400), newest.describe(9) === newest.lookup(9).description, format({ code: 400 }).length, code,
      search('hot-key').length, /^AerospikeError: .*\\n +at caller /.test(stack))`
  const printed = 'Request timed out. true 47 400 1 true'
  assert.equal(run(use, 'commonjs', ['--frozen-intrinsics', '--no-warnings']), printed)
  assert.equal(run(use, 'commonjs', ['--disable-proto=throw']), printed)
  assert.equal(run(use, 'commonjs', ['--disable-proto=delete']), printed)
})
