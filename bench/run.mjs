// Measures the figures in docs/performance.md: run `npm ci && npm run bench` in this folder. It measures the packed and installed packages
// with the portable addon, which users get. The build leaves that addon in the checkout. QUICK=1 only checks that everything runs.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { annotate } from './annotate.mjs'
import { install } from './builds.mjs'
import { cold } from './cold.mjs'
import { storm } from './storm.mjs'

const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-bench-'))
const installed = install(scratch)

const { packagePath, addon, portable } = installed
console.log(
  `Node ${process.version}, ${os.cpus()[0].model}, load ${os.loadavg()[0].toFixed(1)}. Compare figures of one run only: the last column is the ratio to the first row.`,
)
console.log(
  `Measured: ${path.basename(addon)}, ${fs.statSync(addon).size} bytes, ${portable ? 'the portable build, which is shipped' : 'as it is in the checkout (the portable build could not be made here)'}.`,
)

cold(installed, scratch)
const calls = fileURLToPath(new URL('calls.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, ['--expose-gc', calls], {
  env: { ...process.env, AEROSPIKE_STATUS: packagePath },
  stdio: 'inherit',
})
storm(packagePath)
annotate(packagePath, scratch)
fs.rmSync(scratch, { recursive: true })
process.exitCode = status
