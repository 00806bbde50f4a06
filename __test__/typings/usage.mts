// What a TypeScript user writes. It is compiled, never run: `@ts-expect-error` marks what must not compile.

import aerospike, {
  AEROSPIKE_ERR_NAMESPACE_NOT_FOUND,
  AEROSPIKE_ERR_RECORD_NOT_FOUND,
  AEROSPIKE_ERR_REQUEST_INVALID,
  AEROSPIKE_OK,
  describe,
  explain,
  forRelease,
  format,
  history,
  isError,
  isOk,
  isTransient,
  list,
  lookup,
  lookupAll,
  release,
  releases,
  search,
  status,
  suggest,
  toError,
  translate,
} from 'aerospike-status'
import type {
  AerospikeError,
  ArgumentError,
  ExportedName,
  Release,
  ShortStatusName,
  StatusCategory,
  StatusEra,
  StatusInfo,
  StatusName,
  StatusOf,
  StatusTable,
} from 'aerospike-status'

// Constants have literal types, however you reach them.
const ok: 0 = AEROSPIKE_OK
const notFound: 602 = status.AEROSPIKE_ERR_RECORD_NOT_FOUND
const alsoNotFound: 602 = aerospike.AEROSPIKE_ERR_RECORD_NOT_FOUND
// @ts-expect-error a literal, not any number
const wrong: 603 = AEROSPIKE_ERR_RECORD_NOT_FOUND
// @ts-expect-error read-only
status.AEROSPIKE_OK = 1
// @ts-expect-error THROTTLED is not in the 1.x document
status.AEROSPIKE_ERR_THROTTLED

// You can compare any number with every constant.
export function messageOf(err: { code: number; message: string }): string {
  switch (err.code) {
    case AEROSPIKE_OK:
      return 'fine'
    case AEROSPIKE_ERR_RECORD_NOT_FOUND:
    case AEROSPIKE_ERR_REQUEST_INVALID:
    case AEROSPIKE_ERR_NAMESPACE_NOT_FOUND:
    case status.AEROSPIKE_ERR_TIMEOUT:
      return describe(err.code)
    default:
      return err.code === aerospike.AEROSPIKE_ERR_CLUSTER ? 'cluster' : format(err)
  }
}

// Helpers take and return plain types.
const code: number = AEROSPIKE_ERR_RECORD_NOT_FOUND
const text: string = describe(code)
const info: StatusInfo | undefined = lookup(code) ?? lookup('ERR_TIMEOUT')
const all: readonly StatusInfo[] = [...lookupAll(code), ...list(), ...search('hot-key')]
const isExported: boolean = all[0].exported
const helped: boolean = isOk(null) && isError({ status: 9, key: null }) && isTransient(new Error('any value'))
const line: string = format(Symbol('any value'))
const error: Error | null = toError({ code: 602 })
const errorCode: number | string | undefined = toError(602)?.code
const allReleases: readonly string[] = releases
const eras: readonly { code: number; since: string; until?: string; exported: boolean }[] = history('AEROSPIKE_ERR_TIMEOUT')
const sameEras: readonly StatusEra[] = eras
const long: string = explain(602) + explain('ERR_TIMEOUT')
const near: string[] = suggest('TIMEUOT')
const ownRelease: 'documented' = release
const there: number[] = translate(602, { from: 'documented', to: '6.7.1' })
// @ts-expect-error a code is a number
describe('602')
// @ts-expect-error a key is a number or a name
explain(null)
// @ts-expect-error a name is a string
suggest(602)
// @ts-expect-error both ends of the route are needed
translate(602, { from: 'documented' })

// Frozen values are read-only.
// @ts-expect-error a status
info!.code = 1
// @ts-expect-error an era
sameEras[0].exported = false
// @ts-expect-error the statuses of a number
lookupAll(602).push(info!)
// @ts-expect-error the statuses of the table
list().pop()
// @ts-expect-error a search result
search('hot-key').reverse()
// @ts-expect-error the eras of a name
history('AEROSPIKE_OK').length = 0
// @ts-expect-error the releases
releases.sort()
// @ts-expect-error the module
aerospike.releases = []
// @ts-expect-error a table
forRelease('6.7.1').describe = describe
// @ts-expect-error a table of any release
forRelease(text).release = '6.7.1'
// @ts-expect-error the numbers of a release
forRelease('6.7.1').status.ERR_TIMEOUT = 9
// @ts-expect-error the numbers of any release
forRelease(text).status.ERR_TIMEOUT = 9
// @ts-expect-error the same number by its long name
forRelease(text).status.AEROSPIKE_ERR_TIMEOUT = 9

// The caller's own values are writable.
translate(602, { from: 'documented', to: '6.7.1' }).push(2)
suggest('TIMEUOT').sort()
export const annotated = (one: AerospikeError) => {
  one.code = 9
  one.statusName = 'AEROSPIKE_ERR_TIMEOUT'
  one.message = 'mine'
  one.inDoubt = true
  delete one.func
  return JSON.stringify(one.toJSON())
}

