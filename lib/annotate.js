'use strict'

// Copies a log, and adds the meaning to each line that certainly has a status of the Node client. Rules A to G below define when
// that's certain. The statuses come from a table.

const { Transform } = require('stream')

const LINE_FEED = 10
const CARRIAGE_RETURN = 13
const SPACE = 32
const MAX_LINE_LENGTH = 2 ** 20 // A longer line isn't annotated.
const MAX_HELD_LINES = 6 // Rules F and G look for a code in the lines above.
const MAX_HELD_BYTES = 2 ** 16
const PAUSE_MS = 50 // Held lines wait this long for more input.
const MAX_OPEN_BLOCKS = 8
const COMMENT_MARK = '  # '

// Each rule starts at one of these signs. A path can have backslashes, and JSON can escape its slashes.
const SIGNS = ['AerospikeError', 'AEROSPIKE_', '] [ErrorCallback]', '] [Connect]']
for (const slash of ['/', '\\/', '\\', '\\\\', '\\\\\\\\'])
  SIGNS.push(`src${slash}main${slash}aerospike`, `src${slash}main${slash}client`)

// --- Rules for one line: A to C return a number or a name, D an object ---

const STATUS_NAME = /^AEROSPIKE_[A-Z0-9_]{1,64}(?!\w)/
const CLIENT_SOURCE = /^src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

// A. A log line of the Node client's addon: the number is at the end, or in a `code` member.
//      ERROR(5234) [command.cc:83] [ErrorCallback] - Client error in Connect command: Failed to connect [-10]
//      ERROR(16136) [client.cc:105] [Connect] - Connecting to Cluster Failed: Failed to connect (-1)
function numberInAddonLog(sign) {
  const { after, line } = sign
  if (after.startsWith('] [ErrorCallback] ') && /\[command\.cc:\d+$/.test(sign.before)) {
    return numberIn(/\[(-?\d{1,10})\]$/.exec(line.ending))
  }
  if (after.startsWith('] [Connect] ') && /\[(?:client|connect)\.cc:\d+$/.test(sign.before)) {
    return numberIn(/\((-?\d{1,10})\)$/.exec(line.ending) || /"code":(-?\d{1,10}),/.exec(after))
  }
}

const numberIn = (match) => (match === null ? undefined : Number(match[1]))

// B. A log line of the C client, with a status name.
//      WARN (4771) [as_cluster.c:414] [as_cluster_seed_node] - Failed to connect to seed 127.0.0.1 3999. AEROSPIKE_ERR_CONNECTION Socket
function nameInClientLog(sign) {
  const name = STATUS_NAME.exec(sign.after)
  if (name !== null && !/\w$/.test(sign.before) && /\[as_\w+\.c:\d+\] \[\w+\] - /.test(sign.line.beginning)) return name[0]
}

// C. An error's header, whose message is a status name.
//      Unhandled rejection AerospikeError: AEROSPIKE_ERR_TIMEOUT
function nameInHeader(sign) {
  const name = STATUS_NAME.exec(sign.after)
  if (name !== null && /(?<![\w.$])AerospikeError: $/.test(sign.before)) return name[0]
}

// D. JSON in a line, at any depth and level of escaping: an object whose name or type is AerospikeError, or whose file is a source file
// of the client. A member can be added at `end`, with `escapes` backslashes before its quotes.
//      PUT failed: {"name":"AerospikeError","code":-1,"command":{"args":[{"code":5}]},"func":null}
function jsonObjectAround({ offset, line, after, rawBefore }) {
  const knownMember = /"(name|type|file)(\\*)"\s*:\s*\2"(?:[^"]*[\\/])?$/.exec(rawBefore)
  if (knownMember === null) return undefined
  const [, key, quoteEscape] = knownMember
  const isFromClient = key === 'file' ? CLIENT_SOURCE.test(after) : after.startsWith(`AerospikeError${quoteEscape}"`)
  if (!isFromClient) return undefined
  const start = offset - rawBefore.length + knownMember.index
  const escapes = quoteEscape.length
  const object = { code: undefined, end: 0, escapes, hasStatusName: false, steps: 0 }
  const visit = (keyStart) => {
    const member = /^"(?:code(\\*)"\s*:\s*(-?\d{1,10})(?=\s*[,}])|(statusName)\\*")/.exec(line.text(keyStart, keyStart + 100))
    if (member === null) return
    if (member[3] !== undefined) object.hasStatusName = true
    else if (member[1].length === escapes) Object.assign(object, { code: Number(member[2]), end: keyStart + member[0].length })
  }
  object.steps = walk(line, start, 1, escapes, visit) - walk(line, start - 1, -1, escapes, visit)
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
 * The offset where a JSON object ends (step 1) or starts (step -1), found from an offset between two of its members. Calls `visit` with
 * the offset of the opening quote of each string in the object itself. JSON inside a string has `escapes` backslashes before its quotes:
 * 1, 3, 7 and so on.
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
      if (backslashes < escapes) break // The string around this JSON ends here.
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

