//! Which sentences does a text have: the client's stock sentences, those of the 1.x document, and messages that explanations quote?

use super::Known;
use super::messages::is_at_beginning;
use super::runs::{Found, run_of};
use crate::status::STATUSES;
use crate::{explanations, stock};

/// How many words may stand for the ellipsis of a quote.
const MAX_ELLIPSIS: usize = 8;

/// A message that an explanation quotes: `Partition ... unavailable`.
#[derive(Debug)]
pub struct Quote {
    status: &'static str,
    /// Its place among the status's quotes. Explanations list the most frequent causes first.
    place: usize,
    /// What follows the ellipsis.
    end: String,
}

pub fn known() -> impl Iterator<Item = (u64, Known)> {
    let stock = stock::all().map(|(status, hash)| (hash, Known::Sentence(status)));
    let documented = STATUSES.iter().filter_map(|status| Some((status.name, status.documented.as_ref()?.sentence)));
    let documented = documented.map(|(name, sentence)| (run_of(sentence), Known::Sentence(name)));
    stock.chain(documented).chain(quotes())
}

fn quotes() -> impl Iterator<Item = (u64, Known)> {
    explanations::all().chain(explanations::all_of_subcodes().map(|(status, _, text)| (status, text))).flat_map(
        |(status, text)| {
            text.split('"').skip(1).step_by(2).enumerate().map(move |(place, quote)| {
                let (beginning, end) = match quote.split_once("...") {
                    Some(("", end)) => (end, ""),
                    Some(parts) => parts,
                    None => (quote, ""),
                };
                (run_of(beginning), Known::Quote(Quote { status, place, end: end.trim().to_owned() }))
            })
        },
    )
}

/// The statuses of the sentences in a text. A short sentence counts only at the beginning of a message. Stock sentences come first, then quotes
/// by their place in the explanation.
pub fn in_text(text: &str, found: &[Found<Known>]) -> Vec<&'static str> {
    let mut statuses = Vec::new();
    for run in found {
        let counts = || run.words > 2 || is_at_beginning(text, run.start);
        for known in run.values {
            match known {
                Known::Sentence(status) if counts() => statuses.push((0, *status)),
                Known::Quote(quote) if counts() && quote.continues(text.get(run.end..).unwrap_or_default()) => {
                    statuses.push((quote.place, quote.status));
                }
                _ => {}
            }
        }
    }
    statuses.sort_by_key(|(place, _)| *place);
    statuses.into_iter().map(|(_, status)| status).collect()
}

impl Quote {
    /// Whether a text goes on as the quote does.
    fn continues(&self, after: &str) -> bool {
        let mut words = after.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        self.end.is_empty() || words.by_ref().take(MAX_ELLIPSIS).any(|word| word.eq_ignore_ascii_case(&self.end))
    }
}
