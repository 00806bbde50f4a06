'use strict'

// The addon, written in Rust (src/), knows the statuses. This file loads it, caches each table, and answers common calls without the addon.

// --- The loader ---
const addon = loadAddon()
/** Returns the addon from its package in node_modules, or from a checkout. Otherwise find-addon.js finds it elsewhere or reports what is wrong. */
function loadAddon() {
  const version = '0.1.0'
  const slash = process.platform === 'win32' ? '\\' : '/'
  for (const abi of { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[process.platform] || ['']) {
    try {
      const target = process.platform + '-' + process.arch + abi
      const folder = __dirname.includes('node_modules') ? slash + '..' + slash + 'aerospike-status-' + target : ''
      const loaded = { exports: {} }
      process.dlopen(loaded, __dirname + folder + slash + 'aerospike-status.' + target + '.node') // Twice as fast as require.
      if (loaded.exports.version() === version) return loaded.exports
    } catch {}
  }
  return require('./find-addon')(version)
}

// Our own references, because an application may replace built-in functions later.
const { Error, Map, RangeError, String: toText, TypeError } = globalThis
const { defineProperty, freeze, keys, setPrototypeOf, prototype: objectPrototype } = Object
const { captureStackTrace } = Error
const { parse, stringify } = JSON
const uncurryThis = (method) => Function.prototype.call.bind(method)
const [hasOwn, tagOf, find] = [objectPrototype.hasOwnProperty, objectPrototype.toString, Array.prototype.find].map(uncurryThis)
const [indexOf, slice, exec] = [toText.prototype.indexOf, toText.prototype.slice, RegExp.prototype.exec].map(uncurryThis)
const findSubcode = (number, subcodes) => find(subcodes, ({ subcode }) => subcode === number)
const safeMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
const safeMap = () => setPrototypeOf(new Map(), safeMapPrototype)

// --- Reading values ---
// The addon never reads an object itself: V8 crashes if an addon calls a getter when the stack is exhausted.
const readOwn = (object, name) => read(object, name, true)
/** A property of a value; undefined if it's missing or a getter throws. Ignores an inherited one if Object.prototype has it too. */
function read(object, name, mustBeOwn) {
  if (typeof object !== 'object' || object === null) return undefined
  try {
    return (mustBeOwn || name in objectPrototype) && !hasOwn(object, name) ? undefined : object[name]
  } catch (_) {}
}
/** A property of the given type; undefined for an empty string or 0. */
function readTyped(object, name, type) {
  const value = read(object, name)
  return typeof value === type && value ? value : undefined
}
/** The code that a value is or has, or a batch row's status. Only its own code counts: a DOMException inherits one that isn't Aerospike's. */
function codeOf(value) {
  if (typeof value !== 'object' || value === null) return value
  try {
    if (hasOwn(value, 'code')) return value.code
    const { status } = value
    if ((status | 0) === status && hasOwn(value, 'status') && (hasOwn(value, 'record') || hasOwn(value, 'key'))) return status
    if (status === 'fulfilled' && hasOwn(value, 'status') && hasOwn(value, 'value')) return 0
  } catch (_) {}
}
/** The subcode of a failure; undefined for 0. */
function subcodeOf(failure) {
  const subcode = readOwn(failure, 'subcode')
  return typeof subcode === 'number' && subcode >>> 0 === subcode && subcode > 0 ? subcode : undefined
}
/** Whether a text may be the name of a status: names have no spaces. */
const mayBeName = (text) => typeof text === 'string' && (text[0] === 'A' || text[0] === 'E') && indexOf(text, ' ') < 0
/** The text of a value that has neither a code nor a message. */
function ownText(value) {
  const text = attempt(toText, value)
  return typeof value === 'string' || (text && text !== '[object Object]') ? text : attempt(stringify, value) || '[object Object]'
}
function attempt(action, value) {
  try {
    return action(value)
  } catch (_) {}
}
// A long text could exhaust the addon's memory.
const cut = (text) => (typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text)

// --- Judging values ---
const EMPTY = freeze({ __proto__: null })
const MAX_DEPTH = 8 // How deep a failure may be wrapped.
const BRIEF_DEPTH = MAX_DEPTH + 1 // At this depth, serialized() leaves out stack and cause.
const isCode = (value) => typeof value === 'number' && (value | 0) === value
const isNullish = (value) => value === null || value === undefined
const isOk = (value) => isNullish(value) || codeOf(value) === 0
const isErrorObject = (value) => value instanceof Error || tagOf(value) === '[object Error]'
const isErrorWithoutCode = (value) => isNullish(readOwn(value, 'code')) && attempt(isErrorObject, value) === true
const isRejected = (value) => readOwn(value, 'status') === 'rejected' && readOwn(value, 'reason') !== undefined
/** The reason of a rejected row of Promise.allSettled; otherwise the value itself. */
function reasonOf(value) {
  for (let depth = 0; depth < MAX_DEPTH && isRejected(value); depth++) value = read(value, 'reason')
  return value
}

// The client stops a command of several parts at its first failure, and reports `inDoubt: false` although other parts may have been applied.
const MULTI_PART = /^(Batch(Write|Apply|Remove)|(Query|Scan)(Background|Operate))Command$/
const hasParts = (command) => exec(MULTI_PART, command.constructor.name) !== null
/** A failure's own `inDoubt`; true for a command of several parts. A batch row's `false` means nothing: the first attempt always has it. */
function ownInDoubt(failure) {
  try {
    const { inDoubt, command } = failure
    if (inDoubt === true && hasOwn(failure, 'inDoubt')) return true
    if (command !== undefined && hasOwn(failure, 'command') && attempt(hasParts, command) === true) return true
    if (inDoubt === false && hasOwn(failure, 'inDoubt') && (hasOwn(failure, 'code') || !hasOwn(failure, 'status'))) return false
  } catch (_) {
    if (readOwn(failure, 'inDoubt') === true || attempt(hasParts, readOwn(failure, 'command')) === true) return true
  }
}
const hasDoubtFields = (failure) => typeof readOwn(failure, 'inDoubt') === 'boolean' || readOwn(failure, 'command') !== undefined

// Verdicts on a failure, from its code and the table's answer for that code. `value` is the failure, or wraps it.
function isInDoubt(failure, code, answer, value) {
  const failureDecides = failure !== undefined && failure !== value && readOwn(value, 'inDoubt') !== true
  const own = code === 0 ? false : ownInDoubt(failureDecides ? failure : value)
  return own !== undefined ? own : answer === undefined ? code < 0 : answer.inDoubt
}
const isTransient = (failure, code, answer) => answer !== undefined && (subcodeRow(failure, answer.subcodes) || answer).transient
/** The table's row for a failure's subcode. */
function subcodeRow(failure, subcodes) {
  const number = subcodes.length === 0 ? undefined : subcodeOf(failure)
  return number && findSubcode(number, subcodes)
}
const answerOf = (failure, code, answer) => answer
const hasName = (answer, name) => answer !== undefined && (answer.fullNames[0] === name || answer.fullNames[1] === name)
const everything = (failure, code, answer, value, context) => ({ failure, code, answer, value, context })

// --- Errors ---
const numberOrString = (code) => ((typeof code === 'number' && code === code) || typeof code === 'string' ? code : undefined)
// prettier-ignore
const fieldsOf = (failure, code, answer, inDoubt) => ({
  code: numberOrString(code), statusName: answer ? answer.name : undefined, func: readTyped(failure, 'func', 'string'),
  file: readTyped(failure, 'file', 'string'), line: readTyped(failure, 'line', 'number'), subcode: subcodeOf(failure), inDoubt,
})
const NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })
const MADE_BY_TO_ERROR = Symbol('made by toError')

