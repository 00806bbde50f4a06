//! The tables by release: which there are, which one a version has, and what each says of a number or a name.

use std::sync::{LazyLock, OnceLock};

use crate::release::Release;
use crate::status::{SHORT_NAMES_SINCE, STATUSES, Span, Status, without_prefix};

/// The name of the default table, the one of the 1.x document.
pub const DOCUMENTED: &str = "documented";

/// What a number means in a table.
#[derive(Debug)]
pub struct Meaning {
    pub code: i32,
    /// The name as the table exports it: a short one where that was the only one.
    pub name: &'static str,
    pub status: &'static Status,
}

/// The statuses of the 1.x document, or of the releases between two changes.
#[derive(Debug)]
pub struct Table {
    /// The release the table first shipped in; `None` for the documented table.
    pub release: Option<Release>,
    /// One row a status, in the order of [`STATUSES`].
    pub meanings: Vec<Meaning>,
    /// What `aerospike.status` held: the names of the meanings, then the short names.
    pub keys: Vec<(&'static str, i32)>,
}

/// The releases at which the table changed, oldest first.
pub static TABLE_RELEASES: LazyLock<Vec<Release>> = LazyLock::new(|| {
    let spans = STATUSES.iter().flat_map(|status| status.spans);
    let mut releases: Vec<_> = spans.flat_map(|span| [Some(span.since), span.until]).flatten().collect();
    releases.sort_unstable();
    releases.dedup();
    releases
});

/// The documented table, then one a release of [`TABLE_RELEASES`], each built when first asked for.
static TABLES: LazyLock<Vec<OnceLock<Table>>> = LazyLock::new(|| (0..=TABLE_RELEASES.len()).map(|_| OnceLock::new()).collect());

impl Table {
    /// The table at an index that [`Table::index_of`] gave.
    pub fn at(index: usize) -> Option<&'static Table> {
        let slot = TABLES.get(index)?;
        let release = index.checked_sub(1).and_then(|before| TABLE_RELEASES.get(before)).copied();
        Some(slot.get_or_init(|| Table::build(release)))
    }

    /// Where the table of a version is: `documented`, or the nearest release at or before the version.
    /// `None` where the text is no version, or one before the first release.
    pub fn index_of(version: &str) -> Option<usize> {
        if version == DOCUMENTED {
            return Some(0);
        }
        let version = Release::parse(version)?;
        let index = TABLE_RELEASES.partition_point(|&release| release <= version);
        (index > 0).then_some(index)
    }

    fn build(release: Option<Release>) -> Table {
        let Some(release) = release else {
            let documented = |status: &'static Status| status.documented.map(|code| Meaning { code, name: status.name, status });
            let meanings: Vec<_> = STATUSES.iter().filter_map(documented).collect();
            let keys = meanings.iter().map(|meaning| (meaning.name, meaning.code)).collect();
            return Table { release: None, meanings, keys };
        };

        let spans = || {
            STATUSES
                .iter()
                .filter_map(move |status| status.spans.iter().find(|span| span.covers(release)).map(|span| (status, span)))
        };
        let meaning = |(status, span): (&'static Status, &'static Span)| {
            status.name_over(span).map(|name| Meaning { code: span.code, name, status })
        };
        let long = spans().filter(|(_, span)| !span.short_only).map(|(status, span)| (status.name, span.code));
        let short = spans().filter(|_| release >= SHORT_NAMES_SINCE).map(|(status, span)| (status.short_name(), span.code));
        Table { release: Some(release), meanings: spans().filter_map(meaning).collect(), keys: long.chain(short).collect() }
    }

    /// The name of the table: `documented`, or its release.
    pub fn name(&self) -> String {
        self.release.map_or_else(|| DOCUMENTED.to_owned(), |release| release.to_string())
    }

    /// The numbers of the table, each once.
    pub fn codes(&self) -> impl Iterator<Item = i32> {
        let firsts = self.meanings.iter().enumerate();
        let firsts = firsts.filter(|(position, meaning)| self.positions_of(meaning.code).next() == Some(*position));
        firsts.map(|(_, meaning)| meaning.code)
    }

