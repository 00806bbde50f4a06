//! Releases of the npm package `aerospike`: parsing, order and formatting.

use std::fmt;

use serde::{Serialize, Serializer};

/// A release of the npm package `aerospike`. Later releases are greater.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release {
    major: u16,
    minor: u16,
    patch: u16,
}

impl Release {
    /// The release of a literal `X.Y.Z` in this crate. Use [`Release::parse`] for any other text.
    pub const fn literal(text: &str) -> Release {
        let (mut major, mut minor, mut patch) = (0, 0, 0);
        let mut bytes = text.as_bytes();
        while let [byte, rest @ ..] = bytes {
            if *byte == b'.' {
                (major, minor, patch) = (minor, patch, 0u16);
            } else {
                patch = patch.saturating_mul(10).saturating_add(byte.wrapping_sub(b'0') as u16);
            }
            bytes = rest;
        }
        Release { major, minor, patch }
    }

    /// Parses `X.Y.Z`, with an optional leading `v` and an optional pre-release or build suffix, which it ignores. `X` and `X.Y` mean the
    /// end of that release line. A number too large for 16 bits saturates, which is later than every release.
    pub fn parse(text: &str) -> Option<Release> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let end = text.find(['-', '+']).unwrap_or(text.len());
        let (version, suffix) = text.split_at(end);
        let numbers: Vec<u16> = version.split('.').map(number).collect::<Option<_>>()?;
        match (numbers.as_slice(), suffix) {
            (&[major, minor, patch], suffix) => is_suffix(suffix).then_some(Release { major, minor, patch }),
            (&[major, minor], "") => Some(Release { major, minor, patch: u16::MAX }),
            (&[major], "") => Some(Release { major, minor: u16::MAX, patch: u16::MAX }),
            _ => None,
        }
    }
}

fn is_suffix(text: &str) -> bool {
    text.len() != 1 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+.".contains(&byte))
}

fn number(digits: &str) -> Option<u16> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = digits.len() > 1 && digits.starts_with('0');
    (all_digits && !leading_zero).then(|| digits.parse().unwrap_or(u16::MAX))
}

impl Serialize for Release {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_literal_keeps_its_numbers() {
        for literal in ["1.0.0", "3.16.7", "10.20.300"] {
            assert_eq!(Release::literal(literal).to_string(), literal);
            assert_eq!(Release::parse(literal), Some(Release::literal(literal)));
        }
    }

    #[test]
    fn a_prefix_and_a_suffix_are_allowed() {
        for text in ["v1.0.20", "1.0.20-rc.1", "1.0.20+build.5", "v1.0.20-rc.1+build-5"] {
            assert_eq!(Release::parse(text), Some(Release::literal("1.0.20")), "{text}");
        }
    }

    #[test]
    fn a_release_line_means_its_end() {
        for (line, last, next) in [("5", "5.13.2", "6.0.0"), ("v1.0", "1.0.58", "2.0.0"), ("3.16", "3.16.7", "4.0.0")] {
            let end = Release::parse(line).unwrap();
            assert!(Release::literal(last) <= end && end < Release::literal(next), "{line}");
        }
    }

    #[test]
    fn refuses_an_invalid_version() {
        for text in [
            "", "v", "x", "1.", "1.0.", "1-rc", "1.0-rc.1", "1.0+5", "^1.0.0", "~1.0", "1.x", "*", ".0.0", "1..0", "1.0.0.0",
            "1.0.0-", "1.0.0+", "1.0.0 ", " 1.0.0", "1.0.0-é", "V1.0.0", "vv1.0.0", "-1.0.0", "+1.0.0", "1.0.-1", "1.0.0x",
            "01.0.0", "1.0.00", "1,0,0", "١.0.0",
        ] {
            assert_eq!(Release::parse(text), None, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn parses_or_refuses_any_text(text in ".*") {
            let _ = Release::parse(&text);
        }

        #[test]
        fn parses_any_three_numbers(major: u16, minor: u16, patch: u16) {
            prop_assert_eq!(
                Release::parse(&format!("v{major}.{minor}.{patch}-rc.1")),
                Some(Release { major, minor, patch })
            );
        }

        #[test]
        fn a_huge_number_is_later_than_every_release(digits in "[1-9][0-9]{20,400}") {
            let release = Release::parse(&format!("{digits}.0.0"));
            prop_assert!(release > Some(Release::literal("999.999.999")));
        }
    }
}
