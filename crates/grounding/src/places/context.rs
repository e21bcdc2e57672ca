//! Which countries and regions a report speaks of, and where.

use super::dateline::{Written, written_at};
use super::vocabulary::{self, Class};
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Gazetteer, Kind, Near};
use ascribe_model::{PassageKind, Report, Span};

/// A word that points to a country.
#[derive(Debug, Clone, PartialEq)]
struct Evidence {
    at: usize,
    country: String,
    weight: f64,
    /// The folded name, where it is that of a place in a country and not of a country.
    local: Option<String>,
    /// True for a name that towns of many countries bear.
    common: bool,
}

impl Evidence {
    /// A name is no evidence of where it lies itself.
    fn is_of(&self, folded: &str) -> bool {
        self.local.as_deref().is_some_and(|name| folded.contains(name))
    }
}

/// The countries that the words of a report point to.
#[derive(Debug, Default)]
pub(crate) struct Context {
    evidence: Vec<Evidence>,
    /// The items of a digest, each of which tells of one thing.
    items: Vec<Span>,
    /// Where the dateline says that the report was written.
    pub(super) written: Option<Written>,
}

/// Strength of the name of a place in a country.
const LOCAL: f64 = 0.7;
/// The same of a name that towns of many countries bear.
const COMMON: f64 = 0.69;

/// A country of which a report speaks so much less than of the leading one is named aside.
pub(super) const ASIDE: f64 = 0.4;

/// Strength of a demonym that is joined with another.
const JOINED: f64 = 0.4;

/// What is left of it where only the country's border is told of.
const BESIDE: f64 = 0.4;

/// Evidence within so many bytes belongs to the same sentences.
const SAME_SENTENCE: usize = 200;
const SAME_PARAGRAPH: usize = 700;
/// What evidence of another item counts at most: what stands right before may be the heading of this one.
const OTHER_ITEM: f64 = 1.0;

impl Context {
    /// Reads the title and body for country names, demonyms, capitals and names of regions.
    pub fn of(report: &Report, gazetteer: &Gazetteer) -> Self {
        let mut context = Self { written: written_at(report, gazetteer), ..Self::default() };
        let outline = report.outline();
        for (at, passage) in report.passages.iter().enumerate() {
            let weight = match passage.kind {
                PassageKind::Body | PassageKind::Heading => 1.0,
                PassageKind::Title => 2.0,
                PassageKind::Metadata if context.written.is_some() => 1.0,
                PassageKind::Metadata => 0.5,
                _ => continue,
            };
            if outline.item(at) != 0 {
                context.items.push(passage.span);
            }
            context.read(&report.text, passage.span, weight, gazetteer);
        }
        if let Some(publisher) = report.outlet() {
            context.read(publisher, Span::new(0, publisher.len()), 0.3, gazetteer);
        }
        for region in &report.metadata.region {
            context.read(region, Span::new(0, region.len()), 2.0, gazetteer);
        }
        context.without_mere_namesakes();
        context
    }

    /// "Rebels left San Keld", in a report on Norway: that Sabanda has a San Keld does not bring Sabanda in; where the
    /// report speaks of Sabanda, or of no country, it does.
    fn without_mere_namesakes(&mut self) {
        let mut told: Vec<String> =
            self.evidence.iter().filter(|e| !e.common).map(|e| e.country.clone()).collect();
        told.sort_unstable();
        told.dedup();
        if !told.is_empty() {
            self.evidence.retain(|e| !e.common || told.contains(&e.country));
        }
    }

    fn read(&mut self, text: &str, span: Span, weight: f64, gazetteer: &Gazetteer) {
        let words = words(text, span);
        let mut i = 0;
        while i < words.len() {
            let longest = (1..=4.min(words.len() - i)).rev().find_map(|n| {
                let (first, last) = (words[i].0, words[i + n - 1].1);
                let found = pointed_to(text.get(first..last)?, gazetteer)?;
                Some((n, first, found))
            });
            match longest {
                Some((n, _, (countries, _)))
                    if words.get(i + n).is_some_and(|w| is_abroad(&text[w.0..w.1], &countries)) =>
                {
                    i += n;
                }
                Some((n, at, (countries, strength))) => {
                    let next = words.get(i + n).map_or("", |w| &text[w.0..w.1]);
                    let beside = if on_border(next) { BESIDE } else { 1.0 };
                    let share = weight * beside * strength / countries.len().max(1) as f64;
                    let phrase = text.get(at..words[i + n - 1].1).unwrap_or("");
                    let local = (strength == LOCAL || strength == COMMON).then(|| fold(phrase));
                    self.evidence.extend(countries.into_iter().map(|country| Evidence {
                        at,
                        country,
                        weight: share,
                        local: local.clone(),
                        common: strength == COMMON,
                    }));
                    i += n;
                }
                None => {
                    self.read_joined(text, words[i], weight, gazetteer);
                    i += 1;
                }
            }
        }
    }

