'use strict'

// Whether arguments are words, each of which is looked up, or the words of a text, which is searched.

const { CODE_WITH_SUBCODE, keyOf } = require('./meaning')
const { linesOnStdin } = require('./stdin')

/** An argument, or a line of stdin. With a space, it's a text. */
const queryOf = (text) => ({ query: text, isText: /\s/.test(text) })

/** What the arguments ask. `isKnown` says whether a word has an answer. */
function queriesOf(words, isKnown) {
  if (isOneText(words, isKnown)) return [queryOf(words.join(' '))]
  return words.flatMap((word) => (word === '-' ? linesOnStdin() : [word])).map(queryOf)
}

/** Whether several arguments are a text without quotes: no word is known or could be a code or a misspelled name. */
function isOneText(words, isKnown) {
  return words.length > 1 && words.some(isPlain) && !words.some((word) => word === '-' || isLikeKey(word) || isKnown(word))
}

/** Whether a word is written like a code or a name. */
function isLikeKey(word) {
  const isInCapitals = /[A-Z].*[A-Z]/.test(word) && word === word.toUpperCase()
  return isInCapitals || word.includes('_') || CODE_WITH_SUBCODE.test(word) || keyOf(word) !== word
}

/** Whether a word is written like one of a text. */
const isPlain = (word) => word !== word.toUpperCase() && !word.includes('_')

/** Whether the arguments, looked up word by word, may be a text that lacks its quotes. */
function mayLackQuotes(words, queries, isKnown) {
  const isByWord = words.length > 1 && !queries.some(({ isText }) => isText)
  return isByWord && words.some((word) => isPlain(word) && !isKnown(word))
}

module.exports = { mayLackQuotes, queriesOf }
