// Measures what loading costs: medians of fresh processes, taken in turn. The installed packages are at the same folder depth.

import { execFileSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { emptyPackage, withoutExplanations } from './builds.mjs'
import { print, quick } from './table.mjs'

const ROUNDS = Number(process.env.ROUNDS) || (quick ? 5 : 31)
const here = path.dirname(fileURLToPath(import.meta.url))

/** A row for each program, with the numbers that it prints, one per round. */
const inTurn = (programs) => {
  const rows = programs.map(({ name, bars }) => ({ name, bars, rounds: [] }))
  for (let round = 0; round < ROUNDS; round++) {
    programs.forEach(({ args }, index) => {
      rows[index].rounds.push(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })))
    })
  }
  return rows
}

/** A script that requires a package, and prints how many microseconds that took. */
const TIMED =
  'const start = process.hrtime.bigint(); require(process.argv.pop()); console.log(Number(process.hrtime.bigint() - start) / 1e3)'
/** A script that builds and lists a table, and prints how many microseconds that took. */
const TABLE = `const [packagePath, release] = process.argv.slice(-2); const { forRelease } = require(packagePath)
  const start = process.hrtime.bigint(); forRelease(release).list(); console.log(Number(process.hrtime.bigint() - start) / 1e3)`
/** A script that requires a package, and prints by how many kB resident memory grew. */
const RESIDENT =
  'const before = process.memoryUsage.rss(); require(process.argv.pop()); console.log((process.memoryUsage.rss() - before) / 1024)'

const size = (...folders) =>
  folders
    .flatMap((folder) =>
      fs
        .readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => fs.statSync(path.join(entry.parentPath || entry.path, entry.name)).size),
    )
    .reduce((sum, bytes) => sum + bytes, 0)

/** Measures the installed packages. `scratch` is a folder for temporary files. */
export function cold(installed, scratch) {
  const { mainPackage, platformPackage } = installed
  const modules = path.dirname(mainPackage)
  for (const name of ['statuses', 'http-status-codes', 'errno', 'prr'])
    fs.cpSync(path.join(here, 'node_modules', name), path.join(modules, name), { recursive: true, dereference: true })
  const script = (name, text) => {
    const file = path.join(scratch, name)
    fs.writeFileSync(file, text)
    return file
  }
  const [timed, table, resident] = [script('require.js', TIMED), script('table.js', TABLE), script('resident.js', RESIDENT)]

  const empty = emptyPackage(installed)
  const packages = [
    ['an empty C addon, loaded the same way', empty.mainPackage],
    ['aerospike-status', mainPackage],
    ['statuses', path.join(modules, 'statuses')],
    ['http-status-codes', path.join(modules, 'http-status-codes')],
    ['errno', path.join(modules, 'errno')],
    ['aerospike@6.7.1', path.join(here, 'node_modules', 'aerospike')],
    ['an empty C addon, required by itself', empty.addon],
  ]
  const required = (...program) => packages.map(([name, file]) => ({ name, args: [...program, file] }))
  print(`a cold require in node --eval, ${ROUNDS} processes each`, 'µs', [inTurn(required('--eval', TIMED))])
  print('the same in a script', 'µs', [inTurn(required(timed))])
  print('resident memory that a require takes', 'kB', [inTurn(required(resident))])
  if (process.env.BEFORE !== undefined) {
    const before = { name: 'the checkout in BEFORE', args: [timed, process.env.BEFORE] }
    print('a cold require in a script, compared with another checkout', 'µs', [
      inTurn([before, { name: 'this checkout', args: [timed, path.join(here, '..')], bars: [{ times: 1.15 }] }]),
    ])
  }

  explanations(installed, withoutExplanations(installed, scratch), timed, resident)

  const releases = JSON.parse(
    execFileSync(process.execPath, ['--print', 'JSON.stringify(require(process.argv[1]).releases)', mainPackage], {
      encoding: 'utf8',
    }),
  )
  const [load, ...tables] = inTurn([
    { name: 'require', args: [timed, mainPackage] },
    ...releases.map((release) => ({ name: `the table of ${release}`, args: [table, mainPackage, release] })),
  ])
  const total = ({ rounds }) => rounds.reduce((sum, value) => sum + value)
  tables.sort((a, b) => total(b) - total(a))
  print('building and listing the table of a release, the slowest and the fastest, compared with a require in a script', 'µs', [
    [load, tables[0], tables[tables.length - 1]],
  ])

  const onDisk = [
    ['aerospike-status, with the addon for the platform', mainPackage, platformPackage],
    ['statuses', path.join(modules, 'statuses')],
    ['http-status-codes', path.join(modules, 'http-status-codes')],
    ['errno, with its dependency', path.join(modules, 'errno'), path.join(modules, 'prr')],
    ['aerospike@6.7.1 alone', path.join(here, 'node_modules', 'aerospike')],
  ]
  const rows = onDisk.map(([name, ...folders]) => ({ name, rounds: [size(...folders) / 1024] }))
  print('on disk', 'kB', [rows])
}

function explanations(installed, without, timed, resident) {
  if (without === undefined) {
    console.log("\nwithout the explanations: the addon can't be built here")
    return
  }
  const pair = (...program) =>
    inTurn([
      { name: 'without the explanations', args: [...program, without.mainPackage] },
      { name: 'with them', args: [...program, installed.mainPackage] },
    ])
  print('what the explanations cost a require in node --eval', 'µs', [pair('--eval', TIMED)])
  print('the same in a script', 'µs', [pair(timed)])
  print('the same, resident memory', 'kB', [pair(resident)])
  const bytes = ({ addon }) => [fs.statSync(addon).size]
  print('the same, the addon on disk', 'bytes', [
    [
      { name: 'without the explanations', rounds: bytes(without) },
      { name: 'with them', rounds: bytes(installed) },
    ],
  ])
}
