//! The side of people by the words for them: the noun, its qualifiers and the nation named.

use super::extent::is_ordinal;
use crate::actors::lexicon::{self, Class, Noun, qualifier};
use crate::actors::theatre::state_at;
use crate::actors::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::Side;

/// The side by the noun, its qualifiers and the nation named.
pub(crate) fn side(words: &[&str], noun: &Noun, dictionary: &ActorDictionary, country: Option<&str>) -> Side {
    let own = noun.side(country);
    if matches!(noun.class, Class::Civilian | Class::Crowd | Class::Media | Class::Aid)
        && own != Side::Unknown
    {
        return own;
    }
    let qualifiers = (0..words.len()).filter_map(|i| {
        qualifier(&joined(words, i))
            .or_else(|| qualifier(&words[i].to_lowercase()))
            .and_then(|q| q.side(country))
    });
    let shown: Vec<Side> = qualifiers.collect();

    let nations: Vec<String> = (0..words.len())
        .filter_map(|i| state_at(words, i, dictionary))
        .filter(|(_, _, meaning)| *meaning != StateName::City)
        .map(|(_, code, _)| code)
        .collect();
    let at_home = nations.iter().any(|n| Some(n.as_str()) == country);
    // "Afghan and coalition forces" count with the state of the country.
    if shown.contains(&Side::ForeignState) && !at_home {
        return Side::ForeignState;
    }
    // A group's word beats a function's: "Kurdish security forces". "Ethnic Danish brothers" are no militia.
    let communal = |s: &&Side| **s == Side::Militia && noun.class == Class::Civilian;
    let of_group = |s: &&Side| !matches!(s, Side::State | Side::ForeignState) && !communal(s);
    if let Some(side) = shown.iter().find(of_group) {
        return *side;
    }
    // "The armed forces" are a state's, unlike "armed men".
    let armed_forces = noun.many == "forces" && words.last().is_some_and(|w| w.eq_ignore_ascii_case("armed"));
    let official = matches!(noun.class, Class::Security | Class::Official)
        || armed_forces
        || shown.contains(&Side::State)
        || forces(noun, &nations);
    // "local man", "Palestinian men" bear no arms as far as the words go; "military men" do, and of
    // "unidentified men", "armed individuals" nobody knows who they are.
    let unknown = words.iter().any(|w| vocabulary::is(Word::Unknown, &w.to_lowercase()));
    if noun.class == Class::Civilian
        && !unknown
        && !shown.contains(&Side::State)
        && first_kept(words, dictionary).is_some()
    {
        return Side::Civilian;
    }
    // "The Keld Liberation Army" is no state's.
    let frees = words.iter().any(|w| vocabulary::is(Word::Frees, &w.to_lowercase()));
    if frees && noun.many == "armies" && words.iter().all(|w| w.starts_with(char::is_uppercase)) {
        return Side::Rebel;
    }
    match (official, nations.is_empty() || at_home || country.is_none()) {
        (true, true) if own == Side::Civilian => own,
        (true, true) => Side::State,
        (true, false) => Side::ForeignState,
        (false, _) => own,
    }
}

/// "Turkish forces", "French troops": a nation's armed people are its state's.
fn forces(noun: &Noun, nations: &[String]) -> bool {
    noun.class == Class::Force && noun.plural && !nations.is_empty()
}

/// The first modifier that belongs to the name; "young", "wounded" and other adjectives before it do not.
pub(super) fn first_kept(words: &[&str], dictionary: &ActorDictionary) -> Option<usize> {
    (0..words.len()).find(|&i| {
        let lower = words[i].to_lowercase();
        let capital = words[i].chars().next().is_some_and(char::is_uppercase);
        match qualifier(&joined(words, i)).or_else(|| qualifier(&lower)) {
            Some(q) => q.keep,
            None => {
                capital
                    || is_ordinal(&lower)
                    || state_at(words, i, dictionary).is_some()
                    || lower.starts_with("pro-")
                    || lower.starts_with("anti-")
                    // "Inspector general", "student leader".
                    || lexicon::noun(&lower).is_some()
            }
        }
    })
}

/// "pro - government" of a tokeniser that cuts at hyphens, as one word.
fn joined(words: &[&str], at: usize) -> String {
    match (words.get(at), words.get(at + 1), words.get(at + 2)) {
        (Some(a), Some(&"-"), Some(b)) => format!("{a}-{b}").to_lowercase(),
        (Some(a), ..) => a.to_lowercase(),
        _ => String::new(),
    }
}
