//! Whose a thing is and whose people are: owners in the tree, and the side that follows from them.

use super::filling::mention_of;
use crate::assembly::{Known, phrase};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Role, Side, Upos};

/// A thing's owners: "checkpoints of the army", "an army convoy", "the rebels' positions".
pub(super) fn owners<'a>(known: &'a Known, at: usize, head: usize) -> Vec<&'a ActorMention> {
    let Some(sentence) = known.analysis.sentences.get(at).filter(|s| head < s.tokens.len()) else {
        return vec![];
    };
    let range = phrase::core(sentence, head);
    known
        .grounding
        .actors
        .iter()
        .filter(|m| m.sentence == at && range.contains(m.head))
        .filter(|m| owns(sentence, m.head, head))
        .collect()
}

/// True where the way up from `owner` to `thing` goes only through possessives, compounds and "of".
fn owns(sentence: &ascribe_model::Sentence, owner: usize, thing: usize) -> bool {
    let mut at = owner;
    for _ in 0..4 {
        let Some(head) = sentence.tokens[at].head else { return false };
        let of = sentence.child(at, &["case"]).is_none_or(|c| {
            matches!(
                sentence.tokens[c].lemma.to_lowercase().as_str(),
                "of" | "'s" | "’s" | "by" | "from" | "'"
            )
        });
        let link = ["nmod", "compound", "amod", "conj", "flat", "nmod:poss"]
            .iter()
            .any(|r| sentence.relation_is(at, r));
        if !(link && (of || sentence.relation_is(at, "conj"))) {
            return false;
        }
        if head == thing {
            return true;
        }
        at = head;
    }
    false
}

/// The side of whoever a noun phrase stands for; `civilian` for people of no shown side.
pub fn side_of_people(known: &Known, sentence: usize, head: usize) -> Side {
    match mention_of(known, sentence, head) {
        Some(m) if m.side != Side::Unknown => m.side,
        Some(m) if m.person => {
            // "Sergeant Ames ... Ames was wounded": the same person elsewhere.
            let named = |o: &&ActorMention| o.person && o.name == m.name && o.side != Side::Unknown;
            known.grounding.actors.iter().find(named).map_or(Side::Unknown, |o| o.side)
        }
        _ => {
            let side = owners(known, sentence, head).first().map(|m| m.side);
            let noun = known.analysis.sentences.get(sentence).and_then(|s| s.tokens.get(head));
            let pronoun = noun.is_some_and(|t| t.upos == Upos::Pron);
            side.unwrap_or(if pronoun { Side::Unknown } else { Side::Civilian })
        }
    }
}

/// The side of the owner of a thing that was lost or taken.
pub fn side_of_owner(known: &Known, sentence: usize, head: usize, actors: &[Actor]) -> Side {
    let owner = owners(known, sentence, head).first().map(|m| m.side);
    // "Shot down a gunship, killing its crew": whoever flies it, it is no civilian's.
    let token = known.analysis.sentences.get(sentence).and_then(|s| s.tokens.get(head));
    let arms = token.is_some_and(|t| vocabulary::is(Class::ArmyThing, &t.text.to_lowercase()));
    let shows = |a: &&Actor| a.role == Role::Target && a.side != Side::Unknown;
    let fits = |a: &&Actor| !arms || a.side != Side::Civilian;
    let target = actors.iter().filter(shows).find(fits).map(|a| a.side);
    owner.or_else(|| side_of_modifier(known, sentence, head)).or(target).unwrap_or(Side::Unknown)
}

/// "four rebel trucks", "an army post": a word for a side before the thing.
fn side_of_modifier(known: &Known, at: usize, head: usize) -> Option<Side> {
    let sentence = known.analysis.sentences.get(at)?;
    let before = phrase::core(sentence, head).range().filter(|&c| c < head);
    let mut modifiers = before.filter(|&c| ["compound", "amod"].iter().any(|r| sentence.relation_is(c, r)));
    modifiers.find_map(|c| match sentence.tokens[c].lemma.to_lowercase().as_str() {
        "rebel" | "guerrilla" => Some(Side::Rebel),
        "jihadist" => Some(Side::Jihadist),
        word if vocabulary::is(Class::StateBody, word) => Some(Side::State),
        "militia" => Some(Side::Militia),
        _ => None,
    })
}
