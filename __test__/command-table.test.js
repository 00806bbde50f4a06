'use strict'

// Which table the command uses without --release, and what it says about that. command-anywhere.test.js has the answers without a table.

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
const documentedWords = aerospike.list().flatMap(({ name, code }) => [name, String(code)])

const scratch = scratchFolder()
let folder
beforeEach(() => (folder = fs.mkdtempSync(path.join(scratch, 'project-'))))

const run = (...args) => runCommand(folder, args)

const packageOf = (project) => path.join(project, 'node_modules', 'aerospike')
/** Installs a client that has only a package.json: `manifest` is its fields, or its text if it's broken. */
const install = (manifest, place = packageOf(folder)) => {
  fs.mkdirSync(place, { recursive: true })
  fs.writeFileSync(path.join(place, 'package.json'), typeof manifest === 'string' ? manifest : JSON.stringify(manifest))
  return place
}
const lists = new Map()
const assertTable = (release, result) => {
  if (!lists.has(release)) lists.set(release, run('--list', '--release', release).stdout)
  assert.deepEqual([result.stdout, result.status], [lists.get(release), 0])
}

test('uses the table of the client in node_modules, and writes nothing to a piped stderr', () => {
  const some = aerospike.releases.filter((_, index) => index % 6 === 0)
  for (const version of [...some, newest, `${newest}-rc.1`]) {
    install({ name: 'aerospike', version })
    const result = run('--list')
    assertTable(version, result)
    assert.equal(result.stderr, '')
  }
})

test('every mode uses the table of the client', () => {
  install({ version: '5.2.0' })
  for (const args of [['9'], ['ERR_CONNECTION', '-10', '999'], ['--search', 'record'], ['--explain', '9'], ['--json', '9']]) {
    assert.deepEqual(run(...args), run(...args, '--release', '5.2.0'), args.join(' '))
  }
})

test('finds a client in a parent folder, the nearest first', () => {
  const deep = path.join(folder, 'one', 'two')
  fs.mkdirSync(deep, { recursive: true })
  install({ version: '5.2.0' })
  assertTable('5.2.0', runCommand(deep, ['--list']))
  install({ version: '2.0.0' }, packageOf(path.join(folder, 'one')))
  assertTable('2.0.0', runCommand(deep, ['--list']))
})

test('follows a link to a client, and ignores a broken link', () => {
  const elsewhere = install({ version: '5.2.0' }, path.join(folder, 'elsewhere'))
  fs.mkdirSync(path.join(folder, 'node_modules'))
  fs.symlinkSync(elsewhere, packageOf(folder), 'junction')
  assertTable('5.2.0', run('--list'))
  fs.renameSync(elsewhere, `${elsewhere}-no-more`)
  const result = run('--list')
  assertTable('latest', result)
  assert.equal(result.stderr, '')
})

test("doesn't load or run the client, and doesn't need its package.json to be exported", () => {
  const place = install({ version: '5.2.0', main: 'main.js', exports: './main.js' })
  fs.writeFileSync(path.join(place, 'main.js'), "console.log('it runs'); process.exit(9)")
  assertTable('5.2.0', run('--list'))
})

test('lists and searches the latest table without a client', () => {
  const result = run('--list')
  assertTable('latest', result)
  assert.equal(result.stderr, '')
  assert.deepEqual(run('--search', 'record'), run('--search', 'record', '--release', 'latest'))
  assert.match(
    run('--search', 'xyzzy').stderr,
    /^aerospike-status: no status in the table of the latest release matches 'xyzzy'\n$/,
  )
})

const keepsFolders = process.platform === 'win32' && "Windows can't remove a folder that is in use"

test('finds no client from a folder that was removed', { skip: keepsFolders }, () => {
  const line = 'mkdir gone && cd gone && rmdir ../gone && "$node" "$command" --list'
  const result = helpers.run('sh', ['-c', line], isolatedIn(folder))
  assertTable('latest', result)
  assert.equal(result.stderr, '')
})

