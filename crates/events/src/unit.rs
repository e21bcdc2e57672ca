//! The smallest unit of joining: the claims of one report on one occurrence, with their values pooled.

use crate::days::Days;
use crate::spot::Spot;
use crate::{Decisions, Head};
use ascribe_model::{Actor, Claim, Count, Harm, Interval, Role, Side, Status};
use serde::{Deserialize, Serialize};

/// One report's tellings of one occurrence. Plain data: a casebook keeps it, so that a new report can be
/// compared without reading the others again.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Unit {
    /// A hash of the first claim's name: the same in every order of arrival.
    #[serde(skip)]
    pub id: i64,
    /// The report's number in its store.
    #[serde(skip)]
    pub report: i64,
    /// The report's own name of the occurrence.
    pub local: String,
    /// Its claims, in text order.
    pub claims: Vec<String>,
    /// The types they give.
    pub kinds: Vec<String>,
    /// A sum of several occurrences: such contain events and never merge with them.
    pub aggregate: bool,
    /// It has not happened yet.
    pub future: bool,
    /// Parties of all claims.
    pub parties: Vec<Party>,
    /// Places that are resolved and not vague.
    pub spots: Vec<Spot>,
    /// True where the report places another occurrence there, told beside this one, and this one nowhere.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub lent: bool,
    /// Harm done.
    pub harms: Vec<(Harm, Side, Count)>,
    /// Weapons and methods.
    pub means: Vec<String>,
    /// When, as far as anything bounds it.
    pub days: Option<Days>,
}

/// A party of a unit.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Party {
    /// Part played.
    pub role: Role,
    /// Identifier of the dictionary, else the name in lower case.
    pub key: String,
    /// Side.
    pub side: Side,
    /// True where the dictionary knows it: two known parties that differ do so for certain.
    pub known: bool,
    /// True for a name that can only be one person's or one thing's ("Amina Sow").
    pub proper: bool,
}

/// All units of one report, in text order. A claim that people decided on is a unit of its own, so
/// that the rest of the report's telling can go with it or stay.
pub fn units(report: i64, head: &Head, claims: &[Claim], decisions: &Decisions) -> Vec<Unit> {
    let mut groups: Vec<(&str, bool, Vec<&Claim>)> = vec![];
    for claim in claims {
        let alone = decisions.concern(&claim.id);
        match groups.iter_mut().find(|(local, single, _)| !alone && !single && *local == claim.event) {
            Some((_, _, there)) => there.push(claim),
            None => groups.push((&claim.event, alone, vec![claim])),
        }
    }
    let mut all: Vec<Unit> =
        groups.into_iter().map(|(local, _, claims)| unit(report, head, local, &claims)).collect();
    lend_places(&mut all);
    all
}

/// A report that names the town once ("a blast hit a market in Gao … The attack killed nine") places what
/// follows there too, as far as a reader can tell: a weak hint, which contradicts nothing.
fn lend_places(units: &mut [Unit]) {
    let mut last: Option<Vec<Spot>> = None;
    let first = units.iter().map(|u| &u.spots).find(|spots| !spots.is_empty()).cloned();
    for unit in units {
        if !unit.spots.is_empty() {
            last = Some(unit.spots.clone());
        } else if let Some(spots) = last.clone().or_else(|| first.clone()) {
            unit.spots = spots;
            unit.lent = true;
        }
    }
}

/// Days of which the units have numbers near each other.
const WEEK: i32 = 7;
/// Bits for the week: three hundred years.
const WEEK_BITS: u32 = 14;

fn unit(report: i64, head: &Head, local: &str, claims: &[&Claim]) -> Unit {
    let all = || claims.iter();
    let mut kinds: Vec<String> = all().map(|c| c.kind.clone()).collect();
    let mut means: Vec<String> = all().flat_map(|c| c.means.clone()).collect();
    let mut parties: Vec<Party> = vec![];
    for party in all().flat_map(|c| &c.actors).map(party) {
        if !parties.contains(&party) {
            parties.push(party);
        }
    }
    let mut spots: Vec<Spot> = vec![];
    for spot in all().flat_map(|c| &c.places).filter_map(Spot::of) {
        if !spots.contains(&spot) {
            spots.push(spot);
        }
    }
    for list in [&mut kinds, &mut means] {
        list.sort();
        list.dedup();
    }
    let days = Days::of(narrowest(claims), head.anchor);
    Unit {
        id: number(claims.first().map_or("", |c| c.id.as_str()), days),
        report,
        local: local.to_owned(),
        claims: all().map(|c| c.id.clone()).collect(),
        kinds,
        aggregate: all().any(|c| c.aggregate),
        future: all().all(|c| matches!(c.status, Status::Planned | Status::Expected)),
        parties,
        spots,
        lent: false,
        harms: all().flat_map(|c| &c.effects).map(|e| (e.harm, e.side, e.count)).collect(),
        means,
        days,
    }
}

fn party(actor: &Actor) -> Party {
    let words = actor.name.split_whitespace().count();
    let capitals = actor.name.split_whitespace().filter(|w| w.starts_with(char::is_uppercase)).count();
    Party {
        role: actor.role,
        key: actor.id.clone().unwrap_or_else(|| actor.name.to_lowercase()),
        side: actor.side,
        known: actor.id.is_some(),
        proper: actor.id.is_none() && words >= 2 && capitals == words,
    }
}

fn narrowest(claims: &[&Claim]) -> Interval {
    let length = |i: &Interval| match (i.from, i.to) {
        (Some(a), Some(b)) => a.until(b).map_or(i32::MAX, |s| s.get_days()),
        _ => i32::MAX,
    };
    let known = claims.iter().map(|c| c.time.interval).filter(|i| !i.is_unknown());
    known.min_by_key(|i| (length(i), i.from, i.to)).unwrap_or_default()
}

/// The number of a unit: its week above, a hash of its first claim's id below. So units of one time, which are
/// compared and grouped with each other, lie together in a casebook's file.
fn number(claim: &str, days: Option<Days>) -> i64 {
    let week = days.map_or(0, |days| days.first.div_euclid(WEEK).clamp(0, (1 << WEEK_BITS) - 1));
    i64::from(week) << (63 - WEEK_BITS) | identifier(claim) >> WEEK_BITS
}

/// FNV-1a in 63 bits: of the order of arrival nothing is left in it, and it fits a row number.
pub fn identifier(name: &str) -> i64 {
    let hash =
        name.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    // The low bits of FNV are weak for short names; one more mix spreads them.
    ((hash ^ (hash >> 29)).wrapping_mul(0xbf58_476d_1ce4_e5b9) >> 1) as i64
}