/** Returns the class of a table's errors. Their toJSON() uses that table. */
function createErrorClass(serialize) {
  class AerospikeError extends Error {
    // The default constructor iterates over an array, which an application can break.
    constructor(message, options) {
      super(message, options)
    }
    toJSON() {
      return serialize(this)
    }
    // Leaves out the cause, which holds the request.
    [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
      const fields = { ...this }
      return toText(this.stack) + (keys(fields).length === 0 ? '' : ' ' + require('util').inspect(fields, options))
    }
  }
  freeze(define(AerospikeError.prototype, MADE_BY_TO_ERROR, true, false))
  return AerospikeError
}
/** Returns a new error, without the stack capture: it's expensive, and captureStackTrace follows. Under --frozen-intrinsics it can't be skipped. */
function createWithoutStack(ErrorClass, message, options) {
  const { stackTraceLimit } = Error
  try {
    attempt(limitStack, 0)
    return new ErrorClass(message, options)
  } finally {
    attempt(limitStack, stackTraceLimit)
  }
}
const limitStack = (limit) => (Error.stackTraceLimit = limit)
/** Assigns the fields that have a value. Defines only those that a prototype has too, because defining takes ten times as long. */
function assign(object, fields) {
  for (const name in fields) {
    if (fields[name] === undefined || !hasOwn(fields, name)) continue
    if (name in object) define(object, name, fields[name], true)
    else object[name] = fields[name]
  }
  return object
}
const define = (object, name, value, enumerable) => defineProperty(object, name, { __proto__: null, ...NAME, value, enumerable })

