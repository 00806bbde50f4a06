'use strict'

// Compares a release of the official client with the table of this checkout, and writes the lines that the sources lack, as they stand
// there.

const aerospike = require('..')
const checkout = require('./checkout')
const { Unreadable } = require('./client-package')
const loadAddon = require('./load-addon')
const { covers, previous, withRelease } = require('./spans')

const PREFIX = 'AEROSPIKE_'

/** The width to which src/status.rs is written. */
const WIDTH = 130

/** It has no full stop at its end, so that a test of the table refuses it. */
const SENTENCE_TO_WRITE = 'What happened and, where it helps, what to do'

const TABLE = 'src/status.rs'
const FACTS = '__test__/data/status-history.json'
const UNEXPORTED_FACTS = '__test__/data/unexported.json'
const HEADER = 'src/include/aerospike/as_status.h'

/**
 * What is to be changed for a release, in sections to print; none where it is known whole.
 *
 * @param {import('./client-package').Client} client
 * @returns {string[]}
 */
function missingLines(client) {
  const { version, statuses } = client
  const releases = checkout.releases()
  const exported = exportsOf(statuses)
  const changes = changesOf(version, exported, releases)
  const sections = [
    ...newRelease(version, releases),
    ...newStatuses(changes, statuses),
    ...changedStatuses(changes.filter((change) => !isNew(change) && !isOdd(change, version))),
    ...stockSentences(statuses),
    ...newFacts(version, exported),
    ...newUnexportedFacts(version, exported, releases),
  ]
  if (changes.length > 0 || !releases.includes(version)) sections.push(byHand(client, changes, releases))
  return sections.length === 0 ? [] : [summary(changes), ...sections]
}

// --- What changed ---

/**
 * What `aerospike.status` holds under each whole name, and under the name without its prefix.
 *
 * @typedef {{ whole?: number, short?: number }} Exported
 * @returns {Map<string, Exported>}
 */
function exportsOf(statuses) {
  const exported = new Map()
  for (const { name, code } of statuses) {
    const isWhole = name.startsWith(PREFIX)
    const key = isWhole ? name : PREFIX + name
    exported.set(key, { ...exported.get(key), [isWhole ? 'whole' : 'short']: code })
  }
  return exported
}

/** The names of which the release exports something else than the table says; `row` is what it has of the name already. */
function changesOf(version, exported, releases) {
  const known = exportsOf(Object.entries(aerospike.forRelease(version).status).map(([name, code]) => ({ name, code })))
  const rows = checkout.rows()
  const isSame = (before, now) => before.whole === now.whole && before.short === now.short
  return [...new Set([...known.keys(), ...exported.keys()])]
    .map((name) => ({ name, before: known.get(name) ?? {}, now: exported.get(name) ?? {}, row: rows.get(name) }))
    .filter(({ before, now }) => !isSame(before, now))
    .map((change) => ({ ...change, spans: withRelease(change.row?.spans ?? [], releases, version, spanOf(change.now)) }))
}

/** How the table has it: short names go with the whole ones, but for those that were exported alone. */
function spanOf({ whole, short }) {
  if (whole !== undefined) return { code: whole }
  return short === undefined ? undefined : { code: short, export: 'short_only' }
}

const isGone = ({ now }) => spanOf(now) === undefined
const isNew = ({ row }) => row === undefined

/** A whole name without the short one of the same number, since there are short ones: the table has no words for that. */
const isOdd = ({ now }, version) =>
  now.whole !== undefined && now.short !== ('OK' in aerospike.forRelease(version).status ? now.whole : undefined)

function summary(changes) {
  const [fresh, gone] = [changes.filter(isNew), changes.filter(isGone)]
  const counts = [
    [fresh.length, 'new'],
    [changes.length - fresh.length - gone.length, 'changed'],
    [gone.length, 'gone'],
  ]
  if (changes.length === 0) return 'Nothing new: the table agrees with it.'
  return `Statuses: ${counts.map(([count, what]) => `${count} ${what}`).join(', ')}.`
}

// --- The lines ---

/** Lines below what is to be done with them; nothing where there are none. */
const section = (heading, lines) => (lines.length === 0 ? [] : [`${heading}:\n${lines.join('\n')}`])

function newRelease(version, releases) {
  const lines = releases.includes(version) ? [] : [`    "${version}"`]
  return section(`src/release.rs, in the list after "${previous(releases, version)}"`, lines)
}

function newStatuses(changes, statuses) {
  const fresh = changes.filter(isNew)
  const rows = fresh.flatMap(({ name, spans }) => [
    `    Category ${name}`,
    `        ${JSON.stringify(SENTENCE_TO_WRITE)}`,
    spanLines(spans),
  ])
  const texts = fresh.map(({ name, now }) => {
    const { text } = statuses.find(({ code }) => code === (now.whole ?? now.short))
    return `    ${name}: ${text === null ? 'nothing' : JSON.stringify(text)}`
  })
  const unexplained = fresh.filter(({ name }) => !checkout.hasExplanation(name)).map(({ name }) => `    explanations/${name}.md`)
  return [
    ...section(`${TABLE}, each in its family, with its Category (${checkout.categories().join(', ')}) and a sentence`, rows),
    ...section('What the client says of them, to be told in our own words', texts),
    ...section('To be written, see explanations/README.md', unexplained),
  ]
}

