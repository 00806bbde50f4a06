'use strict'

// The command's options, output, exit codes and errors, with a table chosen by --release. Which table it chooses otherwise, what it answers
// without one, how it finds a text, and how it fits a terminal are in command-table.test.js, command-anywhere.test.js, command-text.test.js
// and command-terminal.test.js.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')
const { version } = require('../package.json')
const { releases } = require('./facts')
const helpers = require('./helpers')

const { command, copyScript, isolatedIn, lacks, linesOf, root, runCommand, runNode } = helpers
const latest = aerospike.forRelease('latest')

// Node finds no client from here.
const folder = helpers.scratchFolder()
const isolated = isolatedIn(folder)
const run = (...args) => runCommand(folder, args)
const shell = (line) => helpers.run('bash', ['-c', line], isolated)

test('prints name, number and sentence of a code, one line per meaning', () => {
  assert.deepEqual(run('--release', 'documented', '602'), {
    stdout:
      'AEROSPIKE_ERR_RECORD_NOT_FOUND 602 Record does not exist in database. May be returned by read, or write with policy Exists.\n',
    stderr: '',
    status: 0,
  })
  assert.deepEqual(linesOf(run('--release', 'documented', '501').stdout), [
    'AEROSPIKE_ERR_REQUEST_INVALID     501 Request protocol invalid, or invalid protocol field.',
    'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 501 Namespace in request not found on server.',
  ])
})

test('takes codes, negative codes and names together, with options before or after them', () => {
  const expected = [
    `AEROSPIKE_ERR_TIMEOUT       9 ${aerospike.forRelease('6.7.1').describe(9)}`,
    `AEROSPIKE_ERR_TIMEOUT       9 ${aerospike.forRelease('6.7.1').describe(9)}`,
    `AEROSPIKE_ERR_INVALID_NODE -8 ${aerospike.forRelease('6.7.1').describe(-8)}`,
  ]
  for (const args of [
    ['err_timeout', '9', '-8', '--release', '6.7.1'],
    ['--release', 'v6.7.1', 'AEROSPIKE_ERR_TIMEOUT', '9', '-8'],
    ['--release=6.7.1', '--', 'ERR_TIMEOUT', '9', '-8'],
  ]) {
    assert.deepEqual(run(...args), { stdout: `${expected.join('\n')}\n`, stderr: '', status: 0 })
  }
})

test('only a word of decimal digits is a code', () => {
  for (const word of ['', ' ', '0x10', '0b1', '6e2', '+9', '9.0']) {
    const { stdout, stderr, status } = run('--release', 'latest', word)
    assert.deepEqual([stdout, status], ['', 1])
    assert.ok(stderr.startsWith(`aerospike-status: no status '${word.trim()}' in the table of the latest release`), stderr)
  }
})

test('--list prints every status of a table in columns', () => {
  for (const release of ['documented', '1.0.58', '6.7.1']) {
    const { stdout, status } = run('--list', '--release', release)
    const rows = linesOf(stdout).map((line) => line.match(/^(\S+) +(-?\d+) (.+)$/).slice(1))
    assert.deepEqual(
      rows,
      aerospike
        .forRelease(release)
        .list()
        .map(({ name, code, description }) => [name, String(code), description]),
    )
    const ends = linesOf(stdout).map((line) => line.match(/^\S+ +-?\d+ /)[0].length)
    assert.equal(new Set(ends).size, 1, 'the columns are aligned')
    assert.equal(status, 0)
  }
})

test('finds a name that another client or the server uses, and stderr says which', () => {
  const sentence = latest.describe(14)
  for (const [word, whose] of [
    ['KEY_BUSY', 'KEY_BUSY is what the Java, Go and C# clients call'],
    ['as_err_key_busy', 'AS_ERR_KEY_BUSY is what the server calls'],
    ['RecordBusy', 'RecordBusy is what the Python client calls'],
  ]) {
    const result = run('--release', 'latest', word, word)
    const line = `AEROSPIKE_ERR_RECORD_BUSY 14 ${sentence}\n`
    const stderr = `aerospike-status: ${whose} AEROSPIKE_ERR_RECORD_BUSY\n`
    assert.deepEqual(result, { stdout: line + line, stderr, status: 0 })
    assert.equal(run('--release', 'latest', '--json', word).stderr, stderr)
  }
  assert.equal(run('--release', 'latest', 'XDR_KEY_BUSY', '14').stderr, '')
  assert.match(
    run('--release', 'documented', 'QuotaExceeded').stderr,
    /no status 'QuotaExceeded' in the documented table; .*try --release latest\n$/,
  )
})

