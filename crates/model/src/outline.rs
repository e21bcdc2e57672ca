//! How a report is laid out: which of its passages are items of a digest, and under which heading.
//!
//! A digest ("Portal: current events", a daily list of strikes) tells of one thing after another. What one
//! item tells says nothing of the next; what stands before the list says something of all.

use crate::{PassageKind, Report};
use std::collections::BTreeSet;

/// Items that a list needs before it counts as a digest.
const FEWEST_ITEMS: usize = 4;

/// Where each passage of a report belongs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outline {
    items: Vec<usize>,
    headings: Vec<Option<usize>>,
}

impl Outline {
    /// The item of a passage, counted from 1; 0 for running text, also beside a list.
    pub fn item(&self, passage: usize) -> usize {
        self.items.get(passage).copied().unwrap_or(0)
    }

    /// The heading above a passage, as the number of its passage.
    pub fn heading(&self, passage: usize) -> Option<usize> {
        self.headings.get(passage).copied().flatten()
    }

    /// True where what passage `from` tells may be meant in passage `to`: in the same item, or before a list.
    pub fn reaches(&self, from: usize, to: usize) -> bool {
        let item = self.item(from);
        item == 0 || item == self.item(to)
    }
}

impl Report {
    /// The outline of the report; items only where a list is most of its body.
    pub fn outline(&self) -> Outline {
        let bulleted: Vec<bool> = self
            .passages
            .iter()
            .map(|p| p.kind == PassageKind::Body && is_bulleted(self, p.span.start))
            .collect();
        let bulleted = if self.is_digest(&bulleted) { bulleted } else { self.labelled() };
        let digest = self.is_digest(&bulleted);
        let mut outline = Outline::default();
        let (mut items, mut heading) = (0, None);
        for (at, passage) in self.passages.iter().enumerate() {
            if passage.kind == PassageKind::Heading {
                heading = Some(at);
            }
            items += usize::from(bulleted[at]);
            outline.items.push(if digest && bulleted[at] { items } else { 0 });
            outline.headings.push(heading);
        }
        outline
    }

    /// True where the items are many and most of the body.
    fn is_digest(&self, items: &[bool]) -> bool {
        let length = |wanted: bool| -> usize {
            let body = self.passages.iter().zip(items).filter(|(p, _)| p.kind == PassageKind::Body);
            body.filter(|(_, item)| **item || !wanted).map(|(p, _)| p.span.len()).sum()
        };
        items.iter().filter(|item| **item).count() >= FEWEST_ITEMS && 2 * length(true) >= length(false)
    }

    /// Passages that open with a label of their own: "KELD - Rebels freed two miners", "SARDA. Nine soldiers died."
    /// Labels that come again are those who speak in an interview.
    fn labelled(&self) -> Vec<bool> {
        let labels: Vec<Option<&str>> = self
            .passages
            .iter()
            .map(|p| label(self.text.get(p.span.start..p.span.end)?).filter(|_| p.kind == PassageKind::Body))
            .collect();
        let known: BTreeSet<&str> = labels.iter().flatten().copied().collect();
        let apart = 4 * known.len() >= 3 * labels.iter().flatten().count();
        labels.iter().map(|label| apart && label.is_some()).collect()
    }
}

/// Words that a label has at most.
const LABEL_WORDS: usize = 5;

/// The label of a passage in ordinary letters: words in capitals before a stop, a colon or a dash, or a name before
/// a dash.
fn label(text: &str) -> Option<&str> {
    let marks = [". ", ": ", " - ", " \u{2013} ", " \u{2014} "];
    let (at, mark) = marks.iter().filter_map(|mark| Some((text.find(mark)?, *mark))).min()?;
    let (label, rest) = (&text[..at], &text[at + mark.len()..]);
    let capitals = label.chars().any(char::is_alphabetic) && !label.chars().any(char::is_lowercase);
    let named = label.split_whitespace().all(|word| word.starts_with(char::is_uppercase));
    let dashed = mark.starts_with(' ');
    let fits = (1..=LABEL_WORDS).contains(&label.split_whitespace().count());
    (fits && (capitals || named && dashed) && rest.contains(char::is_lowercase)).then_some(label)
}

/// True where the line up to `start` holds a bullet or a number and nothing else: "  * ", "3. ".
fn is_bulleted(report: &Report, start: usize) -> bool {
    let before = report.text.get(..start).unwrap_or("");
    let line = before.rsplit(['\n', '\r']).next().unwrap_or("").trim();
    let number = line
        .strip_suffix(['.', ')'])
        .is_some_and(|n| (1..=2).contains(&n.len()) && n.chars().all(|c| c.is_ascii_digit()));
    number || matches!(line, "*" | "-" | "+" | "•" | "▪" | "‣" | "●" | "○" | "◦" | "■" | "·")
}

#[cfg(test)]
mod tests {
    use crate::{Outline, Passage, PassageKind, Report, Span};

    /// A report of lines; `#` opens a heading, `*` an item, anything else is running text.
    fn outline(text: &str) -> (Outline, usize) {
        let mut report = Report { text: text.to_owned(), ..Report::default() };
        let mut at = 0;
        for line in text.split_inclusive('\n') {
            let words = line.trim_start_matches(['#', '*', ' ']);
            let start = at + line.len() - words.len();
            let kind = if line.starts_with('#') { PassageKind::Heading } else { PassageKind::Body };
            let span = Span::new(start, start + words.trim_end().len());
            report.passages.push(Passage { kind, span, author: None });
            at += line.len();
        }
        (report.outline(), report.passages.len())
    }

    #[test]
    fn items_of_a_digest_are_apart_and_its_lead_reaches_all() {
        let text = "Planes struck the hills.\n# North\n* One raid hit a depot.\n  * Its guards fled.\n# South\n* A raid hit a bridge.\n* A raid hit a road.\n";
        let (outline, passages) = outline(text);
        let items: Vec<usize> = (0..passages).map(|p| outline.item(p)).collect();
        assert_eq!(items, [0, 0, 1, 2, 0, 3, 4]);
        assert!(outline.reaches(0, 5) && outline.reaches(5, 5));
        assert!(!outline.reaches(2, 5) && !outline.reaches(5, 0));
        assert_eq!((outline.heading(0), outline.heading(2), outline.heading(6)), (None, Some(1), Some(4)));
    }

    #[test]
    fn paragraphs_under_labels_of_their_own_are_items() {
        let text = "Daily bulletin, covering the hours up to noon.\nKELD - Rebels freed two miners.\nSALT. Nine soldiers died.\nMora Bay - A shell hit a mill.\nSARDA: Talks opened.\n";
        let (briefs, passages) = outline(text);
        assert_eq!((0..passages).map(|p| briefs.item(p)).collect::<Vec<_>>(), [0, 1, 2, 3, 4]);
        let text = "OSK: Who fired?\nBEHN: The army.\nOSK: When?\nBEHN: At dawn.\nOSK: Why?\n";
        let (interview, passages) = outline(text);
        assert!((0..passages).all(|p| interview.item(p) == 0));
    }

    #[test]
    fn a_short_list_in_running_text_is_no_digest() {
        let text = "Rebels gave three reasons for the raid on the barracks, which went on through the night.\n* Pay.\n* Food.\n* Leave.\n";
        let (outline, passages) = outline(text);
        assert!((0..passages).all(|p| outline.item(p) == 0));
    }
}
