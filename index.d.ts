// The status codes of the Aerospike Node.js client, for every release. The documented 1.x table is the default.

import type { Latest, Statuses } from './releases'

// The constants have the numbers of the 1.x document. Clients since 1.0.20 use others: see forRelease.
// #region constants (derived from src/status.rs by `cargo test`)
/** The operation was successful. */
export const AEROSPIKE_OK: 0
/** Generic error code. The client returned -1 in 1.0.20-2.7.2, and dropped it in 3.0.0: see forRelease. */
export const AEROSPIKE_ERR: 100
/** Generic client API usage error. Since 1.0.20, the client returns -1: see forRelease. */
export const AEROSPIKE_ERR_CLIENT: 200
/** Invalid client API parameter. Since 1.0.20, the client returns -2: see forRelease. */
export const AEROSPIKE_ERR_PARAM: 201
/** Generic cluster discovery & connection error. Since 1.0.20, the client returns 11: see forRelease. */
export const AEROSPIKE_ERR_CLUSTER: 300
/** Request timed out. Since 1.0.20, the client returns 9: see forRelease. */
export const AEROSPIKE_ERR_TIMEOUT: 400
/** Generic error returned by server. Since 1.0.20, the client returns 1: see forRelease. */
export const AEROSPIKE_ERR_SERVER: 500
/** Request protocol invalid, or invalid protocol field. Since 1.0.20, the client returns 4: see forRelease. */
export const AEROSPIKE_ERR_REQUEST_INVALID: 501
/** Namespace in request not found on server. Since 1.0.20, the client returns 20: see forRelease. */
export const AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 501
/** The server node is running out of memory and/or storage device space reserved for the specified namespace. Since 1.0.20, the client returns 8: see forRelease. */
export const AEROSPIKE_ERR_SERVER_FULL: 503
/** A cluster state change occurred during the request. Since 1.0.20, the client returns 7: see forRelease. */
export const AEROSPIKE_ERR_CLUSTER_CHANGE: 504
/** Generic record error. The client dropped it in 1.0.20: see forRelease. */
export const AEROSPIKE_ERR_RECORD: 600
/** Too many concurrent requests for one record - a "hot-key" situation. Since 1.0.20, the client returns 14: see forRelease. */
export const AEROSPIKE_ERR_RECORD_BUSY: 601
/** Record does not exist in database. May be returned by read, or write with policy Exists. Since 1.0.20, the client returns 2: see forRelease. */
export const AEROSPIKE_ERR_RECORD_NOT_FOUND: 602
/** Record already exists. May be returned by write with policy `Exists.CREATE`. Since 1.0.20, the client returns 5: see forRelease. */
export const AEROSPIKE_ERR_RECORD_EXISTS: 603
/** Generation of record in database does not satisfy write policy. Since 1.0.20, the client returns 3: see forRelease. */
export const AEROSPIKE_ERR_RECORD_GENERATION: 604
/** Record being written can't fit in a storage write block. Since 1.0.20, the client returns 13: see forRelease. */
export const AEROSPIKE_ERR_RECORD_TOO_BIG: 605
/** Bin modification operation can't be done on an existing bin due to its value type. Since 1.0.20, the client returns 12: see forRelease. */
export const AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 606
// #endregion

/** `'documented'`: the module itself is the table of the 1.x document. */
export const release: 'documented'

