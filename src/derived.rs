//! Generates the parts of other files that come from the table, between `#region NAME` and `#endregion`: names and types in index.js,
//! index.d.ts and releases.d.ts, and the tables in docs/status.md. Also counts the releases in README.md, and sorts the files in `data/`.
//! If a file is stale, `cargo test` rewrites it and fails. In CI it only fails.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::{env, fs};

use crate::numbers::{RELEASES, RENUMBERED, Span};
use crate::release::Release;
use crate::status::{Category, STATUSES, Status};
use crate::subcode::{NONE, SUBCODES, Subcode};
use crate::table::for_tests::tables;
use crate::table::{LATEST, Meaning, TABLE_RELEASES, Table};
use crate::text;

fn documented() -> &'static Table {
    Table::at(0).unwrap()
}

fn newest() -> &'static Table {
    Table::at(TABLE_RELEASES.len()).unwrap()
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.map(|line| line + "\n").collect()
}

/// Fails if `derive` changes the text of a file. Outside CI, writes the new text first.
#[track_caller]
fn assert_derived(file: &str, derive: impl FnOnce(&str) -> String) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let current = fs::read_to_string(&path).unwrap().replace("\r\n", "\n");
    let derived = derive(&current);
    if derived == current {
        return;
    }
    if env::var_os("CI").is_some() {
        panic!("{file} is stale: run `cargo test` outside CI, review the change and commit it");
    }
    fs::write(&path, derived).unwrap();
    panic!("{file} was stale and is now up to date: review the change and commit it");
}

/// Replaces the content of the regions. They must be in the order in which the text has them.
fn with_regions(text: &str, regions: &[(&str, String)]) -> String {
    let mut derived = String::new();
    let mut rest = text;
    for (name, content) in regions {
        let start = rest.find(&format!("#region {name} ")).unwrap_or_else(|| panic!("there is no region {name}"));
        let start = start + rest[start..].find('\n').unwrap() + 1;
        let end = start + rest[start..].find("#endregion").unwrap();
        let end = rest[..end].rfind('\n').unwrap() + 1;
        derived += &rest[..start];
        derived += content;
        rest = &rest[end..];
    }
    derived + rest
}

/// Updates the count in a text such as `151 releases from 1.0.0 to 6.7.1`.
fn with_count(text: &str) -> String {
    let (before, after) = text.split_once(" releases from ").expect("no count of the releases");
    let (before, _count) = before.rsplit_once(' ').unwrap();
    let range = after.split_inclusive(|char: char| char == ',' || char.is_whitespace()).take(3).map(str::len).sum::<usize>();
    let end = after[..range].trim_end_matches([',', ' ', '\n']).len();
    let [first, .., last] = RELEASES else { panic!("no releases") };
    format!("{before} {} releases from {first} to {last}{}", RELEASES.len(), &after[end..])
}

/// `release:read` adds new names at the end of the files in `data/`. These tests sort them in the order of the table.
#[test]
fn numbers_json() {
    assert_derived("data/numbers.json", |text| in_table_order(text, "statuses"));
}

#[test]
fn stock_sentences_json() {
    assert_derived("data/stock-sentences.json", |text| in_table_order(text, "wordings"));
}

#[test]
fn messages_json() {
    assert_derived("data/messages.json", |text| in_table_order(text, "messages"));
}

#[test]
fn other_names_json() {
    assert_derived("data/other-names.json", |text| in_table_order(text, "names"));
}

/// Sorts the keys of an object in the order of the table. The text must be formatted by Prettier.
fn in_table_order(text: &str, object: &str) -> String {
    let start = format!("  \"{object}\": {{\n    \"");
    let (head, rest) = text.split_once(&start).unwrap();
    let (entries, tail) = rest.split_once("\n  }").unwrap();
    let mut entries: Vec<_> = entries.split("\n    \"").map(|entry| entry.trim_end_matches(',')).collect();
    entries.sort_by_key(|entry| STATUSES.iter().position(|status| entry.starts_with(&format!("{}\"", status.name))));
    format!("{head}{start}{}\n  }}{tail}", entries.join(",\n    \""))
}

