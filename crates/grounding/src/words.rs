//! A sentence as the grammars of times and counts read it: lower-case words, compounds taken apart.

use ascribe_model::{Sentence, Span, TokenRange};

/// A word of the grammars: a token, or a part of one where the token is a compound ("mid-January").
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Word {
    /// The token it belongs to.
    pub token: usize,
    /// As printed.
    pub raw: String,
    /// In lower case, without a closing full stop ("Sept." is "sept").
    pub lower: String,
    /// Where it stands in the report's text.
    pub span: Span,
    /// True where nothing stands between it and the word before ("S-300": the hyphen and the number).
    pub glued: bool,
}

impl Word {
    /// True where it begins with a capital.
    pub fn capital(&self) -> bool {
        self.raw.chars().next().is_some_and(char::is_uppercase)
    }
}

/// The words of a sentence in order.
pub(crate) fn words(sentence: &Sentence) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    for (token, t) in sentence.tokens.iter().enumerate() {
        for (at, part) in parts(&t.text) {
            let start = t.span.start + at;
            let span = Span::new(start, start + part.len());
            let glued = found.last().is_some_and(|w| w.span.end == span.start);
            found.push(Word { token, raw: part.to_owned(), lower: fold(part), span, glued });
        }
    }
    found
}

/// Lower case; a closing full stop goes ("Jan." is "jan") but those inside stay ("p.m" of "p.m.").
fn fold(part: &str) -> String {
    let lower = part.to_lowercase().replace('’', "'");
    if lower.len() > 1 { lower.trim_end_matches('.').to_owned() } else { lower }
}

/// Cuts a token at hyphens, dashes, slashes and brackets, which become parts of their own.
fn parts(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in text.char_indices() {
        if matches!(c, '-' | '–' | '—' | '/' | '(' | ')' | '[' | ']' | '‑') {
            if at > start {
                found.push((start, &text[start..at]));
            }
            found.push((at, &text[at..at + c.len_utf8()]));
            start = at + c.len_utf8();
        }
    }
    if start < text.len() {
        found.push((start, &text[start..]));
    }
    found
}

/// The tokens that a range of words covers.
pub(crate) fn token_range(words: &[Word], start: usize, end: usize) -> TokenRange {
    match (words.get(start), end.checked_sub(1).and_then(|e| words.get(e))) {
        (Some(first), Some(last)) => TokenRange::new(first.token, last.token + 1),
        _ => TokenRange::default(),
    }
}

/// True where the words from `at` are those of the phrase.
pub(crate) fn phrase_at(words: &[Word], at: usize, phrase: &[&str]) -> bool {
    phrase.iter().enumerate().all(|(i, p)| words.get(at + i).is_some_and(|w| w.lower == *p))
}

/// A dash of any kind.
pub(crate) fn is_dash(word: &Word) -> bool {
    matches!(word.raw.as_str(), "-" | "–" | "—" | "‑" | "--")
}

/// True where the tree hangs `token` below `head`, however deep.
pub(crate) fn is_below(sentence: &Sentence, token: usize, head: usize) -> bool {
    let mut at = token;
    for _ in 0..sentence.tokens.len() {
        match sentence.tokens[at].head {
            Some(up) if up == head => return true,
            Some(up) => at = up,
            None => return false,
        }
    }
    false
}

/// The token of the range that governs the others: the first whose head lies outside.
pub(crate) fn head_of(sentence: &Sentence, range: TokenRange) -> usize {
    let outside = |&i: &usize| match sentence.tokens.get(i).and_then(|t| t.head) {
        Some(head) => !range.contains(head),
        None => true,
    };
    let last = range.end.saturating_sub(1).max(range.start);
    range.range().filter(|&i| is_word(sentence, i)).find(outside).unwrap_or(last)
}

fn is_word(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens.get(token).is_some_and(|t| t.text.chars().any(char::is_alphanumeric))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use ascribe_model::{Analysis, Passage, PassageKind, Report, Token, Upos};

    /// An analysis without trees: sentences end at ". " before a capital, tokens at spaces and punctuation.
    pub(crate) fn plain(text: &str) -> (Report, Analysis) {
        let span = Span::new(0, text.len());
        let body = Passage { kind: PassageKind::Body, span, author: None };
        let report = Report { text: text.to_owned(), passages: vec![body], ..Report::default() };
        let mut sentences = vec![Sentence { span, ..Sentence::default() }];
        for (at, piece) in tokens(text) {
            let ends = piece == "." || piece == "!" || piece == "?";
            let span = Span::new(at, at + piece.len());
            let token = Token {
                span,
                text: piece.to_owned(),
                lemma: piece.to_lowercase(),
                upos: Upos::X,
                head: None,
                deprel: "dep".to_owned(),
                margin: 0.0,
                feats: String::new(),
            };
            if let Some(last) = sentences.last_mut() {
                last.tokens.push(token);
            }
            if ends {
                sentences.push(Sentence::default());
            }
        }
        sentences.retain(|s| !s.tokens.is_empty());
        for s in &mut sentences {
            s.span = s.tokens[0].span.join(s.tokens[s.tokens.len() - 1].span);
        }
        (report, Analysis { sentences, chains: Vec::new() })
    }

    /// A report of sentences with trees written by hand.
    pub(crate) fn treed(sentences: &[&str]) -> (Report, Analysis) {
        ascribe_testing::report(
            sentences.iter().map(|s| s.split_whitespace().map(|word| word.split('/').collect())),
        )
    }

    fn tokens(text: &str) -> Vec<(usize, &str)> {
        let mut found = Vec::new();
        for (at, chunk) in chunks(text) {
            let core = chunk.trim_end_matches([',', ';', ':', ')', '"', '!', '?']);
            let lead = core.len() - core.trim_start_matches(['(', '"', '[']).len();
            if lead > 0 {
                found.push((at, &core[..lead]));
            }
            let word = &core[lead..];
            let abbreviation = word.contains(['.']) && word.len() > 1 && word[..word.len() - 1].contains('.');
            let short =
                ["Jan.", "Feb.", "Aug.", "Sept.", "Oct.", "Nov.", "Dec.", "Gen.", "Maj.", "Col.", "Lt."];
            let stop = word.ends_with('.') && !abbreviation && !short.contains(&word);
            let kept = if stop { &word[..word.len() - 1] } else { word };
            let kept_at = at + lead;
            match kept.strip_suffix("'s") {
                Some(stem) if !stem.is_empty() => {
                    found.push((kept_at, stem));
                    found.push((kept_at + stem.len(), &kept[stem.len()..]));
                }
                _ if !kept.is_empty() => found.push((kept_at, kept)),
                _ => {}
            }
            if stop {
                found.push((kept_at + kept.len(), "."));
            }
            for (i, c) in chunk[core.len()..].char_indices() {
                let start = core.len() + i;
                found.push((at + start, &chunk[start..start + c.len_utf8()]));
            }
        }
        found
    }

    fn chunks(text: &str) -> Vec<(usize, &str)> {
        let mut found = Vec::new();
        let mut start = None;
        for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
            match (c.is_whitespace(), start) {
                (true, Some(s)) => {
                    found.push((s, &text[s..at]));
                    start = None;
                }
                (false, None) => start = Some(at),
                _ => {}
            }
        }
        found
    }

    #[test]
    fn compounds_come_apart() {
        let (_, analysis) = plain("In mid-January the S-300 battery fired.");
        let found: Vec<String> = words(&analysis.sentences[0]).into_iter().map(|w| w.lower).collect();
        assert_eq!(found, ["in", "mid", "-", "january", "the", "s", "-", "300", "battery", "fired", "."]);
    }
}
