//! Search: the statuses that a text matches, best first. It goes by evidence:
//!
//! 1. [`names`] and [`codes`]: a name or a number in the text.
//! 2. [`messages`]: a message of the client.
//! 3. [`sentences`]: a stock sentence, a sentence of the document, or a message that an explanation quotes.
//! 4. [`words`]: all words of the text in the texts of a status.
//! 5. [`words`] by weight, if nothing was found so far.
//!
//! [`phrases`] is what people say. As the whole text, a phrase comes before messages that the client no longer has, and inside a text it adds to
//! the weight. [`runs`] finds messages, sentences and phrases.

mod codes;
mod messages;
mod names;
mod phrases;
mod runs;
mod sentences;
mod words;

use std::mem;
use std::sync::LazyLock;

use runs::Runs;

use crate::table::Table;
use crate::{address, stock};

/// What a known run of words stands for.
pub enum Known {
    /// A message that the client sets beside this status.
    Message(messages::Message),
    /// A sentence that stands for this status.
    Sentence(&'static str),
    Quote(sentences::Quote),
    /// What people say for this status.
    Phrase(&'static str),
}

static KNOWN: LazyLock<Runs<Known>> =
    LazyLock::new(|| Runs::new(messages::known().chain(sentences::known()).chain(phrases::known())));

/// The positions in [`Table::meanings`] of the statuses that a text matches, each once, at its best place.
pub fn search(table: &Table, text: &str) -> Vec<usize> {
    let rows_of = |status: &'static str| {
        table.meanings.iter().enumerate().filter(move |(_, meaning)| meaning.status.name == status).map(|(row, _)| row)
    };
    let (message, _address) = address::split(text);
    let known = KNOWN.find_in(text);
    let phrases = phrases::in_text(text, &known);
    let is_in_table = |status: &str| table.meanings.iter().any(|meaning| meaning.status.name == status);
    let messages = messages::in_text(text, &known, is_in_table);

    let named = names::in_text(table, text);
    let coded = codes::in_text(table, text);
    let mut found: Vec<usize> = named.rows.into_iter().chain(coded.rows).collect();
    found.extend(messages.iter().filter(|message| message.is_current).flat_map(|message| rows_of(message.status)));
    found.extend(phrases::whole(message, &phrases).flat_map(rows_of));
    found.extend(names::in_words(table, message));
    found.extend(messages.iter().flat_map(|message| rows_of(message.status)));
    found.extend(sentences::in_text(text, &known).into_iter().flat_map(rows_of));
    found.extend(stock::names_of(message).into_iter().flat_map(rows_of));
    let with_all = words::with_all(table, text);
    found.extend(with_all.best.into_iter().flatten());
    if found.is_empty() {
        let hints: Vec<_> = named.hints.into_iter().chain(coded.hints).collect();
        found = words::by_weight(table, text, &phrases, &hints, &with_all.anywhere);
    } else {
        found.extend(with_all.anywhere);
    }

    let mut seen = vec![false; table.meanings.len()];
    found.retain(|row| seen.get_mut(*row).is_some_and(|seen| !mem::replace(seen, true)));
    found
}
