//! Owns letter case: which sentences are written in capitals, and how a name of theirs is spelled.

use crate::network::Vocabulary;
use rustc_hash::{FxHashMap, FxHashSet};
use std::sync::LazyLock;

/// True for a sentence in capitals: most of its letters, in more than two words.
pub fn is_shouted<'a>(words: impl Iterator<Item = &'a str>) -> bool {
    let (mut upper, mut lower, mut long) = (0usize, 0usize, 0usize);
    for word in words {
        upper += word.chars().filter(|c| c.is_uppercase()).count();
        lower += word.chars().filter(|c| c.is_lowercase()).count();
        long += usize::from(word.chars().filter(|c| c.is_uppercase()).count() > 1);
    }
    long > 2 && upper > 4 * lower
}

/// What the network, which sees no capitals in a piece, is to read for an abbreviation that is spelled like a
/// verb: "IS fighters", unlike "is fighting", and for a surname that is ("Omar Said was shot").
pub fn unlike_verb<'a>(before: Option<&str>, word: &'a str) -> &'a str {
    match word {
        "IS" => "ISIS",
        "Said" if before.is_some_and(|w| w.starts_with(char::is_uppercase)) => "Saeed",
        _ => word,
    }
}

/// A shouted name as a mixed-case text would print it: "SALVADOR" → "Salvador", but "FMLN" stays.
pub fn name_case(word: &str, vocabulary: &Vocabulary) -> String {
    if is_abbreviation(word, vocabulary) || word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let lower = word.to_lowercase();
    let mut out = String::with_capacity(word.len());
    let mut fresh = true;
    for c in lower.chars() {
        if fresh {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        // "O'Higgins", but "Chile's" and "Da'esh".
        fresh = !c.is_alphanumeric() && (!crate::text::is_apostrophe(c) || out.chars().count() == 2);
    }
    out
}

/// True for a short word that the vocabulary does not hold or that has no vowel, and for one with digits or stops.
pub fn is_abbreviation(word: &str, vocabulary: &Vocabulary) -> bool {
    let lower = word.to_lowercase();
    let letters = lower.chars().filter(|c| c.is_alphabetic()).count();
    let vowels = lower.chars().filter(|c| is_vowel(*c)).count();
    let stopped = lower.contains('.') && (1..5).contains(&letters);
    lower.chars().any(char::is_numeric)
        || stopped
        || (1..=5).contains(&letters)
            && word.chars().all(char::is_alphabetic)
            && (vowels == 0 || !vocabulary.holds(&lower))
            && !is_wordlike(&lower)
}

/// True where somebody could say it as a word: "MARTI", "CALI", but not "COPREF", "ELN", "MRTA".
fn is_wordlike(lower: &str) -> bool {
    const ONSETS: [&str; 12] = ["st", "sp", "sc", "sk", "sh", "ch", "th", "wh", "kh", "gh", "zh", "dh"];
    const CODAS: [&str; 24] = [
        "nt", "nd", "rt", "rd", "rs", "ns", "st", "ck", "ll", "ss", "tz", "ng", "ch", "sh", "th", "lt", "ld",
        "rk", "rn", "rm", "rr", "nn", "nk", "gh",
    ];
    let letters: Vec<char> = lower.chars().collect();
    let runs: Vec<String> =
        letters.chunk_by(|a, b| is_vowel(*a) == is_vowel(*b)).map(String::from_iter).collect();
    let hard = |run: &str| !run.starts_with(is_vowel);
    let begins = runs.first().is_none_or(|r| {
        !hard(r)
            || r.len() == 1
            || r.len() == 2
                && (r.ends_with(['l', 'r', 'h', 'w']) && !r.starts_with('m') || ONSETS.contains(&r.as_str()))
    });
    let ends = runs.last().is_none_or(|r| !hard(r) || r.len() == 1 || CODAS.contains(&r.as_str()));
    letters.len() >= 4
        && letters.iter().all(|c| c.is_alphabetic())
        && begins
        && ends
        && runs.iter().all(|r| !hard(r) || r.len() < 3)
}

fn is_vowel(c: char) -> bool {
    matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'á' | 'é' | 'í' | 'ó' | 'ú')
}

/// How a word is printed that its letters do not give away (`data/lang/en/capitals.tsv`, names of peoples).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// "CIA".
    Capitals,
    /// "WHO", but "who".
    CapitalsAsName,
    /// "Jesuit", "Peruvian".
    Capitalised,
    /// "km".
    Small,
}

/// What the lists say of a word in lower case.
pub fn printed(lower: &str) -> Option<Printed> {
    PRINTED.get(lower.strip_suffix('.').unwrap_or(lower)).copied()
}

/// True for the adjective of a people ("peruvian").
pub fn is_of_people(lower: &str) -> bool {
    PEOPLES.contains(lower)
}

static PEOPLES: LazyLock<FxHashSet<&'static str>> = LazyLock::new(|| {
    content(include_str!("../../../data/rules/en/lists/facts/nationality.txt"))
        .flat_map(|l| l.split(','))
        .map(str::trim)
        .filter(|word| word.len() > 3 && !word.contains('.'))
        .collect()
});

fn content(file: &'static str) -> impl Iterator<Item = &'static str> {
    file.lines().filter(|l| !l.starts_with('#'))
}

static PRINTED: LazyLock<FxHashMap<&'static str, Printed>> = LazyLock::new(|| {
    let peoples = PEOPLES.iter().map(|&word| (word, Printed::Capitalised));
    let how = |how: &str| match how {
        "all" => Printed::Capitals,
        "name" => Printed::CapitalsAsName,
        "small" => Printed::Small,
        _ => Printed::Capitalised,
    };
    let words =
        content(include_str!("../../../data/lang/en/capitals.tsv")).filter_map(|l| l.split_once('\t'));
    peoples.chain(words.map(|(word, kind)| (word, how(kind)))).collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shouted_names() {
        let vocabulary = Vocabulary::parse("san\nlima\nsalvador\nperu");
        let check = |word: &str, expected: &str| assert_eq!(name_case(word, &vocabulary), expected);
        check("SALVADOR", "Salvador");
        check("SAN", "San");
        check("FMLN", "FMLN");
        check("ELN", "ELN");
        check("M-16", "M-16");
        check("U.S.", "U.S.");
        check("O'HIGGINS", "O'Higgins");
        check("DA'ESH", "Da'esh");
        check("CALI", "Cali");
        check("MARTI", "Marti");
        check("MRTA", "MRTA");
        check("URNG", "URNG");
    }

    #[test]
    fn words_of_the_lists() {
        assert_eq!(printed("cia"), Some(Printed::Capitals));
        assert_eq!(printed("peruvian"), Some(Printed::Capitalised));
        assert_eq!(printed("bridge"), None);
    }

    #[test]
    fn a_surname_is_no_verb() {
        assert_eq!(unlike_verb(Some("Omar"), "Said"), "Saeed");
        assert_eq!(unlike_verb(Some("Omar"), "said"), "said");
        assert_eq!(unlike_verb(None, "Said"), "Said");
    }

    #[test]
    fn shouted_sentences() {
        assert!(is_shouted("THE ARMY LEFT SAN MIGUEL".split(' ')));
        assert!(!is_shouted("The FMLN left San Miguel".split(' ')));
        assert!(!is_shouted("NATO".split(' ')));
    }
}
