//! The places of an occurrence: those that hang on its trigger, else those of its sentence.
//!
//! [`distinct`] drops those that only tell where another lies, by what [`nesting`] reads between the names.

mod distinct;
mod nesting;
#[cfg(test)]
mod tests;

use super::attach::{Way, ancestors, way};
use super::carry::{NOWHERE, is_whole};
use super::elsewhere;
use super::{Known, phrase};
use crate::occurrence::Occurrence;
use ascribe_language::noun_of_people;
use ascribe_model::{Place, PlaceKind, PlaceMention, Sentence, Span, Upos};
use nesting::coordinated;
use std::ops::Range;

pub use distinct::{distinct, lies_in};

/// A place farther than this many arcs from the trigger is of another clause.
const REACH: usize = 9;

/// The places that an occurrence's words name.
#[derive(Debug, Clone, Default)]
pub struct Told {
    /// Those that a gazetteer knows.
    pub located: Vec<Place>,
    /// Listed with one of those and in no gazetteer: "in Keld and Qwertal", set where the other is.
    pub listed: Vec<Place>,
    /// Where none is known: names of places that no gazetteer has ("at Camp Kestrel").
    pub unlocated: Vec<Place>,
}

/// The places of one occurrence, as printed. `sources` are the spans of who tells it ("police in Kandahar
/// said" places the police), `cue` those of the words of saying.
pub fn of(known: &Known, occurrence: &Occurrence, sources: &[Span], cue: Option<Span>) -> Told {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return Told::default() };
    let triggers: Vec<Range<usize>> = known
        .occurrences
        .iter()
        .filter(|o| o.sentence == occurrence.sentence)
        .map(|o| o.trigger.range())
        .collect();
    let own = occurrence.trigger.range();
    let told: Vec<(&PlaceMention, Way)> = known
        .grounding
        .places
        .iter()
        .filter(|m| m.sentence == occurrence.sentence && m.head < sentence.tokens.len())
        .filter(|m| !m.place.span.is_some_and(|s| sources.iter().any(|x| x.contains(s))))
        .filter(|m| !is_of_source(sentence, m, sources))
        .filter(|m| !elsewhere::tells_who(known, occurrence, m))
        .filter(|m| !cue.is_some_and(|cue| elsewhere::is_of_speaking(sentence, m, occurrence.head, cue)))
        .map(|m| (m, way(sentence, m.head, occurrence.head, &own, &triggers)))
        .collect();
    let (mentions, unknown): (Vec<_>, Vec<_>) = told.into_iter().partition(|(m, _)| m.place.lat.is_some());
    let mut chosen = own_places(known, occurrence, &mentions);
    let mut unlocated = vec![];
    // "Rockets fired from Salt hit Keld", "landed in Keld", which no gazetteer has: not in Salt.
    let inside =
        |m: &PlaceMention| m.place.relation.as_deref().is_some_and(|r| r.split(' ').any(|w| w == "in"));
    let hit = |m: &&PlaceMention| fills_role(known, occurrence, m) || inside(m);
    let mut unknown_hit = unknown.iter().map(|(m, _)| *m).filter(hit).peekable();
    let moves = MOVES.contains(&occurrence.kind.as_str());
    if !moves && unknown_hit.peek().is_some() && chosen.iter().all(|m| m.place.is_direction()) {
        chosen.clear();
    }
    // "Drove them from the village of Keld, reopening the road between Salt and Sarda": in Keld, which no gazetteer has.
    let filled = unknown.iter().any(|(m, _)| fills_role(known, occurrence, m));
    if filled
        && chosen.iter().all(|m| !fills_role(known, occurrence, m) && is_of_participle(sentence, m.head))
    {
        chosen.clear();
    }
    if chosen.is_empty() {
        let located = |m: &&PlaceMention| m.place.relation.is_some() || fills_role(known, occurrence, m);
        unlocated = own_places(known, occurrence, &unknown).into_iter().filter(located).collect();
    }
    // "Norway announced sanctions over the raids in Keld": not where the sanctions are.
    // "Nobody was behind the blasts, but the Front holds girls seized from Keld": whence others were taken is not
    // where what is named in passing lies.
    let whence = |m: &PlaceMention| {
        occurrence.passing && m.place.relation.as_deref().is_some_and(|r| r.starts_with("from"))
    };
    if chosen.is_empty()
        && unlocated.is_empty()
        && !NOWHERE.contains(&occurrence.kind.as_str())
        && let Some((best, way)) = mentions.iter().min_by_key(|(_, w)| *w)
        && way.through <= 1
        && !whence(best)
        // "They burned a barn before driving the girls towards Salt": where others then went.
        && (moves || !best.place.is_direction())
        && !is_before_or_after(sentence, best.head, occurrence.head)
        // "Behind the attack, which it called revenge for troops in Norway": a country of another clause.
        && !(way.through == 1 && is_inside(&best.place))
    {
        chosen.extend(mentions.iter().map(|(m, _)| *m).filter(|m| {
            m.head == best.head || coordinated(sentence, m, best) || is_finer(sentence, m, best)
        }));
    }
    let chosen = without_offices(sentence, without_other_clauses(sentence, occurrence.head, chosen));
    let chosen = without_countries(&occurrence.kind, sentence, without_directions(&occurrence.kind, chosen));
    // "Flown to hospitals in Keld, Qwertal and Oslo" are far apart.
    let near = unknown.iter().filter(|_| !moves);
    let listed = near.filter_map(|(m, _)| listed_with(sentence, m, &chosen)).collect();
    Told { located: distinct(sentence, chosen), listed, unlocated: distinct(sentence, unlocated) }
}

