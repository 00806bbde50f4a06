'use strict'

const { execFileSync } = require('node:child_process')
const fs = require('node:fs')
const path = require('node:path')

const root = path.join(__dirname, '..')
const manifest = require('../package.json')

/**
 * Packs the main package and the one of this machine's platform, as the release workflow does for all platforms.
 *
 * @param {string} folder where the tarballs go
 * @returns {{ main: Packed, platform: Packed }} `{ name, tarball, files }` of each
 * @typedef {{ name: string, tarball: string, files: string[] }} Packed
 */
function packPackages(folder) {
  const addon = fs.readdirSync(root).find((name) => name.endsWith('.node'))
  const [, platform] = addon.split('.')
  const [, target] = execFileSync('rustc', ['-vV'], { encoding: 'utf8' }).match(/^host: (.+)$/m)

  const release = path.join(folder, 'release')
  fs.mkdirSync(path.join(release, 'docs'), { recursive: true })
  for (const file of [...manifest.files, 'README.md', 'LICENSE']) fs.copyFileSync(path.join(root, file), path.join(release, file))
  const released = { ...manifest, napi: { ...manifest.napi, targets: manifest.napi.targets.filter((one) => one === target) } }
  fs.writeFileSync(path.join(release, 'package.json'), JSON.stringify(released, null, 2))

  const napi = (...args) => execFileSync(path.join(root, 'node_modules', '.bin', 'napi'), args, { cwd: release, stdio: 'ignore' })
  napi('create-npm-dirs')
  fs.copyFileSync(path.join(root, addon), path.join(release, 'npm', platform, addon))
  napi('pre-publish', '--tag-style', 'npm', '--skip-optional-publish', '--no-gh-release')

  // What only a checkout needs: a user's npm would warn of a `prepare` that it doesn't run.
  execFileSync('npm', ['pkg', 'delete', 'scripts', 'devDependencies'], { cwd: release, stdio: 'ignore' })

  const pack = (from) => {
    const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', folder]
    const answer = execFileSync('npm', args, { cwd: from, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    // An array, or from npm 12 on an object by name.
    const [{ name, filename, files }] = Object.values(JSON.parse(answer))
    return { name, tarball: path.join(folder, filename), files: files.map((file) => file.path).sort() }
  }
  return { main: pack(release), platform: pack(path.join(release, 'npm', platform)) }
}

/** What npm is told to install both packages, with nothing from a registry. */
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
 * @returns {string} the folder within it that has them in its node_modules
 */
function installPackages(folder) {
  const installed = path.join(folder, 'installed')
  fs.mkdirSync(installed)
  execFileSync('npm', installArguments(packPackages(folder)), { cwd: installed, stdio: ['ignore', 'ignore', 'inherit'] })
  return installed
}

module.exports = { installArguments, installPackages, packPackages }
