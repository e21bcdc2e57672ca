//! How the names of a report settle one another: near places support each other, and what is named behind a name
//! holds it.

use super::REJECT;
use super::options::{Choice, Seen};
use super::query::Query;
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Extent, Gazetteer, Kind, Near};
use crate::places::context::Context;
use crate::places::reading::readings;

/// Chooses one option for each query; the choices support one another by distance.
pub(super) fn settle(
    queries: &[&Query],
    options: &[Vec<Choice>],
    context: &Context,
    gazetteer: &Gazetteer,
) -> Vec<Option<(usize, f64)>> {
    let containers: Vec<Vec<Vec<Candidate>>> =
        queries.iter().map(|q| containers(q, context, gazetteer)).collect();
    let mut chosen: Vec<Option<(usize, f64)>> =
        options.iter().map(|list| list.first().map(|o| (0, o.base))).collect();
    let countries: Vec<Option<&str>> = options.iter().map(|list| sure_country(list)).collect();
    for _ in 0..3 {
        let before: Vec<Option<(f64, f64, Kind)>> = chosen
            .iter()
            .zip(options)
            .map(|(choice, list)| {
                choice.map(|(i, _)| (list[i].place.lat, list[i].place.lon, list[i].place.kind))
            })
            .collect();
        for (n, list) in options.iter().enumerate() {
            let scored = list.iter().enumerate().map(|(i, o)| {
                let beside =
                    support(n, &o.place, queries, &before) + company(n, &o.place, queries, &countries);
                let alone =
                    astray(n, &o.place, queries, &before) + abroad(n, &o.place, queries, &countries, context);
                (i, o.base + beside - alone + within_score(&o.place, &containers[n]))
            });
            chosen[n] = scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        }
    }
    chosen
}

/// What it costs a place to lie far from all others that the report names: where those lie close together, a small one
/// is a namesake, and one that is spelt otherwise is hardly ever meant.
fn astray(n: usize, place: &Candidate, queries: &[&Query], chosen: &[Option<(f64, f64, Kind)>]) -> f64 {
    const NO_PLACE: f64 = 12.0;
    const SMALL: u32 = 150_000;
    if place.kind == Kind::Country || !queries[n].within.is_empty() {
        return 0.0;
    }
    let name = fold(&queries[n].name);
    let mut others: Vec<(String, f64, f64)> = Vec::new();
    for (other, choice) in chosen.iter().enumerate() {
        let Some((lat, lon, kind)) = choice else { continue };
        let other_name = fold(&queries[other].name);
        let fixed = !matches!(kind, Kind::Country | Kind::River | Kind::Sea | Kind::Border | Kind::Road);
        if fixed && other_name != name && !others.iter().any(|(told, ..)| *told == other_name) {
            others.push((other_name, *lat, *lon));
        }
    }
    let nearest = others.iter().map(|(_, lat, lon)| place.km_to(*lat, *lon)).fold(f64::MAX, f64::min);
    let small = place.kind.is_settlement() && place.weight() < SMALL;
    match place.near {
        _ if others.len() < 2 => 0.0,
        Near::OneLetter if nearest > 150.0 => NO_PLACE,
        Near::Spelling if nearest > 300.0 => NO_PLACE,
        Near::Exact if small && nearest > 400.0 && others.len() >= 4 && lie_close(&others) => NO_PLACE,
        _ => 0.0,
    }
}

/// True where four of five of the places lie within some 150 km of one of them.
fn lie_close(places: &[(String, f64, f64)]) -> bool {
    let around = |lat: f64, lon: f64| {
        places.iter().filter(|(_, a, b)| crate::shapes::km((lat, lon), (*a, *b)) <= 150.0).count()
    };
    places.iter().any(|(_, lat, lon)| 5 * around(*lat, *lon) >= 4 * places.len())
}

/// The country of a name, where nothing speaks for a place of it elsewhere.
fn sure_country<'a>(options: &'a [Choice]) -> Option<&'a str> {
    const LEAD: f64 = 3.0;
    let first = options.first()?;
    let country = first.place.country.first();
    let rival = options.iter().find(|o| !o.place.country.contains(country));
    let sure = rival.is_none_or(|o| o.base + LEAD <= first.base);
    (sure && first.base > REJECT && !country.is_empty()).then_some(country)
}