    /// The meanings of a number, in table order.
    pub fn meanings_of(&self, code: i32) -> impl Iterator<Item = &Meaning> {
        self.meanings.iter().filter(move |meaning| meaning.code == code)
    }

    /// Where the meanings of a number stand in [`Table::meanings`].
    pub fn positions_of(&self, code: i32) -> impl Iterator<Item = usize> {
        self.meanings.iter().enumerate().filter(move |(_, meaning)| meaning.code == code).map(|(position, _)| position)
    }

    /// Whether sending the same request again may help; false for a number the table lacks.
    pub fn is_transient(&self, code: i32) -> bool {
        self.meanings_of(code).any(|meaning| meaning.status.transient)
    }

    /// Where the status of this name stands in [`Table::meanings`]. Any case will do, and `AEROSPIKE_` may be left out. A key of
    /// `aerospike.status` without a meaning of its own gives the first meaning of its number.
    pub fn position(&self, name: &str) -> Option<usize> {
        let own = self.meanings.iter().position(|meaning| is_called(name, meaning.name));
        own.or_else(|| {
            let (_, code) = self.keys.iter().find(|(key, _)| key.eq_ignore_ascii_case(name))?;
            self.positions_of(*code).next()
        })
    }

    /// Where the statuses stand whose name or sentence has every word of the text, in any case.
    pub fn search(&self, text: &str) -> impl Iterator<Item = usize> {
        let text = text.to_ascii_lowercase();
        let words: Vec<_> = text.split_ascii_whitespace().map(str::to_owned).collect();
        self.meanings.iter().enumerate().filter_map(move |(position, meaning)| {
            let row = format!("{} {}", meaning.name, meaning.status.sentence).to_ascii_lowercase();
            words.iter().all(|word| row.contains(word)).then_some(position)
        })
    }

    /// Every number that the meanings of a code have in another table, in table order.
    pub fn translate(&self, code: i32, to: &Table) -> Vec<i32> {
        let mut codes = Vec::new();
        for meaning in self.meanings_of(code) {
            let same = to.meanings.iter().find(|other| std::ptr::eq(other.status, meaning.status));
            codes.extend(same.map(|other| other.code).filter(|code| !codes.contains(code)));
        }
        codes
    }
}

/// Whether a user who writes `text` means the status called `name`: any case, `AEROSPIKE_` optional.
fn is_called(text: &str, name: &str) -> bool {
    text.eq_ignore_ascii_case(name) || text.eq_ignore_ascii_case(without_prefix(name))
}

impl Status {
    /// What the status is called over one of its spans. `None` where only its short name was exported for a number that is
    /// another status's own.
    pub fn name_over(&self, span: &Span) -> Option<&'static str> {
        if !span.short_only {
            return Some(self.name);
        }
        let mut others = STATUSES.iter().flat_map(|status| status.spans);
        let taken = others.any(|other| !other.short_only && other.code == span.code && other.covers(span.since));
        (!taken).then(|| self.short_name())
    }
}

/// A number that a name had, from one release up to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Era {
    pub code: i32,
    pub since: Release,
    /// The first release without the number; `None` while the newest release has it.
    pub until: Option<Release>,
}