/// "Raided the villages of Keld and Qwertal", which no gazetteer has: no farther than villages told in one breath.
fn listed_with(sentence: &Sentence, unknown: &PlaceMention, chosen: &[&PlaceMention]) -> Option<Place> {
    let beside = |c: &&&PlaceMention| {
        let spot = c.place.kind == PlaceKind::Point && !c.place.is_direction();
        spot && coordinated(sentence, unknown, c)
    };
    let between = unknown.place.relation.as_deref().is_some_and(|r| r.contains("between"));
    let known = &chosen.iter().find(beside).filter(|_| !between)?.place;
    let (lat, lon) = (known.lat, known.lon);
    let (admin1, country) = (known.admin1.clone(), known.country.clone());
    Some(Place { lat, lon, admin1, country, ..unknown.place.clone() })
}

/// "…, reopening the road to Keld": of what was done by it, or at once after.
fn is_of_participle(sentence: &Sentence, place: usize) -> bool {
    ancestors(sentence, place)
        .into_iter()
        .any(|t| sentence.relation_is(t, "advcl") && sentence.tokens[t].text.to_lowercase().ends_with("ing"))
}

/// "The paper's Ana Ruiz in Oslo says": where who tells it is.
fn is_of_source(sentence: &Sentence, mention: &PlaceMention, sources: &[Span]) -> bool {
    // "An officer at the headquarters in Keld said".
    let nouns = ancestors(sentence, mention.head);
    let chain = nouns.windows(2).take_while(|w| sentence.relation_is(w[0], "nmod"));
    chain.into_iter().any(|w| sources.iter().any(|s| s.contains(sentence.tokens[w[1]].span)))
}

/// "Raided the village of Keld in Salt, burning houses": where the raid was, and not all over Salt.
fn is_finer(sentence: &Sentence, inner: &PlaceMention, outer: &PlaceMention) -> bool {
    nesting::says_where(sentence, inner, outer) || nesting::holds(sentence, outer, inner)
}

/// "The raid came hours after blasts in Salt": where something else happened at another time.
fn is_before_or_after(sentence: &Sentence, place: usize, trigger: usize) -> bool {
    let above = ancestors(sentence, trigger);
    let own = ancestors(sentence, place).into_iter().take_while(|t| !above.contains(t));
    own.into_iter().any(|t| {
        sentence.children(t).any(|c| {
            let joins = ["case", "mark"].iter().any(|r| sentence.relation_is(c, r));
            joins
                && matches!(sentence.tokens[c].text.to_lowercase().as_str(), "after" | "before" | "following")
        })
    })
}

