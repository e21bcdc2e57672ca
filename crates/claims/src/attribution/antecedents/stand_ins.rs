//! "The statement", "a monitor", "the ministry", "the group": who is meant by a word that stands for a speaker.

use super::fullest::without_machines;
use super::pronouns::by_chain;
use super::{Memory, Resolved};
use crate::attribution::found::{Context, Found};
use crate::attribution::lists::NounKind;
use crate::attribution::registry;
use crate::attribution::tree::{case_of, form, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use crate::vocabulary::{self, Class};
use ascribe_model::{Sentence, Side, Source, Upos};

/// "The statement", "a monitor", "the ministry": who is meant, where the report tells it.
pub(super) fn stands_for(
    context: &Context,
    memory: &Memory,
    one: &Found,
    at: usize,
    head: usize,
) -> Option<Vec<Resolved>> {
    let sentence = context.sentence(at);
    let name = lemma(sentence, head);
    let definite = sentence.children(head).any(|c| {
        relation(sentence, c, &["det"]) && matches!(form(sentence, c).as_str(), "the" | "this" | "that")
    });
    // "The same sources reported": whoever spoke last.
    let again = sentence.children(head).any(|c| form(sentence, c) == "same");
    if again && let Some(who) = memory.last(at, 6, |_| true) {
        return Some(who);
    }
    let modified = is_modified(sentence, head);
    // "to leave the valley the statement said": without its comma the tree hangs the valley on it.
    let beside =
        head.checked_sub(1).is_some_and(|d| matches!(form(sentence, d).as_str(), "the" | "this" | "that"));
    if holds_words(context, &name) && (beside || definite && !modified) {
        return memory.last(at, 6, |_| true);
    }
    if definite
        && !modified
        && let Some(who) = told_before(context, memory, one, at, head)
    {
        return Some(who);
    }
    if definite
        && context.lists.offices.contains_key(&name)
        && let Some(who) = of_that_office(context, memory, at, head)
    {
        return Some(who);
    }
    generic(context, at, head, &name).map(|r| vec![r])
}

/// True where more words say which one is meant.
fn is_modified(sentence: &Sentence, head: usize) -> bool {
    sentence.children(head).any(|c| {
        let case = case_of(sentence, c);
        // "The Britain-based organisation": where it sits.
        let sits = form(sentence, c) == "based";
        // "The ministry in Keld": which of two ministries.
        let where_it_is = relation(sentence, c, &["nmod"])
            && sentence.tokens[c].upos == Upos::Propn
            && case.as_deref() == Some("in");
        where_it_is
            || (relation(sentence, c, &["amod", "compound"]) && c < head && !sits)
            || (relation(sentence, c, &["nmod"]) && !matches!(case.as_deref(), Some("on" | "in" | "with")))
    })
}

/// Nouns for words that somebody has said.
fn holds_words(context: &Context, name: &str) -> bool {
    context.lists.nouns.get(name).is_some_and(|n| match n.kind {
        NounKind::Document => is_message(name),
        NounKind::Claim | NounKind::Denial => true,
        _ => name == "report",
    })
}

/// "The group", "the radio" with no more words: who was named or spoke before.
fn told_before(
    context: &Context,
    memory: &Memory,
    one: &Found,
    at: usize,
    head: usize,
) -> Option<Vec<Resolved>> {
    let name = lemma(context.sentence(at), head);
    if let Some(who) = same_word(memory, at, &name, context.lists.offices.contains_key(&name)) {
        return Some(who);
    }
    // "The army struck the Front. … The group said": an army is no group.
    let suits = |r: &Resolved| name != "group" || !matches!(r.source.side, Side::State | Side::ForeignState);
    if let Some(who) = by_chain(context, one, at, head, "they")
        .filter(|r| r.source.name.contains(char::is_uppercase) && suits(r))
    {
        return Some(vec![who]);
    }
    // "The Northern Monitor said … The group said": the body that spoke last.
    let body = |r: &Resolved| !r.person && r.source.name.contains(char::is_uppercase) && suits(r);
    if let Some(who) = memory.last(at, 3, body).filter(|_| is_any_body(&name)) {
        return Some(who.into_iter().filter(body).take(1).collect());
    }
    armed_group(context, at, head).map(|who| vec![who])
}

/// "The press secretary said" after "Volta Press Secretary Ana Ruiz said".
fn of_that_office(context: &Context, memory: &Memory, at: usize, head: usize) -> Option<Vec<Resolved>> {
    let sentence = context.sentence(at);
    let before =
        sentence.children(head).filter(|&c| c < head && relation(sentence, c, &["compound", "amod"]));
    let office: Vec<String> = before.chain([head]).map(|t| form(sentence, t)).collect();
    let holds = |r: &Resolved| {
        let words = registry::words(&r.source.name);
        r.person && office.len() > 1 && office.iter().all(|w| words.contains(w))
    };
    memory.last(at, 40, holds).map(|who| who.into_iter().filter(holds).collect())
}

/// "The army struck the Front. … The group said": the armed group that grounding takes the words for.
fn armed_group(context: &Context, at: usize, head: usize) -> Option<Resolved> {
    let irregular = |s: Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
    let mut actors = context.grounding.actors.iter();
    let actor = actors.find(|a| a.sentence == at && a.head == head && irregular(a.side) && a.id.is_some())?;
    let span = Some(context.sentence(at).tokens[head].span);
    let source = Source { name: actor.name.clone(), side: actor.side, span };
    Some(Resolved { source, person: false, plural: false })
}

/// Words for whatever body spoke last.
fn is_any_body(name: &str) -> bool {
    telling::is(Telling::AnyBody, name)
}

/// Words that somebody sends out; an autopsy or a video speaks for itself.
fn is_message(noun: &str) -> bool {
    vocabulary::is(Class::Message, noun)
}

/// "The radio said" after "Northern state radio said".
fn same_word(memory: &Memory, at: usize, name: &str, office: bool) -> Option<Vec<Resolved>> {
    let ends = |r: &Resolved| {
        // "A military source said. … The source added": no name, but a description.
        let described = r.source.name.starts_with(char::is_lowercase);
        if r.person && !office && !described {
            return false;
        }
        let words = registry::words(&r.source.name);
        words.len() > 1 && words.iter().any(|w| w == name)
    };
    memory.last(at, 40, ends).map(|who| who.into_iter().filter(|r| ends(r)).collect())
}

/// "a monitor", "a monitoring group", "the ministry": a body named nearby whose name holds such a word.
fn generic(context: &Context, at: usize, head: usize, name: &str) -> Option<Resolved> {
    let sentence = context.sentence(at);
    let watches = sentence.children(head).any(|c| telling::is(Telling::Watches, &form(sentence, c)));
    // "Rights groups say": several, and none of them is the one named elsewhere.
    if (watches || is_any_body(name)) && sentence.tokens[head].feats.contains("Number=Plur") {
        return None;
    }
    let key = if watches { "monitor" } else { name };
    let wanted = context.lists.generics.get(key)?;
    let based = (head.saturating_sub(5)..head).any(|t| form(sentence, t) == "based");
    let own = sentence.children(head).any(|c| {
        relation(sentence, c, &["compound", "amod", "nmod"]) && sentence.tokens[c].upos == Upos::Propn
    });
    if own && !based {
        return None;
    }
    // "The municipal council" is not the Security Council.
    let kind: Vec<String> = sentence
        .children(head)
        .filter(|&c| c < head && relation(sentence, c, &["amod", "compound"]))
        .map(|c| form(sentence, c))
        .filter(|w| !based && !watches && w.chars().all(char::is_lowercase))
        .collect();
    // "The army said": none that the report names only later.
    let back = matches!(name, "army" | "police" | "military" | "government" | "ministry");
    let near = |e: &&registry::Entry| {
        let apart = if e.sentence >= at { e.sentence - at } else { (at - e.sentence) * 2 };
        (!e.person
            && context.reaches(e.sentence, at)
            && apart <= 12
            && e.words.iter().any(|w| wanted.contains(w))
            && kind.iter().all(|w| e.words.contains(w))
            && !(back && e.sentence > at)
            && e.words.len() > 1)
            .then_some(apart)
    };
    let best = context.registry.entries.iter().filter(|e| near(e).is_some()).min_by_key(near)?;
    let fullest = context.registry.fullest(&best.text, Some(false)).unwrap_or(best);
    let span = Some(sentence.tokens[head].span);
    let source = Source { name: without_machines(fullest.text.clone()), side: Side::Unknown, span };
    Some(Resolved { source, person: false, plural: false })
}