test('finds a subcode after its code, or by its name, with or without prefix and in any case', () => {
  const [subcode] = aerospike.forRelease('latest').lookup(22).subcodes
  const line = `${subcode.name} 22/${subcode.subcode} ${subcode.description}\n`
  for (const word of [`22/${subcode.subcode}`, subcode.name, `as_sub_${subcode.name.toLowerCase()}`]) {
    assert.deepEqual(run('--release', 'latest', word), { stdout: line, stderr: '', status: 0 })
  }
})

test('a - reads words from stdin, one per line', () => {
  const withInput = (input, ...args) => runNode([command, '--release', 'latest', ...args], { ...isolated, input })
  assert.deepEqual(withInput('9\n\n  -8 \r\n\t\nerr_timeout', '-'), run('--release', 'latest', '9', '-8', 'err_timeout'))
  assert.deepEqual(withInput('14\n', '2', '-', '9'), run('--release', 'latest', '2', '14', '9'))
  assert.deepEqual(withInput('9\n999\n', '--explain', '-'), run('--release', 'latest', '--explain', '9', '999'))
  assert.deepEqual(withInput('9\nERR_NONE\n', '--json', '-'), run('--release', 'latest', '--json', '9', 'ERR_NONE'))
  // Each line is one word, even if it looks like an option.
  const odd = withInput('--list\n-\n', '-')
  assert.deepEqual([odd.stdout, odd.status, linesOf(odd.stderr).length], ['', 1, 2])
  assert.deepEqual(withInput('\n', '-'), { stdout: '', stderr: '', status: 0 })
  assert.deepEqual(withInput('', '--json', '-'), { stdout: '[]\n', stderr: '', status: 0 })
})

test("reports in one line that stdin can't be read", { skip: lacks('bash') }, () => {
  const annotate = '"$node" "$command" --release latest --annotate'
  for (const [line, reason] of [
    ['"$node" "$command" - <.', 'EISDIR: illegal operation on a directory, read'],
    [`${annotate} <.`, 'it is a folder'],
    [`${annotate} --json <.`, 'it is a folder'],
    // A file that is open only for writing.
    ['"$node" "$command" - 0>unreadable', 'EBADF: bad file descriptor, read'],
    [`${annotate} 0>unreadable`, 'EBADF: bad file descriptor, read'],
    [`${annotate} 0>unreadable >file`, 'EBADF: bad file descriptor, read'],
  ]) {
    const stderr = `aerospike-status: can't read stdin: ${reason}\n`
    assert.deepEqual(shell(line), { stdout: '', stderr, status: 3 }, line)
  }
  const early = shell(`yes | ${annotate} | head -n 1`)
  assert.deepEqual(early, { stdout: 'y\n', stderr: '', status: 0 })
})

test('--search prints the statuses that a text matches, best first', () => {
  const { stdout, status } = run('--release', 'documented', '--search', 'hot-key')
  assert.match(stdout, /^AEROSPIKE_ERR_RECORD_BUSY 601 Too many concurrent requests for one record - a "hot-key" situation\.\n/)
  assert.equal(status, 0)
  const connect = linesOf(run('--release', 'latest', '--search', 'Failed to connect').stdout)
  const connecting = connect.map((line) => line.split(' ')[0])
  assert.equal(connecting[0], 'AEROSPIKE_ERR_CONNECTION')
  assert.ok(connecting.includes('AEROSPIKE_ERR_CLIENT'))
  assert.deepEqual(run('--release', 'documented', '--search', 'no such words'), {
    stdout: '',
    stderr: "aerospike-status: no status in the documented table matches 'no such words'\n",
    status: 1,
  })
  assert.match(run('--release', 'documented', '--search', '-99').stderr, /no status in the documented table matches '-99'\n$/)
})

/** The releases of a history entry: `1.0.0-1.0.19`, or `since 1.0.20`. */
const rangeOf = ({ since, until, exported }) => {
  const last = releases[releases.indexOf(until) - 1]
  const range = until === undefined ? `since ${since}` : since === last ? since : `${since}-${last}`
  return exported ? range : `${range}, not in aerospike.status`
}
const erasOf = (name) => aerospike.history(name).map((era) => `${era.code} ${rangeOf(era)}`)

