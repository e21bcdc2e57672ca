//! Owns letter case: which sentences are written in capitals, and how a name of theirs is spelled.

use crate::network::Vocabulary;

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

/// A shouted name as a mixed-case text would print it: "SALVADOR" → "Salvador", but "FMLN" stays. A
/// short word that the vocabulary does not hold, or that has no vowel, is an abbreviation.
pub fn name_case(word: &str, vocabulary: &Vocabulary) -> String {
    let lower = word.to_lowercase();
    let letters = lower.chars().filter(|c| c.is_alphabetic()).count();
    let vowels = lower.chars().filter(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).count();
    let digits = lower.chars().any(char::is_numeric);
    let stopped = lower.contains('.') && letters < 5;
    let abbreviation = digits
        || stopped
        || (letters <= 5 && (vowels == 0 || !vocabulary.holds(&lower)) && !is_wordlike(&lower));
    if abbreviation || word.chars().any(char::is_lowercase) {
        return word.to_owned();
    }
    let mut out = String::with_capacity(word.len());
    let mut fresh = true;
    for c in lower.chars() {
        if fresh {
            out.extend(c.to_uppercase());
        } else {
            out.push(c);
        }
        fresh = !c.is_alphanumeric() && !crate::text::is_apostrophe(c);
    }
    out
}

/// True where consonants and vowels take turns: "MORAZ", "CALI", but not "COPREF", "ELN", "URNG".
fn is_wordlike(lower: &str) -> bool {
    let kinds: Vec<bool> = lower.chars().map(|c| matches!(c, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')).collect();
    kinds.len() >= 4 && kinds.windows(2).filter(|w| w[0] != w[1]).count() + 1 >= kinds.len()
}

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
        check("O'HIGGINS", "O'higgins");
        check("CALI", "Cali");
    }

    #[test]
    fn shouted_sentences() {
        assert!(is_shouted("THE ARMY LEFT SAN MIGUEL".split(' ')));
        assert!(!is_shouted("The FMLN left San Miguel".split(' ')));
        assert!(!is_shouted("NATO".split(' ')));
    }
}