/// "After rebels ambushed them", "while shells fell on Keld": a clause of its own time, with its own subject.
fn is_timed_clause(sentence: &Sentence, head: usize) -> bool {
    let child = |relations: &[&str], words: &[&str]| {
        sentence.children(head).any(|c| {
            let text = sentence.tokens[c].text.to_lowercase();
            relations.iter().any(|r| sentence.relation_is(c, r))
                && (words.is_empty() || words.contains(&text.as_str()))
        })
    };
    sentence.relation_is(head, "advcl")
        && child(&["mark", "advmod", "case"], &["after", "before", "until", "since", "while"])
        && child(&["nsubj", "nsubj:pass"], &[])
}

/// The places that fill the occurrence's role, and those that hang on its trigger.
fn own_places<'a>(
    known: &Known,
    occurrence: &Occurrence,
    mentions: &[(&'a PlaceMention, Way)],
) -> Vec<&'a PlaceMention> {
    let fills = |m: &PlaceMention| {
        occurrence
            .roles
            .iter()
            .any(|r| r.role == "place" && (m.tokens.contains(r.head) || within(known, r.sentence, r.head, m)))
    };
    let filled = mentions.iter().filter(|(m, _)| fills(m));
    // "Burned a barn before driving the girls towards Salt": where others then went.
    let gone = |m: &PlaceMention| {
        let sentence = known.analysis.sentences.get(occurrence.sentence);
        let there = m.place.relation.as_deref().is_some_and(|r| r.starts_with("toward"));
        let later = sentence.is_some_and(|s| is_before_or_after(s, m.head, occurrence.head));
        there && later && !MOVES.contains(&occurrence.kind.as_str())
    };
    let direct = mentions.iter().filter(|(m, w)| w.through == 0 && w.length <= REACH && !gone(m));
    let found: Vec<&PlaceMention> = filled.chain(direct).map(|(m, _)| *m).collect();
    // "The wounded were flown to Sarda after rebels ambushed them in Keld": beside a place of its own, that of the
    // clause above is not its.
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return found };
    let own = |m: &&PlaceMention| ancestors(sentence, m.head).contains(&occurrence.head);
    if is_timed_clause(sentence, occurrence.head) {
        if found.iter().any(own) {
            return found.into_iter().filter(|m| own(m) || fills(m)).collect();
        }
        // "He fled to Norway after crowds burned the court".
        return found.into_iter().filter(|m| fills(m) || !m.place.is_direction()).collect();
    }
    found
}

/// True where the rule found the place: "shelled Keld".
fn fills_role(known: &Known, occurrence: &Occurrence, mention: &PlaceMention) -> bool {
    let mut roles = occurrence.roles.iter().filter(|r| r.role == "place");
    roles.any(|r| mention.tokens.contains(r.head) || within(known, r.sentence, r.head, mention))
}

/// "A bomb killed nine in Keld and blasts in Sarda killed three", "two were shot in Keld days after a bomb killed nine in
/// Sarda": what has a place in its own clause does not lie where the other clause does.
fn without_other_clauses<'a>(
    sentence: &Sentence,
    trigger: usize,
    places: Vec<&'a PlaceMention>,
) -> Vec<&'a PlaceMention> {
    let clause = |token: usize| {
        let subject = |t: usize| sentence.child(t, &["nsubj", "nsubj:pass"]);
        let with_subject = |&t: &usize| {
            let named = |s: usize| sentence.tokens[s].upos != Upos::Pron;
            sentence.relation_is(t, "conj") && subject(t).is_some_and(named)
        };
        ancestors(sentence, token).into_iter().find(|t| with_subject(t) || is_timed_clause(sentence, *t))
    };
    let own_clause = clause(trigger);
    // "And in Keld, near the river Salt, the army said": the river, too.
    let opened = |m: &PlaceMention| {
        let above = ancestors(sentence, m.head);
        let outer = places.iter().filter(|p| above.iter().any(|t| p.tokens.contains(*t)));
        outer.into_iter().find_map(|p| opened_clause(sentence, p))
    };
    let placed = |m: &PlaceMention| opened(m).or_else(|| clause(m.head));
    let own = |m: &&PlaceMention| placed(m) == own_clause;
    let kept: Vec<&PlaceMention> = places.iter().copied().filter(own).collect();
    if kept.is_empty() { places } else { kept }
}

