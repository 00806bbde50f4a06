'use strict'

// The published packages: packed as for a release, installed offline by a user without Rust, and used.

const assert = require('node:assert/strict')
const { execFileSync, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { before, test } = require('node:test')
const vm = require('node:vm')
const { forRelease } = require('..')
const { installArguments, packPackages } = require('../scripts/pack')
const { addonFile, root, run, scratchFolder } = require('./helpers')

const manifest = require('../package.json')

if (process.platform === 'win32') {
  test('the published packages', { skip: 'this suite needs symbolic links and a shell' })
  return
}

const scratch = scratchFolder()

/** The path of a program in the development dependencies. */
const devProgram = (program) => path.join(root, 'node_modules', '.bin', program)

/** The files in a folder of the checkout and its subfolders, with the separator that npm uses. */
const scriptsIn = (folder) =>
  fs.readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const name = `${folder}/${entry.name}`
    return entry.isDirectory() ? scriptsIn(name) : [name]
  })

/** A user's PATH: Node, npm and a shell. */
const userPath = path.join(scratch, 'bin')
const user = path.join(scratch, 'user')
const asUser = (program, args) =>
  spawnSync(program, args, { encoding: 'utf8', cwd: user, env: { PATH: userPath, HOME: scratch } })

let packed
let installed
before(() => {
  packed = packPackages(scratch)
  fs.mkdirSync(user)
  fs.writeFileSync(path.join(user, 'package.json'), '{}') // Otherwise npm installs into a parent folder that has one.
  fs.mkdirSync(userPath)
  for (const program of ['node', 'npm', 'sh', 'env']) {
    const found = execFileSync('sh', ['-c', `command -v ${program}`], { encoding: 'utf8' }).trim()
    fs.symlinkSync(fs.realpathSync(found), path.join(userPath, program))
  }
  installed = asUser('npm', installArguments(packed))
})

test('the packages have the expected files and no others', () => {
  const shipped = manifest.files.flatMap((name) => (name === 'lib' ? scriptsIn(name) : [name]))
  assert.deepEqual(packed.main.files, [...shipped, 'LICENSE', 'README.md', 'package.json'].sort())
  assert.deepEqual(packed.platform.files, ['LICENSE', 'README.md', path.basename(addonFile), 'package.json'].sort())
})

test('nothing runs at install time and nothing else is installed', () => {
  assert.equal(asUser('cargo', ['--version']).error.code, 'ENOENT')

  const { status, stdout, stderr } = installed
  assert.equal(status, 0, stderr)
  assert.match(stdout, /added 2 packages/)
  assert.doesNotMatch(stderr, /install scripts/)
  const packages = fs.readdirSync(path.join(user, 'node_modules')).filter((name) => !name.startsWith('.'))
  assert.deepEqual(packages, ['aerospike-status', packed.platform.name])
  for (const script of ['preinstall', 'install', 'postinstall']) assert.equal(manifest.scripts[script], undefined)
  const installedManifest = fs.readFileSync(path.join(user, 'node_modules', 'aerospike-status', 'package.json'), 'utf8')
  const { scripts, dependencies, optionalDependencies } = JSON.parse(installedManifest)
  assert.deepEqual([scripts, dependencies], [undefined, undefined])
  assert.deepEqual(optionalDependencies, { [packed.platform.name]: manifest.version })
})

test('the installed package works with require, with import and as a command', () => {
  const timeout = forRelease('6.7.1').describe(9)
  const node = (...args) => asUser('node', args).stdout.trim()
  const print = 'console.log(AEROSPIKE_OK, describe(602).length, forRelease("6.7.1").describe(9))'
  const names = '{ AEROSPIKE_OK, describe, forRelease }'
  assert.equal(node('--eval', `const ${names} = require('aerospike-status'); ${print}`), `0 88 ${timeout}`)
  assert.equal(node('--input-type=module', '--eval', `import ${names} from 'aerospike-status'; ${print}`), `0 88 ${timeout}`)
  const { stdout, status } = asUser(path.join('node_modules', '.bin', 'aerospike-status'), ['--release', '6.7.1', '9'])
  assert.deepEqual([stdout, status], [`AEROSPIKE_ERR_TIMEOUT 9 ${timeout}\n`, 0])
})

/** A checkout with the files that packing needs, with or without the addon. */
function checkout(hasAddon) {
  const folder = fs.mkdtempSync(path.join(scratch, 'a checkout '))
  const addon = fs.readdirSync(root).filter((name) => hasAddon && name.endsWith('.node'))
  for (const file of [...manifest.files, ...addon, 'package.json', 'LICENSE', 'README.md', 'scripts/pack.js']) {
    fs.cpSync(path.join(root, file), path.join(folder, file), { recursive: true })
  }
  return folder
}
const npmRunPack = (folder) => spawnSync('npm', ['run', '--silent', 'pack'], { encoding: 'utf8', cwd: folder })

