//! Which names of statuses does a text have? Names of the table, of other clients, of the server, and of subcodes, as whole tokens.

use std::sync::LazyLock;

use super::tokens::{tokens_of, words_of};
use crate::other_names;
use crate::status::{STATUSES, kernel, without_prefix};
use crate::subcode::subcodes_of;
use crate::table::Table;

/// A text with more names is a log or a list. Its other names hardly matter.
const MAX_NAMES: usize = 64;

/// No name has so many words or letters.
const MAX_WORDS: usize = 12;
const MAX_LENGTH: usize = 64;

/// A name in upper case, and the statuses that it can stand for.
type Name = (String, Vec<&'static str>);

/// All names, sorted.
static NAMES: LazyLock<Vec<Name>> = LazyLock::new(|| {
    let mut names: Vec<Name> = Vec::new();
    let mut add = |name: &str, status| {
        let name = name.to_ascii_uppercase();
        match names.binary_search_by(|(known, _)| known.cmp(&name)) {
            Err(position) => names.insert(position, (name, vec![status])),
            Ok(position) => {
                let statuses = names.get_mut(position).map(|(_, statuses)| statuses);
                if let Some(statuses) = statuses.filter(|statuses| !statuses.contains(&status)) {
                    statuses.push(status);
                }
            }
        }
    };
    for status in STATUSES {
        let kernel = kernel(status.name);
        for name in [status.name, without_prefix(status.name), kernel, kernel.trim_start_matches("FAIL_")] {
            add(name, status.name);
        }
        for subcode in subcodes_of(status.name) {
            add(subcode.name, status.name);
        }
    }
    for other in other_names::all() {
        add(other.name, other.status);
    }
    for (name, statuses) in other_names::ambiguous() {
        for status in statuses {
            add(name, status);
        }
    }
    names
});

/// The known name that is this text, in any case.
fn known_name(text: &str) -> Option<&'static Name> {
    let text = text.to_ascii_uppercase();
    let position = NAMES.binary_search_by(|(known, _)| known.cmp(&text)).ok()?;
    NAMES.get(position)
}

/// What a text says by names: rows of the table, in the order of the text.
#[derive(Default)]
pub struct Named {
    pub rows: Vec<usize>,
    /// Rows that a name only hints at, because it's also a plain word, such as `SERVER`, or because several statuses share it.
    pub hints: Vec<usize>,
}

pub fn in_text(table: &Table, text: &str) -> Named {
    let mut named = Named::default();
    let mut seen = Vec::new();
    let is_lone = tokens_of(text).take(2).count() < 2;
    let has_cases = is_lone || text.bytes().any(|byte| byte.is_ascii_lowercase());
    for token in tokens_of(text) {
        let Some(form) = Form::of(token, has_cases) else { continue };
        let Some((name, statuses)) = known_name(token) else { continue };
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let is_word = form == Form::Capitals && !is_lone;
        if form == Form::CamelCase && !is_written_so(token) || is_word && ["OK", "ERR"].contains(&name.as_str()) {
            continue;
        }
        let rows = rows_of(table, token, statuses);
        // `lookup` takes TIMEOUT, but neither SERVER nor ClientError.
        let is_hint = (is_word || form == Form::CamelCase) && table.position(name).is_none();
        add(if is_hint { &mut named.hints } else { &mut named.rows }, rows);
        if seen.len() >= MAX_NAMES {
            break;
        }
    }
    named
}

/// Whether another client has exactly this name. `Timeout` at the beginning of a sentence is a word.
fn is_written_so(token: &str) -> bool {
    other_names::all().iter().any(|other| other.name == token) || other_names::ambiguous().any(|(name, _)| name == token)
}

/// The rows that a whole text names in words: "key busy". Empty if the text has other words.
pub fn in_words(table: &Table, text: &str) -> Vec<usize> {
    let words: Vec<_> = words_of(text).take(MAX_WORDS).collect();
    known_name(&words.join("_")).map(|(name, statuses)| rows_of(table, name, statuses)).unwrap_or_default()
}

fn add(rows: &mut Vec<usize>, more: Vec<usize>) {
    for row in more {
        if !rows.contains(&row) {
            rows.push(row);
        }
    }
}

