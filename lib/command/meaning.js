'use strict'

// What a word means: a code, a name, or a subcode.

const addon = require('./addon')

/**
 * A status that a word stands for.
 *
 * @typedef {object} Meaning
 * @property {object} table
 * @property {object} row the status in the table
 * @property {string} [releases] the releases with this meaning, where every table was asked
 * @property {string} [note] what a line says about the releases; empty if there is nothing to say
 */

const CODE_WITH_SUBCODE = /^(-?\d+)\/(\d+)$/

/** The code that a word stands for, as a number. Any other word is a name and stays as it is. */
function keyOf(word) {
  const code = addon.codeOf(word)
  return code === null ? word : code
}

/**
 * The statuses that a word stands for. For a subcode (`22/6` or its name), its status and the subcode.
 *
 * @returns {{ meanings: Meaning[], subcode?: object }}
 */
function meaningOf(aerospike, { table, isEvery }, word) {
  const meanings = isEvery ? meaningsEver(aerospike, word) : meaningsIn(table, word)
  if (meanings.length > 0) return { meanings }
  const { row, subcode } = subcodeIn(table, word) || {}
  if (subcode === undefined) return { meanings }
  return { meanings: [isEvery ? inLatest(aerospike, row) : { table, row }], subcode }
}

/** Whether a table has a word. */
const knows = (table, word) => meaningOf(undefined, { table }, word).meanings.length > 0

function meaningsIn(table, word) {
  const key = keyOf(word)
  const rows = key === word ? [table.lookup(key)].filter((row) => row !== undefined) : table.lookupAll(key)
  return rows.map((row) => ({ table, row }))
}

/** What every table means by a word, the latest first. */
function meaningsEver(aerospike, word) {
  const found = JSON.parse(addon.meaningsEver(word))
  return found.map(({ release, position, releases, isUsual, now }) => {
    const table = aerospike.forRelease(release)
    const note = isUsual && found.length === 1 ? '' : releases + (now === null ? '' : `; now ${now}`)
    return { table, row: table.list()[position], releases, note }
  })
}

/** What the latest table means by the name of one of its rows, and since when. */
function inLatest(aerospike, { name }) {
  const [{ releases, isUsual }] = JSON.parse(addon.meaningsEver(name))
  const table = aerospike.forRelease('latest')
  return { table, row: table.lookup(name), releases, note: isUsual ? '' : releases }
}

function subcodeIn(table, word) {
  const [, code] = word.match(CODE_WITH_SUBCODE) || []
  const name = word.toUpperCase().replace(/^AS_SUB_/, '')
  for (const row of table.list()) {
    const isMeant = (info) => (code === undefined ? info.name === name : `${row.code}/${info.subcode}` === word)
    const subcode = row.subcodes.find(isMeant)
    if (subcode !== undefined) return { row, subcode }
  }
}

/** The statuses that match a text, best first. */
function matchesOf(aerospike, { table, isEvery }, text) {
  return table.search(text).map((row) => (isEvery ? inLatest(aerospike, row) : { table, row }))
}

/** The explanation of a meaning. */
function explain({ table, row }, subcode) {
  // A name stands for one status, but a status with two numbers has only one of them by its name.
  const key = table.lookup(row.name) === row ? row.name : row.code
  return table.explain(key, subcode && subcode.subcode)
}

module.exports = { CODE_WITH_SUBCODE, explain, keyOf, knows, matchesOf, meaningOf }
