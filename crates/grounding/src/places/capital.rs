//! "The capital" without its name: that of the country that its words or the names before it tell.

use super::Named;
use crate::gazetteer::{Country, Gazetteer};
use ascribe_model::{Sentence, Upos};
use std::collections::BTreeMap;

/// The country whose capital a token means; `None` where the sentence names it or it is that of a region.
pub(super) fn capital_of<'a>(
    number: usize,
    sentence: &Sentence,
    at: usize,
    named: &[Named],
    gazetteer: &'a Gazetteer,
) -> Option<&'a Country> {
    let token = &sentence.tokens[at];
    if token.text != "capital" || token.upos != Upos::Noun || !stands_alone(sentence, at) {
        return None;
    }
    // "Keld, the capital", "the capital, Keld", "the capital of Keld".
    let beside = |n: &&Named| {
        let tokens = n.span.tokens;
        n.span.sentence == number && tokens.start <= at + 3 && at <= tokens.end + 2
    };
    if named.iter().any(|n| beside(&n)) {
        return None;
    }
    let demonym =
        || sentence.children(at).find_map(|c| gazetteer.countries().by_demonym(&sentence.tokens[c].text));
    demonym().or_else(|| told_most(number, named).and_then(|code| gazetteer.countries().by_code(code)))
}

/// Not "the provincial capital", "the country's capital of trade", "Keld is the capital", "capital flight".
fn stands_alone(sentence: &Sentence, at: usize) -> bool {
    let modifies = ["compound", "appos", "conj"].iter().any(|r| sentence.relation_is(at, r));
    let the =
        sentence.child(at, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("the"));
    let plain = |c: usize| {
        let child = &sentence.tokens[c];
        matches!(child.deprel.as_str(), "det" | "case" | "punct")
            || child.deprel == "amod" && child.text.starts_with(char::is_uppercase)
    };
    the && !modifies && sentence.children(at).all(plain)
}

/// The country that most names up to that sentence lie in; of two the one told first.
fn told_most(number: usize, named: &[Named]) -> Option<&str> {
    let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    let told = named.iter().enumerate().filter(|(_, n)| n.span.sentence <= number);
    for (order, code) in
        told.filter_map(|(i, n)| Some((i, n.country.as_deref()?))).filter(|(_, c)| !c.is_empty())
    {
        counts.entry(code).or_insert((0, order)).0 += 1;
    }
    counts
        .into_iter()
        .max_by_key(|(_, (count, order))| (*count, std::cmp::Reverse(*order)))
        .map(|(code, _)| code)
}
