//! A failure as one line of a log: name, number and sentence, then whatever its own message adds.

use std::borrow::Cow;

use crate::address;
use crate::stock::{is_stock_sentence, letters};
use crate::subcode::Subcode;
use crate::table::{Meaning, Table};
use crate::text;

/// The end of a line if a write may have been applied.
const IN_DOUBT: &str = " (in doubt: a write may have been applied)";

/// The maximum number of characters that a suffix such as `(subcode=6)` can have.
const LONGEST_SUFFIX: usize = 32;

/// What index.js has read from the error of a failed call.
#[derive(Debug, Default)]
pub struct Failure {
    pub code: Option<i32>,
    pub subcode: Option<u32>,
    /// The failure's own text. It's UTF-16, which keeps lone surrogates.
    pub message: Vec<u16>,
    /// The messages of the errors that wrap the failure, one per line.
    pub context: Vec<u16>,
    /// Whether the line says that a write may have been applied.
    pub in_doubt: bool,
}

/// What a code stands for.
struct Interpretation {
    meanings: Vec<Meaning>,
    /// `602`, or `602 1.0.0-1.0.19` if only these releases use the code for the status that the message names.
    number: String,
}

impl Failure {
    /// The name of the status.
    pub fn status_name(&self, table: &Table) -> Option<&'static str> {
        self.interpretation(table, self.code?).meanings.first().map(|meaning| meaning.name)
    }

    /// The failure as one line. Without a code, the line is just the message.
    pub fn line(&self, table: &Table) -> Vec<u16> {
        let Some(code) = self.code else { return one_line(&self.message) };
        let (message, in_message) = split_subcode(&self.message, self.subcode);
        let number = self.subcode.or(in_message);
        let mut interpretation = self.interpretation(table, code);
        let subcode = number.and_then(|number| interpretation.narrow_to(number));
        let Interpretation { meanings, .. } = &interpretation;

        let head = interpretation.head(code, number, subcode);
        let separator = if meanings.is_empty() { ": " } else { ". " };
        let repeats = |text: &str| repeats(code, meanings, subcode, text);
        // A line that is already formatted stays as it is.
        let mut line = if is_line_of(&self.context, &head, &interpretation) {
            one_line(&self.context)
        } else if is_line_of(&self.message, &head, &interpretation) {
            extended(one_line(&self.message), separator, &one_line(&self.context))
        } else {
            let is_in_context = !message.is_empty() && find(&self.context, &message).is_some();
            let addition = if is_in_context { Vec::new() } else { addition(&message, repeats) };
            extended(head, separator, &join(lines(&self.context).chain(lines(&addition)).collect()))
        };
        if self.in_doubt && !line.ends_with(&units(IN_DOUBT)) {
            line.extend(units(IN_DOUBT));
        }
        line
    }

    /// What the code means, and how the line writes the number. The message of a 1.x or 2.x error is the name of its status, so it decides
    /// between two meanings. If only other releases use the number for that name, the error came from one of them, and their range follows
    /// the number.
    fn interpretation(&self, table: &Table, code: i32) -> Interpretation {
        let meanings: Vec<_> = table.meanings_of(code).copied().collect();
        let number = code.to_string();
        let Some(message) = self.word() else { return Interpretation { meanings, number } };
        let is_called =
            |meaning: &&Meaning| [meaning.name, meaning.status.name, meaning.status.short_name()].contains(&&*message);
        if let Some(named) = meanings.iter().find(is_called) {
            return Interpretation { meanings: vec![*named], number };
        }
        let named = text::uses(code).into_iter().filter(|elsewhere| elsewhere.meaning.name == message);
        match named.max_by_key(|elsewhere| elsewhere.meaning.exported) {
            Some(elsewhere) => {
                Interpretation { meanings: vec![elsewhere.meaning], number: format!("{code} {}", text::ranges(&elsewhere.spans)) }
            }
            None => Interpretation { meanings, number },
        }
    }

    /// The message if it's a single word, as every name is.
    fn word(&self) -> Option<String> {
        let message = &self.message;
        let is_word = |unit: &u16| u8::try_from(*unit).is_ok_and(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        (!message.is_empty() && message.iter().all(is_word)).then(|| String::from_utf16_lossy(message))
    }
}

