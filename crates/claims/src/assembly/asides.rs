//! What the words mention without telling it: purposes, calls, questions, the operation in which something
//! that is told took place. An aside adds to what is told elsewhere; alone it is no claim.

use super::{Known, ancestors};
use crate::attribution::tree::{form, lemma, relation};
use crate::modality::Modality;
use crate::occurrence::Occurrence;
use ascribe_model::{Sentence, Status};

/// True where the occurrence is only an aside.
pub(super) fn is_aside(known: &Known, occurrence: &Occurrence, modality: &Modality) -> bool {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return false };
    modality.rule == "purpose"
        || is_ahead_without_party(occurrence, modality)
        || is_called_for(known, sentence, occurrence)
        || is_asked(known, sentence, occurrence)
        || is_frame(known, sentence, occurrence)
}

/// "Fears of a siege": what may come without anybody named.
fn is_ahead_without_party(occurrence: &Occurrence, modality: &Modality) -> bool {
    let named = ["agent", "target"].iter().any(|role| occurrence.role(role).next().is_some());
    let ahead = matches!(modality.status, Status::Planned | Status::Expected);
    let settled = matches!(occurrence.kind.as_str(), "agreement" | "talks");
    ahead && !named && !settled
}

/// "The envoy called on both sides to withdraw", "urged the government to arrest the men".
fn is_called_for(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    let up = ancestors(sentence, occurrence.head);
    up.windows(2).take(3).enumerate().any(|(n, pair)| {
        let [below, above] = pair else { return false };
        let calls = known.weighing.holds("call", &lemma(sentence, *above));
        let told = relation(sentence, *below, &["xcomp", "ccomp", "advcl", "acl"])
            && sentence.children(*below).any(|c| form(sentence, c) == "to" && c < *below);
        // "Called for an inquiry into an attack": the inquiry is called for, not the attack.
        let asked_for = n == 0
            && relation(sentence, *below, &["obl", "nmod"])
            && sentence.children(*below).any(|c| form(sentence, c) == "for");
        calls && (told || asked_for)
    })
}

/// "Nobody could say whether jets had bombed the mill", "works out whose guns shelled the pass".
fn is_asked(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
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

/// "Two men were arrested during an operation": what happened in it is told, and it is only the frame.
fn is_frame(known: &Known, sentence: &Sentence, occurrence: &Occurrence) -> bool {
    const TOLD: [&str; 7] =
        ["arrest", "attack", "seizure", "assassination", "abduction", "capture", "airstrike"];
    if occurrence.kind != "operation" {
        return false;
    }
    let others = || {
        known.occurrences.iter().filter(|o| {
            o.sentence == occurrence.sentence && o.head != occurrence.head && TOLD.contains(&o.kind.as_str())
        })
    };
    let inside = relation(sentence, occurrence.head, &["obl", "nmod"])
        && sentence.children(occurrence.head).any(|c| {
            relation(sentence, c, &["case"]) && matches!(form(sentence, c).as_str(), "during" | "in")
        });
    // "Troops targeted a bomb maker, detaining three men": the verb of the hunt and what came of it.
    const HUNTS: [&str; 8] = ["target", "pursue", "hunt", "seek", "comb", "search", "sweep", "patrol"];
    let hunting = HUNTS.contains(&lemma(sentence, occurrence.head).as_str());
    let hunts = || hunting && others().any(|o| ancestors(sentence, o.head).get(1) == Some(&occurrence.head));
    inside && others().any(|o| ancestors(sentence, occurrence.head).contains(&o.head)) || hunts()
}
