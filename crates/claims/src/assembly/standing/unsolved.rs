//! Deeds of which the report says that nobody knows who did them.

use super::View;
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::Sentence;

/// Types that somebody is asked to answer for.
const STRUCK: [&str; 7] =
    ["attack", "airstrike", "shelling", "explosion", "suicide_bombing", "assassination", "abduction"];
/// So many sentences before it the deed may stand of which nobody has owned up.
const BACK: usize = 4;

impl View<'_> {
    /// "It was not clear who carried out the raids", "nobody has claimed responsibility": who is named elsewhere did
    /// something else, as far as anybody tells.
    pub(super) fn is_unsolved(&self) -> bool {
        let draft = self.draft;
        let says_so = |number: usize| {
            let sentence = self.known.analysis.sentences.get(number);
            sentence.is_some_and(|s| {
                self.report.outline.reaches(s.passage, draft.passage) && (asks_who(s) || nobody_owns_up(s))
            })
        };
        STRUCK.contains(&draft.claim.kind.as_str())
            && (draft.sentence.saturating_sub(1)..=draft.sentence + BACK).any(says_so)
    }
}

/// "It is not yet known who", "it was unclear what had caused the blast".
fn asks_who(sentence: &Sentence) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or_else(String::new, |t| t.text.to_lowercase());
    let denied = |t: usize| {
        (t.saturating_sub(4)..t).any(|d| matches!(word(d).as_str(), "not" | "n't" | "n’t" | "never"))
    };
    let causes = |t: usize| (t..t + 4).any(|c| word(c).starts_with("caus"));
    (0..sentence.tokens.len()).any(|t| {
        let unknown = match word(t).as_str() {
            "clear" | "known" | "certain" => denied(t),
            "unclear" | "unknown" | "uncertain" => true,
            _ => false,
        };
        let asked = word(t + 1);
        unknown && (asked == "who" || asked == "what" && causes(t + 2))
    })
}

/// "No group has claimed responsibility", "there was no immediate claim of responsibility".
fn nobody_owns_up(sentence: &Sentence) -> bool {
    let word = |t: usize| sentence.tokens.get(t).map_or_else(String::new, |t| t.text.to_lowercase());
    let length = sentence.tokens.len();
    // "Each side blames the other".
    let blame = (0..length).any(|t| word(t).starts_with("blam") || word(t).starts_with("accus"));
    let each =
        (0..length).any(|t| word(t) == "each" && matches!(word(t + 1).as_str(), "side" | "other" | "party"));
    if blame && each {
        return true;
    }
    (0..length).any(|no| {
        let claim = (no + 1..(no + 7).min(length)).find(|&t| word(t).starts_with("claim"));
        let answers = |t: usize| (t + 1..t + 4).any(|r| telling::is(Telling::Credit, &word(r)));
        matches!(word(no).as_str(), "no" | "nobody" | "none") && claim.is_some_and(answers)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sentence(words: &str) -> Sentence {
        let lines: Vec<Vec<&str>> = words.split(' ').map(|w| vec![w, "NOUN", "0", "root"]).collect();
        let (_, analysis) = ascribe_testing::report([lines]);
        analysis.sentences[0].clone()
    }

    #[test]
    fn nobody_knows_who_did_it() {
        assert!(asks_who(&sentence("It was not immediately clear who carried out the raid")));
        assert!(asks_who(&sentence("It was unclear what had caused the blast")));
        assert!(!asks_who(&sentence("It was clear who carried out the raid")));
        assert!(nobody_owns_up(&sentence("No group has claimed responsibility")));
        assert!(nobody_owns_up(&sentence("There was no immediate claim of responsibility")));
        assert!(!nobody_owns_up(&sentence("The Front claimed responsibility")));
    }
}
