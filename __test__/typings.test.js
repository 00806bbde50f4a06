'use strict'

// The typings: with several compilers, against the facts of each release, and in an editor.

const assert = require('node:assert/strict')
const { spawn } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { before, test } = require('node:test')
const { pathToFileURL } = require('node:url')
const ts = require('typescript')
const aerospike = require('..')
const { files } = require('../package.json')
const { documented, exportedNames, releases, statuses, statusOf } = require('./facts')
const { root, runNode, scratchFolder } = require('./helpers')

const project = scratchFolder()

before(() => {
  const installed = path.join(project, 'node_modules', 'aerospike-status')
  fs.mkdirSync(installed, { recursive: true })
  for (const file of ['package.json', 'index.js', ...files.filter((file) => file.endsWith('.d.ts'))])
    fs.copyFileSync(path.join(root, file), path.join(installed, file))
  for (const file of fs.readdirSync(path.join(__dirname, 'typings'))) {
    fs.copyFileSync(path.join(__dirname, 'typings', file), path.join(project, file))
  }
  // Under node10 resolution, an ECMAScript module has the extension .ts.
  fs.copyFileSync(path.join(project, 'usage.mts'), path.join(project, 'usage.ts'))
  fs.writeFileSync(path.join(project, 'package.json'), '{ "private": true }')
})

// --- The compilers ---

const COMPILERS = ['typescript-5.0', 'typescript', 'typescript-newest']
const version = (compiler) => require(`${compiler}/package.json`).version
const program = (compiler) => path.join(path.dirname(require.resolve(`${compiler}/package.json`)), 'bin', 'tsc')

const STRICT = ['--strict', '--isolatedModules', '--verbatimModuleSyntax', '--exactOptionalPropertyTypes']
// The library is Node 12's, without the DOM and @types/node.
const PLATFORM = ['--target', 'es2019', '--lib', 'es2019']
const SETUPS = {
  node10: ['--module', 'esnext', '--moduleResolution', 'node10', '--esModuleInterop', 'usage.ts'],
  node16: ['--module', 'node16', '--moduleResolution', 'node16', 'usage.mts', 'usage.cts'],
  nodenext: ['--module', 'nodenext', '--moduleResolution', 'nodenext', 'usage.mts', 'usage.cts'],
  bundler: ['--module', 'esnext', '--moduleResolution', 'bundler', 'usage.ts', 'usage.mts'],
}

for (const compiler of COMPILERS) {
  const setUps = Object.entries(SETUPS).filter(([resolution]) => resolution !== 'node10' || parseInt(version(compiler)) < 6)
  for (const [resolution, setUp] of setUps) {
    test(`the typings compile under ${resolution} resolution with TypeScript ${version(compiler)}`, () => {
      const outDir = `out-${compiler}-${resolution}`
      const emit = ['--declaration', '--emitDeclarationOnly', '--rootDir', '.', '--outDir', outDir]
      const args = [program(compiler), ...STRICT, ...PLATFORM, ...emit, ...setUp]
      const { stdout, status } = runNode(args, { cwd: project })
      assert.equal(stdout, '')
      assert.equal(status, 0)

      // The declarations of a user's exports refer to this package's type names.
      const [declared] = fs.readdirSync(path.join(project, outDir)).filter((file) => /^usage\.d\.m?ts$/.test(file))
      const declaration = fs.readFileSync(path.join(project, outDir, declared), 'utf8')
      const typeOf = (name) => declaration.match(new RegExp(` ${name}: (?:aerospike\\.)?(.*);`))[1]
      assert.deepEqual([typeOf('newest'), typeOf('exact')], ['StatusTable<"latest">', 'StatusOf<"6.7.1">'])
    })
  }
}

