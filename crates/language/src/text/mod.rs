//! Owns the way from running text to sentences of words, by rules, with exact offsets.
//!
//! The conventions are those of Universal Dependencies English: hyphens stand apart, clitics stand
//! apart, abbreviations keep their full stop. Must not know the network.

mod abbreviation;
mod address;
mod boundaries;
mod breaks;
mod dateline;
mod glued;
mod hidden;
mod joined;
mod length;
mod lines;
mod quotes;
mod tokens;
mod word_run;

use ascribe_model::Span;

pub use glued::is_weekday;
pub use tokens::{is_apostrophe, is_ignorable};

pub use length::{MAX_PIECES, MAX_WORDS};

/// What stands between a word and the word before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gap {
    /// Nothing: the words touch.
    None,
    /// White space, a soft line break or markup.
    Space,
    /// A line break that somebody meant.
    Line,
    /// An empty line, a bullet, or the beginning.
    Block,
}

/// A word or mark of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// Bytes of the text.
    pub span: Span,
    /// What stands before it.
    pub gap: Gap,
}

impl Word {
    /// The word as printed.
    pub fn of(self, text: &str) -> &str {
        self.span.of(text)
    }
}

/// True for abbreviations of titles and ranks, in lower case without their stop ("gen", "dr").
pub fn is_title(form: &str) -> bool {
    abbreviation::kind(form) == Some(abbreviation::Kind::Title)
}

/// Sentences of one passage, each with at least one word; at most [`MAX_WORDS`] words and
/// [`MAX_PIECES`] pieces each, where `pieces` counts the vocabulary pieces of a word.
pub fn sentences(text: &str, pieces: impl Fn(&str) -> usize) -> Vec<Vec<Word>> {
    sentences_from(text, 0, pieces)
}

/// As [`sentences`], for a passage that begins in the given column of its page: after a dateline.
pub fn sentences_from(text: &str, column: usize, pieces: impl Fn(&str) -> usize) -> Vec<Vec<Word>> {
    let words = words_from(text, column);
    let starts = breaks::sentence_starts(text, &words);
    let mut found = Vec::new();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(words.len());
        length::cut(text, &words[start..end], &pieces, &mut found);
    }
    found
}

/// The places of a text where its rules leave open whether a sentence begins: the word and what the place
/// looks like, given where sentences begin. For training.
#[doc(hidden)]
pub fn open_boundaries(text: &str, begins: impl Fn(Word) -> bool) -> Vec<(Word, Vec<String>)> {
    let words = words(text);
    let verdicts = breaks::verdicts(text, &words);
    let mut found = Vec::new();
    boundaries::walk(text, &words, &verdicts, |at, features| {
        if let Some(features) = features {
            found.push((words[at], features.to_vec()));
        }
        begins(words[at])
    });
    found
}

/// All words of a text in order.
pub fn words(text: &str) -> Vec<Word> {
    words_from(text, 0)
}

fn words_from(text: &str, column: usize) -> Vec<Word> {
    let mut words = tokens::words(text, &hidden::ranges(text));
    lines::join_wrapped(text, column, &mut words);
    words
}
