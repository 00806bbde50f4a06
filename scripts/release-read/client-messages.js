'use strict'

// Reads data/messages.json, the messages that the client sets beside a status, and adds those of a checkout of the C client.

const fs = require('node:fs')
const path = require('node:path')
const { Unreadable } = require('./client-package')
const { byRelease, readData } = require('./numbers')
const { hash } = require('./stock-sentences')

const MESSAGES = 'data/messages.json'
const SOURCE = 'C client'

/** A run of fewer words is too common to recognize a message by it. */
const LEAST_WORDS = 2

/** The Node.js client uses libuv. These are for other event loops. */
const OTHER_LOOPS = ['as_event_ev.c', 'as_event_event.c']

/** A comment, or a status and a message: string literals, with a macro such as PRIu64 between them. */
const STATUS_AND_MESSAGE = /\/\/.*|\/\*[^]*?\*\/|\b(AEROSPIKE_[A-Z_]+)\s*,\s*("(?:\s*(?:"?(?:[^"\\\n]|\\.)*"|PRI\w+))+)/g
const PLACEHOLDER = /%[-+ #0]*\d*(?:\.(?:\d+|\*))?(?:hh|h|ll|l|z|j|t)?[a-zA-Z]/

/** The statuses and messages that the C sources in a folder set, such as `as_error_update(err, AEROSPIKE_ERR_TIMEOUT, "...")`. */
function messagesIn(folder) {
  const files = fs
    .readdirSync(folder, { recursive: true })
    .filter((file) => file.endsWith('.c') && !OTHER_LOOPS.includes(path.basename(file)))
  return files.flatMap((file) => {
    const calls = fs.readFileSync(path.join(folder, file), 'utf8').matchAll(STATUS_AND_MESSAGE)
    return Array.from(calls)
      .filter(([, name]) => name !== undefined)
      .map(([, name, literals]) => ({ name, text: textOf(literals) }))
  })
}

/** The text of string literals that follow each other. A macro is the end of a placeholder: `"%" PRIu64 " bytes"`. */
function textOf(literals) {
  const parts = Array.from(literals.matchAll(/"((?:[^"\\]|\\.)*)"|PRI\w+/g), ([, text = 'd']) => text)
  return parts.join('').replace(/\\n/g, ' ').replace(/\\(.)/g, '$1')
}

/** The run of fixed words that has most letters. */
function longestRun(text) {
  const runs = text.split(PLACEHOLDER).map((part) => part.match(/[a-z\d]+/gi) ?? [])
  return runs.reduce((longest, run) => (run.join('').length > longest.join('').length ? run : longest))
}

/**
 * Adds the messages of a C client.
 *
 * @param {string} root the checkout
 * @param {string} folder the checkout of the C client
 * @param {string[]} names every full name, in the order of the table
 * @returns {{ messages: object, added: number }}
 */
function withMessages(root, folder, names) {
  const data = readData(root, MESSAGES)
  const release = releaseOf(folder)
  let added = 0
  for (const { name, text } of messagesIn(path.join(folder, 'src', 'main'))) {
    const run = longestRun(text)
    if (run.length < LEAST_WORDS || !names.includes(name)) continue
    const fresh = { words: run.length, hash: hash(run.join('')), since: release, last: release, source: SOURCE }
    const own = (data.messages[name] ??= [])
    const known = own.find((entry) => entry.hash === fresh.hash && entry.words === fresh.words)
    if (known === undefined) {
      own.push(fresh)
      added++
    } else if (known.source === SOURCE) {
      if (byRelease(release, known.since) < 0) known.since = release
      if (byRelease(release, known.last) > 0) known.last = release
    }
  }
  const byHash = (one, other) => (one.hash < other.hash ? -1 : 1)
  const sorted = names.filter((name) => name in data.messages).map((name) => [name, data.messages[name].sort(byHash)])
  return { messages: { ...data, messages: Object.fromEntries(sorted) }, added }
}

/** The release of a checkout of the C client. */
function releaseOf(folder) {
  const file = path.join(folder, 'src', 'main', 'aerospike', 'version.c')
  const [, release] = (fs.existsSync(file) && fs.readFileSync(file, 'utf8').match(/"(\d+(?:\.\d+)+)"/)) || []
  if (release === undefined) throw new Unreadable(`${file} has no release: pass a checkout of the C client`)
  return release
}

module.exports = { MESSAGES, longestRun, messagesIn, textOf, withMessages }
