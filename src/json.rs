//! What goes over to JavaScript in one piece, as JSON: JSON.parse is the fastest way to build many objects there, builds them in
//! the caller's realm, and no prototype that an application has changed gets in between.
//!
//! A row of a table is named by its position in the table's list.

use std::io;

use serde::{Serialize, Serializer};

use crate::table::{Era, Meaning, TABLE_RELEASES, Table};
use crate::text;

/// What a table is called and the numbers it has.
#[derive(Serialize)]
struct Numbers<'a> {
    release: String,
    #[serde(serialize_with = "as_object")]
    status: &'a [(&'static str, i32)],
    #[serde(skip_serializing_if = "Option::is_none")]
    releases: Option<Vec<String>>,
}

/// What a table says.
#[derive(Serialize)]
struct Rows<'a> {
    rows: Vec<Row<'a>>,
    answers: Vec<Answer>,
}

/// StatusInfo of index.d.ts.
#[derive(Serialize)]
struct Row<'a> {
    code: i32,
    name: &'a str,
    description: &'a str,
    category: &'a str,
    transient: bool,
    exported: bool,
}

/// What a table says of one of its numbers.
#[derive(Serialize)]
struct Answer {
    code: i32,
    meanings: Vec<usize>,
    /// Only where there are several meanings: that of one is in its row. Null, not absent: a polluted Object.prototype may have one.
    description: Option<String>,
}

#[derive(Serialize)]
struct Range {
    code: i32,
    since: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    until: Option<String>,
    exported: bool,
}

impl<'a> From<&'a Meaning> for Row<'a> {
    fn from(Meaning { code, name, sentence, exported, status }: &'a Meaning) -> Row<'a> {
        let (category, transient) = (status.category.name(), status.transient);
        Row { code: *code, name, description: sentence, category, transient, exported: *exported }
    }
}

/// The release and the `status` of a table, and with the documented one the releases that have other tables.
pub fn table(table: &Table) -> io::Result<String> {
    let releases = table.release.is_none().then(|| TABLE_RELEASES.iter().map(ToString::to_string).collect());
    Ok(serde_json::to_string(&Numbers { release: table.name(), status: &table.keys, releases })?)
}

/// The rows of a table, and for each of its numbers the answer.
pub fn rows(table: &Table) -> io::Result<String> {
    let answer = |code| {
        let meanings: Vec<_> = table.positions_of(code).collect();
        let description = (meanings.len() > 1).then(|| text::describe(table, code));
        Answer { code, meanings, description }
    };
    let rows = table.meanings.iter().map(Row::from).collect();
    Ok(serde_json::to_string(&Rows { rows, answers: table.codes().map(answer).collect() })?)
}

/// The numbers a name had.
pub fn history(eras: &[Era]) -> io::Result<String> {
    let range = |era: &Era| Range {
        code: era.code,
        since: era.since.to_string(),
        until: era.until.map(|until| until.to_string()),
        exported: era.exported,
    };
    array(eras.iter().map(range))
}

/// An array.
pub fn array<T: Serialize>(elements: impl IntoIterator<Item = T>) -> io::Result<String> {
    Ok(serde_json::to_string(&elements.into_iter().collect::<Vec<_>>())?)
}

fn as_object<S: Serializer>(keys: &&[(&'static str, i32)], serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(keys.iter().copied())
}
