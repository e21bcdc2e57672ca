//! Spans of text, and the way from byte offsets to character offsets.

use serde::{Deserialize, Serialize};

/// A half-open range `start..end` of a report's text. Bytes inside the pipeline, characters outside
/// (see the crate documentation).
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
pub struct Span {
    /// First offset inside.
    pub start: usize,
    /// First offset after.
    pub end: usize,
}

impl Span {
    /// Builds `start..end`; an inverted pair becomes empty at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start) }
    }

    /// Length in the unit of the offsets.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// True where the span holds nothing.
    pub fn is_empty(self) -> bool {
        self.end == self.start
    }

    /// True where the two spans share at least one offset.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies inside.
    pub fn contains(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The smallest span that holds both.
    pub fn join(self, other: Span) -> Span {
        Span { start: self.start.min(other.start), end: self.end.max(other.end) }
    }

    /// The words of a byte span, empty where the span does not fit the text.
    pub fn of(self, text: &str) -> &str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

/// Turns byte offsets of one text into character offsets, in logarithmic time.
pub struct CharacterIndex {
    /// Byte offset of every 64th character.
    marks: Vec<usize>,
    text: String,
}

const STRIDE: usize = 64;

impl CharacterIndex {
    /// Indexes a text once; conversions are cheap afterwards.
    pub fn new(text: &str) -> Self {
        let marks = text.char_indices().step_by(STRIDE).map(|(at, _)| at).collect();
        Self { marks, text: text.to_owned() }
    }

    /// The number of characters before byte offset `at`.
    pub fn character(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let mark = self.marks.partition_point(|&m| m <= at).saturating_sub(1);
        let start = self.marks.get(mark).copied().unwrap_or(0);
        mark * STRIDE + self.text.get(start..at).map_or(0, |s| s.chars().count())
    }

    /// A byte span as a character span.
    pub fn span(&self, span: Span) -> Span {
        Span { start: self.character(span.start), end: self.character(span.end) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn characters_count_scalar_values() {
        let text = "Сирия: “two” soldiers ".repeat(20);
        let index = CharacterIndex::new(&text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(index.character(at), n);
        }
        assert_eq!(index.character(text.len()), text.chars().count());
    }
}
