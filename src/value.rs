//! What an application has in hand when a call failed: a code, an error object of any client generation, or anything else. index.js
//! has read its properties, so that no code of the application's runs in here and nothing can fail. Calling JavaScript from the
//! addon would not do: where the stack is used up, V8 crashes in it.

use napi::bindgen_prelude::*;
use napi::{JsValue, ValueType};

use crate::argument::{integer, number};
use crate::text::Failure;

/// Success: null, undefined, or a code of 0.
pub fn is_ok(value: Unknown, code: Unknown) -> bool {
    is(value, &[ValueType::Null, ValueType::Undefined]) || number(code).is_ok_and(|code| code == Some(0.0))
}

/// The code where it can be that of a status.
pub fn status_code(code: Unknown) -> Option<i32> {
    number(code).ok().flatten().and_then(integer)
}

/// The failure that a code and a message tell of.
pub fn failure(code: Unknown, message: Unknown) -> Failure {
    Failure { code: status_code(code), message: utf16(message).unwrap_or_default() }
}

/// `TypeError: message`, as a stack trace begins.
pub fn named(name: Unknown, message: Vec<u16>) -> Vec<u16> {
    match utf16(name) {
        Some(name) if !name.is_empty() => [name, message].join(&[u16::from(b':'), u16::from(b' ')][..]),
        _ => message,
    }
}

/// Whether the value is of one of the types.
pub fn is(value: Unknown, types: &[ValueType]) -> bool {
    value.get_type().is_ok_and(|its| types.contains(&its))
}

/// The value where it is a string, lone surrogates and all.
pub fn utf16(value: Unknown) -> Option<Vec<u16>> {
    if !is(value, &[ValueType::String]) {
        return None;
    }
    let string = value.coerce_to_string().ok()?;
    let length = string.utf16_len().ok()?;
    // napi's slice ends with the terminating zero.
    string.into_utf16().ok()?.as_slice().get(..length).map(<[u16]>::to_vec)
}
