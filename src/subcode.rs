//! The subcodes. Servers since 8.2 send one with a status, to say which of its possible reasons applies. Clients since 7.0.0 have it as
//! `err.subcode`.
//!
//! The numbers come from `as/include/base/proto.h` of server 8.2.1, `src/include/aerospike/as_subcode.h` of C client 7.5.0, and
//! `lib/subcode.js` of the Node.js client at commit be40794a. The last two pair `PARAM_*` with AEROSPIKE_ERR_PARAM, but servers send them
//! with AEROSPIKE_ERR_REQUEST_INVALID. The causes and remedies come from the sources of server 8.1.2.

/// A subcode. Its number has a meaning only together with its status.
#[derive(Debug)]
pub struct Subcode {
    /// The name of its status: `AEROSPIKE_ERR_FAIL_FORBIDDEN`.
    pub status: &'static str,
    pub subcode: u32,
    /// The name that `aerospike.subcode` has for it, or the server's name without `AS_SUB_`. Unique among all subcodes.
    pub name: &'static str,
    /// What happened and, where it helps, what to do.
    pub sentence: &'static str,
    /// Whether a retry after a pause may succeed. It overrides the flag of the status.
    pub transient: bool,
    /// Whether no released server sends it, although clients have a constant for it.
    #[cfg_attr(not(test), allow(dead_code))] // Only the tests of the sentences read it.
    pub retired: bool,
    /// Whether `aerospike.subcode` of client 7.0.0 has it.
    pub constant: bool,
}

/// The name of 0 in `aerospike.subcode`, which means no subcode.
pub const NONE: &str = "NONE";

/// The subcodes of a status, by number.
pub fn subcodes_of(status: &str) -> &'static [Subcode] {
    let is_own = |subcode: &Subcode| subcode.status == status;
    SUBCODES.chunk_by(|one, next| one.status == next.status).find(|chunk| chunk.first().is_some_and(is_own)).unwrap_or_default()
}

/// The constants of `aerospike.subcode` in client 7.0.0, in the same order.
pub fn constants() -> impl Iterator<Item = (&'static str, u32)> {
    let constants = SUBCODES.iter().filter(|subcode| subcode.constant).map(|subcode| (subcode.name, subcode.subcode));
    [(NONE, 0)].into_iter().chain(constants)
}

/// Each status has a row per subcode: the number, `transient` if it applies, the name, and the sentence. `retired` means that no released
/// server sends it, and `unexported` that `aerospike.subcode` doesn't have it.
macro_rules! subcodes {
    ($(
        $status:ident {
            $($subcode:literal $(+ $transient:ident)? $name:ident $(($mark:ident))?
                $sentence:literal;)+
        }
    )+) => {
        /// Every subcode, by the number of its status and then by its own. This is the order of every list.
        pub static SUBCODES: &[Subcode] = &[$($(
            Subcode {
                status: stringify!($status),
                subcode: $subcode,
                name: stringify!($name),
                sentence: $sentence,
                transient: subcodes!(@transient $($transient)?),
                retired: subcodes!(@retired $($mark)?),
                constant: subcodes!(@constant $($mark)?),
            }
        ),+),+];
    };
    (@transient) => { false };
    (@transient transient) => { true };
    (@retired) => { false };
    (@retired unexported) => { false };
    (@retired retired) => { true };
    (@constant) => { true };
    (@constant unexported) => { false };
    (@constant retired) => { true };
}

