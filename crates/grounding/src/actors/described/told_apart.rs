//! What tells people of a common noun from others of it: "a 19-year-old man", "men dressed as hunters", "a court
//! in Lagos". A report that has no name for them calls them by these words.

use crate::actors::vocabulary::{self, Word};
use crate::words::is_below;
use ascribe_model::{Label, Sentence, Upos};

/// Where the common nouns before the noun begin that are part of the name, not before `start`: "aid workers", "truck
/// drivers", "artillery units".
pub(super) fn compounds(sentence: &Sentence, start: usize, kept: usize, head: usize) -> usize {
    let part = |t: &usize| {
        let token = &sentence.tokens[*t];
        let common = token.upos == Upos::Noun && token.text.chars().all(char::is_lowercase);
        common && sentence.relation_is(*t, "compound") && token.head == Some(head)
    };
    (start..kept).rev().take_while(part).last().unwrap_or(kept)
}

/// Where the words for the age of one person begin, before the noun or its compound ("a 21-year-old law student").
pub(super) fn age(sentence: &Sentence, kept: usize, head: usize) -> Option<usize> {
    const BETWEEN: usize = 2;
    let text = |t: usize| sentence.tokens[t].text.to_lowercase();
    let one = !sentence.tokens[head].feats.contains("Number=Plur");
    let lowest = kept.saturating_sub(BETWEEN + 1);
    let old = (lowest..kept).rev().find(|&t| text(t) == "old" || text(t).ends_with("year-old"))?;
    if text(old) != "old" {
        return one.then_some(old);
    }
    // "19 - year - old", "19 year old": back over the hyphens to the number.
    let word = |t: &usize| sentence.tokens[*t].upos != Upos::Punct;
    let mut before = (0..old).rev().filter(word);
    let year = before.next().filter(|&t| matches!(text(t).as_str(), "year" | "years"))?;
    let number = before.next().filter(|&t| year - t <= 2)?;
    let counts =
        sentence.tokens[number].upos == Upos::Num || text(number).starts_with(|c: char| c.is_numeric());
    (one && counts).then_some(number)
}

/// Where the words end that say how men of no name look or what they were at: "men in plain clothes", "men
/// trying to cross". The next token's index, or nothing where none follow.
pub(super) fn looks(sentence: &Sentence, head: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let text = |t: usize| sentence.tokens[t].text.to_lowercase();
    if !matches!(text(head).as_str(), "man" | "men" | "woman" | "women") {
        return None;
    }
    let next = head + 1;
    let under = |t: usize| sentence.tokens[t].head == Some(head);
    let participle = next < sentence.tokens.len()
        && under(next)
        && sentence.relation_is(next, "acl")
        && vocabulary::is(Word::Looks, &text(next));
    let borne = sentence
        .children(head)
        .find(|&t| t > head && sentence.relation_is(t, "nmod") && vocabulary::is(Word::Borne, &text(t)));
    let top = if participle { next } else { borne? };
    let is_time =
        |at: usize| sentence.mentions.iter().any(|m| m.label == Label::Time && m.tokens.contains(at));
    let below = |t: usize| t == top || is_below(sentence, t, top);
    let goes_on = |t: &usize| below(*t) && sentence.tokens[*t].upos != Upos::Punct && !is_time(*t);
    let start = if participle { next } else { (next..=top).find(|&t| below(t))? };
    if start != next {
        return None;
    }
    let end = (start..sentence.tokens.len()).take_while(goes_on).last()? + 1;
    (end > top && end - next <= LONGEST).then_some(end)
}

/// "A court in Lagos": where the words for its seat end.
pub(super) fn seat(sentence: &Sentence, head: usize) -> Option<usize> {
    let text = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
    let court = matches!(text(head), "court" | "Court") && matches!(text(head + 1), "in" | "of");
    let capital = |t: &usize| text(*t).starts_with(char::is_uppercase);
    let seat = |t: &usize| capital(t) && sentence.tokens[*t].upos == Upos::Propn;
    let last = (head + 2..sentence.tokens.len()).take_while(seat).last().filter(|_| court)?;
    Some(last + 1)
}
