/* global expect, jest, test */

test('require works again after each resetModules', () => {
  const copies = new Set()
  for (let index = 0; index < 5; index++) {
    jest.resetModules()
    const aerospike = require('aerospike-status')
    copies.add(aerospike)
    expect(require('./use.cjs')).toBe(process.env.EXPECTED)
    // Objects belong to the realm in which Jest runs the test.
    const status = aerospike.lookup(602)
    expect(status.name).toBe('AEROSPIKE_ERR_RECORD_NOT_FOUND')
    expect(status).toStrictEqual({ ...status })
    expect(aerospike.toError(602)).toBeInstanceOf(Error)
    expect(() => aerospike.describe('602')).toThrow(TypeError)
    expect(() => aerospike.describe('602')).toThrow(expect.objectContaining({ code: 'ERR_INVALID_ARG_TYPE' }))
  }
  expect(copies.size).toBe(5)
})
