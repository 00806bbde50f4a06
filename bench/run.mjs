// Every figure of the README: `npm ci && npm run bench` in this folder. It measures what is installed from the packed packages.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { cold } from './cold.mjs'

const { installPackages } = createRequire(import.meta.url)('../scripts/pack.js')
const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-bench-'))
const installed = installPackages(scratch)

console.log(
  `Node ${process.version}, ${os.cpus()[0].model}. Compare figures of one run only; the last column is the ratio to the first row.`,
)
cold(installed)
const env = { ...process.env, AEROSPIKE_STATUS: path.join(installed, 'node_modules', 'aerospike-status') }
const calls = fileURLToPath(new URL('calls.mjs', import.meta.url))
const { status } = spawnSync(process.execPath, ['--expose-gc', calls], { env, stdio: 'inherit' })
fs.rmSync(scratch, { recursive: true })
process.exitCode = status
