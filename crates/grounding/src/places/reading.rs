//! What the words of a place name say of the place: `the town of X`, `X province`, `northern X`, `A–B`.

use super::vocabulary::{Class, is};
use crate::gazetteer::skeleton::fold;

/// One way to read a name.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The name to look up.
    pub name: String,
    /// Word of a feature that was taken off ("province"), in lower case.
    pub feature: Option<String>,
    /// Compass bearing in degrees of a part of it ("northern").
    pub part: Option<f64>,
    /// How many words were taken off.
    pub cost: u8,
}

/// Compass words with their bearings; the first form is a noun, the second an adjective.
const COMPASS: &[(&str, f64)] = &[
    ("north", 0.0),
    ("northern", 0.0),
    ("northernmost", 0.0),
    ("upper", 0.0),
    ("northeast", 45.0),
    ("north-east", 45.0),
    ("northeastern", 45.0),
    ("north-eastern", 45.0),
    ("east", 90.0),
    ("eastern", 90.0),
    ("easternmost", 90.0),
    ("southeast", 135.0),
    ("south-east", 135.0),
    ("southeastern", 135.0),
    ("south-eastern", 135.0),
    ("south", 180.0),
    ("southern", 180.0),
    ("southernmost", 180.0),
    ("lower", 180.0),
    ("southwest", 225.0),
    ("south-west", 225.0),
    ("southwestern", 225.0),
    ("south-western", 225.0),
    ("west", 270.0),
    ("western", 270.0),
    ("westernmost", 270.0),
    ("northwest", 315.0),
    ("north-west", 315.0),
    ("northwestern", 315.0),
    ("north-western", 315.0),
];

/// The bearing of a compass word; `northern`, `north`, `north-western`. Not `upper`, `lower`, which are
/// parts of names more often.
pub(crate) fn compass(word: &str) -> Option<f64> {
    let word = word.to_lowercase();
    COMPASS.iter().find(|(w, _)| *w == word && !matches!(*w, "upper" | "lower")).map(|(_, bearing)| *bearing)
}

/// The readings of a name, the most literal first.
pub(crate) fn readings(text: &str) -> Vec<Reading> {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut found = vec![Reading { name: text.trim().to_owned(), feature: None, part: None, cost: 0 }];
    let (mut start, mut end) = (0, words.len());
    let (mut feature, mut part, mut cost) = (None, None, 0u8);
    // "Oxford Street" is not in Oxford.
    let street =
        words.last().is_some_and(|w| w.starts_with(char::is_uppercase) && is_street(&w.to_lowercase()));
    while !street && end > start + 1 && is(Class::Trailing, &words[end - 1].to_lowercase()) {
        end -= 1;
        cost += 1;
        feature = Some(joined_feature(words[end], feature));
        found.push(Reading { name: words[start..end].join(" "), feature: feature.clone(), part, cost });
    }
    while start + 1 < end {
        let word = words[start].to_lowercase();
        if let Some(bearing) = compass(&word) {
            part = Some(bearing);
        } else if !is(Class::Leading, &word) {
            break;
        } else if !matches!(word.as_str(), "the" | "a" | "of" | "in" | "near" | "nearby") && feature.is_none()
        {
            feature = Some(word);
        }
        start += 1;
        cost += 1;
        let name = words[start..end].join(" ");
        found.push(Reading { name, feature: feature.clone(), part, cost });
        if end < words.len() {
            let name = words[start..].join(" ");
            found.push(Reading {
                name,
                feature: None,
                part,
                cost: cost.saturating_sub((words.len() - end) as u8),
            });
        }
    }
    found
}

/// "oil" + "field" → "oil field", "air" + "base" → "air base".
fn joined_feature(word: &str, after: Option<String>) -> String {
    let word = word.to_lowercase();
    match after {
        Some(rest) if is(Class::FirstHalf, &word) => format!("{word} {rest}"),
        Some(rest) => rest,
        None => word,
    }
}

/// A word for what lies between the houses of a town.
pub(crate) fn is_street(lower: &str) -> bool {
    is(Class::Street, lower)
}