/// The row that [`Table::position`] finds, otherwise the rows of all statuses that the name can stand for.
fn rows_of(table: &Table, name: &str, statuses: &[&str]) -> Vec<usize> {
    if let Some(row) = table.position(name) {
        return vec![row];
    }
    let rows_of_status = |status: &&str| {
        let is_subcode = subcodes_of(status).iter().any(|subcode| subcode.name.eq_ignore_ascii_case(name));
        let rows = table.meanings.iter().enumerate().filter(move |(_, meaning)| meaning.status.name == *status);
        rows.filter(move |(_, meaning)| !is_subcode || !meaning.subcodes.is_empty()).map(|(row, _)| row).collect::<Vec<_>>()
    };
    statuses.iter().flat_map(rows_of_status).collect()
}

/// How a name looks that isn't just a word.
#[derive(Clone, Copy, PartialEq)]
enum Form {
    /// `KEY_BUSY`, `key_busy`
    Underscore,
    /// `KeyNotFoundError`
    CamelCase,
    /// `TIMEOUT`, in a text that isn't all in capitals.
    Capitals,
}

impl Form {
    fn of(token: &str, has_cases: bool) -> Option<Form> {
        let is_plain = |byte: u8| byte.is_ascii_lowercase();
        if token.len() > MAX_LENGTH || token.len() < 2 || !token.is_ascii() || token.bytes().skip(1).all(is_plain) {
            None
        } else if token.contains('_') {
            Some(Form::Underscore)
        } else if !token.bytes().any(is_plain) {
            has_cases.then_some(Form::Capitals)
        } else {
            token.starts_with(|char: char| char.is_ascii_uppercase()).then_some(Form::CamelCase)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::for_tests::found;
    use crate::table::for_tests::table;

    fn named(text: &str) -> Vec<&'static str> {
        let table = table("6.7.1");
        in_text(table, text).rows.into_iter().map(|row| table.meanings[row].name).collect()
    }

    #[test]
    fn a_name_is_found_as_a_whole_token() {
        for (text, name) in [
            ("127.0.0.1:3000 AEROSPIKE_ERR_RECORD_BUSY", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("(ERR_RECORD_BUSY)", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("ResultCode: KEY_BUSY, Iteration: 0", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("as_err_key_busy.", "AEROSPIKE_ERR_RECORD_BUSY"),
            ("record_not_found", "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            ("raise RecordNotFound()", "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            ("ResultCode::KeyNotFoundError", "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            ("as.ErrKeyNotFound", "AEROSPIKE_ERR_RECORD_NOT_FOUND"),
            ("it said TIMEOUT again", "AEROSPIKE_ERR_TIMEOUT"),
            ("FORBID_TRUNCATED (6)", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
        ] {
            assert_eq!(named(text), [name], "{text}");
        }
        assert_eq!(named("KEY_BUSY or ERR_TIMEOUT"), ["AEROSPIKE_ERR_RECORD_BUSY", "AEROSPIKE_ERR_TIMEOUT"]);
        for text in ["MY_KEY_BUSY", "KEY_BUSY_2", "\u{e9}KEY_BUSY", "KEY_BUSY\0", "KEY BUSY", "Keybusy", "recordnotfound"] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_plain_word_is_a_name_only_in_capitals() {
        for text in ["a timeout", "Timeout while reading", "A TIMEOUT WHILE READING", "Forbidden"] {
            assert_eq!(named(text), [""; 0], "{text}");
        }
        assert_eq!(named("TIMEOUT"), ["AEROSPIKE_ERR_TIMEOUT"]);
        assert_eq!(named("HTTP 200 OK, ERR"), [""; 0]);
        // In a text, words that `lookup` doesn't take only hint at a status.
        assert_eq!(named("a CLIENT of this SERVER"), [""; 0]);
        assert_eq!(found("6.7.1", "got FORBIDDEN from the server")[0], "AEROSPIKE_ERR_FAIL_FORBIDDEN");
    }

    #[test]
    fn a_name_that_several_statuses_share_hints_at_all_of_them() {
        let names = found("6.7.1", "ClusterError");
        assert_eq!(names[..2], ["AEROSPIKE_ERR_CLUSTER", "AEROSPIKE_ERR_CLUSTER_CHANGE"]);
        assert_eq!(found("6.7.1", "ClientError: Socket read failed: -4095")[0], "AEROSPIKE_ERR_ASYNC_CONNECTION");
    }

    #[test]
    fn a_whole_text_can_be_a_name_in_words() {
        let table = table("6.7.1");
        let name = |text| in_words(table, text).first().map(|row| table.meanings[*row].name);
        assert_eq!(name("key busy"), Some("AEROSPIKE_ERR_RECORD_BUSY"));
        assert_eq!(name("Forbidden!"), Some("AEROSPIKE_ERR_FAIL_FORBIDDEN"));
        assert_eq!(name("the key busy"), None);
    }
}
