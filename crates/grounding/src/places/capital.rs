//! "The capital" without its name: that of the country that its words or the report tell of.

use super::Named;
use super::context::Context;
use crate::gazetteer::{Country, Gazetteer};
use ascribe_model::{Sentence, Span, Upos};

/// The country whose capital a token means; `None` where the sentence names it or it is that of a region.
/// `item` is the stretch of a digest that tells of one thing.
pub(super) fn capital_of<'a>(
    number: usize,
    sentence: &Sentence,
    at: usize,
    named: &[Named],
    context: &Context,
    item: Option<Span>,
    gazetteer: &'a Gazetteer,
) -> Option<&'a Country> {
    let token = &sentence.tokens[at];
    if token.text != "capital" || token.upos != Upos::Noun {
        return None;
    }
    if let Some(country) = of_country(number, sentence, at, named, gazetteer) {
        return Some(country);
    }
    if !stands_alone(sentence, at) {
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
    let told = || told_before(number, named, gazetteer);
    demonym()
        .or_else(told)
        .or_else(|| context.leading(item).and_then(|code| gazetteer.countries().by_code(code)))
}

/// "In the capital of Norway", where the capital itself is not named.
fn of_country<'a>(
    number: usize,
    sentence: &Sentence,
    at: usize,
    named: &[Named],
    gazetteer: &'a Gazetteer,
) -> Option<&'a Country> {
    let word = |i: usize| sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let begins = at + if word(at + 2) == "the" { 3 } else { 2 };
    let behind = |n: &&Named| n.span.sentence == number && n.span.tokens.start == begins;
    let country = named.iter().find(behind).and_then(|n| gazetteer.countries().by_name(&n.name))?;
    let here = named
        .iter()
        .any(|n| n.span.sentence == number && gazetteer.countries().by_capital(&n.name).is_some());
    (word(at + 1) == "of" && at > 0 && word(at - 1).eq_ignore_ascii_case("the") && !here).then_some(country)
}

/// "The embassy in Oslo said ... shells hit the capital": the capital named a few sentences before.
fn told_before<'a>(number: usize, named: &[Named], gazetteer: &'a Gazetteer) -> Option<&'a Country> {
    const BACK: usize = 3;
    let near = |n: &&Named| n.span.sentence <= number && number - n.span.sentence <= BACK;
    let last =
        named.iter().filter(near).filter_map(|n| gazetteer.countries().by_capital(&n.name)).next_back()?;
    let others = named.iter().filter(near).filter_map(|n| gazetteer.countries().by_capital(&n.name));
    others.clone().all(|c| c.iso2 == last.iso2).then_some(last)
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
