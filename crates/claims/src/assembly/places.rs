//! The places of an occurrence: those that hang on its trigger, else those of its sentence.

use super::attach::{Way, way};
use super::{Known, phrase};
use crate::occurrence::Occurrence;
use ascribe_model::{Place, PlaceKind, PlaceMention, Span};
use std::ops::Range;

/// A place farther than this many arcs from the trigger is of another clause.
const REACH: usize = 9;

/// The places of one occurrence, nearest first as printed. `sources` are the spans of who tells it:
/// "police in Kandahar said" places the police.
pub fn of(known: &Known, occurrence: &Occurrence, sources: &[Span]) -> Vec<Place> {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return vec![] };
    let triggers: Vec<Range<usize>> = known
        .occurrences
        .iter()
        .filter(|o| o.sentence == occurrence.sentence)
        .map(|o| o.trigger.range())
        .collect();
    let own = occurrence.trigger.range();
    let mentions: Vec<(&PlaceMention, Way)> = known
        .grounding
        .places
        .iter()
        .filter(|m| m.sentence == occurrence.sentence && m.head < sentence.tokens.len())
        .filter(|m| !m.place.span.is_some_and(|s| sources.iter().any(|x| x.contains(s))))
        .filter(|m| m.place.lat.is_some() && !names_somebody(known, m) && !describes_somebody(sentence, m))
        .map(|m| (m, way(sentence, m.head, occurrence.head, &own, &triggers)))
        .collect();
    let filled: Vec<&PlaceMention> = mentions
        .iter()
        .filter(|(m, _)| {
            occurrence.roles.iter().any(|r| {
                r.role == "place" && (m.tokens.contains(r.head) || within(known, r.sentence, r.head, m))
            })
        })
        .map(|(m, _)| *m)
        .collect();
    let direct = || mentions.iter().filter(|(_, w)| w.through == 0 && w.length <= REACH).map(|(m, _)| *m);
    let mut chosen: Vec<&PlaceMention> = filled;
    chosen.extend(direct());
    if chosen.is_empty() {
        let best = mentions.iter().min_by_key(|(_, w)| *w);
        chosen.extend(best.filter(|(_, w)| w.through <= 1).map(|(m, _)| *m));
    }
    distinct(chosen)
}

fn within(known: &Known, sentence: usize, head: usize, mention: &PlaceMention) -> bool {
    known
        .analysis
        .sentences
        .get(sentence)
        .is_some_and(|s| head < s.tokens.len() && phrase::core(s, head).contains(mention.head))
}

/// "the Britain-based Observatory", "U.S.-backed fighters", "Aleppo-born": the place tells who somebody is.
fn describes_somebody(sentence: &ascribe_model::Sentence, mention: &PlaceMention) -> bool {
    const TELLS_WHO: [&str; 10] = [
        "based",
        "backed",
        "led",
        "born",
        "supported",
        "funded",
        "trained",
        "sponsored",
        "allied",
        "aligned",
    ];
    let word = |at: usize| sentence.tokens.get(at).map_or("", |t| t.text.as_str());
    let end = mention.tokens.end;
    let joined =
        matches!(word(end), "-" | "–" | "‑") && TELLS_WHO.contains(&word(end + 1).to_lowercase().as_str());
    let fused = TELLS_WHO.iter().any(|w| mention.place.text.to_lowercase().ends_with(&format!("-{w}")));
    joined || fused
}

/// "the mayor of Celaya", "residents of Aleppo": the place tells who, and only weakly where; it is kept.
/// A place inside a *name* ("Free Aleppo Police") is not one.
fn names_somebody(known: &Known, mention: &PlaceMention) -> bool {
    known.grounding.actors.iter().any(|a| {
        a.sentence == mention.sentence
            && !mention.tokens.contains(a.head)
            && a.tokens.contains(mention.tokens.start)
            && a.tokens.end - a.tokens.start > mention.tokens.end - mention.tokens.start
    })
}

/// Drops repetitions, and a country or region that only says where a place named beside it lies
/// ("in Mosul, Iraq", "in a village of Aleppo province").
fn distinct(mentions: Vec<&PlaceMention>) -> Vec<Place> {
    let mut kept: Vec<&PlaceMention> = vec![];
    for mention in mentions {
        if !kept.iter().any(|k| k.place.text.eq_ignore_ascii_case(&mention.place.text)) {
            kept.push(mention);
        }
    }
    let finer = |m: &&PlaceMention| kept.iter().any(|k| !std::ptr::eq(*k, *m) && lies_in(&k.place, &m.place));
    let mut places: Vec<&PlaceMention> = kept.iter().copied().filter(|m| !finer(m)).collect();
    places.sort_by_key(|m| m.tokens.start);
    places.into_iter().map(|m| m.place.clone()).collect()
}

/// True where `inner` is the finer of two names for one spot.
pub fn lies_in(inner: &Place, outer: &Place) -> bool {
    let near = |km: f64| inner.kilometres_to(outer).is_some_and(|d| d <= km);
    let same_country = inner.country.is_some() && inner.country == outer.country;
    let region = inner.admin1.is_some() && inner.admin1.as_deref() == Some(outer.text.as_str());
    match (inner.kind, outer.kind) {
        (PlaceKind::Point, PlaceKind::Area) => region || near(90.0) || (same_country && is_country(outer)),
        (PlaceKind::Area | PlaceKind::Line, PlaceKind::Area) => {
            same_country && is_country(outer) && !is_country(inner)
        }
        _ => false,
    }
}

fn is_country(place: &Place) -> bool {
    place.id.as_deref().is_some_and(|id| id.starts_with("country:"))
}
