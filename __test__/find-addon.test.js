'use strict'

// How the addon is found, and what is said where it is not. Each test loads a copy of the JavaScript files in a fresh process.

const assert = require('node:assert/strict')
const fs = require('node:fs')
const path = require('node:path')
const { test } = require('node:test')
const { napi, version } = require('../package.json')
const { addonOf, thisPlatform } = require('../scripts/pack')
const { addonFile, copyScript, root, runNode, scratchFolder } = require('./helpers')

const target = thisPlatform()
const scratch = scratchFolder()
const packageOf = (target) => `aerospike-status-${target}`

/** Where an addon may be, within the folder of an application: first a checkout, then packages in the order in which Node looks. */
const PLACES = {
  checkout: () => path.join('node_modules', 'aerospike-status'),
  nested: (target) => path.join('node_modules', 'aerospike-status', 'node_modules', packageOf(target)),
  beside: (target) => path.join('node_modules', packageOf(target)),
  above: (target) => path.join('..', 'node_modules', packageOf(target)),
}
const at = (place, target) => path.join(PLACES[place](target), addonOf(target))

/** The folder of an application that has the JavaScript files, and of addons those that are given as `[place, target, source]`. */
function application(...addons) {
  const folder = path.join(fs.mkdtempSync(path.join(scratch, 'app-')), 'app')
  const checkout = path.join(folder, PLACES.checkout())
  fs.mkdirSync(checkout, { recursive: true })
  for (const name of ['index.js', 'find-addon.js']) copyScript(name, checkout)
  for (const [place, target, content] of addons) {
    const file = path.join(folder, at(place, target))
    fs.mkdirSync(path.dirname(file), { recursive: true })
    if (content === undefined) fs.copyFileSync(addonFile, file)
    else fs.writeFileSync(file, content)
    const manifest = JSON.stringify({ main: path.basename(file) })
    if (place !== 'checkout') fs.writeFileSync(path.join(path.dirname(file), 'package.json'), manifest)
  }
  return folder
}

/** Runs a script in a folder, which prints JSON. */
function run(folder, script, flags = []) {
  const { stdout, stderr } = runNode([...flags, '--eval', script], { cwd: folder })
  return JSON.parse(stdout || assert.fail(stderr))
}

const REQUIRE = `
  try {
    print({ described: require('aerospike-status').describe(400) })
  } catch ({ name, message, code, cause }) {
    print({ name, message, code, cause: cause && cause.message })
  }`
const PRINT = 'const print = (value) => console.log(JSON.stringify(value));'

const load = (folder, before = '', flags) => run(folder, `${PRINT} ${before} ${REQUIRE}`, flags)

/** Has a process take itself for one of another platform, and note which files it would open, of which none can be. */
const pretend = (target) => {
  const [platform, arch, abi] = target.split('-')
  const header = abi === 'gnu' ? { glibcVersionRuntime: '2.36' } : {}
  return `
    const tried = []
    for (const [name, value] of Object.entries(${JSON.stringify({ platform, arch })})) Object.defineProperty(process, name, { value })
    Object.defineProperty(process, 'report', { value: { getReport: () => (${JSON.stringify({ header })}) } })
    process.dlopen = (module, file) => {
      tried.push(file)
      throw Object.assign(new Error('cannot be opened\\nhere'), { code: 'ERR_DLOPEN_FAILED' })
    };`
}
const TRIED = `try { require('aerospike-status') } catch (error) { print(tried) }`

const tried = (folder, target) => {
  const files = run(folder, `${PRINT} ${pretend(target)} ${TRIED}`)
  // The process believes to be on another platform: its separators may be those of either.
  const normal = files.map((file) => path.relative(folder, path.resolve(file.replace(/\\/g, path.sep))))
  return normal.filter((file, at) => normal.indexOf(file) === at)
}

const RUST_TARGETS = { darwin: 'apple-darwin', linux: 'unknown-linux-', win32: 'pc-windows-' }
const RUST_ARCHITECTURES = { arm64: 'aarch64', x64: 'x86_64' }
const shipped = []
for (const platform of Object.keys(RUST_TARGETS)) {
  for (const arch of Object.keys(RUST_ARCHITECTURES)) {
    for (const abi of { linux: ['-gnu', '-musl'], win32: ['-msvc'] }[platform] || ['']) shipped.push(`${platform}-${arch}${abi}`)
  }
}
const unshipped = ['freebsd-x64', 'linux-riscv64-gnu', 'linux-riscv64-musl']

