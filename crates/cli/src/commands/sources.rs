//! `ascribe sources`: who speaks in the casebook.

use super::listing::{csv, open, told};
use crate::arguments::{CasebookFile, ListFormat, ShownNames};
use crate::error::{CliError, Outcome};
use crate::output::{print, print_json};
use crate::table::{cut, render};
use ascribe_casebook::{Named, Ratio};
use clap::Args;

/// List who says what: named sources and outlets, with how much and how contested.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe sources
  ascribe sources --format csv")]
pub struct Options {
    #[command(flatten)]
    casebook: CasebookFile,
    #[command(flatten)]
    names: ShownNames,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

const HEADER: [&str; 13] = [
    "source",
    "outlet",
    "sides",
    "claims quoted",
    "claims in its own voice",
    "reports",
    "events",
    "contested",
    "claims alone",
    "beside others",
    "contradicted",
    "figures against others'",
    "carried by",
];

/// Columns of the table; the rest has no room on a terminal.
const TABLE: [usize; 10] = [0, 2, 3, 4, 6, 8, 9, 10, 11, 12];

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let book = open(&options.casebook)?;
    let sources = book.sources().map_err(told)?.naming(options.names.names(), &book).map_err(told)?;
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
            s.alone_claims.to_string(),
            s.compared_events.to_string(),
            s.contradicted_events.to_string(),
            s.ratios.iter().map(ratio).collect::<Vec<_>>().join("; "),
            s.carried_by.join(", "),
        ]
    });
    let table = |row: Vec<String>| TABLE.iter().map(|&at| cut(&row[at], 40)).collect::<Vec<_>>();
    match options.format {
        ListFormat::Json => print_json(&sources)?,
        ListFormat::Csv => print(&csv(&HEADER, rows)?)?,
        ListFormat::Table => print(&render(&TABLE.map(|at| HEADER[at]), rows.map(table)))?,
    }
    Ok(Outcome::Fine)
}

/// "killed ×1.50 in 12 (8 higher, 1 lower)": the middle ratio of its figures to others' on the same events, in
/// so many cases.
fn ratio(ratio: &Ratio) -> String {
    let Ratio { harm, middle, cases, higher, lower } = ratio;
    format!("{harm} ×{middle:.2} in {cases} ({higher} higher, {lower} lower)")
}