#[test]
fn index_js() {
    let names: Vec<_> = documented().meanings.iter().map(|meaning| format!("{},", meaning.name)).collect();
    let names = names.chunks(5).map(|names| format!("  {}", names.join(" ")));
    assert_derived("index.js", |text| with_regions(text, &[("names", lines(names))]));
    // index.js refuses an addon of another version.
    let version = format!("const VERSION = '{}'", env!("CARGO_PKG_VERSION"));
    let index = include_str!("../index.js");
    assert!(index.contains(&version), "index.js must say {version}, as Cargo.toml and package.json do");
}

#[test]
fn index_d_ts() {
    let constant = |indent: &str, declare: &str| {
        let declared = documented().meanings.iter().map(|meaning| {
            let sentence = format!("{}{}", meaning.sentence, since_renumbered(meaning));
            format!("{indent}/** {sentence} */\n{indent}{declare} {}: {}", meaning.name, meaning.code)
        });
        lines(declared)
    };
    let union = |members: Vec<&str>| lines(members.iter().map(|member| format!("  | '{member}'")));
    let categories = union(Category::ALL.iter().map(|category| category.name()).collect());
    let (exported, unexported): (Vec<&Status>, Vec<_>) =
        STATUSES.iter().partition(|status| status.spans.iter().any(Span::is_exported));
    let names = |statuses: Vec<&Status>| union(statuses.iter().map(|status| status.name).collect());
    let subcodes = SUBCODES.iter().filter(|subcode| subcode.constant);
    let subcodes =
        subcodes.map(|Subcode { subcode, name, sentence, .. }| format!("  /** {sentence} */\n  readonly {name}: {subcode}"));
    let none = format!("  /** No subcode. */\n  readonly {NONE}: 0");
    let regions = [
        ("constants", constant("", "export const")),
        ("status", constant("  ", "readonly")),
        ("subcode", lines([none].into_iter().chain(subcodes))),
        ("categories", categories),
        ("unexported", names(unexported)),
        ("exported", names(exported)),
    ];
    assert_derived("index.d.ts", |text| with_regions(text, &regions));
}

/// For the hover text of a documented constant: the number that clients since 1.0.20 return instead. Empty if it's the same.
fn since_renumbered(meaning: &Meaning) -> String {
    let stop = if meaning.sentence.ends_with('.') { "" } else { "." };
    let last = meaning.status.spans.last().unwrap();
    let note = match last.until.map(|until| (until, until > RENUMBERED)) {
        None if last.code == meaning.code => return String::new(),
        None => format!("Since {}, the client returns {}: see forRelease.", last.since, last.code),
        Some((gone, true)) => {
            let range = text::range(last.since, last.until);
            format!("The client returned {} in {range}, and dropped it in {gone}: see forRelease.", last.code)
        }
        Some((gone, false)) => format!("The client dropped it in {gone}: see forRelease."),
    };
    format!("{stop} {note}")
}

#[test]
fn releases_d_ts() {
    let eras = eras();
    let members = eras.iter().map(|(era, rows)| {
        let rows = rows.iter().map(|(key, code, sentence)| format!("    /** {sentence} */\n    readonly {key}: {code}"));
        format!("  '{}': {{\n{}  }}", releases_of(era), lines(rows))
    });

    let (mut releases, mut statuses) = (Vec::new(), Vec::new());
    let (mut name, mut before) = (String::new(), Vec::new());
    for release in RELEASES {
        let current: Vec<_> =
            eras.keys().filter(|(since, until)| since <= release && until.is_none_or(|until| *release < until)).collect();
        if current != before {
            let (stay, new): (Vec<_>, Vec<_>) = current.iter().partition(|(since, _)| since < release);
            let types = |members: Vec<&Era>| -> Vec<_> {
                members.into_iter().map(|era| format!("Eras['{}']", releases_of(era))).collect()
            };
            let stay = if !before.is_empty() && stay == before { vec![name] } else { types(stay) };
            name = format!("Status_{release}").replace('.', "_");
            statuses.push(intersection(&name, &[stay, types(new)].concat()));
            before = current;
        }
        releases.push(format!("  '{release}': {name}"));
    }
    releases.push(format!("  {LATEST}: {name}"));
    let latest = format!("export type Latest = '{}'", RELEASES.last().unwrap());
    let regions = [
        ("releases", lines(releases.into_iter())),
        ("latest", lines([latest].into_iter())),
        ("statuses", lines(statuses.into_iter())),
        ("eras", lines(members)),
    ];
    assert_derived("releases.d.ts", |text| with_regions(text, &regions));
}

