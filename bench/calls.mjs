// What a call costs, side by side in one process. A mix is one pass over all numbers that a package knows; the figure is that of one
// call. Medians of mitata's samples.

import { createRequire } from 'node:module'
import util from 'node:util'
import { do_not_optimize as keep, measure } from 'mitata'

const require = createRequire(import.meta.url)
const aerospike = require(process.env.AEROSPIKE_STATUS)
const Aerospike = require('aerospike')
const errno = require('errno')
const { getReasonPhrase, StatusCodes } = require('http-status-codes')
const statuses = require('statuses')

const newest = aerospike.forRelease('6.7.1')
const codes = [...new Set(newest.list().map(({ code }) => code))]
const map = new Map(codes.map((code) => [code, newest.describe(code)]))
const systemCodes = [...util.getSystemErrorMap().keys()]
const errnoCodes = Object.keys(errno.errno).map(Number)
const httpCodes = Object.values(StatusCodes).filter(Number.isInteger)

/** Nanoseconds of one call, where `pass` makes as many as it says. */
const nanoseconds = async (calls, pass) => (await measure(pass, { min_cpu_time: 400e6 })).p50 / calls
const mix = (numbers, call) =>
  nanoseconds(numbers.length, () => {
    for (let at = 0; at < numbers.length; at++) keep(call(numbers[at]))
  })
const one = (number, call) =>
  nanoseconds(100, () => {
    for (let at = 0; at < 100; at++) keep(call(number))
  })

const print = (title, rows) => {
  console.log(`\n${title}\n`)
  const [[, base]] = rows
  const width = Math.max(...rows.map(([name]) => name.length))
  for (const [name, ns] of rows)
    console.log(`  ${name.padEnd(width)}  ${ns.toFixed(1).padStart(9)} ns  ${(ns / base).toFixed(2).padStart(8)}`)
}

const { describe, format, isTransient, lookup, toError } = newest
const getMessage = (code) => Aerospike.status.getMessage(code)

print('a mix of all codes of 6.7.1, beside a bare Map.get over the same mix', [
  ['Map.get', await mix(codes, (code) => map.get(code))],
  ['describe', await mix(codes, describe)],
  ['lookup', await mix(codes, lookup)],
  ['isTransient', await mix(codes, isTransient)],
  ['aerospike@6.7.1 getMessage', await mix(codes, getMessage)],
  ['statuses, all its codes', await mix(statuses.codes, (code) => statuses.message[code])],
  ['http-status-codes, all its codes', await mix(httpCodes, getReasonPhrase)],
  ['errno, all its codes', await mix(errnoCodes, (code) => errno.errno[code])],
  ['util.getSystemErrorName', await mix(systemCodes, (code) => util.getSystemErrorName(code))],
])

print('one known code', [
  ['Map.get', await one(9, (code) => map.get(code))],
  ['describe', await one(9, describe)],
  ['lookup', await one(9, lookup)],
  ['isTransient', await one(9, isTransient)],
  ['aerospike@6.7.1 getMessage', await one(9, getMessage)],
  ['statuses', await one(404, (code) => statuses.message[code])],
  ['http-status-codes', await one(404, getReasonPhrase)],
  ['errno', await one(2, (code) => errno.errno[code])],
  ['util.getSystemErrorName', await one(-2, (code) => util.getSystemErrorName(code))],
])

const error = Object.assign(new Error('socket closed'), { code: 9, func: 'f', file: 'a.c', line: 1 })
print('what crosses into Rust, beside Map.get', [
  ['Map.get', await one(9, (code) => map.get(code))],
  ['describe, an unknown code', await one(999, describe)],
  ['describe, a code of other releases', await one(602, describe)],
  ['aerospike@6.7.1 getMessage, unknown', await one(999, getMessage)],
  ['format of a code', await one(9, format)],
  ['format of an error', await one(error, format)],
  ['new Error, with its stack', await one('m', (message) => new Error(message))],
  ['toError of an error', await one(error, toError)],
  ['isOk of null', await one(null, newest.isOk)],
  ['lookup of a name', await one('ERR_TIMEOUT', lookup)],
])

const versions = ['6.7.1', '1.0.40', '3.8.0', 'documented', '2.4.0']
print('forRelease on a known version, beside Map.get', [
  ['Map.get', await mix(versions, (version) => map.get(version))],
  ['forRelease', await mix(versions, aerospike.forRelease)],
])

console.log('\na batch of results described, per result\n')
for (const size of [1000, 10000, 100000, 1000000]) {
  const results = Array.from({ length: size }, (_, at) => ({ status: codes[at % codes.length] }))
  const time = await nanoseconds(size, () => {
    for (const { status } of results) keep(describe(status))
  })
  console.log(`  ${String(size).padStart(9)} results  ${time.toFixed(1).padStart(6)} ns`)
}
