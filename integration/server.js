'use strict'

// A server that speaks enough of Aerospike's wire protocol for the official Node.js client to connect and to send commands, and that
// fails as it is asked to. It keeps nothing: what befalls a command is asked for in the command itself, by a name in it (of a set, a
// user, an index) that begins with `answer-`:
//
//   answer-18       the result code 18, of 0 to 255
//   answer-lua      100, with the text of a Lua error
//   answer-changed  0, and 121 (version mismatch) where a transaction verifies what it has read
//   answer-silent   no answer, ever
//   answer-late     the answer after 300 ms
//   answer-close    the connection ends before the answer
//   answer-half     the connection ends in the middle of the answer
//   answer-reset    the connection is reset
//
// Without such a name the answer is 0. README.md says what is spoken and what not.

const net = require('node:net')
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads')

/** The text that `answer-lua` sends. */
const LUA_ERROR = '/opt/aerospike/usr/udf/lua/example.lua:12: attempt to index a nil value'

/** How long `answer-late` waits. */
const LATE_MS = 300

/**
 * Starts a server on a free port of 127.0.0.1, in a thread of its own: the client holds up its own thread at times, in `close` for one,
 * and the server must go on answering then. It ends with the process at the latest.
 *
 * @param {object} [options]
 * @param {boolean} [options.ownsPartitions] false for a node that owns no partition of its namespace, `test`
 * @returns {Promise<{ port: number, address: string, close(): Promise<void> }>} `close` ends all connections; then the port refuses
 */
async function startServer(options = {}) {
  const worker = new Worker(__filename, { workerData: { aerospikeServer: options } })
  const port = await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  worker.unref()
  return { port, address: `127.0.0.1:${port}`, close: async () => void (await worker.terminate()) }
}

function listen({ ownsPartitions = true }) {
  const server = net.createServer({ noDelay: true }, (socket) => serve(socket, { port: server.address().port, ownsPartitions }))
  server.listen(0, '127.0.0.1', () => parentPort.postMessage(server.address().port))
}

// ---- Frames. In and out: version 2 (1 byte), type (1), size of the body (6), body.

const VERSION = 2
const Type = { info: 1, admin: 2, message: 3 }
const MAX_BODY = 1 << 20

function serve(socket, node) {
  let received = Buffer.alloc(0)
  socket.on('error', () => socket.destroy())
  socket.on('data', (data) => {
    received = Buffer.concat([received, data])
    while (received.length >= 8) {
      const end = 8 + received.readUIntBE(2, 6)
      if (end > MAX_BODY) return socket.destroy()
      if (received.length < end) return
      answer(socket, node, received[1], received.subarray(8, end))
      received = received.subarray(end)
    }
  })
}

/** Sends what answers one request, in the way that it asks for. */
function answer(socket, node, type, body) {
  const wishes = wishesOf(body)
  const frame = framed(type, bodyOfAnswer(node, type, body, wishes))
  switch (wishes.find((wish) => ['silent', 'late', 'close', 'half', 'reset'].includes(wish))) {
    case 'silent':
      return
    case 'late':
      return setTimeout(() => socket.writable && socket.write(frame), LATE_MS)
    case 'close':
      return socket.end()
    case 'half':
      return socket.end(frame.subarray(0, frame.length >> 1))
    case 'reset':
      return socket.resetAndDestroy()
    default:
      return socket.write(frame)
  }
}

/** What follows each `answer-` in a request, in its order. Names are followed by a byte that is no letter or digit. */
function wishesOf(body) {
  return Array.from(body.toString('latin1').matchAll(/answer-(\d+|[a-z]+)/g), ([, wish]) => wish)
}

function bodyOfAnswer(node, type, body, wishes) {
  if (type === Type.info) return infoAnswer(node, body, wishes)
  if (type === Type.admin) return adminAnswer(body, wishes)
  return messageAnswer(body, wishes)
}

function framed(type, body) {
  const header = Buffer.from([VERSION, type, 0, 0, 0, 0, 0, 0])
  header.writeUIntBE(body.length, 2, 6)
  return Buffer.concat([header, body])
}

// ---- Info. In: a name a line, or nothing, which asks for the node's. Out: `name<tab>value`, a line each.

const NAMESPACE = 'test'
const NODE = 'BB9000000000FA4E'
const PARTITIONS = 4096

function infoAnswer(node, body, [wish]) {
  const names = body.toString('latin1').split('\n').filter(Boolean)
  const lines = (names.length === 0 ? ['node'] : names).map((name) => {
    const isAsked = name.includes('answer-') && Number(wish) > 0
    return `${name}\t${isAsked ? `FAIL:${wish}:as asked` : infoValue(node, name)}\n`
  })
  return Buffer.from(lines.join(''), 'latin1')
}

