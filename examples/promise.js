'use strict'

// Wraps a call of client 1.x in a promise. util.promisify would reject on success, because the client passes `{ code: 0 }`. toError returns
// null for success, and a real Error for a failure.

const { toError } = require('aerospike-status')

const get = (client, key) =>
  new Promise((resolve, reject) => {
    client.get(key, (err, record) => {
      const error = toError(err)
      if (error === null) resolve(record)
      else reject(error)
    })
  })

// A stand-in for client 1.x:
const client = { get: (key, callback) => callback({ code: key === 'known' ? 0 : 602, message: '' }, { n: 1 }) }

get(client, 'known').then((record) => console.log('got', record))
get(client, 'unknown').catch((error) => console.error(error.name, error.code, error.statusName))
