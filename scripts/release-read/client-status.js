'use strict'

// Writes the contents of `aerospike.status` to a file: `node client-status.js PACKAGE FILE`. It runs as a separate process because it
// loads the client's binding, which isn't trusted.

const fs = require('node:fs')
const path = require('node:path')

const [folder, file] = process.argv.slice(2)

try {
  const status = require(path.join(folder, 'lib', 'status.js'))
  const numbers = Object.entries(status).filter(([, value]) => typeof value === 'number')
  fs.writeFileSync(file, JSON.stringify(numbers.map(([name, code]) => ({ name, code, text: sentence(status, code) }))))
  process.exit()
} catch (error) {
  fs.writeSync(2, `${error.message}\n`)
  process.exit(1)
}

/** The client's sentence for a code; null if that's the same as for an unknown code. */
function sentence(status, code) {
  if (typeof status.getMessage !== 'function') return null
  const unused = 2 ** 31 - 1
  const unknown = String(status.getMessage(unused)).replaceAll(String(unused), String(code))
  const text = String(status.getMessage(code))
  return text === unknown ? null : text
}
