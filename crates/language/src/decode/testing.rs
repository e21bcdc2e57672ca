//! Owns the trees that tests write by hand.

use super::draft::Draft;
use ascribe_model::Upos;

/// The tree of words written as form, part of speech, head and relation.
pub fn draft(words: &[(&str, Upos, usize, &str)]) -> Draft {
    let words = || [("", Upos::X, 0, "")].into_iter().chain(words.iter().copied());
    Draft {
        forms: words().map(|w| w.0.to_owned()).collect(),
        upos: words().map(|w| w.1).collect(),
        heads: words().map(|w| w.2).collect(),
        names: words().map(|w| w.3.to_owned()).collect(),
    }
}
