//! Places that no name beside them tells: "shells hit the capital", "in this city" of a wire, "the south of the country".

use super::capital::capital_of;
use super::context::Context;
use super::country::{land_of_country, part_of_country, side_of_country};
use super::dateline::means_here;
use super::resolve::query::Query;
use super::spans::NameSpan;
use super::{Named, described_relation, mention, resolve_names};
use crate::gazetteer::{Country, Gazetteer, Kind};
use ascribe_model::{Analysis, PlaceMention, Report, Sentence, Span, TokenRange};

/// So many sentences back a country may be named that "the country" is, or the capital that "the capital" is.
const BACK: usize = 3;

/// A sentence, and the countries that the report may speak of there.
pub(super) struct Scene<'a> {
    /// The number of the sentence.
    pub number: usize,
    pub sentence: &'a Sentence,
    /// The stretch of a digest that tells of one thing.
    pub item: Option<Span>,
    /// True where this sentence, or one before it, says "here" of where the wire was written.
    pub tells_of_here: bool,
    /// The names of the report.
    pub named: &'a [Named],
    pub context: &'a Context,
    pub gazetteer: &'a Gazetteer,
}

impl<'a> Scene<'a> {
    /// The country by which `of` knows the names of this sentence and the few before, where it is one.
    pub fn told_by_one(&self, of: impl Fn(&str) -> Option<&'a Country>) -> Option<&'a Country> {
        let near = |n: &&Named| n.span.sentence <= self.number && self.number - n.span.sentence <= BACK;
        let mut told = self.named.iter().filter(near).filter_map(|n| of(&n.name));
        let last = told.next_back()?;
        told.all(|country| country.iso2 == last.iso2).then_some(last)
    }

    /// The country that the report mostly tells of.
    pub fn leading(&self) -> Option<&'a Country> {
        self.context.leading(self.item).and_then(|code| self.gazetteer.countries().by_code(code))
    }

    /// True where the sentence names a place that is no country.
    pub fn names_a_place(&self) -> bool {
        let mut here = self.named.iter().filter(|n| n.span.sentence == self.number);
        here.any(|n| n.kind != Some(Kind::Country))
    }

    /// "Shells hit a market here. … The siege of the city": of a wire that tells of the town where it was written, and so
    /// far of no other.
    fn is_the_town_here(&self, at: usize) -> bool {
        let token = &self.sentence.tokens[at];
        let the = self.sentence.child(at, &["det"]).is_some_and(|d| self.sentence.tokens[d].text == "the");
        let other = |n: &Named| {
            n.span.sentence <= self.number && matches!(n.kind, Some(Kind::Town | Kind::Village) | None)
        };
        self.tells_of_here
            && matches!(token.text.as_str(), "city" | "town")
            && the
            && !self.named.iter().any(other)
    }

    fn place(&self, at: usize, report: &Report) -> Option<PlaceMention> {
        let (sentence, gazetteer) = (self.sentence, self.gazetteer);
        let part = part_of_country(self, at)
            .or_else(|| side_of_country(self, at))
            .or_else(|| land_of_country(self, at));
        let (name, within) = match (capital_of(self, at), &self.context.written) {
            _ if part.is_some() => (part.as_ref().map_or("", |(c, _)| c.name.as_str()), vec![]),
            (_, Some(here)) if means_here(sentence, at) || self.is_the_town_here(at) => {
                (here.name.as_str(), here.within.clone())
            }
            (Some(country), _) => {
                (country.capital.split('|').next().unwrap_or(""), vec![country.name.clone()])
            }
            _ => return None,
        };
        let tokens = TokenRange::new(at, at + 1);
        let start = sentence.span_of(tokens).start;
        let query = Query { name: name.to_owned(), at: start, within, ..Query::default() };
        let place = resolve_names(report, std::slice::from_ref(&query), gazetteer).pop().flatten();
        let span = NameSpan { sentence: self.number, tokens, by: "named elsewhere" };
        let told = part.map(|(_, relation)| relation);
        let relation = told.unwrap_or_else(|| described_relation(sentence, tokens, gazetteer));
        Some(mention(sentence, &span, &relation, &query, place.as_ref(), None, gazetteer))
    }
}

/// The places of a report that common nouns tell without a name beside them.
pub(super) fn unnamed(
    report: &Report,
    analysis: &Analysis,
    named: &[Named],
    gazetteer: &Gazetteer,
) -> Vec<PlaceMention> {
    let mut found = Vec::new();
    let context = &Context::of(report, gazetteer);
    let outline = report.outline();
    let mut tells_of_here = false;
    for (number, sentence) in analysis.sentences.iter().enumerate() {
        let item = (outline.item(sentence.passage) != 0).then(|| report.passages[sentence.passage].span);
        tells_of_here |= (0..sentence.tokens.len()).any(|at| means_here(sentence, at));
        let scene = Scene { number, sentence, item, tells_of_here, named, context, gazetteer };
        found.extend((0..sentence.tokens.len()).filter_map(|at| scene.place(at, report)));
    }
    found
}
