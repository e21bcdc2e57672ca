//! Which units are worth comparing: those that share a type family, a cell of the map and a stretch of
//! time. Never all pairs.

use crate::unit::{Unit, days};
use jiff::civil::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Degrees of a cell; a unit lies in its own and the eight around it.
const CELL: f64 = 0.5;
/// Days in a stretch.
const STRETCH: i64 = 8;
/// An interval longer than this says too little to look up each of its stretches.
const LONG: i32 = 45;
/// A block with more units than this would bring all pairs back; it is cut by finer keys only.
const CROWDED: usize = 400;

/// Pairs of unit indices from different reports, smaller first, sorted.
pub fn candidates(units: &[Unit]) -> Vec<(usize, usize)> {
    let mut blocks: BTreeMap<Key, Vec<usize>> = BTreeMap::new();
    for (n, unit) in units.iter().enumerate() {
        for key in keys(unit) {
            blocks.entry(key).or_default().push(n);
        }
    }
    let mut pairs = BTreeSet::new();
    for members in blocks.values().filter(|m| m.len() <= CROWDED) {
        for (k, &a) in members.iter().enumerate() {
            for &b in &members[k + 1..] {
                if units[a].report != units[b].report {
                    pairs.insert((a, b));
                }
            }
        }
    }
    pairs.into_iter().collect()
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Key {
    family: u8,
    cell: (i32, i32),
    stretch: i64,
}

fn keys(unit: &Unit) -> BTreeSet<Key> {
    let families: BTreeSet<u8> = unit.kinds().map(family).collect();
    let cells: BTreeSet<(i32, i32)> = unit.places.iter().flat_map(|p| cells(p.lat, p.lon)).collect();
    let mut keys = BTreeSet::new();
    for &family in &families {
        for &cell in &cells {
            for stretch in stretches(unit) {
                keys.insert(Key { family, cell, stretch });
            }
        }
    }
    keys
}

/// The cell and its neighbours to the north and east: two units within a cell's width share one.
fn cells(lat: Option<f64>, lon: Option<f64>) -> Vec<(i32, i32)> {
    let (Some(lat), Some(lon)) = (lat, lon) else { return vec![] };
    let (row, column) = ((lat / CELL).floor() as i32, (lon / CELL).floor() as i32);
    let mut all = vec![];
    for r in row - 1..=row {
        for c in column - 1..=column {
            all.push((r, c));
        }
    }
    all
}

/// Stretches of eight days that the occurrence may lie in: from its interval, else from the date of the
/// report, else one for the undated.
fn stretches(unit: &Unit) -> Vec<i64> {
    let number =
        |d: Date| d.since(Date::constant(1900, 1, 1)).map_or(0, |s| i64::from(s.get_days())) / STRETCH;
    let interval = unit.interval;
    match (interval.from, interval.to) {
        (Some(a), Some(b)) if days(&interval) <= LONG => (number(a) - 1..=number(b)).collect(),
        (_, Some(b)) => vec![number(b) - 1, number(b)],
        (Some(a), _) => vec![number(a) - 1, number(a)],
        _ => unit.published.map_or(vec![i64::MIN], |d| vec![number(d) - 1, number(d)]),
    }
}

/// Types that may name one occurrence.
pub fn family(kind: &str) -> u8 {
    match kind {
        "clash" | "attack" | "airstrike" | "shelling" | "explosion" | "suicide_bombing"
        | "chemical_attack" | "assassination" | "execution" | "destruction" | "abuse" => 0,
        "operation" | "capture" | "withdrawal" | "deployment" | "base" | "presence" | "defection" => 1,
        "abduction" | "arrest" | "seizure" => 2,
        "agreement" | "talks" | "accusation" | "threat" | "sanction" => 3,
        _ => 4,
    }
}
