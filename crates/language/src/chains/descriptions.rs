//! Owns definite descriptions: "the general", "the terrorist group", "both villages", "the attack",
//! "these claims" look for what they take up.

use super::{
    Text,
    node::{Form, Node},
};
use crate::lexicon::{self, Class};
use ascribe_model::{Label, Upos};

/// How many sentences back a description looks.
const REACH: usize = 4;
const EVENT_REACH: usize = 2;

/// The closest earlier mention that the description can take up.
pub fn antecedent(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    if !is_definite(text, node) {
        return None;
    }
    let event = lexicon::is(&node.lemma, Class::Event) || lexicon::is(&node.lemma, Class::Statement);
    if let Some(found) = same_noun(text, n) {
        return Some(found);
    }
    if event {
        return taken_up(text, n);
    }
    let kind =
        |class: Class| lexicon::classes(&node.lemma).iter().find(|(c, _)| *c == class).map(|(_, k)| *k);
    if let Some(kind) = kind(Class::Person).filter(|k| matches!(*k, "rank" | "office")) {
        return holder(text, n, kind);
    }
    if !node.plural && is_body(&node.lemma) {
        return body(text, n);
    }
    if !node.plural && kind(Class::Place) == Some("settlement") {
        return settlement(text, n);
    }
    None
}

/// "the", "this", "these", "both", or a possessive.
fn is_definite(text: &Text<'_>, node: &Node) -> bool {
    let Some(sentence) = text.sentences.get(node.sentence) else { return false };
    let determined = sentence.children(node.head).filter(|&c| c < node.head).any(|c| {
        matches!(
            sentence.tokens[c].lemma.to_lowercase().as_str(),
            "the" | "this" | "that" | "these" | "those" | "both" | "such"
        )
    });
    determined && node.form == Form::Noun
}

fn near(text: &Text<'_>, n: usize, reach: usize) -> impl Iterator<Item = usize> {
    let from = text.nodes[n].sentence.saturating_sub(reach);
    let nodes = text.nodes;
    (0..n).rev().take_while(move |&m| nodes[m].sentence >= from)
}

/// The same noun again: "two villages … both villages", "Interior Ministry … the ministry".
fn same_noun(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let own = modifiers(text, node);
    near(text, n, REACH).find(|&m| {
        let earlier = &text.nodes[m];
        let noun = matches!(earlier.form, Form::Noun | Form::Name) && earlier.lemma == node.lemma;
        let theirs = modifiers(text, earlier);
        noun && earlier.plural == node.plural
            && own.iter().all(|w| theirs.contains(w))
            && !is_contrasted(text, node)
    })
}

/// "the other village", "another attack", "the second attack" begin something new.
fn is_contrasted(text: &Text<'_>, node: &Node) -> bool {
    node.words.iter().any(|w| {
        matches!(
            w.as_str(),
            "other"
                | "another"
                | "second"
                | "third"
                | "new"
                | "next"
                | "separate"
                | "latest"
                | "different"
                | "same"
                | "similar"
        )
    }) || text.sentences.get(node.sentence).and_then(|s| s.tokens.get(node.head)).is_none()
}

/// Adjectives and nouns before the head, and names after "of".
fn modifiers(text: &Text<'_>, node: &Node) -> Vec<String> {
    let Some(sentence) = text.sentences.get(node.sentence) else { return Vec::new() };
    let wanted = |c: &usize| {
        matches!(sentence.tokens[*c].deprel.as_str(), "amod" | "compound" | "nmod" | "nmod:poss" | "flat")
            && !matches!(
                sentence.tokens[*c].lemma.as_str(),
                "whole" | "entire" | "said" | "recent" | "former" | "late" | "latter"
            )
    };
    sentence.children(node.head).filter(wanted).map(|c| sentence.tokens[c].lemma.to_lowercase()).collect()
}

/// "The attack", "these claims": a noun or verb that the noun is a word for, in the sentences before.
fn taken_up(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let words = lexicon::taken_up_by(&node.lemma);
    if is_contrasted(text, node) {
        return None;
    }
    let fits = |m: &usize| {
        let earlier = &text.nodes[*m];
        let worded = words.contains(&earlier.lemma.as_str());
        let verb = earlier.form == Form::Verb && is_asserted(text, earlier);
        let noun = earlier.form == Form::Noun && (earlier.plural == node.plural || node.plural);
        worded && (verb || noun) && earlier.sentence < node.sentence
    };
    // The noun names its own means now and then: "a car bomb exploded … the bombing".
    near(text, n, EVENT_REACH)
        .filter(fits)
        .min_by_key(|&m| (node.sentence - text.nodes[m].sentence, text.nodes[m].rank_of_event(text)))
}

fn is_asserted(text: &Text<'_>, node: &Node) -> bool {
    let Some(sentence) = text.sentences.get(node.sentence) else { return false };
    let modal = sentence.children(node.head).any(|c| {
        let token = &sentence.tokens[c];
        matches!(token.lemma.as_str(), "not" | "may" | "might" | "could" | "would" | "should")
            && token.head == Some(node.head)
    });
    !modal
}

impl Node {
    /// Main verbs and subjects before others.
    fn rank_of_event(&self, text: &Text<'_>) -> u8 {
        let Some(token) = text.sentences.get(self.sentence).and_then(|s| s.tokens.get(self.head)) else {
            return 9;
        };
        match token.deprel.as_str() {
            "root" => 0,
            "ccomp" | "conj" | "parataxis" => 1,
            _ if self.form == Form::Noun => 1 + self.rank,
            _ => 3,
        }
    }
}

