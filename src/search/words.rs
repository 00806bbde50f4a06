//! Which statuses do the words of a text describe? Each word is looked up in the texts of all statuses.

use std::cmp::Reverse;
use std::iter::{from_fn, repeat, successors};
use std::mem;
use std::sync::LazyLock;

use super::phrases::Phrase;
use super::sorted::sorted_by_key;
use super::tokens::words_of;
use crate::explanations;
use crate::other_names;
use crate::status::{STATUSES, Status};
use crate::subcode::subcodes_of;
use crate::table::{Meaning, Table};

/// The texts of a status, as a bit each.
mod field {
    pub const NAME: u8 = 1;
    pub const OTHER_NAMES: u8 = 2;
    pub const PEOPLE_SAY: u8 = 4;
    pub const SENTENCE: u8 = 8;
    /// The sentence of the 1.x document.
    pub const DOCUMENT: u8 = 16;
    pub const SUBCODES: u8 = 32;
    pub const EXPLANATION: u8 = 64;
}

/// How much a word counts in each field.
const WEIGHTS: [(u8, f32); 6] = [
    (field::NAME, 4.0),
    (field::PEOPLE_SAY, 4.0),
    (field::OTHER_NAMES, 2.0),
    (field::SENTENCE | field::DOCUMENT, 2.0),
    (field::SUBCODES, 1.0),
    (field::EXPLANATION, 1.0),
];

/// How fast the weight of a word saturates, as `k1` of BM25.
const SATURATION: f32 = 1.2;
/// What a name or number that only hints at a status adds. The first counts most.
const HINT: f32 = 3.0;
/// How much more a phrase counts than its words.
const PHRASE: f32 = 2.0;
/// The most statuses by weight, and how much less than the best their weight may be.
const MOST: usize = 5;
const LEAST: f32 = 0.45;
/// A word is rare if at most this part of the statuses has it.
const RARE: f32 = 0.12;
/// How many words of a text are weighed.
const MAX_WORDS: usize = 256;

/// Words that say nothing about a status.
const STOP_WORDS: &str = " a about after again all also am an and any are as at be because been before being but by can cannot could couldn d did \
    didn do does doesn doing don during for from get gets getting got had has have having he her here his how i if in into is isn it its just ll \
    m me my no nor now of off ok on once only or our out own please re s she should so some such t than that the their them then there these they \
    this those through to too under until up ve very was wasn we were what when where which while who whom why will with won would you your ";

/// The words of all statuses, sorted, with where they occur.
static INDEX: LazyLock<Index> = LazyLock::new(Index::new);

struct Index {
    /// All words, in lower case.
    text: String,
    words: Vec<Word>,
}

/// A word in one status.
struct Word {
    /// Its first eight bytes as a number, which has the same order. It makes sorting several times as fast.
    beginning: u64,
    start: u32,
    end: u32,
    /// The position in [`STATUSES`].
    status: u8,
    fields: u8,
}

impl Index {
    fn new() -> Index {
        let mut index = Index { text: String::new(), words: Vec::new() };
        for status in STATUSES {
            index.add(status.name, field::NAME, status.name);
            index.add(status.name, field::SENTENCE, status.sentence);
            index.add(status.name, field::DOCUMENT, status.documented.as_ref().map_or("", |documented| documented.sentence));
            for subcode in subcodes_of(status.name) {
                index.add(status.name, field::SUBCODES, subcode.name);
                index.add(status.name, field::SUBCODES, subcode.sentence);
            }
        }
        for other in other_names::all() {
            index.add(other.status, field::OTHER_NAMES, other.name);
        }
        for (status, text) in explanations::all() {
            let parts = explanations::parts_of(text);
            index.add(status, field::PEOPLE_SAY, parts.people_say);
            index.add(status, field::EXPLANATION, parts.before);
            index.add(status, field::EXPLANATION, parts.after);
        }
        for (status, _, text) in explanations::all_of_subcodes() {
            index.add(status, field::SUBCODES, text);
        }
        let Index { text, mut words } = index;
        let letters = |word: &Word| text.get(word.start as usize..word.end as usize).unwrap_or_default();
        words.sort_unstable_by(|one, other| {
            let rest = |word: &Word| letters(word).get(8..);
            one.beginning.cmp(&other.beginning).then_with(|| (rest(one), one.status).cmp(&(rest(other), other.status)))
        });
        words.dedup_by(|other, one| {
            let is_same = one.status == other.status && letters(one) == letters(other);
            if is_same {
                one.fields |= other.fields;
            }
            is_same
        });
        words.shrink_to_fit();
        Index { text, words }
    }

