//! Owns the neural network: words to numbers, a run of the model, numbers to scores.

mod batch;
mod deeds;
mod labels;
mod pieces;
mod pools;
mod run;
mod shape;
mod slices;

pub use batch::{Encoded, batches};
pub use deeds::DeedScores;
pub use labels::Labels;
pub use pieces::Vocabulary;
pub use run::{Network, Scores};
pub use shape::shape_of;
pub use slices::{argmax, log_sum};

/// The longest run of subwords kept of one word; part of the model's contract.
pub const MAX_SUBWORDS: usize = 12;
