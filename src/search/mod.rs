//! Search: the statuses that a text matches, best first. It goes by evidence:
//!
//! 1. [`names`] and [`codes`]: a name or a number in the text.
//! 2. [`messages`]: a message of the client.
//! 3. [`sentences`]: a stock sentence, a sentence of the document, or a message that an explanation quotes.
//! 4. [`words`]: all words of the text in the texts of a status.
//! 5. [`words`] by weight, if nothing was found so far.
//!
//! A stock sentence as the whole text comes before all. [`phrases`] is what people say. As the whole text, a phrase comes before messages that the client no longer has, and inside a text it adds to
//! the weight. [`runs`] finds messages, sentences and phrases, and [`tokens`] divides a text.

mod codes;
mod messages;
mod names;
mod phrases;
mod runs;
mod sentences;
mod sorted;
mod tokens;
mod words;

use std::borrow::Cow;
use std::mem;
use std::sync::LazyLock;

use runs::Runs;

use crate::table::Table;
use crate::{address, stock};

/// What a known run of words stands for.
pub enum Known {
    /// A message that the client sets beside this status.
    Message(messages::Message),
    /// A sentence that stands for this status.
    Sentence(&'static str),
    Quote(sentences::Quote),
    /// What people say for this status.
    Phrase(&'static str),
}

static KNOWN: LazyLock<Runs<Known>> =
    LazyLock::new(|| Runs::new(messages::known().chain(sentences::known()).chain(phrases::known()).collect()));

/// How much of a text's beginning and end is searched for messages and words. That takes longer than to search for names and codes.
const MAX_PART: usize = 1 << 16;

/// The positions in [`Table::meanings`] of the statuses that a text matches, each once, at its best place.
pub fn search(table: &Table, text: &str) -> Vec<usize> {
    let rows_of = |status: &'static str| {
        table.meanings.iter().enumerate().filter(move |(_, meaning)| meaning.status.name == status).map(|(row, _)| row)
    };
    let named = names::in_text(table, text);
    let coded = codes::in_text(table, text);
    let text = &*excerpt(text);
    let (message, _address) = address::split(text);
    let known = KNOWN.find_in(text);
    let phrases = phrases::in_text(text, &known);
    let is_in_table = |status: &str| table.meanings.iter().any(|meaning| meaning.status.name == status);
    let messages = messages::in_text(text, &known, is_in_table);

    // The client's own sentence as the whole text leaves no doubt, even if it has a name in it: "UDF does not exist."
    let mut found: Vec<usize> = stock::names_of(message).into_iter().flat_map(rows_of).collect();
    found.extend(named.rows.into_iter().chain(coded.rows));
    found.extend(messages.iter().filter(|message| message.is_current).flat_map(|message| rows_of(message.status)));
    found.extend(phrases::whole(message, &phrases).flat_map(rows_of));
    found.extend(names::in_words(table, message));
    found.extend(messages.iter().flat_map(|message| rows_of(message.status)));
    found.extend(sentences::in_text(text, &known).into_iter().flat_map(rows_of));
    let with_all = words::with_all(table, text);
    found.extend(with_all.best.into_iter().flatten());
    if found.is_empty() {
        let hints: Vec<_> = named.hints.into_iter().chain(coded.hints).collect();
        found = words::by_weight(table, text, &phrases, &hints, &with_all.anywhere);
    } else {
        found.extend(with_all.anywhere);
    }

    let mut seen = vec![false; table.meanings.len()];
    found.retain(|row| seen.get_mut(*row).is_some_and(|seen| !mem::replace(seen, true)));
    found
}

/// A short text itself. Of a long one, which is a log, its beginning and its end.
fn excerpt(text: &str) -> Cow<'_, str> {
    let is_boundary = |index: &usize| text.is_char_boundary(*index);
    let end = (0..=text.len().min(MAX_PART)).rev().find(is_boundary).unwrap_or_default();
    let start = (text.len().saturating_sub(MAX_PART)..=text.len()).find(is_boundary).unwrap_or_default();
    match (text.get(..end), text.get(start..)) {
        (Some(beginning), Some(rest)) if end < start => {
            // Without the word that the cut divides.
            let beginning = beginning.rsplit_once(char::is_whitespace).map_or(beginning, |(whole, _)| whole);
            let rest = rest.split_once(char::is_whitespace).map_or(rest, |(_, whole)| whole);
            Cow::Owned(format!("{beginning}\n{rest}"))
        }
        _ => Cow::Borrowed(text),
    }
}

#[cfg(test)]
pub mod for_tests {
    use crate::table::for_tests::table;

    /// The names of the statuses that a table finds.
    pub fn found(version: &str, text: &str) -> Vec<&'static str> {
        let table = table(version);
        super::search(table, text).into_iter().map(|row| table.meanings[row].name).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::for_tests::found;
    use super::*;
    use crate::table::for_tests::{table, tables};
    use crate::{explanations, other_names};
    use proptest::prelude::*;

