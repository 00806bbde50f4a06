'use strict'

// Copies a log, and adds the meaning to each line that certainly has a status of the Node client. Rules A to G define when that's certain:
// line-rules.js has A to D, block-rules.js E to G.

const { Transform } = require('stream')
const { Additions } = require('./additions')
const { PrintedError, findAbove, objectsWithMember, startOfNeededLines } = require('./block-rules')
const { CARRIAGE_RETURN, LINE_FEED, Page, Sign } = require('./bytes')
const { isJson } = require('./json')
const { jsonObjectAround, nameInClientLog, nameInHeader, numberInAddonLog } = require('./line-rules')
const { Window } = require('./window')

const MAX_LINE_LENGTH = 2 ** 20 // A longer line isn't annotated.
const PAUSE_MS = 50 // Held lines wait this long for more input.
const MAX_OPEN_BLOCKS = 8

/** A stream that annotates a log. It writes input at once, except held lines, a final CR, and with `json` an incomplete line. */
class Annotator extends Transform {
  #json
  #additions
  #window = new Window() // Lines to hold, then an incomplete line.
  #blocks = []
  #isInLongLine = false
  #pauseTimer

  /** `table` has the statuses. With `json`, a line that is only JSON gets a member, and pretty-printed JSON gets one instead of a comment. */
  constructor(table, { json = false } = {}) {
    super()
    this.#additions = new Additions(table)
    this.#json = json
  }

  _transform(chunk, encoding, done) {
    clearTimeout(this.#pauseTimer)
    this.#readChunk(this.#isInLongLine ? this.#restAfterLongLine(chunk) : chunk)
    if (this.#holdsLines) this.#awaitPause()
    done()
  }

  _flush(done) {
    clearTimeout(this.#pauseTimer)
    this.#readLines(this.#window.end)
    this.#write(this.#window.end)
    done()
  }

  _destroy(error, done) {
    clearTimeout(this.#pauseTimer)
    done(error)
  }

  get #holdsLines() {
    return this.#window.start < this.#window.read
  }

  /** Passes on a line that is too long. Returns what comes after it. */
  #restAfterLongLine(chunk) {
    const length = chunk.indexOf(LINE_FEED) + 1 || chunk.length
    this.push(chunk.subarray(0, length))
    this.#window.skip(length)
    this.#isInLongLine = chunk[length - 1] !== LINE_FEED
    return chunk.subarray(length)
  }

  #readChunk(chunk) {
    const window = this.#window
    window.append(chunk)
    const length = chunk.lastIndexOf(LINE_FEED) + 1
    if (length > 0) this.#readCompleteLines(window.end - chunk.length + length)
    if (window.end - window.read > MAX_LINE_LENGTH) {
      this.#isInLongLine = true
      this.#release(window.end)
    } else this.#write(this.#writableEnd())
  }

  /** Reads the lines up to an offset, and keeps those that a rule may need for a line below. */
  #readCompleteLines(end) {
    const page = this.#readLines(end)
    this.#release(this.#window.start + startOfNeededLines(page))
    this.#window.read = end
  }

  #awaitPause() {
    this.#pauseTimer = setTimeout(() => {
      if (this.writableLength > 0) return this.#awaitPause() // The input isn't pausing: the output is slow.
      this.#release(this.#window.read)
      this.#write(this.#writableEnd())
    }, PAUSE_MS)
  }

  // --- Output ---

  /** The end of the input that can be written now. A comment goes before the CR of its line; a member can go anywhere in a line. */
  #writableEnd() {
    const { start, end } = this.#window
    if (this.#json || this.#holdsLines) return start
    const bytes = this.#window.bytes(end)
    return bytes[bytes.length - 1] === CARRIAGE_RETURN ? end - 1 : end
  }

  /** Writes the input up to an offset, with the additions, in one piece: a reader gets a line together with its comment. */
  #write(end) {
    const pieces = this.#additions.takeUntil(end).flatMap(({ offset, text }) => [this.#window.take(offset), Buffer.from(text)])
    pieces.push(this.#window.take(end))
    const output = pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
    if (output.length > 0) this.push(output)
  }

  /** Writes the input up to an offset, and forgets it. */
  #release(offset) {
    this.#write(offset)
    this.#window.forget(offset)
  }

  // --- Rules ---

  /** Runs the rules on the lines that weren't read: on lines with a sign, and on every line while a block is open. */
  #readLines(end) {
    const { start, read } = this.#window
    const page = new Page(this.#window.bytes(end))
    for (let offset = read - start; offset < page.data.length;) {
      const sign = page.signFrom(offset)
      if (sign === Infinity && this.#blocks.length === 0) break
      const line = page.lineAt(this.#blocks.length === 0 ? sign : offset)
      if (line.length <= MAX_LINE_LENGTH) this.#readLine(page, line)
      offset = line.next
    }
    return page
  }

  #readLine(page, line) {
    for (const block of this.#blocks) {
      const code = block.read(line.beginning)
      if (code !== undefined) this.#addToCodeLine(line, code)
    }
    if (page.signFrom(line.start) < line.end) this.#readSigns(page, line)
    this.#blocks = this.#blocks.filter((block) => block.isOpen).slice(-MAX_OPEN_BLOCKS)
  }

  #readSigns(page, line) {
    const isWholeJson = isJson(line)
    if (isWholeJson && !this.#json) return
    let bytesRead = 0
    for (let offset = page.signFrom(line.start); offset < line.end; offset = page.signFrom(offset + 1)) {
      const sign = new Sign(line, offset)
      // Without this limit, deeply nested objects take quadratic time.
      const object = bytesRead > 16 * (line.end - line.start) ? undefined : jsonObjectAround(sign)
      if (object !== undefined) bytesRead += object.size
      if (object !== undefined && object.code !== undefined) {
        if (isWholeJson) this.#addMember(object)
        else this.#addComment(line, object.code)
      }
      if (isWholeJson) continue
      for (const rule of [numberInAddonLog, nameInClientLog, nameInHeader]) this.#addComment(line, rule(sign))
      const error = PrintedError.startingAt(sign)
      if (error !== undefined) this.#blocks.push(error)
    }
    if (!isWholeJson) this.#readMembers(page, line)
  }

  /** Looks for the code of an object that is printed over several lines, and has one of its members in this line. */
  #readMembers(page, line) {
    const { ofFile, ofName } = objectsWithMember(line.beginning)
    for (const object of [ofFile, ofName]) {
      const found = object && findAbove(page, line, object)
      if (found !== undefined) this.#addToCodeLine(found.line, found.code)
    }
    if (ofName !== undefined) this.#blocks.push(ofName)
  }

  // --- Additions ---

  #addComment(line, key) {
    this.#additions.addComment(this.#window.start + line.end, key)
  }

  /** Adds the meaning to a line that has the code of an object. */
  #addToCodeLine(line, code) {
    const member = this.#json && /"code": -?\d+/.exec(line.rawBeginning)
    if (member) this.#addMember({ code, end: line.start + member.index + member[0].length, escapes: 0 })
    else this.#addComment(line, code)
  }

  #addMember({ code, end, escapes, hasStatusName }) {
    if (!hasStatusName) this.#additions.addMember(this.#window.start + end, code, escapes)
  }
}

module.exports = { Annotator }
