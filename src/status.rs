//! The one table: every status that any release of the Aerospike Node.js client exported, with its sentence, its category,
//! whether it is transient, and its number in each release. Everything else in this package is derived from it.

use crate::release::Release;

/// A status: what a number means, whatever the number was in a given release.
#[derive(Debug)]
pub struct Status {
    /// The name as the client exports it: `AEROSPIKE_ERR_TIMEOUT`.
    pub name: &'static str,
    /// What happened and, where it helps, what to do.
    pub sentence: &'static str,
    pub category: Category,
    /// The same request may succeed if sent again unchanged, after a pause. True only where an official client retries or
    /// backs off by itself, or Aerospike's backup tools do.
    pub transient: bool,
    /// The number in the 1.x document, for the 18 names it has.
    pub documented: Option<i32>,
    /// The numbers in the releases, oldest first.
    pub spans: &'static [Span],
}

/// A number of a status over some releases.
#[derive(Debug)]
pub struct Span {
    pub code: i32,
    /// The first release with this number.
    pub since: Release,
    /// The first release without it; `None` while the newest release still has it.
    pub until: Option<Release>,
    /// Only the short name, without `AEROSPIKE_`, was exported.
    pub short_only: bool,
}

impl Span {
    /// Whether the release has this number.
    pub fn covers(&self, release: Release) -> bool {
        self.since <= release && self.until.is_none_or(|until| release < until)
    }
}

const PREFIX: &str = "AEROSPIKE_";

impl Status {
    /// The name without `AEROSPIKE_`, which releases from 3.0.0 on export beside the whole name.
    pub fn short_name(&self) -> &'static str {
        without_prefix(self.name)
    }
}

/// A name without its `AEROSPIKE_`, where it has one.
pub fn without_prefix(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

/// The first release that exports short names: `ERR_TIMEOUT` beside `AEROSPIKE_ERR_TIMEOUT`.
pub const SHORT_NAMES_SINCE: Release = Release::literal("3.0.0");

macro_rules! categories {
    ($($category:ident $name:literal)*) => {
        /// What a status is about. The bands of the 1.x document set it for the documented names: 2xx client, 3xx cluster,
        /// 4xx timeout, 5xx server, 6xx record.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Category { $($category),* }

        impl Category {
            #[cfg(test)]
            pub const ALL: &[Category] = &[$(Category::$category),*];

            /// The name that JavaScript sees.
            pub fn name(self) -> &'static str {
                match self { $(Category::$category => $name),* }
            }
        }
    };
}

categories! {
    Ok "ok"
    Generic "generic"
    Client "client"
    Cluster "cluster"
    Timeout "timeout"
    Server "server"
    Record "record"
    Security "security"
    Udf "udf"
    Ldt "ldt"
    Batch "batch"
    Transaction "transaction"
    Index "index"
    Query "query"
}

/// A row is: the category, `transient` where it is so, and the name; the sentence; the number in the 1.x document, where it has
/// one, and the numbers in the releases. `until` names the first release without the number. What is true of a whole family is
/// added to its sentences.
macro_rules! statuses {
    ($(
        $category:ident $(+ $transient:ident)? $name:ident
            $sentence:literal
            $(documented $documented:literal,)?
            $($code:literal since $since:literal $(until $until:literal)? $(($short_only:ident))?),+;
    )+) => {
        /// Every status, family by family. This is the order of every table.
        pub const STATUSES: &[Status] = &[$(
            Status {
                name: stringify!($name),
                sentence: concat!($sentence, statuses!(@after $category)),
                category: Category::$category,
                transient: statuses!(@is $($transient)?),
                documented: statuses!(@option $($documented)?),
                spans: &[$(
                    Span {
                        code: $code,
                        since: Release::literal($since),
                        until: statuses!(@option $(Release::literal($until))?),
                        short_only: statuses!(@is $($short_only)?),
                    }
                ),+],
            }
        ),+];
    };
    (@after Ldt) => { " Large data types (LDT) are gone from today's servers." };
    (@after $category:ident) => { "" };
    (@is) => { false };
    (@is transient) => { true };
    (@is short_only) => { true };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
}

