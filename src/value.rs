//! Converts what index.js has read from an application's value: a code, a message, a name. index.js reads them itself, so no application
//! code runs inside the addon. V8 crashes if an addon calls JavaScript when the stack is exhausted.

use napi::bindgen_prelude::*;
use napi::{JsValue, ValueType};

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

/// The value if it's a number.
pub fn number(value: Unknown) -> Result<Option<f64>> {
    match value.get_type()? {
        ValueType::Number => value.coerce_to_number()?.get_double().map(Some),
        _ => Ok(None),
    }
}

/// The number if it's a 32-bit integer.
pub fn integer(number: f64) -> Option<i32> {
    let integer = number as i32;
    (f64::from(integer) == number).then_some(integer)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn only_32_bit_integers_are_accepted() {
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

    proptest! {
        #[test]
        fn every_i32_is_accepted(code: i32) {
            prop_assert_eq!(integer(f64::from(code)), Some(code));
        }

        #[test]
        fn any_number_is_kept_exactly_or_rejected(number: f64) {
            prop_assert!(integer(number).is_none_or(|code| f64::from(code) == number));
        }
    }
}
