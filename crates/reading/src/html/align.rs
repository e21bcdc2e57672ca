//! Finds the extracted words in the page's source again, so that offsets lead back.

use super::scan::{Piece, Scan, entity};
use ascribe_model::SourceRun;

/// The letters and digits of a page's text, each with its place in the source.
pub(crate) struct Letters {
    /// Lower-case letters and digits, joined.
    text: String,
    /// For each byte of `text`: where its character stands in the source.
    places: Vec<u32>,
    /// Where the search goes on.
    at: usize,
    /// Bytes of `text` that searches from the start may still look at.
    budget: usize,
}

impl Letters {
    /// Reads a page once. Pages over 4 GB are not aligned.
    pub fn of(source: &str) -> Letters {
        let mut letters = Letters { text: String::new(), places: Vec::new(), at: 0, budget: 64 << 20 };
        if u32::try_from(source.len()).is_err() {
            return letters;
        }
        for (piece, span) in Scan::new(source) {
            if piece == Piece::Text {
                letters.push(span.of(source), span.start);
            }
        }
        letters
    }

    fn push(&mut self, words: &str, start: usize) {
        let mut at = 0;
        while let Some(c) = words.get(at..).and_then(|w| w.chars().next()) {
            let (c, length) = match c {
                '&' => entity(words.get(at..).unwrap_or("")).unwrap_or(('&', 1)),
                _ => (c, c.len_utf8()),
            };
            if c.is_alphanumeric() {
                let before = self.text.len();
                self.text.push(c);
                let added = self.text.len() - before;
                self.places.extend(std::iter::repeat_n((start + at) as u32, added));
            }
            at += length;
        }
    }

    /// Finds `words` behind what was found before, else anywhere, and gives the runs that stand in
    /// `source` as they do at `offset` of the report's text. `source` is what the letters were read from.
    pub fn find(&mut self, words: &str, offset: usize, source: &str) -> Vec<SourceRun> {
        let wanted: String = words.chars().filter(|c| c.is_alphanumeric()).collect();
        if wanted.is_empty() {
            return Vec::new();
        }
        let behind = self.text.get(self.at..).and_then(|t| t.find(wanted.as_str())).map(|i| i + self.at);
        let found = behind.or_else(|| {
            self.budget = self.budget.checked_sub(self.text.len())?;
            self.text.find(wanted.as_str())
        });
        let Some(found) = found else { return Vec::new() };
        self.at = found + wanted.len();
        let mut runs: Vec<SourceRun> = Vec::new();
        let mut letter = found;
        for (at, c) in words.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
            let place = self.places.get(letter).map_or(0, |&p| p as usize);
            letter += c.len_utf8();
            let same = source.get(place..).is_some_and(|s| s.starts_with(c));
            if same {
                extend(&mut runs, words, source, at, place, c.len_utf8());
            }
        }
        for run in &mut runs {
            run.text += offset;
        }
        runs
    }
}

/// Adds one letter; what lies between it and the last run joins them where text and source agree.
fn extend(runs: &mut Vec<SourceRun>, words: &str, source: &str, at: usize, place: usize, len: usize) {
    if let Some(last) = runs.last_mut() {
        let (text_end, source_end) = (last.text + last.len, last.source + last.len);
        let between = words.get(text_end..at);
        if between.is_some() && between == source.get(source_end..place.max(source_end)) {
            last.len = at + len - last.text;
            return;
        }
    }
    runs.push(SourceRun { text: at, source: place, len });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_in_the_source() {
        let source = "<p>Menu</p><p>Two&nbsp;men <b>died</b> at caf&eacute; &ldquo;A&rdquo;.</p><p>Menu</p>";
        let mut letters = Letters::of(source);
        let words = "Two men died at café “A”.";
        let runs = letters.find(words, 10, source);
        for run in &runs {
            assert_eq!(
                &words[run.text - 10..run.text - 10 + run.len],
                &source[run.source..run.source + run.len]
            );
        }
        assert_eq!(runs[0], SourceRun { text: 10, source: 14, len: 3 });
        assert!(runs.iter().any(|r| &source[r.source..r.source + r.len] == "died"));
        assert_eq!(letters.find("Menu", 0, source)[0].source, source.rfind("Menu").expect("a menu"));
        assert!(letters.find("not there", 0, source).is_empty());
    }
}
