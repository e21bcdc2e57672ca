//! "The capital" without its name: that of the country that its words or the report tell of.

use super::Named;
use super::context::ASIDE;
use super::unnamed::Scene;
use crate::gazetteer::Country;
use ascribe_model::{Sentence, Upos};

/// The country whose capital a token means; `None` where the sentence names it or it is that of a region.
pub(super) fn capital_of<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Country> {
    let (sentence, countries) = (scene.sentence, scene.gazetteer.countries());
    let token = &sentence.tokens[at];
    if token.text != "capital" || token.upos != Upos::Noun {
        return None;
    }
    if let Some(country) = of_country(scene, at) {
        return Some(country);
    }
    if !stands_alone(sentence, at) {
        return None;
    }
    // "Keld, the capital", "the capital, Keld", "the capital of Keld".
    let beside = |n: &Named| {
        let tokens = n.span.tokens;
        n.span.sentence == scene.number && tokens.start <= at + 3 && at <= tokens.end + 2
    };
    if scene.named.iter().any(beside) {
        return None;
    }
    let demonym = || sentence.children(at).find_map(|c| countries.by_demonym(&sentence.tokens[c].text));
    // "The embassy in Oslo said ... shells hit the capital": the capital named a few sentences before.
    // Not where talks are held: "Talks opened in Oslo. In the capital a judge was shot".
    let start = token.span.start;
    let spoken_of = |country: &&Country| scene.context.rank(&country.iso2, start) >= ASIDE / 2.0;
    let told = || scene.told_by_one(|name| countries.by_capital(name)).filter(spoken_of);
    demonym().or_else(told).or_else(|| scene.leading())
}

/// "In the capital of Norway", where the capital itself is not named.
fn of_country<'a>(scene: &Scene<'a>, at: usize) -> Option<&'a Country> {
    let countries = scene.gazetteer.countries();
    let word = |i: usize| scene.sentence.tokens.get(i).map_or("", |t| t.text.as_str());
    let begins = at + if word(at + 2) == "the" { 3 } else { 2 };
    let mut here = scene.named.iter().filter(|n| n.span.sentence == scene.number);
    let behind = here.clone().find(|n| n.span.tokens.start == begins);
    let country = behind.and_then(|n| countries.by_name(&n.name))?;
    let named = here.any(|n| countries.by_capital(&n.name).is_some());
    (word(at + 1) == "of" && at > 0 && word(at - 1).eq_ignore_ascii_case("the") && !named).then_some(country)
}

/// Not "the provincial capital", "the country's capital of trade", "Keld is the capital", "capital flight".
fn stands_alone(sentence: &Sentence, at: usize) -> bool {
    let modifies = ["compound", "appos", "conj"].iter().any(|r| sentence.relation_is(at, r));
    let the =
        sentence.child(at, &["det"]).is_some_and(|d| sentence.tokens[d].text.eq_ignore_ascii_case("the"));
    let plain = |c: usize| {
        let child = &sentence.tokens[c];
        matches!(child.deprel.as_str(), "det" | "case" | "punct")
            || child.text == "itself"
            || child.deprel == "amod" && child.text.starts_with(char::is_uppercase)
    };
    the && !modifies && sentence.children(at).all(plain)
}
