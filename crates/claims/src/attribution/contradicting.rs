//! Denials of what was told before that need no verb of denying: "called the report a fabrication", "“This is a lie,” she
//! said", "had no knowledge of any firing", "a charge Rwanda has rejected".

use super::found::Context;
use super::responsibility::{ResponsibilityClaim, is_told, name_of};
use super::subjects;
use super::tree::{case_of, form, head, is_negated, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Sentence, Span, Upos};

/// The denial whose telling word is `token`.
pub(super) fn contradicts(context: &Context, at: usize, token: usize) -> Option<ResponsibilityClaim> {
    let sentence = context.sentence(at);
    let found = rejected_charge(sentence, token)
        .or_else(|| called_untrue(sentence, token))
        .or_else(|| said_to_be_untrue(context, sentence, token))
        .or_else(|| unknown_to_them(context, sentence, token));
    let (verb, cue) = found.filter(|(verb, _)| !is_negated(sentence, *verb))?;
    let speaker = subjects::speakers(context, at, verb).first().copied()?;
    Some(ResponsibilityClaim {
        claimant: Some(name_of(context, at, speaker)?),
        whose: None,
        denied: true,
        contradicts: true,
        disowned: false,
        cue,
        sentence: at,
        target: None,
    })
}

fn spans(sentence: &Sentence, a: usize, b: usize) -> Span {
    sentence.tokens[a].span.join(sentence.tokens[b].span)
}

/// "Accused the officers of arming the rebels, *a charge Rwanda has rejected*"; with "that" or "which" these say it.
fn rejected_charge(sentence: &Sentence, noun: usize) -> Option<(usize, Span)> {
    let added = relation(sentence, noun, &["appos", "parataxis", "dep", "obl", "conj", "nmod"]);
    let charge = telling::is(Telling::Charge, &lemma(sentence, noun)) && added;
    let denies =
        |&c: &usize| relation(sentence, c, &["acl"]) && telling::is(Telling::Denies, &lemma(sentence, c));
    let verb = sentence.children(noun).find(denies).filter(|_| charge)?;
    let named = sentence.child(verb, &["nsubj"]).is_some_and(|s| sentence.tokens[s].upos != Upos::Pron);
    (named && sentence.child(verb, &["obj"]).is_none()).then(|| (verb, spans(sentence, noun, verb)))
}

/// "Described that as a fabrication", "called the report fiction".
fn called_untrue(sentence: &Sentence, word: usize) -> Option<(usize, Span)> {
    let verb = head(sentence, word).filter(|_| telling::is(Telling::Untrue, &lemma(sentence, word)))?;
    let calls = matches!(lemma(sentence, verb).as_str(), "call" | "describe" | "label" | "brand" | "term");
    let so = relation(sentence, word, &["xcomp"]) || case_of(sentence, word).as_deref() == Some("as");
    // The tree may read "report fiction" as one noun.
    let mut objects = sentence.child(verb, &["obj"]).into_iter().chain(sentence.child(word, &["compound"]));
    let told = objects.any(|o| is_told(&lemma(sentence, o)));
    (told && calls && so).then(|| (verb, spans(sentence, verb, word)))
}

/// "This is a lie, she said", "said that the claim was false"; "the claim that the town fell" tells itself what is false.
fn said_to_be_untrue(context: &Context, sentence: &Sentence, word: usize) -> Option<(usize, Span)> {
    let verb = head(sentence, word).filter(|_| telling::is(Telling::Untrue, &lemma(sentence, word)))?;
    let subject = sentence.child(word, &["nsubj"]).filter(|&s| is_told(&lemma(sentence, s)))?;
    let bare = !sentence.children(subject).any(|c| relation(sentence, c, &["acl", "nmod", "compound"]));
    let says = relation(sentence, word, &["ccomp", "parataxis"])
        && context.lists.verbs.contains_key(&lemma(sentence, verb));
    (bare && says && !is_negated(sentence, word)).then(|| (verb, spans(sentence, subject, word)))
}

/// "Had no knowledge of any firing", "had received no report of the incident": of what the report has told.
fn unknown_to_them(context: &Context, sentence: &Sentence, word: usize) -> Option<(usize, Span)> {
    let verb = head(sentence, word).filter(|_| relation(sentence, word, &["obj"]))?;
    let known = telling::is(Telling::Known, &lemma(sentence, word))
        && matches!(lemma(sentence, verb).as_str(), "have" | "receive");
    let no = sentence.children(word).any(|c| form(sentence, c) == "no");
    let of = |&c: &usize| {
        relation(sentence, c, &["nmod"])
            && matches!(form(sentence, c).as_str(), "firing" | "incident" | "incidents")
    };
    let what = sentence.children(word).find(of).filter(|_| known && no)?;
    let says = |&v: &usize| {
        relation(sentence, verb, &["ccomp"]) && context.lists.verbs.contains_key(&lemma(sentence, v))
    };
    Some((head(sentence, verb).filter(says).unwrap_or(verb), spans(sentence, verb, what)))
}
