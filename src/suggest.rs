//! The names of a table that are nearest to what somebody wrote.

use strsim::osa_distance;

use crate::status::without_prefix;
use crate::table::Table;

const AT_MOST: usize = 5;
const LONGEST: usize = 64;

/// At most five names, best first: those that have every word of the text, then those that are a few slips of the keyboard
/// away. None for a text that is empty or longer than 64 characters.
pub fn suggest(table: &Table, text: &str) -> Vec<&'static str> {
    if text.chars().count() > LONGEST {
        return Vec::new();
    }
    let text = text.to_ascii_uppercase();
    let words: Vec<_> = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let wanted = words.join("_");
    let wanted = kernel(&wanted);

    let mut near: Vec<_> = table
        .meanings
        .iter()
        .filter_map(|meaning| {
            let name = kernel(meaning.name);
            let has = |word: &str| word.len() > 2 && name.contains(word);
            let almost_has = |word: &str| has(word) || name.split('_').any(|its| is_slip(word, its, 5));
            let rank = match () {
                () if name == wanted => 0,
                () if wanted.split('_').all(has) => 1,
                () if is_slip(wanted, name, 3) => 2,
                () if wanted.split('_').all(almost_has) => 3,
                () => return None,
            };
            Some((rank, osa_distance(name, wanted), meaning.name))
        })
        .collect();
    near.sort_by_key(|&(rank, distance, _)| (rank, distance));
    near.dedup_by_key(|&mut (.., name)| name);
    near.into_iter().map(|(.., name)| name).take(AT_MOST).collect()
}

/// Whether a text is another but for one slip in so many letters: with more, everything is near to a short word.
fn is_slip(text: &str, meant: &str, letters: usize) -> bool {
    osa_distance(text, meant) <= text.chars().count().checked_div(letters).unwrap_or_default()
}

/// What tells one name from another.
fn kernel(name: &str) -> &str {
    let short = without_prefix(name);
    short.strip_prefix("ERR_").unwrap_or(short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::for_tests::{table, tables};
    use proptest::prelude::*;

    fn suggested(version: &str, text: &str) -> Vec<&'static str> {
        suggest(table(version), text)
    }

    #[test]
    fn a_word_of_a_name_and_a_slip_are_near() {
        assert_eq!(suggested("latest", "TIMEOUT"), ["AEROSPIKE_ERR_TIMEOUT", "AEROSPIKE_ERR_QUERY_TIMEOUT"]);
        assert_eq!(suggested("latest", "ERR_TIMEUOT")[0], "AEROSPIKE_ERR_TIMEOUT");
        assert_eq!(suggested("latest", "record not found")[0], "AEROSPIKE_ERR_RECORD_NOT_FOUND");
        assert_eq!(suggested("documented", "aerospike_err_recrod_bussy"), ["AEROSPIKE_ERR_RECORD_BUSY"]);
        assert_eq!(suggested("latest", "QUOTE_EXCEEDED")[0], "AEROSPIKE_QUOTA_EXCEEDED");
        assert_eq!(suggested("latest", "BUSSY")[0], "AEROSPIKE_ERR_RECORD_BUSY");
        assert_eq!(suggested("latest", "FORBIDDN")[0], "AEROSPIKE_ERR_FAIL_FORBIDDEN");
        assert_eq!(suggested("latest", "ok"), ["AEROSPIKE_OK"]);
    }

    #[test]
    fn what_is_like_nothing_gives_nothing() {
        for text in ["", "  ", "_", "x", "zzzzzzzz", "constructor", &"TIMEOUT".repeat(10)] {
            assert!(suggested("latest", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn every_name_of_every_table_is_nearest_to_itself() {
        for table in tables() {
            for name in table.meanings.iter().map(|meaning| meaning.name) {
                assert_eq!(suggest(table, &name.to_lowercase().replace('_', " "))[0], name);
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_gives_at_most_five_names_each_once(text in ".{0,80}") {
            let names = suggested("latest", &text);
            let mut unique = names.clone();
            unique.sort_unstable();
            unique.dedup();
            prop_assert!(names.len() <= AT_MOST && unique.len() == names.len());
        }
    }
}
