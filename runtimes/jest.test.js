/* global expect, jest, test */

test('by require, again and again with resetModules', () => {
  const seen = new Set()
  for (let at = 0; at < 5; at++) {
    jest.resetModules()
    const aerospike = require('aerospike-status')
    seen.add(aerospike)
    expect(require('./use.cjs')).toBe(process.env.EXPECTED)
    expect(aerospike.lookup(602)).toStrictEqual({
      code: 602,
      name: 'AEROSPIKE_ERR_RECORD_NOT_FOUND',
      description: aerospike.describe(602),
      category: 'record',
      transient: false,
      exported: true,
    })
    expect(aerospike.toError(602)).toBeInstanceOf(Error)
    expect(() => aerospike.describe('602')).toThrow(TypeError)
    expect(() => aerospike.describe('602')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }))
  }
  expect(seen.size).toBe(5)
})
