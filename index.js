'use strict'

// The addon, written in Rust (src/), has the tables and all that is known about them. This file loads it, keeps what each table says about its
// own codes, answers what is asked on every call without crossing into Rust, and names the exports.

// --- The addon ---
const addon = loadAddon()

// The addon is in the platform's package, beside this one in node_modules, or in a checkout here. Otherwise, and if it is of another version,
// find-addon.js finds it or says what is wrong. process.dlopen takes half the time of require.
function loadAddon() {
  const version = '0.1.0'
  const slash = process.platform === 'win32' ? '\\' : '/'
  for (const abi of { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[process.platform] || ['']) {
    try {
      const target = process.platform + '-' + process.arch + abi
      const folder = __dirname.includes('node_modules') ? slash + '..' + slash + 'aerospike-status-' + target : ''
      const found = { exports: {} }
      process.dlopen(found, __dirname + folder + slash + 'aerospike-status.' + target + '.node')
      if (found.exports.version() === version) return found.exports
    } catch {}
  }
  return require('./find-addon')(version)
}

// What an application does to the built-in objects after this point changes no answer.
const { Error, Map, RangeError, String: toText, TypeError } = globalThis
const { defineProperty, freeze, keys, setPrototypeOf, prototype: objectPrototype } = Object
const { captureStackTrace } = Error
const { parse, stringify } = JSON
const method = (of) => Function.prototype.call.bind(of)
const [isOwn, tagOf] = [objectPrototype.hasOwnProperty, objectPrototype.toString].map(method)
const [indexOf, slice, exec] = [toText.prototype.indexOf, toText.prototype.slice, RegExp.prototype.exec].map(method)
const keptMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
const keptMap = () => setPrototypeOf(new Map(), keptMapPrototype)

// --- Reading values ---
// The addon gets what is read here and reads nothing itself: when the stack is used up, V8 crashes in a function that an addon calls.
// A property of an object, whatever a getter, a Proxy or a polluted Object.prototype does; undefined if there is none.
function part(object, name, mustBeOwn) {
  if (typeof object !== 'object' || object === null) return undefined
  try {
    return (mustBeOwn || name in objectPrototype) && !isOwn(object, name) ? undefined : object[name]
  } catch (_) {}
}
const ownPart = (object, name) => part(object, name, true)
// A property that says something: neither an empty text nor 0.
function given(object, name, type) {
  const value = part(object, name)
  return typeof value === type && value ? value : undefined
}
// The code that a value is, or has of its own: a DOMException inherits one that isn't Aerospike's. A row of a batch has a status instead.
function codeOf(value) {
  if (typeof value !== 'object' || value === null) return value
  try {
    if (isOwn(value, 'code')) return value.code
    const { status } = value
    if ((status | 0) === status && isOwn(value, 'status') && (isOwn(value, 'record') || isOwn(value, 'key'))) return status
    if (status === 'fulfilled' && isOwn(value, 'status') && isOwn(value, 'value')) return 0
  } catch (_) {}
}
// The subcode of a failure; 0 is none.
function subcodeOf(failure) {
  try {
    const { subcode } = isNothing(failure) ? NOTHING : failure
    if (typeof subcode === 'number' && subcode >>> 0 === subcode && subcode > 0 && isOwn(failure, 'subcode')) return subcode
  } catch (_) {}
}
// The message, if it may be the very name of a status: names have no spaces.
function nameIn(failure) {
  try {
    const { message } = failure
    if (typeof message === 'string' && (message[0] === 'A' || message[0] === 'E') && indexOf(message, ' ') < 0) return message
  } catch (_) {}
}
// The text of a value that has neither a code nor a message.
function ownText(value) {
  const text = attempt(toText, value) || ''
  return typeof value === 'string' || (text && text !== '[object Object]') ? text : attempt(stringify, value) || '[object Object]'
}
function attempt(read, value) {
  try {
    return read(value)
  } catch (_) {}
}
// No longer than the addon could ever fail at.
const cut = (text) => (typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text)

// --- Judging them ---
const isNothing = (value) => value === null || value === undefined
const isOk = (value) => isNothing(value) || codeOf(value) === 0
const isError = (value) => !isOk(value)
const isErrorObject = (value) => value instanceof Error || tagOf(value) === '[object Error]'
const isErrorWithoutCode = (value) => isNothing(ownPart(value, 'code')) && attempt(isErrorObject, value) === true
const isRejected = (value) => ownPart(value, 'status') === 'rejected' && ownPart(value, 'reason') !== undefined
// A rejected row of Promise.allSettled is what its reason is.
function reasonOf(value) {
  for (let depth = 0; depth < DEEPEST && isRejected(value); depth++) value = part(value, 'reason')
  return value
}
const NOTHING = freeze({ __proto__: null })
const DEEPEST = 8 // How deep a failure may be wrapped.
const BRIEF = DEEPEST + 1 // A depth at which neither stack nor cause is serialized.
// Commands of several parts: the client gives up at the first that fails and says `inDoubt: false`, although others may have been applied.
const SPLIT = /^(Batch(Write|Apply|Remove)|(Query|Scan)(Background|Operate))Command$/
const isSplit = (command) => exec(SPLIT, command.constructor.name) !== null
// A failure's own word on whether a write may have been applied. A false says nothing in a batch row, which has a status and no code: the client
// sets it to true from the second attempt on only.
function ownDoubt(failure) {
  try {
    const { inDoubt } = failure
    if (inDoubt === true && isOwn(failure, 'inDoubt')) return true
    const { command } = failure
    if (command !== undefined && isOwn(failure, 'command') && attempt(isSplit, command) === true) return true
    if (inDoubt === false && isOwn(failure, 'inDoubt') && (isOwn(failure, 'code') || !isOwn(failure, 'status'))) return false
  } catch (_) {
    return attempt(isSplit, ownPart(failure, 'command'))
  }
}
const hasWord = (failure) => typeof ownPart(failure, 'inDoubt') === 'boolean' || ownPart(failure, 'command') !== undefined
// The verdicts on a failure, by its code and what the table says of that. The value is the failure, or what wraps it.
function isDoubtful(failure, code, answer, value) {
  if (code === 0) return false
  const own =
    failure !== undefined && failure !== value && ownPart(value, 'inDoubt') !== true ? ownDoubt(failure) : ownDoubt(value)
  if (own !== undefined) return own
  return answer === undefined ? code < 0 : answer.inDoubt
}
const passes = (failure, code, answer) => answer !== undefined && (knownSubcode(failure, answer.subcodes) || answer).transient
function knownSubcode(failure, subcodes) {
  const number = subcodes.length === 0 ? undefined : subcodeOf(failure)
  if (number === undefined) return undefined
  for (let at = 0; at < subcodes.length; at++) if (subcodes[at].subcode === number) return subcodes[at]
}
const answerOf = (failure, code, answer) => answer
const hasName = (answer, name) => answer !== undefined && (answer.names.first === name || answer.names.last === name)
const firstOf = (failure, code, answer) => (answer === undefined ? undefined : answer.first)
const everything = (failure, code, answer, value, context) => ({ failure, code, answer, value, context })

// --- Errors ---
const codeIn = (code) => ((typeof code === 'number' && code === code) || typeof code === 'string' ? code : undefined)
// What a failure says of itself beside its message.
// prettier-ignore
const factsOf = (failure, code, answer, inDoubt) => ({
  code: codeIn(code), statusName: answer ? answer.name : undefined, func: given(failure, 'func', 'string'), file: given(failure, 'file', 'string'),
  line: given(failure, 'line', 'number'), subcode: subcodeOf(failure), inDoubt,
})
// The name is hidden, as the own properties of an Error are.
const NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })
const MADE = Symbol('made by toError')
/** The class of what a table's toError returns. */
function errorClass(serialize) {
  class AerospikeError extends Error {
    // The constructor that a class has by default iterates over an array.
    constructor(message, options) {
      super(message, options)
    }
    toJSON() {
      return serialize(this)
    }
    // Without the cause, which holds the request.
    [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
      const fields = { ...this }
      return toText(this.stack) + (keys(fields).length === 0 ? '' : ' ' + require('util').inspect(fields, options))
    }
  }
  define(AerospikeError.prototype, MADE, true, false)
  freeze(AerospikeError.prototype)
  return AerospikeError
}
// Skips the stack capture in the constructor: it's expensive, and captureStackTrace follows. Under --frozen-intrinsics it can't be skipped.
function withoutStack(ErrorClass, message, options) {
  const { stackTraceLimit } = Error
  try {
    Error.stackTraceLimit = 0
  } catch (_) {}
  try {
    return new ErrorClass(message, options)
  } finally {
    if (Error.stackTraceLimit !== stackTraceLimit) Error.stackTraceLimit = stackTraceLimit
  }
}
// Assigns the fields that have a value. An assignment is ten times as fast as a definition, but a setter of a changed prototype may swallow it.
function assign(object, fields) {
  for (const name in fields) {
    if (fields[name] === undefined || !isOwn(fields, name)) continue
    if (name in object) define(object, name, fields[name], true)
    else object[name] = fields[name]
  }
  return object
}
// The same for the fields of an error, with their names written out, which is faster.
function fill(error, fields) {
  const { code, statusName, func, file, line, subcode, inDoubt } = fields
  if ('code' in error || 'statusName' in error || 'func' in error || 'file' in error || 'line' in error)
    return assign(error, fields)
  if ('subcode' in error || 'inDoubt' in error) return assign(error, fields)
  if (code !== undefined) error.code = code
  if (statusName !== undefined) error.statusName = statusName
  if (func !== undefined) error.func = func
  if (file !== undefined) error.file = file
  if (line !== undefined) error.line = line
  if (subcode !== undefined) error.subcode = subcode
  if (inDoubt !== undefined) error.inDoubt = inDoubt
}
const define = (object, name, value, enumerable) =>
  defineProperty(object, name, { __proto__: null, value, enumerable, configurable: true, writable: true })
