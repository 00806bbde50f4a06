//! Values that an application has in hand when a call failed: codes, error objects of any client generation, or anything else.
//! Nothing in here fails, whatever a getter or a Proxy does.

use napi::bindgen_prelude::*;
use napi::{JsValue, ValueType};

use crate::argument::{integer, number};
use crate::text::Failure;

/// `read(value, name)` of index.js: the property of an object, or undefined where reading it fails. Foreign objects are read by
/// JavaScript, since clearing an exception that a getter throws takes `unsafe` in Rust.
pub type Read<'a> = Function<'a, FnArgs<(Unknown<'a>, &'static str)>, Unknown<'a>>;

/// `text(value)` of index.js: the value's own text, or an empty string.
pub type Text<'a> = Function<'a, Unknown<'a>, Unknown<'a>>;

/// Success: null, undefined, 0, or an object whose `code` is 0.
pub fn is_ok(value: Unknown, read: &Read) -> bool {
    match value.get_type() {
        Ok(ValueType::Null | ValueType::Undefined) => true,
        _ => raw_code(value, read) == Some(0.0),
    }
}

/// The status code: the value itself, or an object's `code`.
pub fn code(value: Unknown, read: &Read) -> Option<i32> {
    raw_code(value, read).and_then(integer)
}

fn raw_code(value: Unknown, read: &Read) -> Option<f64> {
    let holder = if is_object(value) { property(value, "code", read)? } else { value };
    number(holder).ok().flatten()
}

/// The failure that a value tells of. Where it has no code, the message is the value's own text.
pub fn failure<'a>(value: Unknown<'a>, read: &Read<'a>, text: &Text<'a>) -> Failure {
    let code = code(value, read);
    let message = match message(value, read) {
        Some(message) if code.is_some() => message,
        Some(message) => named(value, message, read),
        None if code.is_some() => Vec::new(),
        None => own_text(value, text),
    };
    Failure { code, message }
}

/// The `message` of an object.
pub fn message<'a>(value: Unknown<'a>, read: &Read<'a>) -> Option<Vec<u16>> {
    property(value, "message", read).and_then(utf16).filter(|message| !message.is_empty())
}

/// `TypeError: message`, as a stack trace begins.
fn named<'a>(value: Unknown<'a>, message: Vec<u16>, read: &Read<'a>) -> Vec<u16> {
    match property(value, "name", read).and_then(utf16) {
        Some(name) if !name.is_empty() => [name, message].join(&[u16::from(b':'), u16::from(b' ')][..]),
        _ => message,
    }
}

fn own_text<'a>(value: Unknown<'a>, text: &Text<'a>) -> Vec<u16> {
    if let Some(text) = utf16(value) {
        return text;
    }
    let written = text.call(value).ok().and_then(utf16).filter(|written| !written.is_empty());
    written.unwrap_or_else(|| "[object Object]".encode_utf16().collect())
}

/// A property of an object; nothing where the value is no object, or has no such property.
pub fn property<'a>(value: Unknown<'a>, name: &'static str, read: &Read<'a>) -> Option<Unknown<'a>> {
    if !is_object(value) {
        return None;
    }
    let property = read.call((value, name).into()).ok()?;
    (property.get_type().ok()? != ValueType::Undefined).then_some(property)
}

fn is_object(value: Unknown) -> bool {
    matches!(value.get_type(), Ok(ValueType::Object | ValueType::Function))
}

fn utf16(value: Unknown) -> Option<Vec<u16>> {
    if value.get_type().ok()? != ValueType::String {
        return None;
    }
    let string = value.coerce_to_string().ok()?;
    let length = string.utf16_len().ok()?;
    // napi's slice ends with the terminating zero.
    string.into_utf16().ok()?.as_slice().get(..length).map(<[u16]>::to_vec)
}
