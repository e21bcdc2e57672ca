//! Weapons and methods: words and phrases of `data/weapons.tsv` to the means of the codebook.

use crate::data::{DataError, DataFiles};
use ascribe_words::rows;
use rustc_hash::FxHashMap;

/// Stands in the table for a phrase that names no weapon though a word of it does ("gold mine").
const NONE: &str = "-";

/// Means of the codebook's list.
pub const MEANS: [&str; 32] = [
    "ied",
    "suicide_vest",
    "mine",
    "car_bomb",
    "motorcycle_bomb",
    "unexploded_ordnance",
    "artillery",
    "mortar",
    "rocket",
    "missile",
    "aircraft",
    "barrel_bomb",
    "helicopter",
    "drone",
    "small_arms",
    "sniper",
    "knife",
    "beheading",
    "blunt",
    "rubber_bullets",
    "tear_gas",
    "water_cannon",
    "chemical",
    "incendiary",
    "cluster_munition",
    "tank",
    "grenade",
    "arson",
    "molotov_cocktail",
    "vehicle",
    "cyber",
    "sabotage",
];

/// Words and phrases with the means that they name.
#[derive(Debug, Clone, Default)]
pub struct WeaponList {
    by_first: FxHashMap<String, Vec<(Vec<String>, String)>>,
}

impl WeaponList {
    /// Reads `weapons.tsv`: phrase, means, note.
    ///
    /// # Errors
    /// Every row that cannot be read or names unknown means, with its line.
    pub fn load(files: &DataFiles) -> Result<Self, Vec<DataError>> {
        let mut found = Self::default();
        let mut errors = Vec::new();
        let text = files.get("weapons.tsv").unwrap_or("");
        for (line, row) in rows(text) {
            match (
                row.first().filter(|p| !p.is_empty()),
                row.get(1).filter(|m| **m == NONE || MEANS.contains(m)),
            ) {
                (Some(phrase), Some(means)) => found.add(phrase, means),
                _ => {
                    errors.push(DataError::new("weapons.tsv", line, 0, "a phrase and known means are needed"))
                }
            }
        }
        if errors.is_empty() { Ok(found) } else { Err(errors) }
    }

    fn add(&mut self, phrase: &str, means: &str) {
        let words: Vec<String> = split(phrase);
        let Some(first) = words.first().cloned() else { return };
        let list = self.by_first.entry(first).or_default();
        list.push((words, means.to_owned()));
        list.sort_by_key(|(words, _)| std::cmp::Reverse(words.len()));
    }

    /// The means that begin at `at` in a list of words, and how many words name them; the longest phrase
    /// wins. Plural forms and any case match; hyphens may be words of their own or not. No means stand in a
    /// phrase that only looks like a weapon ("gold mine").
    pub fn at<S: AsRef<str>>(&self, words: &[S], at: usize) -> Option<(Option<&str>, usize)> {
        let first = words.get(at)?.as_ref().to_lowercase();
        let heads = split(&first);
        let head = heads.first()?;
        let lists = [self.by_first.get(head), self.by_first.get(singular(head).as_str())];
        lists
            .into_iter()
            .flatten()
            .flatten()
            .filter_map(|(phrase, means)| Some((means.as_str(), matches(phrase, words, at)?)))
            .max_by_key(|(_, len)| *len)
            .map(|(means, len)| (Some(means).filter(|m| *m != NONE), len))
    }

    /// All means named in a text, in order, without repeats.
    pub fn means(&self, text: &str) -> Vec<&str> {
        let words: Vec<String> = text.split_whitespace().flat_map(split).collect();
        let mut found: Vec<&str> = Vec::new();
        let mut at = 0;
        while at < words.len() {
            match self.at(&words, at) {
                Some((means, len)) => {
                    if let Some(means) = means.filter(|m| !found.contains(m)) {
                        found.push(means);
                    }
                    at += len;
                }
                None => at += 1,
            }
        }
        found
    }
}

/// How many of the words the phrase takes, where it matches there.
fn matches<S: AsRef<str>>(phrase: &[String], words: &[S], at: usize) -> Option<usize> {
    let mut need = phrase.iter();
    let mut next = need.next();
    for (n, word) in words.get(at..)?.iter().enumerate() {
        let parts = split(&word.as_ref().to_lowercase());
        for part in &parts {
            let wanted = next?;
            if part != wanted && singular(part) != *wanted {
                return None;
            }
            next = need.next();
        }
        if next.is_none() {
            return Some(n + 1);
        }
    }
    None
}

fn split(text: &str) -> Vec<String> {
    let parts = text.split(|c: char| {
        c.is_whitespace() || matches!(c, '-' | '–' | '/' | '‑' | ',' | '.' | '"' | '(' | ')')
    });
    parts.filter(|p| !p.is_empty()).map(str::to_lowercase).collect()
}

/// The singular of a regular plural.
fn singular(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("ies") {
        return format!("{stem}y");
    }
    match word.strip_suffix('s') {
        Some(stem) if stem.len() > 2 && !stem.ends_with('s') => stem.to_owned(),
        _ => word.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn list() -> WeaponList {
        WeaponList::load(&DataFiles::builtin()).expect("every row is read")
    }

    #[test]
    fn phrases_and_plurals() {
        let list = list();
        for (text, expected) in [
            ("two roadside bombs went off", vec!["ied"]),
            ("an improvised explosive device", vec!["ied"]),
            ("mortar shells and Grad rockets", vec!["mortar", "rocket"]),
            ("a suicide car bomb", vec!["car_bomb"]),
            ("Su-24 warplanes and barrel bombs", vec!["aircraft", "barrel_bomb"]),
            ("kamikaze drones", vec!["drone"]),
            ("rocket-propelled grenades", vec!["rocket"]),
            ("guards of the gold mine", vec![]),
            ("the talks went on", vec![]),
        ] {
            let found = list.means(text);
            assert!(expected.iter().all(|m| found.contains(m)), "{text}: {found:?}");
            assert_eq!(found.is_empty(), expected.is_empty(), "{text}: {found:?}");
        }
    }

    #[test]
    fn hyphens_may_be_tokens() {
        let list = list();
        assert_eq!(
            list.at(&["rocket", "-", "propelled", "grenade"], 0).map(|(m, _)| m),
            Some(Some("rocket"))
        );
    }
}
