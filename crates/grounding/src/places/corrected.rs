//! What the answers are set right by when all names are settled: a name that is said to lie in or near another does,
//! a quarter is of the town told, a neighbouring village is beside the last place.

use super::context::Context;
use super::resolve::options::options;
use super::resolve::query::Query;
use super::resolve::settle::contains;
use super::resolve::{REJECT, Resolved};
use super::within::is_province;
use crate::gazetteer::{Candidate, Extent, Gazetteer, Kind};

/// The answers, where the words around the names leave no doubt of something else.
pub(super) fn corrected<'a>(
    queries: &[Query],
    answers: Vec<Option<Resolved<'a>>>,
    context: &Context,
    gazetteer: &'a Gazetteer,
) -> Vec<Option<Resolved<'a>>> {
    let answers = with_containing(queries, answers, context, gazetteer);
    let answers = near_what_is_named(queries, in_what_is_named(queries, answers));
    in_the_town_told(queries, beside_the_last(queries, answers), context, gazetteer)
}

impl<'a> Resolved<'a> {
    /// One place that stands for another, of which nothing is known.
    fn stand_in(place: Candidate<'a>, confidence: f64) -> Self {
        Self { places: vec![place], part: None, others: Vec::new(), confidence, containing: true }
    }

    /// True for one place farther than so many km away.
    fn is_apart_from(&self, place: &Candidate, km: f64) -> bool {
        let [one] = self.places.as_slice() else { return false };
        let fixed = matches!(one.kind, Kind::Country | Kind::River | Kind::Road | Kind::Border | Kind::Sea);
        !fixed && one.km_to(place.lat, place.lon) > km
    }
}

/// A town that every reader knows is meant wherever the report is.
const GREAT: u32 = 300_000;

/// "The Keld hospital in Sarda", "Keld, Salt province": where no place of the name lies there, one that is not known
/// is meant, and not the namesake elsewhere.
fn in_what_is_named<'a>(
    queries: &[Query],
    mut answers: Vec<Option<Resolved<'a>>>,
) -> Vec<Option<Resolved<'a>>> {
    for n in 0..queries.len() {
        let Some(outer) = queries[n].within.first().filter(|_| queries[n].surely) else { continue };
        let Some(outer) = answer_to(outer, n, queries, &answers) else { continue };
        let holds = matches!(outer.kind, Kind::Town | Kind::Region | Kind::District);
        let Some(found) = answers[n].as_ref().filter(|r| holds && r.places.len() == 1) else { continue };
        if found.places.iter().any(|p| contains(&outer, p) || p.kind == Kind::Region || p.weight() >= GREAT) {
            continue;
        }
        let inside = found.others.iter().copied().find(|p| contains(&outer, p));
        answers[n] = Some(match inside {
            Some(place) => Resolved { places: vec![place], ..found.clone() },
            None => Resolved::stand_in(outer, 0.3),
        });
    }
    answers
}

/// What a name told near by was taken for.
fn answer_to<'a>(
    name: &str,
    near: usize,
    queries: &[Query],
    answers: &[Option<Resolved<'a>>],
) -> Option<Candidate<'a>> {
    let told = (0..queries.len()).filter(|&m| m != near && queries[m].name == name);
    let next = told.min_by_key(|m| m.abs_diff(near))?;
    let found = answers[next].as_ref().filter(|r| !r.containing)?;
    let [one] = found.places.as_slice() else { return None };
    Some(*one)
}

/// So many km apart two places may be of which one is said to lie near the other.
const NEAR_KM: f64 = 100.0;

/// "Keld, near Sarda": a small place that lies nowhere near is another; it lies about where Sarda does.
fn near_what_is_named<'a>(
    queries: &[Query],
    mut answers: Vec<Option<Resolved<'a>>>,
) -> Vec<Option<Resolved<'a>>> {
    for n in 0..queries.len() {
        let Some(near) = queries[n].near.as_ref() else { continue };
        let Some(near) = answer_to(near, n, queries, &answers).filter(|p| p.kind.is_settlement()) else {
            continue;
        };
        let Some(found) = answers[n].as_ref() else { continue };
        let smaller =
            found.places.iter().all(|p| p.weight() < near.weight().min(GREAT) && p.kind.is_settlement());
        if !smaller || !found.is_apart_from(&near, NEAR_KM) {
            continue;
        }
        let close = found.others.iter().copied().find(|p| p.km_to(near.lat, near.lon) <= NEAR_KM);
        answers[n] = Some(match close {
            Some(place) => Resolved { places: vec![place], ..found.clone() },
            None => Resolved::stand_in(near, 0.3),
        });
    }
    answers
}