function changedStatuses(changes) {
  return changes.map((change) => {
    const { name, row, spans } = change
    const lines = spanLines(spans)
    if (lines === row.lines) throw new Unreadable(`the addon is older than the row of ${name} in ${TABLE}: run "npm run build"`)
    return `${TABLE}, ${name} ${whatHappened(change)}. Instead of\n${row.lines}\nput\n${lines}`
  })
}

function whatHappened({ before, now }) {
  const [was, is] = [spanOf(before), spanOf(now)]
  if (is === undefined) return 'is gone'
  if (was === undefined) return 'is exported now'
  return was.code === is.code ? 'is exported otherwise' : `has another number, ${is.code}`
}

/** The spans of a row: in one line, or if that is too long in one each. */
function spanLines(spans) {
  const texts = spans.map(
    ({ code, since, until, export: how }) =>
      `${code} since "${since}"${until === undefined ? '' : ` until "${until}"`}${how === undefined ? '' : ` (${how})`}`,
  )
  const line = `        ${texts.join(', ')};`
  return line.length <= WIDTH ? line : `        ${texts.join(',\n        ')};`
}

/** A number can have several names and has one sentence, which is known where it is that of one of them. */
function stockSentences(statuses) {
  const { missingStockSentence } = loadAddon()
  const lines = new Set()
  for (const { code, text } of statuses.filter(({ text }) => text !== null)) {
    const names = [...exportsOf(statuses.filter((other) => other.code === code)).keys()]
    const missing = names.map((name) => missingStockSentence(name, text))
    if (!missing.includes(null)) lines.add(missing[0])
  }
  return section('src/stock.rs, in the order of the names', [...lines].sort())
}

/** The same facts once more, for the tests: from what was read, not from the table. */
function newFacts(version, exported) {
  const { releases, statuses, shortNames, lines } = checkout.facts()
  const listed = releases.includes(version) ? [] : [`    , "${version}"`]
  const wholeNames = [...new Set([...Object.keys(statuses), ...exported.keys()])]
  const read = [
    ...wholeNames.map((name) => [name, statuses[name], exported.get(name)?.whole]),
    ...Object.entries(shortNames.exceptions).map(([name, ranges]) => [name, ranges, exported.get(PREFIX + name)?.short]),
  ]
  const [fresh, changed] = [[], []]
  for (const [name, ranges = [], code] of read) {
    if (ranges.find((range) => covers(range, version))?.code === code) continue
    const now = withRelease(ranges, releases, version, code === undefined ? undefined : { code })
    const list = now.map(factText).join(', ')
    const line = lines.find((line) => line.trimStart().startsWith(`"${name}": [`))
    if (line === undefined) fresh.push(`  "${name}": [${list}],`)
    else changed.push(line.replace(/\[.*\]/, () => `[${list}]`))
  }
  return [
    ...section(`${FACTS}, in "releases" after "${previous(releases, version)}"`, listed),
    ...section(`${FACTS}, before another of "statuses"`, fresh),
    ...section(`${FACTS}, instead of the lines of these names`, changed),
  ]
}

const factText = ({ code, since, until }) =>
  `{ "code": ${code}, "since": "${since}"${until === undefined ? '' : `, "until": "${until}"`} }`

/** Numbers that were unexported until this release. */
function newUnexportedFacts(version, exported, releases) {
  const lines = []
  for (const { name, code, spans, line } of checkout.unexportedFacts()) {
    const { whole, short } = exported.get(name) ?? {}
    if ((whole !== code && short !== code) || !spans.some((span) => covers(span, version))) continue
    const known = spans.map((span) => ({ ...span, code }))
    const left = withRelease(known, releases, version, undefined).map(({ since, until }) =>
      until === undefined ? `{"since": "${since}"}` : `{"since": "${since}", "until": "${until}"}`,
    )
    lines.push(line.replace(/"spans": \[.*\]/, () => `"spans": [${left.join(', ')}]`))
  }
  return section(`${UNEXPORTED_FACTS}, instead of the lines of these names and numbers`, lines)
}

// --- What no package tells ---

function byHand({ version, repository }, changes, releases) {
  const notes = [
    'By hand: the numbers that the C client has and aerospike.status does not name. They are in',
    `${HEADER} of the C client, at the commit that is the submodule aerospike-client-c of`,
    `${repository} at the tag of ${version}. Compare it with the header of ${previous(releases, version)}.`,
    `What changed there goes into ${TABLE} and ${UNEXPORTED_FACTS}.`,
  ]
  const table = aerospike.forRelease(version)
  for (const change of changes) {
    const { name, before, now } = change
    if (isGone(change)) {
      notes.push(`${name}: where the header has it still, a span follows: ${spanOf(before).code} since "${version}" (unexported)`)
      continue
    }
    if (isOdd(change, version)) {
      notes.push(`${name}: it is ${now.whole} and its short name ${now.short}, for which the table and the facts have no words.`)
    }
    if (now.whole === undefined) {
      notes.push(`${name}: only the short name is exported, so its facts are one of the "exceptions" of ${FACTS}.`)
    }
    const others = table.lookupAll(spanOf(now).code).filter((other) => other.name !== name && !other.exported)
    for (const other of others) {
      notes.push(`${name}: ${other.name} has this number, unexported. If they are the same, that span ends: until "${version}"`)
    }
  }
  return notes.join('\n')
}

module.exports = { missingLines }
