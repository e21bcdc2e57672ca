//! Clusters of units: best pairs first, as long as nobody parted them and every pair in the cluster stays
//! compatible. The outcome depends on the set of units alone.

use crate::agreement::{ENOUGH, points};
use crate::unit::Unit;
use crate::{Copies, Decisions};
use std::collections::BTreeMap;

/// Indices of units by cluster; clusters in the order of their first unit.
pub fn cluster(
    units: &[Unit],
    pairs: &[(usize, usize)],
    copies: &Copies,
    decisions: &Decisions,
) -> Vec<Vec<usize>> {
    let mut groups =
        Groups { of: (0..units.len()).collect(), members: (0..units.len()).map(|n| vec![n]).collect() };
    for (a, b) in decided(units, decisions) {
        groups.join(a, b);
    }
    let mut scored: Vec<(i32, usize, usize)> = pairs
        .iter()
        .filter_map(|&(a, b)| Some((points(&units[a], &units[b], copies)?, a, b)))
        .filter(|(points, ..)| *points >= ENOUGH)
        .collect();
    // Best first; ties by the claims' own names, which do not depend on the order of arrival.
    scored.sort_by(|x, y| y.0.cmp(&x.0).then_with(|| key(units, x).cmp(&key(units, y))));
    for (_, a, b) in scored {
        let (left, right) = (groups.of[a], groups.of[b]);
        if left != right
            && compatible(units, &groups.members[left], &groups.members[right], copies, decisions)
        {
            groups.join(a, b);
        }
    }
    groups.members.into_iter().filter(|m| !m.is_empty()).collect()
}

fn key<'a>(units: &'a [Unit], pair: &(i32, usize, usize)) -> (&'a str, &'a str) {
    let name = |n: usize| units[n].claims.first().map_or("", |c| c.id.as_str());
    (name(pair.1), name(pair.2))
}

struct Groups {
    of: Vec<usize>,
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn join(&mut self, a: usize, b: usize) {
        let (keep, drop) = (self.of[a].min(self.of[b]), self.of[a].max(self.of[b]));
        if keep == drop {
            return;
        }
        let moved = std::mem::take(&mut self.members[drop]);
        moved.iter().for_each(|&m| self.of[m] = keep);
        self.members[keep].extend(moved);
        self.members[keep].sort_unstable();
    }
}

fn decided(units: &[Unit], decisions: &Decisions) -> Vec<(usize, usize)> {
    let mut by_claim: BTreeMap<&str, usize> = BTreeMap::new();
    for (n, unit) in units.iter().enumerate() {
        unit.claims.iter().for_each(|c| {
            by_claim.insert(c.id.as_str(), n);
        });
    }
    decisions.must().filter_map(|(a, b)| Some((*by_claim.get(a)?, *by_claim.get(b)?))).collect()
}

/// Joining two clusters must part nobody's decision, bring no two units of one report together (a report
/// knows best what it tells apart), and contradict no pair.
fn compatible(
    units: &[Unit],
    left: &[usize],
    right: &[usize],
    copies: &Copies,
    decisions: &Decisions,
) -> bool {
    left.iter().all(|&a| {
        right.iter().all(|&b| {
            let (x, y) = (&units[a], &units[b]);
            let parted = !decisions.parts_nothing()
                && x.claims.iter().any(|c| y.claims.iter().any(|d| decisions.parted(&c.id, &d.id)));
            !parted && x.report != y.report && points(x, y, copies).is_some()
        })
    })
}
