//! Who was hurt, as far as it shows which occurrence is told: new or known, named, first told of where.

use crate::assembly::{Known, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use ascribe_model::{ActorMention, Claim, Effect, Harm, Role, Sentence, Upos};

/// "They had tried to storm the post, killing two guards": what was tried was done to them.
pub(super) fn killed_some(effects: &[Effect]) -> bool {
    effects.iter().any(|e| matches!(e.harm, Harm::Killed | Harm::Injured) && e.count.min >= Some(1))
}

/// "Five more farmers", "another five farmers were killed in the next village": others than those told of; not "more
/// than twenty".
pub(super) fn more_victims(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let word = |t: usize, word: &str| {
        sentence.tokens.get(t).is_some_and(|token| token.text.eq_ignore_ascii_case(word))
    };
    let counted = |c: usize| sentence.relation_is(c, "nummod");
    let more = |head: usize| {
        sentence.children(head).any(|c| word(c, "more") && !word(c + 1, "than"))
            || sentence.children(head).any(|c| word(c, "another")) && sentence.children(head).any(counted)
    };
    let here = |r: &&RoleFill| r.sentence == occurrence.sentence && r.head < sentence.tokens.len();
    occurrence.roles.iter().filter(|r| VICTIMS.contains(&r.role.as_str())).filter(here).any(|r| more(r.head))
}

/// Roles of those that it was done to.
const VICTIMS: [&str; 4] = ["target", "killed", "injured", "captured"];

/// The named persons among those that it was done to.
pub(super) fn persons(known: &Known, occurrence: &Occurrence, targets: &[String]) -> Vec<String> {
    let hit = |m: &&ActorMention| {
        m.person
            && m.named
            && occurrence
                .roles
                .iter()
                .any(|r| VICTIMS.contains(&r.role.as_str()) && r.sentence == m.sentence && r.head == m.head)
    };
    // "He was attacked": the person whom the pronoun stands for.
    let meant = |m: &&ActorMention| m.person && m.named && targets.contains(&m.name);
    let mut names: Vec<String> =
        known.grounding.actors.iter().filter(|m| hit(m) || meant(m)).map(|m| m.name.clone()).collect();
    names.dedup();
    names
}

/// Names of those that it was done to, pronouns resolved.
pub(super) fn targets(claim: &Claim) -> Vec<String> {
    claim.actors.iter().filter(|a| a.role == Role::Target).map(|a| a.name.clone()).collect()
}

/// "A man", "a woman", one only.
pub(super) fn new_victims(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let victims = || {
        occurrence
            .roles
            .iter()
            .filter(|r| VICTIMS.contains(&r.role.as_str()) && r.head < sentence.tokens.len())
    };
    victims().next().is_some()
        && victims().all(|r| matches!(phrase::determiner(sentence, r.head).as_str(), "a" | "an"))
}

/// "The soldiers", "these men", "they".
pub(super) fn known_victims(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let mut victims = occurrence
        .roles
        .iter()
        .filter(|r| VICTIMS.contains(&r.role.as_str()) && r.head < sentence.tokens.len())
        .peekable();
    victims.peek().is_some()
        && victims.all(|r| {
            let pronoun = sentence.tokens[r.head].upos == Upos::Pron;
            pronoun || matches!(phrase::determiner(sentence, r.head).as_str(), "the" | "these" | "those")
        })
}

/// "Fighters were sent to Keld. Nine of them have been killed": nobody before told of the fighters.
pub(super) fn victims_since(known: &Known, occurrence: &Occurrence) -> Option<usize> {
    let sentence = known.analysis.sentences.get(occurrence.sentence)?;
    let pronoun = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.upos == Upos::Pron);
    let of = |r: &RoleFill| {
        let below = || sentence.child(r.head, &["nmod"]).filter(|t| pronoun(*t));
        if pronoun(r.head) { Some(r.head) } else { below() }
    };
    let mut victims = occurrence.roles.iter().filter(|r| VICTIMS.contains(&r.role.as_str()));
    let who = victims.find_map(of)?;
    let chain = known.analysis.chain_of(occurrence.sentence, who)?;
    chain.mentions.iter().map(|m| m.sentence).min()
}
