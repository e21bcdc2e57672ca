//! Owns what can go wrong when the language model is loaded. Analysis itself does not fail.

use std::path::PathBuf;

/// Why a language model could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LanguageError {
    /// A file of the model folder cannot be read.
    #[error("cannot read {path}: {source}")]
    Read {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The labels file (`ascribe-en.json`) is not what it should be.
    #[error("the labels of the language model: {reason}")]
    Labels {
        /// What is wrong.
        reason: String,
    },
    /// The network file (`ascribe-en.onnx`) cannot be used.
    #[error("the network of the language model: {reason}")]
    Network {
        /// What is wrong.
        reason: String,
    },
    /// A table has a line that does not fit.
    #[error("{table}, line {line}: {reason}")]
    Table {
        /// Name of the table.
        table: &'static str,
        /// From 1.
        line: usize,
        /// What is wrong.
        reason: String,
    },
}
