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

/** Where an addon may be, within the folder of an application, in the order in which Node looks. */
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

for (const target of [...shipped, ...unshipped]) {
  const [platform, arch] = target.split('-')
  const all = platform === 'linux' ? ['gnu', 'musl'].map((abi) => `linux-${arch}-${abi}`) : [target]
  const itsPackage = packageOf(target)

  test(`${target}: the file beside the package first, then all places in Node's order`, () => {
    const slowly = all.flatMap((one) => ['checkout', 'nested', 'beside'].map((place) => at(place, one)))
    const quickly = all.map((one) => at('beside', one))
    const expected = [...quickly, ...slowly.filter((file) => !quickly.includes(file))]
    const everywhere = all.flatMap((one) => ['checkout', 'nested', 'beside'].map((place) => [place, one, '']))
    assert.deepEqual(tried(application(...everywhere), target), expected)

    const above = all.map((one) => at('above', one))
    assert.deepEqual(tried(application(...all.map((one) => ['above', one, ''])), target), [...quickly, ...above])
  })

  test(`${target}: the error names its package where that is not installed, and no other`, () => {
    const { name, message, code, cause } = load(application(), pretend(target))
    assert.deepEqual([name, code], ['Error', 'MODULE_NOT_FOUND'])
    assert.match(cause, /^Cannot find module/)
    assert.ok(message.startsWith(`aerospike-status ${version} found no addon for ${target} that it can load: `), message)
    assert.match(message, /build it from source with Rust: clone the repository and run `npm ci`\.$/)
    const named = message.match(/aerospike-status-[\w-]+/g)
    if (unshipped.includes(target)) {
      assert.match(message, /: none is shipped\./)
      assert.equal(named, null)
    } else {
      assert.match(message, /is not installed\. Install aerospike-status again on this machine, without --omit=optional/)
      assert.deepEqual(named, [itsPackage])
    }
    assert.doesNotMatch(message, /[\r\n]|Require stack/)
  })

  test(`${target}: the error has the real cause where an addon cannot be opened`, () => {
    const { message, code, cause } = load(application(['beside', target, '']), pretend(target))
    assert.deepEqual([code, cause], ['ERR_DLOPEN_FAILED', 'cannot be opened\nhere'])
    assert.match(message, /: cannot be opened here\. Install aerospike-status again on this machine/)
  })
}

for (const place of Object.keys(PLACES)) {
  test(`the addon is found where it is only ${place}`, () => {
    assert.deepEqual(load(application([place, target])), { described: 'Request timed out.' })
  })
}

test('a traced deployment, which has the addon and not the manifest of its package, works', () => {
  const folder = application(['beside', target])
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
    const file = path.join(folder, at(place, target))
    assert.ok(message.includes(`: ${file} is of version 9.9.9. Install both packages again, in one version.`), message)
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
      assert.match(message, /Give Node --allow-addons beside --permission, and no --no-addons\.$/)
      assert.doesNotMatch(message, /[Ii]nstall/)
    },
  )
}

test('bundled in, as CommonJS and as an ECMAScript module, the error says to mark the package as external', () => {
  const source = fs.readFileSync(path.join(root, 'find-addon.js'), 'utf8')
  const call = `\ntry { module.exports('${version}') } catch ({ message }) { console.log(message) }`
  const folder = application()
  for (const [name, bundle] of [
    ['bundle.cjs', source + call],
    ['bundle.mjs', `const module = {}\n${source}${call}`],
  ]) {
    fs.writeFileSync(path.join(folder, name), bundle)
    const { stdout } = runNode([name], { cwd: folder })
    assert.match(stdout, /: it is bundled\. Mark aerospike-status as external in the bundler, and have it in node_modules\.\n$/)
  }
})
