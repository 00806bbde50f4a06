'use strict'

const assert = require('node:assert/strict')
const { spawn, spawnSync } = require('node:child_process')
const { once } = require('node:events')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const fc = require('fast-check')
const { Annotator } = require('../lib/annotate/stream')
const { forRelease } = require('..')
const { command, isolatedIn, lacks, runNode, runsOf, scratchFolder } = require('./helpers')

const latest = forRelease('latest')
const MiB = 2 ** 20
const hit = 'AerospikeError: AEROSPIKE_ERR_TIMEOUT'
const timeout = `# ${latest.format(9)}`

/** Annotates an input that comes in chunks of these sizes, in rotation. */
async function annotated(input, { json = false, table = latest, sizes = [2 ** 16] } = {}) {
  const bytes = Buffer.from(input)
  const annotator = new Annotator(table, { json })
  const written = []
  annotator.on('data', (data) => written.push(data))
  for (let from = 0, count = 0; from < bytes.length; count++) {
    const to = from + sizes[count % sizes.length]
    annotator.write(bytes.subarray(from, to))
    from = to
  }
  annotator.end()
  await once(annotator, 'end')
  return Buffer.concat(written)
}
const textOf = async (input, options) => String(await annotated(input, options))

// --- Real logs ---

const data = (name) => JSON.parse(fs.readFileSync(path.join(__dirname, 'data', `${name}.json`)))
const positives = data('log-lines.positive')
const negatives = data('log-lines.negative')
const shapes = data('log-shapes')

/** The comment on an expected status. */
const commentOf = ({ code, name }) => {
  if (name === null) return `  # ${latest.format(code)}`
  const status = latest.lookup(name)
  return `  # ${status.name} (${status.code}): ${status.description}`
}
const isWholeJson = (line) => line.startsWith('{"') && line.endsWith('}')

/** Asserts that only the expected lines change: they get comments, or with --json, JSON lines get a member. */
async function assertComments(text, expected, id) {
  const lines = text.split('\n')
  for (const json of [false, true]) {
    const actual = (await textOf(text, { json })).split('\n')
    for (const [index, line] of lines.entries()) {
      const where = `${id}, line ${index}, json ${json}`
      const found = expected.filter((status) => status.line === index)
      if (found.length === 0) assert.equal(actual[index], line, where)
      else if (isWholeJson(line) && !json) assert.equal(actual[index], line, where)
      else if (isWholeJson(line)) assertMember(actual[index], line, found[0].code, where)
      else if (/^ *"code": /.test(line) && json) {
        const member = `"code": ${found[0].code},`
        assert.equal(actual[index], line.replace(member, `${member}"statusName":"${latest.lookup(found[0].code).name}",`), where)
      } else assert.equal(actual[index], line + found.map(commentOf).join(), where)
    }
  }
}

/** Asserts that the name comes right after the code, and that nothing else changed. */
function assertMember(actual, line, code, where) {
  const name = latest.lookup(code).name
  const added = `,"statusName":"${name}"`
  const start = actual.indexOf(added)
  assert.ok(actual.slice(0, start).endsWith(`"code":${code}`), where)
  assert.equal(actual.slice(0, start) + actual.slice(start + added.length), line, where)
  assert.doesNotThrow(() => JSON.parse(actual), where)
}

// Lines that look like a status, but the number could be another program's, or it repeats the line below.
const NOT_SURE = {
  'pub-014': [4],
  'pub-016': [3, 8],
  'pub-021': [0],
  'pub-023': [0],
  'run-001': [2],
  'run-003': [3],
  'run-008': [2],
  'run-009': [1],
  'gen-003': [11],
  'gen-018': [0],
  'gen-042': [0],
  'gen-045': [0],
  'gen-049': [0],
  'wrap-001': [4],
}

test('every line of a real log that certainly has a status gets its meaning, and no other line does', async () => {
  for (const { id, text, expect } of positives) {
    const unsure = NOT_SURE[id] || []
    const sure = expect.filter(({ line }) => !unsure.includes(line))
    assert.equal(expect.length - sure.length, unsure.length, id)
    await assertComments(text, sure, id)
  }
})

