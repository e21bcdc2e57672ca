//! The fullest name of a party in a report, and its spread to all its mentions.

use super::names::Definition;
use super::persons::shortens;
use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName, name_key};
use ascribe_model::{ActorMention, Analysis, Side};
use std::collections::BTreeMap;

/// Gives every mention the fullest form of its name that the report has: by identifier of the dictionary,
/// by abbreviations that the report defines, by longer names of the same person.
pub(crate) fn spread(found: &mut [ActorMention], definitions: &[Definition]) {
    for mention in found.iter_mut().filter(|m| m.named) {
        if let Some(definition) = definitions.iter().find(|d| d.short == mention.name) {
            mention.name = definition.full.clone();
        }
    }
    let mut names: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for mention in found.iter().filter(|m| m.named && is_name_alone(m)) {
        if let Some(id) = &mention.id {
            names.entry(id.clone()).or_default().push(mention.name.clone());
        }
    }
    // "Valley Air Force jets … the VAF": the full name may stand before a word for some of its people.
    for mention in found.iter().filter(|m| m.named && !is_name_alone(m)) {
        let full = mention.by.rsplit(": ").next().filter(|full| mention.name.contains(full));
        if let (Some(id), Some(full)) = (&mention.id, full) {
            names.entry(id.clone()).or_default().push(full.to_owned());
        }
    }
    for mention in found.iter_mut().filter(|m| m.named && is_name_alone(m)) {
        let Some(names) = mention.id.as_ref().and_then(|id| names.get(id)) else { continue };
        let irregular = matches!(mention.side, Side::Rebel | Side::Jihadist | Side::Militia);
        let shorter = |n: &&String| abridges(&mention.name, n) || irregular && only_calls(&mention.name, n);
        let fuller = names.iter().filter(shorter).max_by_key(|n| n.chars().count());
        if let Some(fuller) = fuller {
            mention.name = fuller.clone();
        }
    }
    parts(found);
    persons(found);
    sides(found);
}

/// True where `short` says less than `full` of the same party: some of its words, or letters for them. Those of another
/// language are not its initials: "UVK" of the "Kosovo Liberation Army".
fn abridges(short: &str, full: &str) -> bool {
    // "The IS group" is short for "the Islamic State group", "FMLN guerrillas" for "the Farabundo Marti Front".
    let words = |name: &str| {
        let key = name_key(name);
        let bare = key.rsplit_once(' ').filter(|(_, last)| vocabulary::is(Word::Hollow, last));
        bare.map_or(key.as_str(), |(bare, _)| bare).split(' ').map(str::to_owned).collect::<Vec<_>>()
    };
    let (few, many) = (words(short), words(full));
    let letters = |name: &str| name.chars().filter(|c| c.is_uppercase()).count() > 1;
    let subset = few.len() < many.len() && few.iter().all(|w| many.contains(w));
    subset || few.len() == 1 && many.len() > 1 && letters(short) && full.chars().any(char::is_lowercase)
}

/// "Sarnian forces" of the "Sarna People's Front": its people, by no name of their own.
fn only_calls(people: &str, group: &str) -> bool {
    let hollow = |name: &str| {
        name.rsplit(' ').next().is_some_and(|last| vocabulary::is(Word::Hollow, &last.to_lowercase()))
    };
    let capitals = group.split(' ').filter(|w| w.starts_with(char::is_uppercase)).count();
    people.contains(' ') && hollow(people) && !hollow(group) && capitals > 1
}

/// "The Coalition" after "the Syrian Coalition": the end of an organisation's name stands for it.
fn parts(found: &mut [ActorMention]) {
    let full: Vec<ActorMention> =
        found.iter().filter(|m| m.named && !m.person && m.name.contains(' ')).cloned().collect();
    // "Coalition aircraft … the Northern Coalition": who had the short name before is another.
    let mut first: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for mention in found.iter().filter(|m| m.named) {
        first.entry(mention.name.clone()).or_insert((mention.sentence, mention.tokens.start));
    }
    // "Israel" is no short form of "The Times of Israel".
    let state = |m: &ActorMention| m.by.starts_with("a state");
    for mention in found.iter_mut().filter(|m| m.named && !m.person && m.id.is_none() && !state(m)) {
        let begins = first.get(&mention.name).copied().unwrap_or((mention.sentence, mention.tokens.start));
        let earlier = |m: &&ActorMention| (m.sentence, m.tokens.start) < begins;
        let ends = |m: &&ActorMention| {
            m.name.ends_with(&format!(" {}", mention.name)) || is_acronym(&mention.name, &m.name)
        };
        // "The Front" after "the Valley Front for Justice": the one named last whose name has the word.
        let body = vocabulary::is(Word::BodyName, &mention.name.to_lowercase());
        let holds = |m: &&ActorMention| body && m.name.split(' ').any(|w| w == mention.name);
        let whole = full.iter().filter(earlier).find(ends);
        if let Some(whole) = whole.or_else(|| full.iter().filter(earlier).rfind(holds)) {
            mention.name = whole.name.clone();
            mention.id = whole.id.clone();
            if whole.side != Side::Unknown {
                mention.side = whole.side;
            }
        }
    }
}

/// "NPA" after "the New People's Army": three or more initials.
fn is_acronym(short: &str, full: &str) -> bool {
    let initials: String =
        full.split_whitespace().filter_map(|w| w.chars().next().filter(|c| c.is_uppercase())).collect();
    short.len() > 2 && short == initials
}

/// True where the mention is the group itself, not "Taliban leader" with more words than the group's name.
fn is_name_alone(mention: &ActorMention) -> bool {
    mention.id.is_some() && mention.by.starts_with("data/")
}

