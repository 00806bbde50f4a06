'use strict'

// Logs a failure with pino, as one line of JSON with one stack. The client's error holds the request with its key and bins, and even the
// client's configuration. `serialize` leaves these out.
//
// node pino.js 127.0.0.1:3000

const Aerospike = require('aerospike')
const pino = require('pino')
const { forRelease } = require('aerospike-status')

const { serialize } = forRelease(require('aerospike/package.json').version)

const logger = pino({ serializers: { err: serialize } })

async function main() {
  const client = Aerospike.client({ hosts: process.argv[2] })
  try {
    await client.connect()
    await client.put(new Aerospike.Key('test', 'people', 'ann@example.com'), { phone: '555-0100' })
  } catch (err) {
    logger.error(err, 'put failed')
  }
  client.close()
}
main()