/// "The general", "the minister": the person whose title or apposition has that word.
fn holder(text: &Text<'_>, n: usize, kind: &str) -> Option<usize> {
    let node = &text.nodes[n];
    if node.plural || is_contrasted(text, node) {
        return None;
    }
    let own = modifiers(text, node);
    near(text, n, REACH + 2).find(|&m| {
        let earlier = &text.nodes[m];
        earlier.label == Some(Label::Person) && earlier.form == Form::Name && {
            let titles = titles(text, earlier);
            // "Maj. Gen. Ali": the general; a colonel is not the general.
            let has = titles.iter().any(|t| *t == node.lemma || abbreviated(t) == Some(node.lemma.as_str()));
            has && (kind == "rank" || own.iter().all(|w| titles.contains(w)))
        }
    })
}

fn abbreviated(title: &str) -> Option<&'static str> {
    Some(match title.trim_end_matches('.') {
        "gen" => "general",
        "col" => "colonel",
        "lt" => "lieutenant",
        "capt" => "captain",
        "maj" => "major",
        "sgt" => "sergeant",
        "brig" => "brigadier",
        "cpl" => "corporal",
        "adm" => "admiral",
        "gov" => "governor",
        "sen" => "senator",
        "pres" => "president",
        _ => return None,
    })
}

/// Words of office around a person's name: before it, in its mention, in an apposition.
fn titles(text: &Text<'_>, node: &Node) -> Vec<String> {
    let Some(sentence) = text.sentences.get(node.sentence) else { return Vec::new() };
    let mut found = node.words.clone();
    let linked = |c: usize| {
        sentence.tokens[c].head == Some(node.head)
            && matches!(
                sentence.tokens[c].deprel.as_str(),
                "appos" | "nmod:desc" | "compound" | "flat" | "amod"
            )
    };
    for c in (0..sentence.tokens.len()).filter(|&c| linked(c)) {
        found.push(sentence.tokens[c].lemma.to_lowercase());
        found.extend(sentence.children(c).map(|d| sentence.tokens[d].lemma.to_lowercase()));
    }
    // "army spokesman Ali": the office governs the name.
    if let Some(head) = sentence.tokens[node.head].head
        && matches!(sentence.tokens[node.head].deprel.as_str(), "appos" | "flat" | "nmod:desc")
    {
        found.push(sentence.tokens[head].lemma.to_lowercase());
    }
    found
}

/// Nouns for an armed or other body whose name does not say what it is.
fn is_body(lemma: &str) -> bool {
    matches!(
        lemma,
        "group"
            | "organization"
            | "organisation"
            | "network"
            | "movement"
            | "outfit"
            | "faction"
            | "militia"
            | "party"
            | "gang"
    )
}

/// "The terrorist group": the closest named organisation that is no ministry, army or agency; none
/// where two stand in one place.
fn body(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    let fits = |m: &usize| {
        let earlier = &text.nodes[*m];
        earlier.form == Form::Name
            && earlier.label == Some(Label::Organisation)
            && !is_office(&earlier.words)
            && !is_office(std::slice::from_ref(&earlier.lemma))
    };
    if is_contrasted(text, node)
        || modifiers(text, node).iter().any(|w| {
            matches!(
                w.as_str(),
                "right" | "monitoring" | "monitor" | "opposition" | "ethnic" | "advocacy" | "aid"
            )
        })
    {
        return None;
    }
    let candidates: Vec<usize> = near(text, n, REACH).filter(fits).collect();
    let best = candidates
        .iter()
        .copied()
        .min_by_key(|&m| (node.sentence - text.nodes[m].sentence, text.nodes[m].rank, n - m))?;
    let rival = candidates.iter().any(|&m| {
        text.nodes[m].sentence == text.nodes[best].sentence
            && text.nodes[m].rank == text.nodes[best].rank
            && text.nodes[m].words != text.nodes[best].words
    });
    (!rival).then_some(best)
}

/// True for names that say that they are a state's or a public body.
fn is_office(words: &[String]) -> bool {
    words.iter().any(|w| {
        lexicon::classes(w).iter().any(|(class, kind)| {
            (*class == Class::Organisation && matches!(*kind, "state" | "civil"))
                || matches!(
                    w.as_str(),
                    "army"
                        | "police"
                        | "navy"
                        | "forces"
                        | "military"
                        | "corps"
                        | "command"
                        | "coalition"
                        | "mission"
                )
        })
    })
}

/// "The city", "the village": the only place named near by.
fn settlement(text: &Text<'_>, n: usize) -> Option<usize> {
    let node = &text.nodes[n];
    if !modifiers(text, node).is_empty() || is_contrasted(text, node) {
        return None;
    }
    let names: Vec<usize> = near(text, n, 1)
        .filter(|&m| {
            let earlier = &text.nodes[m];
            earlier.form == Form::Name
                && earlier.label == Some(Label::Place)
                && earlier.sentence < node.sentence
                && !is_area(text, earlier)
        })
        .collect();
    let first = *names.first()?;
    names.iter().all(|&m| text.nodes[m].words == text.nodes[first].words).then_some(first)
}

/// "Homs province", "the Levant": a name that hangs on a noun for an area, or holds one.
fn is_area(text: &Text<'_>, node: &Node) -> bool {
    let Some(sentence) = text.sentences.get(node.sentence) else { return true };
    let token = &sentence.tokens[node.head];
    let governs = token.head.map(|h| sentence.tokens[h].lemma.to_lowercase()).unwrap_or_default();
    let area = |w: &str| lexicon::classes(w).iter().any(|(c, k)| *c == Class::Place && *k == "area");
    area(&governs) && matches!(token.deprel.as_str(), "nmod" | "compound")
        || node.words.iter().any(|w| area(w))
        || token.upos != Upos::Propn
}