/** The names and numbers of the 1.x document, in its order. Frozen. */
export const status: {
  // #region status (derived from src/status.rs by `cargo test`)
  /** The operation was successful. */
  readonly AEROSPIKE_OK: 0
  /** Generic error code. The client returned -1 in 1.0.20-2.7.2, and dropped it in 3.0.0: see forRelease. */
  readonly AEROSPIKE_ERR: 100
  /** Generic client API usage error. Since 1.0.20, the client returns -1: see forRelease. */
  readonly AEROSPIKE_ERR_CLIENT: 200
  /** Invalid client API parameter. Since 1.0.20, the client returns -2: see forRelease. */
  readonly AEROSPIKE_ERR_PARAM: 201
  /** Generic cluster discovery & connection error. Since 1.0.20, the client returns 11: see forRelease. */
  readonly AEROSPIKE_ERR_CLUSTER: 300
  /** Request timed out. Since 1.0.20, the client returns 9: see forRelease. */
  readonly AEROSPIKE_ERR_TIMEOUT: 400
  /** Generic error returned by server. Since 1.0.20, the client returns 1: see forRelease. */
  readonly AEROSPIKE_ERR_SERVER: 500
  /** Request protocol invalid, or invalid protocol field. Since 1.0.20, the client returns 4: see forRelease. */
  readonly AEROSPIKE_ERR_REQUEST_INVALID: 501
  /** Namespace in request not found on server. Since 1.0.20, the client returns 20: see forRelease. */
  readonly AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 501
  /** The server node is running out of memory and/or storage device space reserved for the specified namespace. Since 1.0.20, the client returns 8: see forRelease. */
  readonly AEROSPIKE_ERR_SERVER_FULL: 503
  /** A cluster state change occurred during the request. Since 1.0.20, the client returns 7: see forRelease. */
  readonly AEROSPIKE_ERR_CLUSTER_CHANGE: 504
  /** Generic record error. The client dropped it in 1.0.20: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD: 600
  /** Too many concurrent requests for one record - a "hot-key" situation. Since 1.0.20, the client returns 14: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_BUSY: 601
  /** Record does not exist in database. May be returned by read, or write with policy Exists. Since 1.0.20, the client returns 2: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_NOT_FOUND: 602
  /** Record already exists. May be returned by write with policy `Exists.CREATE`. Since 1.0.20, the client returns 5: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_EXISTS: 603
  /** Generation of record in database does not satisfy write policy. Since 1.0.20, the client returns 3: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_GENERATION: 604
  /** Record being written can't fit in a storage write block. Since 1.0.20, the client returns 13: see forRelease. */
  readonly AEROSPIKE_ERR_RECORD_TOO_BIG: 605
  /** Bin modification operation can't be done on an existing bin due to its value type. Since 1.0.20, the client returns 12: see forRelease. */
  readonly AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 606
  // #endregion
}

/**
 * Returns what a code means: the sentence of its status, or of both statuses if the number has two. For an unknown code, the text says which
 * releases use it: `Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)`.
 *
 * @param code a 32-bit integer
 * @param subcode the failure's `subcode`, an integer from 0 to 4294967295. Its sentence replaces that of the status; 0 means none. If it's unknown,
 *   `(unknown subcode 9)` follows the sentence of the status
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if an argument isn't a number, a RangeError with code
 *   ERR_OUT_OF_RANGE if it isn't such an integer
 */
export function describe(code: number, subcode?: number): string

/**
 * Returns the status with a number or name. If a number has two, returns the first in table order. The object is frozen, and the same every time.
 *
 * @param key a code; a code as a decimal string, such as `'602'`; a name, in any case, with or without `AEROSPIKE_`; or a name that another
 *   official client or the server uses for exactly one status of the table, such as `'KEY_BUSY'`
 * @returns undefined if the table has no such status
 * @throws an {@link ArgumentError}: for a number the same as {@link describe}; a TypeError with code ERR_INVALID_ARG_TYPE if the key is neither a
 *   number nor a string
 */
export function lookup(key: number | string): StatusInfo | undefined

/**
 * Returns every status with a number, in table order. Empty for an unknown number. Frozen.
 *
 * @throws an {@link ArgumentError}, like {@link describe}
 */
export function lookupAll(code: number): readonly StatusInfo[]

/** Returns every status of the table, in table order. The array is frozen, and the same every time. */
export function list(): readonly StatusInfo[]

/**
 * Returns the statuses that a text matches, best first: paste a line of a log, or describe a symptom. The best evidence is a name or a code
 * (`KEY_BUSY`, `code: 9`, `22/6`), then a message of the client, then all words of the text in the texts of a status. If there's none, the rarest
 * words decide, with at most five statuses. A code that belongs to another system, such as in `exit code 9`, doesn't count. Of a very long text,
 * only the beginning and the end are searched for messages and words. Frozen.
 *
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if the text isn't a string
 */
