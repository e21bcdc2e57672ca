//! Owns where sentences begin: full stops, quotation marks after them, line breaks, datelines.

use super::{Gap, Word, abbreviation, boundaries, dateline, glued, quotes, tokens::is_apostrophe};

/// A sentence is not cut inside a quotation that began in its middle, unless it grows longer than this.
const LONGEST_QUOTED: usize = 60;

/// What the rules say of a word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// No sentence begins here.
    No,
    /// None can begin here: a quotation that its sentence introduced goes on, or a bracket with dots in it.
    Held,
    /// One begins here, after a full stop.
    Yes,
    /// One begins here, whatever stands around: a line, the text after a dateline.
    Sure,
}

/// Indices of the first word of each sentence, in order.
pub fn sentence_starts(text: &str, words: &[Word]) -> Vec<usize> {
    let verdicts = verdicts(text, words);
    if is_shouted(text) {
        let begins = |n: &usize| matches!(verdicts[*n], Verdict::Yes | Verdict::Sure);
        return (0..words.len()).filter(begins).collect();
    }
    boundaries::starts(text, words, &verdicts)
}

/// What the rules say of each word.
pub fn verdicts(text: &str, words: &[Word]) -> Vec<Verdict> {
    let mut found = vec![Verdict::No; words.len()];
    let Some(first) = found.first_mut() else { return found };
    *first = Verdict::Sure;
    let reader = Reader { text, words, shouted: is_shouted(text), quotes: quotes::pairs(text, words) };
    let (mut at, mut begun) = (0, 0);
    while at < words.len() {
        if at == begun
            && words[at].gap >= Gap::Line
            && let Some(body) = dateline::body_start(text, words, at)
            && body < words.len()
        {
            found[body] = Verdict::Sure;
            (at, begun) = (body, body);
            continue;
        }
        let mut next = at + 1;
        let terminal = reader.is_terminal(at);
        if terminal {
            while next < words.len() && reader.closes(next) {
                next += 1;
            }
        }
        if next < words.len() {
            found[next] = reader.verdict(at, next, begun, terminal);
            if matches!(found[next], Verdict::Yes | Verdict::Sure) {
                begun = next;
            }
        }
        at = next;
    }
    found
}

/// True for texts written in capitals.
pub fn is_shouted(text: &str) -> bool {
    let (mut upper, mut lower) = (0usize, 0usize);
    for c in text.chars().filter(|c| c.is_alphabetic()).take(4000) {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
    }
    upper > 20 && upper > 5 * lower
}

