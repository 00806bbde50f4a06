//! Releases of the npm package `aerospike`: which are known, how a version string is read, and how a release is written.

use std::fmt;

/// A release of the npm package `aerospike`, ordered as releases are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Release {
    major: u64,
    minor: u64,
    patch: u64,
}

impl Release {
    /// The release that a literal `X.Y.Z` of this crate names. For text from outside there is [`Release::parse`].
    pub const fn literal(text: &str) -> Release {
        let (mut major, mut minor, mut patch) = (0, 0, 0);
        let mut bytes = text.as_bytes();
        while let [byte, rest @ ..] = bytes {
            if *byte == b'.' {
                (major, minor, patch) = (minor, patch, 0u64);
            } else {
                patch = patch.saturating_mul(10).saturating_add(byte.wrapping_sub(b'0') as u64);
            }
            bytes = rest;
        }
        Release { major, minor, patch }
    }

    /// Reads `X.Y.Z`, with an optional leading `v` and an optional pre-release or build suffix, which is not looked at; or `X` or
    /// `X.Y`, which is read as the end of that line. A number too large for 64 bits is later than every release, so it saturates.
    pub fn parse(text: &str) -> Option<Release> {
        let text = text.strip_prefix('v').unwrap_or(text);
        let end = text.find(['-', '+']).unwrap_or(text.len());
        let (version, suffix) = text.split_at(end);
        let numbers: Vec<u64> = version.split('.').map(number).collect::<Option<_>>()?;
        match (numbers.as_slice(), suffix) {
            (&[major, minor, patch], suffix) => is_suffix(suffix).then_some(Release { major, minor, patch }),
            (&[major, minor], "") => Some(Release { major, minor, patch: u64::MAX }),
            (&[major], "") => Some(Release { major, minor: u64::MAX, patch: u64::MAX }),
            _ => None,
        }
    }

    /// The last known release that is not after this one.
    pub fn nearest(self) -> Option<Release> {
        RELEASES[..RELEASES.partition_point(|&known| known <= self)].last().copied()
    }

    /// The last known release before this one.
    pub fn previous(self) -> Option<Release> {
        RELEASES[..RELEASES.partition_point(|&known| known < self)].last().copied()
    }
}

fn is_suffix(text: &str) -> bool {
    text.len() != 1 && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-+.".contains(&byte))
}

fn number(digits: &str) -> Option<u64> {
    let all_digits = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let leading_zero = digits.len() > 1 && digits.starts_with('0');
    (all_digits && !leading_zero).then(|| digits.parse().unwrap_or(u64::MAX))
}

impl fmt::Display for Release {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{}.{}", self.major, self.minor, self.patch)
    }
}

macro_rules! releases {
    ($($release:literal)*) => {
        /// Every release whose `aerospike.status` was read, oldest first.
        pub const RELEASES: &[Release] = &[$(Release::literal($release)),*];

        #[cfg(test)]
        const LITERALS: &[&str] = &[$($release),*];
    };
}

