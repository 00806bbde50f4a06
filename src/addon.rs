//! Where Rust meets JavaScript: what index.js calls. A table goes over whole, once, when it is first asked for; index.js keeps
//! what it says of its own codes and comes back for everything else. Nothing of JavaScript's is kept here between calls, so
//! workers and contexts share nothing but the tables.
//!
//! No export calls JavaScript: where the stack is used up, V8 crashes in a function that an addon calls.
//! Every export has `catch_unwind`: a panic, should there be one, becomes an exception instead of ending the process.

use napi::bindgen_prelude::*;
use napi::{Env, JsString, Property, PropertyAttributes};
use napi_derive::napi;

use crate::argument::{Argument, number as number_of, text as text_of};
use crate::release::RELEASES;
use crate::table::{self, DOCUMENTED, Table};
use crate::{json, text, value};

/// The index of a version's table, by which the other functions know it.
#[napi(catch_unwind)]
pub fn index_of(env: &Env, version: Unknown) -> Result<u32> {
    index(&Argument { env, function: "forRelease", name: "version" }, version)
}

/// The release and the `status` of a table, as JSON; with the documented one, which is the module itself, the `releases` at which
/// the table changed.
#[napi(catch_unwind, js_name = "table")]
pub fn numbers(table: u32) -> Result<String> {
    Ok(json::table(table_at(table)?)?)
}

/// The rows of a table and its answers, as JSON.
#[napi(catch_unwind)]
pub fn rows(table: u32) -> Result<String> {
    Ok(json::rows(table_at(table)?)?)
}

/// What a code means.
#[napi(catch_unwind)]
pub fn describe(env: &Env, table: u32, code: Unknown) -> Result<String> {
    let table = table_at(table)?;
    let code = Argument { env, function: "describe", name: "code" }.code(code)?;
    Ok(text::describe(table, code))
}

/// The position of the first row of a number, or of the row of a name; null where there is none.
#[napi(catch_unwind)]
pub fn lookup(env: &Env, table: u32, key: Unknown) -> Result<Option<u32>> {
    let table = table_at(table)?;
    let argument = Argument { env, function: "lookup", name: "key" };
    let position = if let Some(name) = text_of(key)? {
        table.position(&name)
    } else if number_of(key)?.is_some() {
        let code = argument.code(key)?;
        table.positions_of(code).next()
    } else {
        return Err(argument.wrong_type("a number or a string", key));
    };
    Ok(position.map(|position| position as u32))
}

/// The positions of the rows of a number, as JSON.
#[napi(catch_unwind)]
pub fn lookup_all(env: &Env, table: u32, code: Unknown) -> Result<String> {
    let table = table_at(table)?;
    let code = Argument { env, function: "lookupAll", name: "code" }.code(code)?;
    Ok(json::array(table.positions_of(code))?)
}

/// The positions of the rows with every word of a text, as JSON.
#[napi(catch_unwind)]
pub fn search(env: &Env, table: u32, text: Unknown) -> Result<String> {
    let table = table_at(table)?;
    let text = Argument { env, function: "search", name: "text" }.string(text)?;
    Ok(json::array(table.search(&text))?)
}

/// Whether a value, with its code, stands for success.
#[napi(catch_unwind)]
pub fn is_ok(value: Unknown, code: Unknown) -> bool {
    value::is_ok(value, code)
}

/// Whether a code is one of a transient status.
#[napi(catch_unwind)]
pub fn is_transient(table: u32, code: Unknown) -> Result<bool> {
    let table = table_at(table)?;
    Ok(value::status_code(code).is_some_and(|code| table.is_transient(code)))
}

/// A failure as one line of a log; null where there is neither a status code nor a message.
#[napi(catch_unwind)]
pub fn format<'env>(
    env: &'env Env,
    table: u32,
    code: Unknown,
    message: Unknown,
    name: Unknown,
) -> Result<Either<JsString<'env>, Null>> {
    let table = table_at(table)?;
    let mut failure = value::failure(code, message);
    if failure.code.is_none() {
        if failure.message.is_empty() {
            return Ok(Either::B(Null));
        }
        failure.message = value::named(name, failure.message);
    }
    env.create_string_utf16(failure.line(table)).map(Either::A)
}

