//! Which phrases does a text have that people use for a status? Explanations list them under "People say".

use super::Known;
use super::runs::{Found, Run, hash_of};
use crate::explanations;

/// A phrase in a text.
pub struct Phrase<'a> {
    pub status: &'static str,
    pub text: &'a str,
}

pub fn known() -> impl Iterator<Item = Run<Known>> {
    explanations::all().flat_map(|(status, text)| {
        explanations::phrases_of(explanations::parts_of(text).people_say)
            .map(move |phrase| Run::of(phrase, Known::Phrase(status)))
    })
}

pub fn in_text<'a>(text: &'a str, found: &[Found<Known>]) -> Vec<Phrase<'a>> {
    let phrase_of = |run: &Found<'_, Known>| match run.value {
        Known::Phrase(status) => Some(Phrase { status, text: text.get(run.start..run.end)? }),
        _ => None,
    };
    found.iter().filter_map(phrase_of).collect()
}

/// The statuses for which the whole text is a phrase.
pub fn whole(text: &str, phrases: &[Phrase]) -> impl Iterator<Item = &'static str> {
    let whole = (!phrases.is_empty()).then(|| hash_of(text));
    phrases.iter().filter(move |phrase| Some(hash_of(phrase.text)) == whole).map(|phrase| phrase.status)
}
