//! CSV, one row an event: low, best and high of killed and injured, what is contested, how many origins.

use crate::columns::{cell, join, name, origins};
use crate::{ExchangeError, Format, Snapshot};
use ascribe_model::{Event, Harm};
use std::io::Write;

/// One row an event.
pub const FORMAT: Format = Format {
    name: "csv-events",
    extension: "csv",
    about: "CSV, one row an event, with low/best/high and what is contested",
    flattens: "who says which figure is left out (use csv or jsonl); shapes become one point; sides are summed",
    write,
};

const HEADER: [&str; 21] = [
    "event",
    "type",
    "title",
    "from",
    "to",
    "place",
    "latitude",
    "longitude",
    "admin1",
    "country",
    "killed_low",
    "killed_best",
    "killed_high",
    "injured_low",
    "injured_best",
    "injured_high",
    "contested",
    "origins",
    "origin_names",
    "grade",
    "claims",
];

fn write(snapshot: &Snapshot, out: &mut dyn Write) -> Result<(), ExchangeError> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER)?;
    for event in &snapshot.events {
        let place = event.place.clone().unwrap_or_default();
        let [killed, injured] = [Harm::Killed, Harm::Injured].map(|harm| sums(event, harm));
        rows.write_record([
            event.id.clone(),
            event.kind.clone(),
            event.title.clone(),
            cell(event.interval.from),
            cell(event.interval.to),
            place.text,
            cell(place.lat),
            cell(place.lon),
            cell(place.admin1),
            cell(place.country),
            cell(killed[0]),
            cell(killed[1]),
            cell(killed[2]),
            cell(injured[0]),
            cell(injured[1]),
            cell(injured[2]),
            join(event.contested.clone()),
            event.origins.to_string(),
            origins(&event.independent),
            event.grade.level.clone(),
            join(event.claims.clone()),
        ])?;
    }
    rows.flush()?;
    Ok(())
}

/// Low, best and high over the sides; empty where no side has a figure.
fn sums(event: &Event, harm: Harm) -> [Option<u64>; 3] {
    let figures = || event.figures.iter().filter(|f| name(&f.harm) == name(&harm));
    [
        figures().filter_map(|f| f.low).reduce(u64::saturating_add),
        figures().filter_map(|f| f.best).reduce(u64::saturating_add),
        figures().filter_map(|f| f.high).reduce(u64::saturating_add),
    ]
}
