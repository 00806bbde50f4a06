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

// Each rule needs one of these in a line. A path in JSON has its slashes escaped, once or twice.
const SIGNS = ['AerospikeError', 'AEROSPIKE_', '] [ErrorCallback]', '] [Connect]']
for (const slash of ['/', '\\/', '\\', '\\\\', '\\\\\\\\'])
  SIGNS.push(`src${slash}main${slash}aerospike`, `src${slash}main${slash}client`)

// --- Rules for what is around a sign: the number or the name there ---

const NAME = /^AEROSPIKE_[A-Z0-9_]{1,64}(?!\w)/
const CLIENT_SOURCE = /^src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

// A. The addon's log, with the number at the end.
//      ERROR(5234) [command.cc:83] [ErrorCallback] - Client error in Connect command: Failed to connect [-10]
//      ERROR(16136) [client.cc:105] [Connect] - Connecting to Cluster Failed: Failed to connect (-1)
function addonLog(sign) {
  const { after, line } = sign
  if (after.startsWith('] [ErrorCallback] ') && /\[command\.cc:\d+$/.test(sign.before)) {
    return numberIn(/\[(-?\d{1,10})\]$/.exec(line.ending))
  }
  if (after.startsWith('] [Connect] ') && /\[(?:client|connect)\.cc:\d+$/.test(sign.before)) {
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
const MOST_LINES_OF_MESSAGE = 30
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
    const isOurs = this.#lines === 1 || line.includes('fromASError')
    if (frame === null) this.isOpen = this.#lines < MOST_LINES_OF_MESSAGE
    else if (isOurs && afterPrefix(frame[1], this.#header) !== undefined) this.#prefix = frame[1]
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

const BEGINNING = 1024
const ENDING = 64
const AROUND = 200

// A text has a character for each byte, so that an index is an offset.
const textOf = (data, start, end) => data.latin1Slice(start, Math.min(end, data.length))
const withoutColours = (text) => (text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') : text)

// The search for signs compares three bytes at each address that 8 divides. A sign has them in its first ten bytes. This takes half the time
// of a regular expression, which needs a text.
const BLOCK = 8
const [THREE_BYTES] = new Uint32Array(Uint8Array.of(255, 255, 255, 0).buffer)
const hashOf = (word) => Math.imul(word & THREE_BYTES, 0x9e3779b1) >>> 16
const IS_IN_SIGN = new Uint8Array(2 ** 16)
for (const sign of SIGNS) {
  for (let index = 0; index < BLOCK; index++) {
    const bytes = Uint8Array.from({ ...Buffer.from(sign.slice(index, index + 3)), length: 4 })
    IS_IN_SIGN[hashOf(new Uint32Array(bytes.buffer)[0])] = 1
  }
}
const LONGEST_SIGN = Math.max(...SIGNS.map((sign) => sign.length))
const ANY_SIGN = new RegExp(SIGNS.map((sign) => sign.replace(/\W/g, '\\$&')).join('|'))

/** Bytes, mostly of whole lines. */
class Page {
  #words
  #sign = -1

  /** A page of the input, from this offset on. */
  constructor(data, start) {
    this.data = data
    this.start = start
    this.#words = new Uint32Array(data.buffer, 0, data.buffer.byteLength >>> 2)
  }

  /** The offset of the first sign from here on; Infinity if there is none. Offsets must not decrease from call to call. */
  signFrom(offset) {
    if (offset <= this.#sign) return this.#sign
    const { data } = this
    const words = this.#words
    const start = data.byteOffset
    const end = (start + data.length) >>> 2
    for (let index = Math.ceil((start + offset) / BLOCK) * 2; index < end; index += 2) {
      if (IS_IN_SIGN[hashOf(words[index])] === 0) continue
      const block = index * 4 - start
      const from = Math.max(block - BLOCK + 1, offset)
      const found = ANY_SIGN.exec(textOf(data, from, block + LONGEST_SIGN))
      if (found !== null) return (this.#sign = from + found.index)
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

const NO_CHUNK = Buffer.alloc(0)

/** Writes what it gets at once, except for held lines, the CR of a line that has begun, and with `json` all of that line. */
class Annotator extends Transform {
  #table
  #json
  #comments = new Map()
  // What rules may still need: held lines, then a line that has begun.
  #kept = Buffer.alloc(0)
  #keptLength = 0
  #heldLength = 0
  // Offsets in the input: the ends of what came, what is kept and what is written, and the start of the page that is read.
  #inputEnd = 0
  #keptEnd = 0
  #writtenEnd = 0
  #pageStart = 0
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
    this.#inputEnd += chunk.length
    this.#take(chunk)
    if (this.#heldLength > 0) this.#awaitPause()
    done()
  }

  _flush(done) {
    clearTimeout(this.#pause)
    this.#readLines(this.#keptPage())
    this.#write(this.#inputEnd, NO_CHUNK)
    done()
  }

  _destroy(error, done) {
    clearTimeout(this.#pause)
    done(error)
  }

  #take(chunk) {
    let start = 0
    if (this.#isInLongLine) {
      start = chunk.indexOf(LINE_FEED) + 1
      if (start === 0) return this.#write(this.#inputEnd, chunk)
      this.#isInLongLine = false
    }

    // Lines are read in the chunk. Only a line that began before is copied, to make it whole.
    const hasBegun = this.#keptLength > this.#heldLength
    const next = hasBegun ? chunk.indexOf(LINE_FEED) + 1 : start
    const end = chunk.lastIndexOf(LINE_FEED) + 1
    if (next > start) this.#takeLines(chunk, start, next)
    if (end > next) this.#takeLines(chunk, next, end)
    this.#keep(chunk, end)

    if (this.#keptLength - this.#heldLength > LONGEST_LINE) {
      this.#write(this.#inputEnd, chunk)
      this.#keptLength = 0
      this.#heldLength = 0
      this.#isInLongLine = true
    } else this.#write(this.#writable(), chunk)
  }

  /** Reads whole lines of the chunk, and keeps those to hold. */
  #takeLines(chunk, start, end) {
    const isCopied = this.#keptLength > 0
    if (isCopied) this.#keep(chunk, start, end)
    const chunkStart = this.#inputEnd - chunk.length
    const page = isCopied ? this.#keptPage() : new Page(chunk.subarray(start, end), chunkStart + start)
    this.#readLines(page)
    const held = page.firstToHold()
    if (!isCopied) this.#keep(chunk, start + held, end)
    else {
      if (this.#writtenEnd < chunkStart) this.#write(page.start + held, chunk)
      this.#forget(held)
    }
    this.#heldLength = this.#keptLength
  }

  #keptPage() {
    return new Page(this.#kept.subarray(0, this.#keptLength), this.#keptEnd - this.#keptLength)
  }

  #keep(chunk, start, end = chunk.length) {
    const length = this.#keptLength + end - start
    if (length > this.#kept.length) {
      const larger = Buffer.allocUnsafe(Math.max(length, 2 * this.#kept.length))
      this.#kept.copy(larger, 0, 0, this.#keptLength)
      this.#kept = larger
    }
    chunk.copy(this.#kept, this.#keptLength, start, end)
    this.#keptLength = length
    this.#keptEnd = this.#inputEnd - chunk.length + end
  }

  #forget(length) {
    this.#kept.copyWithin(0, length, this.#keptLength)
    this.#keptLength -= length
  }

  #awaitPause() {
    this.#pause = setTimeout(() => {
      if (this.writableLength > 0) return this.#awaitPause() // Input is waiting: it's the output that pauses.
      this.#write(this.#inputEnd - this.#keptLength + this.#heldLength, NO_CHUNK)
      this.#forget(this.#heldLength)
      this.#heldLength = 0
      this.#write(this.#writable(), NO_CHUNK)
    }, PAUSE)
  }

  /** The offset up to which the input can be written. A comment comes before the CR of its line, and a member anywhere in it. */
  #writable() {
    if (this.#json || this.#heldLength > 0) return this.#inputEnd - this.#keptLength
    return this.#kept[this.#keptLength - 1] === CARRIAGE_RETURN ? this.#inputEnd - 1 : this.#inputEnd
  }

  /** Writes the input up to an offset, with the additions: at once, so that a reader sees a line and its comment together. */
  #write(end, chunk) {
    const pieces = []
    const count = this.#additions.filter(({ at }) => at <= end).length
    for (const { at, text } of this.#additions.splice(0, count)) pieces.push(...this.#unwritten(at, chunk), Buffer.from(text))
    pieces.push(...this.#unwritten(end, chunk))
    if (pieces.length > 0) this.push(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))
  }

  /** The input that isn't written, up to an offset. What comes before the chunk is copied, since `#kept` changes. */
  *#unwritten(end, chunk) {
    const start = this.#writtenEnd
    if (end <= start) return // The beginning of a held line may be written.
    this.#writtenEnd = end
    const chunkStart = this.#inputEnd - chunk.length
    const keptStart = this.#keptEnd - this.#keptLength
    if (start < chunkStart) yield Buffer.from(this.#kept.subarray(start - keptStart, Math.min(end, chunkStart) - keptStart))
    if (end > chunkStart) yield chunk.subarray(Math.max(start - chunkStart, 0), end - chunkStart)
  }

  /** Runs the rules on the lines after the held ones: on those with a sign, and on every line while a block is open. */
  #readLines(page) {
    this.#pageStart = page.start
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
    if (comment !== undefined) this.#add(this.#pageStart + line.end, comment)
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
    this.#add(this.#pageStart + end, `,${quote}statusName${quote}:${quote}${this.#table.lookup(code).name}${quote}`)
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
