//! Owns the neural network: words to numbers, a run of the model, numbers to scores.

mod batch;
mod labels;
mod pieces;
mod pools;
mod run;
mod shape;

pub use batch::{Encoded, batches};
pub use labels::Labels;
pub use pieces::Vocabulary;
pub use run::{DeedScores, Network, Scores, argmax, log_sum};
pub use shape::shape_of;

/// The longest run of subwords kept of one word; part of the model's contract.
pub const MAX_SUBWORDS: usize = 12;