/** Calls the addon. For an invalid argument, the addon throws the code and message of the error as JSON. */
function callAddon(call, first, second, third, fourth) {
  try {
    return call(first, second, third, fourth)
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown
    const { code, message } = parse(thrown)
    const error = code === 'ERR_OUT_OF_RANGE' ? new RangeError(message) : new TypeError(message)
    captureStackTrace(define(error, 'code', code, true), callAddon)
    throw error
  }
}

// --- The table ---
/** Converts each element in place, and freezes the array. Replacing an element never calls a setter of Array.prototype. */
function convertEach(array, convert) {
  for (let i = 0; i < array.length; i++) array[i] = convert(array[i])
  return freeze(array)
}
const freezeAll = (array) => convertEach(array, freeze)
const freezeRow = (row) => freezeAll(row.subcodes) && freeze(row)
/** The answer for a code with one or two meanings. The first decides, but `inDoubt` and `subcodes` can come from the second. */
function answerFrom(meanings, description) {
  const { 0: first, [meanings.length - 1]: last } = meanings
  const { name, transient } = first
  const inDoubt = first.inDoubt || last.inDoubt
  const subcodes = first.subcodes.length > 0 ? first.subcodes : last.subcodes
  const fullNames = [fullName(name), fullName(last.name)]
  return { meanings, first, name, fullNames, transient, inDoubt, subcodes, description, line: '' }
}
const fullName = (name) => (name[0] === 'A' ? name : 'AEROSPIKE_' + name)

/** Fetches the rows and answers of a table from the addon, and keeps them. Equal tables have the same index, so they share the data. */
function fetchData(index) {
  const { rows, answers } = parse(addon.rows(index))
  const data = { rows: convertEach(rows, freezeRow), answers: safeMap(), resolvedNames: safeMap() }
  for (let i = 0; i < answers.length; i++) {
    const meanings = convertEach(answers[i].meanings, (position) => rows[position])
    data.answers.set(answers[i].code, answerFrom(meanings, answers[i].description || meanings[0].description))
  }
  return dataByIndex.set(index, data).get(index)
}
const dataByIndex = safeMap()

