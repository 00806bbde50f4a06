//! The functions that JavaScript calls. index.js gets each table once, as a whole, and answers for the table's own codes itself. It
//! calls the other functions for everything else. Rust keeps no JavaScript value between calls, so workers and contexts share only the
//! tables.
//!
//! No export calls JavaScript, because V8 crashes if an addon calls a function when the stack is exhausted.
//! Every export has `catch_unwind`, which turns a panic into an exception instead of ending the process.

use napi::bindgen_prelude::*;
use napi::{Env, JsString, ValueType};
use napi_derive::napi;

use crate::argument::Argument;
use crate::failure::{self, Failure};
use crate::numbers::RELEASES;
use crate::release::Release;
use crate::table::{self, DOCUMENTED, Key, LATEST, TABLE_RELEASES, Table, Version};
use crate::{explain, json, search, suggest, text, value};

/// The version of this package. index.js refuses an addon of another version.
#[napi(catch_unwind)]
pub fn version() -> &'static str {
    env!("CARGO_PKG_VERSION")
}

/// The known release of a version, the index of its table, and its `status`, as JSON. For the documented table, also what the module
/// exports across tables: `releases` and `subcode`.
#[napi(catch_unwind)]
pub fn release(env: &Env, version: Unknown) -> Result<String> {
    Ok(json::release(&known(&Argument { env, function: "forRelease", name: "version" }, version)?)?)
}

/// The rows of a table, and the answer for each of its numbers, as JSON.
#[napi(catch_unwind)]
pub fn rows(table: u32) -> Result<String> {
    Ok(json::rows(table_at(table)?)?)
}

/// The sentence for a code, or for its subcode.
#[napi(catch_unwind)]
pub fn describe(env: &Env, table: u32, code: Unknown, subcode: Unknown) -> Result<String> {
    let code = Argument { env, function: "describe", name: "code" }.code(code)?;
    let subcode = Argument { env, function: "describe", name: "subcode" }.subcode(subcode)?;
    Ok(text::describe(table_at(table)?, code, subcode))
}

/// The position of the first row with a code or name; null if there is none.
#[napi(catch_unwind)]
pub fn lookup(env: &Env, table: u32, key: Unknown) -> Result<Option<u32>> {
    let key = Argument { env, function: "lookup", name: "key" }.key(key)?;
    Ok(table_at(table)?.position_of(&key).map(|position| position as u32))
}

/// The full name of the status that a name stands for: in the table, otherwise in the newest release that has it. Empty for a number that
/// only other releases have. Throws if no release has the name.
#[napi(catch_unwind)]
pub fn resolve(env: &Env, table: u32, name: Unknown) -> Result<&'static str> {
    let argument = Argument { env, function: "is", name: "names" };
    let table = table_at(table)?;
    let text = argument.string(name)?;
    let key = Key::of(text.clone());
    let meaning_in = |table: &'static Table| table.meanings.get(table.position_of(&key)?);
    if let Some(meaning) = meaning_in(table) {
        return Ok(meaning.status.name);
    }
    match ((0..=TABLE_RELEASES.len()).rev().filter_map(Table::at).find_map(meaning_in), key) {
        (Some(meaning), Key::Name(_)) => Ok(meaning.status.name),
        // No status has an empty name.
        (Some(_), Key::Code(_)) => Ok(""),
        (None, _) => {
            let nearest = suggest::suggest(table, &text).join(", ");
            let nearest = if nearest.is_empty() { String::new() } else { format!(" (nearest: {nearest})") };
            Err(argument.out_of_range(&format!("names of known statuses{nearest}"), name))
        }
    }
}

/// The position of the row with exactly this name, short or full; null if there is none.
#[napi(catch_unwind)]
pub fn row_named(table: u32, name: Unknown) -> Result<Option<u32>> {
    let name = String::from_utf16_lossy(&value::utf16(name).unwrap_or_default());
    let position = table_at(table)?
        .meanings
        .iter()
        .position(|meaning| [meaning.name, meaning.status.name, meaning.status.short_name()].contains(&name.as_str()));
    Ok(position.map(|position| position as u32))
}

