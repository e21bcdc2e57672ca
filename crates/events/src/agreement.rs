//! How strongly two units of different reports agree, in points, each with its reason.
//!
//! Place and time must be compatible; beyond that, agreement of parties, figures, means and named victims
//! decides. The points were set on groups of reports that people had read (docs/joining.md): same day and
//! town, then who, then how many.

use crate::spot::{NEAR_KM, Spot};
use crate::unit::{Party, Unit};
use ascribe_model::{Harm, Role, Side};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Points from which two units are one occurrence.
pub const ENOUGH: i32 = 6;
/// Points of the same sentence in two reports that share text.
pub const TWINS: i32 = 20;
/// Points of what one report tells of one occurrence.
pub const SIBLINGS: i32 = 30;
/// The night of the 8th is the morning of the 9th in another report.
pub const SLACK: i32 = 1;

/// A piece of evidence for or against one occurrence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
pub struct Reason {
    /// Points, below nought where it speaks against.
    pub points: i32,
    /// In words.
    pub says: String,
}

/// True where the two cannot be one occurrence, whatever else agrees.
pub fn contradict(a: &Unit, b: &Unit) -> bool {
    if a.report == b.report && a.local == b.local {
        return false;
    }
    if a.report == b.report && other_figures(a, b) {
        return true;
    }
    a.aggregate != b.aggregate
        || a.future != b.future
        || a.days.zip(b.days).is_some_and(|(x, y)| x.gap(&y) > SLACK)
        || apart(a, b)
        || kinds(a, b) == 0
}

/// True where one report gives only different figures of the same harm to the same side: it tells of two.
fn other_figures(a: &Unit, b: &Unit) -> bool {
    let numbers = |u: &Unit, harm: Harm, side: Side| -> BTreeSet<u64> {
        let same = u.harms.iter().filter(|(h, s, _)| (*h, *s) == (harm, side));
        same.filter_map(|(_, _, count)| count.min.or(count.max)).collect()
    };
    a.harms.iter().any(|&(harm, side, _)| {
        let (x, y) = (numbers(a, harm, side), numbers(b, harm, side));
        !x.is_empty() && !y.is_empty() && x.is_disjoint(&y)
    })
}

/// Points for one occurrence; none where the two contradict each other or nothing places them.
pub fn points(a: &Unit, b: &Unit) -> Option<i32> {
    Some(reasons(a, b)?.iter().map(|r| r.0).sum())
}

/// The same, in words.
pub fn explained(a: &Unit, b: &Unit) -> Vec<Reason> {
    let said = |(points, says): &(i32, &str)| Reason { points: *points, says: (*says).to_owned() };
    reasons(a, b).unwrap_or_default().iter().map(said).collect()
}

fn reasons(a: &Unit, b: &Unit) -> Option<Vec<(i32, &'static str)>> {
    if contradict(a, b) || a.report == b.report {
        return None;
    }
    let mut found = vec![];
    found.push(match kinds(a, b) {
        2 if RARE.iter().any(|rare| [a, b].iter().all(|u| u.kinds.iter().any(|k| k == rare))) => {
            (3, "the same type, of which there are few")
        }
        2 => (2, "the same type"),
        _ => (1, "related types"),
    });
    found.push(time(a, b)?);
    found.push(place(a, b)?);
    found.extend(parties(a, b));
    found.extend(figures(a, b));
    if a.means.iter().any(|m| b.means.contains(m)) {
        found.push((1, "the same means"));
    }
    Some(found)
}

/// Types of which a place seldom sees two on one day.
const RARE: [&str; 5] = ["suicide_bombing", "chemical_attack", "assassination", "execution", "abduction"];

/// Types by which different reports call one occurrence.
const RELATED: [&[&str]; 7] = [
    &["explosion", "suicide_bombing", "attack", "assassination"],
    &["airstrike", "shelling", "attack", "chemical_attack"],
    &["shelling", "explosion"],
    &["clash", "attack", "operation", "capture"],
    &["capture", "withdrawal"],
    &["abduction", "arrest"],
    &["attack", "execution", "assassination"],
];

/// The families of a type, as bits.
pub fn families(kind: &str) -> u64 {
    let held = RELATED.iter().enumerate().filter(|(_, family)| family.contains(&kind));
    held.fold(0, |bits, (at, _)| bits | 1 << at)
}

/// 2 for a shared type, 1 for related ones.
fn kinds(a: &Unit, b: &Unit) -> i32 {
    if a.kinds.iter().any(|k| b.kinds.contains(k)) {
        return 2;
    }
    let related = |k: &str, l: &str| RELATED.iter().any(|family| family.contains(&k) && family.contains(&l));
    i32::from(a.kinds.iter().any(|k| b.kinds.iter().any(|l| related(k, l))))
}

