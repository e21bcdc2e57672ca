//! The words about parties of `data/lang/en/actor-words.tsv`.

use ascribe_codebook::WordClasses;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../../data/lang/en/actor-words.tsv");

/// What a word may be; the head of the table tells each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Hollow,
    Unit,
    Ranked,
    Unknown,
    Harm,
    Office,
    Leader,
    Doer,
    Home,
    RebelNoun,
    General,
    Deed,
    Motion,
    Ground,
}

/// The classes in their order, as the table writes them.
const NAMES: [&str; 14] = [
    "hollow", "unit", "ranked", "unknown", "harm", "office", "leader", "doer", "home", "rebel", "general",
    "deed", "motion", "ground",
];

static WORDS: LazyLock<WordClasses> = LazyLock::new(|| WordClasses::read(TABLE, &NAMES));

/// True where the lower-case word is of that class.
pub(crate) fn is(class: Word, word: &str) -> bool {
    WORDS.is(class as usize, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert_eq!(WordClasses::faults(TABLE, &NAMES), Vec::<String>::new());
        assert!(is(Word::Hollow, "cells"));
    }
}
