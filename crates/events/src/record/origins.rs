//! Independent origins: copies of one text, and one source quoted by many, count once.

use super::{Told, names};
use crate::copies::Shared;
use ascribe_model::Span;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What reports share with each other, by both reports' numbers.
#[derive(Debug, Clone, Default)]
pub struct SharedText(pub BTreeMap<(i64, i64), Shared>);

impl SharedText {
    /// True where two claims stand in wording that their reports share.
    fn copied(&self, a: &Told, b: &Told) -> bool {
        self.0.get(&(a.report, b.report)).is_some_and(|shared| {
            mostly_in(a.claim.span, &shared.here) && mostly_in(b.claim.span, &shared.there)
        })
    }
}

/// True where half of the words or more lie in the stretches.
fn mostly_in(span: Span, stretches: &[Span]) -> bool {
    let held: usize =
        stretches.iter().map(|s| s.end.min(span.end).saturating_sub(s.start.max(span.start))).sum();
    span.end > span.start && held * 2 >= span.end - span.start
}

/// Somebody who knows of an event by themselves, as far as the reports show.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Origin {
    /// The named source, or the outlet that wrote it first.
    pub name: String,
    /// The claims that come from there.
    pub claims: Vec<String>,
    /// The sites that carry it, in the order they did.
    pub carried_by: Vec<String>,
}

/// The independent origins of what is told, in the order of their first claims.
///
/// * A claim with a named source has that source as origin, whoever carries it, under whatever short name.
/// * A claim in an outlet's own voice has the outlet as origin, or the report that it was copied from.
/// * A report that tells it in its own voice and elsewhere names who said so adds nothing of its own.
pub fn origins(told: &[Told], shared: &SharedText) -> Vec<Origin> {
    let mut groups: Vec<usize> = (0..told.len()).collect();
    let keys = keys(told);
    for (n, a) in told.iter().enumerate() {
        for (m, b) in told.iter().enumerate().take(n) {
            let quoting = a.report == b.report && a.named().is_some() != b.named().is_some();
            if keys[n] == keys[m] || shared.copied(a, b) || (quoting && first_quoting(told, n, m)) {
                join(&mut groups, n, m);
            }
        }
    }
    let mut found: BTreeMap<usize, Origin> = BTreeMap::new();
    for (n, t) in told.iter().enumerate() {
        let origin = found.entry(groups[n]).or_default();
        if origin.name.is_empty()
            || t.named().is_some_and(|_| told[groups[n]].named().is_none() && origin.claims.len() == 1)
        {
            origin.name = t.speaker().to_owned();
        }
        origin.claims.push(t.claim.id.clone());
        let carrier = t.head.carrier().to_owned();
        if !origin.carried_by.contains(&carrier) {
            origin.carried_by.push(carrier);
        }
    }
    found.into_values().collect()
}

/// A claim in the report's own voice belongs to the first source that the report names for the event.
fn first_quoting(told: &[Told], n: usize, m: usize) -> bool {
    let quoted = if told[n].named().is_some() { n } else { m };
    told.iter().position(|t| t.report == told[n].report && t.named().is_some()) == Some(quoted)
}

/// Gives every claim the smaller number of the two groups.
fn join(groups: &mut [usize], a: usize, b: usize) {
    let (keep, drop) = (groups[a].min(groups[b]), groups[a].max(groups[b]));
    groups.iter_mut().filter(|g| **g == drop).for_each(|g| *g = keep);
}

/// The speaker of each claim as a key; a short name takes the key of the one longer name it can stand for.
fn keys(told: &[Told]) -> Vec<String> {
    let speakers: BTreeSet<&str> = told.iter().map(Told::speaker).collect();
    told.iter()
        .map(|t| {
            let speaker = t.speaker();
            let longer: BTreeSet<String> = speakers
                .iter()
                .filter(|other| names::short_for(speaker, other))
                .map(|other| names::key(other))
                .collect();
            match longer.len() {
                1 => longer.into_iter().next().unwrap_or_default(),
                _ => names::key(speaker),
            }
        })
        .collect()
}
