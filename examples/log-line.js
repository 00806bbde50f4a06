'use strict'

// One line of a log for whatever went wrong: a code, an error object, or something else altogether.

const { forRelease } = require('aerospike-status')

const { format } = forRelease('6.7.1') // the release of the client in use
const log = (what, failure) => console.log(`${what} failed: ${format(failure)}`)

log('get', 2)
log('put', { code: 9, message: '127.0.0.1:3000 Request timed out. Can be triggered by client or server.' })
log('put', { code: -10, message: 'Failed to connect', func: 'connect', file: 'as_event.c', line: 7 })
log('put', new TypeError('key must be a Key'))
log('batch', 602)
