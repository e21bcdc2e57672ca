//! What follows the last sentence in the same paragraph: share counters, categories, credits.

use super::{facts::same, keywords};
use crate::draft::{passage, trimmed};
use crate::outlets::Outlets;
use crate::phrases::Phrases;
use ascribe_model::{Passage, PassageKind, Span};
use regex::Regex;
use std::sync::LazyLock;

fn fixed(pattern: &str) -> Regex {
    Regex::new(pattern).expect("tail patterns are fixed text")
}

/// "... 832 Community": a counter behind the text.
static COUNTER: LazyLock<Regex> = LazyLock::new(|| fixed(r"(?:\.\.\.|…)\s+\d{1,6}(?:\s|$)"));
/// "(CNN)", "(Source: Valley Post)" behind a sentence.
static CREDITS: LazyLock<Regex> = LazyLock::new(|| fixed(r"(?:\s*\([^()]{2,80}\))+\s*\.?$"));
/// "-- Posted by Anna to Valley Blog at 9/26/2005 08:14:00 PM"
static SIGNED: LazyLock<Regex> = LazyLock::new(|| {
    fixed(r"\s+(?:--|[-–—])\s*(?i:posted by|reported by|edited by|written by)\s+\p{Lu}[^.]{2,100}$")
});
/// Initials of the desk, counters: "R.S", "NTJHH", "12".
static INITIALS: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r#"[.!?]["”’)]?(?P<rest>\s+(?:\p{Lu}{2,8}(?:/\p{Lu}{2,8}){0,3}|\p{Lu}\.\s?\p{Lu}\.?|\d{1,6}|Twitter|Facebook|Tweet|Share|Email|Print|More:?|Read more:?|See also:?|\[(?i:passage omitted|end|words indistinct)\]))$"#,
    )
});
/// "The Valley Post is an independent newspaper …"
static SELF: LazyLock<Regex> = LazyLock::new(|| {
    fixed(
        r"(?i)^[^.]{0,160}\b(?:newspaper|daily|weekly|website|news site|agency|broadcaster|channel|platform|outlet|magazine|publication|organi[sz]ation)\b",
    )
});

/// The passages of a body block from its first to its last sentence and what follows.
pub(crate) fn split(text: &str, span: Span, last: bool, publisher: Option<&str>) -> Vec<Passage> {
    let mut end = span.end;
    let mut rest: Vec<Passage> = Vec::new();
    while let Some((cut, kind)) = find(text.get(span.start..end).unwrap_or(""), last, publisher) {
        let at = span.start + cut;
        let piece = trimmed(text, Span::new(at, end));
        end = trimmed(text, Span::new(span.start, at)).end;
        if piece.is_empty() || end <= span.start {
            break;
        }
        rest.push(passage(kind, piece));
    }
    rest.reverse();
    if end > span.start {
        rest.splice(0..0, without_asides(text, trimmed(text, Span::new(span.start, end))));
    }
    rest
}

/// The body, with what the page set between its sentences taken out.
fn without_asides(text: &str, body: Span) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut at = body.start;
    while let Some(aside) = keywords::find(Span::new(at, body.end).of(text)) {
        let (from, to) = (at + aside.start, at + aside.end);
        found.push(passage(PassageKind::Body, trimmed(text, Span::new(at, from))));
        found.push(passage(PassageKind::Furniture, trimmed(text, Span::new(from, to))));
        at = to;
    }
    found.push(passage(PassageKind::Body, trimmed(text, Span::new(at, body.end))));
    found
}

/// Where the next piece of a tail begins, and what it is.
fn find(words: &str, last: bool, publisher: Option<&str>) -> Option<(usize, PassageKind)> {
    if let Some(at) = credits(words) {
        return Some((at, PassageKind::Metadata));
    }
    if !last {
        return None;
    }
    if let Some(at) = SIGNED.find(near_end(words)) {
        return Some((words.len() - near_end(words).len() + at.start(), PassageKind::Metadata));
    }
    let window = near_end(words);
    let base = words.len() - window.len();
    let phrase = Phrases::known().tail(window);
    let counter = COUNTER.find(window).map(|m| m.start());
    let own = publisher.and_then(|p| self_portrait(window, p));
    if let Some(at) = [phrase, counter, own].into_iter().flatten().min() {
        return Some((base + at, PassageKind::Furniture));
    }
    let found = INITIALS.captures(window)?.name("rest")?;
    Some((base + found.start(), PassageKind::Furniture))
}

