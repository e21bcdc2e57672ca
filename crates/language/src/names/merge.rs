//! Owns how the spans of the three name heads become mentions.
//!
//! Order: names of `ner_uner`; then `ner_actor`, whose wider spans may hold them ("Foreign Minister
//! *Ali Hassan*"); then `ner_gum` where nothing else speaks. A span that crosses one already taken,
//! or repeats it but for "the", is left out.

use super::{bio::Tagged, mend, phrase::head_of};
use crate::lexicon::{self, Class};
use ascribe_model::{Label, Mention, Sentence, TokenRange, Upos};

/// Below this a proper name that `ner_uner` does not know is left out.
const LEAST_ALONE: f32 = 0.7;

/// Labels of the heads' own schemes; what is not listed is [`Label::Other`].
const LABELS: &[(&str, Label)] = &[
    ("Actor", Label::Actor),
    ("Facility", Label::Facility),
    ("LOC", Label::Place),
    ("MilitaryPlatform", Label::Weapon),
    ("Money", Label::Quantity),
    ("Nationality", Label::Nationality),
    ("ORG", Label::Organisation),
    ("Organisation", Label::Organisation),
    ("PER", Label::Person),
    ("Person", Label::Person),
    ("Place", Label::Place),
    ("Quantity", Label::Quantity),
    ("Time", Label::Time),
    ("Vehicle", Label::Weapon),
    ("Weapon", Label::Weapon),
    ("organization", Label::Organisation),
    ("person", Label::Person),
    ("place", Label::Place),
    ("time", Label::Time),
];

fn label_of(name: &str) -> Label {
    LABELS.iter().find(|(n, _)| *n == name).map_or(Label::Other, |(_, label)| *label)
}

/// Mentions from the spans of the heads (actor, uner, gum).
pub fn merge(sentence: &Sentence, heads: &[Vec<Tagged>; 3]) -> Vec<Mention> {
    let [actor, uner, gum] = heads;
    let mut found: Vec<Mention> = Vec::new();
    for span in uner {
        take(sentence, span, true, &mut found);
    }
    for span in actor {
        take(sentence, span, false, &mut found);
    }
    for span in gum.iter().filter(|s| s.score >= LEAST_ALONE) {
        if !covered(span, &found) {
            take(sentence, span, false, &mut found);
        }
    }
    found
}

fn covered(span: &Tagged, found: &[Mention]) -> bool {
    found.iter().any(|m| m.tokens.start < span.end && span.start < m.tokens.end)
}

fn take(sentence: &Sentence, span: &Tagged, trusted: bool, found: &mut Vec<Mention>) {
    let mut tokens = TokenRange::new(span.start, span.end.min(sentence.tokens.len()));
    let label = label_of(&span.label);
    // "villages of": what only joins the span to the next words is no part of it.
    while tokens.end > tokens.start && is_joint(sentence, tokens.end - 1) {
        tokens.end -= 1;
    }
    // "al-" of "al-Shabab": a hyphen ends no name.
    if tokens.end > tokens.start + 1
        && sentence.tokens[tokens.end - 1].text == "-"
        && tokens.end < sentence.tokens.len()
    {
        tokens.end += 1;
    }
    if label == Label::Place && mend::opens_with_day(sentence, tokens) {
        tokens.start += 1;
    }
    // "the SDF" and "SDF" are one mention; descriptions keep their article.
    let head = head_of(sentence, tokens);
    let proper = sentence.tokens.get(head).is_some_and(|t| t.upos == Upos::Propn) || trusted;
    while proper && tokens.start + 1 < tokens.end && is_article(sentence, tokens.start) {
        tokens.start += 1;
    }
    while label == Label::Person && head + 1 != tokens.end && mend::ends_in_office(sentence, tokens) {
        tokens.end -= 1;
    }
    while label == Label::Actor && tokens.start < head && mend::opens_with_place(sentence, tokens) {
        tokens.start += 1;
    }
    let doubted = proper && span.score < LEAST_ALONE && !trusted && !covered(span, found);
    let worded = sentence.tokens.get(tokens.range()).unwrap_or(&[]).iter().any(|t| {
        matches!(t.upos, Upos::Noun | Upos::Propn | Upos::Num | Upos::Adj | Upos::X | Upos::Adv | Upos::Sym)
    });
    if tokens.start >= tokens.end || !worded || doubted || !fits(tokens, found) {
        return;
    }
    if mend::is_none(sentence, label, tokens, head) {
        return;
    }
    let label = refine(sentence, label, head, tokens, found);
    found.push(Mention { tokens, head, label, named: proper, score: span.score });
}

fn is_joint(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|t| {
        matches!(t.deprel.as_str(), "case" | "cc" | "det" | "mark") && t.text != "'s" && t.text != "’s"
    })
}

fn is_article(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].upos == Upos::Det
        && matches!(sentence.tokens[token].lemma.as_str(), "the" | "a" | "an")
}

/// True where the span neither crosses nor repeats a mention.
pub fn fits(tokens: TokenRange, found: &[Mention]) -> bool {
    found.iter().all(|m| {
        let apart = tokens.end <= m.tokens.start || m.tokens.end <= tokens.start;
        let outer = tokens.start <= m.tokens.start && m.tokens.end <= tokens.end;
        let inner = m.tokens.start <= tokens.start && tokens.end <= m.tokens.end;
        (apart || outer || inner) && tokens != m.tokens
    })
}

/// The label made finer by the head noun: an actor with a proper name is an organisation, or the
/// person or place that the trusted head says it is; a place that is a building is a facility.
fn refine(sentence: &Sentence, label: Label, head: usize, tokens: TokenRange, found: &[Mention]) -> Label {
    let Some(token) = sentence.tokens.get(head) else { return label };
    let lemma = token.lemma.to_lowercase();
    match label {
        Label::Person | Label::Organisation | Label::Actor if mend::is_people(sentence, head) => Label::Actor,
        Label::Organisation | Label::Actor | Label::Place if mend::is_vessel(sentence, tokens, head) => {
            Label::Weapon
        }
        Label::Organisation | Label::Actor if mend::is_region(sentence, tokens) => Label::Place,
        Label::Actor | Label::Organisation if token.upos == Upos::Propn => {
            let inner = found
                .iter()
                .find(|m| m.head == head && tokens.start <= m.tokens.start && m.tokens.end <= tokens.end);
            inner.map_or(Label::Organisation, |m| m.label)
        }
        Label::Organisation
            if token.upos == Upos::Noun
                && !tokens.range().any(|t| sentence.tokens[t].upos == Upos::Propn) =>
        {
            Label::Actor
        }
        Label::Person
            if token.upos == Upos::Noun
                && lexicon::people(&lemma).is_some()
                && !holds_person(found, tokens) =>
        {
            Label::Actor
        }
        Label::Place if lexicon::is(&lemma, Class::Facility) && !lexicon::is(&lemma, Class::Place) => {
            Label::Facility
        }
        label => label,
    }
}

fn holds_person(found: &[Mention], tokens: TokenRange) -> bool {
    found
        .iter()
        .any(|m| m.label == Label::Person && tokens.start <= m.tokens.start && m.tokens.end <= tokens.end)
}
