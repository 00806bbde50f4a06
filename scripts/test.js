'use strict'

// Runs every suite of __test__, one per core, and passes its arguments on to Node. It lists the files itself, because not every shell or
// Node expands a pattern. Tests that need something the machine lacks, such as Rust, are skipped.

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const os = require('node:os')
const path = require('node:path')

const folder = path.join(__dirname, '..', '__test__')
const suites = fs.readdirSync(folder).filter((name) => name.endsWith('.test.js'))
const files = suites.map((name) => path.join(folder, name))

// By default, Node leaves a core unused: of two, it uses one. Node 18 can't be told.
const [major, minor] = process.versions.node.split('.').map(Number)
const cores = os.cpus().length
const concurrency = major > 20 || (major === 20 && minor >= 10) ? [`--test-concurrency=${cores}`] : []
const { status } = spawnSync(process.execPath, ['--test', ...concurrency, ...process.argv.slice(2), ...files], {
  stdio: 'inherit',
})
process.exitCode = status === null ? 1 : status
