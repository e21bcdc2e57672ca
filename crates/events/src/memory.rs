//! Units kept in memory: for linking a few reports without a casebook, and for tests.

use crate::copies::{Sketches, Wording, in_time, quoted_words};
use crate::linker::StoreMut;
use crate::store::{Cover, Edge, Store, sort, sorts_meet};
use crate::unit::Unit;
use ascribe_model::{Claim, Report};
use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::rc::Rc;

/// Days that share a drawer of the index.
const DRAWER: i32 = 8;

/// A store in memory.
#[derive(Default)]
pub struct Memory {
    units: BTreeMap<i64, Rc<Unit>>,
    by_claim: BTreeMap<String, i64>,
    by_report: BTreeMap<i64, Vec<i64>>,
    edges: BTreeMap<i64, Vec<Edge>>,
    group_of: BTreeMap<i64, i64>,
    groups: BTreeMap<i64, Vec<i64>>,
    drawers: BTreeMap<i32, BTreeSet<i64>>,
    quotes: BTreeMap<String, Vec<u32>>,
    wordings: BTreeMap<i64, (Wording, Option<i32>)>,
    sketches: Sketches,
    sharing: BTreeMap<i64, Rc<Vec<i64>>>,
}

impl Memory {
    /// Makes a report's text and quotes known, so that copies of it are found.
    pub fn know(&mut self, number: i64, report: &Report, claims: &[Claim]) {
        for claim in claims {
            self.quotes.insert(claim.id.clone(), quoted_words(&claim.quote));
        }
        let wording = Wording::of(report);
        let day = report.metadata.anchor().map(crate::days::number);
        let met = self.sketches.meet(&wording, number as usize);
        let mut mine: Vec<i64> = vec![];
        for other in met.into_iter().map(|n| n as i64).filter(|&n| n != number) {
            let shares = self
                .wordings
                .get(&other)
                .is_some_and(|(theirs, then)| in_time(day, *then) && wording.shared(theirs).is_some());
            if shares {
                mine.push(other);
                let theirs = self.sharing.entry(other).or_default();
                Rc::make_mut(theirs).push(number);
            }
        }
        self.wordings.insert(number, (wording, day));
        let known = self.sharing.entry(number).or_default();
        Rc::make_mut(known).extend(mine);
    }

    /// All units.
    pub fn all(&self) -> Vec<i64> {
        self.units.keys().copied().collect()
    }

    /// All groups, in the order of their first members.
    pub fn all_groups(&self) -> Vec<Vec<i64>> {
        self.groups.values().cloned().collect()
    }

    fn drawers(cover: &Cover) -> std::ops::RangeInclusive<i32> {
        cover.first.div_euclid(DRAWER)..=cover.last.div_euclid(DRAWER)
    }

    fn leave_group(&mut self, unit: i64) {
        let Some(name) = self.group_of.remove(&unit) else { return };
        let mut left = self.groups.remove(&name).unwrap_or_default();
        left.retain(|&other| other != unit);
        if let Some(&first) = left.first() {
            left.iter().for_each(|&other| {
                self.group_of.insert(other, first);
            });
            self.groups.insert(first, left);
        }
    }
}

impl Store for Memory {
    type Error = Infallible;

    fn unit(&self, id: i64) -> Result<Rc<Unit>, Infallible> {
        Ok(Rc::clone(&self.units[&id]))
    }

    fn unit_of(&self, claim: &str) -> Result<Option<i64>, Infallible> {
        Ok(self.by_claim.get(claim).copied())
    }

    fn units_of(&self, report: i64) -> Result<Vec<i64>, Infallible> {
        Ok(self.by_report.get(&report).cloned().unwrap_or_default())
    }

    fn edges(&self, unit: i64) -> Result<Rc<Vec<Edge>>, Infallible> {
        Ok(Rc::new(self.edges.get(&unit).cloned().unwrap_or_default()))
    }

    fn group(&self, unit: i64) -> Result<Vec<i64>, Infallible> {
        let group = self.group_of.get(&unit).and_then(|name| self.groups.get(name));
        Ok(group.cloned().unwrap_or_else(|| vec![unit]))
    }

    fn near(&self, cover: &Cover, wanted: u64) -> Result<Vec<i64>, Infallible> {
        let mut found = BTreeSet::new();
        for drawer in Self::drawers(cover) {
            found.extend(self.drawers.get(&drawer).into_iter().flatten().copied());
        }
        found.retain(|id| {
            let unit = &self.units[id];
            sorts_meet(sort(unit), wanted) && Cover::of(unit).is_some_and(|c| c.touches(cover))
        });
        Ok(found.into_iter().collect())
    }

    fn sharing(&self, report: i64) -> Result<Rc<Vec<i64>>, Infallible> {
        Ok(self.sharing.get(&report).cloned().unwrap_or_default())
    }

    fn quotes(&self, unit: &Unit) -> Result<Rc<Vec<Vec<u32>>>, Infallible> {
        Ok(Rc::new(unit.claims.iter().filter_map(|claim| self.quotes.get(claim).cloned()).collect()))
    }
}

impl StoreMut for Memory {
    fn add_unit(&mut self, unit: Unit) -> Result<(), Infallible> {
        for claim in &unit.claims {
            self.by_claim.insert(claim.clone(), unit.id);
        }
        self.by_report.entry(unit.report).or_default().push(unit.id);
        if let Some(cover) = Cover::of(&unit) {
            Self::drawers(&cover).for_each(|drawer| {
                self.drawers.entry(drawer).or_default().insert(unit.id);
            });
        }
        self.units.insert(unit.id, Rc::new(unit));
        Ok(())
    }

    fn add_edges(&mut self, unit: i64, edges: &[Edge]) -> Result<(), Infallible> {
        for edge in edges {
            self.edges.entry(unit).or_default().push(*edge);
            self.edges.entry(edge.to).or_default().push(Edge { to: unit, points: edge.points });
        }
        Ok(())
    }

    fn take_unit(&mut self, unit: i64) -> Result<(), Infallible> {
        self.leave_group(unit);
        for edge in self.edges.remove(&unit).unwrap_or_default() {
            self.edges.entry(edge.to).or_default().retain(|e| e.to != unit);
        }
        if let Some(gone) = self.units.remove(&unit) {
            gone.claims.iter().for_each(|claim| {
                self.by_claim.remove(claim);
            });
            self.by_report.entry(gone.report).or_default().retain(|&u| u != unit);
            self.drawers.values_mut().for_each(|drawer| {
                drawer.remove(&unit);
            });
        }
        Ok(())
    }

    fn set_group(&mut self, members: &[i64]) -> Result<(), Infallible> {
        members.iter().for_each(|&unit| self.leave_group(unit));
        if let Some(&first) = members.first() {
            members.iter().for_each(|&unit| {
                self.group_of.insert(unit, first);
            });
            self.groups.insert(first, members.to_vec());
        }
        Ok(())
    }
}
