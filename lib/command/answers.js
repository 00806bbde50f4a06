'use strict'

// The answers to words and texts, and the history of a name.

const addon = require('./addon')
const { eraReleases, hintFor, hintForUnknownName } = require('./hint')
const { explain, matchesOf, meaningOf } = require('./meaning')
const { aligned, fitted, print, printJson, printRows, statusColumns } = require('./print')
const { mayLackQuotes, queriesOf } = require('./query')
const { FOUND, NOT_FOUND, warn } = require('./report')

/** The most statuses that a text gets. */
const MAX_MATCHES = 5

/** The most characters of a text that a message quotes. */
const QUOTED_LENGTH = 60

function printAnswers(aerospike, choice, { words, explain, json }) {
  const isKnown = (word) => meaningOf(aerospike, choice, word).meanings.length > 0
  const queries = queriesOf(words, isKnown)
  const answers = queries.map(({ query, isText }) =>
    isText ? answerToText(aerospike, choice, query) : answerToWord(aerospike, choice, query),
  )
  const found = answers.filter(({ hint }) => hint === undefined)

  if (json) printJson(answers.map((answer) => jsonOf(choice, answer, explain)))
  else if (explain) print(found.map((answer) => `${fitted(explanationOf(answer))}\n`).join('\n'))
  else print(aligned(found.flatMap(columnsOf)))

  const notes = found.map((answer) => noteOn(answer, explain))
  const hints = answers.map(({ hint }) => hint)
  for (const line of new Set([...notes, ...hints])) if (line) warn(line)
  if (mayLackQuotes(words, queries, isKnown)) warn('if the words are one text, put it in quotes')
  return found.length === answers.length ? FOUND : NOT_FOUND
}

/** What a word means. A word that isn't found gets a hint instead. */
function answerToWord(aerospike, choice, query) {
  const { meanings, subcode } = meaningOf(aerospike, choice, query)
  if (meanings.length === 0) return { query, meanings, hint: hintFor(aerospike, choice, query) }
  return { query, meanings, subcode }
}

function answerToText(aerospike, choice, query) {
  const meanings = matchesOf(aerospike, choice, query).slice(0, MAX_MATCHES)
  if (meanings.length === 0) return { query, meanings, hint: `no status in ${choice.title} matches ${quoted(query)}` }
  return { query, meanings, isText: true }
}

function jsonOf({ table }, answer, explain) {
  const { query, meanings, subcode, hint } = answer
  const statuses = meanings.map(({ row, releases }) => ({ ...row, releases }))
  const explanation = explain && hint === undefined ? explanationOf(answer) : undefined
  return { query, release: table.release, statuses, subcode, hint, explanation }
}

/** The explanation of all meanings of a word, or of the best match of a text. */
function explanationOf({ meanings, subcode, isText }) {
  const explained = isText ? meanings.slice(0, 1) : meanings
  return explained.map((meaning) => explain(meaning, subcode)).join('\n\n')
}

function columnsOf({ meanings, subcode }) {
  if (subcode !== undefined) return [[subcode.name, `${meanings[0].row.code}/${subcode.subcode}`, subcode.description]]
  return meanings.map(({ row, note }) => [...statusColumns(row), note && `(${note})`])
}

/** How an answer was found, if that isn't obvious. */
function noteOn({ query, meanings, isText }, explain) {
  if (!isText) return addon.whoseName(meanings[0].table.release, query)
  const note = `found by the words of ${quoted(query)}`
  if (meanings.length === 1) return note
  return explain ? `${note}, the best match` : `${note}, best match first`
}

/** The beginning of a text, on one line. */
function quoted(text) {
  const characters = Array.from(text.replace(/[\s\p{Cc}]+/gu, ' '))
  return `'${characters.slice(0, QUOTED_LENGTH).join('')}${characters.length > QUOTED_LENGTH ? '...' : ''}'`
}

function printHistory(aerospike, name, json) {
  const releases = eraReleases(name)
  const columns = (era, index) => [name.toUpperCase(), era.code, releases[index]]
  return printRows(aerospike.history(name), columns, json, hintForUnknownName(name))
}

module.exports = { printAnswers, printHistory }
