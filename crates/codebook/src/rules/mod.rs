//! The rule language over dependency trees: small text files that say which words name which occurrence,
//! and by which paths its parties are found. `docs/rules.md` is the manual.
//!
//! `reader` and the `parse_*` files turn text into blocks, `compile` checks and indexes them, `tree` knows
//! the grammar, `walk` follows paths, `matching` runs the rules and explains them. Nothing here knows a
//! report or a claim; what a token stands for is asked through [`TokenFacts`].

mod beside;
#[cfg(test)]
mod builtin_test;
mod compile;
mod conditions;
mod facts;
mod matching;
mod parse_condition;
mod parse_path;
mod parse_trigger;
mod piece;
mod reader;
mod syntax;
#[cfg(test)]
mod tests;
mod tree;
mod trigger;
mod vocabulary;
mod walk;
mod words;

pub use compile::RuleSet;
pub use facts::{Fact, LexicalFacts, TokenFacts};
pub use matching::{Explanation, RuleMatch};
pub use syntax::{Example, Rule, Veto};
pub use tree::Tree;
pub use words::Lists;
