//! What can go wrong while resources are loaded. Grounding itself cannot fail.

use std::path::PathBuf;

/// A resource could not be loaded.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum GroundingError {
    /// A compiled gazetteer layer is damaged or out of date.
    #[error("compiled gazetteer: {reason}")]
    Index {
        /// What is wrong.
        reason: String,
    },
    /// A row of a data file breaks its rules.
    #[error("{file}:{line}: {reason}")]
    Data {
        /// File name.
        file: String,
        /// Line, from 1.
        line: usize,
        /// What is wrong and what is expected.
        reason: String,
    },
    /// A file could not be read or written.
    #[error("{path}: {source}")]
    File {
        /// Which file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// A file is in no format that the gazetteer reads.
    #[error("{path}: {reason}")]
    Format {
        /// Which file.
        path: PathBuf,
        /// What it should be.
        reason: String,
    },
    /// A download failed.
    #[error("{url}: {reason}")]
    Download {
        /// Address.
        url: String,
        /// Why.
        reason: String,
    },
}
