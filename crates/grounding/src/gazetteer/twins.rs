//! One place that several layers know is one candidate.

use super::candidate::{Candidate, Origin};
use super::kind::Kind;

/// Of records for one place in several layers the first remains, with the nearest spelling and the largest
/// number of inhabitants that any of them gives. Layers come best known first.
pub(super) fn merge(found: &mut Vec<Candidate<'_>>) {
    let mut at = 1;
    while at < found.len() {
        let (known, rest) = found.split_at_mut(at);
        let candidate = &rest[0];
        match known.iter_mut().find(|k| is_twin(k, candidate)) {
            Some(twin) => {
                twin.near = twin.near.min(candidate.near);
                twin.population = twin.population.max(candidate.population);
                found.remove(at);
            }
            None => at += 1,
        }
    }
}

fn is_twin(a: &Candidate, b: &Candidate) -> bool {
    // Two records of one layer are two places.
    (a.lat - b.lat).abs() < 1.5
        && !same_layer(a, b)
        && reach(a.kind, b.kind).is_some_and(|reach| a.km_to(b.lat, b.lon) <= reach)
        && a.country.all().any(|c| b.country.contains(c))
}

fn same_layer(a: &Candidate, b: &Candidate) -> bool {
    match (a.origin, b.origin) {
        (Origin::Curated(a), Origin::Curated(b)) => a.table == b.table,
        (Origin::Layer(a, _), Origin::Layer(b, _)) => a == b,
        (Origin::Country(_), Origin::Country(_)) => true,
        _ => false,
    }
}

/// How far apart two records of one place may lie, by what they are; `None` where they are different things.
fn reach(a: Kind, b: Kind) -> Option<f64> {
    match (a, b) {
        (a, b) if a.is_settlement() && b.is_settlement() => Some(8.0),
        (Kind::Region, Kind::Region) => Some(120.0),
        (Kind::District, Kind::District) => Some(40.0),
        (a, b) if a == b => Some(10.0),
        _ => None,
    }
}
