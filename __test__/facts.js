'use strict'

// What several tests check against: facts about the client from outside the addon (the 1.x document, the numbers of each release, the
// names that others use), and the tables of the package.

const fs = require('node:fs')
const path = require('node:path')
const aerospike = require('..')

const { releases, statuses } = require('../data/numbers.json')
const { names: otherNames } = require('../data/other-names.json')

/** The 18 entries of the 1.x document, in its order: `{ code, name, description }`. */
const document = fs.readFileSync(path.join(__dirname, 'data', 'status-1.x.md'), 'utf8')
const documented = [...document.matchAll(/^#### (\d+) - (\w+)\n\n(.+)$/gm)].map(([, code, name, sentence]) => ({
  code: Number(code),
  name,
  description: sentence.replace('Too may', 'Too many'),
}))

const shortOf = (name) => name.replace('AEROSPIKE_', '')
const SHORT_NAMES_SINCE = releases.indexOf('3.0.0')

/** The statuses of a release, `{ name, code, export }`. */
function numbersOf(release) {
  const index = releases.indexOf(release)
  const covers = ({ since, until }) => releases.indexOf(since) <= index && (!until || index < releases.indexOf(until))
  return Object.entries(statuses).flatMap(([name, spans]) => spans.filter(covers).map((span) => ({ name, ...span })))
}

/** What `aerospike.status` held in a release: name to number. */
function statusOf(release) {
  const hasShortNames = releases.indexOf(release) >= SHORT_NAMES_SINCE
  const status = {}
  for (const { name, code, export: form } of numbersOf(release)) {
    if (form === undefined) status[name] = code
    if (form !== 'none' && hasShortNames) status[shortOf(name)] = code
  }
  return status
}

/** What a release could return but didn't export: `[name, number]`. */
const unexportedOf = (release) =>
  numbersOf(release)
    .filter((number) => number.export === 'none')
    .map(({ name, code }) => [name, code])

/** Every name that some release exported with its prefix. */
const exportedNames = Object.keys(statuses).filter((name) => statuses[name].some((span) => span.export === undefined))

/** Every table of the package: the documented one, then those of `aerospike.releases`. */
const tables = [aerospike, ...aerospike.releases.map(aerospike.forRelease)]

module.exports = { documented, exportedNames, otherNames, releases, shortOf, statuses, statusOf, tables, unexportedOf }
