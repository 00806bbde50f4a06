'use strict'

// The tables and all that is known of them are in the addon, written in Rust (src/). This file loads it, keeps what each table
// says of its own codes so that asking again doesn't cross into Rust, and names the exports.

const addon = loadAddon()

// What an application does to the built-in objects after this point changes no answer.
const { Map, RangeError, TypeError } = globalThis
const { defineProperty, freeze, keys, setPrototypeOf, prototype: objectPrototype } = Object
const { captureStackTrace } = Error
const { parse, stringify } = JSON
const toText = String
const isOwn = Function.prototype.call.bind(objectPrototype.hasOwnProperty)

const { get, set } = Map.prototype
const keptMapPrototype = freeze({ __proto__: null, get, set })
const keptMap = () => setPrototypeOf(new Map(), keptMapPrototype)

/** What toError gives. Its fields are defined by the addon. */
class AerospikeError extends Error {
  // The constructor that a class has by default iterates over an array.
  constructor(message) {
    super(message)
  }

  toJSON() {
    return { name: this.name, message: this.message, ...this }
  }
}
freeze(AerospikeError.prototype)

const tables = keptMap()
const versions = keptMap()
let versionsToKeep = 256 // Versions may come from outside: they must not fill the memory.

const documented = parse(addon.table(0))
module.exports = freezeTable({
  ...documented.status,
  ...buildTable(0, documented),
  releases: documented.releases,
  forRelease(version) {
    return versions.get(version) || keepVersion(version, strict(addon.indexOf, version))
  },
  history(name) {
    return frozen(parse(strict(addon.history, name)), freeze)
  },
  translate(code, route) {
    return freeze(parse(strict(addon.translate, code, route, part(route, 'from'), part(route, 'to'))))
  },
})
tables.set(0, module.exports)

// Never run: it tells Node, and every tool that reads a CommonJS module without running it, which names can be imported.
0 &&
  (module.exports = {
    // #region names (derived from src/status.rs by `cargo test`)
    AEROSPIKE_OK,
    AEROSPIKE_ERR,
    AEROSPIKE_ERR_CLIENT,
    AEROSPIKE_ERR_PARAM,
    AEROSPIKE_ERR_CLUSTER,
    AEROSPIKE_ERR_TIMEOUT,
    AEROSPIKE_ERR_SERVER,
    AEROSPIKE_ERR_REQUEST_INVALID,
    AEROSPIKE_ERR_NAMESPACE_NOT_FOUND,
    AEROSPIKE_ERR_SERVER_FULL,
    AEROSPIKE_ERR_CLUSTER_CHANGE,
    AEROSPIKE_ERR_RECORD,
    AEROSPIKE_ERR_RECORD_BUSY,
    AEROSPIKE_ERR_RECORD_NOT_FOUND,
    AEROSPIKE_ERR_RECORD_EXISTS,
    AEROSPIKE_ERR_RECORD_GENERATION,
    AEROSPIKE_ERR_RECORD_TOO_BIG,
    AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE,
    // #endregion
    release,
    status,
    describe,
    lookup,
    lookupAll,
    list,
    search,
    isOk,
    isError,
    isTransient,
    format,
    toError,
    releases,
    forRelease,
    history,
    translate,
  })

function keepVersion(version, index) {
  let table = tables.get(index)
  if (table === undefined) {
    table = freezeTable(buildTable(index, parse(addon.table(index))))
    tables.set(index, table)
  }
  if (versionsToKeep-- > 0) versions.set(version, table)
  return table
}

function buildTable(index, { release, status }) {
  const kept = keptMap()
  let list

  // The rows come over, and what they say of each code is kept, when the table is first asked something.
  function rows() {
    if (list === undefined) {
      const { rows, answers } = parse(addon.rows(index))
      list = frozen(rows, freeze)
      for (let at = 0; at < answers.length; at++) {
        const { code, meanings, description } = answers[at]
        const first = frozen(meanings, listed)[0]
        kept.set(code, { meanings, first, transient: first.transient, description: description || first.description })
      }
    }
    return list
  }

  function listed(position) {
    return rows()[position]
  }

  // What the table says of a code; undefined for a code it lacks, and for what is no code.
  function answerTo(code) {
    if (list === undefined) rows()
    return kept.get(code)
  }

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
      return position === null ? undefined : listed(position)
    },
    lookupAll(code) {
      const answer = answerTo(code)
      return answer === undefined ? frozen(parse(strict(addon.lookupAll, index, code)), listed) : answer.meanings
    },
    list() {
      return rows()
    },
    search(text) {
      return frozen(parse(strict(addon.search, index, text)), listed)
    },
    isOk(value) {
      return addon.isOk(value, codeOf(value))
    },
    isError(value) {
      return !table.isOk(value)
    },
    isTransient(value) {
      const answer = answerTo(value)
      return answer === undefined ? addon.isTransient(index, codeOf(value)) : answer.transient
    },
    format(value) {
      const line = addon.format(index, codeOf(value), part(value, 'message'), part(value, 'name'))
      return line === null ? addon.oneLine(ownText(value)) : line
    },
    toError(value) {
      const code = codeOf(value)
      if (addon.isOk(value, code)) return null
      const message = part(value, 'message')
      const error = new AerospikeError(typeof message === 'string' && message !== '' ? message : table.format(value))
      const told = (name) => part(value, name)
      addon.defineDetails(index, error, value, code, message, told('func'), told('file'), told('line'), told('inDoubt'))
      captureStackTrace(error, table.toError)
      return error
    },
  }
  return table
}

// The code that a value is or has.
function codeOf(value) {
  return isObject(value) ? part(value, 'code') : value
}

// A property of an object, whatever a getter, a Proxy or a polluted Object.prototype does; undefined where there is none. The addon
// is given what is read here and reads nothing itself: where the stack is used up, V8 crashes in a function that an addon calls.
function part(object, name) {
  try {
    return !isObject(object) || (name in objectPrototype && !isOwn(object, name)) ? undefined : object[name]
  } catch (_) {
    return undefined
  }
}

function isObject(value) {
  return (typeof value === 'object' && value !== null) || typeof value === 'function'
}

// The text of a value that has neither a code nor a message.
function ownText(value) {
  const text = attempt(toText, value)
  if (!isObject(value) || (text !== '' && text !== '[object Object]')) return text
  return attempt(stringify, value) || '[object Object]'
}

function attempt(write, value) {
  try {
    return write(value)
  } catch (_) {
    return ''
  }
}

// What the addon answers. Bad input it refuses by throwing, as JSON, what the error should say.
function strict(ask, first, second, third, fourth) {
  try {
    return ask(first, second, third, fourth)
  } catch (refusal) {
    throw typeof refusal === 'string' ? refused(parse(refusal)) : refusal
  }
}

function refused({ code, message }) {
  const error = code === 'ERR_OUT_OF_RANGE' ? new RangeError(message) : new TypeError(message)
  defineProperty(error, 'code', { __proto__: null, value: code, configurable: true, enumerable: true, writable: true })
  captureStackTrace(error, strict)
  return error
}

// The array with each element converted, frozen.
function frozen(array, convert) {
  for (let at = 0; at < array.length; at++) array[at] = convert(array[at])
  return freeze(array)
}

function freezeTable(table) {
  const names = keys(table)
  for (let at = 0; at < names.length; at++) freeze(table[names[at]])
  return freeze(table)
}

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
      if (!found.exports.version || found.exports.version() === version) return found.exports
    } catch {}
  }
  return require('./find-addon')(version)
}
