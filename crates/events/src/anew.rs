//! Grouping everything at once: the plain statement of what [`crate::settle`] finds step by step.

use crate::Decisions;
use crate::agreement::contradict;
use crate::settle::{Groups, Rank, parted, rank};
use crate::store::Store;
use std::collections::BTreeSet;

/// The groups of these units, which must be all that the store has.
///
/// # Errors
/// What the store answers.
pub fn group_all<S: Store>(
    store: &S,
    units: &[i64],
    decisions: &Decisions,
) -> Result<Vec<Vec<i64>>, S::Error> {
    let mut groups = Groups::of(units);
    let mut edges: BTreeSet<(Rank, i64, i64)> = BTreeSet::new();
    for &unit in units {
        for claim in &store.unit(unit)?.claims {
            for partner in decisions.partners(claim) {
                if let Some(other) = store.unit_of(partner)? {
                    groups.join(unit, other);
                }
            }
        }
        edges.extend(
            store
                .edges(unit)?
                .iter()
                .filter(|e| unit < e.to)
                .map(|e| (rank(unit, e.to, e.points), unit, e.to)),
        );
    }
    for (_, a, b) in edges {
        if !groups.together(a, b) && compatible(store, &groups, a, b, decisions)? {
            groups.join(a, b);
        }
    }
    Ok(groups.all())
}

fn compatible<S: Store>(
    store: &S,
    groups: &Groups,
    a: i64,
    b: i64,
    decisions: &Decisions,
) -> Result<bool, S::Error> {
    for &x in groups.members(a) {
        for &y in groups.members(b) {
            let (x, y) = (store.unit(x)?, store.unit(y)?);
            if parted(&x, &y, decisions) || (contradict(&x, &y) && !store.twins(&x, &y)?) {
                return Ok(false);
            }
        }
    }
    Ok(true)
}
