//! Passives ("X is said to have …", "clashes were reported", "X is accused of …") and citations ("citing X").

use super::found::{Context, Found, Speaker};
use super::lists::{CueClass, CueVerb, Frames};
use super::subjects::is_finite;
use super::told::oblique;
use super::tree::{bounds, case_of, form, head, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Sentence, Upos};

pub(crate) fn is_passive(sentence: &Sentence, verb: usize) -> bool {
    let shouted = |c: usize| sentence.tokens[c].text.chars().all(|l| l.is_ascii_uppercase());
    let passive = |c: usize| sentence.tokens[c].deprel.ends_with(":pass") && !shouted(c);
    sentence.children(verb).any(passive)
        // "people believed to have been killed": a participle with its infinitive.
        || (relation(sentence, verb, &["acl", "amod"])
            && sentence.tokens[verb].text.ends_with("ed")
            && (!is_finite(sentence, verb) || is_held_true(sentence, verb))
            && sentence.child(verb, &["nsubj"]).is_none()
            && sentence.children(verb).any(|c| {
                relation(sentence, c, &["xcomp"]) || matches!(case_of(sentence, c).as_deref(), Some("by" | "of"))
            }))
}

/// "A man believed to be …": nobody who believes stands there, whatever the tagger makes of the form.
fn is_held_true(sentence: &Sentence, verb: usize) -> bool {
    relation(sentence, verb, &["acl"]) && telling::is(Telling::Supposes, &lemma(sentence, verb))
}

/// "X is said to have …", "it was reported that …", "clashes were reported", "X is accused of …".
pub(crate) fn passive(
    context: &Context,
    at: usize,
    verb: usize,
    cue: &CueVerb,
    mut one: Found,
) -> Option<Found> {
    let sentence = context.sentence(at);
    let agent = sentence
        .children(verb)
        .find(|&c| relation(sentence, c, &["obl"]) && case_of(sentence, c).as_deref() == Some("by"));
    match agent {
        Some(agent) => {
            one.speakers
                .extend(super::subjects::with_conjuncts(sentence, agent).iter().map(|&t| Speaker::At(at, t)));
        }
        None => one.speakers.push(Speaker::Unspecified),
    }
    let frames = cue.frames;
    let clause = frames.has(Frames::CLAUSE) || frames.has(Frames::TO);
    // "are expected to", "were feared dead" set a status; nobody is said to tell it.
    let forecast = telling::is(Telling::Forecasts, &lemma(sentence, verb));
    let complement = sentence
        .child(verb, &["xcomp", "ccomp", "csubj"])
        .filter(|_| clause && !(forecast && agent.is_none()));
    let oblique = oblique(sentence, verb, frames).filter(|_| cue.class == CueClass::Accuse);
    let bare =
        frames.has(Frames::NP) && (agent.is_some() || telling::is(Telling::Reported, &lemma(sentence, verb)));
    // "…, it was reported by the mayor": the passive hangs on what is told.
    let around = relation(sentence, verb, &["parataxis"])
        && sentence.children(verb).any(|c| form(sentence, c) == "it")
        && complement.is_none();
    if around && frames.has(Frames::CLAUSE) {
        let mut told = mask(sentence, head(sentence, verb)?, &[verb]);
        told[verb] = false;
        one.content.push((at, told));
        return Some(one);
    }
    if complement.is_none() && oblique.is_none() && !bare {
        return None;
    }
    let described = relation(sentence, verb, &["acl", "amod"]);
    // "a sailor believed to have caused the blast": that there was a blast is no belief.
    let part =
        |c: usize| lemma(sentence, c) == "behind" || telling::is(Telling::TookPart, &lemma(sentence, c));
    if described && oblique.is_none() && complement.is_some_and(part) {
        return None;
    }
    let mut told = match (&oblique, described) {
        (Some((_, _, told)), _) => told.clone(),
        // "people believed to have been killed": the infinitive only.
        (None, true) => mask(sentence, complement?, &[]),
        (None, false) => mask(sentence, verb, &[]),
    };
    told[verb] = false;
    if let Some(agent) = agent {
        told.iter_mut().zip(mask(sentence, agent, &[])).for_each(|(t, m)| *t &= !m);
    }
    // What is coordinated with a subject of its own was not told by this verb.
    for c in sentence.children(verb).filter(|&c| relation(sentence, c, &["conj", "parataxis", "advcl"])) {
        if sentence.child(c, &["nsubj"]).is_some() {
            told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t &= !m);
        }
    }
    bounds(&told)?;
    one.content.push((at, told));
    Some(one)
}

/// "citing military sources", "quoting the governor": adds a link to the words of the verb above.
pub(crate) fn cited(context: &Context, at: usize, verb: usize, mut one: Found) -> Option<Found> {
    let sentence = context.sentence(at);
    let object = sentence.child(verb, &["obj"])?;
    let token = &sentence.tokens[object];
    let speaks = context.lists.speakers.contains_key(&lemma(sentence, object))
        || context.lists.nouns.contains_key(&lemma(sentence, object))
        || token.upos == Upos::Propn;
    if !speaks {
        return None;
    }
    one.speakers
        .extend(super::subjects::with_conjuncts(sentence, object).iter().map(|&t| Speaker::At(at, t)));
    // "quoted X as saying that …": the words hang on "saying", whose own speaker is X.
    // "The mayor said nine were killed but the paper quoted a nurse as saying that twelve died": a clause of its own.
    let apart = relation(sentence, verb, &["conj"]) && sentence.child(verb, &["nsubj"]).is_some();
    let up = head(sentence, verb)
        .filter(|_| !apart && relation(sentence, verb, &["advcl", "acl", "parataxis", "dep", "conj"]));
    // "According to the paper, quoting officers, nine died": what the paper is given for.
    let given = |up: usize| sentence.children(up).any(|c| lemma(sentence, c) == "accord");
    // "The paper, citing officers, reported that nine died".
    let tells = |up: usize| relation(sentence, verb, &["acl"]) && relation(sentence, up, &["nsubj"]);
    let up = up.map(|up| head(sentence, up).filter(|_| given(up) || tells(up)).unwrap_or(up));
    let mut told = match up {
        Some(up) => mask(sentence, up, &[verb]),
        None => mask(sentence, verb, &[object]),
    };
    told[verb] = false;
    // "were citing intelligence that led them to conclude …": the clause at what is cited.
    for c in sentence.children(object).filter(|&c| sentence.relation_is(c, "acl:relcl")) {
        told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t |= m);
    }
    if let Some(subject) = sentence.child(verb, &["nsubj"]) {
        told.iter_mut().zip(mask(sentence, subject, &[])).for_each(|(t, m)| *t &= !m);
        one.channels = one.speakers.clone();
        one.speakers = vec![Speaker::At(at, subject)];
    }
    bounds(&told)?;
    one.content.push((at, told));
    Some(one)
}
