'use strict'

// Which table the command takes without --release, and what it says about that.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { beforeEach, test } = require('node:test')
const aerospike = require('..')
const { releases } = require('./facts')
const helpers = require('./helpers')

const { isolatedIn, lacks, linesOf, runCommand, scratchFolder } = helpers
const newest = releases[releases.length - 1]
const latest = aerospike.forRelease('latest')
const documentedWords = aerospike.list().flatMap(({ name, code }) => [name, String(code)])

const scratch = scratchFolder()
let folder
beforeEach(() => (folder = fs.mkdtempSync(path.join(scratch, 'project-'))))

const run = (...args) => runCommand(folder, args)

const packageOf = (project) => path.join(project, 'node_modules', 'aerospike')
/** A client of which there is no more than its package.json: the fields, or the text of a broken one. */
const install = (manifest, place = packageOf(folder)) => {
  fs.mkdirSync(place, { recursive: true })
  fs.writeFileSync(path.join(place, 'package.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  return place
}
const lists = new Map()
const isTableOf = (release, told) => {
  if (!lists.has(release)) lists.set(release, run('--list', '--release', release).stdout)
  assert.deepEqual([told.stdout, told.status], [lists.get(release), 0])
}

test('it is that of the client in node_modules, without a word on a pipe', () => {
  const some = aerospike.releases.filter((_, at) => at % 6 === 0)
  for (const version of [...some, newest, `${newest}-rc.1`]) {
    install({ name: 'aerospike', version })
    const told = run('--list')
    isTableOf(version, told)
    assert.equal(told.stderr, '')
  }
})

test('every form of question is answered from that table', () => {
  install({ version: '5.2.0' })
  for (const args of [['9'], ['ERR_CONNECTION', '-10', '999'], ['--search', 'record'], ['--explain', '9'], ['--json', '9']]) {
    assert.deepEqual(run(...args), run(...args, '--release', '5.2.0'), args.join(' '))
  }
})

test('a client is found in the folders above, the nearest first', () => {
  const deep = path.join(folder, 'one', 'two')
  fs.mkdirSync(deep, { recursive: true })
  install({ version: '5.2.0' })
  isTableOf('5.2.0', runCommand(deep, ['--list']))
  install({ version: '2.0.0' }, packageOf(path.join(folder, 'one')))
  isTableOf('2.0.0', runCommand(deep, ['--list']))
})

test('a link to a client is followed, one to nowhere is none', () => {
  const elsewhere = install({ version: '5.2.0' }, path.join(folder, 'elsewhere'))
  fs.mkdirSync(path.join(folder, 'node_modules'))
  fs.symlinkSync(elsewhere, packageOf(folder), 'junction')
  isTableOf('5.2.0', run('--list'))
  fs.renameSync(elsewhere, `${elsewhere}-no-more`)
  const told = run('--list')
  isTableOf('documented', told)
  assert.equal(told.stderr, '')
})

test('nothing of the client is loaded or run, and its package.json need not be exported', () => {
  const place = install({ version: '5.2.0', main: 'main.js', exports: './main.js' })
  fs.writeFileSync(path.join(place, 'main.js'), "console.log('it runs'); process.exit(9)")
  isTableOf('5.2.0', run('--list'))
})

test('where there is no client it is the documented one', () => {
  const told = run('--list')
  isTableOf('documented', told)
  assert.equal(told.stderr, '')
})

const keepsFolders = process.platform === 'win32' && 'Windows removes no folder that is in use'

test('in a folder that was removed there is no client', { skip: keepsFolders }, () => {
  const line = 'mkdir gone && cd gone && rmdir ../gone && "$node" "$command" --list'
  const told = helpers.run('sh', ['-c', line], isolatedIn(folder))
  isTableOf('documented', told)
  assert.equal(told.stderr, '')
})

test('a client that can not be made sense of is passed over with a word', () => {
  const noJson = ['', '{"version": "5.2.0"', '<html>\n</html>']
  const noVersions = [null, 5, {}, '', 'banana', 'latest', 'documented', '6', '0.9.9', '^5.2.0', '5.2.0x']
  const noVersion = ['null', '[]', '"5.2.0"', '{}', ...noVersions.map((version) => JSON.stringify({ version }))]
  const brokenAs = [
    ...noJson.map((text) => [text, /is no JSON$/]),
    ...noVersion.map((text) => [text, /has no version of a release$/]),
  ]
  for (const [manifest, reason] of brokenAs) {
    const place = install(manifest)
    const told = run('--list')
    isTableOf('documented', told)
    const [word, ...more] = linesOf(told.stderr)
    assert.ok(word.startsWith(`aerospike-status: passed over ${place}: its package.json `), word)
    assert.match(word, reason)
    assert.deepEqual(more, [])
  }
  // One further up serves.
  const inner = path.join(folder, 'inner')
  install('{', packageOf(inner))
  install({ version: '5.2.0' })
  const told = runCommand(inner, ['--list'])
  isTableOf('5.2.0', told)
  assert.equal(linesOf(told.stderr).length, 1)
})

test('a package.json that can not be opened is passed over with a word', () => {
  const place = packageOf(folder)
  fs.mkdirSync(path.join(place, 'package.json'), { recursive: true })
  const told = run('--list')
  isTableOf('documented', told)
  assert.equal(told.stderr, `aerospike-status: passed over ${place}: its package.json is unreadable (EISDIR)\n`)
})

test('a client newer than every known release has the table of the newest, and that is told', () => {
  const next = newest.replace(/\d+$/, (patch) => Number(patch) + 1)
  const longer = `1${newest.replace(/^\d+/, (major) => major.replace(/\d/g, 0))}`
  for (const version of [next, longer, '99.0.0', `${'9'.repeat(30)}.0.0`]) {
    const place = install({ version })
    const told = run('--list')
    isTableOf('latest', told)
    assert.equal(told.stderr, `aerospike-status: using the table of ${newest}, the nearest known: ${place} is ${version}\n`)
  }
  assert.match(run('NONE_SUCH').stderr, new RegExp(`no status 'NONE_SUCH' in the table of ${newest.replace(/\./g, '\\.')}$`, 'm'))
})

test('who says which table has no folder looked at', () => {
  install('{')
  for (const args of [['--release', 'documented', '602'], ['--release', newest, '9'], ['--history', 'ERR_TIMEOUT'], ['--help']]) {
    const { stderr, status } = run(...args)
    assert.deepEqual([stderr, status], ['', 0], args.join(' '))
  }
})

// --- On a terminal ---

/** What the command says on a stderr that is a terminal, of the `script` of util-linux, and prints on a stdout that is none. */
const runOnTerminal = (...args) => {
  const line = `"$node" "$command" ${args.join(' ')} >stdout`
  const { cwd, env } = isolatedIn(folder)
  const options = { cwd, env: { ...env, SHELL: '/bin/sh' }, input: '' }
  const { stdout, status } = helpers.run('script', ['--quiet', '--return', '--command', line, os.devNull], options)
  return { stdout: fs.readFileSync(path.join(folder, 'stdout'), 'utf8'), said: linesOf(stdout), status }
}

test('a terminal is told in one line which table it is and why', { skip: lacks('script') }, () => {
  const none = 'aerospike-status: using the documented 1.x table: no aerospike package is found from this folder'
  assert.deepEqual(runOnTerminal('602'), { stdout: run('602').stdout, said: [none], status: 0 })

  const place = install({ version: '5.2.0' })
  const found = `aerospike-status: using the table of 5.2.0, the release in ${place}`
  for (const args of [['9'], ['--list'], ['--json', '9'], ['--explain', '9'], ['--search', 'record']]) {
    assert.deepEqual(runOnTerminal(...args), { stdout: run(...args).stdout, said: [found], status: 0 }, args.join(' '))
  }

  install({ version: '99.0.0' })
  assert.deepEqual(runOnTerminal('9').said, linesOf(run('9').stderr))
  install('{')
  assert.deepEqual(runOnTerminal('602').said, [...linesOf(run('602').stderr), none])
  for (const args of [['--release', 'documented', '602'], ['--history', 'ERR_TIMEOUT'], ['--help'], ['--version']]) {
    assert.deepEqual(runOnTerminal(...args).said, [], args.join(' '))
  }
})

// --- Where the document misleads ---

/** Of the document's numbers those that are another status today, and of its names those that have another number. */
const collisions = new Map()
for (const { name, code } of aerospike.list()) {
  const others = latest.list().filter((status) => status.code === code)
  const isStill = others.some((status) => aerospike.lookupAll(code).some((same) => same.name === status.name))
  if (others.length > 0 && !isStill) collisions.set(String(code), others)
  const today = latest.lookup(name)
  if (today !== undefined && today.code !== code) collisions.set(name, [today])
}

test('where the document was taken for want of better, what today is otherwise is said', () => {
  assert.ok([...collisions.keys()].some((word) => /^\d+$/.test(word)) && collisions.size < new Set(documentedWords).size)
  const warnings = [...collisions].map(([word, statuses]) => {
    const meanings = statuses.map(({ name, code }) => `${name} ${code}`).join(' and ')
    return `aerospike-status: '${word}' is ${meanings} in today's releases; try --release latest`
  })
  const { stdout: plain } = run('--release', 'documented', ...documentedWords)
  const told = run(...documentedWords)
  assert.deepEqual([told.stdout, told.status], [plain, 0])
  assert.deepEqual(linesOf(told.stderr).sort(), warnings.sort())

  const explained = run('--explain', ...documentedWords)
  assert.deepEqual([linesOf(explained.stderr).sort(), explained.status], [warnings, 0])
  assert.equal(explained.stdout, run('--release', 'documented', '--explain', ...documentedWords).stdout)
})

test('who asks for the document, has a client, or wants JSON or a list is not warned', () => {
  for (const args of [
    ['--release', 'documented', ...documentedWords],
    ['--json', ...documentedWords],
    ['--list'],
    ['--search', 'e'],
  ]) {
    assert.equal(run(...args).stderr, '', args[0])
  }
  for (const version of ['1.0.0', newest]) {
    install({ version })
    const known = documentedWords.filter((word) => {
      const table = aerospike.forRelease(version)
      return table.lookup(/^\d+$/.test(word) ? Number(word) : word) !== undefined
    })
    assert.equal(run(...known).stderr, '', version)
  }
})
