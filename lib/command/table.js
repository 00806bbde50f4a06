'use strict'

// Which table the command uses: that of --release, otherwise that of the installed client. Without both, every table answers.

const { readFileSync } = require('fs')
const { createRequire } = require('module')
const { join } = require('path')
const { UsageError, warn } = require('./report')

const LATEST = 'the table of the latest release'
const NO_CLIENT = 'Node finds no aerospike package from this folder'

/**
 * The table for a request, and what to call it. `isEvery` means that a word is answered by every table: neither an option nor a client chose
 * one. `table` is then the latest.
 */
function chooseTable(aerospike, { release, task }) {
  if (release !== undefined) return tableOf(aerospike, release)
  const client = findClient(aerospike)
  if (client !== undefined) return tableOfClient(aerospike, client)
  if (task === 'annotate') warn(`using ${LATEST}: ${NO_CLIENT}; choose another with --release`)
  else note(`using ${task === 'answer' ? 'the tables of all releases' : LATEST}: ${NO_CLIENT}`)
  return { ...tableOf(aerospike, 'latest'), isEvery: task === 'answer' }
}

function tableOf(aerospike, release) {
  const title = { documented: 'the documented table', latest: LATEST }[release]
  try {
    return { table: aerospike.forRelease(release), title: title || `the table of ${release}` }
  } catch (error) {
    if (error.code !== 'ERR_OUT_OF_RANGE') throw error
    const expected = `documented, latest, or a release since ${aerospike.releases[0]} such as 6.7.1, 6.7 or 6`
    throw new UsageError(`--release must be ${expected}, not '${release}'`)
  }
}

function tableOfClient(aerospike, { version, folder }) {
  const nearest = aerospike.forRelease(version).release
  if (nearest === version) note(`using the table of ${version}, the release in ${folder}`)
  else warn(`using the table of ${nearest}, the nearest known release: ${folder} has ${version}`)
  return tableOf(aerospike, nearest)
}

/** Tells a person. A script doesn't need to know. */
const note = (message) => process.stderr.isTTY && warn(message)

/** The `aerospike` package that Node finds from the current folder. Reads only its package.json, since the client may not run here. */
function findClient(aerospike) {
  for (const modules of foldersOfModules()) {
    const folder = join(modules, 'aerospike')
    try {
      const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
      const [version] = manifest.version.match(/^\d+\.\d+\.\d+/)
      aerospike.forRelease(manifest.version)
      return { version, folder }
    } catch (error) {
      if (error.code === 'ENOENT' || error.code === 'ENOTDIR') continue
      warn(`ignoring ${folder}: its package.json ${whatIsWrong(error)}`)
    }
  }
}

function whatIsWrong(error) {
  if (error instanceof SyntaxError) return "isn't valid JSON"
  if (error.syscall !== undefined) return `can't be read (${error.code})`
  return 'has an invalid version'
}

function foldersOfModules() {
  try {
    return createRequire(join(process.cwd(), 'any.js')).resolve.paths('aerospike')
  } catch (_) {
    return [] // The current folder may have been removed.
  }
}

module.exports = { chooseTable }
