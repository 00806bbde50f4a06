'use strict'

// scripts/check-portable.sh, which a build must pass before its addon is shipped.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { lacks, root, run, scratchFolder } = require('./helpers')

const skip = (process.platform !== 'linux' && 'the libraries of this test are for Linux') || lacks('bash', 'cc', 'objdump')
const LARGEST = 786_432

const scratch = scratchFolder()

const check = (name, content) => {
  const file = path.join(scratch, name)
  if (content !== undefined) fs.writeFileSync(file, content)
  return run(path.join(root, 'scripts', 'check-portable.sh'), [file])
}
const library = (name, source, ...options) => {
  fs.writeFileSync(path.join(scratch, 'library.c'), source)
  const args = ['-shared', '-fPIC', '-o', path.join(scratch, name), path.join(scratch, 'library.c'), ...options]
  execFileSync('cc', args)
}
const WITHOUT_LIBC = ['-nostdlib', '-nostartfiles']

for (const libc of ['gnu', 'musl']) {
  const name = `aerospike-status.linux-x64-${libc}.node`

  test(`a library that needs no glibc passes as a ${libc} build`, { skip }, () => {
    library(name, 'int one(void) { return 1; }', ...WITHOUT_LIBC)
    const { status, stdout, stderr } = check(name)
    assert.deepEqual([status, stderr], [0, ''])
    assert.match(stdout, /no glibc/)
  })

  test(`a library that is too large fails as a ${libc} build`, { skip }, () => {
    library(name, `char large[${LARGEST}] = { 1 };`, ...WITHOUT_LIBC)
    const { status, stderr } = check(name)
    assert.equal(status, 1)
    assert.match(stderr, /is larger than 768 KiB/)
  })
}

const onGlibc = skip === false && process.report.getReport().header.glibcVersionRuntime !== undefined

test('a library that needs glibc fails as a musl build', { skip: !onGlibc && 'needs glibc and a compiler' }, () => {
  library('aerospike-status.linux-x64-musl.node', '#include <stdlib.h>\nvoid *one(void) { return malloc(1); }')
  const { status, stderr } = check('aerospike-status.linux-x64-musl.node')
  assert.equal(status, 1)
  assert.match(stderr, /needs glibc/)
})

test('an addon for Windows fails if it needs a C runtime that a user may lack', { skip }, () => {
  const name = 'aerospike-status.win32-x64-msvc.node'
  assert.equal(check(name, 'MZ\0KERNEL32.dll\0node.exe\0').status, 0)
  for (const dll of ['VCRUNTIME140.dll', 'api-ms-win-crt-runtime-l1-1-0.dll', 'ucrtbase.dll']) {
    const { status, stderr } = check(name, `MZ\0KERNEL32.dll\0${dll}\0`)
    assert.equal(status, 1)
    assert.match(stderr, /needs a C runtime/)
  }
})

test('a file with another name fails', { skip }, () => {
  assert.equal(check('aerospike-status.node', '').status, 1)
})