// A log collector may put a prefix before the indent of a line.
const MAX_LINES = 100 // From a header to its first member. Also the limit for lines with another prefix in an object.
const MAX_MESSAGE_LINES = 30
const CODE_MEMBER = /^("?)code\1: (-?\d{1,10})(?:,|$| ?\})/
const CODE_AFTER_BRACE = /(?:^| )\{ ("?)code\1: (-?\d{1,10}),$/
const MEMBER = /^(?:[A-Za-z_$][\w$]*|'[^']{1,200}'|\[[^\]]{1,200}\]):(?: |$)/
const STACK_FRAME = /^(.{0,256}?)(?<! ) {3,99}at \S/

/** The indent and content of a line after a prefix; undefined if the line lacks that prefix. Numbers in a prefix may differ, as times do. */
function afterPrefix(prefix, text) {
  const isDigit = (string, index) => string.charCodeAt(index) >= 48 && string.charCodeAt(index) <= 57
  let textIndex = 0
  for (let prefixIndex = 0; prefixIndex < prefix.length;) {
    if (isDigit(prefix, prefixIndex) && isDigit(text, textIndex)) {
      while (isDigit(prefix, prefixIndex)) prefixIndex++
      while (isDigit(text, textIndex)) textIndex++
    } else if (prefix[prefixIndex++] !== text[textIndex++]) return undefined
  }
  const rest = text.slice(textIndex)
  const indent = rest.search(/[^ ]|$/)
  return { indent, content: rest.slice(indent) }
}

/** An object printed over several lines, with one known member. Its code has the same indent as that member. */
class OpenObject {
  isOpen = true
  #prefix
  #indent
  #otherLines = 0

  constructor(prefix, indent) {
    this.#prefix = prefix
    this.#indent = indent
  }

  /** The object's code, if this line has it. */
  read(text) {
    const rest = afterPrefix(this.#prefix, text)
    if (rest === undefined) {
      if (++this.#otherLines > MAX_LINES) this.isOpen = false
      return undefined
    }
    const code = rest.indent === this.#indent ? CODE_MEMBER.exec(rest.content) : null
    if (code !== null || (rest.indent < this.#indent && rest.content !== '')) this.isOpen = false
    return code === null ? undefined : Number(code[2])
  }

  /** The object's code, if this line above the known member has it; null if no line further up is in the object. */
  readAbove(text) {
    const rest = afterPrefix(this.#prefix, text)
    if (rest === undefined) return undefined
    const code = (rest.indent === this.#indent && CODE_MEMBER.exec(rest.content)) || CODE_AFTER_BRACE.exec(rest.content)
    if (code) return Number(code[2])
    return rest.indent < this.#indent && rest.content !== '' ? null : undefined
  }
}

// E. A printed error: a header, a stack, and members with the same indent.
//      AerospikeError: 127.0.0.1:3000 Request timed out. Can be triggered by client or server.
//          at AerospikeError.fromASError (/app/node_modules/aerospike/lib/error.js:119:21) {
//        code: 9,
class PrintedError {
  isOpen = true
  #header
  #lineCount = 0
  #prefix
  #members

  /** An open block, if this sign is in the header of an error. */
  static startingAt(sign) {
    const isHeader = sign.after.startsWith('AerospikeError: ') && !/[\w.$'"`]$/.test(sign.before)
    if (isHeader) return new PrintedError(sign.line.beginning, sign.before.endsWith('{ [') || sign.line.ending.endsWith('] {'))
  }

  /** `isBare` means that the error has no stack. Node then prints its header in brackets. */
  constructor(header, isBare) {
    this.#header = header
    if (isBare) this.#prefix = ''
  }

  /** The error's code, if this line has it. */
  read(text) {
    if (this.#members === undefined) this.#readStack(text)
    if (this.#members === undefined) return undefined
    const code = this.#members.read(text)
    this.isOpen = this.#members.isOpen
    return code
  }

  #readStack(text) {
    if (++this.#lineCount > MAX_LINES) this.isOpen = false
    if (this.#prefix === undefined) this.#readMessage(text)
    const rest = this.#prefix === undefined ? undefined : afterPrefix(this.#prefix, text)
    if (rest === undefined || (rest.indent > 0 && /^(?:at |\[?\.\.\. )/.test(rest.content))) return
    if (rest.content.startsWith("Emitted 'error' event")) return
    if (rest.indent > 0 && MEMBER.test(rest.content)) this.#members = new OpenObject(this.#prefix, rest.indent)
    else this.isOpen = false
  }

  // A message may have several lines. A stack certainly belongs to this error if it follows the header or starts in the client.
  #readMessage(text) {
    const frame = STACK_FRAME.exec(text)
    const belongsToError = this.#lineCount === 1 || text.includes('fromASError')
    if (frame === null) this.isOpen = this.#lineCount < MAX_MESSAGE_LINES
    else if (belongsToError && afterPrefix(frame[1], this.#header) !== undefined) this.#prefix = frame[1]
    else this.isOpen = false
  }
}

// F. An error of client 1.x: its file is a source file of the client, and its code is at most six lines above.
//      { code: 9,
//        message: 'Client timeout: timeout=1000 iterations=1 failedNodes=0 failedConns=0',
//        func: 'as_command_execute',
//        file: 'src/main/aerospike/as_command.c',
const FILE_MEMBER =
  /^(.{0,256}?)(?<![ {[(])( {1,99})("?)file\3: ["'](?:[^"']{0,200}[\\/])?src[\\/]+main[\\/]+(?:aerospike|client)[\\/]/

// G. A printed object whose name or type is AerospikeError: its code is below, or at most six lines above.
//      "name": "AerospikeError",
//      "code": 9,
const NAME_MEMBER = /^(.{0,256}?)(?<![ {[(])( {1,99})("?)(?:name|type)\3: (["'])AerospikeError\4,?$/

/** The object that has this member in this line. */
function objectWith(member, text) {
  const match = member.exec(text)
  return match === null ? undefined : new OpenObject(match[1], match[2].length)
}

// --- Lines ---

const BEGINNING_LENGTH = 1024
const ENDING_LENGTH = 64
const CONTEXT_LENGTH = 200

// Texts have one character per byte, so an index is an offset.
const textOf = (data, start, end) => data.latin1Slice(start, Math.min(end, data.length))
const withoutColours = (text) => (text.includes('\x1b') ? text.replace(/\x1b\[[0-?]*[ -/]*[@-~]/g, '') : text)

// The search for signs reads three bytes at every address divisible by 8. The first ten bytes of a sign always include three such bytes. This
// takes half the time of a regular expression, which needs a string.
const STRIDE = 8
const [THREE_BYTE_MASK] = new Uint32Array(Uint8Array.of(255, 255, 255, 0).buffer)
const hashOf = (word) => Math.imul(word & THREE_BYTE_MASK, 0x9e3779b1) >>> 16
const IS_IN_SIGN = new Uint8Array(2 ** 16)
for (const sign of SIGNS) {
  for (let index = 0; index < STRIDE; index++) {
    const bytes = new Uint8Array(4)
    bytes.set(Buffer.from(sign.slice(index, index + 3)))
    IS_IN_SIGN[hashOf(new Uint32Array(bytes.buffer)[0])] = 1
  }
}
const MAX_SIGN_LENGTH = Math.max(...SIGNS.map((sign) => sign.length))
const ANY_SIGN = new RegExp(SIGNS.map((sign) => sign.replace(/\W/g, '\\$&')).join('|'))

/** A part of the input, with a search for signs. */
class Page {
  #words
  #signOffset = -1

  /** `start` is the offset of `data` in the input. */
  constructor(data, start) {
    this.data = data
    this.start = start
    this.#words = new Uint32Array(data.buffer, 0, data.buffer.byteLength >>> 2)
  }

  /** The offset of the first sign at or after `offset`, or Infinity. `offset` must not decrease from call to call. */
  signFrom(offset) {
    if (offset <= this.#signOffset) return this.#signOffset
    const { data } = this
    const words = this.#words
    const start = data.byteOffset
    const end = (start + data.length) >>> 2
    for (let index = Math.ceil((start + offset) / STRIDE) * 2; index < end; index += 2) {
      if (IS_IN_SIGN[hashOf(words[index])] === 0) continue
      const wordOffset = index * 4 - start
      const from = Math.max(wordOffset - STRIDE + 1, offset)
      const found = ANY_SIGN.exec(textOf(data, from, wordOffset + MAX_SIGN_LENGTH))
      if (found !== null) return (this.#signOffset = from + found.index)
    }
    return (this.#signOffset = Infinity)
  }

  /** The start of the line that contains an offset. */
  lineStart(offset) {
    return offset === 0 ? 0 : this.data.lastIndexOf(LINE_FEED, offset - 1) + 1
  }

  /** The end of the line that starts at an offset, before its line feed. */
  lineEnd(start) {
    const end = this.data.indexOf(LINE_FEED, start)
    return end === -1 ? this.data.length : end
  }

  /** The lines above an offset, nearest first, within the limits for held lines. */
  *linesAbove(offset) {
    let end = offset - 1
    for (let count = 0; count < MAX_HELD_LINES && end >= 0; count++) {
      const start = this.lineStart(end)
      if (offset - start > MAX_HELD_BYTES) return
      yield new Line(this.data, start, end)
      end = start - 1
    }
  }

  /** The start of the lines to hold. The first of them has a code that rule F or G may need. */
  startOfHeldLines() {
    let start = this.data.length
    for (const line of this.linesAbove(start)) if (/ "?code"?: -?\d/.test(line.beginning)) start = line.start
    return start
  }
}

/** A line without its line end. `beginning` and `ending` have no colours. */
class Line {
  constructor(data, start, lineFeed) {
    this.data = data
    this.start = start
    this.end = lineFeed > start && data[lineFeed - 1] === CARRIAGE_RETURN ? lineFeed - 1 : lineFeed
    this.beginning = withoutColours(this.text(start, start + BEGINNING_LENGTH))
  }

  text(start, end) {
    return textOf(this.data, Math.max(start, this.start), Math.min(end, this.end))
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

// --- The stream ---

const NO_CHUNK = Buffer.alloc(0)

/** A stream that annotates a log. It writes input at once, except held lines, a final CR, and with `json` an incomplete line. */
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
  #pauseTimer

  /** `table` has the statuses. With `json`, a line that is only JSON gets a member, and pretty-printed JSON gets one instead of a comment. */
  constructor(table, { json = false } = {}) {
    super()
    this.#table = table
    this.#json = json
  }

  _transform(chunk, encoding, done) {
    clearTimeout(this.#pauseTimer)
    this.#inputEnd += chunk.length
    this.#readChunk(chunk)
    if (this.#heldLength > 0) this.#awaitPause()
    done()
  }

  _flush(done) {
    clearTimeout(this.#pauseTimer)
    this.#readLines(this.#keptPage())
    this.#write(this.#inputEnd, NO_CHUNK)
    done()
  }

  _destroy(error, done) {
    clearTimeout(this.#pauseTimer)
    done(error)
  }

  #readChunk(chunk) {
    let start = 0
    if (this.#isInLongLine) {
      start = chunk.indexOf(LINE_FEED) + 1
      if (start === 0) return this.#write(this.#inputEnd, chunk)
      this.#isInLongLine = false
    }

    // This reads lines in the chunk itself. It copies only a line that began in an earlier chunk, and lines after held ones.
    const hasIncompleteLine = this.#keptLength > this.#heldLength
    const firstEnd = hasIncompleteLine ? chunk.indexOf(LINE_FEED) + 1 : start
    const end = chunk.lastIndexOf(LINE_FEED) + 1
    if (firstEnd > start) this.#readCompleteLines(chunk, start, firstEnd)
    if (end > firstEnd) this.#readCompleteLines(chunk, firstEnd, end)
    this.#keep(chunk, end)

    if (this.#keptLength - this.#heldLength > MAX_LINE_LENGTH) {
      this.#write(this.#inputEnd, chunk)
      this.#keptLength = 0
      this.#heldLength = 0
      this.#isInLongLine = true
    } else this.#write(this.#writableEnd(), chunk)
  }

  /** Reads complete lines of the chunk, and keeps those to hold. */
  #readCompleteLines(chunk, start, end) {
    const isCopied = this.#keptLength > 0
    if (isCopied) this.#keep(chunk, start, end)
    const chunkStart = this.#inputEnd - chunk.length
    const page = isCopied ? this.#keptPage() : new Page(chunk.subarray(start, end), chunkStart + start)
    this.#readLines(page)
    const heldStart = page.startOfHeldLines()
    if (!isCopied) this.#keep(chunk, start + heldStart, end)
    else {
      if (this.#writtenEnd < chunkStart) this.#write(page.start + heldStart, chunk)
      this.#forget(heldStart)
    }
    this.#heldLength = this.#keptLength
  }

  get #keptStart() {
    return this.#keptEnd - this.#keptLength
  }

  #keptPage() {
    return new Page(this.#kept.subarray(0, this.#keptLength), this.#keptStart)
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
    this.#pauseTimer = setTimeout(() => {
      if (this.writableLength > 0) return this.#awaitPause() // The input isn't pausing: the output is slow.
      this.#write(this.#keptStart + this.#heldLength, NO_CHUNK)
      this.#forget(this.#heldLength)
      this.#heldLength = 0
      this.#write(this.#writableEnd(), NO_CHUNK)
    }, PAUSE_MS)
  }

  /** The end of the input that can be written now. A comment goes before the CR of its line; a member can go anywhere in a line. */
  #writableEnd() {
    if (this.#json || this.#heldLength > 0) return this.#keptStart
    return this.#kept[this.#keptLength - 1] === CARRIAGE_RETURN ? this.#inputEnd - 1 : this.#inputEnd
  }

  /** Writes the input up to an offset, with the additions, in one piece: a reader gets a line together with its comment. */
  #write(end, chunk) {
    const pieces = []
    const count = this.#additions.filter(({ offset }) => offset <= end).length
    for (const { offset, text } of this.#additions.splice(0, count))
      pieces.push(...this.#takeUnwritten(offset, chunk), Buffer.from(text))
    pieces.push(...this.#takeUnwritten(end, chunk))
    if (pieces.length > 0) this.push(pieces.length === 1 ? pieces[0] : Buffer.concat(pieces))
  }

  /** Yields the unwritten input up to an offset, and marks it as written. Copies bytes from `#kept`, because `#kept` changes. */
  *#takeUnwritten(end, chunk) {
    const start = this.#writtenEnd
    if (end <= start) return // The beginning of a held line may already be written.
    this.#writtenEnd = end
    const chunkStart = this.#inputEnd - chunk.length
    const keptStart = this.#keptStart
    if (start < chunkStart) yield Buffer.from(this.#kept.subarray(start - keptStart, Math.min(end, chunkStart) - keptStart))
    if (end > chunkStart) yield chunk.subarray(Math.max(start - chunkStart, 0), end - chunkStart)
  }

  /** Runs the rules on the lines after the held ones: on lines with a sign, and on every line while a block is open. */
  #readLines(page) {
    this.#pageStart = page.start
    let start = this.#heldLength
    while (start < page.data.length) {
      const signOffset = page.signFrom(start)
      if (this.#blocks.length === 0) {
        if (signOffset === Infinity) return
        start = page.lineStart(signOffset)
      }
      const end = page.lineEnd(start)
      if (end - start <= MAX_LINE_LENGTH) this.#readLine(page, new Line(page.data, start, end))
      start = end + 1
    }
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
    let steps = 0
    for (let offset = page.signFrom(line.start); offset < line.end; offset = page.signFrom(offset + 1)) {
      const sign = new Sign(line, offset)
      // Without this limit, deeply nested objects take quadratic time.
      const object = steps > 16 * (line.end - line.start) ? undefined : jsonObjectAround(sign)
      if (object !== undefined) steps += object.steps
      if (object !== undefined && object.code !== undefined) {
        if (isWholeJson) this.#addMember(object)
        else this.#addComment(line, object.code)
      }
      if (isWholeJson) continue
      for (const rule of [numberInAddonLog, nameInClientLog, nameInHeader]) this.#addComment(line, rule(sign))
      const error = PrintedError.startingAt(sign)
      if (error !== undefined) this.#blocks.push(error)
    }
    if (isWholeJson) return

    const named = objectWith(NAME_MEMBER, line.beginning)
    for (const object of [objectWith(FILE_MEMBER, line.beginning), named])
      if (object !== undefined) this.#lookAbove(page, line, object)
    if (named !== undefined) this.#blocks.push(named)
  }

  /** Looks for the code of an object in the lines above one of its members. */
  #lookAbove(page, memberLine, object) {
    for (const line of page.linesAbove(memberLine.start)) {
      const code = object.readAbove(line.beginning)
      if (typeof code === 'number') this.#addToCodeLine(line, code)
      if (code !== undefined) return
    }
  }

  #addComment(line, key) {
    const comment = key === undefined ? undefined : this.#commentOf(key)
    if (comment !== undefined) this.#add(this.#pageStart + line.end, comment)
  }

  /** Adds the meaning to a line that has the code of an object. */
  #addToCodeLine(line, code) {
    const member = this.#json && /"code": -?\d+/.exec(line.text(line.start, line.start + BEGINNING_LENGTH))
    if (member) this.#addMember({ code, end: line.start + member.index + member[0].length, escapes: 0 })
    else this.#addComment(line, code)
  }

  #addMember({ code, end, escapes, hasStatusName }) {
    if (hasStatusName || this.#commentOf(code) === undefined) return
    const quote = `${'\\'.repeat(escapes)}"`
    this.#add(this.#pageStart + end, `,${quote}statusName${quote}:${quote}${this.#table.lookup(code).name}${quote}`)
  }

  /** Inserts an addition, ordered by offset. A second comment at the same offset follows after `; `, unless it's the same. */
  #add(offset, text) {
    let index = this.#additions.length
    while (index > 0 && this.#additions[index - 1].offset > offset) index--
    const addition = this.#additions[index - 1]
    if (addition === undefined || addition.offset < offset) this.#additions.splice(index, 0, { offset, text })
    else if (!addition.text.includes(text.slice(COMMENT_MARK.length))) addition.text += `; ${text.slice(COMMENT_MARK.length)}`
  }

  /** The comment for a status code or an exact status name; undefined for success and unknown statuses. */
  #commentOf(key) {
    if (this.#comments.has(key)) return this.#comments.get(key)
    const isNumber = typeof key === 'number'
    const status = !isNumber || (key | 0) === key ? this.#table.lookup(key) : undefined
    if (status === undefined || status.code === 0 || (!isNumber && status.name !== key)) return undefined
    const comment = COMMENT_MARK + (isNumber ? this.#table.format(key) : `${status.name} (${status.code}): ${status.description}`)
    this.#comments.set(key, comment)
    return comment
  }
}

module.exports = { Annotator }
