// The content of `aerospike.status` in each release: the source of `Release`, `StatusOf` and `StatusTable` in index.d.ts.

import type { status as documented } from './index'

export interface Statuses {
  documented: typeof documented
  // #region releases (derived from data/numbers.json by `cargo test`)
  '1.0.0': Status_1_0_0
  '1.0.1': Status_1_0_0
  '1.0.2': Status_1_0_0
  '1.0.3': Status_1_0_0
  '1.0.4': Status_1_0_0
  '1.0.5': Status_1_0_0
  '1.0.6': Status_1_0_0
  '1.0.7': Status_1_0_0
  '1.0.8': Status_1_0_0
  '1.0.9': Status_1_0_0
  '1.0.10': Status_1_0_0
  '1.0.11': Status_1_0_0
  '1.0.12': Status_1_0_0
  '1.0.13': Status_1_0_0
  '1.0.14': Status_1_0_0
  '1.0.15': Status_1_0_0
  '1.0.16': Status_1_0_16
  '1.0.17': Status_1_0_16
  '1.0.18': Status_1_0_16
  '1.0.19': Status_1_0_16
  '1.0.20': Status_1_0_20
  '1.0.21': Status_1_0_20
  '1.0.22': Status_1_0_20
  '1.0.23': Status_1_0_20
  '1.0.24': Status_1_0_20
  '1.0.25': Status_1_0_20
  '1.0.26': Status_1_0_20
  '1.0.27': Status_1_0_20
  '1.0.28': Status_1_0_20
  '1.0.29': Status_1_0_20
  '1.0.30': Status_1_0_20
  '1.0.31': Status_1_0_20
  '1.0.32': Status_1_0_20
  '1.0.33': Status_1_0_20
  '1.0.34': Status_1_0_34
  '1.0.35': Status_1_0_34
  '1.0.36': Status_1_0_36
  '1.0.37': Status_1_0_36
  '1.0.38': Status_1_0_36
  '1.0.39': Status_1_0_36
  '1.0.40': Status_1_0_36
  '1.0.41': Status_1_0_36
  '1.0.42': Status_1_0_36
  '1.0.43': Status_1_0_36
  '1.0.44': Status_1_0_36
  '1.0.45': Status_1_0_36
  '1.0.46': Status_1_0_36
  '1.0.47': Status_1_0_36
  '1.0.48': Status_1_0_36
  '1.0.49': Status_1_0_36
  '1.0.50': Status_1_0_36
  '1.0.51': Status_1_0_36
  '1.0.52': Status_1_0_36
  '1.0.53': Status_1_0_36
  '1.0.54': Status_1_0_36
  '1.0.55': Status_1_0_36
  '1.0.56': Status_1_0_36
  '1.0.57': Status_1_0_36
  '1.0.58': Status_1_0_36
  '2.0.0': Status_2_0_0
  '2.0.1': Status_2_0_0
  '2.0.2': Status_2_0_0
  '2.0.3': Status_2_0_0
  '2.0.4': Status_2_0_0
  '2.1.0': Status_2_0_0
  '2.1.1': Status_2_0_0
  '2.2.0': Status_2_0_0
  '2.3.0': Status_2_0_0
  '2.3.1': Status_2_0_0
  '2.4.0': Status_2_4_0
  '2.4.1': Status_2_4_0
  '2.4.2': Status_2_4_0
  '2.4.3': Status_2_4_0
  '2.4.4': Status_2_4_0
  '2.5.0': Status_2_4_0
  '2.5.1': Status_2_4_0
  '2.5.2': Status_2_4_0
  '2.6.0': Status_2_4_0
  '2.7.0': Status_2_4_0
  '2.7.1': Status_2_4_0
  '2.7.2': Status_2_4_0
  '3.0.0': Status_3_0_0
  '3.0.1': Status_3_0_0
  '3.0.2': Status_3_0_0
  '3.1.0': Status_3_1_0
  '3.1.1': Status_3_1_0
  '3.2.0': Status_3_2_0
  '3.3.0': Status_3_2_0
  '3.4.0': Status_3_2_0
  '3.4.1': Status_3_2_0
  '3.5.0': Status_3_2_0
  '3.6.0': Status_3_2_0
  '3.6.1': Status_3_2_0
  '3.7.0': Status_3_2_0
  '3.7.1': Status_3_2_0
  '3.7.2': Status_3_2_0
  '3.8.0': Status_3_8_0
  '3.9.0': Status_3_8_0
  '3.10.0': Status_3_8_0
  '3.11.0': Status_3_8_0
  '3.12.0': Status_3_12_0
  '3.13.0': Status_3_13_0
  '3.14.0': Status_3_14_0
  '3.14.1': Status_3_14_0
  '3.15.0': Status_3_14_0
  '3.16.0': Status_3_14_0
  '3.16.1': Status_3_14_0
  '3.16.2': Status_3_14_0
  '3.16.3': Status_3_14_0
  '3.16.4': Status_3_14_0
  '3.16.5': Status_3_14_0
  '3.16.6': Status_3_14_0
  '3.16.7': Status_3_14_0
  '4.0.0': Status_4_0_0
  '4.0.1': Status_4_0_0
  '4.0.2': Status_4_0_0
  '4.0.3': Status_4_0_0
  '4.0.4': Status_4_0_0
  '4.0.5': Status_4_0_0
  '5.0.0': Status_4_0_0
  '5.0.1': Status_4_0_0
  '5.0.2': Status_4_0_0
  '5.0.3': Status_4_0_0
  '5.1.0': Status_4_0_0
  '5.1.1': Status_4_0_0
  '5.2.0': Status_4_0_0
  '5.2.1': Status_5_2_1
  '5.2.2': Status_5_2_2
  '5.3.0': Status_5_2_2
  '5.4.0': Status_5_2_2
  '5.5.0': Status_5_2_2
  '5.6.0': Status_5_2_2
  '5.7.0': Status_5_7_0
  '5.8.0': Status_5_7_0
  '5.9.0': Status_5_7_0
  '5.10.0': Status_5_7_0
  '5.11.0': Status_5_11_0
  '5.12.0': Status_5_11_0
  '5.12.1': Status_5_11_0
  '5.13.0': Status_5_13_0
  '5.13.1': Status_5_13_0
  '5.13.2': Status_5_13_0
  '6.0.0': Status_6_0_0
  '6.0.1': Status_6_0_0
  '6.0.2': Status_6_0_2
  '6.1.0': Status_6_0_2
  '6.2.0': Status_6_0_2
  '6.3.0': Status_6_3_0
  '6.4.0': Status_6_3_0
  '6.6.1': Status_6_3_0
  '6.7.1': Status_6_3_0
  latest: Status_6_3_0
  // #endregion
}

