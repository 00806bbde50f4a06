'use strict'

// What a bundle for the browser gets. Jest's jsdom environment gets it too, under Node. package.json's `browser` field has bundlers put
// nothing in the place of index.js.

if (typeof process === 'object' && process.versions && process.versions.node) module.exports = require('./index.js')

if (module.exports.describe === undefined) {
  throw new Error(
    'aerospike-status looks up Aerospike status codes in a native addon, which needs Node, Bun or Deno: ' +
      'call describe on the server and send its text to the browser.',
  )
}
