'use strict'

// The package in worker threads, however they end.

const assert = require('node:assert/strict')
const { test } = require('node:test')
const { Worker } = require('node:worker_threads')
const { printedBy } = require('./helpers')

const root = JSON.stringify(require.resolve('..'))

/** Runs code in a worker. Resolves to the worker's exit code, or rejects with its error. */
const runInWorker = (source) =>
  new Promise((resolve, reject) => {
    const worker = new Worker(source, { eval: true })
    worker.once('error', reject)
    worker.once('exit', resolve)
  })

const USE = `
  const aerospike = require(${root})
  for (const table of [aerospike, aerospike.forRelease('6.7.1'), aerospike.forRelease('1.0.36')]) {
    for (const { code, name } of table.list()) {
      if (table.describe(code) === '' || table.lookup(name) === undefined || !table.format({ code, message: 'm' }).includes(name)) throw new Error(name)
      table.toError(code)
    }
  }
  try { aerospike.describe('602') } catch (error) { if (error.code !== 'ERR_INVALID_ARG_TYPE') throw error }`

/** How a worker can end: by itself, or by process.exit, which may be in a call of the addon or leave a timer pending. */
const ENDS = [
  '',
  'process.exit(3)',
  'aerospike.format({ get code() { process.exit(3) } })',
  'setInterval(() => {}, 1e6); process.exit(3)',
]
const EXIT_CODES = [0, 3, 3, 3]

test('200 workers can use the package along with the main thread, and end in every way', async () => {
  const aerospike = require('..')
  const residentAfter = []
  for (let started = 0; started < 200; started += 10) {
    const ends = Array.from({ length: 10 }, (_, index) => (started + index) % ENDS.length)
    const workers = Promise.all(ends.map((end) => runInWorker(`${USE}\n${ENDS[end]}`)))
    let ended = false
    workers.finally(() => (ended = true)).catch(() => {})
    while (!ended) {
      for (const { code } of aerospike.list()) assert.notEqual(aerospike.format({ code }), '')
      await new Promise(setImmediate)
    }
    assert.deepEqual(
      await workers,
      ends.map((end) => EXIT_CODES[end]),
    )
    residentAfter.push(process.memoryUsage.rss())
  }
  // Memory pools may grow for the first hundred workers, but not for the second, apart from noise.
  const growth = (residentAfter[19] - residentAfter[9]) / 2 ** 20
  assert.ok(growth < 32, `the second hundred workers took ${growth.toFixed(1)} MiB`)
})

test('terminating a worker at any moment does no harm', async () => {
  const ends = []
  for (let index = 0; index < 20; index++) {
    const worker = new Worker(
      `const { parentPort } = require('worker_threads'); parentPort.postMessage(0); for (;;) { ${USE} }`,
      { eval: true },
    )
    ends.push(new Promise((resolve) => worker.once('message', () => setTimeout(() => resolve(worker.terminate()), index))))
  }
  assert.deepEqual(new Set(await Promise.all(ends)), new Set([1]))
  assert.equal(require('..').describe(400), 'Request timed out.')
})

const ORDERS = {
  'in a worker after the main thread': `require(${root}); work()`,
  'in a worker before the main thread': `work().then(() => require(${root}))`,
  'in two workers and the main thread at once': `Promise.all([work(), work()]); require(${root})`,
  'in a worker of a worker': 'work(`new (require("worker_threads").Worker)(${JSON.stringify(source)}, { eval: true })`)',
}
for (const [order, script] of Object.entries(ORDERS)) {
  test(`the package can be loaded ${order}`, () => {
    const main = `
      const { Worker } = require('worker_threads')
      const source = ${JSON.stringify(`${USE}\nprocess.stdout.write('used ')`)}
      const work = (what = source) => new Promise((resolve, reject) => new Worker(what, { eval: true }).once('error', reject).once('exit', resolve))
      ;${script}
      process.on('exit', () => console.log(require(${root}).describe(400)))`
    const printed = printedBy(['--eval', main])
    assert.match(printed, /^(used )+Request timed out\.\n$/)
  })
}
