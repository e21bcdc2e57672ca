//! Inline Markdown and wiki marks: found and taken out, so that sentences read as words.
//!
//! Only the marks inside a line go (`*so*`, `[words](address)`, `\*`, `<http://…>`, `[[page|words]]`,
//! pictures). Marks that shape lines (`#`, list bullets) stay for the block reader. One pass, linear.

use ascribe_model::{SourceRun, Span};

/// The text without inline marks, and where its runs stand in `source`.
pub(crate) fn clean(source: &str) -> (String, Vec<SourceRun>) {
    let mut scan = Scan { source, bytes: source.as_bytes(), ..Scan::default() };
    scan.run();
    let mut cuts = scan.cuts;
    cuts.sort_by_key(|cut| (cut.start, std::cmp::Reverse(cut.end)));
    let mut merged: Vec<Span> = Vec::with_capacity(cuts.len());
    for cut in cuts {
        match merged.last_mut() {
            Some(last) if cut.start <= last.end => last.end = last.end.max(cut.end),
            _ => merged.push(cut),
        }
    }
    crate::sourcemap::without(source, &merged)
}

/// Longest link destination that is looked at.
const MAX_DESTINATION: usize = 2000;
/// Most open brackets or emphasis marks remembered in one paragraph.
const MAX_OPEN: usize = 64;

#[derive(Default)]
struct Scan<'a> {
    source: &'a str,
    bytes: &'a [u8],
    cuts: Vec<Span>,
    /// Open `[`, with true for a picture's `![`.
    brackets: Vec<(usize, bool)>,
    /// Open runs of `*` or `_`: mark, start, length.
    emphasis: Vec<(u8, usize, usize)>,
}

