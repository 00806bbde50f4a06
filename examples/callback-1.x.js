'use strict'

// Client 1.x passes an error object to its callbacks even on success, so `if (err)` is always true. Ask isError instead.

const { describe, isError } = require('aerospike-status')

const onRecord = (err, record) => {
  if (isError(err)) console.error(err.code, describe(err.code))
  else console.log('got', record)
}

// What client 1.x passes:
onRecord({ code: 0, message: '' }, { n: 1 })
onRecord({ code: 602, message: 'AEROSPIKE_ERR_RECORD_NOT_FOUND', func: 'get', file: 'a.c', line: 1 })
