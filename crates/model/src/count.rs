//! Counts as ranges: "at least 5" is 5..∞, "up to 30" is ..30, "a few dozens" is 24..96.

use serde::{Deserialize, Serialize};

/// A number of people or things. `None` is an open end; both `None` is a number not stated.
/// A range of what a source says, never a confidence interval.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Count {
    /// Lowest number that fits the words.
    pub min: Option<u64>,
    /// Highest number that fits the words.
    pub max: Option<u64>,
}

impl Count {
    /// Exactly `n`.
    pub fn exactly(n: u64) -> Self {
        Self { min: Some(n), max: Some(n) }
    }

    /// `n` or more.
    pub fn at_least(n: u64) -> Self {
        Self { min: Some(n), max: None }
    }

    /// `n` or fewer.
    pub fn at_most(n: u64) -> Self {
        Self { min: None, max: Some(n) }
    }

    /// True where neither end is known.
    pub fn is_unstated(self) -> bool {
        self.min.is_none() && self.max.is_none()
    }
}