test('--history prints every number a name had, with its releases', () => {
  const { stdout, status } = run('--history', 'AEROSPIKE_ERR_TIMEOUT')
  assert.equal(stdout, 'AEROSPIKE_ERR_TIMEOUT 400 1.0.0-1.0.19\nAEROSPIKE_ERR_TIMEOUT   9 since 1.0.20\n')
  assert.equal(status, 0)
  // A number that wasn't exported at first, a short name that once meant another status, and a name in lower case.
  for (const name of ['AEROSPIKE_ERR_CONNECTION', 'ERR_CONNECTION', 'err_async_queue_full']) {
    const lines = linesOf(run('--history', name).stdout).map((line) => line.replace(/ +/g, ' '))
    const eras = erasOf(name).map((era) => `${name.toUpperCase()} ${era}`)
    assert.deepEqual(lines, eras)
  }
  const unknown = run('--history', 'ERR_NONE')
  assert.deepEqual(unknown, { stdout: '', stderr: "aerospike-status: no release has a status called 'ERR_NONE'\n", status: 1 })
  assert.match(run('--history', 'TIMEUOT').stderr, /'TIMEUOT'; nearest names: AEROSPIKE_ERR_TIMEOUT/)
  // The newest release doesn't have this name.
  assert.match(run('--history', 'LARGE_ITEM_FOUND').stderr, /; nearest names: AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND\n$/)
})

test('--explain prints the explanations of several words', () => {
  const texts = [9, 'err_record_not_found', -8].map((key) => latest.explain(key))
  const expected = { stdout: `${texts.join('\n\n')}\n`, stderr: '', status: 0 }
  const words = ['9', 'err_record_not_found', '-8']
  assert.deepEqual(run('--release', 'latest', '--explain', ...words), expected)
  assert.deepEqual(run(...words, '--explain', '--release', 'latest'), expected)
  const documented = (...args) => run('--release', 'documented', ...args)
  assert.equal(documented('--explain', '501').stdout, `${aerospike.explain(501)}\n`)
  assert.equal(run('--release', 'latest', '--explain', '22/6').stdout, `${latest.explain(22, 6)}\n`)

  const { stdout, stderr, status } = documented('--explain', '2', '602')
  assert.deepEqual([stdout, stderr, status], [`${aerospike.explain(602)}\n`, documented('2').stderr, 1])
  assert.deepEqual(documented('--explain', 'NONE'), documented('NONE'))
})

test('--json prints what the module returns', () => {
  const json = (...args) => JSON.parse(run('--json', ...args).stdout)
  assert.deepEqual(json('--list', '--release', '6.7.1'), aerospike.forRelease('6.7.1').list())
  assert.deepEqual(json('--search', 'record'), latest.search('record'))
  assert.deepEqual(json('--search', 'no such words'), [])
  assert.deepEqual(json('--search', 'record', '--release', 'documented'), aerospike.search('record'))
  assert.deepEqual(json('--history', 'ERR_CONNECTION'), aerospike.history('ERR_CONNECTION'))
  assert.deepEqual(json('--history', 'ERR_NONE'), [])
  const [{ release, statuses }] = json('--release', 'latest', '9')
  assert.deepEqual([release, statuses], [latest.release, latest.lookupAll(9)])
})

test('--json prints one object per word, in order', () => {
  const keys = new Map([
    ['602', 602],
    ['-8', -8],
    ['err_timeout', 'err_timeout'],
    ['501', 501],
    ['TIMEUOT', 'TIMEUOT'],
  ])
  const hints = {
    '-8': `${aerospike.describe(-8)}; try --release latest`,
    TIMEUOT: "no status 'TIMEUOT' in the documented table; nearest names: AEROSPIKE_ERR_TIMEOUT",
  }
  const answers = [...keys].map(([query, key]) => {
    if (query in hints) return { query, release: 'documented', statuses: [], hint: hints[query] }
    return { query, release: 'documented', statuses: key === 501 ? aerospike.lookupAll(501) : [aerospike.lookup(key)] }
  })
  const { stdout, stderr, status } = run('--release', 'documented', '--json', ...keys.keys(), '602')
  assert.deepEqual([JSON.parse(stdout), status], [[...answers, answers[0]], 1])
  assert.deepEqual(
    linesOf(stderr),
    Object.values(hints).map((hint) => `aerospike-status: ${hint}`),
  )

  const explained = answers.map((answer) =>
    'hint' in answer ? answer : { ...answer, explanation: aerospike.explain(keys.get(answer.query)) },
  )
  assert.deepEqual(JSON.parse(run('--release', 'documented', '--json', '--explain', ...keys.keys()).stdout), explained)
})