export function search(text: string): readonly StatusInfo[]

/**
 * Returns at most five names of the table that are nearest to a misspelled one, best first. Names of other clients and of subcodes lead to their
 * status. `suggest('TIMEUOT')` is `['AEROSPIKE_ERR_TIMEOUT']`. Empty for an empty text, or one of more than 64 characters. Every call returns a new
 * array, which you may change.
 *
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if the name isn't a string
 */
export function suggest(name: string): string[]

/**
 * Returns all that is known about a status, as plain text of 80 columns: its numbers, whether it's transient and leaves a write in doubt, what
 * happened and which side says so, the usual causes, what to check and change, whether to retry, and its subcodes. If a number has two meanings,
 * explains both. For an unknown number, returns what {@link describe} says; for an unknown name, the nearest names.
 *
 * @param key the same as for {@link lookup}
 * @param subcode the same as for {@link describe}; the text then also explains the subcode
 * @throws an {@link ArgumentError}, like {@link lookup} and {@link describe}
 */
export function explain(key: number | string, subcode?: number): string

/**
 * Whether a value stands for success: 0, an object with code 0 (which 1.x passes to callbacks), null or undefined (which clients since 2.0 pass), or
 * a fulfilled row of `Promise.allSettled`. Never throws.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function isOk(value: unknown): boolean

/**
 * The opposite of {@link isOk}. Never throws.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function isError(value: unknown): boolean

/**
 * Whether the same request may succeed if you send it again unchanged, after a pause. If the failure has a known subcode, the subcode decides.
 * False if the failure has no code, or one that the table lacks. Never throws.
 *
 * Retry a read if `isTransient(err)`, and a write if `isTransient(err) && !isInDoubt(err)`. The Node.js client itself doesn't retry a command on one
 * record after an error that a server reports.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function isTransient(value: unknown): boolean

/**
 * Whether a write may have been applied although it failed. Never throws.
 *
 * A failed write is in doubt if its `inDoubt` is true, if it timed out, or if it has several parts, such as `batchWrite`. `truncate` and calls
 * for indexes, UDFs, info, users and roles are also in doubt if the connection failed. The client's own `inDoubt: false` isn't believed there: the client
 * counts a write as sent only when the thread is free, gives up a whole command when one part fails, and never counts those calls as sent.
 *
 * False for a call that only reads, and for one that the client refused or didn't send, unless `inDoubt` is true. The status decides about a failure
 * without `inDoubt` and `command`, and about a batch row. An unknown negative code is in doubt, an unknown positive one isn't.
 *
 * Ask about the client's own error, or the answer of {@link serialize}: a copy without its `command` can't tell a busy thread from a read. Keep the
 * client's `maxRetries` at 0 for writes that aren't safe to repeat: a first attempt that was applied can hide behind the second one's error, and no
 * field shows it.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function isInDoubt(value: unknown): boolean

/**
 * Whether a failure is one of the named statuses: `is(err, 'ERR_RECORD_NOT_FOUND', 'FILTERED_OUT')`. Never throws because of the value.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 * @param names at least one name that {@link lookup} takes. A name that only another release has never matches
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if there is no name or one isn't a string, a RangeError with code
 *   ERR_OUT_OF_RANGE and the nearest names if no release has a name
 */
export function is(value: unknown, ...names: (StatusName | ShortStatusName | (string & {}))[]): boolean

/**
 * Returns the status of a failure, by its code or by the status name in its message. For success, returns that of AEROSPIKE_OK. Never throws.
 *
 * @param value a code; an object with a numeric `code` of its own; a row of a batch result, which has a `status`, a `record` or `key`, and no `code`;
 *   a row of `Promise.allSettled`; null or undefined, which is success; an Error without a code, which counts as its `cause` (at most eight deep) or,
 *   if its message is a stock sentence, as the status with that sentence; or anything else at all
 * @returns undefined if the table has no such status
 */
