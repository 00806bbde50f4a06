'use strict'

// A server that speaks enough of Aerospike's wire protocol for the official Node.js client to connect and send commands, and that fails on
// request. It stores no records. A command can have instructions for the server: names (of a set, a user or an index) that begin with
// `answer-`.
//
//   answer-18       the result code 18 (or any other from 0 to 255)
//   answer-22-6     the result code 22, and the subcode 6 (or any other from 1 to 127) with a text, as server 8.2 sends them
//   answer-lua      100, with the text of a Lua error
//   answer-changed  0, or 121 (version mismatch) when a transaction verifies what it has read
//   answer-silent   no answer, ever
//   answer-late     the answer after 300 ms
//   answer-close    the connection ends before the answer
//   answer-half     the connection ends in the middle of the answer
//   answer-reset    the connection is reset
//
// After an instruction, a dot and a word make the request known to the test by that word: see `received`. For a transaction, `parts` says how the
// node answers each of its parts, which have no name of their own.
//
// Without an instruction, the answer is 0. README.md says which parts of the protocol the server speaks.

const net = require('node:net')
const { Worker, isMainThread, parentPort, workerData } = require('node:worker_threads')

/** The text that `answer-lua` sends. */
const LUA_ERROR = '/opt/aerospike/usr/udf/lua/example.lua:12: attempt to index a nil value'

/** The text that comes with a subcode. */
const DETAILS_TEXT = 'as asked'

/** How long `answer-late` waits. */
const LATE_MS = 300

const PARTITIONS = 4096

/**
 * @typedef {object} NodeOptions
 * @property {[number, number]} [partitions] the partitions that the node owns: from the first number up to, but not including, the second
 * @property {string} [fails] the instruction for every message that the node receives, without `answer-`: a code, `silent`, `close` ...
 *
 * @property {Record<string, string>} [parts] the instruction for each part of a transaction: `put`, `monitor` (the client announces a write),
 *   `verify`, `mark` (the point from which on the transaction counts as committed), `roll` (forward or back), `remove` (of the monitor)
 *
 * @typedef {object} ServerNode
 * @property {string} address
 * @property {number} port
 * @property {() => Promise<void>} close ends all connections to the node; from then on its port refuses new ones
 * @property {() => Promise<number[]>} writes the result code of each write that the node has received completely, answered or not; each
 *   row of a batch counts. Waits until all connections to the node have ended, so no write is still on its way.
 * @property {() => Promise<string[]>} received the words of the requests that the node has received completely, answered or not; for a
 *   transaction, its parts
 */

/**
 * Starts a cluster of one node on a free port of 127.0.0.1.
 *
 * @param {NodeOptions} [options]
 * @returns {Promise<ServerNode>}
 */
async function startServer(options = {}) {
  const [node] = await startNodes([options])
  return node
}

/**
 * Starts a cluster of two nodes. The first owns the lower half of the partitions, the second the upper half.
 *
 * @param {NodeOptions} [second] options of the second node
 * @returns {Promise<[ServerNode, ServerNode]>}
 */
function startCluster(second = {}) {
  const half = PARTITIONS / 2
  return startNodes([{ partitions: [0, half] }, { ...second, partitions: [half, PARTITIONS] }])
}

/**
 * Starts the nodes of one cluster in a separate thread. The client sometimes blocks its own thread, for example in `close`, and the nodes
 * must still answer then. The thread ends with the process.
 */
async function startNodes(options) {
  const worker = new Worker(__filename, { workerData: { aerospikeNodes: options } })
  const nextMessage = () => new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  const ask = async (question, index) => {
    worker.ref()
    worker.postMessage({ question, index })
    const answer = await nextMessage()
    worker.unref()
    return answer
  }
  const ports = await nextMessage()
  worker.unref()
  return ports.map((port, index) => ({
    port,
    address: `127.0.0.1:${port}`,
    close: async () => void (await ask('close', index)),
    writes: () => ask('writes', index),
    received: () => ask('received', index),
  }))
}

