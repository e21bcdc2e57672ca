//! Numbers in words and digits: "22", "1,400", "1.7 million", "two hundred and fifty", "twenty-two".

use crate::words::{Word, is_dash};
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

static TABLE: &str = include_str!("../../../../data/lang/en/numbers.tsv");

/// What a number word does in a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Unit,
    Tens,
    Hundred,
    Scale,
    Group,
    Ordinal,
}

fn lexicon() -> &'static FxHashMap<&'static str, (Kind, u64)> {
    static LEXICON: OnceLock<FxHashMap<&'static str, (Kind, u64)>> = OnceLock::new();
    LEXICON.get_or_init(|| ascribe_words::rows(TABLE).filter_map(|(_, row)| entry(&row)).collect())
}

fn entry(row: &[&'static str]) -> Option<(&'static str, (Kind, u64))> {
    let kind = match *row.get(1)? {
        "unit" => Kind::Unit,
        "tens" => Kind::Tens,
        "hundred" => Kind::Hundred,
        "scale" => Kind::Scale,
        "group" => Kind::Group,
        "ordinal" => Kind::Ordinal,
        _ => return None,
    };
    Some((row.first()?, (kind, row.get(2)?.parse().ok()?)))
}

/// A number that was read, with how many words it took.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Number {
    /// The value.
    pub value: u64,
    /// Words taken.
    pub len: usize,
    /// True where written in digits.
    pub digits: bool,
}

/// The longest cardinal number that begins at `at`.
pub(crate) fn cardinal(words: &[Word], at: usize) -> Option<Number> {
    let first = words.get(at)?;
    if let Some(half) = half_of_scale(words, at) {
        return Some(half);
    }
    if let Some(value) = decimal(&first.lower) {
        // "1 000 civilians": thousands parted by a space.
        if words.get(at + 1).is_some_and(|w| w.lower == "000") && value < 1000.0 && value.fract() == 0.0 {
            return Some(Number { value: value as u64 * 1000, len: 2, digits: true });
        }
        return Some(scaled(words, at, value));
    }
    in_words(words, at)
}

/// "Half a million", "half a billion".
fn half_of_scale(words: &[Word], at: usize) -> Option<Number> {
    let word = |i: usize| words.get(at + i).map_or("", |w| w.lower.as_str());
    let len = if word(1) == "a" { 2 } else { 1 };
    match look_up(words, at + len).filter(|_| word(0) == "half")? {
        (Kind::Scale, by) => Some(Number { value: by / 2, len: len + 1, digits: false }),
        _ => None,
    }
}

/// Digits with an optional scale word after: "13,000", "1.7 million", "300 thousand".
fn scaled(words: &[Word], at: usize, value: f64) -> Number {
    let mut total = value;
    let mut len = 1;
    while let Some((Kind::Scale | Kind::Hundred | Kind::Group, by)) = look_up(words, at + len) {
        total *= by as f64;
        len += 1;
    }
    Number { value: total.round() as u64, len, digits: true }
}

/// "12", "1,400", "13.000" (a full stop before three digits parts thousands where nothing else fits).
fn decimal(text: &str) -> Option<f64> {
    if !text.starts_with(|c: char| c.is_ascii_digit()) || text.len() > 15 || text == "000" {
        return None;
    }
    if !text.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '.') {
        return None;
    }
    let groups: Vec<&str> = text.split(',').collect();
    if groups.len() > 1 && groups[1..].iter().any(|g| g.split('.').next().is_none_or(|g| g.len() != 3)) {
        return None;
    }
    text.replace(',', "").parse().ok()
}

fn look_up(words: &[Word], at: usize) -> Option<(Kind, u64)> {
    lexicon().get(words.get(at)?.lower.as_str()).copied()
}

