'use strict'

// How the command's output fits a terminal: columns, wrapping, and terminals that don't know their width.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const helpers = require('./helpers')

const { command, linesOf } = helpers
const folder = helpers.scratchFolder()
const isolated = helpers.isolatedIn(folder)
const run = (...args) => helpers.runCommand(folder, args)

/** The lines that the command prints on a terminal with so many columns. */
const linesOnTerminal = (columns, args) =>
  linesOf(
    helpers.printedBy(
      [
        '--eval',
        `Object.assign(process.stdout, { isTTY: true, columns: ${columns} })
        process.argv = ['node', 'aerospike-status', ...${JSON.stringify(args)}]
        require(${JSON.stringify(command)})`,
      ],
      isolated,
    ),
  )
const wordsIn = (lines) => lines.join(' ').split(/\s+/).filter(Boolean)

test('on a terminal, sentences wrap at its width and stay in their column; in a pipe, they do not wrap', () => {
  const args = ['--release', '6.7.1', 'ERR_TIMEOUT', '-8', 'AEROSPIKE_ERR_FAIL_FORBIDDEN']
  const unwrapped = linesOf(run(...args).stdout)
  assert.equal(unwrapped.length, 3)
  for (const columns of [60, 80, 160]) {
    const lines = linesOnTerminal(columns, args)
    const starts = lines.filter((line) => line.startsWith('AEROSPIKE_'))
    assert.equal(starts.length, 3)
    assert.ok(lines.length > 3 && lines.every((line) => line.length <= columns && line.trimEnd() === line), lines.join('\n'))
    const indents = new Set(lines.filter((line) => line.startsWith(' ')).map((line) => line.search(/\S/)))
    assert.equal(indents.size, 1)
    assert.deepEqual(wordsIn(lines), wordsIn(unwrapped))
  }
})

test("a terminal that doesn't know its width, such as a serial console, gets whole lines", () => {
  const args = ['--release', '6.7.1', '9', '-8']
  for (const columns of [0, undefined]) assert.deepEqual(linesOnTerminal(columns, args), linesOf(run(...args).stdout))
})

test('a sentence is wrapped beside its name if 30 columns remain, otherwise below', () => {
  // The name and the number take 24 columns, with the spaces after them.
  const args = ['--release', '6.7.1', 'AEROSPIKE_ERR_TIMEOUT']
  assert.match(linesOnTerminal(54, args)[0], /^AEROSPIKE_ERR_TIMEOUT 9 No /)
  const [name, ...lines] = linesOnTerminal(53, args)
  assert.equal(name, 'AEROSPIKE_ERR_TIMEOUT 9')
  assert.ok(lines.every((line) => /^ {4}\S/.test(line)))
  assert.ok(lines.some((line) => line.length > 43))
  // A word that is wider than the terminal gets a line of its own.
  for (const columns of [1, 8]) {
    const narrow = linesOnTerminal(columns, args)
    assert.deepEqual(wordsIn(narrow), wordsIn([name, ...lines]))
    assert.ok(narrow.includes('    waited'))
  }
})

test('an explanation is wrapped again on a narrow terminal, and nowhere else', () => {
  const args = ['--release', 'latest', '--explain', '9', '22']
  const whole = linesOf(run(...args).stdout)
  for (const columns of [0, 80, 160]) assert.deepEqual(linesOnTerminal(columns, args), whole)
  const lines = linesOnTerminal(79, args)
  assert.ok(lines.every((line) => line.length <= 79))
  for (const columns of [60, 40]) {
    const narrow = linesOnTerminal(columns, args)
    assert.ok(narrow.every((line) => line.length <= columns && line.trimEnd() === line))
    assert.deepEqual(wordsIn(narrow), wordsIn(whole))
    // Each paragraph still begins on a line of its own: facts, headings, lists, subcodes.
    const beginnings = (text) => text.filter((line) => /^(?:- .|  \w+(?: \w+)?  | +\d+ [A-Z_]+$|\w[^.]*:$|$)/.test(line))
    assert.deepEqual(
      beginnings(narrow).map((line) => line.slice(0, 20)),
      beginnings(whole).map((line) => line.slice(0, 20)),
    )
  }
  const start = linesOnTerminal(60, args).slice(0, 9)
  assert.deepEqual(start, [
    'AEROSPIKE_ERR_TIMEOUT (9)',
    '',
    '  category   timeout',
    '  transient  yes: a retry after a pause may succeed',
    '  in doubt   yes: a write that failed with it may have been',
    '             applied',
    '  numbers    400 1.0.0-1.0.19; 9 since 1.0.20; 400 in the',
    '             1.x document',
    '',
  ])
  // A line is as full as it can be.
  assert.ok(linesOnTerminal(60, args)[9].length > 50)
})

test('on a terminal, the releases stay on one line', () => {
  const old = '1.0.0-1.0.19 and the 1.x document'
  assert.deepEqual(linesOnTerminal(60, ['501']), [
    'AEROSPIKE_ERR_REQUEST_INVALID     501',
    '    Request protocol invalid, or invalid protocol field.',
    `    (${old}; now 4)`,
    'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 501',
    '    Namespace in request not found on server.',
    '    (the 1.x document; now 20)',
  ])
  // Only releases that don't fit a line are wrapped.
  assert.deepEqual(linesOnTerminal(30, ['501']), [
    'AEROSPIKE_ERR_REQUEST_INVALID     501',
    '    Request protocol invalid,',
    '    or invalid protocol field.',
    '    (1.0.0-1.0.19 and the 1.x',
    '    document; now 4)',
    'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 501',
    '    Namespace in request not',
    '    found on server.',
    '    (the 1.x document; now 20)',
  ])
})
