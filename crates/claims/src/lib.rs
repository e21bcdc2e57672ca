//! Analysis, rules and grounding to claims.

pub mod occurrence;
mod occurrences;
