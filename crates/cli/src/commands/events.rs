//! `ascribe events`: what happened, as far as anybody says.

use super::listing::{Filters, open, print_page, told};
use super::words;
use crate::arguments::{CasebookFile, ListFormat, ShownNames};
use crate::error::{CliError, Outcome};
use crate::table::cut;
use ascribe_casebook::Named;
use ascribe_model::{Event, Figure};
use clap::Args;

/// List events with their figures; what sources contradict each other on is marked with `!`.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe events
  ascribe events --contested --from 2020-04-01 --to 2020-04-30
  ascribe events --type shelling --format json")]
pub struct Options {
    #[command(flatten)]
    casebook: CasebookFile,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    names: ShownNames,
    /// How to print.
    #[arg(long, value_enum, default_value = "table")]
    format: ListFormat,
}

const HEADER: [&str; 9] =
    ["event", "when", "what", "where", "low–best–high", "contested", "origins", "claims", "grade"];

/// Fewer columns, so that it fits a terminal of 100.
const TABLE: [&str; 8] =
    ["event", "when", "what", "where", "low – best – high", "contested", "claims by origins", "grade"];

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let book = open(&options.casebook)?;
    let page = book.events(&options.filters.filter()).map_err(told)?;
    let page = page.naming(options.names.names(), &book).map_err(told)?;
    match options.format {
        ListFormat::Table => print_page(&page, options.format, &TABLE, table_row)?,
        _ => print_page(&page, options.format, &HEADER, row)?,
    }
    Ok(Outcome::Fine)
}

fn row(event: &Event) -> Vec<String> {
    vec![
        event.id.clone(),
        words::interval(&event.interval),
        cut(&event.title, 70),
        event.place.as_ref().map(|p| p.text.clone()).unwrap_or_default(),
        event.figures.iter().map(figure).collect::<Vec<_>>().join("; "),
        event.contested.iter().map(|c| format!("!{c}")).collect::<Vec<_>>().join(" "),
        event.origins.to_string(),
        event.claims.len().to_string(),
        event.grade.level.clone(),
    ]
}

fn table_row(event: &Event) -> Vec<String> {
    let place = event.place.as_ref().map(|p| p.text.clone()).unwrap_or_default();
    // The place has a column of its own.
    let title = event.title.strip_suffix(&format!(", {place}")).unwrap_or(&event.title);
    vec![
        event.id.clone(),
        words::interval(&event.interval),
        cut(title, 70),
        place.clone(),
        event.figures.iter().map(figure).collect::<Vec<_>>().join("; "),
        event.contested.iter().map(|c| format!("!{}", c.replace(':', " "))).collect::<Vec<_>>().join(", "),
        format!("{} by {}", event.claims.len(), event.origins),
        event.grade.level.clone(),
    ]
}

/// "killed 4–4–9 state".
pub fn figure(figure: &Figure) -> String {
    let harm = serde_json::to_value(figure.harm)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    let number = |n: Option<u64>| n.map_or("?".to_owned(), |n| n.to_string());
    let range = match (figure.low, figure.high) {
        (Some(0), Some(0)) => "none".to_owned(),
        (Some(a), Some(b)) if a == b => a.to_string(),
        (None, None) => "?".to_owned(),
        (low, high) => format!("{}–{}–{}", number(low), number(figure.best), number(high)),
    };
    format!("{harm} {range} {}", figure.side.name())
}
