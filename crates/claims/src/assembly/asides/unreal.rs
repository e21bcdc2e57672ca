//! Deeds that did not come about, or of which nobody knows whether they did: missed, warded off, ruled out, feared, asked
//! about.

use crate::assembly::attach::first_of_phrase;
use crate::assembly::{Known, ancestors};
use crate::attribution::tree::{form, is_negated, lemma, relation};
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use ascribe_model::{Sentence, Status, Upos};

/// "The helicopter was nearly downed": it was not.
pub(super) fn is_missed(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb = sentence.tokens.get(occurrence.head).is_some_and(|t| t.upos == Upos::Verb);
    let before = occurrence.head.checked_sub(1).map(|t| form(sentence, t));
    verb && matches!(before.as_deref(), Some("nearly" | "almost" | "narrowly"))
}

/// "Nobody has claimed the attacks", "could not confirm the attack": told elsewhere, and here only what nobody says of it.
pub(super) fn is_unclaimed(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb =
        sentence.tokens[occurrence.head].head.filter(|_| relation(sentence, occurrence.head, &["obj"]));
    let nobody = |v: usize| {
        sentence.child(v, &["nsubj"]).is_some_and(|s| {
            matches!(form(sentence, s).as_str(), "nobody" | "none")
                || sentence.children(s).any(|c| form(sentence, c) == "no")
        })
    };
    verb.is_some_and(|v| match lemma(sentence, v).as_str() {
        "claim" | "admit" => nobody(v),
        "confirm" | "verify" => is_negated(sentence, v),
        _ => false,
    })
}

/// "Had the bomb gone off, hundreds would have been killed": neither did.
pub(super) fn is_counterfactual(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let aux = |t: usize, words: &[&str]| {
        sentence
            .children(t)
            .find(|&c| relation(sentence, c, &["aux", "mark"]) && words.contains(&form(sentence, c).as_str()))
    };
    let unreal = |t: usize| aux(t, &["would"]).is_some() && aux(t, &["have"]).is_some();
    // "Had the bomb gone off": the helper before the subject.
    let inverted = |t: usize| {
        let subject = sentence.child(t, &["nsubj", "nsubj:pass"]);
        relation(sentence, t, &["advcl"]) && aux(t, &["had"]).zip(subject).is_some_and(|(had, s)| had < s)
    };
    let condition = |t: usize| {
        sentence.children(t).any(|c| {
            let marked = sentence.children(c).any(|m| form(sentence, m) == "if");
            relation(sentence, c, &["advcl"]) && (marked || inverted(c))
        })
    };
    let up = ancestors(sentence, occurrence.head);
    up.iter().take(3).any(|&t| unreal(t) && condition(t))
        || up.iter().take(2).any(|&t| {
            let main = sentence.tokens[t].head;
            inverted(t) && main.is_some_and(unreal)
        })
}

/// "Patrols were sent out to prevent attacks": what is only to be warded off; "foiled an attack" tells of one.
pub(super) fn is_warded_off(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let top = first_of_phrase(sentence, occurrence.head);
    let object = relation(sentence, top, &["obj"]);
    ancestors(sentence, top).get(1).is_some_and(|&verb| {
        let ahead = form(sentence, verb).ends_with("ing")
            || sentence.children(verb).any(|c| c < verb && form(sentence, c) == "to");
        object && ahead && known.weighing.holds("ward", &lemma(sentence, verb))
    })
}

/// "Is forbidden from killing", "talked about killing the governor", "guarantees that the town would not be shelled":
/// what is ruled out, or only talked of.
pub(super) fn is_ruled_out(
    known: &Known,
    sentence: &Sentence,
    occurrence: &Occurrence,
    modality: &Modality,
) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let marked = |token: usize, words: &[&str]| {
        sentence.children(token).any(|c| c < token && words.contains(&form(sentence, c).as_str()))
    };
    // "A truce was ruled out": by nobody named; "the general ruled out a truce" tells that there will be none.
    let out =
        |v: usize| lemma(sentence, v) == "rule" && sentence.children(v).any(|c| form(sentence, c) == "out");
    let peaceful =
        matches!(occurrence.kind.as_str(), "agreement" | "talks" | "deployment" | "operation" | "withdrawal");
    let named = occurrence.role("agent").next().is_some();
    if peaceful
        && !named
        && relation(sentence, occurrence.head, &["obj", "nsubj"])
        && up.get(1).is_some_and(|&v| out(v))
    {
        return true;
    }
    up.windows(2).take(2).any(|pair| {
        let [below, above] = pair else { return false };
        let above = lemma(sentence, *above);
        let verbal = sentence.tokens[*below].text.to_lowercase().ends_with("ing");
        verbal && marked(*below, &["from"]) && known.weighing.holds("forbid", &above)
            || verbal && marked(*below, &["about", "of"]) && known.weighing.holds("muse", &above)
            || modality.status == Status::Denied && known.weighing.holds("guarantee", &above)
    })
}

/// "Fears of a siege": what may come without anybody named.
pub(super) fn is_ahead_without_party(occurrence: &Occurrence, modality: &Modality) -> bool {
    // "The town would be left to the police": the party that it is left to.
    let parties = ["agent", "target", "other"];
    let named = parties.iter().any(|role| occurrence.role(role).next().is_some());
    // "We will strike them": the threat is made.
    let made = occurrence.status == Some(Status::Happened);
    let ahead = matches!(modality.status, Status::Planned | Status::Expected) && !made;
    let settled = matches!(occurrence.kind.as_str(), "agreement" | "talks");
    ahead && !named && !settled
}

/// "Nobody could say whether jets had bombed the mill", "works out whose guns shelled the pass".
pub(super) fn is_asked(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const ASKS: [&str; 6] = ["whether", "what", "which", "who", "whose", "how"];
    let up = ancestors(sentence, occurrence.head);
    up.windows(2).take(4).any(|pair| {
        let [below, above] = pair else { return false };
        let asks = relation(sentence, *below, &["ccomp", "csubj", "advcl", "acl", "obl", "xcomp"])
            && known.weighing.holds("question", &lemma(sentence, *above));
        asks && (*above + 1..*below + 1)
            .any(|t| ASKS.contains(&form(sentence, t).as_str()) && t.abs_diff(*below) <= 6)
    })
}
