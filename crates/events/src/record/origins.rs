//! Independent origins: copies of one text, and one source quoted by many, count once.

use super::Told;
use crate::Copies;
use std::collections::BTreeSet;

/// The number of independent origins of an event's claims.
///
/// A claim with a named source has that source as origin, whoever carries it. A claim in an outlet's own
/// voice has the outlet of the earliest report that shares its text.
pub fn count(told: &[Told], copies: &Copies) -> usize {
    let mut named = BTreeSet::new();
    let mut own = BTreeSet::new();
    for t in told {
        let speaker = t.claim.sources.iter().map(|s| s.name.to_lowercase()).find(|n| n != "unspecified");
        match speaker {
            Some(name) => {
                named.insert(name);
            }
            None => {
                own.insert(copies.origin(t.report));
            }
        }
    }
    // A report in its own voice that elsewhere names who told it adds nothing of its own.
    let quoting: BTreeSet<usize> = told
        .iter()
        .filter(|t| t.claim.sources.iter().any(|s| s.name != "unspecified"))
        .map(|t| copies.origin(t.report))
        .collect();
    named.len() + own.difference(&quoting).count()
}
