'use strict'

// Bundles a program of the current folder: `node bundle.js BUNDLER ENTRY OUTPUT [HOW]`. The extension of OUTPUT decides the format: .cjs is a
// CommonJS module, .mjs an ECMAScript module, and .js a script for the browser. HOW is `external` to leave the package out, or `copy` to make
// esbuild copy the addon. The bundler `trace` copies all files that ENTRY needs, according to @vercel/nft, to the folder OUTPUT.

const fs = require('node:fs')
const path = require('node:path')

const [bundler, entry, output, how] = process.argv.slice(2)
const isModule = output.endsWith('.mjs')
const isForBrowser = output.endsWith('.js')
const externals = how === 'external' ? ['aerospike-status'] : []
const [folder, filename] = [path.dirname(output), path.basename(output)]

const bundlers = {
  esbuild() {
    const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" }
    return require('esbuild').build({
      ...{ entryPoints: [entry], outfile: output, external: externals, bundle: true, logLevel: 'error' },
      ...(isForBrowser ? { platform: 'browser' } : { platform: 'node', format: isModule ? 'esm' : 'cjs' }),
      ...(how === 'copy' && { loader: { '.node': 'copy' }, banner: isModule ? banner : {} }),
    })
  },

  webpack() {
    const library = isModule ? { type: 'module' } : { type: 'commonjs2' }
    const target = isForBrowser ? { target: 'web' } : { target: 'node', experiments: { outputModule: isModule } }
    const options = {
      ...{ mode: 'production', context: process.cwd(), entry: `./${entry}`, ...target },
      output: { path: folder, filename, ...(!isForBrowser && { library, module: isModule }) },
      externals: Object.fromEntries(externals.map((name) => [name, `${isModule ? 'module' : 'commonjs'} ${name}`])),
    }
    return new Promise((resolve, reject) =>
      require('webpack')(options, (error, stats) => {
        // For the browser, a warning means that a name wasn't found. Otherwise it's about packages of other platforms.
        if (error || stats.hasErrors() || (isForBrowser && stats.hasWarnings())) reject(error || new Error(stats.toString()))
        else resolve()
      }),
    )
  },

  async rollup() {
    const { nodeResolve } = require('@rollup/plugin-node-resolve')
    const plugins = [nodeResolve({ preferBuiltins: true }), require('@rollup/plugin-commonjs')()]
    const bundle = await require('rollup').rollup({ input: entry, external: externals, plugins })
    await bundle.write({ file: output, format: isModule ? 'es' : 'cjs', exports: 'auto' })
  },

  async ncc() {
    const { code, assets } = await require('@vercel/ncc')(path.resolve(entry), { externals, quiet: true })
    fs.writeFileSync(output, code)
    for (const [name, { source }] of Object.entries(assets)) fs.writeFileSync(path.join(folder, name), source)
  },

  async trace() {
    const base = process.cwd()
    const { fileList } = await require('@vercel/nft').nodeFileTrace([entry], { base })
    for (const file of fileList) fs.cpSync(path.join(base, file), path.join(output, file), { verbatimSymlinks: true })
  },
}

bundlers[bundler]().catch((error) => {
  console.error(error)
  process.exitCode = 1
})
