//! Two parties before one noun: "Syrian and Russian warplanes" are Syrian warplanes and Russian warplanes.
//! A joint force stays one party ("a Malian and French security force", "Afghan and coalition forces").

use super::theatre::state_at;
use super::vocabulary::{self, Word};
use ascribe_codebook::{ActorDictionary, StateName};
use ascribe_model::{Sentence, TokenRange};

/// The words of the first party, where the noun phrase with this head has its second party from `second` on.
pub(crate) fn first(
    sentence: &Sentence,
    second: usize,
    head: usize,
    dictionary: &ActorDictionary,
) -> Option<TokenRange> {
    let and = second.checked_sub(1).filter(|&i| matches!(sentence.tokens[i].text.as_str(), "and" | "or"))?;
    is_plural(sentence, head).then_some(())?;
    let right = party(sentence, second, dictionary)?;
    let left = (1..=2.min(and)).rev().map(|len| TokenRange::new(and - len, and));
    left.filter(|range| is_modifier(sentence, range.end - 1, head)).find(|range| {
        party(sentence, range.start, dictionary)
            .is_some_and(|(end, left)| end == range.end && left != right.1)
    })
}

/// The noun that both share, with what stands before it: "air forces" of "Syrian and Russian air forces".
pub(crate) fn noun_of(
    sentence: &Sentence,
    second: usize,
    head: usize,
    dictionary: &ActorDictionary,
) -> TokenRange {
    let end = party(sentence, second, dictionary).map_or(head, |(end, _)| end);
    TokenRange::new(end.min(head), head + 1)
}

/// A nation by its adjective, or a side at home: where it ends, and what tells it from others.
fn party(sentence: &Sentence, at: usize, dictionary: &ActorDictionary) -> Option<(usize, String)> {
    let words: Vec<&str> = sentence.tokens.iter().take(at + 3).map(|t| t.text.as_str()).collect();
    match state_at(&words, at, dictionary) {
        Some((len, code, StateName::Demonym)) => return Some((at + len, code)),
        // "U.S. and British forces": initials have no other form.
        Some((len, code, StateName::Country)) if is_initials(words[at]) => return Some((at + len, code)),
        _ => {}
    }
    let word = words.get(at)?.to_lowercase();
    vocabulary::is(Word::Home, &word).then_some((at + 1, word))
}

/// "US", "U.K.".
fn is_initials(word: &str) -> bool {
    word.len() <= 4 && word.chars().all(|c| c.is_uppercase() || c == '.')
}

/// True where the word stands before the noun in the tree, not beside it: not "the government and Russian forces".
fn is_modifier(sentence: &Sentence, word: usize, head: usize) -> bool {
    let under = sentence.tokens[word].head.is_some_and(|h| word < h && h <= head);
    under && ["amod", "compound", "conj", "nmod"].iter().any(|r| sentence.relation_is(word, r))
}

fn is_plural(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    token.feats.contains("Number=Plur")
        || token.text.ends_with('s') && token.text.to_lowercase() != token.lemma
}