    fn add(&mut self, status: &str, fields: u8, text: &str) {
        let Some((status, _)) = (0..).zip(STATUSES).find(|(_, known)| known.name == status) else { return };
        for word in words_of(text) {
            let start = self.text.len() as u32;
            self.text.extend(word.chars().map(|char| char.to_ascii_lowercase()));
            let letters = word.bytes().map(|byte| byte.to_ascii_lowercase()).chain(repeat(0));
            let beginning = letters.take(8).fold(0, |number, byte| number << 8 | u64::from(byte));
            self.words.push(Word { beginning, start, end: self.text.len() as u32, status, fields });
        }
    }

    fn letters(&self, word: &Word) -> &str {
        self.text.get(word.start as usize..word.end as usize).unwrap_or_default()
    }

    /// The entries of all words that start with `beginning`.
    fn starting_with<'a>(&'a self, beginning: &'a str) -> impl Iterator<Item = &'a Word> {
        let first = self.words.partition_point(|word| self.letters(word) < beginning);
        self.words.get(first..).unwrap_or_default().iter().take_while(move |word| self.letters(word).starts_with(beginning))
    }
}

/// For each row of a table, the fields of a status that it shows.
fn fields_of(meaning: &Meaning) -> u8 {
    let always = field::NAME | field::OTHER_NAMES | field::PEOPLE_SAY | field::EXPLANATION;
    let is_documented = meaning.status.documented.as_ref().is_some_and(|documented| documented.sentence == meaning.sentence);
    let sentence = if is_documented { field::DOCUMENT } else { field::SENTENCE };
    always | sentence | if meaning.subcodes.is_empty() { 0 } else { field::SUBCODES }
}

/// The rows of a table that have all words of a text, by the fields that are needed for all of them.
pub struct WithAll {
    /// In the name; in name, other names and what people say; in these and the sentence.
    pub best: [Vec<usize>; 3],
    /// In all texts.
    pub anywhere: Vec<usize>,
}

/// A word of the text may be the beginning of a longer one.
pub fn with_all(table: &Table, text: &str) -> WithAll {
    let tiers = [
        field::NAME,
        field::NAME | field::OTHER_NAMES | field::PEOPLE_SAY,
        field::NAME | field::OTHER_NAMES | field::PEOPLE_SAY | field::SENTENCE | field::DOCUMENT,
    ];
    let mut with_all = WithAll { best: [Vec::new(), Vec::new(), Vec::new()], anywhere: Vec::new() };
    let positions = Positions::of(table);
    // The first tier that has all words so far.
    let mut tier_of: Vec<Option<usize>> = vec![Some(0); table.meanings.len()];
    let mut seen: Vec<String> = Vec::new();
    let mut last = "";
    for word in words_of(text) {
        if mem::replace(&mut last, word) == word {
            continue;
        }
        let word = word.to_ascii_lowercase();
        let Err(position) = seen.binary_search(&word) else { continue };
        let fields = positions.fields(table, INDEX.starting_with(&word));
        seen.insert(position, word);
        for (tier, fields) in tier_of.iter_mut().zip(fields) {
            let needed = tiers.iter().position(|tier| fields & tier != 0).unwrap_or(tiers.len());
            *tier = tier.filter(|_| fields != 0).map(|tier| tier.max(needed));
        }
        if tier_of.iter().all(Option::is_none) {
            break;
        }
    }
    if !seen.is_empty() {
        for (row, tier) in tier_of.iter().enumerate() {
            let Some(tier) = tier else { continue };
            with_all.best.get_mut(*tier).unwrap_or(&mut with_all.anywhere).push(row);
        }
    }
    with_all
}

/// The rows of the table for each status.
struct Positions(Vec<Vec<usize>>);

impl Positions {
    fn of(table: &Table) -> Positions {
        // A table has the order of `STATUSES`.
        let mut rows = table.meanings.iter().enumerate().peekable();
        let mut next_of = |status: &Status| rows.next_if(|(_, meaning)| meaning.status.name == status.name).map(|(row, _)| row);
        Positions(STATUSES.iter().map(|status| from_fn(|| next_of(status)).collect()).collect())
    }