struct Reader<'a> {
    text: &'a str,
    words: &'a [Word],
    shouted: bool,
    quotes: Vec<(usize, usize)>,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> &str {
        self.words.get(at).map_or("", |w| w.of(self.text))
    }

    fn is(&self, at: usize, mark: &str) -> bool {
        self.word(at) == mark
    }

    /// The verdict on `next`, the first word after `at` and the marks that close its sentence.
    fn verdict(&self, at: usize, next: usize, begun: usize, terminal: bool) -> Verdict {
        let line = (at + 1..=next).any(|n| self.words[n].gap >= Gap::Line);
        if line || glued::begins(self.text, self.words, at, next) {
            Verdict::Sure
        } else if self.is_inserted(at, begun) || terminal && self.goes_on(at, next) {
            Verdict::Held
        } else if !terminal || !self.breaks(at, next, begun) {
            Verdict::No
        } else if self.is_quoted(at, next, begun) {
            Verdict::Held
        } else {
            Verdict::Yes
        }
    }

    fn is_terminal(&self, at: usize) -> bool {
        let word = self.word(at);
        word.starts_with(['.', '!', '?', '…', '。', '।', '؟']) || self.is_stopped(at)
    }

    /// True for abbreviations that hold their full stop.
    fn is_stopped(&self, at: usize) -> bool {
        let word = self.word(at);
        word.len() > 1 && word.ends_with('.') && word.starts_with(char::is_alphabetic)
    }

    /// True for marks that close what the sentence opened: "dead.”", "(… said.)".
    fn closes(&self, at: usize) -> bool {
        let touching = self.words[at].gap == Gap::None;
        let quoted = self.quotes.iter().any(|&(_, close)| close == at);
        match self.word(at) {
            ")" | "]" | "}" | "”" | "»" | "''" | "’’" => self.words[at].gap <= Gap::Space,
            "\"" => quoted && self.words[at].gap <= Gap::Space,
            // "the end.“ However": the wrong mark.
            "“" => touching && self.words.get(at + 1).is_some_and(|w| w.gap > Gap::None),
            mark => touching && mark.chars().count() == 1 && mark.starts_with(is_apostrophe),
        }
    }

    /// True between two sentences of one quotation that this sentence introduced: "The general said:
    /// “They fled. We stayed.”".
    fn is_quoted(&self, at: usize, next: usize, begun: usize) -> bool {
        let holds = |&&(open, close): &&(usize, usize)| open < at && next <= close;
        let Some(&(open, close)) = self.quotes.iter().find(holds) else { return false };
        open > begun && close - begun <= LONGEST_QUOTED
    }

    /// True after brackets in the middle of a sentence: "Bishop [Pedro] Mora spoke", "the judges' union [UJ] Council".
    fn is_inserted(&self, at: usize, begun: usize) -> bool {
        let open = (begun + 1..at).rev().find(|&o| self.is(o, "[")).filter(|_| self.is(at, "]"));
        let before = open.map_or("", |o| self.word(o - 1));
        before.ends_with(char::is_alphanumeric)
    }

    /// True after what was left out ("the village [...] and its people"), and where a list of small letters
    /// goes on ("… of the two. b) the road").
    fn goes_on(&self, at: usize, next: usize) -> bool {
        let small = self.word(next).starts_with(char::is_lowercase);
        let listed = self.word(next).len() == 1 && self.is(next + 1, ")");
        let left_out = next > at + 1 && self.word(next - 1).starts_with([']', ')']);
        small && (listed || left_out) || self.is_terminal(next) && !self.is_stopped(next)
    }

    /// Whether a sentence ends between the terminal mark `at` and the word `next`.
    fn breaks(&self, at: usize, next: usize, begun: usize) -> bool {
        let word = self.word(next);
        let first = word.chars().next().unwrap_or(' ');
        let spaced = self.words[next].gap >= Gap::Space;
        let article = matches!(word, "al" | "el") && self.word(next + 1) == "-";
        if first.is_lowercase() {
            return article && spaced && self.is(at, ".");
        }
        // "1. The army", "A. The army": a figure or letter that counts its sentence.
        if at == begun + 1 && self.is(at, ".") && self.word(begun).chars().all(|c| c.is_ascii_digit()) {
            return false;
        }
        if self.is_stopped(at) {
            return self.ends_after_abbreviation(at, next) && next > at;
        }
        if !spaced && next == at + 1 {
            return self.lacks_space(at, next);
        }
        let opens = matches!(
            first,
            '"' | '“'
                | '‘'
                | '«'
                | '('
                | '['
                | '\''
                | '`'
                | '¿'
                | '¡'
                | '-'
                | '–'
                | '—'
                | '@'
                | '#'
                | '$'
                | '€'
                | '£'
        );
        first.is_uppercase()
            || first.is_numeric()
            || opens
            || (first.is_alphabetic() && !first.is_lowercase())
    }

    /// "in the U.S. The army" ends; "the U.S. Army" does not.
    fn ends_after_abbreviation(&self, at: usize, next: usize) -> bool {
        let word = self.word(next);
        let form = self.word(at).trim_end_matches('.');
        let kind = abbreviation::kind(form);
        let may_end = match kind {
            Some(abbreviation::Kind::Closing | abbreviation::Kind::Unit) => true,
            Some(_) => false,
            None => form.contains('.'),
        };
        let clear = matches!(
            word.to_lowercase().as_str(),
            "the" | "it" | "he" | "she" | "they" | "this" | "however" | "meanwhile"
        );
        let quote = matches!(word, "\"" | "“") && self.words[next].gap == Gap::Space;
        may_end && (quote || if self.shouted { clear } else { abbreviation::is_opener(word) })
    }

    /// "were killed.The army", "told AFP.The army": a stop without space after a word or a figure, before a
    /// capitalised word; before capitals ("the war.UN-backed troops") only after small letters.
    fn lacks_space(&self, at: usize, next: usize) -> bool {
        let before = self.word(at.wrapping_sub(1));
        let spaced = self.words.get(next + 1).is_some_and(|w| w.gap >= Gap::Space);
        let hyphened = self.is(next + 1, "-");
        let next = self.word(next);
        let capitalised =
            next.starts_with(char::is_uppercase) && (next.chars().any(char::is_lowercase) || next.len() == 1);
        let small = before.chars().count() > 1
            && before.ends_with(|c: char| c.is_lowercase() || c.is_ascii_digit() || c == ')');
        let capitals = |word: &str| word.len() > 1 && word.chars().all(char::is_uppercase);
        let address = matches!(next, "COM" | "ORG" | "NET");
        let before_capitals = capitals(next) && !address && (spaced || hyphened);
        let after_capitals = capitals(before) && before.len() > 2 && capitalised && next.len() > 2 && spaced;
        self.is(at, ".")
            && (capitalised && small
                || before_capitals && before.ends_with(char::is_lowercase) && before.len() > 2
                || after_capitals)
    }
}

