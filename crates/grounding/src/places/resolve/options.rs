//! The places that a name may mean, best first, before the other names are looked at.

use super::query::Query;
use super::score::{GREAT, base_score, is_area, is_seat};
use super::settle::contains;
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Kind, Near, Origin};
use crate::places::context::{Context, is_called};
use crate::places::reading::{Reading, readings};

/// The countries of the report as one name sees them.
pub(super) struct Seen<'a> {
    pub(super) context: &'a Context,
    pub(super) at: usize,
    pub(super) folded: String,
    /// The countries that border on one of which the report speaks.
    pub(super) bordering: &'a [&'a str],
    /// True where a town in or next to a country told bears the name: one more of it may be there.
    pub(super) at_home: bool,
}

impl Seen<'_> {
    pub(super) fn share(&self, country: &str) -> f64 {
        self.context.share(country, self.at, &self.folded)
    }
}

/// At most so many candidates of a name are weighed.
const CANDIDATES: usize = 40;

/// A place that a name may mean, with its score before the other names are looked at.
#[derive(Debug, Clone)]
pub(crate) struct Choice<'a> {
    pub(crate) place: Candidate<'a>,
    pub(crate) part: Option<f64>,
    /// True where the name itself says what it is ("Keld province").
    featured: bool,
    pub(crate) base: f64,
}

/// The places that a name may mean.
pub(crate) fn options<'a>(query: &Query, context: &Context, gazetteer: &'a Gazetteer) -> Vec<Choice<'a>> {
    let mut found: Vec<Choice> = Vec::new();
    let mut exact = false;
    let folded = fold(&query.name);
    let told = context.countries_beside(&folded);
    let bordering = bordering(&told, gazetteer);
    let at_home = gazetteer.look_up(&query.name).iter().filter(|c| is_called(c, &folded)).any(|place| {
        let near = |code: &str| bordering.contains(&code) || told.contains(&code);
        place.country.all().any(near)
    });
    let seen = Seen { context, at: query.at, folded, bordering: &bordering, at_home };
    for reading in readings(&query.name) {
        for place in places_of(&reading, query, &seen, gazetteer) {
            // Once the very name is known, other spellings of it need not be tried.
            if exact && place.near != Near::Exact {
                continue;
            }
            let base = base_score(&place, &reading, query, &seen);
            keep_best(
                &mut found,
                Choice { place, part: reading.part, featured: reading.feature.is_some(), base },
            );
        }
        let country =
            |o: &Choice| o.place.kind == Kind::Country || matches!(o.place.origin, Origin::Curated(_));
        let known = found.iter().filter(|o| o.place.near == Near::Exact);
        exact |= known.clone().count() > 0;
        // "South Africa" is not the south of Africa.
        if reading.cost == 0 && known.clone().any(country) && !query.part {
            break;
        }
    }
    curated_first(&mut found);
    if query.feature.is_none() && !query.part && !query.behind {
        towns_first(&mut found);
    }
    found.sort_by(|a, b| b.base.total_cmp(&a.base));
    found.truncate(CANDIDATES);
    found
}

/// The places of one reading of a name, with those that the report may have misspelt.
fn places_of<'a>(
    reading: &Reading,
    query: &Query,
    seen: &Seen,
    gazetteer: &'a Gazetteer,
) -> Vec<Candidate<'a>> {
    let mut places = gazetteer.look_up(&reading.name);
    // "Dayr Az Zayr": the one that is misspelt here before the one of that name elsewhere, unless that is next
    // door ("Kobani, on the Turkish border").
    let speaks_of = |p: &Candidate| p.country.all().any(|c| seen.share(c) > 0.1);
    if reading.cost == 0 && !query.misspelling_unlikely() && !seen.at_home && !places.iter().any(speaks_of) {
        places.extend(gazetteer.look_up_misspelt(&reading.name).into_iter().filter(speaks_of));
    }
    // "Guatemalan waters", "Lebanese territory": the country.
    if places.is_empty()
        && let Some(country) = gazetteer.countries().by_demonym(&reading.name)
    {
        places.push(Candidate::of_country(country));
    }
    // A country's own name is no other spelling of a village's, nor is that of a great town.
    let great = |p: &Candidate| p.kind == Kind::Country || p.kind == Kind::Town && p.weight() >= GREAT;
    if places.iter().any(|p| great(p) && p.near == Near::Exact) {
        places.retain(|p| p.near == Near::Exact);
    }
    places
}

/// Adds a choice; of one place that several readings find, the best.
fn keep_best<'a>(found: &mut Vec<Choice<'a>>, choice: Choice<'a>) {
    match found.iter_mut().find(|o| o.place.origin == choice.place.origin) {
        Some(known) if known.base >= choice.base => {}
        Some(known) => *known = choice,
        None => found.push(choice),
    }
}

/// A town of a list that our own tables place elsewhere in the same parts is theirs: its position there was checked.
fn curated_first(found: &mut [Choice]) {
    const SAME_PARTS_KM: f64 = 100.0;
    let settled = |o: &Choice| o.place.kind.is_settlement() && o.place.near == Near::Exact;
    let curated = |o: &Choice| matches!(o.place.origin, Origin::Curated(place) if !place.is_of_world());
    let ours: Vec<Candidate> = found.iter().filter(|o| settled(o) && curated(o)).map(|o| o.place).collect();
    for option in found.iter_mut() {
        let own = curated(option);
        let same = |p: &Candidate| {
            p.country.first() == option.place.country.first()
                && p.km_to(option.place.lat, option.place.lon) <= SAME_PARTS_KM
        };
        if !own && settled(option) && ours.iter().any(same) {
            option.base -= 2.0;
        }
    }
}

/// "in Homs" is the town before the province of the same name that it lies in; "in Utah" is the state, though
/// some village elsewhere has the name.
fn towns_first(found: &mut [Choice]) {
    let seats = |region: &Candidate| {
        let towns = found.iter().filter(|o| {
            o.place.kind.is_settlement() && contains(region, &o.place) && o.place.near == region.near
        });
        towns.map(|o| (o.base, is_seat(&o.place, o.place.name))).max_by(|a, b| a.0.total_cmp(&b.0))
    };
    let named: Vec<Option<(f64, bool)>> = found
        .iter()
        .map(|o| seats(&o.place).filter(|_| is_area(&o.place) && !o.featured && o.part.is_none()))
        .collect();
    for (option, seat) in found.iter_mut().zip(named) {
        let Some((town, named_after)) = seat else { continue };
        option.base -= 1.2;
        // "Russian shells hit Kharkiv": the town that its region is named after is never less likely.
        if named_after {
            option.base = option.base.min(town - 0.2);
        }
    }
}

fn bordering<'a>(told: &[&str], gazetteer: &'a Gazetteer) -> Vec<&'a str> {
    let told = told.iter().filter_map(|code| gazetteer.countries().by_code(code));
    told.flat_map(|country| country.neighbours.iter().map(String::as_str)).collect()
}
