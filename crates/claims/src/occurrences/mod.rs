//! From rule matches to occurrences: one for each thing that happens, whatever number of words name it.

mod along;
pub(crate) mod context;
pub(crate) mod draft;
mod examples;
mod facts;
pub(crate) mod link;
mod means;
pub(crate) mod merge;
mod phrase;
pub(crate) mod proposed;
pub(crate) mod refers;
mod tellers;
#[cfg(test)]
mod tests;

pub use examples::{ExampleFailure, check_rule_examples};
