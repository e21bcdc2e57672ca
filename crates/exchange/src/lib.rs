//! Export formats, one file each, and the table that lists them. Knows no store: it writes a [`Snapshot`].
//!
//! To add a format: one file with a `FORMAT` constant, one line in [`FORMATS`], one test.

mod columns;
mod csv_claims;
mod csv_events;
mod geojson;
mod jsonl;

use ascribe_model::{Claim, Event, Metadata};
use std::collections::BTreeMap;
use std::io::Write;

/// What is exported: the claims and events that a filter chose, with the reports they stand in.
#[derive(Debug, Clone, Default)]
pub struct Snapshot {
    /// By report id.
    pub reports: BTreeMap<String, ReportHeader>,
    /// Report id and claim, in the order of the casebook.
    pub claims: Vec<(String, Claim)>,
    /// In the order of the casebook.
    pub events: Vec<Event>,
    /// For each claim the independent origin it comes from, and how many origins its event has.
    pub origins: BTreeMap<String, (String, usize)>,
}

/// What exports tell of a report.
#[derive(Debug, Clone, Default, serde::Serialize)]
pub struct ReportHeader {
    /// Address, where known.
    pub url: Option<String>,
    /// SHA-256 of the original bytes.
    pub hash: String,
    /// Title, publishers, dates.
    #[serde(flatten)]
    pub metadata: Metadata,
}

/// One export format.
pub struct Format {
    /// Name on the command line.
    pub name: &'static str,
    /// File extension without the dot.
    pub extension: &'static str,
    /// One line for help texts.
    pub about: &'static str,
    /// What the format cannot hold and therefore loses; told to the user at export.
    pub flattens: &'static str,
    /// Writes the snapshot.
    pub write: fn(&Snapshot, &mut dyn Write) -> Result<(), ExchangeError>,
}

/// All formats, by name.
pub const FORMATS: &[&Format] = &[&csv_claims::FORMAT, &csv_events::FORMAT, &geojson::FORMAT, &jsonl::FORMAT];

/// The format of that name.
pub fn format(name: &str) -> Option<&'static Format> {
    FORMATS.iter().copied().find(|f| f.name == name)
}

/// An export that could not be written.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum ExchangeError {
    /// The output could not be written.
    #[error("cannot write the export: {0}; check the disk and the folder's permissions")]
    Output(#[from] std::io::Error),
    /// A row could not be written as CSV.
    #[error("cannot write a row: {0}")]
    Row(#[from] csv::Error),
    /// A value could not be written as JSON.
    #[error("cannot write a value: {0}")]
    Value(#[from] serde_json::Error),
}

#[cfg(test)]
mod tests;
