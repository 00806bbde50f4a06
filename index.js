'use strict'

// The tables and all that is known about them are in the addon, written in Rust (src/). This file loads the addon, keeps what each table says
// about its own codes so that asking again doesn't cross into Rust, answers what is asked on every call, and names the exports.

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
const isOwn = method(objectPrototype.hasOwnProperty)
const tagOf = method(objectPrototype.toString)
const indexOf = method(toText.prototype.indexOf)
const slice = method(toText.prototype.slice)
const keptMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
const keptMap = () => setPrototypeOf(new Map(), keptMapPrototype)

// --- Reading values ---

// A property of an object, whatever a getter, a Proxy or a polluted Object.prototype does; undefined if there is none. The addon gets what is
// read here and reads nothing itself: when the stack is used up, V8 crashes in a function that an addon calls.
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

// The code that a value is, or has as a property of its own: every DOMException inherits one that isn't Aerospike's. A row of a batch result
// has a status instead, and a fulfilled row of Promise.allSettled is success. Undefined for anything else.
function codeOf(value) {
  if (typeof value !== 'object' || value === null) return value
  try {
    if (isOwn(value, 'code')) return value.code
    const { status } = value
    if ((status | 0) === status && isOwn(value, 'status') && (isOwn(value, 'record') || isOwn(value, 'key'))) return status
    if (status === 'fulfilled' && isOwn(value, 'status') && isOwn(value, 'value')) return 0
  } catch (_) {}
}

// A subcode; 0 is none.
function subcodeOf(failure) {
  const subcode = ownPart(failure, 'subcode')
  return typeof subcode === 'number' && subcode >>> 0 === subcode && subcode > 0 ? subcode : undefined
}

// The message, if it may be the very name of a status. Names have no spaces.
function nameIn(failure) {
  try {
    const { message } = failure
    const mayBeName = typeof message === 'string' && (message[0] === 'A' || message[0] === 'E') && indexOf(message, ' ') < 0
    return mayBeName ? part(failure, 'message') : undefined
  } catch (_) {}
}

// The text of a value that has neither a code nor a message.
function ownText(value) {
  const text = attempt(toText, value) || ''
  if (typeof value === 'string' || (text !== '' && text !== '[object Object]')) return text
  return attempt(stringify, value) || '[object Object]'
}

function attempt(read, value) {
  try {
    return read(value)
  } catch (_) {}
}

// No longer than the addon could ever fail at.
const cut = (text) => (typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text)

// --- Judging them ---
const isOk = (value) => value === null || value === undefined || codeOf(value) === 0
const isError = (value) => !isOk(value)
const isErrorObject = (value) => value instanceof Error || tagOf(value) === '[object Error]'
const isRejected = (value) => ownPart(value, 'status') === 'rejected' && attempt((row) => isOwn(row, 'reason'), value) === true

function isErrorWithoutCode(value) {
  const code = ownPart(value, 'code')
  return (code === undefined || code === null) && attempt(isErrorObject, value) === true
}

// How deep a failure is looked for in what wraps it, and in texts of which length.
const DEEPEST = 8
const LONGEST_SENTENCE = 512

// Commands of several parts. The client gives up at the first part that fails, and says `inDoubt: false` although others may have been applied.
// prettier-ignore
const SPLIT = freeze({
  __proto__: null, BatchWriteCommand: true, BatchApplyCommand: true, BatchRemoveCommand: true, QueryBackgroundCommand: true,
  QueryOperateCommand: true, ScanBackgroundCommand: true, ScanOperateCommand: true,
})
const commandName = (failure) => failure.command.constructor.name
const isSplit = (failure) => ownPart(failure, 'command') !== undefined && SPLIT[toText(attempt(commandName, failure))] === true

// The verdicts: what a failure means, by its code and what the table says of that. The value is the failure, or what wraps it.
const answerOf = (failure, code, answer) => answer
const firstOf = (failure, code, answer) => (answer === undefined ? undefined : answer.first)
const all = (failure, code, answer, value, context) => ({ failure, code, answer, context })

function transient(failure, code, answer) {
  if (answer === undefined) return false
  const subcode = knownSubcode(failure, answer)
  return subcode === undefined ? answer.transient : subcode.transient
}

