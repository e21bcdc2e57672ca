//! Words for deeds in general, and for none that is told here: trends, names for what was told, what a word means.

use crate::assembly::{Known, ancestors};
use crate::attribution::tree::{form, lemma, relation};
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Sentence, Status, Upos};

/// "Attacks have fallen by half", "the number of kidnappings rose": how many there are, and none is told.
pub(super) fn is_trend(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    let plural = form(sentence, occurrence.head).ends_with('s');
    let up = ancestors(sentence, occurrence.head);
    let of_number = up.get(1).filter(|&&n| {
        relation(sentence, occurrence.head, &["nmod"]) && deeds::is(Deed::Trend, &lemma(sentence, n))
    });
    let subject = of_number.copied().unwrap_or(occurrence.head);
    let verb = sentence.tokens[subject].head.filter(|_| relation(sentence, subject, &["nsubj"]));
    // "Shells fell on the town": these fall on somebody.
    let on = |v: usize| {
        sentence.children(v).any(|c| {
            let obl = relation(sentence, c, &["obl"]);
            obl && lemma(sentence, c) != "average"
                && sentence.child(c, &["case"]).is_some_and(|k| {
                    matches!(
                        form(sentence, k).as_str(),
                        "on" | "onto" | "into" | "near" | "inside" | "around" | "at"
                    )
                })
        })
    };
    let projectiles = occurrence.kind == "shelling" && verb.is_some_and(on);
    noun && !projectiles
        && (plural || of_number.is_some())
        && verb.is_some_and(|v| known.weighing.holds("trend", &lemma(sentence, v)))
}

/// "Called it a cowardly attack": what somebody calls what has been told, and says of nobody.
pub(super) fn is_epithet(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb = sentence.tokens.get(occurrence.head).and_then(|t| t.head);
    let called = relation(sentence, occurrence.head, &["xcomp", "obl"])
        && verb.is_some_and(|v| known.weighing.holds("epithet", &lemma(sentence, v)));
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    // "As a terrorist attack": the adjective names nobody.
    let named = |head: usize| sentence.tokens.get(head).is_some_and(|t| t.upos != Upos::Adj);
    let bare = |role: &str| !occurrence.role(role).any(|f| named(f.head));
    called && noun && bare("agent") && bare("killed")
}

/// "Burned a depot, the fifth such raid this month": the deed told before it, as one of many.
pub(super) fn is_counted_among(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let such = sentence.children(occurrence.head).any(|c| form(sentence, c) == "such");
    such && relation(sentence, occurrence.head, &["appos", "parataxis", "nmod", "conj"])
}

/// "Any attack on Norway would bring Sabanda in", "what would be gained by an attack": none has taken place.
pub(super) fn is_any(sentence: &Sentence, occurrence: &Occurrence, modality: &Modality) -> bool {
    let noun = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Noun);
    let determiner = sentence.child(occurrence.head, &["det"]).map(|c| form(sentence, c));
    let would = |t: &usize| {
        sentence.children(*t).any(|c| relation(sentence, c, &["aux"]) && form(sentence, c) == "would")
    };
    let told = occurrence.role("killed").next().is_some() || modality.status == Status::Denied;
    let clause = || ancestors(sentence, occurrence.head).into_iter().skip(1).take(2).any(|t| would(&t));
    noun && !told
        && match determiner.as_deref() {
            Some("any") => true,
            Some("a" | "an") => relation(sentence, occurrence.head, &["obl"]) && clause(),
            _ => false,
        }
}

/// "Hardly a day has passed without a shooting": how things are, and none is told.
pub(super) fn is_of_every_day(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let without = |t: &usize| sentence.children(*t).any(|c| form(sentence, c) == "without");
    let day = |t: &usize| matches!(lemma(sentence, *t).as_str(), "day" | "week" | "pass" | "go");
    up.iter().take(2).any(without) && up.iter().any(day)
}

/// "Fire in support of troops is not classified as a strike", "a jet that drops one bomb, for example, is one strike": what
/// a word means, and nothing that happened.
pub(super) fn is_defined(sentence: &Sentence) -> bool {
    let tokens = sentence.tokens.as_slice();
    let pair = |a: &str, b: &str| {
        tokens.windows(2).any(|w| w[0].text.eq_ignore_ascii_case(a) && w[1].text.eq_ignore_ascii_case(b))
    };
    let is = |t: usize, by: &str| {
        sentence.child(t, &[by]).is_some_and(|c| matches!(form(sentence, c).as_str(), "is" | "are"))
    };
    let classed =
        |t: usize| matches!(lemma(sentence, t).as_str(), "classify" | "define") && is(t, "aux:pass");
    // "Authorities often use the term 'neutralised' to imply that they were killed or captured".
    let term = pair("the", "term") || pair("the", "word") || pair("the", "phrase");
    let means = |t: usize| matches!(lemma(sentence, t).as_str(), "imply" | "mean" | "denote" | "describe");
    term && (0..tokens.len()).any(means)
        || pair("as", "defined")
        || (0..tokens.len()).any(classed)
        || pair("for", "example") && (0..tokens.len()).any(|t| is(t, "cop"))
}
