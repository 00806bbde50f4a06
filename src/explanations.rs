//! The explanations of statuses and subcodes: what happened, the usual causes, and what to do. People write them in `explanations/`.

// `EXPLANATIONS` and `SUBCODE_EXPLANATIONS`: the texts that `build.rs` takes from `explanations/`.
include!(concat!(env!("OUT_DIR"), "/explanations.rs"));

/// The name of each explained status, and its explanation.
pub fn all() -> impl Iterator<Item = (&'static str, &'static str)> {
    EXPLANATIONS.split('\x1e').filter_map(|entry| entry.split_once('\x1f'))
}

/// Each explanation of subcodes, after the names of its status and subcode. If it's about all subcodes, the subcode's name is empty.
pub fn all_of_subcodes() -> impl Iterator<Item = (&'static str, &'static str, &'static str)> {
    SUBCODE_EXPLANATIONS.split('\x1e').filter_map(|entry| {
        let (status, rest) = entry.split_once('\x1f')?;
        rest.split_once('\x1f').map(|(name, text)| (status, name, text))
    })
}

/// The explanation of a status.
pub fn of(status: &str) -> Option<&'static str> {
    all().find(|(known, _)| *known == status).map(|(_, text)| text)
}

/// The explanations of a status's subcodes, each after its subcode's name.
pub fn of_subcodes(status: &str) -> impl Iterator<Item = (&'static str, &'static str)> {
    all_of_subcodes().filter(move |(known, ..)| *known == status).map(|(_, name, text)| (name, text))
}

/// A text of [`all`], with its section "People say" apart.
pub struct Parts<'a> {
    pub before: &'a str,
    pub people_say: &'a str,
    pub after: &'a str,
}

pub fn parts_of(text: &str) -> Parts<'_> {
    let (before, section) = text.split_once("\nPeople say:\n\n").unwrap_or((text, ""));
    let (people_say, after) = section.split_once("\n\n").unwrap_or((section, ""));
    Parts { before, people_say, after }
}

/// The phrases of a section "People say".
pub fn phrases_of(people_say: &str) -> impl Iterator<Item = &str> {
    people_say.split(',').map(str::trim).filter(|phrase| !phrase.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn people_say(status: &str) -> impl Iterator<Item = &'static str> {
        of(status).into_iter().flat_map(|text| phrases_of(parts_of(text).people_say))
    }

    #[test]
    fn people_say_is_the_phrases_of_that_section_only() {
        let phrases: Vec<_> = people_say("AEROSPIKE_ERR_CONNECTION").collect();
        assert!(phrases.contains(&"ECONNREFUSED") && phrases.contains(&"connection refused"), "{phrases:?}");
        assert!(phrases.iter().all(|phrase| !phrase.is_empty() && phrase.len() <= 40), "{phrases:?}");
        assert_eq!(people_say("AS_ERR_RECORD_VERSION_MISMATCH").count(), 0);
        assert_eq!(people_say("NO_SUCH_STATUS").count(), 0);
    }

    #[test]
    fn what_people_say_is_at_most_9_kb() {
        let phrases = all().flat_map(|(status, _)| people_say(status));
        assert!(phrases.map(|phrase| phrase.len() + ", ".len()).sum::<usize>() <= 9_500);
    }
}
