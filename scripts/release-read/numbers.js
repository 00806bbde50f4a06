'use strict'

// Reads data/numbers.json, and adds what a release of the client exports.

const fs = require('node:fs')
const path = require('node:path')
const { Unreadable } = require('./client-package')

const NUMBERS = 'data/numbers.json'
const PREFIX = 'AEROSPIKE_'

/** Compares two releases, for sorting: `X.Y.Z`. */
const { compare: byRelease } = new Intl.Collator('en', { numeric: true })

/**
 * @typedef {{ code: number, since: string, until?: string, export?: 'short' | 'none' }} Span
 *   `until` is the first release without the number. `export` says that `aerospike.status` had only the short name, or no name.
 * @typedef {Pick<Span, 'code' | 'export'>} Entry a number that a name has in one release
 */

/**
 * Reads a file of `data/`. If it's broken, throws {@link Unreadable} with the line.
 *
 * @param {string} root the checkout
 * @param {string} file
 */
function readData(root, file) {
  const text = fs.readFileSync(path.join(root, file), 'utf8')
  try {
    return JSON.parse(text)
  } catch ({ message }) {
    const [, position = text.length] = message.match(/at position (\d+)/) ?? []
    throw new Unreadable(`${file}:${text.slice(0, position).split('\n').length}: ${message}. Nothing was changed.`)
  }
}

/**
 * Adds the numbers of a release. Returns all numbers, and what changed.
 *
 * @param {string} root the checkout
 * @param {import('./client-package').Client} client
 * @param {Map<string, number> | undefined} header the numbers that the release's C client defines; without it, numbers that aren't exported
 *   stay as in the previous release
 * @returns {{ numbers: object, changes: { name: string, before: Entry[], now: Entry[] }[] }}
 */
function withRelease(root, { version, statuses }, header) {
  const { releases: known, statuses: listed } = readData(root, NUMBERS)
  const releases = [...new Set([...known, version])].sort(byRelease)
  const exported = exportsOf(statuses)
  const exportedCodes = new Set(statuses.map(({ code }) => code))
  const names = [...new Set([...Object.keys(listed), ...exported.keys(), ...(header?.keys() ?? [])])]

  const changes = []
  const entries = names.map((name) => {
    const spans = listed[name] ?? []
    for (const span of spans) checkSpan(root, name, span, releases)
    const before = entriesIn(spans, releases, version)
    const now = [...unexported(name, before, header, exportedCodes), ...(exported.get(name) ?? [])]
    if (isSame(before, now)) return [name, spans]
    changes.push({ name, before, now })
    return [name, spansOf(releases, (release) => (release === version ? now : entriesIn(spans, releases, release)))]
  })
  if (known.includes(version)) refuseContradictions(root, version, changes)
  return { numbers: { releases, statuses: Object.fromEntries(entries) }, changes }
}

/** The numbers that a release exports, by full name. */
function exportsOf(statuses) {
  const codes = new Map(statuses.map(({ name, code }) => [name, code]))
  const hasShortNames = codes.has('OK')
  const exported = new Map()
  for (const [name, code] of codes) {
    const whole = name.startsWith(PREFIX) ? name : PREFIX + name
    const short = whole.slice(PREFIX.length)
    if (codes.has(whole) && hasShortNames && codes.get(whole) !== codes.get(short)) {
      throw new Unreadable(
        `it exports ${whole} as ${codes.get(whole)} and ${short} as ${codes.get(short)}: ${NUMBERS} can't express that`,
      )
    }
    exported.set(whole, codes.has(whole) ? [{ code }] : [{ code, export: 'short' }])
  }
  return exported
}

/** The numbers of a name that a release doesn't export. Those from 1 to 255 stay, because servers send them even if the C client lacks them. */
function unexported(name, before, header, exportedCodes) {
  const known = before.filter((entry) => entry.export === 'none').map(({ code }) => code)
  const stays = (code) => header === undefined || header.get(name) === code || (code > 0 && code < 256)
  const codes = new Set([...known.filter(stays), ...(header?.has(name) ? [header.get(name)] : [])])
  return [...codes].filter((code) => !exportedCodes.has(code)).map((code) => ({ code, export: 'none' }))
}

/** The numbers that a name has in a release, read from its spans. */
function entriesIn(spans, releases, release) {
  const index = releases.indexOf(release)
  const covers = ({ since, until }) =>
    releases.indexOf(since) <= index && (until === undefined || index < releases.indexOf(until))
  return spans.filter(covers).map(({ code, export: how }) => (how === undefined ? { code } : { code, export: how }))
}

const keyOf = ({ code, export: how }) => `${code} ${how}`
const isSame = (before, now) => String(before.map(keyOf).sort()) === String(now.map(keyOf).sort())

/** The spans of a name. `entriesAt` returns its numbers in a release. */
function spansOf(releases, entriesAt) {
  const spans = []
  let open = new Map()
  for (const release of releases) {
    const next = new Map()
    for (const { code, export: how } of entriesAt(release)) {
      const key = keyOf({ code, export: how })
      next.set(key, open.get(key) ?? { code, since: release, until: undefined, export: how })
      if (!open.has(key)) spans.push(next.get(key))
    }
    for (const [key, span] of open) if (!next.has(key)) span.until = release
    open = next
  }
  return spans
}

/** Refuses spans that would give wrong results here. The build checks the data in full. */
function checkSpan(root, name, { code, since, until }, releases) {
  const [start, end] = [releases.indexOf(since), until === undefined ? Infinity : releases.indexOf(until)]
  if (Number.isInteger(code) && start >= 0 && start < end) return
  throw new Unreadable(
    `${lineOf(root, name)}: a span of ${name} has unknown releases or ends before it begins. Nothing was changed.`,
  )
}

/** Refuses different numbers for a release that was read before. In that case, somebody edited the file by hand. */
function refuseContradictions(root, version, changes) {
  const exportOf = (entries) => entries.filter((entry) => entry.export !== 'none').map(({ code }) => code)[0] ?? 'not exported'
  const contradiction = changes.find(({ before, now }) => exportOf(before) !== exportOf(now))
  if (contradiction === undefined) return
  const { name, before, now } = contradiction
  const difference = `${name} is ${exportOf(before)} in ${version} here, but ${exportOf(now)} in aerospike@${version}`
  throw new Unreadable(`${lineOf(root, name)}: ${difference}. Nothing was changed.`)
}

function lineOf(root, name) {
  const lines = fs.readFileSync(path.join(root, NUMBERS), 'utf8').split('\n')
  return `${NUMBERS}:${lines.findIndex((line) => line.includes(`"${name}": [`)) + 1}`
}

module.exports = { byRelease, NUMBERS, readData, withRelease }
