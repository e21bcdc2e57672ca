//! Linking of reports in memory, all at once.

use crate::anew::group_all;
use crate::linker::StoreMut;
use crate::record::{Head, SharedText, Told, record};
use crate::store::{Store, edges_of};
use crate::{Decisions, Memory, Wording, in_time, unit::units};
use ascribe_model::{Claim, Event, Report};
use std::collections::BTreeMap;

/// Joins the claims of all reports to events, sorted by date, then identifier.
pub fn link(reports: &[(Report, Vec<Claim>)], decisions: &Decisions) -> Vec<Event> {
    let heads: Vec<Head> = reports.iter().map(|(report, _)| Head::of(report)).collect();
    let mut store = Memory::default();
    for (n, (report, claims)) in reports.iter().enumerate() {
        store.know(n as i64, report, claims);
    }
    for (n, (_, claims)) in reports.iter().enumerate() {
        for unit in units(n as i64, &heads[n], claims, decisions) {
            let id = unit.id;
            let Ok(()) = store.add_unit(unit);
            let Ok(unit) = store.unit(id);
            let Ok(edges) = edges_of(&store, &unit);
            let Ok(()) = store.add_edges(id, &edges);
        }
    }
    let Ok(groups) = group_all(&store, &store.all(), decisions);
    let mut events: Vec<Event> = groups.iter().map(|group| event(&store, group, reports, &heads)).collect();
    events.sort_by(|a, b| (a.interval.from, &a.id).cmp(&(b.interval.from, &b.id)));
    events
}

fn event(store: &Memory, group: &[i64], reports: &[(Report, Vec<Claim>)], heads: &[Head]) -> Event {
    let mut told = vec![];
    for &id in group {
        let Ok(unit) = store.unit(id);
        let at = unit.report as usize;
        let claims = reports[at].1.iter().filter(|claim| unit.claims.contains(&claim.id));
        told.extend(claims.map(|claim| Told { claim, report: unit.report, head: &heads[at] }));
    }
    record(told, &shared(store, group, reports))
}

/// What the reports of a group share with each other.
fn shared(store: &Memory, group: &[i64], reports: &[(Report, Vec<Claim>)]) -> SharedText {
    let numbers = group.iter().map(|&id| {
        let Ok(unit) = store.unit(id);
        unit.report
    });
    let numbers: std::collections::BTreeSet<i64> = numbers.collect();
    let mut found = BTreeMap::new();
    for &a in &numbers {
        let Ok(others) = store.sharing(a);
        for &b in others.iter().filter(|b| numbers.contains(b)) {
            let (x, y) = (&reports[a as usize].0, &reports[b as usize].0);
            let day = |r: &Report| r.metadata.anchor().map(crate::day_number);
            if let Some(shared) = Wording::of(x).shared(&Wording::of(y)).filter(|_| in_time(day(x), day(y))) {
                found.insert((a, b), shared);
            }
        }
    }
    SharedText(found)
}
