//! Search: the statuses that a text matches, best first. It goes by evidence:
//!
//! 1. [`names`] and [`codes`]: a name or a number in the text.
//! 2. [`messages`]: a message of the client.
//! 3. [`sentences`]: a stock sentence, a sentence of the document, or a message that an explanation quotes.
//! 4. [`words`]: all words of the text in the texts of a status.
//! 5. [`words`] by weight, if nothing was found so far.
//!
//! [`runs`] finds the fixed words of 2 and 3.

mod codes;
mod messages;
mod names;
mod runs;
mod sentences;
mod words;

use std::sync::LazyLock;

use runs::{Runs, run_of};

use crate::address;
use crate::table::Table;

/// What a known run of words stands for.
pub enum Known {
    /// A message that the client sets beside this status.
    Message(&'static str),
    /// A sentence that stands for this status.
    Sentence(&'static str),
    Quote(sentences::Quote),
    /// What people call a status, and its place among the phrases for that.
    Phrase {
        status: &'static str,
        place: usize,
    },
}

/// The longest runs of `data/`, of the document and of explanations.
const MAX_WORDS: usize = 25;

static KNOWN: LazyLock<Runs<Known>> =
    LazyLock::new(|| Runs::new(messages::known().chain(sentences::known()).chain(words::known()), MAX_WORDS));

/// The positions in [`Table::meanings`] of the statuses that a text matches, each once, at its best place.
pub fn search(table: &Table, text: &str) -> Vec<usize> {
    let rows_of = |status: &str| -> Vec<usize> {
        table.meanings.iter().enumerate().filter(|(_, meaning)| meaning.status.name == status).map(|(row, _)| row).collect()
    };
    let known = KNOWN.find_in(text);
    let (message, _address) = address::split(text);
    let mut phrases: Vec<_> = known
        .iter()
        .flat_map(|run| {
            run.values.iter().filter_map(move |known| match known {
                Known::Phrase { status, place } => Some((*place, *status, text.get(run.start..run.end)?)),
                _ => None,
            })
        })
        .collect();
    phrases.sort_by_key(|(place, ..)| *place);
    let whole = run_of(message);

    let named = names::in_text(table, text);
    let coded = codes::in_text(table, text);
    let mut found = named.rows;
    found.extend(coded.rows);
    let said = phrases.iter().filter(|(.., phrase)| run_of(phrase) == whole);
    found.extend(said.flat_map(|(_, status, _)| rows_of(status)));
    found.extend(messages::in_text(text, &known, |status| !rows_of(status).is_empty()).into_iter().flat_map(rows_of));
    found.extend(sentences::in_text(text, &known).into_iter().flat_map(rows_of));
    found.extend(crate::stock::names_of(message).into_iter().flat_map(rows_of));
    let all = words::with_all(table, text);
    found.extend(all.best.into_iter().flatten());
    if found.is_empty() {
        let hints: Vec<_> = named.hints.into_iter().chain(coded.hints).collect();
        let phrases: Vec<_> = phrases.iter().map(|(_, status, phrase)| (*status, *phrase)).collect();
        found = words::by_weight(table, text, &phrases, &hints, &all.anywhere);
    } else {
        found.extend(all.anywhere);
    }
    let mut seen = vec![false; table.meanings.len()];
    found.retain(|row| seen.get_mut(*row).is_some_and(|seen| !std::mem::replace(seen, true)));
    found
}
