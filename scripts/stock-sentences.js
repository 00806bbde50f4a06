'use strict'

// Prints the lines that src/stock.rs lacks for stock sentences of the official client, read from a file of
// [{ "name": "AEROSPIKE_ERR_TIMEOUT", "text": "..." }, ...] or standard input. Usage: node scripts/stock-sentences.js [FILE]

const { readFileSync } = require('node:fs')
const loadAddon = require('./load-addon')

for (const { name, text } of JSON.parse(readFileSync(process.argv[2] || 0, 'utf8'))) {
  const line = loadAddon().missingStockSentence(name, text)
  if (line !== null) console.log(line)
}
