//! Which names of statuses does a text have? Names of the table, of other clients, of the server, and of subcodes, as whole tokens.

use std::collections::HashMap;
use std::sync::LazyLock;

use crate::other_names;
use crate::status::{STATUSES, kernel, without_prefix};
use crate::subcode::subcodes_of;
use crate::table::Table;

/// A text with more names is a log or a list. Its other names hardly matter.
const MAX_NAMES: usize = 64;

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
        for name in [status.name, without_prefix(status.name), kernel(status.name)] {
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
    let is_lone = text.split(|char: char| !is_letter(char)).filter(|token| !token.is_empty()).take(2).count() < 2;
    let has_cases = is_lone || text.bytes().any(|byte| byte.is_ascii_lowercase());
    for token in text.split(|char: char| !is_letter(char)).filter(|token| token.len() > 1) {
        let Some(form) = Form::of(token, has_cases) else { continue };
        let Some((name, statuses)) = NAMES.get_key_value(&token.to_ascii_uppercase()) else { continue };
        let rows = || rows_of(table, token, statuses);
        match form {
            Form::Capitals if !is_lone && (["OK", "ERR"].contains(&name.as_str()) || table.position(name).is_none()) => {
                add(&mut named.hints, rows())
            }
            Form::CamelCase if !other_names::all().iter().any(|other| other.name == token) => {}
            _ => add(&mut named.rows, rows()),
        }
        if named.rows.len() >= MAX_NAMES {
            break;
        }
    }
    named
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
        let count = |is_kind: fn(&u8) -> bool| token.bytes().filter(is_kind).count();
        let [upper, lower] = [count(u8::is_ascii_uppercase), count(u8::is_ascii_lowercase)];
        if token.contains('_') {
            Some(Form::Underscore)
        } else if lower == 0 {
            (upper > 0 && has_cases).then_some(Form::Capitals)
        } else {
            (upper > 1 && token.starts_with(|char: char| char.is_ascii_uppercase())).then_some(Form::CamelCase)
        }
    }
}

/// Whether a character belongs to a token. Control characters and U+FFFD, which replaces lone surrogates, do: a name with one is none.
fn is_letter(char: char) -> bool {
    char.is_alphanumeric() || char == '_' || char == '\u{fffd}' || char.is_control() && !char.is_whitespace()
}
