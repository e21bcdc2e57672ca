//! What is done to whom: the object of a verb, a bare noun behind its phrase, one that two verbs share.

use super::Tree;
use ascribe_model::Upos;

impl Tree<'_> {
    /// What it is done to.
    pub fn logical_object(&self, verb: usize) -> Option<usize> {
        if self.is_passive(verb) {
            return self.surface_subject(verb);
        }
        if let Some(object) = self.child(verb, "obj") {
            return Some(self.antecedent(object));
        }
        if let Some(object) = self.bare_oblique(verb) {
            return Some(object);
        }
        if self.relation(verb) == "acl:relcl"
            && self.child(verb, "nsubj").is_some_and(|s| !self.is_relative(s))
        {
            return self.head(verb);
        }
        self.shared_object(verb)
    }

    /// "Has beaten to death a student": a noun behind the phrase, with an article and no preposition, is the object.
    fn bare_oblique(&self, verb: usize) -> Option<usize> {
        const TIMES: &str =
            "day night morning evening afternoon week weekend month year hour minute time moment";
        let marked = |c: usize| self.children(c).iter().any(|&k| matches!(self.base(k), "case" | "mark"));
        let time = |c: usize| TIMES.split_whitespace().any(|word| word == self.lemma(c));
        let bare = |c: usize| {
            let article = self.child(c, "det").is_some_and(|d| matches!(self.word(d), "a" | "an" | "the"))
                || self.child(c, "nummod").is_some();
            c > verb
                && self.relation(c) == "obl"
                && self.upos(c) == Upos::Noun
                && article
                && !marked(c)
                && !time(c)
        };
        let phrase = |&c: &usize| c > verb && self.base(c) == "obl" && self.is_marked(c, "to");
        let before = self.children(verb).iter().copied().find(phrase)?;
        // "Hacked to death nine people", where the tree takes death for a verb.
        let below = self.child(before, "obj");
        self.children(verb).iter().copied().find(|&c| c > before && bare(c)).or(below)
    }

    /// "attacked and looted the village": one object for two verbs.
    fn shared_object(&self, verb: usize) -> Option<usize> {
        // "In Keld rebels abducted and beheaded a judge in June": what stands before the verb or behind the object keeps
        // no object from it.
        let parted = |until: usize| {
            let own = |c: usize| matches!(self.base(c), "obl" | "ccomp" | "xcomp");
            self.children(verb).iter().any(|&c| verb < c && c < until && own(c))
        };
        let next = self.children(verb).iter().copied().find(|&c| self.base(c) == "conj" && self.is_verbal(c));
        if let Some(object) = next.and_then(|c| self.child(c, "obj")) {
            let no_subject_of_its_own = next.is_some_and(|c| !parted(c) && self.child(c, "nsubj").is_none());
            return no_subject_of_its_own.then_some(object);
        }
        let first = self.head(verb).filter(|_| self.base(verb) == "conj")?;
        self.child(first, "obj").filter(|&o| o > verb && !parted(o))
    }
}
