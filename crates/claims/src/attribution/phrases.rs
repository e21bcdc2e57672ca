//! Phrases without a verb of saying: "according to X", "per X", "reportedly", "SANA: …".

use super::found::{Context, Found, Speaker, confidence};
use super::lists::{CueClass, CuePhrase, PhraseKind};
use super::subjects::with_conjuncts;
use super::tree::{above, bounds, form, head, is_clause, lemma, mask, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Label, Sentence, Side, Span, Upos};

/// Reads the phrases of one sentence.
pub(crate) fn read(context: &Context, at: usize, found: &mut Vec<Found>) {
    let sentence = context.sentence(at);
    let words: Vec<String> = sentence.tokens.iter().map(|t| t.text.to_lowercase()).collect();
    let mut from = 0;
    while from < words.len() {
        let hit = context.lists.phrases.iter().find(|p| words[from..].starts_with(&p.words));
        if let Some(phrase) = hit {
            found.extend(one(context, at, from, phrase));
            from += phrase.words.len();
        } else {
            from += 1;
        }
    }
    found.extend(colon(context, at));
}

fn one(context: &Context, at: usize, from: usize, phrase: &CuePhrase) -> Option<Found> {
    let sentence = context.sentence(at);
    let last = from + phrase.words.len() - 1;
    let cue = sentence.tokens[from].span.join(sentence.tokens[last].span);
    let (kind, speakers, content, share) = match phrase.kind {
        PhraseKind::Preposition => {
            let source = source_after(context, sentence, last + 1, phrase)?;
            let speakers = speakers_of(context, at, source);
            ("phrase", speakers, scope(sentence, from, last, source), 0.9)
        }
        PhraseKind::Adverb => ("adverb", vec![Speaker::Unspecified], adverb_scope(sentence, from)?, 0.8),
        PhraseKind::Adjective => {
            ("adjective", vec![Speaker::Unspecified], adjective_scope(sentence, from)?, 0.7)
        }
    };
    bounds(&content)?;
    Some(Found {
        sentence: at,
        cue_token: from,
        cue,
        speakers,
        channels: Vec::new(),
        content: vec![(at, content)],
        class: CueClass::Say,
        rule: format!("{kind} {}", phrase.at),
        confidence: confidence(sentence, from, share),
    })
}

/// Head of the noun phrase that starts at a token.
pub(crate) fn phrase_from(sentence: &Sentence, start: usize) -> Option<usize> {
    const LEFT: [&str; 10] =
        ["det", "amod", "compound", "nummod", "nmod", "flat", "case", "advmod", "punct", "nmod:poss"];
    let mut at = start;
    sentence.tokens.get(start)?;
    while relation(sentence, at, &LEFT) {
        match head(sentence, at) {
            Some(up) if up > at && sentence.tokens[up].upos != Upos::Verb => at = up,
            _ => break,
        }
    }
    sentence.tokens[at].upos.is_nominal().then_some(at).or_else(|| {
        // A tree gone wrong: the last noun of the run.
        (start..sentence.tokens.len())
            .take_while(|&t| {
                matches!(
                    sentence.tokens[t].upos,
                    Upos::Det | Upos::Adj | Upos::Noun | Upos::Propn | Upos::Num
                )
            })
            .filter(|&t| matches!(sentence.tokens[t].upos, Upos::Noun | Upos::Propn))
            .last()
    })
}

/// The noun phrase after the phrase, where it can be a source: not "according to plan".
fn source_after(context: &Context, sentence: &Sentence, start: usize, phrase: &CuePhrase) -> Option<usize> {
    let source = phrase_from(sentence, start)?;
    let name = lemma(sentence, source);
    if telling::is(Telling::TellsNothing, &name) {
        return None;
    }
    let known = context.lists.speakers.contains_key(&name)
        || context.lists.nouns.contains_key(&name)
        || sentence.mentions.iter().any(|m| {
            m.tokens.contains(source) && matches!(m.label, Label::Person | Label::Organisation | Label::Actor)
        });
    // "per day", "per litre": only a speaker may follow these short words.
    (known || phrase.words.join(" ") == "according to").then_some(source)
}

fn speakers_of(context: &Context, at: usize, source: usize) -> Vec<Speaker> {
    let sentence = context.sentence(at);
    if super::names::is_nobody(context, at, source) {
        return vec![Speaker::Unspecified];
    }
    with_conjuncts(sentence, source).into_iter().map(|t| Speaker::At(at, t)).collect()
}

/// The clause that the phrase is about: the whole sentence where it opens it or stands after a comma, else
/// the clause that it hangs on.
fn scope(sentence: &Sentence, from: usize, last: usize, source: usize) -> Vec<bool> {
    let length = sentence.tokens.len();
    let own = mask(sentence, source, &[]);
    let is_own = |t: usize| own.get(t).copied().unwrap_or(false) || (from..=last).contains(&t);
    let governor = above(sentence, source).into_iter().find(|&t| !is_own(t) && is_clause(sentence, t));
    let apart = from == 0 || sentence.tokens[from - 1].upos == Upos::Punct;
    let clause = governor.map(|g| climb(sentence, g, apart));
    let mut content = match clause {
        Some(top) => mask(sentence, top, &[]),
        None => vec![true; length],
    };
    for (t, inside) in content.iter_mut().enumerate() {
        let in_phrase = t >= from && t <= source && is_own(t) || (from..=last).contains(&t);
        *inside &= !(in_phrase || is_own(t) && t > last && !holds_clause(sentence, t, source));
    }
    content
}