/// True for a word behind a name that says what it is ("province", "oil", "airport").
pub(crate) fn is_feature(lower: &str) -> bool {
    is(Class::Trailing, lower)
}

/// The ends of a compound: `Sukhna-Deir Ezzor road`, `Palmyra–Deir Ezzor`, `A-B-C triangle`, `A and B`.
/// Each end must be known by `known`; the article of "al-Mayadin" cuts nothing.
pub(crate) fn ends(text: &str, known: impl Fn(&str) -> bool) -> Option<Vec<String>> {
    let bare = bare_of_feature(text);
    if let Some((a, b)) = bare.split_once(" and ").or_else(|| bare.split_once(" to ")) {
        let both = [a, b].map(|name| name.trim().to_owned());
        return both.iter().all(|name| known(name)).then(|| both.to_vec());
    }
    let cuts: Vec<(usize, usize)> = bare
        .char_indices()
        .filter(|(_, c)| matches!(c, '-' | '–' | '—' | '/' | '‑'))
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    if cuts.is_empty() {
        return None;
    }
    split(bare, &cuts, &known)
}

/// The first way to cut at the hyphens so that two or more known names result.
fn split(bare: &str, cuts: &[(usize, usize)], known: &impl Fn(&str) -> bool) -> Option<Vec<String>> {
    for (from, (left, right)) in cuts.iter().enumerate() {
        let head = bare.get(..*left)?.trim();
        if head.chars().count() < 3 || fold(head).len() < 3 || !known(head) {
            continue;
        }
        let tail = bare.get(*right..)?.trim();
        let later: Vec<(usize, usize)> = cuts[from + 1..]
            .iter()
            .map(|(a, b)| (a - (bare.len() - tail.len()), b - (bare.len() - tail.len())))
            .collect();
        if let Some(mut rest) = split(tail, &later, known) {
            rest.insert(0, head.to_owned());
            return Some(rest);
        }
        if tail.chars().count() >= 3 && known(tail) {
            return Some(vec![head.to_owned(), tail.to_owned()]);
        }
    }
    None
}

fn bare_of_feature(text: &str) -> &str {
    let trimmed = text.trim();
    match trimmed.rsplit_once(' ') {
        Some((rest, last)) if is(Class::Joining, &last.to_lowercase()) => rest,
        _ => trimmed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_and_parts_are_taken_off() {
        let has = |text: &str, name: &str| readings(text).into_iter().find(|r| r.name == name);
        assert_eq!(has("Sabanda province", "Sabanda").and_then(|r| r.feature).as_deref(), Some("province"));
        assert_eq!(has("northern Sabanda", "Sabanda").and_then(|r| r.part), Some(0.0));
        assert_eq!(has("the town of Keld", "Keld").and_then(|r| r.feature).as_deref(), Some("town"));
        assert_eq!(has("Keld oil field", "Keld").and_then(|r| r.feature).as_deref(), Some("oil field"));
        assert_eq!(has("south-western Keld countryside", "Keld").and_then(|r| r.part), Some(225.0));
        assert_eq!(readings("Keld").len(), 1);
        assert!(has("Keld Street", "Keld").is_none() && has("Keld Road", "Keld").is_none());
        assert!(has("Keld road", "Keld").is_some());
    }

    #[test]
    fn compounds_are_cut_where_both_ends_are_known() {
        let known = |name: &str| ["Sukhna", "Deir Ezzor", "al-Mayadin", "Keld", "Homs"].contains(&name);
        let cut = |text| ends(text, known);
        let names = |list: &[&str]| Some(list.iter().map(|s| (*s).to_owned()).collect::<Vec<_>>());
        assert_eq!(cut("Sukhna-Deir Ezzor road"), names(&["Sukhna", "Deir Ezzor"]));
        assert_eq!(cut("Deir Ezzor–al-Mayadin"), names(&["Deir Ezzor", "al-Mayadin"]));
        assert_eq!(cut("Keld-Homs-Sukhna triangle"), names(&["Keld", "Homs", "Sukhna"]));
        assert_eq!(cut("Keld and Homs"), names(&["Keld", "Homs"]));
        assert_eq!(cut("al-Mayadin"), None);
        assert_eq!(cut("Keld"), None);
    }
}