test('the targets of this test are those that are shipped', () => {
  const inRust = shipped.map((target) => {
    const [platform, arch, abi = ''] = target.split('-')
    return `${RUST_ARCHITECTURES[arch]}-${RUST_TARGETS[platform]}${abi}`
  })
  assert.deepEqual(inRust.sort(), [...napi.targets].sort())
})

test('each platform that is shipped has a `require` that bundlers and tracers can follow', () => {
  const source = fs.readFileSync(path.join(root, 'find-addon.js'), 'utf8')
  const written = Array.from(source.matchAll(/require\('aerospike-status-([\w-]+)'\)/g), ([, target]) => target)
  assert.deepEqual(written.sort(), [...shipped].sort())
})

for (const target of [...shipped, ...unshipped]) {
  const [platform, arch, abi] = target.split('-')
  const all = platform === 'linux' ? ['gnu', 'musl'].map((abi) => `linux-${arch}-${abi}`) : [target]
  const ownPackage = packageOf(target)
  const isShipped = shipped.includes(target)

  test(`${target}: the package beside first, then the checkout, then the package that Node finds`, () => {
    const quickly = all.map((one) => at('beside', one))
    const slowly = all.flatMap((one) => ['checkout', ...(isShipped ? ['nested'] : [])].map((place) => at(place, one)))
    const everywhere = all.flatMap((one) => ['checkout', 'nested', 'beside'].map((place) => [place, one, '']))
    assert.deepEqual(tried(application(...everywhere), target), [...quickly, ...slowly])

    const above = isShipped ? all.map((one) => at('above', one)) : []
    assert.deepEqual(tried(application(...all.map((one) => ['above', one, ''])), target), [...quickly, ...above])
  })

  test(`${target}: where nothing is installed the error names its package, and how to get it`, () => {
    const { name, message, code, cause } = load(application(), pretend(target))
    assert.deepEqual([name, code], ['Error', 'MODULE_NOT_FOUND'])
    assert.ok(message.startsWith(`aerospike-status ${version} found no addon for ${target} that it can load: `), message)
    const named = message.match(/aerospike-status-[\w-]+/g)
    if (isShipped) {
      assert.match(cause, /^Cannot find module/)
      assert.match(
        message,
        /is not installed: node_modules comes from another platform, or was installed with --omit=optional\. /,
      )
      const libc = { gnu: ' --libc=glibc', musl: ' --libc=musl' }[abi] || ''
      assert.ok(message.includes('Run `npm ci` on this machine (with Docker: in the image) '), message)
      assert.ok(message.endsWith(`\`npm install --os=${platform} --cpu=${arch}${libc}\`.`), message)
      assert.deepEqual(named, [ownPackage])
    } else {
      assert.match(
        message,
        /: none is shipped\. You can build it from source with Rust: clone the repository and run `npm ci`\.$/,
      )
      assert.equal(named, null)
    }
    assert.doesNotMatch(message, /[\r\n]|Require stack/)
  })

  test(`${target}: the error names the package of another platform that is installed instead`, { skip: !isShipped }, () => {
    for (const other of shipped.filter((other) => other !== target)) {
      const { message } = load(application(['beside', other, '']), pretend(target))
      const wrong = `: ${ownPackage} is not installed, but ${packageOf(other)} is: node_modules comes from another platform. `
      assert.ok(message.includes(wrong), message)
    }
  })

  test(`${target}: the error has the real cause where an addon cannot be opened`, () => {
    const { message, code, cause } = load(application([isShipped ? 'beside' : 'checkout', target, '']), pretend(target))
    assert.deepEqual([code, cause], ['ERR_DLOPEN_FAILED', 'cannot be opened\nhere'])
    assert.match(message, /: cannot be opened here\. Install aerospike-status again on this machine, or build it from source/)
  })
}

for (const place of Object.keys(PLACES)) {
  test(`the addon is found where it is only ${place}`, () => {
    assert.deepEqual(load(application([place, target])), { described: 'Request timed out.' })
  })
}

