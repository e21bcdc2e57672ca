//! Lines to blocks: paragraphs, headings, list items, rules. Knows lay-out, not meaning.

use ascribe_model::Span;

/// What stands before the words of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Marker {
    None,
    /// `#` marks; 1 is the highest.
    Heading(u8),
    Bullet,
    /// `1.` and the like.
    Number,
    /// A line of `*`, `-`, `=` only.
    Rule,
    /// Words under a picture, where the mark-up says so.
    Caption,
}

/// A paragraph, list item, heading or rule; the span has no marker and no white space at its ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block {
    pub span: Span,
    pub indent: usize,
    pub marker: Marker,
    /// A blank line stands before it.
    pub gap: bool,
}

struct Line {
    span: Span,
    indent: usize,
    marker: Marker,
    gap: bool,
    /// Characters from the indent to the end.
    width: usize,
}

/// The blocks of a text from byte `from` on.
pub(crate) fn blocks(text: &str, from: usize) -> Vec<Block> {
    let lines = lines(text, from);
    let wrap = wrap_width(text, &lines);
    let mut blocks: Vec<Block> = Vec::new();
    let mut last: Option<&Line> = None;
    for line in &lines {
        let joins = last.is_some_and(|last| continues(text, last, line, wrap));
        match blocks.last_mut() {
            Some(block) if joins => block.span.end = line.span.end,
            _ => blocks.push(start(text, line)),
        }
        last = Some(line);
    }
    blocks.retain(|b| !b.span.is_empty());
    blocks
}

/// Line ends of every kind that pages hold, with U+2028 from word processors.
fn is_line_end(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}' | '\u{200e}' | '\u{200f}')
}

fn lines(text: &str, from: usize) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut gap = true;
    let mut at = from;
    let mut after_return = false;
    for piece in text.get(from..).unwrap_or("").split_inclusive(is_line_end) {
        let content = piece.trim_matches(is_space);
        if content.is_empty() {
            // The "\n" of "\r\n" is no line of its own.
            gap |= !(after_return && piece == "\n");
        } else {
            let lead = piece.len() - piece.trim_start_matches(is_space).len();
            let indent =
                piece.get(..lead).map_or(0, |s| s.chars().map(|c| if c == '\t' { 4 } else { 1 }).sum());
            let span = Span::new(at + lead, at + lead + content.len());
            lines.push(Line {
                span,
                indent,
                marker: marker(content).0,
                gap,
                width: indent + content.chars().count(),
            });
            gap = false;
        }
        after_return = piece.ends_with('\r');
        at += piece.len();
    }
    lines
}

/// The marker at the start of a line, and the bytes before its words.
fn marker(content: &str) -> (Marker, usize) {
    let first = content.chars().next().unwrap_or(' ');
    let run = content.len() - content.trim_start_matches(first).len();
    let rest = content.get(run..).unwrap_or("");
    let blank = |s: &str| s.chars().next().is_none_or(char::is_whitespace);
    let ruled = content.chars().all(|c| "*-_=~#•· ".contains(c));
    let past = |n: usize| n + content.get(n..).map_or(0, |s| s.len() - s.trim_start_matches(is_space).len());
    match first {
        '*' | '•' if ruled => (Marker::Rule, 0),
        '-' | '_' | '=' | '~' | '#' if ruled && content.len() >= 3 => (Marker::Rule, 0),
        '#' if run <= 6 && blank(rest) => (Marker::Heading(run as u8), past(run)),
        '*' | '-' | '+' if run == 1 && blank(rest) => (Marker::Bullet, past(run)),
        '•' | '▪' | '‣' | '●' | '○' | '◦' | '■' => (Marker::Bullet, past(first.len_utf8())),
        '=' if wiki_heading(content) => (Marker::Heading((run.min(6)) as u8), past(run)),
        '0'..='9' => match content.find(|c: char| !c.is_ascii_digit()) {
            Some(n @ 1..=2)
                if content.get(n..).is_some_and(|s| s.starts_with(". ") || s.starts_with(") ")) =>
            {
                (Marker::Number, past(n + 1))
            }
            _ => (Marker::None, 0),
        },
        _ => (Marker::None, 0),
    }
}

/// `== Sources ==`
fn wiki_heading(content: &str) -> bool {
    content.len() < 120 && content.starts_with("==") && content.ends_with("==") && content.len() > 4
}

fn start(text: &str, line: &Line) -> Block {
    let words = line.span.of(text);
    let (marker, skip) = marker(words);
    let mut span = Span::new(line.span.start + skip, line.span.end);
    if let Marker::Heading(_) = marker {
        let bare = span.of(text).trim_end_matches(['#', '=']).trim_end();
        span = Span::new(span.start, span.start + bare.len());
    }
    Block { span, indent: line.indent, marker, gap: line.gap }
}