export function statusOf(value: unknown): StatusInfo | undefined

/**
 * Formats any value as one line of a log: name, number and sentence, then whatever the error's message adds. With a known subcode:
 * `AEROSPIKE_ERR_FAIL_FORBIDDEN (22), FORBID_TRUNCATED (6): ...`. Leaves out the client's stock sentences, but keeps a node's address. A line break
 * becomes `; `, and the message is cut at 2 ** 20 UTF-16 units. If the failure has its own `inDoubt` or `command`, and {@link isInDoubt} is true, the
 * line ends with `(in doubt: a write may have been applied)`. A value without a code keeps its own text: its message, what its own `toString` says, or its
 * own members, of which objects and arrays are only `{...}` and `[...]`, since they may hold the request or a record. Never throws.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function format(value: unknown): string

/**
 * Returns an Error for a failure of any client generation; null if {@link isOk}. Its message is the value's own, or the text of {@link format} if that
 * is empty. It keeps `code`, `subcode`, `func`, `file` and `line`, and adds `statusName`. If the value has an `inDoubt` or a `command`, the Error has
 * what {@link isInDoubt} says. The value is its `cause`, which nothing prints, and its stack starts at the caller. For the name of a failure, returns
 * that failure: `toError('ERR_TIMEOUT')`. The Error isn't an instance of the client's own AerospikeError. Never throws.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function toError(value: unknown): AerospikeError | null

/**
 * Returns what is known about a value as a new plain object, for structured logs; null if {@link isOk}. It doesn't have `command`, `client`,
 * `record` or `key`, which hold the request, the configuration and the data. Texts of more than 2 ** 20 UTF-16 units are cut. Neither this nor
 * `JSON.stringify` of the result throws.
 *
 * @param value anything at all; see {@link statusOf} for what counts as a failure
 */
export function serialize(value: unknown): SerializedError | null

/**
 * The constants of `aerospike.subcode` since 7.0.0, for the `subcode` of a failure. A subcode has a meaning only together with its status. Numbers
 * only, frozen.
 */
