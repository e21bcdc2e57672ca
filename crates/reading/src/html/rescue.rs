//! Paragraphs that the extractor left out although they stand between those it took.
//!
//! It discards by class names, and a lead paragraph may carry an unlucky one.

use super::content::{Line, Shape};
use super::meta::select;
use crate::phrases::Phrases;
use scraper::{ElementRef, Html};
use std::collections::{BTreeMap, BTreeSet};
use trafilatura::dom::NodeId;

/// Shorter paragraphs are as often captions and links.
const SHORTEST: usize = 60;
/// Most paragraphs that a page is searched for.
const MOST: usize = 4000;

struct Paragraph {
    words: String,
    letters: String,
    parent: Option<NodeId>,
    linked: usize,
}

/// Puts missing sentences of half-taken parents back in their places.
pub(crate) fn rescue(page: &Html, body: Vec<Line>) -> Vec<Line> {
    let taken: BTreeSet<String> = body.iter().map(|line| letters(&line.words)).collect();
    let paragraphs: Vec<Paragraph> = select(page, "p").take(MOST).map(paragraph).collect();
    let mut parents: BTreeMap<NodeId, (usize, usize)> = BTreeMap::new();
    for p in paragraphs.iter().filter(|p| p.words.len() >= SHORTEST) {
        if let Some(parent) = p.parent {
            let counts = parents.entry(parent).or_default();
            counts.0 += usize::from(taken.contains(&p.letters));
            counts.1 += 1;
        }
    }
    let trusted = |p: &Paragraph| {
        p.parent
            .and_then(|parent| parents.get(&parent))
            .is_some_and(|&(taken, all)| taken >= 3 && taken * 2 >= all)
    };
    let all: String = body.iter().map(|line| letters(&line.words)).collect();
    let inside = |p: &Paragraph| {
        all.contains(&p.letters) || taken.iter().any(|t| t.len() >= 30 && p.letters.contains(t))
    };
    let mut waiting: Vec<Line> = Vec::new();
    let mut before: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    let mut last: Option<&str> = None;
    let mut after: BTreeMap<&str, Vec<Line>> = BTreeMap::new();
    for p in paragraphs.iter().filter(|p| trusted(p)) {
        if taken.contains(&p.letters) {
            before.entry(&p.letters).or_default().append(&mut waiting);
            last = Some(&p.letters);
        } else if is_sentence(p) && !inside(p) {
            waiting.push(Line { words: p.words.clone(), shape: Shape::Paragraph, lists: 0 });
        }
    }
    if let Some(last) = last {
        after.insert(last, waiting);
    }
    let mut out = Vec::with_capacity(body.len());
    for line in body {
        let key = letters(&line.words);
        out.append(before.get_mut(key.as_str()).unwrap_or(&mut Vec::new()));
        out.push(line);
        out.append(after.get_mut(key.as_str()).unwrap_or(&mut Vec::new()));
    }
    out
}

fn paragraph(element: ElementRef) -> Paragraph {
    let words = element.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ");
    // What is in scripts and links counts against it.
    let links = scraper::Selector::parse("a, script, style").ok();
    let linked = links.map_or(0, |css| element.select(&css).flat_map(|a| a.text()).map(str::len).sum());
    Paragraph { letters: letters(&words), words, parent: element.parent().map(|p| p.id()), linked }
}

/// A finished sentence that is not mostly links and not known furniture.
fn is_sentence(p: &Paragraph) -> bool {
    p.words.len() >= SHORTEST
        && crate::text::is_closed(&p.words)
        && p.linked * 5 < p.words.len() * 2
        && Phrases::known().classify(&p.words).is_none()
}

fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lead_that_was_left_out_comes_back() {
        let sentence = |n: usize| {
            format!("Sentence number {n} of the report tells what happened on the coast road on Monday.")
        };
        let html: String = (0..5).map(|n| format!("<p>{}</p>", sentence(n))).collect();
        let page = Html::parse_document(&format!(
            "<nav><p>{}</p></nav><article>{html}<p><a href=x>Read what our readers think of the report on the coast road.</a></p></article>",
            sentence(9)
        ));
        let line = |n| Line { words: sentence(n), shape: Shape::Paragraph, lists: 0 };
        let found = rescue(&page, vec![line(1), line(2), line(3)]);
        assert_eq!(found, [line(0), line(1), line(2), line(3), line(4)]);
    }
}
