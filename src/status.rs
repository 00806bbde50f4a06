//! What every status means: name, category, flags, sentence, and what the 1.x document has for it. Its numbers in each release come from
//! `data/numbers.json` ([`crate::numbers`]).

use crate::numbers::{RENUMBERED, Span, spans};
use crate::release::Release;

/// A status: what a number means, whatever the number was in a given release.
#[derive(Debug)]
pub struct Status {
    /// The name as the client exports it: `AEROSPIKE_ERR_TIMEOUT`. That of the C client, or else of the server, where no release did.
    pub name: &'static str,
    /// What happened and, where it helps, what to do.
    pub sentence: &'static str,
    pub category: Category,
    /// The same request may succeed if sent again unchanged, after a pause, because the condition passes by itself or with less
    /// load. True only with evidence: an official client retries, backs off or logs in again by itself, or Aerospike's backup tools
    /// retry, or a queue is full. Where that is not obvious it stands beside the row.
    pub transient: bool,
    /// What the 1.x document has for it, where that is one of its 18 names.
    pub documented: Option<Documented>,
    /// The numbers in the releases, by their first release. A release can have two.
    pub spans: &'static [Span],
}

/// What the 1.x document says of a status.
#[derive(Debug)]
pub struct Documented {
    pub code: i32,
    pub sentence: &'static str,
}

const PREFIX: &str = "AEROSPIKE_";

impl Status {
    /// The name without `AEROSPIKE_`, which releases from 3.0.0 on export beside the whole name.
    pub fn short_name(&self) -> &'static str {
        without_prefix(self.name)
    }

    /// The sentence in the table of a release; `None` is the documented table. The document's stands where its numbers were in use.
    pub fn sentence_in(&self, release: Option<Release>) -> &'static str {
        match &self.documented {
            Some(documented) if release.is_none_or(|release| release < RENUMBERED) => documented.sentence,
            _ => self.sentence,
        }
    }
}

/// A name without its `AEROSPIKE_`, where it has one.
pub fn without_prefix(name: &str) -> &str {
    name.strip_prefix(PREFIX).unwrap_or(name)
}

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

/// A status without numbers and flags, to build a row on.
const PLAIN: Status = Status { name: "", sentence: "", category: Category::Ok, transient: false, documented: None, spans: &[] };

/// A row is the category, the flags that it has, and the name; the sentence; and where the 1.x document has the name, its number there,
/// and its sentence where that differs. `spans` has a constant for each name in `data/numbers.json`: a row without one doesn't compile.
macro_rules! statuses {
    ($(
        $category:ident $(+ $flag:ident)* $name:ident
            $sentence:literal
            $(documented $documented:literal $($documents:literal)?)?;
    )+) => {
        /// Every status, family by family. This is the order of every table.
        pub static STATUSES: &[Status] = &[$(
            Status {
                name: stringify!($name),
                sentence: $sentence,
                category: Category::$category,
                $($flag: true,)*
                documented: statuses!(@option $(Documented { code: $documented, sentence: statuses!(@last $sentence $($documents)?) })?),
                spans: spans::$name,
                ..PLAIN
            }
        ),+];
    };
    (@last $own:literal) => { $own };
    (@last $own:literal $documents:literal) => { $documents };
    (@option) => { None };
    (@option $value:expr) => { Some($value) };
}