/// The position of the row that has this message as its stock sentence; null for `AEROSPIKE_OK`, or if there is none.
#[napi(catch_unwind)]
pub fn stock_sentence(table: u32, message: Unknown) -> Result<Option<u32>> {
    let message = String::from_utf16_lossy(&value::utf16(message).unwrap_or_default());
    let table = table_at(table)?;
    let position = table.position_of_stock_sentence(&message).filter(|position| table.is_failure(*position));
    Ok(position.map(|position| position as u32))
}

/// The position of the row with this name, among the table's own names; null for `AEROSPIKE_OK` and any other text.
#[napi(catch_unwind)]
pub fn named_failure(table: u32, text: Unknown) -> Result<Option<u32>> {
    let table = table_at(table)?;
    let text = String::from_utf16_lossy(&value::utf16(text).unwrap_or_default());
    let position = table.own_position(&text).filter(|position| table.is_failure(*position));
    Ok(position.map(|position| position as u32))
}

/// The positions of the rows with a number, as JSON.
#[napi(catch_unwind)]
pub fn lookup_all(env: &Env, table: u32, code: Unknown) -> Result<String> {
    let code = Argument { env, function: "lookupAll", name: "code" }.code(code)?;
    Ok(json::array(table_at(table)?.positions_of(code))?)
}

/// The positions of the rows that match a text, best first, as JSON.
#[napi(catch_unwind)]
pub fn search(env: &Env, table: u32, text: Unknown) -> Result<String> {
    let text = Argument { env, function: "search", name: "text" }.string(text)?;
    Ok(json::array(search::search(table_at(table)?, &text))?)
}

/// Explains all meanings of a code, or the status with a name.
#[napi(catch_unwind)]
pub fn explain(env: &Env, table: u32, key: Unknown, subcode: Unknown) -> Result<String> {
    let key = Argument { env, function: "explain", name: "key" }.key(key)?;
    let subcode = Argument { env, function: "explain", name: "subcode" }.subcode(subcode)?;
    let table = table_at(table)?;
    Ok(match key {
        Key::Code(code) => explain::explain_code(table, code, subcode),
        Key::Name(name) => explain::explain_name(table, &name, subcode),
    })
}

/// The names of a table that are nearest to a text, as JSON. Without a table, those of all releases: only the command needs these.
#[napi(catch_unwind)]
pub fn suggest(env: &Env, table: Option<u32>, name: Unknown) -> Result<String> {
    let name = Argument { env, function: "suggest", name: "name" }.string(name)?;
    let table = table.map(table_at).transpose()?;
    Ok(json::array(table.map_or_else(|| suggest::suggest_ever(&name), |table| suggest::suggest(table, &name)))?)
}

/// A failure as one line of a log; null if it has neither a status code nor a message. `context` has the messages of the errors that wrap it.
#[napi(catch_unwind)]
#[allow(clippy::too_many_arguments)] // JavaScript reads each of them from the application's value.
pub fn format<'env>(
    env: &'env Env,
    table: u32,
    code: Unknown,
    message: Unknown,
    name: Unknown,
    subcode: Option<u32>,
    context: Unknown,
    in_doubt: Option<bool>,
) -> Result<Option<JsString<'env>>> {
    let [mut message, context] = [message, context].map(|text| value::utf16(text).unwrap_or_default());
    let status = value::code(code);
    if status.is_none() {
        // The code of Node's own errors is a word. For a failed connection in Node 20 it's the only text.
        if message.is_empty() && value::utf16(name).is_some() {
            message = value::utf16(code).unwrap_or_default();
        }
        if message.is_empty() {
            return Ok(None);
        }
        message = value::with_name(name, message);
    }
    let failure = Failure { code: status, subcode, message, context, in_doubt: in_doubt.unwrap_or_default() };
    env.create_string_utf16(failure.line(table_at(table)?)).map(Some)
}

