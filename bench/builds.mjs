// What is measured: the packages with the addon that is shipped, the same with the explanations left out, and an addon that is empty.

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const { addonOf, installPackages, platforms } = createRequire(import.meta.url)('../scripts/pack.js')
const root = fileURLToPath(new URL('..', import.meta.url))
const run = (folder, program, ...args) => execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })

/** Builds, in a folder, the addon that is shipped for this platform: linked for an old glibc. False where that can't be done. */
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
 * Packs and installs the packages, with the portable addon where it can be built here.
 *
 * @param {string} folder where to work
 * @returns {{ itsPackage: string, itsPlatform: string, addon: string, portable: boolean }} folders, file, and which build it is
 */
export function install(folder) {
  const portable = buildPortable(root)
  const itsPackage = path.join(installPackages(folder), 'node_modules', 'aerospike-status')
  const platform = platforms.find((platform) => fs.existsSync(`${itsPackage}-${platform}`))
  const itsPlatform = `${itsPackage}-${platform}`
  return { itsPackage, itsPlatform, addon: path.join(itsPlatform, addonOf(platform)), portable }
}

/**
 * The installed packages once more, with an addon whose explanations are cut to their titles and that is built as the other is.
 *
 * @returns {{ itsPackage: string, addon: string } | undefined} undefined where it can't be built
 */
export function withoutExplanations({ itsPackage, itsPlatform, addon, portable }, folder) {
  // Below target/, so that what was compiled serves the next run, and .cargo/ is found from there.
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

  const without = path.join(folder, 'without00', 'node_modules') // A path as long as that of the installed ones.
  for (const from of [itsPackage, itsPlatform]) fs.cpSync(from, path.join(without, path.basename(from)), { recursive: true })
  const itsAddon = path.join(without, path.basename(itsPlatform), path.basename(addon))
  fs.copyFileSync(path.join(sources, path.basename(addon)), itsAddon)
  return { itsPackage: path.join(without, path.basename(itsPackage)), addon: itsAddon }
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

/** A package like ours beside it, with nothing in it: index.js loads an addon, which is empty, from the package of the platform. */
export function emptyPackage({ itsPackage }) {
  const modules = path.dirname(itsPackage)
  const [itsMain, itsPlatform] = ['empty-addon', 'empty-addon-platform'].map((name) => path.join(modules, name))
  for (const folder of [itsMain, itsPlatform]) fs.mkdirSync(folder)
  const addon = path.join(itsPlatform, 'empty.node')
  const source = path.join(itsPlatform, 'empty.c')
  fs.writeFileSync(source, 'void *napi_register_module_v1(void *env, void *exports) { return exports; }\n')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', source, '-o', addon])
  fs.writeFileSync(path.join(itsMain, 'package.json'), '{ "name": "empty-addon", "version": "0.1.0", "main": "index.js" }\n')
  fs.writeFileSync(path.join(itsMain, 'index.js'), "process.dlopen(module, __dirname + '/../empty-addon-platform/empty.node')\n")
  return { itsPackage: itsMain, addon }
}
