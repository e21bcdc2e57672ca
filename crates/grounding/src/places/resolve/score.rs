//! What speaks for a place by itself: how known it is, its country, the spelling and the words that say what it is.

use super::options::Seen;
use super::query::Query;
use crate::gazetteer::skeleton::skeleton;
use crate::gazetteer::{Candidate, Extent, Kind, Near, Origin};
use crate::places::context::ASIDE;
use crate::places::reading::Reading;
use crate::places::within::is_province;

/// What speaks for a place before the other names of the report are looked at.
pub(super) fn base_score(place: &Candidate, reading: &Reading, query: &Query, seen: &Seen) -> f64 {
    let share = place.country.all().map(|c| seen.share(c)).fold(0.0, f64::max);
    let share = if place.country.first().is_empty() { 0.25 } else { share };
    // "The border town of Keld": in a country told, or in the one next to it.
    let next_door = query.on_border && place.country.all().any(|c| seen.bordering.contains(&c));
    let share = if next_door { share.max(NEXT_DOOR) } else { share };
    let nearness = match place.near {
        Near::Exact => 0.0,
        // Only a country that the report is about makes another spelling or a misprint likely.
        // "Aceh" is no other spelling of a continent, which lies in no country.
        Near::Spelling if share > 0.1 && !place.country.first().is_empty() => -2.0,
        Near::OneLetter if share > 0.25 => -4.0,
        Near::Spelling | Near::OneLetter => -12.0,
    };
    let known = 0.55 * f64::from(place.weight().min(3_000_000) + 400).log10()
        - if place.added && place.weight() == 0 { UNKNOWN_SIZE } else { 0.0 };
    let country = 1.6 * (0.02 + share).ln();
    let literal = -0.9
        * f64::from(reading.cost)
        * if reading.feature.is_some() || reading.part.is_some() { 0.3 } else { 1.0 };
    nearness
        + known
        + country
        + literal
        + feature_score(place, reading, query)
        + foreign(place, &reading.name, share, seen)
        + if query.within.is_empty() { of_another_country(place, &reading.name, share, seen) } else { 0.0 }
        + own_name(place, reading)
        + by_name(place, &reading.name)
        + if reading.part.is_some() || query.part || query.behind { 0.0 } else { by_alias(place, reading) }
}

/// "Talks in Washington" are in the town of the name before the state, whose own name is "Washington State".
fn by_alias(place: &Candidate, reading: &Reading) -> f64 {
    let alias = place.kind == Kind::Region && place.name.starts_with(&format!("{} ", reading.name));
    if alias && reading.feature.is_none() { -2.5 } else { 0.0 }
}

/// What a country beside those told counts for where a name lies on a border.
const NEXT_DOOR: f64 = 0.4;

/// What a place of an added file is worth less of which it does not tell the inhabitants: of a name such files have
/// many hamlets.
const UNKNOWN_SIZE: f64 = 1.0;

/// "Zaragoza" is the town that is called so before another that somebody somewhere also calls so; the more so
/// before one of a file that was added, which has many such names.
fn by_name(place: &Candidate, name: &str) -> f64 {
    let settled = place.kind.is_settlement() && place.near == Near::Exact;
    if !(settled || place.added) || skeleton(place.name) == skeleton(name) {
        return 0.0;
    }
    if place.added { -2.0 } else { -1.0 }
}

/// A small place of a country that nothing speaks of, in a report that says where it is ("Hall" in Norway), or
/// a town that only another language calls so; less where it lies beside a country told ("rockets from Gaza hit
/// Ashkelon").
fn foreign(place: &Candidate, name: &str, share: f64, seen: &Seen) -> f64 {
    let evidence = seen.context.weight(seen.at, &seen.folded);
    // "The garrison at San Keld", in a report on Sabanda, beside which is one San Keld: not the great one abroad.
    let called = skeleton(place.name) == skeleton(name);
    let known = called && (place.weight() >= GREAT && !seen.at_home || is_seat(place, name));
    let small = place.kind.is_settlement() || is_small_region(place);
    if share >= 0.01 || evidence <= 2.0 || !small || known {
        return 0.0;
    }
    if place.country.all().any(|c| seen.bordering.contains(&c)) { -3.0 } else { -5.0 }
}

/// "Russian shells hit Kharkiv": the town that its region is named after is known, too.
pub(super) fn is_seat(place: &Candidate, name: &str) -> bool {
    place.kind.is_settlement()
        && matches!(place.origin, Origin::Curated(_))
        && skeleton(place.admin1) == skeleton(name)
}

/// A region no larger than a town with its surroundings.
fn is_small_region(place: &Candidate) -> bool {
    is_area(place) && matches!(place.extent, Some(Extent::Radius(km)) if *km <= 20.0)
}

/// "Two died in San Keld", in a report on Norway that also names Mexico's capital: rather a hamlet of Norway that no
/// list knows than the one in Mexico.
fn of_another_country(place: &Candidate, name: &str, share: f64, seen: &Seen) -> f64 {
    let aside = place.country.all().all(|c| seen.context.rank(c, seen.at) < ASIDE);
    let small = (place.kind.is_settlement() || place.kind == Kind::District) && place.weight() < SMALL;
    if !aside || !small || share >= 0.5 || is_seat(place, name) {
        return 0.0;
    }
    // "Rockets from the valley hit Keld" over the border.
    if place.country.all().any(|c| seen.bordering.contains(&c)) { -2.0 } else { -8.0 }
}

/// Places of fewer people are named in reports on their country.
const SMALL: u32 = 50_000;

/// What every reader of news knows.
pub(super) const GREAT: u32 = 300_000;

/// "in Puebla, Mexico": a country's name is the country before it is a town.
fn own_name(place: &Candidate, reading: &Reading) -> f64 {
    if place.kind == Kind::Country && reading.feature.is_none() { 2.0 } else { 0.0 }
}

/// "the town of X" is no province, "X province" no village.
fn feature_score(place: &Candidate, reading: &Reading, query: &Query) -> f64 {
    let mut score = 0.0;
    for word in [reading.feature.as_deref(), query.feature.as_deref()].into_iter().flatten() {
        score += if place.kind.is_named_by(word) {
            1.5
        } else if is_settlement_word(word) && !place.kind.is_settlement()
            || is_province(word) && place.kind.is_settlement()
            || is_facility_word(word) && matches!(place.kind, Kind::Region | Kind::District)
        {
            -2.0
        } else {
            0.0
        };
    }
    let part = reading.part.is_some() || query.part;
    // A quarter of some city is called so, a town of the name is meant.
    let quarter = place.kind == Kind::Neighbourhood && reading.feature.is_none() && query.feature.is_none();
    score -= if quarter { 1.2 } else { 0.0 };
    match place.kind {
        Kind::Region | Kind::Country if part || query.behind => score + 1.2,
        _ => score,
    }
}

pub(super) fn is_area(place: &Candidate) -> bool {
    matches!(place.kind, Kind::Region | Kind::District)
}

fn is_settlement_word(word: &str) -> bool {
    Kind::Town.is_named_by(word) || Kind::Village.is_named_by(word)
}

/// "Keld air base" is that of the town before that of the province.
fn is_facility_word(word: &str) -> bool {
    [Kind::AirBase, Kind::Airport, Kind::Site, Kind::Camp].iter().any(|kind| kind.is_named_by(word))
}
