'use strict'

// The whole module, in one file because each further file makes the first `require` 0.3 to 0.5 ms slower. Each section uses only sections above it:
// the addon, values, statuses, failures, errors, tables, exports.

// Our own references, because an application may replace built-in functions later.
const { RangeError, TypeError, Error, String: toText, Map } = globalThis
const { defineProperty, prototype: objectPrototype, freeze, getPrototypeOf, setPrototypeOf, keys } = Object
const { parse, stringify } = JSON
const { captureStackTrace } = Error
const uncurryThis = (method) => Function.prototype.call.bind(method)
const hasOwn = uncurryThis(objectPrototype.hasOwnProperty)
const tagOf = uncurryThis(objectPrototype.toString)
const [indexOf, slice] = [toText.prototype.indexOf, toText.prototype.slice].map(uncurryThis)

// --- The addon ---
// The addon, written in Rust (src/), knows the statuses. It throws the code and message of an invalid argument as JSON.

const VERSION = '0.1.0' // An addon of another version is refused.

const addon = loadFromUsualPlace() || require('./lib/find-addon')(VERSION)

/** The addon beside this package in node_modules, or in this checkout; undefined if it isn't there or has another version. */
function loadFromUsualPlace() {
  const slash = process.platform === 'win32' ? '\\' : '/'
  const root = __dirname + slash
  const abis = { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[process.platform] || ['']
  for (const abi of abis) {
    const target = process.platform + '-' + process.arch + abi
    const folder = __dirname.includes('node_modules') ? root + '..' + slash + 'aerospike-status-' + target + slash : root
    try {
      const loaded = { exports: {} }
      process.dlopen(loaded, folder + 'aerospike-status.' + target + '.node') // Twice as fast as require.
      if (loaded.exports.version() === VERSION) return loaded.exports
    } catch (_) {} // lib/find-addon.js tries again, and says what is wrong.
  }
}

/** Calls a strict function of the addon. For an invalid argument, the addon throws the code and message of the error as JSON. */
function callStrict(call, first, second, third, fourth) {
  try {
    return call(first, second, third, fourth)
  } catch (thrown) {
    if (typeof thrown !== 'string') throw thrown
    const { code, message } = parse(thrown)
    const error = code === 'ERR_OUT_OF_RANGE' ? new RangeError(message) : new TypeError(message)
    defineProperty(error, 'code', { __proto__: null, value: code, enumerable: true, configurable: true, writable: true })
    captureStackTrace(error, callStrict)
    throw error
  }
}

// --- Values ---
// What an application passes: any value, whose properties may be missing, inherited, or getters that throw. The addon never reads
// an object itself, because V8 crashes if an addon calls a getter when the stack is exhausted.

const isObject = (value) => typeof value === 'object' && value !== null
const isNullish = (value) => value === null || value === undefined
const isInteger = (value) => typeof value === 'number' && (value | 0) === value

/** The result of an action; undefined if it throws. */
function attempt(action, value) {
  try {
    return action(value)
  } catch (_) {}
}

/** A property of a value. Undefined if it's missing, if a getter throws, or if it's inherited and every object has one of that name. */
function read(object, name) {
  if (!isObject(object)) return undefined
  try {
    if (name in objectPrototype && !hasOwn(object, name)) return undefined
    return object[name]
  } catch (_) {}
}

/** A property of the value itself, not of its prototype. */
function readOwn(object, name) {
  if (!isObject(object)) return undefined
  try {
    return hasOwn(object, name) ? object[name] : undefined
  } catch (_) {}
}

/** A property of the given type; undefined for an empty string or 0. */
function readTyped(object, name, type) {
  const value = read(object, name)
  return typeof value === type && value ? value : undefined
}

/** The code that a value is or has, or a batch row's status. Only its own code counts: a DOMException inherits one that isn't Aerospike's. */
function codeOf(value) {
  if (!isObject(value)) return value
  try {
    if (hasOwn(value, 'code')) return value.code
    const { status } = value
    if (!hasOwn(value, 'status')) return undefined
    if (isInteger(status) && (hasOwn(value, 'record') || hasOwn(value, 'key'))) return status
    if (status === 'fulfilled' && hasOwn(value, 'value')) return 0
  } catch (_) {}
}

/** The subcode of a failure; undefined for 0. */
function subcodeOf(failure) {
  const subcode = readOwn(failure, 'subcode')
  return typeof subcode === 'number' && subcode >>> 0 === subcode && subcode > 0 ? subcode : undefined
}

const isOk = (value) => isNullish(value) || codeOf(value) === 0

const isErrorObject = (value) => value instanceof Error || tagOf(value) === '[object Error]'
const isErrorWithoutCode = (value) => isNullish(readOwn(value, 'code')) && attempt(isErrorObject, value) === true

/** The text of a value that has neither a code nor a message. */
function textOf(value) {
  const text = attempt(toText, value)
  if (typeof value === 'string' || (text && text !== '[object Object]')) return text
  return attempt(stringify, value) || '[object Object]'
}

/** A long text could exhaust the addon's memory. */
function cut(text) {
  return typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text
}

// --- Statuses ---
// The statuses of a table. They come from the addon in one piece, at the first use, and stay here.

const safeMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
/** A Map whose methods an application can't replace. */
const safeMap = () => setPrototypeOf(new Map(), safeMapPrototype)

/** Converts each element in place, and freezes the array. Replacing an element never calls a setter of Array.prototype. */
function convertEach(array, convert) {
  for (let i = 0; i < array.length; i++) array[i] = convert(array[i])
  return freeze(array)
}
const freezeAll = (array) => convertEach(array, freeze)
const freezeRow = (row) => freezeAll(row.subcodes) && freeze(row)

const fullName = (name) => (name[0] === 'A' ? name : 'AEROSPIKE_' + name)
/** Whether a text may be the name of a status: names have no spaces. */
const mayBeName = (text) => typeof text === 'string' && (text[0] === 'A' || text[0] === 'E') && indexOf(text, ' ') < 0

/** The answer for a code with one or two meanings. The first decides, but `inDoubt` and `subcodes` can come from the second. */
function answerFrom(meanings, description) {
  const first = meanings[0]
  const last = meanings[meanings.length - 1]
  return {
    meanings,
    first,
    name: first.name,
    fullNames: [fullName(first.name), fullName(last.name)],
    transient: first.transient,
    inDoubt: first.inDoubt || last.inDoubt,
    subcodes: first.subcodes.length > 0 ? first.subcodes : last.subcodes,
    description,
    line: '', // What format() returns for the bare code, once it has been asked.
  }
}

/** Whether a name is one of the names of an answer's statuses. */
const hasName = (answer, name) => answer !== undefined && (answer.fullNames[0] === name || answer.fullNames[1] === name)

/** The answer's row for a subcode. */
function subcodeRow(answer, number) {
  for (let i = 0; i < answer.subcodes.length; i++) if (answer.subcodes[i].subcode === number) return answer.subcodes[i]
}

// Equal tables have the same index, so they share the data.
const dataByIndex = safeMap()

function fetchData(index) {
  const { rows, answers } = parse(addon.rows(index))
  const data = { rows: convertEach(rows, freezeRow), answers: safeMap(), resolvedNames: safeMap() }
  for (let i = 0; i < answers.length; i++) {
    const meanings = convertEach(answers[i].meanings, (position) => rows[position])
    data.answers.set(answers[i].code, answerFrom(meanings, answers[i].description || meanings[0].description))
  }
  dataByIndex.set(index, data)
  return data
}

/** The statuses of the table with this index. */
function openStatuses(index) {
  let fetched
  const data = () => fetched || (fetched = dataByIndex.get(index) || fetchData(index))
  const rows = () => data().rows
  const rowAt = (position) => (position === null ? undefined : data().rows[position])
  const rowsAt = (positions) => convertEach(parse(positions), rowAt)
  /** Undefined for a code that the table lacks, and for any other value. */
  const answerForCode = (code) => data().answers.get(code)

  /** The answer for a failure's code. If its message is a name that a release has for that code, the answer for that name. */
  function answerFor(failure, code) {
    const answer = answerForCode(code)
    const message = read(failure, 'message')
    return mayBeName(message) ? answerForName(message, code, answer) : answer
  }

  function answerForName(name, code, answer) {
    const meanings = answer === undefined ? [] : answer.meanings
    for (let i = 0; i < meanings.length; i++) {
      if (fullName(meanings[i].name) !== fullName(name)) continue
      return meanings.length === 1 ? answer : answerFrom(freeze([meanings[i]]))
    }
    if (addon.statusName(index, code, cut(name)) !== name) return answer
    const row = rowAt(addon.rowNamed(index, name))
    const known = row || { name, transient: false, inDoubt: code < 0, subcodes: [] }
    return { ...answerFrom(freeze([known])), first: row }
  }

  /** The answer for a text that is the client's stock sentence for a status. The longest one has 149 characters. */
  function answerForSentence(text) {
    const row = text.length > 512 ? undefined : rowAt(addon.stockSentence(index, text))
    return row && answerFrom(freeze([row]), row.description)
  }

  return { index, answerFor, answerForCode, answerForSentence, rowAt, rows, rowsAt, resolvedNames: () => data().resolvedNames }
}

// --- Failures ---
// Finds the failure in a value, and judges it: whether it is transient, and whether a write is in doubt.

const MAX_DEPTH = 8 // How deep a failure may be wrapped.
const MADE_BY_TO_ERROR = Symbol('made by toError')

const isRejected = (value) => readOwn(value, 'status') === 'rejected' && readOwn(value, 'reason') !== undefined
/** The reason of a rejected row of Promise.allSettled; otherwise the value itself. */
function reasonOf(value) {
  for (let depth = 0; depth < MAX_DEPTH && isRejected(value); depth++) value = read(value, 'reason')
  return value
}

/**
 * What a value says about a failure.
 *
 * @typedef {object} Finding
 * @property {unknown} value the value, or the reason of a rejected row
 * @property {unknown} [failure] the value itself if it has a code, otherwise the failure that it wraps; undefined if there is none
 * @property {number} [code] the failure's code
 * @property {object} [answer] what the table says about that code; undefined if the table lacks it
 * @property {string} [context] the messages of the errors around the failure, one per line
 */

/** @returns {Finding} */
function find(statuses, value) {
  const code = codeOf(value)
  if (isInteger(code)) return { value, failure: value, code, answer: statuses.answerFor(value, code), context: '' }
  if (isNullish(value)) return { value, failure: 0, code: 0, answer: statuses.answerForCode(0), context: '' }
  const subject = reasonOf(value)
  const found = findInside(statuses, subject, '', 0)
  if (found === undefined) return { value: subject, failure: undefined, code: undefined, answer: undefined, context: '' }
  return { value: subject, failure: found.failure, code: found.code, answer: found.answer, context: found.context }
}

/** The failure that a value is or wraps. An Error whose message is a stock sentence is a failure too. */
function findInside(statuses, source, context, depth) {
  const value = reasonOf(source)
  const code = codeOf(value)
  if (isInteger(code) && code !== 0) return { failure: value, code, answer: statuses.answerFor(value, code), context }
  if (!isErrorWithoutCode(value)) return undefined

  const message = readTyped(value, 'message', 'string')
  if (depth < MAX_DEPTH) {
    const innerContext = message === undefined ? context : context + cut(message) + '\n'
    const found = findInside(statuses, read(value, 'cause'), innerContext, depth + 1)
    if (found !== undefined) return found
  }
  if (message === undefined || read(value, MADE_BY_TO_ERROR) === true) return undefined
  const answer = statuses.answerForSentence(message)
  return answer && { failure: value, code: answer.first.code, answer, context }
}

function isTransient({ failure, answer }) {
  if (answer === undefined) return false
  const subcode = answer.subcodes.length === 0 ? undefined : subcodeRow(answer, subcodeOf(failure))
  return (subcode || answer).transient
}

// What the client's commands do, by the names of their classes without `Command`: those of 5.13.2 and 6.7.1, which the integration tests read.
// "(6.x)" follows the names that 5.13.2 lacks. Any other class counts as a single write: Put, Operate, Apply, Remove; TransactionCommit and
// TransactionAbort (6.x).
const [READS, HAS_PARTS, IS_UNCOUNTED, IS_SINGLE] = ['reads', 'has parts', 'is uncounted', 'is single']
const kinds = { __proto__: null }
const setKinds = (kind, names) => names.forEach((name) => (kinds[name + 'Command'] = kind))
setKinds(READS, [
  ...[
    'Get',
    'Exists',
    'Select',
    'BatchGet',
    'BatchExists',
    'BatchSelect',
    'BatchRead',
    'Query',
    'QueryPages',
    'QueryApply',
    'QueryForeach',
  ],
  ...['Scan', 'ScanPages', 'JobInfo', 'QueryRole', 'QueryRoles', 'QueryUser', 'QueryUsers', 'Connect'],
  ...['EnableMetrics', 'DisableMetrics'], // (6.x)
])
// The client stops such a command at its first failure, and reports `inDoubt: false` although other parts may have been applied.
setKinds(HAS_PARTS, [
  'BatchWrite',
  'BatchApply',
  'BatchRemove',
  'QueryBackground',
  'QueryOperate',
  'ScanBackground',
  'ScanOperate',
])
// The client doesn't count what it sent for these, and always reports `inDoubt: false`.
setKinds(IS_UNCOUNTED, [
  ...['Truncate', 'IndexCreate', 'IndexRemove', 'UdfRegister', 'UdfRemove', 'InfoAny', 'InfoForeach', 'InfoHost', 'InfoNode'],
  ...['UserCreate', 'UserDrop', 'RoleCreate', 'RoleDrop', 'RoleGrant', 'RoleRevoke', 'RoleSetWhitelist', 'RoleSetQuotas'],
  ...['PrivilegeGrant', 'PrivilegeRevoke', 'ChangePassword', 'SetPassword'],
  ...['UserCreatePKI', 'SetXDRFilter'], // (6.x)
])

/** The name of an object's class. Undefined for a plain object, such as a copy of a command by JSON or structuredClone. */
function classNameOf(object) {
  const prototype = getPrototypeOf(object)
  return prototype === null || getPrototypeOf(prototype) === null ? undefined : object.constructor.name
}

/** What a command does. Undefined if it isn't one, or if its class has no name. */
function kindOf(command) {
  if (!isObject(command) && typeof command !== 'function') return undefined
  const name = attempt(classNameOf, command)
  return typeof name === 'string' && name !== '' ? kinds[name] || IS_SINGLE : undefined
}

const CLIENT_REFUSED = -2 // AEROSPIKE_ERR_PARAM of the client: it refused the call as a whole.
const TIMED_OUT = 9

/** Whether a write may have been applied. The first step that applies decides. */
function isInDoubt({ value, failure, code, answer }) {
  const judged = failure === undefined ? value : failure
  const flag = answer === undefined ? code < 0 : answer.inDoubt

  if (code === 0) return false // 1. Success.
  const inDoubt = readOwn(judged, 'inDoubt')
  if (inDoubt === true) return true // 2. The client knows that it sent the write. So may a wrapper.
  if (judged !== value && readOwn(value, 'inDoubt') === true) return true
  const command = readOwn(judged, 'command')
  const kind = command === undefined ? undefined : kindOf(command)
  if (kind === READS) return false // 3.
  const message = read(judged, 'message')
  if (code === CLIENT_REFUSED || message === 'Not connected.') return false // 4. The client sent nothing.
  if (kind === HAS_PARTS) return true // 5. Another part may have been sent.
  if (message === 'Delay queue timeout' || message === 'Register timeout') return false // 6. It timed out before the client sent it.
  if (kind === IS_UNCOUNTED) return flag // 7.
  if (kind === IS_SINGLE && code === TIMED_OUT) return true // 8. If the thread is busy, the client counts a write only after its timeout.
  if (inDoubt === false && !isBatchRow(judged)) return false // 9. The client knows that it sent nothing, or that the write was refused.
  return flag // 10.
}

// The `inDoubt: false` of a batch row means nothing: the first attempt always has it.
const isBatchRow = (failure) => readOwn(failure, 'code') === undefined && readOwn(failure, 'status') !== undefined

/** Whether a failure says anything about `inDoubt`. */
const hasDoubtFields = (failure) => typeof readOwn(failure, 'inDoubt') === 'boolean' || readOwn(failure, 'command') !== undefined

// --- Errors ---
// The errors that toError() returns, and the plain objects that serialize() returns.

const NOTHING = freeze({ __proto__: null })
const BRIEF_DEPTH = MAX_DEPTH + 1 // At this depth, serialized() leaves out stack and cause.

const numberOrString = (code) => ((typeof code === 'number' && code === code) || typeof code === 'string' ? code : undefined)

/** Defines a property, even if a prototype has a setter or a read-only property of that name. */
function define(object, name, value, enumerable) {
  return defineProperty(object, name, { __proto__: null, value, enumerable, configurable: true, writable: true })
}

/** Assigns the fields that have a value. Defines only those that a prototype has too, because defining takes ten times as long. */
function assign(object, fields) {
  for (const name in fields) {
    if (fields[name] === undefined || !hasOwn(fields, name)) continue
    if (name in object) define(object, name, fields[name], true)
    else object[name] = fields[name]
  }
  return object
}

/** The failure as one line. A value without a code keeps its own text. */
function lineOf(statuses, finding) {
  const { value, failure, code, answer, context } = finding
  if (failure === undefined || isNullish(value)) {
    const text = addon.format(
      statuses.index,
      readOwn(value, 'code') || undefined,
      cut(read(value, 'message')),
      cut(read(value, 'name')),
    )
    return text === null ? addon.oneLine(cut(textOf(value))) : text
  }
  const message = read(failure, 'message')
  const subcode = subcodeOf(failure)
  const inDoubt = hasDoubtFields(failure) && isInDoubt(finding)
  const isBare = answer !== undefined && !message && subcode === undefined && context === '' && !inDoubt
  if (!isBare) return addon.format(statuses.index, code, cut(message), undefined, subcode, context, inDoubt)
  if (answer.line === '') answer.line = addon.format(statuses.index, code)
  return answer.line
}

/** The fields of a failure that an error and its serialized form have. */
const fieldsOf = (failure, code, answer, inDoubt) => ({
  code: numberOrString(code),
  statusName: answer ? answer.name : undefined,
  func: readTyped(failure, 'func', 'string'),
  file: readTyped(failure, 'file', 'string'),
  line: readTyped(failure, 'line', 'number'),
  subcode: subcodeOf(failure),
  inDoubt,
})

/** What serialize() returns for a failure. A wrapper has the fields of its failure only in its cause. */
function serialized(statuses, source, depth) {
  const finding = find(statuses, source)
  const { value, failure, code, answer } = finding
  const isFailure = failure !== undefined && failure === value
  const first = (isFailure && answer && answer.first) || NOTHING
  const subcode = isFailure && answer ? subcodeRow(answer, subcodeOf(value)) : undefined
  const cause = depth < MAX_DEPTH && read(value, MADE_BY_TO_ERROR) !== true ? read(value, 'cause') : undefined
  const own = isFailure
    ? fieldsOf(value, code, answer, isInDoubt(finding))
    : { code: numberOrString(readOwn(value, 'code') || undefined) }
  return assign(
    {},
    {
      name: readTyped(value, 'name', 'string') || (isFailure ? 'AerospikeError' : 'Error'),
      message: readTyped(value, 'message', 'string') || lineOf(statuses, finding),
      ...own,
      description: first.description,
      category: first.category,
      transient: first.category && isTransient(finding),
      subcodeName: subcode && subcode.name,
      stack: depth === BRIEF_DEPTH ? undefined : readTyped(value, 'stack', 'string'),
      cause: isOk(cause) ? undefined : serialized(statuses, cause, depth + 1),
    },
  )
}

/** The class of a table's errors. Their toJSON() uses that table. */
function createErrorClass(statuses) {
  class AerospikeError extends Error {
    // The default constructor iterates over an array, which an application can break.
    constructor(message, options) {
      super(message, options)
    }
    toJSON() {
      return serialized(statuses, this, BRIEF_DEPTH)
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

const limitStack = (limit) => (Error.stackTraceLimit = limit)
/** A new error, without the stack capture: it's expensive, and captureStackTrace follows. Under --frozen-intrinsics it can't be skipped. */
function createWithoutStack(ErrorClass, message, options) {
  const { stackTraceLimit } = Error
  try {
    attempt(limitStack, 0)
    return new ErrorClass(message, options)
  } finally {
    attempt(limitStack, stackTraceLimit)
  }
}

/** Returns the function toError() of a table. */
function createToError(statuses) {
  const AerospikeError = createErrorClass(statuses)
  // An arrow function, because others have a `prototype` that isn't frozen.
  const toError = (value) => {
    if (isOk(value)) return null
    // A failure's name stands for that failure. Any other text is a message.
    const row = typeof value === 'string' ? statuses.rowAt(addon.namedFailure(statuses.index, cut(value))) : undefined
    const finding = find(statuses, row === undefined ? value : { code: row.code, message: row.name })
    const { value: subject, failure, code, answer } = finding
    const message = row === undefined ? readTyped(subject, 'message', 'string') : lineOf(statuses, find(statuses, row.code))
    const error = createWithoutStack(AerospikeError, message || lineOf(statuses, finding), { cause: value })
    define(error, 'name', 'AerospikeError', false)
    captureStackTrace(error, toError) // The stack begins at the caller.

    const from = failure === undefined ? subject : failure
    const ownCode = failure === undefined ? typeof subject === 'object' && (codeOf(subject) || undefined) : code
    const inDoubt = isInDoubt(finding)
    const isKnown = hasDoubtFields(from) || hasDoubtFields(subject)
    assign(error, fieldsOf(from, ownCode, answer, isKnown ? inDoubt : undefined))
    // A message inside a wrapper can decide, and the error doesn't have that message.
    if (!isKnown && row === undefined && isInDoubt(find(statuses, error)) !== inDoubt) define(error, 'inDoubt', inDoubt, true)
    if (!hasOwn(error, 'cause')) define(error, 'cause', value, false) // Node before 16.9 ignores the options.
    return error
  }
  return toError
}

// --- Tables ---
// A table, as an application gets it.

function buildTable({ release, table: index, status }) {
  const statuses = openStatuses(index)
  const { answerForCode, resolvedNames, rowAt, rows, rowsAt } = statuses

  /** The full name that a name stands for. */
  function resolved(name) {
    const known = resolvedNames().get(name)
    if (known !== undefined) return known
    const fullName = callStrict(addon.resolve, index, name)
    resolvedNames().set(name, fullName)
    return fullName
  }

  return {
    release,
    status,
    describe(code, subcode) {
      const answer = subcode === undefined || subcode === 0 ? answerForCode(code) : undefined
      return answer === undefined ? callStrict(addon.describe, index, code, subcode) : answer.description
    },
    lookup(key) {
      const answer = answerForCode(key)
      return answer === undefined ? rowAt(callStrict(addon.lookup, index, key)) : answer.first
    },
    lookupAll(code) {
      const answer = answerForCode(code)
      return answer === undefined ? rowsAt(callStrict(addon.lookupAll, index, code)) : answer.meanings
    },
    list: () => rows(),
    search: (text) => rowsAt(callStrict(addon.search, index, text)),
    suggest: (name) => parse(callStrict(addon.suggest, index, name)),
    explain: (key, subcode) => callStrict(addon.explain, index, key, subcode),
    isOk,
    isError: (value) => !isOk(value),
    isTransient: (value) => isTransient(find(statuses, value)),
    isInDoubt: (value) => isInDoubt(find(statuses, value)),
    is(value, name) {
      const { answer } = find(statuses, value)
      let matches = hasName(answer, resolved(name))
      // Checks every name, also after a match, so that a misspelled one throws at the first call.
      for (let i = 2; i < arguments.length; i++) matches = hasName(answer, resolved(arguments[i])) || matches
      return matches
    },
    statusOf(value) {
      const { answer } = find(statuses, value)
      return answer === undefined ? undefined : answer.first
    },
    format: (value) => lineOf(statuses, find(statuses, value)),
    toError: createToError(statuses),
    serialize: (value) => (isOk(value) ? null : serialized(statuses, value, 0)),
  }
}

/** Freezes a table and its members. */
function freezeTable(table) {
  convertEach(keys(table), (name) => freeze(table[name]))
  return freeze(table)
}

// --- Exports ---
// The table of the 1.x document, the tables of releases, and what belongs to no single table.

const tables = safeMap()

const forRelease = (version) => {
  const known = tables.get(version)
  if (known !== undefined) return known
  const facts = parse(callStrict(addon.release, version))
  // Any other spelling of the release, such as `6`, leads to the same table.
  const same = tables.get(facts.release)
  if (same !== undefined) return same
  const table = freezeTable(buildTable(facts))
  tables.set(facts.release, table)
  return table
}

const documented = parse(addon.release('documented'))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(documented),
  ...documented.across, // `releases` and `subcode`.
  forRelease,
  history: (name) => freezeAll(parse(callStrict(addon.history, name))),
  translate: (code, route) => parse(callStrict(addon.translate, code, route, read(route, 'from'), read(route, 'to'))),
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
