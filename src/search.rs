//! Search: the statuses that a text matches, best first.

use std::sync::{LazyLock, OnceLock};

use crate::table::{Meaning, TABLE_RELEASES, Table};
use crate::{address, explanations, other_names, stock};

/// The search index of a table: a row for each meaning.
type Index = Vec<Row>;

/// The index of each table, built by its first search.
static INDEXES: LazyLock<Vec<OnceLock<Index>>> = LazyLock::new(|| (0..=TABLE_RELEASES.len()).map(|_| OnceLock::new()).collect());

/// The searchable texts of one meaning.
struct Row {
    /// The words of all texts: name, other names, sentence, then subcodes and explanation.
    words: String,
    /// The ends of name, other names and sentence in `words`.
    ends: [usize; 3],
    /// The words of the 1.x document's sentence.
    documented: Option<String>,
    quotes: Vec<Quote>,
}

/// A message that an explanation quotes. If the quote has an ellipsis, only the message's beginning and end are known.
struct Quote {
    beginning: String,
    end: Option<String>,
}

/// The positions in [`Table::meanings`] of the statuses that a text matches. Statuses that have the text as a sentence or message come first,
/// then those whose texts have all its words.
pub fn search(table: &Table, text: &str) -> Vec<usize> {
    let Some(slot) = INDEXES.get(table.index) else { return Vec::new() };
    let index = slot.get_or_init(|| table.meanings.iter().map(Row::new).collect());
    let (message, _address) = address::split(text);
    let stock_names = stock::names_of(message);
    let message = words(message);
    let text = words(text);
    let fields = fields_with(text.split_ascii_whitespace(), index);

    let mut found: Vec<((usize, usize), usize)> = Vec::new();
    for (position, (meaning, (row, field))) in table.meanings.iter().zip(index.iter().zip(fields)).enumerate() {
        let rank = if stock_names.contains(&meaning.status.name) || row.documented.as_ref() == Some(&message) {
            (0, 0)
        } else if let Some(index) = row.quotes.iter().position(|quote| quote.matches(&message)) {
            // Explanations list the most frequent causes first.
            (0, index)
        } else if let Some(field) = field {
            (field.saturating_add(1), 0)
        } else {
            continue;
        };
        found.insert(found.partition_point(|(other, _)| *other <= rank), (rank, position));
    }
    found.into_iter().map(|(_, position)| position).collect()
}

/// For each row, the first field by which all words have occurred: 0 is the name, 3 the last. `None` if a word is missing, or there are none.
fn fields_with<'a>(words: impl Iterator<Item = &'a str>, index: &Index) -> Vec<Option<usize>> {
    let mut fields = Vec::new();
    let mut seen = Vec::new();
    for word in words {
        let Err(position) = seen.binary_search(&word) else { continue };
        if seen.is_empty() {
            fields = vec![Some(0); index.len()];
        }
        seen.insert(position, word);
        let word = format!(" {word}");
        for (field, row) in fields.iter_mut().zip(index) {
            *field = field.and_then(|field: usize| Some(field.max(row.field_of(&word)?)));
        }
        if fields.iter().all(Option::is_none) {
            break;
        }
    }
    fields.resize(index.len(), None);
    fields
}

/// The explanations of a meaning and its subcodes.
fn texts_of(meaning: &Meaning) -> impl Iterator<Item = &'static str> {
    let name = meaning.status.name;
    let has_subcodes = !meaning.subcodes.is_empty();
    let of_subcodes = explanations::of_subcodes(name).filter(move |_| has_subcodes).map(|(_, text)| text);
    explanations::of(name).into_iter().chain(of_subcodes)
}

impl Row {
    fn new(meaning: &Meaning) -> Row {
        let mut row = Row { words: String::new(), ends: [0; 3], documented: None, quotes: Vec::new() };
        let other_names: Vec<_> = other_names::names_of(meaning.status.name).collect();
        let fields = [meaning.status.name, &other_names.join(" "), meaning.sentence];
        for (field, end) in fields.iter().zip(&mut row.ends) {
            row.words += &words(field);
            *end = row.words.len();
        }
        for subcode in meaning.subcodes {
            row.words += &words(subcode.name);
            row.words += &words(subcode.sentence);
        }
        for text in texts_of(meaning) {
            row.words += &words(text);
            row.quotes.extend(text.split('"').skip(1).step_by(2).map(Quote::new));
        }
        row.documented = meaning.status.documented.as_ref().map(|documented| words(documented.sentence));
        row
    }