/// The name of the status that a code and a message stand for; null if there is none.
#[napi(catch_unwind)]
pub fn status_name(table: u32, code: Unknown, message: Unknown) -> Result<Option<&'static str>> {
    let message = value::utf16(message).unwrap_or_default();
    Ok(Failure { code: value::code(code), message, ..Failure::default() }.status_name(table_at(table)?))
}

/// A text on one line.
#[napi(catch_unwind)]
pub fn one_line<'env>(env: &'env Env, text: Unknown) -> Result<JsString<'env>> {
    env.create_string_utf16(failure::one_line(&value::utf16(text).unwrap_or_default()))
}

/// The numbers a name had, oldest first, as JSON.
#[napi(catch_unwind)]
pub fn history(env: &Env, name: Unknown) -> Result<String> {
    let name = Argument { env, function: "history", name: "name" }.string(name)?;
    Ok(json::array(table::history(&name))?)
}

/// The numbers that a code's meanings in one release have in another, as JSON. `from` and `to` are the members of `route`.
#[napi(catch_unwind)]
pub fn translate(env: &Env, code: Unknown, route: Unknown, from: Unknown, to: Unknown) -> Result<String> {
    let argument = |name| Argument { env, function: "translate", name };
    let code = argument("code").code(code)?;
    if route.get_type()? != ValueType::Object {
        return Err(argument("route").wrong_type("an object with `from` and `to`", route));
    }
    let [from, to] = [known(&argument("route.from"), from)?, known(&argument("route.to"), to)?];
    Ok(json::array(from.table.translate(code, to.table))?)
}

/// For the command: the code that a word stands for; null for a name.
#[napi(catch_unwind)]
pub fn code_of(word: String) -> Option<i32> {
    match Key::of(word) {
        Key::Code(code) => Some(code),
        Key::Name(_) => None,
    }
}

/// For the command: a text that says which other clients use a name; null for the table's own names and unknown ones.
#[napi(catch_unwind)]
pub fn whose_name(release: String, name: String) -> Option<String> {
    text::whose(Version::known(&release)?.table, &name)
}

/// For the command: what a word means in each table, the latest first, as JSON.
#[napi(catch_unwind)]
pub fn meanings_ever(word: String) -> Result<String> {
    Ok(json::array(text::meanings_ever(&Key::of(word)))?)
}

/// For the command: for each entry of a name's history, its releases in words, as JSON.
#[napi(catch_unwind)]
pub fn era_releases(name: String) -> Result<String> {
    Ok(json::array(table::history(&name).iter().map(text::era_releases))?)
}

/// For the command: the last known release before another; null if there is none.
#[napi(catch_unwind)]
pub fn release_before(release: String) -> Option<String> {
    Release::parse(&release)?.previous().map(|release| release.to_string())
}

/// The known release of a version, or the error for an invalid version.
fn known(argument: &Argument, version: Unknown) -> Result<Version> {
    let text = argument.string(version)?;
    let expected = || {
        let [first, .., last] = RELEASES else { return String::new() };
        format!(
            "'{DOCUMENTED}', '{LATEST}', or a release since {first} such as {last} or 6. For the installed \
             client, pass require('aerospike/package.json').version"
        )
    };
    Version::known(&text).ok_or_else(|| argument.out_of_range(&expected(), version))
}

fn table_at(index: u32) -> Result<&'static Table> {
    #[cfg(feature = "panic-test")]
    assert_ne!(index, u32::MAX, "a panic for the test of catch_unwind");
    let table = usize::try_from(index).ok().and_then(Table::at);
    table.ok_or_else(|| Error::new(Status::InvalidArg, format!("no table has the index {index}")))
}