// Asks the addon. It refuses bad input by throwing, as JSON, what the error should say.
function strict(ask, first, second, third, fourth) {
  try {
    return ask(first, second, third, fourth)
  } catch (refusal) {
    if (typeof refusal !== 'string') throw refusal
    const { code, message } = parse(refusal)
    const error = code === 'ERR_OUT_OF_RANGE' ? new RangeError(message) : new TypeError(message)
    define(error, 'code', code, true)
    captureStackTrace(error, strict)
    throw error
  }
}

// --- The table ---
// Converts each element of an array of ours in place, and freezes it: no setter of a changed Array.prototype gets in between.
function convertEach(array, convert) {
  for (let at = 0; at < array.length; at++) array[at] = convert(array[at])
  return freeze(array)
}
const freezeAll = (array) => convertEach(array, freeze)
const freezeRow = (row) => freezeAll(row.subcodes) && freeze(row)
// What a table says of a code: of its meanings the first, and a doubt or subcodes of any.
function answerFrom(meanings, description) {
  const first = meanings[0]
  const last = meanings[meanings.length - 1]
  const subcodes = first.subcodes.length > 0 ? first.subcodes : last.subcodes
  const { name, transient } = first
  const inDoubt = first.inDoubt || last.inDoubt
  const names = { first: wholeOf(name), last: wholeOf(last.name) }
  return { meanings, first, name, names, transient, inDoubt, subcodes, description, line: '' }
}
const wholeOf = (name) => (name[0] === 'A' ? name : 'AEROSPIKE_' + name)
// What the tables say of their codes, by their indices: it comes over when one is first asked something. Releases with equal tables share it.
const kept = keptMap()
function knowledgeOf(index) {
  if (kept.get(index) === undefined) {
    const { rows, answers: listed } = parse(addon.rows(index))
    const known = { rows: convertEach(rows, freezeRow), answers: keptMap(), names: keptMap() }
    for (let at = 0; at < listed.length; at++) {
      const meanings = convertEach(listed[at].meanings, (position) => rows[position])
      known.answers.set(listed[at].code, answerFrom(meanings, listed[at].description || meanings[0].description))
    }
    kept.set(index, known)
  }
  return kept.get(index)
}

