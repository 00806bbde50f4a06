'use strict'

// batchRead and batchWrite succeed whatever became of their keys: each row has a status of its own, so each is asked.

const { forRelease } = require('aerospike-status')

const { format, isError, isTransient } = forRelease('6.7.1') // the release of the client in use

// What batchRead gives:
const results = [
  { status: 0, record: { key: 'a', bins: { n: 1 } }, inDoubt: false },
  { status: 2, record: { key: 'b' }, inDoubt: false },
  { status: 18, record: { key: 'c' }, inDoubt: false },
]

for (const row of results.filter(isError)) console.log(row.record.key, format(row))
console.log(
  'to ask again:',
  results.filter(isTransient).map(({ record }) => record.key),
)