    #[test]
    fn better_evidence_comes_first() {
        let timeout = "AEROSPIKE_ERR_TIMEOUT";
        // A name before a number, a number before a message, a message before the words of a name.
        let names = found("6.7.1", "code: 9, AEROSPIKE_ERR_CLUSTER");
        assert_eq!(names, ["AEROSPIKE_ERR_CLUSTER", timeout]);
        assert_eq!(found("6.7.1", "Socket read failed: -4095, code: 9"), [timeout, "AEROSPIKE_ERR_ASYNC_CONNECTION"]);
        assert_eq!(found("6.7.1", "Batch failed")[0], "AEROSPIKE_BATCH_FAILED");
        // What people say is better than a message that only old clients had.
        assert_eq!(found("6.7.1", "bin name too long")[0], "AEROSPIKE_ERR_BIN_NAME");
        assert_eq!(found("6.7.1", "Cluster is empty")[0], "AEROSPIKE_ERR_NAMESPACE_NOT_FOUND");
        // The client's own sentence, which has a name.
        assert_eq!(found("6.7.1", "UDF does not exist.")[0], "AEROSPIKE_ERR_UDF_NOT_FOUND");
        // A name in words.
        assert_eq!(found("6.7.1", "key busy")[..2], ["AEROSPIKE_ERR_RECORD_BUSY", "AEROSPIKE_XDR_KEY_BUSY"]);
        // The rest of a text says more than Java's -1.
        let refused = "com.aerospike.client.AerospikeException: Error Code -1: java.net.ConnectException: Connection refused";
        assert_eq!(found("6.7.1", refused)[..2], ["AEROSPIKE_ERR_CONNECTION", "AEROSPIKE_ERR_CLIENT"]);
    }

    #[test]
    fn a_table_finds_only_its_own_statuses() {
        for text in ["AEROSPIKE_ERR_CONNECTION (-10)", "code: -10", "Socket read failed: -4095 [-6]"] {
            let documented = table("documented");
            assert!(search(documented, text).iter().all(|row| *row < documented.meanings.len()), "{text}");
        }
        // The document has two statuses with this number.
        assert_eq!(found("documented", "code: 501"), ["AEROSPIKE_ERR_REQUEST_INVALID", "AEROSPIKE_ERR_NAMESPACE_NOT_FOUND"]);
    }

    #[test]
    fn the_beginning_and_the_end_of_a_long_text_are_searched_for_messages_and_all_of_it_for_names_and_codes() {
        let filler = "\u{e9}t\u{e9} ".repeat(MAX_PART);
        for text in [format!("Socket read failed: -4095 {filler}"), format!("{filler} Socket read failed: -4095")] {
            assert_eq!(found("6.7.1", &text), ["AEROSPIKE_ERR_ASYNC_CONNECTION"]);
        }
        for text in ["KEY_BUSY", "code: 14,"] {
            assert_eq!(found("6.7.1", &format!("{filler} {text} {filler}")), ["AEROSPIKE_ERR_RECORD_BUSY"]);
        }
    }

    #[test]
    fn every_text_of_a_status_leads_to_it() {
        for table in tables() {
            for (position, meaning) in table.meanings.iter().enumerate() {
                let others = other_names::names_of(meaning.status.name);
                for text in [meaning.name, meaning.sentence].into_iter().chain(others) {
                    assert!(search(table, text).contains(&position), "{text}");
                }
            }
        }
        let newest = table("6.7.1");
        for (position, meaning) in newest.meanings.iter().enumerate() {
            let parts = explanations::parts_of(explanations::of(meaning.status.name).unwrap_or(meaning.name));
            for text in [parts.before, parts.people_say, parts.after].into_iter().filter(|text| !text.is_empty()) {
                assert!(search(newest, text).contains(&position), "{}: {text}", meaning.name);
            }
        }
    }

    #[test]
    fn a_text_without_words_or_with_odd_characters_finds_nothing() {
        for text in [
            "",
            " ",
            "...",
            "-_-",
            "\0",
            "\u{fffd}",
            "\0timeout",
            "timeout\u{fffd}",
            "\u{1f512}",
            "\u{e9}",
            "from 127.0.0.1:3000",
            "TIMEOUT\0",
            "code\0: 9",
        ] {
            for table in tables() {
                assert!(search(table, text).is_empty(), "{text:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn any_text_finds_rows_of_the_table(text in ".*") {
            for table in tables() {
                prop_assert!(search(table, &text).iter().all(|position| *position < table.meanings.len()));
            }
        }

        #[test]
        fn any_text_finds_each_status_at_most_once(text in "(?s)((code|error|KEY_BUSY|Batch failed|\\[|\\(|:|/|-|[0-9]{1,3}|.{0,9}) ?){0,9}") {
            for table in tables().step_by(7) {
                let mut found = search(table, &text);
                let all = found.len();
                found.sort_unstable();
                found.dedup();
                prop_assert!(found.len() == all && found.iter().all(|position| *position < table.meanings.len()));
            }
        }
    }
}