impl Interpretation {
    /// Keeps only the meaning that has the subcode, and returns the subcode. Keeps all if none has it.
    fn narrow_to(&mut self, number: u32) -> Option<&'static Subcode> {
        let (meaning, subcode) = self.meanings.iter().find_map(|meaning| Some((*meaning, meaning.subcode(number)?)))?;
        self.meanings = vec![meaning];
        Some(subcode)
    }

    /// `AEROSPIKE_ERR_FAIL_FORBIDDEN (22)`.
    fn status(&self) -> String {
        let names: Vec<_> = self.meanings.iter().map(|meaning| meaning.name).collect();
        format!("{} ({})", names.join(" or "), self.number)
    }

    /// `AEROSPIKE_ERR_FAIL_FORBIDDEN (22), FORBID_TRUNCATED (6): sentence`.
    fn head(&self, code: i32, number: Option<u32>, subcode: Option<&Subcode>) -> Vec<u16> {
        let status = self.status();
        let mut head = match subcode {
            Some(subcode) => return units(&format!("{status}, {} ({}): {}", subcode.name, subcode.subcode, subcode.sentence)),
            None if self.meanings.is_empty() => text::unknown(code),
            None => format!("{status}: {}", text::sentences(&self.meanings)),
        };
        if let Some(number) = number {
            head = format!("{head} {}", text::unknown_subcode(number));
        }
        units(&head)
    }
}

/// The text followed by `rest`. After a full stop or a parenthesis, a space separates them.
fn extended(mut text: Vec<u16>, separator: &str, rest: &[u16]) -> Vec<u16> {
    if !rest.is_empty() {
        let is_closed = text.last().is_some_and(|last| matches!(last, 0x2E | 0x29)) && separator != ": ";
        text.extend(units(if is_closed { " " } else { separator }));
        text.extend(rest);
    }
    text
}

/// Whether a text is already a formatted line: it begins with the head, or with the status and a subcode that the failure no longer has.
fn is_line_of(text: &[u16], head: &[u16], interpretation: &Interpretation) -> bool {
    if text.first() != head.first() {
        return false;
    }
    let begins = |start: &[u16], ends: &[u16]| {
        let rest = text.strip_prefix(start);
        rest.is_some_and(|rest| rest.first().is_none_or(|unit| ends.contains(unit)))
    };
    begins(head, &[0x20, 0x2E, 0x3A]) || !interpretation.meanings.is_empty() && begins(&units(&interpretation.status()), &[0x2C])
}

fn find(text: &[u16], part: &[u16]) -> Option<usize> {
    text.windows(part.len()).position(|window| window == part)
}

/// Splits off the subcode that C client 7.5.0 appends to a message: `text (subcode=6)` or `error subcode=6`. The trace of an expression
/// may follow. If the failure itself has a different subcode, the message stays as it is.
fn split_subcode(message: &[u16], subcode: Option<u32>) -> (Cow<'_, [u16]>, Option<u32>) {
    let split = || {
        // Most messages have no equals sign, and looking for one is fast.
        find(message.contains(&u16::from(b'=')).then_some(message)?, &units("subcode="))?;
        let end = find(message, &units("; exp_trace={")).unwrap_or(message.len());
        let (text, trace) = message.split_at_checked(end)?;
        let text = trim(text);
        let ending = String::from_utf16_lossy(text.get(text.len().saturating_sub(LONGEST_SUFFIX)..)?);
        let digits = |open: &str, close| Some((ending.strip_suffix(close)?.rsplit_once(open)?.1, open.len()));
        let (digits, open) = digits("(subcode=", ")").or_else(|| digits("error subcode=", ""))?;
        let number = digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse::<u32>().ok())??;
        let suffix = open.saturating_add(digits.len()).saturating_add(usize::from(ending.ends_with(')')));
        let rest = trim(text.get(..text.len().checked_sub(suffix)?)?);
        let trace = if rest.is_empty() { trace.strip_prefix(units("; ").as_slice()).unwrap_or(trace) } else { trace };
        subcode.is_none_or(|subcode| subcode == number).then(|| ([rest, trace].concat(), number))
    };
    match split() {
        Some((rest, number)) => (Cow::Owned(rest), Some(number).filter(|number| *number > 0)),
        None => (Cow::Borrowed(message), None),
    }
}

/// The part of the message that adds information. If the first line only repeats what we say, keeps just its node address.
fn addition(message: &[u16], repeats: impl Fn(&str) -> bool) -> Vec<u16> {
    let mut lines: Vec<_> = lines(message).collect();
    let Some(first) = lines.first_mut() else { return Vec::new() };
    let line = String::from_utf16_lossy(first);
    let (text, address) = address::split(&line);
    let address = units(&address);
    if repeats(text) {
        *first = &address;
    }
    lines.retain(|line| !line.is_empty());
    join(lines)
}

