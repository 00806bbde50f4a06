// The status codes of the Aerospike Node.js client, for every release. The documented 1.x table is the default.

import type { Latest, Statuses } from './releases'

// The constants are those of the 1.x document, with its numbers. The client has had others since 1.0.20: see forRelease.
// #region constants (derived from src/status.rs by `cargo test`)
/** The operation was successful. */
export const AEROSPIKE_OK: 0
/** Generic error code. The client returned -1 in 1.0.20-2.7.2, and has not had it since 3.0.0: see forRelease. */
export const AEROSPIKE_ERR: 100
/** Generic client API usage error. The client has returned -1 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_CLIENT: 200
/** Invalid client API parameter. The client has returned -2 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_PARAM: 201
/** Generic cluster discovery & connection error. The client has returned 11 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_CLUSTER: 300
/** Request timed out. The client has returned 9 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_TIMEOUT: 400
/** Generic error returned by server. The client has returned 1 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_SERVER: 500
/** Request protocol invalid, or invalid protocol field. The client has returned 4 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_REQUEST_INVALID: 501
/** Namespace in request not found on server. The client has returned 20 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 501
/** The server node is running out of memory and/or storage device space reserved for the specified namespace. The client has returned 8 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_SERVER_FULL: 503
/** A cluster state change occurred during the request. The client has returned 7 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_CLUSTER_CHANGE: 504
/** Generic record error. The client has not had it since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD: 600
/** Too many concurrent requests for one record - a "hot-key" situation. The client has returned 14 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD_BUSY: 601
/** Record does not exist in database. May be returned by read, or write with policy Exists. The client has returned 2 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD_NOT_FOUND: 602
/** Record already exists. May be returned by write with policy `Exists.CREATE`. The client has returned 5 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD_EXISTS: 603
/** Generation of record in database does not satisfy write policy. The client has returned 3 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD_GENERATION: 604
/** Record being written can't fit in a storage write block. The client has returned 13 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD_TOO_BIG: 605
/** Bin modification operation can't be done on an existing bin due to its value type. The client has returned 12 since 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 606
// #endregion

/** `'documented'`: the module itself is the table of the 1.x document. */
export const release: 'documented'

