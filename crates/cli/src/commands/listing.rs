//! What the listing commands share: filters, opening the casebook, printing rows.

use crate::arguments::{CasebookFile, ListFormat};
use crate::error::CliError;
use crate::output::{print, print_json, tell};
use crate::table::render;
use ascribe_casebook::{Bounds, Casebook, CasebookError, Filter, Page};
use ascribe_model::{Side, Status};
use clap::Args;
use jiff::civil::Date;
use serde::Serialize;

/// Conditions; all that are given must hold.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "Filters")]
pub struct Filters {
    /// Words that must occur; `"…"` for a phrase, `word*` for beginnings.
    #[arg(long, value_name = "WORDS")]
    pub text: Option<String>,
    /// Type of the codebook (`airstrike`; see `ascribe codebook list`).
    #[arg(long = "type", value_name = "TYPE")]
    pub kind: Option<String>,
    /// happened, ongoing, planned, expected or denied.
    #[arg(long, value_name = "STATUS", value_parser = status)]
    pub status: Option<Status>,
    /// Side of an actor, of victims or of a source (`state`, `rebel`, …).
    #[arg(long, value_name = "SIDE", value_parser = side)]
    pub side: Option<Side>,
    /// Part of the name of a source or outlet.
    #[arg(long, value_name = "NAME")]
    pub source: Option<String>,
    /// Part of the name of an actor, or its identifier.
    #[arg(long, value_name = "NAME")]
    pub actor: Option<String>,
    /// Country code (`SY`).
    #[arg(long, value_name = "CODE")]
    pub country: Option<String>,
    /// Not over before this day.
    #[arg(long, value_name = "DATE")]
    pub from: Option<Date>,
    /// Begun by this day.
    #[arg(long, value_name = "DATE")]
    pub to: Option<Date>,
    /// Window of the map: west,south,east,north in degrees.
    #[arg(long, value_name = "W,S,E,N", value_parser = bounds, allow_hyphen_values = true)]
    pub bbox: Option<Bounds>,
    /// Only where sources contradict each other.
    #[arg(long)]
    pub contested: bool,
    /// confirmed, fair, weak, contested or discounted.
    #[arg(long, value_name = "GRADE")]
    pub grade: Option<String>,
    /// Of this report.
    #[arg(long, value_name = "ID")]
    pub report: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// After leaving out so many.
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub offset: usize,
}

fn status(text: &str) -> Result<Status, String> {
    serde_json::from_value(text.into())
        .map_err(|_| "one of happened, ongoing, planned, expected, denied".to_owned())
}

fn side(text: &str) -> Result<Side, String> {
    let names = || Side::ALL.map(Side::name).join(", ");
    Side::parse(text).ok_or_else(|| format!("one of {}", names()))
}

fn bounds(text: &str) -> Result<Bounds, String> {
    Bounds::parse(text).ok_or_else(|| "four numbers: west,south,east,north".to_owned())
}

impl Filters {
    /// As the casebook takes them.
    pub fn filter(&self) -> Filter {
        Filter {
            text: self.text.clone(),
            kind: self.kind.clone(),
            status: self.status,
            side: self.side,
            source: self.source.clone(),
            actor: self.actor.clone(),
            country: self.country.as_deref().map(str::to_uppercase),
            from: self.from,
            to: self.to,
            bbox: self.bbox,
            contested: self.contested.then_some(true),
            grade: self.grade.clone(),
            report: self.report.clone(),
            versions: false,
            limit: self.limit,
            offset: self.offset,
        }
    }
}

/// Opens the casebook for reading.
pub fn open(file: &CasebookFile) -> Result<Casebook, CliError> {
    Casebook::open_read_only(&file.casebook).map_err(told)
}

/// A casebook's error with its remedy.
pub fn told(error: CasebookError) -> CliError {
    CliError::Failed(format!("{error}. {}", error.remedy()))
}

/// Prints a page in the chosen form.
pub fn print_page<T: Serialize>(
    page: &Page<T>,
    format: ListFormat,
    header: &[&str],
    row: impl Fn(&T) -> Vec<String>,
) -> Result<(), CliError> {
    match format {
        ListFormat::Json => print_json(page),
        ListFormat::Csv => print(&csv(header, page.items.iter().map(row))?),
        ListFormat::Table => {
            print(&render(header, page.items.iter().map(row)))?;
            if page.items.len() < page.total {
                tell(&format!("{} of {}; see --limit and --offset", page.items.len(), page.total));
            }
            Ok(())
        }
    }
}

/// Rows as CSV.
pub fn csv(header: &[&str], rows: impl Iterator<Item = Vec<String>>) -> Result<String, CliError> {
    let mut writer = csv::Writer::from_writer(vec![]);
    writer.write_record(header).map_err(CliError::failed)?;
    for row in rows {
        writer.write_record(&row).map_err(CliError::failed)?;
    }
    let bytes = writer.into_inner().map_err(CliError::failed)?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}
