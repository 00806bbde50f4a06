'use strict'

// The annotator at its limits: just inside and just outside each, and lines that only nearly fit a rule.

const assert = require('node:assert/strict')
const { mock, test } = require('node:test')
const { Annotator } = require('../lib/annotate/stream')
const { forRelease } = require('..')

const latest = forRelease('latest')
const comment = `  # ${latest.format(9)}`
const HIT = 'AerospikeError: AEROSPIKE_ERR_TIMEOUT'

/** What an annotator writes for chunks, before its input ends. */
function writtenFor(annotator, ...chunks) {
  for (const chunk of chunks) annotator.write(chunk)
  return String(annotator.read() || '')
}

function annotated(text, options) {
  const annotator = new Annotator(latest, options)
  annotator.end(text)
  return String(annotator.read() || '')
}

/** Asserts that exactly the marked lines get a comment on a timeout. */
function assertMarked(lines, options) {
  const text = (mark) => lines.map((line) => line.replace(' <<', mark)).join('\n')
  assert.equal(annotated(text(''), options), text(comment))
}

const frame = '    at AerospikeError.fromASError (/app/node_modules/aerospike/lib/error.js:119:21)'

test('a code outside 32 bits gets no comment, and the lines after it are read', () => {
  for (const code of ['9999999999', '-9999999999', '2147483648', '4294967305']) {
    assertMarked([`x {"name":"AerospikeError","code":${code}}`, `${HIT} <<`])
    assertMarked(['AerospikeError: a', `${frame} {`, `  code: ${code},`, '}', `${HIT} <<`])
  }
})

test('a line that only begins with JSON gets a comment', () => {
  assertMarked([`{"a":1} ${HIT} <<`, `{"a":1}, ${HIT} <<`, `[{"a":1}] ${HIT} <<`, `{"msg":"${HIT}"}`, `[{"msg":"${HIT}"}] `])
})

test('a path of the client counts with slashes and backslashes, escaped up to twice', () => {
  const error = (file) => JSON.stringify({ file, code: 9 })
  for (const file of ['src/main/aerospike/as_event.c', 'src\\main\\client\\put.cc']) {
    assertMarked([`x ${error(file)} <<`, `x ${JSON.stringify(error(file))} <<`])
  }
  const other = error('src\\other\\client\\put.cc')
  assertMarked([`x ${other}`, `x ${JSON.stringify(other)}`, 'x {"file":"src/main/clients.js","code":9}'])
})

test('lines are held while input comes more often than every 50 ms, and as long as the output is slow', () => {
  mock.timers.enable({ apis: ['setTimeout'] })
  try {
    const annotator = new Annotator(latest)
    assert.equal(writtenFor(annotator, '{ code: 9,\n'), '')
    for (let time = 0; time < 3; time++) {
      mock.timers.tick(49)
      assert.equal(writtenFor(annotator, `  x${time}: 1,\n`), '')
    }
    mock.timers.tick(49)
    assert.equal(annotator.read(), null)
    mock.timers.tick(1)
    assert.equal(String(annotator.read()), '{ code: 9,\n  x0: 1,\n  x1: 1,\n  x2: 1,\n')
    // Once written, the lines are still copied as they are.
    assert.equal(
      writtenFor(annotator, "  file: 'src/main/aerospike/as_command.c',\n"),
      "  file: 'src/main/aerospike/as_command.c',\n",
    )

    const slow = new Annotator(latest, { writableHighWaterMark: 1 })
    slow._transform = new Proxy(slow._transform, {
      apply: (transform, self, [chunk, encoding]) => transform.call(self, chunk, encoding, () => {}),
    })
    slow.write('{ code: 9,\n')
    slow.write('more\n') // Waits, because the first chunk isn't done.
    mock.timers.tick(1000)
    assert.equal(slow.read(), null)
  } finally {
    mock.timers.reset()
  }
})

test('at most 64 KiB of lines are held', () => {
  const file = "  file: 'src/main/aerospike/as_command.c',\n"
  const code = '{ code: 9,\n'
  for (const [size, isHeld] of [
    [2 ** 16, true],
    [2 ** 16 + 1, false],
  ]) {
    const filler = `  ${'x'.repeat(size - code.length - 3)}\n`
    const annotator = new Annotator(latest)
    assert.equal(writtenFor(annotator, code, filler) === '', isHeld)
    annotator.destroy()
    // A line above the held ones gets no comment, even if all lines come at once.
    const [first] = annotated(`${code}${filler}${file}`).split('\n')
    assert.equal(first, isHeld ? `{ code: 9,${comment}` : '{ code: 9,')
  }
})

test('at most eight blocks are open: the oldest gives way', () => {
  // Each prefix is a program of its own, with an error of its own.
  const headers = (count) => Array.from({ length: count }, (_, program) => `p${'x'.repeat(program)} | AerospikeError: a`)
  const stacks = (count) => Array.from({ length: count }, (_, program) => `p${'x'.repeat(program)} | ${frame} {`)
  for (const [count, mark] of [
    [8, ' <<'],
    [9, ''],
  ]) {
    const opened = headers(count).flatMap((header, program) => [
      header,
      stacks(count)[program],
      `p${'x'.repeat(program)} |   a: 1,`,
    ])
    assertMarked([...opened, `p |   code: 9,${mark}`])
    assertMarked([...opened, 'px |   code: 9, <<'])
  }
})

test('a message has at most 30 lines', () => {
  const message = (lines) => ['AerospikeError: a', ...Array(lines).fill('more of it'), `${frame} {`]
  assertMarked([...message(29), '  code: 9, <<'])
  assertMarked([...message(30), '  code: 9,'])
})

test('an empty line does not end an object', () => {
  assertMarked(['{', '  "name": "AerospikeError",', '', '  "code": 9 <<', '}'])
  assertMarked(['{ code: 9, <<', '', "  file: 'src/main/aerospike/as_command.c',"])
  assertMarked(['AerospikeError: a', `${frame} {`, '  a: 1,', '', '  code: 9, <<'])
})

test('only the first 1024 bytes and the last 64 of a line are looked at', () => {
  const origin = '[as_cluster.c:414] [as_cluster_seed_node] - '
  const log = (length) => `${'x'.repeat(length)}${origin}AEROSPIKE_ERR_TIMEOUT`
  assertMarked([`${log(1024 - origin.length)} <<`, log(1025 - origin.length)])
  assertMarked([`ERROR(1) [command.cc:83] [ErrorCallback] - ${'x'.repeat(2000)} [9] <<`])
})

test('with --json, a member goes where the code is, within the first 1024 bytes', () => {
  const object = (indent) => `{\n${indent}"name": "AerospikeError",\n${indent}"code": 9,\n}`
  assert.match(annotated(object('  '), { json: true }), /"code": 9,"statusName":"AEROSPIKE_ERR_TIMEOUT",/)
})
