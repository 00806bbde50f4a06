'use strict'

// The tables and all that is known of them are in the addon, written in Rust (src/). This file loads it, keeps what each table says
// of its own codes so that asking again doesn't cross into Rust, answers what is asked on every call, and names the exports.

// --- The addon ---
const addon = loadAddon()

// The addon stands in the platform's package beside this one in node_modules, or in a checkout here. Where it does not, or is of
// another version, find-addon.js finds it or says what is wrong. process.dlopen takes half the time of require.
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

// --- What a table answers ---
// What an application does to the built-in objects after this point changes no answer.
const { Error, Map, RangeError, String: toText, TypeError } = globalThis
const { defineProperty, freeze, keys, setPrototypeOf, prototype: objectPrototype } = Object
const { captureStackTrace } = Error
const { parse, stringify } = JSON
const isOwn = Function.prototype.call.bind(objectPrototype.hasOwnProperty)
const indexOf = Function.prototype.call.bind(toText.prototype.indexOf)
const slice = Function.prototype.call.bind(toText.prototype.slice)
const keptMapPrototype = freeze({ __proto__: null, get: Map.prototype.get, set: Map.prototype.set })
// What an error may say beside its code, and as what. Its name is hidden, as the own properties of an Error are.
const DETAILS = { __proto__: null, func: 'string', file: 'string', line: 'number', inDoubt: 'boolean' }
const detailNames = keys(DETAILS)
const ITS_NAME = freeze({ __proto__: null, value: 'AerospikeError', enumerable: false, configurable: true, writable: true })
const keptMap = () => setPrototypeOf(new Map(), keptMapPrototype)

/** What toError gives. */
class AerospikeError extends Error {
  // The constructor that a class has by default iterates over an array.
  constructor(message, options) {
    super(message, options)
  }
  toJSON() {
    return { name: this.name, message: this.message, ...this }
  }
}
freeze(AerospikeError.prototype)

// What the tables say of their codes, by their indices. Releases whose tables are equal share it.
const kept = keptMap()

// The statuses of a table, and its answer to each of its codes. They come over when a table is first asked something.
function knowledgeOf(index) {
  const known = kept.get(index)
  if (known !== undefined) return known
  const { rows, answers: listed } = parse(addon.rows(index))
  convertEach(rows, freeze)
  const answers = keptMap()
  for (let at = 0; at < listed.length; at++) {
    const { code, meanings, description } = listed[at]
    const first = convertEach(meanings, (position) => rows[position])[0]
    const { transient } = first
    answers.set(code, { meanings, first, transient, description: description || first.description, line: '' })
  }
  kept.set(index, { rows, answers })
  return kept.get(index)
}