/// A shared day counts most; days that only the reports' own dates suggest count least.
fn time(a: &Unit, b: &Unit) -> Option<(i32, &'static str)> {
    let (x, y) = (a.days?, b.days?);
    Some(match (x.gap(&y), x.length().max(y.length()), x.stated && y.stated) {
        (1.., ..) => (-1, "a day apart"),
        (_, 0..=1, true) => (3, "the same day"),
        (_, 0..=7, true) => (2, "the same days"),
        (_, 0..=3, false) => (2, "the same days, as far as the dates of the reports tell"),
        (_, 0..=7, false) => (1, "days that may be the same"),
        _ => (0, "weeks that overlap"),
    })
}

/// True where every place of the one is too far from every place of the other.
fn apart(a: &Unit, b: &Unit) -> bool {
    !a.spots.is_empty()
        && !b.spots.is_empty()
        && !a.lent
        && !b.lent
        && !a.spots.iter().any(|p| b.spots.iter().any(|q| between(p, q).is_some()))
}

fn place(a: &Unit, b: &Unit) -> Option<(i32, &'static str)> {
    let pairs = a.spots.iter().flat_map(|p| b.spots.iter().filter_map(move |q| between(p, q)));
    let best = pairs.max_by_key(|(points, _)| *points);
    if a.lent || b.lent {
        return best.map(|(points, _)| (points / 2, "a place named nearby in the report"));
    }
    best
}

fn between(p: &Spot, q: &Spot) -> Option<(i32, &'static str)> {
    let km = p.kilometres_to(q);
    if p.point && q.point {
        return match km {
            ..=5.0 => Some((3, "the same town")),
            ..=NEAR_KM => Some((1, "towns near each other")),
            _ => None,
        };
    }
    match (p.gap_km(q), km) {
        (0.0, ..=15.0) => Some((2, "the same area")),
        (0.0, _) => Some((1, "areas that overlap")),
        (..=NEAR_KM, _) => Some((0, "areas near each other")),
        _ => None,
    }
}

/// Shared parties by role. Two known agents that differ speak against it, but do not rule it out: who did
/// it is what sources contradict each other on.
fn parties(a: &Unit, b: &Unit) -> Vec<(i32, &'static str)> {
    let mut found = vec![];
    let pairs = || a.parties.iter().flat_map(|x| b.parties.iter().map(move |y| (x, y)));
    let same = |x: &Party, y: &Party| x.key == y.key;
    let person = |x: &Party, y: &Party| same(x, y) && (x.proper || y.proper);
    let party = |x: &Party, y: &Party| same(x, y) && !person(x, y) && (tells(x) || tells(y));
    if pairs().any(|(x, y)| person(x, y) && x.role == Role::Target && y.role == Role::Target) {
        found.push((4, "the same person"));
    }
    for (role, says) in [(Role::Agent, "the same agent"), (Role::Target, "the same target")] {
        if pairs().any(|(x, y)| party(x, y) && x.role == role && y.role == role) {
            found.push((1, says));
        }
    }
    if pairs().any(|(x, y)| party(x, y) && x.role != y.role) {
        found.push((1, "the same party in another role"));
    }
    let agents = |u: &Unit| u.parties.iter().any(|x| x.role == Role::Agent && x.known);
    if found.is_empty() && agents(a) && agents(b) {
        let side = pairs().any(|(x, y)| x.role == Role::Agent && y.role == Role::Agent && x.side == y.side);
        found.push(if side { (0, "agents of one side") } else { (-2, "agents of different sides") });
    }
    found
}

/// "People" and "soldiers" are in every report; a party that the dictionary knows, or that is described by
/// more than one word ("market traders"), tells events apart.
fn tells(party: &Party) -> bool {
    party.known || party.key.contains(' ')
}

/// Figures that agree, whether or not with "at least"; the larger, the less by chance.
fn figures(a: &Unit, b: &Unit) -> Vec<(i32, &'static str)> {
    let stated = |u: &Unit| -> BTreeSet<(Harm, u64)> {
        u.harms.iter().filter_map(|(harm, _, count)| Some((*harm, count.min.or(count.max)?))).collect()
    };
    let points: i32 =
        stated(a).intersection(&stated(b)).map(|(_, number)| if *number >= 5 { 3 } else { 1 }).sum();
    if points == 0 { vec![] } else { vec![(points.min(4), "the same figures")] }
}
