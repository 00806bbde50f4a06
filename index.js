'use strict'

// The whole module, in one file because each further file makes the first `require` 0.3 to 0.5 ms slower. Each section uses only sections above it:
// the addon, values, statuses, failures, errors, tables, exports.

// Our own references, because an application may replace built-in functions later.
const { RangeError, TypeError, Error, String: toText, Map } = globalThis
const { defineProperty, freeze, getOwnPropertyDescriptor, getPrototypeOf, keys, setPrototypeOf } = Object
const objectPrototype = Object.prototype
const { isArray } = Array
const { parse, stringify } = JSON
const { captureStackTrace } = Error
const [objectToString, arrayToString, errorToString] = [Object, Array, Error].map(({ prototype }) => prototype.toString)
const uncurryThis = (method) => Function.prototype.call.bind(method)
const hasOwn = uncurryThis(objectPrototype.hasOwnProperty)
const tagOf = uncurryThis(objectToString)
const [indexOf, slice] = [toText.prototype.indexOf, toText.prototype.slice].map(uncurryThis)
const exec = uncurryThis(RegExp.prototype.exec)

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

/** The message of a value: `read(value, 'message')`, which this reads three times as fast. */
function messageOf(value) {
  if (!isObject(value)) return undefined
  try {
    return 'message' in objectPrototype && !hasOwn(value, 'message') ? undefined : value.message
  } catch (_) {}
}

