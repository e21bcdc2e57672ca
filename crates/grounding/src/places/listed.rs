//! Names that a list puts beside a place: in "retook Keld, Sarda and Mirna" the second and third are towns as the first
//! is, though the model takes them for somebody.

use super::spans::NameSpan;
use crate::gazetteer::{Candidate, Gazetteer, Near};
use crate::shapes::km;
use ascribe_model::{Report, Sentence, TokenRange, Upos};

/// Towns of one list lie within so many km.
const REACH: f64 = 400.0;

/// Adds the names of the list that the gazetteer knows near the place that it begins with.
pub(super) fn beside_places(
    number: usize,
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    spans: &mut Vec<NameSpan>,
) {
    let first: Vec<TokenRange> = spans.iter().map(|s| s.tokens).collect();
    for place in first {
        let head = super::spans::head(sentence, place);
        for name in 0..sentence.tokens.len() {
            let free = !spans.iter().any(|s| s.tokens.contains(name));
            let beside = sentence.tokens[name].head == Some(head) && sentence.relation_is(name, "conj");
            let tokens = TokenRange::new(name, name + 1);
            if free
                && beside
                && is_one_name(sentence, name)
                && near(report, sentence, gazetteer, place, tokens)
            {
                spans.push(NameSpan { sentence: number, tokens, by: "listed with places" });
            }
        }
    }
    spans.sort_by_key(|s| s.tokens.start);
}

/// One capitalised word that no other belongs to ("Omar Said" is no town).
fn is_one_name(sentence: &Sentence, at: usize) -> bool {
    let token = &sentence.tokens[at];
    let parts = ["flat", "compound", "nmod:desc"];
    let capital = |t: usize| sentence.tokens.get(t).is_some_and(|t| t.text.starts_with(char::is_uppercase));
    token.upos == Upos::Propn
        && capital(at)
        && !capital(at + 1)
        && !at.checked_sub(1).is_some_and(capital)
        && !sentence.children(at).any(|c| parts.iter().any(|r| sentence.relation_is(c, r)))
}

fn near(
    report: &Report,
    sentence: &Sentence,
    gazetteer: &Gazetteer,
    place: TokenRange,
    name: TokenRange,
) -> bool {
    let of = |tokens: TokenRange| gazetteer.look_up(report.words(sentence.span_of(tokens)));
    let exact = |c: &&Candidate| c.near == Near::Exact;
    let (there, here) = (of(place), of(name));
    there.iter().any(|a| here.iter().filter(exact).any(|b| km((a.lat, a.lon), (b.lat, b.lon)) <= REACH))
}
