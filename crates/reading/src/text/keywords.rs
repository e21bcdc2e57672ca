//! Lists of keywords in the running text: "… on Monday. Tags Valley Rebels Car Bomb At least ten people were …".

use ascribe_model::Span;
use regex::Regex;
use std::sync::LazyLock;

/// Longest list that is looked for, in words.
const MAX_WORDS: usize = 30;
/// Words that a sentence has and a list of keywords lacks; a list of them begins no sentence.
const PROSE: [&str; 22] = [
    "of", "in", "on", "at", "to", "by", "from", "and", "with", "for", "the", "a", "an", "is", "are", "was",
    "were", "has", "have", "had", "been", "than",
];

static HEADING: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"[.!?]["”’)]?\s+(?P<tags>(?:Tags|Keywords|Filed under):?\s+)\S"#).expect("fixed text")
});
static WORD: LazyLock<Regex> = LazyLock::new(|| Regex::new(r"\S+").expect("fixed text"));

/// Where a list of keywords stands between two sentences: up to the first capital that prose follows.
pub(super) fn find(words: &str) -> Option<Span> {
    let tags = HEADING.captures(words)?.name("tags")?;
    let rest = words.get(tags.end()..)?;
    let found: Vec<_> = WORD.find_iter(rest).take(MAX_WORDS + 4).collect();
    let list: Vec<&str> = found.iter().map(|w| w.as_str()).collect();
    let length = (1..MAX_WORDS).find(|&at| list.get(at..at + 4).is_some_and(opens))?;
    Some(Span::new(tags.start(), tags.end() + found[length].start()))
}

/// True where a sentence begins with these words.
fn opens(words: &[&str]) -> bool {
    let [first, next, ..] = words else { return false };
    let plain = words[1..].iter().all(|w| !w.starts_with(char::is_uppercase));
    let prose = words[1..].iter().any(|w| PROSE.contains(&w.trim_end_matches(',')));
    let number = matches!(*next, "least" | "than");
    let article = matches!(*first, "A" | "An" | "The");
    first.starts_with(char::is_uppercase) && (article || number || plain && prose)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, after: &str) {
        let text = format!("Ten people died on Monday. {words}");
        let found = find(&text).map(|span| &text[span.end..]);
        assert_eq!(found, Some(after).filter(|a| !a.is_empty()), "{words}");
    }

    #[test]
    fn lists_end_where_prose_begins() {
        check("Tags Valley Rebels Car Bomb At least ten people died.", "At least ten people died.");
        check("Tags Valley war crimes UN aid Hill and valley jets struck.", "Hill and valley jets struck.");
        check("Tags: Valley Hill Front The Hill brigade said on Monday", "The Hill brigade said on Monday");
        check("Keywords Valley children Fifteen members of the group", "Fifteen members of the group");
    }

    #[test]
    fn sentences_are_no_lists() {
        check("Tags were put on the bodies.", "");
        check("Tags Valley Hill", "");
    }
}