function buildTable({ release, table: index, status }) {
  let known
  const knowledge = () => known || (known = knowledgeOf(index))
  const list = () => knowledge().rows
  const statusAt = (position) => (position === null ? undefined : knowledge().rows[position])
  // What the table says of a code; undefined for a code it lacks, and for anything that isn't a code.
  const answerTo = (code) => knowledge().answers.get(code)

  // What the table says of a failure: of its code, or of the status that its message names, if some release has that under this code.
  function answerFor(failure, code) {
    const answer = answerTo(code)
    const name = nameIn(failure)
    return name === undefined ? answer : answerToNamed(failure, code, answer, name)
  }

  function answerToNamed(failure, code, answer, name) {
    const meanings = answer === undefined ? [] : answer.meanings
    for (let at = 0; at < meanings.length; at++) {
      if (meanings[at].name === name) return meanings.length === 1 ? answer : answerFrom(freeze([meanings[at]]))
    }
    if (part(failure, 'message') !== name || addon.statusName(index, code, cut(name)) !== name) return answer
    const first = statusAt(addon.rowNamed(index, name))
    return { ...answerFrom(freeze([first || { name, transient: false, inDoubt: code < 0, subcodes: [] }])), first }
  }

  // Asks for a verdict on the failure in a value: on the value itself if it has a code, otherwise on what it wraps.
  function judge(value, verdict) {
    const code = codeOf(value)
    if (typeof code === 'number' && (code | 0) === code) return verdict(value, code, answerFor(value, code), value, '')
    if (isNothing(value)) return verdict(0, 0, answerTo(0), value, '')
    const subject = reasonOf(value)
    const { failure, code: found, answer, context } = failureIn(value, '', 0) || NOTHING
    return verdict(failure, found, answer, subject, context)
  }

  // A value with a code is a failure, but never success in here. An Error without a code is what its cause is. Otherwise its text may say what it
  // is. The context is what the errors around the failure say.
  function failureIn(value, context, depth) {
    const code = codeOf(value)
    if (typeof code === 'number' && (code | 0) === code && code !== 0)
      return { failure: value, code, answer: answerFor(value, code), context }
    const isError = isErrorWithoutCode(value)
    if (!isError && !isRejected(value)) return undefined
    const message = isError ? given(value, 'message', 'string') : undefined
    const around = message === undefined ? context : context + cut(message) + '\n'
    const found = depth < DEEPEST ? failureIn(part(value, isError ? 'cause' : 'reason'), around, depth + 1) : undefined
    if (found !== undefined || message === undefined || message.length > 512 || part(value, MADE) === true) return found
    const row = statusAt(addon.stockSentence(index, message))
    return row && { failure: value, code: row.code, answer: answerFrom(freeze([row]), row.description), context }
  }

  // The failure as one line. A value without a status has its own text.
  function line(failure, code, answer, value, context) {
    if (failure === undefined || isNothing(value)) {
      const text = addon.format(index, ownPart(value, 'code') || undefined, cut(part(value, 'message')), cut(part(value, 'name')))
      return text === null ? addon.oneLine(cut(ownText(value))) : text
    }
    const message = part(failure, 'message')
    const subcode = subcodeOf(failure)
    const inDoubt = hasWord(failure) && isDoubtful(failure, code, answer, value)
    const isKept = answer !== undefined && !message && subcode === undefined && context === '' && !inDoubt
    if (isKept && answer.line) return answer.line
    const text = addon.format(index, code, cut(message), undefined, subcode, context, inDoubt)
    if (isKept) answer.line = text
    return text
  }

  // What is known about a value. What is known about a failure stands with the failure, not with what wraps it.
  function serialized(source, depth) {
    const { failure, code, answer, value, context } = judge(source, everything)
    const isFailure = failure !== undefined && failure === value
    const first = (isFailure && answer && answer.first) || NOTHING
    const subcode = isFailure && answer ? knownSubcode(value, answer.subcodes) : undefined
    const cause = depth < DEEPEST && part(value, MADE) !== true ? part(value, 'cause') : undefined
    // prettier-ignore
    return assign({}, {
      name: given(value, 'name', 'string') || (isFailure ? 'AerospikeError' : 'Error'),
      message: given(value, 'message', 'string') || line(failure, code, answer, value, context),
      ...(isFailure ? factsOf(value, code, answer, isDoubtful(failure, code, answer, value)) : { code: codeIn(ownPart(value, 'code') || undefined) }),
      description: first.description, category: first.category, transient: first.category && passes(failure, code, answer),
      subcodeName: subcode && subcode.name,
      stack: depth === BRIEF ? undefined : given(value, 'stack', 'string'),
      cause: isOk(cause) ? undefined : serialized(cause, depth + 1),
    })
  }

  const AerospikeError = errorClass((error) => serialized(error, BRIEF))
  // The whole name of the status that a name stands for.
  function resolved(name) {
    const { names } = knowledge()
    return names.get(name) || (names.set(name, strict(addon.resolve, index, name)), names.get(name))
  }

  const table = {
    release,
    status,
    describe(code, subcode) {
      const answer = subcode === undefined || subcode === 0 ? answerTo(code) : undefined
      return answer === undefined ? strict(addon.describe, index, code, subcode) : answer.description
    },
    lookup: (key) => (answerTo(key) || { first: statusAt(strict(addon.lookup, index, key)) }).first,
    lookupAll: (code) =>
      (answerTo(code) || { meanings: convertEach(parse(strict(addon.lookupAll, index, code)), statusAt) }).meanings,
    list,
    search: (text) => convertEach(parse(strict(addon.search, index, text)), statusAt),
    suggest: (name) => parse(strict(addon.suggest, index, name)),
    explain: (key, subcode) => strict(addon.explain, index, key, subcode),
    isOk,
    isError,
    isTransient: (value) => judge(value, passes),
    isInDoubt: (value) => judge(value, isDoubtful),
    is(value, name) {
      const answer = judge(value, answerOf)
      let isOne = hasName(answer, resolved(name))
      for (let at = 2; at < arguments.length; at++) isOne = hasName(answer, resolved(arguments[at])) || isOne
      return isOne
    },
    statusOf: (value) => judge(value, firstOf),
    format: (value) => judge(value, line),
    toError(value) {
      if (isOk(value)) return null
      // The name of a failure makes that failure. Any other text is a message.
      const row = typeof value === 'string' ? statusAt(addon.namedFailure(index, cut(value))) : undefined
      const source = row === undefined ? value : { code: row.code, message: row.name }
      const { failure, code, answer, value: subject, context } = judge(source, everything)
      const message = row === undefined ? given(subject, 'message', 'string') : table.format(row.code)
      const text = message || line(failure, code, answer, subject, context)
      // The stack begins at the caller. Each function between costs, since V8 has to pass over it.
      const error = withoutStack(AerospikeError, text, { cause: value })
      captureStackTrace(defineProperty(error, 'name', NAME), table.toError)
      const from = failure === undefined ? subject : failure
      const own = failure === undefined ? typeof subject === 'object' && (codeOf(subject) || undefined) : code
      const inDoubt = hasWord(from) || hasWord(subject) ? isDoubtful(failure, code, answer, subject) : undefined
      fill(error, factsOf(from, own, answer, inDoubt))
      if (!isOwn(error, 'cause')) define(error, 'cause', value, false) // Node before 16.9 knows no options.
      return error
    },
    serialize: (value) => (isOk(value) ? null : serialized(value, 0)),
  }
  return table
}
const freezeTable = (table) => convertEach(keys(table), (name) => freeze(table[name])) && freeze(table)

