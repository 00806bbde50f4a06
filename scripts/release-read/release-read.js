'use strict'

// Reads a release of the official client and adds its numbers, stock sentences and messages to data/.
// Usage: npm run release:read -- RELEASE [--write] [--c-client DIR]
// RELEASE is X.Y.Z, latest, or a folder with an unpacked package. DIR is a checkout of the release's C client: its as_status.h has numbers that
// the package doesn't export, and its sources have the messages. Without --write it changes nothing, and exits with 1 if --write would. It exits
// with 2 if it can't read the release or the data.

const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')
const { parseArgs } = require('node:util')
const { MESSAGES, withMessages } = require('./client-messages')
const { readClient, Unreadable } = require('./client-package')
const { NUMBERS, withRelease } = require('./numbers')
const { STOCK_SENTENCES, withSentences } = require('./stock-sentences')

const root = path.join(__dirname, '..', '..')
const HEADER = path.join('src', 'include', 'aerospike', 'as_status.h')

async function main() {
  const { wanted, write, cClient } = options()
  const interrupted = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted.abort())

  const temporary = fs.mkdtempSync(path.join(os.tmpdir(), 'release-read-'))
  try {
    const client = await readClient(wanted, temporary, interrupted.signal)
    const { numbers, changes } = withRelease(root, client, cClient && definitionsIn(path.join(cClient, HEADER)))
    const names = Object.keys(numbers.statuses)
    const { stockSentences, added } = withSentences(root, client, names)
    const files = [await formatted(NUMBERS, numbers), await formatted(STOCK_SENTENCES, stockSentences)]
    const read = cClient && withMessages(root, cClient, names)
    if (read) files.push(await formatted(MESSAGES, read.messages))
    const changed = files.filter(({ file, text }) => text !== fs.readFileSync(path.join(root, file), 'utf8'))
    if (changed.length === 0) return console.log(`aerospike@${client.version} is in data/ already: nothing to do.`)

    if (write) for (const { file, text } of changed) fs.writeFileSync(path.join(root, file), text)
    else process.exitCode = 1
    console.log(report(client, changes, added, { write, addedMessages: read?.added }))
  } finally {
    fs.rmSync(temporary, { recursive: true, force: true })
  }
}

function options() {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { write: { type: 'boolean', default: false }, 'c-client': { type: 'string' } },
    })
    if (positionals.length === 1) {
      return { wanted: positionals[0], write: values.write, cClient: values['c-client'] }
    }
  } catch (error) {
    throw new Unreadable(error.message)
  }
  throw new Unreadable('pass one release (X.Y.Z or latest), or a folder with an unpacked package')
}

/** The numbers that as_status.h defines. */
function definitionsIn(file) {
  if (!fs.existsSync(file)) throw new Unreadable(`there is no ${file}: pass a checkout of the C client`)
  const definitions = fs.readFileSync(file, 'utf8').matchAll(/^\s*(AEROSPIKE_\w+)\s*=\s*(-?\d+)/gm)
  const codes = new Map(Array.from(definitions, ([, name, code]) => [name, Number(code)]))
  if (codes.size === 0) throw new Unreadable(`${file} defines no status: pass a checkout of the C client`)
  return codes
}

async function formatted(file, data) {
  const prettier = require('prettier')
  const config = await prettier.resolveConfig(path.join(root, file))
  return { file, text: await prettier.format(JSON.stringify(data), { ...config, parser: 'json' }) }
}

// --- The report ---

function report(client, changes, added, { write, addedMessages }) {
  const isNew = ({ before, name }) => before.length === 0 && !fs.existsSync(explanationOf(name))
  const fresh = changes.filter(isNew)
  const textOf = (entries) =>
    entries.map(({ code, export: how }) => code + (how === 'none' ? ' (not exported)' : '')).join(' and ') || 'none'
  const sections = [
    `aerospike@${client.version}: ${write ? 'changed' : 'would change'} files in data/.`,
    [
      ...changes.map(({ name, before, now }) => `  ${name}: ${textOf(before)} -> ${textOf(now)}`),
      `  ${changes.length} statuses changed, ${added} stock sentences are new`,
      ...(addedMessages === undefined ? [] : [`  ${addedMessages} messages are new`]),
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
  if (addedMessages === undefined) {
    sections.push(
      `The package shows neither the numbers that the C client defines but aerospike.status doesn't export, nor the\n` +
        `messages. To add them, check out the submodule aerospike-client-c of ${client.repository}\n` +
        `at the tag of ${client.version}, and run this again with --c-client and its folder.`,
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
