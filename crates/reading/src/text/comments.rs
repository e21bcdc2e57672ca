//! Readers' comments: nested bullets with names, forum blocks, comment sections.

use super::blocks::{Block, Marker};
use super::page::Page;
use crate::phrases::Use;
use ascribe_model::{Passage, PassageKind, Span};
use regex::Regex;
use std::sync::LazyLock;

const NAME: &str = r"(?P<name>[^\s:;,][^:;\n]{0,38}?)";
const AGO: &str = r"(?:an?|\d+)\s+(?:second|sec|minute|min|hour|hr|day|week|month|mo|year|yr)s?\s+ago";

/// The line that opens a comment; the name may be missing ("3 hours ago").
static OPENERS: LazyLock<[Regex; 5]> = LazyLock::new(|| {
    let form = |body: String| Regex::new(&body).expect("comment forms are fixed text");
    [
        // "Anna K. says:", "Anna wrote on April 3, 2014 at 5:12 pm:"
        form(format!(
            r"(?i)^{NAME}\s+(?:says|said|wrote|writes|replied|commented)(?:\s+(?:on|at)\s.{{4,40}})?\s*(?::|\.\.\.|…)$"
        )),
        // "Posted by Anna on 3 April 2014", "Comment by Anna — April 3, 2014 @ 5:12 pm"
        form(format!(
            r"(?i)^(?:posted|comment|comment posted|reply|written) by:?\s+{NAME}(?:\s*(?:\s(?:on|at)\s|[|—–@,•·-]).{{4,50}})?$"
        )),
        // "Anna • 3 years ago", "Anna · 2 hours ago"
        form(format!(r"(?i)^{NAME}\s*[•·|–—>-]?\s*{AGO}(?:\s*\(?edited\)?)?$")),
        form(format!(r"(?i)^[•·]?\s*{AGO}$")),
        // "Anna April 3, 2014 at 5:12 pm"
        form(format!(
            r"(?i)^{NAME}[\s,|•·–—-]+(?:on\s+)?(?:\p{{L}}{{3,9}}\.?\s+\d{{1,2}},?\s+\d{{4}}|\d{{1,2}}\s+\p{{L}}{{3,9}}\.?,?\s+\d{{4}}|\d{{1,2}}[./]\d{{1,2}}[./]\d{{4}}),?\s+(?:at\s+|@\s*|-\s*)?\d{{1,2}}[:.]\d{{2}}\s*(?:[ap]\.?m\.?)?$"
        )),
    ]
});

/// Buttons under a comment.
static BUTTONS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:reply|like|dislike|permalink|report|report comment|flag|quote|share ?›?|upvote|edit|see more|show \d+ repl(?:y|ies)|view \d+ repl(?:y|ies)|log in to reply|\d+ likes?|[▲△▼▽∧∨\d\s|•·–+-]{1,12}|(?:reply|like)\s*[•·|].{0,30})$")
        .expect("fixed text")
});

static COUNT: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:\(?\d{1,5}\)?\s+(?:comments?|responses?|replies|thoughts? on\b.*)|(?:comments?|responses?)\s*[:(\[]?\s*\d{1,5}\s*[)\]]?)$")
        .expect("fixed text")
});

/// Marks the comments of a page; what lies between them becomes furniture.
pub(crate) fn mark(page: &mut Page) {
    let nested = nested(page);
    for (start, end) in &nested {
        page.set(*start, *end, PassageKind::Comment);
    }
    if nested.is_empty()
        && let Some(start) = section(page)
    {
        forum(page, start);
    }
}

/// `• Name`, blank line, deeper text without a bullet. At least two, or one behind the report's end.
fn nested(page: &mut Page) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < page.blocks.len() {
        let end = if is_name(page, at) { reach(&page.blocks, at) } else { at + 1 };
        if end > at + 1 {
            found.push((at, end));
        }
        at = end;
    }
    let cue = |i: usize| {
        i > 0 && (0..i).rev().take(3).any(|j| page.purpose(j) == Some(Use::End) || is_section(page, j))
    };
    if found.len() < 2 && !found.first().is_some_and(|&(start, _)| cue(start)) {
        return Vec::new();
    }
    for &(start, end) in &found {
        comment(page, start, end);
    }
    found
}

