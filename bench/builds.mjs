// What the benchmark measures: the packages with the shipped addon, the packages without the explanations, and an empty addon.

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const { addonOf, installPackages, platforms } = createRequire(import.meta.url)('../scripts/pack.js')
const root = fileURLToPath(new URL('..', import.meta.url))
const run = (folder, program, ...args) => execFileSync(program, args, { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'] })

/** Builds the shipped addon of this platform, linked for an old glibc, in a folder. Returns false if this machine can't. */
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
 * Packs and installs the packages, with the portable addon if this machine can build it.
 *
 * @param {string} folder where to work
 * @returns {{ packagePath: string, platformPath: string, addon: string, portable: boolean }} folders, file, and which build it is
 */
export function install(folder) {
  const portable = buildPortable(root)
  const packagePath = path.join(installPackages(folder), 'node_modules', 'aerospike-status')
  const platform = platforms.find((platform) => fs.existsSync(`${packagePath}-${platform}`))
  const platformPath = `${packagePath}-${platform}`
  return { packagePath, platformPath, addon: path.join(platformPath, addonOf(platform)), portable }
}

/**
 * Installs the packages again, with an addon built the same way, but without the texts of the explanations.
 *
 * @returns {{ packagePath: string, addon: string } | undefined} undefined if it can't be built
 */
export function withoutExplanations({ packagePath, platformPath, addon, portable }, folder) {
  // Below target/, where the next run reuses the build and Cargo finds .cargo/.
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
  for (const from of [packagePath, platformPath]) fs.cpSync(from, path.join(without, path.basename(from)), { recursive: true })
  const addonPath = path.join(without, path.basename(platformPath), path.basename(addon))
  fs.copyFileSync(path.join(sources, path.basename(addon)), addonPath)
  return { packagePath: path.join(without, path.basename(packagePath)), addon: addonPath }
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

/** A package beside ours that loads an empty addon from a platform package, in the same way. */
export function emptyPackage({ packagePath }) {
  const modules = path.dirname(packagePath)
  const [mainPath, platformPath] = ['empty-addon', 'empty-addon-platform'].map((name) => path.join(modules, name))
  for (const folder of [mainPath, platformPath]) fs.mkdirSync(folder)
  const addon = path.join(platformPath, 'empty.node')
  const source = path.join(platformPath, 'empty.c')
  fs.writeFileSync(source, 'void *napi_register_module_v1(void *env, void *exports) { return exports; }\n')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', source, '-o', addon])
  fs.writeFileSync(path.join(mainPath, 'package.json'), '{ "name": "empty-addon", "version": "0.1.0", "main": "index.js" }\n')
  fs.writeFileSync(path.join(mainPath, 'index.js'), "process.dlopen(module, __dirname + '/../empty-addon-platform/empty.node')\n")
  return { packagePath: mainPath, addon }
}
