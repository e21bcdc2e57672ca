//! Who is the subject of a verb of saying: stated, inherited along conjunctions and participles, or,
//! where the tree gives none, the noun phrase beside the verb.

use super::found::Context;
use super::tree::{above, feature, form, head, lemma, mask, relation};
use ascribe_model::{Sentence, Upos};

/// Head tokens of the speakers of a verb, in text order; empty where there are none.
pub(crate) fn speakers(context: &Context, at: usize, verb: usize) -> Vec<usize> {
    let sentence = context.sentence(at);
    let Some(first) = subject(sentence, verb, 6).or_else(|| beside(sentence, verb)) else {
        return Vec::new();
    };
    let first = antecedent_of_relative(sentence, first).unwrap_or(first);
    with_conjuncts(sentence, first)
}

/// The token and the nouns coordinated with it ("the Observatory and medics").
pub(crate) fn with_conjuncts(sentence: &Sentence, first: usize) -> Vec<usize> {
    let mut all = vec![first];
    let conjuncts = sentence.children(first).filter(|&c| {
        relation(sentence, c, &["conj"])
            && sentence.tokens[c].upos.is_nominal()
            && !sentence.children(c).any(|d| relation(sentence, d, &["nsubj", "aux", "cop", "obj"]))
    });
    all.extend(conjuncts);
    all
}

/// The grammatical subject, inherited where the verb has none of its own.
pub(crate) fn subject(sentence: &Sentence, verb: usize, depth: usize) -> Option<usize> {
    if let Some(own) = sentence.child(verb, &["nsubj", "csubj"]) {
        return sentence.tokens[own].upos.is_nominal().then_some(own);
    }
    if depth == 0 {
        return None;
    }
    let up = head(sentence, verb)?;
    let token = &sentence.tokens[verb];
    // "the report, saying that …": the noun that the participle describes speaks.
    if relation(sentence, verb, &["acl"]) && sentence.tokens[up].upos.is_nominal() {
        return (!is_past_participle(sentence, verb)).then_some(up);
    }
    // "Interfax quoted the general as saying that …": the object speaks.
    if token.text.eq_ignore_ascii_case("saying") && matches!(lemma(sentence, up).as_str(), "quote" | "cite") {
        return sentence.child(up, &["nsubj:pass", "obj"]).or_else(|| subject(sentence, up, depth - 1));
    }
    // "… said A and added B", "He left, adding that B", "wants to say that".
    if relation(sentence, verb, &["conj", "advcl", "xcomp"])
        || (relation(sentence, verb, &["parataxis", "ccomp", "dep"]) && token.text.ends_with("ing"))
    {
        return subject(sentence, up, depth - 1);
    }
    None
}

fn is_past_participle(sentence: &Sentence, verb: usize) -> bool {
    feature(sentence, verb, "Tense=Past") || sentence.tokens[verb].text.ends_with("ed")
}

/// "the spokesman, who said": the noun that the relative pronoun stands for.
pub(crate) fn antecedent_of_relative(sentence: &Sentence, pronoun: usize) -> Option<usize> {
    if !matches!(form(sentence, pronoun).as_str(), "who" | "which" | "that" | "whom") {
        return None;
    }
    let mut chain = vec![pronoun];
    chain.extend(above(sentence, pronoun));
    let clause = chain.into_iter().find(|&t| relation(sentence, t, &["acl"]))?;
    head(sentence, clause)
}

/// The noun phrase that ends just before the verb, or follows it ("said Colonel X").
fn beside(sentence: &Sentence, verb: usize) -> Option<usize> {
    if sentence.tokens[verb].text.ends_with("ing") {
        return None;
    }
    let skip = |t: usize| matches!(sentence.tokens[t].upos, Upos::Adv | Upos::Aux);
    let before = (0..verb).rev().find(|&t| !skip(t));
    let after = sentence.tokens.get(verb + 1).map(|_| verb + 1);
    let after = after.map(|t| if sentence.tokens[t].upos == Upos::Det { t + 1 } else { t });
    [before, after].into_iter().flatten().filter(|&t| t < sentence.tokens.len()).find_map(|t| {
        let token = &sentence.tokens[t];
        matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Pron).then(|| phrase_head(sentence, t, verb))
    })
}

/// The head of the noun phrase that holds a token, not passing over `limit`.
pub(crate) fn phrase_head(sentence: &Sentence, token: usize, limit: usize) -> usize {
    const INSIDE: [&str; 7] = ["compound", "flat", "amod", "det", "nummod", "nmod", "appos"];
    let mut at = token;
    while relation(sentence, at, &INSIDE) {
        match head(sentence, at) {
            Some(up) if sentence.tokens[up].upos.is_nominal() && (up < limit) == (token < limit) => at = up,
            _ => break,
        }
    }
    at
}

/// First token of the noun phrase of a speaker.
pub(crate) fn phrase_start(sentence: &Sentence, token: usize) -> usize {
    let inside = mask(sentence, token, &[]);
    let mut start = token;
    while start > 0 && inside[start - 1] {
        start -= 1;
    }
    start
}