/// A clause swallowed by the source's phrase through a wrong arc stays told ("according to police a bomb exploded").
fn holds_clause(sentence: &Sentence, token: usize, source: usize) -> bool {
    let mut chain = vec![token];
    chain.extend(above(sentence, token).into_iter().take_while(|&t| t != source));
    chain.iter().any(|&t| {
        relation(sentence, t, &["acl", "parataxis", "ccomp", "dep"])
            && sentence.tokens[t].upos == Upos::Verb
            && sentence
                .children(t)
                .any(|c| relation(sentence, c, &["nsubj"]) && sentence.tokens[c].upos != Upos::Pron)
    })
}

fn climb(sentence: &Sentence, governor: usize, apart: bool) -> usize {
    let mut at = governor;
    // `above` ends on any cycle of a tree gone wrong.
    for up in above(sentence, governor) {
        let own_clause = relation(sentence, at, &["conj"]) && sentence.child(at, &["nsubj"]).is_some();
        let goes_on = if apart {
            true
        } else {
            relation(sentence, at, &["xcomp", "nmod", "obj", "obl", "advcl", "nsubj", "conj"]) && !own_clause
        };
        if !goes_on || relation(sentence, at, &["root"]) {
            break;
        }
        at = up;
    }
    at
}

fn adverb_scope(sentence: &Sentence, adverb: usize) -> Option<Vec<bool>> {
    let mut top = head(sentence, adverb)?;
    if !is_clause(sentence, top) && relation(sentence, top, &["nmod"]) {
        // "the stabbing of a man allegedly by two tourists": the noun that all this describes.
        for up in above(sentence, top) {
            if !relation(sentence, top, &["nmod"]) || is_clause(sentence, up) {
                break;
            }
            top = up;
        }
    } else if !is_clause(sentence, top) {
        // "reportedly several people": the adverb belongs to the clause around the phrase.
        top = above(sentence, top).into_iter().find(|&t| is_clause(sentence, t)).unwrap_or(top);
    }
    let mut content = mask(sentence, top, &[]);
    content[adverb] = false;
    for c in sentence.children(top).filter(|&c| relation(sentence, c, &["conj", "parataxis", "advcl"])) {
        // "Were reportedly killed when their lorry hit a mine": the one is as much hearsay as the other.
        let how = sentence.relation_is(c, "advcl")
            && sentence
                .child(c, &["mark", "advmod"])
                .is_some_and(|m| matches!(form(sentence, m).as_str(), "when" | "as"));
        if sentence.child(c, &["nsubj"]).is_some() && !(how && c > adverb) {
            content.iter_mut().zip(mask(sentence, c, &[])).for_each(|(t, m)| *t &= !m);
        }
    }
    Some(content)
}

fn adjective_scope(sentence: &Sentence, adjective: usize) -> Option<Vec<bool>> {
    let noun = head(sentence, adjective).filter(|_| relation(sentence, adjective, &["amod"]))?;
    let mut content = vec![false; sentence.tokens.len()];
    content[noun] = true;
    for c in sentence.children(noun).filter(|&c| relation(sentence, c, &["compound"])) {
        content[c] = true;
    }
    Some(content)
}

/// "SANA: Two soldiers were killed …", "Day 45 — Defence Ministry: …": a speaker before a colon.
fn colon(context: &Context, at: usize) -> Option<Found> {
    let sentence = context.sentence(at);
    let colon = sentence.tokens.iter().take(12).position(|t| t.text == ":")?;
    let start = sentence.tokens[..colon]
        .iter()
        .enumerate()
        .rposition(|(n, t)| {
            // "Al-Zaman: …": the hyphen of a name parts nothing.
            let joined = n > 0 && sentence.tokens[n - 1].span.end == t.span.start;
            matches!(t.text.as_str(), "–" | "—" | "|" | ")" | "•" | "*") || t.text == "-" && !joined
        })
        .map_or(0, |p| p + 1);
    if colon <= start || colon - start > 7 {
        return None;
    }
    let nominal = sentence.tokens[start..colon].iter().all(|t| {
        matches!(
            t.upos,
            Upos::Noun
                | Upos::Propn
                | Upos::Adj
                | Upos::Adp
                | Upos::Det
                | Upos::Part
                | Upos::Punct
                | Upos::Cconj
        )
    });
    let rest = sentence.tokens.get(colon + 1..)?;
    let tells = rest.iter().any(|t| t.upos == Upos::Verb) && rest.len() > 3;
    if !nominal || !tells {
        return None;
    }
    let source =
        (start..colon).rev().find(|&t| matches!(sentence.tokens[t].upos, Upos::Noun | Upos::Propn))?;
    let source = super::subjects::phrase_head(sentence, source, colon);
    let speaks = context.lists.speakers.contains_key(&lemma(sentence, source))
        || sentence.mentions.iter().any(|m| {
            m.tokens.contains(source) && m.named && matches!(m.label, Label::Person | Label::Organisation)
        })
        // "Al-Hayat: Gunmen killed …": an outlet that the dictionary or the wording knows.
        || context.grounding.actors.iter().any(|a| {
            a.sentence == at && a.side == Side::Media && a.named && a.tokens.contains(source)
        });
    if !speaks || !(start..colon).contains(&source) {
        return None;
    }
    let mut content = vec![false; sentence.tokens.len()];
    content[colon + 1..].fill(true);
    Some(Found {
        sentence: at,
        cue_token: colon,
        cue: Span::new(sentence.tokens[start].span.start, sentence.tokens[colon].span.end),
        speakers: vec![Speaker::At(at, source)],
        channels: Vec::new(),
        content: vec![(at, content)],
        class: CueClass::Say,
        rule: "colon".to_owned(),
        confidence: 0.7,
    })
}