#[cfg(test)]
mod tests {
    use super::super::sentences;

    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> =
            sentences(text, |_| 1).iter().map(|s| &text[s[0].span.start..s[s.len() - 1].span.end]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn sentences_end_at_stops() {
        check("Two died. Three fled.", &["Two died.", "Three fled."]);
        check("They shot Bishop [Pedro] Mora at home.", &["They shot Bishop [Pedro] Mora at home."]);
        check("Maj. Gen. Ali spoke. He left.", &["Maj. Gen. Ali spoke.", "He left."]);
        check(
            "He lives in the U.S. The army left the U.S. Embassy.",
            &["He lives in the U.S.", "The army left the U.S. Embassy."],
        );
        check("It came at 5 p.m. on Friday. No. 5 fell.", &["It came at 5 p.m. on Friday.", "No. 5 fell."]);
        check("Ten were killed.The army denied it.", &["Ten were killed.", "The army denied it."]);
        check("He told AFP.The war.UN-backed troops", &["He told AFP.", "The war.", "UN-backed troops"]);
        check("Read example.COM or NBC.com daily.", &["Read example.COM or NBC.com daily."]);
        check("\"We left.\" The army stayed.", &["\"We left.\"", "The army stayed."]);
        check("“Why?” he asked. al-Shabaab denied it.", &["“Why?” he asked.", "al-Shabaab denied it."]);
        check("He said: \"Stop!\" and ran… Then he fell.", &["He said: \"Stop!\" and ran…", "Then he fell."]);
        check("It rose 3.5 percent.", &["It rose 3.5 percent."]);
        check("“They fled [...] and came back.”", &["“They fled [...] and came back.”"]);
        check(
            "He said: “They fled. We stayed.” It ended.",
            &["He said: “They fled. We stayed.”", "It ended."],
        );
    }

    #[test]
    fn lines_and_bullets_end_sentences() {
        check("Rebels take a bridge\n\nTwo died", &["Rebels take a bridge", "Two died"]);
        check("Northern front:\n* Two died\n* Three fled", &["Northern front:", "Two died", "Three fled"]);
        check("", &[]);
        check(" \u{0} \u{feff}\n", &[]);
    }
}
