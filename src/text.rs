//! Text for people: what a code means, which other releases use it, and ranges of releases.

use std::fmt;

use serde::Serialize;

use crate::numbers::{RENUMBERED, Span};
use crate::other_names::{self, OtherName};
use crate::release::Release;
use crate::status::{STATUSES, Status};
use crate::table::{DOCUMENTED, Era, Key, Meaning, TABLE_RELEASES, Table};

/// What a code means in a table: the sentences of its meanings, in table order. For an unknown code, the text names the releases that use
/// it. A known subcode's sentence replaces that of the status; an unknown subcode's number follows it.
pub fn describe(table: &Table, code: i32, subcode: Option<u32>) -> String {
    let meanings: Vec<_> = table.meanings_of(code).copied().collect();
    let text = || if meanings.is_empty() { unknown(code) } else { sentences(&meanings) };
    let Some(number) = subcode else { return text() };
    let known = meanings.iter().find_map(|meaning| meaning.subcode(number));
    known.map_or_else(|| format!("{} {}", text(), unknown_subcode(number)), |subcode| subcode.sentence.to_owned())
}

/// `(unknown subcode 9)`
pub fn unknown_subcode(number: u32) -> String {
    format!("(unknown subcode {number})")
}

/// The sentences of a number's meanings. Leaves out an old name whose sentence only refers to the current name.
pub fn sentences(meanings: &[Meaning]) -> String {
    if let [meaning] = meanings {
        return meaning.sentence.to_owned();
    }
    let refers = |sentence: &str| meanings.iter().any(|other| sentence.contains(other.name));
    let sentences = meanings.iter().map(|meaning| meaning.sentence).filter(|sentence| !refers(sentence));
    sentences.collect::<Vec<_>>().join(" ")
}

/// `Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)`, for a table that lacks the code.
pub fn unknown(code: i32) -> String {
    let uses: Vec<_> = uses(code).iter().map(Use::to_string).collect();
    if uses.is_empty() {
        return format!("Unknown status code {code}");
    }
    format!("Unknown status code {code} ({})", uses.join("; "))
}

/// Says who uses a name that isn't our own: `KEY_BUSY is what the Java, Go and C# clients call AEROSPIKE_ERR_RECORD_BUSY`.
pub fn whose(table: &Table, name: &str) -> Option<String> {
    let OtherName { name, status, caller } = other_names::find(name)?;
    let meaning = table.meanings.iter().find(|meaning| meaning.status.name == *status)?;
    Some(format!("{name} is what {caller} {}", meaning.name))
}

/// The maximum number of characters that a message quotes.
const QUOTED_CHARS: usize = 60;

/// The first 60 characters of a text, with control characters escaped.
pub fn quoted(text: &str) -> String {
    let mut chars = text.chars();
    let mut start = String::new();
    for char in chars.by_ref().take(QUOTED_CHARS) {
        match char {
            _ if char.is_control() => start.extend(char.escape_default()),
            _ => start.push(char),
        }
    }
    start + if chars.next().is_some() { "..." } else { "" }
}

/// What a code means in some releases.
pub struct Use {
    /// The meaning in the first of these releases.
    pub meaning: Meaning,
    pub spans: Vec<&'static Span>,
}

impl fmt::Display for Use {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.meaning.name, with_note(ranges(&self.spans), self.meaning.exported))
    }
}

/// What a code means in all releases, oldest first.
pub fn uses(code: i32) -> Vec<Use> {
    let mut uses: Vec<Use> = Vec::new();
    for status in STATUSES {
        for span in status.spans.iter().filter(|span| span.code == code) {
            let Some(meaning) = status.meaning_in(span, span.since) else { continue };
            let is_same = |other: &&mut Use| (other.meaning.name, other.meaning.exported) == (meaning.name, meaning.exported);
            match uses.iter_mut().find(is_same) {
                Some(same) => same.spans.push(span),
                None => uses.push(Use { meaning, spans: vec![span] }),
            }
        }
    }
    uses.sort_by_key(|one| one.spans.first().map(|span| span.since));
    uses
}

