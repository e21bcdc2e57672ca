//! Harm done: who or what, how many, on which side.

use super::draft::Draft;
use super::{Known, actors, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use ascribe_model::{Actor, Count, CountMention, Effect, Harm, Role, Sentence, Side, Upos};

/// The effects named by the occurrence's harm roles.
pub fn of(known: &Known, occurrence: &Occurrence, actors: &[Actor]) -> Vec<Effect> {
    let mut effects: Vec<Effect> = vec![];
    for fill in &occurrence.roles {
        let Some(harm) = harm_of(&fill.role) else { continue };
        let Some(effect) = effect(known, fill, harm, actors) else { continue };
        let again =
            |e: &Effect| e.harm == effect.harm && (e.span == effect.span || part_of_total(e, &effect));
        if !effects.iter().any(again) {
            effects.push(effect);
        }
    }
    effects
}

/// Sides that only the whole claim tells: things lost belong to the target; "others" are like those
/// before them ("sixty soldiers were killed and dozens of others injured").
pub fn settle_sides(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts {
        let claim = &mut draft.claim;
        let agent = claim.actors.iter().find(|a| a.role == Role::Agent && a.side.is_armed()).map(|a| a.side);
        let enemy = agent.and_then(|side| enemy_of(known, side));
        let target =
            claim.actors.iter().find(|a| a.role == Role::Target && a.side != Side::Unknown).map(|a| a.side);
        let mut before = None;
        for effect in &mut claim.effects {
            let things = matches!(effect.harm, Harm::Destroyed | Harm::Seized);
            let others =
                effect.victims.as_deref().is_some_and(|v| matches!(v, "others" | "other" | "more" | "rest"));
            if things && effect.side == Side::Unknown {
                let civilian = effect.victims.as_deref().is_some_and(is_civilian_thing);
                effect.side =
                    if civilian { Side::Civilian } else { target.or(enemy).unwrap_or(Side::Unknown) };
            }
            if others && let Some(side) = before {
                effect.side = side;
            }
            if !things {
                before = Some(effect.side);
            }
        }
    }
}

const GROUPS: [&str; 10] =
    ["cell", "group", "unit", "network", "squad", "gang", "patrol", "convoy", "leadership", "position"];

/// What civilians own or use, whoever fights over it.
const CIVILIAN_THINGS: [&str; 34] = [
    "house",
    "home",
    "building",
    "school",
    "hospital",
    "clinic",
    "mosque",
    "church",
    "synagogue",
    "temple",
    "shop",
    "store",
    "market",
    "mill",
    "bakery",
    "farm",
    "crop",
    "pipeline",
    "tower",
    "bridge",
    "bus",
    "car",
    "train",
    "ship",
    "vessel",
    "boat",
    "tanker",
    "hotel",
    "inn",
    "restaurant",
    "business",
    "bank",
    "station",
    "property",
];

fn is_civilian_thing(victims: &str) -> bool {
    let last = victims.rsplit(' ').next().unwrap_or(victims).to_lowercase();
    CIVILIAN_THINGS
        .iter()
        .any(|t| last == *t || last.strip_suffix('s') == Some(t) || last.strip_suffix("es") == Some(t))
}

/// The armed side that the report names most often against this one: what "the coalition destroyed" was
/// the enemy's.
fn enemy_of(known: &Known, side: Side) -> Option<Side> {
    let governments = |s: Side| matches!(s, Side::State | Side::StateAlly | Side::ForeignState);
    let mut counts: std::collections::BTreeMap<Side, usize> = std::collections::BTreeMap::new();
    for actor in known.grounding.actors.iter().filter(|a| a.side.is_armed() && !a.person) {
        if governments(actor.side) != governments(side) {
            *counts.entry(actor.side).or_default() += 1;
        }
    }
    counts.into_iter().max_by_key(|(side, n)| (*n, std::cmp::Reverse(*side))).map(|(side, _)| side)
}

fn harm_of(role: &str) -> Option<Harm> {
    Some(match role {
        "killed" => Harm::Killed,
        "injured" => Harm::Injured,
        "casualties" => Harm::Casualties,
        "captured" => Harm::Captured,
        "missing" => Harm::Missing,
        "displaced" => Harm::Displaced,
        "destroyed" => Harm::Destroyed,
        "seized" => Harm::Seized,
        _ => return None,
    })
}

/// "15 people, 8 of them children": the part is no effect of its own where the side is the same.
fn part_of_total(total: &Effect, part: &Effect) -> bool {
    let inside = match (total.span, part.span) {
        (Some(t), Some(p)) => t.contains(p) && t != p,
        _ => false,
    };
    inside && total.side == part.side
}

fn effect(known: &Known, fill: &RoleFill, harm: Harm, actors: &[Actor]) -> Option<Effect> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let token = sentence.tokens.get(fill.head)?;
    // "The army eliminated a cell": a group is no count of people.
    if GROUPS.contains(&token.lemma.as_str())
        && matches!(harm, Harm::Killed | Harm::Injured | Harm::Casualties)
    {
        return None;
    }
    let span = phrase::core_span(sentence, fill.head);
    let things = matches!(harm, Harm::Destroyed | Harm::Seized);
    let counted = count_of(known, sentence, fill);
    let numeral = token.upos == Upos::Num
        || (token.upos == Upos::Noun
            && counted.is_some_and(|c| c.counted == fill.head && c.tokens.contains(fill.head)));
    let victims = if things {
        phrase::plain_name(sentence, fill.head)
    } else if numeral {
        "people".to_owned()
    } else {
        actors::mention_of(known, fill.sentence, fill.head)
            .map_or_else(|| phrase::plain_name(sentence, fill.head), |m| m.name.clone())
    };
    let side = if things {
        actors::side_of_owner(known, fill.sentence, fill.head, actors)
    } else if numeral || actors::is_anybody(&victims) {
        Side::Civilian
    } else {
        actors::side_of_people(known, fill.sentence, fill.head)
    };
    let count = counted.map_or_else(|| number_of(known, sentence, fill), |c| c.count);
    let span = counted.map_or(span, |c| span.join(c.span));
    let text = known.report.words(span).to_owned();
    Some(Effect { harm, victims: Some(victims), side, count, text, span: Some(span) })
}

