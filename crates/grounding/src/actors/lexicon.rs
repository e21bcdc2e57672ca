//! Common nouns for people and the words that qualify them, from `data/lang/en`.

use ascribe_model::Side;
use ascribe_words::rows;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

static PEOPLE: &str = include_str!("../../../../data/lang/en/people.tsv");
static QUALIFIERS: &str = include_str!("../../../../data/lang/en/qualifiers.tsv");

/// What sort of people a noun names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Class {
    /// Shows nothing by itself: "fighters", "members", "brigade".
    Force,
    Armed,
    Security,
    Official,
    Civilian,
    Crowd,
    Criminal,
    Media,
    Aid,
}

impl Class {
    fn parse(name: &str) -> Option<Class> {
        Some(match name {
            "force" => Class::Force,
            "armed" => Class::Armed,
            "security" => Class::Security,
            "official" => Class::Official,
            "civilian" => Class::Civilian,
            "crowd" => Class::Crowd,
            "criminal" => Class::Criminal,
            "media" => Class::Media,
            "aid" => Class::Aid,
            _ => return None,
        })
    }
}

/// A noun for people, or a word that qualifies one.
#[derive(Debug, Clone)]
pub(crate) struct Noun {
    pub class: Class,
    pub plural: bool,
    /// The plural form.
    pub many: &'static str,
    side: Side,
    elsewhere: Vec<(&'static str, Side)>,
}

impl Noun {
    /// The side that the noun shows in that country.
    pub fn side(&self, country: Option<&str>) -> Side {
        in_country(self.side, &self.elsewhere, country)
    }
}

/// A word that qualifies people.
#[derive(Debug, Clone)]
pub(crate) struct Qualifier {
    /// True where it belongs to the name.
    pub keep: bool,
    side: Option<Side>,
    elsewhere: Vec<(&'static str, Side)>,
}

impl Qualifier {
    /// The side that it shows, if any.
    pub fn side(&self, country: Option<&str>) -> Option<Side> {
        self.side.map(|side| in_country(side, &self.elsewhere, country))
    }
}

fn in_country(side: Side, elsewhere: &[(&str, Side)], country: Option<&str>) -> Side {
    elsewhere.iter().find(|(c, _)| Some(*c) == country).map_or(side, |(_, side)| *side)
}

fn pairs(cell: Option<&&'static str>) -> Vec<(&'static str, Side)> {
    let cell = cell.copied().unwrap_or("");
    cell.split('|')
        .filter_map(|p| p.split_once('='))
        .filter_map(|(c, s)| Some((c, Side::parse(s)?)))
        .collect()
}

/// The noun of that lower-case form, singular or plural.
pub(crate) fn noun(word: &str) -> Option<&'static Noun> {
    static TABLE: OnceLock<FxHashMap<&'static str, Noun>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let mut table = FxHashMap::default();
        for (_, row) in rows(PEOPLE) {
            if let Some((class, side)) = Class::parse(row[2]).zip(Side::parse(row[3])) {
                let make = |plural| Noun { class, plural, many: row[1], side, elsewhere: pairs(row.get(4)) };
                table.entry(row[0]).or_insert_with(|| make(row[0] == row[1]));
                table.entry(row[1]).or_insert_with(|| make(true));
            }
        }
        table
    });
    table.get(word)
}

/// The qualifier of that lower-case form.
pub(crate) fn qualifier(word: &str) -> Option<&'static Qualifier> {
    static TABLE: OnceLock<FxHashMap<&'static str, Qualifier>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        let read = |row: Vec<&'static str>| {
            let side = Side::parse(row[2]);
            (row[0], Qualifier { keep: row[1] == "yes", side, elsewhere: pairs(row.get(3)) })
        };
        rows(QUALIFIERS).map(|(_, row)| read(row)).collect()
    });
    table.get(word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        for (line, row) in rows(PEOPLE) {
            assert!(Class::parse(row[2]).is_some() && Side::parse(row[3]).is_some(), "people.tsv:{line}");
            assert!(noun(row[0]).is_some() && noun(row[1]).is_some(), "people.tsv:{line}");
        }
        for (line, row) in rows(QUALIFIERS) {
            assert!(row[2] == "-" || Side::parse(row[2]).is_some(), "qualifiers.tsv:{line}");
            assert!(matches!(row[1], "yes" | "no"), "qualifiers.tsv:{line}");
        }
    }
}
