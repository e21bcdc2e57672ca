//! Who is accused of a deed: "accused the army of burning the village", "a man suspected of planning an attack".

use super::Tree;

/// Verbs that say of their object that it did something.
pub(super) const ACCUSING: [&str; 6] = ["accuse", "suspect", "convict", "acquit", "blame", "charge"];

impl Tree<'_> {
    /// "Accused the army of burning the village", where the parser hangs the deed on the army.
    pub(super) fn is_accused(&self, noun: usize) -> bool {
        // "a man suspected of planning an attack", where it hangs on the man.
        let described = |&c: &usize| c > noun && matches!(self.base(c), "amod" | "acl") && self.blames(c);
        if self.children(noun).iter().any(described) {
            return true;
        }
        matches!(self.relation(noun), "obj" | "nsubj:pass") && self.head(noun).is_some_and(|v| self.blames(v))
    }

    /// "Accused", "suspected" of something.
    pub(super) fn blames(&self, verb: usize) -> bool {
        ACCUSING.contains(&self.lemma(verb))
            || matches!(self.word(verb), "suspected" | "accused" | "convicted")
    }
}
