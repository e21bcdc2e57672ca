//! Whether the verb that a time hangs on is in the future, a perfect, or a verb of saying.

use super::vocabulary::{self, Beside};
use crate::words::Word;
use ascribe_model::{Sentence, Upos};

/// What the verb says of the time.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tense {
    /// "will hold a vote on Sunday"
    pub future: bool,
    /// "has been under siege for two years"
    pub perfect: bool,
    /// "has sent troops since January", not "had sent".
    pub till_now: bool,
    /// "said on Monday that …": the time is that of the saying.
    pub telling: bool,
    /// "seized nine hostages in May": it lies before the report.
    pub over: bool,
    /// "A doctor whom gunmen had shot on Tuesday": before what is told.
    pub before: bool,
    /// "Has cost hundreds of lives since a preacher raised a militia in 2015": only looked back to.
    pub looked_back: bool,
}

/// The tense at a time whose head is the given token; without a tree, from the words around it.
pub(crate) fn of(sentence: &Sentence, head: usize, words: &[Word], core: usize) -> Tense {
    let Some(verb) = governor(sentence, head) else { return around(words, core) };
    let lemma = sentence.tokens[verb].lemma.to_lowercase();
    let has = |lemmas: &[&str]| {
        sentence.children(verb).any(|c| lemmas.contains(&sentence.tokens[c].lemma.to_lowercase().as_str()))
    };
    let planned = sentence.tokens[verb].head.is_some_and(|above| {
        let above = sentence.tokens[above].lemma.to_lowercase();
        sentence.relation_is(verb, "xcomp") && vocabulary::is(Beside::Plans, &above)
    });
    let telling = vocabulary::is(Beside::Saying, &lemma);
    Tense {
        before: sentence.relation_is(verb, "acl:relcl")
            && sentence.children(verb).any(|c| sentence.tokens[c].text.eq_ignore_ascii_case("had")),
        looked_back: is_in_since_clause(sentence, verb),
        over: !telling && is_over(sentence, verb),
        future: has(&["will", "shall", "'ll", "ll"])
            || planned
            || matches!(lemma.as_str(), "schedule" | "plan" | "slate"),
        // "has been held", and "people held for two years".
        perfect: has(&["have"]) || sentence.relation_is(verb, "acl"),
        till_now: sentence.children(verb).any(|c| {
            matches!(sentence.tokens[c].text.to_lowercase().as_str(), "has" | "have" | "'ve" | "’ve")
        }),
        telling,
    }
}

fn is_in_since_clause(sentence: &Sentence, verb: usize) -> bool {
    let since =
        |c: usize| sentence.relation_is(c, "mark") && sentence.tokens[c].text.eq_ignore_ascii_case("since");
    let mut up = std::iter::successors(Some(verb), |&t| sentence.tokens.get(t)?.head).take(4);
    up.any(|t| sentence.children(t).any(since))
}

/// A finite verb in the past, or one with "was" or "had", or a participle ("explosives stolen in September").
fn is_over(sentence: &Sentence, verb: usize) -> bool {
    let token = &sentence.tokens[verb];
    let finite = token.feats.contains("Tense=Past") && token.feats.contains("VerbForm=Fin");
    let participle = sentence.relation_is(verb, "acl")
        && token.feats.contains("Tense=Past")
        && token.feats.contains("VerbForm=Part");
    finite
        || participle
        || sentence.children(verb).any(|c| {
            let aux = sentence.tokens[c].deprel.starts_with("aux");
            aux && matches!(sentence.tokens[c].text.to_lowercase().as_str(), "was" | "were" | "had")
        })
}

/// The nearest verb above the token; `None` without a tree.
fn governor(sentence: &Sentence, token: usize) -> Option<usize> {
    let mut at = sentence.tokens.get(token)?.head?;
    for _ in 0..6 {
        let found = sentence.tokens.get(at)?;
        if matches!(found.upos, Upos::Verb | Upos::Aux) {
            return Some(at);
        }
        at = found.head?;
    }
    None
}

/// Without a tree: auxiliaries up to eight words before and six after, within the clause.
fn around(words: &[Word], core: usize) -> Tense {
    let before =
        words[..core.min(words.len())].iter().rev().take(8).take_while(|w| w.raw != ";" && w.raw != ",");
    let after = words.get(core..).unwrap_or(&[]).iter().take(6).take_while(|w| w.raw != ";" && w.raw != ",");
    let mut tense = Tense::default();
    for (n, word) in before.chain(after).enumerate() {
        match word.lower.as_str() {
            "will" | "shall" | "scheduled" | "planned" | "slated" => tense.future = true,
            "has" | "have" => (tense.perfect, tense.till_now) = (true, true),
            "had" => tense.perfect = true,
            word if n < 2 && vocabulary::is(Beside::Said, word) => tense.telling = true,
            _ => {}
        }
    }
    tense
}
