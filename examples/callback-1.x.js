'use strict'

// Finds failures in a callback of client 1.x. The client passes an error object even on success, so use isError(err) instead of `if (err)`.

const { describe, isError } = require('aerospike-status')

const onRecord = (err, record) => {
  if (isError(err)) console.error(err.code, describe(err.code))
  else console.log('got', record)
}

// What client 1.x passes:
onRecord({ code: 0, message: '' }, { n: 1 })
onRecord({ code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND', func: 'get', file: 'a.c', line: 1 })
