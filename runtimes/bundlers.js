'use strict'

// Bundles, traces and deploys projects that use the packages. Removes each project, and runs the result in another folder. Prints rows of the
// table in docs/platforms.md. Exits with 1 if a result prints something different from this Node.

const { execFile, spawnSync } = require('node:child_process')
const fs = require('node:fs')
const http = require('node:http')
const path = require('node:path')
const { ADDON_PACKAGE, PROGRAMS, bin, installed, makeOutput, makeProject, tarballOf, versionOf, writeFiles } = require('./check')
const { check, failsWith, node, printTable, printsExpected, row, servesExpected, skip, succeeds, withServer } = require('./check')

/**
 * Builds a project into an empty folder, removes the project, and uses the result.
 *
 * @param {object} how
 * @param {(project: string, output: string) => string} how.build returns what went wrong, or ''
 * @param {(output: string) => string | Promise<string>} how.use returns what went wrong, or ''
 * @param {Record<string, string>} [how.files] more files of the project: contents by name
 * @param {boolean} [how.copiesModules] whether the output gets a copy of node_modules
 * @param {boolean} [how.lacksAddon] whether the project lacks the package of this platform, like a build on another platform
 */
function deploy({ build, use, files, copiesModules, lacksAddon }) {
  const project = makeProject(files)
  const output = makeOutput()
  const modules = path.join(project, 'node_modules')
  if (lacksAddon) fs.rmSync(path.join(modules, ADDON_PACKAGE), { recursive: true })
  if (copiesModules) fs.cpSync(modules, path.join(output, 'node_modules'), { recursive: true })
  const problem = build(project, output)
  fs.rmSync(project, { recursive: true })
  return problem || use(output)
}

const bothWays = (deployOne) => ({ require: deployOne('print.cjs', '.cjs'), import: deployOne('print.mjs', '.mjs') })
const matches = (pattern, problem) => (pattern.test(problem) ? '' : `got ${problem}`)
/** The error of a bundler that can't bundle the addon. */
const STOPPED = /aerospike-status\S*\.node/
const stops = (how) => matches(STOPPED, deploy({ ...how, use: () => 'nothing' }))
/** The error of a program that was bundled without the addon. */
const BUNDLED = /aerospike-status is bundled\. Mark aerospike-status as external/
const copyFolder = (from, to) => fs.cpSync(from, to, { recursive: true, verbatimSymlinks: true })

// --- Bundlers that bundle.js runs ---

const bundle = (bundler, project, entry, file, how = '') =>
  succeeds(project, node, [path.join(__dirname, 'bundle.js'), bundler, entry, file, how])
const intoOneFile = (bundler, how, options) => (entry, type) =>
  deploy({
    build: (project, output) => bundle(bundler, project, entry, path.join(output, `out${type}`), how),
    use: (output) => printsExpected(output, node, [`out${type}`]),
    ...options,
  })

for (const [bundler, name] of Object.entries({ esbuild: 'esbuild', webpack: 'webpack', rollup: 'rollup', ncc: '@vercel/ncc' })) {
  row(`${bundler} ${versionOf(name)}, as an external`, bothWays(intoOneFile(bundler, 'external', { copiesModules: true })))
  const explains = (entry, type) =>
    intoOneFile(bundler, '', { lacksAddon: true, use: (output) => failsWith(BUNDLED, output, node, [`out${type}`]) })(entry, type)
  for (const [way, problem] of Object.entries(bothWays(explains))) check(`${bundler} without the addon, ${way}`, problem)
}
for (const bundler of ['esbuild', 'webpack', 'rollup']) {
  const build = (project, output) => bundle(bundler, project, 'print.mjs', path.join(output, 'out.mjs'))
  check(`${bundler}, bundled in`, stops({ build }))
}
row(`ncc ${versionOf('@vercel/ncc')}, bundled in`, bothWays(intoOneFile('ncc')))
row(`esbuild ${versionOf('esbuild')} with \`--loader:.node=copy\`, bundled in`, bothWays(intoOneFile('esbuild', 'copy')))

// --- Bun ---

const bun = installed('@oven', 'bun-linux-x64', 'bin', 'bun')
const bunBuild = (project, entry, args) => succeeds(project, bun, ['build', entry, ...args])
for (const [target, program] of Object.entries({ node, bun })) {
  const built = (entry) =>
    deploy({
      build: (project, output) => bunBuild(project, entry, [`--target=${target}`, '--outdir', output]),
      use: (output) => printsExpected(output, program, ['print.js']),
    })
  row(`\`bun build --target=${target}\` ${versionOf('@oven/bun-linux-x64')}`, bothWays(built))
}
const compiled = (entry) => ({
  build: (project, output) => bunBuild(project, entry, ['--compile', '--outfile', path.join(output, 'out')]),
  use: (output) => printsExpected(output, path.join(output, 'out'), []),
})
row(
  `\`bun build --compile\` ${versionOf('@oven/bun-linux-x64')}`,
  bothWays((entry) => deploy(compiled(entry))),
)
const compiledExplains = (output) => failsWith(BUNDLED, output, path.join(output, 'out'), [])
check('bun without the addon', deploy({ ...compiled('print.mjs'), lacksAddon: true, use: compiledExplains }))

