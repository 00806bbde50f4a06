//! The parts of other files that come from the table, between `#region NAME` and `#endregion`: names and types in index.js,
//! index.d.ts and releases.d.ts, tables in README.md and docs/status.md. `cargo test` writes them afresh, and fails where that changed a file.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::release::RELEASES;
use crate::status::{Category, Export, RENUMBERED, STATUSES, Span, Status};
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

/// Writes the regions of a file, in the order in which they stand in it, and fails where that changed it.
#[track_caller]
fn assert_derived(file: &str, regions: &[(&str, String)]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(file);
    let present = fs::read_to_string(&path).unwrap();
    let mut derived = String::new();
    let mut rest = present.as_str();
    for (name, content) in regions {
        let start = rest.find(&format!("#region {name} ")).unwrap_or_else(|| panic!("{file} has no region {name}"));
        let start = start + rest[start..].find('\n').unwrap() + 1;
        let end = start + rest[start..].find("#endregion").unwrap();
        let end = rest[..end].rfind('\n').unwrap() + 1;
        derived += &rest[..start];
        derived += content;
        rest = &rest[end..];
    }
    derived += rest;
    if derived != present {
        fs::write(&path, derived).unwrap();
        panic!("{file} was stale and has been written afresh: look at the change and commit it");
    }
}

#[test]
fn index_js() {
    let names: Vec<_> = documented().meanings.iter().map(|meaning| format!("{},", meaning.name)).collect();
    let names = names.chunks(4).map(|names| format!("  {}", names.join(" ")));
    assert_derived("index.js", &[("names", lines(names))]);
    // An addon of another version is refused.
    let version = format!("const version = '{}'", env!("CARGO_PKG_VERSION"));
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
    assert_derived(
        "index.d.ts",
        &[
            ("constants", constant("", "export const")),
            ("status", constant("  ", "readonly")),
            ("categories", categories),
            ("unexported", names(unexported)),
            ("exported", names(exported)),
        ],
    );
}

/// What the client has returned since its numbers are not those of the document, for the hover text of a documented constant.
fn since_renumbered(meaning: &Meaning) -> String {
    let stop = if meaning.sentence.ends_with('.') { "" } else { "." };
    let last = meaning.status.spans.last().unwrap();
    let said = match last.until.map(|until| (until, until > RENUMBERED)) {
        None if last.code == meaning.code => return String::new(),
        None => format!("The client has returned {} since {}: see forRelease.", last.code, last.since),
        Some((gone, true)) => {
            let range = text::range(last.since, last.until);
            format!("The client returned {} in {range}, and has not had it since {gone}: see forRelease.", last.code)
        }
        Some((gone, false)) => format!("The client has not had it since {gone}: see forRelease."),
    };
    format!("{stop} {said}")
}

#[test]
fn releases_d_ts() {
    let release_of = |version: &str| Table::index_of(version).and_then(Table::at).unwrap().name();
    let versions = RELEASES.iter().map(|release| format!("'{release}'")).chain([LATEST.to_owned()]);
    let releases = versions.map(|version| format!("  {version}: '{}'", release_of(version.trim_matches('\''))));

    let held = held();
    let members = held.iter().map(|(lifetime, rows)| {
        let rows = rows.iter().map(|(key, code, sentence)| format!("    /** {sentence} */\n    readonly {key}: {code}"));
        format!("  '{}': {{\n{}  }}", range(lifetime), lines(rows))
    });

    let (mut tables, mut statuses) = (Vec::new(), Vec::new());
    let (mut name, mut before) = (None, Vec::new());
    for (at, release) in TABLE_RELEASES.iter().enumerate() {
        let living: Vec<_> = held.keys().filter(|(since, until)| (*since..*until).contains(&at)).collect();
        if living != before {
            let (stay, new): (Vec<_>, Vec<_>) = living.iter().partition(|(since, _)| *since < at);
            let types = |lifetimes: Vec<&Lifetime>| -> Vec<_> {
                lifetimes.into_iter().map(|lifetime| format!("Held['{}']", range(lifetime))).collect()
            };
            let stay = name.take().filter(|_| stay == before).map_or_else(|| types(stay), |name| vec![name]);
            let status = format!("Status_{release}").replace('.', "_");
            statuses.push(intersection(&status, &[stay, types(new)].concat()));
            (name, before) = (Some(status), living);
        }
        tables.extend(name.as_ref().map(|name| format!("  '{release}': {name}")));
    }
    assert_derived(
        "releases.d.ts",
        &[
            ("releases", lines(releases)),
            ("tables", lines(tables.into_iter())),
            ("statuses", lines(statuses.into_iter())),
            ("held", lines(members)),
        ],
    );
}

