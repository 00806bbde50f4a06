//! Which messages of the client does a text have? The client sets a message beside a status, and fills it with a node's name, numbers and the
//! like. What doesn't change is its longest run of fixed words: `data/messages.json`.

use std::cmp::Reverse;

use super::Known;
use super::runs::Found;
use crate::address;

/// The name of a status, the hash of a message's run, and whether the newest client has the message.
type Entry = (&'static str, u64, bool);

/// If several statuses have a run, the likeliest comes first.
static MESSAGES: &[Entry] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

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

pub fn known() -> impl Iterator<Item = (u64, Known)> {
    MESSAGES.iter().map(|&(status, hash, is_current)| (hash, Known::Message(Message { status, is_current })))
}

/// The messages in a text: that with the longest run first. A run inside a longer one doesn't count: "Socket connect failed" is another message
/// than "Connect failed".
pub fn in_text(text: &str, found: &[Found<Known>], is_in_table: impl Fn(&str) -> bool) -> Vec<Message> {
    let messages_of = |run: &Found<'_, Known>| -> Vec<Message> {
        let messages =
            run.values.iter().filter_map(|known| if let Known::Message(message) = known { Some(*message) } else { None });
        messages.filter(|message| is_in_table(message.status)).collect()
    };
    let mut runs: Vec<_> = found.iter().map(|run| (run, messages_of(run))).collect();
    runs.retain(|(run, messages)| !messages.is_empty() && (is_distinctive(run, text) || is_at_beginning(text, run.start)));
    runs.sort_by_key(|(run, _)| (Reverse(run.words), run.start));
    let mut best: Vec<&Found<Known>> = Vec::new();
    let mut messages = Vec::new();
    for (run, own) in runs {
        if best.len() < MAX_RUNS && !best.iter().any(|other| other.start <= run.start && run.end <= other.end) {
            best.push(run);
            messages.extend(own);
        }
    }
    messages
}

fn is_distinctive(run: &Found<Known>, text: &str) -> bool {
    let letters = text.get(run.start..run.end).unwrap_or_default().bytes().filter(u8::is_ascii_alphanumeric).count();
    run.words >= DISTINCTIVE_WORDS && letters >= DISTINCTIVE_LETTERS
}

/// A text with more messages is a log. Its other messages hardly matter.
const MAX_RUNS: usize = 64;

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
