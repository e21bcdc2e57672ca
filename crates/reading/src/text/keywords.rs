//! What pages set between two sentences: lists of keywords ("… on Monday. Tags Valley Rebels Car Bomb At least ten
//! people were …"), a picture's credit with the headline of another story ("… on Monday. REUTERS Ana Paz Army Takes
//! Hill Town The ministry said …"), the dateline below the first lines ("… on Monday. OSLO (Sputnik) The army said …").

use crate::outlets::Outlets;
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

/// Pictures' credits as pages print them.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r#"[.!?]["”’)]?\s+(?P<tags>(?:AP Photo|REUTERS|Reuters|AFP|EPA|Sputnik|Getty Images|©)\s+)\S"#)
        .expect("fixed text")
});

static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(
        r#"[.!?]["”’)]?\s+(?P<tags>\p{Lu}{3,}(?:[ -]\p{Lu}{3,})*\s+\((?P<outlet>[^()]{2,30})\)\s+)\p{Lu}"#,
    )
    .expect("fixed text")
});

/// Where such a piece stands: up to the first capital that prose follows.
pub(super) fn find(words: &str) -> Option<Span> {
    let heading = HEADING.captures(words).and_then(|found| Some(found.name("tags")?.range()));
    heading.and_then(|at| list_at(words, at)).or_else(|| credit(words)).or_else(|| dateline(words))
}

/// "… on Monday. OSLO (Sputnik) The army said": where the story proper begins, below its first lines.
fn dateline(words: &str) -> Option<Span> {
    DATELINE.captures_iter(words).find_map(|found| {
        Outlets::known().by_name(found.name("outlet")?.as_str())?;
        let line = found.name("tags")?;
        Some(Span::new(line.start(), line.end()))
    })
}

/// A credit and a headline: most of their words are in capitals.
fn credit(words: &str) -> Option<Span> {
    const LEAST: usize = 5;
    CREDIT.captures_iter(words).filter_map(|c| c.name("tags")).find_map(|tags| {
        let found = list_at(words, tags.range())?;
        let run: Vec<&str> = found.of(words).split_whitespace().collect();
        let capitals = run.iter().filter(|w| !w.starts_with(char::is_lowercase)).count();
        (run.len() >= LEAST && capitals * 10 >= run.len() * 7).then_some(found)
    })
}

/// From the heading to the first word that begins a sentence.
fn list_at(words: &str, heading: std::ops::Range<usize>) -> Option<Span> {
    let rest = words.get(heading.end..)?;
    let found: Vec<_> = WORD.find_iter(rest).take(MAX_WORDS + 4).collect();
    let list: Vec<&str> = found.iter().map(|w| w.as_str()).collect();
    let length = (1..MAX_WORDS).find(|&at| list.get(at..at + 4).is_some_and(opens))?;
    Some(Span::new(heading.start, heading.end + found[length].start()))
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
    fn credits_come_with_headlines_of_other_stories() {
        let headline = "Rebels Kill Ten Soldiers in Hill Province";
        check(&format!("Sputnik Ana Paz {headline} OSLO (Sputnik) The army said so."), "The army said so.");
        check(
            &format!("REUTERS Ana Paz {headline} Wherever local forces have gone."),
            "Wherever local forces have gone.",
        );
        check("Sputnik News Agency reported on Monday that the army left.", "");
        check("AFP could not verify the report by the group.", "");
    }

    #[test]
    fn a_dateline_may_stand_below_the_first_lines() {
        check("OSLO (Sputnik) The army said so.", "The army said so.");
        check("NATO (the alliance) The army said so.", "");
    }

    #[test]
    fn sentences_are_no_lists() {
        check("Tags were put on the bodies.", "");
        check("Tags Valley Hill", "");
    }
}
