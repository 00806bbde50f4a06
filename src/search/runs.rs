//! Which of the known runs of words occur in a text? A run is known by its hash, as in `data/messages.json`.
//!
//! A word is a run of ASCII letters and digits. The hash is that of [`crate::stock`], over the letters and digits of the run in lower case.

use std::collections::HashMap;

use crate::stock::{EMPTY_HASH, hash_with};

/// The most words that a known run can have.
pub const MAX_WORDS: usize = 32;

/// The bits of a hash that [`Runs::may_have`] looks at.
const FILTER_BITS: usize = 1 << 16;

/// Known runs, each with what it stands for. Several values can have the same run.
pub struct Runs<T> {
    known: HashMap<u64, Vec<T>>,
    /// A bit for each value of the lower half of a known hash's upper half. Most windows of a text aren't known, and this rejects them fast.
    filter: Vec<u64>,
    max_words: usize,
}

/// A known run in a text: `text[start..end]`.
pub struct Found<'a, T> {
    pub start: usize,
    pub end: usize,
    pub words: usize,
    pub values: &'a [T],
}

impl<T> Runs<T> {
    /// Keeps the order of values with the same run. `max_words` limits the length of the runs.
    pub fn new(known: impl Iterator<Item = (u64, T)>, max_words: usize) -> Runs<T> {
        let mut runs = Runs { known: HashMap::new(), filter: vec![0; FILTER_BITS / 64], max_words: max_words.min(MAX_WORDS) };
        for (hash, value) in known {
            let (index, bit) = filter_position(hash);
            if let Some(bits) = runs.filter.get_mut(index) {
                *bits |= bit;
            }
            runs.known.entry(hash).or_default().push(value);
        }
        runs
    }

    /// The known runs in a text, in the order of their ends. Takes linear time.
    pub fn find_in(&self, text: &str) -> Vec<Found<'_, T>> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        // The hashes of the last word, the last two words, and so on, up to the current byte.
        let mut hashes = [EMPTY_HASH; MAX_WORDS];
        let mut words: usize = 0;
        let mut is_in_word = false;
        for (position, byte) in bytes.iter().chain(&[b' ']).enumerate() {
            if byte.is_ascii_alphanumeric() {
                if !is_in_word {
                    hashes.rotate_right(1);
                    hashes[0] = EMPTY_HASH;
                    words = words.saturating_add(1);
                    is_in_word = true;
                }
                let letter = byte.to_ascii_lowercase();
                for hash in hashes.iter_mut().take(self.max_words) {
                    *hash = hash_with(*hash, letter);
                }
            } else if is_in_word {
                is_in_word = false;
                for (length, hash) in (1..).zip(&hashes).take(self.max_words.min(words)) {
                    if let Some(values) = self.values_of(*hash) {
                        found.push(Found { start: start_of(bytes, position, length), end: position, words: length, values });
                    }
                }
            }
        }
        found
    }

    fn values_of(&self, hash: u64) -> Option<&[T]> {
        let (index, bit) = filter_position(hash);
        if self.filter.get(index)? & bit == 0 { None } else { self.known.get(&hash).map(Vec::as_slice) }
    }
}

fn filter_position(hash: u64) -> (usize, u64) {
    let bits = (hash >> 32) as usize % FILTER_BITS;
    (bits / 64, 1 << (bits % 64))
}

/// Where the last words before a position start.
fn start_of(bytes: &[u8], end: usize, words: usize) -> usize {
    let before = bytes.get(..end).unwrap_or_default();
    let starts = (0..before.len()).rev().filter(|&index| {
        let is_word = |index: usize| before.get(index).is_some_and(u8::is_ascii_alphanumeric);
        is_word(index) && !index.checked_sub(1).is_some_and(is_word)
    });
    starts.take(words).last().unwrap_or(end)
}

/// The hash of a text's words, and their number.
pub fn run_of(text: &str) -> (u64, usize) {
    let is_word = |byte: &u8| byte.is_ascii_alphanumeric();
    let words = text.as_bytes().split(|byte| !is_word(byte)).filter(|word| !word.is_empty()).count();
    (text.bytes().filter(is_word).fold(EMPTY_HASH, |hash, byte| hash_with(hash, byte.to_ascii_lowercase())), words)
}
