'use strict'

// Copies a log, and adds the meaning to each line that certainly has a status of the Node client. Rules A to G define what is sure. This
// file knows no statuses; it asks the table.

const { Transform } = require('stream')

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const LONGEST_LINE = 2 ** 20 // A longer line isn't annotated.
const HELD_LINES = 6
const HELD_BYTES = 2 ** 16
const PAUSE = 50 // Held lines are written after this many milliseconds without input.
const OPEN_BLOCKS = 8
const COMMENT = '  # '

// Each rule needs one of these in a line. JSON can escape the slashes of a path, once or twice.
const SIGNS = ['AerospikeError', 'AEROSPIKE_', '] [ErrorCallback]', '] [Connect]']
for (const slash of ['/', '\\/', '\\', '\\\\', '\\\\\\\\'])
  SIGNS.push(`src${slash}main${slash}aerospike`, `src${slash}main${slash}client`)

// --- Rules for one line: they return the number or name near a sign ---

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

// D. JSON in a line, at any depth and level of escaping: the code of an object whose name or type is AerospikeError, or whose file is
// one of the client's. `end` is the offset for an added member, whose quotes need `escapes` backslashes.
//      PUT failed: {"name":"AerospikeError","code":-1,"command":{"args":[{"code":5}]},"func":null}
function jsonObject({ offset, line, after, bytesBefore }) {
  const key = /"(name|type|file)(\\*)"\s*:\s*\2"(?:[^"]*[\\/])?$/.exec(bytesBefore)
  if (key === null) return undefined
  const [, name, quoteEscape] = key
  const isOurs = name === 'file' ? CLIENT_SOURCE.test(after) : after.startsWith(`AerospikeError${quoteEscape}"`)
  if (!isOurs) return undefined
  const start = offset - bytesBefore.length + key.index
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

/** Whether a line is one JSON object or array. A comment would break it. */
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
  let offset = from
  for (; offset >= start && offset < end; offset += step) {
    const byte = data[offset]
    if (byte === 34 /* " */) {
      let backslashes = 0
      while (data[offset - backslashes - 1] === 92 /* \ */) backslashes++
      if (backslashes < escapes) break // The string that this JSON is in ends here.
      if ((backslashes - escapes) % (2 * escapes + 2) !== 0) continue // A quote in a string.
      if (depth === 0 && isInString === step < 0) visit(offset)
      isInString = !isInString
    } else if (!isInString) {
      if (byte === 123 /* { */ || byte === 91 /* [ */) depth += step
      else if (byte === 125 /* } */ || byte === 93 /* ] */) depth -= step
      if (depth < 0) break
    }
  }
  return offset
}

// --- Rules for several lines: an open block reads each line until it finds its code or ends ---

