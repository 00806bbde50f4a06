'use strict'

// What is published: packed as at release, installed offline into an empty folder by a user who has no Rust, and used there.

const assert = require('node:assert/strict')
const { execFileSync, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { before, test } = require('node:test')
const { forRelease } = require('..')
const { installArguments, packPackages } = require('../scripts/pack')
const { addonFile, root, run, scratchFolder } = require('./helpers')

const manifest = require('../package.json')

if (process.platform === 'win32') {
  test('what is published', { skip: 'the user of this suite has links to programs, and a shell' })
  return
}

const scratch = scratchFolder()

/** A program of the development dependencies. */
const developed = (program) => path.join(root, 'node_modules', '.bin', program)

/** What a user has on the path: Node, npm and a shell. */
const userPath = path.join(scratch, 'bin')
const user = path.join(scratch, 'user')
const asUser = (program, args) =>
  spawnSync(program, args, { encoding: 'utf8', cwd: user, env: { PATH: userPath, HOME: scratch } })

let packed
before(() => {
  packed = packPackages(scratch)
  fs.mkdirSync(user)
  fs.writeFileSync(path.join(user, 'package.json'), '{}') // Else npm installs into a folder above that has one.
  fs.mkdirSync(userPath)
  for (const program of ['node', 'npm', 'sh', 'env']) {
    const found = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
    fs.symlinkSync(fs.realpathSync(found), path.join(userPath, program))
  }
})

test('the packages hold what they should and nothing else', () => {
  assert.deepEqual(packed.main.files, [...manifest.files, 'LICENSE', 'README.md', 'package.json'].sort())
  assert.deepEqual(packed.platform.files, ['LICENSE', 'README.md', path.basename(addonFile), 'package.json'].sort())
})

test('nothing runs at install time and nothing else is installed', () => {
  assert.equal(asUser('cargo', ['--version']).error.code, 'ENOENT')

  const { status, stdout, stderr } = asUser('npm', installArguments(packed))
  assert.equal(status, 0, stderr)
  assert.match(stdout, /added 2 packages/)
  assert.doesNotMatch(stderr, /install scripts/)
  const installed = fs.readdirSync(path.join(user, 'node_modules')).filter((name) => !name.startsWith('.'))
  assert.deepEqual(installed, ['aerospike-status', packed.platform.name])
  for (const script of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts[script], undefined)
  const installedManifest = fs.readFileSync(path.join(user, 'node_modules', 'aerospike-status', 'package.json'), 'utf8')
  const { scripts, dependencies, optionalDependencies } = JSON.parse(installedManifest)
  assert.deepEqual([scripts, dependencies], [undefined, undefined])
  assert.deepEqual(optionalDependencies, { [packed.platform.name]: manifest.version })
})

test('what is installed works by require, by import and as a command', () => {
  const timeout = forRelease('6.7.1').describe(9)
  const node = (...args) => asUser('node', args).stdout.trim()
  const print = 'console.log(AEROSPIKE_OK, describe(602).length, forRelease("6.7.1").describe(9))'
  const names = '{ AEROSPIKE_OK, describe, forRelease }'
  assert.equal(node('--eval', `const ${names} = require('aerospike-status'); ${print}`), `0 88 ${timeout}`)
  assert.equal(node('--input-type=module', '--eval', `import ${names} from 'aerospike-status'; ${print}`), `0 88 ${timeout}`)
  const { stdout, status } = asUser(path.join('node_modules', '.bin', 'aerospike-status'), ['--release', '6.7.1', '9'])
  assert.deepEqual([stdout, status], [`AEROSPIKE_ERR_TIMEOUT 9 ${timeout}\n`, 0])
})

test('what is installed has typings', () => {
  for (const file of ['usage.mts', 'usage.cts']) fs.copyFileSync(path.join(__dirname, 'typings', file), path.join(user, file))
  const tsc = [require.resolve('typescript/bin/tsc'), '--strict', '--noEmit', '--module', 'nodenext', 'usage.mts', 'usage.cts']
  const { stdout, status } = asUser('node', tsc)
  assert.deepEqual([stdout, status], ['', 0])
})

test('publint, strict, has nothing to say', () => {
  const { stdout, status } = run(developed('publint'), ['run', '--strict', packed.main.tarball])
  assert.match(stdout, /All good!/)
  assert.equal(status, 0)
})

test('attw finds nothing wrong under any of the four resolutions', () => {
  const { stdout, status } = run(developed('attw'), ['--format', 'json', packed.main.tarball])
  const { analysis } = JSON.parse(stdout)
  const resolutions = Object.keys(analysis.entrypoints['.'].resolutions).sort()
  assert.deepEqual(resolutions, ['bundler', 'node10', 'node16-cjs', 'node16-esm'])
  assert.deepEqual(analysis.problems, [])
  assert.equal(status, 0)
})
