//! The stock sentences of the official client. From 3.0.0 on the message of an error is mostly such a sentence, which says nothing
//! that the status does not say, so `format` leaves it out. They are recognised by their hashes and not copied.

/// Of every wording that a release from 3.0.0 on had: the status, and the hash of its words. Made by
/// `scripts/stock-sentences.js`; `npm run release:read` prints the lines that a new release needs.
const STOCK_SENTENCES: &[(&str, u64)] = &[
    ("AEROSPIKE_BATCH_FAILED", 0x8d7d5bd8fdc3b79c),
    ("AEROSPIKE_ERR_ALWAYS_FORBIDDEN", 0x7bb4c8d5913ffba6),
    ("AEROSPIKE_ERR_ALWAYS_FORBIDDEN", 0x8ecbe56d635c1e27),
    ("AEROSPIKE_ERR_ASYNC_CONNECTION", 0xe9ac9633e7c67b79),
    ("AEROSPIKE_ERR_ASYNC_QUEUE_FULL", 0xc9bb1cb8641e6c57),
    ("AEROSPIKE_ERR_BATCH_DISABLED", 0xc85d2ae201da9aa4),
    ("AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED", 0x43427e212610b870),
    ("AEROSPIKE_ERR_BATCH_QUEUES_FULL", 0x29f393fe917b24ab),
    ("AEROSPIKE_ERR_BIN_EXISTS", 0xc7f285ebb5b3b162),
    ("AEROSPIKE_ERR_BIN_EXISTS", 0x1bdf309350b1de55),
    ("AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE", 0x6571ee62657a5b79),
    ("AEROSPIKE_ERR_BIN_INCOMPATIBLE_TYPE", 0x81c6fc8f536ad284),
    ("AEROSPIKE_ERR_BIN_NAME", 0x45e55db7fd850127),
    ("AEROSPIKE_ERR_BIN_NAME", 0xf24808e8bfb3960c),
    ("AEROSPIKE_ERR_BIN_NOT_FOUND", 0x2538e5bc02b56438),
    ("AEROSPIKE_ERR_BIN_NOT_FOUND", 0xebfa1ed42f546950),
    ("AEROSPIKE_ERR_CLIENT", 0xd28828e7e2f93ab4),
    ("AEROSPIKE_ERR_CLIENT_ABORT", 0xf97245c5ada3183b),
    ("AEROSPIKE_ERR_CLUSTER", 0xebdf69a2e1a12f94),
    ("AEROSPIKE_ERR_CLUSTER", 0x57d6f48442abd985),
    ("AEROSPIKE_ERR_CLUSTER_CHANGE", 0x247a3025785a1875),
    ("AEROSPIKE_ERR_CLUSTER_CHANGE", 0x5e9ac2b5d790e6d9),
    ("AEROSPIKE_ERR_CONNECTION", 0x2c36b010f79427d4),
    ("AEROSPIKE_ERR_DEVICE_OVERLOAD", 0x61b58146dca32cb8),
    ("AEROSPIKE_ERR_ENTERPRISE_ONLY", 0xa14b1a6578dc67a2),
    ("AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS", 0x2dc9028cfae34fa6),
    ("AEROSPIKE_ERR_FAIL_ELEMENT_EXISTS", 0xccc55b1e025ff58a),
    ("AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND", 0x32a12ec8d9986088),
    ("AEROSPIKE_ERR_FAIL_ELEMENT_NOT_FOUND", 0x677e7c3edc9a81b4),
    ("AEROSPIKE_ERR_FAIL_ENTERPRISE_ONLY", 0x4d2be30bd5786c8b),
    ("AEROSPIKE_ERR_FAIL_FORBIDDEN", 0x09215a94fb23375d),
    ("AEROSPIKE_ERR_GEO_INVALID_GEOJSON", 0xd9be77fab204881a),
    ("AEROSPIKE_ERR_INDEX", 0x430b3697d9b3eec6),
    ("AEROSPIKE_ERR_INDEX", 0x3a8639dd9d8be850),
    ("AEROSPIKE_ERR_INDEX_FOUND", 0x3ddde8d85f64a9dd),
    ("AEROSPIKE_ERR_INDEX_MAXCOUNT", 0x50322be52af6e448),
    ("AEROSPIKE_ERR_INDEX_MAXCOUNT", 0x067b3149dca6a167),
    ("AEROSPIKE_ERR_INDEX_NAME_MAXLEN", 0xc68d962ec3f77514),
    ("AEROSPIKE_ERR_INDEX_NOT_FOUND", 0xf098f1672f67a1c0),
    ("AEROSPIKE_ERR_INDEX_NOT_READABLE", 0xb06c2fc66256fae6),
    ("AEROSPIKE_ERR_INDEX_OOM", 0x934b1321956f1b27),
    ("AEROSPIKE_ERR_INVALID_HOST", 0xc9879562561eca37),
    ("AEROSPIKE_ERR_INVALID_NODE", 0x1c8984695fc76d06),
    ("AEROSPIKE_ERR_LUA_FILE_NOT_FOUND", 0xc8458435b54c5816),
    ("AEROSPIKE_ERR_MAX_RETRIES_EXCEEDED", 0x0f0e93652249f1f2),
    ("AEROSPIKE_ERR_NAMESPACE_NOT_FOUND", 0xfd67c19ff61b38f1),
    ("AEROSPIKE_ERR_NO_MORE_CONNECTIONS", 0xe9ac9633e7c67b79),
    ("AEROSPIKE_ERR_NO_MORE_CONNECTIONS", 0x17c8c1469688f257),
    ("AEROSPIKE_ERR_NO_XDR", 0x250f61bbd095aeab),
    ("AEROSPIKE_ERR_OP_NOT_APPLICABLE", 0xbda557c505b7b2e6),
    ("AEROSPIKE_ERR_PARAM", 0x27129702b8a05c00),
    ("AEROSPIKE_ERR_QUERY", 0x626184ca1e2f1e70),
    ("AEROSPIKE_ERR_QUERY_ABORTED", 0x5fb717e8efb7ed77),
    ("AEROSPIKE_ERR_QUERY_QUEUE_FULL", 0x61ecac607a1be2ee),
    ("AEROSPIKE_ERR_QUERY_TIMEOUT", 0x8708cf34142f80d2),
    ("AEROSPIKE_ERR_QUERY_TIMEOUT", 0x6eed54eefcc951b0),
    ("AEROSPIKE_ERR_RECORD_BUSY", 0xcd7454efc38302ea),
    ("AEROSPIKE_ERR_RECORD_EXISTS", 0x63ec2ae7b214cbae),
    ("AEROSPIKE_ERR_RECORD_GENERATION", 0x1bfb4c14c0c6b977),
    ("AEROSPIKE_ERR_RECORD_KEY_MISMATCH", 0x794f929deaa24374),
    ("AEROSPIKE_ERR_RECORD_KEY_MISMATCH", 0x666f50df0836d0a9),
    ("AEROSPIKE_ERR_RECORD_NOT_FOUND", 0x5e354c00fa31ee7f),
    ("AEROSPIKE_ERR_RECORD_TOO_BIG", 0xf632e81e83f79ebe),
    ("AEROSPIKE_ERR_RECORD_TOO_BIG", 0x84f4454c7101df29),
    ("AEROSPIKE_ERR_REQUEST_INVALID", 0x714e0dc7f505f5e1),
    ("AEROSPIKE_ERR_SCAN_ABORTED", 0xe1f997837d5471f9),
    ("AEROSPIKE_ERR_SERVER", 0xbaa86ab26d176a22),
    ("AEROSPIKE_ERR_SERVER", 0x781015124f598189),
    ("AEROSPIKE_ERR_SERVER_FULL", 0x04b50263c6c6ff14),
    ("AEROSPIKE_ERR_TIMEOUT", 0x07b4efdf511904bf),
    ("AEROSPIKE_ERR_TLS_ERROR", 0xc36e65e29441c9f9),
    ("AEROSPIKE_ERR_UDF", 0x1e668e72dd46aa17),
    ("AEROSPIKE_ERR_UDF_NOT_FOUND", 0xd9431b66b910924f),
    ("AEROSPIKE_ERR_UNSUPPORTED_FEATURE", 0x22221c78efaccbd2),
    ("AEROSPIKE_EXPIRED_PASSWORD", 0x16ebd901dba17eb1),
    ("AEROSPIKE_EXPIRED_SESSION", 0xda81cd9af947d4f7),
    ("AEROSPIKE_FILTERED_OUT", 0x302f87fe20569681),
    ("AEROSPIKE_FILTERED_OUT", 0x34b6ecdc822bed4b),
    ("AEROSPIKE_FILTERED_OUT", 0xe247ca9d891dd80e),
    ("AEROSPIKE_FORBIDDEN_PASSWORD", 0x16c37b481bb684f6),
    ("AEROSPIKE_ILLEGAL_STATE", 0x1c61e09dfbd7ba14),
    ("AEROSPIKE_INVALID_COMMAND", 0x679e0c5fdfb60327),
    ("AEROSPIKE_INVALID_CREDENTIAL", 0xfc5e18e2f158de85),
    ("AEROSPIKE_INVALID_FIELD", 0x12d5feb4176eef64),
    ("AEROSPIKE_INVALID_PASSWORD", 0x6203007cdc0584db),
    ("AEROSPIKE_INVALID_PRIVILEGE", 0xedeb7738b39c4667),
    ("AEROSPIKE_INVALID_QUOTA", 0x3093133dd66ae002),
    ("AEROSPIKE_INVALID_QUOTA", 0x2fbc30c3130644b8),
    ("AEROSPIKE_INVALID_ROLE", 0x8c71922562046875),
    ("AEROSPIKE_INVALID_USER", 0x4c8ba200060c3cec),
    ("AEROSPIKE_INVALID_WHITELIST", 0x60e11b1991b0d5c4),
    ("AEROSPIKE_INVALID_WHITELIST", 0x8770c1701b13adae),
    ("AEROSPIKE_LOST_CONFLICT", 0xef76d3e7da351090),
    ("AEROSPIKE_MAX_ERROR_RATE", 0x8fa19eaa670f1c1d),
    ("AEROSPIKE_METRICS_CONFLICT", 0xd3dadb6185e885b5),
    ("AEROSPIKE_MRT_ABORTED", 0x0e90f26afd65a274),
    ("AEROSPIKE_MRT_ABORTED", 0x270999ac71ea1c4b),
    ("AEROSPIKE_MRT_ALREADY_LOCKED", 0xe915b9c11b05f791),
    ("AEROSPIKE_MRT_BLOCKED", 0x88aaaad6191fee18),
    ("AEROSPIKE_MRT_BLOCKED", 0x30d78d87ea805e29),
    ("AEROSPIKE_MRT_COMMITTED", 0x6a12ba1945b8a8d5),
    ("AEROSPIKE_MRT_COMMITTED", 0x150bdcdf878b7f72),
    ("AEROSPIKE_MRT_EXPIRED", 0xd10fb970deaa9fe1),
    ("AEROSPIKE_MRT_EXPIRED", 0x39b1af186ffe6804),
    ("AEROSPIKE_MRT_MONITOR_EXISTS", 0x2d3a80514aafded3),
    ("AEROSPIKE_MRT_TOO_MANY_WRITES", 0x2056bb0b6f7e00bb),
    ("AEROSPIKE_MRT_TOO_MANY_WRITES", 0xec9f85de94d46f70),
    ("AEROSPIKE_MRT_VERSION_MISMATCH", 0x8a7fb03486a1cbfd),
    ("AEROSPIKE_MRT_VERSION_MISMATCH", 0xe20dd4af4a4eb104),
    ("AEROSPIKE_NOT_AUTHENTICATED", 0x4717ece3f9a17772),
    ("AEROSPIKE_NOT_WHITELISTED", 0x9a5c98e0d2e6dac4),
    ("AEROSPIKE_NO_MORE_RECORDS", 0x2a137df7cb853b34),
    ("AEROSPIKE_NO_RESPONSE", 0x64cd1bc31c0d0b29),
    ("AEROSPIKE_OK", 0xf72462363d63202d),
    ("AEROSPIKE_QUERY_END", 0xbbfe245ebb96515f),
    ("AEROSPIKE_QUOTAS_NOT_ENABLED", 0x64c097f20adba939),
    ("AEROSPIKE_QUOTAS_NOT_ENABLED", 0x70e2f7a86a96d418),
    ("AEROSPIKE_QUOTA_EXCEEDED", 0x7d8952997ae735be),
    ("AEROSPIKE_ROLE_ALREADY_EXISTS", 0x1ed78f48745d7816),
    ("AEROSPIKE_ROLE_ALREADY_EXISTS", 0x1aca430f7c3f630b),
    ("AEROSPIKE_ROLE_VIOLATION", 0x2e544618ca7cd46f),
    ("AEROSPIKE_SECURITY_NOT_ENABLED", 0xdd66ce3839aab14b),
    ("AEROSPIKE_SECURITY_NOT_SUPPORTED", 0xb2b1b39ca1e1e8ae),
    ("AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED", 0x96850e27ca260b51),
    ("AEROSPIKE_SECURITY_SCHEME_NOT_SUPPORTED", 0xbcd6fb4202af3b15),
    ("AEROSPIKE_TXN_ALREADY_ABORTED", 0x5ad91ceaad4a6d23),
    ("AEROSPIKE_TXN_ALREADY_COMMITTED", 0xcd2a94e11265149b),
    ("AEROSPIKE_TXN_FAILED", 0xaf77bb1defab1208),
    ("AEROSPIKE_TXN_FAILED", 0x755e92d4c7da1c1e),
    ("AEROSPIKE_USER_ALREADY_EXISTS", 0x9fd43c69021a3d13),
    ("AEROSPIKE_USE_NORMAL_RETRY", 0xf39c80595c9635fa),
    ("AEROSPIKE_XDR_KEY_BUSY", 0xdb1480526c15911a),
];