/// What a code or name means in some releases, in the 1.x document, or in both.
#[derive(Debug, PartialEq, Eq, Serialize)]
pub struct MeaningEver {
    /// The newest table with this meaning: the release at which it begins, or `documented`.
    pub release: String,
    /// The position of the row in that table.
    pub position: usize,
    /// `since 1.0.57`, or `1.0.0-1.0.19 and the 1.x document`.
    pub releases: String,
    /// Whether all releases since 1.0.20 agree.
    #[serde(rename = "isUsual")]
    pub is_usual: bool,
    /// The number of the status in the latest release, if it's none of the numbers found.
    pub now: Option<i32>,
}

/// What a code or name means in every table: in the latest release first, then in older ones, the document last. A status that was renamed
/// counts once, under its newest name.
pub fn meanings_ever(key: &Key) -> Vec<MeaningEver> {
    // The first of the tables is the newest, and has the row at the position.
    let mut found: Vec<(Meaning, usize, Vec<usize>)> = Vec::new();
    for table in (0..=TABLE_RELEASES.len()).rev().filter_map(Table::at) {
        let positions: Vec<_> = match key {
            Key::Code(code) => table.positions_of(*code).collect(),
            Key::Name(name) => table.position(name).into_iter().collect(),
        };
        for (position, meaning) in positions.iter().filter_map(|position| Some((position, table.meanings.get(*position)?))) {
            match found.iter_mut().find(|(newer, ..)| newer.code == meaning.code && is_renamed(newer, meaning)) {
                Some((.., tables)) if tables.last() == Some(&table.index) => {}
                Some((.., tables)) => tables.push(table.index),
                None => found.push((*meaning, *position, vec![table.index])),
            }
        }
    }

    let usual = TABLE_RELEASES.partition_point(|&release| release < RENUMBERED).saturating_add(1)..=TABLE_RELEASES.len();
    let is_shown = |code: i32| found.iter().any(|(meaning, ..)| meaning.code == code);
    let described = found.iter().map(|(meaning, position, tables)| MeaningEver {
        release: tables
            .first()
            .and_then(|&newest| release_of(newest))
            .map_or(DOCUMENTED.to_owned(), |release| release.to_string()),
        position: *position,
        releases: releases_of(tables),
        is_usual: usual.clone().all(|index| tables.contains(&index)),
        now: code_in_latest(meaning.status).filter(|code| !is_shown(*code)),
    });
    described.collect()
}

fn code_in_latest(status: &Status) -> Option<i32> {
    let latest = Table::at(TABLE_RELEASES.len())?;
    latest.meanings.iter().find(|meaning| meaning.status.name == status.name).map(|meaning| meaning.code)
}

/// Whether two meanings of a number are one status. The sentence of an old name refers to the current name.
fn is_renamed(one: &Meaning, other: &Meaning) -> bool {
    one.status.name == other.status.name || one.sentence.contains(other.name) || other.sentence.contains(one.name)
}

/// The release at which a table begins; `None` for the document.
fn release_of(table: usize) -> Option<Release> {
    table.checked_sub(1).and_then(|index| TABLE_RELEASES.get(index)).copied()
}

/// The releases of some tables, which are in the order newest to oldest.
fn releases_of(tables: &[usize]) -> String {
    // The first table and the one after the last, for each run of tables without a gap.
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for &table in tables.iter().rev().filter(|&&table| table != 0) {
        match runs.last_mut() {
            Some((_, next)) if *next == table => *next = table.saturating_add(1),
            _ => runs.push((table, table.saturating_add(1))),
        }
    }
    let ranges = runs.iter().filter_map(|&(first, next)| Some(range(release_of(first)?, release_of(next))));
    let ranges = ranges.collect::<Vec<_>>().join(", ");
    match (tables.last(), ranges.is_empty()) {
        (Some(0), true) => "the 1.x document".to_owned(),
        (Some(0), false) => format!("{ranges} and the 1.x document"),
        _ => ranges,
    }
}

/// `since 1.0.20`, or `2.4.0-5.2.0, not in aerospike.status`.
pub fn era_releases(era: &Era) -> String {
    with_note(range(era.since, era.until), era.exported)
}

