'use strict'

// What a word means in a table: a code, a name, or a subcode.

const addon = require('./addon')

const CODE_WITH_SUBCODE = /^(-?\d+)\/(\d+)$/

/** The code that a word stands for, as a number. Any other word is a name and stays as it is. */
function keyOf(word) {
  const code = addon.codeOf(word)
  return code === null ? word : code
}

/** The statuses that a word stands for. For a subcode (`22/6` or its name), its status and the subcode. */
function meaningOf(table, word) {
  const statuses = statusesOf(table, word)
  if (statuses.length > 0) return { statuses }
  const [, code] = word.match(CODE_WITH_SUBCODE) || []
  const name = word.toUpperCase().replace(/^AS_SUB_/, '')
  for (const status of table.list()) {
    const isMeant = (info) => (code === undefined ? info.name === name : `${status.code}/${info.subcode}` === word)
    const subcode = status.subcodes.find(isMeant)
    if (subcode !== undefined) return { statuses: [status], subcode }
  }
  return { statuses }
}

function statusesOf(table, word) {
  const key = keyOf(word)
  if (key !== word) return table.lookupAll(key)
  const status = table.lookup(key)
  return status === undefined ? [] : [status]
}

module.exports = { CODE_WITH_SUBCODE, keyOf, meaningOf, statusesOf }
