'use strict'

// Lines in bytes, and the signs in them. Each rule starts at a sign. Texts have one character per byte, so an index in a text is an offset.

const LINE_FEED = 10
const CARRIAGE_RETURN = 13

// A path can have backslashes, and JSON can escape its slashes.
const SLASHES = ['/', '\\/', '\\', '\\\\', '\\\\\\\\']
const PATHS = SLASHES.flatMap((slash) => [`src${slash}main${slash}aerospike`, `src${slash}main${slash}client`])
const SIGNS = ['AerospikeError', 'AEROSPIKE_', '] [ErrorCallback]', '] [Connect]', ...PATHS]
const ANY_SIGN = new RegExp(SIGNS.map((sign) => sign.replace(/\W/g, '\\$&')).join('|'))
const MAX_SIGN_LENGTH = Math.max(...SIGNS.map((sign) => sign.length))
const SEARCH_LENGTH = 2 ** 13 // A longer text would take memory, and often have a sign in its first line.

const BEGINNING_LENGTH = 1024
const ENDING_LENGTH = 64
const CONTEXT_LENGTH = 200

const textOf = (data, start, end) => data.latin1Slice(start, Math.min(end, data.length))
const withoutColours = (text) => (text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') : text)

/** A part of the input, with its lines and signs. */
class Page {
  #signOffset = -1

  constructor(data) {
    this.data = data
  }

  /** The offset of the first sign at or after `offset`, or Infinity. `offset` must not decrease from call to call. */
  signFrom(offset) {
    if (offset <= this.#signOffset) return this.#signOffset
    for (let from = offset; from < this.data.length; from += SEARCH_LENGTH) {
      const found = ANY_SIGN.exec(textOf(this.data, from, from + SEARCH_LENGTH + MAX_SIGN_LENGTH))
      if (found !== null) return (this.#signOffset = from + found.index)
    }
    return (this.#signOffset = Infinity)
  }

  /** The line that contains an offset. */
  lineAt(offset) {
    const start = offset === 0 ? 0 : this.data.lastIndexOf(LINE_FEED, offset - 1) + 1
    const end = this.data.indexOf(LINE_FEED, offset)
    return new Line(this.data, start, end === -1 ? this.data.length : end)
  }

  /** The lines above an offset where a line starts, nearest first, at most so many and within so many bytes. */
  *linesAbove(offset, maxLines, maxBytes) {
    let start = offset
    for (let count = 0; count < maxLines && start > 0; count++) {
      const line = this.lineAt(start - 1)
      if (offset - line.start > maxBytes) return
      yield line
      start = line.start
    }
  }
}

/** A line without its line end. `beginning` and `ending` have no colours. */
class Line {
  #beginning

  /** `lineFeed` is the offset after the line's last byte. */
  constructor(data, start, lineFeed) {
    this.data = data
    this.start = start
    this.next = lineFeed + 1
    this.end = lineFeed > start && data[lineFeed - 1] === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed
  }

  /** The length, with a CR but without a line feed. */
  get length() {
    return this.next - 1 - this.start
  }

  text(start, end) {
    return textOf(this.data, Math.max(start, this.start), Math.min(end, this.end))
  }

  /** The first 1024 bytes, as they are. */
  get rawBeginning() {
    return this.text(this.start, this.start + BEGINNING_LENGTH)
  }

  get beginning() {
    return this.#beginning === undefined ? (this.#beginning = withoutColours(this.rawBeginning)) : this.#beginning
  }

  get ending() {
    return withoutColours(this.text(this.end - ENDING_LENGTH, this.end))
  }
}

/** A sign in a line, with the text around it. */
class Sign {
  constructor(line, offset) {
    this.line = line
    this.offset = offset
    this.after = withoutColours(line.text(offset, offset + CONTEXT_LENGTH))
  }

  /** The text before the sign, with its colours, so it has one character per byte. */
  get rawBefore() {
    return this.line.text(this.offset - CONTEXT_LENGTH, this.offset)
  }

  get before() {
    return withoutColours(this.rawBefore)
  }
}

module.exports = { CARRIAGE_RETURN, LINE_FEED, Page, Sign }
