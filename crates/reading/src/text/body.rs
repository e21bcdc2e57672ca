//! The blocks between header and end: paragraphs, headings, captions, stray furniture.

use super::blocks::{Marker, is_closed};
use super::page::Page;
use super::{ending, header, lead, tail};
use crate::draft::trimmed;
use crate::outlets::key;
use crate::phrases::Use;
use ascribe_model::{Passage, PassageKind, Span};

/// Gives every free block from `start` on its kind.
pub(crate) fn mark(page: &mut Page, start: usize) {
    for at in start..page.blocks.len() {
        if page.is_free(at) {
            let kind = kind(page, at, at == start);
            page.set(at, at + 1, kind);
        }
    }
}

fn kind(page: &mut Page, at: usize, first: bool) -> PassageKind {
    let words = page.words(at);
    let marker = page.blocks[at].marker;
    match (marker, page.purpose(at)) {
        (Marker::Rule, _) => return PassageKind::Furniture,
        (Marker::Caption, _) => return PassageKind::Caption,
        (_, Some(Use::Caption)) if words.len() < 300 => return PassageKind::Caption,
        (_, Some(Use::Metadata)) if words.len() < 80 => return PassageKind::Metadata,
        (_, Some(Use::Furniture | Use::End | Use::Comments)) if words.len() < 300 || !first => {
            return PassageKind::Furniture;
        }
        (Marker::Heading(_), _) => return PassageKind::Heading,
        _ => {}
    }
    if !first && words.len() < 200 && ending::statement(&mut page.facts, words) {
        return PassageKind::Metadata;
    }
    if is_title(page, words) {
        return PassageKind::Title;
    }
    let last = (at + 1..page.blocks.len()).all(|i| !page.is_free(i));
    if first && last {
        return PassageKind::Body;
    }
    if marker == Marker::Bullet || marker == Marker::Number {
        return if is_topic(page, at) { PassageKind::Heading } else { PassageKind::Body };
    }
    short_line(page, at, last)
}

/// A line in the body that is no sentence.
fn short_line(page: &mut Page, at: usize, last: bool) -> PassageKind {
    let words = page.words(at);
    let count = words.split_whitespace().count();
    let open = !is_closed(words) || words.ends_with(':');
    // Behind a rule the next item of a compilation begins with its title: "UPDATE: Force Captures Leader in Salt".
    let behind_rule = at.checked_sub(1).is_some_and(|before| page.blocks[before].marker == Marker::Rule);
    if open && !last && behind_rule && count <= 20 && in_title_case(words) {
        return PassageKind::Heading;
    }
    if !open || count > 12 || words.len() > 120 {
        return PassageKind::Body;
    }
    if last {
        // "Source: Hill Radio", an outlet's name.
        let claimed = header::claim(page, at);
        return claimed.unwrap_or(if count <= 3 { PassageKind::Furniture } else { PassageKind::Body });
    }
    let next = page.words(at + 1);
    if !page.blocks[at].gap && !page.blocks.get(at + 1).is_some_and(|b| b.gap) && words.ends_with(':') {
        return PassageKind::Body;
    }
    if words.starts_with(['"', '“', '‘', '\'']) || words.starts_with(char::is_lowercase) {
        return PassageKind::Body;
    }
    let prose_follows = page.is_free(at + 1) && (is_closed(next) || next.len() > 120);
    if prose_follows && (count <= 10 || words.ends_with(':')) && !reads_on(words, next) {
        return PassageKind::Heading;
    }
    if count <= 6
        && let Some(kind) = header::claim(page, at)
    {
        return kind;
    }
    PassageKind::Body
}

/// True where nearly all longer words begin with a capital.
fn in_title_case(words: &str) -> bool {
    let long: Vec<&str> = words.split_whitespace().filter(|w| w.chars().count() > 4).collect();
    let capital =
        long.iter().filter(|w| w.starts_with(|c: char| c.is_uppercase() || !c.is_alphabetic())).count();
    long.len() >= 3 && capital * 10 >= long.len() * 8
}

/// "Minister Jane Doe said:" before the words she said is no heading.
fn reads_on(words: &str, next: &str) -> bool {
    let speech =
        ["said:", "says:", "added:", "stated:", "told:", "follows:", "wrote:", "statement:", "declared:"];
    speech.iter().any(|s| words.ends_with(s)) || (words.ends_with(':') && next.starts_with(['"', '“', '‘']))
}

/// A list item that only names what the items below it tell of ("* Border conflict" with deeper items).
fn is_topic(page: &Page, at: usize) -> bool {
    let words = page.words(at);
    let deeper = page
        .blocks
        .get(at + 1)
        .is_some_and(|next| next.indent > page.blocks[at].indent && next.marker != Marker::None);
    deeper && !is_closed(words) && words.split_whitespace().count() <= 16
}

fn is_title(page: &Page, words: &str) -> bool {
    let title = page.known.title.as_deref().or(page.facts.title.as_deref());
    title.is_some_and(|t| words.len() < 2 * t.len() + 20 && key(t) == key(words) && !key(t).is_empty())
}

/// The passages of the page, with leads and tails cut from the body blocks.
pub(crate) fn passages(page: &mut Page) -> Vec<Passage> {
    let is_body = |k: &Option<PassageKind>| *k == Some(PassageKind::Body);
    let first = page.kinds.iter().position(is_body);
    let last = page.kinds.iter().rposition(is_body);
    let mut led = Vec::new();
    let mut from = 0;
    if let Some(first) = first {
        let span = page.blocks[first].span;
        (led, from) = lead::split(page, span);
    }
    let publisher = page.facts.resolve(page.known).publisher;
    let list = |m: Marker| m == Marker::Bullet || m == Marker::Number;
    let items: Vec<usize> = last.into_iter().filter(|&at| list(page.blocks[at].marker)).collect();
    let mut sources = Vec::new();
    let mut out = page.passages(|at, span| {
        let start = if Some(at) == first { from } else { span.start };
        let span = trimmed(page.text, Span::new(start, span.end));
        let pieces = tail::split(page.text, span, Some(at) == last, publisher.as_deref());
        // Items of a list have a credit each; only that behind the last paragraph is the report's.
        let own = Some(at) == last && !items.contains(&at);
        let credits = pieces.iter().filter(|p| own && p.kind == PassageKind::Metadata);
        sources.extend(credits.filter_map(|p| tail::source_of(p.span.of(page.text), publisher.as_deref())));
        pieces
    });
    page.facts.sources.extend(sources);
    out.extend(led);
    out.sort_by_key(|p| (p.span.start, p.span.end));
    out
}
