//! The names that are nearest to a text.

use strsim::osa_distance;

use crate::other_names;
use crate::status::{STATUSES, kernel};
use crate::subcode::{Subcode, subcodes_of};
use crate::table::Table;

const MAX_NAMES: usize = 5;
const MAX_LENGTH: usize = 64;

/// The names of a table that are nearest to a text: at most five, best first. Subcodes, and names that other clients and the server use,
/// lead to their status. Empty for a text of more than 64 characters.
pub fn suggest(table: &Table, text: &str) -> Vec<&'static str> {
    nearest(text, table.meanings.iter().map(|meaning| (meaning.name, meaning.status.name, meaning.subcodes)).collect())
}

/// Like [`suggest`], with the names of all releases.
pub fn suggest_ever(text: &str) -> Vec<&'static str> {
    nearest(text, STATUSES.iter().map(|status| (status.name, status.name, subcodes_of(status.name))).collect())
}

/// A name as a table has it, the name of its status, and its subcodes.
type Candidate = (&'static str, &'static str, &'static [Subcode]);

fn nearest(text: &str, candidates: Vec<Candidate>) -> Vec<&'static str> {
    if text.chars().count() > MAX_LENGTH {
        return Vec::new();
    }
    let text = text.to_ascii_uppercase();
    let words: Vec<_> = text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let wanted = words.join("_");
    let wanted = kernel(&wanted);

    let mut near: Vec<((u8, usize), &str)> = Vec::new();
    let mut add = |nearness, name| {
        near.insert(near.partition_point(|(other, _)| *other <= nearness), (nearness, name));
    };
    for (name, _, subcodes) in &candidates {
        if let Some(nearness) = nearness(kernel(name), wanted) {
            add(nearness, *name);
        }
        for nearness in subcodes.iter().filter_map(|subcode| nearness(subcode.name, wanted)) {
            add(nearness, *name);
        }
    }
    for other in other_names::all() {
        let Some(nearness) = nearness(&other.name.to_ascii_uppercase(), wanted) else { continue };
        for (name, ..) in candidates.iter().filter(|(_, status, _)| *status == other.status) {
            add(nearness, *name);
        }
    }

    let mut names = Vec::new();
    for (_, name) in near {
        if names.len() < MAX_NAMES && !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// How near a name is to the wanted one: a tier, and the distance within that tier. `None` if it isn't near.
fn nearness(name: &str, wanted: &str) -> Option<(u8, usize)> {
    let has = |word: &str| word.len() > 2 && name.contains(word);
    let almost_has = |word: &str| has(word) || name.split('_').any(|part| is_near(word, part, 5));
    let tier = if name == wanted {
        0
    } else if wanted.split('_').all(has) {
        1
    } else if is_near(wanted, name, 3) {
        2
    } else if wanted.split('_').all(almost_has) {
        3
    } else {
        return None;
    };
    Some((tier, osa_distance(name, wanted)))
}

/// Whether `text` matches `meant` with at most one typo per `letters` characters. With more typos, a short word would match almost anything.
fn is_near(text: &str, meant: &str, letters: usize) -> bool {
    let allowed = text.chars().count().checked_div(letters).unwrap_or_default();
    // Measuring the distance is expensive, so check two lower bounds first.
    text.len().abs_diff(meant.len()) <= allowed && surplus(text, meant) <= allowed && osa_distance(text, meant) <= allowed
}

/// A lower bound for the number of letters in `text` that `other` lacks.
fn surplus(text: &str, other: &str) -> usize {
    let mut counts = [0_i8; 32];
    for (text, step) in [(text, 1), (other, -1)] {
        for char in text.chars() {
            if let Some(count) = counts.get_mut((u32::from(char) & 31) as usize) {
                *count = count.saturating_add(step);
            }
        }
    }
    counts.iter().filter(|count| **count > 0).map(|count| usize::from(count.unsigned_abs())).sum()
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
    fn a_word_of_a_name_and_a_typo_are_near() {
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
    fn names_of_other_clients_and_subcodes_lead_to_their_status() {
        for (text, name) in [
            ("index already exists", "AEROSPIKE_ERR_INDEX_FOUND"),
            ("KEY_BUSY", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("KEY_BUSSY", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("KEY_NOT_FOUND", "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            ("as_err_forbiden", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
            ("PARTITION_UNAVAILBLE", "AEROSPIKE_ERR_CLUSTER"),
            ("RecordBussy", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("FORBID_TRUNCATED", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
            ("truncatd", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
        ] {
            assert_eq!(suggested("latest", text)[0], name, "{text}");
        }
        assert_eq!(suggested("documented", "KEY_BUSY"), ["AEROSPIKE_ERR_RECORD_BUSY"]);
        assert!(suggested("documented", "UNAVAIL_REPLICA_UNAVAILABLE").is_empty());
        for table in ["documented", "3.8.0", "6.7.1"].map(table) {
            for other in other_names::all() {
                let Some(position) = table.position(other.name) else { continue };
                assert_eq!(suggest(table, other.name)[0], table.meanings[position].name, "{}", other.name);
            }
            for meaning in &table.meanings {
                assert!(meaning.subcodes.iter().all(|subcode| suggest(table, subcode.name)[0] == meaning.name));
            }
        }
    }

    #[test]
    fn words_without_spaces_are_near() {
        assert_eq!(suggested("latest", "recordtobig"), ["AEROSPIKE_ERR_RECORD_TOO_BIG"]);
        assert_eq!(suggested("latest", "ENTERPRISEONLI")[0], "AEROSPIKE_ERR_ENTERPRISE_ONLY");
    }

    #[test]
    fn suggest_ever_has_the_names_of_old_releases() {
        assert!(suggested("latest", "LARGE_ITEM_FOUND").is_empty());
        assert_eq!(suggest_ever("LARGE_ITEM_FOUND")[0], "AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND");
        for status in STATUSES {
            assert_eq!(suggest_ever(status.name)[0], status.name);
        }
    }

    #[test]
    fn a_text_without_a_near_name_gets_no_suggestion() {
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
        fn the_surplus_never_exceeds_the_distance(one in "[A-D_]{0,12}", other in "[A-D_]{0,12}") {
            prop_assert!(surplus(&one, &other) <= osa_distance(&one, &other));
        }

        #[test]
        fn any_text_gets_at_most_five_different_names(text in ".{0,80}") {
            let names = suggested("latest", &text);
            let mut unique = names.clone();
            unique.sort_unstable();
            unique.dedup();
            prop_assert!(names.len() <= MAX_NAMES && unique.len() == names.len());
        }
    }
}
