//! A piece of a rule line that knows its place, so that every complaint carries file, line and column.

use crate::DataError;

/// Part of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Piece<'a> {
    pub text: &'a str,
    pub file: &'a str,
    pub line: usize,
    /// Column of the first character, from 1.
    pub column: usize,
}

impl<'a> Piece<'a> {
    pub fn new(text: &'a str, file: &'a str, line: usize, column: usize) -> Self {
        Self { text, file, line, column }
    }

    pub fn error(&self, message: impl Into<String>) -> DataError {
        DataError::new(self.file, self.line, self.column, message)
    }

    /// The bytes `from..to`, with the column moved along.
    pub fn slice(&self, from: usize, to: usize) -> Piece<'a> {
        let text = self.text.get(from..to).unwrap_or("");
        let moved = self.text.get(..from).map_or(0, |before| before.chars().count());
        Piece { text, column: self.column + moved, ..*self }
    }

    pub fn trim(&self) -> Piece<'a> {
        let start = self.text.len() - self.text.trim_start().len();
        let end = self.text.trim_end().len().max(start);
        self.slice(start, end)
    }

    /// Splits at a character outside brackets and quotation marks.
    pub fn split(&self, at: char) -> Vec<Piece<'a>> {
        let (mut parts, mut start, mut depth, mut quoted) = (Vec::new(), 0, 0usize, false);
        for (i, c) in self.text.char_indices() {
            match c {
                '"' => quoted = !quoted,
                '[' if !quoted => depth += 1,
                ']' if !quoted => depth = depth.saturating_sub(1),
                _ if c == at && depth == 0 && !quoted => {
                    parts.push(self.slice(start, i).trim());
                    start = i + c.len_utf8();
                }
                _ => {}
            }
        }
        parts.push(self.slice(start, self.text.len()).trim());
        parts
    }

    /// Splits at a word between spaces (`or`, `and`).
    pub fn split_word(&self, word: &str) -> Vec<Piece<'a>> {
        let pattern = format!(" {word} ");
        let (mut parts, mut start) = (Vec::new(), 0);
        while let Some(found) = self.text.get(start..).and_then(|rest| rest.find(&pattern)) {
            parts.push(self.slice(start, start + found).trim());
            start += found + pattern.len();
        }
        parts.push(self.slice(start, self.text.len()).trim());
        parts
    }

    /// The first word and the rest.
    pub fn first_word(&self) -> (&'a str, Piece<'a>) {
        let end = self.text.find(char::is_whitespace).unwrap_or(self.text.len());
        (self.text.get(..end).unwrap_or(""), self.slice(end, self.text.len()).trim())
    }

    /// What stands between quotation marks, where the whole piece is quoted.
    pub fn unquoted(&self) -> Option<Piece<'a>> {
        let inner = self.text.strip_prefix('"')?.strip_suffix('"')?;
        Some(self.slice(1, 1 + inner.len()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_follow_the_text() {
        let piece = Piece::new("nmod:of[a|b] | subject", "f", 3, 13);
        let parts = piece.split('|');
        assert_eq!((parts[1].text, parts[1].column), ("subject", 28));
        assert_eq!(parts[1].error("x").to_string(), "f:3:28: x");
    }
}