/// The numbers a name had, oldest first; none for an unknown name. Any case will do. The short name has a history of its own where
/// releases exported it alone.
pub fn history(name: &str) -> Vec<Era> {
    let Some(status) = STATUSES.iter().find(|status| is_called(name, status.name)) else {
        return Vec::new();
    };
    let short = name.eq_ignore_ascii_case(status.short_name());
    let mut eras: Vec<Era> = Vec::new();
    for span in status.spans.iter().filter(|span| short || !span.short_only) {
        match eras.last_mut() {
            Some(last) if last.code == span.code && last.until == Some(span.since) => last.until = span.until,
            _ => eras.push(Era { code: span.code, since: span.since, until: span.until }),
        }
    }
    eras
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn tables() -> impl Iterator<Item = &'static Table> {
        (0..).map_while(Table::at)
    }

    #[test]
    fn there_are_23_releases_at_which_the_table_changed() {
        assert_eq!(TABLE_RELEASES.len(), 23);
        for (index, release) in TABLE_RELEASES.iter().enumerate() {
            assert_eq!(Table::index_of(&release.to_string()), Some(index + 1));
        }
        for pair in (1..=23).filter_map(Table::at).collect::<Vec<_>>().windows(2) {
            assert_ne!(pair[0].keys, pair[1].keys, "{:?}", pair[1].release);
        }
    }

    #[test]
    fn the_documented_table_has_18_names_and_501_twice() {
        let documented = Table::at(0).unwrap();
        assert_eq!(documented.meanings.len(), 18);
        let names: Vec<_> = documented.meanings_of(501).map(|meaning| meaning.name).collect();
        assert_eq!(names, ["AEROSPIKE_ERR_REQUEST_INVALID", "AEROSPIKE_ERR_NAMESPACE_NOT_FOUND"]);
    }

    #[test]
    fn every_row_is_found_by_its_name_and_its_number() {
        for table in tables() {
            for (position, meaning) in table.meanings.iter().enumerate() {
                assert_eq!(table.position(meaning.name), Some(position));
                assert_eq!(table.position(&without_prefix(meaning.name).to_lowercase()), Some(position));
                assert!(table.meanings_of(meaning.code).any(|same| same.name == meaning.name));
            }
        }
    }

    #[test]
    fn every_number_of_every_table_has_a_meaning() {
        for table in tables() {
            for (key, code) in &table.keys {
                assert!(table.meanings_of(*code).next().is_some(), "{key} {code} of {}", table.name());
                assert!(table.position(key).is_some(), "{key} of {}", table.name());
            }
        }
    }

    #[test]
    fn meanings_of_one_number_agree_on_whether_it_is_transient() {
        for table in tables() {
            for meaning in &table.meanings {
                assert_eq!(table.is_transient(meaning.code), meaning.status.transient, "{}", meaning.name);
            }
        }
    }

    #[test]
    fn a_short_name_alone_is_a_meaning_only_where_its_number_has_no_other() {
        let table = Table::at(Table::index_of("4.0.0").unwrap()).unwrap();
        let name_of = |position: Option<usize>| position.map(|position| table.meanings[position].name);
        assert_eq!(name_of(table.position("ERR_ASYNC_QUEUE_FULL")), Some("ERR_ASYNC_QUEUE_FULL"));
        assert_eq!(name_of(table.position("err_connection")), Some("AEROSPIKE_ERR_INVALID_NODE"));
        assert_eq!(table.position("AEROSPIKE_ERR_CONNECTION"), None);
        assert_eq!(table.position("AEROSPIKE_ERR_ASYNC_QUEUE_FULL"), None);
    }

    #[test]
    fn a_short_name_has_the_history_it_was_exported_with() {
        let era =
            |code, since, until: Option<&str>| Era { code, since: Release::literal(since), until: until.map(Release::literal) };
        assert_eq!(history("AEROSPIKE_ERR_ASYNC_QUEUE_FULL"), [era(-11, "5.2.1", None)]);
        assert_eq!(history("err_async_queue_full"), [era(-11, "3.2.0", None)]);
        assert_eq!(history("ERR_CONNECTION"), [era(-8, "3.2.0", Some("5.2.1")), era(-10, "5.2.1", None)]);
        assert_eq!(history("OK"), history("AEROSPIKE_OK"));
        assert_eq!(history("constructor"), []);
    }

    proptest! {
        #[test]
        fn any_number_and_any_text_are_answered(code: i32, text in ".*", version in "v?[0-9]{1,30}\\.[0-9]{1,3}\\.[0-9]{1,30}.?") {
            for table in tables() {
                prop_assert_eq!(table.meanings_of(code).count() > 0, table.keys.iter().any(|(_, known)| *known == code));
                prop_assert!(table.position(&text).is_none_or(|position| position < table.meanings.len()));
                prop_assert!(table.search(&text).all(|position| position < table.meanings.len()));
                for other in tables() {
                    let there = table.translate(code, other);
                    prop_assert!(there.iter().all(|code| other.meanings_of(*code).next().is_some()));
                }
            }
            prop_assert!(Table::index_of(&version).is_none_or(|index| Table::at(index).is_some()));
            prop_assert!(history(&text).len() <= 3);
        }
    }
}