test('stderr says which words the table lacks, which releases have them, and which option to try', () => {
  const words = ['602', '2', '502', '999', 'ERR_THROTTLED', 'ERR_NONE', '99999999999', '2']
  const { stdout, stderr, status } = run('--release', 'documented', ...words)
  assert.match(stdout, /^AEROSPIKE_ERR_RECORD_NOT_FOUND 602 .*\n$/)
  assert.deepEqual(linesOf(stderr), [
    'aerospike-status: Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20); try --release latest',
    'aerospike-status: Unknown status code 502 (AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 1.0.0-1.0.19); try --release 1.0.19',
    'aerospike-status: Unknown status code 999',
    "aerospike-status: no status 'ERR_THROTTLED' in the documented table; 401 1.0.0-1.0.19; try --release 1.0.19",
    "aerospike-status: no status 'ERR_NONE' in the documented table",
    "aerospike-status: no status '99999999999' in the documented table",
  ])
  assert.equal(status, 1)
  assert.equal(run('--release', 'latest', '2').status, 0)
  assert.match(run('--release', '6.7.1', 'ERR_THROTTLED').stderr, /no status 'ERR_THROTTLED' in the table of 6\.7\.1; 401 /)
  assert.match(run('--release', 'latest', 'ERR_THROTTLED').stderr, /in the table of the latest release; 401 /)
})

test('a hint suggests the latest release for a subcode only if that has it', () => {
  const hintOf = (release, word) => run('--release', release, word).stderr
  const missing = 'aerospike-status: 22 has no subcode 999 in the table of'
  const sentence = aerospike.forRelease('1.0.0').describe(22)
  assert.equal(
    hintOf('1.0.0', '22/6'),
    `aerospike-status: 22 has no subcode 6 in the table of 1.0.0: ${sentence}; try --release latest\n`,
  )
  assert.equal(hintOf('1.0.0', '22/999'), `${missing} 1.0.0: ${sentence}\n`)
  assert.equal(hintOf('latest', '22/999'), `${missing} the latest release: ${latest.describe(22)}\n`)
  assert.equal(hintOf('1.0.0', 'FORBID_TRUNCATED').split('; ').pop(), 'try --release latest\n')
  // A number outside 32 bits is no code.
  assert.match(hintOf('latest', '99999999999/6'), /no status '99999999999\/6' .*; write a subcode after its code, as in 22\/6\n$/)
})

test('a hint lists all releases of a name, and suggests the last release of a name or number', () => {
  const tables = [aerospike, ...aerospike.releases.map((release) => aerospike.forRelease(release))]
  const names = tables.flatMap((table) => [...table.list().map(({ name }) => name), ...Object.keys(table.status)])
  const codes = tables.flatMap((table) => table.list().map(({ code }) => code))
  for (const release of ['documented', 'latest']) {
    const missing = [...new Set([...names, ...codes])].filter((key) => !aerospike.forRelease(release).lookup(key))
    const hints = linesOf(run('--release', release, ...missing.map(String)).stderr)
    assert.equal(hints.length, missing.length)
    for (const [index, hint] of hints.entries()) {
      const key = missing[index]
      const last = hint.match(/; try --release (\S+)$/)[1]
      assert.ok(aerospike.forRelease(last).lookup(key), hint)
      const next = releases[releases.indexOf(last) + 1]
      if (last !== 'latest') assert.ok(releases.includes(last) && !aerospike.forRelease(next).lookup(key), hint)
      if (typeof key === 'string') assert.ok(hint.includes(`; ${erasOf(key).join('; ')}; `), hint)
    }
  }
})