/** The names and numbers of the 1.x document, in its order. Frozen. */
export const status: {
  // #region status (derived from src/status.rs by `cargo test`)
  /** The operation was successful. */
  readonly AEROSPIKE_OK: 0
  /** Generic error code. The client returned -1 in 1.0.20-2.7.2, and has not had it since 3.0.0: see forRelease. */
  readonly AEROSPIKE_ERR: 100
  /** Generic client API usage error. The client has returned -1 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_CLIENT: 200
  /** Invalid client API parameter. The client has returned -2 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_PARAM: 201
  /** Generic cluster discovery & connection error. The client has returned 11 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_CLUSTER: 300
  /** Request timed out. The client has returned 9 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_TIMEOUT: 400
  /** Generic error returned by server. The client has returned 1 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_SERVER: 500
  /** Request protocol invalid, or invalid protocol field. The client has returned 4 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_REQUEST_INVALID: 501
  /** Namespace in request not found on server. The client has returned 20 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 501
  /** The server node is running out of memory and/or storage device space reserved for the specified namespace. The client has returned 8 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_SERVER_FULL: 503
  /** A cluster state change occurred during the request. The client has returned 7 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_CLUSTER_CHANGE: 504
  /** Generic record error. The client has not had it since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD: 600
  /** Too many concurrent requests for one record - a "hot-key" situation. The client has returned 14 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_BUSY: 601
  /** Record does not exist in database. May be returned by read, or write with policy Exists. The client has returned 2 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_NOT_FOUND: 602
  /** Record already exists. May be returned by write with policy `Exists.CREATE`. The client has returned 5 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_EXISTS: 603
  /** Generation of record in database does not satisfy write policy. The client has returned 3 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_GENERATION: 604
  /** Record being written can't fit in a storage write block. The client has returned 13 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_TOO_BIG: 605
  /** Bin modification operation can't be done on an existing bin due to its value type. The client has returned 12 since 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 606
  // #endregion
}

/**
 * What a code means: the sentence of its status, or of both where the number has two. An unknown code is named, with the names and
 * releases that use it: `Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)`.
 *
 * @param code an integer of 32 bits
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE where the code is not a number, a RangeError with code
 *   ERR_OUT_OF_RANGE where it is not an integer of 32 bits
 */
export function describe(code: number): string

/**
 * The status of a number, the first in table order where it has two, or of a name. A name may be in any case, and without
 * `AEROSPIKE_`. The same object every time, frozen.
 *
 * @returns undefined where the table has no such status
 * @throws an {@link ArgumentError}: as {@link describe} does for a number, and a TypeError with code ERR_INVALID_ARG_TYPE for what is
 *   neither a number nor a string
 */
export function lookup(key: number | string): StatusInfo | undefined

/**
 * Every status of a number, in table order; none for an unknown one. Frozen.
 *
 * @throws an {@link ArgumentError} as {@link describe} does
 */
export function lookupAll(code: number): readonly StatusInfo[]

/** Every status of the table, in its order. The same array every time, frozen. */
export function list(): readonly StatusInfo[]

/**
 * The statuses whose name or sentence has every word of the text, in any case and in table order. Frozen.
 *
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE where the text is not a string
 */
export function search(text: string): readonly StatusInfo[]

/**
 * Whether a value stands for success: 0, a code of 0, as 1.x passes to its callbacks, or null or undefined, as clients since 2.0 do.
 * Anything else is none. Never throws.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status` beside its `record`
 *   or `key` and no `code`; null or undefined; or anything else at all
 */
export function isOk(value: unknown): boolean

/**
 * The opposite of {@link isOk}. Never throws.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status` beside its `record`
 *   or `key` and no `code`; null or undefined, which is success; or anything else at all
 */
export function isError(value: unknown): boolean

/**
 * Whether the request may succeed if it is sent again unchanged, after a pause. False for a code that the table lacks, and for what
 * has no code. Never throws.
 *
 * This is advice. After a timeout or a lost connection a write may have been applied, and the code alone can't tell (the error's
 * `inDoubt` can): repeat only what is idempotent. The Node.js client itself repeats no server error of a single-record command.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status` beside its `record`
 *   or `key` and no `code`; null or undefined, which is success; or anything else at all
 */
export function isTransient(value: unknown): boolean

/**
 * Any value as one line of a log: name, number and sentence, then of the error's own message what it says beyond them. The client's
 * stock sentences are left out, the address of the node stays, a line break becomes `; `, and what is longer than 2 ** 20 is cut.
 * Where the message names a status that other releases have under this number, it is that status, and the line says whose it is.
 * What has no code keeps its own text. Never throws.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status` beside its `record`
 *   or `key` and no `code`; null or undefined, which is success; or anything else at all
 */
export function format(value: unknown): string

/**
 * A real Error for a failure of any client generation; null where {@link isOk}. Its message is the source's own, or the text of
 * {@link format} where that is empty. It keeps `code`, `func`, `file`, `line` and `inDoubt`, adds `statusName`, and has the source as its
 * `cause`; what the source lacked is absent. Its stack starts at the caller. Never throws.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status` beside its `record`
 *   or `key` and no `code`; null or undefined, which is success; or anything else at all
 */
export function toError(value: unknown): AerospikeError | null

/**
 * A status at length, as plain text of many lines and 80 columns: name, number in this table and in the others, what happened and
 * which side says so, the usual causes, what to check and change, and whether sending again is safe. Of a number with two meanings
 * both. Of a status that no release since 2.0.0 returns there is the sentence, its numbers and their releases. An unknown number gives
 * what {@link describe} says, an unknown name the nearest names.
 *
 * @param key an integer of 32 bits; or a name, in any case, and without `AEROSPIKE_` if you like
 * @throws an {@link ArgumentError} as {@link lookup} does
 */
export function explain(key: number | string): string

/**
 * The names of the table nearest to what was meant, best first: those that have every word of it, then those a few slips of the
 * keyboard away. `suggest('TIMEUOT')` is `['AEROSPIKE_ERR_TIMEOUT']`. At most five; none for an empty text, or one of more than 64
 * characters. A fresh array every time, the caller's own.
 *
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE where the name is not a string
 */
export function suggest(name: string): string[]

/** The releases at which the table changed, oldest first. Frozen. */
export const releases: readonly string[]

/**
 * The table of a release: the nearest at or before the version. The same object for every version that has the table. For a release
 * that is written out here, the type has its very names and numbers.
 *
 * @param version `X.Y.Z`, with a leading `v` and a pre-release or build suffix allowed; `X` or `X.Y`, the newest known release of that
 *   line; `'latest'`, the newest known release; or `'documented'`, this module. No range such as `^5.2.0`: give the version that is
 *   installed, `require('aerospike/package.json').version`
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE where the version is not a string, a RangeError with code
 *   ERR_OUT_OF_RANGE where it is no version, or one before 1.0.0
 */
export function forRelease<R extends Release>(version: R): StatusTable<R>
export function forRelease(version: string): StatusTable

/**
 * The numbers a name had, oldest first. None for an unknown name. A name may be in any case, and without `AEROSPIKE_`. Frozen.
 *
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE where the name is not a string
 */
export function history(name: string): readonly StatusEra[]

/**
 * Every number that the meanings of a code in one table have in another: `translate(602, { from: 'documented', to: '6.7.1' })` is
 * `[2]`. None where they vanished, or the code is unknown. A fresh array every time, the caller's own.
 *
 * @param code an integer of 32 bits
 * @param route two versions, as {@link forRelease} takes them
 * @throws an {@link ArgumentError} as {@link describe} does for the code and {@link forRelease} for the versions, and a TypeError with code
 *   ERR_INVALID_ARG_TYPE where the route is not an object
 */
export function translate(code: number, route: { from: string; to: string }): number[]

/** A status in a table. Frozen. */
export interface StatusInfo {
  /** The number in this table. */
  readonly code: number
  /** `'AEROSPIKE_ERR_RECORD_NOT_FOUND'`. A short name where the release exported only that. */
  readonly name: StatusName | ShortStatusName
  /** The sentence: what happened and, where it helps, what to do. */
  readonly description: string
  readonly category: StatusCategory
  /** Whether the same request may succeed later: see {@link isTransient}. */
  readonly transient: boolean
  /** Whether `aerospike.status` of the release had it. A callback may carry others too. */
  readonly exported: boolean
}

/** A number that a name had, from one release up to another. Frozen. */
export interface StatusEra {
  readonly code: number
  /** The first release with the number. */
  readonly since: string
  /** The first release without it; absent while the newest release has it. */
  readonly until?: string
  /** Whether `aerospike.status` of these releases had it. */
  readonly exported: boolean
}

/**
 * The table of a {@link Release}, with its very names and numbers; without an argument any table, whose `status` may lack each name.
 * Frozen.
 */
export interface StatusTable<R extends string = string> {
  /** `'documented'`, or the release whose table this is: the nearest known one at or before the version asked for. */
  readonly release: R extends 'latest' ? Latest : R extends Release ? R : string
  /** What `aerospike.status` held: numbers only, short names included from 3.0.0 on. Frozen. */
  readonly status: StatusOf<R>
  /** {@link describe} in this table. */
  readonly describe: typeof describe
  /** {@link lookup} in this table. */
  readonly lookup: typeof lookup
  /** {@link lookupAll} in this table. */
  readonly lookupAll: typeof lookupAll
  /** {@link list} in this table. */
  readonly list: typeof list
  /** {@link search} in this table. */
  readonly search: typeof search
  /** {@link isOk} in this table. */
  readonly isOk: typeof isOk
  /** {@link isError} in this table. */
  readonly isError: typeof isError
  /** {@link isTransient} in this table. */
  readonly isTransient: typeof isTransient
  /** {@link format} in this table. */
  readonly format: typeof format
  /** {@link toError} in this table. */
  readonly toError: typeof toError
  /** {@link explain} in this table. */
  readonly explain: typeof explain
  /** {@link suggest} in this table. */
  readonly suggest: typeof suggest
}

/** A release of the client whose table is known; `'latest'`, the newest of them; or `'documented'`. */
export type Release = { [Known in keyof Statuses]: Known }[keyof Statuses]

/** What `aerospike.status` held in a {@link Release}: these names, these numbers. Of any other string each name may be missing. */
export type StatusOf<R extends string> = StatusIn<R> & {}

// Intersections, nothing mapped: `& {}` has editors show StatusOf<'6.7.1'>, and a user's own declarations need no name that isn't
// exported.
type StatusIn<R extends string> = R extends Release ? Statuses[R] : AnyStatus
type AnyStatus = { readonly [Name in StatusName]?: number } & { readonly [Name in ShortStatusName]?: number }

/** What {@link toError} makes, the caller's own. Fields that the source lacked are absent. */
export interface AerospikeError extends Error {
  name: string
  /** The status code; a string where the source had such a `code`, as the errors of Node's own modules have. */
  code?: number | string
  /** The name of the status, where the table knows the code or the message names it: `'AEROSPIKE_ERR_TIMEOUT'`. */
  statusName?: StatusName | ShortStatusName
  /** The C function, file and line in which the client met the error. */
  func?: string
  file?: string
  line?: number
  /** The client's word on whether a write may have been applied although it failed. Clients have said so since 3.x. */
  inDoubt?: boolean
  /** The value the error was made from. */
  cause?: unknown
  /** Name, message, code and all other fields, for JSON.stringify. */
  toJSON(): {
    name: string
    message: string
    code?: number | string
    statusName?: StatusName | ShortStatusName
    [field: string]: unknown
  }
}

/** What a function throws that refuses an argument: a TypeError or a RangeError, by its `code`. The message says what came. */
export interface ArgumentError extends Error {
  code: 'ERR_INVALID_ARG_TYPE' | 'ERR_OUT_OF_RANGE'
}

/** What a status is about. The bands of the 1.x document set it for the documented names. */
export type StatusCategory =
  // #region categories (derived from src/status.rs by `cargo test`)
  | 'ok'
  | 'generic'
  | 'client'
  | 'cluster'
  | 'timeout'
  | 'server'
  | 'record'
  | 'security'
  | 'udf'
  | 'ldt'
  | 'batch'
  | 'transaction'
  | 'index'
  | 'query'
// #endregion

/** Every name known: those that some release exported, and those of numbers that callbacks carry without being exported. */
export type StatusName =
  | ExportedName
  // #region unexported (derived from src/status.rs by `cargo test`)
  | 'AEROSPIKE_INVALID_ENCODING'
  | 'AS_ERR_RECORD_VERSION_MISMATCH'
  | 'AS_SEC_ERR_LDAP_NOT_CONFIGURED'
  | 'AS_SEC_ERR_LDAP_SETUP'
  | 'AS_SEC_ERR_LDAP_TLS_SETUP'
  | 'AS_SEC_ERR_LDAP_AUTHENTICATION'
  | 'AS_SEC_ERR_LDAP_QUERY'
  | 'AEROSPIKE_ERR_SCAN'
  | 'AS_ERR_QUERY_NET_IO'
  | 'AS_ERR_QUERY_DUPLICATE'
// #endregion

/** Every name that some release exported. */
export type ExportedName =
  // #region exported (derived from src/status.rs by `cargo test`)
  | 'AEROSPIKE_OK'
  | 'AEROSPIKE_ERR'
  | 'AEROSPIKE_ERR_CLIENT'
  | 'AEROSPIKE_ERR_PARAM'
  | 'AEROSPIKE_ERR_CLIENT_ABORT'
  | 'AEROSPIKE_ERR_ASYNC_QUEUE_FULL'
  | 'AEROSPIKE_USE_NORMAL_RETRY'
  | 'AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED'
  | 'AEROSPIKE_MAX_ERROR_RATE'
  | 'AEROSPIKE_METRICS_CONFLICT'
  | 'AEROSPIKE_ERR_CLUSTER'
  | 'AEROSPIKE_ERR_INVALID_HOST'
  | 'AEROSPIKE_ERR_ASYNC_CONNECTION'
  | 'AEROSPIKE_ERR_NO_MORE_CONNECTIONS'
  | 'AEROSPIKE_ERR_INVALID_NODE'
  | 'AEROSPIKE_ERR_TLS_ERROR'
  | 'AEROSPIKE_ERR_CONNECTION'
  | 'AEROSPIKE_ERR_TIMEOUT'
  | 'AEROSPIKE_ERR_THROTTLED'
  | 'AEROSPIKE_ERR_SERVER'
  | 'AEROSPIKE_ERR_REQUEST_INVALID'
  | 'AEROSPIKE_ERR_NAMESPACE_NOT_FOUND'
  | 'AEROSPIKE_ERR_SERVER_FULL'
  | 'AEROSPIKE_ERR_CLUSTER_CHANGE'
  | 'AEROSPIKE_ERR_NO_XDR'
  | 'AEROSPIKE_ERR_ALWAYS_FORBIDDEN'
  | 'AEROSPIKE_ERR_UNSUPPORTED_FEATURE'
  | 'AEROSPIKE_ERR_DEVICE_OVERLOAD'
  | 'AEROSPIKE_ERR_FAIL_FORBIDDEN'
  | 'AEROSPIKE_ERR_ENTERPRISE_ONLY'
  | 'AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY'
  | 'AEROSPIKE_LOST_CONFLICT'
  | 'AEROSPIKE_XDR_KEY_BUSY'
  | 'AEROSPIKE_ERR_RECORD'
  | 'AEROSPIKE_ERR_RECORD_BUSY'
  | 'AEROSPIKE_ERR_RECORD_NOT_FOUND'
  | 'AEROSPIKE_ERR_RECORD_EXISTS'
  | 'AEROSPIKE_ERR_RECORD_GENERATION'
  | 'AEROSPIKE_ERR_RECORD_TOO_BIG'
  | 'AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE'
  | 'AEROSPIKE_ERR_BIN_EXISTS'
  | 'AEROSPIKE_ERR_BIN_NOT_FOUND'
  | 'AEROSPIKE_ERR_RECORD_KEY_MISMATCH'
  | 'AEROSPIKE_ERR_BIN_NAME'
  | 'AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND'
  | 'AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS'
  | 'AEROSPIKE_ERR_OP_NOT_APPLICABLE'
  | 'AEROSPIKE_FILTERED_OUT'
  | 'AEROSPIKE_ERR_GEO_INVALID_GEOJSON'
  | 'AEROSPIKE_QUERY_END'
  | 'AEROSPIKE_SECURITY_NOT_SUPPORTED'
  | 'AEROSPIKE_SECURITY_NOT_ENABLED'
  | 'AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED'
  | 'AEROSPIKE_INVALID_COMMAND'
  | 'AEROSPIKE_INVALID_FIELD'
  | 'AEROSPIKE_ILLEGAL_STATE'
  | 'AEROSPIKE_INVALID_USER'
  | 'AEROSPIKE_USER_ALREADY_EXISTS'
  | 'AEROSPIKE_INVALID_PASSWORD'
  | 'AEROSPIKE_EXPIRED_PASSWORD'
  | 'AEROSPIKE_FORBIDDEN_PASSWORD'
  | 'AEROSPIKE_INVALID_CREDENTIAL'
  | 'AEROSPIKE_EXPIRED_SESSION'
  | 'AEROSPIKE_INVALID_ROLE'
  | 'AEROSPIKE_ROLE_ALREADY_EXISTS'
  | 'AEROSPIKE_INVALID_PRIVILEGE'
  | 'AEROSPIKE_INVALID_WHITELIST'
  | 'AEROSPIKE_QUOTAS_NOT_ENABLED'
  | 'AEROSPIKE_INVALID_QUOTA'
  | 'AEROSPIKE_NOT_AUTHENTICATED'
  | 'AEROSPIKE_ROLE_VIOLATION'
  | 'AEROSPIKE_NOT_WHITELISTED'
  | 'AEROSPIKE_QUOTA_EXCEEDED'
  | 'AEROSPIKE_ERR_UDF'
  | 'AEROSPIKE_ERR_UDF_NOT_FOUND'
  | 'AEROSPIKE_ERR_LUA_FILE_NOT_FOUND'
  | 'AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_INTERNAL'
  | 'AEROSPIKE_ERR_LDT_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_UNIQUE_KEY'
  | 'AEROSPIKE_ERR_LDT_INSERT'
  | 'AEROSPIKE_ERR_LDT_SEARCH'
  | 'AEROSPIKE_ERR_LDT_DELETE'
  | 'AEROSPIKE_ERR_LDT_INPUT_PARAM'
  | 'AEROSPIKE_ERR_LDT_INPUT_PARM'
  | 'AEROSPIKE_ERR_LDT_TYPE_MISMATCH'
  | 'AEROSPIKE_ERR_LDT_NULL_BIN_NAME'
  | 'AEROSPIKE_ERR_LDT_BIN_NAME_NOT_STRING'
  | 'AEROSPIKE_ERR_LDT_BIN_NAME_TOO_LONG'
  | 'AEROSPIKE_ERR_LDT_TOO_MANY_OPEN_SUBRECS'
  | 'AEROSPIKE_ERR_LDT_TOP_REC_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_SUB_REC_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_BIN_DOES_NOT_EXIST'
  | 'AEROSPIKE_ERR_LDT_BIN_ALREADY_EXISTS'
  | 'AEROSPIKE_ERR_LDT_BIN_DAMAGED'
  | 'AEROSPIKE_ERR_LDT_SUBREC_POOL_DAMAGED'
  | 'AEROSPIKE_ERR_LDT_SUBREC_DAMAGED'
  | 'AEROSPIKE_ERR_LDT_SUBREC_OPEN'
  | 'AEROSPIKE_ERR_LDT_SUBREC_UPDATE'
  | 'AEROSPIKE_ERR_LDT_SUBREC_CREATE'
  | 'AEROSPIKE_ERR_LDT_SUBREC_DELETE'
  | 'AEROSPIKE_ERR_LDT_SUBREC_CLOSE'
  | 'AEROSPIKE_ERR_LDT_TOPREC_UPDATE'
  | 'AEROSPIKE_ERR_LDT_TOPREC_CREATE'
  | 'AEROSPIKE_ERR_LDT_FILTER_FUNCTION_BAD'
  | 'AEROSPIKE_ERR_LDT_FILTER_FUNCTION_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_KEY_FUNCTION_BAD'
  | 'AEROSPIKE_ERR_LDT_KEY_FUNCTION_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_TRANS_FUNCTION_BAD'
  | 'AEROSPIKE_ERR_LDT_TRANS_FUNCTION_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_BAD'
  | 'AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_NOT_FOUND'
  | 'AEROSPIKE_ERR_LDT_USER_MODULE_BAD'
  | 'AEROSPIKE_ERR_LDT_USER_MODULE_NOT_FOUND'
  | 'AEROSPIKE_BATCH_FAILED'
  | 'AEROSPIKE_NO_RESPONSE'
  | 'AEROSPIKE_ERR_BATCH_DISABLED'
  | 'AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED'
  | 'AEROSPIKE_ERR_BATCH_QUEUES_FULL'
  | 'AEROSPIKE_TXN_FAILED'
  | 'AEROSPIKE_TXN_ALREADY_COMMITTED'
  | 'AEROSPIKE_TXN_ALREADY_ABORTED'
  | 'AEROSPIKE_MRT_BLOCKED'
  | 'AEROSPIKE_MRT_VERSION_MISMATCH'
  | 'AEROSPIKE_MRT_EXPIRED'
  | 'AEROSPIKE_MRT_TOO_MANY_WRITES'
  | 'AEROSPIKE_MRT_COMMITTED'
  | 'AEROSPIKE_MRT_ABORTED'
  | 'AEROSPIKE_MRT_ALREADY_LOCKED'
  | 'AEROSPIKE_MRT_MONITOR_EXISTS'
  | 'AEROSPIKE_ERR_INDEX_FOUND'
  | 'AEROSPIKE_ERR_INDEX_NOT_FOUND'
  | 'AEROSPIKE_ERR_INDEX_OOM'
  | 'AEROSPIKE_ERR_INDEX_NOT_READABLE'
  | 'AEROSPIKE_ERR_INDEX'
  | 'AEROSPIKE_ERR_INDEX_NAME_MAXLEN'
  | 'AEROSPIKE_ERR_INDEX_MAXCOUNT'
  | 'AEROSPIKE_NO_MORE_RECORDS'
  | 'AEROSPIKE_ERR_SCAN_ABORTED'
  | 'AEROSPIKE_ERR_QUERY_ABORTED'
  | 'AEROSPIKE_ERR_QUERY_QUEUE_FULL'
  | 'AEROSPIKE_ERR_QUERY_TIMEOUT'
  | 'AEROSPIKE_ERR_QUERY'
// #endregion

/** `AEROSPIKE_ERR_TIMEOUT` without its prefix: `ERR_TIMEOUT`. Releases since 3.0.0 export both. */
export type ShortStatusName = ExportedName extends `AEROSPIKE_${infer Short}` ? Short : never

// Else what stands above without `export` would be exported too.
export {}