/// "A bomb went off in Keld, and in Sarda the army shot two rebels": the verb of the clause that the place opens, where
/// the tree hangs it on the clause before.
fn opened_clause(sentence: &Sentence, place: &PlaceMention) -> Option<usize> {
    let word = |back: usize| {
        let at = place.tokens.start.checked_sub(back);
        at.map_or(String::new(), |i| sentence.tokens[i].text.to_lowercase())
    };
    let opens = matches!(word(1).as_str(), "in" | "at" | "near")
        && matches!(word(2).as_str(), "and" | "while" | "but" | ";");
    let verb = (place.tokens.end..sentence.tokens.len()).find(|&t| {
        let subject = sentence.child(t, &["nsubj", "nsubj:pass"]);
        sentence.relation_is(t, "conj") && subject.is_some_and(|s| s >= place.tokens.end)
    })?;
    // The clause before ends in front of the place.
    let before = sentence.tokens[verb].head.is_some_and(|h| h < place.tokens.start);
    (opens && before).then_some(verb)
}

/// "The mayor of Keld was shot in Sarda": whose mayor he is tells nothing, where another place stands beside it.
fn without_offices<'a>(sentence: &Sentence, places: Vec<&'a PlaceMention>) -> Vec<&'a PlaceMention> {
    let of_office = |m: &PlaceMention| {
        // One person; "the women of Keld" are where they are at home.
        let above = sentence.tokens[m.head].head.and_then(|h| sentence.tokens.get(h));
        let office =
            above.is_some_and(|t| noun_of_people(&t.text.to_lowercase()) && !t.feats.contains("Plur"));
        m.place.relation.as_deref() == Some("of") && office
    };
    let inside = |m: &&&PlaceMention| {
        m.place
            .relation
            .as_deref()
            .is_some_and(|r| ["in", "at", "near", "outside"].iter().any(|w| r.starts_with(w)))
    };
    if !places.iter().any(|m| inside(&m)) {
        return places;
    }
    places.into_iter().filter(|m| !of_office(m)).collect()
}

/// "Norway", "in Norway"; not "off the coast of Norway".
fn is_inside(place: &Place) -> bool {
    let within =
        place.relation.as_deref().is_none_or(|r| r.split(' ').all(|w| matches!(w, "in" | "of" | "the")));
    is_whole(place) && within
}

/// "Sabanda and Norway, where it came under attack in Keld": beside a town a whole country is another matter, unless
/// both are told in one breath.
fn without_countries<'a>(
    kind: &str,
    sentence: &Sentence,
    places: Vec<&'a PlaceMention>,
) -> Vec<&'a PlaceMention> {
    if MOVES.contains(&kind) {
        return places;
    }
    let finer: Vec<&PlaceMention> =
        places.iter().copied().filter(|m| !m.place.is_country() && !m.place.is_direction()).collect();
    let beside = |m: &&PlaceMention| finer.iter().any(|f| coordinated(sentence, f, m));
    places.into_iter().filter(|m| finer.is_empty() || !is_inside(&m.place) || beside(m)).collect()
}

/// Types in which somebody or something goes from one place to another.
pub(super) const MOVES: [&str; 4] = ["withdrawal", "deployment", "displacement", "aid"];

/// "Rockets fired from Keld hit Sarda": beside the place where it happened, where something came from or went
/// to is none; of a movement both are.
fn without_directions<'a>(kind: &str, places: Vec<&'a PlaceMention>) -> Vec<&'a PlaceMention> {
    if MOVES.contains(&kind) || places.iter().all(|m| m.place.is_direction()) {
        return places;
    }
    // "Nine rockets fired from Keld hit Sarda": of what flies, whence it was fired is told too, unless all of a country.
    let fired = |m: &PlaceMention| kind == "shelling" && !m.place.is_country() && comes_from(&m.place);
    places.into_iter().filter(|m| !m.place.is_direction() || fired(m)).collect()
}

/// "From Keld", "from the Salt valley".
fn comes_from(place: &Place) -> bool {
    place.relation.as_deref().is_some_and(|r| r.split(' ').any(|word| word == "from"))
}

fn within(known: &Known, sentence: usize, head: usize, mention: &PlaceMention) -> bool {
    known
        .analysis
        .sentences
        .get(sentence)
        .is_some_and(|s| head < s.tokens.len() && phrase::core(s, head).contains(mention.head))
}
