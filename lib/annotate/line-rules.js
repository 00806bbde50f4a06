'use strict'

// The rules for one line. Rules A to C return a number or a name, rule D an object. Each starts at a sign: see bytes.js.

const { endOfObject, startOfObject } = require('./json')

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
  const object = { code: undefined, end: 0, escapes, hasStatusName: false, size: 0 }
  const visit = (keyStart) => {
    const member = /^"(?:code(\\*)"\s*:\s*(-?\d{1,10})(?=\s*[,}])|(statusName)\\*")/.exec(line.text(keyStart, keyStart + 100))
    if (member === null) return
    if (member[3] !== undefined) object.hasStatusName = true
    else if (member[1].length === escapes) Object.assign(object, { code: Number(member[2]), end: keyStart + member[0].length })
  }
  object.size = endOfObject(line, start, escapes, visit) - startOfObject(line, start - 1, escapes, visit)
  return object
}

module.exports = { jsonObjectAround, nameInClientLog, nameInHeader, numberInAddonLog }
