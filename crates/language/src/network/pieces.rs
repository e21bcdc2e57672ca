//! Owns WordPiece: a word to the numbers of its pieces, as BERT's uncased tokenizer cuts it.

use super::MAX_SUBWORDS;
use regex::Regex;
use rustc_hash::FxHashMap;
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

const UNKNOWN: i32 = 100;
/// A part longer than this is unknown as a whole, as in the original tokenizer.
const LONGEST_PART: usize = 100;

/// The vocabulary: pieces and their numbers.
pub struct Vocabulary {
    whole: FxHashMap<Box<str>, i32>,
    inner: FxHashMap<Box<str>, i32>,
}

static PUNCTUATION: LazyLock<Regex> =
    LazyLock::new(|| Regex::new(r"^\p{P}").expect("the pattern is a constant that a test compiles"));

impl Vocabulary {
    /// Reads one piece a line; a piece's number is its line, from 0.
    pub fn parse(file: &str) -> Self {
        let mut vocabulary = Self { whole: FxHashMap::default(), inner: FxHashMap::default() };
        vocabulary.whole.reserve(32_000);
        for (line, number) in file.lines().zip(0i32..) {
            match line.strip_prefix("##") {
                Some(rest) if !rest.is_empty() => vocabulary.inner.insert(rest.into(), number),
                _ => vocabulary.whole.insert(line.into(), number),
            };
        }
        vocabulary
    }

    /// The pieces of a word, at least one and at most [`MAX_SUBWORDS`].
    pub fn pieces(&self, word: &str) -> Vec<i32> {
        let mut found = Vec::with_capacity(2);
        let simple = word.len() < LONGEST_PART && word.bytes().all(|b| b.is_ascii_alphanumeric());
        if simple {
            self.greedy(&word.to_ascii_lowercase(), &mut found);
        } else {
            for part in parts(word) {
                self.greedy(&part, &mut found);
                if found.len() >= MAX_SUBWORDS {
                    break;
                }
            }
        }
        if found.is_empty() {
            found.push(UNKNOWN);
        }
        found.truncate(MAX_SUBWORDS);
        found
    }

    /// True where the word, in lower case, is one piece.
    pub fn holds(&self, word: &str) -> bool {
        self.whole.contains_key(word)
    }

    fn greedy(&self, part: &str, out: &mut Vec<i32>) {
        if part.chars().count() > LONGEST_PART {
            out.push(UNKNOWN);
            return;
        }
        let begun = out.len();
        let mut at = 0;
        while at < part.len() {
            let table = if at == 0 { &self.whole } else { &self.inner };
            let ends = part[at..].char_indices().map(|(n, c)| at + n + c.len_utf8()).collect::<Vec<_>>();
            let longest = ends.into_iter().rev().find_map(|end| table.get(&part[at..end]).map(|&n| (n, end)));
            let Some((number, end)) = longest else {
                out.truncate(begun);
                out.push(UNKNOWN);
                return;
            };
            out.push(number);
            at = end;
        }
    }
}

/// The parts of a word that are looked up: cleaned, in lower case without accents, cut at punctuation
/// and around Chinese characters.
fn parts(word: &str) -> Vec<String> {
    let clean = word.chars().filter(|&c| !(c == '\0' || c == '\u{fffd}' || c.is_control() || is_format(c)));
    let mut parts = vec![String::new()];
    for c in
        clean.nfd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase).take(8 * LONGEST_PART)
    {
        if c.is_whitespace() {
            parts.push(String::new());
        } else if is_chinese(c) || is_punctuation(c) {
            parts.push(c.to_string());
            parts.push(String::new());
        } else if let Some(last) = parts.last_mut() {
            last.push(c);
        }
    }
    parts.retain(|p| !p.is_empty());
    parts
}

fn is_format(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}')
}

fn is_punctuation(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_punctuation();
    }
    !c.is_alphanumeric() && PUNCTUATION.is_match(c.encode_utf8(&mut [0; 4]))
}

fn is_chinese(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}' | '\u{20000}'..='\u{2a6df}'
        | '\u{2a700}'..='\u{2ceaf}' | '\u{f900}'..='\u{faff}' | '\u{2f800}'..='\u{2fa1f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_the_longest_pieces() {
        let vocabulary = Vocabulary::parse("[PAD]\nsyr\n##ian\narmy\n-\n‘\n中\n##s");
        let check = |word: &str, expected: &[i32]| assert_eq!(vocabulary.pieces(word), expected, "{word}");
        check("Syrian", &[1, 2]);
        check("ARMY", &[3]);
        check("armÿ", &[3]);
        check("army-‘", &[3, 4, 5]);
        check("中中", &[6, 6]);
        check("xyz", &[UNKNOWN]);
        check("", &[UNKNOWN]);
        check("armys", &[3, 7]);
        check(&"army".repeat(100), &[UNKNOWN]);
        check(&"-".repeat(100), &[4; MAX_SUBWORDS]);
    }
}
