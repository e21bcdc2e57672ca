//! How good the claims are: annotated reports against extracted ones, as the codebook's section 5 defines
//! it, per report and per claim, and what changed between two runs.
//!
//! The figures equal those of the codebook's own scorer on the same files; a test compares them.

mod assign;
mod difference;
mod figures;
mod names;
mod record;
mod results;
mod score;
mod similarity;

pub use assign::assign;
pub use difference::{Difference, difference};
pub use figures::{Figures, Tally};
pub use names::{same_name, same_source, words as name_words};
pub use record::{Record, RecordError, load_folder};
pub use results::{Miss, ReportResult, Results};
pub use score::{evaluate, evaluate_values};
