'use strict'

// Reads a release of the official client, and prints the lines that this checkout lacks for it. It changes no file.
// Usage: npm run release:read -- 6.7.1, or latest, or a folder with an unpacked package. The exit code is 0 where there is nothing to
// do, 1 where lines are to be added, and 2 where the release could not be read.

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { parseArgs } = require('node:util')
const { readClient, Unreadable } = require('./client-package')

async function main() {
  const wanted = wantedRelease()
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort())

  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'release-read-'))
  try {
    const client = await readClient(wanted, temporary, interrupted.signal)
    // Not before it is needed: it loads the addon.
    const sections = require('./missing-lines').missingLines(client)
    if (sections.length === 0) {
      console.log(`aerospike@${client.version} is known, and the table agrees with it: nothing to do.`)
    } else {
      console.log([`aerospike@${client.version}: lines to add`, ...sections].join('\n\n'))
      process.exitCode = 1
    }
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

function wantedRelease() {
  try {
    const { positionals } = parseArgs({ allowPositionals: true, options: {} })
    if (positionals.length === 1) return positionals[0]
  } catch (error) {
    throw new Unreadable(error.message)
  }
  throw new Unreadable('give one release (X.Y.Z or latest), or a folder with an unpacked package')
}

main().catch((error) => {
  console.error(error instanceof Unreadable ? `release:read: ${error.message}` : error)
  process.exitCode = 2
})
