'use strict'

// JSON in a line, found without parsing: the line may have text around it, or only a part of an object. JSON inside a string of other JSON
// has `escapes` backslashes before its quotes: 1, 3, 7 and so on.

const QUOTE = 34
const BACKSLASH = 92
const SPACE = 32

const isOpening = (byte) => byte === 123 /* { */ || byte === 91 /* [ */
const isClosing = (byte) => byte === 125 /* } */ || byte === 93 /* ] */

const [ENDS_JSON, IN_STRING, AROUND_STRING] = [0, 1, 2]

/** What the quote at an offset does: it ends the string that has the JSON, stands inside a string, or is before or after one. */
function roleOfQuote(data, offset, escapes) {
  let backslashes = 0
  while (data[offset - backslashes - 1] === BACKSLASH) backslashes++
  if (backslashes < escapes) return ENDS_JSON
  return (backslashes - escapes) % (2 * escapes + 2) === 0 ? AROUND_STRING : IN_STRING
}

/**
 * The offset where a JSON object or array ends, or the end of its line. `from` is an offset between two of its members. Calls `visit` with
 * the offset of the opening quote of each string in the object itself.
 */
function endOfObject({ data, end }, from, escapes, visit) {
  let depth = 0
  let isInString = false
  for (let offset = from; offset < end; offset++) {
    const byte = data[offset]
    if (byte === QUOTE) {
      const role = roleOfQuote(data, offset, escapes)
      if (role === ENDS_JSON) return offset
      if (role === IN_STRING) continue
      if (depth === 0 && !isInString) visit(offset)
      isInString = !isInString
    } else if (!isInString) {
      if (isOpening(byte)) depth++
      else if (isClosing(byte) && --depth < 0) return offset
    }
  }
  return Math.max(from, end)
}

/** The offset where it starts, or the one before its line. `from` is an offset between two of its members, and `visit` is the same. */
function startOfObject({ data, start }, from, escapes, visit) {
  let depth = 0
  let isInString = false
  for (let offset = from; offset >= start; offset--) {
    const byte = data[offset]
    if (byte === QUOTE) {
      const role = roleOfQuote(data, offset, escapes)
      if (role === ENDS_JSON) return offset
      if (role === IN_STRING) continue
      if (depth === 0 && isInString) visit(offset)
      isInString = !isInString
    } else if (!isInString) {
      if (isClosing(byte)) depth++
      else if (isOpening(byte) && --depth < 0) return offset
    }
  }
  return Math.min(from, start - 1)
}

/** Whether a line is one JSON object or array. A comment would break it. */
function isJson(line) {
  const start = /^(\s*[{[])\s*(?:["}]|\{\s*")/.exec(line.beginning)
  if (start === null) return false
  let end = endOfObject(line, line.start + start[1].length, 0, () => {}) + 1
  while (end < line.end && line.data[end] <= SPACE) end++
  return end === line.end
}

module.exports = { endOfObject, isJson, startOfObject }