/** A property of the given type; undefined for an empty string or 0. A text that is too long is cut. */
function readTyped(object, name, type) {
  const value = read(object, name)
  return typeof value === type && value ? cut(value) : undefined
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

const MAX_TEXT = 2 ** 20 // In UTF-16 units.
/** Cuts a text that could exhaust the addon's memory, or be too long for one string together with others. Any other value stays as it is. */
function cut(value) {
  return typeof value === 'string' && value.length > MAX_TEXT ? slice(value, 0, MAX_TEXT) + ' ... (cut)' : value
}

/** The text of a value that has neither a code nor a message. It has nothing of an object inside the value: that may be a record or a request. */
function textOf(value) {
  if (typeof value === 'string') return value
  const text = isObject(value) ? attempt(ownTextOf, value) || attempt(membersOf, value) : attempt(toText, value)
  return text || '[object Object]'
}

/** The text that an object's toString() makes, such as that of a URL. Undefined for the toString() of every object or array. */
function ownTextOf(object) {
  const { toString } = object
  if (toString === errorToString) return readTyped(object, 'name', 'string')
  if (toString === objectToString || toString === arrayToString || isArray(object)) return undefined
  const text = toText(object)
  return indexOf(text, '[object ') === 0 ? undefined : text // An object of another realm has another toString().
}

/** An object's own members as JSON. Members that are objects or arrays are `{...}` or `[...]`. */
function membersOf(object) {
  const isList = isArray(object)
  const names = keys(object)
  let members = ''
  for (let i = 0; i < names.length && members.length < MAX_TEXT; i++) {
    const member = memberText(readOwn(object, names[i]))
    if (member === undefined) continue
    members += (members === '' ? '' : ',') + (isList ? member : stringify(cut(names[i])) + ':' + member)
  }
  return isList ? '[' + members + ']' : '{' + members + '}'
}

function memberText(member) {
  if (isObject(member)) return isArray(member) ? '[...]' : '{...}'
  return typeof member === 'bigint' ? toText(member) : stringify(cut(member)) // Undefined for a function or a symbol.
}

// --- Statuses ---
// The statuses of a table. They come from the addon in one piece, at the first use, and stay here.

const { get, set } = Map.prototype
const { get: size } = getOwnPropertyDescriptor(Map.prototype, 'size')
const safeMapPrototype = freeze(defineProperty({ __proto__: null, get, set }, 'size', { __proto__: null, get: size }))
/** A Map whose members an application can't replace. */
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
  function answerFor(code, message) {
    const answer = answerForCode(code)
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
 * @property {unknown} [message] the message of the failure, or of the value if there is none
 * @property {object} [answer] what the table says about that code; undefined if the table lacks it
 * @property {string} [context] the messages of the errors around the failure, one per line
 */

/** @returns {Finding} */
function find(statuses, value) {
  const code = codeOf(value)
  if (isInteger(code)) return findingFor(statuses, value, value, code, '')
  if (isNullish(value)) return findingFor(statuses, value, 0, 0, '')
  const subject = reasonOf(value)
  const found = findInside(statuses, subject, subject, '', 0)
  if (found !== undefined) return found
  return { value: subject, failure: undefined, code: undefined, message: messageOf(subject), answer: undefined, context: '' }
}

/** The finding for the failure that a source is or wraps. An Error whose message is a stock sentence is a failure too. */
function findInside(statuses, value, source, context, depth) {
  const failure = reasonOf(source)
  const code = codeOf(failure)
  if (isInteger(code) && code !== 0) return findingFor(statuses, value, failure, code, context)
  if (!isErrorWithoutCode(failure)) return undefined

  const message = readTyped(failure, 'message', 'string')
  if (depth < MAX_DEPTH) {
    const innerContext = message === undefined ? context : context + message + '\n'
    const found = findInside(statuses, value, read(failure, 'cause'), innerContext, depth + 1)
    if (found !== undefined) return found
  }
  if (message === undefined || read(failure, MADE_BY_TO_ERROR) === true) return undefined
  const answer = statuses.answerForSentence(message)
  return answer && { value, failure, code: answer.first.code, message, answer, context }
}

function findingFor(statuses, value, failure, code, context) {
  const message = messageOf(failure)
  return { value, failure, code, message, answer: statuses.answerFor(code, message), context }
}

function isTransient({ failure, answer }) {
  if (answer === undefined) return false
  const subcode = answer.subcodes.length === 0 ? undefined : subcodeRow(answer, subcodeOf(failure))
  return (subcode || answer).transient
}

// What a command of the client does, by the name of its class without `Command`. Any other class writes one record, or ends a transaction.
// Client 3.2.0 was the first to have classes. integration/commands.test.js reads those of 5.13.2 and 6.7.1.
const [READS, HAS_PARTS, NOT_COUNTED, SINGLE] = ['reads', 'has parts', 'not counted', 'single']
const KINDS = safeMap()
for (const [kind, names] of [
  [READS, 'Get Exists Select BatchGet BatchExists BatchSelect BatchRead Query QueryPages QueryApply QueryForeach Scan ScanPages'],
  [READS, 'JobInfo QueryRole QueryRoles QueryUser QueryUsers Connect'],
  [READS, 'EnableMetrics DisableMetrics'], // Since 6.1.0.
  // The client stops at the first part that fails, and then says `inDoubt: false`, although other parts may have been applied.
  [HAS_PARTS, 'BatchWrite BatchApply BatchRemove QueryBackground QueryOperate ScanBackground ScanOperate'],
  // The client doesn't count these requests as sent, so it says `inDoubt: false` even if a node has read them.
  [NOT_COUNTED, 'Truncate IndexCreate IndexRemove UdfRegister UdfRemove InfoAny InfoForeach InfoHost InfoNode'],
  [NOT_COUNTED, 'Info'], // Until 4.0.0.
  [NOT_COUNTED, 'UserCreate UserDrop ChangePassword PrivilegeGrant PrivilegeRevoke'],
  [NOT_COUNTED, 'RoleCreate RoleDrop RoleGrant RoleRevoke RoleSetWhitelist RoleSetQuotas'],
  [NOT_COUNTED, 'SetXDRFilter UserCreatePKI SetPassword'], // Since 6.2.0, 6.3.0, 6.3.0.
])
  for (const name of names.split(' ')) KINDS.set(name + 'Command', kind)

/** The kind of a failure's command. Undefined without one, and for a copy of one: JSON and structuredClone leave a plain object. */
function kindOfCommand(failure) {
  if (!isObject(failure)) return undefined
  try {
    const { command } = failure
    if (!isObject(command) || !hasOwn(failure, 'command')) return undefined
    const { name } = getPrototypeOf(command).constructor
    return typeof name === 'string' && name !== '' && name !== 'Object' ? KINDS.get(name) || SINGLE : undefined
  } catch (_) {}
}

/** What a failure itself says. */
function ownInDoubt(failure) {
  if (!isObject(failure)) return undefined
  try {
    const { inDoubt } = failure
    return typeof inDoubt === 'boolean' && hasOwn(failure, 'inDoubt') ? inDoubt : undefined
  } catch (_) {}
}

const PARAM = -2 // The client refused the request.
const TIMEOUT = 9

/** Whether a write may have been applied. The numbers are the steps of the rule: the first that applies decides. */
function isInDoubt({ value, failure, code, message, answer }) {
  if (code === 0) return false // 1
  const judged = failure === undefined ? value : failure
  const clientSays = ownInDoubt(judged)
  if (clientSays === true || (judged !== value && ownInDoubt(value) === true)) return true // 2
  const kind = kindOfCommand(judged)
  const statusSays = answer === undefined ? code < 0 : answer.inDoubt
  return mayBeApplied(judged, code, kind, clientSays, statusSays) && !isUnsent(code, message, kind)
}

function mayBeApplied(failure, code, kind, clientSays, statusSays) {
  if (kind === READS) return false // 3
  if (kind === HAS_PARTS) return true // 5
  // 8. The client counts a request as sent only when the event loop gets to it. If JavaScript keeps the thread busy, the timeout comes first.
  if (kind === SINGLE && code === TIMEOUT) return true
  if (!statusSays || kind === NOT_COUNTED) return statusSays // 7, 10
  return clientSays !== false || isBatchRow(failure) // 9, 10
}

/** Whether the client certainly sent nothing. */
function isUnsent(code, message, kind) {
  if (code === PARAM || message === 'Not connected.') return true // 4
  return kind !== HAS_PARTS && (message === 'Delay queue timeout' || message === 'Register timeout') // 6
}

// The `inDoubt: false` of a batch row means nothing: the first attempt always has it.
const isBatchRow = (failure) => readOwn(failure, 'code') === undefined && readOwn(failure, 'status') !== undefined

/** Whether a failure says anything about `inDoubt`. */
const hasDoubtFields = (failure) => ownInDoubt(failure) !== undefined || kindOfCommand(failure) !== undefined

// --- Errors ---
// The errors that toError() returns, and the plain objects that serialize() returns.

const NOTHING = freeze({ __proto__: null })
const BRIEF_DEPTH = MAX_DEPTH + 1 // At this depth, serialized() leaves out stack and cause.

const numberOrString = (code) => ((typeof code === 'number' && code === code) || typeof code === 'string' ? cut(code) : undefined)

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
  const { value, failure, code, message, answer, context } = finding
  if (failure === undefined || isNullish(value)) {
    const text = addon.format(statuses.index, cut(readOwn(value, 'code')) || undefined, cut(message), cut(read(value, 'name')))
    return text === null ? addon.oneLine(cut(textOf(value))) : text
  }
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

const NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })

