//! Converts what index.js has read from an application's value: a code, a message, a name. index.js reads them itself, so no application
//! code runs inside the addon. V8 crashes if an addon calls JavaScript when the stack is exhausted.

use napi::bindgen_prelude::*;
use napi::{JsValue, ValueType};

use crate::argument::{integer, number};

/// The value if it's a status code.
pub fn code(value: Unknown) -> Option<i32> {
    number(value).ok().flatten().and_then(integer)
}

/// The message after the name of its error, as in a stack trace: `TypeError: message`.
pub fn with_name(name: Unknown, message: Vec<u16>) -> Vec<u16> {
    match utf16(name) {
        Some(name) if !name.is_empty() => [name, message].join(&[u16::from(b':'), u16::from(b' ')][..]),
        _ => message,
    }
}

/// The value if it's a string. UTF-16 keeps lone surrogates.
pub fn utf16(value: Unknown) -> Option<Vec<u16>> {
    if value.get_type().ok()? != ValueType::String {
        return None;
    }
    let string = value.coerce_to_string().ok()?;
    let length = string.utf16_len().ok()?;
    // The slice includes the terminating zero.
    string.into_utf16().ok()?.as_slice().get(..length).map(<[u16]>::to_vec)
}
