'use strict'

// What is known of the client from outside this project: the 1.x document, what each release's `aerospike.status` held, and the
// numbers that the C client of a release defines, or a server sends, and that `aerospike.status` never had.

const fs = require('node:fs')
const path = require('node:path')

const data = (file) => fs.readFileSync(path.join(__dirname, 'data', file), 'utf8')

const { releases, statuses, shortNames } = JSON.parse(data('status-history.json'))

const unexported = JSON.parse(data('unexported.json'))

const SHORT_NAMES_SINCE = releases.indexOf(shortNames.since)

/** The 18 entries of the 1.x document, in its order: `{ code, name, description }`. */
const documented = [...data('status-1.x.md').matchAll(/^#### (\d+) - (\w+)\n\n(.+)$/gm)].map(([, code, name, sentence]) => ({
  code: Number(code),
  name,
  description: sentence.replace('Too may', 'Too many'),
}))

const codeAt = (ranges, at) => {
  const range = ranges.find(({ since, until }) => releases.indexOf(since) <= at && (!until || at < releases.indexOf(until)))
  return range && range.code
}

/** What `aerospike.status` held in a release: name to number. */
function statusOf(release) {
  const at = releases.indexOf(release)
  const status = {}
  for (const [name, ranges] of Object.entries(statuses)) {
    const code = codeAt(ranges, at)
    if (code === undefined) continue
    status[name] = code
    if (at >= SHORT_NAMES_SINCE) status[name.replace('AEROSPIKE_', '')] = code
  }
  for (const [name, ranges] of Object.entries(shortNames.exceptions)) {
    delete status[name]
    const code = codeAt(ranges, at)
    if (code !== undefined) status[name] = code
  }
  return status
}

/** What a release could hand to a callback and did not export: `[name, number]`. */
function unexportedOf(release) {
  const at = releases.indexOf(release)
  return unexported
    .filter(
      ({ spans, code }) =>
        codeAt(
          spans.map((span) => ({ ...span, code })),
          at,
        ) !== undefined,
    )
    .map(({ name, code }) => [name, code])
}

module.exports = { documented, releases, statuses, statusOf, unexported, unexportedOf }