/// The number that counts this head: "five" in "five soldiers", or the head itself in "killed five".
fn count_of<'a>(known: &'a Known, sentence: &Sentence, fill: &RoleFill) -> Option<&'a CountMention> {
    let here = || known.grounding.counts.iter().filter(|c| c.sentence == fill.sentence);
    here().find(|c| c.counted == fill.head).or_else(|| here().find(|c| c.tokens.contains(fill.head))).or_else(
        || {
            let range = phrase::core(sentence, fill.head);
            here().find(|c| {
                let direct = sentence.tokens.get(c.tokens.end.saturating_sub(1)).and_then(|t| t.head);
                range.contains(c.tokens.start) && direct == Some(fill.head)
            })
        },
    )
}

/// Without a numeral: "a soldier", "the mayor" and a named person are one; "no one" is none; a bare plural
/// is a number not stated.
fn number_of(known: &Known, sentence: &Sentence, fill: &RoleFill) -> Count {
    let token = &sentence.tokens[fill.head];
    let determiner = phrase::determiner(sentence, fill.head);
    if matches!(determiner.as_str(), "no" | "neither") || matches!(token.lemma.as_str(), "nobody" | "none") {
        return Count::exactly(0);
    }
    let mention = actors::mention_of(known, fill.sentence, fill.head);
    let person = mention.is_some_and(|m| m.person && m.head == fill.head);
    let mass = mention.is_some_and(|m| m.named && !m.person);
    let plural = phrase::is_plural(token) || token.lemma == "people" || token.lemma == "police";
    if person || (!plural && !mass && matches!(token.upos, Upos::Noun | Upos::Propn)) {
        return Count::exactly(1);
    }
    Count::default()
}
