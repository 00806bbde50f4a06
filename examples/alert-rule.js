'use strict'

// Translates the codes in an alert rule from one release of the client to another. The rule counts 400, 501 and 600 of client 1.0.10.

const { forRelease, translate } = require('aerospike-status')

const route = { from: '1.0.10', to: '6.7.1' }
for (const code of [400, 501, 600]) {
  const [{ name }] = forRelease(route.from).lookupAll(code)
  const newCodes = translate(code, route)
  console.log(`${code} (${name}) is ${newCodes.length > 0 ? newCodes.join(' or ') : 'gone: remove it from the rule'}`)
}
