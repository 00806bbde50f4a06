//! What index.js has read of a value that an application holds: a code, a message, a name. It reads them itself, so that no code of
//! the application's runs in here and nothing can fail. Calling JavaScript from the addon would not do: where the stack is used up,
//! V8 crashes in it.

use napi::bindgen_prelude::*;
use napi::{JsValue, ValueType};

use crate::argument::{integer, number};

/// The status code, if a value is one.
pub fn code(value: Unknown) -> Option<i32> {
    number(value).ok().flatten().and_then(integer)
}

/// `TypeError: message`, as a stack trace begins.
pub fn named(name: Unknown, message: Vec<u16>) -> Vec<u16> {
    match utf16(name) {
        Some(name) if !name.is_empty() => [name, message].join(&[u16::from(b':'), u16::from(b' ')][..]),
        _ => message,
    }
}

/// The value where it is a string, lone surrogates and all.
pub fn utf16(value: Unknown) -> Option<Vec<u16>> {
    if value.get_type().ok()? != ValueType::String {
        return None;
    }
    let string = value.coerce_to_string().ok()?;
    let length = string.utf16_len().ok()?;
    // napi's slice ends with the terminating zero.
    string.into_utf16().ok()?.as_slice().get(..length).map(<[u16]>::to_vec)
}
