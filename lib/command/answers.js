'use strict'

// The answers to words, and the history of a name.

const { readFileSync } = require('fs')
const addon = require('./addon')
const { eraReleases, hintFor, hintForHistory } = require('./hint')
const { keyOf, meaningOf, statusesOf } = require('./meaning')
const { aligned, print, printJson, printRows, statusColumns } = require('./print')
const { FOUND, NOT_FOUND, warn } = require('./report')

function printAnswers(aerospike, choice, { words, explain, json }) {
  const queries = words.flatMap((word) => (word === '-' ? wordsOnStdin() : [word]))
  const answers = queries.map((query) => answerTo(aerospike, choice, query, explain))
  const found = answers.filter(({ hint }) => hint === undefined)

  if (json) printJson(answers)
  else if (explain) print(found.map(({ explanation }) => `${explanation}\n`).join('\n'))
  else print(aligned(found.flatMap(columnsOf)))

  const warnings = choice.isFallback && !json ? found.map((answer) => warningFor(aerospike, answer)) : []
  const otherClients = found.map(({ query }) => addon.whoseName(choice.table.release, query))
  const hints = answers.map(({ hint }) => hint)
  for (const line of new Set([...otherClients, ...warnings, ...hints])) if (line) warn(line)
  return found.length === answers.length ? FOUND : NOT_FOUND
}

function wordsOnStdin() {
  try {
    const lines = readFileSync(0, 'utf8').split('\n')
    return lines.map((line) => line.trim()).filter((line) => line !== '')
  } catch (error) {
    throw new Error(`aerospike-status can't read stdin: ${error.message}`)
  }
}

/** What the table says about a word, and with `explain` its explanation. A word that the table lacks gets a hint instead. */
function answerTo(aerospike, choice, query, explain) {
  const { table } = choice
  const answer = { query, release: table.release, ...meaningOf(table, query) }
  const { statuses, subcode } = answer
  if (statuses.length === 0) return { ...answer, hint: hintFor(aerospike, choice, query) }
  if (!explain) return answer
  const explanation = subcode === undefined ? table.explain(keyOf(query)) : table.explain(statuses[0].code, subcode.subcode)
  return { ...answer, explanation }
}

const columnsOf = ({ statuses, subcode }) =>
  subcode === undefined
    ? statuses.map(statusColumns)
    : [[subcode.name, `${statuses[0].code}/${subcode.subcode}`, subcode.description]]

/** A warning if a number means something else in the latest release than in the document, or if a name has another number there. */
function warningFor(aerospike, { query, statuses }) {
  const newest = statusesOf(aerospike.forRelease('latest'), query)
  const isSame = ({ name, code }) => statuses.some((status) => status.name === name && status.code === code)
  if (newest.length === 0 || newest.some(isSame)) return undefined
  const meanings = newest.map(({ name, code }) => `${name} ${code}`).join(' and ')
  return `'${query}' is ${meanings} in the latest release; try --release latest`
}

function printHistory(aerospike, name, json) {
  const releases = eraReleases(name)
  const columns = (era, index) => [name.toUpperCase(), era.code, releases[index]]
  return printRows(aerospike.history(name), columns, json, hintForHistory(name))
}

module.exports = { printAnswers, printHistory }
