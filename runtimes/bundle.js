'use strict'

// Bundles a program of the current folder: `node bundle.js BUNDLER ENTRY OUTPUT [external]`. An OUTPUT of .cjs is CommonJS, one of .mjs
// an ECMAScript module. `trace` copies to OUTPUT, a folder, what @vercel/nft finds that ENTRY needs.

const fs = require('node:fs')
const path = require('node:path')

const [bundler, entry, output, external] = process.argv.slice(2)
const isModule = output.endsWith('.mjs')
const externals = external ? ['aerospike-status'] : []

const bundlers = {
  esbuild: () =>
    require('esbuild').build({
      ...{ entryPoints: [entry], outfile: output, external: externals },
      ...{ bundle: true, platform: 'node', format: isModule ? 'esm' : 'cjs', logLevel: 'error' },
    }),

  webpack() {
    const [filename, folder] = [path.basename(output), path.dirname(output)]
    const form = isModule
      ? { output: { path: folder, filename, module: true }, experiments: { outputModule: true } }
      : { output: { path: folder, filename, library: { type: 'commonjs2' } } }
    const type = isModule ? 'module' : 'commonjs'
    const options = {
      ...{ mode: 'production', target: 'node', context: process.cwd(), entry: `./${entry}`, ...form },
      externals: Object.fromEntries(externals.map((name) => [name, `${type} ${name}`])),
    }
    return new Promise((resolve, reject) =>
      require('webpack')(options, (error, stats) => {
        if (error || stats.hasErrors()) reject(error || new Error(stats.toString()))
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
    for (const [name, { source }] of Object.entries(assets)) fs.writeFileSync(path.join(path.dirname(output), name), source)
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
