//! Arguments of the strict functions: what is let in, and the error that says what came instead.

use napi::bindgen_prelude::*;
use napi::{Env, JsValue, ValueType};
use serde::Serialize;

use crate::text::quoted;

const WRONG_TYPE: &str = "ERR_INVALID_ARG_TYPE";
const OUT_OF_RANGE: &str = "ERR_OUT_OF_RANGE";

/// What index.js makes the error of.
#[derive(Serialize)]
struct Refusal {
    code: &'static str,
    message: String,
}

/// What a status is asked for by.
pub enum Key {
    Code(i32),
    Name(String),
}

impl Key {
    /// What a text asks for: a code where it's one in decimal digits, else a name.
    pub fn of(text: String) -> Key {
        decimal(&text).map_or(Key::Name(text), Key::Code)
    }
}

/// The integer of 32 bits that a text is in decimal digits: `602`, `-8`. `None` for `+9`, `007`, `9.0` or ` 9`.
fn decimal(text: &str) -> Option<i32> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    text.parse().ok().filter(|_| digits == "0" || !digits.starts_with(['0', '+']))
}

/// The argument of a function, as its errors name it.
pub struct Argument<'a> {
    pub env: &'a Env,
    pub function: &'static str,
    pub name: &'static str,
}

impl Argument<'_> {
    /// A status code: an integer that fits 32 bits. -0 is 0.
    pub fn code(&self, value: Unknown) -> Result<i32> {
        let Some(number) = number(value)? else {
            let code = if value.get_type()? == ValueType::String { decimal(&self.string(value)?) } else { None };
            let advice = code.map_or(String::new(), |code| format!(": pass the number {code}"));
            return Err(self.refused(WRONG_TYPE, "a number", value, &advice));
        };
        let wanted = || format!("an integer from {} to {}", i32::MIN, i32::MAX);
        integer(number).ok_or_else(|| self.out_of_range(&wanted(), value))
    }

    /// A subcode: an integer of 32 bits without a sign. None for 0 and `undefined`.
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

    /// A status code, as a number or in decimal digits, or a name.
    pub fn key(&self, value: Unknown) -> Result<Key> {
        match value.get_type()? {
            ValueType::Number => self.code(value).map(Key::Code),
            ValueType::String => self.string(value).map(Key::of),
            _ => Err(self.wrong_type("a number or a string", value)),
        }
    }

    /// A string, whatever is in it. A lone surrogate comes as U+FFFD: no name or version has one.
    pub fn string(&self, value: Unknown) -> Result<String> {
        match value.get_type()? {
            ValueType::String => value.coerce_to_string()?.into_utf8()?.into_owned(),
            _ => Err(self.wrong_type("a string", value)),
        }
    }

    /// The TypeError `describe: "code" must be a number. Received the string '602'`.
    pub fn wrong_type(&self, wanted: &str, value: Unknown) -> Error {
        self.refused(WRONG_TYPE, wanted, value, "")
    }

    /// The RangeError `describe: "code" must be an integer from -2147483648 to 2147483647. Received 0.5`.
    pub fn out_of_range(&self, wanted: &str, value: Unknown) -> Error {
        self.refused(OUT_OF_RANGE, wanted, value, "")
    }

    /// Throws the refusal as JSON. index.js makes the error of it: one of the caller's realm, so that `instanceof TypeError` holds in
    /// Jest too, and whose code no setter of Object.prototype swallows.
    fn refused(&self, code: &'static str, wanted: &str, value: Unknown, advice: &str) -> Error {
        let Argument { env, function, name } = self;
        let message = format!("{function}: \"{name}\" must be {wanted}. Received {}{advice}", received(value));
        let json = serde_json::to_string(&Refusal { code, message }).map_err(std::io::Error::from);
        let thrown = json.map_err(Error::from).and_then(|json| env.throw(json));
        thrown.err().unwrap_or_else(|| Error::new(Status::PendingException, String::new()))
    }
}

/// The value where it is a number.
pub fn number(value: Unknown) -> Result<Option<f64>> {
    match value.get_type()? {
        ValueType::Number => value.coerce_to_number()?.get_double().map(Some),
        _ => Ok(None),
    }
}

/// The number where it is an integer that fits 32 bits.
pub fn integer(number: f64) -> Option<i32> {
    let integer = number as i32;
    (f64::from(integer) == number).then_some(integer)
}

/// What came, told without running any code of the caller's: an object says no more than that it is one.
fn received(value: Unknown) -> String {
    let written = || value.coerce_to_string()?.into_utf8()?.into_owned();
    match value.get_type() {
        Ok(ValueType::Undefined) => "undefined".to_owned(),
        Ok(ValueType::Null) => "null".to_owned(),
        Ok(ValueType::Number | ValueType::Boolean) => written().unwrap_or_default(),
        // A bigint, for which Node-API has no name before its version 6.
        Ok(ValueType::Unknown) => format!("the bigint {}n", quoted(&written().unwrap_or_default())),
        Ok(ValueType::String) => format!("the string '{}'", quoted(&written().unwrap_or_default())),
        Ok(ValueType::Symbol) => "a symbol".to_owned(),
        Ok(ValueType::Function) => "a function".to_owned(),
        _ => "an object".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn integers_of_32_bits_are_let_in_and_nothing_else() {
        for (number, expected) in [
            (0.0, Some(0)),
            (-0.0, Some(0)),
            (f64::from(i32::MIN), Some(i32::MIN)),
            (f64::from(i32::MAX), Some(i32::MAX)),
            (2_147_483_648.0, None),
            (-2_147_483_649.0, None),
            (4_294_967_296.0, None),
            (0.5, None),
            (5e-324, None),
            (f64::NAN, None),
            (f64::INFINITY, None),
            (f64::NEG_INFINITY, None),
        ] {
            assert_eq!(integer(number), expected, "{number}");
        }
    }

    #[test]
    fn a_code_in_decimal_digits_is_a_code_and_anything_else_a_name() {
        for (text, code) in [("602", 602), ("-8", -8), ("0", 0), ("-0", 0), ("2147483647", i32::MAX), ("-2147483648", i32::MIN)] {
            assert_eq!(decimal(text), Some(code), "{text}");
        }
        for text in [
            "",
            "-",
            "--8",
            "+9",
            "-+9",
            "007",
            "00",
            "-01",
            " 9",
            "9 ",
            "9.0",
            "6e2",
            "0x10",
            "1_0",
            "9n",
            "\u{666}",
            "2147483648",
            "-2147483649",
            "99999999999",
            "NaN",
        ] {
            assert_eq!(decimal(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_i32_comes_through(code: i32) {
            prop_assert_eq!(integer(f64::from(code)), Some(code));
            prop_assert_eq!(decimal(&code.to_string()), Some(code));
        }

        #[test]
        fn any_number_is_exact_or_refused(number: f64) {
            prop_assert!(integer(number).is_none_or(|code| f64::from(code) == number));
        }
    }
}