// ---- The thread

async function runNodes(options) {
  const nodes = options.map(({ partitions = [0, PARTITIONS], fails, parts }, index) => {
    const node = {
      name: `BB9000000000FA4${index}`,
      partitions,
      fails,
      parts,
      peers: [],
      sockets: new Set(),
      writes: [],
      received: [],
    }
    node.server = net.createServer({ noDelay: true }, (socket) => serve(socket, node))
    return node
  })
  for (const node of nodes) {
    await new Promise((resolve) => node.server.listen(0, '127.0.0.1', resolve))
    node.port = node.server.address().port
  }
  for (const node of nodes) node.peers = nodes.filter((other) => other !== node)

  parentPort.on('message', async ({ question, index }) => {
    const node = nodes[index]
    if (question === 'received') return parentPort.postMessage(node.received)
    if (question === 'close') {
      node.server.close()
      for (const socket of node.sockets) socket.destroy()
    }
    for (const socket of node.sockets) await new Promise((resolve) => socket.once('close', resolve))
    parentPort.postMessage(node.writes)
  })
  parentPort.postMessage(nodes.map(({ port }) => port))
}

// ---- Frames, in requests and answers: version 2 (1 byte), type (1), size of the body (6), body.

const VERSION = 2
const Type = { info: 1, admin: 2, message: 3 }
const MAX_BODY = 1 << 20

