//! Checks the arguments of the strict functions. Errors say what the function received.

use napi::bindgen_prelude::*;
use napi::{Env, JsValue, ValueType};
use serde::Serialize;

use crate::table::Key;
use crate::text::quoted;
use crate::value::{integer, number};

const WRONG_TYPE: &str = "ERR_INVALID_ARG_TYPE";
const OUT_OF_RANGE: &str = "ERR_OUT_OF_RANGE";

/// The parts from which index.js creates an error.
#[derive(Serialize)]
struct ErrorParts {
    code: &'static str,
    message: String,
}

/// The names of an argument and its function, for errors.
pub struct Argument<'a> {
    pub env: &'a Env,
    pub function: &'static str,
    pub name: &'static str,
}

impl Argument<'_> {
    /// Reads a status code: a 32-bit integer. -0 is 0.
    pub fn code(&self, value: Unknown) -> Result<i32> {
        let Some(number) = number(value)? else {
            let key = if value.get_type()? == ValueType::String { Some(Key::of(self.string(value)?)) } else { None };
            let advice = if let Some(Key::Code(code)) = key { format!(": pass the number {code}") } else { String::new() };
            return Err(self.error(WRONG_TYPE, "a number", value, &advice));
        };
        let expected = || format!("an integer from {} to {}", i32::MIN, i32::MAX);
        integer(number).ok_or_else(|| self.out_of_range(&expected(), value))
    }

    /// Reads a subcode: an unsigned 32-bit integer. Returns `None` for 0 and `undefined`.
    pub fn subcode(&self, value: Unknown) -> Result<Option<u32>> {
        if value.get_type()? == ValueType::Undefined {
            return Ok(None);
        }
        let Some(number) = number(value)? else { return Err(self.wrong_type("a number", value)) };
        let integer = number as u32;
        if f64::from(integer) != number {
            return Err(self.out_of_range(&format!("an integer from 0 to {}", u32::MAX), value));
        }
        Ok(Some(integer).filter(|integer| *integer > 0))
    }

    /// Reads a status code, as a number or in decimal digits, or a name.
    pub fn key(&self, value: Unknown) -> Result<Key> {
        match value.get_type()? {
            ValueType::Number => self.code(value).map(Key::Code),
            ValueType::String => self.string(value).map(Key::of),
            _ => Err(self.wrong_type("a number or a string", value)),
        }
    }

    /// Reads any string. A lone surrogate becomes U+FFFD, which no name or version contains.
    pub fn string(&self, value: Unknown) -> Result<String> {
        match value.get_type()? {
            ValueType::String => value.coerce_to_string()?.into_utf8()?.into_owned(),
            _ => Err(self.wrong_type("a string", value)),
        }
    }

    /// The TypeError `describe: "code" must be a number. Received the string '602'`.
    pub fn wrong_type(&self, expected: &str, value: Unknown) -> Error {
        self.error(WRONG_TYPE, expected, value, "")
    }

    /// The RangeError `describe: "code" must be an integer from -2147483648 to 2147483647. Received 0.5`.
    pub fn out_of_range(&self, expected: &str, value: Unknown) -> Error {
        self.error(OUT_OF_RANGE, expected, value, "")
    }

    /// Throws JSON, from which index.js creates the error. So the error belongs to the caller's realm: `instanceof TypeError` also holds in Jest,
    /// and no setter on Object.prototype can swallow its code.
    fn error(&self, code: &'static str, expected: &str, value: Unknown, advice: &str) -> Error {
        let Argument { env, function, name } = self;
        let message = format!("{function}: \"{name}\" must be {expected}. Received {}{advice}", received(value));
        let json = serde_json::to_string(&ErrorParts { code, message }).map_err(std::io::Error::from);
        let thrown = json.map_err(Error::from).and_then(|json| env.throw(json));
        thrown.err().unwrap_or_else(|| Error::new(Status::PendingException, String::new()))
    }
}

/// Describes a value without running any of the caller's code, so an object is just `an object`.
fn received(value: Unknown) -> String {
    let text = || value.coerce_to_string()?.into_utf8()?.into_owned();
    match value.get_type() {
        Ok(ValueType::Undefined) => "undefined".to_owned(),
        Ok(ValueType::Null) => "null".to_owned(),
        Ok(ValueType::Number | ValueType::Boolean) => text().unwrap_or_default(),
        // A bigint, which Node-API can't name before version 6.
        Ok(ValueType::Unknown) => format!("the bigint {}n", quoted(&text().unwrap_or_default())),
        Ok(ValueType::String) => format!("the string '{}'", quoted(&text().unwrap_or_default())),
        Ok(ValueType::Symbol) => "a symbol".to_owned(),
        Ok(ValueType::Function) => "a function".to_owned(),
        _ => "an object".to_owned(),
    }
}