function buildTable({ release, table: index, status }) {
  let known
  const knowledge = () => known || (known = knowledgeOf(index))
  const list = () => knowledge().rows
  const statusAt = (position) => knowledge().rows[position]
  // What the table says of a code; undefined for a code it lacks, and for anything that isn't a code.
  const answerTo = (code) => knowledge().answers.get(code)

  const table = {
    release,
    status,
    describe(code) {
      const answer = answerTo(code)
      return answer === undefined ? strict(addon.describe, index, code) : answer.description
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
    isOk,
    isError,
    isTransient(value) {
      const answer = answerTo(codeOf(value))
      return answer !== undefined && answer.transient
    },
    format(value) {
      const code = codeOf(value)
      const message = part(value, 'message')
      const answer = message ? undefined : answerTo(code)
      if (answer !== undefined) return answer.line || (answer.line = addon.format(index, code))
      const line = addon.format(index, code, shortened(message), shortened(part(value, 'name')))
      return line === null ? addon.oneLine(shortened(ownText(value))) : line
    },
    toError(value) {
      if (isOk(value)) return null
      const code = codeOf(value)
      const message = part(value, 'message')
      const text = typeof message === 'string' && message !== '' ? message : table.format(value)
      const error = withoutStack(text, { cause: value })
      captureStackTrace(defineProperty(error, 'name', ITS_NAME), table.toError)
      const answer = answerTo(code)
      // A message of one word may be a name that decides what the code stands for.
      const own = answer === undefined ? null : answer.first.name
      const isPlain = text === own || indexOf(text, ' ') >= 0
      return withDetails(error, value, code, isPlain ? own : addon.statusName(index, code, shortened(message)))
    },
    explain: (key) => strict(addon.explain, index, key),
    suggest: (name) => parse(strict(addon.suggest, index, name)),
  }
  return table
}

// --- The helpers ---
const isOk = (value) => value === null || value === undefined || codeOf(value) === 0
const isError = (value) => !isOk(value)

// The code that a value is, or has as a property of its own: every DOMException inherits one that is not Aerospike's. A row of a
// batch result has a status instead, with the record or the key beside it. Undefined for anything else.
function codeOf(value) {
  if (typeof value !== 'object' || value === null) return value
  try {
    if (isOwn(value, 'code')) return value.code
    const { status } = value
    if ((status | 0) === status && isOwn(value, 'status') && (isOwn(value, 'record') || isOwn(value, 'key'))) return status
  } catch (_) {}
}

// A property of an object, whatever a getter, a Proxy or a polluted Object.prototype does; undefined where there is none. The addon
// is given what is read here and reads nothing itself: where the stack is used up, V8 crashes in a function that an addon calls.
function part(object, name) {
  if (typeof object !== 'object' || object === null) return undefined
  try {
    return name in objectPrototype && !isOwn(object, name) ? undefined : object[name]
  } catch (_) {}
}

// As Node does for its own errors, no stack is taken in here: it is dear. Under --frozen-intrinsics it is taken in vain.
function withoutStack(message, options) {
  const { stackTraceLimit } = Error
  try {
    Error.stackTraceLimit = 0
  } catch (_) {}
  try {
    return new AerospikeError(message, options)
  } finally {
    if (Error.stackTraceLimit !== stackTraceLimit) Error.stackTraceLimit = stackTraceLimit
  }
}

// The error with what its source told: fields that it lacked, or that say nothing, are absent.
function withDetails(error, source, code, statusName) {
  const isTold = typeof source === 'object' && code === code
  if (typeof code === 'number' ? isTold || (code | 0) === code : isTold && typeof code === 'string') give(error, 'code', code)
  if (statusName !== null) give(error, 'statusName', statusName)
  for (let at = 0; at < detailNames.length; at++) {
    const detail = part(source, detailNames[at])
    if (typeof detail === DETAILS[detailNames[at]] && (detail || detail === false)) give(error, detailNames[at], detail)
  }
  if (!isOwn(error, 'cause')) define(error, 'cause', source, false) // Node before 16.9 knows no options.
  return error
}

// An assignment is ten times as fast, and may be swallowed by a setter of a prototype that an application has changed.
function give(error, name, value) {
  if (name in error) define(error, name, value, true)
  else error[name] = value
}

function define(error, name, value, enumerable) {
  defineProperty(error, name, { __proto__: null, value, enumerable, configurable: true, writable: true })
}

// The text of a value that has neither a code nor a message.
function ownText(value) {
  const text = attempt(toText, value) || ''
  if (typeof value === 'string' || (text !== '' && text !== '[object Object]')) return text
  return attempt(stringify, value) || '[object Object]'
}

function attempt(write, value) {
  try {
    return write(value)
  } catch (_) {}
}

// No longer than the addon could ever fail at.
function shortened(text) {
  return typeof text === 'string' && text.length > 2 ** 20 ? slice(text, 0, 2 ** 20) + ' ... (cut)' : text
}

// What the addon answers. Bad input it refuses by throwing, as JSON, what the error should say.
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

// Converts each element of an array of ours in place, and freezes it: no setter of a changed Array.prototype gets in between.
function convertEach(array, convert) {
  for (let at = 0; at < array.length; at++) array[at] = convert(array[at])
  return freeze(array)
}

function freezeTable(table) {
  convertEach(keys(table), (name) => freeze(table[name]))
  return freeze(table)
}

// --- The names ---
const tables = keptMap()
const documented = parse(addon.release('documented'))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(documented),
  releases: documented.releases,
  forRelease(version) {
    const known = tables.get(version)
    if (known !== undefined) return known
    const facts = parse(strict(addon.release, version))
    if (tables.get(facts.release) === undefined) tables.set(facts.release, freezeTable(buildTable(facts)))
    return tables.get(facts.release)
  },
  history: (name) => convertEach(parse(strict(addon.history, name)), freeze),
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
  release, status, describe, lookup, lookupAll, list, search, isOk, isError, isTransient, format, toError, explain, suggest,
  releases, forRelease, history, translate,
})
