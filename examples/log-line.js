'use strict'

// Logs any failure as one line: a code, an error, or something that isn't from Aerospike at all.

const { forRelease } = require('aerospike-status')

const { format } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version
const log = (call, failure) => console.log(`${call} failed: ${format(failure)}`)

log('get', 2)
log('put', {
  code: 9,
  message: '127.0.0.1:3000 Request timed out. Can be triggered by client or server.',
  inDoubt: true,
})
log('put', { code: -10, message: 'Failed to connect', func: 'connect', file: 'as_event.c', line: 7 })
log('put', new TypeError('key must be a Key'))
log('batch', 602)
