'use strict'

// Browser bundles use this file instead of index.js. So does Jest's jsdom environment, which runs in Node. In bundles, the `browser` field
// of package.json also replaces index.js with an empty module.

if (typeof process === 'object' && process.versions && process.versions.node) module.exports = require('./index.js')

if (module.exports.describe === undefined) {
  throw new Error(
    "aerospike-status can't run in a browser, because it has a native addon for Node, Bun or Deno: " +
      'call describe on the server and send the text to the browser.',
  )
}
