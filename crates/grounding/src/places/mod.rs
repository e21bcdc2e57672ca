//! Places: from mentions in a report to points and shapes.

mod capital;
mod context;
mod corrected;
mod country;
mod dateline;
mod described;
mod listed;
mod parties;
mod reading;
mod relation;
mod resolve;
mod spans;
mod streets;
mod surroundings;
mod topic;
mod unnamed;
mod vocabulary;
mod within;

pub(crate) use parties::is_moved;
pub use parties::is_region_by_name;
pub use relation::{Position, Relation, measured_again};
pub use resolve::Resolved;
pub use resolve::query::Query;
pub use surroundings::query_with;
pub use within::{holds_next, lies_in_next};

use crate::gazetteer::{Candidate, Gazetteer, Kind, Origin};
use crate::shapes::{Placed, part_of_country, placed};
use ascribe_model::{Analysis, Place, PlaceKind, PlaceMention, Report, Sentence, Shape, TokenRange};
use context::Context;
use spans::NameSpan;
use surroundings::query;

/// Resolves names of a report together, each given with its offset in [`Report::text`].
pub fn resolve_names<'a>(
    report: &Report,
    queries: &[Query],
    gazetteer: &'a Gazetteer,
) -> Vec<Option<Resolved<'a>>> {
    resolve::resolve(queries, &Context::of(report, gazetteer), gazetteer)
}

/// The shape of a name whose surrounding words are given: "in the southern countryside of".
pub fn place_with(resolved: &Resolved, words_before: &str, gazetteer: &Gazetteer) -> Option<Placed> {
    let words: Vec<&str> = words_before.split_whitespace().collect();
    let relation = relation::relation(&words, |word| gazetteer.countries().by_demonym(word).is_some());
    shaped(resolved, relation.position, None, gazetteer)
}

/// The shape of a name with its surroundings; of a part of a country where its towns are.
fn shaped(
    resolved: &Resolved,
    position: Position,
    near: Option<(f64, f64)>,
    gazetteer: &Gazetteer,
) -> Option<Placed> {
    let bearing = match (position, resolved.part) {
        (Position::Distance(..) | Position::Side(_), _) => None,
        (_, Some(bearing)) | (Position::Part(bearing), None) => Some(bearing),
        _ => None,
    };
    let country = match resolved.places.as_slice() {
        [one] if one.kind == Kind::Country && !resolved.containing => Some(one),
        _ => None,
    };
    let part = country.zip(bearing).and_then(|(country, bearing)| {
        part_of_country(country, bearing, gazetteer.towns_of(country.country.first()))
    });
    part.or_else(|| placed(resolved, position, near))
}

/// The places that a report names, in text order, each with its shape. `taken` are the tokens that
/// belong to actors: a place inside a party's name is no place.
pub fn ground_places(
    report: &Report,
    analysis: &Analysis,
    gazetteer: &Gazetteer,
    taken: &[(usize, TokenRange)],
) -> Vec<PlaceMention> {
    let spans = spans::name_spans(report, analysis, gazetteer, taken);
    let named: Vec<(NameSpan, Relation, Query)> = spans
        .iter()
        .enumerate()
        .filter_map(|(n, span)| {
            let sentence = analysis.sentences.get(span.sentence)?;
            let relation = relation_of(sentence, span.tokens, gazetteer);
            let query = query(report, sentence, &spans, n, &relation, gazetteer);
            Some((span.clone(), relation, query))
        })
        .collect();
    let queries: Vec<Query> = named.iter().map(|(_, _, query)| query.clone()).collect();
    let resolved = resolve_names(report, &queries, gazetteer);
    let mut mentions = Vec::with_capacity(named.len());
    for (n, (span, relation, query)) in named.iter().enumerate() {
        let Some(sentence) = analysis.sentences.get(span.sentence) else { continue };
        let near = neighbour(n, &named, &resolved);
        mentions.push(mention(sentence, span, relation, query, resolved[n].as_ref(), near, gazetteer));
    }
    let names: Vec<Named> = named.iter().zip(&resolved).map(|(n, r)| Named::of(n, r.as_ref())).collect();
    for found in described::described(report, analysis, &names, gazetteer) {
        let Some(sentence) = analysis.sentences.get(found.sentence) else { continue };
        let span = NameSpan { sentence: found.sentence, tokens: found.tokens, by: "named elsewhere" };
        let relation = described_relation(sentence, found.tokens, gazetteer);
        let (query, place) = (&named[found.name].2, resolved[found.name].as_ref());
        mentions.push(mention(sentence, &span, &relation, query, place, None, gazetteer));
    }
    let unnamed = unnamed::unnamed(report, analysis, &names, gazetteer);
    mentions.retain(|m| !unnamed.iter().any(|u| (u.sentence, u.tokens) == (m.sentence, m.tokens)));
    mentions.extend(unnamed);
    mentions.sort_by_key(|m| (m.sentence, m.tokens.start));
    measured_from_next(analysis, &mut mentions);
    mentions
}