/// A key of `aerospike.status`, its number, and the sentence of its status.
type Row = (&'static str, i32, &'static str);

/// The first release that has a row, and the first later release that doesn't.
type Era = (Release, Option<Release>);

/// The rows of all releases, by era.
fn eras() -> BTreeMap<Era, Vec<Row>> {
    let rows = |table: &'static Table| -> Vec<Row> {
        let sentence = |key| table.meanings[table.position(key).unwrap()].sentence;
        table.keys.iter().map(|(key, code)| (*key, *code, sentence(key))).collect()
    };
    let tables: Vec<_> = tables().skip(1).map(rows).collect();
    let has = |index: usize, row: &Row| tables.get(index).is_some_and(|rows| rows.contains(row));
    let mut eras = BTreeMap::new();
    for (index, rows) in tables.iter().enumerate() {
        for row in rows.iter().filter(|row| index == 0 || !has(index - 1, row)) {
            let until = (index..).find(|&index| !has(index, row)).unwrap();
            let era = (TABLE_RELEASES[index], TABLE_RELEASES.get(until).copied());
            eras.entry(era).or_insert_with(Vec::new).push(*row);
        }
    }
    eras
}

fn releases_of((since, until): &Era) -> String {
    text::range(*since, *until)
}

/// The intersection of types, on one line if it fits, as Prettier formats it.
fn intersection(name: &str, types: &[String]) -> String {
    let line = format!("type {name} = {}", types.join(" & "));
    if line.len() <= 130 { line } else { format!("type {name} = {}", types.join(" &\n  ")) }
}

#[test]
fn readme_md() {
    assert_derived("README.md", with_count);
}

#[test]
fn docs_status_md() {
    let regions = [("documented", documented_numbers()), ("collisions", collisions()), ("statuses", statuses())];
    assert_derived("docs/status.md", |text| with_regions(&with_count(text), &regions));
}

/// The 18 documented names with three numbers: in the document, in releases before 1.0.20, and in the newest release.
fn documented_numbers() -> String {
    let first = Table::at(1).unwrap();
    let number = |table: &Table, status: &Status| {
        table.position(status.name).map_or("-".to_owned(), |position| table.meanings[position].code.to_string())
    };
    let rows = documented().meanings.iter().map(|meaning| {
        let (before, now) = (number(first, meaning.status), number(newest(), meaning.status));
        format!("| {} | {} | {before} | {now} |", linked(meaning.status), meaning.code)
    });
    let Span { since, until, .. } = STATUSES[1].spans[0];
    let newest = RELEASES.last().unwrap();
    format!("| status | 1.x document | {} | {newest} |\n| --- | ---: | ---: | ---: |\n", text::range(since, until)) + &lines(rows)
}

/// The numbers that have meant more than one status.
fn collisions() -> String {
    let mut codes: Vec<_> = STATUSES.iter().flat_map(|status| status.spans).map(|span| span.code).collect();
    codes.sort_unstable();
    codes.dedup();
    let rows = codes.into_iter().filter_map(|code| {
        let uses = text::uses(code);
        let statuses: BTreeSet<_> = uses.iter().map(|one| one.meaning.status.name).collect();
        let uses: Vec<_> =
            uses.iter().map(|one| one.to_string().replacen(one.meaning.name, &format!("`{}`", one.meaning.name), 1)).collect();
        (statuses.len() > 1).then(|| format!("| {code} | {} |", uses.join("<br>")))
    });
    "| number | statuses |\n| ---: | --- |\n".to_owned() + &lines(rows)
}

/// Every status, with its number in the newest release, or else the last number that it had and its releases.
fn statuses() -> String {
    let rows = STATUSES.iter().map(|status| {
        let number = match newest().position(status.name) {
            Some(position) => newest().meanings[position].code.to_string(),
            None => {
                let last = status.spans.last().unwrap();
                format!("{} ({})", last.code, text::range(last.since, last.until))
            }
        };
        format!("| {number} | {} | {} |", linked(status), status.sentence)
    });
    "| number | status | meaning |\n| ---: | --- | --- |\n".to_owned() + &lines(rows)
}

/// The name of a status, with a link to its explanation if there is one.
fn linked(Status { name, .. }: &Status) -> String {
    let path = format!("explanations/{name}.md");
    match Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists() {
        true => format!("[`{name}`](../{path})"),
        false => format!("`{name}`"),
    }
}
