//! The words about places of `data/lang/en/place-words.tsv`.

use ascribe_codebook::WordClasses;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../../data/lang/en/place-words.tsv");

/// What a word may be; the head of the table tells each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Never,
    Group,
    Locative,
    Leading,
    Trailing,
    Preposition,
    Inner,
    Near,
    Speaks,
    Blames,
    Suffers,
    Assault,
    Owned,
    Abroad,
    Forces,
}

/// The classes in their order, as the table writes them.
const NAMES: [&str; 15] = [
    "never",
    "group",
    "locative",
    "leading",
    "trailing",
    "preposition",
    "inner",
    "near",
    "speaks",
    "blames",
    "suffers",
    "assault",
    "owned",
    "abroad",
    "forces",
];

static WORDS: LazyLock<WordClasses> = LazyLock::new(|| WordClasses::read(TABLE, &NAMES));

/// True where the lower-case word is of that class.
pub(crate) fn is(class: Class, word: &str) -> bool {
    WORDS.is(class as usize, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert_eq!(WordClasses::faults(TABLE, &NAMES), Vec::<String>::new());
        assert!(is(Class::Never, "march") && is(Class::Trailing, "province") && !is(Class::Never, "keld"));
    }
}