/// The width that lines were wrapped at; `None` where each line is a paragraph. In wrapped texts most
/// lines that another one follows are about equally long and end in the middle of a sentence.
fn wrap_width(text: &str, lines: &[Line]) -> Option<usize> {
    let followed: Vec<(&Line, &Line)> =
        lines.iter().zip(lines.iter().skip(1)).filter(|(_, next)| !next.gap).collect();
    let mut widths: Vec<usize> = followed.iter().map(|(line, _)| line.width).collect();
    widths.sort_unstable();
    // Three quarters up: above paragraph ends, below the odd line that was not wrapped.
    let width = *widths.get(widths.len().saturating_sub(1) * 3 / 4)?;
    let near: Vec<_> = followed.iter().filter(|(line, _)| line.width + 16 > width).collect();
    let open = near.iter().filter(|(line, _)| !is_closed(line.span.of(text))).count();
    // Lists of headlines are open too, but no line of theirs begins in lower case. Old wires are all capitals.
    let starts =
        |c: fn(char) -> bool| near.iter().filter(|(_, next)| next.span.of(text).starts_with(c)).count();
    let capitals =
        near.iter().all(|(line, next)| !has_lower(line.span.of(text)) && !has_lower(next.span.of(text)));
    let runs_on = starts(char::is_lowercase) * 4 >= near.len() || capitals;
    ((40..=140).contains(&width) && near.len() >= 2 && open * 2 > near.len() && runs_on).then_some(width)
}

fn has_lower(words: &str) -> bool {
    words.chars().any(char::is_lowercase)
}

/// True where `next` goes on with the paragraph of `line`.
fn continues(text: &str, line: &Line, next: &Line, wrap: Option<usize>) -> bool {
    let (words, following) = (line.span.of(text), next.span.of(text));
    if matches!(line.marker, Marker::Heading(_) | Marker::Rule)
        || matches!(next.marker, Marker::Heading(_) | Marker::Rule)
    {
        return false;
    }
    let open = !is_closed(words) && following.starts_with(char::is_lowercase);
    if next.gap {
        // A paragraph that breaks off: "the only real goal achieve" + blank line + "by the army was".
        let plain = next.marker == Marker::None && line.marker == Marker::None;
        return open && plain && next.indent == line.indent && line.width > 80;
    }
    if next.marker == Marker::Bullet && !following.starts_with("- ") {
        return false;
    }
    let Some(width) = wrap else {
        return open && next.marker == Marker::None;
    };
    let first_word = following.split(char::is_whitespace).next().map_or(0, |w| w.chars().count());
    let full = line.width + 1 + first_word > width;
    let indented = next.indent >= line.indent + 2 && line.marker == Marker::None && is_closed(words);
    // Old wires were wrapped before their headers were cut: lines in the middle of a sentence vary in length.
    let runs_on = !is_closed(words) && (line.width * 5 >= width * 3 || open);
    (full && !indented) || (runs_on && next.marker == Marker::None)
}

/// True where the words end as a sentence, quotation or lead-in ends.
pub(crate) fn is_closed(words: &str) -> bool {
    let bare = words.trim_end_matches(['"', '”', '’', '\'', ')', ']', '»', ' ', '*']);
    let bare = if bare.is_empty() { words } else { bare };
    bare.ends_with(['.', '!', '?', '…', ':', ';', '。', '؟', '।'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Vec<&str> {
        blocks(text, 0).iter().map(|b| b.span.of(text)).collect()
    }

    #[test]
    fn wrapped_lines_join_into_paragraphs() {
        let text = "   Lima, 2 Dec 88 (EFE) -- [Text] Two peasants were killed in an\nattack on the road to the coast, police said. The attackers came\nfrom the hills.\n\n   No group has claimed the attack.\n";
        assert_eq!(words(text).len(), 2);
        let text = "Gunmen attacked a post on the northern edge of the town early\nthis morning and killed two guards, residents told the station.\nThey fled.\n   The army sent helicopters to the area and closed both of the\nroads that lead to it until the evening, a spokesman said.";
        assert_eq!(words(text).len(), 2);
    }

    #[test]
    fn capitals_of_old_wires_join_too() {
        let text = " (DESK)\n\n   LIMA, 3 JAN 90 -- [REPORT] [TEXT] TWO PEASANTS WERE KILLED IN AN ATTACK\nON A FARM NEAR THE COAST, POLICE SAID. A THIRD MAN IS MISSING SINCE THE\nATTACK, WHICH NO GROUP HAS CLAIMED, AND IS BEING LOOKED FOR BY A VERY LARGE NUMBER OF MEN.\nHE HAS TWO CHILDREN.\n\n   THE ARMY WAS SENT.\n";
        assert_eq!(words(text).len(), 3);
    }

    #[test]
    fn headlines_stay_apart() {
        let text = "Rebels take the northern town after a week of fighting\nArmy denies that any of its posts were lost in the north\nThousands leave for the coast as food runs out in the hills\n";
        assert_eq!(words(text).len(), 3);
    }

    #[test]
    fn line_structured_text_is_one_paragraph_a_line() {
        let text = "Troops entered the town on Monday.\nThey met no resistance.\r\nThe mayor welcomed them.\u{2028}A curfew is in force.";
        assert_eq!(words(text).len(), 4);
    }

    #[test]
    fn markers_are_no_words() {
        let text = "# Big news\n\n* one\n  * two\n- three\n1. four\n\n***\n\n== Sources ==\n";
        let found: Vec<_> = blocks(text, 0).iter().map(|b| (b.marker, b.span.of(text), b.indent)).collect();
        assert_eq!(
            found,
            [
                (Marker::Heading(1), "Big news", 0),
                (Marker::Bullet, "one", 0),
                (Marker::Bullet, "two", 2),
                (Marker::Bullet, "three", 0),
                (Marker::Number, "four", 0),
                (Marker::Rule, "***", 0),
                (Marker::Heading(2), "Sources", 0),
            ]
        );
    }

    #[test]
    fn a_broken_sentence_is_mended() {
        let text = "The ministry said that the convoy had been attacked twice on the way and that the only thing reached\n\nby the attackers was a delay.\n\nnext";
        assert_eq!(words(text).len(), 2);
    }
}