/// "Zubair" is the "Abu Zubair" named before.
fn persons(found: &mut [ActorMention]) {
    let full: Vec<(String, Side, usize)> = found
        .iter()
        .filter(|m| m.person && ageless(&m.name).contains(' '))
        .map(|m| (m.name.clone(), m.side, m.sentence))
        .collect();
    let relatives = relatives(found);
    for mention in found.iter_mut().filter(|m| m.person) {
        let short = ageless(&mention.name);
        let other = |f: &String| relatives.iter().any(|(s, r)| s == short && r == f);
        let longer = || full.iter().filter(|(f, ..)| shortens(short, f) && !other(f));
        // "Khan" is the Omar Khan told of last, not a namesake with a longer name.
        let last = longer().rfind(|(_, _, at)| *at <= mention.sentence);
        let same = |f: &String| last.is_none_or(|(l, ..)| f == l || shortens(l, f));
        if let Some((name, side, _)) = longer().filter(|(f, ..)| same(f)).max_by_key(|(f, ..)| f.len()) {
            mention.name = name.clone();
            if mention.side == Side::Unknown {
                mention.side = *side;
            }
        }
    }
}

/// "The 39-year-old Maas": his age is none of the name.
fn ageless(name: &str) -> &str {
    name.rsplit_once("-year-old ").map_or(name, |(_, name)| name)
}

/// "Ruiz's mother Ana Ruiz", "Ruiz and his brother Odo Ruiz": whose full name first stands after the short one in a sentence
/// is another of that family. The short name, and who does not bear it.
fn relatives(found: &[ActorMention]) -> Vec<(String, String)> {
    let persons: Vec<&ActorMention> = found.iter().filter(|m| m.named && m.person).collect();
    let mut pairs = Vec::new();
    for (at, other) in persons.iter().enumerate().filter(|(_, m)| m.name.contains(' ')) {
        let first = persons[..at].iter().all(|m| m.name != other.name);
        let short = persons[..at].iter().filter(|m| {
            m.sentence == other.sentence
                && m.tokens.end <= other.tokens.start
                && shortens(&m.name, &other.name)
        });
        // The short name needs somebody else to bear it.
        let bearer = |short: &str| {
            persons[..at].iter().any(|m| m.sentence < other.sentence && shortens(short, &m.name))
        };
        pairs
            .extend(short.filter(|m| first && bearer(&m.name)).map(|m| (m.name.clone(), other.name.clone())));
    }
    pairs
}

/// "The US" in a report that says "United States", "Oslo" in one that says "Norway": a state has its longest name of those
/// that it is called by.
pub(crate) fn states(found: &mut [ActorMention], dictionary: &ActorDictionary) {
    let code = |m: &ActorMention| match dictionary.state(&m.name) {
        Some((state, StateName::Country)) if m.id.is_none() => Some(state.code.clone()),
        _ => None,
    };
    let mut longest: BTreeMap<String, String> = BTreeMap::new();
    for mention in found.iter() {
        let Some(code) = code(mention) else { continue };
        let name = longest.entry(code).or_default();
        if mention.name.len() > name.len() {
            name.clone_from(&mention.name);
        }
    }
    let seat = |m: &ActorMention| match dictionary.state(&m.name) {
        Some((state, StateName::Seat)) if m.id.is_none() && m.by.starts_with("a state") => {
            Some(state.code.clone())
        }
        _ => None,
    };
    for mention in found.iter_mut() {
        if let Some(name) = code(mention).or_else(|| seat(mention)).and_then(|c| longest.get(&c)) {
            mention.name.clone_from(name);
        }
    }
}

/// A name whose side one mention shows has it everywhere.
fn sides(found: &mut [ActorMention]) {
    let mut known: BTreeMap<String, Side> = BTreeMap::new();
    for mention in found.iter().filter(|m| m.named && m.side != Side::Unknown) {
        known.entry(name_key(&mention.name)).or_insert(mention.side);
    }
    for mention in found.iter_mut().filter(|m| m.named && m.side == Side::Unknown) {
        if let Some(side) = known.get(&name_key(&mention.name)) {
            mention.side = *side;
        }
    }
}

/// Pronouns and descriptions take the name and side of the party that their chain names: "The group … it".
pub(crate) fn along_chains(found: &mut Vec<ActorMention>, analysis: &Analysis) {
    let mut added = Vec::new();
    for chain in &analysis.chains {
        let heads =
            |m: &ActorMention| chain.mentions.iter().any(|c| c.sentence == m.sentence && c.head == m.head);
        let named = found
            .iter()
            .filter(|m| heads(m))
            .max_by_key(|m| (m.named, m.side != Side::Unknown, std::cmp::Reverse((m.sentence, m.head))));
        let Some(antecedent) = named.cloned() else { continue };
        for link in &chain.mentions {
            let here = |m: &&mut ActorMention| m.sentence == link.sentence && m.head == link.head;
            match found.iter_mut().find(here) {
                Some(mention) if !mention.named && antecedent.named && mention.side == Side::Unknown => {
                    mention.name = antecedent.name.clone();
                    mention.side = antecedent.side;
                    mention.id = antecedent.id.clone();
                    mention.by = "mention chain".to_owned();
                }
                Some(_) => {}
                None => {
                    let Some(sentence) = analysis.sentences.get(link.sentence) else { continue };
                    added.push(ActorMention {
                        sentence: link.sentence,
                        tokens: link.tokens,
                        head: link.head,
                        span: sentence.span_of(link.tokens),
                        named: false,
                        by: "mention chain".to_owned(),
                        ..antecedent.clone()
                    });
                }
            }
        }
    }
    found.append(&mut added);
}