test('ignores a client with an invalid package.json, and says so', () => {
  const invalid = ['', '{"version": "5.2.0"', '<html>\n</html>']
  const noVersions = [null, 5, {}, '', 'banana', 'latest', 'documented', '6', '0.9.9', '^5.2.0', '5.2.0x']
  const noVersion = ['null', '[]', '"5.2.0"', '{}', ...noVersions.map((version) => JSON.stringify({ version }))]
  const cases = [
    ...invalid.map((text) => [text, /isn't valid JSON$/]),
    ...noVersion.map((text) => [text, /has an invalid version$/]),
  ]
  for (const [manifest, reason] of cases) {
    const place = install(manifest)
    const result = run('--list')
    assertTable('latest', result)
    const [line, ...more] = linesOf(result.stderr)
    assert.ok(line.startsWith(`aerospike-status: ignoring ${place}: its package.json `), line)
    assert.match(line, reason)
    assert.deepEqual(more, [])
  }
  // The command then uses the client in a parent folder.
  const inner = path.join(folder, 'inner')
  install('{', packageOf(inner))
  install({ version: '5.2.0' })
  const result = runCommand(inner, ['--list'])
  assertTable('5.2.0', result)
  assert.equal(linesOf(result.stderr).length, 1)
})

test("ignores a client whose package.json can't be read, and says so", () => {
  const place = packageOf(folder)
  fs.mkdirSync(path.join(place, 'package.json'), { recursive: true })
  const result = run('--list')
  assertTable('latest', result)
  assert.equal(result.stderr, `aerospike-status: ignoring ${place}: its package.json can't be read (EISDIR)\n`)
})

test('uses the newest table for a client newer than every known release, and says so', () => {
  const next = newest.replace(/\d+$/, (patch) => Number(patch) + 1)
  const longer = `1${newest.replace(/^\d+/, (major) => major.replace(/\d/g, 0))}`
  for (const version of [next, longer, '99.0.0', `${'9'.repeat(30)}.0.0`]) {
    const place = install({ version })
    const result = run('--list')
    assertTable('latest', result)
    assert.equal(
      result.stderr,
      `aerospike-status: using the table of ${newest}, the nearest known release: ${place} has ${version}\n`,
    )
  }
  assert.match(run('NONE_SUCH').stderr, new RegExp(`no status 'NONE_SUCH' in the table of ${newest.replace(/\./g, '\\.')}$`, 'm'))
})

test("with --release it doesn't look for a client", () => {
  install('{')
  for (const args of [['--release', 'documented', '602'], ['--release', newest, '9'], ['--history', 'ERR_TIMEOUT'], ['--help']]) {
    const { stderr, status } = run(...args)
    assert.deepEqual([stderr, status], ['', 0], args.join(' '))
  }
})

// --- On a terminal ---

/** Runs the command with stdout in a file and stderr on a terminal, which the `script` of util-linux provides. */
const runOnTerminal = (...args) => {
  const line = `"$node" "$command" ${args.join(' ')} >stdout`
  const { cwd, env } = isolatedIn(folder)
  const options = { cwd, env: { ...env, SHELL: '/bin/sh' }, input: '' }
  const { stdout, status } = helpers.run('script', ['--quiet', '--return', '--command', line, os.devNull], options)
  return { stdout: fs.readFileSync(path.join(folder, 'stdout'), 'utf8'), messages: linesOf(stdout), status }
}

test('on a terminal, one line says which table it uses and why', { skip: lacks('script') }, () => {
  const noClient = (tables) => `aerospike-status: using ${tables}: Node finds no aerospike package from this folder`
  const everyTable = noClient('the tables of all releases')
  for (const args of [['602'], ['--json', '9'], ['--explain', '9']]) {
    assert.deepEqual(runOnTerminal(...args), { stdout: run(...args).stdout, messages: [everyTable], status: 0 }, args.join(' '))
  }
  for (const args of [['--list'], ['--search', 'record']]) {
    assert.deepEqual(runOnTerminal(...args).messages, [noClient('the table of the latest release')], args[0])
  }

  const place = install({ version: '5.2.0' })
  const found = `aerospike-status: using the table of 5.2.0, the release in ${place}`
  for (const args of [['9'], ['--list'], ['--json', '9'], ['--explain', '9'], ['--search', 'record']]) {
    assert.deepEqual(runOnTerminal(...args), { stdout: run(...args).stdout, messages: [found], status: 0 }, args.join(' '))
  }

  install({ version: '99.0.0' })
  assert.deepEqual(runOnTerminal('9').messages, linesOf(run('9').stderr))
  install('{')
  assert.deepEqual(runOnTerminal('602').messages, [...linesOf(run('602').stderr), everyTable])
  for (const args of [['--release', 'documented', '602'], ['--history', 'ERR_TIMEOUT'], ['--help'], ['--version']]) {
    assert.deepEqual(runOnTerminal(...args).messages, [], args.join(' '))
  }
})

// --- With a table ---

test('with a client or --release, only that table answers', () => {
  const known = (table) => documentedWords.filter((word) => table.lookup(word) !== undefined)
  for (const release of ['documented', '1.0.0', newest]) {
    const table = aerospike.forRelease(release)
    const expected = known(table).flatMap((word) => (/\d/.test(word) ? table.lookupAll(Number(word)) : [table.lookup(word)]))
    const { stdout, stderr, status } = run('--json', '--release', release, ...known(table))
    assert.deepEqual(
      JSON.parse(stdout).flatMap(({ statuses }) => statuses),
      expected,
    )
    assert.deepEqual([stderr, status], ['', 0])
    if (release === 'documented') continue
    install({ version: release })
    assert.deepEqual(run(...known(table)), run('--release', release, ...known(table)))
  }
})

test('ignores a node_modules that is a file', () => {
  fs.writeFileSync(path.join(folder, 'node_modules'), '')
  const result = run('--list')
  assertTable('latest', result)
  assert.equal(result.stderr, '')
})
