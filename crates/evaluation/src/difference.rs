//! What one run gained and lost against another.

use crate::results::{Miss, Results};
use std::collections::{BTreeMap, BTreeSet};

/// Changes from one run to the next.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Difference {
    /// Name, before, after, for each figure that changed.
    pub figures: Vec<(String, f64, f64)>,
    /// Report, ledger before, ledger after, where it changed.
    pub reports: Vec<(String, f64, f64)>,
    /// Misses that are gone, with their report.
    pub gained: Vec<(String, Miss)>,
    /// Misses that are new.
    pub lost: Vec<(String, Miss)>,
}

/// Compares two runs on the same gold.
pub fn difference(before: &Results, after: &Results) -> Difference {
    let figures = after
        .figures
        .0
        .keys()
        .map(|name| (name.clone(), before.figures.get(name), after.figures.get(name)))
        .filter(|(_, a, b)| a != b)
        .collect();
    let ledger = |r: &Results| -> BTreeMap<String, f64> {
        r.reports.iter().map(|x| (x.report.clone(), x.figures.get("ledger"))).collect()
    };
    let (old, new) = (ledger(before), ledger(after));
    let reports = new
        .iter()
        .map(|(name, b)| (name.clone(), old.get(name).copied().unwrap_or(0.0), *b))
        .filter(|(_, a, b)| a != b)
        .collect();
    let misses = |r: &Results| -> BTreeSet<(String, Miss)> {
        r.reports.iter().flat_map(|x| x.misses.iter().map(|m| (x.report.clone(), m.clone()))).collect()
    };
    let (old, new) = (misses(before), misses(after));
    Difference {
        figures,
        reports,
        gained: old.difference(&new).cloned().collect(),
        lost: new.difference(&old).cloned().collect(),
    }
}