test('a line that only looks like a status stays as it is', async () => {
  for (const { id, text } of negatives) await assertComments(text, [], id)
  const others = [
    '{ code: 9, message: "timeout" }',
    'error: Request timed out [9]',
    'Aerospike error 9: timeout',
    '  code: 9,',
    '{"code":9,"message":"timeout"}',
    '{"name":"AerospikeError","code":"9"}',
    '{"name":"AerospikeError","code":9.5}',
    'x {"name":"AerospikeError","code\\\\":9}',
    'x {"a":"{\\"name\\":\\"AerospikeError\\",","b":"\\"code\\":9,"}',
    '{"name":"AerospikeError","detail":{"code":9}}',
    '{"error":{"name":"AerospikeError"},"code":9}',
    'x {"name":"AerospikeError","code":0}',
    'x {"name":"AerospikeError","code":252}',
    'x {"name":"AerospikeError","code":99999999999}',
    'x {"name":"MyAerospikeError","code":9}',
    'x {"file":"/home/me/src/main/other/client.c","code":9}',
    'aerospike_py.AerospikeError: AEROSPIKE_ERR_TIMEOUT',
    'aerospike.AerospikeError: AEROSPIKE_ERR_TIMEOUT',
    'MyAerospikeError: AEROSPIKE_ERR_TIMEOUT',
    'AerospikeError: AEROSPIKE_ERR_TIMEOUTS',
    'AerospikeError: AEROSPIKE_ERR_TIMEOUTs',
    'AerospikeError: AEROSPIKE_ERR_NONE',
    'AerospikeError: AEROSPIKE_OK',
    'ERROR(1) [command.cc:83] [ErrorCallback] - Client error [9] again',
    'ERROR(1) [command.cc:83] [Other] - Client error [9]',
    'ERROR(1) [other.cc:83] [ErrorCallback] - Client error [9]',
    'ERROR(1) [other.cc:83] [Connect] - Failed to connect (9)',
    'WARN (1) [as_cluster.c:414] - AEROSPIKE_ERR_TIMEOUT',
    'WARN (1) [as_cluster.c:414] [as_cluster_seed_node] - MY_AEROSPIKE_ERR_TIMEOUT',
  ]
  for (const line of others) await assertComments(line, [], line)
})

test("in each logger's format of a client error, it finds the right number or none", async () => {
  for (const { shape, code, lines, text } of shapes) {
    await assertComments(
      text,
      lines.map((line) => ({ line, code, name: null })),
      `${shape} of ${code}`,
    )
  }
  const unread = shapes.filter(({ lines }) => lines.length === 0)
  assert.ok(unread.length < 30 && shapes.length > 90)
})

// --- The rules, at their edges ---

/** Asserts that exactly the marked lines get a comment on a timeout. */
async function assertMarked(marked, options) {
  const lines = marked.map((line) => line.replace(' <<', ''))
  const expected = marked.map((line) => line.replace(' <<', `  ${timeout}`))
  assert.equal(await textOf(`${lines.join('\n')}\n`, options), `${expected.join('\n')}\n`)
}

test("JSON in a line: only the client error's own code counts, however deep or escaped", async () => {
  const object = '{"code":9,"command":{"args":[{"code":5,"name":"x"},"a } \\" ]"]},"name":"AerospikeError","key":{"code":2}}'
  const escaped = (text) => JSON.stringify(text).slice(1, -1)
  for (const text of [object, escaped(object), escaped(escaped(object)), escaped(escaped(escaped(object)))]) {
    await assertMarked([`it's "${text}" <<`, `[cut: ${text} <<`])
  }
  await assertMarked([
    'x { "type" : "AerospikeError" , "code" : 9 } <<',
    'x {"code":9,"file":"src/main/client/put.cc"} <<',
    'x {"code":9,"file":"..\\\\..\\\\src\\\\main\\\\aerospike\\\\as_event.c"} <<',
    'x [{"code":9,"name":"AerospikeError"},{"code":5}] <<',
    'x {"a":{"code":9,"name":"AerospikeError"},"b":{"code":9,"name":"AerospikeError"}} <<',
  ])
  const two = await textOf(
    'x {"name":"AerospikeError","code":9} {"name":"AerospikeError","code":2} {"name":"AerospikeError","code":9}',
  )
  assert.ok(two.endsWith(`}  ${timeout}; ${latest.format(2)}`))
})

