'use strict'

const assert = require('node:assert/strict')
const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { after, before, test } = require('node:test')
const ts = require('typescript')
const aerospike = require('..')
const { documented, statuses } = require('./facts')

const root = path.join(__dirname, '..')
let project

before(() => {
  project = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-typings-'))
  const installed = path.join(project, 'node_modules', 'aerospike-status')
  fs.mkdirSync(installed, { recursive: true })
  for (const file of ['package.json', 'index.js', 'index.d.ts'])
    fs.copyFileSync(path.join(root, file), path.join(installed, file))
  for (const file of fs.readdirSync(path.join(__dirname, 'typings'))) {
    fs.copyFileSync(path.join(__dirname, 'typings', file), path.join(project, file))
  }
  // Before node16 resolution an ECMAScript module is a .ts file like any other.
  fs.copyFileSync(path.join(project, 'usage.mts'), path.join(project, 'usage.ts'))
})
after(() => fs.rmSync(project, { recursive: true }))

const STRICT = ['--strict', '--noEmit', '--isolatedModules', '--verbatimModuleSyntax', '--exactOptionalPropertyTypes']
const SETUPS = {
  node10: ['--module', 'esnext', '--moduleResolution', 'node10', '--esModuleInterop', 'usage.ts'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16', 'usage.mts', 'usage.cts'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext', 'usage.mts', 'usage.cts'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler', 'usage.ts', 'usage.mts'],
}

for (const [resolution, setUp] of Object.entries(SETUPS)) {
  test(`the typings compile under ${resolution} resolution`, () => {
    const tsc = require.resolve('typescript/bin/tsc')
    const args = [tsc, ...STRICT, '--target', 'es2022', ...setUp]
    const { stdout, status } = spawnSync(process.execPath, args, { cwd: project, encoding: 'utf8' })
    assert.equal(stdout, '')
    assert.equal(status, 0)
  })
}

const source = ts.createSourceFile(
  'index.d.ts',
  fs.readFileSync(path.join(root, 'index.d.ts'), 'utf8'),
  ts.ScriptTarget.Latest,
  true,
)
const comment = (node) => (node.jsDoc || []).map((doc) => ts.getTextOfJSDocComment(doc.comment)).join()
const members = (list) => list.map((node) => [node.name.getText(), Number(node.type.getText()), comment(node)])
const union = (name) => {
  const alias = source.statements.find((node) => ts.isTypeAliasDeclaration(node) && node.name.text === name)
  return alias.type.types.map((member) => member.literal.text)
}
const declarations = source.statements
  .filter(ts.isVariableStatement)
  .map((node) => [node.declarationList.declarations[0], comment(node)])

test('every constant, and every key of status, has its number as its type and its sentence as hover text', () => {
  const expected = documented.map(({ name, code, description }) => [name, code, description])
  const constants = declarations.filter(([{ name }]) => name.text.startsWith('AEROSPIKE_'))
  assert.deepEqual(
    constants.map(([{ name, type }, text]) => [name.text, Number(type.getText()), text]),
    expected,
  )
  const [{ type }] = declarations.find(([{ name }]) => name.text === 'status')
  assert.deepEqual(members(type.members), expected)
})

test('the declared exports are those of the module, each with a doc comment', () => {
  const functions = source.statements.filter(ts.isFunctionDeclaration)
  const declared = [...declarations.map(([{ name }]) => name.text), ...functions.map(({ name }) => name.text)]
  assert.deepEqual(declared.sort(), Object.keys(aerospike).sort())
  for (const node of source.statements) assert.ok(node.jsDoc, node.getText().slice(0, 60))
  assert.doesNotMatch(source.text, /const enum/)
})

test('StatusName has every name of every release, StatusCategory every category', () => {
  assert.deepEqual(union('StatusName').sort(), Object.keys(statuses).sort())
  const categories = new Set(
    aerospike.releases.flatMap((release) => aerospike.forRelease(release).list()).map((info) => info.category),
  )
  assert.deepEqual(union('StatusCategory').sort(), [...categories].sort())
})
