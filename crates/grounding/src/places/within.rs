//! Two names in a row: which of them lies in the other, by the words between them.

use super::reading::compass;
use super::vocabulary::{Class, is};

/// Words of the gap that say nothing of which lies in which.
fn is_filler(word: &str) -> bool {
    matches!(word, "the" | "," | "(" | "a" | "an" | "which" | "is") || is(Class::Filler, word)
}

/// "Keld, Anbar province", "Keld in Anbar", "Keld, a village in northern Anbar": the first lies in the second.
pub fn lies_in_next(gap: &[&str]) -> bool {
    let lower: Vec<String> = gap.iter().map(|w| w.to_lowercase()).collect();
    // "The Sarda suburb of Keld": the other way round.
    if holds_next(gap) {
        return false;
    }
    let words: Vec<&str> =
        lower.iter().map(String::as_str).filter(|w| !is_filler(w)).filter(|w| !is_kind(w)).collect();
    match words.as_slice() {
        [] => gap.iter().any(|w| matches!(*w, "," | "(")) && !gap.iter().any(|w| is_kind(w)),
        // "Keld, north of Sarda" lies beside it; "Keld in the north of Salt" in it.
        ["in"] | ["of"] => true,
        // "Keld, on the outskirts of Sarda".
        ["on", "of"] => lower.iter().any(|w| w == "outskirts"),
        ["on", "edge" | "edges", "of"] => true,
        ["in", rest @ .., "of"] => rest.iter().all(|w| compass(w).is_some() || *w == "in"),
        ["in" | "of", side] | [side] => compass(side).is_some(),
        _ => false,
    }
}

/// "The Sarda suburb of Keld", "Salt province city of Keld": a noun for what the second is stands bare between.
pub fn holds_next(gap: &[&str]) -> bool {
    let [rest @ .., kind, "of"] = gap else { return false };
    // "The Salt Sea coastal city of Keld".
    let describes = |w: &str| is_settled(w) || compass(w).is_some() || is(Class::TownKind, w);
    is_settled(kind) && rest.iter().all(|w| describes(w))
}

/// A noun for a town, a part of one, or a camp.
pub(super) fn is_settled(word: &str) -> bool {
    is(Class::Settled, word)
}

/// A noun for a part of a country.
pub(crate) fn is_province(word: &str) -> bool {
    is(Class::Region, word)
}

/// A noun for a place, also for what only says where in one ("outskirts").
fn is_kind(word: &str) -> bool {
    is_settled(word)
        || is(Class::Outlying, word)
        || is(Class::Leading, word)
            && !is(Class::Preposition, word)
            && !matches!(word, "in" | "of" | "nearby")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn gap(words: &str) -> Vec<&str> {
        words.split_whitespace().collect()
    }

    #[test]
    fn what_a_name_lies_in_stands_behind_it() {
        for words in [
            ",",
            "in",
            "in the",
            ", a village in",
            "a village in",
            "in northern",
            ", located in the province of",
            ", a suburb of",
            ", on the outskirts of",
            "in the north of",
            ", northern",
            "(",
            "in the countryside of",
        ] {
            assert!(lies_in_next(&gap(words)), "{words}");
        }
        for words in [
            "and",
            "",
            "suburb of",
            "north of",
            ", north of",
            "to",
            "from",
            ", a town east of",
            "a town",
            ", and",
        ] {
            assert!(!lies_in_next(&gap(words)), "{words}");
        }
    }

    #[test]
    fn or_before_it() {
        assert!(holds_next(&gap("suburb of")) && holds_next(&gap("port city of")));
        assert!(holds_next(&gap("coastal city of")) && !holds_next(&gap("and the city of")));
        assert!(
            !holds_next(&gap(", a suburb of")) && !holds_next(&gap("province of")) && !holds_next(&gap("of"))
        );
    }
}
