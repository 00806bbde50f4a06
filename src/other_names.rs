//! What other official clients and the server call a status, and the numbers that other clients have: `data/other-names.json`.

use std::sync::LazyLock;

use crate::status::{Status, kernel};
use crate::table::Table;

// `NAMES`: on each line a status, then names, each with its place in `CALLERS`, which has `the server calls`. `NUMBERS`: a name and its number in
// each of `COUNTING_CLIENTS`, 0 where a client lacks it.
include!(concat!(env!("OUT_DIR"), "/other-names.rs"));

/// A name that somebody else has for a status. No two statuses share one.
pub struct OtherName {
    pub name: &'static str,
    /// Our own name of the status.
    pub status: &'static str,
    /// `the Java, Go and C# clients call`.
    caller: &'static str,
}

static OTHER_NAMES: LazyLock<Vec<OtherName>> = LazyLock::new(|| {
    let of_status = |line: &'static str| {
        let (status, names) = line.split_once('\t')?;
        let names = names.split('\t').filter_map(|name| name.split_once('='));
        Some(names.filter_map(move |(name, place)| {
            Some(OtherName { name, status, caller: CALLERS.get(place.parse::<usize>().ok()?)? })
        }))
    };
    NAMES.lines().filter_map(of_status).flatten().collect()
});

pub fn all() -> &'static [OtherName] {
    &OTHER_NAMES
}

/// The other names of a status.
pub fn names_of(status: &str) -> impl Iterator<Item = &'static str> {
    OTHER_NAMES.iter().filter(move |other| other.status == status).map(|other| other.name)
}

/// Another name, in any case.
pub fn find(name: &str) -> Option<&'static OtherName> {
    OTHER_NAMES.iter().find(|other| other.name.eq_ignore_ascii_case(name))
}

/// Who uses a name that isn't the table's own: `KEY_BUSY is what the Java, Go and C# clients call AEROSPIKE_ERR_RECORD_BUSY`.
pub fn whose(table: &Table, name: &str) -> Option<String> {
    if table.own_position(name).is_some() {
        return None;
    }
    let OtherName { name, status, caller } = find(name)?;
    let meaning = table.meanings.iter().find(|meaning| meaning.status.name == *status)?;
    Some(format!("{name} is what {caller} {}", meaning.name))
}

/// The numbers that other clients have for a status, and what they mean by its number, as far as they differ. Positive numbers mean the same
/// everywhere.
pub fn numbers_elsewhere(status: &Status, code: i32) -> Option<String> {
    let is_own = |name: &str| kernel(name) == kernel(status.name) || names_of(status.name).any(|other| other == name);
    let [mut own, mut others] = [Vec::new(), Vec::new()];
    for (name, numbers) in NUMBERS {
        for (client, number) in COUNTING_CLIENTS.into_iter().zip(*numbers) {
            match (is_own(name), number == code) {
                (true, false) if number != 0 => own.push((format!("{name} ({number})"), client)),
                (false, true) => others.push(((*name).to_owned(), client)),
                _ => {}
            }
        }
    }
    let own = (!own.is_empty()).then(|| by_client(own));
    let others = (!others.is_empty()).then(|| format!("{code} is {}", by_client(others)));
    let texts: Vec<_> = own.into_iter().chain(others).collect();
    (code < 0 && !texts.is_empty()).then(|| texts.join("; "))
}

/// `SERVER_NOT_AVAILABLE in Java and C#, CLUSTER_NAME_MISMATCH_ERROR in Go`.
fn by_client(entries: Vec<(String, &'static str)>) -> String {
    let mut groups: Vec<(String, Vec<&str>)> = Vec::new();
    for (text, client) in entries {
        match groups.iter_mut().find(|(known, _)| *known == text) {
            Some((_, clients)) => clients.push(client),
            None => groups.push((text, vec![client])),
        }
    }
    groups.iter().map(|(text, clients)| format!("{text} in {}", listed(clients))).collect::<Vec<_>>().join(", ")
}

/// `Java, Go and C#`.
fn listed(clients: &[&str]) -> String {
    match clients {
        [before @ .., last] if !before.is_empty() => format!("{} and {last}", before.join(", ")),
        _ => clients.concat(),
    }
}
