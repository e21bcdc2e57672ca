//! "He", "they", "it" that speak: through mention chains, the last speaker, the nearest subject.

use super::fullest::full;
use super::{Memory, Resolved};
use crate::attribution::found::{Context, Found};
use crate::attribution::names;
use crate::attribution::tree::{self, form, lemma, relation};
use ascribe_language::noun_of_people;
use ascribe_model::{Label, Upos};

pub(super) fn pronoun(
    context: &Context,
    memory: &Memory,
    one: &Found,
    at: usize,
    head: usize,
) -> Vec<Resolved> {
    let sentence = context.sentence(at);
    let word = form(sentence, head);
    if let Some(who) = by_chain(context, one, at, head, &word) {
        return vec![who];
    }
    let person = matches!(word.as_str(), "he" | "she" | "him" | "her");
    let many = word == "they";
    let fits = |r: &Resolved| if person { r.person } else { !r.person || many && r.plural };
    // "The United Nations is alarmed. It said …": the body that the sentence before is about, where nobody
    // spoke there.
    let spoke_just_now = memory.last(at, 1, fits).is_some();
    if !person
        && !spoke_just_now
        && let Some(who) = subject_of_previous(context, at)
    {
        return vec![who];
    }
    if let Some(who) = memory.last(at, 4, fits) {
        let one: Vec<Resolved> = who.iter().filter(|r| fits(r)).cloned().collect();
        return if many { who } else { one.into_iter().take(1).collect() };
    }
    if (person || word == "they")
        && let Some(who) = before(context, one, at, head, person)
    {
        return vec![who];
    }
    if person {
        return last_person(context, one, at, head).into_iter().collect();
    }
    Vec::new()
}

/// The named mention of the pronoun's chain; people for "he", others for "it".
pub(super) fn by_chain(
    context: &Context,
    one: &Found,
    at: usize,
    head: usize,
    word: &str,
) -> Option<Resolved> {
    let chain = context.analysis.chain_of(at, head)?;
    let person = matches!(word, "he" | "she" | "him" | "her");
    chain
        .mentions
        .iter()
        // Whoever is spoken of in the words themselves is not who speaks them.
        .filter(|m| (m.sentence, m.head) != (at, head) && !one.tells(m.sentence, m.head))
        .filter_map(|m| {
            let sentence = context.analysis.sentences.get(m.sentence)?;
            let token = sentence.tokens.get(m.head)?;
            (token.upos != Upos::Pron).then_some(())?;
            let named = names::of_phrase(context, m.sentence, m.head)?;
            let document = context.lists.nouns.contains_key(&lemma(sentence, m.head));
            if !person && (document || word == "it" && !named.proper) {
                return None;
            }
            let somebody = person && !named.proper && noun_of_people(&lemma(sentence, m.head));
            (named.person == person || somebody || word == "they")
                .then(|| (named.proper, full(context, m.sentence, m.head, named)))
        })
        .max_by_key(|(proper, r)| (*proper, r.source.name.len()))
        .map(|(_, r)| r)
}

/// The last person named before a pronoun, in this sentence or the three before.
fn last_person(context: &Context, one: &Found, at: usize, head: usize) -> Option<Resolved> {
    let entry = context
        .registry
        .entries
        .iter()
        .rev()
        .filter(|e| e.person && (e.sentence < at || e.sentence == at && e.head < head))
        .find(|e| e.sentence + 3 >= at && !one.tells(e.sentence, e.head))?;
    let named = names::of_phrase(context, entry.sentence, entry.head)?;
    Some(full(context, entry.sentence, entry.head, named))
}

/// The nearest subject before a pronoun that can speak, in this sentence or the one before.
fn before(context: &Context, one: &Found, at: usize, head: usize, person: bool) -> Option<Resolved> {
    for back in 0..3 {
        let at_back = at.checked_sub(back)?;
        let sentence = context.sentence(at_back);
        let limit = if back == 0 { head } else { sentence.tokens.len() };
        for t in (0..limit).rev().filter(|&t| relation(sentence, t, &["nsubj"])) {
            if sentence.tokens[t].upos == Upos::Pron || one.tells(at_back, t) {
                continue;
            }
            let named = names::of_phrase(context, at_back, t)?;
            if named.person == person {
                return Some(full(context, at_back, t, named));
            }
        }
    }
    None
}

/// The named body that is the subject of the sentence before.
fn subject_of_previous(context: &Context, at: usize) -> Option<Resolved> {
    let before = at.checked_sub(1)?;
    let sentence = context.sentence(before);
    let subject = (0..sentence.tokens.len()).find(|&t| {
        relation(sentence, t, &["nsubj"])
            && tree::head(sentence, t).is_some_and(|h| relation(sentence, h, &["root"]))
    })?;
    let mention = sentence.mentions.iter().find(|m| m.head == subject && m.named)?;
    if mention.label != Label::Organisation {
        return None;
    }
    let named = names::of_phrase(context, before, subject)?;
    Some(full(context, before, subject, named))
}