/// A short bullet that reads as a name: "• Anna K", not "• Two soldiers died."
fn is_name(page: &Page, at: usize) -> bool {
    let Some(block) = page.blocks.get(at) else { return false };
    let words = block.span.of(page.text);
    let short = words.chars().count() <= 40 && words.split_whitespace().count() <= 6;
    block.marker == Marker::Bullet && short && !words.ends_with(['.', ':', ';', '!'])
}

/// The first block after the comment whose name stands at `at`.
fn reach(blocks: &[Block], at: usize) -> usize {
    let indent = blocks[at].indent;
    let deeper = |b: &&Block| b.marker != Marker::Bullet && b.indent > indent;
    at + 1 + blocks.iter().skip(at + 1).take_while(deeper).count()
}

/// One comment of blocks `start..end`, the first of which names who wrote it.
fn comment(page: &mut Page, start: usize, end: usize) {
    let (Some(first), Some(last)) = (page.blocks.get(start), page.blocks.get(end - 1)) else { return };
    let author = first.span.of(page.text).to_string();
    let span = Span::new(first.span.start, last.span.end);
    page.comments.push(Passage { kind: PassageKind::Comment, span, author: Some(author) });
}

fn is_section(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    words.len() < 120 && (page.purpose(at) == Some(Use::Comments) || COUNT.is_match(words))
}

/// Where the comment section begins: at its heading behind a report, or at the first of several openers.
fn section(page: &Page) -> Option<usize> {
    let mut prose = 0;
    let mut openers = Vec::new();
    let mut buttons = 0;
    for at in 0..page.blocks.len() {
        if prose >= 2 && is_section(page, at) {
            let rest = at + 1..page.blocks.len();
            let signs =
                rest.clone().filter(|&i| opener(page.words(i)).is_some() || is_button(page.words(i))).count();
            // A heading without comment-like blocks behind it closes the page only near its end.
            if signs > 0 || rest.len() <= 12 {
                return Some(at);
            }
        }
        let words = page.words(at);
        if prose >= 1 && opener(words).is_some() {
            openers.push(at);
        }
        buttons += usize::from(prose >= 1 && words.eq_ignore_ascii_case("reply"));
        prose += usize::from(words.len() > 80);
    }
    (openers.len() >= 2 || (openers.len() == 1 && buttons >= 1)).then(|| openers[0])
}

/// The name in an opening line; empty where the line has none.
fn opener(words: &str) -> Option<&str> {
    if words.len() > 110 {
        return None;
    }
    let found = OPENERS.iter().find_map(|form| form.captures(words))?;
    Some(found.name("name").map_or("", |m| m.as_str()))
}

fn is_button(words: &str) -> bool {
    words.len() < 40 && BUTTONS.is_match(words)
}

