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

/// The classes in their order, with their names in the table.
const CLASSES: [(Class, &str); 15] = [
    (Class::Never, "never"),
    (Class::Group, "group"),
    (Class::Locative, "locative"),
    (Class::Leading, "leading"),
    (Class::Trailing, "trailing"),
    (Class::Preposition, "preposition"),
    (Class::Inner, "inner"),
    (Class::Near, "near"),
    (Class::Speaks, "speaks"),
    (Class::Blames, "blames"),
    (Class::Suffers, "suffers"),
    (Class::Assault, "assault"),
    (Class::Owned, "owned"),
    (Class::Abroad, "abroad"),
    (Class::Forces, "forces"),
];

static WORDS: LazyLock<WordClasses> =
    LazyLock::new(|| WordClasses::read(TABLE, &CLASSES.map(|(_, name)| name)));

/// True where the lower-case word is of that class.
pub(crate) fn is(class: Class, word: &str) -> bool {
    WORDS.is(class as usize, word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert_eq!(WordClasses::faults(TABLE, &CLASSES.map(|(_, name)| name)), Vec::<String>::new());
        assert!(CLASSES.iter().enumerate().all(|(at, (class, _))| *class as usize == at));
        assert!(is(Class::Never, "march") && is(Class::Trailing, "province") && !is(Class::Never, "keld"));
    }
}
