'use strict'

// The explanations: each has the parts that explanations/README.md requires, fits a terminal, and names only things that exist.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const aerospike = require('..')
const { assertRefuses, root } = require('./helpers')

const folder = path.join(root, 'explanations')
const read = (file) => fs.readFileSync(path.join(folder, file), 'utf8')
const files = fs.readdirSync(folder).filter((file) => file.endsWith('.md') && file !== 'README.md')
const explanations = files.map((file) => {
  const [whole, sources] = read(file).split('\n## Sources\n')
  const [text, subcodes = ''] = whole.split('\n## Subcodes\n')
  return { name: path.basename(file, '.md'), whole, text, subcodes, sources }
})
const settings = read('settings.txt').trim().split('\n')

/** The sentences that can start "Sending again": the rows of a table in explanations/README.md. */
const openings = Array.from(
  read('README.md').matchAll(/^\| (.+?) +\| (?:yes|no) +\| (?:yes|no) +\|$/gm),
  ([, opening]) => opening,
)

const tables = [aerospike, ...aerospike.releases.map(aerospike.forRelease)]
const names = new Set(tables.flatMap((table) => table.list().map(({ name }) => name)))

/** Commands of the server and its tools that look like server settings. */
const COMMANDS = ['query-abort', 'scan-abort']

const PARTS = ['Causes', 'People say', 'What to do', 'Sending again']

/** The phrases of "People say" that two statuses share. */
const SHARED = [
  'broken pipe',
  'cold start',
  'conditional check failed',
  'deadlock',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'invalid ttl',
  'set name too long',
  'stop writes',
  'transaction conflict',
  'udf does not exist',
  'unauthorized',
  'wrong password',
  'xdr write not allowed',
]

test('every status that a release from 2.0.0 on can return has a file, except LDT; every file has a status', () => {
  const since = aerospike.releases.indexOf('2.0.0')
  const inScope = new Set()
  for (const release of aerospike.releases.slice(since)) {
    for (const { name, category } of aerospike.forRelease(release).list()) {
      if (category !== 'ldt') inScope.add(name.replace(/^ERR_/, 'AEROSPIKE_ERR_'))
    }
  }
  assert.deepEqual(
    explanations.map(({ name }) => name),
    [...inScope].sort(),
  )
})