// An error from a strict function has a code.
export const refusal = (thrown: ArgumentError) => {
  switch (thrown.code) {
    case 'ERR_INVALID_ARG_TYPE':
    case 'ERR_OUT_OF_RANGE':
      return thrown.message
    default:
      return thrown.code satisfies never
  }
}

// Tables by release.
const table: StatusTable = forRelease('6.7.1')
const documented: StatusTable = aerospike
const timeout: number | undefined = table.status.AEROSPIKE_ERR_TIMEOUT
const short: number | undefined = table.status.ERR_TIMEOUT
const described: string = table.describe(9)
const { lookup: lookupThere } = table
const found: StatusInfo | undefined = lookupThere(9)
// @ts-expect-error a release may lack the status
const surely: number = table.status.AEROSPIKE_ERR_TIMEOUT
// @ts-expect-error no release had it
table.status.AEROSPIKE_NO_SUCH_STATUS
// A status leads to its number.
const again: number | undefined = table.status[found!.name]
const named: number | undefined = table.status[toError(9)?.statusName ?? 'AEROSPIKE_OK']

// A literal release has exactly its own names and numbers.
export const newest = forRelease('latest')
export const exact = forRelease('6.7.1').status
const nine: 9 = exact.ERR_TIMEOUT
const tenth: 10 = exact.AEROSPIKE_ERR_ALWAYS_FORBIDDEN
const known: '6.7.1' = forRelease('6.7.1').release
const own: '6.4.0' = forRelease('6.4.0').release
const fourHundred: 400 = forRelease('documented').status.AEROSPIKE_ERR_TIMEOUT
const itself: StatusTable<'documented'> = aerospike
const shortOnly: -8 = forRelease('5.2.0').status.ERR_CONNECTION
// @ts-expect-error 5.2.0 exported the short name only
forRelease('5.2.0').status.AEROSPIKE_ERR_CONNECTION
// @ts-expect-error no release since 1.0.20 has it
exact.AEROSPIKE_ERR_THROTTLED
// @ts-expect-error the client of 1.0.58 returns it, but does not export it
forRelease('1.0.58').status.AEROSPIKE_ERR_INDEX_FOUND
// @ts-expect-error short names came with 3.0.0
forRelease('2.7.2').status.ERR_TIMEOUT
export function narrowed(err: { code: number }): 9 | 11 | undefined {
  switch (err.code) {
    case exact.ERR_TIMEOUT:
    case exact.ERR_CLUSTER:
      return err.code
    default:
      return undefined
  }
}

// For any other version, the types allow any release.
const unwritten: StatusTable[] = [
  forRelease('6'),
  forRelease('6.7'),
  forRelease('v6.7.1'),
  forRelease(text),
  forRelease(releases[0]),
]
const loose: number | undefined = forRelease('6.7').status.ERR_TIMEOUT
const looseRelease: string = forRelease('7.0.0').release
// @ts-expect-error an unknown release
const unknownRelease: Release = '6.5.0'
// @ts-expect-error a version is a string
forRelease(6)
// @ts-expect-error any release may lack the status
const surelyAll: StatusOf<'6.7.1'> = forRelease(text).status

// One of several releases has what all of them have.
const either = forRelease(helped ? '5.2.0' : '6.7.1')
const ofEither: -8 | -10 = either.status.ERR_CONNECTION
// @ts-expect-error only one of them has it
either.status.AEROSPIKE_XDR_KEY_BUSY
export const okOf = (wanted: Release): 0 => forRelease(wanted).status.AEROSPIKE_OK
export const anyOf = <R extends Release>(wanted: R): StatusTable<R> => forRelease(wanted)
export const keysOf = (wanted: keyof typeof exact) => wanted
export const copied = { ...exact }
// @ts-expect-error an internal type
type Helper = import('aerospike-status').StatusIn<'6.7.1'>

// Names and categories are unions.
const name: StatusName = 'AEROSPIKE_MRT_BLOCKED'
const unexported: StatusName = 'AS_SEC_ERR_LDAP_SETUP'
const exported: ExportedName = 'AEROSPIKE_MRT_BLOCKED'
const shortName: ShortStatusName = 'MRT_BLOCKED'
// @ts-expect-error no release exported it
const neverExported: ExportedName = 'AS_SEC_ERR_LDAP_SETUP'
// @ts-expect-error no release had it
const noName: StatusName = 'AEROSPIKE_NO_SUCH_STATUS'
const paging: Record<StatusCategory, boolean> = {
  ok: false,
  generic: true,
  client: false,
  cluster: true,
  timeout: true,
  server: true,
  record: false,
  security: true,
  udf: false,
  ldt: false,
  batch: false,
  transaction: false,
  index: false,
  query: false,
}
const toPage: boolean = info !== undefined && paging[info.category]
