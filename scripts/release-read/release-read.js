'use strict'

// Reads a release of the official client and adds its numbers and stock sentences to data/.
// Usage: npm run release:read -- RELEASE [--write] [--header as_status.h]
// RELEASE is X.Y.Z, latest, or a folder with an unpacked package. The header is from the release's C client. Without --write it changes
// nothing, and exits with 1 if --write would. It exits with 2 if it can't read the release or the data.

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { parseArgs } = require('node:util')
const { readClient, Unreadable } = require('./client-package')
const { NUMBERS, withRelease } = require('./numbers')
const { STOCK_SENTENCES, withSentences } = require('./stock-sentences')

const root = path.join(__dirname, '..', '..')

async function main() {
  const { wanted, write, header } = options()
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort())

  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'release-read-'))
  try {
    const client = await readClient(wanted, temporary, interrupted.signal)
    const { numbers, changes } = withRelease(root, client, header)
    const { stockSentences, added } = withSentences(root, client, Object.keys(numbers.statuses))
    const files = await Promise.all([formatted(NUMBERS, numbers), formatted(STOCK_SENTENCES, stockSentences)])
    const changed = files.filter(({ file, text }) => text !== fs.readFileSync(path.join(root, file), 'utf8'))
    if (changed.length === 0) return console.log(`aerospike@${client.version} is in data/ already: nothing to do.`)

    if (write) for (const { file, text } of changed) fs.writeFileSync(path.join(root, file), text)
    else process.exitCode = 1
    console.log(report(client, changes, added, { write, hasHeader: header !== undefined }))
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

function options() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false }, header: { type: 'string' } },
    })
    if (positionals.length === 1) {
      return { wanted: positionals[0], write: values.write, header: values.header && definitionsIn(values.header) }
    }
  } catch (error) {
    throw new Unreadable(error.message)
  }
  throw new Unreadable('pass one release (X.Y.Z or latest), or a folder with an unpacked package')
}

/** The numbers that as_status.h defines. */
function definitionsIn(file) {
  const definitions = fs.readFileSync(file, 'utf8').matchAll(/^\s*(AEROSPIKE_\w+)\s*=\s*(-?\d+)/gm)
  const codes = new Map(Array.from(definitions, ([, name, code]) => [name, Number(code)]))
  if (codes.size === 0) throw new Unreadable(`${file} defines no status: pass as_status.h of the C client`)
  return codes
}

async function formatted(file, data) {
  const prettier = require('prettier')
  const config = await prettier.resolveConfig(path.join(root, file))
  return { file, text: await prettier.format(JSON.stringify(data), { ...config, parser: 'json' }) }
}

// --- The report ---

function report(client, changes, added, { write, hasHeader }) {
  const isNew = ({ before, name }) => before.length === 0 && !fs.existsSync(explanationOf(name))
  const fresh = changes.filter(isNew)
  const textOf = (entries) =>
    entries.map(({ code, export: how }) => code + (how === 'none' ? ' (not exported)' : '')).join(' and ') || 'none'
  const sections = [
    `aerospike@${client.version}: ${write ? 'changed' : 'would change'} ${NUMBERS} and ${STOCK_SENTENCES}.`,
    [
      ...changes.map(({ name, before, now }) => `  ${name}: ${textOf(before)} -> ${textOf(now)}`),
      `  ${changes.length} statuses changed, ${added} stock sentences are new`,
    ].join('\n'),
  ]
  if (fresh.length > 0) sections.push(`Each new name needs a row in src/status.rs, next to its category, and an explanation:`)
  for (const { name, now } of fresh) {
    const sentence = client.statuses.find(({ code }) => code === now.at(-1).code)?.text
    sections.push(
      [
        `    Category ${name}`,
        `        "What happened and, where it helps, what to do.";`,
        `    explanations/${name}.md, as explanations/README.md says`,
        `    The client says: ${sentence ? JSON.stringify(sentence) : 'nothing'}. Write your own words.`,
      ].join('\n'),
    )
  }
  if (!hasHeader) {
    sections.push(
      `The package doesn't show which numbers the C client defines but aerospike.status doesn't export. To add them,\n` +
        `open ${client.repository} at the tag of ${client.version}, get src/include/aerospike/as_status.h\n` +
        `from its submodule aerospike-client-c, and run this again with --header as_status.h.`,
    )
  }
  sections.push(
    write ? 'Then run `npm test` twice: the first run rewrites the derived files.' : 'Run this with --write to change the files.',
  )
  return sections.join('\n\n')
}

const explanationOf = (name) => path.join(root, 'explanations', `${name}.md`)

main().catch((error) => {
  console.error(error instanceof Unreadable ? `release:read: ${error.message}` : error)
  process.exitCode = 2
})
