//! CSV, one row a claim.

use crate::columns::{actors, cell, chain, effects, join, name, places};
use crate::{ExchangeError, Format, Snapshot};
use ascribe_model::Role;
use std::io::Write;

/// One row a claim.
pub const FORMAT: Format = Format {
    name: "csv",
    extension: "csv",
    about: "CSV, one row a claim, with its source chain, independent origin and exact words",
    flattens: "shapes become one point; lists become text joined by semicolons; spans of single values are left out",
    write,
};

const HEADER: [&str; 30] = [
    "claim",
    "event",
    "report",
    "publisher",
    "original_publisher",
    "published",
    "url",
    "type",
    "status",
    "stance",
    "aggregate",
    "sources",
    "agents",
    "targets",
    "allies",
    "places",
    "latitude",
    "longitude",
    "admin1",
    "country",
    "from",
    "to",
    "time_words",
    "effects",
    "means",
    "responsibility",
    "quote",
    "rule",
    "origin",
    "origins_of_event",
];

fn write(snapshot: &Snapshot, out: &mut dyn Write) -> Result<(), ExchangeError> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER)?;
    for (report, claim) in &snapshot.claims {
        let header = snapshot.reports.get(report).cloned().unwrap_or_default();
        let first = claim.places.iter().find(|p| p.lat.is_some());
        let origin = snapshot.origins.get(&claim.id).cloned();
        rows.write_record([
            claim.id.clone(),
            claim.event.clone(),
            report.clone(),
            cell(header.metadata.publisher),
            cell(header.metadata.original_publisher),
            cell(header.metadata.originally_published.or(header.metadata.published)),
            cell(header.url),
            claim.kind.clone(),
            name(&claim.status),
            name(&claim.stance),
            claim.aggregate.to_string(),
            chain(&claim.sources),
            actors(&claim.actors, Role::Agent),
            actors(&claim.actors, Role::Target),
            actors(&claim.actors, Role::Ally),
            places(&claim.places),
            cell(first.and_then(|p| p.lat)),
            cell(first.and_then(|p| p.lon)),
            cell(first.and_then(|p| p.admin1.clone())),
            cell(first.and_then(|p| p.country.clone())),
            cell(claim.time.interval.from),
            cell(claim.time.interval.to),
            cell(claim.time.text.clone()),
            effects(&claim.effects),
            join(claim.means.clone()),
            cell(claim.responsibility.clone()),
            claim.quote.clone(),
            claim.rule.clone(),
            cell(origin.as_ref().map(|(name, _)| name)),
            cell(origin.as_ref().map(|(_, origins)| origins)),
        ])?;
    }
    rows.flush()?;
    Ok(())
}
