// Measures every figure in docs/performance.md: `npm ci && npm run bench` in this folder. It installs the packed packages with the portable
// addon, as users do. The build leaves that addon in the checkout. With QUICK=1, the run is short and only shows that everything works.
// BEFORE names another checkout, to compare the time of a cold require with it.

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
process.once('exit', () => fs.rmSync(scratch, { recursive: true }))
const installed = install(scratch)

const { mainPackage, addon, portable } = installed
console.log(
  `Node ${process.version}, ${os.cpus()[0].model}, load ${os.loadavg()[0].toFixed(1)}. Compare only figures of the same run. The last column is the ratio to the first row.`,
)
console.log(
  `Measured: ${path.basename(addon)}, ${fs.statSync(addon).size} bytes, ${portable ? 'the portable addon, which ships' : "the checkout's addon, because the portable one can't be built here"}.`,
)

cold(installed, scratch)
const calls = fileURLToPath(new URL('calls.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, ['--expose-gc', calls], {
  env: { ...process.env, AEROSPIKE_STATUS: mainPackage },
  stdio: 'inherit',
})
storm(mainPackage)
annotate(mainPackage, scratch)
process.exitCode = status
