//! Bringing one report in or out: its units, their edges, and the groups that change.

use crate::Decisions;
use crate::settle::{Change, settle};
use crate::store::{Edge, Store, edges_of};
use crate::unit::Unit;
use std::collections::BTreeSet;

/// A store that can be changed.
pub trait StoreMut: Store {
    /// Adds a unit, without edges or group.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn add_unit(&mut self, unit: Unit) -> Result<(), Self::Error>;

    /// Adds the edges of a unit, in both directions.
    ///
    /// # Errors
    /// Where they cannot be written.
    fn add_edges(&mut self, unit: i64, edges: &[Edge]) -> Result<(), Self::Error>;

    /// Takes a unit out with its edges and its place in a group.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn take_unit(&mut self, unit: i64) -> Result<(), Self::Error>;

    /// Makes these units one group.
    ///
    /// # Errors
    /// Where it cannot be written.
    fn set_group(&mut self, members: &[i64]) -> Result<(), Self::Error>;
}

/// What became of the groups.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Regrouped {
    /// Groups that were there and are no more, by their members then.
    pub gone: BTreeSet<Vec<i64>>,
    /// Groups that are there now and were not before.
    pub made: BTreeSet<Vec<i64>>,
}

impl Regrouped {
    fn add(&mut self, before: Vec<Vec<i64>>, after: Vec<Vec<i64>>) {
        let after: BTreeSet<Vec<i64>> = after.into_iter().collect();
        let before: BTreeSet<Vec<i64>> = before.into_iter().collect();
        for group in before.difference(&after) {
            if !self.made.remove(group) {
                self.gone.insert(group.clone());
            }
        }
        for group in after.difference(&before) {
            if !self.gone.remove(group) {
                self.made.insert(group.clone());
            }
        }
    }
}

/// Adds units of one report; the shared text of the report must be known to the store already.
///
/// # Errors
/// What the store answers.
pub fn add_units<S: StoreMut>(
    store: &mut S,
    units: Vec<Unit>,
    decisions: &Decisions,
) -> Result<Regrouped, S::Error> {
    let mut done = Regrouped::default();
    for unit in units {
        let id = unit.id;
        store.add_unit(unit)?;
        let edges = edges_of(store, &*store.unit(id)?)?;
        store.add_edges(id, &edges)?;
        regroup(store, &BTreeSet::from([id]), vec![], decisions, &mut done)?;
    }
    Ok(done)
}

/// Takes the units of a report out; what they held together is grouped anew.
///
/// # Errors
/// What the store answers.
pub fn take_units<S: StoreMut>(
    store: &mut S,
    report: i64,
    decisions: &Decisions,
) -> Result<Regrouped, S::Error> {
    let mut done = Regrouped::default();
    for unit in store.units_of(report)? {
        let group = store.group(unit)?;
        store.take_unit(unit)?;
        let left: BTreeSet<i64> = group.iter().copied().filter(|&other| other != unit).collect();
        regroup(store, &left, vec![group], decisions, &mut done)?;
    }
    Ok(done)
}

fn regroup<S: StoreMut>(
    store: &mut S,
    seeds: &BTreeSet<i64>,
    mut before: Vec<Vec<i64>>,
    decisions: &Decisions,
    done: &mut Regrouped,
) -> Result<(), S::Error> {
    let Change { before: reached, after } = settle(store, seeds, decisions)?;
    before.extend(reached);
    for group in &after {
        store.set_group(group)?;
    }
    done.add(before, after);
    Ok(())
}
