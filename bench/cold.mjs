// What loading costs: medians of fresh processes taken in turn, the installed packages at the same depth of folders.

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const ROUNDS = Number(process.env.ROUNDS || 31)
const here = path.dirname(fileURLToPath(import.meta.url))

/** The median of what each program prints, the programs taken in turn. */
const medians = (programs) => {
  const printed = programs.map(() => [])
  for (let round = 0; round < ROUNDS; round++) {
    programs.forEach((args, at) => printed[at].push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }))))
  }
  return printed.map((all) => all.sort((a, b) => a - b)[ROUNDS >> 1])
}

const emptyAddon = (folder) => {
  const source = path.join(folder, 'empty.c')
  fs.writeFileSync(source, 'void *napi_register_module_v1(void *env, void *exports) { return exports; }\n')
  const addon = path.join(folder, 'empty.node')
  execFileSync('cc', ['-shared', '-fPIC', '-O2', source, '-o', addon])
  return addon
}

/** Requires and prints the microseconds it took. */
const TIMED =
  'const start = process.hrtime.bigint(); require(process.argv.pop()); console.log(Number(process.hrtime.bigint() - start) / 1e3)'
/** Builds a table and asks it something, and prints the microseconds that took. */
const TABLE = `const [packagePath, release] = process.argv.slice(-2); const { forRelease } = require(packagePath)
  const start = process.hrtime.bigint(); forRelease(release).list(); console.log(Number(process.hrtime.bigint() - start) / 1e3)`
/** Requires and prints by how many kB resident memory grew. */
const RESIDENT =
  'const before = process.memoryUsage.rss(); require(process.argv.pop()); console.log((process.memoryUsage.rss() - before) / 1024)'

const print = (title, unit, names, values) => {
  console.log(`\n${title}\n`)
  const width = Math.max(...names.map((name) => name.length))
  names.forEach((name, at) => {
    console.log(
      `  ${name.padEnd(width)}  ${values[at].toFixed(0).padStart(8)} ${unit}  ${(values[at] / values[0]).toFixed(2).padStart(8)}`,
    )
  })
}

const size = (...folders) =>
  folders
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.statSync(path.join(entry.parentPath || entry.path, entry.name)).size),
    )
    .reduce((sum, bytes) => sum + bytes, 0)

export function cold(installed) {
  const scratch = fs.mkdtempSync(path.join(os.tmpdir(), 'aerospike-status-cold-'))
  const script = path.join(scratch, 'require.js')
  fs.writeFileSync(script, TIMED)
  const itsPackage = path.join(installed, 'node_modules', 'aerospike-status')
  const modules = path.join(scratch, 'node_modules')
  fs.mkdirSync(modules)
  const others = ['statuses', 'http-status-codes', 'errno', 'prr']
  for (const name of others)
    fs.cpSync(path.join(here, 'node_modules', name), path.join(modules, name), { recursive: true, dereference: true })
  const packages = {
    'an empty C addon': emptyAddon(modules),
    'aerospike-status': itsPackage,
    statuses: path.join(modules, 'statuses'),
    'http-status-codes': path.join(modules, 'http-status-codes'),
    errno: path.join(modules, 'errno'),
    'aerospike@6.7.1': path.join(here, 'node_modules', 'aerospike'),
  }
  const names = Object.keys(packages)
  const paths = Object.values(packages)

  print(`a cold require in a script, median of ${ROUNDS} processes each`, 'µs', names, medians(paths.map((one) => [script, one])))
  print('the same in node --eval', 'µs', names, medians(paths.map((one) => ['--eval', TIMED, one])))

  const releases = JSON.parse(
    execFileSync(process.execPath, ['--print', `JSON.stringify(require(${JSON.stringify(itsPackage)}).releases)`], {
      encoding: 'utf8',
    }),
  )
  const tableScript = path.join(scratch, 'table.js')
  fs.writeFileSync(tableScript, TABLE)
  const [load, ...tables] = medians([[script, itsPackage], ...releases.map((release) => [tableScript, itsPackage, release])])
  const slowest = tables.indexOf(Math.max(...tables))
  print(
    'a table of a release built and asked for its rows, beside a require',
    'µs',
    ['require', `the slowest table, ${releases[slowest]}`, `the quickest`],
    [load, tables[slowest], Math.min(...tables)],
  )

  const resident = path.join(scratch, 'resident.js')
  fs.writeFileSync(resident, RESIDENT)
  print('resident memory that a require takes', 'kB', names, medians(paths.map((one) => [resident, one])))

  const onDisk = [
    ['aerospike-status, with the addon of the platform', size(itsPackage, `${itsPackage}-${platformOf(itsPackage)}`)],
    ['statuses', size(packages.statuses)],
    ['http-status-codes', size(packages['http-status-codes'])],
    ['errno, with what it depends on', size(packages.errno, path.join(modules, 'prr'))],
    ['aerospike@6.7.1 alone', size(packages['aerospike@6.7.1'])],
  ]
  print(
    'on disk',
    'kB',
    onDisk.map(([name]) => name),
    onDisk.map(([, bytes]) => bytes / 1024),
  )
  fs.rmSync(scratch, { recursive: true })
}

const platformOf = (itsPackage) => {
  const prefix = `${path.basename(itsPackage)}-`
  return fs
    .readdirSync(path.dirname(itsPackage))
    .find((name) => name.startsWith(prefix))
    .slice(prefix.length)
}
