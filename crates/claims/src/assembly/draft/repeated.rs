//! Sentences that a report prints twice: a summary over the text that opens it, a caption, a page copied with its preview.

use ascribe_model::{Analysis, Sentence};

/// So many words at the head of two sentences are not alike by chance.
const ALIKE: usize = 8;

/// "Rebels took Keld and two posts. Rebels took Keld and two posts, a monitor said.": sentences that say no more than
/// another that begins alike, or than an equal one before them.
pub(super) fn sentences(analysis: &Analysis) -> Vec<usize> {
    let all = &analysis.sentences;
    (0..all.len()).filter(|&n| (0..all.len()).any(|m| m != n && says_all(&all[m], &all[n], m < n))).collect()
}

/// True where `fuller` begins like `sentence` and has all its words in their order and more, or is equal and stands
/// `before` it.
fn says_all(fuller: &Sentence, sentence: &Sentence, before: bool) -> bool {
    let (long, short) = (words(fuller), words(sentence));
    let longer = long.len() > short.len() || long.len() == short.len() && before;
    let mut rest = long.iter();
    short.len() > ALIKE
        && longer
        && long[..ALIKE] == short[..ALIKE]
        && short.iter().all(|word| rest.any(|w| w == word))
}

/// The words without the marks at the end.
fn words(sentence: &Sentence) -> Vec<&str> {
    let mut words: Vec<&str> = sentence.tokens.iter().map(|t| t.text.as_str()).collect();
    while words.last().is_some_and(|w| !w.chars().any(char::is_alphanumeric)) {
        words.pop();
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_testing::sentence;

    #[test]
    fn of_two_alike_the_fuller_tells() {
        let text = |end: &str| {
            let words = "rebels took the town of Keld and two posts on Monday";
            let tokens: Vec<String> =
                format!("{words}{end}").split(' ').map(|w| format!("{w}/{w}/NOUN/0/root")).collect();
            sentence(&tokens.join(" "))
        };
        let analysis = |ends: [&str; 2]| Analysis {
            sentences: ends.iter().map(|e| text(e)).collect(),
            ..Analysis::default()
        };
        assert_eq!(sentences(&analysis([" .", " monitors said"])), [0]);
        assert_eq!(sentences(&analysis([" .", " ( 4 May ) monitors said"])), [0]);
        assert_eq!(sentences(&analysis(["", " ."])), [1]);
        assert!(sentences(&analysis([" night", " morning"])).is_empty());
    }
}
