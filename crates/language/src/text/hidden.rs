//! Owns what is in the text but not in its sentences: Markdown around words and editors' marks of
//! old wires ("[words indistinct]").

use regex::Regex;
use std::{ops::Range, sync::LazyLock};

/// A hidden run; `block` where it also ends whatever stood before (a bullet).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hidden {
    /// Bytes.
    pub range: Range<usize>,
    /// True for bullets and heading marks.
    pub block: bool,
}

static MARKUP: LazyLock<Regex> = LazyLock::new(|| {
    let pattern = concat!(
        r"(?P<image>!\[[^\]\n]{0,300}\]\([^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\x22[^\x22]*\x22)?\))",
        r"|(?P<open>\[)(?P<label>[^\[\]\n]{1,300})(?P<link>\]\((?:#|/|\.|https?:|mailto:|www)[^()\s]*(?:\([^()\s]*\)[^()\s]*)*(?:\s+\x22[^\n]*?\x22)?\))",
        r"|(?P<bullet>(?m:^)[ \t]*(?:[*•●▪‣◦·+]|\d{1,2}[.)]|-)[ \t]+)",
        r"|(?P<heading>(?m:^)[ \t]*#{1,6}[ \t]+)",
        // A line of asterisks is a line, not markup around a word.
        r"|(?P<rule>\*{3,}|_{3,})",
        r"|(?P<strong>\*\*|__)",
        r"|(?P<editorial>\[(?i:(?:\w+ )?words? (?:indistinct|missing)|(?:sentence |passage |name |words? |figure )?as (?:received|heard|published|printed|transliterated)|passage (?:omitted|indistinct)|sic|video|recording|begin [^\]]{0,40}recording|end recording|citation needed|\d{1,3})\])",
    );
    Regex::new(pattern).expect("the pattern is a constant that a test compiles")
});

static EMPHASIS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[\s(\[“\x22])([*_])[^\s*_][^*_\n]*?([*_])(?:$|[\s.,;:!?)\]”\x22’'])")
        .expect("the pattern is a constant that a test compiles")
});

/// Hidden runs in text order, without overlaps.
pub fn ranges(text: &str) -> Vec<Hidden> {
    let mut found = Vec::new();
    if !text.contains(['[', '*', '_', '#', '•', '●', '▪', '‣', '◦', '·', '+', '-'])
        && !text.contains(['.', ')'])
    {
        return found;
    }
    for groups in MARKUP.captures_iter(text) {
        for name in ["image", "open", "link", "bullet", "heading", "strong", "editorial"] {
            if let Some(run) = groups.name(name) {
                let block = matches!(name, "bullet" | "heading");
                // A figure at the start of the text ("9. The court") and a lone dash are not bullets
                // unless a line stands before or after: a passage of one line keeps its words.
                let counted = name == "bullet"
                    && run.as_str().trim_start().starts_with(|c: char| c.is_ascii_digit() || c == '-');
                if !counted || text.contains('\n') {
                    found.push(Hidden { range: run.range(), block });
                }
            }
        }
        if let Some(label) = groups.name("label") {
            emphasis(text, label.range(), &mut found);
        }
    }
    emphasis(text, 0..text.len(), &mut found);
    found.sort_by_key(|h| (h.range.start, h.range.end));
    let mut end = 0;
    found.retain(|h| {
        let kept = h.range.start >= end;
        end = if kept { h.range.end } else { end };
        kept
    });
    found
}

fn emphasis(text: &str, within: Range<usize>, found: &mut Vec<Hidden>) {
    let part = text.get(within.clone()).unwrap_or("");
    if !part.contains(['*', '_']) {
        return;
    }
    for groups in EMPHASIS.captures_iter(part) {
        if let (Some(open), Some(close)) = (groups.get(1), groups.get(2))
            && open.as_str() == close.as_str()
        {
            for mark in [open, close] {
                found.push(Hidden {
                    range: within.start + mark.start()..within.start + mark.end(),
                    block: false,
                });
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visible(text: &str) -> String {
        let mut out = text.to_owned();
        for hidden in ranges(text).iter().rev() {
            out.replace_range(hidden.range.clone(), "");
        }
        out
    }

    #[test]
    fn markup_goes_and_words_stay() {
        let check = |text: &str, expected: &str| assert_eq!(visible(text), expected);
        check("*Clashes erupted near the town.*", "Clashes erupted near the town.");
        check("see [the report](https://example.org/a_(b) \"A b\") now", "see the report now");
        check("**Update:** two died", "Update: two died");
        check("the road [words indistinct] was cut [FMLN]", "the road  was cut [FMLN]");
        check("* one\n* two", "one\ntwo");
        check("the first[1] and second[citation needed] time", "the first and second time");
        check("a_b and 2 * 3 * 4", "a_b and 2 * 3 * 4");
        check("3. The town", "3. The town");
        check("the end *** and ____ so on", "the end *** and ____ so on");
    }
}