    /// For each row of the table, the fields in which one of the words occurs.
    fn fields<'a>(&self, table: &Table, words: impl Iterator<Item = &'a Word>) -> Vec<u8> {
        let mut fields = vec![0; table.meanings.len()];
        for word in words {
            for row in self.0.get(usize::from(word.status)).into_iter().flatten() {
                if let (Some(own), Some(meaning)) = (fields.get_mut(*row), table.meanings.get(*row)) {
                    *own |= word.fields & fields_of(meaning);
                }
            }
        }
        fields
    }

    /// The fields of [`Positions::fields`] for all words with a stem, and how many rows have one.
    fn with_stem(&self, table: &Table, stem: &str) -> (Vec<u8>, f32) {
        let words = INDEX.starting_with(stem).filter(|word| self::stem(INDEX.letters(word)) == stem);
        let fields = self.fields(table, words);
        let count = fields.iter().filter(|fields| **fields != 0).count();
        (fields, count as f32)
    }
}

/// How well a text describes a row.
#[derive(Clone, Default)]
struct Weight {
    sum: f32,
    words: usize,
    has_rare_word: bool,
}

/// The rows of a table that the rare words of a text describe best, and those of `anywhere`. A phrase that people use for a status adds to its
/// weight, and so does a hint at a row. One word that isn't rare finds nothing.
pub fn by_weight(table: &Table, text: &str, phrases: &[Phrase], hints: &[usize], anywhere: &[usize]) -> Vec<usize> {
    let positions = Positions::of(table);
    let all = table.meanings.len() as f32;
    let mut weights = vec![Weight::default(); table.meanings.len()];
    let mut stems: Vec<String> = Vec::new();
    for word in words_of(text).take(MAX_WORDS) {
        let word = word.to_ascii_lowercase();
        let stem = stem(&word);
        if is_stop_word(&word) || stems.iter().any(|known| known == stem) {
            continue;
        }
        let (fields, count) = positions.with_stem(table, stem);
        for (weight, fields) in weights.iter_mut().zip(fields).filter(|(_, fields)| *fields != 0) {
            let of_fields: f32 = WEIGHTS.iter().filter(|(field, _)| fields & field != 0).map(|(_, weight)| weight).sum();
            weight.sum += rarity(count, all) * of_fields / (of_fields + SATURATION);
            weight.words = weight.words.saturating_add(1);
            weight.has_rare_word |= count <= all * RARE;
        }
        stems.push(stem.to_owned());
    }
    for phrase in phrases {
        let words = words_of(phrase.text).map(str::to_ascii_lowercase).filter(|word| !is_stop_word(word));
        let rarity: f32 = words.map(|word| rarity(positions.with_stem(table, stem(&word)).1, all)).sum();
        for (weight, _) in weights.iter_mut().zip(&table.meanings).filter(|(_, meaning)| meaning.status.name == phrase.status) {
            weight.sum += PHRASE * rarity;
            weight.has_rare_word = true;
        }
    }
    for (row, weight_of_hint) in hints.iter().zip(successors(Some(HINT), |weight| Some(weight * 0.99))) {
        if let Some(weight) = weights.get_mut(*row) {
            weight.sum += weight_of_hint;
            weight.has_rare_word = true;
        }
    }

    let sum = |row: usize| weights.get(row).map_or(0.0, |weight| weight.sum);
    // The bits of numbers that aren't negative have the order of the numbers.
    let by_sum = |row: &usize| Reverse(sum(*row).to_bits());
    let rows = weights.iter().enumerate().filter(|(_, weight)| weight.has_rare_word || weight.words > 1);
    let mut best = sorted_by_key(rows.map(|(row, _)| row), by_sum);
    let least = best.first().map_or(0.0, |row| sum(*row) * LEAST);
    best.retain(|row| sum(*row) >= least);
    best.truncate(MOST);
    best.into_iter().chain(sorted_by_key(anywhere.iter().copied(), by_sum)).collect()
}

/// How rare a word is that so many of all rows have: the inverse document frequency of BM25.
fn rarity(count: f32, all: f32) -> f32 {
    ((all - count + 0.5) / (count + 0.5)).ln_1p()
}

fn is_stop_word(word: &str) -> bool {
    STOP_WORDS.split(' ').any(|stop| stop == word) || word.bytes().all(|byte| byte.is_ascii_digit())
}

