//! The known releases, the numbers of each status in them, and what `aerospike.status` exported. `build.rs` generates them from `data/numbers.json`.
//!
//! Exported numbers were read from `aerospike.status` of each release. Other numbers were read from the header of the C client that the
//! release was built with. Nine numbers that servers send have no name in any of these headers: 29, 30, 90-94, 214 and 215.

use crate::release::Release;

/// A number that a status had in a range of releases.
#[derive(Debug)]
pub struct Span {
    pub code: i32,
    /// The first release with this number.
    pub since: Release,
    /// The first release without it; `None` while the newest release still has it.
    pub until: Option<Release>,
    pub export: Export,
}

/// Which names `aerospike.status` had for a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Export {
    /// The full name, and since [`SHORT_NAMES_SINCE`] also the short name.
    Full,
    /// The short name only.
    Short,
    /// No name: only the C client or the server knew the number.
    None,
}

impl Span {
    /// Whether the release has this number.
    pub fn covers(&self, release: Release) -> bool {
        self.since <= release && self.until.is_none_or(|until| release < until)
    }

    /// Whether `aerospike.status` had the number, under either name.
    pub fn is_exported(&self) -> bool {
        self.export != Export::None
    }
}

/// The first release with the server's numbers instead of those of the 1.x document.
pub const RENUMBERED: Release = Release::literal("1.0.20");

/// The first release that exports short names: `ERR_TIMEOUT` along with `AEROSPIKE_ERR_TIMEOUT`.
pub const SHORT_NAMES_SINCE: Release = Release::literal("3.0.0");

/// `RELEASES`: every release whose `aerospike.status` was read, oldest first. `spans`: a constant for each status, with its spans.
mod generated {
    use super::{Export, Release, Span};
    include!(concat!(env!("OUT_DIR"), "/numbers.rs"));
}

pub use generated::{RELEASES, spans};

impl Release {
    /// The nearest known release: this one, or the last one before it.
    pub fn nearest(self) -> Option<Release> {
        RELEASES[..RELEASES.partition_point(|&known| known <= self)].last().copied()
    }

    /// The last known release before this one.
    pub fn previous(self) -> Option<Release> {
        RELEASES[..RELEASES.partition_point(|&known| known < self)].last().copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn previous_and_nearest_are_known_releases() {
        for pair in RELEASES.windows(2) {
            assert_eq!(pair[1].previous(), Some(pair[0]));
        }
        assert_eq!(RELEASES[0].previous(), None);
        assert_eq!(Release::literal("3.8.5").previous(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("3.8.5").nearest(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("3.8.0").nearest(), Some(Release::literal("3.8.0")));
        assert_eq!(Release::literal("0.9.0").nearest(), None);
    }
}