test('the TypeScript in the README compiles in a strict project', () => {
  const readme = fs.readFileSync(path.join(root, 'README.md'), 'utf8')
  const files = Array.from(readme.matchAll(/```ts\n([\s\S]*?)```/g), ([, program], index) => {
    fs.writeFileSync(path.join(project, `readme-${index}.mts`), program)
    return `readme-${index}.mts`
  })
  assert.ok(files.length > 0)
  for (const compiler of COMPILERS) {
    const args = [program(compiler), ...STRICT, ...PLATFORM, '--module', 'nodenext', '--noEmit', ...files]
    const { stdout, status } = runNode(args, { cwd: project })
    assert.deepEqual([stdout, status], ['', 0], version(compiler))
  }
})

// --- The declarations ---

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
  return alias.type.types.flatMap((member) => (member.literal ? member.literal.text : union(member.getText())))
}
const isExported = (node) => (ts.getModifiers(node) || []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
const declarations = source.statements
  .filter(ts.isVariableStatement)
  .map((node) => [node.declarationList.declarations[0], comment(node)])

/** The hover text about a change in 1.0.20 or later, or '' if the documented code still applies. */
function changeNote(name, documentedCode) {
  const last = statuses[name][statuses[name].length - 1]
  if (!last.until) {
    return last.code === documentedCode ? '' : `Since ${last.since}, the client returns ${last.code}: see forRelease.`
  }
  if (last.until === '1.0.20') return 'The client dropped it in 1.0.20: see forRelease.'
  const range = `${last.since}-${releases[releases.indexOf(last.until) - 1]}`
  return `The client returned ${last.code} in ${range}, and dropped it in ${last.until}: see forRelease.`
}

test('every constant, and every key of status, has its number as its type and its sentence as hover text', () => {
  const expected = documented.map(({ name, code, description }) => {
    const note = changeNote(name, code)
    return [name, code, note === '' ? description : `${description.replace(/\.$/, '')}. ${note}`]
  })
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
  assert.deepEqual([...new Set(declared)].sort(), Object.keys(aerospike).sort())
  const hasComment = new Set(source.statements.filter(({ jsDoc }) => jsDoc).map((node) => node.name && node.name.text))
  for (const node of source.statements.filter(isExported)) {
    assert.ok(node.jsDoc || hasComment.has(node.name.text), node.getText().slice(0, 60))
  }
  assert.doesNotMatch(source.text, /const enum/)
})

test('StatusTable declares exactly what a table has', () => {
  const table = source.statements.find((node) => ts.isInterfaceDeclaration(node) && node.name.text === 'StatusTable')
  assert.deepEqual(
    table.members.map((member) => member.name.getText()).sort(),
    Object.keys(aerospike.forRelease('latest')).sort(),
  )
})

test('ExportedName has every name that a release exported, StatusName every known name, StatusCategory every category', () => {
  const known = ['documented', ...aerospike.releases].flatMap((release) => aerospike.forRelease(release).list())
  assert.deepEqual(union('ExportedName').sort(), [...exportedNames].sort())
  const longNames = new Set(known.map(({ name }) => name).filter((name) => /^(AEROSPIKE|AS)_/.test(name)))
  assert.deepEqual(union('StatusName').sort(), [...longNames].sort())
  const categories = new Set(known.map(({ category }) => category))
  assert.deepEqual(union('StatusCategory').sort(), [...categories].sort())
})

// --- Each release ---

const VERSIONS = [...releases, 'latest', 'documented']
const LATEST = releases[releases.length - 1]
const documentedStatus = Object.fromEntries(documented.map(({ name, code }) => [name, code]))
const exportedBy = (version) => (version === 'documented' ? documentedStatus : statusOf(version === 'latest' ? LATEST : version))

test('the type of each release has exactly its exported names and numbers, with their sentences', () => {
  const allNames = [...new Set(releases.flatMap((release) => Object.keys(statusOf(release))))]
  const lines = VERSIONS.flatMap((version, index) => {
    const status = exportedBy(version)
    const missing = allNames.filter((name) => !(name in status))
    return [
      `const t${index} = forRelease('${version}').status`,
      ...Object.entries(status).map(([name, code]) => `t${index}.${name} satisfies ${code}`),
      `forRelease('${version}').release satisfies '${aerospike.forRelease(version).release}'`,
      '// @ts-expect-error a name that this release lacked',
      `t${index}.${missing[index % missing.length]}`,
    ]
  })
  const file = path.join(project, 'every-release.cts')
  fs.writeFileSync(file, ["import { forRelease } from 'aerospike-status'", ...lines].join('\n'))
  const options = { strict: true, noEmit: true, module: ts.ModuleKind.Node16, lib: ['lib.es2019.d.ts'], types: [] }
  const compiled = ts.createProgram([file], options)
  assert.deepEqual(
    ts.getPreEmitDiagnostics(compiled).map(({ messageText, start }) => [start, messageText]),
    [],
  )

  // Conversely, the release has everything that its type has.
  const checker = compiled.getTypeChecker()
  const types = compiled.getSourceFile(file).statements.filter(ts.isVariableStatement)
  assert.equal(types.length, VERSIONS.length)
  VERSIONS.forEach((version, index) => {
    const [{ name }] = types[index].declarationList.declarations
    const properties = checker.getPropertiesOfType(checker.getTypeAtLocation(name))
    const table = aerospike.forRelease(version)
    const declared = properties.map((property) => {
      const text = ts.displayPartsToString(property.getDocumentationComment(checker))
      return [property.name, [checker.getTypeOfSymbolAtLocation(property, name).value, text]]
    })
    const expected = Object.entries(exportedBy(version)).map(([key, code]) => {
      const { description } = table.lookup(key)
      const note = version === 'documented' ? changeNote(key, code) : ''
      return [key, [code, note === '' ? description : `${description.replace(/\.$/, '')}. ${note}`]]
    })
    assert.deepEqual(Object.fromEntries(declared), Object.fromEntries(expected), version)
  })
})

// --- The editor ---

const split = (text) => ({ position: text.indexOf('|'), typed: text.replace('|', '') })

/** What the language service of a compiler returns to an editor at the `|` in a program. */
function serviceOf(typescript) {
  const file = path.join(project, 'edited.cts')
  const { sys, ScriptSnapshot, displayPartsToString } = typescript
  let edited = ''
  let edits = 0
  const read = (name) => (name === file ? edited : sys.readFile(name))
  const service = typescript.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(edits) : '0'),
    getScriptSnapshot: (name) => (read(name) === undefined ? undefined : ScriptSnapshot.fromString(read(name))),
    getCurrentDirectory: () => project,
    getCompilationSettings: () => ({ strict: true, module: typescript.ModuleKind.Node16, lib: ['lib.es2019.d.ts'], types: [] }),
    getDefaultLibFileName: typescript.getDefaultLibFilePath,
    fileExists: (name) => read(name) !== undefined,
    readFile: read,
  })
  const positionOf = (text) => {
    const { position, typed } = split(text)
    edited = typed
    edits++
    return [file, position]
  }
  return {
    completions: (text) => service.getCompletionsAtPosition(...positionOf(text), {}).entries.map(({ name }) => name),
    hover(text) {
      const { displayParts, documentation } = service.getQuickInfoAtPosition(...positionOf(text))
      return [displayParts, documentation].map(displayPartsToString)
    },
    end() {},
  }
}

