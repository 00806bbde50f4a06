// Makes the packages to measure: those that ship, the same without the explanations, and one with an empty addon.

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const { addonOf, installPackages, platforms } = createRequire(import.meta.url)('../scripts/pack.js')
const root = fileURLToPath(new URL('..', import.meta.url))
const run = (folder, program, ...args) => execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })

/** Builds the addon that ships for this platform, linked for an old glibc. Returns false if that isn't possible. */
function buildPortable(folder) {
  const target = { arm64: 'aarch64', x64: 'x86_64' }[process.arch]
  if (process.platform !== 'linux' || !process.report.getReport().header.glibcVersionRuntime || !target) return false
  try {
    run(folder, 'scripts/build-portable.sh', `${target}-unknown-linux-gnu`)
    return true
  } catch {
    return false
  }
}

/**
 * Packs and installs the packages, with the portable addon if it can be built here.
 *
 * @param {string} folder where to work
 * @returns {{ mainPackage: string, platformPackage: string, addon: string, portable: boolean }} two folders, a file, and whether the file
 *   is the portable addon
 */
export function install(folder) {
  const portable = buildPortable(root)
  const mainPackage = path.join(installPackages(folder), 'node_modules', 'aerospike-status')
  const platform = platforms.find((platform) => fs.existsSync(`${mainPackage}-${platform}`))
  const platformPackage = `${mainPackage}-${platform}`
  return { mainPackage, platformPackage, addon: path.join(platformPackage, addonOf(platform)), portable }
}

/**
 * Copies the installed packages, with an addon that is built the same way but has only the titles of the explanations.
 *
 * @returns {{ mainPackage: string, addon: string } | undefined} undefined if the addon can't be built
 */
export function withoutExplanations({ mainPackage, platformPackage, addon, portable }, folder) {
  // Below target/, the next run can use what this one compiled, and Cargo finds .cargo/.
  const sources = path.join(root, 'target', 'bench-without')
  for (const name of ['Cargo.lock', 'Cargo.toml', 'build.rs', 'data', 'explanations', 'scripts', 'src'])
    fs.cpSync(path.join(root, name), path.join(sources, name), { recursive: true, preserveTimestamps: true })
  for (const name of fs.readdirSync(path.join(sources, 'explanations'))) {
    const file = path.join(sources, 'explanations', name)
    const { atime, mtime } = fs.statSync(file)
    fs.writeFileSync(file, fs.readFileSync(file, 'utf8').split('\n', 1)[0])
    fs.utimesSync(file, atime, mtime)
  }
  if (portable) {
    fs.rmSync(path.join(sources, 'target', 'zig'), { force: true })
    fs.mkdirSync(path.join(sources, 'target'), { recursive: true })
    fs.symlinkSync(path.join(root, 'target', 'zig'), path.join(sources, 'target', 'zig'))
  }
  if (!(portable ? buildPortable(sources) : buildLocal(sources, path.basename(addon)))) return undefined

  const modules = path.join(folder, 'without00', 'node_modules') // The path is as long as that of the installed packages.
  for (const from of [mainPackage, platformPackage]) fs.cpSync(from, path.join(modules, path.basename(from)), { recursive: true })
  const copiedAddon = path.join(modules, path.basename(platformPackage), path.basename(addon))
  fs.copyFileSync(path.join(sources, path.basename(addon)), copiedAddon)
  return { mainPackage: path.join(modules, path.basename(mainPackage)), addon: copiedAddon }
}

function buildLocal(folder, addon) {
  try {
    run(folder, 'cargo', 'build', '--release')
    const release = path.join(folder, 'target', 'release')
    const library = fs.readdirSync(release).find((name) => /^(lib)?aerospike_status\.(so|dylib|dll)$/.test(name))
    fs.copyFileSync(path.join(release, library), path.join(folder, addon))
    return true
  } catch {
    return false
  }
}

/** Makes an empty package next to ours. Like ours, its index.js loads an addon from a platform package, but that addon is empty. */
export function emptyPackage({ mainPackage }) {
  const modules = path.dirname(mainPackage)
  const [emptyMain, emptyPlatform] = ['empty-addon', 'empty-addon-platform'].map((name) => path.join(modules, name))
  for (const folder of [emptyMain, emptyPlatform]) fs.mkdirSync(folder)
  const addon = path.join(emptyPlatform, 'empty.node')
  const source = path.join(emptyPlatform, 'empty.c')
  fs.writeFileSync(source, 'void *napi_register_module_v1(void *env, void *exports) { return exports; }\n')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', source, '-o', addon])
  fs.writeFileSync(path.join(emptyMain, 'package.json'), '{ "name": "empty-addon", "version": "0.1.0", "main": "index.js" }\n')
  fs.writeFileSync(
    path.join(emptyMain, 'index.js'),
    "process.dlopen(module, __dirname + '/../empty-addon-platform/empty.node')\n",
  )
  return { mainPackage: emptyMain, addon }
}
