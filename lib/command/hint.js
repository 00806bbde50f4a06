'use strict'

// What to say about a word that a table lacks: which releases have it, the nearest names, and which option to try.

const addon = require('./addon')
const { CODE_WITH_SUBCODE, keyOf, knows } = require('./meaning')

/** The hint for a word that the table lacks, or every table. */
function hintFor(aerospike, { table, title, isEvery }, word) {
  const [, code, subcode] = word.match(CODE_WITH_SUBCODE) || []
  if (code !== undefined && typeof keyOf(code) === 'number') {
    const what = `${code} has no subcode ${subcode} in ${title}: ${table.describe(keyOf(code))}`
    return knows(aerospike.forRelease('latest'), word) ? `${what}; try --release latest` : what
  }
  const key = keyOf(word)
  if (isEvery) return key === word ? hintForUnknownName(word) : table.describe(key)
  const known = key === word ? aboutName(aerospike, table, title, word) : [table.describe(key)]
  const last = lastReleaseWith(aerospike, word)
  return [...known, ...(last === undefined ? [] : [`try --release ${last}`])].join('; ')
}

function aboutName(aerospike, table, title, name) {
  const releases = eraReleases(name)
  const eras = aerospike.history(name).map((era, index) => `${era.code} ${releases[index]}`)
  return [`no status '${name}' in ${title}`, ...formOfSubcode(name), ...eras, ...nearestIn(aerospike, table, name)]
}

/** The nearest names of the table, otherwise those of the latest release. */
function nearestIn(aerospike, table, name) {
  const own = nearest(table.suggest(name))
  if (own.length > 0) return own
  return nearest(aerospike.forRelease('latest').suggest(name), ' in the latest release')
}

const nearest = (names, where = '') => (names.length === 0 ? [] : [`nearest names${where}: ${names.join(', ')}`])

const formOfSubcode = (name) => (name.includes('/') ? ['write a subcode after its code, as in 22/6'] : [])

/** The hint for a name that no release has. */
function hintForUnknownName(name) {
  const names = nearest(JSON.parse(addon.suggest(null, name)))
  return [`no release has a status called '${name}'`, ...formOfSubcode(name), ...names].join('; ')
}

function lastReleaseWith({ forRelease, releases }, word) {
  const newestFirst = [...releases].reverse()
  const index = newestFirst.findIndex((release) => knows(forRelease(release), word))
  if (index === -1) return undefined
  return index === 0 ? 'latest' : addon.releaseBefore(newestFirst[index - 1])
}

/** For each entry of a name's history, its releases in words. */
const eraReleases = (name) => JSON.parse(addon.eraReleases(name))

module.exports = { eraReleases, hintFor, hintForUnknownName }
