//! Owns the parts of a tree that tests write by hand.

use ascribe_model::Upos;

/// Forms and parts of speech, from the first word on; heads and relations, from the root before it.
pub type Parts = (Vec<String>, Vec<Upos>, Vec<usize>, Vec<String>);

/// The parts of words written as form, part of speech, head and relation.
pub fn parts(words: &[(&str, Upos, usize, &str)]) -> Parts {
    let relations = std::iter::once("").chain(words.iter().map(|w| w.3));
    (
        words.iter().map(|w| w.0.to_owned()).collect(),
        words.iter().map(|w| w.1).collect(),
        std::iter::once(0).chain(words.iter().map(|w| w.2)).collect(),
        relations.map(str::to_owned).collect(),
    )
}
