//! What every status means: its name, category, flags and sentence, and the number and sentence in the 1.x document. The numbers in each
//! release come from `data/numbers.json` ([`crate::numbers`]).

use crate::numbers::{RENUMBERED, Span, spans};
use crate::release::Release;

/// What a number means. The number itself differs between releases.
#[derive(Debug)]
pub struct Status {
    /// The name that the client exports: `AEROSPIKE_ERR_TIMEOUT`. If no release exports it, the name that the C client or the server uses.
    pub name: &'static str,
    /// What happened and, where it helps, what to do.
    pub sentence: &'static str,
    pub category: Category,
    /// Whether a retry after a pause may succeed, because the condition passes by itself or with less load. If that isn't obvious, a comment
    /// at the row has the evidence: an official client or a backup tool retries, or a queue is full.
    pub transient: bool,
    /// Whether a write that failed with this status may have been applied. A write that the server refuses, or that the client refuses
    /// before it sends anything, wasn't applied. If that isn't obvious, a comment at the row has the evidence.
    pub in_doubt: bool,
    /// The entry of the 1.x document, if this is one of its 18 names.
    pub documented: Option<Documented>,
    /// The numbers by release, ordered by first release. A release can have two.
    pub spans: &'static [Span],
}

/// The entry of a status in the 1.x document.
#[derive(Debug)]
pub struct Documented {
    pub code: i32,
    pub sentence: &'static str,
}

const PREFIX: &str = "AEROSPIKE_";

impl Status {
    /// The name without `AEROSPIKE_`. Releases since 3.0.0 export it along with the full name.
    pub fn short_name(&self) -> &'static str {
        without_prefix(self.name)
    }

    /// The sentence in the table of a release, or in the documented table (`None`). Releases before 1.0.20 have the document's sentence.
    pub fn sentence_in(&self, release: Option<Release>) -> &'static str {
        match &self.documented {
            Some(documented) if release.is_none_or(|release| release < RENUMBERED) => documented.sentence,
            _ => self.sentence,
        }
    }
}