/// A key of `aerospike.status`, its number, and the sentence of what it stands for.
type Row = (&'static str, i32, &'static str);

/// The position of the first table that has a row, and of the first that no longer does.
type Lifetime = (usize, usize);

/// The rows of all releases, by how long they lasted.
fn held() -> BTreeMap<Lifetime, Vec<Row>> {
    let rows = |table: &'static Table| -> Vec<Row> {
        let sentence = |key| table.meanings[table.position(key).unwrap()].sentence;
        table.keys.iter().map(|(key, code)| (*key, *code, sentence(key))).collect()
    };
    let tables: Vec<_> = (1..=TABLE_RELEASES.len()).map(|index| rows(Table::at(index).unwrap())).collect();
    let has = |at: usize, row: &Row| tables.get(at).is_some_and(|rows| rows.contains(row));
    let mut held = BTreeMap::new();
    for (at, rows) in tables.iter().enumerate() {
        for row in rows.iter().filter(|row| at == 0 || !has(at - 1, row)) {
            let until = (at..).find(|&at| !has(at, row)).unwrap();
            held.entry((at, until)).or_insert_with(Vec::new).push(*row);
        }
    }
    held
}

fn range((since, until): &Lifetime) -> String {
    text::range(TABLE_RELEASES[*since], TABLE_RELEASES.get(*until).copied())
}

/// On one line where that fits, as Prettier has it.
fn intersection(name: &str, types: &[String]) -> String {
    let line = format!("type {name} = {}", types.join(" & "));
    if line.len() <= 130 { line } else { format!("type {name} = {}", types.join(" &\n  ")) }
}

#[test]
fn readme_md() {
    assert_derived("README.md", &[("documented", documented_beside_present())]);
    let [first, .., last] = RELEASES else { panic!("no releases") };
    let range = format!("{} releases from {first} to {last}", RELEASES.len());
    for document in [include_str!("../README.md"), include_str!("../docs/status.md")] {
        assert!(document.contains(&range), "README.md and docs/status.md must say: {range}");
    }
}

#[test]
fn docs_status_md() {
    assert_derived(
        "docs/status.md",
        &[("documented", documented_beside_present()), ("collisions", collisions()), ("statuses", statuses())],
    );
}

/// The 18 documented names with the document's number, that of the releases before 1.0.20, and today's.
fn documented_beside_present() -> String {
    let first = Table::at(1).unwrap();
    let number = |table: &Table, status: &Status| {
        table.position(status.name).map_or("-".to_owned(), |position| table.meanings[position].code.to_string())
    };
    let rows = documented().meanings.iter().map(|meaning| {
        let (before, now) = (number(first, meaning.status), number(newest(), meaning.status));
        format!("| `{}` | {} | {before} | {now} |", meaning.name, meaning.code)
    });
    let Span { since, until, .. } = STATUSES[1].spans[0];
    let newest = RELEASES.last().unwrap();
    format!("| status | 1.x document | {} | {newest} |\n| --- | ---: | ---: | ---: |\n", text::range(since, until)) + &lines(rows)
}

/// The numbers that have stood for more than one status.
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

/// Every status, a section a category.
fn statuses() -> String {
    let section = |category: &Category| {
        let rows = STATUSES.iter().filter(|status| status.category == *category).map(row);
        format!(
            "\n### {}\n\n| status | 1.x document | number in releases | transient | meaning |\n| --- | ---: | --- | --- | --- |\n{}",
            category.name(),
            lines(rows)
        )
    };
    Category::ALL.iter().map(section).collect::<String>() + "\n"
}

fn row(status: &Status) -> String {
    let documented = status.documented.as_ref().map_or(String::new(), |documented| documented.code.to_string());
    let eras = status.spans.iter().map(|span| {
        let export = match span.export {
            Export::Whole => String::new(),
            Export::ShortOnly => format!(" (as `{}` only)", status.short_name()),
            Export::Nothing => " (not exported)".to_owned(),
        };
        format!("{}: {}{export}", span.code, text::range(span.since, span.until))
    });
    let transient = if status.transient { "yes" } else { "" };
    let eras = eras.collect::<Vec<_>>().join("<br>");
    let path = format!("explanations/{}.md", status.name);
    let name = match Path::new(env!("CARGO_MANIFEST_DIR")).join(&path).exists() {
        // An address that holds in the installed package too, which has no explanations/.
        true => format!("[`{}`]({}/blob/main/{path})", status.name, env!("CARGO_PKG_REPOSITORY")),
        false => format!("`{}`", status.name),
    };
    format!("| {name} | {documented} | {eras} | {transient} | {} |", status.sentence)
}
