//! Names that other official clients and the server use for a status, and the numbers of other clients: `data/other-names.json`.

use std::sync::LazyLock;

use crate::status::{STATUSES, Status, kernel};

// `NAMES` has a line per status: its name, then each other name with an index into `CALLERS`, whose entries are like `the server calls`.
// `AMBIGUOUS` has a line per name: the name, then its statuses.
// `NUMBERS` has a name and its number in each of `CLIENTS_WITH_OWN_NUMBERS`, or 0 if a client lacks it.
include!(concat!(env!("OUT_DIR"), "/other-names.rs"));

/// A name that another client or the server uses for a status. No two statuses share one.
pub struct OtherName {
    pub name: &'static str,
    /// The name of the status in `src/status.rs`.
    pub status: &'static str,
    /// `the Java, Go and C# clients call`.
    pub caller: &'static str,
}

static OTHER_NAMES: LazyLock<Vec<OtherName>> = LazyLock::new(|| {
    let of_status = |line: &'static str| {
        let (status, names) = line.split_once('\t')?;
        let names = names.split('\t').filter_map(|name| name.split_once('='));
        Some(names.filter_map(move |(name, index)| {
            Some(OtherName { name, status, caller: CALLERS.get(index.parse::<usize>().ok()?)? })
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

/// Finds another name, in any case.
pub fn find(name: &str) -> Option<&'static OtherName> {
    OTHER_NAMES.iter().find(|other| other.name.eq_ignore_ascii_case(name))
}

/// The status that the Java client, or otherwise the C# client, means by a negative number.
pub fn status_of_java(code: i32) -> Option<&'static str> {
    let [java, csharp] = [0, 2].map(|client| NUMBERS.iter().find(|(_, numbers)| numbers.get(client) == Some(&code)));
    let (name, _) = java.or(csharp)?;
    let other = find(name).map(|other| other.status);
    other.or_else(|| STATUSES.iter().map(|status| status.name).find(|status| kernel(status) == *name))
}

/// The names that stand for several statuses, such as the base classes of the Python client, each with the names of these statuses in
/// `src/status.rs`, the likeliest first. [`find`] doesn't find them.
pub fn ambiguous() -> impl Iterator<Item = (&'static str, impl Iterator<Item = &'static str>)> {
    AMBIGUOUS.lines().filter_map(|line| line.split_once('\t')).map(|(name, statuses)| (name, statuses.split('\t')))
}

/// The numbers that other clients use for a status, and what its number means in them, if they differ. Positive numbers mean the same in
/// every client.
pub fn numbers_elsewhere(status: &Status, code: i32) -> Option<String> {
    let is_own = |name: &str| kernel(name) == kernel(status.name) || names_of(status.name).any(|other| other == name);
    let [mut own, mut others] = [Vec::new(), Vec::new()];
    for (name, numbers) in NUMBERS {
        for (client, number) in CLIENTS_WITH_OWN_NUMBERS.into_iter().zip(*numbers) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::for_tests::{table, tables};
    use crate::text::whose;

    #[test]
    fn finds_the_status_of_every_other_name_in_every_table_that_has_it() {
        assert!(all().len() > 200);
        for table in tables() {
            for OtherName { name, status, .. } in all() {
                let expected = table.meanings.iter().find(|meaning| meaning.status.name == *status);
                for name in [*name, &name.to_lowercase(), &name.to_uppercase()] {
                    let found = table.position(name).and_then(|position| table.meanings.get(position));
                    let found = found.map(|meaning| (meaning.name, meaning.code));
                    assert_eq!(found, expected.map(|meaning| (meaning.name, meaning.code)), "{name}");
                }
            }
        }
    }

    #[test]
    fn no_other_name_is_a_name_of_the_client() {
        for OtherName { name, .. } in all() {
            let is_own = |status: &Status| [status.name, status.short_name()].contains(name);
            assert!(!STATUSES.iter().any(is_own), "{name}");
        }
    }

    #[test]
    fn an_ambiguous_name_has_several_statuses_and_no_table_finds_it() {
        let statuses_of = |name: &str| {
            let (_, statuses) = ambiguous().find(|(ambiguous, _)| *ambiguous == name)?;
            Some(statuses.collect::<Vec<_>>())
        };
        assert_eq!(statuses_of("ClusterError"), Some(vec!["AEROSPIKE_ERR_CLUSTER", "AEROSPIKE_ERR_CLUSTER_CHANGE"]));
        assert_eq!(statuses_of("NamespaceNotFound"), None);
        for (name, statuses) in ambiguous() {
            let statuses: Vec<_> = statuses.collect();
            for (index, status) in statuses.iter().enumerate() {
                assert!(STATUSES.iter().any(|known| known.name == *status), "{name}: {status}");
                assert!(!statuses.iter().take(index).any(|other| other == status), "{name}: {status}");
            }
            assert!(statuses.len() >= 2, "{name}");
            assert!(find(name).is_none(), "{name}");
            for table in tables() {
                assert!(
                    [name, &name.to_lowercase(), &name.to_uppercase()].iter().all(|name| table.position(name).is_none()),
                    "{name}"
                );
            }
        }
    }

    #[test]
    fn only_other_names_have_users() {
        let whose = |version, name| whose(table(version), name);
        for (name, caller) in [
            ("key_busy", "KEY_BUSY is what the Java, Go and C# clients call"),
            ("AS_ERR_KEY_BUSY", "AS_ERR_KEY_BUSY is what the server calls"),
            ("recordbusy", "RecordBusy is what the Python client calls"),
            ("KEYBUSY", "KeyBusy is what the Rust client calls"),
        ] {
            assert_eq!(whose("6.7.1", name), Some(format!("{caller} AEROSPIKE_ERR_RECORD_BUSY")));
        }
        let missing = "BinNotFound is what the Python and Rust clients call AEROSPIKE_ERR_BIN_NOT_FOUND";
        assert_eq!(whose("6.7.1", "BinNotFound"), Some(missing.to_owned()));
        let missing = "ErrKeyNotFound is what the Go client calls AEROSPIKE_ERR_RECORD_NOT_FOUND";
        assert_eq!(whose("6.7.1", "ErrKeyNotFound"), Some(missing.to_owned()));
        let full = "ASYNC_QUEUE_FULL is what the Java client calls ERR_ASYNC_QUEUE_FULL";
        assert_eq!(whose("4.0.0", "ASYNC_QUEUE_FULL"), Some(full.to_owned()));
        for name in ["ERR_RECORD_BUSY", "XDR_KEY_BUSY", "NO_SUCH_NAME", "14", ""] {
            assert_eq!(whose("6.7.1", name), None, "{name}");
        }
        assert_eq!(whose("documented", "QueryTimeout"), None);
    }

    #[test]
    fn lists_other_clients_numbers_only_if_they_differ() {
        let newest = table("6.7.1");
        let numbers = |code| newest.meanings_of(code).find_map(|meaning| numbers_elsewhere(meaning.status, code));
        for (code, text) in [
            (
                -8,
                "INVALID_NODE_ERROR (-3) in Java, Go and C#; -8 is NO_AVAILABLE_CONNECTIONS_TO_NODE in Go, \
                 SERVER_NOT_AVAILABLE in Java and C#",
            ),
            // Clients that agree aren't listed.
            (-15, "NO_RESPONSE (-19) in Go; -15 is MAX_ERROR_RATE in Go"),
            (-18, "-18 is NETWORK_ERROR in Go"),
            (-9, "-9 is ASYNC_QUEUE_FULL in Java, RECORDSET_CLOSED in Go"),
        ] {
            assert_eq!(numbers(code).as_deref(), Some(text));
        }
        assert!(newest.meanings.iter().all(|meaning| meaning.code < 0 || numbers(meaning.code).is_none()));
    }
}