/// The country that the report mostly tells of.
pub fn home_country(report: &Report, gazetteer: &Gazetteer) -> Option<Place> {
    let context = Context::of(report, gazetteer);
    let country = gazetteer.countries().by_code(context.leading(None)?)?;
    let candidate = Candidate::of_country(country);
    let mut place = Place { text: country.name.clone(), ..Place::default() };
    let resolved = Resolved {
        places: vec![candidate],
        part: None,
        others: Vec::new(),
        confidence: 1.0,
        containing: false,
    };
    describe(&mut place, &candidate, placed(&resolved, Position::In, None), gazetteer);
    Some(place)
}

/// "In Qwertal, 200 km north of Sarda", "200 km north of the capital": a place that nothing else tells of lies where the
/// measure leads.
fn measured_from_next(analysis: &Analysis, mentions: &mut [PlaceMention]) {
    for n in 1..mentions.len() {
        if !mentions[n].place.is_measured() {
            continue;
        }
        let (before, after) = mentions.split_at_mut(n);
        let (unknown, measured) = (&mut before[n - 1], &after[0]);
        let Some(sentence) = analysis.sentences.get(measured.sentence) else { continue };
        let words = measured.place.relation.as_deref().map_or(0, |w| w.split(' ').count());
        let between = sentence.tokens.get(unknown.tokens.end..measured.tokens.start).unwrap_or(&[]);
        let texts: Vec<&str> = between.iter().map(|t| t.text.as_str()).collect();
        let gap = texts.len() - relation::measured_again(&texts).map_or(0, |again| again.len());
        let beside = unknown.sentence == measured.sentence && (words..=words + 2).contains(&gap);
        if let Some(Shape::Point { lat, lon, .. }) = measured.place.shape
            && beside
            && unknown.place.lat.is_none()
        {
            (unknown.place.lat, unknown.place.lon) = (Some(lat), Some(lon));
            unknown.place.country.clone_from(&measured.place.country);
            unknown.place.shape.clone_from(&measured.place.shape);
        }
    }
}

/// A name with what was found of it, as descriptions look for it.
struct Named {
    span: NameSpan,
    name: String,
    kind: Option<Kind>,
    country: Option<String>,
    position: Position,
    words: Option<String>,
    feature: Option<String>,
    people: u32,
}

impl Named {
    fn of((span, relation, query): &(NameSpan, Relation, Query), resolved: Option<&Resolved>) -> Self {
        let place = resolved.filter(|r| r.places.len() == 1).and_then(|r| r.places.first());
        Self {
            span: span.clone(),
            name: query.name.clone(),
            kind: place.map(|p| p.kind),
            country: place.map(|p| p.country.first().to_owned()),
            position: relation.position,
            words: relation.words.clone(),
            feature: relation.feature.clone(),
            people: place.map_or(0, |p| p.population),
        }
    }

    /// "In Keld, …": the sentence begins with it.
    fn opens(&self) -> bool {
        self.span.tokens.start <= 2 && self.words.as_deref().is_some_and(|w| w.starts_with("in"))
    }

    /// "East of Keld", "30 km from Keld": it tells where another place is.
    fn measures(&self) -> bool {
        matches!(self.position, Position::Side(_) | Position::Distance(..))
    }

    /// "on the road to Keld": something leads there.
    fn leads(&self) -> bool {
        let last = self.words.as_deref().and_then(|w| w.rsplit(' ').next());
        last.is_some_and(|w| matches!(w, "to" | "towards" | "toward" | "from"))
    }
}

/// The words of "on the outskirts of the town", which has no name behind it.
fn described_relation(sentence: &Sentence, tokens: TokenRange, gazetteer: &Gazetteer) -> Relation {
    let mut relation = relation_of(sentence, TokenRange::new(tokens.end, tokens.end), gazetteer);
    relation.feature = None;
    relation
}

fn relation_of(sentence: &Sentence, tokens: TokenRange, gazetteer: &Gazetteer) -> Relation {
    let from = tokens.start.saturating_sub(14);
    let mut before: Vec<&str> = sentence.tokens[from..tokens.start].iter().map(|t| t.text.as_str()).collect();
    while let Some(at) = relation::measured_again(&before) {
        before.drain(at);
    }
    relation::relation(&before, |word| gazetteer.countries().by_demonym(word).is_some())
}

/// The place named nearest in the same sentence that is no line and no country: it tells which stretch
/// of a river is meant.
fn neighbour(
    n: usize,
    named: &[(NameSpan, Relation, Query)],
    resolved: &[Option<Resolved>],
) -> Option<(f64, f64)> {
    let is_local = |place: &Candidate| {
        !matches!(place.kind, Kind::Country | Kind::River | Kind::Border | Kind::Sea | Kind::Road)
    };
    named
        .iter()
        .zip(resolved)
        .enumerate()
        .filter(|(i, ((span, _, _), _))| *i != n && span.sentence == named[n].0.sentence)
        .filter_map(|(i, (_, answer))| Some((i, answer.as_ref()?.places.first()?)))
        .filter(|(_, place)| is_local(place))
        .min_by_key(|(i, _)| i.abs_diff(n))
        .map(|(_, place)| (place.lat, place.lon))
}