// --- The exports ---
const tables = keptMap()
const documented = parse(addon.release('documented'))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(documented),
  subcode: documented.subcode,
  releases: documented.releases,
  forRelease(version) {
    if (tables.get(version) !== undefined) return tables.get(version)
    const facts = parse(strict(addon.release, version))
    if (tables.get(facts.release) === undefined) tables.set(facts.release, freezeTable(buildTable(facts)))
    return tables.get(facts.release)
  },
  history: (name) => freezeAll(parse(strict(addon.history, name))),
  translate: (code, route) => parse(strict(addon.translate, code, route, part(route, 'from'), part(route, 'to'))),
})
tables.set('documented', module.exports)
// Never run: it tells Node, and every tool that reads a CommonJS module without running it, which names can be imported.
// prettier-ignore
0 && (module.exports = {
  // #region names (derived from src/status.rs by `cargo test`)
  AEROSPIKE_OK, AEROSPIKE_ERR, AEROSPIKE_ERR_CLIENT, AEROSPIKE_ERR_PARAM,
  AEROSPIKE_ERR_CLUSTER, AEROSPIKE_ERR_TIMEOUT, AEROSPIKE_ERR_SERVER, AEROSPIKE_ERR_REQUEST_INVALID,
  AEROSPIKE_ERR_NAMESPACE_NOT_FOUND, AEROSPIKE_ERR_SERVER_FULL, AEROSPIKE_ERR_CLUSTER_CHANGE, AEROSPIKE_ERR_RECORD,
  AEROSPIKE_ERR_RECORD_BUSY, AEROSPIKE_ERR_RECORD_NOT_FOUND, AEROSPIKE_ERR_RECORD_EXISTS, AEROSPIKE_ERR_RECORD_GENERATION,
  AEROSPIKE_ERR_RECORD_TOO_BIG, AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE,
  // #endregion
  release, status, describe, lookup, lookupAll, list, search, suggest, explain, isOk, isError, isTransient, isInDoubt, is, statusOf, format,
  toError, serialize, subcode, releases, forRelease, history, translate,
})