/// A text on one line.
#[napi(catch_unwind)]
pub fn one_line<'env>(env: &'env Env, text: Unknown) -> Result<JsString<'env>> {
    env.create_string_utf16(text::one_line(&value::utf16(text).unwrap_or_default()))
}

/// Defines on an error what its source told: the code, the status's name, where it happened, and the source as the cause.
#[napi(catch_unwind)]
#[allow(clippy::too_many_arguments)] // One for each property of the source.
pub fn define_details(
    env: &Env,
    table: u32,
    mut error: Object,
    source: Unknown,
    code: Unknown,
    message: Unknown,
    func: Unknown,
    file: Unknown,
    line: Unknown,
    in_doubt: Unknown,
) -> Result<()> {
    let table = table_at(table)?;
    let failure = value::failure(code, message);
    let has_code = failure.code.is_some() || value::is(source, &[ValueType::Object, ValueType::Function]);
    let mut properties = Vec::new();
    if has_code && value::is(code, &[ValueType::Number, ValueType::String]) {
        properties.push(property("code", code)?);
    }
    if let Some(meaning) = failure.meanings(table).first() {
        properties.push(property("statusName", meaning.name.into_unknown(env)?)?);
    }
    for (name, detail, its_type) in [
        ("func", func, ValueType::String),
        ("file", file, ValueType::String),
        ("line", line, ValueType::Number),
        ("inDoubt", in_doubt, ValueType::Boolean),
    ] {
        if value::is(detail, &[its_type]) {
            properties.push(property(name, detail)?);
        }
    }
    // As an Error's own properties are.
    let hidden = PropertyAttributes::Writable | PropertyAttributes::Configurable;
    for (name, detail) in [("name", "AerospikeError".into_unknown(env)?), ("cause", source)] {
        properties.push(property(name, detail)?.with_property_attributes(hidden));
    }
    error.define_properties(&properties)
}

/// The numbers a name had, oldest first, as JSON.
#[napi(catch_unwind)]
pub fn history(env: &Env, name: Unknown) -> Result<String> {
    let name = Argument { env, function: "history", name: "name" }.string(name)?;
    Ok(json::history(&table::history(&name))?)
}

/// The numbers that a code's meanings in one release have in another, as JSON. `from` and `to` are those of the route.
#[napi(catch_unwind)]
pub fn translate(env: &Env, code: Unknown, route: Unknown, from: Unknown, to: Unknown) -> Result<String> {
    let argument = |name| Argument { env, function: "translate", name };
    let code = argument("code").code(code)?;
    if !value::is(route, &[ValueType::Object, ValueType::Function]) {
        return Err(argument("route").wrong_type("an object with `from` and `to`", route));
    }
    let from = table_at(index(&argument("route.from"), from)?)?;
    let to = table_at(index(&argument("route.to"), to)?)?;
    Ok(json::array(from.translate(code, to))?)
}

/// The index of a version's table, or the error for what is no version.
fn index(argument: &Argument, version: Unknown) -> Result<u32> {
    let text = argument.string(version)?;
    let index = Table::index_of(&text).and_then(|index| u32::try_from(index).ok());
    let wanted = || format!("'{DOCUMENTED}' or a release from {} on, as X.Y.Z", RELEASES[0]);
    index.ok_or_else(|| argument.out_of_range(&wanted(), version))
}

fn table_at(index: u32) -> Result<&'static Table> {
    #[cfg(feature = "panic-test")]
    assert_ne!(index, u32::MAX, "the panic that the test build asks for");
    let table = usize::try_from(index).ok().and_then(Table::at);
    table.ok_or_else(|| Error::new(Status::InvalidArg, format!("no table has the index {index}")))
}

fn property(name: &str, value: Unknown) -> Result<Property> {
    Ok(Property::new().with_utf8_name(name)?.with_value(&value))
}
