//! Owns which quotation mark closes which, so that a sentence is not cut inside what somebody said.

use super::{Gap, Word};

/// Pairs of word indices (opening mark, closing mark), in order, each inside one block of text.
pub fn pairs(text: &str, words: &[Word]) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (n, word) in words.iter().enumerate() {
        if word.gap == Gap::Block {
            open = None;
        }
        let closing = match word.of(text) {
            "“" | "„" => Some('”'),
            "«" => Some('»'),
            "``" => Some('\''),
            "\"" => Some('"'),
            _ => None,
        };
        let closes = open.filter(|&(_, mark)| match word.of(text) {
            "”" => mark == '”',
            // "“The end.“ However": the wrong mark, with no space before it.
            "“" => mark == '”' && word.gap == Gap::None,
            "»" => mark == '»',
            "''" => mark == '\'',
            "\"" => mark == '"' || (mark == '”' && word.gap == Gap::None),
            _ => false,
        });
        match (closes, closing) {
            (Some((start, _)), _) => {
                found.push((start, n));
                open = None;
            }
            (None, Some(mark)) if open.is_none() || mark != '"' => open = Some((n, mark)),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::words;

    #[test]
    fn marks_pair_up() {
        let check = |text: &str, expected: &[(usize, usize)]| {
            assert_eq!(super::pairs(text, &words(text)), expected, "{text:?}");
        };
        check("\"We left,\" he said. \"All.\"", &[(0, 4), (8, 11)]);
        check("“We left,” he said “now“ .", &[(0, 4), (7, 9)]);
        check("He said “so.\n\nThen \"no\"", &[(6, 8)]);
    }
}
