//! Which messages of the client does a text have? The client sets a message beside a status, and fills it with a node's name, numbers and the
//! like. What doesn't change is its longest run of fixed words: `data/messages.json`.

use std::cmp::Reverse;

use super::Known;
use super::runs::{Found, Run};
use super::sorted::sorted_by_key;
use crate::address;

/// The line of a status's name in `NAMES`, the number of words and the hash of a message's run, and whether the newest client has the message.
type Entry = (u8, u8, u64, bool);

// `MESSAGES`: if several statuses have a run, the likeliest comes first.
include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// A message that the client sets beside a status.
#[derive(Clone, Copy)]
pub struct Message {
    pub status: &'static str,
    /// Whether the newest client has it. Old messages can be what people say today about something else: "socket timeout".
    pub is_current: bool,
}

/// Shorter runs are ordinary words, such as "read failed".
const DISTINCTIVE_WORDS: usize = 3;
const DISTINCTIVE_LETTERS: usize = 14;

pub fn known() -> impl Iterator<Item = Run<Known>> {
    let names: Vec<_> = NAMES.lines().collect();
    MESSAGES.iter().filter_map(move |&(name, words, hash, is_current)| {
        let status = names.get(usize::from(name))?;
        Some(Run { hash, words: Some(usize::from(words)), value: Known::Message(Message { status, is_current }) })
    })
}

/// The messages in a text: that with the longest run first. A run inside a longer one doesn't count: "Socket connect failed" is another message
/// than "Connect failed".
pub fn in_text(text: &str, found: &[Found<Known>], is_in_table: impl Fn(&str) -> bool) -> Vec<Message> {
    let message_of = |run: &'_ Found<'_, Known>| match run.value {
        Known::Message(message) if is_in_table(message.status) => Some(*message),
        _ => None,
    };
    let runs = found.iter().filter_map(|run| Some((run, message_of(run)?)));
    let runs = runs.filter(|(run, _)| is_distinctive(run, text) || is_at_beginning(text, run.start));
    let runs = sorted_by_key(runs, |(run, _)| (Reverse(run.words), run.start));
    let mut messages: Vec<(&Found<Known>, Message)> = Vec::new();
    for (run, message) in runs {
        let is_inside = |longer: &Found<Known>| longer.words > run.words && longer.start <= run.start && run.end <= longer.end;
        if !messages.iter().any(|(longer, _)| is_inside(longer)) {
            messages.push((run, message));
        }
    }
    messages.into_iter().map(|(_, message)| message).collect()
}

fn is_distinctive(run: &Found<Known>, text: &str) -> bool {
    let letters = text.get(run.start..run.end).unwrap_or_default().bytes().filter(u8::is_ascii_alphanumeric).count();
    run.words >= DISTINCTIVE_WORDS && letters >= DISTINCTIVE_LETTERS
}

/// The longest thing before a message: a node's address.
const MAX_ADDRESS: usize = 300;

/// Whether a message may start here: at the beginning of the text, or after `AerospikeError:`. An address may stand before it.
pub fn is_at_beginning(text: &str, start: usize) -> bool {
    let is_unpaired = |char: char| !char.is_alphanumeric() && char != ':' && char != ']';
    let before = text.get(..start).unwrap_or_default().trim_end_matches(is_unpaired);
    let window = before.len().saturating_sub(MAX_ADDRESS);
    let window = before.get((window..=before.len()).find(|index| before.is_char_boundary(*index)).unwrap_or_default()..);
    let window = window.unwrap_or_default();
    let last_word = window.rsplit(char::is_whitespace).next().unwrap_or_default();
    let before =
        if address::is_address(last_word) { before.strip_suffix(last_word).unwrap_or_default().trim_end() } else { before };
    before.is_empty() || before.ends_with("AerospikeError:") || before == "Error:"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::for_tests::found;
    use crate::search::runs::hash_of;
    use crate::status::STATUSES;

    #[test]
    fn every_message_has_a_status() {
        assert!(MESSAGES.len() > 300);
        for status in NAMES.lines() {
            assert!(STATUSES.iter().any(|known| known.name == status), "{status} isn't a status");
        }
        assert_eq!(known().count(), MESSAGES.len());
    }

    #[test]
    fn a_message_is_found_by_its_fixed_words() {
        for (text, name) in [
            ("Socket read failed: -4095", "AEROSPIKE_ERR_ASYNC_CONNECTION"),
            ("AerospikeError: 10.0.0.1:3000 Socket read failed: -4095", "AEROSPIKE_ERR_ASYNC_CONNECTION"),
            ("Node not found for partition test:1234", "AEROSPIKE_ERR_INVALID_NODE"),
            ("Async delay queue full: 100", "AEROSPIKE_ERR_ASYNC_QUEUE_FULL"),
            ("Max node/event loop BB9 async connections would be exceeded: 100", "AEROSPIKE_ERR_NO_MORE_CONNECTIONS"),
        ] {
            assert_eq!(found("6.7.1", text)[0], name, "{text}");
        }
    }

    #[test]
    fn the_longest_run_counts() {
        assert_eq!(found("6.7.1", "Socket connect failed: 111")[0], "AEROSPIKE_ERR_CONNECTION");
        assert_eq!(found("6.7.1", "Connect failed: 111")[0], "AEROSPIKE_ERR_ASYNC_CONNECTION");
        // Several statuses have this message: the newest first, the blocking connection before the asynchronous one.
        assert_eq!(
            found("6.7.1", "Failed to connect: 10.0.0.1 3000"),
            ["AEROSPIKE_ERR_CONNECTION", "AEROSPIKE_ERR_ASYNC_CONNECTION", "AEROSPIKE_ERR_CLIENT"]
        );
    }

    #[test]
    fn a_short_message_counts_only_at_the_beginning() {
        let message = "Connect failed";
        let counts = |text: &str| is_at_beginning(text, text.find(message).unwrap());
        for before in
            ["", "10.0.0.1:3000 ", "[::1]:3000 ", "AerospikeError: ", "Uncaught AerospikeError: db:3000 ", "Error: ", "\"", "- "]
        {
            assert!(counts(&format!("{before}{message}")), "{before}");
        }
        for before in ["fs: ", "TLS ", "10.0.0.1 ", "npm Error: ", "[1] ", "12:30: "] {
            assert!(!counts(&format!("{before}{message}")), "{before}");
        }
        assert!(!found("6.7.1", "fs: read failed: EACCES").contains(&"AEROSPIKE_ERR_ASYNC_CONNECTION"));
        let short = hash_of("read failed");
        assert!(MESSAGES.iter().any(|(_, _, hash, _)| *hash == short));
    }
}
