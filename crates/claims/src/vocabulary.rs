//! The words about parties, things and tellers of `data/lang/en/claim-words.tsv`.

use ascribe_codebook::WordClasses;
use std::sync::LazyLock;

static TABLE: &str = include_str!("../../../data/lang/en/claim-words.tsv");

/// What a word may be; the head of the table tells each.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Anybody,
    Machine,
    Own,
    Follower,
    Stuff,
    Loss,
    Body,
    Hunts,
    Raid,
    TellsWho,
    Local,
    Helps,
    Suspect,
    Rank,
    Fighter,
    Doer,
    Holder,
    Press,
    Office,
    Reacts,
    Foils,
    CivilianThing,
    SharedThing,
    Post,
    Structure,
    Crowded,
    Message,
    Carries,
    Medium,
    Human,
    Asker,
    Figure,
    Captive,
    Violent,
    AlsoElsewhere,
    Culprit,
}

/// The classes in their order, as the table writes them.
const NAMES: [&str; 36] = [
    "anybody",
    "machine",
    "own",
    "follower",
    "stuff",
    "loss",
    "body",
    "hunts",
    "raid",
    "tells-who",
    "local",
    "helps",
    "suspect",
    "rank",
    "fighter",
    "doer",
    "holder",
    "press",
    "office",
    "reacts",
    "foils",
    "civilian-thing",
    "shared-thing",
    "post",
    "structure",
    "crowded",
    "message",
    "carries",
    "medium",
    "human",
    "asker",
    "figure",
    "captive",
    "violent",
    "also-elsewhere",
    "culprit",
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
        assert!(is(Class::Anybody, "dozens"));
    }
}