/** The same for the newest compiler, which is a language server. */
function serverOf(tsc) {
  const server = spawn(process.execPath, [tsc, '--lsp', '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting = new Map()
  let received = Buffer.alloc(0)
  const send = (message) => {
    const json = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(json)}\r\n\r\n${json}`)
  }
  server.stdout.on('data', (data) => {
    received = Buffer.concat([received, data])
    for (;;) {
      const head = received.indexOf('\r\n\r\n')
      const end = head + 4 + Number(/Content-Length: (\d+)/.exec(received)?.[1])
      if (head === -1 || received.length < end) return
      const { id, method, params, result } = JSON.parse(received.subarray(head + 4, end))
      received = received.subarray(end)
      if (method === undefined) waiting.get(id)(result)
      else if (id !== undefined) send({ id, result: method === 'workspace/configuration' ? params.items.map(() => null) : null })
    }
  })
  const request = (method, params) =>
    new Promise((resolve) => {
      const id = waiting.size
      waiting.set(id, resolve)
      send({ id, method, params })
    })
  const rootUri = pathToFileURL(project).href
  const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } }
  const ready = request('initialize', { processId: process.pid, rootUri, capabilities }).then(() =>
    send({ method: 'initialized', params: {} }),
  )
  const ask = async (what, text) => {
    await ready
    const { position, typed } = split(text)
    const uri = `${rootUri}/edited-${waiting.size}.cts`
    send({ method: 'textDocument/didOpen', params: { textDocument: { uri, languageId: 'typescript', version: 1, text: typed } } })
    const line = typed.slice(0, position).split('\n').length - 1
    const character = position - 1 - typed.lastIndexOf('\n', position - 1)
    return request(`textDocument/${what}`, { textDocument: { uri }, position: { line, character } })
  }
  return {
    completions: async (text) => (await ask('completion', text)).items.map(({ label }) => label),
    async hover(text) {
      const { value } = (await ask('hover', text)).contents
      return value.match(/^```typescript\n(.*)\n```\n(.*)$/s).slice(1)
    },
    end: () => server.kill(),
  }
}

for (const compiler of COMPILERS) {
  test(`an editor with TypeScript ${version(compiler)} completes releases and names, and shows number and sentence`, async (t) => {
    const isServer = parseInt(version(compiler)) >= 7
    const editor = isServer ? serverOf(program(compiler)) : serviceOf(require(compiler))
    t.after(editor.end)
    const completions = (text) => editor.completions(`import aerospike = require('aerospike-status')\n${text}`)
    const hover = (text) => editor.hover(`import aerospike = require('aerospike-status')\n${text}`)

    assert.deepEqual((await completions("aerospike.forRelease('|')")).sort(), [...VERSIONS].sort())
    for (const version of [LATEST, '5.2.0', '1.0.0', 'documented']) {
      const names = await completions(`aerospike.forRelease('${version}').status.|`)
      assert.deepEqual(names.sort(), Object.keys(exportedBy(version)).sort())
    }

    for (const release of [LATEST, '3.0.0', '2.0.0', '1.0.0']) {
      for (const [name, code] of Object.entries(statusOf(release)).filter(([name]) => name.endsWith('_TIMEOUT'))) {
        const { description } = aerospike.forRelease(release).lookup(name)
        const shown = await hover(`aerospike.forRelease('${release}').status.|${name}`)
        assert.deepEqual(shown, [`(property) ${name}: ${code}`, description])
      }
    }
    const isCompletions = await completions("aerospike.is(9, '|')")
    for (const name of ['AEROSPIKE_ERR_TIMEOUT', 'ERR_TIMEOUT', 'MRT_BLOCKED']) assert.ok(isCompletions.includes(name), name)
    const [, truncated] = await hover('aerospike.subcode.|FORBID_TRUNCATED')
    assert.equal(truncated, aerospike.forRelease(LATEST).describe(22, aerospike.subcode.FORBID_TRUNCATED))
    const [shown] = await hover(`const { |status } = aerospike.forRelease('${LATEST}')`)
    assert.equal(shown, `const status: aerospike.StatusOf<"${LATEST}">`)
    const [, documentedTimeout] = await hover('aerospike.|AEROSPIKE_ERR_TIMEOUT')
    assert.equal(documentedTimeout, 'Request timed out. Since 1.0.20, the client returns 9: see forRelease.')
    assert.match((await hover('aerospike.|isTransient(9)'))[1], /isTransient\(err\) && !isInDoubt\(err\)/)
  })
}