export const subcode: {
  // #region subcode (derived from src/subcode.rs by `cargo test`)
  /** No subcode. */
  readonly NONE: 0
  /** The TTL is longer than ten years (315360000 seconds), the most that the server accepts. */
  readonly PARAM_TTL_INVALID: 1
  /** The bitwise operation starts beyond the end of the blob, or of the largest blob that the server allows. */
  readonly PARAM_BITS_OFFSET_OUT_OF_RANGE: 2
  /** The size of the bitwise operation is 0 or too large. */
  readonly PARAM_BITS_SIZE_OUT_OF_RANGE: 3
  /** The bitwise operation would make the blob larger than the server allows. */
  readonly PARAM_BITS_RESIZE_EXCEEDED: 4
  /** The write would give the record more bins than the server allows. */
  readonly PARAM_BIN_COUNT_TOO_LARGE: 5
  /** The context of the string operation, its path to a string inside a list or map, is malformed. */
  readonly PARAM_STRING_CTX_MALFORMED: 8
  /** The node has started, but doesn't know yet which node holds which partition. Retry after about a second. */
  readonly UNAVAIL_INITIAL_BALANCE_UNRESOLVED: 1
  /** A node that must hold a copy of the record is missing. Retry when the cluster is complete. */
  readonly UNAVAIL_REPLICA_UNAVAILABLE: 2
  /** Transactions need a namespace with strong consistency, and this one doesn't have it. */
  readonly UNSUPP_FEAT_MRT_REQUIRES_STRONG_CONSISTENCY: 1
  /** The feature isn't supported here: usually a transaction, or a write to the set for transactions, in a namespace without strong consistency. */
  readonly UNSUPP_FEAT_GENERIC: 2
  /** The bin doesn't exist, and this HyperLogLog operation can't create it. */
  readonly BIN_NOT_FOUND_HLL_CANNOT_CREATE_WITH_OP: 1
  /** The record has, or would get, more bins than a user-defined function (UDF) may handle. */
  readonly BIN_NAME_COUNT_TOO_LARGE: 1
  /** The namespace is configured to refuse writes from this source, clients or XDR. */
  readonly FORBID_XDR_FILTER_BLOCKED: 1
  /** The set holds as many records as its stop-writes-count allows, so it accepts no new ones. */
  readonly FORBID_SET_COUNT_STOP_WRITES: 2
  /** The set takes up as much space as its stop-writes-size allows, so it accepts no writes. */
  readonly FORBID_SET_SIZE_STOP_WRITES: 3
  /** The clocks of the nodes differ too much, so the namespace has stopped writes. Have the clocks fixed. */
  readonly FORBID_CLOCK_SKEW_STOP_WRITES: 4
  /** The namespace resolves conflicting writes, so a write may change bins but not replace the whole record. */
  readonly FORBID_REPLACE_CONFLICT_RESOLVING: 5
  /** The set or namespace is truncated up to a time in the future, so no record can be created. Retry after a short pause. */
  readonly FORBID_TRUNCATED: 6
  /** Meant for access that data masking blocks. No released server sends it: you get AEROSPIKE_ROLE_VIOLATION instead. */
  readonly FORBID_MASKING_POLICY_BLOCKED: 7
  /** The delete isn't durable, and the namespace refuses such deletes, because they could be undone. */
  readonly FORBID_DURABILITY_VIOLATION: 8
  /** Meant for a role that may not see unmasked data. No released server sends it: you get AEROSPIKE_ROLE_VIOLATION instead. */
  readonly FORBID_MASKING_ROLE_VIOLATION: 9
  /** The index is outside the list or map. */
  readonly OPNOT_CDT_INDEX_OUT_OF_BOUNDS: 1
  /** The rank is outside the list or map. */
  readonly OPNOT_CDT_RANK_OUT_OF_BOUNDS: 2
  /** The insert starts beyond the end of the list, which INSERT_BOUNDED forbids. */
  readonly OPNOT_CDT_BOUNDED_LIST_OVERFLOW: 3
  /** The HyperLogLog operation would create the bin, but doesn't set its number of index bits. */
  readonly OPNOT_HLL_INDEX_BITS_UNSET: 4
  /** The union would reduce the index bits of the HyperLogLog bin, which needs ALLOW_FOLD. */
  readonly OPNOT_HLL_CANNOT_REDUCE_INDEX_BITS: 5
  /** The union would drop the minhash bits of the HyperLogLog bin, which needs ALLOW_FOLD. */
  readonly OPNOT_HLL_CANNOT_REDUCE_MINHASH_BITS: 6
  /** A HyperLogLog value with minhash bits can't be folded. */
  readonly OPNOT_HLL_CANNOT_FOLD_MINHASH: 7
  /** The fold asks for more index bits than the HyperLogLog value has. A fold can only reduce them. */
  readonly OPNOT_HLL_FOLD_INDEX_BITS_TOO_LARGE: 8
  /** The HyperLogLog values can't be intersected, because their minhash bits differ. */
  readonly OPNOT_HLL_INTERSECT_MINHASH_MISMATCH: 9
  /** The string isn't a number, so it can't be converted to one. */
  readonly OPNOT_STRING_CONVERSION_FAILED: 10
  /** The blob or string to convert isn't valid UTF-8. */
  readonly OPNOT_STRING_UTF8_INVALID: 11
  /** The regular expression takes more work than the server allows. Simplify it, or shorten the text. */
  readonly OPNOT_STRING_REGEX_LIMIT_EXCEEDED: 12
  /** The string isn't valid base64. Check its length, its characters and its padding. */
  readonly OPNOT_STRING_B64_INVALID: 13
  /** Meant for a record that a filter on metadata leaves out. No released server sends it. */
  readonly FILTERED_META: 1
  /** Meant for a record that a filter on bins leaves out. No released server sends it. */
  readonly FILTERED_BINS: 2
  /** Meant for a filter on metadata that can't be evaluated. No released server sends it. */
  readonly FILTERED_META_EVAL_FAILED: 3
  /** Meant for a filter on bins that can't be evaluated. No released server sends it. */
  readonly FILTERED_BINS_EVAL_FAILED: 4
  /** Another transaction holds the record until it ends. Retry with growing, random pauses. */
  readonly MRT_BLOCKED_RECORD_LOCKED: 1
  /** Another transaction holds the record, so yours can't continue. Abort yours and run all of it again. */
  readonly MRT_BLOCKED_ID_MISMATCH: 2
  // #endregion
}

