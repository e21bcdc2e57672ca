//! Owns the table of abbreviations (`data/lang/en/abbreviations.tsv`) and what each allows.

use rustc_hash::FxHashMap;
use std::sync::LazyLock;

/// How an abbreviation behaves before and at a full stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Before a name: "Maj. Gen. Ali".
    Title,
    /// "Jan. 5".
    Month,
    /// "Sat., 5 May".
    Day,
    /// Only before a digit: "No. 5".
    Number,
    /// After a digit and inside a sentence: "5 km. from".
    Unit,
    /// May end a sentence: "Acme Inc.".
    Closing,
    /// Never ends a sentence: "vs.".
    Inner,
}

static TABLE: LazyLock<FxHashMap<&'static str, Kind>> = LazyLock::new(|| {
    let lines = include_str!("../../../../data/lang/en/abbreviations.tsv").lines();
    lines.filter(|l| !l.starts_with('#')).filter_map(entry).collect()
});

fn entry(line: &'static str) -> Option<(&'static str, Kind)> {
    let (form, kind) = line.split_once('\t')?;
    let kind = match kind.trim() {
        "title" => Kind::Title,
        "month" => Kind::Month,
        "day" => Kind::Day,
        "number" => Kind::Number,
        "unit" => Kind::Unit,
        "closing" => Kind::Closing,
        _ => Kind::Inner,
    };
    Some((form, kind))
}

/// The kind of that abbreviation, without its full stop, in any case.
pub fn kind(form: &str) -> Option<Kind> {
    if form.len() > 8 {
        return None;
    }
    TABLE.get(form.to_lowercase().as_str()).copied()
}

/// True where the full stop after `form` belongs to it. `rest` is the text after the stop.
pub fn takes_stop(form: &str, rest: &str) -> bool {
    let spaced = rest.starts_with(char::is_whitespace);
    let follows = rest.trim_start();
    let next = follows.chars().next();
    let small = next.is_some_and(|c| c.is_lowercase() || matches!(c, ',' | ';' | ':' | ')'));
    let digit = next.is_some_and(|c| c.is_ascii_digit());
    let shouted = form.len() > 1 && !form.chars().any(char::is_lowercase);
    match kind(form) {
        None => false,
        // "GEN." in an all-capitals wire is a title; "Gen" is; "gen." in running text rarely.
        Some(Kind::Title) => next.is_some_and(|c| c.is_uppercase() || c == '(') || small,
        Some(Kind::Month | Kind::Day) => {
            digit || next.is_some_and(|c| matches!(c, ',' | ')')) || (!shouted && small)
        }
        Some(Kind::Number) => digit,
        Some(Kind::Unit) => spaced && small,
        Some(Kind::Closing | Kind::Inner) => true,
    }
}

/// Words that often begin a sentence and seldom a name: they tell "in the U.S. The army" from
/// "the U.S. Army".
pub fn is_opener(word: &str) -> bool {
    const OPENERS: &[&str] = &[
        "a",
        "according",
        "after",
        "all",
        "also",
        "although",
        "an",
        "and",
        "another",
        "as",
        "at",
        "both",
        "but",
        "by",
        "during",
        "each",
        "earlier",
        "for",
        "from",
        "he",
        "her",
        "his",
        "how",
        "however",
        "i",
        "if",
        "in",
        "it",
        "its",
        "last",
        "local",
        "many",
        "meanwhile",
        "most",
        "no",
        "on",
        "one",
        "other",
        "our",
        "police",
        "she",
        "since",
        "so",
        "some",
        "such",
        "that",
        "the",
        "their",
        "there",
        "these",
        "they",
        "this",
        "those",
        "two",
        "three",
        "under",
        "until",
        "we",
        "what",
        "when",
        "where",
        "while",
        "who",
        "with",
        "witnesses",
        "you",
    ];
    word.len() < 11 && OPENERS.binary_search(&word.to_lowercase().as_str()).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stops_belong_to_abbreviations_by_what_follows() {
        let check = |form: &str, rest: &str, expected: bool| {
            assert_eq!(takes_stop(form, rest), expected, "{form}. + {rest:?}");
        };
        check("Gen", " Ali Hassan", true);
        check("No", " 5", true);
        check("No", " The answer", false);
        check("Jan", " 5", true);
        check("Sun", " The rest", false);
        check("etc", "", true);
        check("km", " from the town", true);
        check("km", " The town", false);
        check("army", " The town", false);
    }

    #[test]
    fn openers_are_sorted() {
        assert!(is_opener("The") && is_opener("a") && is_opener("You") && !is_opener("Army"));
    }
}