test('a file has a title, a paragraph, the parts in their order, and sources', () => {
  for (const { name, text, sources } of explanations) {
    assert.ok(text.startsWith(`# ${name}\n\n`), name)
    const [head, ...parts] = text.split('\n## ')
    assert.match(head.slice(name.length + 2).trim(), /^[A-Z"`][^]*\.$/, name)
    const titles = parts.map((part) => part.split('\n')[0])
    assert.deepEqual(
      titles,
      PARTS.filter((title) => titles.includes(title)),
      name,
    )
    for (const part of parts)
      if (!part.startsWith('People say\n')) assert.match(part, /^[A-Z][a-z ]+\n\n[^]*\.\n?$/, `${name}: ${part}`)
    assert.match(sources || '', /^\n(- [^]+\n)+$/, `${name} has no sources`)
  }
})

test('"Sending again" begins with one of the sentences that explanations/README.md lists', () => {
  assert.equal(new Set(openings).size, 4)
  for (const { name, text } of explanations) {
    const [, part] = text.split('\n## Sending again\n')
    if (part === undefined) continue
    const begins = (opening) => part.replace(/\s+/g, ' ').trim().startsWith(opening)
    assert.equal(openings.filter(begins).length, 1, `${name}: ${part}`)
  }
})

test('"People say" is one paragraph of phrases, each in one file unless two share it, and none a name', () => {
  const shared = new Map()
  for (const { name, text } of explanations) {
    const [, part] = text.split('\n## People say\n\n')
    if (part === undefined) continue
    const [paragraph] = part.split(/\n\n|\n$/)
    for (const phrase of paragraph.replace(/\n/g, ' ').split(', ')) {
      assert.match(phrase, /^[A-Za-z0-9]+(?:[ _-][A-Za-z0-9]+)*$/, name)
      assert.ok(phrase.split(' ').length <= 5, `${name}: ${phrase}`)
      for (const table of tables) assert.equal(table.lookup(phrase.replace(/ /g, '_')), undefined, `${name}: ${phrase} is a name`)
      const key = phrase.toLowerCase()
      shared.set(key, [...(shared.get(key) || []), phrase])
    }
  }
  const twice = Array.from(shared.values()).filter(({ length }) => length > 1)
  for (const files of twice) assert.equal(files.length, 2, files[0])
  assert.deepEqual(twice.map(([phrase]) => phrase).sort(), [...SHARED].sort())
})

test('a file lists only subcodes of its status, in order, with one or two paragraphs each', () => {
  const all = JSON.parse(read('../__test__/data/subcodes.json'))
  for (const { name, subcodes } of explanations) {
    const own = all.filter(({ status }) => status === name).map((subcode) => subcode.name)
    assert.ok(own.length > 0 || subcodes === '', name)
    const [intro, ...sections] = subcodes.split('\n### ').map((section) => section.trim().split('\n\n'))
    const headings = sections.map(([heading]) => heading)
    const known = own.filter((subcode) => headings.includes(subcode))
    assert.deepEqual(headings, known, name)
    for (const [heading, ...paragraphs] of [['', ...intro.filter(Boolean)], ...sections]) {
      if (heading) assert.ok(paragraphs.length === 1 || paragraphs.length === 2, heading)
      for (const paragraph of paragraphs) assert.match(paragraph, /^[A-Z"`].*(\n.+){0,3}\.$/, `${name} ${heading}: ${paragraph}`)
    }
  }
})

test('lines fit a terminal, in plain ASCII, and nothing in them needs rendering', () => {
  for (const { name, whole, text, sources } of explanations) {
    for (const line of whole.split('\n')) {
      assert.match(line, /^[\x20-\x7e]{0,80}$/, `${name}: ${line}`)
      assert.doesNotMatch(line, /\s$|\*\*|\]\(|^\||^\s*\d+\. |^#{4}|^ {3}|<|\t/, `${name}: ${line}`)
    }
    assert.doesNotMatch(text, /^###/m, name)
    assert.doesNotMatch(whole, /```|\n\n\n/, name)
    assert.equal((whole.match(/`/g) || []).length % 2, 0, `${name} has an open backtick`)
    for (const link of sources.match(/https?:\S*/g) || []) assert.match(link, /^https?:\/\/\S+>$/, `${name}: ${link}`)
    // Two screens at most.
    assert.ok(text.split('\n').length <= 60, name)
  }
})

test('a text names statuses without their numbers, and misspells no name', () => {
  for (const { name, whole } of explanations) {
    const text = whole.replace(/"[^"]*"/g, '""') // Quoted messages may have numbers.
    assert.doesNotMatch(text, /\b(code|status|error|number)s? -?\d/i, name)
    assert.doesNotMatch(text, /(?<![\w.-])-\d/, name)
    for (const [mentioned] of text.matchAll(/\b(AEROSPIKE|AS|ERR)_[A-Z_]+\b/g)) {
      assert.ok(names.has(mentioned) || names.has(`AEROSPIKE_${mentioned}`), `${name} mentions ${mentioned}`)
    }
  }
})

test('settings.txt is sorted, lists nothing twice, and has every server setting in the texts', () => {
  assert.deepEqual(settings, [...new Set(settings)].sort())
  for (const { name, whole } of explanations) {
    // The server's settings are in kebab-case. integration/ compares the client's names with the installed client.
    for (const [, word] of whole.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g))
      assert.ok([...settings, ...COMMANDS].includes(word), `${name}: ${word}`)
  }
})

test('explain returns the text of the file, readable without rendering', () => {
  for (const table of tables) {
    for (const { name, code } of table.list()) {
      const explained = table.explain(code)
      assert.ok(explained.includes(`${name} (${code})\n`), name)
      assert.doesNotMatch(explained, /`|^#/m)
      for (const line of explained.split('\n')) assert.ok(line.length <= 80, line)
      const file = explanations.find((explanation) => explanation.name === `AEROSPIKE_${name.replace('AEROSPIKE_', '')}`)
      if (file === undefined) continue
      const [, paragraph] = file.text.split('\n\n')
      assert.ok(explained.includes(paragraph.replace(/`/g, '').trim()), `${name} of ${table.release}`)
      for (const title of PARTS)
        assert.equal(table.explain(name).includes(`\n${title}:\n`), file.text.includes(`\n## ${title}\n`), name)
    }
  }
})

test('for success, explain has no transient line and no note about the renumbering, in any table', () => {
  for (const table of tables) {
    assert.ok(table.explain(0).startsWith('AEROSPIKE_OK (0)\n'))
    assert.doesNotMatch(table.explain(0), /transient|1\.0\.20/, table.release)
  }
  assert.match(aerospike.explain(100), /^ {2}transient /m)
})

test('explain explains one status by name, every meaning by number, and says what is unknown', () => {
  const { explain, describe } = aerospike
  assert.equal(explain(501), `${explain('AEROSPIKE_ERR_REQUEST_INVALID')}\n\n${explain('ERR_NAMESPACE_NOT_FOUND')}`)
  assert.equal(explain('err_timeout'), explain(400))
  assert.equal(explain(2), describe(2))
  assert.equal(explain('ZZZZ'), "Unknown status 'ZZZZ'")
  assert.equal(explain('TIMEUOT'), "Unknown status 'TIMEUOT'\n\nThe nearest names:\n\n- AEROSPIKE_ERR_TIMEOUT")
  assert.match(explain(300), /^ {2}numbers +300 1\.0\.0-1\.0\.19; 11 since 1\.0\.20; 300 in the 1\.x document$/m)
  assertRefuses(explain, [null, undefined, {}, 602n], TypeError, /^explain: "key" must be a number or a string\. /)
  assertRefuses(explain, [0.5], RangeError, /^explain: "key" /)
})