/// Whether the official client, in any release, has this text for the status of this name.
pub fn is_stock_sentence(name: &str, text: &str) -> bool {
    let hash = hash(text);
    STOCK_SENTENCES.iter().any(|&(known, its)| its == hash && known == name)
}

/// The line that [`STOCK_SENTENCES`] lacks for a text; `None` where it is known.
pub fn missing_line(name: &str, text: &str) -> Option<String> {
    (!is_stock_sentence(name, text)).then(|| format!("    (\"{name}\", {:#018x}),", hash(text)))
}

/// FNV-1a over the words, so that case, spaces and punctuation make no difference.
fn hash(text: &str) -> u64 {
    words(text).fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The letters and digits of a text, by which two wordings are compared.
pub fn words(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::STATUSES;

    #[test]
    fn stock_sentences_belong_to_statuses_and_stand_once() {
        for (at, (name, hash)) in STOCK_SENTENCES.iter().enumerate() {
            assert!(STATUSES.iter().any(|status| status.name == *name), "{name} is no status");
            assert!(!STOCK_SENTENCES[..at].contains(&(*name, *hash)), "{name} {hash:#x}");
        }
        assert!(STOCK_SENTENCES.is_sorted_by_key(|(name, _)| name));
    }

    #[test]
    fn words_make_the_difference_and_nothing_else_does() {
        let name = "AEROSPIKE_ERR_TIMEOUT";
        assert!(is_stock_sentence(name, "Request timed out. Can be triggered by client or server."));
        assert!(is_stock_sentence(name, "request timed out: can be triggered by client or server"));
        assert!(!is_stock_sentence(name, "Request timed out."));
        assert!(!is_stock_sentence("AEROSPIKE_ERR_SERVER", "Request timed out. Can be triggered by client or server."));
        assert_eq!(missing_line(name, "Request timed out. Can be triggered by client or server."), None);
        assert_eq!(missing_line(name, ""), Some("    (\"AEROSPIKE_ERR_TIMEOUT\", 0xcbf29ce484222325),".to_owned()));
    }
}
