'use strict'

// A promise around a call of client 1.x. util.promisify would reject on success, because of the `{ code: 0 }`. toError returns null for
// success, and a real Error for a failure.

const { toError } = require('aerospike-status')

const get = (client, key) =>
  new Promise((resolve, reject) => {
    client.get(key, (err, record) => {
      const error = toError(err)
      if (error === null) resolve(record)
      else reject(error)
    })
  })

// Stands for a client of 1.x:
const client = { get: (key, callback) => callback({ code: key === 'known' ? 0 : 602, message: '' }, { n: 1 }) }

get(client, 'known').then((record) => console.log('got', record))
get(client, 'unknown').catch((error) => console.error(error.name, error.code, error.statusName))
