'use strict'

// The addon, written in Rust (src/), knows the statuses. This file loads it, keeps what each table says about its own codes, answers what is
// asked on every call without crossing into Rust, and names the exports.

// --- The loader ---
const addon = loadAddon()
/** The addon from the platform's package in node_modules, or from a checkout. find-addon.js looks further, and reports what is wrong. */
function loadAddon() {
  const version = '0.1.0'
  const slash = process.platform === 'win32' ? '\\' : '/'
  for (const abi of { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[process.platform] || ['']) {
    try {
      const target = process.platform + '-' + process.arch + abi
      const folder = __dirname.includes('node_modules') ? slash + '..' + slash + 'aerospike-status-' + target : ''
      const found = { exports: {} }
      process.dlopen(found, __dirname + folder + slash + 'aerospike-status.' + target + '.node') // Twice as fast as require.
      if (found.exports.version() === version) return found.exports
    } catch {}
  }
  return require('./find-addon')(version)
}

// Our own references to built-in functions: an application may replace them later.
const { Error, Map, RangeError, String: toText, TypeError } = globalThis
const { defineProperty, freeze, keys, setPrototypeOf, prototype: objectPrototype } = Object
const { captureStackTrace } = Error
const { parse, stringify } = JSON
const method = (of) => Function.prototype.call.bind(of)
const [isOwn, tagOf, find] = [objectPrototype.hasOwnProperty, objectPrototype.toString, Array.prototype.find].map(method)
const [indexOf, slice, exec] = [toText.prototype.indexOf, toText.prototype.slice, RegExp.prototype.exec].map(method)
const findBy = (property, value, rows) => find(rows, (row) => row[property] === value)
const keptMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
const keptMap = () => setPrototypeOf(new Map(), keptMapPrototype)

// --- Reading values ---
// The addon reads no object itself: V8 crashes if an addon calls a getter when the stack is exhausted.
const ownPart = (object, name) => part(object, name, true)
/** A property of an object; undefined if there is none, a getter throws, or only Object.prototype has it. */
function part(object, name, mustBeOwn) {
  if (typeof object !== 'object' || object === null) return undefined
  try {
    return (mustBeOwn || name in objectPrototype) && !isOwn(object, name) ? undefined : object[name]
  } catch (_) {}
}
/** A property that is neither an empty string nor 0. */
function given(object, name, type) {
  const value = part(object, name)
  return typeof value === type && value ? value : undefined
}
/** The code that a value is or has. A batch row has a status instead. A DOMException inherits a code, which isn't Aerospike's. */
function codeOf(value) {
  if (typeof value !== 'object' || value === null) return value
  try {
    if (isOwn(value, 'code')) return value.code
    const { status } = value
    if ((status | 0) === status && isOwn(value, 'status') && (isOwn(value, 'record') || isOwn(value, 'key'))) return status
    if (status === 'fulfilled' && isOwn(value, 'status') && isOwn(value, 'value')) return 0
  } catch (_) {}
}
/** The subcode of a failure; undefined for 0. */
function subcodeOf(failure) {
  const subcode = ownPart(failure, 'subcode')
  return typeof subcode === 'number' && subcode >>> 0 === subcode && subcode > 0 ? subcode : undefined
}
/** Whether a message may be the name of a status. Names have no spaces. */
const isName = (message) => typeof message === 'string' && (message[0] === 'A' || message[0] === 'E') && indexOf(message, ' ') < 0
/** The text of a value that has neither a code nor a message. */
function ownText(value) {
  const text = attempt(toText, value)
  return typeof value === 'string' || (text && text !== '[object Object]') ? text : attempt(stringify, value) || '[object Object]'
}
function attempt(read, value) {
  try {
    return read(value)
  } catch (_) {}
}
// A long text could exhaust the addon's memory.
const cut = (text) => (typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text)

// --- Judging them ---
const NOTHING = freeze({ __proto__: null })
const DEEPEST = 8 // How deep a failure may be wrapped.
const BRIEF = DEEPEST + 1 // At this depth, an error is serialized without stack and cause.
const isCode = (value) => typeof value === 'number' && (value | 0) === value
const isNothing = (value) => value === null || value === undefined
const isOk = (value) => isNothing(value) || codeOf(value) === 0
const isErrorObject = (value) => value instanceof Error || tagOf(value) === '[object Error]'
const isErrorWithoutCode = (value) => isNothing(ownPart(value, 'code')) && attempt(isErrorObject, value) === true
const isRejected = (value) => ownPart(value, 'status') === 'rejected' && ownPart(value, 'reason') !== undefined
/** What a rejected row of Promise.allSettled stands for. */
function reasonOf(value) {
  for (let depth = 0; depth < DEEPEST && isRejected(value); depth++) value = part(value, 'reason')
  return value
}

// The client stops such a command at the first part that fails and reports `inDoubt: false`, although other parts may have been applied.
const MULTI_PART = /^(Batch(Write|Apply|Remove)|(Query|Scan)(Background|Operate))Command$/
const hasParts = (command) => exec(MULTI_PART, command.constructor.name) !== null
/** What a failure reports itself. A false in a batch row, which has a status and no code, means nothing: the first attempt always has it. */
function ownDoubt(failure) {
  try {
    const { inDoubt, command } = failure
    if (inDoubt === true && isOwn(failure, 'inDoubt')) return true
    if (command !== undefined && isOwn(failure, 'command') && attempt(hasParts, command) === true) return true
    if (inDoubt === false && isOwn(failure, 'inDoubt') && (isOwn(failure, 'code') || !isOwn(failure, 'status'))) return false
  } catch (_) {
    return ownPart(failure, 'inDoubt') === true || attempt(hasParts, ownPart(failure, 'command'))
  }
}
const reportsDoubt = (failure) => typeof ownPart(failure, 'inDoubt') === 'boolean' || ownPart(failure, 'command') !== undefined

// Verdicts on a failure, from its code and the table's answer to that. The value is the failure, or wraps it.
function isDoubtful(failure, code, answer, value) {
  const isWrapped = failure !== undefined && failure !== value && ownPart(value, 'inDoubt') !== true
  const own = code === 0 ? false : ownDoubt(isWrapped ? failure : value)
  return own !== undefined ? own : answer === undefined ? code < 0 : answer.inDoubt
}
const passes = (failure, code, answer) => answer !== undefined && (knownSubcode(failure, answer.subcodes) || answer).transient
/** The subcode of a failure, if the table knows it. */
function knownSubcode(failure, subcodes) {
  const number = subcodes.length === 0 ? undefined : subcodeOf(failure)
  return number && findBy('subcode', number, subcodes)
}
const answerOf = (failure, code, answer) => answer
const hasName = (answer, name) => answer !== undefined && (answer.fullNames[0] === name || answer.fullNames[1] === name)
const everything = (failure, code, answer, value, context) => ({ failure, code, answer, value, context })

// --- Errors ---
const codeIn = (code) => ((typeof code === 'number' && code === code) || typeof code === 'string' ? code : undefined)
// prettier-ignore
const factsOf = (failure, code, answer, inDoubt) => ({
  code: codeIn(code), statusName: answer ? answer.name : undefined, func: given(failure, 'func', 'string'), file: given(failure, 'file', 'string'),
  line: given(failure, 'line', 'number'), subcode: subcodeOf(failure), inDoubt,
})
const NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })
const MADE = Symbol('made by toError')

