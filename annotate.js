'use strict'

// Copies a log. A line that surely carries a status of the Node client gets what the status means: rules A to G say what is sure. The
// table knows the statuses, nothing here does.

const { Transform } = require('stream')

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const LONGEST_LINE = 2 ** 20 // A longer line passes unread.
const HELD_LINES = 6
const HELD_BYTES = 2 ** 16
const PAUSE = 50 // Held lines are let go when no input has come for so many milliseconds.
const OPEN_BLOCKS = 8
const COMMENT = '  # '

// Each rule needs one of these in a line. One expression finds them faster than Buffer.indexOf, which takes a pass for each.
const SIGN = /AerospikeError|AEROSPIKE_|src[\\/]{1,4}main[\\/]|\[ErrorCallback\]|\[Connect\]/g
const LONGEST_SIGN = 16

// --- Rules for what is around a sign: the number or the name there ---

const NAME = /^AEROSPIKE_[A-Z0-9_]{1,64}(?!\w)/
const CLIENT_SOURCE = /^src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

// A. The addon's log, with the number at the end.
//      ERROR(5234) [command.cc:83] [ErrorCallback] - Client error in Connect command: Failed to connect [-10]
//      ERROR(16136) [client.cc:105] [Connect] - Connecting to Cluster Failed: Failed to connect (-1)
function addonLog(sign) {
  const { after, line } = sign
  if (after.startsWith('[ErrorCallback] ') && /\[command\.cc:\d+\] $/.test(sign.before)) {
    return numberIn(/\[(-?\d{1,10})\]$/.exec(line.ending))
  }
  if (after.startsWith('[Connect] ') && /\[(?:client|connect)\.cc:\d+\] $/.test(sign.before)) {
    return numberIn(/\((-?\d{1,10})\)$/.exec(line.ending) || /"code":(-?\d{1,10}),/.exec(after))
  }
}

const numberIn = (match) => (match === null ? undefined : Number(match[1]))

// B. The C client's log, with a name.
//      WARN (4771) [as_cluster.c:414] [as_cluster_seed_node] - Failed to connect to seed 127.0.0.1 3999. AEROSPIKE_ERR_CONNECTION Socket
function clientLog(sign) {
  const name = NAME.exec(sign.after)
  if (name !== null && !/\w$/.test(sign.before) && /\[as_\w+\.c:\d+\] \[\w+\] - /.test(sign.line.beginning)) return name[0]
}

// C. A header whose message is a name.
//      Unhandled rejection AerospikeError: AEROSPIKE_ERR_TIMEOUT
function namedHeader(sign) {
  const name = NAME.exec(sign.after)
  if (name !== null && /(?<![\w.$])AerospikeError: $/.test(sign.before)) return name[0]
}

// D. JSON in a line, however deep and escaped: the own code of an object whose own name or type is AerospikeError, or whose own file is
// one of the client's. A member can be added at `end`, with `escapes` backslashes before each quote.
//      PUT failed: {"name":"AerospikeError","code":-1,"command":{"args":[{"code":5}]},"func":null}
function jsonObject({ at, line, after, bytesBefore }) {
  const key = /"(name|type|file)(\\*)"\s*:\s*\2"(?:[^"]*[\\/])?$/.exec(bytesBefore)
  if (key === null) return undefined
  const [, name, quoteEscape] = key
  const isOurs = name === 'file' ? CLIENT_SOURCE.test(after) : after.startsWith(`AerospikeError${quoteEscape}"`)
  if (!isOurs) return undefined
  const start = at - bytesBefore.length + key.index
  const escapes = quoteEscape.length
  const object = { code: undefined, end: 0, escapes, isNamed: false, steps: 0 }
  const visit = (quote) => {
    const member = /^"(?:code(\\*)"\s*:\s*(-?\d{1,10})(?=\s*[,}])|(statusName))/.exec(line.text(quote, quote + 100))
    if (member === null) return
    if (member[3] !== undefined) object.isNamed = true
    else if (member[1].length === escapes) Object.assign(object, { code: Number(member[2]), end: quote + member[0].length })
  }
  for (const step of [1, -1]) object.steps += Math.abs(walk(line, step === 1 ? start : start - 1, step, escapes, visit) - start)
  return object
}

