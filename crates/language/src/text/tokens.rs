//! Owns cutting a text into words and marks: walks over visible characters and decides where each
//! number, mark or address ends. Runs of letters are [`word_run`](super::word_run)'s.

use super::{Gap, Word, address, hidden::Hidden, word_run};
use ascribe_model::Span;

/// Words of the text, in order; hidden runs count as space.
pub fn words(text: &str, hidden: &[Hidden]) -> Vec<Word> {
    let mut cutter = Cutter { text, words: Vec::new(), gap: Gap::Block };
    let mut at = 0;
    for run in hidden {
        cutter.visible(at, run.range.start);
        // "[ISWAP](https://…)-led" has no space; a bullet begins a block.
        cutter.widen(if run.block { Gap::Block } else { Gap::None });
        at = run.range.end;
    }
    cutter.visible(at, text.len());
    cutter.words
}

/// True for characters that separate words and are no words: white space, controls, marks of width zero.
pub fn is_separator(c: char) -> bool {
    c.is_whitespace() || c.is_control() || is_ignorable(c)
}

/// Characters without width or meaning of their own; inside a word they stay.
pub fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fffd}')
}

/// Apostrophes in use.
pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '`' | '´' | '‘')
}

struct Cutter<'a> {
    text: &'a str,
    words: Vec<Word>,
    gap: Gap,
}

impl<'a> Cutter<'a> {
    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn push(&mut self, start: usize, end: usize) {
        if start < end {
            self.words.push(Word { span: Span::new(start, end), gap: self.gap });
            self.gap = Gap::None;
        }
    }

    /// Cuts the visible run `from..to` at white space and each piece into words.
    fn visible(&mut self, from: usize, to: usize) {
        let mut at = from;
        while at < to {
            let rest = self.text.get(at..to).unwrap_or("");
            let space = rest.find(|c| !is_separator(c)).unwrap_or(rest.len());
            if space > 0 {
                let lines = rest[..space].matches('\n').count();
                self.widen(match lines {
                    0 => Gap::Space,
                    1 => Gap::Line,
                    _ => Gap::Block,
                });
            }
            let piece = &rest[space..];
            let len = piece
                .char_indices()
                .find(|&(_, c)| is_separator(c) && !is_ignorable(c))
                .map_or(piece.len(), |(n, _)| n);
            self.piece(at + space, at + space + len);
            at += space + len.max(usize::from(space == 0 && len == 0));
        }
    }

    /// Cuts one run without white space.
    fn piece(&mut self, start: usize, end: usize) {
        let mut at = start;
        while at < end {
            let rest = self.text.get(at..end).unwrap_or("");
            let Some(first) = rest.chars().next() else { break };
            if is_ignorable(first) {
                at += first.len_utf8();
                continue;
            }
            let fresh = at == start || !self.text[start..at].ends_with(char::is_alphanumeric);
            if let Some(len) = if fresh { address::length(rest) } else { None } {
                self.push(at, at + len);
                at += len;
                continue;
            }
            let len = if first.is_ascii_digit() {
                number(rest)
            } else if first.is_alphanumeric() && !is_apostrophe(first) {
                let cuts = word_run::cut(rest, &self.text[at..], self.last_text());
                // Each turn must advance, whatever the run looks like.
                let len = cuts.last().copied().unwrap_or(0).max(first.len_utf8());
                let mut from = 0;
                for to in cuts {
                    self.push(at + from, at + to);
                    from = to;
                }
                self.push(at + from, at + len);
                at += len;
                continue;
            } else {
                mark(rest, &self.text[start..at])
            };
            let len = len.max(first.len_utf8());
            self.push(at, at + len);
            at += len;
        }
    }

    fn last_text(&self) -> &'a str {
        self.words.last().map_or("", |w| w.of(self.text))
    }
}