function infoValue({ port, ownsPartitions }, name) {
  switch (name.split(':')[0]) {
    case 'node':
      return NODE
    case 'build':
      return '8.0.0.0'
    case 'features':
      return 'batch-any;batch-index;peers;pquery;pscans;query-show;replicas'
    case 'partitions':
      return String(PARTITIONS)
    case 'peers-generation':
    case 'partition-generation':
    case 'rebalance-generation':
      return '1'
    case 'peers-clear-std':
      return `1,${port},[]`
    case 'service-clear-std':
      return `127.0.0.1:${port}`
    case 'replicas': {
      // Replication factor 1; a bit a partition.
      const owned = Buffer.alloc(PARTITIONS / 8, ownsPartitions ? 0xff : 0).toString('base64')
      return `${NAMESPACE}:0,1,${owned};`
    }
    default:
      return 'ok'
  }
}

// ---- Administration. In: 16 bytes, of which byte 2 is the command, and fields. Out: 16 bytes, of which byte 1 is the result code.

const LOGIN = 20
const SECURITY_NOT_ENABLED = 52

function adminAnswer(body, [wish]) {
  const header = Buffer.alloc(16)
  // With 52 the client goes on without a session. A session, which 0 would announce, is not to be had here.
  header[1] = wish === undefined && body[2] === LOGIN ? SECURITY_NOT_ENABLED : Number(wish) || 0
  return header
}

// ---- Messages: every command on records.
//
// In and out: a header of 22 bytes (its own size; info1 to info4, which say what kind of command it is; -; result code; generation;
// time to live; timeout, or in a row of a batch's answer the row's index; numbers of fields and of bins), then the fields and the bins.

const INFO3_LAST = 1
const INFO4_VERIFY_READ = 1
const Field = { version: 3, digest: 4, transaction: 5, batch: 41 }
const STRING = 3

function messageAnswer(body, wishes) {
  const fields = fieldsOf(body)
  if (fields.has(Field.batch)) return batchAnswer(fields.get(Field.batch).readUInt32BE(0), wishes)
  if (!fields.has(Field.digest)) return message({ code: codeOf(wishes[0]), info3: INFO3_LAST }) // the end of a query, without a record
  return recordAnswer(body[4], fields, wishes[0])
}

/** A row a key, then the end. Each row must be of a set of its own: of what is like the row before the client sends no second copy. */
function batchAnswer(size, wishes) {
  const rows = Array.from({ length: size }, (_, index) => message({ index, code: codeOf(wishes[index]) }))
  return Buffer.concat([...rows, message({ info3: INFO3_LAST })])
}

/** The answer to get, put, operate, apply ... of one record. */
function recordAnswer(info4, fields, wish) {
  if (wish === 'lua') return message({ code: 100, bins: [bin('FAILURE', LUA_ERROR)] })
  if (wish === 'changed' && (info4 & INFO4_VERIFY_READ) !== 0) return message({ code: 121 })
  const code = codeOf(wish)
  if (code !== 0) return message({ code })
  return message({
    fields: fields.has(Field.transaction) ? [field(Field.version, Buffer.alloc(7, 1))] : [],
    bins: [bin('SUCCESS', 'as asked')],
  })
}

function codeOf(wish) {
  return Number(wish) || 0
}

/** The fields of a request, by their types. A field: size of what follows (4 bytes), type (1), data. */
function fieldsOf(body) {
  const fields = new Map()
  let at = 22
  for (let count = body.readUInt16BE(18); count > 0; count--) {
    const end = at + 4 + body.readUInt32BE(at)
    fields.set(body[at + 4], body.subarray(at + 5, end))
    at = end
  }
  return fields
}

function message({ code = 0, info3 = 0, index = 0, fields = [], bins = [] }) {
  const header = Buffer.alloc(22)
  header[0] = header.length
  header[3] = info3
  header[5] = code
  header.writeUInt32BE(1, 6)
  header.writeUInt32BE(index, 14)
  header.writeUInt16BE(fields.length, 18)
  header.writeUInt16BE(bins.length, 20)
  return Buffer.concat([header, ...fields, ...bins])
}

function field(type, data) {
  const header = Buffer.alloc(5)
  header.writeUInt32BE(1 + data.length)
  header[4] = type
  return Buffer.concat([header, data])
}

/** A bin of text: size of what follows (4 bytes), operation (1, where 1 is a read), type of the value (1), - (1), size of the name (1). */
function bin(name, text) {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(4 + name.length + text.length)
  header[4] = 1
  header[5] = STRING
  header[7] = name.length
  return Buffer.concat([header, Buffer.from(name + text, 'latin1')])
}

module.exports = { startServer, LATE_MS, LUA_ERROR }

if (!isMainThread && workerData?.aerospikeServer) listen(workerData.aerospikeServer)
