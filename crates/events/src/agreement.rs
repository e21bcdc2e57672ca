//! How strongly two units of different reports agree, in points with their reasons.
//!
//! Place and time must be compatible; beyond that, agreement of parties, figures and named victims
//! decides. The points are set by hand from what identifies an incident for a coder (Airwars, UCDP): same
//! day and town, then who, then how many.

use crate::Copies;
use crate::unit::{Unit, days};
use ascribe_model::{PlaceKind, Role};

/// Points from which two units are one occurrence.
pub const ENOUGH: i32 = 6;

/// Points for one occurrence, or none where something rules it out.
pub fn points(a: &Unit, b: &Unit, copies: &Copies) -> Option<i32> {
    if a.is_aggregate() != b.is_aggregate() || a.is_future() != b.is_future() {
        return None;
    }
    let mut sum = kinds(a, b) + time(a, b)? + place(a, b)? + parties(a, b)? + figures(a, b);
    if copies.origin(a.report) == copies.origin(b.report) && same_words(a, b) {
        sum += 6;
    }
    Some(sum)
}

/// Types by which different reports call one occurrence.
const RELATED: [&[&str]; 4] = [
    &["explosion", "suicide_bombing", "attack", "assassination"],
    &["airstrike", "shelling", "attack"],
    &["clash", "attack", "operation"],
    &["abduction", "arrest"],
];

fn kinds(a: &Unit, b: &Unit) -> i32 {
    if a.kinds().any(|k| b.kinds().any(|l| k == l)) {
        return 2;
    }
    let related = |k: &str, l: &str| RELATED.iter().any(|f| f.contains(&k) && f.contains(&l));
    i32::from(a.kinds().any(|k| b.kinds().any(|l| related(k, l))))
}

/// A shared day counts most; dates that only the reports' own dates suggest count least.
fn time(a: &Unit, b: &Unit) -> Option<i32> {
    let (x, y) = (a.interval, b.interval);
    if x.is_unknown() || y.is_unknown() {
        let near = match (a.published, b.published) {
            (Some(p), Some(q)) => p.until(q).is_ok_and(|s| s.get_days().abs() <= 3),
            _ => false,
        };
        return Some(i32::from(near));
    }
    if !x.overlaps(&y) {
        // The night of the 8th is the morning of the 9th in another report.
        let apart = |p: Option<jiff::civil::Date>, q: Option<jiff::civil::Date>| match (p, q) {
            (Some(p), Some(q)) => p.until(q).is_ok_and(|s| s.get_days().abs() <= 1),
            _ => false,
        };
        return (apart(x.to, y.from) || apart(y.to, x.from)).then_some(0);
    }
    Some(match days(&x).max(days(&y)) {
        0..=1 => 3,
        2..=7 => 2,
        8..=31 => 1,
        _ => 0,
    })
}

fn place(a: &Unit, b: &Unit) -> Option<i32> {
    let mut best: Option<i32> = None;
    for p in &a.places {
        for q in &b.places {
            let Some(km) = p.kilometres_to(q) else { continue };
            let points = p.kind == PlaceKind::Point && q.kind == PlaceKind::Point;
            let found = match (points, km) {
                (true, km) if km <= 5.0 => 3,
                (true, km) if km <= 25.0 => 1,
                (true, _) => continue,
                (false, km) if km <= 10.0 => 2,
                (false, km) if km <= 75.0 => 1,
                _ => continue,
            };
            best = best.max(Some(found));
        }
    }
    best
}

/// Points for shared parties by role; two known agents that differ rule it out unless they are the two
/// sides of one fight.
fn parties(a: &Unit, b: &Unit) -> Option<i32> {
    let same = |x: &ascribe_model::Actor, y: &ascribe_model::Actor| {
        (x.id.is_some() && x.id == y.id) || x.name.eq_ignore_ascii_case(&y.name)
    };
    let shared = a.actors.iter().filter(|x| b.actors.iter().any(|y| same(x, y) && x.role == y.role)).count();
    let crossed = a.actors.iter().any(|x| b.actors.iter().any(|y| same(x, y) && x.role != y.role));
    let agents = |u: &Unit| u.actors.iter().filter(|x| x.role == Role::Agent && x.id.is_some()).count();
    if shared == 0 && !crossed && agents(a) > 0 && agents(b) > 0 {
        let sides = a.actors.iter().any(|x| b.actors.iter().any(|y| x.role == y.role && x.side == y.side));
        return sides.then_some(0);
    }
    Some((shared.min(2) as i32) + i32::from(crossed))
}

fn figures(a: &Unit, b: &Unit) -> i32 {
    let mut sum = 0;
    for x in &a.effects {
        for y in &b.effects {
            if x.harm == y.harm && !x.count.is_unstated() && x.count == y.count {
                sum += 2;
            }
        }
    }
    sum.min(4)
}

fn same_words(a: &Unit, b: &Unit) -> bool {
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_lowercase).collect()
    };
    a.claims.iter().any(|x| {
        let x = words(&x.quote);
        b.claims.iter().any(|y| {
            let y = words(&y.quote);
            let shared = x.iter().filter(|w| y.contains(w)).count();
            !x.is_empty() && !y.is_empty() && shared as f64 / x.len().min(y.len()) as f64 >= 0.7
        })
    })
}
