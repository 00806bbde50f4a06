//! Text for people: what a code means, where other releases use it, and a failure as one line of a log.

use crate::release::Release;
use crate::status::{STATUSES, Span};
use crate::table::{Meaning, Table};

/// What a code means in a table: the sentences of its meanings, in table order. A code the table lacks is named, with the names
/// and releases that use it.
pub fn describe(table: &Table, code: i32) -> String {
    sentences(table.meanings_of(code)).unwrap_or_else(|| unknown(table, code))
}

fn sentences<'a>(meanings: impl Iterator<Item = &'a Meaning>) -> Option<String> {
    let sentences: Vec<_> = meanings.map(|meaning| meaning.status.sentence).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// `Unknown status code 2 (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)`.
fn unknown(table: &Table, code: i32) -> String {
    let uses: Vec<_> = uses(table, code).iter().map(|(name, spans)| format!("{name} {}", ranges(spans))).collect();
    if uses.is_empty() {
        return format!("Unknown status code {code}");
    }
    format!("Unknown status code {code} ({})", uses.join("; "))
}

/// The names that releases other than the table's use a code for, the earliest first.
pub fn uses(table: &Table, code: i32) -> Vec<(&'static str, Vec<&'static Span>)> {
    let elsewhere = |span: &&Span| span.code == code && !table.release.is_some_and(|release| span.covers(release));
    let mut uses: Vec<(&str, Vec<&Span>)> = Vec::new();
    for status in STATUSES {
        for span in status.spans.iter().filter(elsewhere) {
            let Some(name) = status.name_over(span) else { continue };
            match uses.last_mut() {
                Some((last, spans)) if *last == name => spans.push(span),
                _ => uses.push((name, vec![span])),
            }
        }
    }
    uses.sort_by_key(|(_, spans)| spans.first().map(|span| span.since));
    uses
}

/// `1.0.20-3.7.2, since 3.13.0`.
pub fn ranges(spans: &[&Span]) -> String {
    spans.iter().map(|span| range(span.since, span.until)).collect::<Vec<_>>().join(", ")
}

/// `1.0.0-1.0.19`, `5.2.1` for one release alone, or `since 1.0.20`. `until` is the first release that is not of the range.
pub fn range(since: Release, until: Option<Release>) -> String {
    match until.and_then(Release::previous) {
        None => format!("since {since}"),
        Some(last) if last == since => since.to_string(),
        Some(last) => format!("{since}-{last}"),
    }
}

/// What went wrong, as far as a value says so.
#[derive(Debug)]
pub struct Failure {
    pub code: Option<i32>,
    /// The failure's own text, in UTF-16 so that no lone surrogate is lost.
    pub message: Vec<u16>,
}

impl Failure {
    /// The meanings of the code in a table. Where a number has two and the message names one of them, as the messages of the 1.x
    /// client do, it is that one.
    pub fn meanings<'a>(&self, table: &'a Table) -> Vec<&'a Meaning> {
        let meanings: Vec<_> = self.code.into_iter().flat_map(|code| table.meanings_of(code)).collect();
        let message = String::from_utf16_lossy(&self.message);
        match meanings.iter().find(|meaning| meaning.name == message.trim()) {
            Some(named) => vec![named],
            None => meanings,
        }
    }

    /// The failure on one line: name, number and sentence, and the message where it says more. Without a code it is the message.
    pub fn line(&self, table: &Table) -> Vec<u16> {
        let message = one_line(&self.message);
        let Some(code) = self.code else { return message };

        let meanings = self.meanings(table);
        let head = match sentences(meanings.iter().copied()) {
            None => unknown(table, code),
            Some(sentences) => {
                let names: Vec<_> = meanings.iter().map(|meaning| meaning.name).collect();
                format!("{} ({code}): {sentences}", names.join(" or "))
            }
        };
        let text = String::from_utf16_lossy(&message);
        let text = text.trim();
        if text.starts_with(&head) {
            return message;
        }
        let mut line: Vec<u16> = head.encode_utf16().collect();
        if !head.contains(text) {
            let separator = match head.ends_with('.') {
                true => " ",
                false if meanings.is_empty() => ": ",
                false => ". ",
            };
            line.extend(separator.encode_utf16());
            line.extend(trim(&message));
        }
        line
    }
}

