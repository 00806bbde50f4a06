'use strict'

// The client under test, the table of its release, and the commands that the tests send. The environment variable CLIENT is the client's
// name in package.json.

const { after } = require('node:test')
const { forRelease } = require('..')

const name = process.env.CLIENT || 'aerospike'
const Aerospike = require(name)
const { version } = require(`${name}/package.json`)
const table = forRelease(version)

// Otherwise the client logs every failure that a test provokes.
Aerospike.setDefaultLogging({ level: Aerospike.log.OFF })

// The threads of open clients keep the process alive.
const clients = []
after(() => {
  for (const client of clients) client.close()
  Aerospike.releaseEventLoop()
})

/** Connects a client that doesn't stop sending after failures. It's closed after the last test of the file. */
async function connect(server, config = {}) {
  const client = await Aerospike.connect({ hosts: server.address, maxErrorRate: 10_000, ...config })
  clients.push(client)
  return client
}

/** The error of an attempt to connect, or undefined if it succeeds. */
function failureToConnect(hosts, config = {}) {
  const limits = { connTimeoutMs: 300, loginTimeoutMs: 300 }
  return failureOf(() => Aerospike.connect({ hosts, ...limits, ...config }).then((client) => client.close()))
}

/** The error that a call throws or rejects with, or undefined if it succeeds. */
async function failureOf(act) {
  try {
    await act()
  } catch (error) {
    return error
  }
}

const keyIn = (set, namespace = 'test') => new Aerospike.Key(namespace, set, 'key')

/** Functions that send one command each. The name of the set says what the server should answer: see server.js. */
const commands = {
  get: (client, set, policy) => client.get(keyIn(set), policy),
  put: (client, set, policy) => client.put(keyIn(set), { bin: 1 }, {}, policy),
  operate: (client, set, policy) => client.operate(keyIn(set), [Aerospike.operations.incr('bin', 1)], {}, policy),
  apply: (client, set, policy) => client.apply(keyIn(set), { module: 'm', funcname: 'f', args: [] }, policy),
  query: (client, set, policy) => ended(client.query('test', set).foreach(policy)),
  scan: (client, set, policy) => ended(client.scan('test', set).foreach(policy)),
  batchRead: (client, sets, policy) =>
    client.batchRead(
      sets.map((set) => ({ type: Aerospike.batchType.BATCH_READ, key: keyIn(set), readAllBins: true })),
      policy,
    ),
  batchWrite: (client, sets, policy) =>
    client.batchWrite(
      sets.map((set) => ({
        type: Aerospike.batchType.BATCH_WRITE,
        key: keyIn(set),
        ops: [Aerospike.operations.write('bin', 1)],
      })),
      policy,
    ),
  batchGet: (client, sets, policy) =>
    client.batchGet(
      sets.map((set) => keyIn(set)),
      policy,
    ),
  truncate: (client, set, policy) => client.truncate('test', set, 0, policy),
  createUser: (client, user, policy) => client.createUser(user, 'password', ['read'], policy),
}

// Before 6.0, a failed admin command neither rejects its promise nor calls its callback.
const reportsAdminCommands = Number(version.split('.')[0]) >= 6

function ended(stream) {
  return new Promise((resolve, reject) =>
    stream
      .on('data', () => {})
      .on('error', reject)
      .on('end', resolve),
  )
}

module.exports = { Aerospike, version, table, connect, failureToConnect, failureOf, keyIn, commands, reportsAdminCommands }