// The newest known release.
// #region latest (derived from data/numbers.json by `cargo test`)
export type Latest = '6.7.1'
// #endregion

// Each type adds to the previous one, or lists everything if the release dropped something. They are intersections and not mapped types,
// because some editors don't show the sentence of a name after an Omit or a Readonly.
// #region statuses (derived from src/status.rs by `cargo test`)
type Status_1_0_0 = Eras['1.0.0-1.0.19']
type Status_1_0_16 = Status_1_0_0 & Eras['1.0.16-1.0.19']
type Status_1_0_20 = Eras['since 1.0.20'] & Eras['1.0.20-2.7.2'] & Eras['1.0.20-3.0.2'] & Eras['1.0.20-3.7.2']
type Status_1_0_34 = Status_1_0_20 & Eras['1.0.34-1.0.35'] & Eras['1.0.34-1.0.58'] & Eras['1.0.34-2.7.2']
type Status_1_0_36 = Eras['since 1.0.20'] &
  Eras['1.0.20-2.7.2'] &
  Eras['1.0.20-3.0.2'] &
  Eras['1.0.20-3.7.2'] &
  Eras['1.0.34-1.0.58'] &
  Eras['1.0.34-2.7.2'] &
  Eras['1.0.36-2.7.2']
type Status_2_0_0 = Eras['since 1.0.20'] &
  Eras['1.0.20-2.7.2'] &
  Eras['1.0.20-3.0.2'] &
  Eras['1.0.20-3.7.2'] &
  Eras['1.0.34-2.7.2'] &
  Eras['1.0.36-2.7.2'] &
  Eras['since 2.0.0'] &
  Eras['2.0.0-2.7.2']