test('--json names the status inside the object, at its level of escaping', async () => {
  const named = (text) => textOf(text, { json: true })
  const object = '{"level":50,"err":{"type":"AerospikeError","code": 9 ,"command":{"code":5}}}'
  const expected =
    '{"level":50,"err":{"type":"AerospikeError","code": 9,"statusName":"AEROSPIKE_ERR_TIMEOUT" ,"command":{"code":5}}}'
  assert.equal(await named(object), expected)
  assert.equal(await named(`[${object},${object}]`), `[${expected},${expected}]`)
  assert.equal(await named(JSON.stringify({ log: object })), JSON.stringify({ log: expected }))
  assert.equal(
    await named(JSON.stringify({ log: JSON.stringify({ object }) })),
    JSON.stringify({ log: JSON.stringify({ object: expected }) }),
  )
  assert.equal(await textOf(`${object} \t`), `${object} \t`)
  assert.match(await named('{"name":"AerospikeError","code":9,"statusNames":[]}'), /"statusName":"AEROSPIKE_ERR_TIMEOUT"/)
  for (const line of ['{"name":"AerospikeError","code":9,"statusName":"X"}', '{"msg":"AerospikeError: AEROSPIKE_ERR_TIMEOUT"}']) {
    assert.equal(await named(line), line)
  }
})

const stack = '    at AerospikeError.fromASError (/app/node_modules/aerospike/lib/error.js:119:21)'

test('a printed error: only its own code counts', async () => {
  await assertMarked([
    'AerospikeError: a',
    `${stack} {`,
    '  extra: {',
    '    code: 5,',
    '  },',
    '  code: 9, <<',
    '  code: 9,',
    '}',
  ])
  await assertMarked(['{ [AerospikeError: a]', '  code: 9, <<', '}', '[AerospikeError: a] {', '  code: 9 } <<'])
  await assertMarked(['AerospikeError: a', 'sub-errors:', '9,1', `${stack} {`, '  code: 9, <<'])
  await assertMarked(['AerospikeError: a', stack, 'done', '  code: 9,'])
  await assertMarked(['AerospikeError: a', `${stack} {`, '  extra: 1', '}', '{', '  code: 9,'])
  await assertMarked(['AerospikeError: a', 'TypeError: b', '    at other (/app/index.js:1:1) {', '  code: 9,'])
  await assertMarked(["message: 'AerospikeError: a", '    at other (/app/index.js:1:1) {', '  code: 9,'])
  await assertMarked(['db.AerospikeError: a', `${stack} {`, '  code: 9,'])
  await assertMarked(['AerospikeError: a', ...Array(98).fill(stack), `${stack} {`, '  code: 9, <<'])
  await assertMarked(['AerospikeError: a', ...Array(101).fill(stack), `${stack} {`, '  code: 9,'])
})

test('prefixes keep the alternating lines of two programs apart', async () => {
  await assertMarked([
    'api-1 | 10:00:09 AerospikeError: a',
    'api-1 | 10:00:09     at AerospikeError.fromASError (/app/error.js:1:1) {',
    'db-01 | 10:00:09   code: 5,',
    'api-1 | 10:00:10   code: 9, <<',
  ])
  const header = [
    'api-1 | AerospikeError: a',
    'api-1 |     at AerospikeError.fromASError (/app/error.js:1:1) {',
    'api-1 |   a: 1,',
  ]
  await assertMarked([...header, ...Array(100).fill('db-01 | x'), 'api-1 |   code: 9, <<'])
  await assertMarked([...header, ...Array(101).fill('db-01 | x'), 'api-1 |   code: 9,'])
})

test('an object with a file of the client: its code counts, at most six lines above', async () => {
  const file = "  file: 'src/main/aerospike/as_command.c',"
  const between = (count) => Array(count).fill("  x: 'y',")
  await assertMarked(['{ code: 9, <<', ...between(5), file])
  await assertMarked(['{ code: 9,', ...between(6), file])
  await assertMarked(['{', '  code: 9, <<', '  detail: {', '    code: 5,', '  },', file])
  await assertMarked(['{ code: 9,', '}', '{ x: 1,', file])
  await assertMarked(['{ code: 9, <<', `  message: '${hit}', <<`, file])
  await assertMarked(['{ code: 9,', "  file: 'src/main/other/as_command.c',"])
})

test('a printed object with the name of the error: its code counts, above or below', async () => {
  await assertMarked([
    '{',
    '  "name": "AerospikeError",',
    '  "a": {',
    '    "code": 5',
    '  },',
    '  "code": 9 <<',
    '}',
    '  "code": 9',
  ])
  await assertMarked(['{', '  "code": 9, <<', '  "line": 1,', '  "name": "AerospikeError"', '}'])
  await assertMarked(['{', '  "type": "AerospikeError",', '  "code": 9 <<', '}'])
  await assertMarked(['{', '  "name": "AerospikeError"', '}', '{', '  "code": 9', '}'])
  await assertMarked(['{', '  "name": "Error",', '  "code": 9', '}'])
})