/// Comments from block `start` to the end of the page.
fn forum(page: &mut Page, start: usize) {
    // "Anna" on one line, "3 hours ago" on the next: the name belongs to the first comment.
    let nameless = opener(page.words(start)).is_some_and(str::is_empty);
    let first = if nameless && start > 0 && short(page.words(start - 1)) { start - 1 } else { start };
    let mut open: Vec<Vec<usize>> = Vec::new();
    for at in first..page.blocks.len() {
        let words = page.words(at);
        if is_section(page, at) || is_button(words) || page.purpose(at).is_some_and(|p| p != Use::Comments) {
            page.set(at, at + 1, PassageKind::Furniture);
            continue;
        }
        page.set(at, at + 1, PassageKind::Comment);
        let name = opener(words);
        let last = open.last_mut();
        match (name, last) {
            (None, Some(comment)) => comment.push(at),
            (Some(""), Some(comment))
                if comment.last().is_some_and(|&i| i + 1 == at && short(page.words(i))) =>
            {
                let name = comment.pop().unwrap_or(at);
                if comment.is_empty() {
                    open.pop();
                }
                open.push(vec![name, at]);
            }
            _ => open.push(vec![at]),
        }
    }
    for blocks in open {
        let (Some(&head), Some(&tail)) = (blocks.first(), blocks.last()) else { continue };
        let words = page.words(head);
        let second = blocks.get(1).is_some_and(|&i| opener(page.words(i)).is_some());
        let author = opener(words).filter(|n| !n.is_empty()).or(second.then_some(words));
        let span = page.blocks[head].span.join(page.blocks[tail].span);
        let author = author.map(|n| n.trim().to_string());
        page.comments.push(Passage { kind: PassageKind::Comment, span, author });
    }
}

/// Short enough for a name.
fn short(words: &str) -> bool {
    !words.is_empty()
        && words.len() <= 45
        && words.split_whitespace().count() <= 5
        && !words.ends_with(['.', '!', '?'])
}

#[cfg(test)]
mod tests {
    use crate::draft::Known;
    use ascribe_model::PassageKind;

    const BODY: &str = "Bridge on the coast road destroyed\n\nGunmen blew up the bridge on the coast road on Monday, \
        the governor of the province said in the evening.\n\nNo one was hurt, he told reporters who had come to see \
        what was left of it the next day.\n\n";

    #[track_caller]
    fn check(rest: &str, authors: &[Option<&str>]) {
        let draft = crate::text::read(&format!("{BODY}{rest}"), &Known::default());
        let comments: Vec<_> = draft.passages.iter().filter(|p| p.kind == PassageKind::Comment).collect();
        let found: Vec<_> = comments.iter().map(|p| p.author.as_deref()).collect();
        assert_eq!(found, authors, "{rest}\n{:#?}", draft.passages);
        let body: Vec<_> = draft.passages.iter().filter(|p| p.kind == PassageKind::Body).collect();
        assert_eq!(body.len(), 2, "{rest}\n{body:#?}");
    }

    #[test]
    fn nested_bullets() {
        check(
            "Do you like this content?\n\n  • Anna K\n\n    They say 40 soldiers died!\n\n    • bob7\n\n      Wrong.\n\n  • C\n\n    Two\n    lines.",
            &[Some("Anna K"), Some("bob7"), Some("C")],
        );
    }

    #[test]
    fn forum_blocks() {
        check(
            "2 Comments\n\nAnna K. says:\nApril 3, 2014 at 5:12 pm\nForty soldiers were killed there.\nReply\n\nbob says:\nNo.\nReply\n\nLeave a Reply\n",
            &[Some("Anna K."), Some("bob")],
        );
        check(
            "Posted by Anna on 3 April 2014\n\nForty soldiers were killed there, my cousin saw it.\n\nPosted by Bob on 4 April 2014\n\nI doubt it.",
            &[Some("Anna"), Some("Bob")],
        );
        check(
            "Comments\n\nAnna\n3 hours ago\nForty soldiers were killed.\nReply • Share ›\nBob\n2 hours ago\nNo.\n",
            &[Some("Anna"), Some("Bob")],
        );
        check(
            "Anna • 3 years ago\nForty soldiers were killed.\nBob • 2 years ago\nNo.\n",
            &[Some("Anna"), Some("Bob")],
        );
    }

    #[test]
    fn lists_of_a_report_are_no_comments() {
        let text = "Raids of the week\n\nThe ministry listed the raids of the past week in a statement on Sunday evening.\n\n* Northern sector\n  * Two soldiers were killed near the dam.\n* Southern sector\n  * Police seized weapons.\n";
        let draft = crate::text::read(text, &Known::default());
        assert!(draft.passages.iter().all(|p| p.kind != PassageKind::Comment));
    }
}
