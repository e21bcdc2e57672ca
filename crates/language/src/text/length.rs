//! Owns the longest sentence: longer ones are cut at the best place near their middle.

use super::Word;

/// Words in a sentence.
pub const MAX_WORDS: usize = 110;
/// Vocabulary pieces in a sentence, below the encoder's 512 positions.
pub const MAX_PIECES: usize = 480;

/// Appends the sentence, in parts where it is too long.
pub fn cut(text: &str, words: &[Word], pieces: &impl Fn(&str) -> usize, out: &mut Vec<Vec<Word>>) {
    let mut rest = words;
    while !rest.is_empty() {
        let fits = fitting(text, rest, pieces);
        let end = if fits >= rest.len() { rest.len() } else { best_cut(text, rest, fits) };
        out.push(rest[..end].to_vec());
        rest = &rest[end..];
    }
}

/// How many words from the start a sentence may hold; at least one.
fn fitting(text: &str, words: &[Word], pieces: &impl Fn(&str) -> usize) -> usize {
    let mut total = 0;
    for (n, word) in words.iter().enumerate().take(MAX_WORDS) {
        total += pieces(word.of(text));
        if total > MAX_PIECES {
            return n.max(1);
        }
    }
    words.len().min(MAX_WORDS)
}

/// A word to begin the next part with: after ";" or a lost stop, before "and" after a comma, after a
/// comma, else where it must. Looks at the second half of what fits.
fn best_cut(text: &str, words: &[Word], fits: usize) -> usize {
    let word = |n: usize| words.get(n).map_or("", |w: &Word| w.of(text));
    let value = |n: usize| {
        let (before, after) = (word(n.wrapping_sub(1)), word(n));
        let joins = matches!(after, "and" | "but" | "while" | "AND" | "BUT" | "WHILE" | "who" | "which");
        let opens = after.starts_with(char::is_uppercase);
        match before {
            ";" | "." | "!" | "?" => 6,
            "--" | "—" | ":" => 4,
            "," if joins => 4,
            "”" | "\"" | ")" if opens => 3,
            "," => 2,
            _ if matches!(after, "The" | "In" | "It" | "He" | "They" | "A" | "“") => 3,
            _ if joins => 1,
            _ => 0,
        }
    };
    let fits = fits.min(words.len());
    let from = (fits / 2).max(1);
    (from..=fits).max_by_key(|&n| (value(n), n)).unwrap_or(fits).max(1)
}

#[cfg(test)]
mod tests {
    use super::super::sentences;

    #[test]
    fn long_runs_are_cut_at_commas() {
        let text = "the army fired and the rebels fled from the hill, ".repeat(40);
        let found = sentences(&text, |_| 1);
        assert!(found.len() > 3);
        assert!(found.iter().all(|s| s.len() <= super::MAX_WORDS));
        assert_eq!(found[0].last().map(|w| w.of(&text)), Some(","));
    }

    #[test]
    fn pieces_bound_a_sentence() {
        let text = "qxzjv ".repeat(100);
        let found = sentences(&text, |_| 12);
        assert!(found.iter().all(|s| s.len() * 12 <= super::MAX_PIECES));
        assert_eq!(found.iter().map(Vec::len).sum::<usize>(), 100);
    }
}
