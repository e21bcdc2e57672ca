//! The tables of vague numbers, bounds and contexts in `data/lang/en`.

use crate::words::Word;
use ascribe_model::Count;
use ascribe_words::rows;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::OnceLock;

static VAGUE: &str = include_str!("../../../../data/lang/en/vague-counts.tsv");
static BOUNDS: &str = include_str!("../../../../data/lang/en/number-bounds.tsv");
static CONTEXTS: &str = include_str!("../../../../data/lang/en/number-contexts.tsv");

/// What a bound word does to a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Bound {
    /// n and more.
    Min,
    /// n + 1 and more.
    Over,
    /// n and fewer.
    Max,
    /// n - 1 and fewer.
    Under,
    /// The number itself.
    Same,
}

impl Bound {
    /// The range after the bound: `over` on 20..20 is 21.., `up to` on 12..12 is ..12.
    pub fn apply(self, count: Count) -> Count {
        let top = count.max.or(count.min);
        match self {
            Bound::Min => Count { min: count.min, max: None },
            Bound::Over => match count.max {
                Some(_) => Count { min: count.min.map(|n| n.saturating_add(1)), max: None },
                None => count,
            },
            Bound::Max => Count { min: None, max: top },
            Bound::Under => Count { min: None, max: top.map(|n| n.saturating_sub(1)) },
            Bound::Same => count,
        }
    }
}

/// Phrases of words with what they mean, found longest first.
pub(crate) struct Phrases<T> {
    by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Phrases<T> {
    fn new(entries: impl Iterator<Item = (&'static str, T)>) -> Self {
        let mut by_first: FxHashMap<&'static str, Vec<(Vec<&'static str>, T)>> = FxHashMap::default();
        for (phrase, meaning) in entries {
            let parts: Vec<&'static str> = phrase.split(' ').collect();
            by_first.entry(parts[0]).or_default().push((parts, meaning));
        }
        for list in by_first.values_mut() {
            list.sort_by_key(|(parts, _)| std::cmp::Reverse(parts.len()));
        }
        Self { by_first }
    }

    /// The longest phrase that begins at `at`: how many words, and its meaning.
    pub fn at(&self, words: &[Word], at: usize) -> Option<(usize, T)> {
        let list = self.by_first.get(words.get(at)?.lower.as_str())?;
        let fits = |parts: &[&str]| crate::words::phrase_at(words, at, parts);
        list.iter().find(|(parts, _)| fits(parts)).map(|(parts, meaning)| (parts.len(), *meaning))
    }
}

/// Vague numbers: "dozens", "a few hundred".
pub(crate) fn vague() -> &'static Phrases<Count> {
    static TABLE: OnceLock<Phrases<Count>> = OnceLock::new();
    let end = |cell: Option<&&str>| cell.and_then(|c| c.parse().ok());
    TABLE.get_or_init(|| {
        Phrases::new(rows(VAGUE).filter_map(|(_, row)| {
            Some((*row.first()?, Count { min: end(row.get(1)), max: end(row.get(2)) }))
        }))
    })
}

fn bound(name: &str) -> Option<Bound> {
    Some(match name {
        "min" => Bound::Min,
        "over" => Bound::Over,
        "max" => Bound::Max,
        "under" => Bound::Under,
        "same" => Bound::Same,
        _ => return None,
    })
}

fn bounds(place: &'static str) -> Phrases<Bound> {
    let entries = rows(BOUNDS).filter(|(_, row)| row.get(1) == Some(&place));
    Phrases::new(entries.filter_map(|(_, row)| Some((*row.first()?, bound(row.get(2)?)?))))
}

/// Bounds that stand before the number: "at least".
pub(crate) fn before() -> &'static Phrases<Bound> {
    static TABLE: OnceLock<Phrases<Bound>> = OnceLock::new();
    TABLE.get_or_init(|| bounds("before"))
}

/// Bounds that stand after it: "or more".
pub(crate) fn after() -> &'static Phrases<Bound> {
    static TABLE: OnceLock<Phrases<Bound>> = OnceLock::new();
    TABLE.get_or_init(|| bounds("after"))
}

fn contexts(place: &'static str) -> FxHashSet<&'static str> {
    rows(CONTEXTS).filter(|(_, row)| row.get(1) == Some(&place)).map(|(_, row)| row[0]).collect()
}

/// Words before a number that show it to be a name or a sum of money: "Resolution 2254".
pub(crate) fn names_before() -> &'static FxHashSet<&'static str> {
    static TABLE: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    TABLE.get_or_init(|| contexts("before"))
}

/// Words after a number that show it to be a measure: "32 km".
pub(crate) fn measures_after() -> &'static FxHashSet<&'static str> {
    static TABLE: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    TABLE.get_or_init(|| contexts("after"))
}

/// Words after "no" that make it no zero: "no longer".
pub(crate) fn beside_no() -> &'static FxHashSet<&'static str> {
    static TABLE: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    TABLE.get_or_init(|| contexts("no"))
}

/// Words after "a" that make it no one: "a lot of".
pub(crate) fn beside_article() -> &'static FxHashSet<&'static str> {
    static TABLE: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    TABLE.get_or_init(|| contexts("article"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_is_read() {
        assert_eq!(vague().by_first.values().map(Vec::len).sum::<usize>(), rows(VAGUE).count());
        let both = [before(), after()]
            .iter()
            .map(|t| t.by_first.values().map(Vec::len).sum::<usize>())
            .sum::<usize>();
        assert_eq!(both, rows(BOUNDS).count());
        let contexts = [names_before(), measures_after(), beside_no(), beside_article()];
        assert_eq!(contexts.iter().map(|c| c.len()).sum::<usize>(), rows(CONTEXTS).count());
    }
}
