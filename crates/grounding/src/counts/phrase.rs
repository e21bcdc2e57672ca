//! One count phrase: bounds, a number or vague word, a range, bounds after it.

use super::numbers::{Number, cardinal};
use super::tables::{Bound, after, before, beside_article, beside_no, measures_after, names_before, vague};
use crate::words::{Word, is_dash, phrase_at};
use ascribe_model::Count;

/// A count phrase found in the words of a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// First word.
    pub start: usize,
    /// First word after.
    pub end: usize,
    /// The last word of the number itself.
    pub number: usize,
    /// What it means.
    pub count: Count,
    /// True where it is only an article ("a soldier").
    pub article: bool,
}

/// A core: the range without bounds, and how many words it took.
#[derive(Debug, Clone, Copy)]
struct Core {
    count: Count,
    len: usize,
    article: bool,
}

/// The longest count phrase that begins at `at`.
pub(crate) fn at(words: &[Word], at: usize) -> Option<Found> {
    between(words, at).or_else(|| bounded(words, at))
}

/// "between 15 and 20", "from 15 to 20".
fn between(words: &[Word], at: usize) -> Option<Found> {
    let joint = match words.get(at)?.lower.as_str() {
        "between" => "and",
        "from" => "to",
        _ => return None,
    };
    let low = cardinal(words, at + 1)?;
    let middle = at + 1 + low.len;
    if words.get(middle)?.lower != joint {
        return None;
    }
    let high = cardinal(words, middle + 1).filter(|h| h.value >= low.value)?;
    let end = middle + 1 + high.len;
    if is_measure(words, end) {
        return None;
    }
    let count = Count { min: Some(low.value), max: Some(high.value) };
    Some(Found { start: at, end, number: end - 1, count, article: false })
}

/// Any bounds before, the core, any bound after.
fn bounded(words: &[Word], at: usize) -> Option<Found> {
    let mut bounds: Vec<Bound> = Vec::new();
    let mut i = at;
    // Two at most: "at least another 5", "well over an estimated 200".
    while bounds.len() < 2 {
        let Some((len, bound)) = before().at(words, i) else { break };
        bounds.push(bound);
        i += len;
    }
    let core = match core(words, i) {
        Some(core) => core,
        // "another soldier", "an estimated …": a bound word that is itself one.
        None => return lone(words, at),
    };
    if core.article && bounds.contains(&Bound::Same) {
        return lone(words, at);
    }
    let mut count = bounds.iter().rev().fold(core.count, |count, bound| bound.apply(count));
    let mut end = i + core.len;
    let number = end - 1;
    if let Some((len, bound)) = after_number(words, end) {
        count = bound.apply(count);
        if len > 0 {
            end += len;
        }
    }
    Some(Found { start: at, end, number, count, article: core.article })
}

/// "another soldier" is one more soldier; "some soldiers" is an unstated number.
fn lone(words: &[Word], at: usize) -> Option<Found> {
    let word = words.get(at)?;
    let next_is_word = words.get(at + 1).is_some_and(|w| w.raw.chars().all(char::is_alphabetic));
    let count = match word.lower.as_str() {
        // "Killing one soldier and wounding another."
        "another" if next_is_word || !is_mutual(words, at) => Count::exactly(1),
        "some" if next_is_word => Count::default(),
        _ => return None,
    };
    Some(Found { start: at, end: at + 1, number: at, count, article: word.lower == "another" })
}

/// "They shot at one another": nobody is counted.
fn is_mutual(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| matches!(words[before].lower.as_str(), "one" | "each"))
}

/// "20 men or more": the bound may follow the noun, which it then does not take in.
fn after_number(words: &[Word], end: usize) -> Option<(usize, Bound)> {
    if let Some(found) = after().at(words, end) {
        let dash = phrase_at(words, end, &["plus"]);
        return (!dash || words.get(end).is_some_and(|w| w.glued)).then_some(found);
    }
    let (_, bound) = (1..=2).find_map(|skip| after().at(words, end + skip))?;
    matches!(bound, Bound::Min).then_some((0, bound)).filter(|_| !later_at_least(words, end))
}

/// "20 men, at least" is a bound; "20 men at least 5 of whom" is not one on the 20.
fn later_at_least(words: &[Word], end: usize) -> bool {
    let of_others = |at: usize| phrase_at(words, at, &["at", "least"]) && cardinal(words, at + 2).is_some();
    (1..=2).any(|skip| of_others(end + skip) || phrase_at(words, end + skip, &["plus"]))
}

fn core(words: &[Word], at: usize) -> Option<Core> {
    // "Both Danish and Norwegian sailors", "both men and women": no two, but two kinds.
    let lists = words.get(at).is_some_and(|w| w.lower == "both")
        && (2..=3).any(|n| words.get(at + n).is_some_and(|w| w.lower == "and"));
    if let Some((len, count)) = vague().at(words, at).filter(|_| !lists) {
        let some = words[at].lower == "some" || words[at].lower == "few";
        if !some && !is_measure(words, at + len) {
            return Some(Core { count, len, article: false });
        }
    }
    if let Some(number) = cardinal(words, at) {
        return numeric(words, at, number);
    }
    nothing(words, at).or_else(|| article(words, at))
}

