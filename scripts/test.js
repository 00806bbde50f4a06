'use strict'

// Runs every suite of __test__, with the options it is given. It finds them itself, since neither every shell nor every Node expands
// a pattern. A test that needs what the machine lacks, such as Rust, says so and is skipped.

const { spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const folder = path.join(__dirname, '..', '__test__')
const suites = fs.readdirSync(folder).filter((name) => name.endsWith('.test.js'))
const files = suites.map((name) => path.join(folder, name))
const { status } = spawnSync(process.execPath, ['--test', ...process.argv.slice(2), ...files], { stdio: 'inherit' })
process.exitCode = status === null ? 1 : status
