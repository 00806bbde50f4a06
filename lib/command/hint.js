'use strict'

// What to say about a word that a table lacks: which releases have it, the nearest names, and which option to try.

const addon = require('./addon')
const { CODE_WITH_SUBCODE, keyOf, meaningOf } = require('./meaning')

/** The hint for a word that the table lacks. */
function hintFor(aerospike, { table, title }, word) {
  const [, code, subcode] = word.match(CODE_WITH_SUBCODE) || []
  if (code !== undefined && typeof keyOf(code) === 'number') {
    const what = `${code} has no subcode ${subcode} in ${title}: ${table.describe(keyOf(code))}`
    const latest = aerospike.forRelease('latest')
    return meaningOf(latest, word).subcode === undefined ? what : `${what}; try --release latest`
  }
  const key = keyOf(word)
  const known = key === word ? aboutName(aerospike, table, title, word) : [table.describe(key)]
  const last = lastReleaseWith(aerospike, word)
  return [...known, ...(last === undefined ? [] : [`try --release ${last}`])].join('; ')
}

function aboutName(aerospike, table, title, name) {
  const form = name.includes('/') ? ['write a subcode after its code, as in 22/6'] : []
  const releases = eraReleases(name)
  const eras = aerospike.history(name).map((era, index) => `${era.code} ${releases[index]}`)
  return [`no status '${name}' in ${title}`, ...form, ...eras, ...nearestIn(aerospike, table, name)]
}

/** The nearest names of the table, otherwise those of the latest release. */
function nearestIn(aerospike, table, name) {
  const own = nearest(table.suggest(name))
  if (own.length > 0) return own
  return nearest(aerospike.forRelease('latest').suggest(name), ' in the latest release')
}

const nearest = (names, where = '') => (names.length === 0 ? [] : [`nearest names${where}: ${names.join(', ')}`])

/** The hint for a name that no release has. */
function hintForHistory(name) {
  return [`no release has a status called '${name}'`, ...nearest(JSON.parse(addon.suggest(null, name)))].join('; ')
}

function lastReleaseWith({ forRelease, releases }, word) {
  const newestFirst = [...releases].reverse()
  const index = newestFirst.findIndex((release) => meaningOf(forRelease(release), word).statuses.length > 0)
  if (index === -1) return undefined
  return index === 0 ? 'latest' : addon.releaseBefore(newestFirst[index - 1])
}

/** For each entry of a name's history, its releases in words. */
const eraReleases = (name) => JSON.parse(addon.eraReleases(name))

module.exports = { eraReleases, hintFor, hintForHistory }