    /// "A Norwegian-Sabandan journalist": one country and another.
    fn read_joined(&mut self, text: &str, (start, end): (usize, usize), weight: f64, gazetteer: &Gazetteer) {
        let word = text.get(start..end).unwrap_or("");
        for part in word.split('-').filter(|_| word.contains('-')) {
            if let Some(country) = gazetteer.countries().by_demonym(part) {
                self.evidence.push(Evidence {
                    at: start,
                    country: country.iso2.clone(),
                    weight: weight * JOINED,
                    local: None,
                    common: false,
                });
            }
        }
    }

    /// The country that most of the evidence points to, in all or in one stretch of the text; of two the one
    /// named first.
    pub fn leading(&self, within: Option<Span>) -> Option<&str> {
        let mut sums: Vec<(&str, f64)> = Vec::new();
        let inside = |e: &&Evidence| within.is_none_or(|span| span.start <= e.at && e.at < span.end);
        for evidence in self.evidence.iter().filter(inside) {
            match sums.iter_mut().find(|(country, _)| *country == evidence.country) {
                Some((_, sum)) => *sum += evidence.weight,
                None => sums.push((&evidence.country, evidence.weight)),
            }
        }
        let most = sums.iter().map(|(_, sum)| *sum).fold(0.0, f64::max);
        sums.into_iter().find(|(_, sum)| *sum >= most).map(|(country, _)| country)
    }

    /// True where the report names the country or its people, and not just a place that it has one of.
    pub fn names(&self, country: &str) -> bool {
        self.evidence.iter().any(|e| e.local.is_none() && e.country == country)
    }

    /// How much of the whole report, or of the item of a digest, points to a country beside the one that most of it points to; 1
    /// for that one.
    pub fn rank(&self, country: &str, at: usize) -> f64 {
        let item = self.items.iter().copied().find(|span| span.start <= at && at < span.end);
        let here = |e: &&Evidence| item.is_none_or(|span| span.start <= e.at && e.at < span.end);
        let own = || self.evidence.iter().filter(here);
        let sum = |code: &str| own().filter(|e| e.country == code).map(|e| e.weight).sum::<f64>();
        let most = self.leading(item).map_or(0.0, sum);
        if most > 0.0 { sum(country) / most } else { 1.0 }
    }

    /// The countries that the evidence points to besides that of the name itself: that Mosul is in Iraq does not bring
    /// Iraq into a report on Uganda.
    pub fn countries_beside(&self, folded: &str) -> Vec<&str> {
        let others = self.evidence.iter().filter(|e| !e.is_of(folded));
        let mut codes: Vec<&str> = others.map(|e| e.country.as_str()).collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    }

    /// How much is known of where the text is, seen from a place in it.
    pub fn weight(&self, at: usize, folded: &str) -> f64 {
        let others = self.evidence.iter().filter(|e| !e.is_of(folded));
        others.map(|e| self.nearness(e.at, at) * e.weight).sum()
    }

    /// The share of the evidence that points to a country, seen from a name in the text, itself left out; 0..1.
    pub fn share(&self, country: &str, at: usize, folded: &str) -> f64 {
        let (mut of_country, mut all) = (0.0, 0.5);
        for evidence in self.evidence.iter().filter(|e| !e.is_of(folded)) {
            let weight = self.nearness(evidence.at, at) * evidence.weight;
            all += weight;
            if evidence.country == country {
                of_country += weight;
            }
        }
        of_country / all
    }

    /// What evidence counts for a name: less from another item of a digest.
    fn nearness(&self, from: usize, to: usize) -> f64 {
        let item = |at: usize| self.items.iter().position(|span| span.start <= at && at < span.end);
        match (item(from), item(to)) {
            (Some(a), Some(b)) if a == b => nearness(from, from),
            (Some(_), Some(_)) => nearness(from, to).min(OTHER_ITEM),
            _ => nearness(from, to),
        }
    }
}