fn mention(
    sentence: &Sentence,
    span: &NameSpan,
    relation: &Relation,
    query: &Query,
    resolved: Option<&Resolved>,
    near: Option<(f64, f64)>,
    gazetteer: &Gazetteer,
) -> PlaceMention {
    let position = match (relation.position, resolved) {
        (Position::Part(bearing), Some(r)) if lies_so_in_country(r, bearing, query, gazetteer) => {
            Position::In
        }
        (position, _) => position,
    };
    let shape = resolved.and_then(|r| shaped(r, position, near, gazetteer));
    let mut place = Place {
        text: query.name.clone(),
        relation: relation.words.clone(),
        span: Some(sentence.span_of(span.tokens)),
        ..Place::default()
    };
    if let Some(first) = resolved.and_then(|r| r.places.first()) {
        describe(&mut place, first, shape, gazetteer);
    }
    let alternatives = resolved
        .map(|r| r.others.iter().map(|other| alternative(&query.name, other, gazetteer)).collect())
        .unwrap_or_default();
    PlaceMention {
        sentence: span.sentence,
        tokens: span.tokens,
        head: spans::head(sentence, span.tokens),
        place,
        alternatives,
        confidence: resolved.map_or(0.0, |r| r.confidence as f32),
        by: reason(span, resolved),
    }
}

/// "Southern Salt province" of a province that lies in the south of its country is the whole of it.
fn lies_so_in_country(resolved: &Resolved, bearing: f64, query: &Query, gazetteer: &Gazetteer) -> bool {
    let [place] = resolved.places.as_slice() else { return false };
    let said = query.name.rsplit(' ').next().is_some_and(|word| within::is_province(&word.to_lowercase()));
    let Some(country) = gazetteer.countries().by_code(place.country.first()) else { return false };
    let middle = (country.lat, country.lon);
    let away = crate::shapes::km(middle, (place.lat, place.lon));
    let turn = (crate::shapes::bearing(middle, (place.lat, place.lon)) - bearing).rem_euclid(360.0);
    said && place.kind == Kind::Region && away >= 100.0 && turn.min(360.0 - turn) <= 50.0
}

fn describe(place: &mut Place, candidate: &Candidate, shape: Option<Placed>, gazetteer: &Gazetteer) {
    let country = candidate.country.first();
    place.country = (!country.is_empty()).then(|| country.to_owned());
    place.admin1 = region_name(candidate, gazetteer);
    place.id = Some(candidate.id());
    match shape {
        Some(placed) => {
            place.kind = placed.kind;
            (place.lat, place.lon) = (Some(placed.lat), Some(placed.lon));
            place.shape = Some(placed.shape);
        }
        None => (place.lat, place.lon) = (Some(candidate.lat), Some(candidate.lon)),
    }
}

/// The name of the first-level region a place lies in; codes without a known name are left out.
fn region_name(candidate: &Candidate, gazetteer: &Gazetteer) -> Option<String> {
    match candidate.origin {
        Origin::Country(_) => None,
        Origin::Curated(place) if place.is_first_level() => Some(place.name.clone()),
        Origin::Curated(place) => (!place.admin1.is_empty()).then(|| place.admin1.clone()),
        Origin::Layer("geonames", _) => {
            gazetteer.region(candidate.country.first(), candidate.admin1).map(|r| r.name.clone())
        }
        Origin::Layer(..) => (!candidate.admin1.is_empty()).then(|| candidate.admin1.to_owned()),
    }
}

fn alternative(name: &str, candidate: &Candidate, gazetteer: &Gazetteer) -> Place {
    let mut place = Place { text: name.to_owned(), kind: PlaceKind::Point, ..Place::default() };
    describe(&mut place, candidate, None, gazetteer);
    place.kind = candidate.kind.form();
    place
}

fn reason(span: &NameSpan, resolved: Option<&Resolved>) -> String {
    let Some(resolved) = resolved else { return format!("{}; not in the gazetteer", span.by) };
    let names: Vec<String> = resolved.places.iter().map(Candidate::id).collect();
    let how = if resolved.containing { "lies in" } else { "is" };
    let near = resolved.places.first().map_or("", |p| match p.near {
        crate::gazetteer::Near::Exact => "",
        crate::gazetteer::Near::Spelling => " (other spelling)",
        crate::gazetteer::Near::OneLetter => " (one letter off)",
    });
    format!("{}; {how} {}{near}", span.by, names.join(" and "))
}

#[cfg(test)]
mod tests;