/// Number words, added up as English does: units and tens, times hundred, times each scale.
fn in_words(words: &[Word], at: usize) -> Option<Number> {
    let (mut total, mut current, mut i) = (0u64, 0u64, at);
    let mut last: Option<Kind> = None;
    loop {
        let step = skip_joint(words, i, last);
        let Some((kind, value)) = look_up(words, step) else { break };
        let fits = match (last, kind) {
            (_, Kind::Ordinal) => false,
            (None, Kind::Unit | Kind::Tens) => true,
            (None, _) => false,
            (Some(Kind::Tens), Kind::Unit) => value < 10,
            (Some(Kind::Hundred | Kind::Scale), Kind::Unit | Kind::Tens) => true,
            (Some(_), Kind::Hundred) => current > 0 && current < 100,
            (Some(_), Kind::Scale | Kind::Group) => current > 0,
            _ => false,
        };
        if !fits {
            break;
        }
        match kind {
            Kind::Unit | Kind::Tens => current += value,
            Kind::Hundred | Kind::Group => current = current.saturating_mul(value),
            Kind::Scale => {
                total = total.saturating_add(current.saturating_mul(value));
                current = 0;
            }
            Kind::Ordinal => {}
        }
        last = Some(kind);
        i = step + 1;
    }
    // "twenty-first" is an ordinal as a whole.
    let joint = skip_joint(words, i, last);
    if joint > i && matches!(look_up(words, joint), Some((Kind::Ordinal, _))) {
        return None;
    }
    last.map(|_| Number { value: total.saturating_add(current), len: i - at, digits: false })
}

/// Over the hyphen of "twenty-two" and the "and" of "two hundred and fifty".
fn skip_joint(words: &[Word], at: usize, last: Option<Kind>) -> usize {
    let Some(word) = words.get(at) else { return at };
    match last {
        Some(Kind::Tens) if is_dash(word) && word.glued => at + 1,
        Some(Kind::Hundred | Kind::Scale) if word.lower == "and" => at + 1,
        _ => at,
    }
}

/// An ordinal that begins at `at`: "third", "31st", "twenty-first".
pub(crate) fn ordinal(words: &[Word], at: usize) -> Option<Number> {
    let word = words.get(at)?;
    let stem = word.lower.trim_end_matches(['s', 't', 'n', 'd', 'r', 'h']);
    let suffix = word.lower.get(stem.len()..).unwrap_or("");
    if matches!(suffix, "st" | "nd" | "rd" | "th" | "d")
        && let Ok(value) = stem.parse()
    {
        return Some(Number { value, len: 1, digits: true });
    }
    match look_up(words, at)? {
        (Kind::Ordinal, value) => Some(Number { value, len: 1, digits: false }),
        (Kind::Tens, tens) if words.get(at + 1).is_some_and(is_dash) => match look_up(words, at + 2)? {
            (Kind::Ordinal, value) if value < 10 => {
                Some(Number { value: tens + value, len: 3, digits: false })
            }
            _ => None,
        },
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::{tests::plain, words};

    fn check(text: &str, value: u64, len: usize) {
        let (_, analysis) = plain(text);
        let words = words(&analysis.sentences[0]);
        let found = cardinal(&words, 0).or_else(|| ordinal(&words, 0)).expect(text);
        assert_eq!((found.value, found.len), (value, len), "{text}");
    }

    #[test]
    fn numbers_in_words_and_digits() {
        check("22 soldiers", 22, 1);
        check("1,400 civilians", 1400, 1);
        check("15 000 civilians", 15_000, 2);
        check("1.7 million people", 1_700_000, 2);
        check("twenty-two men", 22, 3);
        check("two hundred and fifty rounds", 250, 4);
        check("two hundred thousand refugees", 200_000, 3);
        check("three thousand one hundred and six", 3106, 6);
        check("fifteen and a half", 15, 1);
        check("half a million people", 500_000, 3);
        check("31st of May", 31, 1);
        check("twenty-first day", 21, 3);
        check("two dozen trucks", 24, 2);
        check("2d Brigade", 2, 1);
    }

    #[test]
    fn no_number() {
        for text in ["soldiers", "and fifty", "1,40 rounds", "hundred", "v1.2", "000 men"] {
            let (_, analysis) = plain(text);
            let words = words(&analysis.sentences[0]);
            assert_eq!(cardinal(&words, 0), None, "{text}");
        }
    }
}
