//! Nouns for people that only modify another noun: "a rebel raid", "a security force operation".

use super::Described;
use crate::actors::lexicon::{Class, Noun, noun};
use crate::actors::states::is_deed;
use crate::actors::vocabulary::{self, Word};
use ascribe_model::{Sentence, Side, TokenRange, Upos};

/// A noun heads a party unless it only modifies another noun ("police station", "army base").
pub(super) fn may_head(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    if token.head.is_none() && token.deprel != "root" {
        // No tree: not before another noun-like word in lower case is all that can be said.
        return true;
    }
    let modifier = ["compound", "amod", "nmod:poss", "flat"].iter().any(|r| sentence.relation_is(head, r));
    matches!(token.upos, Upos::Noun | Upos::Propn | Upos::Adj)
        && (!modifier || token.deprel.starts_with("nmod"))
}

/// "A rebel raid", "militant positions", "regime shelling", "army-held districts": the people of whom a thing is told.
pub(super) fn modifier(
    sentence: &Sentence,
    at: usize,
    word: &Noun,
    country: Option<&str>,
) -> Option<Described> {
    let text = |i: usize| sentence.tokens.get(i).map(|t| t.text.to_lowercase());
    let held =
        text(at + 1).as_deref() == Some("-") && text(at + 2).is_some_and(|w| vocabulary::is(Word::Held, &w));
    let side = word.side(country);
    let above = over_compound(sentence, at).and_then(text);
    let struck = |w: &str| is_deed(w) || matches!(w, "casualties" | "losses");
    // "Artillery attacks" are anybody's.
    let own = text(at).is_some_and(|w| !vocabulary::is(Word::Machine, &w));
    let deed = own
        && above.as_deref().is_some_and(struck)
        && matches!(word.class, Class::Official | Class::Security | Class::Force);
    let of_thing = above.is_some_and(|w| noun(&w).is_none());
    // "A terrorist attack", "subversive leaflets" say what they are, not whose.
    let fights =
        word.class == Class::Armed && !matches!(text(at).as_deref(), Some("terrorist" | "subversive"));
    // "Coalition strikes" are told as such, "National Guard raids" by a name.
    let upper = |t: usize| sentence.tokens[t].text.starts_with(char::is_uppercase);
    let capital = upper(at) && at > 0 && (upper(at - 1) || !deed);
    if word.plural || side == Side::Unknown || capital || !(held || deed || fights && of_thing) {
        return None;
    }
    let people = word.class == Class::Armed && text(at).as_deref() != Some("opposition");
    let name = if people { word.many.to_owned() } else { text(at)? };
    let tokens = TokenRange::new(at, at + 1);
    Some(Described {
        tokens,
        head: at,
        name,
        side,
        entry: None,
        whole: false,
        by: "a noun for people, of a thing",
    })
}

/// "A Malian and French security force operation": the force whose deed it is.
pub(super) fn is_force_of_deed(sentence: &Sentence, at: usize) -> bool {
    let word = |t: usize| sentence.tokens[t].text.to_lowercase();
    matches!(word(at).as_str(), "force" | "forces" | "troops")
        && sentence.relation_is(at, "compound")
        && over_compound(sentence, at).is_some_and(|top| is_deed(&word(top)))
}

/// "A coalition air strike": the word over the whole compound.
fn over_compound(sentence: &Sentence, at: usize) -> Option<usize> {
    let mut top = sentence.tokens[at].head;
    while let Some(up) = top.filter(|&t| sentence.relation_is(t, "compound")) {
        top = sentence.tokens[up].head.filter(|&h| h > up);
    }
    top
}
