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
    Mute,
    Captive,
    Violent,
    AlsoElsewhere,
    Culprit,
    Away,
    LooksInto,
    Threat,
    Strikes,
    Takes,
}

/// The classes in their order, with their names in the table.
const CLASSES: [(Class, &str); 42] = [
    (Class::Anybody, "anybody"),
    (Class::Machine, "machine"),
    (Class::Own, "own"),
    (Class::Follower, "follower"),
    (Class::Stuff, "stuff"),
    (Class::Loss, "loss"),
    (Class::Body, "body"),
    (Class::Hunts, "hunts"),
    (Class::Raid, "raid"),
    (Class::TellsWho, "tells-who"),
    (Class::Local, "local"),
    (Class::Helps, "helps"),
    (Class::Suspect, "suspect"),
    (Class::Rank, "rank"),
    (Class::Fighter, "fighter"),
    (Class::Doer, "doer"),
    (Class::Holder, "holder"),
    (Class::Press, "press"),
    (Class::Office, "office"),
    (Class::Reacts, "reacts"),
    (Class::Foils, "foils"),
    (Class::CivilianThing, "civilian-thing"),
    (Class::SharedThing, "shared-thing"),
    (Class::Post, "post"),
    (Class::Structure, "structure"),
    (Class::Crowded, "crowded"),
    (Class::Message, "message"),
    (Class::Carries, "carries"),
    (Class::Medium, "medium"),
    (Class::Human, "human"),
    (Class::Asker, "asker"),
    (Class::Figure, "figure"),
    (Class::Mute, "mute"),
    (Class::Captive, "captive"),
    (Class::Violent, "violent"),
    (Class::AlsoElsewhere, "also-elsewhere"),
    (Class::Culprit, "culprit"),
    (Class::Away, "away"),
    (Class::LooksInto, "looks-into"),
    (Class::Threat, "threat"),
    (Class::Strikes, "strikes"),
    (Class::Takes, "takes"),
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
        assert!(is(Class::Anybody, "dozens"));
    }
}