/// Bytes of the number that `rest` begins with: "1,200", "11:30", "3rd", "1990s", "12/05/2001",
/// "2010-08-15", "713-555-0199"; a unit ("40mm") is left for the next word.
fn number(rest: &str) -> usize {
    let bytes = rest.as_bytes();
    if let Some(len) = dashed(bytes) {
        return len;
    }
    let mut end = digits(bytes, 0);
    while matches!(bytes.get(end), Some(b'.' | b',' | b':' | b'/')) && digits(bytes, end + 1) > end + 1 {
        end = digits(bytes, end + 1);
    }
    if let Some(decade) = decade(&rest[end..]).filter(|_| bytes[..end].ends_with(b"0")) {
        return end + decade;
    }
    let suffix = rest[end..].find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len() - end);
    let letters = rest[end..end + suffix].to_lowercase();
    if letters.is_empty() || is_unit(&letters) {
        return end;
    }
    let more = rest[end + suffix..].find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len() - end - suffix);
    end + suffix + more
}

/// Bytes of the "'s" of "the 1960's".
fn decade(rest: &str) -> Option<usize> {
    let mark = rest.chars().next().filter(|&c| is_apostrophe(c))?.len_utf8();
    let tail = rest[mark..].strip_prefix(['s', 'S'])?;
    (!tail.starts_with(char::is_alphanumeric)).then_some(mark + 1)
}

fn digits(bytes: &[u8], from: usize) -> usize {
    from + bytes.get(from..).map_or(0, |b| b.iter().take_while(|c| c.is_ascii_digit()).count())
}

/// Dates and telephone numbers whose parts are joined by hyphens.
fn dashed(bytes: &[u8]) -> Option<usize> {
    let mut parts = Vec::new();
    let mut at = 0;
    loop {
        let end = digits(bytes, at);
        parts.push(end - at);
        at = end;
        if bytes.get(at) != Some(&b'-') || !bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
            break;
        }
        at += 1;
    }
    let closed = !bytes.get(at).is_some_and(u8::is_ascii_alphabetic);
    let known: [&[usize]; 7] =
        [&[4, 2, 2], &[2, 2, 4], &[2, 2, 2], &[3, 3, 4], &[1, 3, 3, 4], &[3, 4], &[1, 2, 4]];
    (closed && known.contains(&parts.as_slice())).then_some(at)
}

fn is_unit(letters: &str) -> bool {
    const UNITS: &[&str] = &[
        "am", "bn", "cm", "ft", "g", "gmt", "h", "hr", "hrs", "k", "kg", "kgs", "km", "kmh", "kms", "kph",
        "kw", "lb", "lbs", "m", "mg", "mi", "min", "mins", "ml", "mm", "mn", "mph", "mw", "oz", "pm", "sq",
        "utc", "x", "yr", "yrs",
    ];
    UNITS.contains(&letters)
}

/// Bytes of the mark that `rest` begins with; `before` is what touches it on its left.
fn mark(rest: &str, before: &str) -> usize {
    const WHOLE: &[&str] = &["``", "''", "’’", "‘‘", "‘’", "<<", ">>"];
    const FACES: &[&str] =
        &[":-)", ";-)", ":-(", ":-D", ":-P", "^_^", ":)", ";)", ":(", ":D", ":P", ";D", "=)", "=(", "(:"];
    if let Some(found) = WHOLE.iter().find(|w| rest.starts_with(**w)) {
        return found.len();
    }
    let alone = before.is_empty() || before.ends_with(char::is_alphanumeric);
    // "at:Damascus" is no smile.
    let ends = |f: &str| rest.strip_prefix(f).is_some_and(|r| !r.starts_with(char::is_alphanumeric));
    if let Some(found) = FACES.iter().find(|f| alone && ends(f)) {
        return found.len();
    }
    let first = rest.chars().next().unwrap_or(' ');
    let run = |same: &dyn Fn(char) -> bool| rest.find(|c| !same(c)).unwrap_or(rest.len());
    match first {
        // "?!", "...", ".?"
        '.' | '…' | '!' | '?' => run(&|c| matches!(c, '.' | '…' | '!' | '?')),
        '-' | '*' | '=' | '_' | '~' | '+' => drawn(rest).unwrap_or_else(|| run(&|c| c == first)),
        '|' | '>' => drawn(rest).unwrap_or(1),
        '$' => run(&|c| c == '$'),
        '@' | '#' => {
            let name = rest[1..].find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(rest.len() - 1);
            let named = rest[1..].starts_with(|c: char| c.is_alphabetic());
            if named { 1 + name } else { 1 }
        }
        c if is_apostrophe(c) => apostrophe(rest, !before.is_empty()),
        c => c.len_utf8() + run_of_marks(&rest[c.len_utf8()..]),
    }
}

