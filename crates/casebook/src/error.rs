//! What can go wrong with a casebook, each with what the user can do about it.

use std::path::{Path, PathBuf};

/// A failure of the store. Nothing of the operation that failed was written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum CasebookError {
    /// The file exists and is not SQLite.
    #[error("{} is not a casebook: it is not an SQLite file", .path.display())]
    NotSqlite {
        /// The file.
        path: PathBuf,
    },
    /// An SQLite file of another program.
    #[error("{} is an SQLite file, but not a casebook", .path.display())]
    NotACasebook {
        /// The file.
        path: PathBuf,
    },
    /// Written by a later Ascribe.
    #[error("{} is a casebook of version {found}; this program knows versions up to {known}", .path.display())]
    Newer {
        /// The file.
        path: PathBuf,
        /// Version of the file.
        found: u32,
        /// Latest version this program can read.
        known: u32,
    },
    /// There is no casebook there, and it was opened for reading only.
    #[error("there is no casebook at {}", .path.display())]
    Missing {
        /// The file.
        path: PathBuf,
    },
    /// The operating system does not let us have the file.
    #[error("cannot open casebook {}: {reason}", .path.display())]
    CannotOpen {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: String,
    },
    /// The file, its folder or the connection cannot be written.
    #[error("casebook {} cannot be written: it is read-only", .path.display())]
    ReadOnly {
        /// The file.
        path: PathBuf,
    },
    /// No space left.
    #[error("the disk is full: nothing of this step was written to casebook {}", .path.display())]
    DiskFull {
        /// The file.
        path: PathBuf,
    },
    /// Another program held the file for longer than we wait.
    #[error("casebook {} is in use by another program", .path.display())]
    Busy {
        /// The file.
        path: PathBuf,
    },
    /// SQLite finds the file malformed.
    #[error("casebook {} is damaged: {reason}", .path.display())]
    Damaged {
        /// The file.
        path: PathBuf,
        /// What SQLite said.
        reason: String,
    },
    /// Nothing of that name in the casebook.
    #[error("there is no {what} `{id}` in this casebook")]
    NotFound {
        /// `report`, `claim` or `event`.
        what: &'static str,
        /// The name asked for.
        id: String,
    },
    /// Any other answer of SQLite.
    #[error("casebook {}: {source}", .path.display())]
    Sqlite {
        /// The file.
        path: PathBuf,
        /// The cause.
        source: rusqlite::Error,
    },
    /// A stored record does not fit the model.
    #[error("a stored {what} cannot be read: {source}")]
    Record {
        /// Kind of record.
        what: &'static str,
        /// The cause.
        source: serde_json::Error,
    },
    /// Writing a dump failed.
    #[error("cannot write the dump: {0}")]
    Dump(#[from] std::io::Error),
}

impl CasebookError {
    /// One sentence that says what the user can do.
    pub fn remedy(&self) -> &'static str {
        match self {
            Self::NotSqlite { .. } | Self::NotACasebook { .. } => {
                "Name another file with --casebook; this one was left as it is."
            }
            Self::Newer { .. } => "Use the newer Ascribe that wrote it; this file was left as it is.",
            Self::Missing { .. } => "Make one with `ascribe add PATH`, or name another with --casebook.",
            Self::CannotOpen { .. } => "Check that the folder exists and that you may write in it.",
            Self::ReadOnly { .. } => "Change the permissions, or copy the casebook to where you may write.",
            Self::DiskFull { .. } => {
                "Free some space and run the same command again: it goes on where it was."
            }
            Self::Busy { .. } => "Wait until the other program has finished and run the same command again.",
            Self::Damaged { .. } => "Restore a copy, or make a new casebook by adding the reports again.",
            Self::NotFound { .. } => "List what there is with `ascribe reports`, `claims` or `events`.",
            Self::Sqlite { .. } | Self::Record { .. } => {
                "Please report this with the command that led to it."
            }
            Self::Dump(_) => "Check where the dump is written to.",
        }
    }

    /// Sorts an answer of SQLite into the cases a user can act on.
    pub(crate) fn from_sqlite(path: &Path, source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Code;
        let path = path.to_owned();
        let reason = source.to_string();
        match source.sqlite_error_code() {
            Some(Code::NotADatabase) => Self::NotSqlite { path },
            Some(Code::ReadOnly) => Self::ReadOnly { path },
            Some(Code::DiskFull) => Self::DiskFull { path },
            // A write that comes back short is how a quota or a full file system sometimes shows.
            Some(Code::DatabaseBusy | Code::DatabaseLocked) => Self::Busy { path },
            Some(Code::DatabaseCorrupt) => Self::Damaged { path, reason },
            Some(Code::CannotOpen | Code::PermissionDenied | Code::SystemIoFailure) => {
                Self::CannotOpen { path, reason }
            }
            _ => Self::Sqlite { path, source },
        }
    }
}
