// What a TypeScript user writes. It is compiled, never run: `@ts-expect-error` marks what must not compile.

import aerospike, {
  AEROSPIKE_ERR_NAMESPACE_NOT_FOUND,
  AEROSPIKE_ERR_RECORD_NOT_FOUND,
  AEROSPIKE_ERR_REQUEST_INVALID,
  AEROSPIKE_OK,
  describe,
  forRelease,
  format,
  history,
  isOk,
  isTransient,
  list,
  lookup,
  lookupAll,
  releases,
  search,
  status,
  toError,
  translate,
} from 'aerospike-status'
import type { StatusCategory, StatusInfo, StatusName, StatusTable } from 'aerospike-status'

// Constants have literal types, by every way to them.
const ok: 0 = AEROSPIKE_OK
const notFound: 602 = status.AEROSPIKE_ERR_RECORD_NOT_FOUND
const alsoNotFound: 602 = aerospike.AEROSPIKE_ERR_RECORD_NOT_FOUND
// @ts-expect-error a literal, not any number
const wrong: 603 = AEROSPIKE_ERR_RECORD_NOT_FOUND
// @ts-expect-error read-only
status.AEROSPIKE_OK = 1
// @ts-expect-error THROTTLED is not in the 1.x document
status.AEROSPIKE_ERR_THROTTLED

// A code typed number compiles against every constant.
export function explain(err: { code: number; message: string }): string {
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
const helped: boolean = isOk(null) && isTransient(new Error('any value'))
const line: string = format(Symbol('any value'))
const error: Error | null = toError({ code: 602 })
const errorCode: number | string | undefined = toError(602)?.code
const since: readonly string[] = releases
const eras: readonly { code: number; since: string; until?: string }[] = history('AEROSPIKE_ERR_TIMEOUT')
const there: number[] = translate(602, { from: 'documented', to: '6.7.1' })
// @ts-expect-error a code is a number
describe('602')
// @ts-expect-error a status is frozen
info!.code = 1
// @ts-expect-error both ends of the route are needed
translate(602, { from: 'documented' })

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

// Names and categories are unions.
const name: StatusName = 'AEROSPIKE_MRT_BLOCKED'
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