function serve(socket, node) {
  let received = Buffer.alloc(0)
  node.sockets.add(socket)
  socket.on('close', () => node.sockets.delete(socket))
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

/** Answers one request according to its instructions or the node's options. */
function answer(socket, node, type, body) {
  const instructions = type === Type.message && node.fails ? [node.fails] : instructionsOf(body)
  const [, word] = /answer-[a-z\d-]+\.(\w+)/.exec(body.toString('latin1')) ?? []
  if (word !== undefined) node.received.push(word)
  if (type === Type.message && node.parts) {
    const part = partOf(body)
    node.received.push(part)
    instructions.unshift(node.parts[part] ?? '0')
  }
  const frame = framed(type, bodyOfAnswer(node, type, body, instructions))
  switch (instructions.find((instruction) => ['silent', 'late', 'close', 'half', 'reset'].includes(instruction))) {
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

/** What follows each `answer-` in a request, in order. The byte after a name is never a letter, a digit or a hyphen. */
function instructionsOf(body) {
  return Array.from(body.toString('latin1').matchAll(/answer-(\d+(?:-\d+)?|[a-z]+)/g), ([, instruction]) => instruction)
}

function bodyOfAnswer(node, type, body, instructions) {
  if (type === Type.info) return infoAnswer(node, body, instructions)
  if (type === Type.admin) return adminAnswer(body, instructions)
  return messageAnswer(node, body, instructions)
}

function framed(type, body) {
  const header = Buffer.from([VERSION, type, 0, 0, 0, 0, 0, 0])
  header.writeUIntBE(body.length, 2, 6)
  return Buffer.concat([header, body])
}

// ---- Info. Request: one name per line. An empty request asks for `node`. Answer: `name<tab>value` on each line.

const NAMESPACE = 'test'

function infoAnswer(node, body, [instruction]) {
  const names = body.toString('latin1').split('\n').filter(Boolean)
  const lines = (names.length === 0 ? ['node'] : names).map((name) => {
    const mustFail = name.includes('answer-') && Number(instruction) > 0
    return `${name}\t${mustFail ? `FAIL:${instruction}:as asked` : infoValue(node, name)}\n`
  })
  return Buffer.from(lines.join(''), 'latin1')
}

function infoValue(node, name) {
  switch (name.split(':')[0]) {
    case 'node':
      return node.name
    case 'build':
      return '8.1.0.0'
    case 'features':
      return 'batch-any;batch-index;peers;pquery;pscans;query-show;replicas'
    case 'partitions':
      return String(PARTITIONS)
    case 'peers-generation':
    case 'partition-generation':
    case 'rebalance-generation':
      return '1'
    case 'peers-clear-std':
      return `1,${node.port},[${node.peers.map(({ name, port }) => `[${name},,[127.0.0.1:${port}]]`)}]`
    case 'service-clear-std':
      return `127.0.0.1:${node.port}`
    case 'replicas': {
      // Replication factor 1, and a bit for each partition. `from` and `to` are multiples of 8.
      const [from, to] = node.partitions
      const owned = Buffer.alloc(PARTITIONS / 8).fill(0xff, from / 8, to / 8)
      return `${NAMESPACE}:0,1,${owned.toString('base64')};`
    }
    default:
      return 'ok'
  }
}

// ---- Administration. Request: 16 bytes (byte 2 is the command), then fields. Answer: 16 bytes (byte 1 is the result code).

const LOGIN = 20
const SECURITY_NOT_ENABLED = 52

function adminAnswer(body, [instruction]) {
  const header = Buffer.alloc(16)
  // With 52, the client continues without a session. 0 would announce a session, which this server doesn't have.
  header[1] = instruction === undefined && body[2] === LOGIN ? SECURITY_NOT_ENABLED : Number(instruction) || 0
  return header
}

// ---- Messages: all commands on records.
//
// Requests and answers have a header of 22 bytes: its own size; info1 to info4, for the kind of command; an unused byte; result code;
// generation; time to live; timeout (for a row in the answer to a batch, the row's index); number of fields; number of bins. Then come the
// fields and the bins.

const INFO2_WRITE = 1
const INFO3_LAST = 1
const INFO4_VERIFY_READ = 1
const RowFlag = { repeat: 1, info: 2, generation: 4, timeToLive: 8, info4: 16 }
const Field = { version: 3, digest: 4, transaction: 5, deadline: 6, batch: 41, details: 45 }
const STRING = 3

function messageAnswer(node, body, [instruction]) {
  const fields = fieldsOf(body)
  const batch = fields.get(Field.batch)
  const rows = batch ? rowsOf(batch) : [{ info2: body[2], instruction }]
  for (const row of rows) if (row.info2 & INFO2_WRITE) node.writes.push(codeOf(node.fails ?? row.instruction))

  // The answer to a batch that fails as a whole has no rows, and a query finds no records. Both get only the end of an answer.
  if (node.fails || !(batch || fields.has(Field.digest))) return message({ ...resultOf(instruction), info3: INFO3_LAST })
  return batch ? batchAnswer(rows) : recordAnswer(body, fields, instruction)
}

/**
 * The rows of a batch. A row has: index (4 bytes), digest (20), flags (1); info1 to info3, or only info1; if the flags say so, info4,
 * generation (2) and time to live (4); number of fields (2), number of bins (2), fields, bins. If the flags say that a row repeats the
 * previous one, it ends after the flags.
 */
function rowsOf(batch) {
  const rows = []
  let offset = 5
  while (rows.length < batch.readUInt32BE(0)) {
    const index = batch.readUInt32BE(offset)
    const flags = batch[offset + 24]
    offset += 25
    if (flags & RowFlag.repeat) {
      rows.push({ ...rows.at(-1), index })
      continue
    }
    const info2 = flags & RowFlag.info ? batch[offset + 1] : 0
    offset += flags & RowFlag.info ? 3 : 1
    offset += (flags & RowFlag.info4 && 1) + (flags & RowFlag.generation && 2) + (flags & RowFlag.timeToLive && 4)
    const start = offset
    offset += 4
    for (let parts = batch.readUInt16BE(start) + batch.readUInt16BE(start + 2); parts > 0; parts--) {
      offset += 4 + batch.readUInt32BE(offset)
    }
    rows.push({ index, info2, instruction: instructionsOf(batch.subarray(start, offset))[0] })
  }
  return rows
}

/** The answer to a batch: one row for each key, then the end. */
function batchAnswer(rows) {
  return Buffer.concat([
    ...rows.map(({ index, instruction }) => message({ ...resultOf(instruction), index })),
    message({ info3: INFO3_LAST }),
  ])
}

const MONITOR = '<ERO~MRT'
const INFO2_DELETE = 2
const INFO4_ROLL = 2 | 4 // Forward or back.

/** Which part of a transaction a request is. The monitor is a record of a set of its own. */
function partOf(body) {
  if (body.includes(MONITOR)) return body[2] & INFO2_DELETE ? 'remove' : body.includes('fwd') ? 'mark' : 'monitor'
  const info4 = body[4] | info4OfBatch(fieldsOf(body).get(Field.batch))
  if (info4 & INFO4_VERIFY_READ) return 'verify'
  if (info4 & INFO4_ROLL) return 'roll'
  return body[2] & INFO2_WRITE ? 'put' : 'get'
}

/** The info4 of a batch's first row. */
function info4OfBatch(batch) {
  if (batch === undefined || (batch[29] & RowFlag.info4) === 0) return 0
  return batch[29 + 1 + (batch[29] & RowFlag.info ? 3 : 1)]
}

/** The answer to a command on one record: get, put, operate, apply ... */
function recordAnswer(body, fields, instruction) {
  if (instruction === 'lua') return message({ code: 100, bins: [bin('FAILURE', LUA_ERROR)] })
  if (instruction === 'changed' && (body[4] & INFO4_VERIFY_READ) !== 0) return message({ code: 121 })
  if (codeOf(instruction) !== 0) return message(resultOf(instruction))
  if (body.includes(MONITOR)) return message({ fields: [field(Field.deadline, Buffer.from([100, 0, 0, 0]))] })
  // With a version, the client takes a write in a transaction for one that changed nothing.
  const isRead = (body[2] & INFO2_WRITE) === 0
  return message({
    fields: fields.has(Field.transaction) && isRead ? [field(Field.version, Buffer.alloc(7, 1))] : [],
    bins: [bin('SUCCESS', 'as asked')],
  })
}

function codeOf(instruction) {
  return Number.parseInt(instruction) || 0
}

/** The result code that an instruction asks for, and the field for its subcode if it has one. */
function resultOf(instruction = '') {
  const [, subcode] = instruction.split('-')
  return { code: codeOf(instruction), fields: subcode ? [field(Field.details, detailsOf(Number(subcode)))] : [] }
}

/** A msgpack map: 1 is the subcode, below 128, and 2 is a text of less than 32 bytes. */
function detailsOf(subcode) {
  return Buffer.concat([Buffer.from([0x82, 1, subcode, 2, 0xa0 | DETAILS_TEXT.length]), Buffer.from(DETAILS_TEXT)])
}

/** The fields of a request, by type. A field has: size of the rest (4 bytes), type (1), data. */
function fieldsOf(body) {
  const fields = new Map()
  let offset = 22
  for (let count = body.readUInt16BE(18); count > 0; count--) {
    const end = offset + 4 + body.readUInt32BE(offset)
    fields.set(body[offset + 4], body.subarray(offset + 5, end))
    offset = end
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

/** A bin with text: size of the rest (4 bytes), operation (1; 1 is a read), type of the value (1), unused (1), size of the name (1). */
function bin(name, text) {
  const header = Buffer.alloc(8)
  header.writeUInt32BE(4 + name.length + text.length)
  header[4] = 1
  header[5] = STRING
  header[7] = name.length
  return Buffer.concat([header, Buffer.from(name + text, 'latin1')])
}

module.exports = { startServer, startCluster, DETAILS_TEXT, LATE_MS, LUA_ERROR }

if (!isMainThread && workerData?.aerospikeNodes) runNodes(workerData.aerospikeNodes)