impl Scan<'_> {
    fn run(&mut self) {
        let mut at = 0;
        while let Some(&byte) = self.bytes.get(at) {
            at = match byte {
                b'\\' => self.escape(at),
                b'\n' => self.line_end(at),
                b'!' if self.bytes.get(at + 1) == Some(&b'[') => self.open(at, true),
                b'[' => self.open(at, false),
                b']' => self.close(at),
                b'<' => self.angle(at),
                b'*' | b'_' => self.emphasis(at, byte),
                _ => at + 1,
            };
        }
    }

    fn escape(&mut self, at: usize) -> usize {
        match self.bytes.get(at + 1) {
            Some(next) if next.is_ascii_punctuation() => {
                self.cuts.push(Span::new(at, at + 1));
                at + 2
            }
            _ => at + 1,
        }
    }

    /// Marks do not reach over a blank line.
    fn line_end(&mut self, at: usize) -> usize {
        let mut next = at + 1;
        while matches!(self.bytes.get(next), Some(b' ' | b'\t' | b'\r')) {
            next += 1;
        }
        if matches!(self.bytes.get(next), Some(b'\n')) {
            self.brackets.clear();
            self.emphasis.clear();
        }
        next
    }

    fn open(&mut self, at: usize, picture: bool) -> usize {
        if self.brackets.len() == MAX_OPEN {
            self.brackets.remove(0);
        }
        self.brackets.push((at, picture));
        at + 1 + usize::from(picture)
    }

    fn close(&mut self, at: usize) -> usize {
        let Some((start, picture)) = self.brackets.pop() else { return at + 1 };
        if self.bytes.get(at + 1) == Some(&b'(')
            && let Some(end) = self.destination(at + 2)
        {
            if picture {
                self.cuts.push(Span::new(start, end));
            } else {
                self.cuts.push(Span::new(start, start + 1));
                self.cuts.push(Span::new(at, end));
            }
            return end;
        }
        self.wiki(start, at).unwrap_or(at + 1)
    }

    /// `[[page|words]]` keeps the words; `at` is the first of the two closing brackets.
    fn wiki(&mut self, inner: usize, at: usize) -> Option<usize> {
        let outer = self.brackets.last()?.0;
        let link = self.bytes.get(at + 2) == Some(&b'(');
        if outer + 1 != inner || self.bytes.get(at + 1) != Some(&b']') || link {
            return None;
        }
        self.brackets.pop();
        let inside = self.source.get(inner + 1..at)?;
        let words = inside.rfind('|').map_or(inner + 1, |bar| inner + 2 + bar);
        self.cuts.push(Span::new(outer, words));
        self.cuts.push(Span::new(at, at + 2));
        Some(at + 2)
    }

    /// The end of a link destination with its closing parenthesis, where it looks like an address:
    /// `[Al-Qaeda](AQ)` is no link, `[South](#)` and `[South](/tag/south "title")` are.
    fn destination(&self, from: usize) -> Option<usize> {
        let (mut at, mut depth) = (from, 0usize);
        while at < from + MAX_DESTINATION {
            match self.bytes.get(at)? {
                b'(' if depth == 32 => return None,
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b' ' | b'\t' | b'\n' | b'\r' => break,
                _ => {}
            }
            at += 1;
        }
        let address = self.source.get(from..at)?;
        let known = address.is_empty()
            || address.starts_with(['#', '/', '.', '<'])
            || address.contains(['/', ':', '.', '@']);
        if !known {
            return None;
        }
        match self.bytes.get(at)? {
            b')' => Some(at + 1),
            _ => self.link_title(at),
        }
    }

    /// ` "title")` after an address.
    fn link_title(&self, from: usize) -> Option<usize> {
        let rest = self.bytes.get(from..(from + MAX_DESTINATION).min(self.bytes.len()))?;
        let lead = rest.iter().take_while(|b| b.is_ascii_whitespace()).count();
        let quote = *rest.get(lead)?;
        if quote == b')' {
            return Some(from + lead + 1);
        }
        if quote != b'"' && quote != b'\'' {
            return None;
        }
        let body = rest.get(lead + 1..)?;
        let close = body.windows(2).position(|w| w == [quote, b')'])?;
        let one_line = body.get(..close).is_some_and(|t| !t.contains(&b'\n'));
        one_line.then_some(from + lead + 1 + close + 2)
    }

    /// `<http://…>`, `<somebody@example.org>` keep the address; `<b>`, `</span>` and the like go.
    fn angle(&mut self, at: usize) -> usize {
        let window = self.bytes.get(at + 1..(at + 400).min(self.bytes.len())).unwrap_or_default();
        let Some(length) = window.iter().position(|b| matches!(b, b'>' | b'<' | b'\n')) else {
            return at + 1;
        };
        if window.get(length) != Some(&b'>') {
            return at + 1;
        }
        let Some(inside) = self.source.get(at + 1..at + 1 + length) else { return at + 1 };
        let end = at + 2 + length;
        let address = !inside.contains(char::is_whitespace)
            && (inside.starts_with("http") || inside.starts_with("mailto:") || inside.contains('@'));
        if address {
            self.cuts.push(Span::new(at, at + 1));
            self.cuts.push(Span::new(end - 1, end));
            return end;
        }
        let name = inside.trim_start_matches('/').split([' ', '/']).next().unwrap_or("");
        let inline = ["a", "b", "i", "u", "em", "strong", "span", "sup", "sub", "font", "small"];
        if inline.contains(&name.to_ascii_lowercase().as_str()) {
            self.cuts.push(Span::new(at, end));
            return end;
        }
        at + 1
    }

    fn emphasis(&mut self, at: usize, mark: u8) -> usize {
        let length = self.bytes.get(at..).unwrap_or_default().iter().take_while(|&&b| b == mark).count();
        let end = at + length;
        if length > 3 {
            return end;
        }
        let before = self.source.get(..at).and_then(|s| s.chars().next_back());
        let after = self.source.get(end..).and_then(|s| s.chars().next());
        let word = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
        let space = |c: Option<char>| c.is_none_or(char::is_whitespace);
        if !space(before)
            && !word(after)
            && let Some(open) = self.emphasis.iter().rposition(|&(m, _, n)| m == mark && n == length)
        {
            let (_, start, _) = self.emphasis[open];
            self.emphasis.truncate(open);
            self.cuts.push(Span::new(start, start + length));
            self.cuts.push(Span::new(at, end));
        } else if !space(after) && !word(before) && self.emphasis.len() < MAX_OPEN {
            self.emphasis.push((mark, at, length));
        }
        end
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let (text, runs) = clean(source);
        assert_eq!(text, expected, "{source}");
        for run in runs {
            assert_eq!(text[run.text..run.text + run.len], source[run.source..run.source + run.len]);
        }
    }

    #[test]
    fn marks_go_and_words_stay() {
        check("By [Valley Post](#), *in brief*", "By Valley Post, in brief");
        check("**Note:** the [army](https://x.org/a_(b)_c \"The (army)\") left.", "Note: the army left.");
        check("[(*Daily Star*)](https://x.org/1)", "(Daily Star)");
        check("\\*\n\\[Text\\]", "*\n[Text]");
        check("see <https://x.org/a> or <me@x.org>", "see https://x.org/a or me@x.org");
        check(
            "![a map](m.png) Fighting near [[Homs|the city]] and [[Hama]].",
            " Fighting near the city and Hama.",
        );
        check("a <b>big</b> blast", "a big blast");
        check("[[Homs]](https://x.org)", "[Homs]");
    }

    #[test]
    fn what_is_no_mark_stays() {
        for text in [
            "Lima, 12 Oct 88 (EFE) -- [Text] Two men [passage omitted] fled.",
            "Al-Qaeda [AQ](sic) said 5*3*2 and snake_case_name",
            "* one item\n* another *",
            "*****",
            "a < b and c > d",
            "open * star",
            "[unclosed *and** wrong",
        ] {
            check(text, text);
        }
    }

    #[test]
    fn hostile_runs_stay_linear() {
        for piece in ["](", "[", "*a ", "_", "<", "\\", "[a](b", "**", "[[a|"] {
            let text = piece.repeat(200_000);
            let started = std::time::Instant::now();
            clean(&text);
            assert!(started.elapsed().as_secs() < 5, "{piece}");
        }
    }
}
