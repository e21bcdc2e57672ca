//! Reads `data/`: types, rules, actors, places, outlets and weapons, with a user's folder laid over the
//! built-in files. Errors carry file, line and column. Nothing here knows a report.

mod data;
pub mod rules;
mod types;

pub use data::{DataError, DataFiles, rows};
pub use rules::RuleSet;
pub use types::{ClaimType, ClaimTypes};