function knownSubcode(failure, { subcodes }) {
  const number = subcodes.length === 0 ? undefined : subcodeOf(failure)
  if (number === undefined) return undefined
  for (let at = 0; at < subcodes.length; at++) if (subcodes[at].subcode === number) return subcodes[at]
}

function inDoubt(failure, code, answer, value) {
  if (code === 0) return false
  const own = ownPart(failure, 'inDoubt')
  if (own === true || (failure !== value && ownPart(value, 'inDoubt') === true) || isSplit(failure)) return true
  // The client sets `inDoubt` of a batch row, which has no code, from the second attempt on only.
  if (own === false && ownPart(failure, 'code') !== undefined) return false
  return answer === undefined ? code < 0 && (code | 0) === code : answer.inDoubt
}

// Whether a status of a name, without its prefix or with it, is what an answer stands for.
function hasName(answer, name) {
  if (answer === undefined) return false
  if (fullName(answer.name) === name) return true
  for (let at = 1; at < answer.meanings.length; at++) if (fullName(answer.meanings[at].name) === name) return true
  return false
}

const fullName = (name) => (name[0] === 'A' ? name : 'AEROSPIKE_' + name)
const isBoolean = (value) => typeof value === 'boolean'
const hasDoubt = (failure) => isBoolean(ownPart(failure, 'inDoubt')) || ownPart(failure, 'command') !== undefined

// --- Errors ---
const INSPECT = Symbol.for('nodejs.util.inspect.custom')
const MADE = Symbol('made by toError')
// The name is hidden, as the own properties of an Error are.
const NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })

/** The class of what a table's toError returns. */
function errorClass(serialize) {
  class AerospikeError extends Error {
    // The constructor that a class has by default iterates over an array.
    constructor(message, options) {
      super(message, options)
    }
    toJSON() {
      const { stack, cause, ...fields } = serialize(this)
      return fields
    }
    // Not the cause, which holds the request.
    [INSPECT](depth, options) {
      const fields = { ...this }
      return `${this.stack}${keys(fields).length === 0 ? '' : ` ${require('util').inspect(fields, options)}`}`
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
    const value = isOwn(fields, name) ? fields[name] : undefined
    if (value !== undefined && name in object) define(object, name, value, true)
    else if (value !== undefined) object[name] = value
  }
  return object
}

// The same for the error of an application's failure, with the names written out, which is faster still.
function assignToError(error, fields) {
  for (const name in error) return assign(error, fields)
  const { code, statusName, func, file, line, subcode, inDoubt } = fields
  if (code !== undefined) error.code = code
  if (statusName !== undefined) error.statusName = statusName
  if (func !== undefined) error.func = func
  if (file !== undefined) error.file = file
  if (line !== undefined) error.line = line
  if (subcode !== undefined) error.subcode = subcode
  if (inDoubt !== undefined) error.inDoubt = inDoubt
}

function define(object, name, value, enumerable) {
  defineProperty(object, name, { __proto__: null, value, enumerable, configurable: true, writable: true })
}

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

// What a table says of a code: of its meanings the first, and a doubt or subcodes of any.
function answerFrom(meanings, description) {
  const [first, second = first] = [meanings[0], meanings[1]]
  const subcodes = first.subcodes.length > 0 ? first.subcodes : second.subcodes
  const { name, transient } = first
  return {
    meanings,
    first,
    name,
    transient,
    inDoubt: first.inDoubt || second.inDoubt,
    subcodes,
    description: description || first.description,
    line: '',
  }
}

// What the tables say of their codes, by their indices: the statuses, and an answer to each code. It comes over when a table is first asked
// something, and releases whose tables are equal share it.
const kept = keptMap()
function knowledgeOf(index) {
  if (kept.get(index) === undefined) {
    const { rows, answers: listed } = parse(addon.rows(index))
    for (let at = 0; at < rows.length; at++) freezeAll(rows[at].subcodes)
    const answers = keptMap()
    const statusAt = (position) => rows[position]
    for (let at = 0; at < listed.length; at++) {
      const { code, meanings, description } = listed[at]
      answers.set(code, answerFrom(convertEach(meanings, statusAt), description))
    }
    kept.set(index, { rows: freezeAll(rows), answers, names: keptMap() })
  }
  return kept.get(index)
}

function buildTable({ release, table: index, status }) {
  let known
  const knowledge = () => known || (known = knowledgeOf(index))
  const list = () => knowledge().rows
  const statusAt = (position) => knowledge().rows[position]
  // What the table says of a code; undefined for a code it lacks, and for anything that isn't a code.
  const answerTo = (code) => knowledge().answers.get(code)

  // What the table says of a failure: of its code, or of the status that its message names, if some release has that under this code.
  function answerFor(failure, code) {
    const answer = answerTo(code)
    const message = typeof failure === 'object' ? nameIn(failure) : undefined
    if (message === undefined || (answer !== undefined && answer.name === message)) return answer
    if (addon.statusName(index, code, cut(message)) !== message) return answer
    const position = addon.rowNamed(index, message)
    if (position !== null) return answerFrom(freeze([statusAt(position)]))
    return { meanings: [], first: undefined, name: message, transient: false, inDoubt: code < 0, subcodes: [] }
  }

  // Asks a verdict on the failure in a value: on itself if it has a code, or on what it wraps.
  function judge(value, verdict) {
    const code = codeOf(value)
    if (typeof code === 'number') return verdict(value, code, answerFor(value, code), value, '')
    if (value === null || value === undefined) return verdict(0, 0, answerTo(0), value, '')
    return judgeWrapped(value, verdict, value, '', 0) || verdict(undefined, undefined, undefined, value, '')
  }

  // A rejected row is what its reason is, and an Error without a code what its cause is, but never success. Otherwise an Error may be known by its
  // text. The context is what the errors around a failure say.
  function judgeWrapped(value, verdict, outer, context, depth) {
    const isError = isErrorWithoutCode(value)
    if (!isError && !isRejected(value)) return undefined
    const message = isError && given(value, 'message', 'string')
    const inner = depth < DEEPEST ? part(value, isError ? 'cause' : 'reason') : undefined
    const around = message ? context + cut(message) + '\n' : context
    const code = codeOf(inner)
    if (typeof code === 'number' && code !== 0) return verdict(inner, code, answerFor(inner, code), outer, around)
    const found = code === null || code === undefined ? judgeWrapped(inner, verdict, outer, around, depth + 1) : undefined
    if (found !== undefined || !message || message.length > LONGEST_SENTENCE) return found
    const position = addon.stockSentence(index, message)
    if (position === null) return undefined
    return verdict(value, statusAt(position).code, answerFrom(freeze([statusAt(position)])), outer, context)
  }

  // The failure as one line. A value without a status has its own text.
  function line(failure, code, answer, value, context) {
    if (failure === undefined || value === null || value === undefined) {
      const text = addon.format(index, codeOf(value), cut(part(value, 'message')), cut(part(value, 'name')))
      return text === null ? addon.oneLine(cut(ownText(value))) : text
    }
    const message = part(failure, 'message')
    const subcode = subcodeOf(failure)
    const doubt = hasDoubt(failure) && inDoubt(failure, code, answer, value)
    const isKept = answer !== undefined && !message && subcode === undefined && context === '' && !doubt
    if (isKept && answer.line) return answer.line
    const text = addon.format(index, code, cut(message), undefined, subcode, context, doubt)
    if (isKept) answer.line = text
    return text
  }

  const AerospikeError = errorClass((error) => serialized(error, 0))

  function made(failure, code, answer, value, context) {
    const message = given(value, 'message', 'string') || line(failure, code, answer, value, context)
    const error = withoutStack(AerospikeError, message, { cause: value })
    captureStackTrace(defineProperty(error, 'name', NAME), table.toError)
    const source = failure === undefined ? value : failure
    const own = failure === undefined ? codeOf(value) : code
    const isCode = typeof value === 'object' ? own === own && /number|string/.test(typeof own) : (own | 0) === own
    assignToError(error, {
      code: isCode ? own : undefined,
      statusName: answer === undefined ? undefined : answer.name,
      func: given(source, 'func', 'string'),
      file: given(source, 'file', 'string'),
      line: given(source, 'line', 'number'),
      subcode: subcodeOf(source),
      inDoubt: hasDoubt(source) || hasDoubt(value) ? inDoubt(failure, code, answer, value) : undefined,
    })
    if (!isOwn(error, 'cause')) define(error, 'cause', value, false) // Node before 16.9 knows no options.
    return error
  }

  // What is known about a value. What is known about a failure stands with the failure, not with what wraps it.
  function serialized(value, depth) {
    if (isRejected(value)) return serialized(part(value, 'reason'), depth + 1)
    const { failure, code, answer, context } = judge(value, all)
    const isFailure = failure === value && value !== undefined
    const { first = {}, name: statusName } = (isFailure && answer) || {}
    const isNamed = typeof value === 'object' && (!isFailure || ownPart(value, 'code') === code || isErrorWithoutCode(value))
    const own = isFailure ? code : ownPart(value, 'code')
    const subcode = isFailure && answer !== undefined ? knownSubcode(failure, answer) : undefined
    const cause = depth >= DEEPEST || part(value, MADE) ? undefined : part(value, 'cause')
    return assign(
      {},
      {
        name: (isNamed && given(value, 'name', 'string')) || (isFailure ? 'AerospikeError' : 'Error'),
        message: given(value, 'message', 'string') || line(failure, code, answer, value, context),
        code: typeof own === 'number' || typeof own === 'string' ? own : undefined,
        statusName,
        description: first.description,
        category: first.category,
        transient: first.name && transient(failure, code, answer),
        inDoubt: isFailure ? inDoubt(failure, code, answer, value) : undefined,
        subcode: isFailure ? subcodeOf(failure) : undefined,
        subcodeName: subcode && subcode.name,
        func: given(value, 'func', 'string'),
        file: given(value, 'file', 'string'),
        line: given(value, 'line', 'number'),
        stack: given(value, 'stack', 'string'),
        cause: cause === undefined || cause === null ? undefined : serialized(cause, depth + 1),
      },
    )
  }

  // The name of a status, as every row with it has it.
  function resolved(name) {
    const { names } = knowledge()
    if (names.get(name) === undefined) names.set(name, strict(addon.resolve, index, name))
    return names.get(name)
  }

  const table = {
    release,
    status,
    describe(code, subcode) {
      const answer = subcode === undefined || subcode === 0 ? answerTo(code) : undefined
      return answer === undefined ? strict(addon.describe, index, code, subcode) : answer.description
    },
    lookup(key) {
      const answer = answerTo(key)
      if (answer !== undefined) return answer.first
      const position = strict(addon.lookup, index, key)
      return position === null ? undefined : statusAt(position)
    },
    lookupAll(code) {
      const answer = answerTo(code)
      return answer === undefined ? convertEach(parse(strict(addon.lookupAll, index, code)), statusAt) : answer.meanings
    },
    list,
    search: (text) => convertEach(parse(strict(addon.search, index, text)), statusAt),
    suggest: (name) => parse(strict(addon.suggest, index, name)),
    explain: (key, subcode) => strict(addon.explain, index, key, subcode),
    isOk,
    isError,
    isTransient: (value) => judge(value, transient),
    isInDoubt: (value) => judge(value, inDoubt),
    is(value, ...names) {
      if (names.length === 0) resolved()
      const answer = judge(value, answerOf)
      let isOne = false
      for (let at = 0; at < names.length; at++) if (hasName(answer, resolved(names[at]))) isOne = true
      return isOne
    },
    statusOf: (value) => judge(value, firstOf),
    format: (value) => judge(value, line),
    toError(value) {
      if (isOk(value)) return null
      const position = typeof value === 'string' && indexOf(value, ' ') < 0 ? addon.namedFailure(index, cut(value)) : null
      if (position === null) return judge(value, made)
      const { code, name } = statusAt(position)
      return judge({ code, message: name }, (failure, code, answer) => made(failure, code, answer, value, ''))
    },
    serialize: (value) => (isOk(value) ? null : serialized(value, 0)),
  }
  return table
}

function freezeTable(table) {
  convertEach(keys(table), (name) => freeze(table[name]))
  return freeze(table)
}

// --- The exports ---
const tables = keptMap()
const documented = parse(addon.release('documented'))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(documented),
  subcode: documented.subcode,
  releases: documented.releases,
  forRelease(version) {
    const known = tables.get(version)
    if (known !== undefined) return known
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
