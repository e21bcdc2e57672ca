//! Attributes on which sources disagree.

use super::{Told, figures::figure_name};
use crate::agreement::families;
use ascribe_model::{Figure, PlaceKind, Role, ValueBySource};

/// Names of contested attributes, in a fixed order: `status`, `place`, `time`, `agent`, then figures as
/// `harm:side`.
pub fn contested(told: &[Told], figures: &[Figure]) -> Vec<String> {
    let mut found = vec![];
    for name in ["status", "place", "time", "agent"] {
        if told.iter().enumerate().any(|(n, a)| told[n + 1..].iter().any(|b| differ(name, a, b))) {
            found.push(name.to_owned());
        }
    }
    found.extend(figures.iter().filter(|f| any_part(f)).map(figure_name));
    found
}

/// True where two speakers contradict each other on an attribute other than figures.
pub fn differ(attribute: &str, a: &Told, b: &Told) -> bool {
    match attribute {
        "status" => a.denies() != b.denies() && alike(&a.claim.kind, &b.claim.kind),
        _ if a.speaker() == b.speaker() => false,
        "place" => places(a, b),
        "time" => times(a, b),
        "agent" => agents(a, b),
        _ => false,
    }
}

/// "Nobody was abducted" says nothing against the attack that is told beside it.
fn alike(a: &str, b: &str) -> bool {
    a == b || families(a) & families(b) != 0
}

fn places(a: &Told, b: &Told) -> bool {
    let at = |p: &&ascribe_model::Place| p.kind == PlaceKind::Point && p.lat.is_some() && !p.is_direction();
    let points = |t: &Told| t.claim.places.iter().filter(at).count();
    points(a) > 0
        && points(b) > 0
        && !a.claim.places.iter().any(|p| {
            b.claim.places.iter().any(|q| p.kilometres_to(q).is_some_and(|km| km <= 25.0 || q.kind != p.kind))
        })
}

fn times(a: &Told, b: &Told) -> bool {
    let (x, y) = (a.claim.time.interval, b.claim.time.interval);
    !x.is_unknown() && !y.is_unknown() && !x.overlaps(&y)
}

/// Known agents on both sides, none shared, on different sides of the conflict.
fn agents(a: &Told, b: &Told) -> bool {
    let of = |t: &Told| -> Vec<_> {
        t.claim.actors.iter().filter(|x| x.role == Role::Agent && x.id.is_some()).cloned().collect()
    };
    let (x, y) = (of(a), of(b));
    let shares = x.iter().any(|p| y.iter().any(|q| p.id == q.id || p.side == q.side));
    a.claim.kind != "clash" && !x.is_empty() && !y.is_empty() && !shares
}

/// Two standing ranges of different sources without a common number.
fn any_part(figure: &Figure) -> bool {
    let standing: Vec<_> = figure.values.iter().filter(|v| !v.superseded).collect();
    standing.iter().enumerate().any(|(n, a)| standing[n + 1..].iter().any(|b| ranges_part(a, b)))
}

/// True where two sources leave no common number.
pub fn ranges_part(a: &ValueBySource, b: &ValueBySource) -> bool {
    let low = |v: &ValueBySource| v.count.min.unwrap_or(0);
    let high = |v: &ValueBySource| v.count.max.unwrap_or(u64::MAX);
    a.source != b.source && (low(a) > high(b) || low(b) > high(a))
}
