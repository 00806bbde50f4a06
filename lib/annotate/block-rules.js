'use strict'

// The rules for several lines. An open block reads each line until it finds its code or ends.

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

/** The objects of rules F and G that have a member in this line. Only that of rule G may have its code further down. */
const objectsWithMember = (text) => ({ ofFile: objectWith(FILE_MEMBER, text), ofName: objectWith(NAME_MEMBER, text) })

const MAX_LINES_ABOVE = 6
const MAX_BYTES_ABOVE = 2 ** 16
const MAY_HAVE_CODE = / "?code"?: -?\d/

const linesAbove = (page, offset) => page.linesAbove(offset, MAX_LINES_ABOVE, MAX_BYTES_ABOVE)

/** The code of an object in the lines above one of its members, with its line; undefined if it isn't there. */
function findAbove(page, memberLine, object) {
  for (const line of linesAbove(page, memberLine.start)) {
    const code = object.readAbove(line.beginning)
    if (code === null) return undefined
    if (code !== undefined) return { code, line }
  }
}

/** The offset of the first line at the end of a page that the rules may still need for a member below. */
function startOfNeededLines(page) {
  let start = page.data.length
  for (const line of linesAbove(page, start)) if (MAY_HAVE_CODE.test(line.beginning)) start = line.start
  return start
}

module.exports = { PrintedError, findAbove, objectsWithMember, startOfNeededLines }
