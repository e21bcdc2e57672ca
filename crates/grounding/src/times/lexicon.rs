//! The words of time, from `data/lang/en/time-words.tsv`.

use super::expr::{Edge, Part, Reference, Season, Unit};
use crate::words::Word;
use jiff::civil::Weekday;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

static TABLE: &str = include_str!("../../../../data/lang/en/time-words.tsv");

/// What a word of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    Month(i8),
    Weekday(Weekday),
    /// "Sat", a weekday only inside a date.
    ShortDay(Weekday),
    Unit {
        unit: Unit,
        plural: bool,
    },
    Part(Part),
    Season(Season),
    /// Days from the day of speaking.
    Day(i32),
    Ref(Reference),
    Edge(Edge),
    Zone,
    Set(&'static str),
    /// A day of every year by its name: month, day.
    Feast(i8, i8),
}

fn lexicon() -> &'static FxHashMap<&'static str, Class> {
    static LEXICON: OnceLock<FxHashMap<&'static str, Class>> = OnceLock::new();
    LEXICON.get_or_init(|| {
        let entry = |row: Vec<&'static str>| Some((*row.first()?, class(row.get(1)?, row.get(2)?)?));
        ascribe_words::rows(TABLE).filter_map(|(_, row)| entry(row)).collect()
    })
}

/// The name of a feast in words, with month and day.
type Feast = (Vec<&'static str>, (i8, i8));

/// Days of fixed date by their names.
pub(crate) fn feasts() -> &'static [Feast] {
    static FEASTS: OnceLock<Vec<Feast>> = OnceLock::new();
    FEASTS.get_or_init(|| {
        let feast = |row: Vec<&'static str>| match class(row.get(1)?, row.get(2)?)? {
            Class::Feast(month, day) => Some((row.first()?.split(' ').collect(), (month, day))),
            _ => None,
        };
        ascribe_words::rows(TABLE).filter_map(|(_, row)| feast(row)).collect()
    })
}

fn class(name: &str, value: &'static str) -> Option<Class> {
    Some(match name {
        "month" => Class::Month(value.parse().ok()?),
        "weekday" => Class::Weekday(weekday(value)?),
        "shortday" => Class::ShortDay(weekday(value)?),
        "unit" => Class::Unit { unit: Unit::parse(value)?, plural: false },
        "units" => Class::Unit { unit: Unit::parse(value)?, plural: true },
        "part" => Class::Part(Part::parse(value)?),
        "season" => Class::Season(Season::parse(value)?),
        "day" => Class::Day(value.parse().ok()?),
        "ref" => Class::Ref(Reference::parse(value)?),
        "edge" => Class::Edge(Edge::parse(value)?),
        "zone" => Class::Zone,
        "set" => Class::Set(value),
        "feast" => {
            let (month, day) = value.split_once('-')?;
            Class::Feast(month.parse().ok()?, day.parse().ok()?)
        }
        _ => return None,
    })
}

fn weekday(value: &str) -> Option<Weekday> {
    Weekday::from_monday_one_offset(value.parse().ok()?).ok()
}

/// The class of a word. Names of months and weekdays need their capital letter ("march", "may").
pub(crate) fn class_of(word: &Word) -> Option<Class> {
    let found = lexicon().get(word.lower.as_str()).copied()?;
    match found {
        Class::Month(_) | Class::Weekday(_) | Class::ShortDay(_) if !word.capital() => None,
        _ => Some(found),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for (line, row) in ascribe_words::rows(TABLE) {
            assert!(class(row[1], row[2]).is_some(), "time-words.tsv:{line}");
        }
        assert_eq!(lexicon().len(), ascribe_words::rows(TABLE).count(), "a word stands twice");
    }
}
