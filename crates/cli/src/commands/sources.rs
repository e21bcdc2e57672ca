//! `ascribe sources`: who speaks in the casebook.

use super::listing::{csv, open, told};
use crate::arguments::{CasebookFile, ListFormat};
use crate::error::{CliError, Outcome};
use crate::output::{print, print_json};
use crate::table::render;
use clap::Args;

/// List who says what: named sources and outlets, with how much and how contested.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe sources
  ascribe sources --format csv")]
pub struct Options {
    #[command(flatten)]
    casebook: CasebookFile,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

const HEADER: [&str; 8] = [
    "source",
    "outlet",
    "sides",
    "claims quoted",
    "claims in its own voice",
    "reports",
    "events",
    "contested",
];

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let sources = open(&options.casebook)?.sources().map_err(told)?;
    let rows = sources.iter().map(|s| {
        vec![
            s.name.clone(),
            if s.is_outlet { "yes" } else { "" }.to_owned(),
            s.sides.iter().map(|side| side.name()).collect::<Vec<_>>().join(", "),
            s.quoted_claims.to_string(),
            s.own_claims.to_string(),
            s.reports.to_string(),
            s.events.to_string(),
            s.contested_events.to_string(),
        ]
    });
    match options.format {
        ListFormat::Json => print_json(&sources)?,
        ListFormat::Csv => print(&csv(&HEADER, rows)?)?,
        ListFormat::Table => print(&render(&HEADER, rows))?,
    }
    Ok(Outcome::Fine)
}
