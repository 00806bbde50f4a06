//! The statuses that a text is about, best first.

use crate::table::{Meaning, Table};
use crate::{address, explain, other_names, stock};

/// What a table's search looks at: a row for each of its meanings.
pub type Index = Vec<Row>;

/// What a search looks at for one meaning.
#[derive(Debug)]
pub struct Row {
    /// The words of all texts about it: name, other names, sentence, then subcodes and explanation.
    words: String,
    /// Where in `words` the name, the other names and the sentence end.
    ends: [usize; 3],
    /// The sentence that the 1.x document has for it, and the first sentence of that.
    documented: Vec<String>,
    quotes: Vec<Quote>,
}

/// A message that an explanation quotes. Only its beginning and its end are known of one that is quoted with an ellipsis.
#[derive(Debug)]
struct Quote {
    beginning: String,
    end: Option<String>,
}

impl Table {
    /// Where the statuses stand in [`Table::meanings`] that a text is about: the one whose sentence or message it is, then those whose texts have
    /// all of its words.
    pub fn search(&self, text: &str) -> Vec<usize> {
        let index = self.index.get_or_init(|| self.meanings.iter().map(Row::new).collect());
        let (message, _address) = address::split(text);
        let stock_names = stock::names_of(message);
        let message = words(message);
        let text = words(text);
        let fields = fields_with(text.split_ascii_whitespace(), index);

        let mut found: Vec<((usize, usize), usize)> = Vec::new();
        for (position, (meaning, (row, field))) in self.meanings.iter().zip(index.iter().zip(fields)).enumerate() {
            let rank = if stock_names.contains(&meaning.status.name) || row.documented.contains(&message) {
                (0, 0)
            } else if let Some(at) = row.quotes.iter().position(|quote| quote.is(&message)) {
                // Explanations name the most frequent causes first.
                (1, at)
            } else if let Some(field) = field {
                (field.saturating_add(2), 0)
            } else {
                continue;
            };
            found.insert(found.partition_point(|(other, _)| *other <= rank), (rank, position));
        }
        found.into_iter().map(|(_, position)| position).collect()
    }
}

/// For each row the field by which all of the words occur: 0 is the name, 3 all texts. `None` where one doesn't occur, or there are none.
fn fields_with<'a>(words: impl Iterator<Item = &'a str>, index: &Index) -> Vec<Option<usize>> {
    let mut fields = Vec::new();
    let mut seen = Vec::new();
    for word in words {
        let Err(place) = seen.binary_search(&word) else { continue };
        if seen.is_empty() {
            fields = vec![Some(0); index.len()];
        }
        seen.insert(place, word);
        let word = format!(" {word}");
        for (field, row) in fields.iter_mut().zip(index) {
            *field = field.and_then(|field: usize| Some(field.max(row.field_of(&word)?)));
        }
        if fields.iter().all(Option::is_none) {
            break;
        }
    }
    fields.resize(index.len(), None);
    fields
}

impl Row {
    fn new(meaning: &Meaning) -> Row {
        let mut row = Row { words: String::new(), ends: [0; 3], documented: Vec::new(), quotes: Vec::new() };
        let other_names: Vec<_> = other_names::names_of(meaning.status.name).collect();
        let fields = [meaning.status.name, &other_names.join(" "), meaning.sentence];
        for (field, end) in fields.iter().zip(&mut row.ends) {
            row.words += &words(field);
            *end = row.words.len();
        }
        for subcode in meaning.subcodes {
            row.words += &words(subcode.name);
            row.words += &words(subcode.sentence);
        }
        for text in explain::texts_of(meaning) {
            row.words += &words(text);
            row.quotes.extend(text.split('"').skip(1).step_by(2).map(Quote::new));
        }
        if let Some(documented) = &meaning.status.documented {
            let first = documented.sentence.split(". ").next();
            row.documented.extend([Some(documented.sentence), first].into_iter().flatten().map(words));
        }
        row
    }

    /// The first field with a word that begins so. The text has a space before it.
    fn field_of(&self, word: &str) -> Option<usize> {
        // A search for a text takes time in proportion to it, even where it can't occur.
        let at = if word.len() > self.words.len() { None } else { self.words.find(word) }?;
        Some(self.ends.iter().filter(|end| **end <= at).count())
    }
}

impl Quote {
    fn new(text: &str) -> Quote {
        match text.split_once("...") {
            None => Quote { beginning: words(text), end: None },
            Some((beginning, end)) => Quote { beginning: words(beginning), end: Some(words(end)) },
        }
    }

    fn is(&self, message: &str) -> bool {
        match &self.end {
            None => self.beginning == message,
            Some(end) => message.starts_with(&self.beginning) && message.ends_with(end),
        }
    }
}

/// The words of a text, in lower case, with a space around each. Punctuation separates words. A control character and what stands for a lone
/// surrogate are parts of words, so such words occur nowhere.
fn words(text: &str) -> String {
    let mut words = " ".to_owned();
    for char in text.chars() {
        if char.is_alphanumeric() || char == '\u{fffd}' || char.is_control() && !char.is_whitespace() {
            words.push(char.to_ascii_lowercase());
        } else if !words.ends_with(' ') {
            words.push(' ');
        }
    }
    if !words.ends_with(' ') {
        words.push(' ');
    }
    words
}
