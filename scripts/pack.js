'use strict'

// Packs the npm packages: one per platform with its addon, and the main one, which depends on them.
//
//   npm run pack                                                packs both packages for this machine, and prints the command to install them
//   node scripts/pack.js FOLDER-OF-ADDONS FOLDER-FOR-TARBALLS   packs all packages of a release, and prints their tarballs

const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const manifest = require('../package.json')

const CPUS = { aarch64: 'arm64', x86_64: 'x64' }
const SYSTEMS = { darwin: 'darwin', linux: 'linux', windows: 'win32' }
const LIBCS = { gnu: 'glibc', musl: 'musl' }

/** The platforms of a release, in Node's terms, as in `linux-x64-gnu`. */
const platforms = manifest.napi.targets.map((target) => {
  const [cpu, , system, abi] = target.split('-')
  return [SYSTEMS[system], CPUS[cpu], abi].filter(Boolean).join('-')
})
const addonOf = (platform) => `aerospike-status.${platform}.node`

/** The platform of this process. glibc reports its version, musl doesn't. */
function thisPlatform() {
  const { arch, platform, report } = process
  if (platform === 'win32') return `win32-${arch}-msvc`
  if (platform !== 'linux') return `${platform}-${arch}`
  return `linux-${arch}-${report.getReport().header.glibcVersionRuntime === undefined ? 'musl' : 'gnu'}`
}

/**
 * Packs the main package and those for some platforms.
 *
 * @param {string[]} addons the files of the addons
 * @param {string} folder where the tarballs go
 * @returns {{ main: Packed, platforms: Packed[] }}
 * @typedef {{ name: string, tarball: string, files: string[] }} Packed
 */
function pack(addons, folder) {
  const { name, version, description, license, repository, engines } = manifest
  const packed = addons.map((addon) => {
    const file = path.basename(addon)
    const [, platform] = file.split('.')
    const [os, cpu, abi] = platform.split('-')
    const platformManifest = {
      name: `${name}-${platform}`,
      version,
      description: `${description}: the addon for ${platform}`,
      license,
      repository,
      type: 'commonjs',
      main: file,
      files: [file],
      engines,
      os: [os],
      cpu: [cpu],
      libc: abi in LIBCS ? [LIBCS[abi]] : undefined,
    }
    const readme = `# ${platformManifest.name}\n\nThe addon of \`${name}\` for ${platform}. npm installs it along with \`${name}\`, whose README says how to use it.\n`
    return packOne(platformManifest, { [file]: addon, LICENSE: path.join(root, 'LICENSE') }, { 'README.md': readme }, folder)
  })

  const { scripts, devDependencies, overrides, napi, ...published } = manifest // Published packages don't need the first four.
  published.optionalDependencies = Object.fromEntries(packed.map(({ name }) => [name, version]))
  const files = [...manifest.files, 'README.md', 'LICENSE'].map((file) => [file, path.join(root, file)])
  return { main: packOne(published, Object.fromEntries(files), {}, folder), platforms: packed }
}

function packOne(ownManifest, files, texts, folder) {
  const from = fs.mkdtempSync(path.join(folder, 'package-'))
  try {
    for (const [file, source] of Object.entries(files)) {
      fs.cpSync(source, path.join(from, file), { recursive: true })
    }
    for (const [file, text] of Object.entries({ ...texts, 'package.json': `${JSON.stringify(ownManifest, null, 2)}\n` })) {
      fs.writeFileSync(path.join(from, file), text)
    }
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
    const output = npm(args, { cwd: from, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    // npm prints an array or, since npm 12, an object with the packages by name.
    const [{ name, filename, files: inside }] = Object.values(JSON.parse(output))
    return { name, tarball: path.join(folder, filename), files: inside.map((file) => file.path).sort() }
  } finally {
    fs.rmSync(from, { recursive: true })
  }
}

// On Windows npm is a batch file, which needs a shell.
const npm = (args, options) => {
  if (process.platform !== 'win32') return execFileSync('npm', args, options)
  return execFileSync(
    'npm',
    args.map((arg) => `"${arg}"`),
    { ...options, shell: true },
  )
}

/** Packs the two packages for this machine. */
function packPackages(folder) {
  const addon = path.join(root, addonOf(thisPlatform()))
  if (!fs.existsSync(addon)) throw new Error(`${root} has no addon for this machine: run \`npm ci\` or \`npm run build\` first`)
  const { main, platforms } = pack([addon], folder)
  return { main, platform: platforms[0] }
}

/** The arguments for npm to install both packages without a registry. */
const installArguments = ({ main, platform }) => [
  'install',
  '--offline',
  '--no-audit',
  '--no-fund',
  main.tarball,
  platform.tarball,
]

/**
 * Packs both packages and installs them.
 *
 * @param {string} folder where to work
 * @returns {string} a folder inside it, with the packages in its node_modules
 */
function installPackages(folder) {
  const installed = path.join(folder, 'installed')
  fs.mkdirSync(installed)
  fs.writeFileSync(path.join(installed, 'package.json'), '{}') // Otherwise npm installs into a parent folder that has one.
  npm(installArguments(packPackages(folder)), { cwd: installed, stdio: ['ignore', 'ignore', 'inherit'] })
  return installed
}

/** Packs for this machine, and prints the command that installs it. */
function packForThisMachine() {
  const { main, platform } = packPackages(root)
  const quoted = [main, platform].map(({ tarball }) => (/[^\w./\\:@+-]/.test(tarball) ? `"${tarball}"` : tarball))
  console.log(`npm install ${quoted.join(' ')}`)
}

/** Packs for all platforms, and prints the tarballs. */
function packRelease(from, to) {
  const addons = platforms.map((platform) => path.resolve(from, addonOf(platform)))
  const missing = addons.filter((addon) => !fs.existsSync(addon)).map((addon) => path.basename(addon))
  if (missing.length > 0) throw new Error(`copy these to ${from} first: ${missing.join(', ')}`)
  fs.mkdirSync(to, { recursive: true })
  const { main, platforms: packed } = pack(addons, path.resolve(to))
  // The main package comes last, so that its dependencies exist when it's published.
  for (const { tarball } of [...packed, main]) console.log(tarball)
}

module.exports = { addonOf, installArguments, installPackages, pack, packPackages, platforms, thisPlatform }

if (require.main === module) {
  const args = process.argv.slice(2)
  try {
    if (args.length !== 0 && args.length !== 2) {
      throw new Error('pass no arguments to pack for this machine, or FOLDER-OF-ADDONS and FOLDER-FOR-TARBALLS to pack a release')
    }
    if (args.length === 0) packForThisMachine()
    else packRelease(...args)
  } catch (error) {
    console.error(`pack: ${error.message}`)
    process.exitCode = 1
  }
}
