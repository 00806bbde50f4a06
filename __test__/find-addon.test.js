'use strict'

// How the package finds the addon, and what the error says if it doesn't. Each test loads a copy of the JavaScript files in a new process.

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

/** Where an addon can be, relative to an application: in a checkout, then in packages, in Node's lookup order. */
const PLACES = {
  checkout: () => path.join('node_modules', 'aerospike-status'),
  nested: (target) => path.join('node_modules', 'aerospike-status', 'node_modules', packageOf(target)),
  beside: (target) => path.join('node_modules', packageOf(target)),
  above: (target) => path.join('..', 'node_modules', packageOf(target)),
}
const fileAt = (place, target) => path.join(PLACES[place](target), addonOf(target))

/** Creates an application with the JavaScript files and the given addons, each a `[place, target, content]`. Returns its folder. */
function application(...addons) {
  const folder = path.join(fs.mkdtempSync(path.join(scratch, 'app-')), 'app')
  const checkout = path.join(folder, PLACES.checkout())
  fs.mkdirSync(checkout, { recursive: true })
  for (const name of ['index.js', 'lib/find-addon.js']) copyScript(name, checkout)
  for (const [place, target, content] of addons) {
    const file = path.join(folder, fileAt(place, target))
    fs.mkdirSync(path.dirname(file), { recursive: true })
    if (content === undefined) fs.copyFileSync(addonFile, file)
    else fs.writeFileSync(file, content)
    const manifest = JSON.stringify({ main: path.basename(file) })
    if (place !== 'checkout') fs.writeFileSync(path.join(path.dirname(file), 'package.json'), manifest)
  }
  return folder
}

/** Runs a script in a folder and parses the JSON that it prints. */
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

/** Makes a process believe that it runs on another platform. Every addon fails to open, and `tried` records its file. */
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
  // A path can mix the separators of both platforms.
  const normalized = files.map((file) => path.relative(folder, path.resolve(file.replace(/\\/g, path.sep))))
  return [...new Set(normalized)]
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

test('this suite covers exactly the targets that are shipped', () => {
  const inRust = shipped.map((target) => {
    const [platform, arch, abi = ''] = target.split('-')
    return `${RUST_ARCHITECTURES[arch]}-${RUST_TARGETS[platform]}${abi}`
  })
  assert.deepEqual(inRust.sort(), [...napi.targets].sort())
})

test('each shipped platform has a `require` that bundlers and tracers can follow', () => {
  const source = fs.readFileSync(path.join(root, 'lib', 'find-addon.js'), 'utf8')
  const written = Array.from(source.matchAll(/require\('aerospike-status-([\w-]+)'\)/g), ([, target]) => target)
  assert.deepEqual(written.sort(), [...shipped].sort())
})

for (const target of [...shipped, ...unshipped]) {
  const [platform, arch, abi] = target.split('-')
  const all = platform === 'linux' ? ['gnu', 'musl'].map((abi) => `linux-${arch}-${abi}`) : [target]
  const ownPackage = packageOf(target)
  const isShipped = shipped.includes(target)

  test(`${target}: tries the package beside aerospike-status, then the checkout, then the package that Node finds`, () => {
    const fast = all.map((target) => fileAt('beside', target))
    const slow = all.flatMap((target) => ['checkout', ...(isShipped ? ['nested'] : [])].map((place) => fileAt(place, target)))
    const everywhere = all.flatMap((target) => ['checkout', 'nested', 'beside'].map((place) => [place, target, '']))
    assert.deepEqual(tried(application(...everywhere), target), [...fast, ...slow])

    const above = isShipped ? all.map((target) => fileAt('above', target)) : []
    assert.deepEqual(tried(application(...all.map((target) => ['above', target, ''])), target), [...fast, ...above])
  })

  test(`${target}: if nothing is installed, the error names the package and how to get it`, () => {
    const { name, message, code, cause } = load(application(), pretend(target))
    assert.deepEqual([name, code], ['Error', 'MODULE_NOT_FOUND'])
    assert.ok(message.startsWith(`aerospike-status ${version} can't load an addon for ${target}: `), message)
    const named = message.match(/aerospike-status-[\w-]+/g)
    if (isShipped) {
      assert.match(cause, /^Cannot find module/)
      assert.match(message, /is not installed: node_modules was installed on another platform or with --omit=optional\. /)
      const libc = { gnu: ' --libc=glibc', musl: ' --libc=musl' }[abi] || ''
      assert.ok(message.includes('Run `npm ci` without --omit=optional on this machine (with Docker: in the image), '), message)
      assert.ok(message.endsWith(`\`npm install --os=${platform} --cpu=${arch}${libc}\`.`), message)
      assert.deepEqual(named, [ownPackage])
    } else {
      assert.match(
        message,
        /: there is no package for this platform\. You can build it from source with Rust: clone the repository and run `npm ci`\.$/,
      )
      assert.equal(named, null)
    }
    assert.doesNotMatch(message, /[\r\n]|Require stack/)
  })

  test(`${target}: the error names an installed package for another platform`, { skip: !isShipped }, () => {
    for (const other of shipped.filter((other) => other !== target)) {
      const { message } = load(application(['beside', other, '']), pretend(target))
      const wrong = `: ${ownPackage} is not installed, but ${packageOf(other)} is: node_modules was installed on another platform. `
      assert.ok(message.includes(wrong), message)
    }
  })

  test(`${target}: the error has the original cause if an addon can't be opened`, () => {
    const { message, code, cause } = load(application([isShipped ? 'beside' : 'checkout', target, '']), pretend(target))
    assert.deepEqual([code, cause], ['ERR_DLOPEN_FAILED', 'cannot be opened\nhere'])
    assert.match(message, /: cannot be opened here\. Reinstall aerospike-status on this machine, or build it from source/)
  })
}

