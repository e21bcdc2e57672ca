//! Independent origins: copies of one text, and one source quoted by many, count once.

use super::{Told, names};
use crate::copies::Shared;
use ascribe_model::{Carrier, Origin, Span};
use std::collections::{BTreeMap, BTreeSet};

/// What reports share with each other, by both reports' numbers.
#[derive(Debug, Clone, Default)]
pub struct SharedText(pub BTreeMap<(i64, i64), Shared>);

impl SharedText {
    /// True where two claims stand in wording that their reports share.
    fn copied(&self, a: &Told, b: &Told) -> bool {
        self.of_claims(a, b).is_some()
    }

    fn of_claims(&self, a: &Told, b: &Told) -> Option<&Shared> {
        self.0
            .get(&(a.report, b.report))
            .filter(|shared| mostly_in(a.claim.span, &shared.here) && mostly_in(b.claim.span, &shared.there))
    }
}

/// True where half of the words or more lie in the stretches.
fn mostly_in(span: Span, stretches: &[Span]) -> bool {
    let held: usize =
        stretches.iter().map(|s| s.end.min(span.end).saturating_sub(s.start.max(span.start))).sum();
    span.end > span.start && held * 2 >= span.end - span.start
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
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..told.len()).for_each(|n| members.entry(groups[n]).or_default().push(n));
    members.values().map(|members| origin(told, members, shared)).collect()
}

/// The origin of these claims: the first one's speaker, unless that only carries what a later one names.
fn origin(told: &[Told], members: &[usize], shared: &SharedText) -> Origin {
    let all = || members.iter().map(|&n| &told[n]);
    let Some(first) = all().find(|t| t.named().is_some()).or(all().next()) else { return Origin::default() };
    let mut found = Origin {
        name: first.speaker().to_owned(),
        side: first.side(),
        claims: all().map(|t| t.claim.id.clone()).collect(),
        carried_by: vec![],
    };
    for t in all() {
        if !found.carried_by.iter().any(|c| c.report == t.head.id) {
            found.carried_by.push(Carrier {
                report: t.head.id.clone(),
                outlet: t.head.carrier().to_owned(),
                published: t.head.anchor,
                because: because(t, &found.name, all(), shared),
            });
        }
    }
    found
}

/// Why a report is held to have it from there, by its first claim that does.
fn because<'a>(
    t: &Told,
    origin: &str,
    all: impl Iterator<Item = &'a Told<'a>> + Clone,
    shared: &SharedText,
) -> String {
    let mine = all.clone().filter(|o| o.report == t.report);
    let mut before = all.take_while(|e| e.report != t.report);
    let copy = before.find_map(|e| Some((e, mine.clone().find_map(|o| shared.of_claims(o, e))?)));
    let quotes = mine.into_iter().find_map(Told::named);
    match (copy, quotes) {
        (Some((e, shared)), _) => {
            format!(
                "shares {:.0} % of its wording with {} ({})",
                shared.share * 100.0,
                e.head.id,
                e.head.carrier()
            )
        }
        (None, Some(name)) if names::key(name) == names::key(origin) => "quotes it".to_owned(),
        (None, Some(name)) => format!("quotes it as “{name}”"),
        (None, None) => "tells it in its own voice".to_owned(),
    }
}

/// A claim in the report's own voice belongs to the first source that the report names for the event; not to one
/// who denies what the report tells.
fn first_quoting(told: &[Told], n: usize, m: usize) -> bool {
    let quoted = if told[n].named().is_some() { n } else { m };
    let denied = told[if quoted == n { m } else { n }].denies();
    let names = |t: &Told| t.report == told[n].report && t.named().is_some() && t.denies() == denied;
    told.iter().position(names) == Some(quoted)
}

/// Gives every claim the smaller number of the two groups.
fn join(groups: &mut [usize], a: usize, b: usize) {
    let (keep, drop) = (groups[a].min(groups[b]), groups[a].max(groups[b]));
    groups.iter_mut().filter(|g| **g == drop).for_each(|g| *g = keep);
}

/// Who the claims come from, as a key.
fn keys(told: &[Told]) -> Vec<String> {
    let speakers: BTreeSet<String> = told
        .iter()
        .flat_map(|t| [Some(t.speaker().to_owned()), names::body(t.speaker())])
        .flatten()
        .collect();
    let keys: BTreeMap<&str, String> =
        speakers.iter().map(|s| (s.as_str(), names::whole(s, &speakers))).collect();
    told.iter().map(|t| keys[t.speaker()].clone()).collect()
}
