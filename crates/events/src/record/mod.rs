//! The record of one event: what is claimed, by whom, and how far they agree.

mod contested;
mod figures;
mod grade;
mod origins;
mod summary;

use crate::Copies;
use crate::unit::Unit;
use ascribe_model::{Claim, Event, Report};

/// A claim with the report it stands in.
#[derive(Clone, Copy)]
pub(crate) struct Told<'a> {
    pub claim: &'a Claim,
    pub report: usize,
    pub head: &'a Report,
}

impl Told<'_> {
    /// Who tells it: the innermost named speaker, else the outlet in its own voice, else the report.
    pub fn speaker(&self) -> String {
        let named = self.claim.sources.iter().map(|s| s.name.as_str()).find(|n| *n != "unspecified");
        named.or_else(|| self.head.outlet()).unwrap_or(&self.head.id).to_owned()
    }

    /// The chain as printed in records: innermost speaker last.
    pub fn chain(&self) -> String {
        if self.claim.sources.is_empty() {
            return self.speaker();
        }
        self.claim.sources.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(" < ")
    }
}

/// Builds the record of one cluster of units.
pub fn record(cluster: &[usize], units: &[Unit], reports: &[(Report, Vec<Claim>)], copies: &Copies) -> Event {
    let mut told: Vec<Told> = cluster
        .iter()
        .flat_map(|&n| units[n].claims.iter().map(move |claim| (claim, units[n].report)))
        .map(|(claim, report)| Told { claim, report, head: &reports[report].0 })
        .collect();
    told.sort_by(|a, b| {
        let key = |t: &Told| (t.head.metadata.anchor(), t.report, t.claim.span.start, t.claim.id.clone());
        key(a).cmp(&key(b))
    });
    let figures = figures::figures(&told);
    let contested = contested::contested(&told, &figures);
    let origins = origins::count(&told, copies);
    let grade = grade::grade(&told, &contested, origins);
    let kind = summary::kind(&told);
    let place = summary::place(&told);
    let interval = summary::interval(&told);
    Event {
        id: summary::identifier(&told),
        title: summary::title(&kind, &told, place.as_ref()),
        kind,
        claims: told.iter().map(|t| t.claim.id.clone()).collect(),
        place,
        interval,
        figures,
        contested,
        origins,
        grade,
    }
}
