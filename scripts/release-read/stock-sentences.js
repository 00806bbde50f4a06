'use strict'

// Reads data/stock-sentences.json, the hashes of the client's own sentences, and adds those of a release.

const { readData } = require('./numbers')

const STOCK_SENTENCES = 'data/stock-sentences.json'

/** FNV-1a over the letters and digits of a text, in lower case. src/stock.rs must do the same. */
function hash(text) {
  let hash = 0xcbf29ce484222325n
  for (const byte of Buffer.from(text.replace(/[\0-\x7f]/g, (char) => (/[a-z\d]/i.test(char) ? char.toLowerCase() : '')))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  }
  return hash.toString(16).padStart(16, '0')
}

/** The hash of a text, and also the hash of its first sentence if it has several. */
function wordingOf(text) {
  const [, first] = text.match(/^(.*?[.!?])\s+[A-Z]/) ?? []
  return first === undefined ? { whole: hash(text) } : { whole: hash(text), first: hash(first) }
}

/**
 * Adds the stock sentences of a release.
 *
 * @param {string} root the checkout
 * @param {import('./client-package').Client} client
 * @param {string[]} names every full name, in the order of the table
 * @returns {{ stockSentences: object, added: number }}
 */
function withSentences(root, { statuses }, names) {
  const stockSentences = readData(root, STOCK_SENTENCES)
  const { wordings } = stockSentences
  let added = 0
  for (const { code, text } of statuses.filter(({ text }) => text !== null)) {
    const wording = wordingOf(text)
    // A number can have several names. Its sentence isn't new if one of them has it.
    const own = names.filter((name) => statuses.some((other) => other.code === code && name.endsWith(other.name)))
    if (own.some((name) => wordings[name]?.some(({ whole }) => whole === wording.whole))) continue
    wordings[own[0]] = [...(wordings[own[0]] ?? []), wording]
    added++
  }
  const sorted = names.filter((name) => name in wordings).map((name) => [name, wordings[name]])
  return { stockSentences: { ...stockSentences, wordings: Object.fromEntries(sorted) }, added }
}

module.exports = { hash, STOCK_SENTENCES, withSentences }
