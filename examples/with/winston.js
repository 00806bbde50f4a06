'use strict'

// Logs a failure with winston, as one line of JSON with one stack. The client's error holds the request with its key and bins, and even the
// client's configuration. `serialize` leaves these out.
//
// node winston.js 127.0.0.1:3000

const Aerospike = require('aerospike')
const winston = require('winston')
const { forRelease } = require('aerospike-status')

const { serialize } = forRelease(require('aerospike/package.json').version)

const LEVEL = Symbol.for('level')
const SPLAT = Symbol.for('splat')

/** Serializes `err`. Pass `{ err }`: of a bare error, only level, message and the error stay, because winston mixes its fields with others. */
const failures = winston.format((info) => {
  const bare = info instanceof Error ? info : info[SPLAT]?.[0]
  if (bare instanceof Error) {
    return { [LEVEL]: info[LEVEL], level: info.level, message: info.message, err: serialize(bare) }
  }
  return 'err' in info ? { ...info, err: serialize(info.err) } : info
})

const logger = winston.createLogger({
  format: winston.format.combine(failures(), winston.format.json()),
  transports: [new winston.transports.Console()],
})

async function main() {
  const client = Aerospike.client({ hosts: process.argv[2] })
  try {
    await client.connect()
    await client.put(new Aerospike.Key('test', 'people', 'ann@example.com'), { phone: '555-0100' })
  } catch (err) {
    logger.error('put failed', { err })
  }
  client.close()
}
main()