/// Bytes of a line drawn with at least four signs: "----+---->", "=====".
fn drawn(rest: &str) -> Option<usize> {
    let end =
        rest.find(|c| !matches!(c, '-' | '=' | '_' | '~' | '+' | '|' | '>' | '*')).unwrap_or(rest.len());
    (end >= 4).then_some(end)
}

/// Marks that belong to the character before: accents, variation selectors, joined emoji.
fn run_of_marks(rest: &str) -> usize {
    let mut end = 0;
    let mut joined = false;
    for (at, c) in rest.char_indices() {
        let extends = unicode_normalization::char::is_combining_mark(c)
            || matches!(c, '\u{fe00}'..='\u{fe0f}' | '\u{200d}' | '\u{1f3fb}'..='\u{1f3ff}');
        if !extends && !joined {
            break;
        }
        joined = c == '\u{200d}';
        end = at + c.len_utf8();
    }
    end
}

/// An apostrophe: a clitic after a mark ("Reuters\"'s"), a shortened word ("'em", "'90s"), or a mark.
fn apostrophe(rest: &str, inner: bool) -> usize {
    let len = rest.chars().next().map_or(1, char::len_utf8);
    let tail = &rest[len..];
    let word = tail.find(|c: char| !c.is_alphanumeric()).unwrap_or(tail.len());
    let lower = tail[..word].to_lowercase();
    let years = lower.len() == 3 && lower.ends_with('s') && lower[..2].bytes().all(|b| b.is_ascii_digit());
    // "in the winter of '72"
    let year = !inner && lower.len() == 2 && lower.bytes().all(|b| b.is_ascii_digit());
    let clitic = inner && word_run::is_clitic(&lower);
    if years || year || clitic || matches!(lower.as_str(), "em" | "til" | "cause") { len + word } else { len }
}

#[cfg(test)]
mod tests {
    use super::super::words;

    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = words(text).into_iter().map(|w| w.of(text)).collect();
        assert_eq!(found.join(" "), expected, "{text:?}");
    }

    #[test]
    fn numbers_and_units() {
        check("1,200 men, 3.5km at 11:30", "1,200 men , 3.5 km at 11:30");
        check("$20m or US$5, 30%", "$ 20 m or US$ 5 , 30 %");
        check("the 3rd in the 1990s and '80s", "the 3rd in the 1990s and '80s");
        check("the 1960's, the winter of '72, 2003's", "the 1960's , the winter of '72 , 2003 's");
        check("2010-08-15 or 12/05/2001, 5-10 men", "2010-08-15 or 12/05/2001 , 5 - 10 men");
        check("a 122mm rocket, 14-year-old", "a 122 mm rocket , 14 - year - old");
        check("(11:30 A.M.) – the", "( 11:30 A.M. ) – the");
    }

    #[test]
    fn marks() {
        check("\"Why?!\" he... said -- twice…", "\" Why ?! \" he ... said -- twice …");
        check("“Stop,” ‘now’ «so»", "“ Stop , ” ‘ now ’ « so »");
        check("killed.The army", "killed . The army");
        check("[FMLN] (50%) a/b", "[ FMLN ] ( 50 % ) a / b");
        check("over.? costs $$$ :D ----+---> x", "over .? costs $$$ :D ----+---> x");
        check("👩‍🚒 fire 🔥🔥", "👩‍🚒 fire 🔥 🔥");
    }
}