test('`npm run pack` in a checkout prints the command that installs both packages elsewhere', () => {
  const { status, stdout, stderr } = npmRunPack(checkout(true))
  assert.deepEqual([status, stderr], [0, ''])
  const other = path.join(scratch, 'other')
  fs.mkdirSync(other)
  fs.writeFileSync(path.join(other, 'package.json'), '{}')
  execFileSync('sh', ['-c', stdout], { cwd: other, env: { ...process.env, npm_config_offline: 'true' }, stdio: 'ignore' })
  const printed = execFileSync('node', ['--print', "require('aerospike-status').describe(602)"], { encoding: 'utf8', cwd: other })
  assert.match(printed, /^Record does not exist/)
})

test('`npm run pack` without an addon says what to do, and leaves nothing behind', () => {
  const folder = checkout(false)
  const files = fs.readdirSync(folder)
  const { status, stdout, stderr } = npmRunPack(folder)
  assert.deepEqual([status, stdout], [1, ''])
  assert.match(stderr, /^pack: .* has no addon for this machine: run `npm ci` or `npm run build` first\n$/)
  assert.deepEqual(fs.readdirSync(folder), files)
})

test('a resolver that uses the `browser` condition in Node, as Jest does for jsdom, gets the package', () => {
  const print = `console.log(describe(602).length)`
  const required = asUser('node', ['-C', 'browser', '--eval', `const { describe } = require('aerospike-status'); ${print}`])
  const imported = ['-C', 'browser', '--input-type=module', '--eval', `import { describe } from 'aerospike-status'; ${print}`]
  assert.deepEqual([required.stdout, asUser('node', imported).stdout], ['88\n', '88\n'])
  const resolved = asUser('node', ['-C', 'browser', '--print', "require.resolve('aerospike-status')"]).stdout
  assert.equal(path.basename(resolved.trim()), 'browser.js')
})

test('in a browser, where index.js is left out, an error says that the package needs Node', () => {
  const { browser } = JSON.parse(fs.readFileSync(path.join(user, 'node_modules', 'aerospike-status', 'package.json'), 'utf8'))
  assert.deepEqual(browser, { './index.js': false })
  const source = fs.readFileSync(path.join(user, 'node_modules', 'aerospike-status', 'browser.js'), 'utf8')
  // Some bundles define `process`, as Electron does.
  for (const process of [undefined, {}, { versions: {} }, { versions: { node: '24.0.0' } }]) {
    const globals = { process, module: { exports: {} }, require: () => ({}) }
    assert.throws(() => vm.runInNewContext(source, globals), {
      message:
        /^aerospike-status can't run in a browser, .* Node, Bun or Deno: call describe on the server and send the text to the browser\.$/,
    })
  }
})

test('the installed package has typings', () => {
  for (const file of ['usage.mts', 'usage.cts']) fs.copyFileSync(path.join(__dirname, 'typings', file), path.join(user, file))
  const tsc = [require.resolve('typescript/bin/tsc'), '--strict', '--noEmit', '--module', 'nodenext', 'usage.mts', 'usage.cts']
  const { stdout, status } = asUser('node', tsc)
  assert.deepEqual([stdout, status], ['', 0])
})

test('publint in strict mode only suggests changing pkg.browser', () => {
  const { stdout, status } = run(devProgram('publint'), ['run', '--strict', packed.main.tarball], {
    env: { ...process.env, CI: '', NO_COLOR: '1' },
  })
  // The `browser` condition isn't enough: Jest uses it too, but needs index.js, which browser bundlers leave out.
  const suggestions = stdout.slice(stdout.indexOf('Linting...'))
  assert.match(suggestions, /^Linting\.\.\.\nSuggestions:\n1\. pkg\.browser with an object value can be refactored [^\n]*\n$/)
  assert.equal(status, 0)
})

test('attw finds nothing wrong under any of the four resolutions', () => {
  const { stdout, status } = run(devProgram('attw'), ['--format', 'json', packed.main.tarball])
  const { analysis } = JSON.parse(stdout)
  const resolutions = Object.keys(analysis.entrypoints['.'].resolutions).sort()
  assert.deepEqual(resolutions, ['bundler', 'node10', 'node16-cjs', 'node16-esm'])
  assert.deepEqual(analysis.problems, [])
  assert.equal(status, 0)
})
