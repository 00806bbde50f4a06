'use strict'

// Finds the rows of a batch that failed, and those to retry. batchRead and batchWrite succeed even if some records fail, so check each row.

const { forRelease } = require('aerospike-status')

const { format, isError, isTransient } = forRelease('6.7.1') // your client's version: require('aerospike/package.json').version

// What batchRead returns:
const rows = [
  { status: 0, record: { key: 'a', bins: { n: 1 } }, inDoubt: false },
  { status: 2, record: { key: 'b' }, inDoubt: false },
  { status: 18, record: { key: 'c' }, inDoubt: false },
]

for (const row of rows.filter(isError)) console.log(row.record.key, format(row))
console.log(
  'to retry:',
  rows.filter(isTransient).map(({ record }) => record.key),
)