fn with_note(releases: String, exported: bool) -> String {
    if exported { releases } else { releases + ", not in aerospike.status" }
}

/// `1.0.20-3.7.2, since 3.13.0`.
pub fn ranges(spans: &[&Span]) -> String {
    spans.iter().map(|span| range(span.since, span.until)).collect::<Vec<_>>().join(", ")
}

/// `1.0.0-1.0.19`, `5.2.1` for a single release, or `since 1.0.20`. `until` is the first release after the range.
pub fn range(since: Release, until: Option<Release>) -> String {
    match until.and_then(Release::previous) {
        None => format!("since {since}"),
        Some(last) if last == since => since.to_string(),
        Some(last) => format!("{since}-{last}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::for_tests::{table, tables};
    use proptest::prelude::*;

    #[test]
    fn describes_a_known_code_with_its_sentences() {
        assert_eq!(describe(table("documented"), 400, None), "Request timed out.");
        assert_eq!(
            describe(table("documented"), 501, None),
            "Request protocol invalid, or invalid protocol field. Namespace in request not found on server."
        );
    }

    #[test]
    fn describes_an_unknown_code_with_the_releases_that_use_it() {
        for (version, code, text) in [
            ("documented", 2, " (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)"),
            ("documented", 29, " (AEROSPIKE_INVALID_ENCODING since 1.0.28, not in aerospike.status)"),
            ("documented", 502, " (AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 1.0.0-1.0.19)"),
            ("documented", 26, " (AEROSPIKE_ERR_OP_NOT_APPLICABLE since 3.12.0)"),
            (
                "documented",
                -8,
                " (AEROSPIKE_ERR_INVALID_NODE 1.0.57-1.0.58, not in aerospike.status; AEROSPIKE_ERR_INVALID_NODE since 2.0.0)",
            ),
            (
                "3.8.0",
                6,
                " (AEROSPIKE_ERR_BIN_EXISTS 1.0.20-3.7.2, since 3.13.0; AEROSPIKE_ERR_BIN_EXISTS 3.12.0, not in aerospike.status)",
            ),
            (
                "4.0.0",
                125,
                " (AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND 1.0.20-1.0.33, 3.0.0-3.13.0, not in aerospike.status; \
                 AEROSPIKE_ERR_LDT_NOT_FOUND 1.0.34-1.0.35; AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND 1.0.36-2.7.2; \
                 AEROSPIKE_MRT_ABORTED since 6.0.0)",
            ),
            ("documented", 999, ""),
            ("6.7.1", 602, " (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)"),
            ("6.7.1", i32::MIN, ""),
        ] {
            assert_eq!(describe(table(version), code, None), format!("Unknown status code {code}{text}"), "{version}");
        }
    }

    #[test]
    fn a_word_means_something_in_some_releases() {
        let document = |releases: &str| format!("{releases} and the 1.x document");
        let old = document("1.0.0-1.0.19");
        for (word, expected) in [
            ("9", &[("AEROSPIKE_ERR_TIMEOUT", 9, "since 1.0.20", None)][..]),
            ("0", &[("AEROSPIKE_OK", 0, &document("since 1.0.0"), None)]),
            ("602", &[("AEROSPIKE_ERR_RECORD_NOT_FOUND", 602, &old, Some(2))]),
            ("200", &[("AEROSPIKE_ERR_INDEX_FOUND", 200, "since 1.0.20", None), ("AEROSPIKE_ERR_CLIENT", 200, &old, Some(-1))]),
            ("err_timeout", &[("AEROSPIKE_ERR_TIMEOUT", 9, "since 1.0.20", None), ("AEROSPIKE_ERR_TIMEOUT", 400, &old, None)]),
            (
                "501",
                &[
                    ("AEROSPIKE_ERR_REQUEST_INVALID", 501, &old, Some(4)),
                    ("AEROSPIKE_ERR_NAMESPACE_NOT_FOUND", 501, "the 1.x document", Some(20)),
                ],
            ),
            // Renamed: by another name along with the old one, by a full name for a short one, and back and forth.
            ("25", &[("AEROSPIKE_ERR_ENTERPRISE_ONLY", 25, "since 2.4.0", None)]),
            ("-11", &[("AEROSPIKE_ERR_ASYNC_QUEUE_FULL", -11, "since 3.2.0", None)]),
            ("1409", &[("AEROSPIKE_ERR_LDT_INPUT_PARM", 1409, "1.0.0-3.1.1", None)]),
            ("-1", &[("AEROSPIKE_ERR_CLIENT", -1, "since 1.0.20", None)]),
            (
                "ERR_CONNECTION",
                &[
                    ("AEROSPIKE_ERR_CONNECTION", -10, "2.4.0-3.1.1, since 5.2.1", None),
                    ("AEROSPIKE_ERR_INVALID_NODE", -8, "3.2.0-5.2.0", None),
                ],
            ),
            ("999", &[]),
            ("ERR_NONE", &[]),
        ] {
            let found = meanings_ever(&Key::of(word.to_owned()));
            let found: Vec<_> = found
                .iter()
                .map(|MeaningEver { release, position, releases, now, .. }| {
                    let meaning = &table(release).meanings[*position];
                    (meaning.name, meaning.code, releases.as_str(), *now)
                })
                .collect();
            assert_eq!(found, expected, "{word}");
        }
    }

    #[test]
    fn a_meaning_is_usual_if_all_releases_since_1_0_20_have_it() {
        for (code, usual) in [(9, &[true][..]), (0, &[true]), (-8, &[false]), (602, &[false]), (200, &[true, false])] {
            let found: Vec<_> = meanings_ever(&Key::Code(code)).iter().map(|meaning| meaning.is_usual).collect();
            assert_eq!(found, usual, "{code}");
        }
    }

    #[test]
    fn every_number_of_every_table_means_something_in_that_table() {
        for table in tables() {
            for meaning in &table.meanings {
                let found = meanings_ever(&Key::Code(meaning.code));
                assert!(!found.is_empty(), "{}", meaning.name);
            }
        }
    }

    #[test]
    fn every_table_explains_every_number_that_any_release_uses() {
        for table in tables() {
            for (status, span) in STATUSES.iter().flat_map(|status| status.spans.iter().map(move |span| (status, span))) {
                let text = describe(table, span.code, None);
                let belongs_to_another = status.meaning_in(span, span.since).is_none();
                assert!(!text.starts_with("Unknown") || text.contains(status.short_name()) || belongs_to_another, "{text}");
            }
        }
    }

    #[test]
    fn describes_a_subcode_with_its_own_sentence() {
        let newest = table("6.7.1");
        for subcode in crate::subcode::SUBCODES {
            let meaning = &newest.meanings[newest.position(subcode.status).unwrap()];
            assert_eq!(describe(newest, meaning.code, Some(subcode.subcode)), subcode.sentence);
            let unknown = format!("{} (unknown subcode 999)", meaning.sentence);
            assert_eq!(describe(newest, meaning.code, Some(999)), unknown);
        }
        assert_eq!(describe(newest, 31, Some(6)), "Unknown status code 31 (unknown subcode 6)");
        assert!(describe(table("documented"), 501, Some(1)).ends_with("on server. (unknown subcode 1)"));
    }

    proptest! {
        #[test]
        fn a_quoted_text_is_short_and_printable(text in "(?s).{0,200}") {
            let quoted = quoted(&text);
            prop_assert!(!quoted.chars().any(char::is_control));
            let longest = QUOTED_CHARS * char::escape_default('\u{9f}').len() + 3;
            prop_assert!(quoted.chars().count() <= longest);
            if text.chars().count() <= QUOTED_CHARS && !text.chars().any(char::is_control) {
                prop_assert_eq!(quoted, text);
            }
        }

        #[test]
        fn describes_any_number_by_sentence_or_number(code: i32) {
            let text = describe(table("documented"), code, None);
            prop_assert!(text.contains(&code.to_string()) || table("documented").meanings_of(code).next().is_some());
        }
    }
}
