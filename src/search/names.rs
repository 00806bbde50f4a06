//! Which names of statuses does a text have? Names of the table, of other clients, of the server, and of subcodes, as whole tokens.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::other_names;
use crate::status::{STATUSES, kernel, without_prefix};
use crate::subcode::subcodes_of;
use crate::table::Table;

/// A text with more names is a log or a list. Its other names hardly matter.
const MAX_NAMES: usize = 64;

/// No name has so many words or letters.
const MAX_WORDS: usize = 12;
const MAX_LENGTH: usize = 64;

/// The statuses that each name can stand for, by name in upper case.
static NAMES: LazyLock<HashMap<String, Vec<&'static str>>> = LazyLock::new(|| {
    let mut names: HashMap<String, Vec<&'static str>> = HashMap::new();
    let mut add = |name: &str, status| {
        let statuses = names.entry(name.to_ascii_uppercase()).or_default();
        if !statuses.contains(&status) {
            statuses.push(status);
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
    names
});

/// What a text says by names: rows of the table, in the order of the text.
#[derive(Default)]
pub struct Named {
    pub rows: Vec<usize>,
    /// Rows whose names are also plain words, such as `SERVER`. They only hint at a status.
    pub hints: Vec<usize>,
}

pub fn in_text(table: &Table, text: &str) -> Named {
    let mut named = Named::default();
    let mut seen = Vec::new();
    let is_lone = tokens(text).take(2).count() < 2;
    let has_cases = is_lone || text.bytes().any(|byte| byte.is_ascii_lowercase());
    for token in tokens(text) {
        let Some(form) = Form::of(token, has_cases) else { continue };
        let Some((name, statuses)) = NAMES.get_key_value(&token.to_ascii_uppercase()) else { continue };
        if seen.contains(&name) {
            continue;
        }
        seen.push(name);
        let is_word = form == Form::Capitals && !is_lone;
        if form == Form::CamelCase && !other_names::all().iter().any(|other| other.name == token)
            || is_word && ["OK", "ERR"].contains(&name.as_str())
        {
            continue;
        }
        let rows = rows_of(table, token, statuses);
        // `lookup` takes TIMEOUT, but not SERVER.
        add(if is_word && table.position(name).is_none() { &mut named.hints } else { &mut named.rows }, rows);
        if seen.len() >= MAX_NAMES {
            break;
        }
    }
    named
}

/// The longest runs of letters, digits and underscores. All bytes of characters that aren't ASCII count as letters, and so do control characters:
/// a token with one is no name.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let is_letter = |byte: u8| {
        byte.is_ascii_alphanumeric() || byte == b'_' || !byte.is_ascii() || byte.is_ascii_control() && !byte.is_ascii_whitespace()
    };
    let mut position = 0;
    std::iter::from_fn(move || {
        let rest = text.as_bytes().get(position..)?;
        let start = rest.iter().position(|byte| is_letter(*byte))?;
        let rest = rest.get(start..)?;
        let length = rest.iter().position(|byte| !is_letter(*byte)).unwrap_or(rest.len());
        let from = position.saturating_add(start);
        position = from.saturating_add(length);
        text.get(from..position)
    })
}

/// The rows that a whole text names in words: "key busy". Empty if the text has other words.
pub fn in_words(table: &Table, text: &str) -> Vec<usize> {
    let words: Vec<_> =
        text.split(|char: char| !char.is_alphanumeric()).filter(|word| !word.is_empty()).take(MAX_WORDS).collect();
    let name = words.join("_").to_ascii_uppercase();
    NAMES.get(&name).map(|statuses| rows_of(table, &name, statuses)).unwrap_or_default()
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
    let is_meant = |(_, meaning): &(usize, &crate::table::Meaning)| {
        let is_subcode = subcodes_of(meaning.status.name).iter().any(|subcode| subcode.name.eq_ignore_ascii_case(name));
        statuses.contains(&meaning.status.name) && (!is_subcode || !meaning.subcodes.is_empty())
    };
    table.meanings.iter().enumerate().filter(is_meant).map(|(row, _)| row).collect()
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
