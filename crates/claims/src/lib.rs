//! Analysis, rules and grounding to claims.
//!
//! [`occurrence`] finds what happens, [`attribution`] who tells it, [`modality`] whether it happened and how
//! the report treats it, [`assembly`] puts the claims together.

pub mod assembly;
pub mod attribution;
mod explain;
pub mod modality;
pub mod occurrence;
mod occurrences;
mod vocabulary;
mod weighing;

pub use assembly::{Candidate, Known, assemble, candidates, keep, set_aside};
pub use attribution::{AttributionLists, Attributions};
pub use explain::explain_rule;
pub use modality::ModalityLists;
pub use occurrence::{Occurrence, find_mentions, find_occurrences};
pub use occurrences::{ExampleFailure, check_rule_examples};
pub use weighing::Weighing;