for (const place of Object.keys(PLACES)) {
  test(`finds an addon that is only in place "${place}"`, () => {
    assert.deepEqual(load(application([place, target])), { described: 'Request timed out.' })
  })
}

test('works in a deployment that has the addon but not the package.json of its package', () => {
  const folder = application(['beside', target])
  fs.rmSync(path.join(folder, PLACES.beside(target), 'package.json'))
  assert.deepEqual(fs.readdirSync(path.join(folder, PLACES.beside(target))), [addonOf(target)])
  assert.deepEqual(load(folder), { described: 'Request timed out.' })
})

/** Makes the addon in a place report another version. */
const ofVersion = (folder, place, version) => `
  const { dlopen } = process
  const changed = ${JSON.stringify(path.join(folder, fileAt(place, target)))}
  const { resolve } = require('path')
  process.dlopen = (module, file) => {
    dlopen(module, file)
    if (resolve(file) === changed) module.exports = { ...module.exports, version: () => '${version}' }
  };`

test('skips an addon of another version and takes the one that Node would find', () => {
  for (const place of ['checkout', 'nested']) {
    const folder = application(['beside', target], [place, target])
    assert.deepEqual(load(folder, ofVersion(folder, 'beside', '9.9.9')), { described: 'Request timed out.' }, place)
  }
})

test('refuses an addon of another version if there is no other, and the error names its version', () => {
  for (const place of Object.keys(PLACES)) {
    const folder = application([place, target])
    const { message } = load(folder, ofVersion(folder, place, '9.9.9'))
    const found = place === 'checkout' ? path.join(folder, fileAt(place, target)) : packageOf(target)
    assert.ok(message.includes(`: ${found} is version 9.9.9. Reinstall both packages with the same version.`), message)
    assert.ok(message.startsWith(`aerospike-status ${version} `), message)
  }
})

test('loads an addon of the same version without find-addon.js', () => {
  const folder = application(['beside', target])
  const loaded = `require('aerospike-status'); print(Object.keys(require.cache).map((file) => require('path').basename(file)))`
  assert.deepEqual(run(folder, `${PRINT} ${ofVersion(folder, 'beside', version)} ${loaded}`), ['index.js'])
})

test('the error has the message of the system if the addon is not a library', () => {
  for (const place of Object.keys(PLACES)) {
    const { message, code, cause } = load(application([place, target, 'no library']))
    assert.equal(code, 'ERR_DLOPEN_FAILED')
    // The message differs between systems.
    assert.ok(message.includes(cause.split(/[\r\n]/)[0].replace(/\.$/, '')), message)
    assert.match(message, /Reinstall aerospike-status on this machine/)
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
      assert.match(message, /\. Remove --no-addons \(check NODE_OPTIONS too\), or add --allow-addons to --permission\.$/)
      assert.doesNotMatch(message, /install/i)
    },
  )
}

test('bundled without an addon, the error says to mark the package as external', () => {
  const source = fs.readFileSync(path.join(root, 'lib', 'find-addon.js'), 'utf8')
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
    assert.match(
      stdout,
      /: aerospike-status is bundled\. Mark aerospike-status as external in the bundler, and keep it in node_modules\.\n$/,
    )
  }
})