statuses! {
    Ok AEROSPIKE_OK
        "The command succeeded."
        documented 0 "The operation was successful.";

    Generic AEROSPIKE_ERR
        "Another name of AEROSPIKE_ERR_CLIENT, gone since 3.0.0."
        documented 100 "Generic error code.";

    Client AEROSPIKE_ERR_CLIENT
        "The error arose in the client and has no status of its own: a call before connect, a seed that is unknown or refused, a wrong setting. The message says more."
        documented 200 "Generic client API usage error.";
    Client AEROSPIKE_ERR_PARAM
        "The client refused an argument of the call, such as a bin, an operation or a policy. Nothing was sent."
        documented 201 "Invalid client API parameter.";
    Client AEROSPIKE_ERR_CLIENT_ABORT
        "The application ended a scan or query from its callback. Used inside the client only.";
    // Transient: a queue is full.
    Client + transient AEROSPIKE_ERR_ASYNC_QUEUE_FULL
        "The client's command queue is full. Send fewer commands at a time, or raise maxCommandsInQueue.";
    Client AEROSPIKE_USE_NORMAL_RETRY
        "The client gave up splitting a batch for its retry and retries the whole node instead. Used inside the client only.";
    Client AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED
        "A scan or query has used up its maxRetries. Clients since 5.11.0 report the error of the last attempt instead.";
    // Transient: the Java client and the backup tools back off.
    Client + transient AEROSPIKE_MAX_ERROR_RATE
        "The node has returned more errors than maxErrorRate allows in its window, so the client sends it nothing for a while.";
    Client AEROSPIKE_METRICS_CONFLICT
        "Metrics can't be switched on or off by the application while the dynamic configuration controls them.";

    // Transient: the C client repeats scans, queries and batchGet.
    Cluster + transient AEROSPIKE_ERR_CLUSTER
        "The record's partition is not available at present: nodes are starting or missing, or partitions are on the move."
        documented 300 "Generic cluster discovery & connection error.";
    Cluster AEROSPIKE_ERR_INVALID_HOST
        "The host name could not be resolved. Check its spelling and the DNS.";
    Cluster + transient AEROSPIKE_ERR_ASYNC_CONNECTION
        "A connection to the node could not be opened, or broke while the command ran.";
    Cluster + transient AEROSPIKE_ERR_NO_MORE_CONNECTIONS
        "All connections that the client may open to the node are in use. Send fewer commands at a time, or raise maxConnsPerNode.";
    // Transient: the C client's partition tracker tries the other nodes again.
    Cluster + transient AEROSPIKE_ERR_INVALID_NODE
        "The client knows no active node for this request. The cluster may be forming anew, or be out of reach.";
    Cluster AEROSPIKE_ERR_TLS_ERROR
        "The client's TLS settings can't be used: a certificate or key file, its password, a protocol or a cipher. A failed handshake is a connection error.";
    Cluster + transient AEROSPIKE_ERR_CONNECTION
        "A connection to a node could not be opened, or broke, at connect or in a call that is not asynchronous inside the client.";

    Timeout + transient AEROSPIKE_ERR_TIMEOUT
        "No answer came in time: the client waited as long as its policy allows, or the server gave the request up."
        documented 400 "Request timed out.";
    Timeout AEROSPIKE_ERR_THROTTLED
        "Meant for requests that the client drops to limit its load. No release ever returned it.";

    Server AEROSPIKE_ERR_SERVER
        "The server failed without a more exact status; its log says why. The client says so too where it knows no node of the cluster."
        documented 500 "Generic error returned by server.";
    Server AEROSPIKE_ERR_REQUEST_INVALID
        "The server refuses a parameter of the request, such as the TTL, the set or a combination of flags. Its log says which."
        documented 501 "Request protocol invalid, or invalid protocol field.";
    Server AEROSPIKE_ERR_NAMESPACE_NOT_FOUND
        "The cluster has no namespace of this name, or the client knows no node at all (\"Cluster is empty\")."
        documented 501 "Namespace in request not found on server.";
    Server AEROSPIKE_ERR_SERVER_FULL
        "The namespace has stopped writes, because its storage or the node's memory is full up to the configured limit."
        documented 503 "The server node is running out of memory and/or storage device space reserved for the specified namespace.";
    Server AEROSPIKE_ERR_CLUSTER_CHANGE
        "The cluster changed, or was changing, while a query ran that asked to fail then (failOnClusterChange)."
        documented 504 "A cluster state change occurred during the request.";
    Server AEROSPIKE_ERR_NO_XDR
        "By its name the server has no cross-datacenter replication (XDR). Servers of that time also answered so to writes that they forbade.";
    Server AEROSPIKE_ERR_ALWAYS_FORBIDDEN
        "The server's configuration forbids it: the namespace refuses writes of clients, or of XDR. Only servers before 5.0 sent this.";
    Server AEROSPIKE_ERR_UNSUPPORTED_FEATURE
        "Client and server don't agree on the request: often an old client queries a newer server, so update it. Transactions need strong consistency.";
    // Transient: the C client retries in batchGet; the single-record commands of Node do not.
    Server + transient AEROSPIKE_ERR_DEVICE_OVERLOAD
        "The node's storage device can't keep up with the writes. Write more slowly, and try again later.";
    Server AEROSPIKE_ERR_FAIL_FORBIDDEN
        "The server refuses this for now. Writes: a TTL where nsup-period is 0, or a set at its stop-writes limit. Queries: query-threads-limit is reached.";
    Server AEROSPIKE_ERR_ENTERPRISE_ONLY
        "The server is a Community Edition, or its license lacks this feature of the Enterprise Edition.";
    Server AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY
        "The old name of AEROSPIKE_ERR_ENTERPRISE_ONLY: the server's edition or license lacks the feature.";
    Server AEROSPIKE_LOST_CONFLICT
        "The write lost against a newer version of the record or bin when changes from another datacenter were merged.";
    // Transient: asrestore retries.
    Server + transient AEROSPIKE_XDR_KEY_BUSY
        "Cross-datacenter replication (XDR) has not yet shipped the key's last change, so the write was refused.";

    Record AEROSPIKE_ERR_RECORD
        "Generic record error."
        documented 600;
    // Transient: the C# client and asrestore retry; the client in Node does not.
    Record + transient AEROSPIKE_ERR_RECORD_BUSY
        "Too many commands wait for this one record, a hot key: more than the server's transaction-pending-limit."
        documented 601 "Too many concurrent requests for one record - a \"hot-key\" situation.";
    Record AEROSPIKE_ERR_RECORD_NOT_FOUND
        "There is no record with this key. A read says so, and a write that may only change a record."
        documented 602 "Record does not exist in database. May be returned by read, or write with policy Exists.";
    Record AEROSPIKE_ERR_RECORD_EXISTS
        "The record exists, and the write may only create one."
        documented 603 "Record already exists. May be returned by write with policy `Exists.CREATE`.";
    Record AEROSPIKE_ERR_RECORD_GENERATION
        "The record's generation is not the one the write asks for: mostly it was written since it was read. Read it again."
        documented 604 "Generation of record in database does not satisfy write policy";
    Record AEROSPIKE_ERR_RECORD_TOO_BIG
        "With this write the record would be larger than the namespace allows: max-record-size, before server 7.1 write-block-size."
        documented 605 "Record being written can't fit in a storage write block";
    Record AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE
        "The operation doesn't fit the type of the bin's value, for example incr on a string."
        documented 606 "Bin modification operation can't be done on an existing bin due to its value type";
    Record AEROSPIKE_ERR_BIN_EXISTS
        "The bin exists, and the operation may only create one. Today bitwise, HyperLogLog and expression operations say so (CREATE_ONLY).";
    Record AEROSPIKE_ERR_BIN_NOT_FOUND
        "The bin does not exist, and the operation may only change one. Today bitwise, HyperLogLog and expression operations say so.";
    Record AEROSPIKE_ERR_RECORD_KEY_MISMATCH
        "The key sent does not match the key stored with the record of the same digest.";
    Record AEROSPIKE_ERR_BIN_NAME
        "A bin name is longer than 15 bytes. Before server 7.0 also: the namespace has no room for another bin name.";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND
        "The map has no such key, and the write flags (UPDATE_ONLY) let none be added.";
    Record AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS
        "The list or map already has this element, and the write flags (CREATE_ONLY, ADD_UNIQUE) allow no second one.";
    Record AEROSPIKE_ERR_OP_NOT_APPLICABLE
        "The operation can't be applied to the bin's present value: for example an index or rank out of range, or an expression that can't be evaluated.";
    Record AEROSPIKE_FILTERED_OUT
        "The record did not pass the filter expression. One that can't be evaluated, for example over a missing bin, counts as false.";
    Record AEROSPIKE_INVALID_ENCODING
        "A string is not valid UTF-8, so the server refuses the operation on it. Servers send this since 8.2.";
    Record AS_ERR_RECORD_VERSION_MISMATCH
        "By its name the record's version isn't the expected one. Server 8.2 defines this status and doesn't document its use.";
    Record AEROSPIKE_ERR_GEO_INVALID_GEOJSON
        "The GeoJSON is malformed, or the server does not support it.";

    Security AEROSPIKE_QUERY_END
        "The list of users or roles is complete. Used inside the client only.";
    Security AEROSPIKE_SECURITY_NOT_SUPPORTED
        "The server does not support security, as in the Community Edition. Connect to it without user and password.";
    Security AEROSPIKE_SECURITY_NOT_ENABLED
        "Security is supported by the server, but not enabled in its configuration.";
    Security AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED
        "The server does not support this version of the security protocol.";
    Security AEROSPIKE_INVALID_COMMAND
        "The server does not know this administration command.";
    Security AEROSPIKE_INVALID_FIELD
        "A field of the administration command is not valid.";
    Security AEROSPIKE_ILLEGAL_STATE
        "The administration command came out of turn, for example in the middle of a login.";
    Security AEROSPIKE_INVALID_USER
        "The user name is missing, malformed, or unknown to the server.";
    Security AEROSPIKE_USER_ALREADY_EXISTS
        "A user of this name already exists.";
    Security AEROSPIKE_INVALID_PASSWORD
        "The password is missing, or malformed.";
    Security AEROSPIKE_EXPIRED_PASSWORD
        "The password has expired. Set a new one.";
    Security AEROSPIKE_FORBIDDEN_PASSWORD
        "The password is not allowed, for example because it was used before, or because authMode is PKI.";
    Security AEROSPIKE_INVALID_CREDENTIAL
        "The credential is missing or wrong. Check the user name and the password.";
    // Transient: the client logs in again by itself.
    Security + transient AEROSPIKE_EXPIRED_SESSION
        "The login session has expired. The client logs in again by itself, so later commands should succeed.";
    Security AEROSPIKE_INVALID_ROLE
        "The role name is missing, malformed, or unknown to the server.";
    Security AEROSPIKE_ROLE_ALREADY_EXISTS
        "A role of this name already exists.";
    Security AEROSPIKE_INVALID_PRIVILEGE
        "The privilege is unknown to the server, or its scope is not valid.";
    Security AEROSPIKE_INVALID_WHITELIST
        "The allow list of addresses is not valid.";
    Security AEROSPIKE_QUOTAS_NOT_ENABLED
        "Quotas are not enabled on the server. Set enable-quotas in the security section of its configuration.";
    Security AEROSPIKE_INVALID_QUOTA
        "The quota is not valid. It is a number of records per second, and 0 is no limit.";
    Security AEROSPIKE_NOT_AUTHENTICATED
        "The server demands a login. Set user and password in the client's configuration.";
    Security AEROSPIKE_ROLE_VIOLATION
        "The user has no role that permits this operation.";
    Security AEROSPIKE_NOT_WHITELISTED
        "The client's address is not on the allow list of the user's roles.";
    // Transient: asrestore retries.
    Security + transient AEROSPIKE_QUOTA_EXCEEDED
        "The user's quota of reads or writes per second is used up. Send fewer requests, or raise the quota.";
    Security AS_SEC_ERR_LDAP_NOT_CONFIGURED
        "The login is to be checked by LDAP, which is not configured on the server.";
    Security AS_SEC_ERR_LDAP_SETUP
        "The server could not set up its LDAP. Check its LDAP settings.";
    Security AS_SEC_ERR_LDAP_TLS_SETUP
        "The server could not set up TLS to the LDAP server. Check its certificates.";
    Security AS_SEC_ERR_LDAP_AUTHENTICATION
        "LDAP refused the user or the password.";
    Security AS_SEC_ERR_LDAP_QUERY
        "The server could not look up the user or the roles in LDAP. Check its LDAP query settings.";

    Udf AEROSPIKE_ERR_UDF
        "The user-defined function (UDF) failed, or could not be started. The error's message mostly has Lua's own text.";
    Udf AEROSPIKE_ERR_UDF_NOT_FOUND
        "By its name the UDF module has no such function. Clients since 1.0.20 return AEROSPIKE_ERR_UDF with a text instead.";
    Udf AEROSPIKE_ERR_LUA_FILE_NOT_FOUND
        "By its name the server has no UDF module of this file. Clients since 1.0.20 return AEROSPIKE_ERR_UDF with a text instead.";

    Ldt AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND
        "The large data type has no such item.";
    Ldt AEROSPIKE_ERR_LDT_INTERNAL
        "A large data type failed inside the server.";
    Ldt AEROSPIKE_ERR_LDT_NOT_FOUND
        "The item was not found in the large data type.";
    Ldt AEROSPIKE_ERR_LDT_UNIQUE_KEY
        "The large data type takes each value once, and has this one.";
    Ldt AEROSPIKE_ERR_LDT_INSERT
        "Inserting into the large data type failed.";
    Ldt AEROSPIKE_ERR_LDT_SEARCH
        "Searching the large data type failed.";
    Ldt AEROSPIKE_ERR_LDT_DELETE
        "Deleting from the large data type failed.";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARAM
        "An argument of the large data type operation is not valid.";
    Ldt AEROSPIKE_ERR_LDT_INPUT_PARM
        "An argument of the large data type operation is not valid.";
    Ldt AEROSPIKE_ERR_LDT_TYPE_MISMATCH
        "The bin holds another kind of large data type than the operation is for.";
    Ldt AEROSPIKE_ERR_LDT_NULL_BIN_NAME
        "The bin name of the large data type is missing.";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_NOT_STRING
        "The bin name of the large data type is not a string.";
    Ldt AEROSPIKE_ERR_LDT_BIN_NAME_TOO_LONG
        "The bin name of the large data type is too long.";
    Ldt AEROSPIKE_ERR_LDT_TOO_MANY_OPEN_SUBRECS
        "The operation opened more sub-records of the large data type than it may.";
    Ldt AEROSPIKE_ERR_LDT_TOP_REC_NOT_FOUND
        "The record that holds the large data type was not found.";
    Ldt AEROSPIKE_ERR_LDT_SUB_REC_NOT_FOUND
        "A sub-record of the large data type was not found.";
    Ldt AEROSPIKE_ERR_LDT_BIN_DOES_NOT_EXIST
        "The bin of the large data type does not exist.";
    Ldt AEROSPIKE_ERR_LDT_BIN_ALREADY_EXISTS
        "The bin of the large data type already exists.";
    Ldt AEROSPIKE_ERR_LDT_BIN_DAMAGED
        "The control data in the bin of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_POOL_DAMAGED
        "The pool of open sub-records of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_DAMAGED
        "A sub-record of the large data type is damaged.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_OPEN
        "A sub-record of the large data type could not be opened.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_UPDATE
        "A sub-record of the large data type could not be updated.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_CREATE
        "A sub-record of the large data type could not be created.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_DELETE
        "A sub-record of the large data type could not be deleted.";
    Ldt AEROSPIKE_ERR_LDT_SUBREC_CLOSE
        "A sub-record of the large data type could not be closed.";
    Ldt AEROSPIKE_ERR_LDT_TOPREC_UPDATE
        "The record that holds the large data type could not be updated.";
    Ldt AEROSPIKE_ERR_LDT_TOPREC_CREATE
        "The record that holds the large data type could not be created.";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_BAD
        "The name of the filter function for the large data type is not valid.";
    Ldt AEROSPIKE_ERR_LDT_FILTER_FUNCTION_NOT_FOUND
        "The filter function for the large data type was not found.";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_BAD
        "The name of the function that gives an item's key is not valid.";
    Ldt AEROSPIKE_ERR_LDT_KEY_FUNCTION_NOT_FOUND
        "The function that gives an item's key was not found.";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_BAD
        "The name of the function that transforms an item for storage is not valid.";
    Ldt AEROSPIKE_ERR_LDT_TRANS_FUNCTION_NOT_FOUND
        "The function that transforms an item for storage was not found.";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_BAD
        "The name of the function that restores an item from storage is not valid.";
    Ldt AEROSPIKE_ERR_LDT_UNTRANS_FUNCTION_NOT_FOUND
        "The function that restores an item from storage was not found.";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_BAD
        "The name of the user module for the large data type is not valid.";
    Ldt AEROSPIKE_ERR_LDT_USER_MODULE_NOT_FOUND
        "The user module for the large data type was not found.";

    Batch AEROSPIKE_BATCH_FAILED
        "One or more keys of the batch failed. batchRead and batchWrite give the status of each key; other batch calls give none.";
    Batch AEROSPIKE_NO_RESPONSE
        "No response came for this key of the batch. Where a write was sent it may have been applied: see inDoubt of the result.";
    Batch AEROSPIKE_ERR_BATCH_DISABLED
        "Batch requests are switched off on the server: its batch-index-threads is 0.";
    Batch AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED
        "The batch has more keys for one node than the server's batch-max-requests allows. Send smaller batches.";
    // Transient: a queue is full; asrestore retries.
    Batch + transient AEROSPIKE_ERR_BATCH_QUEUES_FULL
        "All batch queues of the node are full. Send fewer batches at a time.";

    Transaction AEROSPIKE_TXN_FAILED
        "The commit failed, mostly because a record that the transaction read was changed by others. It is rolled back: run the whole transaction again.";
    Transaction AEROSPIKE_TXN_ALREADY_COMMITTED
        "The transaction can't be aborted, because it was committed before.";
    Transaction AEROSPIKE_TXN_ALREADY_ABORTED
        "The transaction can't be committed, because it was aborted before.";
    // Not transient: within a transaction only the whole transaction can be repeated, and the code does not tell.
    Transaction AEROSPIKE_MRT_BLOCKED
        "Another transaction holds the record's lock. Try again when it has ended; within a transaction abort, and run the whole transaction again.";
    Transaction AEROSPIKE_MRT_VERSION_MISMATCH
        "A record that the transaction read has changed since, so it can't be committed. Run the whole transaction again.";
    Transaction AEROSPIKE_MRT_EXPIRED
        "The transaction ran out of time and is rolled back. Run it again, with a longer timeout or a longer mrt-duration on the server.";
    Transaction AEROSPIKE_MRT_TOO_MANY_WRITES
        "The transaction writes more than 4096 records, which is the limit. Split it.";
    Transaction AEROSPIKE_MRT_COMMITTED
        "The transaction was committed before and takes no more commands.";
    Transaction AEROSPIKE_MRT_ABORTED
        "The transaction was aborted before and takes no more commands.";
    Transaction AEROSPIKE_MRT_ALREADY_LOCKED
        "This transaction holds the record's lock already, and the write's onLockingOnly policy allows the first write only.";
    Transaction AEROSPIKE_MRT_MONITOR_EXISTS
        "The transaction has begun already. Await its first write before sending others: it can't be begun twice in parallel.";

    Index AEROSPIKE_ERR_INDEX_FOUND
        "A secondary index of this name exists with another definition. Servers before 6.1 also refuse a second index on the same bin.";
    // Not transient, though the C client repeats queries after it: without the index they fail for ever.
    Index AEROSPIKE_ERR_INDEX_NOT_FOUND
        "No secondary index fits the query. Compare bin, set, type and list or map kind with those of the index, or create one.";
    Index AEROSPIKE_ERR_INDEX_OOM
        "The secondary index could not get memory. Only servers before 6.0 sent this.";
    // Transient: the C client repeats queries and scans.
    Index + transient AEROSPIKE_ERR_INDEX_NOT_READABLE
        "The secondary index can't be read yet. It may still be building.";
    Index AEROSPIKE_ERR_INDEX
        "The server failed at a secondary index, without a more exact status. Only servers before 6.0 sent this.";
    Index AEROSPIKE_ERR_INDEX_NAME_MAXLEN
        "The name of the secondary index is too long. Only servers before 6.0 sent this.";
    Index AEROSPIKE_ERR_INDEX_MAXCOUNT
        "The namespace has as many secondary indexes as it may have.";

    Query AEROSPIKE_NO_MORE_RECORDS
        "The batch, scan or query has no more records. Used inside the client only.";
    Query AEROSPIKE_ERR_SCAN
        "A scan failed, without a more exact status.";
    Query AEROSPIKE_ERR_SCAN_ABORTED
        "The scan or query was stopped on the server, mostly by an operator. Start it again if it is still wanted.";
    Query AEROSPIKE_ERR_QUERY_ABORTED
        "The query was stopped on the server. Servers since 6.0 say AEROSPIKE_ERR_SCAN_ABORTED instead.";
    // Transient: a queue is full.
    Query + transient AEROSPIKE_ERR_QUERY_QUEUE_FULL
        "The server's queue of queries is full: send fewer at a time. Only servers before 6.0 sent this.";
    Query AEROSPIKE_ERR_QUERY_TIMEOUT
        "The query ran out of time on the server. Only servers before 6.0 sent this.";
    Query AEROSPIKE_ERR_QUERY
        "The server failed at the query, without a more exact status. Only servers before 6.0 sent this.";
    Query AS_ERR_QUERY_NET_IO
        "The server could not send the results of a query. Only servers before 6.0 sent this.";
    Query AS_ERR_QUERY_DUPLICATE
        "A query with the same number was running on the server already. Only servers before 6.0 sent this.";
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
            // A server's own name never was a key of aerospike.status.
            let is_servers = name.starts_with("AS_") && !spans.iter().any(Span::is_exported);
            assert!(name.starts_with(PREFIX) || is_servers, "{name}");
        }
    }

    /// Three sentences of the 1.x document have no full stop, and stand as the document has them.
    #[test]
    fn every_sentence_ends_properly() {
        for Status { name, sentence, documented, .. } in STATUSES {
            let of_document = documented.as_ref().map(|documented| documented.sentence);
            for sentence in of_document.iter().chain([sentence]) {
                assert_eq!(sentence.trim(), *sentence, "{name}");
                assert!(sentence.len() > 10 && sentence.is_ascii(), "{name}");
                assert!(sentence.starts_with(|first: char| first.is_ascii_uppercase()), "{name}");
                let may_lack_the_stop = Some(*sentence) == of_document;
                assert!(sentence.ends_with('.') || may_lack_the_stop && sentence.ends_with(char::is_alphabetic), "{name}");
            }
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
