//! `ascribe reports`: what the casebook holds.

use super::listing::{Filters, open, print_page, told};
use crate::arguments::{CasebookFile, ListFormat, ShownNames};
use crate::error::{CliError, Outcome};
use crate::table::cut;
use ascribe_casebook::Named;
use clap::Args;

/// List the reports of a casebook.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe reports
  ascribe reports --source Reuters --from 2019-01-01 --format csv")]
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

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let book = open(&options.casebook)?;
    let page = book.reports(&options.filters.filter()).map_err(told)?;
    let page = page.naming(options.names.names(), &book).map_err(told)?;
    print_page(
        &page,
        options.format,
        &["report", "date", "publisher", "from", "title", "claims", "events"],
        |r| {
            let text = |t: &Option<String>| t.clone().unwrap_or_default();
            vec![
                r.id.clone(),
                r.originally_published.or(r.published).map(|d| d.to_string()).unwrap_or_default(),
                text(&r.publisher),
                text(&r.original_publisher),
                cut(&text(&r.title), 70),
                r.claims.to_string(),
                r.events.to_string(),
            ]
        },
    )?;
    Ok(Outcome::Fine)
}
