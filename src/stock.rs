//! The stock sentences of the official client. Since 3.0.0 most error messages are such a sentence. It adds nothing to the status, so
//! `format` leaves it out. People search for these sentences, and a rethrown error may have nothing else. The addon has only their hashes.

use crate::address;

/// The name of a status, and two hashes of a text that a release has for it: of the whole text, and of its first sentence.
type StockSentence = (&'static str, u64, u64);

/// Every wording of every release from 3.0.0 on: `data/stock-sentences.json`.
static STOCK_SENTENCES: &[StockSentence] = include!(concat!(env!("OUT_DIR"), "/stock-sentences.rs"));

/// Whether any release of the official client has this text for the status with this name.
pub fn is_stock_sentence(name: &str, text: &str) -> bool {
    let hash = hash(text);
    STOCK_SENTENCES.iter().any(|&(known, whole, _)| whole == hash && known == name)
}

/// The statuses for which any release of the official client has this text, or a text that begins with this sentence.
pub fn names_of(text: &str) -> Vec<&'static str> {
    let hash = hash(text);
    STOCK_SENTENCES.iter().filter(|(_, whole, first)| [*whole, *first].contains(&hash)).map(|(name, ..)| *name).collect()
}

/// The status for which any release of the official client has this text. A node's address may come before or after it. `None` if two
/// statuses have the text.
pub fn status_of(text: &str) -> Option<&'static str> {
    let hash = hash(address::split(text).0);
    let mut names = STOCK_SENTENCES.iter().filter(|(_, whole, _)| *whole == hash).map(|(name, ..)| *name);
    let name = names.next()?;
    names.all(|other| other == name).then_some(name)
}

/// The name of a status and the hash of a text that a release has for it, for every wording, and for the first sentences of longer ones.
pub fn all() -> impl Iterator<Item = (&'static str, u64)> {
    STOCK_SENTENCES.iter().flat_map(|&(name, whole, first)| {
        let first = (first != whole).then_some(first);
        [Some(whole), first].into_iter().flatten().map(move |hash| (name, hash))
    })
}

/// FNV-1a over the letters, so case, spaces and punctuation make no difference.
fn hash(text: &str) -> u64 {
    letters(text).fold(EMPTY_HASH, hash_with)
}

/// The hash of an empty text.
pub const EMPTY_HASH: u64 = 0xcbf2_9ce4_8422_2325;

/// The hash of a text with one more letter.
pub fn hash_with(hash: u64, letter: u8) -> u64 {
    (hash ^ u64::from(letter)).wrapping_mul(0x0100_0000_01b3)
}

/// The letters and digits of a text, in lower case.
pub fn letters(text: &str) -> impl Iterator<Item = u8> {
    text.bytes().filter(|byte| byte.is_ascii_alphanumeric() || !byte.is_ascii()).map(|byte| byte.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::STATUSES;

    #[test]
    fn every_stock_sentence_belongs_to_a_status_and_is_listed_once() {
        for (index, wording) in STOCK_SENTENCES.iter().enumerate() {
            assert!(STATUSES.iter().any(|status| status.name == wording.0), "{} isn't a status", wording.0);
            assert!(!STOCK_SENTENCES[..index].contains(wording), "{wording:x?}");
        }
    }

    #[test]
    fn finds_the_status_of_a_stock_sentence_unless_two_share_it() {
        let sentence = "Operation not allowed at this time.";
        for text in [
            sentence,
            "Operation not allowed at this time",
            &format!("127.0.0.1:3000 {sentence}"),
            &format!("{sentence} from [::1]:3000"),
        ] {
            assert_eq!(status_of(text), Some("AEROSPIKE_ERR_FAIL_FORBIDDEN"), "{text}");
        }
        assert_eq!(
            names_of("Asynchronous connection error."),
            ["AEROSPIKE_ERR_ASYNC_CONNECTION", "AEROSPIKE_ERR_NO_MORE_CONNECTIONS"]
        );
        for text in ["Asynchronous connection error.", "Request timed out.", &format!("get: {sentence}"), "127.0.0.1:3000", ""] {
            assert_eq!(status_of(text), None, "{text}");
        }
    }

    #[test]
    fn only_letters_and_digits_matter() {
        let name = "AEROSPIKE_ERR_TIMEOUT";
        assert!(is_stock_sentence(name, "Request timed out. Can be triggered by client or server."));
        assert!(is_stock_sentence(name, "request timed out: can be triggered by client or server"));
        assert!(!is_stock_sentence(name, "Request timed out."));
        assert_eq!(names_of("Request timed out"), [name]);
        assert_eq!(names_of("request timed out: can be triggered by client or server"), [name]);
        assert!(names_of("Can be triggered by client or server.").is_empty() && names_of("").is_empty());
        assert!(!is_stock_sentence("AEROSPIKE_ERR_SERVER", "Request timed out. Can be triggered by client or server."));
    }
}
