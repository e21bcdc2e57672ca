//! Which of the places of a name is meant: all names of a report are settled together.

pub(super) mod options;
pub(super) mod query;
mod score;
pub(super) mod settle;

use super::context::Context;
use super::corrected::corrected;
use super::reading::ends;
use crate::gazetteer::skeleton::fold;
use crate::gazetteer::{Candidate, Extent, Gazetteer};
use ascribe_model::PlaceKind;
use options::{Choice, options};
use query::Query;
use settle::settle;

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

/// "The Thai-Cambodian frontier", "the border between Chad and Sudan": the border as the gazetteer calls it.
fn border(query: &Query, gazetteer: &Gazetteer) -> Option<String> {
    let is_country = |name: &str| gazetteer.countries().by_name(name).is_some();
    let border = match (query.name.strip_suffix(" frontier"), query.name.split_once(" and ")) {
        (Some(whose), _) => format!("{whose} border"),
        (None, Some((one, other))) if is_country(one) && is_country(other) => {
            format!("{one}-{other} border")
        }
        _ => return None,
    };
    gazetteer.knows(&fold(&border)).then_some(border)
}

/// The names that a compound is made of; else the name itself.
fn parts(query: &Query, gazetteer: &Gazetteer) -> Vec<Query> {
    let known = |name: &str| gazetteer.knows(&fold(name));
    if known(&query.name) {
        return vec![query.clone()];
    }
    if let Some(border) = border(query, gazetteer) {
        return vec![Query { name: border, ..query.clone() }];
    }
    match ends(&query.name, known) {
        Some(names) => names.into_iter().map(|name| Query { name, ..query.clone() }).collect(),
        None => vec![query.clone()],
    }
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
