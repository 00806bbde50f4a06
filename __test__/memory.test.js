'use strict'

// Memory doesn't grow with the number of calls. INPUTS sets how many calls a round has.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { printedBy, runsOf } = require('./helpers')

const { numRuns: calls } = runsOf(100000)

/** The growth of resident memory and the heap, in MiB, over the second of two rounds. */
const growth = (body) => {
  const script = `
    const aerospike = require('..')
    const newest = aerospike.forRelease('6.7.1')
    const error = Object.assign(new Error('socket closed'), { code: 9, func: 'f', file: 'a.c', line: 1 })
    let version = 0
    const round = () => { for (let index = 0; index < ${calls}; index++) { ${body} } }
    const usage = () => { for (let index = 0; index < 5; index++) gc(); const { rss, heapUsed } = process.memoryUsage(); return [rss, heapUsed] }
    round()
    const before = usage()
    round()
    const after = usage()
    console.log(JSON.stringify(after.map((bytes, index) => (bytes - before[index]) / 2 ** 20)))`
  // V8 may enlarge its space for young objects at any time. That isn't a leak.
  const [resident, heap] = JSON.parse(printedBy(['--expose-gc', '--max-semi-space-size=1', '--eval', script]))
  return { resident, heap }
}

// A leak of the smallest object per call would be 24 bytes in the heap, and 32 outside it.
const limit = (calls * 20) / 2 ** 20
const assertNoGrowth = ({ resident, heap }) => {
  assert.ok(heap < limit, `the heap grew by ${heap.toFixed(2)} MiB`)
  assert.ok(resident < limit, `resident memory grew by ${resident.toFixed(2)} MiB`)
}

test("memory doesn't grow over two rounds of mixed calls", () => {
  assertNoGrowth(
    growth(`
      newest.describe(index % 200); newest.lookup(index % 200); newest.lookup('ERR_TIMEOUT'); newest.lookupAll(index); newest.isTransient(error)
      newest.format(error); newest.format('some text'); newest.toError(error); newest.isOk(null)
      if (index % 10 === 0) {
        newest.search('record'); aerospike.history('ERR_TIMEOUT'); aerospike.translate(9, { from: '6.7.1', to: 'documented' })
        aerospike.forRelease('6.7.' + version++)
        try { newest.describe('602') } catch (error) {}
        try { aerospike.forRelease('x') } catch (error) {}
      }`),
  )
})

test("the heap doesn't grow over two rounds of describe and format", () => {
  assertNoGrowth(growth('newest.describe(index % 30); newest.format(index % 30)'))
})
