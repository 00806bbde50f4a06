'use strict'

// What the command writes to stdout: rows in columns, JSON, or a text.

const { FOUND, NOT_FOUND, warn } = require('./report')

/** The narrowest column in which sentences are still readable, in characters. */
const MIN_TEXT_WIDTH = 30

function print(text) {
  process.stdout.write(text)
  return FOUND
}

const printJson = (value) => print(`${JSON.stringify(value, null, 2)}\n`)

/** Prints the rows, or the message if there are none. */
function printRows(rows, columns, json, notFound) {
  if (json) printJson(rows)
  else print(aligned(rows.map(columns)))
  if (rows.length > 0) return FOUND
  warn(notFound)
  return NOT_FOUND
}

const statusColumns = ({ name, code, description }) => [name, code, description]

/**
 * Aligns rows of a name, a number, a text and perhaps a note in columns. On a terminal of known width, wraps the texts under themselves. A
 * note follows its text, and stays on one line if it fits.
 */
function aligned(rows) {
  const width = (column) => rows.reduce((widest, row) => Math.max(widest, String(row[column]).length), 0)
  const [names, numbers] = [width(0), width(1)]
  const columns = columnsOfTerminal()
  // If the column would be too narrow, the text goes below the name.
  const isNarrow = columns - names - numbers - 2 < MIN_TEXT_WIDTH
  const indent = isNarrow ? 4 : names + numbers + 2
  const newLine = `\n${' '.repeat(indent)}`
  const lines = rows.map(([name, number, text, note]) => {
    const start = `${name.padEnd(names)} ${String(number).padStart(numbers)}`
    return `${start}${isNarrow ? newLine : ' '}${wrapped(text, note, columns - indent).join(newLine)}\n`
  })
  return lines.join('')
}

/** The width of the terminal. Infinity for a pipe or a file, and for a terminal that doesn't know its width, such as a serial console. */
function columnsOfTerminal() {
  const { columns, isTTY } = process.stdout
  return isTTY && columns > 0 ? columns : Infinity
}

/** The width of an explanation. */
const EXPLANATION_WIDTH = 80

/** An explanation, wrapped again if the terminal is narrower. */
function fitted(explanation) {
  const columns = columnsOfTerminal()
  if (columns >= EXPLANATION_WIDTH) return explanation
  const wrap = ({ start, text }) => start + wrapped(text, '', columns - start.length).join(`\n${' '.repeat(start.length)}`)
  return paragraphsOf(explanation).map(wrap).join('\n')
}

// What a paragraph starts with: `- ` in a list, `  category   ` of a fact, `   6 ` of a subcode. Its other lines are indented as far.
const START = /^(?:- |  \S+(?: \S+)* {2,}| +\d+ |)/

/** The paragraphs of an explanation, and its empty lines: `start`, and `text` without line breaks. */
function paragraphsOf(explanation) {
  const paragraphs = []
  let last = { start: '', text: '' }
  for (const line of explanation.split('\n')) {
    const isContinued = last.text !== '' && line !== '' && line.search(/\S/) === last.start.length && !line.startsWith('- ')
    if (isContinued) last.text += ` ${line.trim()}`
    else {
      const [start] = START.exec(line)
      last = { start, text: line.slice(start.length) }
      paragraphs.push(last)
    }
  }
  return paragraphs
}

/** Splits a text and a note into lines of at most `width` characters. A longer word gets its own line. */
function wrapped(text, note, width) {
  const lines = ['']
  const words = text.split(' ')
  if (note) words.push(...(note.length <= width ? [note] : note.split(' ')))
  for (const word of words) {
    const last = lines.length - 1
    const longer = lines[last] === '' ? word : `${lines[last]} ${word}`
    if (longer.length <= width || lines[last] === '') lines[last] = longer
    else lines.push(word)
  }
  return lines
}

module.exports = { aligned, fitted, print, printJson, printRows, statusColumns }
