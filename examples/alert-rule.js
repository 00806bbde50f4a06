'use strict'

// An alert rule from the days of client 1.0.10 counts the codes 400, 501 and 600. What must it count with today's client?

const { forRelease, translate } = require('aerospike-status')

const route = { from: '1.0.10', to: '6.7.1' }
for (const code of [400, 501, 600]) {
  const [{ name }] = forRelease(route.from).lookupAll(code)
  const today = translate(code, route)
  console.log(`${code} (${name}) is ${today.length > 0 ? today.join(' or ') : 'gone: drop it from the rule'}`)
}