// --- tsup and Vite, which don't bundle node_modules ---

const tsup = (format, file) => (entry) =>
  deploy({
    copiesModules: true,
    build: (project, output) => succeeds(project, bin('tsup'), [entry, '--format', format, '--out-dir', output]),
    use: (output) => printsExpected(output, node, [file]),
  })
row(`tsup ${versionOf('tsup')}`, {
  require: tsup('cjs', 'print.js')('print.cjs'),
  import: tsup('esm', 'print.mjs')('print.mjs'),
})
const viteSsr = (project, output) => succeeds(project, bin('vite'), ['build', '--ssr', 'print.mjs', '--outDir', output])
row(`Vite ${versionOf('vite')}, SSR`, {
  import: deploy({ copiesModules: true, build: viteSsr, use: (output) => printsExpected(output, node, ['print.mjs']) }),
})
const noExternal = { 'vite.config.mjs': 'export default { ssr: { noExternal: true } }' }
check('Vite, bundled in', stops({ build: viteSsr, files: noExternal }))

// --- @vercel/nft and pnpm deploy ---

/** Turns a project into a pnpm workspace with a package `app`, and installs the packages for it. */
function installByPnpm(project) {
  const main = `file:${tarballOf('aerospike-status')}`
  for (const name of ['node_modules', 'package-lock.json']) fs.rmSync(path.join(project, name), { recursive: true })
  fs.mkdirSync(path.join(project, 'app'))
  for (const program of PROGRAMS) fs.renameSync(path.join(project, program), path.join(project, 'app', program))
  writeFiles(project, {
    'pnpm-workspace.yaml': `packages: [app]\noverrides: { ${ADDON_PACKAGE}: 'file:${tarballOf(ADDON_PACKAGE)}' }\n`,
    'package.json': '{ "private": true }',
    'app/package.json': JSON.stringify({ name: 'app', version: '1.0.0', dependencies: { 'aerospike-status': main } }),
  })
  return pnpm(project, 'install')
}
function pnpm(project, ...args) {
  const folders = ['DATA', 'CACHE', 'STATE', 'CONFIG'].map((name) => [`XDG_${name}_HOME`, path.join(project, 'xdg')])
  const env = Object.fromEntries(folders)
  return succeeds(project, bin('pnpm'), ['--offline', ...args], { env })
}

const traced =
  (install, folder = '') =>
  (entry) =>
    deploy({
      build: (project, output) => install(project) || bundle('trace', project, path.join(folder, entry), output),
      use: (output) => printsExpected(output, node, [path.join(folder, entry)]),
    })
const nest = (project) => {
  const modules = path.join(project, 'node_modules')
  const nested = path.join(modules, 'aerospike-status', 'node_modules')
  fs.mkdirSync(nested)
  fs.renameSync(path.join(modules, ADDON_PACKAGE), path.join(nested, ADDON_PACKAGE))
  return ''
}
const nft = `@vercel/nft ${versionOf('@vercel/nft')}`
row(`${nft}, as npm installs`, bothWays(traced(() => '')))
row(`${nft}, the addon nested`, bothWays(traced(nest)))
row(`${nft}, as pnpm installs`, bothWays(traced(installByPnpm, 'app')))

const pnpmDeploy = (entry) =>
  deploy({
    build: (project, output) =>
      installByPnpm(project) || pnpm(project, '--filter', 'app', 'deploy', '--legacy', '--prod', path.join(output, 'app')),
    use: (output) => printsExpected(path.join(output, 'app'), node, [entry]),
  })
row(`\`pnpm deploy\` ${versionOf('pnpm')}`, bothWays(pnpmDeploy))

// --- Servers ---

const nextFiles = (packages) => ({
  'app/text/route.js':
    "import text from '../../use.mjs'\nexport const dynamic = 'force-dynamic'\nexport const GET = () => new Response(text)\n",
  // Next itself is installed in the folder of this file.
  'next.config.js': `
    const root = ${JSON.stringify(__dirname)}
    const serverExternalPackages = ${JSON.stringify(packages)}
    module.exports = { output: 'standalone', outputFileTracingRoot: root, turbopack: { root }, serverExternalPackages }`,
})
function nextBuild(bundler, project, output) {
  const problem = succeeds(project, bin('next'), ['build', `--${bundler}`])
  if (problem === '') copyFolder(path.join(project, '.next', 'standalone'), output)
  return problem
}
function nextServes(output) {
  const server = fs.readdirSync(output, { recursive: true }).find((name) => /^scratch-\w+.project-\w+.server\.js$/.test(name))
  return servesExpected(output, node, [server])
}

