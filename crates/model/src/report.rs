//! A report as read: its text, what stands in the page about it, and which parts are the report.

use crate::{CharacterIndex, Span};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One article as published.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Report {
    /// Stable name: the `id` of a JSON line, else the file stem, else the first 12 hex digits of `hash`.
    pub id: String,
    /// Where the bytes came from: a path, `-`, or `path:line`.
    pub origin: String,
    /// Address, where the input or the page states one.
    pub url: Option<String>,
    /// SHA-256 of the original bytes of this report (of the line, in JSON Lines), in hex.
    pub hash: String,
    /// The encoding the bytes were read with (`UTF-8`, `windows-1252`, …).
    pub encoding: String,
    /// ISO 639-1 code of the body's language (`en`), or `und`.
    pub language: String,
    /// The text that was read; every offset points into it.
    pub text: String,
    /// For formats whose text is not their bytes (HTML): where runs of `text` stand in the decoded
    /// source. Empty where the text is the source.
    pub source_map: Vec<SourceRun>,
    /// Title, publishers, dates and the like.
    pub metadata: Metadata,
    /// All of the text that matters, in order, by kind. Claims come from `Body` passages only.
    pub passages: Vec<Passage>,
    /// What a reader should know of the reading ("date is in the future").
    pub notes: Vec<Note>,
}

/// A run of [`Report::text`] that stands unchanged in the decoded source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SourceRun {
    /// Byte offset in `Report::text`.
    pub text: usize,
    /// Byte offset in the decoded source.
    pub source: usize,
    /// Length in bytes, the same in both.
    pub len: usize,
}

/// What stands in the page about the report. Absent where the page does not say.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Metadata {
    /// Headline.
    pub title: Option<String>,
    /// The site it was read on.
    pub publisher: Option<String>,
    /// The outlet it was republished from, where that is another.
    pub original_publisher: Option<String>,
    /// Date of publication by `publisher`.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Date of publication by `original_publisher`.
    #[schemars(with = "Option<String>")]
    pub originally_published: Option<Date>,
    /// Author as printed.
    pub byline: Option<String>,
    /// "Region:" line, where there is one.
    pub region: Vec<String>,
    /// "Theme:" line, where there is one.
    pub themes: Vec<String>,
}

impl Metadata {
    /// The date that relative times ("last week") are counted from: the original publisher's, else
    /// the publisher's.
    pub fn anchor(&self) -> Option<Date> {
        self.originally_published.or(self.published)
    }
}

/// What a run of text is.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum PassageKind {
    /// The report itself.
    Body,
    /// The headline.
    Title,
    /// A heading inside the body ("Northern Syria:").
    Heading,
    /// Words under a picture or map.
    Caption,
    /// Lines that state publisher, date, byline, region, theme.
    Metadata,
    /// A reader's comment.
    Comment,
    /// Menus, donation bars, share and licence notices, author pages.
    Furniture,
}

/// A run of the report's text: a paragraph, list item, heading, comment or block of furniture.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Passage {
    /// What it is.
    pub kind: PassageKind,
    /// Where it stands.
    pub span: Span,
    /// Name of the commenter, for comments.
    pub author: Option<String>,
}

/// Something a reader should know, with the field or place it concerns.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Note {
    /// Stable code (`date_in_future`).
    pub code: String,
    /// One sentence.
    pub message: String,
}

/// Input that could not be read as a report; kept and told, never dropped in silence.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct SetAside {
    /// File, or `-`.
    pub origin: String,
    /// Line, from 1, where the format has lines.
    pub line: Option<usize>,
    /// What is wrong.
    pub reason: String,
    /// What the user can do.
    pub remedy: String,
}

impl Report {
    /// The body passages, in order.
    pub fn body(&self) -> impl Iterator<Item = &Passage> {
        self.passages.iter().filter(|p| p.kind == PassageKind::Body)
    }

    /// The words of a byte span.
    pub fn words(&self, span: Span) -> &str {
        span.of(&self.text)
    }

    /// Makes the spans of the passages count characters, for a report that leaves the program.
    /// `source_map` leads to bytes of the file and goes on counting bytes.
    pub fn to_characters(&mut self) {
        let index = CharacterIndex::new(&self.text);
        for passage in &mut self.passages {
            passage.span = index.span(passage.span);
        }
    }

    /// The outlet whose words these are: the original publisher, else the publisher.
    pub fn outlet(&self) -> Option<&str> {
        self.metadata.original_publisher.as_deref().or(self.metadata.publisher.as_deref())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_that_leave_count_characters() {
        let text = "Café\n\nRaid on Ras al-ʿAyn";
        let start = text.find("Raid").unwrap_or(0);
        let body = Passage { kind: PassageKind::Body, span: Span::new(start, text.len()), author: None };
        let mut report = Report { text: text.to_owned(), passages: vec![body], ..Report::default() };
        report.to_characters();
        let span = report.passages[0].span;
        let words: String = text.chars().skip(span.start).take(span.end - span.start).collect();
        assert_eq!(words, "Raid on Ras al-ʿAyn");
    }
}
