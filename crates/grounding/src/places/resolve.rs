//! Which of the places of a name is meant: all names of a report are settled together.

use super::context::{Context, is_called};
use super::corrected::corrected;
use super::reading::{Reading, ends, readings};
use crate::gazetteer::skeleton::{fold, skeleton};
use crate::gazetteer::{Candidate, Extent, Gazetteer, Kind, Near, Origin};
use ascribe_model::PlaceKind;

/// A name to be resolved, and what its surroundings say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// The name as printed, with its feature words ("Keld province").
    pub name: String,
    /// Where it stands in the text, in bytes.
    pub at: usize,
    /// Feature word in front ("town" of "the town of Keld").
    pub feature: Option<String>,
    /// Names that say what it lies in ("Keld, Anbar province, Iraq"), nearest first.
    pub within: Vec<String>,
    /// True where the words ask for a part of an area ("southern", "countryside of").
    pub part: bool,
    /// True where it says what the name before it lies in ("Keld, Anbar").
    pub behind: bool,
    /// True where it lies beside the place told before it ("the neighbouring village of Keld").
    pub beside: bool,
    /// True where the words leave no doubt that it lies in the first of `within` ("Keld, a suburb of Sarda").
    pub surely: bool,
    /// The name that it is said to lie near ("Keld, near Sarda").
    pub near: Option<String>,
}

/// What a name means.
#[derive(Debug, Clone, PartialEq)]
pub struct Resolved<'a> {
    /// The place, or the ends of a line or group of places.
    pub places: Vec<Candidate<'a>>,
    /// Bearing of a part that the name itself asks for ("northern Keld").
    pub part: Option<f64>,
    /// Other places of the name, best first.
    pub others: Vec<Candidate<'a>>,
    /// 0..1.
    pub confidence: f64,
    /// True where the place itself is not known and what it lies in stands for it.
    pub containing: bool,
}

impl Query {
    /// Several words with a feature among them are not looked up as one misspelt name.
    fn misspelling_unlikely(&self) -> bool {
        self.name.split_whitespace().any(|w| super::reading::is_feature(&w.to_lowercase()))
    }
}

impl Query {
    /// "the Keld neighbourhood", "Keld Street": of what only towns have.
    pub(super) fn is_in_a_town(&self) -> bool {
        let last = self.name.rsplit(' ').next().unwrap_or("").to_lowercase();
        let is = |word: &str| {
            let one = word.strip_suffix('s').unwrap_or(word);
            let quarter = matches!(one, "neighbourhood" | "neighborhood" | "quarter" | "suburb");
            quarter || super::reading::is_street(word)
        };
        is(&last) || self.feature.as_deref().is_some_and(is)
    }

    /// "The Keld Hotel", "Zone 9": of what is hardly ever told of but in a town.
    pub(super) fn is_of_a_town(&self) -> bool {
        const BUILDINGS: [&str; 8] =
            ["hotel", "hospital", "church", "cathedral", "university", "stadium", "theater", "supermarket"];
        let last = self.name.rsplit(' ').next().unwrap_or("");
        let zone = self.name.starts_with("Zone ") && last.chars().all(|c| c.is_ascii_digit());
        zone || BUILDINGS.contains(&last.to_lowercase().as_str())
    }
}

/// The countries of the report as one name sees them.
struct Seen<'a> {
    context: &'a Context,
    at: usize,
    folded: String,
    /// The countries that border on one of which the report speaks.
    bordering: &'a [&'a str],
    /// True where a town in or next to a country told bears the name: one more of it may be there.
    at_home: bool,
}

impl Seen<'_> {
    fn share(&self, country: &str) -> f64 {
        self.context.share(country, self.at, &self.folded)
    }
}

/// At most so many candidates of a name are weighed.
const CANDIDATES: usize = 40;

/// A place that a name may mean, with its score before the other names are looked at.
#[derive(Debug, Clone)]
pub(super) struct Choice<'a> {
    pub(super) place: Candidate<'a>,
    pub(super) part: Option<f64>,
    /// True where the name itself says what it is ("Keld province").
    featured: bool,
    pub(super) base: f64,
}

