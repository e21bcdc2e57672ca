//! Whose an attempt is: "foiled an attempt by rebels to bomb a bank", "their attempt to storm the base".

use super::Tree;
use crate::rules::vocabulary::{Word, is};

impl Tree<'_> {
    /// "their attempt to storm the base", "an attempt by rebels to storm it": whoever attempts, not who foils it.
    pub(super) fn doer_of_noun(&self, noun: usize, depth: usize) -> Option<usize> {
        if let Some(owner) = self.child(noun, "nmod:poss") {
            return Some(owner);
        }
        let by = |&c: &usize| matches!(self.base(c), "nmod" | "obl") && self.is_marked(c, "by");
        if let Some(doer) = self.children(noun).iter().copied().find(by) {
            return Some(doer);
        }
        let head = self.head(noun).filter(|_| depth > 0)?;
        if matches!(self.base(noun), "obj" | "obl" | "xcomp")
            && self.is_verbal(head)
            && !self.is_passive(head)
            && !is(Word::StopsAttempt, self.lemma(head))
        {
            return self.surface(head, depth - 1);
        }
        None
    }

    /// "foiled an attempt by rebels to bomb a bank", where the parser hangs the deed on the verb.
    pub(super) fn is_of_stopped_attempt(&self, verb: usize) -> bool {
        const ATTEMPTS: [&str; 5] = ["attempt", "plan", "plot", "bid", "conspiracy"];
        let attempt = |object: usize| ATTEMPTS.contains(&self.lemma(object));
        is(Word::StopsAttempt, self.lemma(verb)) && self.child(verb, "obj").is_some_and(attempt)
    }

    pub(super) fn doer_of_attempt(&self, verb: usize) -> Option<usize> {
        let object = self.child(verb, "obj")?;
        let by = |&c: &usize| c > object && matches!(self.base(c), "nmod" | "obl") && self.is_marked(c, "by");
        self.children(object).iter().chain(self.children(verb)).copied().find(by)
    }
}
