//! Which messages of the client does a text have? The client sets a message beside a status, and fills it with a node's name, numbers and the
//! like. What doesn't change is its longest run of fixed words: `data/messages.json`.

use super::Known;
use super::runs::Found;
use crate::address;

/// The name of a status, and the number of words and the hash of a message's run.
type Message = (&'static str, usize, u64);

/// If several statuses have a run, the likeliest comes first.
static MESSAGES: &[Message] = include!(concat!(env!("OUT_DIR"), "/messages.rs"));

/// Shorter runs are ordinary words, such as "read failed".
const DISTINCTIVE_WORDS: usize = 3;
const DISTINCTIVE_LETTERS: usize = 14;

pub fn known() -> impl Iterator<Item = (u64, Known)> {
    MESSAGES.iter().map(|&(status, _, hash)| (hash, Known::Message(status)))
}

/// The statuses of the messages in a text: that of the longest run first. A run inside a longer one doesn't count: "Socket connect failed" is
/// another message than "Connect failed".
pub fn in_text(text: &str, found: &[Found<Known>], is_in_table: impl Fn(&str) -> bool) -> Vec<&'static str> {
    let statuses_of = |run: &Found<'_, Known>| -> Vec<&'static str> {
        let statuses =
            run.values.iter().filter_map(|known| if let Known::Message(status) = known { Some(*status) } else { None });
        statuses.filter(|status| is_in_table(status)).collect()
    };
    let letters = |run: &Found<'_, Known>| {
        text.get(run.start..run.end).unwrap_or_default().bytes().filter(u8::is_ascii_alphanumeric).count()
    };
    let is_distinctive = |run: &Found<'_, Known>| run.words >= DISTINCTIVE_WORDS && letters(run) >= DISTINCTIVE_LETTERS;
    let mut runs: Vec<_> = found.iter().map(|run| (run, statuses_of(run))).collect();
    runs.retain(|(run, statuses)| !statuses.is_empty() && (is_distinctive(run) || is_at_beginning(text, run.start)));
    runs.sort_by_key(|(run, _)| (std::cmp::Reverse(run.words), run.start));
    let mut best: Vec<(usize, usize)> = Vec::new();
    let mut statuses = Vec::new();
    for (run, own) in runs {
        if best.len() < MAX_RUNS && !best.iter().any(|(start, end)| *start <= run.start && run.end <= *end) {
            best.push((run.start, run.end));
            statuses.extend(own);
        }
    }
    statuses
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