/** The class of a table's errors, which serialize with that table. */
function errorClass(serialize) {
  class AerospikeError extends Error {
    // The default constructor iterates over an array, which an application can break.
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
  freeze(define(AerospikeError.prototype, MADE, true, false))
  return AerospikeError
}
/** Skips the stack capture in the constructor: it's expensive, and captureStackTrace follows. Under --frozen-intrinsics it can't be skipped. */
function withoutStack(ErrorClass, message, options) {
  const { stackTraceLimit } = Error
  try {
    attempt(limitStack, 0)
    return new ErrorClass(message, options)
  } finally {
    attempt(limitStack, stackTraceLimit)
  }
}
const limitStack = (limit) => (Error.stackTraceLimit = limit)
/** Assigns the fields that have a value. Defining them takes ten times as long, so only a field that a prototype has too is defined. */
function assign(object, fields) {
  for (const name in fields) {
    if (fields[name] === undefined || !isOwn(fields, name)) continue
    if (name in object) define(object, name, fields[name], true)
    else object[name] = fields[name]
  }
  return object
}
const define = (object, name, value, enumerable) => defineProperty(object, name, { __proto__: null, ...NAME, value, enumerable })

/** Asks the addon. It refuses bad input by throwing the code and message of the error as JSON. */
function strict(ask, first, second, third, fourth) {
  try {
    return ask(first, second, third, fourth)
  } catch (refusal) {
    if (typeof refusal !== 'string') throw refusal
    const { code, message } = parse(refusal)
    const error = code === 'ERR_OUT_OF_RANGE' ? new RangeError(message) : new TypeError(message)
    captureStackTrace(define(error, 'code', code, true), strict)
    throw error
  }
}

// --- The table ---
/** Converts each element of our own array in place, which no setter of Array.prototype can disturb, and freezes the array. */
function convertEach(array, convert) {
  for (let i = 0; i < array.length; i++) array[i] = convert(array[i])
  return freeze(array)
}
const freezeAll = (array) => convertEach(array, freeze)
const freezeRow = (row) => freezeAll(row.subcodes) && freeze(row)
/** The answer to a code with these meanings. The first counts, except that any meaning may be in doubt or have subcodes. */
function answerFrom(meanings, description) {
  const { 0: first, [meanings.length - 1]: last } = meanings
  const { name, transient } = first
  const inDoubt = first.inDoubt || last.inDoubt
  const subcodes = first.subcodes.length > 0 ? first.subcodes : last.subcodes
  const fullNames = [fullName(name), fullName(last.name)]
  return { meanings, first, name, fullNames, transient, inDoubt, subcodes, description, line: '' }
}
const fullName = (name) => (name[0] === 'A' ? name : 'AEROSPIKE_' + name)

/** Fetches the rows and answers of a table from the addon, and keeps them. Equal tables have the same index, so they share them. */
function fetchKnowledge(index) {
  const { rows, answers } = parse(addon.rows(index))
  const known = { rows: convertEach(rows, freezeRow), answers: keptMap(), names: keptMap() }
  for (let i = 0; i < answers.length; i++) {
    const meanings = convertEach(answers[i].meanings, (position) => rows[position])
    known.answers.set(answers[i].code, answerFrom(meanings, answers[i].description || meanings[0].description))
  }
  return knowledgeByIndex.set(index, known).get(index)
}
const knowledgeByIndex = keptMap()

function buildTable({ release, table: index, status }) {
  let known
  const knowledge = () => known || (known = knowledgeByIndex.get(index) || fetchKnowledge(index))
  const statusAt = (position) => (position === null ? undefined : knowledge().rows[position])
  const statusesAt = (positions) => convertEach(parse(positions), statusAt)
  const answerTo = (code) => knowledge().answers.get(code) // Undefined for a code that the table lacks, and for what isn't a code.
  /** The answer to a failure's code. If its message is the name that a release has for the code, the answer to that name. */
  function answerFor(failure, code) {
    const answer = answerTo(code)
    try {
      if (isName(failure.message) && isName(part(failure, 'message'))) return answerToNamed(code, answer, failure.message)
    } catch (_) {}
    return answer
  }
  function answerToNamed(code, answer, name) {
    const meanings = answer === undefined ? [] : answer.meanings
    const meaning = findBy('name', name, meanings)
    if (meaning !== undefined) return meanings.length === 1 ? answer : answerFrom(freeze([meaning]))
    if (addon.statusName(index, code, cut(name)) !== name) return answer
    const first = statusAt(addon.rowNamed(index, name))
    return { ...answerFrom(freeze([first || { name, transient: false, inDoubt: code < 0, subcodes: [] }])), first }
  }

  /** Returns the verdict on the failure in a value: on the value itself if it has a code, otherwise on the failure that it wraps. */
  function judge(value, verdict) {
    const code = codeOf(value)
    if (isCode(code)) return verdict(value, code, answerFor(value, code), value, '')
    if (isNothing(value)) return verdict(0, 0, answerTo(0), value, '')
    const subject = reasonOf(value)
    const { failure, code: found, answer, context } = failureIn(subject, '', 0) || NOTHING
    return verdict(failure, found, answer, subject, context)
  }
  /** The failure that a value is or wraps, and the messages of the errors around it. An Error's own message may be that of a status. */
  function failureIn(source, context, depth) {
    const value = reasonOf(source)
    const code = codeOf(value)
    if (code && isCode(code)) return { failure: value, code, answer: answerFor(value, code), context }
    if (!isErrorWithoutCode(value)) return undefined
    const message = given(value, 'message', 'string') || ''
    const around = message === '' ? context : context + cut(message) + '\n'
    const found = depth < DEEPEST ? failureIn(part(value, 'cause'), around, depth + 1) : undefined
    if (found !== undefined || message === '' || message.length > 512 || part(value, MADE) === true) return found
    const row = statusAt(addon.stockSentence(index, message))
    return row && { failure: value, code: row.code, answer: answerFrom(freeze([row]), row.description), context }
  }

  /** The failure as one line. A value without a status has its own text. */
  function line(failure, code, answer, value, context) {
    if (failure === undefined || isNothing(value)) {
      const text = addon.format(index, ownPart(value, 'code') || undefined, cut(part(value, 'message')), cut(part(value, 'name')))
      return text === null ? addon.oneLine(cut(ownText(value))) : text
    }
    const message = part(failure, 'message')
    const subcode = subcodeOf(failure)
    const inDoubt = reportsDoubt(failure) && isDoubtful(failure, code, answer, value)
    if (answer === undefined || message || subcode !== undefined || context !== '' || inDoubt)
      return addon.format(index, code, cut(message), undefined, subcode, context, inDoubt)
    return answer.line || (answer.line = addon.format(index, code))
  }
  /** What is known about a value. A wrapper has the facts of its failure in its cause only. */
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
      subcodeName: subcode && subcode.name, stack: depth === BRIEF ? undefined : given(value, 'stack', 'string'),
      cause: isOk(cause) ? undefined : serialized(cause, depth + 1),
    })
  }
  function resolved(name) {
    const { names } = knowledge()
    return names.get(name) || names.set(name, strict(addon.resolve, index, name)).get(name)
  }
  const AerospikeError = errorClass((error) => serialized(error, BRIEF))
  const table = {
    release,
    status,
    describe(code, subcode) {
      const answer = subcode === undefined || subcode === 0 ? answerTo(code) : undefined
      return answer === undefined ? strict(addon.describe, index, code, subcode) : answer.description
    },
    lookup: (key) => (answerTo(key) || { first: statusAt(strict(addon.lookup, index, key)) }).first,
    lookupAll: (code) => (answerTo(code) || { meanings: statusesAt(strict(addon.lookupAll, index, code)) }).meanings,
    list: () => knowledge().rows,
    search: (text) => statusesAt(strict(addon.search, index, text)),
    suggest: (name) => parse(strict(addon.suggest, index, name)),
    explain: (key, subcode) => strict(addon.explain, index, key, subcode),
    isOk,
    isError: (value) => !isOk(value),
    isTransient: (value) => judge(value, passes),
    isInDoubt: (value) => judge(value, isDoubtful),
    is(value, name) {
      const answer = judge(value, answerOf)
      let isOne = hasName(answer, resolved(name))
      for (let i = 2; i < arguments.length; i++) isOne = hasName(answer, resolved(arguments[i])) || isOne
      return isOne
    },
    statusOf: (value) => (judge(value, answerOf) || NOTHING).first,
    format: (value) => judge(value, line),
    toError(value) {
      if (isOk(value)) return null
      // The name of a failure makes that failure. Any other text is a message.
      const row = typeof value === 'string' ? statusAt(addon.namedFailure(index, cut(value))) : undefined
      const source = row === undefined ? value : { code: row.code, message: row.name }
      const { failure, code, answer, value: subject, context } = judge(source, everything)
      const message = row === undefined ? given(subject, 'message', 'string') : table.format(row.code)
      const error = withoutStack(AerospikeError, message || line(failure, code, answer, subject, context), { cause: value })
      // The stack begins at the caller. V8 takes time for each function that it skips.
      captureStackTrace(defineProperty(error, 'name', NAME), table.toError)
      const from = failure === undefined ? subject : failure
      const own = failure === undefined ? typeof subject === 'object' && (codeOf(subject) || undefined) : code
      const inDoubt = reportsDoubt(from) || reportsDoubt(subject) ? isDoubtful(failure, code, answer, subject) : undefined
      assign(error, factsOf(from, own, answer, inDoubt))
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
  ...documented.across,
  forRelease(version) {
    if (tables.get(version) !== undefined) return tables.get(version)
    const facts = parse(strict(addon.release, version))
    return tables.get(facts.release) || tables.set(facts.release, freezeTable(buildTable(facts))).get(facts.release)
  },
  history: (name) => freezeAll(parse(strict(addon.history, name))),
  translate: (code, route) => parse(strict(addon.translate, code, route, part(route, 'from'), part(route, 'to'))),
})
tables.set('documented', module.exports)
// This never runs. Node and bundlers find the names for `import` here, without running the module.
// prettier-ignore
0 && (module.exports = {
  // #region names (derived from src/status.rs by `cargo test`)
  AEROSPIKE_OK, AEROSPIKE_ERR, AEROSPIKE_ERR_CLIENT, AEROSPIKE_ERR_PARAM, AEROSPIKE_ERR_CLUSTER,
  AEROSPIKE_ERR_TIMEOUT, AEROSPIKE_ERR_SERVER, AEROSPIKE_ERR_REQUEST_INVALID, AEROSPIKE_ERR_NAMESPACE_NOT_FOUND, AEROSPIKE_ERR_SERVER_FULL,
  AEROSPIKE_ERR_CLUSTER_CHANGE, AEROSPIKE_ERR_RECORD, AEROSPIKE_ERR_RECORD_BUSY, AEROSPIKE_ERR_RECORD_NOT_FOUND, AEROSPIKE_ERR_RECORD_EXISTS,
  AEROSPIKE_ERR_RECORD_GENERATION, AEROSPIKE_ERR_RECORD_TOO_BIG, AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE,
  // #endregion
  release, status, describe, lookup, lookupAll, list, search, suggest, explain, isOk, isError, isTransient, isInDoubt, is, statusOf, format,
  toError, serialize, subcode, releases, forRelease, history, translate,
})
