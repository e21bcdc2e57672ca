//! Pairs the claims of each report and tallies where they agree.

use crate::assign::assign;
use crate::figures::{Figures, Tally};
use crate::record::{Record, ScoredClaim};
use crate::results::{Miss, ReportResult, Results};
use crate::similarity::{
    hits, same_effect, same_party, same_place, same_speaker, similarity, time_agreement,
};
use std::collections::BTreeMap;

/// A pair under this similarity is no pair (codebook section 5).
const THRESHOLD: f64 = 0.40;

/// Scores every gold report; one that `system` lacks counts as one with no claims.
pub fn evaluate(gold: &BTreeMap<String, Record>, system: &BTreeMap<String, Record>) -> Results {
    let mut total = Tally::default();
    let empty = Record::default();
    let reports = gold
        .iter()
        .map(|(name, g)| {
            let s = system.get(name).unwrap_or(&empty);
            let mut one = Tally::default();
            let pairs = pair(g, s);
            tally(g, s, &pairs, &mut one);
            tally(g, s, &pairs, &mut total);
            ReportResult { report: name.clone(), figures: Figures::of(&one), misses: misses(g, s, &pairs) }
        })
        .collect();
    Results { figures: Figures::of(&total), reports }
}

/// As [`evaluate`], from extracted claims in memory.
///
/// # Errors
/// A value that is not of the contract's shape.
pub fn evaluate_values(
    gold: &BTreeMap<String, Record>,
    system: BTreeMap<String, serde_json::Value>,
) -> Result<Results, serde_json::Error> {
    let records: Result<BTreeMap<_, _>, _> =
        system.into_iter().map(|(name, value)| Ok((name, serde_json::from_value(value)?))).collect();
    Ok(evaluate(gold, &records?))
}

fn pair(gold: &Record, system: &Record) -> Vec<(usize, usize)> {
    let matrix: Vec<Vec<f64>> =
        gold.claims.iter().map(|g| system.claims.iter().map(|s| similarity(g, s)).collect()).collect();
    assign(&matrix).into_iter().filter(|&(i, j)| matrix[i][j] >= THRESHOLD).collect()
}

fn tally(gold: &Record, system: &Record, pairs: &[(usize, usize)], tally: &mut Tally) {
    let (g, s) = (&gold.claims, &system.claims);
    tally.add("claim", pairs.len() as f64, g.len(), s.len());
    let count =
        |claims: &[ScoredClaim], size: fn(&ScoredClaim) -> usize| claims.iter().map(size).sum::<usize>();
    type Size = fn(&ScoredClaim) -> usize;
    let sizes: [(&str, Size); 4] = [
        ("actor", |c| c.actors.len()),
        ("place", |c| c.places.len()),
        ("effect", |c| c.effects.len()),
        ("means", |c| c.means.len()),
    ];
    for (name, size) in sizes {
        tally.add(&format!("{name}_all"), 0.0, count(g, size), count(s, size));
    }
    for &(i, j) in pairs {
        tally_pair(&g[i], &s[j], tally);
    }
    tally_events(g, s, pairs, tally);
}

fn tally_pair(a: &ScoredClaim, b: &ScoredClaim, tally: &mut Tally) {
    let stance = |c: &ScoredClaim| c.stance.clone().unwrap_or_else(|| "reported".to_owned());
    tally.add_one("type", a.kind == b.kind);
    tally.add_one("status", a.status == b.status);
    tally.add_one("stance", stance(a) == stance(b));
    tally.add_one("source", same_speaker(a, b));
    let (ga, sa) = (!a.sources.is_empty(), !b.sources.is_empty());
    tally.add("attributed", f64::from(u8::from(ga && sa)), usize::from(ga), usize::from(sa));
    let (exact, loose) = time_agreement(a, b);
    tally.add_one("time_exact", exact);
    tally.add_one("time_loose", loose);
    let mut values = |name: &str, hits: usize, gold: usize, system: usize| {
        tally.add(name, hits as f64, gold, system);
        tally.add(&format!("{name}_all"), hits as f64, 0, 0);
    };
    values("actor", hits(&a.actors, &b.actors, same_party), a.actors.len(), b.actors.len());
    values("place", hits(&a.places, &b.places, same_place), a.places.len(), b.places.len());
    values("effect", hits(&a.effects, &b.effects, same_effect), a.effects.len(), b.effects.len());
    values("means", hits(&a.means, &b.means, |x, y| x == y), a.means.len(), b.means.len());
}

/// B-cubed over the paired claims: for each, how much of its system event is in its gold event and back.
fn tally_events(g: &[ScoredClaim], s: &[ScoredClaim], pairs: &[(usize, usize)], tally: &mut Tally) {
    for &(i, j) in pairs {
        let in_gold = |&&(k, _): &&(usize, usize)| g[k].event == g[i].event;
        let in_system = |&&(_, l): &&(usize, usize)| s[l].event == s[j].event;
        let both = pairs.iter().filter(|p| in_gold(p) && in_system(p)).count() as f64;
        tally.add("bcubed_precision", both / pairs.iter().filter(in_system).count() as f64, 1, 1);
        tally.add("bcubed_recall", both / pairs.iter().filter(in_gold).count() as f64, 1, 1);
    }
}

fn misses(gold: &Record, system: &Record, pairs: &[(usize, usize)]) -> Vec<Miss> {
    let missed = gold
        .claims
        .iter()
        .enumerate()
        .filter(|(i, _)| !pairs.iter().any(|p| p.0 == *i))
        .map(|(_, c)| Miss::of(c, false));
    let spurious = system
        .claims
        .iter()
        .enumerate()
        .filter(|(j, _)| !pairs.iter().any(|p| p.1 == *j))
        .map(|(_, c)| Miss::of(c, true));
    missed.chain(spurious).collect()
}
