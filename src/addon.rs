//! Where Rust meets JavaScript: what index.js calls. A table goes over whole, once, when it is first asked for; index.js keeps
//! what it says of its own codes and comes back for everything else. Nothing of JavaScript's is kept here between calls, so
//! workers and contexts share nothing but the tables.
//!
//! Every export has `catch_unwind`: a panic, should there be one, becomes an exception instead of ending the process.

use napi::bindgen_prelude::*;
use napi::{Env, JsString, JsValue, Property, PropertyAttributes};
use napi_derive::napi;

use crate::argument::{Argument, Refuse, number as number_of, text as text_of};
use crate::release::RELEASES;
use crate::table::{self, DOCUMENTED, Table};
use crate::value::{self, Read, Source, Text};
use crate::{json, text};

/// The index of a version's table, by which the other functions know it.
#[napi(catch_unwind)]
pub fn index_of(env: &Env, version: Unknown, refuse: Refuse) -> Result<u32> {
    index(&Argument { env, refuse: &refuse, function: "forRelease", name: "version" }, version)
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
pub fn describe(env: &Env, table: u32, code: Unknown, refuse: Refuse) -> Result<String> {
    let table = table_at(table)?;
    let code = Argument { env, refuse: &refuse, function: "describe", name: "code" }.code(code)?;
    Ok(text::describe(table, code))
}

/// The position of the first row of a number, or of the row of a name; null where there is none.
#[napi(catch_unwind)]
pub fn lookup(env: &Env, table: u32, key: Unknown, refuse: Refuse) -> Result<Option<u32>> {
    let table = table_at(table)?;
    let argument = |name| Argument { env, refuse: &refuse, function: "lookup", name };
    let position = if let Some(name) = text_of(key)? {
        table.position(&name)
    } else if number_of(key)?.is_some() {
        let code = argument("code").code(key)?;
        table.positions_of(code).next()
    } else {
        return Err(argument("key").wrong_type("a number or a string", key));
    };
    Ok(position.map(|position| position as u32))
}

/// The positions of the rows of a number, as JSON.
#[napi(catch_unwind)]
pub fn lookup_all(env: &Env, table: u32, code: Unknown, refuse: Refuse) -> Result<String> {
    let table = table_at(table)?;
    let code = Argument { env, refuse: &refuse, function: "lookupAll", name: "code" }.code(code)?;
    Ok(json::array(table.positions_of(code))?)
}

/// The positions of the rows with every word of a text, as JSON.
#[napi(catch_unwind)]
pub fn search(env: &Env, table: u32, text: Unknown, refuse: Refuse) -> Result<String> {
    let table = table_at(table)?;
    let text = Argument { env, refuse: &refuse, function: "search", name: "text" }.string(text)?;
    Ok(json::array(table.search(&text))?)
}

/// Whether a value stands for success.
#[napi(catch_unwind)]
pub fn is_ok<'env>(value: Unknown<'env>, read: Read<'env>) -> bool {
    Source::new(value, &read).is_ok()
}

/// Whether a value's code is one of a transient status.
#[napi(catch_unwind)]
pub fn is_transient<'env>(table: u32, value: Unknown<'env>, read: Read<'env>) -> Result<bool> {
    let table = table_at(table)?;
    Ok(Source::new(value, &read).status_code().is_some_and(|code| table.is_transient(code)))
}

/// A value as one line of a log.
#[napi(catch_unwind)]
pub fn format<'env>(
    env: &'env Env,
    table: u32,
    value: Unknown<'env>,
    read: Read<'env>,
    text: Text<'env>,
) -> Result<JsString<'env>> {
    let table = table_at(table)?;
    let source = Source::new(value, &read);
    env.create_string_utf16(source.failure(source.message(), &text).line(table))
}

/// An instance of index.js's AerospikeError for a failure; null for success.
#[napi(catch_unwind)]
pub fn to_error<'env>(
    env: &'env Env,
    table: u32,
    aerospike_error: Function<'env, Unknown<'env>, Unknown<'env>>,
    value: Unknown<'env>,
    read: Read<'env>,
    text: Text<'env>,
) -> Result<Either<Unknown<'env>, Null>> {
    let table = table_at(table)?;
    let source = Source::new(value, &read);
    if source.is_ok() {
        return Ok(Either::B(Null));
    }
    let message = source.message();
    let failure = source.failure(message.clone(), &text);
    let message = message.unwrap_or_else(|| failure.line(table));
    let error = aerospike_error.new_instance(env.create_string_utf16(message)?.to_unknown())?;

    let has_code = value::is_object(value) || failure.code.is_some();
    let code = source.code.filter(|code| has_code && is(code, &[ValueType::Number, ValueType::String]));
    let name = failure.meanings(table).first().map(|meaning| meaning.name.into_unknown(env)).transpose()?;
    let told = |name, kind| source.property(name).filter(|told| is(told, &[kind]));
    let details = [
        ("code", code),
        ("statusName", name),
        ("func", told("func", ValueType::String)),
        ("file", told("file", ValueType::String)),
        ("line", told("line", ValueType::Number)),
        ("inDoubt", told("inDoubt", ValueType::Boolean)),
    ];
    let mut properties = Vec::with_capacity(details.len() + 2);
    for (name, detail) in details {
        if let Some(detail) = detail {
            properties.push(property(name, detail)?);
        }
    }
    // As an Error's own properties are.
    let hidden = PropertyAttributes::Writable | PropertyAttributes::Configurable;
    for (name, detail) in [("name", "AerospikeError".into_unknown(env)?), ("cause", value)] {
        properties.push(property(name, detail)?.with_property_attributes(hidden));
    }
    error.coerce_to_object()?.define_properties(&properties)?;
    Ok(Either::A(error))
}

fn is(value: &Unknown, kinds: &[ValueType]) -> bool {
    value.get_type().is_ok_and(|kind| kinds.contains(&kind))
}

/// The numbers a name had, oldest first, as JSON.
#[napi(catch_unwind)]
pub fn history(env: &Env, name: Unknown, refuse: Refuse) -> Result<String> {
    let name = Argument { env, refuse: &refuse, function: "history", name: "name" }.string(name)?;
    Ok(json::history(&table::history(&name))?)
}

/// The numbers that a code's meanings in one release have in another, as JSON.
#[napi(catch_unwind)]
pub fn translate<'env>(
    env: &'env Env,
    code: Unknown<'env>,
    route: Unknown<'env>,
    read: Read<'env>,
    refuse: Refuse<'env>,
) -> Result<String> {
    let argument = |name| Argument { env, refuse: &refuse, function: "translate", name };
    let code = argument("code").code(code)?;
    if !value::is_object(route) {
        return Err(argument("route").wrong_type("an object with `from` and `to`", route));
    }
    let end = |key, name| {
        let version = value::property(route, key, &read).map_or_else(|| ().into_unknown(env), Ok)?;
        table_at(index(&argument(name), version)?)
    };
    let from = end("from", "route.from")?;
    let to = end("to", "route.to")?;
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