/// "Clashes in Qwertal and Mirna, which only Sabanda has. … In San Keld": rather that of Sabanda than another.
fn company(n: usize, place: &Candidate, queries: &[&Query], countries: &[Option<&str>]) -> f64 {
    let mut names: Vec<String> = Vec::new();
    for (other, country) in countries.iter().enumerate() {
        let name = fold(&queries[other].name);
        let same = country.is_some_and(|code| place.country.contains(code));
        if same && name != fold(&queries[n].name) && !names.contains(&name) {
            names.push(name);
        }
    }
    0.5 * names.len().min(4) as f64
}

/// What it costs a small place to lie in a country of which the report says nothing, where nearly all of its other
/// names are surely of one: "in the quarter of San Keld" of a city of Sabanda is not the San Keld of Norway.
fn abroad(
    n: usize,
    place: &Candidate,
    queries: &[&Query],
    countries: &[Option<&str>],
    context: &Context,
) -> f64 {
    const FEWEST: usize = 4;
    const SMALL: u32 = 150_000;
    let name = fold(&queries[n].name);
    if !place.kind.is_settlement() || place.weight() >= SMALL || !queries[n].within.is_empty() {
        return 0.0;
    }
    let mut sure: Vec<(String, &str)> = Vec::new();
    for (other, country) in countries.iter().enumerate() {
        let told = fold(&queries[other].name);
        if let Some(country) = country.filter(|_| told != name && !sure.iter().any(|(n, _)| *n == told)) {
            sure.push((told, country));
        }
    }
    let of = |code: &str| sure.iter().filter(|(_, c)| *c == code).count();
    let home = sure.iter().map(|(_, code)| *code).max_by_key(|code| of(code));
    let told = place.country.all().any(|c| of(c) > 0 || context.names(c));
    match home {
        Some(home) if of(home) >= FEWEST && 5 * of(home) >= 4 * sure.len() && !told => 6.0,
        _ => 0.0,
    }
}

/// How much the other places of the report speak for this one: near ones do, those named nearby more.
fn support(n: usize, place: &Candidate, queries: &[&Query], chosen: &[Option<(f64, f64, Kind)>]) -> f64 {
    let mut best: Vec<f64> = Vec::new();
    for (other, choice) in chosen.iter().enumerate() {
        let Some((lat, lon, kind)) = choice else { continue };
        if other == n || fold(&queries[other].name) == fold(&queries[n].name) || *kind == Kind::Country {
            continue;
        }
        let scale = if matches!(kind, Kind::Region | Kind::Sea | Kind::Desert) { 250.0 } else { 120.0 };
        let in_text = if queries[other].at.abs_diff(queries[n].at) < 600 { 1.0 } else { 0.5 };
        best.push(in_text * (-place.km_to(*lat, *lon) / scale).exp());
    }
    best.sort_by(|a, b| b.total_cmp(a));
    best.iter().take(3).sum::<f64>() * 1.1
}

/// "Keld, Anbar province": the place lies in what is named behind it. A place of a name like it that does not
/// is another.
fn within_score(place: &Candidate, containers: &[Vec<Candidate>]) -> f64 {
    let inside = |list: &Vec<Candidate>| list.iter().any(|container| contains(container, place));
    let outside = if place.near == Near::Exact { -2.0 } else { -8.0 };
    containers.iter().map(|list| if inside(list) { 2.5 } else { outside }).sum()
}

/// True where the container is the place's country or region, or a town that it lies close to.
pub(crate) fn contains(container: &Candidate, place: &Candidate) -> bool {
    if container.kind == Kind::Country {
        return place.kind != Kind::Country && place.country.contains(container.country.first());
    }
    if !place.country.all().any(|c| container.country.contains(c)) {
        return false;
    }
    let reach = match container.extent {
        Some(Extent::Radius(km)) => 1.4 * km + 15.0,
        _ => container.kind.reach_km() + 60.0,
    };
    place.km_to(container.lat, container.lon) <= reach
}

/// What the names behind a name may mean: in the countries that the report speaks of, where one of the name is.
fn containers<'a>(query: &Query, context: &Context, gazetteer: &'a Gazetteer) -> Vec<Vec<Candidate<'a>>> {
    let look_up = |name: &String| {
        let mut found =
            readings(name).iter().map(|r| gazetteer.look_up(&r.name)).find(|found| !found.is_empty())?;
        let seen = Seen { context, at: query.at, folded: fold(name), bordering: &[], at_home: false };
        let share = |c: &Candidate| c.country.all().map(|code| seen.share(code)).fold(0.0, f64::max);
        let most = found.iter().map(share).fold(0.0, f64::max);
        found.retain(|c| share(c) >= 0.2 * most);
        found.truncate(12);
        Some(found)
    };
    query.within.iter().filter_map(look_up).collect()
}