/** Whether a line is a whole JSON object or array. Text after it would break it. */
function isJson(line) {
  const start = /^(\s*[{[])\s*(?:["}]|\{\s*")/.exec(line.beginning)
  if (start === null) return false
  let end = walk(line, line.start + start[1].length, 1, 0, () => {}) + 1
  while (end < line.end && line.data[end] <= SPACE) end++
  return end === line.end
}

/**
 * Walks JSON from between two members of an object, forwards (1) or backwards (-1), and returns the offset where the object ends. Calls
 * `visit` with the offset of the quote that starts a string, for each string of the object itself. JSON inside a string has `escapes`
 * backslashes before its quotes: 1, 3, 7 and so on.
 */
function walk({ data, start, end }, from, step, escapes, visit) {
  let depth = 0
  let isInString = false
  let at = from
  for (; at >= start && at < end; at += step) {
    const byte = data[at]
    if (byte === 34 /* " */) {
      let backslashes = 0
      while (data[at - backslashes - 1] === 92 /* \ */) backslashes++
      if (backslashes < escapes) break // The string that this JSON is in ends here.
      if ((backslashes - escapes) % (2 * escapes + 2) !== 0) continue // A quote in a string.
      if (depth === 0 && isInString === step < 0) visit(at)
      isInString = !isInString
    } else if (!isInString) {
      if (byte === 123 /* { */ || byte === 91 /* [ */) depth += step
      else if (byte === 125 /* } */ || byte === 93 /* ] */) depth -= step
      if (depth < 0) break
    }
  }
  return at
}

// --- Rules for several lines: an open block reads the beginning of each line until it finds its code or ends ---

// A line may start with the prefix of a log collector. The indent follows it.
const MOST_LINES = 100 // From a header to its first member, and lines with another prefix.
const CODE_MEMBER = /^("?)code\1: (-?\d{1,10})(?:,|$| ?\})/
const OPENING_CODE = /(?:^| )\{ ("?)code\1: (-?\d{1,10}),$/
const MEMBER = /^(?:[A-Za-z_$][\w$]*|'[^']{1,200}'|\[[^\]]{1,200}\]):(?: |$)/
const FRAME = /^(.{0,256}?)(?<! ) {3,99}at \S/
const NAME_MEMBER = /^(.{0,256}?)(?<![ {[(])( {1,99})("?)(?:name|type)\3: (["'])AerospikeError\4,?$/
const FILE_MEMBER =
  /^(.{0,256}?)(?<![ {[(])( {1,99})("?)file\3: ["'](?:[^"']{0,200}[\\/])?src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

/** The indent and content of a line after a prefix; undefined if the line has another prefix. Digits may differ: they are the time. */
function afterPrefix(prefix, line) {
  const isDigit = (text, at) => text.charCodeAt(at) >= 48 && text.charCodeAt(at) <= 57
  let end = 0
  for (let at = 0; at < prefix.length;) {
    if (isDigit(prefix, at) && isDigit(line, end)) {
      while (isDigit(prefix, at)) at++
      while (isDigit(line, end)) end++
    } else if (prefix[at++] !== line[end++]) return undefined
  }
  const rest = line.slice(end)
  const indent = rest.search(/[^ ]|$/)
  return { indent, content: rest.slice(indent) }
}

/** An object printed over several lines. Its own code has the indent of the member that is known. */
class OpenObject {
  isOpen = true
  #prefix
  #indent
  #strangers = 0

  constructor(prefix, indent) {
    this.#prefix = prefix
    this.#indent = indent
  }

  /** The object's code, if this line has it. */
  read(line) {
    const read = afterPrefix(this.#prefix, line)
    if (read === undefined) {
      if (++this.#strangers > MOST_LINES) this.isOpen = false
      return undefined
    }
    const code = read.indent === this.#indent ? CODE_MEMBER.exec(read.content) : null
    if (code !== null || (read.indent < this.#indent && read.content !== '')) this.isOpen = false
    return code === null ? undefined : Number(code[2])
  }

  /** The object's code, if this line above the known member has it; null if the object can't start above this line. */
  readBack(line) {
    const read = afterPrefix(this.#prefix, line)
    if (read === undefined) return undefined
    const code = (read.indent === this.#indent && CODE_MEMBER.exec(read.content)) || OPENING_CODE.exec(read.content)
    if (code) return Number(code[2])
    return read.indent < this.#indent && read.content !== '' ? null : undefined
  }
}

// E. A printed error: header, stack, and members, all at the indent of the first.
//      AerospikeError: 127.0.0.1:3000 Request timed out. Can be triggered by client or server.
//          at AerospikeError.fromASError (/app/node_modules/aerospike/lib/error.js:119:21) {
//        code: 9,
class PrintedError {
  isOpen = true
  #header
  #isBare
  #lines = 0
  #prefix
  #members

  /** The error whose header has this sign. */
  static at(sign) {
    const isHeader = sign.after.startsWith('AerospikeError: ') && !/[\w.$'"`]$/.test(sign.before)
    if (isHeader) return new PrintedError(sign.line.beginning, sign.before.endsWith('{ [') || sign.line.ending.endsWith('] {'))
  }

  /** A bare error has no stack: its header is in brackets. */
  constructor(header, isBare) {
    this.#header = header
    this.#isBare = isBare
  }

  /** The error's code, if this line has it. */
  read(line) {
    if (this.#members === undefined) this.#readStack(line)
    if (this.#members === undefined) return undefined
    const code = this.#members.read(line)
    this.isOpen = this.#members.isOpen
    return code
  }

  #readStack(line) {
    if (++this.#lines > MOST_LINES) this.isOpen = false
    if (this.#prefix === undefined) this.#readMessage(line)
    const read = this.#prefix === undefined ? undefined : afterPrefix(this.#prefix, line)
    if (read === undefined || (read.indent > 0 && /^(?:at |\[?\.\.\. )/.test(read.content))) return
    if (read.content.startsWith("Emitted 'error' event")) return
    if (read.indent > 0 && MEMBER.test(read.content)) this.#members = new OpenObject(this.#prefix, read.indent)
    else this.isOpen = false
  }

  // A message may have several lines. After those, only a stack of the client is surely that of this error.
  #readMessage(line) {
    const frame = this.#isBare ? ['', ''] : FRAME.exec(line)
    if (frame === null) return
    const isOurs = this.#lines === 1 || line.includes('fromASError')
    if (isOurs && afterPrefix(frame[1], this.#header) !== undefined) this.#prefix = frame[1]
    else this.isOpen = false
  }
}

// F. An object of 1.x: its file is one of the client's, and its code is at most six lines above.
//      { code: 9,
//        message: 'Client timeout: timeout=1000 iterations=1 failedNodes=0 failedConns=0',
//        func: 'as_command_execute',
//        file: 'src/main/aerospike/as_command.c',
function objectWithFile(line) {
  const file = FILE_MEMBER.exec(line)
  return file === null ? undefined : new OpenObject(file[1], file[2].length)
}

// G. A printed object with the name of the error: its code is below, or at most six lines above.
//      "name": "AerospikeError",
//      "code": 9,
function objectWithName(line) {
  const name = NAME_MEMBER.exec(line)
  return name === null ? undefined : new OpenObject(name[1], name[2].length)
}

// --- Lines ---

const PART = 2 ** 14
const BEGINNING = 1024
const ENDING = 64
const AROUND = 200

// A text has a character for each byte, so that an index is an offset.
const textOf = (data, start, end) => data.latin1Slice(start, Math.min(end, data.length))
const withoutColours = (text) => (text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') : text)

/** Bytes, mostly of whole lines. */
class Page {
  #part = ''
  #partStart = 0
  #partEnd = 0
  #sign = -1

  constructor(data) {
    this.data = data
  }

  /** The offset of the first sign from here on; Infinity if there is none. Texts of parts are soon garbage, large ones stay for long. */
  signFrom(offset) {
    if (offset <= this.#sign) return this.#sign
    for (let from = offset; from < this.data.length; from = this.#partEnd) {
      if (from >= this.#partEnd) {
        this.#partStart = from
        this.#partEnd = Math.min(from + PART, this.data.length)
        this.#part = textOf(this.data, from, this.#partEnd + LONGEST_SIGN)
      }
      SIGN.lastIndex = from - this.#partStart
      const sign = SIGN.exec(this.#part)
      if (sign !== null && this.#partStart + sign.index < this.#partEnd) return (this.#sign = this.#partStart + sign.index)
    }
    return (this.#sign = Infinity)
  }

  /** The start of the line that a byte is in. */
  lineStart(offset) {
    return offset === 0 ? 0 : this.data.lastIndexOf(LINE_FEED, offset - 1) + 1
  }

  /** The end of the line that starts here, without its line feed. */
  lineEnd(start) {
    const end = this.data.indexOf(LINE_FEED, start)
    return end === -1 ? this.data.length : end
  }

  /** The lines above an offset, the nearest first: no more than may be held. */
  *linesAbove(offset) {
    let end = offset - 1
    for (let count = 0; count < HELD_LINES && end >= 0; count++) {
      const start = this.lineStart(end)
      if (offset - start > HELD_BYTES) return
      yield new Line(this.data, start, end)
      end = start - 1
    }
  }

  /** The start of the first of the last lines that may have the code of an object of rule F or G. */
  firstToHold() {
    let first = this.data.length
    for (const line of this.linesAbove(first)) if (/ "?code"?: -?\d/.test(line.beginning)) first = line.start
    return first
  }
}

/** A line without its line feed and CR. What is read of it is without its colours. */
class Line {
  constructor(data, start, lineFeed) {
    this.data = data
    this.start = start
    this.end = lineFeed > start && data[lineFeed - 1] === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed
    this.beginning = withoutColours(this.text(start, start + BEGINNING))
  }

  text(start, end) {
    return textOf(this.data, Math.max(start, this.start), Math.min(end, this.end))
  }

  get ending() {
    return withoutColours(this.text(this.end - ENDING, this.end))
  }
}

/** A sign in a line, with what is around it. */
class Sign {
  constructor(line, at) {
    this.line = line
    this.at = at
    this.after = withoutColours(line.text(at, at + AROUND))
  }

  /** What is before it, colours included, so that offsets can be had from it. */
  get bytesBefore() {
    return this.line.text(this.at - AROUND, this.at)
  }

  get before() {
    return withoutColours(this.bytesBefore)
  }
}

// --- The stream ---

class Annotator extends Transform {
  #table
  #json
  #comments = new Map()
  // What isn't written yet: held lines, then a line that has begun. Additions have their offset in it.
  #kept = Buffer.alloc(0)
  #keptLength = 0
  #heldLength = 0
  #additions = []
  #blocks = []
  #isInLongLine = false
  #pause

  /** Annotates by a table. With `json`, JSON gets a member instead of a comment, lines of JSON included. */
  constructor(table, { json = false } = {}) {
    super()
    this.#table = table
    this.#json = json
  }

  _transform(chunk, encoding, done) {
    clearTimeout(this.#pause)
    this.#take(chunk)
    if (this.#heldLength > 0) this.#awaitPause()
    done()
  }

  _flush(done) {
    clearTimeout(this.#pause)
    const data = this.#kept.subarray(0, this.#keptLength)
    this.#readLines(new Page(data))
    this.#write(data, data.length)
    done()
  }

  _destroy(error, done) {
    clearTimeout(this.#pause)
    done(error)
  }

  #take(chunk) {
    if (this.#isInLongLine) {
      const end = chunk.indexOf(LINE_FEED) + 1
      this.push(end === 0 ? chunk : chunk.subarray(0, end))
      if (end === 0) return
      this.#isInLongLine = false
      chunk = chunk.subarray(end)
    }

    // Only the line that had begun is copied, to make it whole.
    const hasBegun = this.#keptLength > this.#heldLength
    const start = hasBegun ? chunk.indexOf(LINE_FEED) + 1 : 0
    const end = chunk.lastIndexOf(LINE_FEED) + 1
    if (start > 0) this.#takeLines(chunk.subarray(0, start))
    if (end > start) this.#takeLines(chunk.subarray(start, end))

    const rest = chunk.subarray(end)
    if (this.#keptLength - this.#heldLength + rest.length > LONGEST_LINE) {
      this.#letGo(this.#keptLength)
      this.push(rest)
      this.#isInLongLine = true
    } else this.#keep(rest)
  }

  #takeLines(lines) {
    const isWhole = this.#keptLength === 0
    if (!isWhole) this.#keep(lines)
    const data = isWhole ? lines : this.#kept.subarray(0, this.#keptLength)
    const page = new Page(data)
    this.#readLines(page)
    const held = page.firstToHold()
    if (isWhole) {
      this.#write(data, held)
      this.#keep(data.subarray(held))
    } else this.#letGo(held)
    this.#heldLength = this.#keptLength
  }

  #keep(bytes) {
    const length = this.#keptLength + bytes.length
    if (length > this.#kept.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#kept.length))
      this.#kept.copy(larger, 0, 0, this.#keptLength)
      this.#kept = larger
    }
    bytes.copy(this.#kept, this.#keptLength)
    this.#keptLength = length
  }

  #awaitPause() {
    this.#pause = setTimeout(() => {
      if (this.writableLength === 0) this.#letGo(this.#heldLength)
      else this.#awaitPause() // Input is waiting: it's the output that pauses.
    }, PAUSE)
  }

  /** Writes what is kept up to `end`. */
  #letGo(end) {
    this.#write(this.#kept, end)
    this.#kept.copyWithin(0, end, this.#keptLength)
    this.#keptLength -= end
    this.#heldLength = 0
  }

  /** Writes data up to `end`, with the additions. Those after `end` belong to what is kept. What is kept is copied. */
  #write(data, end) {
    const count = this.#additions.filter(({ at }) => at <= end).length
    const additions = this.#additions.splice(0, count)
    for (const addition of this.#additions) addition.at -= end
    if (count === 0 && data.buffer !== this.#kept.buffer) return this.push(data.subarray(0, end))

    const written = Buffer.allocUnsafe(additions.reduce((size, { text }) => size + Buffer.byteLength(text), end))
    let from = 0
    let to = 0
    for (const { at, text } of additions) {
      to += data.copy(written, to, from, at)
      to += written.write(text, to)
      from = at
    }
    data.copy(written, to, from, end)
    this.push(written)
  }

  /** Runs the rules on the lines after the held ones: on those with a sign, and on every line while a block is open. */
  #readLines(page) {
    let start = this.#heldLength
    while (start < page.data.length) {
      const sign = page.signFrom(start)
      if (this.#blocks.length === 0) {
        if (sign === Infinity) return
        start = page.lineStart(sign)
      }
      const end = page.lineEnd(start)
      if (end - start <= LONGEST_LINE) this.#readLine(page, new Line(page.data, start, end))
      start = end + 1
    }
  }

  #readLine(page, line) {
    for (const block of this.#blocks) {
      const code = block.read(line.beginning)
      if (code !== undefined) this.#addToMember(line, code)
    }
    if (page.signFrom(line.start) < line.end) this.#readSigns(page, line)
    this.#blocks = this.#blocks.filter((block) => block.isOpen).slice(-OPEN_BLOCKS)
  }

  #readSigns(page, line) {
    const isWholeJson = isJson(line)
    if (isWholeJson && !this.#json) return
    let steps = 0
    for (let at = page.signFrom(line.start); at < line.end; at = page.signFrom(at + 1)) {
      const sign = new Sign(line, at)
      // Deeply nested objects would take quadratic time.
      const object = steps > 16 * (line.end - line.start) ? undefined : jsonObject(sign)
      if (object !== undefined) steps += object.steps
      if (object !== undefined && object.code !== undefined) {
        if (isWholeJson) this.#addMember(object)
        else this.#addComment(line, object.code)
      }
      if (isWholeJson) continue
      for (const rule of [addonLog, clientLog, namedHeader]) this.#addComment(line, rule(sign))
      const error = PrintedError.at(sign)
      if (error !== undefined) this.#blocks.push(error)
    }
    if (isWholeJson) return

    const named = objectWithName(line.beginning)
    for (const object of [objectWithFile(line.beginning), named]) if (object !== undefined) this.#lookBack(page, line, object)
    if (named !== undefined) this.#blocks.push(named)
  }

  /** Looks for the code of an object in the lines above one of its members. */
  #lookBack(page, member, object) {
    for (const line of page.linesAbove(member.start)) {
      const code = object.readBack(line.beginning)
      if (typeof code === 'number') this.#addToMember(line, code)
      if (code !== undefined) return
    }
  }

  #addComment(line, key) {
    const comment = key === undefined ? undefined : this.#commentOf(key)
    if (comment !== undefined) this.#add(line.end, comment)
  }

  /** Adds to a line that is a member of an object. */
  #addToMember(line, code) {
    const member = this.#json && /"code": -?\d+/.exec(line.text(line.start, line.start + BEGINNING))
    if (member) this.#addMember({ code, end: line.start + member.index + member[0].length, escapes: 0 })
    else this.#addComment(line, code)
  }

  #addMember({ code, end, escapes, isNamed }) {
    if (isNamed || this.#commentOf(code) === undefined) return
    const quote = `${'\\'.repeat(escapes)}"`
    this.#add(end, `,${quote}statusName${quote}:${quote}${this.#table.lookup(code).name}${quote}`)
  }

  /** Adds a text, in the order of the offsets. Of two comments at an offset, the second goes on with `; `. */
  #add(at, text) {
    let place = this.#additions.length
    while (place > 0 && this.#additions[place - 1].at > at) place--
    const addition = this.#additions[place - 1]
    if (addition === undefined || addition.at < at) this.#additions.splice(place, 0, { at, text })
    else if (!addition.text.includes(text.slice(COMMENT.length))) addition.text += `; ${text.slice(COMMENT.length)}`
  }

  /** The comment on a number or on the very name of a status; undefined for success, and for what the table lacks. */
  #commentOf(key) {
    if (this.#comments.has(key)) return this.#comments.get(key)
    const isNumber = typeof key === 'number'
    const status = !isNumber || (key | 0) === key ? this.#table.lookup(key) : undefined
    if (status === undefined || status.code === 0 || (!isNumber && status.name !== key)) return undefined
    const comment = COMMENT + (isNumber ? this.#table.format(key) : `${status.name} (${status.code}): ${status.description}`)
    this.#comments.set(key, comment)
    return comment
  }
}

module.exports = { Annotator }
