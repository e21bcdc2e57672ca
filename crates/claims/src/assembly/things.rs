//! Kinds of things by who owns them: civilians, whoever fights over them, or whoever holds the ground.

use ascribe_language::begins_vessel;
use ascribe_model::{Sentence, Upos};

/// Things of civilians.
const CIVILIAN_THINGS: [&str; 36] = [
    "house",
    "home",
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
    "apartment",
    "refinery",
    "infrastructure",
    "railway",
    "ambulance",
];

/// Things that serve fighters and others alike: whose they are the fight shows.
const SHARED_THINGS: [&str; 8] =
    ["building", "bridge", "tower", "route", "road", "plant", "warehouse", "village"];

/// Things of those who bear arms or govern, and gatherings.
const POSTS: [&str; 30] = [
    "convoy",
    "checkpoint",
    "post",
    "outpost",
    "base",
    "barracks",
    "garrison",
    "headquarters",
    "office",
    "camp",
    "vehicle",
    "truck",
    "tank",
    "embassy",
    "consulate",
    "depot",
    "mine",
    "field",
    "compound",
    "complex",
    "airport",
    "airbase",
    "facility",
    "gathering",
    "procession",
    "wedding",
    "funeral",
    "rally",
    "center",
    "centre",
];

/// True where the name ends in what people attack: buildings, vehicles, posts, gatherings.
pub fn may_be_attacked(name: &str) -> bool {
    name.to_lowercase().ends_with("wedding party")
        || is_civilian(name)
        || ends_in(name, &POSTS)
        || ends_in(name, &SHARED_THINGS[..3])
}

/// True where the last word of the name is such a thing.
pub fn is_civilian(victims: &str) -> bool {
    ends_in(victims, &CIVILIAN_THINGS)
}

/// Where people gather: a raid on a market is on those who shop there.
pub fn is_crowded(name: &str) -> bool {
    ends_in(name, &["market", "restaurant", "wedding", "funeral", "rally", "gathering", "procession", "camp"])
}

/// True where it is a thing that either may use ("a bridge").
pub fn is_shared(victims: &str) -> bool {
    ends_in(victims, &SHARED_THINGS)
}

/// The name of a vessel: "the tanker MV Sea Rose", "HMS Gannet".
pub fn vessel(sentence: &Sentence, head: usize) -> Option<usize> {
    let name = |t: usize| {
        let first = (0..=t).rev().take(5).take_while(|&i| sentence.tokens[i].upos == Upos::Propn).last();
        first.is_some_and(|i| begins_vessel(&sentence.tokens[i].text))
    };
    let beside =
        || sentence.children(head).filter(|&c| ["appos", "flat"].iter().any(|r| sentence.relation_is(c, r)));
    [head].into_iter().chain(beside()).find(|&t| name(t))
}

fn ends_in(victims: &str, things: &[&str]) -> bool {
    let last = victims.rsplit(' ').next().unwrap_or(victims).to_lowercase();
    things
        .iter()
        .any(|t| last == *t || last.strip_suffix('s') == Some(t) || last.strip_suffix("es") == Some(t))
}
