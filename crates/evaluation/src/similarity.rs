//! How alike two claims are, 0..1, and when their values agree.

use crate::names::{same_name, same_source, share_a_word, word_set};
use crate::record::{Harm, Party, ScoredClaim, Spot};
use jiff::civil::Date;

/// Types that annotators confuse; a pair across families is no pair.
const FAMILIES: [&[&str]; 5] = [
    &[
        "clash",
        "attack",
        "airstrike",
        "shelling",
        "explosion",
        "suicide_bombing",
        "chemical_attack",
        "assassination",
        "execution",
        "operation",
        "capture",
        "destruction",
        "abuse",
    ],
    &["operation", "capture", "withdrawal", "deployment", "base", "presence", "defection"],
    &["abduction", "arrest", "seizure", "destruction", "capture", "execution", "abuse"],
    &["agreement", "talks", "accusation", "threat", "sanction", "defection"],
    &["protest", "riot", "displacement", "aid"],
];

const POINT_KM: f64 = 25.0;
const AREA_KM: f64 = 75.0;

/// Weighted agreement of two claims; 0 across families or without shared words.
pub fn similarity(gold: &ScoredClaim, system: &ScoredClaim) -> f64 {
    let same_type = gold.kind == system.kind;
    if !same_type && !one_family(gold.kind.as_deref(), system.kind.as_deref()) {
        return 0.0;
    }
    let evidence = overlap(gold, system);
    if evidence == 0.0 {
        return 0.0;
    }
    let trigger = share_a_word(gold.trigger.as_deref(), system.trigger.as_deref());
    let actors = agreement(&gold.actors, &system.actors, |a, b| same_name(&a.name, &b.name));
    let places =
        agreement(&gold.places, &system.places, |a, b| share_a_word(a.text.as_deref(), b.text.as_deref()));
    let effects = agreement(&gold.effects, &system.effects, same_effect);
    0.20 * evidence
        + if same_type { 0.25 } else { 0.10 }
        + if trigger { 0.20 } else { 0.0 }
        + 0.15 * actors
        + 0.05 * places
        + 0.10 * effects
        + if same_speaker(gold, system) { 0.05 } else { 0.0 }
}

fn one_family(a: Option<&str>, b: Option<&str>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => FAMILIES.iter().any(|f| f.contains(&a) && f.contains(&b)),
        _ => false,
    }
}

/// Share of the shorter quote's distinct words that stand in the other; under a half counts as none.
fn overlap(gold: &ScoredClaim, system: &ScoredClaim) -> f64 {
    let (g, s) = (word_set(gold.quote.as_deref()), word_set(system.quote.as_deref()));
    if g.is_empty() || s.is_empty() {
        return 0.0;
    }
    let share = g.intersection(&s).count() as f64 / g.len().min(s.len()) as f64;
    if share >= 0.5 { share } else { 0.0 }
}

fn agreement<T>(gold: &[T], system: &[T], same: impl Fn(&T, &T) -> bool) -> f64 {
    if gold.is_empty() && system.is_empty() {
        return 1.0;
    }
    2.0 * hits(gold, system, same) as f64 / (gold.len() + system.len()) as f64
}

/// How many of `gold` find a partner of their own in `system`, first come first served.
pub fn hits<T>(gold: &[T], system: &[T], same: impl Fn(&T, &T) -> bool) -> usize {
    let mut left: Vec<&T> = system.iter().collect();
    let mut found = 0;
    for g in gold {
        if let Some(at) = left.iter().position(|s| same(g, s)) {
            left.remove(at);
            found += 1;
        }
    }
    found
}

/// True where the source chains agree.
pub fn same_speaker(gold: &ScoredClaim, system: &ScoredClaim) -> bool {
    let chain = |c: &ScoredClaim| c.sources.iter().map(|s| s.name().to_owned()).collect::<Vec<_>>();
    same_source(&chain(gold), &chain(system))
}

/// True where name and role agree.
pub fn same_party(gold: &Party, system: &Party) -> bool {
    same_name(&gold.name, &system.name) && gold.role == system.role
}

/// True where harm, side of the victims and both ends agree.
pub fn same_effect(gold: &Harm, system: &Harm) -> bool {
    let side = |h: &Harm| h.side.clone().filter(|s| !s.is_empty()).unwrap_or_else(|| "unknown".to_owned());
    gold.harm == system.harm && side(gold) == side(system) && gold.min == system.min && gold.max == system.max
}

/// True within 25 km (75 km for lines and areas), or by a shared word where gold has no coordinates.
pub fn same_place(gold: &Spot, system: &Spot) -> bool {
    match (gold.lat, gold.lon, system.lat, system.lon) {
        (Some(a), Some(b), Some(c), Some(d)) => {
            let reach = if gold.kind.as_deref().unwrap_or("point") == "point" { POINT_KM } else { AREA_KM };
            kilometres((a, b), (c, d)) <= reach
        }
        (Some(_), ..) => false,
        _ => share_a_word(gold.text.as_deref(), system.text.as_deref()),
    }
}

/// Great-circle distance between two (lat, lon) pairs in degrees; haversine, R = 6371 km.
fn kilometres(a: (f64, f64), b: (f64, f64)) -> f64 {
    let (la, lo, lb, mo) = (a.0.to_radians(), a.1.to_radians(), b.0.to_radians(), b.1.to_radians());
    let h = ((lb - la) / 2.0).sin().powi(2) + la.cos() * lb.cos() * ((mo - lo) / 2.0).sin().powi(2);
    2.0 * 6371.0 * h.sqrt().asin()
}

/// (exact, loose): both ends within a day; the ranges overlap. Absent times agree only with absent ones.
pub fn time_agreement(gold: &ScoredClaim, system: &ScoredClaim) -> (bool, bool) {
    let (a, b) = (days(gold), days(system));
    if a == [None, None] || b == [None, None] {
        return (a == b, a == b);
    }
    let near = |x: Option<Date>, y: Option<Date>| match (x, y) {
        (None, None) => true,
        (Some(x), Some(y)) => x.until(y).is_ok_and(|s| s.get_days().abs() <= 1),
        _ => false,
    };
    let exact = near(a[0], b[0]) && near(a[1], b[1]);
    let (low, high) = (|d: Option<Date>| d.unwrap_or(Date::MIN), |d: Option<Date>| d.unwrap_or(Date::MAX));
    (exact, low(a[0]) <= high(b[1]) && low(b[0]) <= high(a[1]))
}

fn days(claim: &ScoredClaim) -> [Option<Date>; 2] {
    let range = claim.time.clone().unwrap_or_default();
    [range.from, range.to].map(|d| d.and_then(|d| d.get(..10)?.parse().ok()))
}