test('a number gets every meaning in the given table, and a name only its own', async () => {
  const line = 'x {"name":"AerospikeError","code":501}'
  const documented = forRelease('documented')
  assert.equal(await textOf(line), line)
  assert.equal(await textOf(line, { table: documented }), `${line}  # ${documented.format(501)}`)
  const name = 'AerospikeError: AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'
  const [, status] = documented.lookupAll(501)
  assert.equal(await textOf(name, { table: documented }), `${name}  # ${status.name} (501): ${status.description}`)
  const lenient = { ...latest, lookup: () => latest.lookup(9) }
  assert.equal(await textOf('AerospikeError: AEROSPIKE_OTHER', { table: lenient }), 'AerospikeError: AEROSPIKE_OTHER')
})

// --- Bytes ---

test('a comment is the last thing in a line, before CR and LF', async () => {
  assert.equal(
    await textOf(`${hit}\r\n\r\n${hit}\n${hit}\r`),
    `${hit}  ${timeout}\r\n\r\n${hit}  ${timeout}\n${hit}  ${timeout}\r`,
  )
  const red = `\x1b[31m${hit}\x1b[39m`
  assert.equal(await textOf(red), `${red}  ${timeout}`)
})

test('a line of one MiB is annotated, a longer one is not', async () => {
  const line = (length) => hit.padStart(length, ' ')
  for (const sizes of [[2 ** 16], [333333, 1], [9 * MiB]]) {
    const unread = `${line(MiB + 1)}\n${line(3 * MiB)}\n`
    const output = await textOf(`${line(MiB)}\n${unread}${hit}\n${unread}`, { sizes })
    assert.ok(output === `${line(MiB)}  ${timeout}\n${unread}${hit}  ${timeout}\n${unread}`)
  }
})

test('a sign is found at any offset in a chunk', async () => {
  for (let length = 2 ** 14; length < 2 ** 14 + 40; length++) {
    const line = hit.padStart(length, ' ')
    assert.equal(await textOf(line), `${line}  ${timeout}`)
  }
})

const comments = latest
  .list()
  .flatMap(({ code, name, description }) => [latest.format(code), `${name} (${code}): ${description}`])

/** The addition at the start of a text; undefined if there is none. */
function additionAt(text) {
  const member = /^,(\\*)"statusName\1":\1"\w+\1"/.exec(text)
  if (member !== null) return member[0]
  for (let end = 4; text.startsWith(end === 4 ? '  # ' : '; ', end === 4 ? 0 : end - 2); end += 2) {
    const comment = comments.find((comment) => text.startsWith(comment, end))
    if (comment === undefined) return undefined
    end += comment.length
    if (!text.startsWith('; ', end)) return text.slice(0, end)
  }
}

/** What was added to an input; undefined if anything else changed. */
function additionsIn(output, input) {
  const found = []
  const [written, given] = [output, input].map((bytes) => bytes.latin1Slice(0, bytes.length))
  for (let from = 0, to = 0; to < written.length || from < given.length;) {
    const added = /[, ]/.test(written[to]) ? additionAt(written.slice(to, to + 5000)) : undefined
    if (added !== undefined && !given.startsWith(added, from)) {
      found.push(added)
      to += added.length
    } else if (written[to++] !== given[from++]) return undefined
  }
  return found
}

