//! Which sentences does a text have: the client's stock sentences, those of the 1.x document, and messages that explanations quote?

use super::Known;
use super::messages::is_at_beginning;
use super::runs::{Found, Run};
use super::sorted::sorted_by_key;
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
    end: &'static str,
}

pub fn known() -> impl Iterator<Item = Run<Known>> {
    let stock = stock::all().map(|(status, hash)| Run { hash, words: None, value: Known::Sentence(status) });
    let documented = STATUSES.iter().filter_map(|status| Some((status.name, status.documented.as_ref()?.sentence)));
    stock.chain(documented.map(|(name, sentence)| Run::of(sentence, Known::Sentence(name)))).chain(quotes())
}

fn quotes() -> impl Iterator<Item = Run<Known>> {
    explanations::all().chain(explanations::all_of_subcodes().map(|(status, _, text)| (status, text))).flat_map(
        |(status, text)| {
            text.split('"').skip(1).step_by(2).enumerate().map(move |(place, quote)| {
                let (beginning, end) = match quote.split_once("...") {
                    Some(("", end)) => (end, ""),
                    Some(parts) => parts,
                    None => (quote, ""),
                };
                Run::of(beginning, Known::Quote(Quote { status, place, end: end.trim() }))
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
        match run.value {
            Known::Sentence(status) if counts() => statuses.push((0, *status)),
            Known::Quote(quote) if counts() && quote.continues(text.get(run.end..).unwrap_or_default()) => {
                statuses.push((quote.place, quote.status));
            }
            _ => {}
        }
    }
    sorted_by_key(statuses, |(place, _)| *place).into_iter().map(|(_, status)| status).collect()
}

impl Quote {
    /// Whether a text goes on as the quote does.
    fn continues(&self, after: &str) -> bool {
        let mut words = after.split(|char: char| !char.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
        self.end.is_empty() || words.by_ref().take(MAX_ELLIPSIS).any(|word| word.eq_ignore_ascii_case(self.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::for_tests::found;
    use crate::search::search;
    use crate::table::for_tests::tables;

    #[test]
    fn the_status_of_a_stock_sentence_comes_first() {
        for (sentence, name) in [
            ("Operation not allowed at this time.", "AEROSPIKE_ERR_FAIL_FORBIDDEN"),
            ("Request timed out. Can be triggered by client or server.", "AEROSPIKE_ERR_TIMEOUT"),
            ("Request timed out.", "AEROSPIKE_ERR_TIMEOUT"),
            ("Batch max. requests have been exceeded.", "AEROSPIKE_ERR_BATCH_MAX_REQUESTS_EXCEEDED"),
            ("Partition is unavailable.", "AEROSPIKE_ERR_CLUSTER"),
            ("Bin already exists.", "AEROSPIKE_ERR_BIN_EXISTS"),
        ] {
            for text in [
                sentence,
                sentence.trim_end_matches('.'),
                &sentence.to_uppercase(),
                &format!("127.0.0.1:3000 {sentence}"),
                &format!("{sentence} from db-1.example:3000"),
                &format!("2026-11-25 12:30:01 WARN put of user 42: {sentence} Giving up."),
            ] {
                assert_eq!(found("6.7.1", text)[0], name, "{text}");
            }
        }
        let shared = found("6.7.1", "Asynchronous connection error.");
        assert_eq!(shared[..2], ["AEROSPIKE_ERR_ASYNC_CONNECTION", "AEROSPIKE_ERR_NO_MORE_CONNECTIONS"]);
        assert!(!found("documented", "Operation not allowed at this time.").contains(&"AEROSPIKE_ERR_FAIL_FORBIDDEN"));
    }

    #[test]
    fn the_status_of_a_documented_sentence_comes_first() {
        for table in tables() {
            for meaning in &table.meanings {
                let Some(documented) = &meaning.status.documented else { continue };
                let found = search(table, documented.sentence);
                assert_eq!(table.meanings[found[0]].status.name, meaning.status.name);
            }
        }
    }

    /// The messages that the explanation of a status quotes.
    fn quoted(status: &str) -> Vec<String> {
        let texts = explanations::of(status).into_iter().chain(explanations::of_subcodes(status).map(|(_, text)| text));
        texts.flat_map(|text| text.split('"').skip(1).step_by(2).map(|quote| quote.replace('\n', " "))).collect()
    }

    #[test]
    fn explanations_quote_only_messages_of_several_words() {
        for (status, text) in explanations::all() {
            for quote in quoted(status) {
                assert!(quote.split(|char: char| !char.is_alphanumeric()).count() > 1, "{status}: {quote}");
            }
            assert_eq!(text.matches('"').count() % 2, 0, "{status}");
        }
    }

    #[test]
    fn a_quoted_message_leads_to_its_status() {
        for table in tables() {
            for (position, meaning) in table.meanings.iter().enumerate() {
                for quote in quoted(meaning.status.name) {
                    let filled = quote.replace("...", "3952");
                    for text in
                        [&filled, &format!("127.0.0.1:3000 {filled}"), &filled.to_uppercase(), &format!("{filled}: -4095 [x]")]
                    {
                        let found = search(table, text);
                        let place = found.iter().position(|other| *other == position).unwrap_or(usize::MAX);
                        assert!(place < 4, "{}: {text}: {place}", meaning.name);
                    }
                }
            }
        }
    }

    #[test]
    fn the_likeliest_status_of_a_quoted_message_comes_first() {
        // The message is the first cause of one status and the third of the other, but the table has the opposite order.
        assert_eq!(found("6.7.1", "Failed to connect")[0], "AEROSPIKE_ERR_CONNECTION");
        assert_eq!(found("6.7.1", "HOST:3000 Partition 3952 unavailable")[0], "AEROSPIKE_ERR_CLUSTER");
        assert_eq!(found("6.7.1", "Client timeout: timeout=1000 iterations=1 failedNodes=0")[0], "AEROSPIKE_ERR_TIMEOUT");
    }
}
