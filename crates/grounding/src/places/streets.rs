//! Streets of towns that count them: "34th Street and 12th Avenue", "86th Avenue North".

use super::reading::is_street;
use ascribe_model::{Sentence, TokenRange};

/// The streets and corners that are told by number.
pub(super) fn numbered(sentence: &Sentence) -> Vec<TokenRange> {
    let mut found: Vec<TokenRange> = Vec::new();
    let mut at = 0;
    while at < sentence.tokens.len() {
        let Some(end) = street(sentence, at) else {
            at += 1;
            continue;
        };
        // Two streets are one corner.
        let joined = |t: &str| matches!(t, "and" | "," | "/" | "with" | "at");
        let link = sentence.tokens.get(end).is_some_and(|t| joined(&t.text));
        let other = link.then(|| street(sentence, end + 1)).flatten();
        let end = other.unwrap_or(end);
        found.push(TokenRange::new(at, end));
        at = end;
    }
    found
}

/// Where a street ends that begins at the token: "34th Street", "13th Avenue South".
fn street(sentence: &Sentence, at: usize) -> Option<usize> {
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let number = word(at);
    let digits = number.trim_end_matches(char::is_alphabetic);
    let ordinal = ["st", "nd", "rd", "th"].contains(&number[digits.len()..].to_lowercase().as_str())
        && !digits.is_empty()
        && digits.chars().all(|c| c.is_ascii_digit());
    let noun = word(at + 1);
    let named = noun.starts_with(char::is_uppercase) && is_street(&noun.to_lowercase());
    let side = matches!(word(at + 2), "North" | "South" | "East" | "West");
    (ordinal && named).then_some(at + if side { 3 } else { 2 })
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::sentence;

    #[test]
    fn a_corner_is_one_place() {
        let corner = sentence("died on 34th Street and 12th Avenue North at 8th");
        let found: Vec<_> = numbered(&corner).into_iter().map(|r| (r.start, r.end)).collect();
        assert_eq!(found, [(2, 8)]);
        assert!(numbered(&sentence("The 34th Regiment on Main Street")).is_empty());
    }
}
