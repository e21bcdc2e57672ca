//! What a reader of one format hands over before the steps that all formats share.

use ascribe_model::{Metadata, Note, Passage, PassageKind, SourceRun, Span};
use jiff::civil::Date;

/// What the input itself states beside the text (the keys of a JSON line).
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub url: Option<String>,
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub original_publisher: Option<String>,
    pub published: Option<Date>,
}

/// A report before language, hash and id.
#[derive(Debug, Default)]
pub(crate) struct Draft {
    pub text: String,
    pub source_map: Vec<SourceRun>,
    pub metadata: Metadata,
    pub passages: Vec<Passage>,
    pub notes: Vec<Note>,
    pub url: Option<String>,
    /// The language that the page declares.
    pub language: Option<String>,
}

/// A passage without an author.
pub(crate) fn passage(kind: PassageKind, span: Span) -> Passage {
    Passage { kind, span, author: None }
}

/// The span without white space at its ends.
pub(crate) fn trimmed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let lead = words.len() - words.trim_start().len();
    Span::new(span.start + lead, span.start + lead + words.trim().len())
}
