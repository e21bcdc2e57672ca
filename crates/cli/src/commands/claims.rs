//! `ascribe claims`: who says what.

use super::listing::{Filters, open, print_page, told};
use super::words;
use crate::arguments::{CasebookFile, ListFormat, ShownNames};
use crate::error::{CliError, Outcome};
use crate::table::cut;
use ascribe_casebook::Named;
use clap::Args;

/// List claims, each with who tells it and the words.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe claims --type airstrike --country SY
  ascribe claims --source Observatory --text 'barrel bomb*' --format json")]
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

const HEADER: [&str; 9] = ["claim", "who says", "what", "who", "where", "when", "how many", "event", "words"];

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let book = open(&options.casebook)?;
    let page = book.claims(&options.filters.filter()).map_err(told)?;
    let page = page.naming(options.names.names(), &book).map_err(told)?;
    print_page(&page, options.format, &HEADER, |c| {
        let outlet = c.outlet.as_deref().unwrap_or("the report");
        let says = match c.claim.sources.is_empty() {
            true => format!("({outlet})"),
            false => words::sources(&c.claim),
        };
        vec![
            c.claim.id.clone(),
            says,
            words::kind(&c.claim),
            words::actors(&c.claim),
            words::places(&c.claim),
            words::time(&c.claim),
            words::effects(&c.claim),
            c.event_id.clone().unwrap_or_default(),
            cut(&c.claim.quote, 100),
        ]
    })?;
    Ok(Outcome::Fine)
}