const texts = [...positives, ...negatives, ...shapes].map(({ text }) => text)
const anyLog = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...texts).map((text) => `${text}\n`) },
      { weight: 8, arbitrary: fc.constantFrom(...texts.flatMap((text) => text.split('\n'))).map((line) => `${line}\n`) },
      { weight: 2, arbitrary: fc.constantFrom(...texts.flatMap((text) => text.split(/(?<=[ ":,{}\\])/))) },
      {
        weight: 4,
        arbitrary: fc.constantFrom('\n', '\r\n', '\r', '\0', ' ', '  ', '{', '}', '"', '\\', '\x1b[31m', '\x1b[0m', '\x1b'),
      },
      {
        weight: 2,
        arbitrary: fc.constantFrom('AerospikeError', ': ', 'code: 9,', '"code":9', '"name":"AerospikeError"', 'src/main/'),
      },
      { weight: 1, arbitrary: fc.uint8Array({ maxLength: 40 }) },
    ),
    { maxLength: 60 },
  )
  .map((pieces) => Buffer.concat(pieces.map((piece) => Buffer.from(piece))))

test('nothing changes except for the additions, and chunk sizes make no difference', async () => {
  let count = 0
  await fc.assert(
    fc.asyncProperty(
      anyLog,
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1 }),
      fc.boolean(),
      async (log, sizes, json) => {
        const output = await annotated(log, { json })
        const added = additionsIn(output, log)
        assert.notEqual(added, undefined)
        count += added.length
        assert.ok(output.equals(await annotated(log, { json, sizes })))
      },
    ),
    runsOf(300),
  )
  assert.ok(count > 0)
})

// --- Time and memory ---

const statusFile = '/proc/self/status'
const noStatus = !fs.existsSync(statusFile) && `there is no ${statusFile} here`

/** The peak memory, in MiB, of a program that pipes its input through a transform. */
function peakMemory(transform, input) {
  const script = `
    const { Annotator } = require('../lib/annotate/stream')
    const table = require('..').forRelease('latest')
    require('stream').pipeline(process.stdin, ${transform}, process.stdout, (error) => {
      if (error) throw error
      console.error(require('fs').readFileSync('${statusFile}', 'utf8').match(/VmHWM:\\s+(\\d+)/)[1] / 1024)
    })`
  const stdio = ['pipe', 'ignore', 'pipe']
  const { stderr, status } = spawnSync(process.execPath, ['--eval', script], { cwd: __dirname, encoding: 'utf8', input, stdio })
  assert.equal(status, 0, stderr)
  return Number(stderr)
}

test('memory is bounded, whatever the input', { skip: noStatus }, () => {
  const filled = (piece) => piece.repeat(Math.ceil(MiB / piece.length)).slice(0, MiB - 100)
  const inputs = {
    'a line without an end': [32, 'x'],
    'objects a million deep': [32, '{"name":"AerospikeError","code":9,"a":'],
    'objects in objects, a MiB a line': [4, `${filled('{"name":"AerospikeError","code":9,"a":')}\n`],
    'objects beside objects, a MiB a line': [4, `${filled('{"name":"AerospikeError","code":9},')}\n`],
    'names, a MiB a line': [4, `${filled('AEROSPIKE_')}\n`],
    'backslashes, a MiB a line': [32, `${filled('\\')}"name":"AerospikeError"\n`],
    'spaces, a MiB a line': [32, `AerospikeError: ${filled(' ')}\n`],
    'open blocks': [8, '  [cause]: AerospikeError: a\n    at AerospikeError.fromASError (error.js:1:1) {\n'],
    'held lines': [32, `  code: 9,\n${filled('x').slice(0, 10000)}\n`],
    'a code above every file': [8, "{ code: 9,\n  file: 'src/main/aerospike/as_event.c' }\n"],
  }
  const allowed = peakMemory("new (require('stream').PassThrough)()", Buffer.alloc(32 * MiB)) + 16
  for (const [name, [size, piece]] of Object.entries(inputs)) {
    const peak = peakMemory('new Annotator(table)', Buffer.alloc(size * MiB, piece))
    assert.ok(peak < allowed, `${name}: ${peak.toFixed(1)} MiB, and ${allowed.toFixed(1)} are allowed`)
  }
})

test('input is written at once, except for up to six lines that a rule may need; a pause writes those too', async () => {
  const annotator = new Annotator(latest)
  const writtenFor = (input) => {
    annotator.write(input)
    return String(annotator.read() || '')
  }
  assert.equal(writtenFor(`${hit}\nbegun`), `${hit}  ${timeout}\nbegun`)
  assert.equal(writtenFor(`, ${hit}`), `, ${hit}`)
  assert.equal(writtenFor('\r'), '')
  assert.equal(writtenFor('\n'), `  ${timeout}\r\n`)
  assert.equal(writtenFor('{ code: 9,\n'), '')
  assert.equal(writtenFor('  a: 1,\n  b: 1,\n  c: 1,\n  d: 1,\n  e: 1,\n'), '')
  assert.equal(writtenFor('  f: 1,\n'), '{ code: 9,\n  a: 1,\n  b: 1,\n  c: 1,\n  d: 1,\n  e: 1,\n  f: 1,\n')
  assert.equal(writtenFor('{ code: 9,\n'), '')
  await once(annotator, 'readable')
  assert.equal(String(annotator.read()), '{ code: 9,\n')
  annotator.destroy()
})

test('with --json, a line is written when it is complete, since a member may come anywhere in it', () => {
  const annotator = new Annotator(latest, { json: true })
  annotator.write('{"code":9,"name":')
  assert.equal(annotator.read(), null)
  annotator.write('"AerospikeError"}\n')
  assert.equal(String(annotator.read()), '{"code":9,"statusName":"AEROSPIKE_ERR_TIMEOUT","name":"AerospikeError"}\n')
  annotator.destroy()
})

// --- The command ---

const folder = scratchFolder()
const run = (args, input, cwd = folder) => runNode([command, '--annotate', ...args], { ...isolatedIn(cwd), input })

const logLine = 'x {"name":"AerospikeError","code":201}'
const outputOf = (release) => `${logLine}  # ${forRelease(release).format(201)}\n`

test('--annotate uses the table of --release, and leaves other lines as they are', () => {
  assert.deepEqual(run(['--release', '1.0.19'], `a\n${logLine}\n`), { stdout: `a\n${outputOf('1.0.19')}`, stderr: '', status: 0 })
  assert.deepEqual(run(['--release', '6.7.1'], 'nothing\0\xff'), { stdout: 'nothing\0\xff', stderr: '', status: 0 })
  assert.deepEqual(run(['--release', '6.7.1'], ''), { stdout: '', stderr: '', status: 0 })
  const object = '{"name":"AerospikeError","code":9}'
  const named = '{"name":"AerospikeError","code":9,"statusName":"AEROSPIKE_ERR_TIMEOUT"}'
  assert.deepEqual(run(['--release', '6.7.1', '--json'], object), { stdout: named, stderr: '', status: 0 })
})

test("without --release, it uses the client's table, or the latest one and says so", () => {
  const app = fs.mkdtempSync(path.join(folder, 'app-'))
  fs.mkdirSync(path.join(app, 'node_modules', 'aerospike'), { recursive: true })
  fs.writeFileSync(path.join(app, 'node_modules', 'aerospike', 'package.json'), '{ "version": "1.0.19" }')
  assert.equal(run([], `${logLine}\n`, app).stdout, outputOf('1.0.19'))

  const { stdout, stderr, status } = run([], `${logLine}\n${logLine}\n`)
  assert.deepEqual([stdout, status], [outputOf('latest').repeat(2), 0])
  assert.match(stderr, /^aerospike-status: .*latest release.*--release.*\n$/)
})

test('--annotate refuses words and other modes', () => {
  for (const args of [['602'], ['--list'], ['--search', 'x'], ['--history', 'ERR_TIMEOUT'], ['--explain', '9']]) {
    const { stdout, stderr, status } = run(args, hit)
    assert.deepEqual([stdout, status], ['', 2])
    assert.match(stderr, /annotate/)
  }
})

test('a closed pipe causes no error, and a full disk is reported in one line', { skip: lacks('bash') }, () => {
  const shell = (line) => spawnSync('bash', ['-c', line], { encoding: 'utf8', ...isolatedIn(folder) })
  const annotate = '"$node" "$command" --annotate --release latest'
  const closed = shell(`yes '${hit}' | ${annotate} | head -n 1; echo "\${PIPESTATUS[1]}"`)
  assert.deepEqual([closed.stdout, closed.stderr], [`${hit}  ${timeout}\n0\n`, ''])
  if (!fs.existsSync('/dev/full')) return
  const full = shell(`yes '${hit}' | ${annotate} > /dev/full; echo "\${PIPESTATUS[1]}" >&2`)
  assert.equal(full.stderr, 'aerospike-status: ENOSPC: no space left on device, write\n3\n')
})

const noSignals = process.platform === 'win32' && 'there are no signals here'

test('a line is written at once, and SIGINT ends the command as it ends cat', { skip: noSignals }, async () => {
  const child = spawn(process.execPath, [command, '--annotate', '--release', 'latest'], isolatedIn(folder))
  child.stdin.write(`${hit}\n`)
  const [line] = await once(child.stdout, 'data')
  assert.equal(String(line), `${hit}  ${timeout}\n`)
  child.kill('SIGINT')
  const [code, signal] = await once(child, 'exit')
  assert.deepEqual([code, signal], [null, 'SIGINT'])
})
