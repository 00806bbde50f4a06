// A log of 500 MB with a status in one line of a thousand: what `--annotate` costs, beside programs that copy or search it. Each program
// reads the log from a pipe. It writes to /dev/null, which shows its own work, and then to a file.

import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { print, quick } from './table.mjs'

const ROUNDS = Number(process.env.ROUNDS) || (quick ? 1 : 5)
const SIZE = quick ? 5e6 : 500e6

const READLINE = `
  const lines = require('readline').createInterface({ input: process.stdin })
  lines.on('line', (line) => process.stdout.write(/AerospikeError.*code.*\\d/.test(line) ? line + '  # a status\\n' : line + '\\n'))`

const COPY = `
  const { Transform, pipeline } = require('stream')
  const copy = new Transform({ transform: (chunk, encoding, done) => done(null, chunk) })
  pipeline(process.stdin, copy, process.stdout, () => {})`

/** A thousand lines like those of web servers and applications. One of them has a status. */
function thousandLines() {
  const lines = Array.from({ length: 250 }, (_, index) => [
    `10.0.${index}.7 - - [25/Nov/2026:16:29:08 +0000] "POST /cart/add?item=${index * 977} HTTP/1.1" 201 ${index * 31} "-" "curl/8.0"`,
    `{"level":30,"time":1795624${100000 + index},"pid":5069,"hostname":"web-1","req":{"id":${index},"method":"GET","url":"/items/${index * 13}"},"msg":"done"}`,
    `2026-11-25T16:29:08.${100 + index}Z app:db INFO request ${index * 7919} GET /api/users/${index * 101}/profile 200 ${index}ms ua="Mozilla/5.0 (X11)"`,
    `    at Object.<anonymous> (/app/lib/module${index}.js:${index * 3}:17)`,
  ]).flat()
  lines[500] = 'get failed {"name":"AerospikeError","code":9,"message":"127.0.0.1:3000 Request timed out.","inDoubt":false}'
  return Buffer.from(`${lines.join('\n')}\n`)
}

/** Measures the package at a path. Writes the log to a scratch folder. */
export function annotate(packagePath, scratch) {
  const log = path.join(scratch, 'app.log')
  const written = path.join(scratch, 'written.log')
  const file = fs.openSync(log, 'w')
  const lines = thousandLines()
  for (let size = 0; size < SIZE; size += lines.length) fs.writeSync(file, lines)
  fs.closeSync(file)

  const script = (name, source) => {
    const file = path.join(scratch, name)
    fs.writeFileSync(file, source)
    return `"${process.execPath}" "${file}"`
  }
  const command = path.join(packagePath, 'command.js')
  const programs = [
    { name: 'cat', line: 'cat' },
    {
      name: 'aerospike-status --annotate',
      line: `"${process.execPath}" "${command}" --annotate --release latest`,
      bars: [{ times: 1.4, of: 'sed -E' }],
    },
    { name: 'a Transform that copies', line: script('copy.js', COPY) },
    { name: 'grep -c', line: 'grep -c AerospikeError' },
    { name: 'sed -E', line: `sed -E 's/AerospikeError.*code.*[0-9].*/&  # a status/'` },
    { name: 'readline and a regular expression', line: script('readline.js', READLINE) },
  ]
  for (const output of ['/dev/null', written]) {
    const rows = programs.map(({ name, bars }) => ({ name, bars, rounds: [] }))
    for (let round = 0; round < ROUNDS; round++) {
      programs.forEach(({ line }, index) => {
        fs.rmSync(written, { force: true }) // The shell would empty it, which takes as long as a program.
        const start = process.hrtime.bigint()
        const { status } = spawnSync('sh', ['-c', `cat "${log}" | ${line} > "${output}"`], {
          stdio: ['ignore', 'ignore', 'inherit'],
        })
        if (status !== 0) throw new Error(`${line} failed`)
        rows[index].rounds.push(Number(process.hrtime.bigint() - start) / 1e6)
      })
    }
    const destination = output === written ? 'a file' : output
    print(`a log of ${SIZE / 1e6} MB, a status in one line of a thousand, from a pipe to ${destination}`, 'ms', [rows])
  }
  for (const file of [log, written]) fs.rmSync(file, { force: true })
}
