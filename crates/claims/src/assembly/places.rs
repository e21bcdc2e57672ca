//! The places of an occurrence: those that hang on its trigger, else those of its sentence.

use super::attach::{Way, ancestors, way};
use super::{Known, phrase};
use crate::occurrence::Occurrence;
use ascribe_model::{Place, PlaceKind, PlaceMention, Sentence, Span};
use std::ops::Range;

/// A place farther than this many arcs from the trigger is of another clause.
const REACH: usize = 9;

/// The places of one occurrence, as printed. `sources` are the spans of who tells it ("police in Kandahar
/// said" places the police), `cue` those of the words of saying.
pub fn of(known: &Known, occurrence: &Occurrence, sources: &[Span], cue: Option<Span>) -> Vec<Place> {
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
        .filter(|m| !cue.is_some_and(|cue| is_of_speaking(sentence, m, occurrence.head, cue)))
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
    if chosen.is_empty()
        && let Some((best, way)) = mentions.iter().min_by_key(|(_, w)| *w)
        && way.through <= 1
    {
        chosen.extend(
            mentions
                .iter()
                .map(|(m, _)| *m)
                .filter(|m| m.head == best.head || coordinated(sentence, m, best)),
        );
    }
    distinct(sentence, without_directions(&occurrence.kind, chosen))
}

/// "Rockets fired from Keld hit Sarda": beside the place where it happened, where something came from or went
/// to is none; of a movement both are.
fn without_directions<'a>(kind: &str, places: Vec<&'a PlaceMention>) -> Vec<&'a PlaceMention> {
    const MOVES: [&str; 4] = ["withdrawal", "deployment", "displacement", "aid"];
    if MOVES.contains(&kind) || places.iter().all(|m| m.place.is_direction()) {
        return places;
    }
    places.into_iter().filter(|m| !m.place.is_direction()).collect()
}

fn within(known: &Known, sentence: usize, head: usize, mention: &PlaceMention) -> bool {
    known
        .analysis
        .sentences
        .get(sentence)
        .is_some_and(|s| head < s.tokens.len() && phrase::core(s, head).contains(mention.head))
}

/// "Speaking on a channel in Keld, she said": where it was said.
fn is_of_speaking(sentence: &Sentence, mention: &PlaceMention, trigger: usize, cue: Span) -> bool {
    let up = ancestors(sentence, trigger);
    let Some(meet) = ancestors(sentence, mention.head).into_iter().find(|t| up.contains(t)) else {
        return false;
    };
    if meet == trigger || !cue.overlaps(sentence.tokens[meet].span) {
        return false;
    }
    ancestors(sentence, mention.head)
        .into_iter()
        .take_while(|t| *t != meet)
        .any(|t| sentence.relation_is(t, "advcl"))
}

/// "the Britain-based Observatory", "U.S.-backed fighters", "Aleppo-born": the place tells who somebody is.
fn describes_somebody(sentence: &Sentence, mention: &PlaceMention) -> bool {
    const TELLS_WHO: [&str; 11] = [
        "based",
        "backed",
        "led",
        "born",
        "bound",
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

/// Drops repetitions, and a country, region or town that only says where a place named beside it lies
/// ("in Mosul, Iraq", "the Salhiya quarter of Keld", "in a village of Aleppo province").
fn distinct(sentence: &Sentence, mentions: Vec<&PlaceMention>) -> Vec<Place> {
    let mut kept: Vec<&PlaceMention> = vec![];
    for mention in mentions {
        if !kept.iter().any(|k| k.place.text.eq_ignore_ascii_case(&mention.place.text)) {
            kept.push(mention);
        }
    }
    let finer = |m: &&PlaceMention| {
        kept.iter()
            .filter(|k| !std::ptr::eq(**k, *m) && !coordinated(sentence, k, m))
            .any(|k| lies_in(&k.place, &m.place) || says_where(sentence, k, m))
    };
    let mut places: Vec<&PlaceMention> = kept.iter().copied().filter(|m| !finer(m)).collect();
    places.sort_by_key(|m| m.tokens.start);
    places.into_iter().map(|m| m.place.clone()).collect()
}

/// "Keld in the Salt district", "the Old Port of Keld": nothing but such words stand between the inner name and
/// the outer.
fn says_where(sentence: &Sentence, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    let Some(gap) = sentence.tokens.get(inner.tokens.end..outer.tokens.start) else { return false };
    let near = inner.place.kilometres_to(&outer.place).is_some_and(|km| km <= 300.0);
    let links = |w: &str| {
        matches!(w, "," | "in" | "of" | "the" | "a" | "district" | "area")
            || w.ends_with("ern")
            || matches!(w, "north" | "south" | "east" | "west" | "central")
    };
    near && gap.len() <= 4
        && inner.tokens.end < outer.tokens.start
        && gap.iter().all(|t| links(&t.text.to_lowercase()))
        && inner.place.kind != PlaceKind::Line
}

/// "in Khost, Kandahar and Nangarhar": one of them is not where another lies.
fn coordinated(sentence: &Sentence, a: &PlaceMention, b: &PlaceMention) -> bool {
    let (first, last) = if a.tokens.start < b.tokens.start { (a, b) } else { (b, a) };
    let mut at = last.head;
    while sentence.relation_is(at, "conj") {
        let Some(head) = sentence.tokens[at].head else { return false };
        if first.tokens.contains(head) {
            return true;
        }
        at = head;
        if at <= first.head {
            return false;
        }
    }
    let both_hang = |m: &PlaceMention| {
        sentence.relation_is(m.head, "conj").then(|| sentence.tokens[m.head].head).flatten()
    };
    both_hang(a).is_some() && both_hang(a) == both_hang(b)
}

/// True where `inner` is the finer of two names for one spot.
pub fn lies_in(inner: &Place, outer: &Place) -> bool {
    let near = |km: f64| inner.kilometres_to(outer).is_some_and(|d| d <= km);
    let same_country = inner.country.is_some() && inner.country == outer.country;
    let region = inner.admin1.is_some() && inner.admin1.as_deref() == Some(outer.text.as_str());
    match (inner.kind, outer.kind) {
        (PlaceKind::Point, PlaceKind::Area) => region || near(90.0) || (same_country && outer.is_country()),
        (PlaceKind::Area | PlaceKind::Line, PlaceKind::Area) => {
            same_country && outer.is_country() && !inner.is_country()
        }
        _ => false,
    }
}
