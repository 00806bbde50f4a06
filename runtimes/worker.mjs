// Uses the package in worker threads, with import and require, while the main thread uses it too.
import { Worker, isMainThread, parentPort } from 'node:worker_threads'
import { createRequire } from 'node:module'
import said from './use.mjs'

if (isMainThread) {
  const workers = Array.from(
    { length: 8 },
    () => new Promise((resolve) => new Worker(new URL(import.meta.url)).once('message', resolve)),
  )
  const all = await Promise.all(workers)
  console.log(all.every((answer) => answer === said) ? said : all)
} else {
  const required = createRequire(import.meta.url)('./use.cjs')
  parentPort.postMessage(required === said ? said : 'require and import differ')
}