/// The part that the forms of a word share: "connect" of "connections" and "connecting". Not a word in itself.
fn stem(word: &str) -> &str {
    let strip = |word, suffix: &str, least| str::strip_suffix(word, suffix).filter(|stem| stem.len() >= least);
    let singular = strip(word, "s", 3).filter(|stem| !stem.ends_with(['s', 'u', 'i'])).unwrap_or(word);
    let stem =
        strip(singular, "ing", 3).or_else(|| strip(singular, "ion", 4)).or_else(|| strip(singular, "ed", 3)).unwrap_or(singular);
    // "stopped" and "stop"
    let doubled = stem.len() < singular.len()
        && stem.len() > 3
        && stem.bytes().rev().take(2).collect::<Vec<_>>().windows(2).all(|pair| pair[0] == pair[1] && !b"ls".contains(&pair[0]));
    let stem = if doubled { stem.get(..stem.len().saturating_sub(1)).unwrap_or(stem) } else { stem };
    ["ie", "e", "y", "i"].iter().find_map(|suffix| strip(stem, suffix, 3)).unwrap_or(stem)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::for_tests::found;
    use crate::search::search;
    use crate::table::for_tests::table;
    use proptest::prelude::*;

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
        assert!(found("6.7.1", "queuetoodeep").is_empty());
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
        assert_eq!(found("6.7.1", "index found")[..2], ["AEROSPIKE_ERR_INDEX_FOUND", "AEROSPIKE_ERR_INDEX_NOT_FOUND"]);
    }

    #[test]
    fn subcodes_are_searched_where_the_table_has_them() {
        for text in ["FORBID_TRUNCATED", "truncated up to a time in the future"] {
            assert_eq!(found("6.7.1", text), ["AEROSPIKE_ERR_FAIL_FORBIDDEN"]);
        }
        assert_eq!(found("6.7.1", "UNAVAIL_REPLICA_UNAVAILABLE"), ["AEROSPIKE_ERR_CLUSTER"]);
        assert!(with_all(table("documented"), "UNAVAIL_REPLICA_UNAVAILABLE").anywhere.is_empty());
    }

    #[test]
    fn words_that_no_status_has_dont_hide_the_others() {
        for (text, name) in [
            ("my zebra says connection reset", "AEROSPIKE_ERR_CONNECTION"),
            ("why are the disks overloading on zebra-7", "AEROSPIKE_ERR_DEVICE_OVERLOAD"),
            ("zebra: duplicate key", "AEROSPIKE_ERR_RECORD_EXISTS"),
            ("zebra: user not found", "AEROSPIKE_INVALID_USER"),
        ] {
            assert_eq!(found("6.7.1", text)[0], name, "{text}");
        }
        assert!(found("6.7.1", "zebra overloading disks").len() <= MOST);
        for text in ["zebra", "zebra node", "no such zebra", "7 zebras"] {
            assert!(found("6.7.1", text).is_empty(), "{text}");
        }
    }

    #[test]
    fn forms_of_a_word_have_the_same_stem() {
        for words in [
            ["connect", "connection", "connections", "connecting", "connected"].as_slice(),
            &["time", "times", "timed", "timing"],
            &["retry", "retries"],
            &["stop", "stopped", "stopping", "stops"],
            &["expire", "expired", "expires"],
        ] {
            assert!(words.iter().all(|word| stem(word) == stem(words[0])), "{words:?}");
        }
        for word in ["bus", "access", "ing", "status", "need", "key"] {
            assert!(word.starts_with(stem(word)) && stem(word).len() >= 3, "{word}");
        }
    }

    proptest! {
        #[test]
        fn finds_the_statuses_with_all_words(text in "[a-z]{1,3}( [a-z]{1,3}){0,2}") {
            let table = table("6.7.1");
            let found = search(table, &text);
            for (position, meaning) in table.meanings.iter().enumerate() {
                let name = meaning.status.name;
                let subcodes = meaning.subcodes.iter().flat_map(|subcode| [subcode.name, subcode.sentence]);
                let of_subcodes = explanations::of_subcodes(name).filter(|_| !meaning.subcodes.is_empty()).map(|(_, text)| text);
                let parts = explanations::parts_of(explanations::of(name).unwrap_or_default());
                let texts = [name, meaning.sentence, parts.before, parts.people_say, parts.after].into_iter().chain(subcodes).chain(of_subcodes);
                let texts = texts.chain(other_names::names_of(name)).collect::<Vec<_>>().join(" ");
                let words: Vec<_> = words_of(&texts).map(str::to_ascii_lowercase).collect();
                if text.split(' ').all(|part| words.iter().any(|word| word.starts_with(part))) {
                    prop_assert!(found.contains(&position), "{name}");
                }
            }
        }
    }
}