// A line may start with the prefix of a log collector, before its indent.
const MOST_LINES = 100 // From a header to its first member. Also the limit for lines with another prefix.
const MOST_LINES_OF_MESSAGE = 30
const CODE_MEMBER = /^("?)code\1: (-?\d{1,10})(?:,|$| ?\})/
const OPENING_CODE = /(?:^| )\{ ("?)code\1: (-?\d{1,10}),$/
const MEMBER = /^(?:[A-Za-z_$][\w$]*|'[^']{1,200}'|\[[^\]]{1,200}\]):(?: |$)/
const FRAME = /^(.{0,256}?)(?<! ) {3,99}at \S/
const NAME_MEMBER = /^(.{0,256}?)(?<![ {[(])( {1,99})("?)(?:name|type)\3: (["'])AerospikeError\4,?$/
const FILE_MEMBER =
  /^(.{0,256}?)(?<![ {[(])( {1,99})("?)file\3: ["'](?:[^"']{0,200}[\\/])?src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

/** The indent and content of a line after a prefix; undefined if the line has another prefix. Digits may differ, because they show the time. */
function afterPrefix(prefix, line) {
  const isDigit = (text, offset) => text.charCodeAt(offset) >= 48 && text.charCodeAt(offset) <= 57
  let end = 0
  for (let offset = 0; offset < prefix.length;) {
    if (isDigit(prefix, offset) && isDigit(line, end)) {
      while (isDigit(prefix, offset)) offset++
      while (isDigit(line, end)) end++
    } else if (prefix[offset++] !== line[end++]) return undefined
  }
  const rest = line.slice(end)
  const indent = rest.search(/[^ ]|$/)
  return { indent, content: rest.slice(indent) }
}

/** An object printed over several lines. Its code has the same indent as the known member. */
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

  /** Returns an open block if this sign is in the header of an error. */
  static startingAt(sign) {
    const isHeader = sign.after.startsWith('AerospikeError: ') && !/[\w.$'"`]$/.test(sign.before)
    if (isHeader) return new PrintedError(sign.line.beginning, sign.before.endsWith('{ [') || sign.line.ending.endsWith('] {'))
  }

  /** A bare error has no stack. Its header is in brackets. */
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

  // A message may have several lines. After them, only a stack from the client certainly belongs to this error.
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

// Texts have one character per byte, so an index is an offset.
const textOf = (data, start, end) => data.latin1Slice(start, Math.min(end, data.length))
const withoutColours = (text) => (text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') : text)

// The search for signs reads three bytes at every address divisible by 8. The first ten bytes of a sign always include such an address. This
// takes half the time of a regular expression, which needs a text.
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

/** A part of the input in which signs are searched. */
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

  /** The start of the line that contains a byte. */
  lineStart(offset) {
    return offset === 0 ? 0 : this.data.lastIndexOf(LINE_FEED, offset - 1) + 1
  }

  /** The end of the line that starts at an offset, before its line feed. */
  lineEnd(start) {
    const end = this.data.indexOf(LINE_FEED, start)
    return end === -1 ? this.data.length : end
  }

  /** The lines above an offset, nearest first, at most as many as can be held. */
  *linesAbove(offset) {
    let end = offset - 1
    for (let count = 0; count < HELD_LINES && end >= 0; count++) {
      const start = this.lineStart(end)
      if (offset - start > HELD_BYTES) return
      yield new Line(this.data, start, end)
      end = start - 1
    }
  }

  /** The start of the first line to hold: one of the last lines, with a code that rule F or G may need. */
  firstToHold() {
    let first = this.data.length
    for (const line of this.linesAbove(first)) if (/ "?code"?: -?\d/.test(line.beginning)) first = line.start
    return first
  }
}

/** A line without its line end. `beginning` and `ending` have no colours. */
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

/** A sign in a line, with the text around it. */
class Sign {
  constructor(line, offset) {
    this.line = line
    this.offset = offset
    this.after = withoutColours(line.text(offset, offset + AROUND))
  }

  /** The text before the sign, with colours, so that its indexes are offsets. */
  get bytesBefore() {
    return this.line.text(this.offset - AROUND, this.offset)
  }

  get before() {
    return withoutColours(this.bytesBefore)
  }
}

// --- The stream ---

const NO_CHUNK = Buffer.alloc(0)

/** Writes its input at once, except for held lines, a final CR, and with `json` an incomplete line. */
class Annotator extends Transform {
  #table
  #json
  #comments = new Map()
  // Bytes that rules may still need: held lines, then an incomplete line.
  #kept = Buffer.alloc(0)
  #keptLength = 0
  #heldLength = 0
  // Offsets in the input: the ends of the received, kept and written bytes, and the start of the current page.
  #inputEnd = 0
  #keptEnd = 0
  #writtenEnd = 0
  #pageStart = 0
  #additions = []
  #blocks = []
  #isInLongLine = false
  #pause

  /** Annotates with the statuses of a table. With `json`, adds a member to JSON instead of a comment, even if the line is only JSON. */
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

    // Lines are read in the chunk itself. Only a line that began in an earlier chunk is copied.
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

  /** Reads complete lines of the chunk, and keeps those to hold. */
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
      if (this.writableLength > 0) return this.#awaitPause() // The input isn't pausing: the output is slow.
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

  /** Writes the input up to an offset, with the additions, in one piece: a reader gets a line together with its comment. */
  #write(end, chunk) {
    const pieces = []
    const count = this.#additions.filter(({ offset }) => offset <= end).length
    for (const { offset, text } of this.#additions.splice(0, count))
      pieces.push(...this.#unwritten(offset, chunk), Buffer.from(text))
    pieces.push(...this.#unwritten(end, chunk))
    if (pieces.length > 0) this.push(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))
  }

  /** The unwritten input up to an offset. Bytes from `#kept` are copied, because `#kept` changes. */
  *#unwritten(end, chunk) {
    const start = this.#writtenEnd
    if (end <= start) return // The beginning of a held line may already be written.
    this.#writtenEnd = end
    const chunkStart = this.#inputEnd - chunk.length
    const keptStart = this.#keptEnd - this.#keptLength
    if (start < chunkStart) yield Buffer.from(this.#kept.subarray(start - keptStart, Math.min(end, chunkStart) - keptStart))
    if (end > chunkStart) yield chunk.subarray(Math.max(start - chunkStart, 0), end - chunkStart)
  }

  /** Runs the rules on the lines after the held ones: on lines with a sign, and on every line while a block is open. */
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
    for (let offset = page.signFrom(line.start); offset < line.end; offset = page.signFrom(offset + 1)) {
      const sign = new Sign(line, offset)
      // Deeply nested objects would take quadratic time.
      const object = steps > 16 * (line.end - line.start) ? undefined : jsonObject(sign)
      if (object !== undefined) steps += object.steps
      if (object !== undefined && object.code !== undefined) {
        if (isWholeJson) this.#addMember(object)
        else this.#addComment(line, object.code)
      }
      if (isWholeJson) continue
      for (const rule of [addonLog, clientLog, namedHeader]) this.#addComment(line, rule(sign))
      const error = PrintedError.startingAt(sign)
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

  /** Adds the meaning to a line that holds one member of an object. */
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

  /** Adds a text, ordered by offset. A second comment at the same offset is joined with `; `. */
  #add(offset, text) {
    let index = this.#additions.length
    while (index > 0 && this.#additions[index - 1].offset > offset) index--
    const addition = this.#additions[index - 1]
    if (addition === undefined || addition.offset < offset) this.#additions.splice(index, 0, { offset, text })
    else if (!addition.text.includes(text.slice(COMMENT.length))) addition.text += `; ${text.slice(COMMENT.length)}`
  }

  /** The comment on a number or the exact name of a status; undefined for success and for unknown ones. */
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
