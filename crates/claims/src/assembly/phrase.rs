//! Noun phrases: their extent, their plain name, their number.

use ascribe_model::{Sentence, Span, Token, TokenRange, Upos};

/// Relations that lead out of a noun phrase's core: clauses, appositions, coordination, parentheses.
const OUTSIDE: [&str; 11] =
    ["acl", "appos", "conj", "parataxis", "cc", "punct", "advcl", "list", "orphan", "case", "ccomp"];

/// The contiguous tokens of the phrase headed by `head`, without clauses and appositions that follow it:
/// "at least five Turkish soldiers" in "at least five Turkish soldiers, who were on patrol".
pub fn core(sentence: &Sentence, head: usize) -> TokenRange {
    let mut inside = vec![head];
    let mut stack = vec![head];
    while let Some(at) = stack.pop() {
        for child in sentence.children(at) {
            let leaves = at == head && OUTSIDE.iter().any(|r| sentence.relation_is(child, r));
            if !leaves && !inside.contains(&child) {
                inside.push(child);
                stack.push(child);
            }
        }
    }
    inside.sort_unstable();
    contiguous(&inside, head)
}

fn contiguous(sorted: &[usize], head: usize) -> TokenRange {
    let at = sorted.iter().position(|&t| t == head).unwrap_or(0);
    let (mut first, mut last) = (at, at);
    while first > 0 && sorted[first - 1] + 1 == sorted[first] {
        first -= 1;
    }
    while last + 1 < sorted.len() && sorted[last] + 1 == sorted[last + 1] {
        last += 1;
    }
    TokenRange::new(sorted[first], sorted[last] + 1)
}

/// The text span of a phrase's core.
pub fn core_span(sentence: &Sentence, head: usize) -> Span {
    sentence.span_of(core(sentence, head))
}

/// The head with its compounds and the adjectives that name (not those that describe): "suicide bomber",
/// "electric tower", "Kurdish fighters", but not "young fighters".
pub fn plain_name(sentence: &Sentence, head: usize) -> String {
    let names = |t: usize| {
        let token = &sentence.tokens[t];
        let capital = token.text.chars().next().is_some_and(char::is_uppercase);
        sentence.relation_is(t, "compound")
            || sentence.relation_is(t, "flat")
            || (sentence.relation_is(t, "amod") && (capital || token.upos == Upos::Propn))
    };
    let mut kept = vec![head];
    let mut stack = vec![head];
    while let Some(at) = stack.pop() {
        for child in sentence.children(at) {
            if names(child) && !kept.contains(&child) {
                kept.push(child);
                stack.push(child);
            }
        }
    }
    // "Pick-up vehicles".
    let hyphen = |t: &usize| {
        let joins = *t > 0 && sentence.tokens[*t].text == "-";
        joins && kept.contains(&(*t - 1)) && kept.contains(&(*t + 1))
    };
    let hyphens: Vec<usize> = (0..sentence.tokens.len()).filter(hyphen).collect();
    kept.extend(hyphens);
    kept.sort_unstable();
    let range = contiguous(&kept, head);
    words(&sentence.tokens[range.range()])
}

/// Words of adjacent tokens, spaced as printed.
pub fn words(tokens: &[Token]) -> String {
    let mut out = String::new();
    let mut end = None;
    for token in tokens {
        if end.is_some_and(|e| e < token.span.start) {
            out.push(' ');
        }
        out.push_str(&token.text);
        end = Some(token.span.end);
    }
    out
}

/// True for a plural by its features, or, where the model gives none, by form against lemma.
pub fn is_plural(token: &Token) -> bool {
    if token.feats.contains("Number=") {
        return token.feats.contains("Number=Plur");
    }
    let (form, lemma) = (token.text.to_lowercase(), token.lemma.to_lowercase());
    form != lemma && form.ends_with('s')
}

/// The lower-cased determiner of a phrase ("a", "the", "no"), or "".
pub fn determiner(sentence: &Sentence, head: usize) -> String {
    sentence.child(head, &["det"]).map(|d| sentence.tokens[d].text.to_lowercase()).unwrap_or_default()
}