    /// The first field that has a word with this beginning. `word` starts with a space.
    fn field_of(&self, word: &str) -> Option<usize> {
        // `find` takes longer for a longer word, even if the word is too long to occur.
        let start = if word.len() > self.words.len() { None } else { self.words.find(word) }?;
        Some(self.ends.iter().filter(|end| **end <= start).count())
    }
}

impl Quote {
    fn new(text: &str) -> Quote {
        match text.split_once("...") {
            None => Quote { beginning: words(text), end: None },
            Some((beginning, end)) => Quote { beginning: words(beginning), end: Some(words(end)) },
        }
    }

    fn matches(&self, message: &str) -> bool {
        match &self.end {
            None => self.beginning == message,
            Some(end) => message.starts_with(&self.beginning) && message.ends_with(end),
        }
    }
}

/// The words of a text, in lower case, with a space around each. Punctuation separates words. Control characters and U+FFFD, which replaces
/// lone surrogates, count as letters, so a word with one matches nothing.
fn words(text: &str) -> String {
    let mut words = " ".to_owned();
    for char in text.chars() {
        if char.is_alphanumeric() || char == '\u{fffd}' || char.is_control() && !char.is_whitespace() {
            words.push(char.to_ascii_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::STATUSES;
    use crate::table::for_tests::{table, tables};
    use proptest::prelude::*;

    fn found(version: &str, text: &str) -> Vec<&'static str> {
        let table = table(version);
        search(table, text).into_iter().map(|position| table.meanings[position].name).collect()
    }

    #[test]
    fn matches_the_beginnings_of_words_in_any_case_and_ignores_punctuation() {
        for text in [
            "queue too deep",
            "QUEUE: too-deep!",
            "deep queue to",
            "\u{201c}queue too deep\u{201d}\u{2026}",
            "\tqueue\r\ntoo deep",
        ] {
            assert_eq!(found("6.7.1", text), ["AEROSPIKE_ERR_DEVICE_OVERLOAD"], "{text}");
        }
        for text in ["ueue too deep", "queuetoodeep", "queue\0too deep", "queue too deep zzzz"] {
            assert!(found("6.7.1", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn the_best_matches_come_first() {
        let names = found("6.7.1", "node");
        let is_in_order = |pair: &[&str]| {
            let [before, after] = [0, 1].map(|index| names.iter().position(|name| *name == pair[index]).unwrap());
            before < after
        };
        // The word is in the name, in another name (NO_AVAILABLE_CONNECTIONS_TO_NODE), in the sentence, in the explanation. The table has the
        // opposite order.
        let best = [
            "AEROSPIKE_ERR_INVALID_NODE",
            "AEROSPIKE_ERR_NO_MORE_CONNECTIONS",
            "AEROSPIKE_MAX_ERROR_RATE",
            "AEROSPIKE_ERR_CLIENT",
        ];
        assert!(best.windows(2).all(is_in_order), "{names:?}");
        let names = found("6.7.1", "key busy");
        assert_eq!(names[..2], ["AEROSPIKE_XDR_KEY_BUSY", "AEROSPIKE_ERR_RECORD_BUSY"]);
        assert_eq!(found("6.7.1", "index found")[..2], ["AEROSPIKE_ERR_INDEX_FOUND", "AEROSPIKE_ERR_INDEX_NOT_FOUND"]);
    }

    #[test]
    fn a_word_belongs_to_the_first_field_that_has_it() {
        for meaning in &table("6.7.1").meanings {
            let row = Row::new(meaning);
            let others = other_names::names_of(meaning.status.name).collect::<Vec<_>>().join(" ");
            let fields = [meaning.name, &others, meaning.sentence].map(words);
            for word in fields.iter().flat_map(|field| field.split_whitespace()).map(|word| format!(" {word}")) {
                assert_eq!(row.field_of(&word), fields.iter().position(|field| field.contains(&word)), "{word}");
            }
        }
    }

    #[test]
    fn subcodes_are_searched_where_the_table_has_them() {
        for text in ["FORBID_TRUNCATED", "truncated up to a time in the future"] {
            assert_eq!(found("6.7.1", text), ["AEROSPIKE_ERR_FAIL_FORBIDDEN"]);
        }
        assert_eq!(found("6.7.1", "UNAVAIL_REPLICA_UNAVAILABLE"), ["AEROSPIKE_ERR_CLUSTER"]);
        for documented in &table("documented").meanings {
            assert!(texts_of(documented).count() <= 1, "{}", documented.name);
        }
        assert!(found("documented", "UNAVAIL_REPLICA_UNAVAILABLE").is_empty());
    }

    #[test]
    fn the_status_of_a_stock_sentence_comes_first() {
        for (sentence, name) in [
            ("Operation not allowed at this time.", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
            ("Request timed out. Can be triggered by client or server.", "AEROSPIKE_ERR_TIMEOUT"),
            ("Request timed out.", "AEROSPIKE_ERR_TIMEOUT"),
            ("Batch max. requests have been exceeded.", "AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED"),
            ("Partition is unavailable.", "AEROSPIKE_ERR_CLUSTER"),
            ("Bin already exists.", "AEROSPIKE_ERR_BIN_EXISTS"),
        ] {
            for text in [
                sentence,
                sentence.trim_end_matches('.'),
                &sentence.to_uppercase(),
                &format!("127.0.0.1:3000 {sentence}"),
                &format!("{sentence} from db-1.example:3000"),
            ] {
                assert_eq!(found("6.7.1", text)[0], name, "{text}");
            }
        }
        let shared = found("6.7.1", "Asynchronous connection error.");
        assert_eq!(shared[..2], ["AEROSPIKE_ERR_ASYNC_CONNECTION", "AEROSPIKE_ERR_NO_MORE_CONNECTIONS"]);
        assert!(found("documented", "Operation not allowed at this time.").is_empty());
    }

    #[test]
    fn the_status_of_a_documented_sentence_comes_first() {
        for table in tables() {
            for meaning in &table.meanings {
                let Some(documented) = &meaning.status.documented else { continue };
                let found = search(table, documented.sentence);
                assert_eq!(table.meanings[found[0]].status.name, meaning.status.name);
            }
        }
    }

    /// The messages that the explanation of a meaning quotes.
    fn quoted(meaning: &Meaning) -> Vec<String> {
        let texts = texts_of(meaning);
        texts.flat_map(|text| text.split('"').skip(1).step_by(2).map(|quote| quote.replace('\n', " "))).collect()
    }

    #[test]
    fn explanations_quote_only_messages_of_several_words() {
        for meaning in &table("6.7.1").meanings {
            for quote in quoted(meaning) {
                assert!(words(&quote).split_whitespace().count() > 1, "{}: {quote}", meaning.name);
            }
            assert!(texts_of(meaning).all(|text| text.matches('"').count() % 2 == 0), "{}", meaning.name);
        }
    }

    #[test]
    fn the_status_of_a_quoted_message_comes_first() {
        for table in tables() {
            for meaning in &table.meanings {
                for quote in quoted(meaning) {
                    let filled = quote.replace("...", "3952");
                    for text in [&quote, &filled, &format!("127.0.0.1:3000 {filled}"), &filled.to_uppercase()] {
                        let found: Vec<_> = search(table, text).into_iter().map(|position| &table.meanings[position]).collect();
                        let position = found.iter().position(|other| other.name == meaning.name).unwrap_or(usize::MAX);
                        // Only statuses that also quote the message, or have it as their stock sentence, may come before.
                        let is_first = |other: &&Meaning| {
                            quoted(other).iter().any(|other| other.eq_ignore_ascii_case(&quote) || other.ends_with(&quote))
                                || stock::names_of(text).contains(&other.status.name)
                        };
                        assert!(found[..position].iter().all(is_first), "{text}: {position}");
                    }
                }
            }
        }
    }

    #[test]
    fn the_likeliest_status_of_a_quoted_message_comes_first() {
        // The message is the first cause of one status and the third of the other, but the table has the opposite order.
        assert_eq!(found("6.7.1", "Failed to connect")[..2], ["AEROSPIKE_ERR_CONNECTION", "AEROSPIKE_ERR_CLIENT"]);
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
            assert!(texts_of(meaning).all(|text| search(newest, text).contains(&position)), "{}", meaning.name);
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
        fn finds_exactly_the_statuses_with_all_words(text in "[a-z]{1,3}( [a-z]{1,3}){0,2}") {
            let table = table("6.7.1");
            let found = search(table, &text);
            for (position, meaning) in table.meanings.iter().enumerate() {
                let subcodes = meaning.subcodes.iter().flat_map(|subcode| [subcode.name, subcode.sentence]);
                let texts = [meaning.status.name, meaning.sentence].into_iter().chain(subcodes).chain(texts_of(meaning));
                let texts: String = texts.chain(other_names::names_of(meaning.status.name)).map(words).collect();
                let has_all = text.split(' ').all(|word| texts.contains(&format!(" {word}")));
                prop_assert!(has_all == found.contains(&position) || found.first() == Some(&position));
            }
        }

        #[test]
        fn any_text_finds_each_status_at_most_once(text in "(?s).{0,80}") {
            for table in tables().step_by(7) {
                let mut found = search(table, &text);
                let all = found.len();
                found.sort_unstable();
                found.dedup();
                prop_assert!(found.len() == all && found.iter().all(|position| *position < STATUSES.len()));
            }
        }
    }
}
