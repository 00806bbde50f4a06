// Uses the package in worker threads with import and require, while the main thread uses it too.
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { createRequire } from 'node:module'
import text from './use.mjs'

if (isMainThread) {
  const workers = Array.from(
    { length: 8 },
    () => new Promise((resolve) => new Worker(new URL(import.meta.url)).once('message', resolve)),
  )
  const results = await Promise.all(workers)
  console.log(results.every((result) => result === text) ? text : results)
} else {
  const required = createRequire(import.meta.url)('./use.cjs')
  parentPort.postMessage(required === text ? text : 'require and import differ')
}
