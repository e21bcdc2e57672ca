//! Owns the lists of common nouns: people (`data/lang/en/people-nouns.txt`) and what a noun can
//! stand for (`data/lang/en/noun-classes.tsv`). Read by lemma.

use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// What a common noun can stand for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Class {
    /// One person.
    Person,
    /// A body of people that acts as one.
    Organisation,
    /// A place.
    Place,
    /// A built thing.
    Facility,
    /// A weapon.
    Weapon,
    /// A vehicle.
    Vehicle,
    /// An occurrence.
    Event,
    /// Something said.
    Statement,
    /// A time.
    Time,
}

/// Marker of a noun for people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum People {
    /// Usually bears arms.
    Armed,
    /// Usually does not.
    Civilian,
    /// Holds an office.
    Official,
}

static PEOPLE: LazyLock<FxHashMap<&'static str, People>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/lang/en/people-nouns.txt"));
    rows.filter_map(|fields| {
        let marker = match *fields.get(1)? {
            "armed" => People::Armed,
            "official" => People::Official,
            _ => People::Civilian,
        };
        Some((*fields.first()?, marker))
    })
    .collect()
});

static CLASSES: LazyLock<FxHashMap<&'static str, Vec<(Class, &'static str)>>> = LazyLock::new(|| {
    let mut table: FxHashMap<&str, Vec<(Class, &str)>> = FxHashMap::default();
    for fields in rows(include_str!("../../../data/lang/en/noun-classes.tsv")) {
        if let [noun, class, kind] = fields[..]
            && let Some(class) = parse(class)
        {
            table.entry(noun).or_default().push((class, kind));
        }
    }
    table
});

fn rows(file: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    file.lines().filter(|l| !l.starts_with('#') && !l.is_empty()).map(|l| l.split('\t').collect())
}

fn parse(class: &str) -> Option<Class> {
    Some(match class {
        "person" => Class::Person,
        "organisation" => Class::Organisation,
        "place" => Class::Place,
        "facility" => Class::Facility,
        "weapon" => Class::Weapon,
        "vehicle" => Class::Vehicle,
        "event" => Class::Event,
        "statement" => Class::Statement,
        "time" => Class::Time,
        _ => return None,
    })
}

/// The marker of a noun for people, by lemma.
pub fn people(lemma: &str) -> Option<People> {
    PEOPLE.get(lemma).copied()
}

/// What the noun can stand for, with the kind, by lemma in lower case.
pub fn classes(lemma: &str) -> &'static [(Class, &'static str)] {
    CLASSES.get(lemma).map_or(&[], Vec::as_slice)
}

static TAKEN_UP: LazyLock<FxHashMap<&'static str, Vec<&'static str>>> = LazyLock::new(|| {
    let rows = rows(include_str!("../../../data/lang/en/event-nouns.tsv"));
    rows.filter_map(|fields| Some((*fields.first()?, fields.get(1)?.split(' ').collect()))).collect()
});

/// Lemmas of the verbs and nouns that a noun can take up ("the attack" ← ambush, explode).
pub fn taken_up_by(lemma: &str) -> &'static [&'static str] {
    TAKEN_UP.get(lemma).map_or(&[], Vec::as_slice)
}

/// True where the noun can stand for that.
pub fn is(lemma: &str, class: Class) -> bool {
    classes(lemma).iter().any(|(c, _)| *c == class)
}

static VESSELS: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/names/vessels.txt"))
        .filter_map(|fields| fields.first().copied())
        .collect()
});

static COMMON: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    rows(include_str!("../../../data/lang/en/lemmas.tsv"))
        .filter_map(|fields| fields.first().copied())
        .collect()
});

/// True for a word in lower case that is no name: the lists know its lemma.
pub fn is_common(word: &str) -> bool {
    COMMON.contains(word)
}

/// True for what stands before a ship's name ("HMS").
pub fn begins_vessel(word: &str) -> bool {
    VESSELS.contains(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_sorted_and_known() {
        for file in [
            include_str!("../../../data/lang/en/people-nouns.txt"),
            include_str!("../../../data/lang/en/noun-classes.tsv"),
            include_str!("../../../data/lang/en/event-nouns.tsv"),
            include_str!("../../../data/names/vessels.txt"),
        ] {
            let rows: Vec<_> = rows(file).collect();
            assert!(rows.windows(2).all(|w| w[0] < w[1]), "not sorted or not unique");
        }
        assert!(rows(include_str!("../../../data/lang/en/noun-classes.tsv")).all(|r| parse(r[1]).is_some()));
        assert_eq!(people("gunman"), Some(People::Armed));
        assert!(
            is("general", Class::Person) && is("group", Class::Organisation) && !is("group", Class::Event)
        );
    }
}