/// A village that no gazetteer knows lies in what the report says it lies in.
fn with_containing<'a>(
    queries: &[Query],
    mut answers: Vec<Option<Resolved<'a>>>,
    context: &Context,
    gazetteer: &'a Gazetteer,
) -> Vec<Option<Resolved<'a>>> {
    for (query, answer) in queries.iter().zip(&mut answers) {
        if answer.is_some() {
            continue;
        }
        let known = query.within.iter().filter_map(|name| {
            let outer = Query { name: name.clone(), at: query.at, ..Query::default() };
            let best = options(&outer, context, gazetteer).into_iter().next()?;
            (best.base > REJECT && best.place.kind != Kind::Country).then_some(best)
        });
        // "Keld in Sabanda's Salt district": the district, which is the smaller.
        let smallest = known.min_by(|a, b| extent(&a.place).total_cmp(&extent(&b.place)));
        *answer = smallest.map(|best| Resolved {
            places: vec![best.place],
            part: best.part,
            others: Vec::new(),
            confidence: 0.3,
            containing: true,
        });
    }
    answers
}

fn extent(place: &Candidate) -> f64 {
    match place.extent {
        Some(Extent::Radius(km)) => *km,
        _ => place.kind.reach_km(),
    }
}

/// "Fighting broke out in the Qwertal neighbourhood": one that nothing is known of is of the town told last before it,
/// else of one told right behind it, else of that of the dateline, else of the first told behind it.
fn in_the_town_told<'a>(
    queries: &[Query],
    mut answers: Vec<Option<Resolved<'a>>>,
    context: &Context,
    gazetteer: &'a Gazetteer,
) -> Vec<Option<Resolved<'a>>> {
    let country = context.leading(None);
    let home = written_in(context, gazetteer);
    let town = |n: usize| {
        let places = answers[n].as_ref().filter(|r| !r.containing).map_or(&[][..], |r| &r.places);
        let [one] = places else { return None };
        // Not the town where the report was written, "OSLO (Agency)".
        let here = country.is_none_or(|code| one.country.contains(code));
        (one.kind == Kind::Town && one.weight() >= 50_000 && here).then_some(*one)
    };
    let near = |n: usize, m: usize| queries[n].at.abs_diff(queries[m].at) <= TOWN_TOLD;
    let of_a_town: Vec<(usize, Candidate)> = (0..queries.len())
        .filter(|&n| queries[n].is_in_a_town() || answers[n].is_none() && queries[n].is_of_a_town())
        .filter_map(|n| {
            let before = (0..n).rev().filter(|&m| near(n, m)).find_map(town);
            let behind = |reach: usize| {
                let told = (n + 1..queries.len()).filter(|&m| queries[m].at.abs_diff(queries[n].at) <= reach);
                told.into_iter().find_map(town)
            };
            let beside = || behind(BESIDE_IT);
            Some((n, before.or_else(beside).or(home).or_else(|| behind(TOWN_TOLD))?))
        })
        // "In Bogota, in the Keld neighbourhood": not the one of some other town.
        .filter(|(n, town)| answers[*n].as_ref().is_none_or(|r| r.is_apart_from(town, QUARTER_KM)))
        .collect();
    for (n, town) in of_a_town {
        answers[n] = Some(Resolved::stand_in(town, 0.25));
    }
    answers
}

/// The town of the dateline, where it is one with quarters and lies in the country that the report speaks of.
fn written_in<'a>(context: &Context, gazetteer: &'a Gazetteer) -> Option<Candidate<'a>> {
    let written = context.written.as_ref()?;
    let query = Query { name: written.name.clone(), within: written.within.clone(), ..Query::default() };
    let town = options(&query, context, gazetteer).into_iter().next()?.place;
    let here = context.leading(None).is_none_or(|code| town.country.contains(code));
    (town.kind == Kind::Town && town.weight() >= 50_000 && here).then_some(town)
}

/// How far from the middle of its town a quarter may lie.
const QUARTER_KM: f64 = 60.0;

/// So many bytes behind a quarter its own town is told: "in the Keld quarter of the port of Sarda".
const BESIDE_IT: usize = 60;

/// So many bytes away the town of a quarter or street may be told.
const TOWN_TOLD: usize = 1_500;

/// A neighbouring village is near the last place told; another of its name is not meant, and where none is known
/// near there it lies about where that place does.
fn beside_the_last<'a>(
    queries: &[Query],
    mut answers: Vec<Option<Resolved<'a>>>,
) -> Vec<Option<Resolved<'a>>> {
    for n in 0..queries.len() {
        let settled = |r: &Resolved| r.places.iter().all(|p| p.kind.is_settlement());
        // "The neighbouring territory of Keld" is larger than a village.
        let area = queries[n].feature.as_deref().is_some_and(is_province);
        if !queries[n].beside || area || answers[n].as_ref().is_some_and(|r| !settled(r)) {
            continue;
        }
        let local = |r: &&Resolved| r.places.len() == 1 && r.places[0].kind != Kind::Country;
        let Some(last) = answers[..n].iter().flatten().rfind(local).map(|r| r.places[0]) else { continue };
        let near = |p: &Candidate| p.km_to(last.lat, last.lon) <= BESIDE_KM;
        match &answers[n] {
            Some(found) if found.places.iter().all(near) => {}
            Some(found) if found.others.iter().any(near) => {
                let places = found.others.iter().copied().filter(near).take(1).collect();
                answers[n] = Some(Resolved { places, ..found.clone() });
            }
            _ => answers[n] = Some(Resolved::stand_in(last, 0.3)),
        }
    }
    answers
}

/// How far a neighbouring village may lie.
const BESIDE_KM: f64 = 80.0;
