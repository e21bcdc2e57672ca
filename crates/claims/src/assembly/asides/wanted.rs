//! Deeds that somebody calls for, commands or wishes.

use crate::assembly::attach::first_of_phrase;
use crate::assembly::{Known, ancestors};
use crate::attribution::tree::{feature, form, lemma, relation};
use crate::occurrence::Occurrence;
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Sentence, Upos};

/// "The envoy called on both sides to withdraw", "urged the government to arrest the men".
pub(super) fn is_called_for(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    // "Demanding the withdrawal of troops".
    let verb = ancestors(sentence, first_of_phrase(sentence, occurrence.head)).get(1).copied();
    let demanded = verb.is_some_and(|v| matches!(lemma(sentence, v).as_str(), "demand" | "urge" | "request"));
    if demanded && relation(sentence, first_of_phrase(sentence, occurrence.head), &["obj", "nsubj:pass"]) {
        return true;
    }
    // "Calls for a withdrawal and for the deployment of troops": both are called for.
    let up = ancestors(sentence, first_of_phrase(sentence, occurrence.head));
    up.windows(2).take(3).enumerate().any(|(n, pair)| {
        let [below, above] = pair else { return false };
        // "Called a strike to protest the attack": no request.
        let strike = lemma(sentence, *above) == "call" && sentence.child(*above, &["obj"]).is_some();
        let holds = |t: usize| known.weighing.holds("call", &lemma(sentence, t));
        // "We make an appeal so that the army withdraw".
        let made = sentence.child(*above, &["obj"]).is_some_and(holds);
        let calls = !strike && (holds(*above) || made);
        let told = relation(sentence, *below, &["xcomp", "ccomp", "advcl", "acl"])
            && (sentence.children(*below).any(|c| form(sentence, c) == "to" && c < *below)
                || is_subjunctive(sentence, *below));
        // "Called for an inquiry into an attack": the inquiry is called for, not the attack.
        let asked_for = n == 0
            && relation(sentence, *below, &["obl", "nmod"])
            && sentence.children(*below).any(|c| form(sentence, c) == "for");
        calls && (told || asked_for)
    })
}

/// "Threatened to attack if the army did not withdraw", "unless the prisoners are freed", "a truce on condition that troops
/// leave Keld": what is demanded of somebody.
pub(super) fn is_term(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let verb = occurrence.head;
    let child = |word: &str| sentence.children(verb).any(|c| c < verb && form(sentence, c) == word);
    let denied = child("not") || child("n't");
    let above = sentence.tokens[verb].head.map(|h| lemma(sentence, h));
    let condition = child("that") && above.is_some_and(|noun| noun == "condition");
    condition || relation(sentence, verb, &["advcl"]) && (child("unless") || child("if") && denied)
}

/// "Cease the shelling and lift the siege!": what is demanded of somebody.
pub(super) fn is_commanded(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let up = ancestors(sentence, occurrence.head);
    let bare = |t: usize| {
        let word = form(sentence, t);
        deeds::is(Deed::Commands, &word)
            && word == lemma(sentence, t)
            && sentence.child(t, &["nsubj", "nsubj:pass", "aux", "mark", "csubj"]).is_none()
    };
    let opens = |t: usize| sentence.children(t).all(|c| c > t || relation(sentence, c, &["advmod", "punct"]));
    let root = up.last().copied();
    root.is_some_and(|r| sentence.tokens[r].upos == Upos::Verb && bare(r) && opens(r))
}

/// "That the army withdraw", "so that hostilities be stopped": what is to be, and is not.
fn is_subjunctive(sentence: &Sentence, verb: usize) -> bool {
    let child = |relations: &[&str], words: &[&str]| {
        sentence
            .children(verb)
            .any(|c| relation(sentence, c, relations) && words.contains(&form(sentence, c).as_str()))
    };
    // "That the army was in control": a noun is no subjunctive.
    let is_verb = sentence.tokens.get(verb).is_some_and(|t| t.upos == Upos::Verb);
    let plain = is_verb && form(sentence, verb) == lemma(sentence, verb) && has_one(sentence, verb);
    child(&["mark"], &["that", "so"]) && (plain || child(&["aux:pass", "cop"], &["be"]))
}

/// A subject in the singular: "that the army withdraw".
fn has_one(sentence: &Sentence, verb: usize) -> bool {
    sentence.child(verb, &["nsubj"]).is_some_and(|s| !feature(sentence, s, "Number=Plur"))
}

/// "The rebels should surrender their arms": what somebody holds right, but for what is timed ("talks should begin").
pub(super) fn is_wished(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let timed = matches!(occurrence.kind.as_str(), "talks" | "deployment" | "withdrawal");
    // "We hope that the police are able to catch the men".
    let up = ancestors(sentence, occurrence.head);
    let hoped = up.windows(2).any(|pair| {
        let [below, above] = pair else { return false };
        let nobody = || {
            let subject = sentence.child(*above, &["nsubj"]);
            subject.is_some_and(|s| matches!(form(sentence, s).as_str(), "nobody" | "none"))
        };
        match lemma(sentence, *above).as_str() {
            "hope" | "wish" => relation(sentence, *below, &["ccomp"]),
            // "Nobody believes that the guerrillas murdered him".
            "believe" | "think" => relation(sentence, *below, &["ccomp"]) && nobody(),
            _ => false,
        }
    });
    // "Hopes for the release of the hostages", "far from achieving a truce".
    let top = first_of_phrase(sentence, occurrence.head);
    let awaited = relation(sentence, top, &["obl"])
        && sentence.children(top).any(|c| form(sentence, c) == "for")
        && sentence.tokens[top]
            .head
            .is_some_and(|v| matches!(lemma(sentence, v).as_str(), "hope" | "pray" | "wait"));
    if hoped || awaited || is_far_from(sentence, occurrence) {
        return true;
    }
    // "He should lift the decree, withdraw the guards and open talks": so are all.
    let verb = first_of_phrase(sentence, occurrence.head);
    let without_own = |t: usize| sentence.child(t, &["aux", "nsubj", "nsubj:pass"]).is_none();
    let above = sentence.tokens[occurrence.head].head;
    let first =
        above.filter(|_| relation(sentence, occurrence.head, &["conj"]) && without_own(occurrence.head));
    let should = |t: usize| {
        sentence.children(t).any(|c| {
            relation(sentence, c, &["aux"]) && matches!(form(sentence, c).as_str(), "should" | "ought")
        })
    };
    !timed && should(verb) || first.is_some_and(should)
}

/// "Far from achieving a truce, he left": there is none.
fn is_far_from(sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let word = |t: usize, back: usize| t.checked_sub(back).map(|t| form(sentence, t)).unwrap_or_default();
    ancestors(sentence, occurrence.head)
        .into_iter()
        .take(3)
        .any(|t| word(t, 1) == "from" && word(t, 2) == "far" && form(sentence, t).ends_with("ing"))
}
