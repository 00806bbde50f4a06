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

/// A value, and its code.
pub struct Source<'a> {
    value: Unknown<'a>,
    read: &'a Read<'a>,
    /// The value itself where it is no object, else its `code`.
    pub code: Option<Unknown<'a>>,
}

impl<'a> Source<'a> {
    pub fn new(value: Unknown<'a>, read: &'a Read<'a>) -> Source<'a> {
        let code = if is_object(value) { property(value, "code", read) } else { Some(value) };
        Source { value, read, code }
    }

    /// Success: null, undefined, 0, or an object whose `code` is 0.
    pub fn is_ok(&self) -> bool {
        matches!(self.value.get_type(), Ok(ValueType::Null | ValueType::Undefined)) || self.number() == Some(0.0)
    }

    /// The code where it can be that of a status.
    pub fn status_code(&self) -> Option<i32> {
        self.number().and_then(integer)
    }

    fn number(&self) -> Option<f64> {
        number(self.code?).ok().flatten()
    }

    /// A property of the value, where it is an object that has it.
    pub fn property(&self, name: &'static str) -> Option<Unknown<'a>> {
        if is_object(self.value) { property(self.value, name, self.read) } else { None }
    }

    /// The `message` of an object.
    pub fn message(&self) -> Option<Vec<u16>> {
        self.property("message").and_then(utf16).filter(|message| !message.is_empty())
    }

    /// The failure that the value, with its message, tells of. Where it has no code, its own text is the message.
    pub fn failure(&self, message: Option<Vec<u16>>, text: &Text<'a>) -> Failure {
        let code = self.status_code();
        let message = match message {
            Some(message) if code.is_none() => self.named(message),
            None if code.is_none() => self.own_text(text),
            message => message.unwrap_or_default(),
        };
        Failure { code, message }
    }

    /// `TypeError: message`, as a stack trace begins.
    fn named(&self, message: Vec<u16>) -> Vec<u16> {
        match self.property("name").and_then(utf16) {
            Some(name) if !name.is_empty() => [name, message].join(&[u16::from(b':'), u16::from(b' ')][..]),
            _ => message,
        }
    }

    fn own_text(&self, text: &Text<'a>) -> Vec<u16> {
        let written = utf16(self.value).or_else(|| {
            let written = text.call(self.value).ok().and_then(utf16);
            written.filter(|written| !written.is_empty())
        });
        written.unwrap_or_else(|| "[object Object]".encode_utf16().collect())
    }
}

/// A property of an object that has it.
pub fn property<'a>(object: Unknown<'a>, name: &'static str, read: &Read<'a>) -> Option<Unknown<'a>> {
    let property = read.call((object, name).into()).ok()?;
    (property.get_type().ok()? != ValueType::Undefined).then_some(property)
}

/// Whether the value may have properties of its own.
pub fn is_object(value: Unknown) -> bool {
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