/** The releases at which the table changed, oldest first. Frozen. */
export const releases: readonly string[]

/**
 * Returns the table of a release, the same object every time. For a literal version that is a known release, the type has exactly its names and
 * numbers.
 *
 * @param version `X.Y.Z`, with an optional leading `v` and pre-release or build suffix; `X` or `X.Y` for the newest known release of that line;
 *   `'latest'` for the newest known release; or `'documented'` for this module. For an unknown release, you get the nearest known one before it. A
 *   range such as `^5.2.0` throws: pass the installed version, `require('aerospike/package.json').version`
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if the version isn't a string, a RangeError with code
 *   ERR_OUT_OF_RANGE if it's invalid or before 1.0.0
 */
export function forRelease<R extends Release>(version: R): StatusTable<R>
export function forRelease(version: string): StatusTable

/**
 * Returns the numbers that a name had, oldest first. Empty for an unknown name. Frozen.
 *
 * @param name a name in any case; `AEROSPIKE_` is optional, and so is `ERR_` if that's unambiguous
 * @throws an {@link ArgumentError}: a TypeError with code ERR_INVALID_ARG_TYPE if the name isn't a string
 */
export function history(name: string): readonly StatusEra[]

/**
 * Returns every number that the meanings of a code in one table have in another: `translate(602, { from: 'documented', to: '6.7.1' })` is `[2]`.
 * Empty if the other table has none of them, or the code is unknown. Every call returns a new array, which you may change.
 *
 * @param code a 32-bit integer
 * @param route two versions that {@link forRelease} takes
 * @throws an {@link ArgumentError}: for the code the same as {@link describe}, and for the versions the same as {@link forRelease}; a TypeError with
 *   code ERR_INVALID_ARG_TYPE if the route isn't an object
 */
export function translate(code: number, route: { from: string; to: string }): number[]

/** A status in a table. Frozen. */
export interface StatusInfo {
  /** The number in this table. */
  readonly code: number
  /** `'AEROSPIKE_ERR_RECORD_NOT_FOUND'`. It's the short name if the release exported no other. */
  readonly name: StatusName | ShortStatusName
  /** The sentence: what happened and, where it helps, what to do. */
  readonly description: string
  readonly category: StatusCategory
  /** Whether a retry may succeed: see {@link isTransient}. */
  readonly transient: boolean
  /** Whether a write that failed with this status may have been applied: see {@link isInDoubt}. */
  readonly inDoubt: boolean
  /** Whether `aerospike.status` of the release had it. Callbacks also get other numbers. */
  readonly exported: boolean
  /** The reasons that servers since 8.2 distinguish by a number. Empty for most statuses. Frozen. */
  readonly subcodes: readonly SubcodeInfo[]
}

/** A subcode of a status. Frozen. */
export interface SubcodeInfo {
  /** The number. It has a meaning only together with its status. */
  readonly subcode: number
  /** The name in `aerospike.subcode`, or the server's name without `AS_SUB_`: `'FORBID_TRUNCATED'`. */
  readonly name: string
  /** The sentence: what happened and, where it helps, what to do. */
  readonly description: string
  /** Whether a retry may succeed. It overrides the flag of the status. */
  readonly transient: boolean
}

/** A number that a name had in a range of releases. Frozen. */
export interface StatusEra {
  readonly code: number
  /** The first release with the number. */
  readonly since: string
  /** The first release without the number. Absent if the newest release still has it. */
  readonly until?: string
  /** Whether `aerospike.status` of these releases had the number. */
  readonly exported: boolean
}

