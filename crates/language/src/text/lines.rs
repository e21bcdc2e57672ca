//! Owns line breaks: tells a line that was wrapped to a width from one that somebody ended.

use super::{Gap, Word};

/// A page wider than this was not wrapped by hand: each of its line breaks is meant.
const WIDEST_WRAP: usize = 110;

/// Turns [`Gap::Line`] into [`Gap::Space`] where the line was wrapped: where the next word would not
/// have fitted on it any more. The first line begins in `column`.
pub fn join_wrapped(text: &str, column: usize, words: &mut [Word]) {
    let width = text.lines().map(|l| l.trim_end().chars().count()).max().unwrap_or(0);
    if width > WIDEST_WRAP {
        return;
    }
    for word in words.iter_mut().filter(|w| w.gap == Gap::Line) {
        let at = word.span.start;
        let before = text.get(..at).unwrap_or("").trim_end();
        let line_start = before.rfind('\n').map_or(0, |n| n + 1);
        let line = before.get(line_start..).unwrap_or("").chars().count();
        let line = if line_start == 0 { column + line } else { line };
        let next = text.get(at..).unwrap_or("").split_whitespace().next().unwrap_or("").chars().count();
        let fitted = line + 1 + next <= width * 9 / 10;
        let goes_on = text.get(at..).is_some_and(|t| t.starts_with(char::is_lowercase))
            && !before.ends_with(['.', '!', '?', ':']);
        if !fitted || goes_on {
            word.gap = Gap::Space;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Gap, words};

    #[test]
    fn wrapped_lines_join_and_meant_ones_do_not() {
        let check = |text: &str, word: &str, expected: Gap| {
            let found = words(text).into_iter().find(|w| w.of(text) == word);
            assert_eq!(found.map(|w| w.gap), Some(expected), "{word} in {text:?}");
        };
        check(
            "A soldier and two civilians were reported\nMissing on Friday after the clash at dawn.",
            "Missing",
            Gap::Space,
        );
        check(
            "Rebels take bridge\nTwo civilians were killed on Friday in the town of Zuwara.",
            "Two",
            Gap::Line,
        );
        check("Two died.\n\nThree fled.", "Three", Gap::Block);
    }

    #[test]
    fn a_first_line_may_begin_after_a_dateline() {
        let text =
            "Police arrested Marta\nLugo, a teacher, at her home in the hills above the port of Puerto Azul.";
        let gap = |column| {
            super::super::words_from(text, column).iter().find(|w| w.of(text) == "Lugo").map(|w| w.gap)
        };
        assert_eq!(gap(0), Some(Gap::Line));
        assert_eq!(gap(55), Some(Gap::Space));
    }
}