releases! {
    "1.0.0" "1.0.1" "1.0.2" "1.0.3" "1.0.4" "1.0.5" "1.0.6" "1.0.7" "1.0.8" "1.0.9"
    "1.0.10" "1.0.11" "1.0.12" "1.0.13" "1.0.14" "1.0.15" "1.0.16" "1.0.17" "1.0.18" "1.0.19"
    "1.0.20" "1.0.21" "1.0.22" "1.0.23" "1.0.24" "1.0.25" "1.0.26" "1.0.27" "1.0.28" "1.0.29"
    "1.0.30" "1.0.31" "1.0.32" "1.0.33" "1.0.34" "1.0.35" "1.0.36" "1.0.37" "1.0.38" "1.0.39"
    "1.0.40" "1.0.41" "1.0.42" "1.0.43" "1.0.44" "1.0.45" "1.0.46" "1.0.47" "1.0.48" "1.0.49"
    "1.0.50" "1.0.51" "1.0.52" "1.0.53" "1.0.54" "1.0.55" "1.0.56" "1.0.57" "1.0.58"

    "2.0.0" "2.0.1" "2.0.2" "2.0.3" "2.0.4" "2.1.0" "2.1.1" "2.2.0" "2.3.0" "2.3.1"
    "2.4.0" "2.4.1" "2.4.2" "2.4.3" "2.4.4" "2.5.0" "2.5.1" "2.5.2" "2.6.0" "2.7.0" "2.7.1" "2.7.2"

    "3.0.0" "3.0.1" "3.0.2" "3.1.0" "3.1.1" "3.2.0" "3.3.0" "3.4.0" "3.4.1" "3.5.0" "3.6.0" "3.6.1"
    "3.7.0" "3.7.1" "3.7.2" "3.8.0" "3.9.0" "3.10.0" "3.11.0" "3.12.0" "3.13.0" "3.14.0" "3.14.1"
    "3.15.0" "3.16.0" "3.16.1" "3.16.2" "3.16.3" "3.16.4" "3.16.5" "3.16.6" "3.16.7"

    "4.0.0" "4.0.1" "4.0.2" "4.0.3" "4.0.4" "4.0.5"

    "5.0.0" "5.0.1" "5.0.2" "5.0.3" "5.1.0" "5.1.1" "5.2.0" "5.2.1" "5.2.2" "5.3.0" "5.4.0" "5.5.0"
    "5.6.0" "5.7.0" "5.8.0" "5.9.0" "5.10.0" "5.11.0" "5.12.0" "5.12.1" "5.13.0" "5.13.1" "5.13.2"

    "6.0.0" "6.0.1" "6.0.2" "6.1.0" "6.2.0" "6.3.0" "6.4.0" "6.6.1" "6.7.1"
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_literal_is_read_as_it_is_written() {
        for (release, literal) in RELEASES.iter().zip(LITERALS) {
            assert_eq!(release.to_string(), *literal);
            assert_eq!(Release::parse(literal), Some(*release));
        }
    }

    #[test]
    fn releases_are_in_order_and_each_stands_once() {
        assert!(RELEASES.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn previous_is_the_release_before() {
        for pair in RELEASES.windows(2) {
            assert_eq!(pair[1].previous(), Some(pair[0]));
        }
        assert_eq!(RELEASES[0].previous(), None);
        assert_eq!(Release::literal("3.8.5").previous(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("3.8.5").nearest(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("3.8.0").nearest(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("0.9.0").nearest(), None);
    }

    #[test]
    fn a_prefix_and_a_suffix_are_allowed() {
        for text in ["v1.0.20", "1.0.20-rc.1", "1.0.20+build.5", "v1.0.20-rc.1+build-5"] {
            assert_eq!(Release::parse(text), Some(Release::literal("1.0.20")), "{text}");
        }
    }

    #[test]
    fn a_line_is_read_as_its_end() {
        for (line, last, next) in [("5", "5.13.2", "6.0.0"), ("v1.0", "1.0.58", "2.0.0"), ("3.16", "3.16.7", "4.0.0")] {
            let end = Release::parse(line).unwrap();
            assert!(Release::literal(last) <= end && end < Release::literal(next), "{line}");
        }
    }

    #[test]
    fn what_is_no_version_is_refused() {
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
        fn any_text_is_read_or_refused(text in ".*") {
            let _ = Release::parse(&text);
        }

        #[test]
        fn any_three_numbers_are_read(major: u64, minor: u64, patch: u64) {
            prop_assert_eq!(
                Release::parse(&format!("v{major}.{minor}.{patch}-rc.1")),
                Some(Release { major, minor, patch })
            );
        }

        #[test]
        fn a_huge_number_is_later_than_every_release(digits in "[1-9][0-9]{20,400}") {
            let release = Release::parse(&format!("{digits}.0.0"));
            prop_assert!(release > RELEASES.last().copied());
        }
    }
}