/**
 * The table of a {@link Release}, with exactly its names and numbers. Without a type argument it's any table, whose `status` may lack any name.
 * Frozen.
 */
export interface StatusTable<R extends string = string> {
  /** `'documented'`, or the release of the table: the nearest known one at or before the given version. */
  readonly release: R extends 'latest' ? Latest : R extends Release ? R : string
  /** The content of `aerospike.status`: numbers only, with short names since 3.0.0. Frozen. */
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
  /** {@link suggest} in this table. */
  readonly suggest: typeof suggest
  /** {@link explain} in this table. */
  readonly explain: typeof explain
  /** {@link isOk} in this table. */
  readonly isOk: typeof isOk
  /** {@link isError} in this table. */
  readonly isError: typeof isError
  /** {@link isTransient} in this table. */
  readonly isTransient: typeof isTransient
  /** {@link isInDoubt} in this table. */
  readonly isInDoubt: typeof isInDoubt
  /** {@link is} in this table. */
  readonly is: typeof is
  /** {@link statusOf} in this table. */
  readonly statusOf: typeof statusOf
  /** {@link format} in this table. */
  readonly format: typeof format
  /** {@link toError} in this table. */
  readonly toError: typeof toError
  /** {@link serialize} in this table. */
  readonly serialize: typeof serialize
}

/** A known release of the client; `'latest'`, the newest of them; or `'documented'`. */
export type Release = { [Known in keyof Statuses]: Known }[keyof Statuses]

/** The content of `aerospike.status` in a {@link Release}: its names and numbers. For any other string, each name may be missing. */
export type StatusOf<R extends string> = StatusIn<R> & {}

// Because of `& {}`, editors show StatusOf<'6.7.1'>, and a user's own declarations contain no name that isn't exported.
type StatusIn<R extends string> = R extends Release ? Statuses[R] : AnyStatus
type AnyStatus = { readonly [Name in StatusName]?: number } & { readonly [Name in ShortStatusName]?: number }

/** What {@link toError} returns. You may change it. Fields that the value lacked are absent. */
export interface AerospikeError extends Error {
  name: string
  /** The status code. It's a string if the value had a string as its `code`, like the errors of Node's own modules. */
  code?: number | string
  /** The name of the status, if the table knows the code or the message names it: `'AEROSPIKE_ERR_TIMEOUT'`. */
  statusName?: StatusName | ShortStatusName
  /** The C function, file and line of the client where the error occurred. */
  func?: string
  file?: string
  line?: number
  /** Which of the status's reasons applies, if the server sent it: see {@link subcode}. */
  subcode?: number
  /** Whether a write may have been applied although it failed: see {@link isInDoubt}. Absent if code and message say the same. */
  inDoubt?: boolean
  /** The value that you passed. */
  cause?: unknown
  /** What {@link serialize} returns, without `stack` and `cause`. */
  toJSON(): SerializedError
}

/** What {@link serialize} returns. Unknown fields are absent. */
export interface SerializedError {
  name: string
  message: string
  /** The status code. It's a string if the value had a string as its `code`. */
  code?: number | string
  statusName?: StatusName | ShortStatusName
  /** The sentence of the status. */
  description?: string
  category?: StatusCategory
  transient?: boolean
  /** What {@link isInDoubt} says. */
  inDoubt?: boolean
  subcode?: number
  subcodeName?: string
  func?: string
  file?: string
  line?: number
  stack?: string
  /** At most eight deep. */
  cause?: SerializedError
}

/** What a function throws for an invalid argument: a TypeError or a RangeError, by its `code`. The message says what it received. */
export interface ArgumentError extends Error {
  code: 'ERR_INVALID_ARG_TYPE' | 'ERR_OUT_OF_RANGE'
}

/** What a status is about. For the documented names it follows from the number in the 1.x document. */
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

/** Every known name: those that a release exported, and those of numbers that callbacks get although no release exported them. */
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

/** Every name that a release exported. */
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

// Without this, TypeScript would export the declarations above that have no `export`.
export {}
