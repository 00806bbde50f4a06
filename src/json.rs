//! The JSON that JavaScript gets. JSON.parse is the fastest way to build many objects, builds them in the caller's realm, and ignores
//! prototypes that an application has changed.
//!
//! JavaScript refers to a row by its position in the table's list.

use std::io;

use serde::{Serialize, Serializer};

use crate::subcode::{self, Subcode};
use crate::table::{Meaning, TABLE_RELEASES, Table, Version};
use crate::text;

/// A release, and the numbers of its table.
#[derive(Serialize)]
struct Numbers<'a> {
    release: String,
    table: usize,
    #[serde(serialize_with = "as_object")]
    status: &'a [(&'static str, i32)],
    across: Option<AcrossTables>,
}

/// What the module exports across tables: the constants of `aerospike.subcode`, and the releases at which the table changed.
#[derive(Serialize)]
struct AcrossTables {
    #[serde(serialize_with = "as_object")]
    subcode: Vec<(&'static str, u32)>,
    releases: Vec<String>,
}

/// A whole table.
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
    #[serde(rename = "inDoubt")]
    in_doubt: bool,
    exported: bool,
    subcodes: Vec<SubcodeRow>,
}

/// SubcodeInfo of index.d.ts.
#[derive(Serialize)]
struct SubcodeRow {
    subcode: u32,
    name: &'static str,
    description: &'static str,
    transient: bool,
}

/// What a number of a table means.
#[derive(Serialize)]
struct Answer {
    code: i32,
    meanings: Vec<usize>,
    /// Only for a number with several meanings: with one meaning, its row has the description. Null instead of absent, because a polluted
    /// Object.prototype may have a `description`.
    description: Option<String>,
}

impl<'a> From<&'a Meaning> for Row<'a> {
    fn from(Meaning { code, name, sentence, exported, status, subcodes }: &'a Meaning) -> Row<'a> {
        let (category, transient, in_doubt) = (status.category.name(), status.transient, status.in_doubt);
        let subcodes = subcodes.iter().map(|&Subcode { subcode, name, sentence: description, transient, .. }| SubcodeRow {
            subcode,
            name,
            description,
            transient,
        });
        let subcodes = subcodes.collect();
        Row { code: *code, name, description: sentence, category, transient, in_doubt, exported: *exported, subcodes }
    }
}

/// A release, the index of its table, and its `status`. For the documented table, also what the module exports across tables.
pub fn release(version: &Version) -> io::Result<String> {
    let Version { release, index, table } = version;
    let across = release.is_none().then(|| AcrossTables {
        subcode: subcode::constants().collect(),
        releases: TABLE_RELEASES.iter().map(ToString::to_string).collect(),
    });
    Ok(serde_json::to_string(&Numbers { release: version.name(), table: *index, status: &table.keys, across })?)
}

/// The rows of a table, and the answer for each of its numbers.
pub fn rows(table: &Table) -> io::Result<String> {
    let answer = |code| {
        let meanings: Vec<_> = table.positions_of(code).collect();
        let description = (meanings.len() > 1).then(|| text::describe(table, code, None));
        Answer { code, meanings, description }
    };
    let rows = table.meanings.iter().map(Row::from).collect();
    Ok(serde_json::to_string(&Rows { rows, answers: table.codes().map(answer).collect() })?)
}

pub fn array<T: Serialize>(elements: impl IntoIterator<Item = T>) -> io::Result<String> {
    Ok(serde_json::to_string(&elements.into_iter().collect::<Vec<_>>())?)
}

fn as_object<T: Serialize + Copy, S: Serializer>(
    keys: &impl AsRef<[(&'static str, T)]>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(keys.as_ref().iter().copied())
}
