//! What stands for the event in a list: identifier, type, title, place, interval.

use super::Told;
use crate::withhold::is_private;
use ascribe_model::{Interval, Place, PlaceKind, Role};
use std::collections::BTreeMap;

/// A stable name: the hash of the first claim's identifier, by name rather than by date, so that a new
/// report seldom renames an event.
pub fn identifier(told: &[Told]) -> String {
    let first = told.iter().map(|t| t.claim.id.as_str()).min().unwrap_or_default();
    let hash = first
        .bytes()
        .fold(0xcbf2_9ce4_8422_2325_u64, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3));
    format!("ev{:010x}", hash & 0xff_ffff_ffff)
}

/// The type that most claims give; on a tie the more specific one, which is the one that is not `attack`.
pub fn kind(told: &[Told]) -> String {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    told.iter().for_each(|t| *counts.entry(t.claim.kind.as_str()).or_default() += 1);
    let best = counts.into_iter().max_by_key(|(kind, n)| (*n, *kind != "attack", std::cmp::Reverse(*kind)));
    best.map(|(kind, _)| kind.to_owned()).unwrap_or_default()
}

/// The most precise place that most claims give.
pub fn place(told: &[Told]) -> Option<Place> {
    let all = || told.iter().flat_map(|t| &t.claim.places).filter(|p| p.lat.is_some());
    let support = |p: &Place| all().filter(|q| p.kilometres_to(q).is_some_and(|km| km <= 5.0)).count();
    let precise = |p: &Place| match p.kind {
        PlaceKind::Point => 2,
        PlaceKind::Line => 1,
        PlaceKind::Area => 0,
    };
    let mut best: Option<(&Place, (usize, usize))> = None;
    for place in all() {
        let rank = (support(place), precise(place));
        if best.is_none_or(|(_, old)| rank > old) {
            best = Some((place, rank));
        }
    }
    best.map(|(place, _)| place.clone())
}

/// The days that all dated claims agree on, else from the first to the last day that any gives.
pub fn interval(told: &[Told]) -> Interval {
    let known: Vec<Interval> =
        told.iter().map(|t| t.claim.time.interval).filter(|i| !i.is_unknown()).collect();
    let latest_start = known.iter().filter_map(|i| i.from).max();
    let earliest_end = known.iter().filter_map(|i| i.to).min();
    match (latest_start, earliest_end) {
        (Some(a), Some(b)) if a > b => Interval {
            from: known.iter().filter_map(|i| i.from).min(),
            to: known.iter().filter_map(|i| i.to).max(),
        },
        (from, to) => Interval { from, to },
    }
}

/// "airstrike: US-led coalition → civilians, Manbij".
pub fn title(kind: &str, told: &[Told], place: Option<&Place>) -> String {
    // A title stands in lists without its claims: whoever is not to be named is not named in it.
    let of = |role: Role| {
        let named = told.iter().flat_map(|t| t.claim.actors.iter().map(move |a| (a, t.claim)));
        let first = named.into_iter().find(|(a, _)| a.role == role);
        first.map(|(a, claim)| if is_private(a, claim) { "a person" } else { a.name.as_str() })
    };
    let parties = match (of(Role::Agent), of(Role::Target)) {
        (Some(a), Some(b)) => format!(": {a} → {b}"),
        (Some(a), None) => format!(": {a}"),
        (None, Some(b)) => format!(" → {b}"),
        (None, None) => String::new(),
    };
    let place = place.map(|p| format!(", {}", p.text)).unwrap_or_default();
    let denied = if told.iter().all(Told::denies) { "denied: " } else { "" };
    format!("{denied}{}{parties}{place}", kind.replace('_', " "))
}