/// The name without the prefix `AEROSPIKE_`, if it has one.
pub fn without_prefix(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

/// The distinctive part of a name: without `AEROSPIKE_` and `ERR_`.
pub fn kernel(name: &str) -> &str {
    let short = without_prefix(name);
    short.strip_prefix("ERR_").unwrap_or(short)
}

macro_rules! categories {
    ($($category:ident $name:literal)*) => {
        /// What a status is about. For the documented names it follows from the document's number: 2xx client, 3xx cluster, 4xx timeout,
        /// 5xx server, 6xx record.
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

/// The default values of a row.
const PLAIN: Status =
    Status { name: "", sentence: "", category: Category::Ok, transient: false, in_doubt: false, documented: None, spans: &[] };

/// A row has the category, flags and name, then the sentence. A name of the 1.x document also has its number there, and its sentence there
/// if that differs. `spans` has a constant for each name in `data/numbers.json`, so a row with another name doesn't compile.
macro_rules! statuses {
    ($(
        $category:ident $(+ $flag:ident)* $name:ident
            $sentence:literal
            $(documented $code:literal $($documented:literal)?)?;
    )+) => {
        /// Every status, by category. Every table has this order.
        #[allow(clippy::needless_update)] // A row may have all flags.
        pub static STATUSES: &[Status] = &[$(
            Status {
                name: stringify!($name),
                sentence: $sentence,
                category: Category::$category,
                $($flag: true,)*
                documented: statuses!(@option $(Documented { code: $code, sentence: statuses!(@last $sentence $($documented)?) })?),
                spans: spans::$name,
                ..PLAIN
            }
        ),+];
    };
    (@last $sentence:literal) => { $sentence };
    (@last $sentence:literal $documented:literal) => { $documented };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
}

statuses! {
    Ok AEROSPIKE_OK
        "The command succeeded."
        documented 0 "The operation was successful.";

    // In doubt: since 1.0.20 another name for AEROSPIKE_ERR_CLIENT.
    Generic + in_doubt AEROSPIKE_ERR
        "Another name for AEROSPIKE_ERR_CLIENT, dropped in 3.0.0."
        documented 100 "Generic error code.";

    // In doubt: the client can receive an unreadable answer after it sent the write ("Invalid proto version").
    Client + in_doubt AEROSPIKE_ERR_CLIENT
        "The client itself failed: a call before connect, no usable seed host, or an invalid setting. Only the message says which."
        documented 200 "Generic client API usage error.";
    Client AEROSPIKE_ERR_PARAM
        "The client refused an argument of the call, such as a bin, an operation or a policy. It sent nothing."
        documented 201 "Invalid client API parameter.";
    Client AEROSPIKE_ERR_CLIENT_ABORT
        "The application stopped reading a scan or query. Used only inside the client.";
    // Transient: a queue is full.
    Client + transient AEROSPIKE_ERR_ASYNC_QUEUE_FULL
        "The client's command queue is full. Send fewer commands at a time, or raise maxCommandsInQueue.";
    Client AEROSPIKE_USE_NORMAL_RETRY
        "The client couldn't split a batch to retry it, so it retries the whole batch. Used only inside the client.";
    // In doubt: the name says that attempts were sent.
    Client + in_doubt AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED
        "A scan or query used up its maxRetries. Clients since 5.9.0 report the error of the last attempt instead.";
    // Transient: the Java client and the backup tools back off.
    Client + transient AEROSPIKE_MAX_ERROR_RATE
        "There were more errors with the node than maxErrorRate allows, so the client sends it nothing for a while.";
    Client AEROSPIKE_METRICS_CONFLICT
        "The dynamic configuration file controls the metrics, so the application can't switch them on or off. The client only logs this.";

    // Transient: the C client retries scans, queries, and a batchGet with one key on the node. Not in doubt: the server checks the partition
    // before anything else (thr_tsvc.c).
    Cluster + transient AEROSPIKE_ERR_CLUSTER
        "The record's partition is unavailable: nodes are starting or missing, or partitions are migrating."
        documented 300 "Generic cluster discovery & connection error.";
    Cluster AEROSPIKE_ERR_INVALID_HOST
        "The host name couldn't be resolved. Check its spelling and the DNS.";
    // In doubt: the connection can break after the write was sent (as_error_set_in_doubt).
    Cluster + transient + in_doubt AEROSPIKE_ERR_ASYNC_CONNECTION
        "The client couldn't open a connection to the node, or lost it while the command ran.";
    // Not in doubt: this attempt sent nothing. The error's own inDoubt covers earlier ones.
    Cluster + transient AEROSPIKE_ERR_NO_MORE_CONNECTIONS
        "All connections that the client may open to the node are in use. Send fewer commands at a time, or raise maxConnsPerNode.";
    // Transient: the C client's partition tracker tries again. Not in doubt: this attempt sent nothing.
    Cluster + transient AEROSPIKE_ERR_INVALID_NODE
        "The client found no node for this request. The cluster may be restarting or unreachable.";
    Cluster AEROSPIKE_ERR_TLS_ERROR
        "The client can't use its TLS settings: a certificate or key file, a password, a protocol or a cipher. A failed handshake is a connection error.";
    // In doubt: like AEROSPIKE_ERR_ASYNC_CONNECTION.
    Cluster + transient + in_doubt AEROSPIKE_ERR_CONNECTION
        "The client couldn't open a connection to a node, or lost it. This ends connect, batchGet, batchApply and the like, and background, info, index, UDF and admin calls.";

    // In doubt: the write may have been sent, or applied on a node whose replicas didn't answer.
    Timeout + transient + in_doubt AEROSPIKE_ERR_TIMEOUT
        "No answer came in time: the client waited as long as its policy allows, or the server gave up."
        documented 400 "Request timed out.";
    Timeout AEROSPIKE_ERR_THROTTLED
        "Reserved for requests that the client drops to limit its load. No release ever returned it.";

    Server AEROSPIKE_ERR_SERVER
        "The server failed without a more specific status; its log says why. The client also returns this if it knows no node."
        documented 500 "Generic error returned by server.";
    Server AEROSPIKE_ERR_REQUEST_INVALID
        "The server refuses a parameter of the request, such as the TTL, the set or a combination of flags. Its log usually says which."
        documented 501 "Request protocol invalid, or invalid protocol field.";
    Server AEROSPIKE_ERR_NAMESPACE_NOT_FOUND
        "The cluster has no namespace with this name, or the client knows no node at all (\"Cluster is empty\")."
        documented 501 "Namespace in request not found on server.";
    Server AEROSPIKE_ERR_SERVER_FULL
        "The namespace accepts no more writes, because its storage or the node's memory has reached a configured limit."
        documented 503 "The server node is running out of memory and/or storage device space reserved for the specified namespace.";
    // Transient: migrations end by themselves. Only read queries and refused info requests return it.
    Server + transient AEROSPIKE_ERR_CLUSTER_CHANGE
        "The cluster changed during a query that should fail in that case (failOnClusterChange)."
        documented 504 "A cluster state change occurred during the request.";
    Server AEROSPIKE_ERR_NO_XDR
        "Probably the server has no cross-datacenter replication (XDR). Old servers also returned this for writes that they forbid.";
    Server AEROSPIKE_ERR_ALWAYS_FORBIDDEN
        "The namespace's configuration forbids writes by clients or by XDR. Only servers before 5.0 send this.";
    Server AEROSPIKE_ERR_UNSUPPORTED_FEATURE
        "The server doesn't support the request in this form. Often, an old client queries a newer server: update the client. Transactions need strong consistency.";
    // Transient: the C client retries a batchGet with one key on the node. Not in doubt: refused before the write begins
    // (as_storage_overloaded).
    Server + transient AEROSPIKE_ERR_DEVICE_OVERLOAD
        "The node's storage can't keep up with the writes. Write more slowly, and retry later.";
    Server AEROSPIKE_ERR_FAIL_FORBIDDEN
        "The server doesn't allow this now. For example, a write has a TTL while nsup-period is 0, its set is at a stop-writes limit, or too many queries are running.";
    Server AEROSPIKE_ERR_ENTERPRISE_ONLY
        "The server is the Community Edition, or its license lacks this Enterprise feature.";
    Server AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY
        "The old name for AEROSPIKE_ERR_ENTERPRISE_ONLY: the server's edition or license lacks the feature.";
    Server AEROSPIKE_LOST_CONFLICT
        "The write is older than the stored version, which wins. This happens when changes from several datacenters are merged.";
    // Transient: asrestore retries. Not in doubt: refused before the write (write.c, udf.c).
    Server + transient AEROSPIKE_XDR_KEY_BUSY
        "Cross-datacenter replication (XDR) hasn't shipped the record's last change yet, so the server refuses the write.";

    Record AEROSPIKE_ERR_RECORD
        "Generic record error."
        documented 600;
    // Transient: the C# client and asrestore retry. Not in doubt: refused at the queue (rw_request_hash.c).
    Record + transient AEROSPIKE_ERR_RECORD_BUSY
        "Too many commands wait for this one record, a hot key: more than transaction-pending-limit allows."
        documented 601 "Too many concurrent requests for one record - a \"hot-key\" situation.";
    Record AEROSPIKE_ERR_RECORD_NOT_FOUND
        "There is no record with this key. Reads get this, and writes that may only change an existing record."
        documented 602 "Record does not exist in database. May be returned by read, or write with policy Exists.";
    Record AEROSPIKE_ERR_RECORD_EXISTS
        "The record already exists, and the write may only create one."
        documented 603 "Record already exists. May be returned by write with policy `Exists.CREATE`.";
    Record AEROSPIKE_ERR_RECORD_GENERATION
        "The record's generation isn't the one that the write expects. Usually somebody changed the record after you read it: read it again."
        documented 604 "Generation of record in database does not satisfy write policy";
    Record AEROSPIKE_ERR_RECORD_TOO_BIG
        "The write would make the record larger than the namespace allows: max-record-size, or write-block-size before server 7.1."
        documented 605 "Record being written can't fit in a storage write block";
    Record AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE
        "The operation doesn't fit the type of the bin's value, for example incr on a string."
        documented 606 "Bin modification operation can't be done on an existing bin due to its value type";
    Record AEROSPIKE_ERR_BIN_EXISTS
        "The bin already exists, and the operation may only create one (CREATE_ONLY). Bitwise, HyperLogLog and expression operations get this.";
    Record AEROSPIKE_ERR_BIN_NOT_FOUND
        "The bin doesn't exist, and the operation may only change one. Bitwise, HyperLogLog and expression operations get this.";
    Record AEROSPIKE_ERR_RECORD_KEY_MISMATCH
        "The user key in the request isn't the one stored with the record of this digest.";
    Record AEROSPIKE_ERR_BIN_NAME
        "A bin name is longer than 15 bytes. Before server 7.0 it can also mean that the namespace has no room for another bin name.";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND
        "The map doesn't have this key, and the write flag UPDATE_ONLY allows no new one.";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS
        "The list or map already has this element, and the write flags (CREATE_ONLY, ADD_UNIQUE) don't allow it twice.";
    Record AEROSPIKE_ERR_OP_NOT_APPLICABLE
        "The operation doesn't fit the bin's current value: for example an index or rank is out of range, or an expression can't be evaluated.";
    Record AEROSPIKE_FILTERED_OUT
        "The record didn't pass the filter expression. An expression that can't be evaluated, for example because a bin is missing, counts as false.";
    Record AEROSPIKE_INVALID_ENCODING
        "A string isn't valid UTF-8, so the server refuses the operation on it. Servers send this since 8.2.";
    Record AS_ERR_RECORD_VERSION_MISMATCH
        "Probably the record's version isn't the expected one. Server 8.2 defines this status, but its use isn't documented.";
    Record AEROSPIKE_ERR_GEO_INVALID_GEOJSON
        "The GeoJSON is malformed, or the server doesn't support it.";

    Security AEROSPIKE_QUERY_END
        "The list of users or roles is complete. Used only inside the client.";
    Security AEROSPIKE_SECURITY_NOT_SUPPORTED
        "The server has no security: it's the Community Edition. Connect without user and password.";
    Security AEROSPIKE_SECURITY_NOT_ENABLED
        "Security is switched off in the server's configuration.";
    Security AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED
        "The server doesn't support this version of the security protocol.";
    Security AEROSPIKE_INVALID_COMMAND
        "The server doesn't know this user or role command.";
    Security AEROSPIKE_INVALID_FIELD
        "A field of the user or role command is invalid.";
    Security AEROSPIKE_ILLEGAL_STATE
        "The user or role command came at the wrong time, for example in the middle of a login.";
    Security AEROSPIKE_INVALID_USER
        "The user name is missing, malformed, or unknown to the server.";
    Security AEROSPIKE_USER_ALREADY_EXISTS
        "A user with this name already exists.";
    Security AEROSPIKE_INVALID_PASSWORD
        "The password is missing or malformed. A wrong password returns AEROSPIKE_INVALID_CREDENTIAL.";
    Security AEROSPIKE_EXPIRED_PASSWORD
        "The password has expired. Set a new one.";
    Security AEROSPIKE_FORBIDDEN_PASSWORD
        "The password isn't allowed, for example because it was used before, or because authMode is PKI.";
    Security AEROSPIKE_INVALID_CREDENTIAL
        "The login failed. Check the user name and the password.";
    // Transient: the client logs in again by itself.
    Security + transient AEROSPIKE_EXPIRED_SESSION
        "The login session has expired. The client logs in again by itself, so later commands should succeed.";
    Security AEROSPIKE_INVALID_ROLE
        "The role name is missing, malformed, or unknown to the server.";
    Security AEROSPIKE_ROLE_ALREADY_EXISTS
        "A role with this name already exists.";
    Security AEROSPIKE_INVALID_PRIVILEGE
        "The privilege is unknown to the server, or can't be limited to this namespace or set.";
    Security AEROSPIKE_INVALID_WHITELIST
        "The role's allow list has an entry that isn't an address or network.";
    Security AEROSPIKE_QUOTAS_NOT_ENABLED
        "Quotas aren't enabled on the server. Set enable-quotas in the security section of its configuration.";
    Security AEROSPIKE_INVALID_QUOTA
        "The quota is invalid. Pass a number of records per second, or 0 for no limit.";
    Security AEROSPIKE_NOT_AUTHENTICATED
        "The server requires a login. Set user and password in the client's configuration.";
    Security AEROSPIKE_ROLE_VIOLATION
        "None of the user's roles permits this operation.";
    Security AEROSPIKE_NOT_WHITELISTED
        "The client's address isn't on the allow list of the user's roles.";
    // Transient: asrestore retries.
    Security + transient AEROSPIKE_QUOTA_EXCEEDED
        "The user's quota of reads or writes per second is used up. Send fewer requests, or raise the quota.";
    Security AS_SEC_ERR_LDAP_NOT_CONFIGURED
        "The login needs LDAP, but LDAP isn't configured on the server.";
    Security AS_SEC_ERR_LDAP_SETUP
        "The server couldn't set up LDAP. Check its LDAP settings.";
    Security AS_SEC_ERR_LDAP_TLS_SETUP
        "The server couldn't set up TLS to the LDAP server. Check its certificates.";
    Security AS_SEC_ERR_LDAP_AUTHENTICATION
        "LDAP rejected the user or the password.";
    Security AS_SEC_ERR_LDAP_QUERY
        "The server couldn't look up the user or its roles in LDAP. Check its LDAP query settings.";

    // Not in doubt: since server 5.1 a UDF that fails writes nothing. Older servers keep what aerospike:update wrote before it failed.
    Udf AEROSPIKE_ERR_UDF
        "The user-defined function (UDF) failed or couldn't be started. The error's message usually comes from Lua.";
    Udf AEROSPIKE_ERR_UDF_NOT_FOUND
        "Probably the UDF module has no such function. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead.";
    Udf AEROSPIKE_ERR_LUA_FILE_NOT_FOUND
        "Probably the server has no UDF module in this file. Clients since 1.0.20 return AEROSPIKE_ERR_UDF and a message instead.";

    Ldt AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND
        "The large data type has no such item.";
    // In doubt, like the other steps that write: servers with large data types keep what a UDF wrote before it failed (udf_finish).
    Ldt + in_doubt AEROSPIKE_ERR_LDT_INTERNAL
        "A large data type failed inside the server.";
    Ldt AEROSPIKE_ERR_LDT_NOT_FOUND
        "The item wasn't found in the large data type.";
    Ldt AEROSPIKE_ERR_LDT_UNIQUE_KEY
        "The large data type holds each value only once, and already has this one.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_INSERT
        "Inserting into the large data type failed.";
    Ldt AEROSPIKE_ERR_LDT_SEARCH
        "Searching the large data type failed.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_DELETE
        "Deleting from the large data type failed.";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARAM
        "An argument of the large data type operation is invalid.";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARM
        "Another spelling of AEROSPIKE_ERR_LDT_INPUT_PARAM: an argument of the large data type operation is invalid.";
    Ldt AEROSPIKE_ERR_LDT_TYPE_MISMATCH
        "The bin holds a different kind of large data type than the operation needs.";
    Ldt AEROSPIKE_ERR_LDT_NULL_BIN_NAME
        "The bin name of the large data type is missing.";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_NOT_STRING
        "The bin name of the large data type isn't a string.";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_TOO_LONG
        "The bin name of the large data type is too long.";
    Ldt AEROSPIKE_ERR_LDT_TOO_MANY_OPEN_SUBRECS
        "The operation opened too many sub-records of the large data type.";
    Ldt AEROSPIKE_ERR_LDT_TOP_REC_NOT_FOUND
        "The record that holds the large data type wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_SUB_REC_NOT_FOUND
        "A sub-record of the large data type wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_BIN_DOES_NOT_EXIST
        "The bin of the large data type doesn't exist.";
    Ldt AEROSPIKE_ERR_LDT_BIN_ALREADY_EXISTS
        "The bin of the large data type already exists.";
    Ldt AEROSPIKE_ERR_LDT_BIN_DAMAGED
        "The control data in the bin of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_POOL_DAMAGED
        "The pool of open sub-records of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_DAMAGED
        "A sub-record of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_OPEN
        "A sub-record of the large data type couldn't be opened.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_SUBREC_UPDATE
        "A sub-record of the large data type couldn't be updated.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_SUBREC_CREATE
        "A sub-record of the large data type couldn't be created.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_SUBREC_DELETE
        "A sub-record of the large data type couldn't be deleted.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_SUBREC_CLOSE
        "A sub-record of the large data type couldn't be closed.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_TOPREC_UPDATE
        "The record that holds the large data type couldn't be updated.";
    Ldt + in_doubt AEROSPIKE_ERR_LDT_TOPREC_CREATE
        "The record that holds the large data type couldn't be created.";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_BAD
        "The name of the filter function for the large data type is invalid.";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_NOT_FOUND
        "The filter function for the large data type wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_BAD
        "The name of the function that returns an item's key is invalid.";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_NOT_FOUND
        "The function that returns an item's key wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_BAD
        "The name of the function that transforms an item for storage is invalid.";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_NOT_FOUND
        "The function that transforms an item for storage wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_BAD
        "The name of the function that restores an item from storage is invalid.";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_NOT_FOUND
        "The function that restores an item from storage wasn't found.";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_BAD
        "The name of the user module for the large data type is invalid.";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_NOT_FOUND
        "The user module for the large data type wasn't found.";

    // In doubt: batchApply and batchRemove may have changed other records, and the client's error has inDoubt: false.
    Batch + in_doubt AEROSPIKE_BATCH_FAILED
        "At least one key of the batch failed. batchRead and batchWrite return the status of each key; other batch calls return none.";
    // Transient: like AEROSPIKE_ERR_TIMEOUT. In doubt: a row has this status until its answer comes, even if the write was sent.
    Batch + transient + in_doubt AEROSPIKE_NO_RESPONSE
        "No response came for this key of the batch. A write may have been applied. The error of the whole batch says why.";
    Batch AEROSPIKE_ERR_BATCH_DISABLED
        "Batches are switched off on the node: its batch-index-threads is 0.";
    Batch AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED
        "The batch has more keys for one node than batch-max-requests allows. Send smaller batches.";
    // Transient: a queue is full; asrestore retries. Not in doubt: the node refuses its part before starting it (batch.c).
    Batch + transient AEROSPIKE_ERR_BATCH_QUEUES_FULL
        "The node's queues for batch responses are full. Send fewer batches at a time.";

    // Not transient: the whole transaction has to run again. In doubt: newer C clients also return it for an abort after a commit that is in doubt.
    Transaction + in_doubt AEROSPIKE_TXN_FAILED
        "The commit failed, usually because somebody changed a record that the transaction had read. The transaction is rolled back: run all of it again.";
    Transaction AEROSPIKE_TXN_ALREADY_COMMITTED
        "The transaction can't be aborted: it's already committed.";
    Transaction AEROSPIKE_TXN_ALREADY_ABORTED
        "The transaction can't be committed: it's already aborted.";
    // Transient: it passes when the other transaction ends. Subcode 2 is the exception.
    Transaction + transient AEROSPIKE_MRT_BLOCKED
        "Another transaction holds the record. Retry when it has ended; inside a transaction, abort and run the whole transaction again.";
    Transaction AEROSPIKE_MRT_VERSION_MISMATCH
        "A record changed after the transaction had read it, so the transaction can't be committed. Run it again.";
    Transaction AEROSPIKE_MRT_EXPIRED
        "The transaction took too long and is rolled back. Run it again, with a longer timeout or a longer mrt-duration on the server.";
    Transaction AEROSPIKE_MRT_TOO_MANY_WRITES
        "The transaction writes more than 4096 records, the fixed limit. Split it.";
    Transaction AEROSPIKE_MRT_COMMITTED
        "The transaction is already committed and accepts no more commands.";
    Transaction AEROSPIKE_MRT_ABORTED
        "The transaction is already aborted and accepts no more commands.";
    Transaction AEROSPIKE_MRT_ALREADY_LOCKED
        "This transaction has already written the record, and the write's policy onLockingOnly allows only the first write.";
    Transaction AEROSPIKE_MRT_MONITOR_EXISTS
        "The transaction has already begun. Await its first write before you send others: two writes can't begin it in parallel.";

    Index AEROSPIKE_ERR_INDEX_FOUND
        "A secondary index with this name exists, but with another definition. Servers before 6.1 also refuse the same index, or a second one on the bin.";
    // Not transient, although the C client retries queries after it: without the index they always fail.
    Index AEROSPIKE_ERR_INDEX_NOT_FOUND
        "No secondary index fits the query. Compare bin, set, type and kind (list, map or plain) with those of the index, or create one.";
    Index AEROSPIKE_ERR_INDEX_OOM
        "Probably the secondary index got no memory. No server from 4.0 on is known to send it.";
    // Transient: the C client retries queries and scans.
    Index + transient AEROSPIKE_ERR_INDEX_NOT_READABLE
        "The secondary index can't be read yet. It may still be building.";
    Index AEROSPIKE_ERR_INDEX
        "A secondary index failed, without a more specific status. Only servers before 6.0 send this.";
    Index AEROSPIKE_ERR_INDEX_NAME_MAXLEN
        "Probably the secondary index's name is too long. Servers from 4.0 on send AEROSPIKE_ERR_REQUEST_INVALID instead.";
    Index AEROSPIKE_ERR_INDEX_MAXCOUNT
        "The namespace already has 256 secondary indexes, the fixed limit.";

    Query AEROSPIKE_NO_MORE_RECORDS
        "The batch, scan or query has no more records. Used only inside the client.";
    Query AEROSPIKE_ERR_SCAN
        "A scan failed. No client is known to return this.";
    // In doubt: a background job may have changed some of its records.
    Query + in_doubt AEROSPIKE_ERR_SCAN_ABORTED
        "Somebody, usually an operator, stopped the scan or query on the server. Start it again if you still need it.";
    // Not transient: an operator stopped it, or query-rec-count-bound is reached. In doubt: like AEROSPIKE_ERR_SCAN_ABORTED.
    Query + in_doubt AEROSPIKE_ERR_QUERY_ABORTED
        "Somebody stopped the query on the server. Servers since 6.0 send AEROSPIKE_ERR_SCAN_ABORTED instead.";
    // Transient: a queue is full.
    Query + transient AEROSPIKE_ERR_QUERY_QUEUE_FULL
        "The server's query queue is full. Send fewer queries at a time. Only servers before 6.0 send this.";
    Query AEROSPIKE_ERR_QUERY_TIMEOUT
        "The query ran out of time on the server. Only servers before 6.0 send this.";
    // Not transient: an aggregation failed, or the server couldn't build an answer.
    Query AEROSPIKE_ERR_QUERY
        "The query failed, without a more specific status. Only servers before 6.0 send this.";
    // Not transient: the connection is gone, and the server sends no answer.
    Query AS_ERR_QUERY_NET_IO
        "The server couldn't send the results of a query. Only servers before 6.0 have this.";
    Query AS_ERR_QUERY_DUPLICATE
        "Another query with the same number was running on the server. Only servers before 6.0 send this.";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn names_are_unique_and_prefixed() {
        let names: HashSet<_> = STATUSES.iter().map(|status| status.name).collect();
        assert_eq!(names.len(), STATUSES.len());
        for Status { name, spans, .. } in STATUSES {
            // aerospike.status never had a name from the server.
            let is_server_name = name.starts_with("AS_") && !spans.iter().any(Span::is_exported);
            assert!(name.starts_with(PREFIX) || is_server_name, "{name}");
        }
    }

    /// Otherwise a name without `ERR_` could stand for two statuses.
    #[test]
    fn names_differ_in_more_than_err() {
        let kernels: HashSet<_> = STATUSES.iter().map(|status| kernel(status.name)).collect();
        assert_eq!(kernels.len(), STATUSES.len());
    }

    /// Three sentences of the 1.x document have no full stop. They stay as they are.
    #[test]
    fn every_sentence_starts_with_a_capital_and_ends_with_a_full_stop() {
        for Status { name, sentence, documented, .. } in STATUSES {
            let in_document = documented.as_ref().map(|documented| documented.sentence);
            for sentence in in_document.iter().chain([sentence]) {
                assert_eq!(sentence.trim(), *sentence, "{name}");
                assert!(sentence.len() > 10 && sentence.is_ascii(), "{name}");
                assert!(sentence.starts_with(|first: char| first.is_ascii_uppercase()), "{name}");
                let may_lack_stop = Some(*sentence) == in_document;
                assert!(sentence.ends_with('.') || may_lack_stop && sentence.ends_with(char::is_alphabetic), "{name}");
            }
        }
    }

    #[test]
    fn statuses_are_grouped_by_category() {
        let mut groups: Vec<_> = STATUSES.iter().map(|status| status.category).collect();
        groups.dedup();
        assert_eq!(groups, Category::ALL);
    }

    #[test]
    fn documented_statuses_have_the_category_of_their_number() {
        for status in STATUSES {
            let band = status.documented.as_ref().map(|documented| documented.code / 100);
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
}
