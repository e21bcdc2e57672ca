//! Nouns that hold a statement: "reports that …", "the rebels' claim that …", "allegations of …".

use super::found::{Context, Found, Speaker, confidence};
use super::lists::{CueClass, CueNoun, NounKind};
use super::subjects::subject;
use super::tree::{bounds, case_of, head, is_negated, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Label, Sentence, Upos};

/// Reads the nouns of one sentence.
pub(crate) fn read(context: &Context, at: usize, found: &mut Vec<Found>) {
    let sentence = context.sentence(at);
    for noun in 0..sentence.tokens.len() {
        if !matches!(sentence.tokens[noun].upos, Upos::Noun | Upos::Propn) {
            continue;
        }
        let Some(cue) = context.lists.nouns.get(&lemma(sentence, noun)) else { continue };
        if cue.kind != NounKind::Document {
            found.extend(one(context, at, noun, cue));
        }
    }
}

fn one(context: &Context, at: usize, noun: usize, cue: &CueNoun) -> Option<Found> {
    let sentence = context.sentence(at);
    let content = told(sentence, noun)?;
    // "there are no reports of resistance": nobody tells it.
    if sentence.children(noun).any(|c| c < noun && super::tree::form(sentence, c) == "no") {
        return None;
    }
    let class = match cue.kind {
        NounKind::Denial => CueClass::Deny,
        NounKind::Charge => CueClass::Accuse,
        NounKind::Report => CueClass::Say,
        _ => CueClass::Claim,
    };
    let speakers = speakers(context, at, noun, cue);
    bounds(&content)?;
    Some(Found {
        sentence: at,
        cue_token: noun,
        cue: sentence.tokens[noun].span,
        speakers,
        channels: Vec::new(),
        content: vec![(at, content)],
        class,
        rule: format!("noun {}", cue.at),
        confidence: confidence(sentence, noun, 0.8),
    })
}

/// The clause or "of" phrase of the noun.
fn told(sentence: &Sentence, noun: usize) -> Option<Vec<bool>> {
    let mut told = vec![false; sentence.tokens.len()];
    for c in sentence.children(noun).filter(|&c| c > noun) {
        let clause = relation(sentence, c, &["acl", "ccomp"])
            && sentence.children(c).any(|m| {
                relation(sentence, m, &["mark"])
                    && matches!(super::tree::form(sentence, m).as_str(), "that" | "of" | "whether")
            });
        // A relative clause ("reports that surfaced") has the noun itself as its subject.
        let relative = clause
            && sentence
                .children(c)
                .any(|m| relation(sentence, m, &["nsubj"]) && super::tree::form(sentence, m) == "that");
        let of = relation(sentence, c, &["nmod"])
            && matches!(case_of(sentence, c).as_deref(), Some("of" | "about"))
            && sentence.tokens[c].upos != Upos::Propn;
        if (clause && !relative) || of {
            told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t |= m);
        }
    }
    // "reports that …" after a copula or an intransitive verb: "word came that the town had fallen".
    if let Some(up) = head(sentence, noun).filter(|_| relation(sentence, noun, &["nsubj"])) {
        for c in sentence.children(up).filter(|&c| c > up && relation(sentence, c, &["ccomp"])) {
            let verb = lemma(sentence, up);
            if verb == "be" || telling::is(Telling::GetsAbout, &verb) {
                told.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t |= m);
            }
        }
    }
    bounds(&told).map(|_| told)
}

/// True for a word of time ("today's", "Monday's").
fn is_time(sentence: &Sentence, token: usize) -> bool {
    const WORDS: [&str; 7] = ["today", "yesterday", "tomorrow", "week", "month", "year", "day"];
    let named = sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.contains(token));
    named || WORDS.contains(&lemma(sentence, token).as_str())
}

fn speakers(context: &Context, at: usize, noun: usize, cue: &CueNoun) -> Vec<Speaker> {
    let sentence = context.sentence(at);
    let owner = sentence.children(noun).find(|&c| {
        // "today's news that …": a day tells nothing.
        relation(sentence, c, &["nmod:poss"]) && !is_time(sentence, c)
            || (relation(sentence, c, &["nmod"])
                && matches!(case_of(sentence, c).as_deref(), Some("by" | "from")))
    });
    if let Some(owner) = owner {
        return vec![Speaker::At(at, owner)];
    }
    // "media reports that …", "intelligence reports of …" name who tells.
    let described = sentence.children(noun).any(|c| {
        relation(sentence, c, &["compound"])
            || (relation(sentence, c, &["amod"]) && context.lists.speakers.contains_key(&lemma(sentence, c)))
    });
    if described {
        return vec![Speaker::At(at, noun)];
    }
    // "The army issued a denial that …": who issues it speaks.
    if cue.kind != NounKind::Report
        && let Some(verb) = head(sentence, noun).filter(|_| relation(sentence, noun, &["obj"]))
    {
        let made = telling::is(Telling::Utters, &lemma(sentence, verb));
        if made
            && !is_negated(sentence, verb)
            && let Some(who) = subject(sentence, verb, 4)
        {
            return vec![Speaker::At(at, who)];
        }
    }
    vec![Speaker::Unspecified]
}
