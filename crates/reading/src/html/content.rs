//! Extracted HTML to blocks of words: headings, paragraphs, list items, captions.

use super::scan::{Piece, Scan, entity, is_block};

/// A line of extracted text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Line {
    pub words: String,
    pub shape: Shape,
    /// How many lists it stands in.
    pub lists: usize,
}

/// What the tags around a line say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    Paragraph,
    Heading(u8),
    Item,
    Caption,
}

/// The lines of a page or a part of one, in order; white space is collapsed.
pub(crate) fn lines(html: &str) -> Vec<Line> {
    let mut reader = Reader { lines: Vec::new(), buffer: String::new(), shape: Shape::Paragraph, lists: 0 };
    for (piece, span) in Scan::new(html) {
        match piece {
            Piece::Text => reader.text(span.of(html)),
            Piece::Open(name, _) => reader.open(&name.to_ascii_lowercase()),
            Piece::Close(name) => reader.close(&name.to_ascii_lowercase()),
            Piece::Hidden => {}
        }
    }
    reader.flush();
    reader.lines
}

struct Reader {
    lines: Vec<Line>,
    buffer: String,
    shape: Shape,
    lists: usize,
}

impl Reader {
    fn text(&mut self, words: &str) {
        let mut at = 0;
        while let Some(c) = words.get(at..).and_then(|w| w.chars().next()) {
            let (c, length) = match c {
                '&' => entity(words.get(at..).unwrap_or("")).unwrap_or(('&', 1)),
                _ => (c, c.len_utf8()),
            };
            at += length;
            match c {
                // The only line feeds in the buffer are those of <br>.
                '\n' | '\r' | '\t' => self.buffer.push(' '),
                '\u{ad}' | '\u{200b}' | '\u{feff}' => {}
                _ => self.buffer.push(c),
            }
        }
    }

    fn open(&mut self, name: &str) {
        if name == "br" {
            self.buffer.push('\n');
            return;
        }
        if name == "td" || name == "th" {
            self.buffer.push(' ');
            return;
        }
        if !is_block(name) {
            return;
        }
        self.flush();
        match name {
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.shape = Shape::Heading(name.as_bytes().get(1).map_or(1, |b| b.saturating_sub(b'0')));
            }
            "ul" | "ol" | "dl" => self.lists += 1,
            "li" | "dd" | "dt" => self.shape = Shape::Item,
            "figcaption" => self.shape = Shape::Caption,
            "p" | "div" | "blockquote" if self.shape != Shape::Item && self.shape != Shape::Caption => {
                self.shape = Shape::Paragraph;
            }
            _ => {}
        }
    }

    fn close(&mut self, name: &str) {
        if !is_block(name) || name == "td" || name == "th" {
            return;
        }
        self.flush();
        match name {
            "ul" | "ol" | "dl" => {
                self.lists = self.lists.saturating_sub(1);
                self.shape = if self.lists > 0 { Shape::Item } else { Shape::Paragraph };
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" | "dd" | "dt" | "figcaption" => {
                self.shape = Shape::Paragraph;
            }
            _ => {}
        }
    }

    /// Ends the line: two breaks make a paragraph, one only where a sentence has ended.
    fn flush(&mut self) {
        let buffer = std::mem::take(&mut self.buffer);
        let mut words = String::new();
        let mut after_break = 0;
        for part in buffer.split('\n') {
            let part = part.split_whitespace().collect::<Vec<_>>().join(" ");
            if part.is_empty() {
                after_break += 1;
                continue;
            }
            let ended = after_break >= 1 || crate::text::is_closed(&words);
            if ended {
                self.push(std::mem::take(&mut words));
            } else if !words.is_empty() {
                words.push(' ');
            }
            words.push_str(&part);
            after_break = 0;
        }
        self.push(words);
    }

    fn push(&mut self, words: String) {
        if !words.is_empty() {
            self.lines.push(Line { words, shape: self.shape, lists: self.lists });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_shape_lines() {
        let html = "<h2>North</h2><p>Two <b>men</b>\n died.<br>One fled<br>to the hills.<br><br>End</p><ul><li>one<ul><li>two</li></ul></li></ul><figcaption>A map</figcaption><table><tr><td>Homs</td><td>4</td></tr></table>";
        let found: Vec<_> = lines(html).into_iter().map(|l| (l.words, l.shape, l.lists)).collect();
        let line = |w: &str, s, n| (w.to_string(), s, n);
        assert_eq!(
            found,
            [
                line("North", Shape::Heading(2), 0),
                line("Two men died.", Shape::Paragraph, 0),
                line("One fled to the hills.", Shape::Paragraph, 0),
                line("End", Shape::Paragraph, 0),
                line("one", Shape::Item, 1),
                line("two", Shape::Item, 2),
                line("A map", Shape::Caption, 0),
                line("Homs 4", Shape::Paragraph, 0),
            ]
        );
    }
}
