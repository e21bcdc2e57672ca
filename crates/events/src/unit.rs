//! The smallest unit of joining: the claims of one report on one occurrence, with their values pooled.

use crate::Decisions;
use ascribe_model::{Actor, Claim, Effect, Interval, Place, Report, Status};
use std::collections::BTreeMap;

/// One report's tellings of one occurrence.
#[derive(Debug, Clone)]
pub struct Unit<'a> {
    /// Index of the report.
    pub report: usize,
    /// Its claims, in text order.
    pub claims: Vec<&'a Claim>,
    /// Parties of all its claims.
    pub actors: Vec<&'a Actor>,
    /// Places that are resolved.
    pub places: Vec<&'a Place>,
    /// Effects of all its claims.
    pub effects: Vec<&'a Effect>,
    /// The narrowest interval any claim gives.
    pub interval: Interval,
    /// The day the report's "today" means, as a last resort for joining.
    pub published: Option<jiff::civil::Date>,
}

impl Unit<'_> {
    /// The types its claims give.
    pub fn kinds(&self) -> impl Iterator<Item = &str> {
        self.claims.iter().map(|c| c.kind.as_str())
    }

    /// True where it is a sum of several occurrences: such contain events and never merge with them.
    pub fn is_aggregate(&self) -> bool {
        self.claims.iter().any(|c| c.aggregate)
    }

    /// True where it has not happened yet.
    pub fn is_future(&self) -> bool {
        self.claims.iter().all(|c| matches!(c.status, Status::Planned | Status::Expected))
    }
}

/// All units, in the order of reports and text. Claims of one report that people parted become units of
/// their own.
pub fn units<'a>(reports: &'a [(Report, Vec<Claim>)], decisions: &Decisions) -> Vec<Unit<'a>> {
    let mut all = vec![];
    for (report, (head, claims)) in reports.iter().enumerate() {
        let mut by_event: BTreeMap<(usize, &str, usize), Vec<&Claim>> = BTreeMap::new();
        let mut order: Vec<&str> = vec![];
        for claim in claims {
            if !order.contains(&claim.event.as_str()) {
                order.push(&claim.event);
            }
            let at = order.iter().position(|e| *e == claim.event).unwrap_or(0);
            let part = (0..).find(|&part| {
                by_event
                    .get(&(at, claim.event.as_str(), part))
                    .is_none_or(|there| there.iter().all(|c| !decisions.parted(&c.id, &claim.id)))
            });
            by_event.entry((at, &claim.event, part.unwrap_or(0))).or_default().push(claim);
        }
        all.extend(by_event.into_values().map(|claims| unit(report, head, claims)));
    }
    all
}

fn unit<'a>(report: usize, head: &Report, claims: Vec<&'a Claim>) -> Unit<'a> {
    Unit {
        report,
        actors: claims.iter().flat_map(|c| &c.actors).collect(),
        places: claims.iter().flat_map(|c| &c.places).filter(|p| p.lat.is_some()).collect(),
        effects: claims.iter().flat_map(|c| &c.effects).collect(),
        interval: narrowest(&claims),
        published: head.metadata.anchor(),
        claims,
    }
}

fn narrowest(claims: &[&Claim]) -> Interval {
    let known = claims.iter().map(|c| c.time.interval).filter(|i| !i.is_unknown());
    known.min_by_key(|i| (days(i), i.from, i.to)).unwrap_or_default()
}

/// Length in days; open ends count as very long.
pub fn days(interval: &Interval) -> i32 {
    match (interval.from, interval.to) {
        (Some(a), Some(b)) => a.until(b).map_or(i32::MAX, |s| s.get_days()),
        _ => i32::MAX,
    }
}