test('a deployment that has the addon without the manifest of its package works', () => {
  const folder = application(['beside', target])
  fs.rmSync(path.join(folder, PLACES.beside(target), 'package.json'))
  assert.deepEqual(fs.readdirSync(path.join(folder, PLACES.beside(target))), [addonOf(target)])
  assert.deepEqual(load(folder), { described: 'Request timed out.' })
})

/** Has the addon in a place tell another version than it is of. */
const ofVersion = (folder, place, version) => `
  const { dlopen } = process
  const changed = ${JSON.stringify(path.join(folder, at(place, target)))}
  const { resolve } = require('path')
  process.dlopen = (module, file) => {
    dlopen(module, file)
    if (resolve(file) === changed) module.exports = { ...module.exports, version: () => '${version}' }
  };`

test('an addon of another version is passed by, and the one that Node would find is taken', () => {
  for (const place of ['checkout', 'nested']) {
    const folder = application(['beside', target], [place, target])
    assert.deepEqual(load(folder, ofVersion(folder, 'beside', '9.9.9')), { described: 'Request timed out.' }, place)
  }
})

test('an addon of another version alone is refused, and the error says which it is', () => {
  for (const place of Object.keys(PLACES)) {
    const folder = application([place, target])
    const { message } = load(folder, ofVersion(folder, place, '9.9.9'))
    const found = place === 'checkout' ? path.join(folder, at(place, target)) : packageOf(target)
    assert.ok(message.includes(`: ${found} is version 9.9.9. Install both packages again, in the same version.`), message)
    assert.ok(message.startsWith(`aerospike-status ${version} `), message)
  }
})

test('the quick way takes the addon of the version of the package', () => {
  const folder = application(['beside', target])
  const loaded = `require('aerospike-status'); print(Object.keys(require.cache).map((file) => require('path').basename(file)))`
  assert.deepEqual(run(folder, `${PRINT} ${ofVersion(folder, 'beside', version)} ${loaded}`), ['index.js'])
})

test('an addon that is no library is the cause', () => {
  for (const place of Object.keys(PLACES)) {
    const { message, code, cause } = load(application([place, target, 'no library']))
    assert.equal(code, 'ERR_DLOPEN_FAILED')
    // Each system has words of its own for it.
    assert.ok(message.includes(cause.split(/[\r\n]/)[0].replace(/\.$/, '')), message)
    assert.match(message, /Install aerospike-status again on this machine/)
  }
})

const permission = ['--permission', '--experimental-permission'].find((flag) => process.allowedNodeEnvironmentFlags.has(flag))
for (const flags of [['--no-addons'], [permission, '--allow-fs-read=*']]) {
  test(
    `under ${flags.join(' ')} the error names the option to change`,
    { skip: !flags[0] && 'this Node has no such option' },
    () => {
      const { message, code } = load(application(['beside', target]), '', [...flags, '--no-warnings'])
      assert.equal(code, 'ERR_DLOPEN_DISABLED')
      assert.match(message, /\. Remove --no-addons, also from NODE_OPTIONS, or add --allow-addons to --permission\.$/)
      assert.doesNotMatch(message, /[Ii]nstall/)
    },
  )
}

test('bundled without an addon, the error says to mark the package as external', () => {
  const source = fs.readFileSync(path.join(root, 'find-addon.js'), 'utf8')
  const call = `try { module.exports('${version}') } catch ({ message }) { console.log(message) }`
  const folder = application()
  for (const [name, before] of [
    ['esbuild.cjs', 'const module = { exports: {} }'],
    ['esbuild.mjs', 'const module = { exports: {} }'],
    ['webpack.cjs', 'const module = { exports: {}, paths: [] }'],
    ['bun.cjs', `const module = { exports: {} }, __dirname = '/built/here', __filename = __dirname + '/find-addon.js'`],
  ]) {
    fs.writeFileSync(path.join(folder, name), `{ ${before}\n${source}\n${call} }`)
    const { stdout } = runNode([name], { cwd: folder })
    assert.match(stdout, /: it is bundled\. Mark aerospike-status as external in the bundler, and keep it in node_modules\.\n$/)
  }
})
