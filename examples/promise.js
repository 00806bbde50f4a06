'use strict'

// util.promisify would reject on the success of a 1.x client, with its { code: 0 }. toError is null then, and a real Error else.

const { toError } = require('aerospike-status')

const get = (client, key) =>
  new Promise((resolve, reject) => {
    client.get(key, (err, record) => {
      const error = toError(err)
      if (error === null) resolve(record)
      else reject(error)
    })
  })

// Stands for a 1.x client:
const client = { get: (key, callback) => callback({ code: key === 'known' ? 0 : 602, message: '' }, { n: 1 }) }

get(client, 'known').then((record) => console.log('got', record))
get(client, 'unknown').catch((error) => console.error(error.name, error.code, error.statusName))