/// "The British consulate", "a French tourist", "US troops": what of a country is mostly met in another.
fn is_abroad(next: &str, countries: &[String]) -> bool {
    let holds = |class| vocabulary::is(class, &next.to_lowercase());
    holds(Class::Abroad) || countries == ["US"] && holds(Class::Forces)
}

/// "On the Turkish border": in Turkey or beside it.
fn on_border(next: &str) -> bool {
    matches!(next.to_lowercase().as_str(), "border" | "frontier")
}

/// What evidence counts at a distance in the text.
fn nearness(from: usize, to: usize) -> f64 {
    match from.abs_diff(to) {
        near if near <= SAME_SENTENCE => 6.0,
        near if near <= SAME_PARAGRAPH => 2.0,
        _ => 0.5,
    }
}

/// The countries that a phrase points to, and how strongly.
fn pointed_to(phrase: &str, gazetteer: &Gazetteer) -> Option<(Vec<String>, f64)> {
    if !phrase.starts_with(char::is_uppercase) || phrase.len() < 2 {
        return None;
    }
    // "US" is a country, "us" at the start of a shouted line may be anything.
    let folded = fold(phrase);
    if folded == "us" && phrase != "US" && phrase != "U.S." {
        return None;
    }
    let countries = gazetteer.countries();
    // "Syrias north": the possessive printed without its apostrophe.
    let possessive = || folded.strip_suffix('s').and_then(|bare| countries.by_folded(bare));
    if let Some(country) = countries.by_folded(&folded).or_else(possessive) {
        return Some((vec![country.iso2.clone()], 1.0));
    }
    if let Some(country) = countries.demonym_of_folded(&folded) {
        return Some((vec![country.iso2.clone()], 0.8));
    }
    if let Some(country) = countries.by_capital(phrase) {
        return Some((vec![country.iso2.clone()], 0.5));
    }
    let mut curated: Vec<Candidate> = Vec::new();
    gazetteer.curated_exact(&folded, &mut curated);
    // A name that several countries have points nowhere ("Northern Province").
    let mut found: Vec<Vec<String>> = curated
        .iter()
        .filter(|c| c.kind != Kind::Sea)
        .map(|c| c.country.all().map(str::to_owned).collect())
        .collect();
    found.sort();
    found.dedup();
    match found.as_slice() {
        [one] if !one.is_empty() && one.len() <= 3 => {
            let strength = if is_common(&folded, one, gazetteer) { COMMON } else { LOCAL };
            Some((one.clone(), strength))
        }
        _ => None,
    }
}

/// "San Miguel", "La Union": towns of many countries are called so, whichever of them the tables have.
fn is_common(folded: &str, countries: &[String], gazetteer: &Gazetteer) -> bool {
    let places = gazetteer.look_up(folded);
    let mut others: Vec<&str> =
        places.iter().filter(|c| is_called(c, folded)).map(|c| c.country.first()).collect();
    others.retain(|code| !countries.iter().any(|c| c == code));
    others.sort_unstable();
    others.dedup();
    others.len() >= MANY
}

/// So many other countries with a town of the name make it common.
const MANY: usize = 3;

/// True for a town whose own name it is.
pub(super) fn is_called(place: &Candidate, folded: &str) -> bool {
    place.kind.is_settlement() && place.near == Near::Exact && fold(place.name) == folded
}

/// Start and end of the words of a span, without the possessive "'s".
fn words(text: &str, span: Span) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = None;
    let part = span.of(text);
    for (at, c) in part.char_indices().chain([(part.len(), ' ')]) {
        let inside =
            c.is_alphanumeric() || c == '-' || c == '.' && start.is_some() && is_abbreviation(part, at);
        match (inside, start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                found.push((span.start + from, span.start + at));
                start = None;
            }
            _ => {}
        }
    }
    found
}

/// The full stop of "U.S.": one letter stands before it.
fn is_abbreviation(text: &str, at: usize) -> bool {
    let mut before = text.get(..at).unwrap_or("").chars().rev();
    before.next().is_some_and(char::is_uppercase) && before.next().is_none_or(|c| !c.is_alphanumeric())
}
