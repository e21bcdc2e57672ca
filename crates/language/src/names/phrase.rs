//! Owns noun phrases in a tree: the words before a noun that belong to it, and "of …" after it.

use ascribe_model::{Sentence, TokenRange, Upos};

/// Relations of words before a noun that are part of its phrase; whatever hangs on them comes along.
const BEFORE: &[&str] =
    &["det", "amod", "compound", "nmod:poss", "nmod:desc", "flat", "advmod", "goeswith", "nmod:unmarked"];

/// "the armed men" for "men"; figures stand apart as in "20 | armed men"; with `of`, also "members of the Badr Brigade" for "members".
pub fn noun_phrase(sentence: &Sentence, head: usize, of: bool) -> TokenRange {
    let mut start = head;
    while start > 0 && belongs(sentence, start - 1, head) {
        start -= 1;
    }
    // A phrase does not begin with a mark that only joined something left out.
    while start < head && is_loose(sentence, start) {
        start += 1;
    }
    let mut end = head + 1;
    while end < sentence.tokens.len() && is_flat(sentence, end, head) {
        end += 1;
    }
    if of && let Some(last) = of_phrase(sentence, head, end) {
        end = last;
    }
    TokenRange::new(start, end)
}

/// True where the word before a noun hangs on it through relations of [`BEFORE`].
fn belongs(sentence: &Sentence, mut token: usize, head: usize) -> bool {
    let mut hops = 0;
    while token != head {
        let Some(found) = sentence.tokens.get(token) else { return false };
        let inner = hops == 0
            && matches!(
                found.deprel.as_str(),
                "punct" | "case" | "fixed" | "cc" | "conj" | "obl" | "goeswith"
            );
        let direct = found.head == Some(head);
        let fits = BEFORE.iter().any(|r| sentence.relation_is(token, r))
            || (inner && !direct)
            || (hops > 0 && !direct);
        // A hyphen of a compound ("US - backed forces") hangs on the compound, not on the noun.
        let hyphen = found.upos == Upos::Punct
            && !matches!(found.text.as_str(), "-" | "–" | "\"" | "“" | "”" | "'" | "‘" | "’");
        if !fits || (hyphen && hops == 0) {
            return false;
        }
        let Some(next) = found.head else { return false };
        token = next;
        hops += 1;
        if hops > sentence.tokens.len() {
            return false;
        }
    }
    true
}

fn is_loose(sentence: &Sentence, token: usize) -> bool {
    sentence.tokens[token].upos == Upos::Punct
        || matches!(sentence.tokens[token].deprel.as_str(), "cc" | "case")
}

fn is_flat(sentence: &Sentence, token: usize, head: usize) -> bool {
    let found = &sentence.tokens[token];
    matches!(found.deprel.as_str(), "flat" | "goeswith")
        && found.head.is_some_and(|h| h == head || is_flat(sentence, h, head) && h < token)
        || (found.deprel == "nummod" && found.head == Some(head) && sentence.tokens[head].upos == Upos::Propn)
}

/// The end of "of the Badr Brigade" right after the phrase.
fn of_phrase(sentence: &Sentence, head: usize, end: usize) -> Option<usize> {
    let of = sentence.tokens.get(end).filter(|t| matches!(t.lemma.as_str(), "of" | "for"))?;
    let noun = of
        .head
        .filter(|&n| n > end && sentence.tokens[n].head == Some(head) && sentence.relation_is(n, "nmod"))?;
    let inner = noun_phrase(sentence, noun, sentence.tokens[noun].upos == Upos::Propn && noun > head);
    (inner.start == end + 1).then_some(inner.end)
}

/// The token of a range that heads it: the one whose own head lies outside, a nominal one first.
pub fn head_of(sentence: &Sentence, range: TokenRange) -> usize {
    let outside = |t: &usize| sentence.tokens[*t].head.is_none_or(|h| !range.contains(h));
    let tops: Vec<usize> = range.range().filter(|&t| t < sentence.tokens.len()).filter(outside).collect();
    let nominal = tops.iter().find(|&&t| sentence.tokens[t].upos.is_nominal());
    nominal.or(tops.last()).copied().unwrap_or(range.start)
}