/// Resolves the names of one report together. The answer has one entry for each query.
pub(crate) fn resolve<'a>(
    queries: &[Query],
    context: &Context,
    gazetteer: &'a Gazetteer,
) -> Vec<Option<Resolved<'a>>> {
    let expanded: Vec<Vec<Query>> = queries.iter().map(|q| parts(q, gazetteer)).collect();
    let flat: Vec<&Query> = expanded.iter().flatten().collect();
    let options: Vec<Vec<Choice>> = flat.iter().map(|q| options(q, context, gazetteer)).collect();
    let chosen = settle(&flat, &options, context, gazetteer);
    let mut next = 0;
    let mut answers = Vec::with_capacity(queries.len());
    for parts in &expanded {
        let range = next..next + parts.len();
        next = range.end;
        answers.push(answer(&options[range.clone()], &chosen[range]));
    }
    corrected(queries, answers, context, gazetteer)
}

/// The names that a compound is made of; else the name itself.
fn parts(query: &Query, gazetteer: &Gazetteer) -> Vec<Query> {
    let known = |name: &str| gazetteer.knows(&fold(name));
    if known(&query.name) {
        return vec![query.clone()];
    }
    match ends(&query.name, known) {
        Some(names) => names.into_iter().map(|name| Query { name, ..query.clone() }).collect(),
        None => vec![query.clone()],
    }
}

pub(super) fn options<'a>(query: &Query, context: &Context, gazetteer: &'a Gazetteer) -> Vec<Choice<'a>> {
    let mut found: Vec<Choice> = Vec::new();
    let mut exact = false;
    let bordering = bordering(context, gazetteer);
    let folded = fold(&query.name);
    let at_home = gazetteer.look_up(&query.name).iter().filter(|c| is_called(c, &folded)).any(|place| {
        let near = |code: &str| bordering.contains(&code) || context.countries().contains(&code);
        place.country.all().any(near)
    });
    let seen = Seen { context, at: query.at, folded, bordering: &bordering, at_home };
    for reading in readings(&query.name) {
        let mut places = gazetteer.look_up(&reading.name);
        // "Dayr Az Zayr": the one that is misspelt here before the one of that name elsewhere, unless that is next
        // door ("Kobani, on the Turkish border").
        let speaks_of = |p: &Candidate| p.country.all().any(|c| seen.share(c) > 0.1);
        if reading.cost == 0 && !query.misspelling_unlikely() && !at_home && !places.iter().any(speaks_of) {
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
        let choice =
            |place, base| Choice { place, part: reading.part, featured: reading.feature.is_some(), base };
        for place in places {
            // Once the very name is known, other spellings of it need not be tried.
            if exact && place.near != Near::Exact {
                continue;
            }
            let base = base_score(&place, &reading, query, &seen);
            match found.iter_mut().find(|o| same(&o.place, &place)) {
                Some(known) if known.base >= base => {}
                Some(known) => *known = choice(place, base),
                None => found.push(choice(place, base)),
            }
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
    if query.feature.is_none() && !query.part && !query.behind {
        towns_first(&mut found);
    }
    found.sort_by(|a, b| b.base.total_cmp(&a.base));
    found.truncate(CANDIDATES);
    found
}

fn same(a: &Candidate, b: &Candidate) -> bool {
    a.origin == b.origin
}

/// What speaks for a place before the other names of the report are looked at.
fn base_score(place: &Candidate, reading: &Reading, query: &Query, seen: &Seen) -> f64 {
    let share = place.country.all().map(|c| seen.share(c)).fold(0.0, f64::max);
    let share = if place.country.first().is_empty() { 0.25 } else { share };
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
}

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
fn is_seat(place: &Candidate, name: &str) -> bool {
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
    let aside = place.country.all().all(|c| seen.context.rank(c) < ASIDE);
    let small = (place.kind.is_settlement() || place.kind == Kind::District) && place.weight() < SMALL;
    if !aside || !small || share >= 0.5 || is_seat(place, name) {
        return 0.0;
    }
    // "Rockets from the valley hit Keld" over the border.
    if place.country.all().any(|c| seen.bordering.contains(&c)) { -2.0 } else { -8.0 }
}

/// A country of which a report speaks so much less than of the leading one is named aside.
const ASIDE: f64 = 0.4;
/// Places of fewer people are named in reports on their country.
const SMALL: u32 = 50_000;

/// What every reader of news knows.
const GREAT: u32 = 300_000;

fn bordering<'a>(context: &Context, gazetteer: &'a Gazetteer) -> Vec<&'a str> {
    let told = context.countries().into_iter().filter_map(|code| gazetteer.countries().by_code(code));
    told.flat_map(|country| country.neighbours.iter().map(String::as_str)).collect()
}

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
            || is_region_word(word) && place.kind.is_settlement()
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

