//! Which phrases does a text have that people use for a status? Explanations list them under "People say".

use super::Known;
use super::runs::{Found, run_of};
use crate::explanations;

/// A phrase in a text.
pub struct Phrase<'a> {
    pub status: &'static str,
    pub text: &'a str,
}

pub fn known() -> impl Iterator<Item = (u64, Known)> {
    explanations::all().flat_map(|(status, text)| {
        explanations::phrases_of(explanations::parts_of(text).people_say)
            .map(move |phrase| (run_of(phrase), Known::Phrase(status)))
    })
}

pub fn in_text<'a>(text: &'a str, found: &[Found<Known>]) -> Vec<Phrase<'a>> {
    let mut phrases = Vec::new();
    for run in found {
        for known in run.values {
            if let (Known::Phrase(status), Some(text)) = (known, text.get(run.start..run.end)) {
                phrases.push(Phrase { status, text });
            }
        }
    }
    phrases
}

/// The statuses for which the whole text is a phrase.
pub fn whole(text: &str, phrases: &[Phrase]) -> impl Iterator<Item = &'static str> {
    let whole = (!phrases.is_empty()).then(|| run_of(text));
    phrases.iter().filter(move |phrase| Some(run_of(phrase.text)) == whole).map(|phrase| phrase.status)
}
