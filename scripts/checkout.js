'use strict'

// What this checkout knows of the client, as text: where a line is to change, it is printed as it stands.

const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const read = (file) => fs.readFileSync(path.join(root, file), 'utf8').replaceAll('\r\n', '\n')

/** What is between a macro's `name! {` at the start of a line and the `}` that ends it; the last of its name. */
const macro = (text, name) => text.slice(text.lastIndexOf(`\n${name}! {\n`)).split('\n}\n', 1)[0]

/** Every release in src/release.rs, oldest first. */
const releases = () => Array.from(macro(read('src/release.rs'), 'releases').matchAll(/"([\d.]+)"/g), ([, release]) => release)

const SPAN = /(-?\d+) since "([\d.]+)"(?: until "([\d.]+)")?(?: \((\w+)\))?/g

/**
 * The rows of src/status.rs by their names, each with its spans and the lines that these are in.
 *
 * @returns {Map<string, { spans: import('./spans').Span[], lines: string }>}
 */
function rows() {
  const table = macro(read('src/status.rs'), 'statuses')
  const heads = [...table.matchAll(/^ {4}\w+(?: \+ transient)? (\w+)$/gm)]
  return new Map(
    heads.map((head, at) => {
      const row = table.slice(head.index, heads[at + 1]?.index)
      const [lines] = row.match(/^ {8}-?\d+ since [^;]*;$/m)
      const found = [...lines.matchAll(SPAN)]
      return [
        head[1],
        { spans: found.map(([, code, since, until, how]) => ({ code: Number(code), since, until, export: how })), lines },
      ]
    }),
  )
}

/** The categories that a row can have. */
const categories = () => Array.from(macro(read('src/status.rs'), 'categories').matchAll(/^ {4}(\w+) "/gm), ([, name]) => name)

/** The facts of __test__/data/status-history.json, and its lines. */
const facts = () => {
  const text = read('__test__/data/status-history.json')
  return { ...JSON.parse(text), lines: text.split('\n') }
}

/** The facts of __test__/data/unexported.json, each of which is a line. */
const unexportedFacts = () => {
  const lines = read('__test__/data/unexported.json').split('\n').slice(1, -2)
  return lines.map((line) => ({ ...JSON.parse(line.replace(/,$/, '')), line }))
}

const hasExplanation = (name) => fs.existsSync(path.join(root, 'explanations', `${name}.md`))

module.exports = { categories, facts, hasExplanation, releases, rows, unexportedFacts }
