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
    Body,
    Force,
    Home,
    RebelNoun,
    General,
    Deed,
    Motion,
    Ground,
}

/// The classes in their order, with their names in the table.
const CLASSES: [(Word, &str); 16] = [
    (Word::Hollow, "hollow"),
    (Word::Unit, "unit"),
    (Word::Ranked, "ranked"),
    (Word::Unknown, "unknown"),
    (Word::Harm, "harm"),
    (Word::Office, "office"),
    (Word::Leader, "leader"),
    (Word::Doer, "doer"),
    (Word::Body, "body"),
    (Word::Force, "force"),
    (Word::Home, "home"),
    (Word::RebelNoun, "rebel"),
    (Word::General, "general"),
    (Word::Deed, "deed"),
    (Word::Motion, "motion"),
    (Word::Ground, "ground"),
];

static WORDS: LazyLock<WordClasses> =
    LazyLock::new(|| WordClasses::read(TABLE, &CLASSES.map(|(_, name)| name)));

/// True where the lower-case word is of that class.
pub(crate) fn is(class: Word, word: &str) -> bool {
    WORDS.is(class as usize, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert_eq!(WordClasses::faults(TABLE, &CLASSES.map(|(_, name)| name)), Vec::<String>::new());
        assert!(CLASSES.iter().enumerate().all(|(at, (class, _))| *class as usize == at));
        assert!(is(Word::Hollow, "cells"));
    }
}