async function deployServers() {
  for (const bundler of ['turbopack', 'webpack']) {
    const build = (project, output) => nextBuild(bundler, project, output)
    row(`Next ${versionOf('next')} standalone by ${bundler}, in \`serverExternalPackages\``, {
      import: await deploy({ files: nextFiles(['aerospike-status']), build, use: nextServes }),
    })
    check(`Next by ${bundler}, bundled in`, stops({ files: nextFiles([]), build }))
    const problem = deploy({ files: nextFiles([]), lacksAddon: true, build, use: () => 'nothing' })
    check(`Next by ${bundler} without the addon`, matches(BUNDLED, problem))
  }

  const files = {
    'nitro.config.mjs': "export default { compatibilityDate: '2026-01-01' }",
    'routes/text.mjs':
      "import { defineEventHandler } from 'h3'\nimport text from '../use.mjs'\nexport default defineEventHandler(() => text)\n",
  }
  const build = (project, output) => {
    const problem = succeeds(project, bin('nitro'), ['build'])
    if (problem === '') copyFolder(path.join(project, '.output'), output)
    return problem
  }
  const use = (output) => servesExpected(output, node, [path.join('server', 'index.mjs')])
  row(`nitropack ${versionOf('nitropack')}`, { import: await deploy({ files, build, use }) })
}

// --- Browsers, where the package throws an error that says what to do ---

const PAGE = {
  'index.html': `<!doctype html>
    <body>
      <script>addEventListener('error', ({ message }) => (document.body.textContent = message))</script>
      <script type="module" src="./page.js"></script>
    </body>`,
  'page.js': "import { describe } from 'aerospike-status'\n\ndocument.body.textContent = describe(602)\n",
}
const chromium = ['chromium', 'chromium-browser', 'google-chrome'].find(
  (name) => spawnSync(name, ['--version'], { stdio: 'ignore' }).status === 0,
)

/** Opens a page in the browser. Returns '' if the page shows the error. */
function shows(address) {
  const quiet = ['gpu', 'quic', 'background-networking', 'component-update', 'sync'].map((name) => `--disable-${name}`)
  const args = ['--headless', '--no-sandbox', '--no-first-run', ...quiet, `--user-data-dir=${makeOutput()}`]
  return new Promise((resolve) => {
    const dump = ['--virtual-time-budget=10000', '--dump-dom', address]
    execFile(chromium, [...args, ...dump], { timeout: 60000 }, (error, html) =>
      resolve(error ? error.message : matches(/aerospike-status can.t run in a browser.* call describe on the server/, html)),
    )
  })
}

/** Serves a folder, and opens it in the browser. */
async function showsFolder(folder) {
  const server = http.createServer(({ url }, response) => {
    const file = path.join(folder, url === '/' ? 'index.html' : url)
    response.setHeader('content-type', file.endsWith('.js') ? 'text/javascript' : 'text/html')
    response.statusCode = fs.existsSync(file) ? 200 : 404
    response.end(response.statusCode === 200 ? fs.readFileSync(file) : '')
  })
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve))
  const problem = await shows(`http://127.0.0.1:${server.address().port}/`)
  server.close()
  return problem
}

async function deployToBrowser() {
  if (chromium === undefined) return skip('the browser', 'there is no Chromium')
  const inPage = (build) => (project, output) => {
    writeFiles(output, { 'index.html': PAGE['index.html'] })
    return build(project, output)
  }
  const builds = {
    vite: (project, output) => succeeds(project, bin('vite'), ['build', '--outDir', output, '--emptyOutDir']),
    esbuild: inPage((project, output) => bundle('esbuild', project, 'page.js', path.join(output, 'page.js'))),
    webpack: inPage((project, output) => bundle('webpack', project, 'page.js', path.join(output, 'page.js'))),
    bun: inPage((project, output) => bunBuild(project, 'page.js', ['--target=browser', '--outdir', output])),
  }
  for (const [name, build] of Object.entries(builds)) {
    check(`${name}, for the browser`, await deploy({ files: PAGE, build, use: showsFolder }))
  }
  const args = (port) => ['--host', '127.0.0.1', '--port', String(port), '--strictPort']
  check("Vite's development server", await withServer(makeProject(PAGE), bin('vite'), args, shows))
}

deployServers().then(deployToBrowser).then(printTable)