/// The last 2,000 bytes or 60 % of the words, whichever is shorter: a tail is no half of a report.
fn near_end(words: &str) -> &str {
    let mut from = words.len().saturating_sub(2000).max(words.len() * 2 / 5);
    while !words.is_char_boundary(from) {
        from += 1;
    }
    words.get(from..).unwrap_or("")
}

/// Where credits in parentheses begin behind a finished sentence, or an outlet's name in them.
fn credits(words: &str) -> Option<usize> {
    let from = (words.len().saturating_sub(400)..=words.len()).find(|&i| words.is_char_boundary(i))?;
    let window = words.get(from..)?;
    if !window.trim_end_matches('.').ends_with(')') {
        return None;
    }
    let found = CREDITS.find(window)?;
    let before = window.get(..found.start())?;
    let inside: Vec<&str> = found.as_str().split(['(', ')']).map(str::trim).filter(|s| s.len() > 1).collect();
    let named = |s: &&str| {
        let name = s.trim_start_matches("Source:").trim_start_matches("via ").trim();
        let name = name.split(" in ").next().unwrap_or(name);
        Outlets::known().by_name(name).is_some() || s.starts_with("Source:")
    };
    let finished = before.trim_end_matches(['"', '”', '’']).ends_with(['.', '!', '?']);
    let names = inside.iter().all(|s| s.starts_with(char::is_uppercase) && s.split_whitespace().count() <= 6);
    let taken = (finished && names) || inside.iter().all(named) && !gives_initials(before, &inside);
    (taken && before.len() > 20).then_some(from + found.start())
}

/// "According to the Valley Monitor for Human Rights (VMHR)": the short form of the name before it, and no credit.
fn gives_initials(before: &str, inside: &[&str]) -> bool {
    let [short] = inside else { return false };
    let last = before.split_whitespace().next_back().and_then(|w| w.chars().next());
    let capitals = short.len() > 1 && short.chars().all(char::is_uppercase);
    capitals && last.is_some() && last == short.chars().next_back()
}

/// Where the outlet begins to speak of itself: "Valley Post Valley Post is the oldest newspaper …".
fn self_portrait(window: &str, publisher: &str) -> Option<usize> {
    let sentence = format!("{publisher} is ");
    let (at, _) = window.match_indices(sentence.as_str()).last()?;
    let rest = window.get(at + sentence.len()..)?;
    if !SELF.is_match(rest) || at == 0 {
        return None;
    }
    let before = window.get(..at)?.trim_end();
    Some(before.strip_suffix(publisher).unwrap_or(before).len())
}

/// The outlet that a credit behind the text names ("(Hill Radio)"), where it is not the publisher.
pub(crate) fn source_of(words: &str, publisher: Option<&str>) -> Option<String> {
    let name = words.trim_matches(['(', ')', '.', ' ']);
    let outlet = Outlets::known().by_name(name.trim_start_matches("Source:").trim())?;
    publisher.is_none_or(|p| !same(p, &outlet.name)).then(|| outlet.name.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(words: &str, body: &str) {
        let lead = "Gunmen attacked the post on the coast road on Monday and fled into the hills.";
        let text = format!("{lead} {words}");
        let found = split(&text, Span::new(0, text.len()), true, Some("Valley Post"));
        assert_eq!(found[0].span.of(&text), format!("{lead} {body}").trim_end(), "{words}");
    }

    #[test]
    fn tails_are_no_body() {
        check("Two died. ... 832 Community standards Discussion", "Two died.");
        check("Two died. Read Also", "Two died.");
        check("Two died. (CNN)", "Two died.");
        check("Two died. (Valley Post) (Hill Radio)", "Two died.");
        check("Two died. ==Sources== * * Category:Asia", "Two died.");
        check("Two died. NTJHH", "Two died.");
        check("Two died. 12", "Two died.");
        check("Two died. -- Posted by Anna K to Hill Blog at 9/26/2005 08:14:00 PM", "Two died.");
        check(
            "Two died. Valley Post Valley Post is the oldest daily newspaper of the valley. It sells well.",
            "Two died.",
        );
    }

    #[test]
    fn sentences_stay() {
        check("Two died, said the Free Army (FSA)", "Two died, said the Free Army (FSA)");
        check("He joined NATO.", "He joined NATO.");
        let monitor = "Two died, according to the Syrian Observatory for Human Rights (SOHR).";
        check(monitor, monitor);
        check("It was over by 12.", "It was over by 12.");
    }
}