fn is_area(place: &Candidate) -> bool {
    matches!(place.kind, Kind::Region | Kind::District)
}

fn is_settlement_word(word: &str) -> bool {
    Kind::Town.is_named_by(word) || Kind::Village.is_named_by(word)
}

/// "Keld air base" is that of the town before that of the province.
fn is_facility_word(word: &str) -> bool {
    [Kind::AirBase, Kind::Airport, Kind::Site, Kind::Camp].iter().any(|kind| kind.is_named_by(word))
}

fn is_region_word(word: &str) -> bool {
    matches!(word, "province" | "governorate" | "oblast" | "state" | "department" | "region" | "provinces")
}

/// Chooses one option for each query; the choices support one another by distance.
fn settle(
    queries: &[&Query],
    options: &[Vec<Choice>],
    context: &Context,
    gazetteer: &Gazetteer,
) -> Vec<Option<(usize, f64)>> {
    let containers: Vec<Vec<Vec<Candidate>>> =
        queries.iter().map(|q| containers(q, context, gazetteer)).collect();
    let mut chosen: Vec<Option<(usize, f64)>> =
        options.iter().map(|list| list.first().map(|o| (0, o.base))).collect();
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
                (i, o.base + support(n, &o.place, queries, &before) + within_score(&o.place, &containers[n]))
            });
            chosen[n] = scored.max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        }
    }
    chosen
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
pub(super) fn contains(container: &Candidate, place: &Candidate) -> bool {
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

fn answer<'a>(options: &[Vec<Choice<'a>>], chosen: &[Option<(usize, f64)>]) -> Option<Resolved<'a>> {
    let mut places = Vec::new();
    let mut worst: f64 = 1.0;
    let mut part = None;
    for (list, choice) in options.iter().zip(chosen) {
        let (i, score) = (*choice)?;
        let option = list.get(i)?;
        if score < REJECT {
            return None;
        }
        places.push(option.place);
        part = part.or(option.part);
        worst = worst.min(confidence(list, i, score));
    }
    let others = match options {
        [list] => {
            let taken = chosen.first().copied().flatten().map_or(0, |(i, _)| i);
            list.iter().enumerate().filter(|(i, _)| *i != taken).take(4).map(|(_, o)| o.place).collect()
        }
        _ => Vec::new(),
    };
    Some(Resolved { places, part, others, confidence: worst, containing: false })
}

/// Below this nothing speaks for the place but a likeness of names.
pub(super) const REJECT: f64 = -6.5;

fn confidence(list: &[Choice], chosen: usize, score: f64) -> f64 {
    let rival =
        list.iter().enumerate().filter(|(i, _)| *i != chosen).map(|(_, o)| o.base).fold(f64::MIN, f64::max);
    let lead = (score - rival).clamp(-2.0, 6.0);
    1.0 / (1.0 + (-lead).exp())
}

impl Resolved<'_> {
    /// Point, line or area of the place itself.
    pub fn form(&self) -> PlaceKind {
        match self.places.as_slice() {
            [_] if self.part.is_some() => PlaceKind::Area,
            [one] => match one.extent {
                Some(Extent::Path(_)) => PlaceKind::Line,
                Some(Extent::Rings(_)) => PlaceKind::Area,
                _ => one.kind.form(),
            },
            [_, _] => PlaceKind::Line,
            _ => PlaceKind::Area,
        }
    }
}