const stackLimit = () => Error.stackTraceLimit
const limitStack = (limit) => (Error.stackTraceLimit = limit)
/** The result of an action for which stacks have at most so many frames. It can't be limited under --frozen-intrinsics. */
function withStackLimit(limit, action) {
  const before = attempt(stackLimit)
  if (typeof before !== 'number') return action()
  try {
    attempt(limitStack, limit)
    return action()
  } finally {
    attempt(limitStack, before)
  }
}

/** Whether Node's util.inspect has called an accessor. It reads accessors for the message of a failed assertion. */
function isReadByInspect(accessor) {
  const trace = {}
  withStackLimit(1, () => captureStackTrace(trace, accessor)) // An assertion limits stacks to 0.
  return exec(/^.*\n.*internal\/util\/inspect/, toText(trace.stack)) !== null
}

/** The class of a table's errors. Their toJSON() uses that table. */
function createErrorClass(statuses) {
  class AerospikeError extends Error {
    #cause
    // The cause holds the request. Whatever prints an error shows only `[Getter/Setter]` for an accessor, even where it ignores our inspect.
    // All errors share these two functions, because two of its own make an error take much longer.
    static #causeAccessor = {
      __proto__: null,
      get() {
        try {
          return isReadByInspect(AerospikeError.#causeAccessor.get) ? undefined : this.#cause
        } catch (_) {} // An object that inherits from an error has no cause.
      },
      set(cause) {
        this.#cause = cause
      },
      enumerable: false,
      configurable: true,
    }

    constructor(message, cause) {
      super(message)
      this.#cause = cause
      defineProperty(this, 'cause', AerospikeError.#causeAccessor)
      defineProperty(this, 'name', NAME)
    }
    toJSON() {
      return serialized(statuses, this, BRIEF_DEPTH)
    }
    // Leaves out the accessor, which says nothing.
    [Symbol.for('nodejs.util.inspect.custom')](depth, options) {
      const fields = { ...this }
      return cut(toText(this.stack)) + (keys(fields).length === 0 ? '' : ' ' + require('util').inspect(fields, options))
    }
  }
  freeze(define(AerospikeError.prototype, MADE_BY_TO_ERROR, true, false))
  return AerospikeError
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
    const message = row === undefined ? read(subject, 'message') : lineOf(statuses, find(statuses, row.code))
    const isText = typeof message === 'string' && message !== ''
    const text = isText ? message : lineOf(statuses, finding)
    const error = withStackLimit(0, () => new AerospikeError(text, value)) // A stack is expensive, and the next line captures another.
    captureStackTrace(error, toError) // The stack begins at the caller.

    const from = failure === undefined ? subject : failure
    const ownCode = failure === undefined ? typeof subject === 'object' && (codeOf(subject) || undefined) : code
    const inDoubt = isInDoubt(finding)
    const isSaid = hasDoubtFields(from) || hasDoubtFields(subject)
    assign(error, fieldsOf(from, ownCode, answer, isSaid ? inDoubt : undefined))
    // The message of a wrapper can change the verdict: the failure's own message decided.
    const isWrapped = failure !== undefined && failure !== subject
    if (!isSaid && isWrapped && isInDoubt(find(statuses, error)) !== inDoubt) assign(error, { inDoubt })
    return error
  }
  return toError
}

// --- Tables ---
// A table, as an application gets it.

const MAX_KEPT_NAMES = 512

function buildTable({ release, table: index, status }) {
  const statuses = openStatuses(index)
  const { answerForCode, resolvedNames, rowAt, rows, rowsAt } = statuses

  /** The full name that a name stands for. Names have many spellings, so it keeps only as many as an application can need. */
  function resolved(name) {
    const kept = resolvedNames()
    const known = kept.get(name)
    if (known !== undefined) return known
    const fullName = callStrict(addon.resolve, index, name)
    if (kept.size < MAX_KEPT_NAMES) kept.set(name, fullName)
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