subcodes! {
    AEROSPIKE_ERR_REQUEST_INVALID {
        1 PARAM_TTL_INVALID
            "The TTL is longer than ten years (315360000 seconds), the most that the server accepts.";
        2 PARAM_BITS_OFFSET_OUT_OF_RANGE
            "The bitwise operation starts beyond the end of the blob, or of the largest blob that the server allows.";
        3 PARAM_BITS_SIZE_OUT_OF_RANGE
            "The size of the bitwise operation is 0 or too large.";
        4 PARAM_BITS_RESIZE_EXCEEDED
            "The bitwise operation would make the blob larger than the server allows.";
        5 PARAM_BIN_COUNT_TOO_LARGE
            "The write would give the record more bins than the server allows.";
        6 PARAM_STRING_OP_PARAMS_INVALID (unexported)
            "An argument of the string operation is malformed or out of range.";
        7 PARAM_STRING_OP_INVALID (unexported)
            "The server doesn't know the string operation, or got a read as a write, or a write as a read.";
        8 PARAM_STRING_CTX_MALFORMED
            "The context of the string operation, its path to a string inside a list or map, is malformed.";
        9 PARAM_STRING_INDEX_OUT_OF_BOUNDS (unexported)
            "The position is outside the string. Positions count Unicode code points.";
        10 PARAM_STRING_REGEX_INVALID (unexported)
            "The regular expression isn't valid in the syntax of ICU, which the server uses.";
        11 PARAM_STRING_UTF8_INVALID (unexported)
            "A string, or an argument of a string operation, isn't valid UTF-8.";
    }

    // All are transient, like their status.
    AEROSPIKE_ERR_CLUSTER {
        1 + transient UNAVAIL_INITIAL_BALANCE_UNRESOLVED
            "The node has started, but doesn't know yet which node holds which partition. Retry after about a second.";
        2 + transient UNAVAIL_REPLICA_UNAVAILABLE
            "A node that must hold a copy of the record is missing. Retry when the cluster is complete.";
        // Transient: proto.h says that retrying this node is pointless, but by then the client asks another one.
        3 + transient UNAVAIL_NODE_SHUTTING_DOWN (unexported)
            "The node is shutting down and leaving the cluster. Retry after more than tenderInterval.";
    }

    AEROSPIKE_ERR_UNSUPPORTED_FEATURE {
        1 UNSUPP_FEAT_MRT_REQUIRES_STRONG_CONSISTENCY
            "Transactions need a namespace with strong consistency, and this one doesn't have it.";
        2 UNSUPP_FEAT_GENERIC
            "The feature isn't supported here: usually a transaction, or a write to the set for transactions, in a namespace without strong consistency.";
    }

    AEROSPIKE_ERR_BIN_NOT_FOUND {
        1 BIN_NOT_FOUND_HLL_CANNOT_CREATE_WITH_OP
            "The bin doesn't exist, and this HyperLogLog operation can't create it.";
    }

    AEROSPIKE_ERR_BIN_NAME {
        1 BIN_NAME_COUNT_TOO_LARGE
            "The record has, or would get, more bins than a user-defined function (UDF) may handle.";
    }

    AEROSPIKE_ERR_FAIL_FORBIDDEN {
        1 FORBID_XDR_FILTER_BLOCKED
            "The namespace is configured to refuse writes from this source, clients or XDR.";
        2 FORBID_SET_COUNT_STOP_WRITES
            "The set holds as many records as its stop-writes-count allows, so it accepts no new ones.";
        3 FORBID_SET_SIZE_STOP_WRITES
            "The set takes up as much space as its stop-writes-size allows, so it accepts no writes.";
        // Not transient: an operator has to repair the clocks.
        4 FORBID_CLOCK_SKEW_STOP_WRITES
            "The clocks of the nodes differ too much, so the namespace has stopped writes. Have the clocks fixed.";
        // Not transient: a comment in proto.h says to retry once the cluster is stable, but the name points to the configuration. Server 8.1.2
        // refuses such a write with AEROSPIKE_ERR_REQUEST_INVALID (write.c, forbid_replace).
        5 FORBID_REPLACE_CONFLICT_RESOLVING
            "The namespace resolves conflicting writes, so a write may change bins but not replace the whole record.";
        // Transient: the server compares the clock with the time of the truncation (truncate.c). proto.h says to retry shortly after.
        6 + transient FORBID_TRUNCATED
            "The set or namespace is truncated up to a time in the future, so no record can be created. Retry after a short pause.";
        7 FORBID_MASKING_POLICY_BLOCKED (retired)
            "Meant for access that data masking blocks. No released server sends it: you get AEROSPIKE_ROLE_VIOLATION instead.";
        8 FORBID_DURABILITY_VIOLATION
            "The delete isn't durable, and the namespace refuses such deletes, because they could be undone.";
        9 FORBID_MASKING_ROLE_VIOLATION (retired)
            "Meant for a role that may not see unmasked data. No released server sends it: you get AEROSPIKE_ROLE_VIOLATION instead.";
    }

    AEROSPIKE_ERR_OP_NOT_APPLICABLE {
        1 OPNOT_CDT_INDEX_OUT_OF_BOUNDS
            "The index is outside the list or map.";
        2 OPNOT_CDT_RANK_OUT_OF_BOUNDS
            "The rank is outside the list or map.";
        3 OPNOT_CDT_BOUNDED_LIST_OVERFLOW
            "The insert starts beyond the end of the list, which INSERT_BOUNDED forbids.";
        4 OPNOT_HLL_INDEX_BITS_UNSET
            "The HyperLogLog operation would create the bin, but doesn't set its number of index bits.";
        5 OPNOT_HLL_CANNOT_REDUCE_INDEX_BITS
            "The union would reduce the index bits of the HyperLogLog bin, which needs ALLOW_FOLD.";
        6 OPNOT_HLL_CANNOT_REDUCE_MINHASH_BITS
            "The union would drop the minhash bits of the HyperLogLog bin, which needs ALLOW_FOLD.";
        7 OPNOT_HLL_CANNOT_FOLD_MINHASH
            "A HyperLogLog value with minhash bits can't be folded.";
        8 OPNOT_HLL_FOLD_INDEX_BITS_TOO_LARGE
            "The fold asks for more index bits than the HyperLogLog value has. A fold can only reduce them.";
        9 OPNOT_HLL_INTERSECT_MINHASH_MISMATCH
            "The HyperLogLog values can't be intersected, because their minhash bits differ.";
        10 OPNOT_STRING_CONVERSION_FAILED
            "The string isn't a number, so it can't be converted to one.";
        11 OPNOT_STRING_UTF8_INVALID
            "The blob or string to convert isn't valid UTF-8.";
        12 OPNOT_STRING_REGEX_LIMIT_EXCEEDED
            "The regular expression takes more work than the server allows. Simplify it, or shorten the text.";
        13 OPNOT_STRING_B64_INVALID
            "The string isn't valid base64. Check its length, its characters and its padding.";
    }

    AEROSPIKE_FILTERED_OUT {
        1 FILTERED_META (retired)
            "Meant for a record that a filter on metadata leaves out. No released server sends it.";
        2 FILTERED_BINS (retired)
            "Meant for a record that a filter on bins leaves out. No released server sends it.";
        3 FILTERED_META_EVAL_FAILED (retired)
            "Meant for a filter on metadata that can't be evaluated. No released server sends it.";
        4 FILTERED_BINS_EVAL_FAILED (retired)
            "Meant for a filter on bins that can't be evaluated. No released server sends it.";
    }

    AEROSPIKE_MRT_BLOCKED {
        1 + transient MRT_BLOCKED_RECORD_LOCKED
            "Another transaction holds the record until it ends. Retry with growing, random pauses.";
        // Not transient: proto.h says that this command can never succeed within its transaction.
        2 MRT_BLOCKED_ID_MISMATCH
            "Another transaction holds the record, so yours can't continue. Abort yours and run all of it again.";
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::release::Release;
    use crate::status::STATUSES;
    use std::collections::HashSet;

    #[test]
    fn rows_are_ordered_by_code_and_subcode() {
        let pairs: Vec<_> = SUBCODES
            .iter()
            .map(|Subcode { status, subcode, name, .. }| {
                let latest = Release::literal("6.7.1");
                let status = STATUSES.iter().find(|row| row.name == *status).unwrap_or_else(|| panic!("{status} of {name}"));
                (status.spans.iter().find(|span| span.covers(latest)).unwrap().code, *subcode)
            })
            .collect();
        assert!(pairs.is_sorted_by(|before, after| before < after), "{pairs:?}");
        assert!(pairs.iter().all(|(_, subcode)| *subcode > 0));
    }

    #[test]
    fn names_are_unique_and_without_prefix() {
        let names: HashSet<_> = SUBCODES.iter().map(|subcode| subcode.name).chain([NONE]).collect();
        assert_eq!(names.len(), SUBCODES.len() + 1);
        assert!(names.iter().all(|name| !name.starts_with("AS_")));
    }

    #[test]
    fn sentences_are_complete_and_unique() {
        let sentences: HashSet<_> = SUBCODES.iter().map(|subcode| subcode.sentence).collect();
        assert_eq!(sentences.len(), SUBCODES.len());
        for Subcode { name, sentence, retired, .. } in SUBCODES {
            assert!(sentence.is_ascii() && !sentence.contains('`') && sentence.trim() == *sentence, "{name}");
            assert!(sentence.starts_with(|first: char| first.is_ascii_uppercase()) && sentence.ends_with('.'), "{name}");
            assert!(STATUSES.iter().all(|status| status.sentence != *sentence), "{name}");
            assert_eq!(sentence.contains("No released server sends it"), *retired, "{name}");
        }
    }

    #[test]
    fn a_retired_subcode_is_not_transient() {
        assert!(SUBCODES.iter().all(|subcode| !subcode.retired || !subcode.transient));
    }

    #[test]
    fn subcodes_of_has_the_rows_of_one_status() {
        let numbers: Vec<_> =
            subcodes_of("AEROSPIKE_MRT_BLOCKED").iter().map(|subcode| (subcode.subcode, subcode.name)).collect();
        assert_eq!(numbers, [(1, "MRT_BLOCKED_RECORD_LOCKED"), (2, "MRT_BLOCKED_ID_MISMATCH")]);
        assert!(subcodes_of("AEROSPIKE_OK").is_empty());
    }
}
