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

/// What people call a status: phrases, separated by commas.
pub fn people_say(_status: &str) -> Option<&'static str> {
    None
}