test('suggests the nearest names of the table for an unknown name', () => {
  for (const release of ['documented', 'latest']) {
    const table = aerospike.forRelease(release)
    for (const word of ['ERR_TIMEUOT', 'recordnotfond']) {
      assert.ok(table.suggest(word).length > 0)
      const { stdout, stderr, status } = run('--release', release, word)
      assert.deepEqual([stdout, status], ['', 1])
      assert.ok(stderr.endsWith(`; nearest names: ${table.suggest(word).join(', ')}\n`), stderr)
    }
  }
})

test('suggests the nearest names of the latest release if the table has none', () => {
  const word = 'ERR_QUERY_ABORTD'
  assert.deepEqual(aerospike.suggest(word), [])
  const { stderr } = run('--release', 'documented', word)
  assert.ok(stderr.endsWith(`; nearest names in the latest release: ${latest.suggest(word).join(', ')}\n`), stderr)
})

test('takes 30,000 words', () => {
  const word = 'AEROSPIKE_OK'
  const count = 30000
  for (const mode of [[], ['--json'], ['--explain']]) {
    // A small stack overflows with fewer words. Node is slow to read 130,000 arguments, and Windows can't start a process with that many.
    const args = `['', '', ...${JSON.stringify(mode)}, ...Array(${count}).fill('${word}'), '999']`
    const script = `process.argv = ${args}; require(${JSON.stringify(helpers.command)})`
    const node = ['--stack-size=200', '--eval', script]
    const { stdout, stderr, status } = runNode(node, { ...isolated, maxBuffer: 2 ** 30 })
    assert.deepEqual([stderr, status], ['aerospike-status: Unknown status code 999\n', 1])
    assert.ok(stdout.split(word).length > count)
  }
})