/// The UTF-16 of an ASCII text, such as our own text and addresses.
fn units(text: &str) -> Vec<u16> {
    text.bytes().map(u16::from).collect()
}

/// Whether a text adds nothing to the line: a name, our sentence, or one of the client's stock sentences for the status.
fn repeats(code: i32, meanings: &[Meaning], subcode: Option<&Subcode>, text: &str) -> bool {
    text.is_empty()
        || text.strip_prefix("Unknown status message ").and_then(|code| code.parse().ok()) == Some(code)
        || subcode.is_some_and(|subcode| subcode.name == text || letters(text).eq(letters(subcode.sentence)))
        || letters(text).eq(letters(&text::sentences(meanings)))
        || meanings.iter().any(|Meaning { name, status, .. }| {
            [*name, status.name, status.short_name()].contains(&text) || is_stock_sentence(status.name, text)
        })
}

/// The text on one line. A line break, with the white space around it, becomes `; `, or a space after `;` or `:`.
pub fn one_line(text: &[u16]) -> Vec<u16> {
    if text.iter().any(is_line_break) { join(lines(text).collect()) } else { text.to_vec() }
}

fn lines(text: &[u16]) -> impl Iterator<Item = &[u16]> {
    text.split(is_line_break).map(trim).filter(|line| !line.is_empty())
}

fn join(lines: Vec<&[u16]>) -> Vec<u16> {
    let mut joined = Vec::new();
    for line in lines {
        match joined.last() {
            None => {}
            Some(0x3A | 0x3B) => joined.extend(units(" ")),
            Some(_) => joined.extend(units("; ")),
        }
        joined.extend(line);
    }
    joined
}

/// The characters at which a terminal, a log shipper or JavaScript begins a new line.
fn is_line_break(unit: &u16) -> bool {
    matches!(unit, 0x0A..=0x0D | 0x85 | 0x2028 | 0x2029)
}

