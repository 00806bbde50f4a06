'use strict'

// What the release workflow does with the built addons: packing, and publishing with a stand-in for npm. The addon of this machine stands
// in for all addons.

const assert = require('node:assert/strict')
const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')
const { before, test } = require('node:test')
const manifest = require('../package.json')
const { addonOf, platforms } = require('../scripts/pack')
const { addonFile, lacks, root, run, runNode, scratchFolder } = require('./helpers')

if (process.platform === 'win32') {
  test('the release', { skip: 'releases are made on Linux' })
  return
}

const scratch = scratchFolder()
const addons = path.join(scratch, 'addons')
const tarballs = path.join(scratch, 'tarballs')
const pack = () => runNode([path.join(root, 'scripts', 'pack.js'), addons, tarballs], { cwd: scratch })

let packed
before(() => {
  fs.mkdirSync(addons)
  for (const platform of platforms) fs.copyFileSync(addonFile, path.join(addons, addonOf(platform)))
  const { stdout, stderr, status } = pack()
  assert.equal(status, 0, stderr)
  packed = stdout.trim().split('\n')
})

/** A package unpacked from its tarball: its manifest and folder. */
function unpacked(tarball) {
  const parent = fs.mkdtempSync(path.join(scratch, 'unpacked-'))
  execFileSync('tar', ['-xzf', tarball, '-C', parent])
  const folder = path.join(parent, 'package')
  return { ...JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8')), folder }
}

test('there is one package per platform, then the main package, which depends on the others at its own version', () => {
  const names = packed.map((tarball) => unpacked(tarball).name)
  const main = unpacked(packed[packed.length - 1])
  assert.equal(main.name, manifest.name)
  assert.deepEqual(Object.keys(main.optionalDependencies), names.slice(0, -1))
  assert.deepEqual(new Set(Object.values(main.optionalDependencies)), new Set([manifest.version]))
  assert.deepEqual(
    names.slice(0, -1).map((name) => name.replace(`${manifest.name}-`, '')),
    platforms,
  )
})

test('the main manifest has nothing that only a checkout needs', () => {
  const { name, folder, ...main } = unpacked(packed[packed.length - 1])
  for (const field of ['scripts', 'devDependencies', 'overrides', 'napi', 'dependencies'])
    assert.equal(main[field], undefined, field)
  for (const file of [main.main, main.types, ...Object.values(main.bin)]) assert.ok(fs.existsSync(path.join(folder, file)))
})

test('each platform package has a licence, a README, its addon, and the platforms on which it installs', () => {
  for (const tarball of packed.slice(0, -1)) {
    const { name, version, license, folder, main, os, cpu, libc, engines } = unpacked(tarball)
    assert.deepEqual([version, license, engines], [manifest.version, manifest.license, manifest.engines])
    assert.equal(fs.readFileSync(path.join(folder, 'LICENSE'), 'utf8'), fs.readFileSync(path.join(root, 'LICENSE'), 'utf8'))
    assert.match(fs.readFileSync(path.join(folder, 'README.md'), 'utf8'), /installs it along with `aerospike-status`/)
    assert.ok(fs.existsSync(path.join(folder, main)))
    const abi = { linux: libc && (libc[0] === 'glibc' ? '-gnu' : '-musl'), win32: '-msvc' }[os[0]] || ''
    assert.equal(name, `${manifest.name}-${os[0]}-${cpu[0]}${abi}`)
  }
})

test('publint in strict mode reports nothing for the platform packages', () => {
  for (const tarball of packed.slice(0, -1)) {
    const publint = path.join(root, 'node_modules', '.bin', 'publint')
    const { stdout, status } = run(publint, ['run', '--strict', tarball])
    assert.match(stdout, /All good!/)
    assert.equal(status, 0)
  }
})

test('if something is missing, packing reports it in one line and leaves no files', () => {
  const files = fs.readdirSync(scratch)
  const failedPack = (...args) => {
    const { status, stdout, stderr } = runNode([path.join(root, 'scripts', 'pack.js'), ...args], { cwd: scratch })
    assert.deepEqual([status, stdout], [1, ''])
    assert.deepEqual(fs.readdirSync(scratch), files)
    return stderr
  }
  assert.match(failedPack(addons), /^pack: pass no arguments .*, or FOLDER-OF-ADDONS and FOLDER-FOR-TARBALLS .*\n$/)

  const missing = path.join(addons, addonOf(platforms[3]))
  fs.renameSync(missing, `${missing}.away`)
  const stderr = failedPack(addons, 'nowhere')
  fs.renameSync(`${missing}.away`, missing)
  assert.equal(stderr, `pack: copy these to ${addons} first: ${addonOf(platforms[3])}\n`)
})

test('publishing that stopped halfway can run again, and publishes each package once', { skip: lacks('bash') }, () => {
  const folder = path.join(scratch, 'registry')
  fs.mkdirSync(folder)
  // The stand-in remembers what it published, and fails at the fourth package.
  fs.writeFileSync(
    path.join(folder, 'npm'),
    `#!/usr/bin/env bash
    cd "${folder}"
    case $1 in
      view) if test -e "published/$2"; then echo "\${2##*@}"; fi ;;
      publish)
        mkdir -p published
        if test ! -e failed && test "$(ls published | wc -l)" = 3; then touch failed; exit 1; fi
        id=$(tar -xzOf "$2" package/package.json | node --print 'const { name, version } = JSON.parse(require("fs").readFileSync(0)); name + "@" + version')
        echo "$id $*" >>log
        touch "published/$id"
    esac`,
    { mode: 0o755 },
  )
  const list = path.join(folder, 'list')
  fs.writeFileSync(list, `${packed.join('\n')}\n`)
  const env = { ...process.env, PATH: [folder, path.dirname(process.execPath), process.env.PATH].join(path.delimiter) }
  const publish = () => run(path.join(root, 'scripts', 'publish.sh'), [list, '--provenance'], { env })
  const log = () => fs.readFileSync(path.join(folder, 'log'), 'utf8').trim().split('\n')

  assert.notEqual(publish().status, 0)
  assert.equal(log().length, 3)
  const { status, stdout, stderr } = publish()
  assert.deepEqual([status, stderr], [0, ''])
  const ids = packed.map((tarball) => unpacked(tarball)).map(({ name, version }) => `${name}@${version}`)
  assert.deepEqual(
    log().map((line) => line.split(' ')[0]),
    ids,
  )
  assert.equal(stdout, ids.slice(0, 3).map((id) => `${id} is already published\n`).join('')) // prettier-ignore
  for (const line of log()) assert.match(line, / --access public --ignore-scripts --provenance$/)
})
