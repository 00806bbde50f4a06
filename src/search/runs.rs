//! Which of the known runs of words occur in a text? A run is known by its hash, as in `data/messages.json`.
//!
//! A word is a run of ASCII letters and digits. The hash is that of [`crate::stock`], over the letters and digits of the run in lower case.

use super::tokens::is_spoiled;
use crate::stock::{EMPTY_HASH, hash_with};

/// More words than any known run has.
const MAX_WORDS: usize = 28;

/// A text with more known runs is a log or an article. Its other runs hardly matter.
const MAX_FOUND: usize = 256;

/// A known run of words, and what it stands for.
pub struct Run<T> {
    pub hash: u64,
    /// `None` if only the hash is known.
    pub words: Option<usize>,
    pub value: T,
}

impl<T> Run<T> {
    /// The run of all words in a text.
    pub fn of(text: &str, value: T) -> Run<T> {
        let words = text.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).count();
        Run { hash: hash_of(text), words: Some(words), value }
    }
}

/// Known runs. Several can have the same words.
pub struct Runs<T> {
    /// Sorted by the lower half of the hashes. Runs with the same words keep their order.
    known: Vec<Run<T>>,
    /// A bit for each value of two bytes of a hash. Most words of a text end no known run, and this tells fast.
    filter: Vec<bool>,
}

/// A known run in a text: `text[start..end]`.
pub struct Found<'a, T> {
    pub start: usize,
    pub end: usize,
    pub words: usize,
    pub value: &'a T,
}

impl<T> Runs<T> {
    pub fn new(mut known: Vec<Run<T>>) -> Runs<T> {
        known.sort_by_key(|run| (run.hash as u32, run.hash));
        let mut filter = vec![false; 1 << 16];
        for run in &known {
            if let Some(bit) = filter.get_mut(filter_index(run.hash as u32)) {
                *bit = true;
            }
        }
        Runs { known, filter }
    }

    /// The known runs in a text, in the order of their ends. Takes linear time.
    pub fn find_in(&self, text: &str) -> Vec<Found<'_, T>> {
        let bytes = text.as_bytes();
        let mut found = Vec::new();
        // The lower halves of the hashes of the last word, of the last two words, and so on. A half needs only the half before.
        let mut halves = [0; MAX_WORDS];
        let mut words: usize = 0;
        let mut is_in_word = false;
        for (position, byte) in bytes.iter().chain(b" ").enumerate() {
            if byte.is_ascii_alphanumeric() || is_spoiled(bytes, position) {
                if !is_in_word {
                    halves.rotate_right(1);
                    halves[0] = EMPTY_HASH as u32;
                    words = words.saturating_add(1);
                    is_in_word = true;
                }
                let letter = byte.to_ascii_lowercase();
                for half in &mut halves {
                    *half = hash_with(u64::from(*half), letter) as u32;
                }
            } else if is_in_word {
                is_in_word = false;
                for (length, half) in (1..=words).zip(halves).filter(|(_, half)| self.may_end(*half)) {
                    let start = start_of(bytes, position, length);
                    let hash = hash_of(text.get(start..position).unwrap_or_default());
                    let known =
                        self.with_half(half).filter(|run| run.hash == hash && run.words.is_none_or(|words| words == length));
                    found.extend(known.map(|run| Found { start, end: position, words: length, value: &run.value }));
                }
                if found.len() >= MAX_FOUND {
                    break;
                }
            }
        }
        found
    }

    fn may_end(&self, half: u32) -> bool {
        self.filter.get(filter_index(half)).is_some_and(|known| *known) && self.with_half(half).next().is_some()
    }

    fn with_half(&self, half: u32) -> impl Iterator<Item = &Run<T>> {
        let first = self.known.partition_point(|run| (run.hash as u32) < half);
        self.known.get(first..).unwrap_or_default().iter().take_while(move |run| run.hash as u32 == half)
    }
}

fn filter_index(half: u32) -> usize {
    (half >> 16) as usize
}

/// Where the last words before a position start.
fn start_of(bytes: &[u8], end: usize, words: usize) -> usize {
    let before = bytes.get(..end).unwrap_or_default();
    let is_word = |index: usize| before.get(index).is_some_and(u8::is_ascii_alphanumeric);
    let starts = (0..end).rev().filter(|&index| is_word(index) && !index.checked_sub(1).is_some_and(is_word));
    starts.take(words).last().unwrap_or(end)
}

/// The hash of all words of a text.
pub fn hash_of(text: &str) -> u64 {
    let letters = text.bytes().filter(u8::is_ascii_alphanumeric);
    letters.fold(EMPTY_HASH, |hash, letter| hash_with(hash, letter.to_ascii_lowercase()))
}