statuses! {
    Ok AEROSPIKE_OK
        "The operation was successful."
        documented 0, 0 since "1.0.0";

    Generic AEROSPIKE_ERR
        "Generic error code."
        documented 100, 100 since "1.0.0" until "1.0.20", -1 since "1.0.20" until "3.0.0";

    Client AEROSPIKE_ERR_CLIENT
        "Generic client API usage error."
        documented 200, 200 since "1.0.0" until "1.0.20", -1 since "1.0.20";
    Client AEROSPIKE_ERR_PARAM
        "Invalid client API parameter."
        documented 201, 201 since "1.0.0" until "1.0.20", -2 since "1.0.20";
    Client AEROSPIKE_ERR_CLIENT_ABORT
        "The client application aborted the operation, for example by ending a scan or query from its callback."
        -5 since "2.0.0";
    Client AEROSPIKE_ERR_ASYNC_QUEUE_FULL
        "The client's queue for delayed commands is full. Send fewer commands at a time, or enlarge the queue."
        -11 since "3.2.0" until "5.2.1" (short_only), -11 since "5.2.1";
    Client AEROSPIKE_USE_NORMAL_RETRY
        "The client gave up splitting a batch for its retry and retries the whole node instead. Used inside the client only."
        -13 since "5.11.0";
    Client AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED
        "The command failed on every attempt that its policy's maxRetries allows."
        -13 since "5.11.0" until "6.0.2", -12 since "6.0.2";
    Client + transient AEROSPIKE_MAX_ERROR_RATE
        "The node has returned more errors than maxErrorRate allows in its window, so the client sends it nothing for a while."
        -14 since "5.11.0";
    Client AEROSPIKE_METRICS_CONFLICT
        "Metrics can't be switched on or off by the application while the dynamic configuration controls them."
        -20 since "6.3.0";

    Cluster + transient AEROSPIKE_ERR_CLUSTER
        "Generic cluster discovery & connection error."
        documented 300, 300 since "1.0.0" until "1.0.20", 11 since "1.0.20";
    Cluster AEROSPIKE_ERR_INVALID_HOST
        "A host in the configuration, or an address that a node announced, is not valid."
        -4 since "2.0.0";
    Cluster + transient AEROSPIKE_ERR_ASYNC_CONNECTION
        "An asynchronous connection to the node could not be opened, or broke."
        -6 since "2.0.0";
    Cluster + transient AEROSPIKE_ERR_NO_MORE_CONNECTIONS
        "All connections that the client may open to the node are in use. Send fewer commands at a time, or raise maxConnsPerNode."
        -7 since "2.0.0";
    Cluster + transient AEROSPIKE_ERR_INVALID_NODE
        "The client knows no active node for this request. The cluster may be forming anew, or be out of reach."
        -8 since "2.0.0";
    Cluster AEROSPIKE_ERR_TLS_ERROR
        "The TLS set-up or handshake with a node failed. Check the certificates, and the TLS name of the host."
        -9 since "5.13.0";
    Cluster + transient AEROSPIKE_ERR_CONNECTION
        "A connection to a node could not be opened, or broke."
        -8 since "3.2.0" until "5.2.1" (short_only), -10 since "5.2.1";
    Cluster AEROSPIKE_NO_RESPONSE
        "The node sent no response for this key, so whether the operation was applied is not known."
        -15 since "5.11.0";

    Timeout + transient AEROSPIKE_ERR_TIMEOUT
        "Request timed out."
        documented 400, 400 since "1.0.0" until "1.0.20", 9 since "1.0.20";
    Timeout AEROSPIKE_ERR_THROTTLED
        "The request was held back to limit the load. Send fewer requests at a time."
        401 since "1.0.0" until "1.0.20";

    Server AEROSPIKE_ERR_SERVER
        "Generic error returned by server."
        documented 500, 500 since "1.0.0" until "1.0.20", 1 since "1.0.20";
    Server AEROSPIKE_ERR_REQUEST_INVALID
        "Request protocol invalid, or invalid protocol field."
        documented 501, 501 since "1.0.0" until "1.0.20", 4 since "1.0.20";
    Server AEROSPIKE_ERR_NAMESPACE_NOT_FOUND
        "Namespace in request not found on server."
        documented 501, 502 since "1.0.0" until "1.0.20", 20 since "1.0.20";
    Server AEROSPIKE_ERR_SERVER_FULL
        "The server node is running out of memory and/or storage device space reserved for the specified namespace."
        documented 503, 503 since "1.0.0" until "1.0.20", 8 since "1.0.20";
    Server AEROSPIKE_ERR_CLUSTER_CHANGE
        "A cluster state change occurred during the request."
        documented 504, 504 since "1.0.0" until "1.0.20", 7 since "1.0.20";
    Server AEROSPIKE_ERR_NO_XDR
        "Cross-datacenter replication (XDR) is not available on this server."
        10 since "1.0.20" until "3.1.0";
    Server AEROSPIKE_ERR_ALWAYS_FORBIDDEN
        "The server never allows this operation in its present configuration."
        10 since "3.1.0";
    Server AEROSPIKE_ERR_UNSUPPORTED_FEATURE
        "The server does not support this feature. It may need a newer server, or one that is configured for it."
        16 since "1.0.20";
    Server + transient AEROSPIKE_ERR_DEVICE_OVERLOAD
        "The node's storage device can't keep up with the writes. Write more slowly, and try again later."
        18 since "1.0.20";
    Server AEROSPIKE_ERR_FAIL_FORBIDDEN
        "The server does not allow this operation at present. For a write the cause is often a record TTL in a namespace that has no nsup-period."
        22 since "2.0.0";
    Server AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY
        "This feature needs Aerospike Enterprise Edition."
        25 since "2.4.0";
    Server AEROSPIKE_ERR_ENTERPRISE_ONLY
        "The server is a Community Edition, or its license lacks this feature of the Enterprise Edition."
        25 since "3.12.0";
    Server AEROSPIKE_LOST_CONFLICT
        "The write lost against a newer version of the record or bin when changes from another datacenter were merged."
        28 since "4.0.0";
    Server AEROSPIKE_XDR_KEY_BUSY
        "Cross-datacenter replication (XDR) has not yet shipped the key's last change, so the write was refused."
        32 since "6.0.0";

    Record AEROSPIKE_ERR_RECORD
        "Generic record error."
        documented 600, 600 since "1.0.0" until "1.0.20";
    Record + transient AEROSPIKE_ERR_RECORD_BUSY
        "Too many concurrent requests for one record - a \"hot-key\" situation."
        documented 601, 601 since "1.0.0" until "1.0.20", 14 since "1.0.20";
    Record AEROSPIKE_ERR_RECORD_NOT_FOUND
        "Record does not exist in database. May be returned by read, or write with policy Exists."
        documented 602, 602 since "1.0.0" until "1.0.20", 2 since "1.0.20";
    Record AEROSPIKE_ERR_RECORD_EXISTS
        "Record already exists. May be returned by write with policy `Exists.CREATE`."
        documented 603, 603 since "1.0.0" until "1.0.20", 5 since "1.0.20";
    Record AEROSPIKE_ERR_RECORD_GENERATION
        "Generation of record in database does not satisfy write policy"
        documented 604, 604 since "1.0.0" until "1.0.20", 3 since "1.0.20";
    Record AEROSPIKE_ERR_RECORD_TOO_BIG
        "Record being written can't fit in a storage write block"
        documented 605, 605 since "1.0.0" until "1.0.20", 13 since "1.0.20";
    Record AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE
        "Bin modification operation can't be done on an existing bin due to its value type"
        documented 606, 606 since "1.0.0" until "1.0.20", 12 since "1.0.20";
    Record AEROSPIKE_ERR_BIN_EXISTS
        "The bin already exists, and the operation was to create it."
        6 since "1.0.20" until "3.8.0", 6 since "3.13.0";
    Record AEROSPIKE_ERR_BIN_NOT_FOUND
        "The bin does not exist, and the operation was to change it."
        17 since "1.0.20" until "3.8.0", 17 since "3.13.0";
    Record AEROSPIKE_ERR_RECORD_KEY_MISMATCH
        "The key sent does not match the key stored with the record of the same digest."
        19 since "1.0.20";
    Record AEROSPIKE_ERR_BIN_NAME
        "The bin name is too long, or the namespace has no room for another bin name."
        21 since "1.0.20";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND
        "The list or map has no such element."
        23 since "2.4.0";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS
        "The list or map already has this element, and the write flags allow no second one."
        24 since "2.4.0";
    Record AEROSPIKE_ERR_OP_NOT_APPLICABLE
        "The operation can't be applied to the bin's present value."
        26 since "3.12.0";
    Record AEROSPIKE_FILTERED_OUT
        "The command was not applied, because its filter expression is false for the record."
        27 since "3.14.0";
    Record AEROSPIKE_ERR_GEO_INVALID_GEOJSON
        "The GeoJSON is malformed, or the server does not support it."
        160 since "2.0.0";

    Security AEROSPIKE_SECURITY_NOT_SUPPORTED
        "The server does not support security. It is a feature of the Enterprise Edition."
        51 since "2.0.0";
    Security AEROSPIKE_SECURITY_NOT_ENABLED
        "Security is supported by the server, but not enabled in its configuration."
        52 since "2.0.0";
    Security AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED
        "The server does not support this version of the security protocol."
        53 since "2.0.0";
    Security AEROSPIKE_INVALID_COMMAND
        "The server does not know this administration command."
        54 since "2.0.0";
    Security AEROSPIKE_INVALID_FIELD
        "A field of the administration command is not valid."
        55 since "2.0.0";
    Security AEROSPIKE_ILLEGAL_STATE
        "The administration command came out of turn, for example in the middle of a login."
        56 since "2.0.0";
    Security AEROSPIKE_INVALID_USER
        "The user name is missing, malformed, or unknown to the server."
        60 since "2.0.0";
    Security AEROSPIKE_USER_ALREADY_EXISTS
        "A user of this name already exists."
        61 since "2.0.0";
    Security AEROSPIKE_INVALID_PASSWORD
        "The password is missing, or malformed."
        62 since "2.0.0";
    Security AEROSPIKE_EXPIRED_PASSWORD
        "The password has expired. Set a new one."
        63 since "2.0.0";
    Security AEROSPIKE_FORBIDDEN_PASSWORD
        "The password is not allowed, for example because it was used before."
        64 since "2.0.0";
    Security AEROSPIKE_INVALID_CREDENTIAL
        "The credential is missing or wrong. Check the user name and the password."
        65 since "2.0.0";
    Security AEROSPIKE_EXPIRED_SESSION
        "The login session has expired. Log in again."
        66 since "5.13.0";
    Security AEROSPIKE_INVALID_ROLE
        "The role name is missing, malformed, or unknown to the server."
        70 since "2.0.0";
    Security AEROSPIKE_ROLE_ALREADY_EXISTS
        "A role of this name already exists."
        71 since "2.0.0";
    Security AEROSPIKE_INVALID_PRIVILEGE
        "The privilege is unknown to the server, or its scope is not valid."
        72 since "2.0.0";
    Security AEROSPIKE_INVALID_WHITELIST
        "The allow list of addresses is not valid."
        73 since "5.7.0";
    Security AEROSPIKE_QUOTAS_NOT_ENABLED
        "Quotas are not enabled in the server's configuration."
        74 since "5.7.0";
    Security AEROSPIKE_INVALID_QUOTA
        "The quota is not valid, or above what the server allows."
        75 since "5.7.0";
    Security AEROSPIKE_NOT_AUTHENTICATED
        "The client has not logged in, and this server demands it."
        80 since "2.0.0";
    Security AEROSPIKE_ROLE_VIOLATION
        "The user has no role that permits this operation."
        81 since "2.0.0";
    Security AEROSPIKE_NOT_WHITELISTED
        "The client's address is not on the allow list of the user's roles."
        82 since "6.0.2";
    Security AEROSPIKE_QUOTA_EXCEEDED
        "The user's quota of reads or writes per second is used up. Send fewer requests, or raise the quota."
        83 since "6.0.2";

    Udf AEROSPIKE_ERR_UDF
        "The user-defined function (UDF) failed. The error's message says why."
        1300 since "1.0.16" until "1.0.20", 100 since "1.0.20";
    Udf AEROSPIKE_ERR_UDF_NOT_FOUND
        "The user-defined function (UDF) does not exist in the module."
        1301 since "1.0.20";
    Udf AEROSPIKE_ERR_LUA_FILE_NOT_FOUND
        "The Lua file of the UDF module was not found. Register it first."
        1302 since "1.0.20";

    Ldt AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND
        "The item was not found in the large data type."
        125 since "1.0.36" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_INTERNAL
        "A large data type failed inside the server."
        1400 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_NOT_FOUND
        "The item was not found in the large data type."
        125 since "1.0.34" until "1.0.36", 1401 since "1.0.36" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_UNIQUE_KEY
        "The large data type takes each value once, and has this one."
        1402 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_INSERT
        "Inserting into the large data type failed."
        1403 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SEARCH
        "Searching the large data type failed."
        1404 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_DELETE
        "Deleting from the large data type failed."
        1405 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARAM
        "An argument of the large data type operation is not valid."
        1409 since "1.0.34" until "2.0.0";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARM
        "An argument of the large data type operation is not valid."
        1409 since "2.0.0" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TYPE_MISMATCH
        "The bin holds another kind of large data type than the operation is for."
        1410 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_NULL_BIN_NAME
        "The bin name of the large data type is missing."
        1411 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_NOT_STRING
        "The bin name of the large data type is not a string."
        1412 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_TOO_LONG
        "The bin name of the large data type is too long."
        1413 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TOO_MANY_OPEN_SUBRECS
        "The operation opened more sub-records of the large data type than it may."
        1414 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TOP_REC_NOT_FOUND
        "The record that holds the large data type was not found."
        1415 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUB_REC_NOT_FOUND
        "A sub-record of the large data type was not found."
        1416 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_BIN_DOES_NOT_EXIST
        "The bin of the large data type does not exist."
        1417 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_BIN_ALREADY_EXISTS
        "The bin of the large data type already exists."
        1418 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_BIN_DAMAGED
        "The control data in the bin of the large data type is damaged."
        1419 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_POOL_DAMAGED
        "The pool of open sub-records of the large data type is damaged."
        1420 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_DAMAGED
        "A sub-record of the large data type is damaged."
        1421 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_OPEN
        "A sub-record of the large data type could not be opened."
        1422 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_UPDATE
        "A sub-record of the large data type could not be updated."
        1423 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_CREATE
        "A sub-record of the large data type could not be created."
        1424 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_DELETE
        "A sub-record of the large data type could not be deleted."
        1425 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_CLOSE
        "A sub-record of the large data type could not be closed."
        1426 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TOPREC_UPDATE
        "The record that holds the large data type could not be updated."
        1427 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TOPREC_CREATE
        "The record that holds the large data type could not be created."
        1428 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_BAD
        "The name of the filter function for the large data type is not valid."
        1430 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_NOT_FOUND
        "The filter function for the large data type was not found."
        1431 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_BAD
        "The name of the function that gives an item's key is not valid."
        1432 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_NOT_FOUND
        "The function that gives an item's key was not found."
        1433 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_BAD
        "The name of the function that transforms an item for storage is not valid."
        1434 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_NOT_FOUND
        "The function that transforms an item for storage was not found."
        1435 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_BAD
        "The name of the function that restores an item from storage is not valid."
        1436 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_NOT_FOUND
        "The function that restores an item from storage was not found."
        1437 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_BAD
        "The name of the user module for the large data type is not valid."
        1438 since "1.0.34" until "3.0.0";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_NOT_FOUND
        "The user module for the large data type was not found."
        1439 since "1.0.34" until "3.0.0";

    Batch AEROSPIKE_BATCH_FAILED
        "One or more keys of the batch failed. The status of each key is in the batch results."
        -16 since "5.2.1" until "5.2.2", -16 since "6.0.0";
    Batch AEROSPIKE_ERR_BATCH_DISABLED
        "Batch requests are disabled in the server's configuration."
        150 since "2.0.0";
    Batch AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED
        "The batch has more keys for one node than the server allows. Send smaller batches."
        151 since "2.0.0";
    Batch AEROSPIKE_ERR_BATCH_QUEUES_FULL
        "All batch queues of the node are full. Send fewer batches at a time."
        152 since "2.0.0";

    Transaction AEROSPIKE_TXN_FAILED
        "The multi-record transaction failed."
        -17 since "6.0.0";
    Transaction AEROSPIKE_TXN_ALREADY_COMMITTED
        "The transaction can't be aborted, because it was committed before."
        -18 since "6.0.2";
    Transaction AEROSPIKE_TXN_ALREADY_ABORTED
        "The transaction can't be committed, because it was aborted before."
        -19 since "6.0.2";
    Transaction AEROSPIKE_MRT_BLOCKED
        "Another transaction holds the record."
        120 since "6.0.0";
    Transaction AEROSPIKE_MRT_VERSION_MISMATCH
        "A record that the transaction read has changed since, so the transaction can't be committed. Abort it and start afresh."
        121 since "6.0.0";
    Transaction AEROSPIKE_MRT_EXPIRED
        "The transaction's time ran out before it was committed."
        122 since "6.0.0";
    Transaction AEROSPIKE_MRT_TOO_MANY_WRITES
        "The transaction writes more records than one transaction may."
        123 since "6.0.2";
    Transaction AEROSPIKE_MRT_COMMITTED
        "The transaction was committed before and takes no more commands."
        124 since "6.0.0";
    Transaction AEROSPIKE_MRT_ABORTED
        "The transaction was aborted before and takes no more commands."
        125 since "6.0.0";
    Transaction AEROSPIKE_MRT_ALREADY_LOCKED
        "This transaction has locked the record before."
        126 since "6.0.2";
    Transaction AEROSPIKE_MRT_MONITOR_EXISTS
        "The transaction's monitor record already exists."
        127 since "6.0.2";

    Index AEROSPIKE_ERR_INDEX_FOUND
        "A secondary index of this name, or on this bin, already exists."
        200 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX_NOT_FOUND
        "The secondary index does not exist. Create it first."
        201 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX_OOM
        "The secondary index has run out of memory."
        202 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX_NOT_READABLE
        "The secondary index can't be read yet. It may still be building."
        203 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX
        "Generic secondary index error."
        204 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX_NAME_MAXLEN
        "The name of the secondary index is too long."
        205 since "2.0.0";
    Index AEROSPIKE_ERR_INDEX_MAXCOUNT
        "The namespace has as many secondary indexes as it may have."
        206 since "2.0.0";

    Query AEROSPIKE_NO_MORE_RECORDS
        "The scan or query has no more records."
        -3 since "2.0.0";
    Query AEROSPIKE_ERR_SCAN_ABORTED
        "The scan was aborted, by an operator or because the cluster changed."
        15 since "1.0.20";
    Query AEROSPIKE_QUERY_END
        "The query has sent its last record."
        50 since "2.0.0";
    Query AEROSPIKE_ERR_QUERY_ABORTED
        "The query was aborted on the server."
        210 since "2.0.0";
    Query AEROSPIKE_ERR_QUERY_QUEUE_FULL
        "The server's queue of queries is full. Send fewer queries at a time."
        211 since "2.0.0";
    Query AEROSPIKE_ERR_QUERY_TIMEOUT
        "The query ran out of time on the server."
        212 since "2.0.0";
    Query AEROSPIKE_ERR_QUERY
        "Generic query error."
        213 since "2.0.0";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::RELEASES;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_prefixed() {
        let names: HashSet<_> = STATUSES.iter().map(|status| status.name).collect();
        assert_eq!(names.len(), STATUSES.len());
        assert!(names.iter().all(|name| name.starts_with(PREFIX)));
    }

    /// Three sentences of the 1.x document have no full stop, and stand as the document has them.
    #[test]
    fn every_sentence_ends_properly() {
        for Status { name, sentence, documented, .. } in STATUSES {
            assert_eq!(sentence.trim(), *sentence, "{name}");
            assert!(sentence.len() > 10 && sentence.is_ascii(), "{name}");
            assert!(sentence.starts_with(|first: char| first.is_ascii_uppercase()), "{name}");
            let last = sentence.chars().last();
            let may_lack_the_stop = matches!(documented, Some(604..=606));
            assert!(last == Some('.') || may_lack_the_stop && last.is_some_and(char::is_alphabetic), "{name}");
        }
    }

    #[test]
    fn families_are_the_categories_and_stand_together() {
        let mut families: Vec<_> = STATUSES.iter().map(|status| status.category).collect();
        families.dedup();
        assert_eq!(families, Category::ALL);
    }

    #[test]
    fn the_bands_of_the_document_set_the_categories() {
        for status in STATUSES {
            let band = status.documented.map(|code| code / 100);
            let category = match band {
                Some(2) => Category::Client,
                Some(3) => Category::Cluster,
                Some(4) => Category::Timeout,
                Some(5) => Category::Server,
                Some(6) => Category::Record,
                _ => status.category,
            };
            assert_eq!(status.category, category, "{}", status.name);
        }
    }

    #[test]
    fn spans_name_known_releases_in_order_without_overlap() {
        for Status { name, spans, .. } in STATUSES {
            for span in *spans {
                assert!(RELEASES.contains(&span.since), "{name}");
                assert!(span.until.is_none_or(|until| span.since < until && RELEASES.contains(&until)), "{name}");
            }
            for pair in spans.windows(2) {
                assert!(pair[0].until.is_some_and(|until| until <= pair[1].since), "{name}");
            }
        }
    }
}
