//! The stock sentences of the official client. From 3.0.0 on the message of an error is mostly such a sentence, which says nothing
//! that the status does not say, so `format` leaves it out. They are recognised by their hashes and not copied.

/// The name of a status, and the hashes of a wording that some release has for it: of the whole, and of its first sentence.
type StockSentence = (&'static str, u64, u64);

/// Every wording of every release from 3.0.0 on: `data/stock-sentences.json`.
static STOCK_SENTENCES: &[StockSentence] = include!(concat!(env!("OUT_DIR"), "/stock-sentences.rs"));

/// Whether the official client, in any release, has this text for the status of this name.
pub fn is_stock_sentence(name: &str, text: &str) -> bool {
    let hash = hash(text);
    STOCK_SENTENCES.iter().any(|&(known, whole, _)| whole == hash && known == name)
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
        for (at, wording) in STOCK_SENTENCES.iter().enumerate() {
            assert!(STATUSES.iter().any(|status| status.name == wording.0), "{} is no status", wording.0);
            assert!(!STOCK_SENTENCES[..at].contains(wording), "{wording:x?}");
        }
    }

    #[test]
    fn words_make_the_difference_and_nothing_else_does() {
        let name = "AEROSPIKE_ERR_TIMEOUT";
        assert!(is_stock_sentence(name, "Request timed out. Can be triggered by client or server."));
        assert!(is_stock_sentence(name, "request timed out: can be triggered by client or server"));
        assert!(!is_stock_sentence(name, "Request timed out."));
        assert!(!is_stock_sentence("AEROSPIKE_ERR_SERVER", "Request timed out. Can be triggered by client or server."));
    }
}
