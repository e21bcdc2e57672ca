//! `ascribe export`: the casebook in the formats of others.

use super::listing::{Filters, open, told};
use crate::arguments::{CasebookFile, ShownNames};
use crate::error::{CliError, Outcome};
use crate::output::{tell, write_whole};
use ascribe_casebook::{Casebook, Filter, Named, Names};
use ascribe_exchange::{FORMATS, Format, ReportHeader, Snapshot, format};
use ascribe_model::Metadata;
use clap::Args;
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Export claims and events; says what the format had to flatten.
#[derive(Debug, Args)]
#[command(after_help = "Examples:
  ascribe export --format csv --out claims.csv
  ascribe export --format csv-events --out events.csv --country SY
  ascribe export --format geojson --out map.geojson --contested")]
pub struct Options {
    /// The format.
    #[arg(long, value_parser = clap::builder::PossibleValuesParser::new(names()))]
    format: String,
    /// The file to write; `-` for standard output.
    #[arg(long, value_name = "FILE")]
    out: PathBuf,
    #[command(flatten)]
    casebook: CasebookFile,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    names: ShownNames,
}

fn names() -> Vec<clap::builder::PossibleValue> {
    FORMATS.iter().map(|f| clap::builder::PossibleValue::new(f.name).help(f.about)).collect()
}

/// Runs the command.
pub fn run(options: &Options) -> Result<Outcome, CliError> {
    let format: &Format =
        format(&options.format).ok_or_else(|| CliError::Usage(format!("no format '{}'", options.format)))?;
    let snapshot = snapshot(&open(&options.casebook)?, &options.filters.filter(), options.names.names())?;
    if options.out.as_os_str() == "-" {
        (format.write)(&snapshot, &mut std::io::stdout().lock()).map_err(CliError::failed)?;
    } else {
        write_whole(&options.out, |out| (format.write)(&snapshot, out).map_err(CliError::failed))?;
    }
    tell(&format!(
        "{} claims, {} events → {}\n{} leaves out or flattens: {}",
        snapshot.claims.len(),
        snapshot.events.len(),
        options.out.display(),
        format.name,
        format.flattens
    ));
    Ok(Outcome::Fine)
}

fn snapshot(casebook: &Casebook, filter: &Filter, names: Names) -> Result<Snapshot, CliError> {
    let claims = casebook.claims(filter).map_err(told)?.items.naming(names, casebook).map_err(told)?;
    let events = casebook.events(filter).map_err(told)?.items.naming(names, casebook).map_err(told)?;
    let everything = Filter { versions: true, ..Filter::default() };
    let reports = casebook.reports(&everything).map_err(told)?.items;
    let wanted: BTreeSet<&str> = claims.iter().map(|c| c.report.as_str()).collect();
    let reports: Vec<_> = reports.into_iter().filter(|r| wanted.contains(r.id.as_str())).collect();
    let reports = reports
        .naming(names, casebook)
        .map_err(told)?
        .iter()
        .map(|r| {
            let metadata = Metadata {
                title: r.title.clone(),
                publisher: r.publisher.clone(),
                original_publisher: r.original_publisher.clone(),
                published: r.published,
                originally_published: r.originally_published,
                byline: r.byline.clone(),
                ..Metadata::default()
            };
            (r.id.clone(), ReportHeader { url: r.url.clone(), hash: r.hash.clone(), metadata })
        })
        .collect();
    let ids: BTreeSet<&str> = claims.iter().filter_map(|c| c.event_id.as_deref()).collect();
    let mut origins = BTreeMap::new();
    for event in casebook.events_named(ids).map_err(told)?.naming(names, casebook).map_err(told)? {
        for origin in event.independent {
            origins.extend(origin.claims.into_iter().map(|c| (c, (origin.name.clone(), event.origins))));
        }
    }
    let claims = claims
        .into_iter()
        .map(|mut c| {
            // The casebook's event, not the report's own numbering.
            c.claim.event = c.event_id.unwrap_or(c.claim.event);
            (c.report, c.claim)
        })
        .collect();
    Ok(Snapshot { reports, claims, events, origins })
}
