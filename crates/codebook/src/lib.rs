//! Reads `data/`: types, rules, actors, places, outlets and weapons, with a user's folder laid over the
//! built-in files. Errors carry file, line and column. Nothing here knows a report.

mod actors;
mod data;
mod names;
pub mod rules;
mod types;
mod weapons;

pub use actors::{ActorDictionary, ActorEntry, ActorKind, StateEntry, StateName};
pub use data::{DataError, DataFiles, read_rows};
pub use names::key as name_key;
pub use rules::RuleSet;
pub use types::{ClaimType, ClaimTypes};
pub use weapons::{MEANS, WeaponList};
