//! Claims to events: which claims of many reports tell of one occurrence, and the record of each event
//! with every contradiction kept.
//!
//! [`link`] is a pure function of the claims and of people's decisions: the order in which reports arrived
//! does not show. A report's own joining (`Claim::event`) is the smallest unit; units of different reports
//! are joined from type, place, time, parties, effects and shared wording.

mod agreement;
mod blocking;
mod cluster;
mod copies;
mod decisions;
mod record;
mod unit;

pub use copies::{Copies, Shared};
pub use decisions::Decisions;

use ascribe_model::{Claim, Event, Report};

/// Joins the claims of all reports to events, sorted by date, then identifier.
pub fn link(reports: &[(Report, Vec<Claim>)], decisions: &Decisions) -> Vec<Event> {
    let copies = Copies::find(reports.iter().map(|(report, _)| report));
    let units = unit::units(reports, decisions);
    let pairs = blocking::candidates(&units);
    let clusters = cluster::cluster(&units, &pairs, &copies, decisions);
    let mut events: Vec<Event> =
        clusters.iter().map(|c| record::record(c, &units, reports, &copies)).collect();
    events.sort_by(|a, b| (a.interval.from, &a.id).cmp(&(b.interval.from, &b.id)));
    events
}

#[cfg(test)]
mod tests;
