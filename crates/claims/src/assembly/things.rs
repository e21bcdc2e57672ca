//! Kinds of things by who owns them: civilians, whoever fights over them, or whoever holds the ground.

use crate::vocabulary::{self, Class};
use ascribe_language::begins_vessel;
use ascribe_model::{Sentence, Upos};

/// True where the name ends in what people attack: buildings, vehicles, posts, gatherings.
pub fn may_be_attacked(name: &str) -> bool {
    name.to_lowercase().ends_with("wedding party")
        || is_civilian(name)
        || ends_in(name, Class::Post)
        || ends_in(name, Class::Structure)
}

/// True where those who bear arms stand or move there ("positions", "a convoy").
pub fn is_position(name: &str) -> bool {
    ends_in(name, Class::Position)
}

/// True where the last word of the name is such a thing.
pub fn is_civilian(victims: &str) -> bool {
    // "A bus station"; a "repeater station" is whoever's runs it.
    let lower = victims.to_lowercase();
    let of_civilians = || lower.split([' ', '-']).any(|w| vocabulary::is(Class::StationOf, w));
    let of_arms = lower.ends_with("station") && lower.contains(' ') && !of_civilians();
    ends_in(victims, Class::CivilianThing) && !of_arms
}

/// Where people gather: a raid on a market is on those who shop there.
pub fn is_crowded(name: &str) -> bool {
    ends_in(name, Class::Crowded)
}

/// True where it is a thing that either may use ("a bridge").
pub fn is_shared(victims: &str) -> bool {
    ends_in(victims, Class::SharedThing)
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

fn ends_in(victims: &str, class: Class) -> bool {
    let last = victims.rsplit(' ').next().unwrap_or(victims).to_lowercase();
    let singular = ["", "s", "es"].iter().filter_map(|ending| last.strip_suffix(ending));
    singular.into_iter().any(|word| vocabulary::is(class, word))
}