function buildTable({ release, table: index, status }) {
  let fetched
  const data = () => fetched || (fetched = dataByIndex.get(index) || fetchData(index))
  const rowAt = (position) => (position === null ? undefined : data().rows[position])
  const rowsAt = (positions) => convertEach(parse(positions), rowAt)
  const answerForCode = (code) => data().answers.get(code) // Undefined for a code that the table lacks, and for any other value.
  /** The answer for a failure's code or, if the message is a name that a release has for the code, for that name. Tries the fast read first. */
  function answerForFailure(failure, code) {
    const answer = answerForCode(code)
    try {
      if (mayBeName(failure.message) && mayBeName(read(failure, 'message'))) return answerForName(code, answer, failure.message)
    } catch (_) {}
    return answer
  }
  function answerForName(code, answer, name) {
    const meanings = answer === undefined ? [] : answer.meanings
    const meaning = find(meanings, (row) => fullName(row.name) === fullName(name))
    if (meaning !== undefined) return meanings.length === 1 ? answer : answerFrom(freeze([meaning]))
    if (addon.statusName(index, code, cut(name)) !== name) return answer
    const first = rowAt(addon.rowNamed(index, name))
    return { ...answerFrom(freeze([first || { name, transient: false, inDoubt: code < 0, subcodes: [] }])), first }
  }

  /** Returns the verdict on a value's failure: the value itself if it has a code, otherwise the failure that it wraps. */
  function judge(value, verdict) {
    const code = codeOf(value)
    if (isCode(code)) return verdict(value, code, answerForFailure(value, code), value, '')
    if (isNullish(value)) return verdict(0, 0, answerForCode(0), value, '')
    const subject = reasonOf(value)
    const { failure, code: found, answer, context } = failureIn(subject, '', 0) || EMPTY
    return verdict(failure, found, answer, subject, context)
  }
  /** The failure that a value is or wraps, and the messages of the errors around it. An Error with a stock sentence is a failure too. */
  function failureIn(source, context, depth) {
    const value = reasonOf(source)
    const code = codeOf(value)
    if (code && isCode(code)) return { failure: value, code, answer: answerForFailure(value, code), context }
    if (!isErrorWithoutCode(value)) return undefined
    const message = readTyped(value, 'message', 'string') || ''
    const innerContext = message === '' ? context : context + cut(message) + '\n'
    const found = depth < MAX_DEPTH ? failureIn(read(value, 'cause'), innerContext, depth + 1) : undefined
    if (found !== undefined || message === '' || message.length > 512 || read(value, MADE_BY_TO_ERROR) === true) return found
    const row = rowAt(addon.stockSentence(index, message)) // The longest stock sentence has 149 characters.
    return row && { failure: value, code: row.code, answer: answerFrom(freeze([row]), row.description), context }
  }

  /** The failure as one line. A value without a code keeps its own text. */
  function line(failure, code, answer, value, context) {
    if (failure === undefined || isNullish(value)) {
      const text = addon.format(index, readOwn(value, 'code') || undefined, cut(read(value, 'message')), cut(read(value, 'name')))
      return text === null ? addon.oneLine(cut(ownText(value))) : text
    }
    const message = read(failure, 'message')
    const subcode = subcodeOf(failure)
    const inDoubt = hasDoubtFields(failure) && isInDoubt(failure, code, answer, value)
    if (answer === undefined || message || subcode !== undefined || context !== '' || inDoubt)
      return addon.format(index, code, cut(message), undefined, subcode, context, inDoubt)
    return answer.line || (answer.line = addon.format(index, code))
  }
  /** The fields that serialize() returns for a value. A wrapper has those of its failure only in its cause. */
  function serialized(source, depth) {
    const { failure, code, answer, value, context } = judge(source, everything)
    const isFailure = failure !== undefined && failure === value
    const first = (isFailure && answer && answer.first) || EMPTY
    const subcode = isFailure && answer ? subcodeRow(value, answer.subcodes) : undefined
    const cause = depth < MAX_DEPTH && read(value, MADE_BY_TO_ERROR) !== true ? read(value, 'cause') : undefined
    // prettier-ignore
    return assign({}, {
      name: readTyped(value, 'name', 'string') || (isFailure ? 'AerospikeError' : 'Error'),
      message: readTyped(value, 'message', 'string') || line(failure, code, answer, value, context),
      ...(isFailure ? fieldsOf(value, code, answer, isInDoubt(failure, code, answer, value))
        : { code: numberOrString(readOwn(value, 'code') || undefined) }),
      description: first.description, category: first.category, transient: first.category && isTransient(failure, code, answer),
      subcodeName: subcode && subcode.name, stack: depth === BRIEF_DEPTH ? undefined : readTyped(value, 'stack', 'string'),
      cause: isOk(cause) ? undefined : serialized(cause, depth + 1),
    })
  }
  function resolved(name) {
    const { resolvedNames } = data()
    return resolvedNames.get(name) || resolvedNames.set(name, callAddon(addon.resolve, index, name)).get(name)
  }
  const AerospikeError = createErrorClass((error) => serialized(error, BRIEF_DEPTH))
  const table = {
    release,
    status,
    describe(code, subcode) {
      const answer = subcode === undefined || subcode === 0 ? answerForCode(code) : undefined
      return answer === undefined ? callAddon(addon.describe, index, code, subcode) : answer.description
    },
    lookup: (key) => (answerForCode(key) || { first: rowAt(callAddon(addon.lookup, index, key)) }).first,
    lookupAll: (code) => (answerForCode(code) || { meanings: rowsAt(callAddon(addon.lookupAll, index, code)) }).meanings,
    list: () => data().rows,
    search: (text) => rowsAt(callAddon(addon.search, index, text)),
    suggest: (name) => parse(callAddon(addon.suggest, index, name)),
    explain: (key, subcode) => callAddon(addon.explain, index, key, subcode),
    isOk,
    isError: (value) => !isOk(value),
    isTransient: (value) => judge(value, isTransient),
    isInDoubt: (value) => judge(value, isInDoubt),
    is(value, name) {
      const answer = judge(value, answerOf)
      let matches = hasName(answer, resolved(name))
      for (let i = 2; i < arguments.length; i++) matches = hasName(answer, resolved(arguments[i])) || matches
      return matches
    },
    statusOf: (value) => (judge(value, answerOf) || EMPTY).first,
    format: (value) => judge(value, line),
    toError(value) {
      if (isOk(value)) return null
      // A failure's name stands for that failure. Any other text is a message.
      const row = typeof value === 'string' ? rowAt(addon.namedFailure(index, cut(value))) : undefined
      const source = row === undefined ? value : { code: row.code, message: row.name }
      const { failure, code, answer, value: subject, context } = judge(source, everything)
      const message = row === undefined ? readTyped(subject, 'message', 'string') : table.format(row.code)
      const error = createWithoutStack(AerospikeError, message || line(failure, code, answer, subject, context), { cause: value })
      // The stack begins at the caller. A helper would be one more function for V8 to skip, which takes time.
      captureStackTrace(defineProperty(error, 'name', NAME), table.toError)
      const from = failure === undefined ? subject : failure
      const ownCode = failure === undefined ? typeof subject === 'object' && (codeOf(subject) || undefined) : code
      const inDoubt = hasDoubtFields(from) || hasDoubtFields(subject) ? isInDoubt(failure, code, answer, subject) : undefined
      assign(error, fieldsOf(from, ownCode, answer, inDoubt))
      if (!hasOwn(error, 'cause')) define(error, 'cause', value, false) // Node before 16.9 ignores the options.
      return error
    },
    serialize: (value) => (isOk(value) ? null : serialized(value, 0)),
  }
  return table
}
const freezeTable = (table) => convertEach(keys(table), (name) => freeze(table[name])) && freeze(table)

// --- The exports ---
const tables = safeMap()
const documented = parse(addon.release('documented'))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(documented),
  ...documented.across,
  forRelease(version) {
    if (tables.get(version) !== undefined) return tables.get(version)
    const facts = parse(callAddon(addon.release, version))
    return tables.get(facts.release) || tables.set(facts.release, freezeTable(buildTable(facts))).get(facts.release)
  },
  history: (name) => freezeAll(parse(callAddon(addon.history, name))),
  translate: (code, route) => parse(callAddon(addon.translate, code, route, read(route, 'from'), read(route, 'to'))),
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