type Status_2_4_0 = Status_2_0_0 & Eras['since 2.4.0']
type Status_3_0_0 = Eras['since 1.0.20'] &
  Eras['1.0.20-3.0.2'] &
  Eras['1.0.20-3.7.2'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['3.0.0-3.0.2'] &
  Eras['3.0.0-3.7.2']
type Status_3_1_0 = Eras['since 1.0.20'] &
  Eras['1.0.20-3.7.2'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['3.0.0-3.7.2'] &
  Eras['since 3.1.0']
type Status_3_2_0 = Status_3_1_0 & Eras['since 3.2.0'] & Eras['3.2.0-5.2.0']
type Status_3_8_0 = Eras['since 1.0.20'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['since 3.1.0'] &
  Eras['since 3.2.0'] &
  Eras['3.2.0-5.2.0']
type Status_3_12_0 = Status_3_8_0 & Eras['since 3.12.0']
type Status_3_13_0 = Status_3_12_0 & Eras['since 3.13.0']
type Status_3_14_0 = Status_3_13_0 & Eras['since 3.14.0']
type Status_4_0_0 = Status_3_14_0 & Eras['since 4.0.0']
type Status_5_2_1 = Eras['since 1.0.20'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['since 3.1.0'] &
  Eras['since 3.2.0'] &
  Eras['since 3.12.0'] &
  Eras['since 3.13.0'] &
  Eras['since 3.14.0'] &
  Eras['since 4.0.0'] &
  Eras['since 5.2.1'] &
  Eras['5.2.1']
type Status_5_2_2 = Eras['since 1.0.20'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['since 3.1.0'] &
  Eras['since 3.2.0'] &
  Eras['since 3.12.0'] &
  Eras['since 3.13.0'] &
  Eras['since 3.14.0'] &
  Eras['since 4.0.0'] &
  Eras['since 5.2.1']
type Status_5_7_0 = Status_5_2_2 & Eras['since 5.7.0']
type Status_5_11_0 = Status_5_7_0 & Eras['since 5.11.0'] & Eras['5.11.0-6.0.1']
type Status_5_13_0 = Status_5_11_0 & Eras['since 5.13.0']
type Status_6_0_0 = Status_5_13_0 & Eras['since 6.0.0']
type Status_6_0_2 = Eras['since 1.0.20'] &
  Eras['since 2.0.0'] &
  Eras['since 2.4.0'] &
  Eras['since 3.0.0'] &
  Eras['since 3.1.0'] &
  Eras['since 3.2.0'] &
  Eras['since 3.12.0'] &
  Eras['since 3.13.0'] &
  Eras['since 3.14.0'] &
  Eras['since 4.0.0'] &
  Eras['since 5.2.1'] &
  Eras['since 5.7.0'] &
  Eras['since 5.11.0'] &
  Eras['since 5.13.0'] &
  Eras['since 6.0.0'] &
  Eras['since 6.0.2']
type Status_6_3_0 = Status_6_0_2 & Eras['since 6.3.0']
// #endregion

/** The names, by the releases that had them with this number and sentence. Literal types, so a user's declarations don't name this one. */
interface Eras {
  // #region eras (derived from src/status.rs by `cargo test`)
  '1.0.0-1.0.19': {
    /** The operation was successful. */
    readonly AEROSPIKE_OK: 0
    /** Generic error code. */
    readonly AEROSPIKE_ERR: 100
    /** Generic client API usage error. */
    readonly AEROSPIKE_ERR_CLIENT: 200
    /** Invalid client API parameter. */
    readonly AEROSPIKE_ERR_PARAM: 201
    /** Generic cluster discovery & connection error. */
    readonly AEROSPIKE_ERR_CLUSTER: 300
    /** Request timed out. */
    readonly AEROSPIKE_ERR_TIMEOUT: 400
    /** Reserved for requests that the client drops to limit its load. No release ever returned it. */
    readonly AEROSPIKE_ERR_THROTTLED: 401
    /** Generic error returned by server. */
    readonly AEROSPIKE_ERR_SERVER: 500
    /** Request protocol invalid, or invalid protocol field. */
    readonly AEROSPIKE_ERR_REQUEST_INVALID: 501
    /** Namespace in request not found on server. */
    readonly AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 502
    /** The server node is running out of memory and/or storage device space reserved for the specified namespace. */
    readonly AEROSPIKE_ERR_SERVER_FULL: 503
    /** A cluster state change occurred during the request. */
    readonly AEROSPIKE_ERR_CLUSTER_CHANGE: 504
    /** Generic record error. */
    readonly AEROSPIKE_ERR_RECORD: 600
    /** Too many concurrent requests for one record - a "hot-key" situation. */
    readonly AEROSPIKE_ERR_RECORD_BUSY: 601
    /** Record does not exist in database. May be returned by read, or write with policy Exists. */
    readonly AEROSPIKE_ERR_RECORD_NOT_FOUND: 602
    /** Record already exists. May be returned by write with policy `Exists.CREATE`. */
    readonly AEROSPIKE_ERR_RECORD_EXISTS: 603
    /** Generation of record in database does not satisfy write policy */
    readonly AEROSPIKE_ERR_RECORD_GENERATION: 604
    /** Record being written can't fit in a storage write block */
    readonly AEROSPIKE_ERR_RECORD_TOO_BIG: 605
    /** Bin modification operation can't be done on an existing bin due to its value type */
    readonly AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 606
  }
  '1.0.16-1.0.19': {
    /** The user-defined function (UDF) failed or couldn't be started. The error's message usually comes from Lua. */
    readonly AEROSPIKE_ERR_UDF: 1300
  }
  'since 1.0.20': {
    /** The command succeeded. */
    readonly AEROSPIKE_OK: 0
    /** The client itself failed: a call before connect, no usable seed host, or an invalid setting. Only the message says which. */
    readonly AEROSPIKE_ERR_CLIENT: -1
    /** The client refused an argument of the call, such as a bin, an operation or a policy. It sent nothing. */
    readonly AEROSPIKE_ERR_PARAM: -2
    /** The record's partition is unavailable: nodes are starting or missing, or partitions are migrating. */
    readonly AEROSPIKE_ERR_CLUSTER: 11
    /** No answer came in time: the client waited as long as its policy allows, or the server gave up. */
    readonly AEROSPIKE_ERR_TIMEOUT: 9
    /** The server failed without a more specific status; its log says why. The client also returns this if it knows no node. */
    readonly AEROSPIKE_ERR_SERVER: 1
    /** The server refuses a parameter of the request, such as the TTL, the set or a combination of flags. Its log usually says which. */
    readonly AEROSPIKE_ERR_REQUEST_INVALID: 4
    /** The cluster has no namespace with this name, or the client knows no node at all ("Cluster is empty"). */
    readonly AEROSPIKE_ERR_NAMESPACE_NOT_FOUND: 20
    /** The namespace accepts no more writes, because its storage or the node's memory has reached a configured limit. */
    readonly AEROSPIKE_ERR_SERVER_FULL: 8
    /** The cluster changed during a query that should fail in that case (failOnClusterChange). */
    readonly AEROSPIKE_ERR_CLUSTER_CHANGE: 7
    /** The server doesn't support the request in this form. Often, an old client queries a newer server: update the client. Transactions need strong consistency. */
    readonly AEROSPIKE_ERR_UNSUPPORTED_FEATURE: 16
    /** The node's storage can't keep up with the writes. Write more slowly, and retry later. */
    readonly AEROSPIKE_ERR_DEVICE_OVERLOAD: 18
    /** Too many commands wait for this one record, a hot key: more than transaction-pending-limit allows. */
    readonly AEROSPIKE_ERR_RECORD_BUSY: 14
    /** There is no record with this key. Reads get this, and writes that may only change an existing record. */
    readonly AEROSPIKE_ERR_RECORD_NOT_FOUND: 2
    /** The record already exists, and the write may only create one. */
    readonly AEROSPIKE_ERR_RECORD_EXISTS: 5
    /** The record's generation isn't the one that the write expects. Usually somebody changed the record after you read it: read it again. */
    readonly AEROSPIKE_ERR_RECORD_GENERATION: 3
    /** The write would make the record larger than the namespace allows: max-record-size, or write-block-size before server 7.1. */
    readonly AEROSPIKE_ERR_RECORD_TOO_BIG: 13
    /** The operation doesn't fit the type of the bin's value, for example incr on a string. */
    readonly AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE: 12
    /** The user key in the request isn't the one stored with the record of this digest. */
    readonly AEROSPIKE_ERR_RECORD_KEY_MISMATCH: 19
    /** A bin name is longer than 15 bytes. Before server 7.0 it can also mean that the namespace has no room for another bin name. */
    readonly AEROSPIKE_ERR_BIN_NAME: 21
    /** The user-defined function (UDF) failed or couldn't be started. The error's message usually comes from Lua. */
    readonly AEROSPIKE_ERR_UDF: 100
    /** Probably the UDF module has no such function. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead. */
    readonly AEROSPIKE_ERR_UDF_NOT_FOUND: 1301
    /** Probably the server has no UDF module in this file. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead. */
    readonly AEROSPIKE_ERR_LUA_FILE_NOT_FOUND: 1302
    /** Somebody, usually an operator, stopped the scan or query on the server. Start it again if you still need it. */
    readonly AEROSPIKE_ERR_SCAN_ABORTED: 15
  }
  '1.0.20-2.7.2': {
    /** Another name for AEROSPIKE_ERR_CLIENT, dropped in 3.0.0. */
    readonly AEROSPIKE_ERR: -1
  }
  '1.0.20-3.0.2': {
    /** Probably the server has no cross-datacenter replication (XDR). Old servers also returned this for writes that they forbid. */
    readonly AEROSPIKE_ERR_NO_XDR: 10
  }
  '1.0.20-3.7.2': {
    /** The bin already exists, and the operation may only create one (CREATE_ONLY). Bitwise, HyperLogLog and expression operations get this. */
    readonly AEROSPIKE_ERR_BIN_EXISTS: 6
    /** The bin doesn't exist, and the operation may only change one. Bitwise, HyperLogLog and expression operations get this. */
    readonly AEROSPIKE_ERR_BIN_NOT_FOUND: 17
  }
  '1.0.34-1.0.35': {
    /** The item wasn't found in the large data type. */
    readonly AEROSPIKE_ERR_LDT_NOT_FOUND: 125
  }
  '1.0.34-1.0.58': {
    /** An argument of the large data type operation is invalid. */
    readonly AEROSPIKE_ERR_LDT_INPUT_PARAM: 1409
  }
  '1.0.34-2.7.2': {
    /** A large data type failed inside the server. */
    readonly AEROSPIKE_ERR_LDT_INTERNAL: 1400
    /** The large data type holds each value only once, and already has this one. */
    readonly AEROSPIKE_ERR_LDT_UNIQUE_KEY: 1402
    /** Inserting into the large data type failed. */
    readonly AEROSPIKE_ERR_LDT_INSERT: 1403
    /** Searching the large data type failed. */
    readonly AEROSPIKE_ERR_LDT_SEARCH: 1404
    /** Deleting from the large data type failed. */
    readonly AEROSPIKE_ERR_LDT_DELETE: 1405
    /** The bin holds a different kind of large data type than the operation needs. */
    readonly AEROSPIKE_ERR_LDT_TYPE_MISMATCH: 1410
    /** The bin name of the large data type is missing. */
    readonly AEROSPIKE_ERR_LDT_NULL_BIN_NAME: 1411
    /** The bin name of the large data type isn't a string. */
    readonly AEROSPIKE_ERR_LDT_BIN_NAME_NOT_STRING: 1412
    /** The bin name of the large data type is too long. */
    readonly AEROSPIKE_ERR_LDT_BIN_NAME_TOO_LONG: 1413
    /** The operation opened too many sub-records of the large data type. */
    readonly AEROSPIKE_ERR_LDT_TOO_MANY_OPEN_SUBRECS: 1414
    /** The record that holds the large data type wasn't found. */
    readonly AEROSPIKE_ERR_LDT_TOP_REC_NOT_FOUND: 1415
    /** A sub-record of the large data type wasn't found. */
    readonly AEROSPIKE_ERR_LDT_SUB_REC_NOT_FOUND: 1416
    /** The bin of the large data type doesn't exist. */
    readonly AEROSPIKE_ERR_LDT_BIN_DOES_NOT_EXIST: 1417
    /** The bin of the large data type already exists. */
    readonly AEROSPIKE_ERR_LDT_BIN_ALREADY_EXISTS: 1418
    /** The control data in the bin of the large data type is damaged. */
    readonly AEROSPIKE_ERR_LDT_BIN_DAMAGED: 1419
    /** The pool of open sub-records of the large data type is damaged. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_POOL_DAMAGED: 1420
    /** A sub-record of the large data type is damaged. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_DAMAGED: 1421
    /** A sub-record of the large data type couldn't be opened. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_OPEN: 1422
    /** A sub-record of the large data type couldn't be updated. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_UPDATE: 1423
    /** A sub-record of the large data type couldn't be created. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_CREATE: 1424
    /** A sub-record of the large data type couldn't be deleted. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_DELETE: 1425
    /** A sub-record of the large data type couldn't be closed. */
    readonly AEROSPIKE_ERR_LDT_SUBREC_CLOSE: 1426
    /** The record that holds the large data type couldn't be updated. */
    readonly AEROSPIKE_ERR_LDT_TOPREC_UPDATE: 1427
    /** The record that holds the large data type couldn't be created. */
    readonly AEROSPIKE_ERR_LDT_TOPREC_CREATE: 1428
    /** The name of the filter function for the large data type is invalid. */
    readonly AEROSPIKE_ERR_LDT_FILTER_FUNCTION_BAD: 1430
    /** The filter function for the large data type wasn't found. */
    readonly AEROSPIKE_ERR_LDT_FILTER_FUNCTION_NOT_FOUND: 1431
    /** The name of the function that returns an item's key is invalid. */
    readonly AEROSPIKE_ERR_LDT_KEY_FUNCTION_BAD: 1432
    /** The function that returns an item's key wasn't found. */
    readonly AEROSPIKE_ERR_LDT_KEY_FUNCTION_NOT_FOUND: 1433
    /** The name of the function that transforms an item for storage is invalid. */
    readonly AEROSPIKE_ERR_LDT_TRANS_FUNCTION_BAD: 1434
    /** The function that transforms an item for storage wasn't found. */
    readonly AEROSPIKE_ERR_LDT_TRANS_FUNCTION_NOT_FOUND: 1435
    /** The name of the function that restores an item from storage is invalid. */
    readonly AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_BAD: 1436
    /** The function that restores an item from storage wasn't found. */
    readonly AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_NOT_FOUND: 1437
    /** The name of the user module for the large data type is invalid. */
    readonly AEROSPIKE_ERR_LDT_USER_MODULE_BAD: 1438
    /** The user module for the large data type wasn't found. */
    readonly AEROSPIKE_ERR_LDT_USER_MODULE_NOT_FOUND: 1439
  }
  '1.0.36-2.7.2': {
    /** The large data type has no such item. */
    readonly AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND: 125
    /** The item wasn't found in the large data type. */
    readonly AEROSPIKE_ERR_LDT_NOT_FOUND: 1401
  }
  'since 2.0.0': {
    /** The application stopped reading a scan or query. Used only inside the client. */
    readonly AEROSPIKE_ERR_CLIENT_ABORT: -5
    /** The host name couldn't be resolved. Check its spelling and the DNS. */
    readonly AEROSPIKE_ERR_INVALID_HOST: -4
    /** The client couldn't open a connection to the node, or lost it while the command ran. */
    readonly AEROSPIKE_ERR_ASYNC_CONNECTION: -6
    /** All connections that the client may open to the node are in use. Send fewer commands at a time, or raise maxConnsPerNode. */
    readonly AEROSPIKE_ERR_NO_MORE_CONNECTIONS: -7
    /** The client found no node for this request. The cluster may be restarting or unreachable. */
    readonly AEROSPIKE_ERR_INVALID_NODE: -8
    /** The server doesn't allow this now. For example, a write has a TTL while nsup-period is 0, its set is at a stop-writes limit, or too many queries are running. */
    readonly AEROSPIKE_ERR_FAIL_FORBIDDEN: 22
    /** The GeoJSON is malformed, or the server doesn't support it. */
    readonly AEROSPIKE_ERR_GEO_INVALID_GEOJSON: 160
    /** The list of users or roles is complete. Used only inside the client. */
    readonly AEROSPIKE_QUERY_END: 50
    /** The server has no security: it's the Community Edition. Connect without user and password. */
    readonly AEROSPIKE_SECURITY_NOT_SUPPORTED: 51
    /** Security is switched off in the server's configuration. */
    readonly AEROSPIKE_SECURITY_NOT_ENABLED: 52
    /** The server doesn't support this version of the security protocol. */
    readonly AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED: 53
    /** The server doesn't know this user or role command. */
    readonly AEROSPIKE_INVALID_COMMAND: 54
    /** A field of the user or role command is invalid. */
    readonly AEROSPIKE_INVALID_FIELD: 55
    /** The user or role command came at the wrong time, for example in the middle of a login. */
    readonly AEROSPIKE_ILLEGAL_STATE: 56
    /** The user name is missing, malformed, or unknown to the server. */
    readonly AEROSPIKE_INVALID_USER: 60
    /** A user with this name already exists. */
    readonly AEROSPIKE_USER_ALREADY_EXISTS: 61
    /** The password is missing or malformed. A wrong password returns AEROSPIKE_INVALID_CREDENTIAL. */
    readonly AEROSPIKE_INVALID_PASSWORD: 62
    /** The password has expired. Set a new one. */
    readonly AEROSPIKE_EXPIRED_PASSWORD: 63
    /** The password isn't allowed, for example because it was used before, or because authMode is PKI. */
    readonly AEROSPIKE_FORBIDDEN_PASSWORD: 64
    /** The login failed. Check the user name and the password. */
    readonly AEROSPIKE_INVALID_CREDENTIAL: 65
    /** The role name is missing, malformed, or unknown to the server. */
    readonly AEROSPIKE_INVALID_ROLE: 70
    /** A role with this name already exists. */
    readonly AEROSPIKE_ROLE_ALREADY_EXISTS: 71
    /** The privilege is unknown to the server, or can't be limited to this namespace or set. */
    readonly AEROSPIKE_INVALID_PRIVILEGE: 72
    /** The server requires a login. Set user and password in the client's configuration. */
    readonly AEROSPIKE_NOT_AUTHENTICATED: 80
    /** None of the user's roles permits this operation. */
    readonly AEROSPIKE_ROLE_VIOLATION: 81
    /** Batches are switched off on the node: its batch-index-threads is 0. */
    readonly AEROSPIKE_ERR_BATCH_DISABLED: 150
    /** The batch has more keys for one node than batch-max-requests allows. Send smaller batches. */
    readonly AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED: 151
    /** The node's queues for batch responses are full. Send fewer batches at a time. */
    readonly AEROSPIKE_ERR_BATCH_QUEUES_FULL: 152
    /** A secondary index with this name exists, but with another definition. Servers before 6.1 also refuse the same index, or a second one on the bin. */
    readonly AEROSPIKE_ERR_INDEX_FOUND: 200
    /** No secondary index fits the query. Compare bin, set, type and kind (list, map or plain) with those of the index, or create one. */
    readonly AEROSPIKE_ERR_INDEX_NOT_FOUND: 201
    /** Probably the secondary index got no memory. No server from 4.0 on is known to send it. */
    readonly AEROSPIKE_ERR_INDEX_OOM: 202
    /** The secondary index can't be read yet. It may still be building. */
    readonly AEROSPIKE_ERR_INDEX_NOT_READABLE: 203
    /** A secondary index failed, without a more specific status. Only servers before 6.0 send this. */
    readonly AEROSPIKE_ERR_INDEX: 204
    /** Probably the secondary index's name is too long. Servers from 4.0 on send AEROSPIKE_ERR_REQUEST_INVALID instead. */
    readonly AEROSPIKE_ERR_INDEX_NAME_MAXLEN: 205
    /** The namespace already has 256 secondary indexes, the fixed limit. */
    readonly AEROSPIKE_ERR_INDEX_MAXCOUNT: 206
    /** The batch, scan or query has no more records. Used only inside the client. */
    readonly AEROSPIKE_NO_MORE_RECORDS: -3
    /** Somebody stopped the query on the server. Servers since 6.0 send AEROSPIKE_ERR_SCAN_ABORTED instead. */
    readonly AEROSPIKE_ERR_QUERY_ABORTED: 210
    /** The server's query queue is full. Send fewer queries at a time. Only servers before 6.0 send this. */
    readonly AEROSPIKE_ERR_QUERY_QUEUE_FULL: 211
    /** The query ran out of time on the server. Only servers before 6.0 send this. */
    readonly AEROSPIKE_ERR_QUERY_TIMEOUT: 212
    /** The query failed, without a more specific status. Only servers before 6.0 send this. */
    readonly AEROSPIKE_ERR_QUERY: 213
  }
  '2.0.0-2.7.2': {
    /** Another spelling of AEROSPIKE_ERR_LDT_INPUT_PARAM: an argument of the large data type operation is invalid. */
    readonly AEROSPIKE_ERR_LDT_INPUT_PARM: 1409
  }
  'since 2.4.0': {
    /** The old name for AEROSPIKE_ERR_ENTERPRISE_ONLY: the server's edition or license lacks the feature. */
    readonly AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY: 25
    /** The map doesn't have this key, and the write flag UPDATE_ONLY allows no new one. */
    readonly AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND: 23
    /** The list or map already has this element, and the write flags (CREATE_ONLY, ADD_UNIQUE) don't allow it twice. */
    readonly AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS: 24
  }
  'since 3.0.0': {
    /** The command succeeded. */
    readonly OK: 0
    /** The client itself failed: a call before connect, no usable seed host, or an invalid setting. Only the message says which. */
    readonly ERR_CLIENT: -1
    /** The client refused an argument of the call, such as a bin, an operation or a policy. It sent nothing. */
    readonly ERR_PARAM: -2
    /** The application stopped reading a scan or query. Used only inside the client. */
    readonly ERR_CLIENT_ABORT: -5
    /** The record's partition is unavailable: nodes are starting or missing, or partitions are migrating. */
    readonly ERR_CLUSTER: 11
    /** The host name couldn't be resolved. Check its spelling and the DNS. */
    readonly ERR_INVALID_HOST: -4
    /** The client couldn't open a connection to the node, or lost it while the command ran. */
    readonly ERR_ASYNC_CONNECTION: -6
    /** All connections that the client may open to the node are in use. Send fewer commands at a time, or raise maxConnsPerNode. */
    readonly ERR_NO_MORE_CONNECTIONS: -7
    /** The client found no node for this request. The cluster may be restarting or unreachable. */
    readonly ERR_INVALID_NODE: -8
    /** No answer came in time: the client waited as long as its policy allows, or the server gave up. */
    readonly ERR_TIMEOUT: 9
    /** The server failed without a more specific status; its log says why. The client also returns this if it knows no node. */
    readonly ERR_SERVER: 1
    /** The server refuses a parameter of the request, such as the TTL, the set or a combination of flags. Its log usually says which. */
    readonly ERR_REQUEST_INVALID: 4
    /** The cluster has no namespace with this name, or the client knows no node at all ("Cluster is empty"). */
    readonly ERR_NAMESPACE_NOT_FOUND: 20
    /** The namespace accepts no more writes, because its storage or the node's memory has reached a configured limit. */
    readonly ERR_SERVER_FULL: 8
    /** The cluster changed during a query that should fail in that case (failOnClusterChange). */
    readonly ERR_CLUSTER_CHANGE: 7
    /** The server doesn't support the request in this form. Often, an old client queries a newer server: update the client. Transactions need strong consistency. */
    readonly ERR_UNSUPPORTED_FEATURE: 16
    /** The node's storage can't keep up with the writes. Write more slowly, and retry later. */
    readonly ERR_DEVICE_OVERLOAD: 18
    /** The server doesn't allow this now. For example, a write has a TTL while nsup-period is 0, its set is at a stop-writes limit, or too many queries are running. */
    readonly ERR_FAIL_FORBIDDEN: 22
    /** The old name for AEROSPIKE_ERR_ENTERPRISE_ONLY: the server's edition or license lacks the feature. */
    readonly ERR_FAIL_ENTERPRISE_ONLY: 25
    /** Too many commands wait for this one record, a hot key: more than transaction-pending-limit allows. */
    readonly ERR_RECORD_BUSY: 14
    /** There is no record with this key. Reads get this, and writes that may only change an existing record. */
    readonly ERR_RECORD_NOT_FOUND: 2
    /** The record already exists, and the write may only create one. */
    readonly ERR_RECORD_EXISTS: 5
    /** The record's generation isn't the one that the write expects. Usually somebody changed the record after you read it: read it again. */
    readonly ERR_RECORD_GENERATION: 3
    /** The write would make the record larger than the namespace allows: max-record-size, or write-block-size before server 7.1. */
    readonly ERR_RECORD_TOO_BIG: 13
    /** The operation doesn't fit the type of the bin's value, for example incr on a string. */
    readonly ERR_BIN_INCOMPATIBLE_TYPE: 12
    /** The user key in the request isn't the one stored with the record of this digest. */
    readonly ERR_RECORD_KEY_MISMATCH: 19
    /** A bin name is longer than 15 bytes. Before server 7.0 it can also mean that the namespace has no room for another bin name. */
    readonly ERR_BIN_NAME: 21
    /** The map doesn't have this key, and the write flag UPDATE_ONLY allows no new one. */
    readonly ERR_FAIL_ELEMENT_NOT_FOUND: 23
    /** The list or map already has this element, and the write flags (CREATE_ONLY, ADD_UNIQUE) don't allow it twice. */
    readonly ERR_FAIL_ELEMENT_EXISTS: 24
    /** The GeoJSON is malformed, or the server doesn't support it. */
    readonly ERR_GEO_INVALID_GEOJSON: 160
    /** The list of users or roles is complete. Used only inside the client. */
    readonly QUERY_END: 50
    /** The server has no security: it's the Community Edition. Connect without user and password. */
    readonly SECURITY_NOT_SUPPORTED: 51
    /** Security is switched off in the server's configuration. */
    readonly SECURITY_NOT_ENABLED: 52
    /** The server doesn't support this version of the security protocol. */
    readonly SECURITY_SCHEME_NOT_SUPPORTED: 53
    /** The server doesn't know this user or role command. */
    readonly INVALID_COMMAND: 54
    /** A field of the user or role command is invalid. */
    readonly INVALID_FIELD: 55
    /** The user or role command came at the wrong time, for example in the middle of a login. */
    readonly ILLEGAL_STATE: 56
    /** The user name is missing, malformed, or unknown to the server. */
    readonly INVALID_USER: 60
    /** A user with this name already exists. */
    readonly USER_ALREADY_EXISTS: 61
    /** The password is missing or malformed. A wrong password returns AEROSPIKE_INVALID_CREDENTIAL. */
    readonly INVALID_PASSWORD: 62
    /** The password has expired. Set a new one. */
    readonly EXPIRED_PASSWORD: 63
    /** The password isn't allowed, for example because it was used before, or because authMode is PKI. */
    readonly FORBIDDEN_PASSWORD: 64
    /** The login failed. Check the user name and the password. */
    readonly INVALID_CREDENTIAL: 65
    /** The role name is missing, malformed, or unknown to the server. */
    readonly INVALID_ROLE: 70
    /** A role with this name already exists. */
    readonly ROLE_ALREADY_EXISTS: 71
    /** The privilege is unknown to the server, or can't be limited to this namespace or set. */
    readonly INVALID_PRIVILEGE: 72
    /** The server requires a login. Set user and password in the client's configuration. */
    readonly NOT_AUTHENTICATED: 80
    /** None of the user's roles permits this operation. */
    readonly ROLE_VIOLATION: 81
    /** The user-defined function (UDF) failed or couldn't be started. The error's message usually comes from Lua. */
    readonly ERR_UDF: 100
    /** Probably the UDF module has no such function. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead. */
    readonly ERR_UDF_NOT_FOUND: 1301
    /** Probably the server has no UDF module in this file. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead. */
    readonly ERR_LUA_FILE_NOT_FOUND: 1302
    /** Batches are switched off on the node: its batch-index-threads is 0. */
    readonly ERR_BATCH_DISABLED: 150
    /** The batch has more keys for one node than batch-max-requests allows. Send smaller batches. */
    readonly ERR_BATCH_MAX_REQUESTS_EXCEEDED: 151
    /** The node's queues for batch responses are full. Send fewer batches at a time. */
    readonly ERR_BATCH_QUEUES_FULL: 152
    /** A secondary index with this name exists, but with another definition. Servers before 6.1 also refuse the same index, or a second one on the bin. */
    readonly ERR_INDEX_FOUND: 200
    /** No secondary index fits the query. Compare bin, set, type and kind (list, map or plain) with those of the index, or create one. */
    readonly ERR_INDEX_NOT_FOUND: 201
    /** Probably the secondary index got no memory. No server from 4.0 on is known to send it. */
    readonly ERR_INDEX_OOM: 202
    /** The secondary index can't be read yet. It may still be building. */
    readonly ERR_INDEX_NOT_READABLE: 203
    /** A secondary index failed, without a more specific status. Only servers before 6.0 send this. */
    readonly ERR_INDEX: 204
    /** Probably the secondary index's name is too long. Servers from 4.0 on send AEROSPIKE_ERR_REQUEST_INVALID instead. */
    readonly ERR_INDEX_NAME_MAXLEN: 205
    /** The namespace already has 256 secondary indexes, the fixed limit. */
    readonly ERR_INDEX_MAXCOUNT: 206
    /** The batch, scan or query has no more records. Used only inside the client. */
    readonly NO_MORE_RECORDS: -3
    /** Somebody, usually an operator, stopped the scan or query on the server. Start it again if you still need it. */
    readonly ERR_SCAN_ABORTED: 15
    /** Somebody stopped the query on the server. Servers since 6.0 send AEROSPIKE_ERR_SCAN_ABORTED instead. */
    readonly ERR_QUERY_ABORTED: 210
    /** The server's query queue is full. Send fewer queries at a time. Only servers before 6.0 send this. */
    readonly ERR_QUERY_QUEUE_FULL: 211
    /** The query ran out of time on the server. Only servers before 6.0 send this. */
    readonly ERR_QUERY_TIMEOUT: 212
    /** The query failed, without a more specific status. Only servers before 6.0 send this. */
    readonly ERR_QUERY: 213
  }
  '3.0.0-3.0.2': {
    /** Probably the server has no cross-datacenter replication (XDR). Old servers also returned this for writes that they forbid. */
    readonly ERR_NO_XDR: 10
  }
  '3.0.0-3.7.2': {
    /** The bin already exists, and the operation may only create one (CREATE_ONLY). Bitwise, HyperLogLog and expression operations get this. */
    readonly ERR_BIN_EXISTS: 6
    /** The bin doesn't exist, and the operation may only change one. Bitwise, HyperLogLog and expression operations get this. */
    readonly ERR_BIN_NOT_FOUND: 17
  }
  'since 3.1.0': {
    /** The namespace's configuration forbids writes by clients or by XDR. Only servers before 5.0 send this. */
    readonly AEROSPIKE_ERR_ALWAYS_FORBIDDEN: 10
    /** The namespace's configuration forbids writes by clients or by XDR. Only servers before 5.0 send this. */
    readonly ERR_ALWAYS_FORBIDDEN: 10
  }
  'since 3.2.0': {
    /** The client's command queue is full. Send fewer commands at a time, or raise maxCommandsInQueue. */
    readonly ERR_ASYNC_QUEUE_FULL: -11
  }
  '3.2.0-5.2.0': {
    /** The client found no node for this request. The cluster may be restarting or unreachable. */
    readonly ERR_CONNECTION: -8
  }
  'since 3.12.0': {
    /** The server is the Community Edition, or its license lacks this Enterprise feature. */
    readonly AEROSPIKE_ERR_ENTERPRISE_ONLY: 25
    /** The operation doesn't fit the bin's current value: for example an index or rank is out of range, or an expression can't be evaluated. */
    readonly AEROSPIKE_ERR_OP_NOT_APPLICABLE: 26
    /** The server is the Community Edition, or its license lacks this Enterprise feature. */
    readonly ERR_ENTERPRISE_ONLY: 25
    /** The operation doesn't fit the bin's current value: for example an index or rank is out of range, or an expression can't be evaluated. */
    readonly ERR_OP_NOT_APPLICABLE: 26
  }
  'since 3.13.0': {
    /** The bin already exists, and the operation may only create one (CREATE_ONLY). Bitwise, HyperLogLog and expression operations get this. */
    readonly AEROSPIKE_ERR_BIN_EXISTS: 6
    /** The bin doesn't exist, and the operation may only change one. Bitwise, HyperLogLog and expression operations get this. */
    readonly AEROSPIKE_ERR_BIN_NOT_FOUND: 17
    /** The bin already exists, and the operation may only create one (CREATE_ONLY). Bitwise, HyperLogLog and expression operations get this. */
    readonly ERR_BIN_EXISTS: 6
    /** The bin doesn't exist, and the operation may only change one. Bitwise, HyperLogLog and expression operations get this. */
    readonly ERR_BIN_NOT_FOUND: 17
  }
  'since 3.14.0': {
    /** The record didn't pass the filter expression. An expression that can't be evaluated, for example because a bin is missing, counts as false. */
    readonly AEROSPIKE_FILTERED_OUT: 27
    /** The record didn't pass the filter expression. An expression that can't be evaluated, for example because a bin is missing, counts as false. */
    readonly FILTERED_OUT: 27
  }
  'since 4.0.0': {
    /** The write is older than the stored version, which wins. This happens when changes from several datacenters are merged. */
    readonly AEROSPIKE_LOST_CONFLICT: 28
    /** The write is older than the stored version, which wins. This happens when changes from several datacenters are merged. */
    readonly LOST_CONFLICT: 28
  }
  'since 5.2.1': {
    /** The client's command queue is full. Send fewer commands at a time, or raise maxCommandsInQueue. */
    readonly AEROSPIKE_ERR_ASYNC_QUEUE_FULL: -11
    /** The client couldn't open a connection to a node, or lost it. This ends connect, batchGet, batchApply and the like, and background, info, index, UDF and admin calls. */
    readonly AEROSPIKE_ERR_CONNECTION: -10
    /** The client couldn't open a connection to a node, or lost it. This ends connect, batchGet, batchApply and the like, and background, info, index, UDF and admin calls. */
    readonly ERR_CONNECTION: -10
  }
  '5.2.1': {
    /** At least one key of the batch failed. batchRead and batchWrite return the status of each key; other batch calls return none. */
    readonly AEROSPIKE_BATCH_FAILED: -16
    /** At least one key of the batch failed. batchRead and batchWrite return the status of each key; other batch calls return none. */
    readonly BATCH_FAILED: -16
  }
  'since 5.7.0': {
    /** The role's allow list has an entry that isn't an address or network. */
    readonly AEROSPIKE_INVALID_WHITELIST: 73
    /** Quotas aren't enabled on the server. Set enable-quotas in the security section of its configuration. */
    readonly AEROSPIKE_QUOTAS_NOT_ENABLED: 74
    /** The quota is invalid. Pass a number of records per second, or 0 for no limit. */
    readonly AEROSPIKE_INVALID_QUOTA: 75
    /** The role's allow list has an entry that isn't an address or network. */
    readonly INVALID_WHITELIST: 73
    /** Quotas aren't enabled on the server. Set enable-quotas in the security section of its configuration. */
    readonly QUOTAS_NOT_ENABLED: 74
    /** The quota is invalid. Pass a number of records per second, or 0 for no limit. */
    readonly INVALID_QUOTA: 75
  }
  'since 5.11.0': {
    /** The client couldn't split a batch to retry it, so it retries the whole batch. Used only inside the client. */
    readonly AEROSPIKE_USE_NORMAL_RETRY: -13
    /** There were more errors with the node than maxErrorRate allows, so the client sends it nothing for a while. */
    readonly AEROSPIKE_MAX_ERROR_RATE: -14
    /** No response came for this key of the batch. A write may have been applied. The error of the whole batch says why. */
    readonly AEROSPIKE_NO_RESPONSE: -15
    /** The client couldn't split a batch to retry it, so it retries the whole batch. Used only inside the client. */
    readonly USE_NORMAL_RETRY: -13
    /** There were more errors with the node than maxErrorRate allows, so the client sends it nothing for a while. */
    readonly MAX_ERROR_RATE: -14
    /** No response came for this key of the batch. A write may have been applied. The error of the whole batch says why. */
    readonly NO_RESPONSE: -15
  }
  '5.11.0-6.0.1': {
    /** A scan or query used up its maxRetries. Clients since 5.9.0 report the error of the last attempt instead. */
    readonly AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED: -13
    /** A scan or query used up its maxRetries. Clients since 5.9.0 report the error of the last attempt instead. */
    readonly ERR_MAX_RETRIES_EXCEEDED: -13
  }
  'since 5.13.0': {
    /** The client can't use its TLS settings: a certificate or key file, a password, a protocol or a cipher. A failed handshake is a connection error. */
    readonly AEROSPIKE_ERR_TLS_ERROR: -9
    /** The login session has expired. The client logs in again by itself, so later commands should succeed. */
    readonly AEROSPIKE_EXPIRED_SESSION: 66
    /** The client can't use its TLS settings: a certificate or key file, a password, a protocol or a cipher. A failed handshake is a connection error. */
    readonly ERR_TLS_ERROR: -9
    /** The login session has expired. The client logs in again by itself, so later commands should succeed. */
    readonly EXPIRED_SESSION: 66
  }
  'since 6.0.0': {
    /** Cross-datacenter replication (XDR) hasn't shipped the record's last change yet, so the server refuses the write. */
    readonly AEROSPIKE_XDR_KEY_BUSY: 32
    /** At least one key of the batch failed. batchRead and batchWrite return the status of each key; other batch calls return none. */
    readonly AEROSPIKE_BATCH_FAILED: -16
    /** The commit failed, usually because somebody changed a record that the transaction had read. The transaction is rolled back: run all of it again. */
    readonly AEROSPIKE_TXN_FAILED: -17
    /** Another transaction holds the record. Retry when it has ended; inside a transaction, abort and run the whole transaction again. */
    readonly AEROSPIKE_MRT_BLOCKED: 120
    /** A record changed after the transaction had read it, so the transaction can't be committed. Run it again. */
    readonly AEROSPIKE_MRT_VERSION_MISMATCH: 121
    /** The transaction took too long and is rolled back. Run it again, with a longer timeout or a longer mrt-duration on the server. */
    readonly AEROSPIKE_MRT_EXPIRED: 122
    /** The transaction is already committed and accepts no more commands. */
    readonly AEROSPIKE_MRT_COMMITTED: 124
    /** The transaction is already aborted and accepts no more commands. */
    readonly AEROSPIKE_MRT_ABORTED: 125
    /** Cross-datacenter replication (XDR) hasn't shipped the record's last change yet, so the server refuses the write. */
    readonly XDR_KEY_BUSY: 32
    /** At least one key of the batch failed. batchRead and batchWrite return the status of each key; other batch calls return none. */
    readonly BATCH_FAILED: -16
    /** The commit failed, usually because somebody changed a record that the transaction had read. The transaction is rolled back: run all of it again. */
    readonly TXN_FAILED: -17
    /** Another transaction holds the record. Retry when it has ended; inside a transaction, abort and run the whole transaction again. */
    readonly MRT_BLOCKED: 120
    /** A record changed after the transaction had read it, so the transaction can't be committed. Run it again. */
    readonly MRT_VERSION_MISMATCH: 121
    /** The transaction took too long and is rolled back. Run it again, with a longer timeout or a longer mrt-duration on the server. */
    readonly MRT_EXPIRED: 122
    /** The transaction is already committed and accepts no more commands. */
    readonly MRT_COMMITTED: 124
    /** The transaction is already aborted and accepts no more commands. */
    readonly MRT_ABORTED: 125
  }
  'since 6.0.2': {
    /** A scan or query used up its maxRetries. Clients since 5.9.0 report the error of the last attempt instead. */
    readonly AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED: -12
    /** The client's address isn't on the allow list of the user's roles. */
    readonly AEROSPIKE_NOT_WHITELISTED: 82
    /** The user's quota of reads or writes per second is used up. Send fewer requests, or raise the quota. */
    readonly AEROSPIKE_QUOTA_EXCEEDED: 83
    /** The transaction can't be aborted: it's already committed. */
    readonly AEROSPIKE_TXN_ALREADY_COMMITTED: -18
    /** The transaction can't be committed: it's already aborted. */
    readonly AEROSPIKE_TXN_ALREADY_ABORTED: -19
    /** The transaction writes more than 4096 records, the fixed limit. Split it. */
    readonly AEROSPIKE_MRT_TOO_MANY_WRITES: 123
    /** This transaction has already written the record, and the write's policy onLockingOnly allows only the first write. */
    readonly AEROSPIKE_MRT_ALREADY_LOCKED: 126
    /** The transaction has already begun. Await its first write before you send others: two writes can't begin it in parallel. */
    readonly AEROSPIKE_MRT_MONITOR_EXISTS: 127
    /** A scan or query used up its maxRetries. Clients since 5.9.0 report the error of the last attempt instead. */
    readonly ERR_MAX_RETRIES_EXCEEDED: -12
    /** The client's address isn't on the allow list of the user's roles. */
    readonly NOT_WHITELISTED: 82
    /** The user's quota of reads or writes per second is used up. Send fewer requests, or raise the quota. */
    readonly QUOTA_EXCEEDED: 83
    /** The transaction can't be aborted: it's already committed. */
    readonly TXN_ALREADY_COMMITTED: -18
    /** The transaction can't be committed: it's already aborted. */
    readonly TXN_ALREADY_ABORTED: -19
    /** The transaction writes more than 4096 records, the fixed limit. Split it. */
    readonly MRT_TOO_MANY_WRITES: 123
    /** This transaction has already written the record, and the write's policy onLockingOnly allows only the first write. */
    readonly MRT_ALREADY_LOCKED: 126
    /** The transaction has already begun. Await its first write before you send others: two writes can't begin it in parallel. */
    readonly MRT_MONITOR_EXISTS: 127
  }
  'since 6.3.0': {
    /** The dynamic configuration file controls the metrics, so the application can't switch them on or off. The client only logs this. */
    readonly AEROSPIKE_METRICS_CONFLICT: -20
    /** The dynamic configuration file controls the metrics, so the application can't switch them on or off. The client only logs this. */
    readonly METRICS_CONFLICT: -20
  }
  // #endregion
}