test('exits with 2 on wrong usage and says what to do', () => {
  for (const [args, message] of [
    [[], /a code, a name or an option is missing/],
    [['--no-such-option', '602'], /Unknown option '--no-such-option'$/m],
    [['--release'], /--release/],
    [['--search'], /--search/],
    [
      ['--release', 'x', '602'],
      /--release must be documented, latest, or a release since 1\.0\.0 such as 6\.7\.1, 6\.7 or 6, not 'x'/,
    ],
    [['--release', '-8', '602'], /not '-8'/],
    [['--list', '602'], /can't combine --list and codes or names/],
    [['--list', '--search', 'x'], /can't combine --list and --search/],
    [['--explain'], /--explain needs a code or a name/],
    [['--explain', '--list', '602'], /can't combine --explain and --list/],
    [['--history', 'ERR_TIMEOUT', '--release', 'x'], /can't combine --history and --release/],
    [['--history', 'ERR_TIMEOUT', '--release', '6.7.1'], /can't combine --history and --release/],
  ]) {
    const { stdout, stderr, status } = run(...args)
    assert.equal(stdout, '')
    assert.match(stderr, message)
    assert.match(stderr, /^aerospike-status: .+\nTry 'aerospike-status --help'\.\n$/)
    assert.equal(status, 2)
  }
})

test('--help fits one screen and its examples work; --version prints the version of the package', () => {
  const { stdout, stderr, status } = run('--help')
  assert.deepEqual([stderr, status], ['', 0])
  assert.ok(linesOf(stdout).length <= 24 && linesOf(stdout).every((line) => line.length <= 80), 'one screen of 24 by 80')
  for (const text of ['--explain', 'Node 16.17']) assert.ok(stdout.includes(text), text)
  // What people do comes first: a code, a pasted text, a log.
  const examples = linesOf(stdout)
    .slice(0, 5)
    .filter((line) => line.startsWith('  aerospike-status '))
  assert.deepEqual(
    examples.map((example) => example.match(/^  aerospike-status (.+?)  /)[1]),
    ['ERR_TIMEOUT -8 22/6', '"Record too big"', '--annotate < app.log'],
  )
  for (const args of [['ERR_TIMEOUT', '-8', '22/6'], ['Record too big']]) {
    assert.equal(run(...args).status, 0)
    assert.equal(run(...args, '--release', 'latest').status, 0)
  }
  assert.deepEqual(run('-h'), run('--help'))
  for (const option of ['--version', '-v']) assert.deepEqual(run(option), { stdout: `${version}\n`, stderr: '', status: 0 })
})

test('a closed pipe causes no error, and a slow pipe loses no output', { skip: lacks('bash') }, () => {
  const closed = shell(
    'set -o pipefail; for n in 1 2 3 4 5; do "$node" "$command" --list --release 6.7.1 --json | head -n 1; done',
  )
  assert.deepEqual([closed.stdout, closed.stderr], ['[\n'.repeat(5), ''])
  const whole = shell('"$node" "$command" --list --release 6.7.1 --json | cat')
  assert.deepEqual(JSON.parse(whole.stdout), aerospike.forRelease('6.7.1').list())
  // `true` exits long before Node writes.
  const early = shell('"$node" "$command" --list | true; echo "${PIPESTATUS[0]}"')
  assert.deepEqual([early.stdout, early.stderr], ['0\n', ''])
  const gone = shell('"$node" "$command" 2 3 4 2>&1 >/dev/null | true')
  assert.equal(gone.stderr, '')
})

const noFullDevice = !fs.existsSync('/dev/full') && 'there is no /dev/full here'

test('reports a full disk without a stack trace', { skip: noFullDevice || lacks('bash') }, () => {
  const { stderr, status } = shell('"$node" "$command" --list >/dev/full')
  assert.equal(stderr, 'aerospike-status: ENOSPC: no space left on device, write\n')
  assert.equal(status, 3)
  const log = shell('"$node" "$command" --release latest --annotate <<<text >/dev/full')
  assert.deepEqual([log.stderr, log.status], [stderr, 3])
})

test('never colours its output', () => {
  const coloured = runNode([command, '602'], { ...isolated, env: { ...isolated.env, FORCE_COLOR: '3' } })
  assert.equal(coloured.stdout, run('602').stdout)
})

// --- Broken installations ---

/** Runs a copy of the command without the addon. `files` replaces some files, or removes them (null). */
function runCopy(files, ...args) {
  const copy = fs.mkdtempSync(path.join(folder, 'copy-'))
  const parts = fs.readdirSync(path.join(root, 'lib/command')).map((part) => `lib/command/${part}`)
  for (const file of ['command.js', 'index.js', 'lib/find-addon.js', ...parts]) if (!(file in files)) copyScript(file, copy)
  const manifest = fs.readFileSync(path.join(root, 'package.json'))
  for (const [file, content] of Object.entries({ 'package.json': manifest, ...files })) {
    if (content !== null) fs.writeFileSync(path.join(copy, file), content)
  }
  return runNode([path.join(copy, 'command.js'), ...args], isolated)
}

test("without an addon, one line says why it can't run and what to do", () => {
  for (const args of [['602'], ['--list'], ['--json', '--history', 'ERR_TIMEOUT'], ['--release', 'x', '602']]) {
    const { stdout, stderr, status } = runCopy({}, ...args)
    assert.deepEqual([stdout, status], ['', 3])
    assert.match(stderr, /^aerospike-status: aerospike-status .*\bcan't load an addon for .*\bRun `npm ci` .*\n$/)
    assert.doesNotMatch(stderr, /Require stack/)
  }
  assert.equal(runCopy({}, '--help').status, 0)
  assert.equal(runCopy({}, '--list', '--search', 'x').status, 2)
})

test('reports a broken installation in one line, with what to do', () => {
  for (const [files, reason, ...args] of [
    [{ 'index.js': null }, /Cannot find module '\.\/index\.js'/, '602'],
    [{ 'lib/find-addon.js': null }, /Cannot find module '\.\/lib\/find-addon/, '602'],
    [{ 'index.js': 'module.exports = ' }, /Unexpected end of input/, '602'],
    [{ 'index.js': 'module.exports = {}' }, /forRelease/, '602'],
    [{ 'package.json': null }, /Cannot find module '\.\/package\.json'/, '--version'],
  ]) {
    const { stdout, stderr, status } = runCopy(files, ...args)
    assert.deepEqual([stdout, status], ['', 3])
    assert.match(stderr, reason)
    assert.match(stderr, /^aerospike-status: .+: the installation is broken, reinstall aerospike-status\n$/)
  }
})

test('on a Node without parseArgs, the error says which Node it needs', () => {
  const script = `require('util').parseArgs = undefined; process.argv = ['', '', '602']; require(${JSON.stringify(helpers.command)})`
  const { stdout, stderr, status } = runNode(['--eval', script], isolated)
  assert.deepEqual([stdout, status], ['', 3])
  assert.match(
    stderr,
    /^aerospike-status: .* needs Node 16\.17 or later, or 18\.3 or later, but this is v\d+\.\d+\.\d+: upgrade Node\n$/,
  )
})
