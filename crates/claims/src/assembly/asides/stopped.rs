//! Deeds that somebody has given up or is to give up.

use crate::assembly::attach::first_of_phrase;
use crate::attribution::tree::{feature, lemma, relation};
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::Sentence;

/// "Halted airstrikes on Keld", "would stop attacks": those that there are no more of; "stopped an attack" foils one.
pub(super) fn is_stopped(sentence: &Sentence, head: usize, kind: &str) -> bool {
    let top = first_of_phrase(sentence, head);
    let many = feature(sentence, head, "Number=Plur");
    let stopped = sentence.tokens[top].head.is_some_and(|v| deeds::is(Deed::Stops, &lemma(sentence, v)));
    many && stopped
        && relation(sentence, top, &["obj"])
        && matches!(kind, "attack" | "airstrike" | "shelling")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_halted_is_no_more() {
        let halted = ascribe_testing::sentence(
            "Jets/NOUN/2/nsubj halted/halt/VERB/0/root raids/raid/NOUN/2/obj/Number=Plur",
        );
        assert!(is_stopped(&halted, 2, "airstrike") && !is_stopped(&halted, 2, "operation"));
    }
}
