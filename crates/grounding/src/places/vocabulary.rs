//! The words about places of `data/lang/en/place-words.tsv`.

use rustc_hash::FxHashMap;
use std::sync::OnceLock;

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
}

const CLASSES: [(&str, Class); 13] = [
    ("never", Class::Never),
    ("group", Class::Group),
    ("locative", Class::Locative),
    ("leading", Class::Leading),
    ("trailing", Class::Trailing),
    ("preposition", Class::Preposition),
    ("inner", Class::Inner),
    ("near", Class::Near),
    ("speaks", Class::Speaks),
    ("blames", Class::Blames),
    ("suffers", Class::Suffers),
    ("assault", Class::Assault),
    ("owned", Class::Owned),
];

/// True where the lower-case word is of that class.
pub(crate) fn is(class: Class, word: &str) -> bool {
    static WORDS: OnceLock<FxHashMap<&'static str, u16>> = OnceLock::new();
    let words = WORDS.get_or_init(|| {
        let entry = |row: Vec<&'static str>| Some((*row.first()?, bits(row.get(1)?)));
        ascribe_codebook::rows(TABLE).filter_map(|(_, row)| entry(row)).collect()
    });
    words.get(word).is_some_and(|bits| bits & 1 << class as u16 != 0)
}

fn bits(classes: &str) -> u16 {
    classes.split('|').filter_map(parse).fold(0, |bits, class| bits | 1 << class as u16)
}

fn parse(name: &str) -> Option<Class> {
    CLASSES.iter().find(|(n, _)| *n == name).map(|(_, class)| *class)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_names_known_classes() {
        let mut seen = std::collections::BTreeSet::new();
        for (line, row) in ascribe_codebook::rows(TABLE) {
            assert_eq!(row.len(), 2, "line {line}");
            assert!(seen.insert(row[0]), "line {line}: {} stands twice", row[0]);
            assert!(row[1].split('|').all(|c| parse(c).is_some()), "line {line}: {}", row[1]);
        }
        assert!(is(Class::Never, "march") && is(Class::Trailing, "province") && !is(Class::Never, "keld"));
    }
}
