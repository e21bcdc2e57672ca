//! How a report is laid out: which of its passages are items of a digest, and under which heading.
//!
//! A digest ("Portal: current events", a daily list of strikes) tells of one thing after another. What one
//! item tells says nothing of the next; what stands before the list says something of all.

use crate::{PassageKind, Report};

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
        let length = |wanted: bool| -> usize {
            let body = self.passages.iter().zip(&bulleted).filter(|(p, _)| p.kind == PassageKind::Body);
            body.filter(|(_, b)| **b || !wanted).map(|(p, _)| p.span.len()).sum()
        };
        let listed = bulleted.iter().filter(|b| **b).count();
        let digest = listed >= FEWEST_ITEMS && 2 * length(true) >= length(false);
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
    fn a_short_list_in_running_text_is_no_digest() {
        let text = "Rebels gave three reasons for the raid on the barracks, which went on through the night.\n* Pay.\n* Food.\n* Leave.\n";
        let (outline, passages) = outline(text);
        assert!((0..passages).all(|p| outline.item(p) == 0));
    }
}