fn trim(text: &[u16]) -> &[u16] {
    let is_text = |unit: &u16| !is_line_break(unit) && !matches!(unit, 0x09 | 0x20 | 0xA0);
    match (text.iter().position(is_text), text.iter().rposition(is_text)) {
        (Some(first), Some(last)) => text.get(first..=last).unwrap_or_default(),
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::status::STATUSES;
    use crate::table::for_tests::{table, tables};
    use proptest::prelude::*;

    fn failure(code: i32, message: &str) -> Failure {
        Failure { code: Some(code), message: message.encode_utf16().collect(), ..Failure::default() }
    }

    fn line(version: &str, code: i32, message: &str) -> String {
        String::from_utf16(&failure(code, message).line(table(version))).unwrap()
    }

    /// The part of the line after name, number and sentence.
    fn addition(version: &str, code: i32, message: &str) -> String {
        line(version, code, message).strip_prefix(&line(version, code, "")).unwrap().to_owned()
    }

    #[test]
    fn a_line_has_name_number_sentence_and_what_the_message_adds() {
        let sentence = text::describe(table("6.7.1"), 9, None);
        assert_eq!(line("6.7.1", 9, ""), format!("AEROSPIKE_ERR_TIMEOUT (9): {sentence}"));
        assert_eq!(addition("6.7.1", 9, " socket\r\n  closed\u{2028}"), " socket; closed");
        assert_eq!(addition("documented", 604, "wanted 3"), ". wanted 3");
        assert_eq!(line("6.7.1", 999, "odd"), "Unknown status code 999: odd");
        for (code, message) in [(9, "socket closed"), (9, ""), (3, "wanted 3"), (999, "odd")] {
            let whole = line("6.7.1", code, message);
            assert_eq!(line("6.7.1", code, &whole), whole);
        }
        assert_eq!(line("6.7.1", 31, "Unknown status code 310"), "Unknown status code 31: Unknown status code 310");
    }

    #[test]
    fn a_message_that_is_only_a_part_of_name_or_sentence_stays() {
        for message in ["read", "ERR", "record", "2", "Record does not exist"] {
            assert_eq!(addition("6.7.1", 2, message), format!(" {message}"));
        }
    }

    #[test]
    fn a_message_that_adds_nothing_is_left_out_but_its_address_stays() {
        let repetitions = [
            "AEROSPIKE_ERR_TIMEOUT",
            "ERR_TIMEOUT",
            "",
            text::sentences(&table("6.7.1").meanings_of(9).copied().collect::<Vec<_>>()).leak(),
            "Request timed out. Can be triggered by client or server.",
            "Unknown status message 9",
        ];
        for text in repetitions {
            assert_eq!(addition("6.7.1", 9, text), "", "{text}");
            for address in ["127.0.0.1:3000", "[::1]:3000", "[fe80::1%eth0]:4333", "db-1.example_com:3000"] {
                if !text.is_empty() {
                    assert_eq!(addition("6.7.1", 9, &format!("{address} {text}")), format!(" {address}"));
                }
                assert_eq!(addition("6.7.1", 9, &format!("{text} from {address}")), format!(" from {address}"), "{text}");
            }
        }
        assert_eq!(addition("6.7.1", 9, "127.0.0.1:3000"), " 127.0.0.1:3000");
    }

    #[test]
    fn a_message_that_is_not_a_stock_sentence_of_the_status_stays_unchanged() {
        for message in [
            "Client timeout: iterations=1 lastNode=127.0.0.1:3000",
            "Record already exists.",
            "Unknown status message 10",
            "Request timed out. Can be triggered by client or server. Really.",
            "Failed to connect: BB9000000000FA4E 127.0.0.1:3000",
            "127.0.0.1:99999 ERR_TIMEOUT",
            "ERR_TIMEOUT from there",
        ] {
            assert_eq!(addition("6.7.1", 9, message), format!(" {message}"));
        }
    }

    #[test]
    fn only_the_first_line_can_be_a_stock_sentence() {
        let attempts = "sub-errors:\n9,1,127.0.0.1:3000,AEROSPIKE_ERR_TIMEOUT\n";
        let attempts_on_one_line = "sub-errors: 9,1,127.0.0.1:3000,AEROSPIKE_ERR_TIMEOUT";
        assert_eq!(addition("6.7.1", 9, &format!("ERR_TIMEOUT\n{attempts}")), format!(" {attempts_on_one_line}"));
        assert_eq!(
            addition("6.7.1", 9, &format!("10.0.0.7:3000 ERR_TIMEOUT\n{attempts}")),
            format!(" 10.0.0.7:3000; {attempts_on_one_line}")
        );
        assert_eq!(addition("6.7.1", 9, "odd\nERR_TIMEOUT"), " odd; ERR_TIMEOUT");
    }

    #[test]
    fn the_clients_text_for_an_unknown_code_is_left_out() {
        assert_eq!(line("6.7.1", 31, "Unknown status message 31"), "Unknown status code 31");
        assert_eq!(line("6.7.1", 31, "[::1]:3000 Unknown status message 31"), "Unknown status code 31: [::1]:3000");
    }

    /// The line of a failure in the table of 6.7.1.
    fn line_of(code: i32, subcode: Option<u32>, message: &str, context: &str, in_doubt: bool) -> String {
        let [message, context] = [message, context].map(|text| text.encode_utf16().collect());
        String::from_utf16(&Failure { code: Some(code), subcode, message, context, in_doubt }.line(table("6.7.1"))).unwrap()
    }

    #[test]
    fn the_sentence_of_a_subcode_replaces_that_of_the_status() {
        let truncated = text::describe(table("6.7.1"), 22, Some(6));
        let head = format!("AEROSPIKE_ERR_FAIL_FORBIDDEN (22), FORBID_TRUNCATED (6): {truncated}");
        for (subcode, message, rest) in [
            (Some(6), "", ""),
            (Some(6), "Operation not allowed at this time.", ""),
            (Some(6), "127.0.0.1:3000 Operation not allowed at this time.", " 127.0.0.1:3000"),
            (Some(6), "FORBID_TRUNCATED", ""),
            (Some(6), &truncated, ""),
            (Some(6), "record is truncated (subcode=6)", " record is truncated"),
            (None, "record is truncated (subcode=6)", " record is truncated"),
            (None, "error subcode=6", ""),
            (None, "127.0.0.1:3000 error subcode=6", " 127.0.0.1:3000"),
            (None, "no (subcode=6); exp_trace={phase=\"eval\"}", " no; exp_trace={phase=\"eval\"}"),
            (None, "error subcode=6; exp_trace={phase=\"eval\"}", " exp_trace={phase=\"eval\"}"),
            (Some(6), "no; exp_trace={phase=\"eval\"}", " no; exp_trace={phase=\"eval\"}"),
            (Some(6), "no (subcode=7)", " no (subcode=7)"),
        ] {
            let whole = line_of(22, subcode, message, "", false);
            assert_eq!(whole, format!("{head}{rest}"), "{message}");
            assert_eq!(line_of(22, Some(6), &whole, "", false), whole);
        }
        let plain = line("6.7.1", 22, "");
        for (subcode, message, rest) in [
            (Some(999), "", " (unknown subcode 999)"),
            (None, "no (subcode=999)", " (unknown subcode 999) no"),
            (None, "no (subcode=0)", " no"),
            (None, "no (subcode=6) here", " no (subcode=6) here"),
            (None, "no (subcode=99999999999)", " no (subcode=99999999999)"),
            (None, "no (subcode=-6)", " no (subcode=-6)"),
            (None, "no (subcode=)", " no (subcode=)"),
        ] {
            assert_eq!(line_of(22, subcode, message, "", false), format!("{plain}{rest}"), "{message}");
        }
        assert_eq!(line_of(31, Some(6), "odd", "", false), "Unknown status code 31 (unknown subcode 6): odd");
    }

    #[test]
    fn the_messages_of_wrapping_errors_come_first() {
        let head = line("6.7.1", 9, "");
        let stock = "127.0.0.1:3000 Request timed out. Can be triggered by client or server.";
        for (message, context, rest) in [
            (stock, "get failed", " get failed; 127.0.0.1:3000"),
            ("", "get failed\nonce more", " get failed; once more"),
            ("socket closed", "get failed: socket closed", " get failed: socket closed"),
            (&head, "get failed", " get failed"),
            ("socket closed", &head, ""),
        ] {
            assert_eq!(line_of(9, None, message, context, false), format!("{head}{rest}"), "{message} {context}");
        }
    }

    #[test]
    fn a_line_ends_with_in_doubt_only_once() {
        let doubtful = line_of(9, None, "socket closed", "", true);
        assert_eq!(doubtful, format!("{}{IN_DOUBT}", line("6.7.1", 9, "socket closed")));
        assert_eq!(line_of(9, None, &doubtful, "", true), doubtful);
    }

    #[test]
    fn a_line_break_after_a_colon_or_semicolon_becomes_a_space() {
        assert_eq!(addition("6.7.1", -17, "Txn aborted:\nVerify failed"), " Txn aborted: Verify failed");
        assert_eq!(addition("6.7.1", -17, "one;\ntwo\nthree"), " one; two; three");
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

    #[test]
    fn a_message_that_names_a_status_of_another_release_decides() {
        let sentence = text::describe(table("latest"), 200, None);
        assert_eq!(
            line("documented", 200, "AEROSPIKE_ERR_INDEX_FOUND"),
            format!("AEROSPIKE_ERR_INDEX_FOUND (200 since 2.0.0): {sentence}")
        );
        assert_eq!(
            line("latest", 602, "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            format!("AEROSPIKE_ERR_RECORD_NOT_FOUND (602 1.0.0-1.0.19): {}", text::describe(table("documented"), 602, None))
        );
        let name = |version, code, message| failure(code, message).status_name(table(version));
        assert_eq!(name("documented", 200, "AEROSPIKE_ERR_INDEX_FOUND"), Some("AEROSPIKE_ERR_INDEX_FOUND"));
        assert_eq!(name("documented", 200, "AEROSPIKE_ERR_TIMEOUT"), Some("AEROSPIKE_ERR_CLIENT"));
        assert_eq!(name("documented", 200, ""), Some("AEROSPIKE_ERR_CLIENT"));
        assert_eq!(name("documented", 2, ""), None);
    }

    #[test]
    fn a_message_that_is_a_name_of_any_release_is_not_repeated() {
        for table in tables() {
            for (status, span) in STATUSES.iter().flat_map(|status| status.spans.iter().map(move |span| (status, span))) {
                let Some(meaning) = status.meaning_in(span, span.since) else { continue };
                let text = String::from_utf16(&failure(span.code, meaning.name).line(table)).unwrap();
                let begins_with = |name: &str| text.starts_with(&format!("{name} ({}", span.code));
                assert!(begins_with(meaning.name) || begins_with(status.name) || begins_with(status.short_name()), "{text}");
                assert!(!text.ends_with(meaning.name), "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_line_is_one_line_and_loses_nothing(code: Option<i32>, message: Vec<u16>) {
            let failure = Failure { code, message, ..Failure::default() };
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
        fn text_is_trimmed_at_both_ends_only(text in "[ \\t\u{a0}a-c]{0,12}") {
            let units: Vec<u16> = text.encode_utf16().collect();
            prop_assert_eq!(String::from_utf16_lossy(trim(&units)), text.trim());
        }
    }
}