/// A number that counts something, with the range it may open ("15 to 20", "15-20", "three or four").
fn numeric(words: &[Word], at: usize, number: Number) -> Option<Core> {
    let end = at + number.len;
    if names_something(words, at, &number)
        || is_measure(words, end)
        || is_age(words, end)
        || is_year(words, at, &number)
    {
        return None;
    }
    let exact = Core { count: Count::exactly(number.value), len: number.len, article: false };
    let joint = words.get(end).is_some_and(|w| w.lower == "to" || w.lower == "or" || (is_dash(w) && w.glued));
    let Some(high) = joint.then(|| cardinal(words, end + 1)).flatten() else { return Some(exact) };
    let after = end + 1 + high.len;
    if high.value <= number.value || is_measure(words, after) || is_age(words, after) {
        return Some(exact).filter(|_| !is_measure(words, after));
    }
    let count = Count { min: Some(number.value), max: Some(high.value) };
    Some(Core { count, len: after - at, article: false })
}

/// "no casualties", "none of the volunteers", "not … any civilians".
fn nothing(words: &[Word], at: usize) -> Option<Core> {
    let zero = Core { count: Count::exactly(0), len: 1, article: false };
    let next_is_word = words.get(at + 1).is_some_and(|w| w.raw.chars().all(char::is_alphabetic));
    match words.get(at)?.lower.as_str() {
        "no" if next_is_word && !phrase_at(words, at + 1, &["one"]) && !not_a_count(words, at + 1) => {
            Some(zero)
        }
        "none" => Some(zero),
        "any"
            if next_is_word
                && words[at.saturating_sub(6)..at]
                    .iter()
                    .any(|w| matches!(w.lower.as_str(), "not" | "n't" | "without" | "never")) =>
        {
            Some(zero)
        }
        _ => None,
    }
}

/// "no longer", "no more": not a count of things.
fn not_a_count(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| beside_no().contains(w.lower.as_str()))
}

/// "a soldier", "an officer".
fn article(words: &[Word], at: usize) -> Option<Core> {
    let next = words.get(at + 1)?;
    let fits = matches!(words.get(at)?.lower.as_str(), "a" | "an")
        && next.raw.chars().next().is_some_and(char::is_alphanumeric);
    let vague = beside_article().contains(next.lower.as_str());
    (fits && !vague).then_some(Core { count: Count::exactly(1), len: 1, article: true })
}

/// True where the digits at `at` are part of a name or price, or a measure ("1600 GMT") follows them.
pub(crate) fn is_name_or_measure(words: &[Word], at: usize, len: usize) -> bool {
    names_something(words, at, &Number { value: 0, len, digits: true }) || is_measure(words, at + len)
}

/// "Resolution 2254", "S-300", "$500": the number is part of a name or of a price.
fn names_something(words: &[Word], at: usize, number: &Number) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|i| words.get(i)) else { return false };
    if number.digits && names_before().contains(before.lower.as_str()) {
        return true;
    }
    let glued_name = words[at].glued && is_dash(before) && at >= 2 && before.glued && {
        let name = &words[at - 2];
        name.raw.chars().any(char::is_alphabetic)
    };
    let currency = words[at].raw.starts_with(['$', '£', '€']);
    glued_name || currency || (words[at].glued && before.raw.ends_with(['$', '£', '€', '/', '#', '.']))
}

/// "32 km", "40 percent", "82-mm".
fn is_measure(words: &[Word], end: usize) -> bool {
    let skip = usize::from(words.get(end).is_some_and(is_dash));
    // "Eight M-16 rifles" are no metres.
    let make = |w: &Word| w.raw == "M" && words.get(end + skip + 1).is_some_and(is_dash);
    words.get(end + skip).is_some_and(|w| measures_after().contains(w.lower.as_str()) && !make(w))
}

/// "30-year-old", "30 years old".
fn is_age(words: &[Word], end: usize) -> bool {
    let skip = usize::from(words.get(end).is_some_and(is_dash));
    words.get(end + skip).is_some_and(|w| matches!(w.lower.as_str(), "year" | "years" | "month" | "months"))
        && words[end..].iter().take(4).any(|w| w.lower == "old")
}

/// A bare "1988" with nothing to count after it.
fn is_year(words: &[Word], at: usize, number: &Number) -> bool {
    let bare =
        number.digits && number.len == 1 && words[at].raw.len() == 4 && (1900..=2100).contains(&number.value);
    let led = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| {
        matches!(w.lower.as_str(), "in" | "since" | "during" | "until" | "early" | "late" | "year")
    });
    let counts = words.get(at + 1).is_some_and(|w| {
        w.lower.ends_with('s') && w.raw.chars().all(char::is_lowercase) || w.lower == "people"
    });
    bare && (led || !counts)
}