/// The text on one line: each line break becomes a space, together with the white space around it.
pub fn one_line(text: &[u16]) -> Vec<u16> {
    if !text.iter().any(is_line_break) {
        return text.to_vec();
    }
    let lines = text.split(is_line_break).map(trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join(&u16::from(b' '))
}

/// The characters at which a terminal, a log shipper or JavaScript begins a new line.
fn is_line_break(unit: &u16) -> bool {
    matches!(unit, 0x0A..=0x0D | 0x85 | 0x2028 | 0x2029)
}

fn trim(mut text: &[u16]) -> &[u16] {
    let is_space = |unit: &u16| matches!(unit, 0x09..=0x0D | 0x20 | 0x85 | 0xA0 | 0x2028 | 0x2029);
    while let [rest @ .., last] = text {
        if !is_space(last) {
            break;
        }
        text = rest;
    }
    while let [first, rest @ ..] = text {
        if !is_space(first) {
            break;
        }
        text = rest;
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::TABLE_RELEASES;
    use proptest::prelude::*;

    fn table(version: &str) -> &'static Table {
        Table::index_of(version).and_then(Table::at).unwrap()
    }

    fn line(version: &str, code: i32, message: &str) -> String {
        let failure = Failure { code: Some(code), message: message.encode_utf16().collect() };
        String::from_utf16(&failure.line(table(version))).unwrap()
    }

    #[test]
    fn known_codes_give_their_sentences() {
        assert_eq!(describe(table("documented"), 400), "Request timed out.");
        assert_eq!(
            describe(table("documented"), 501),
            "Request protocol invalid, or invalid protocol field. Namespace in request not found on server."
        );
    }

    #[test]
    fn unknown_codes_say_where_other_releases_use_them() {
        for (version, code, text) in [
            ("documented", 2, " (AEROSPIKE_ERR_RECORD_NOT_FOUND since 1.0.20)"),
            ("documented", 502, " (AEROSPIKE_ERR_NAMESPACE_NOT_FOUND 1.0.0-1.0.19)"),
            ("documented", -8, " (AEROSPIKE_ERR_INVALID_NODE since 2.0.0)"),
            ("documented", -16, " (AEROSPIKE_BATCH_FAILED 5.2.1, since 6.0.0)"),
            ("documented", 6, " (AEROSPIKE_ERR_BIN_EXISTS 1.0.20-3.7.2, since 3.13.0)"),
            ("3.8.0", 6, " (AEROSPIKE_ERR_BIN_EXISTS 1.0.20-3.7.2, since 3.13.0)"),
            (
                "documented",
                125,
                " (AEROSPIKE_ERR_LDT_NOT_FOUND 1.0.34-1.0.35; AEROSPIKE_ERR_LARGE_ITEM_NOT_FOUND 1.0.36-2.7.2; \
                 AEROSPIKE_MRT_ABORTED since 6.0.0)",
            ),
            ("documented", 999, ""),
            ("6.7.1", 602, " (AEROSPIKE_ERR_RECORD_NOT_FOUND 1.0.0-1.0.19)"),
            ("6.7.1", i32::MIN, ""),
        ] {
            assert_eq!(describe(table(version), code), format!("Unknown status code {code}{text}"), "{version}");
        }
    }

    #[test]
    fn a_number_that_some_release_uses_is_explained_by_every_table() {
        for version in TABLE_RELEASES.iter().map(Release::to_string).chain(["documented".to_owned()]) {
            for (status, span) in STATUSES.iter().flat_map(|status| status.spans.iter().map(move |span| (status, span))) {
                let text = describe(table(&version), span.code);
                assert!(!text.starts_with("Unknown") || text.contains(status.short_name()) || status.name_over(span).is_none());
            }
        }
    }

    #[test]
    fn the_message_follows_where_it_says_more() {
        assert_eq!(
            line("documented", 602, "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            "AEROSPIKE_ERR_RECORD_NOT_FOUND (602): Record does not exist in database. May be returned by read, or write with policy Exists."
        );
        assert_eq!(line("6.7.1", 9, ""), "AEROSPIKE_ERR_TIMEOUT (9): Request timed out.");
        assert_eq!(
            line("6.7.1", 9, " socket\r\n  closed\u{2028}"),
            "AEROSPIKE_ERR_TIMEOUT (9): Request timed out. socket closed"
        );
        assert_eq!(
            line("documented", 604, "wanted 3"),
            "AEROSPIKE_ERR_RECORD_GENERATION (604): Generation of record in database does not satisfy write policy. wanted 3"
        );
        assert_eq!(line("6.7.1", 999, "odd"), "Unknown status code 999: odd");
        let whole = line("6.7.1", 9, "socket closed");
        assert_eq!(line("6.7.1", 9, &whole), whole);
    }

    #[test]
    fn a_message_that_names_one_of_two_meanings_decides() {
        assert!(
            line("documented", 501, "")
                .starts_with("AEROSPIKE_ERR_REQUEST_INVALID or AEROSPIKE_ERR_NAMESPACE_NOT_FOUND (501): Request")
        );
        assert_eq!(
            line("documented", 501, "AEROSPIKE_ERR_NAMESPACE_NOT_FOUND"),
            "AEROSPIKE_ERR_NAMESPACE_NOT_FOUND (501): Namespace in request not found on server."
        );
    }

    proptest! {
        #[test]
        fn a_line_is_one_line_and_loses_nothing(code: Option<i32>, message: Vec<u16>) {
            let failure = Failure { code, message };
            let line = failure.line(table("6.7.1"));
            prop_assert!(!line.iter().any(is_line_break));
            let text = String::from_utf16_lossy(&line);
            if let Some(code) = code {
                prop_assert!(text.contains(&code.to_string()));
            }
            for word in failure.message.split(is_line_break).map(trim) {
                prop_assert!(text.contains(&String::from_utf16_lossy(word)));
            }
        }

        #[test]
        fn every_number_is_described_with_itself_or_a_sentence(code: i32) {
            let text = describe(table("documented"), code);
            prop_assert!(text.contains(&code.to_string()) || table("documented").meanings_of(code).next().is_some());
        }
    }
}
