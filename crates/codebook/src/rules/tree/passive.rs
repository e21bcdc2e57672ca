//! Verbs in the passive, with and without an auxiliary.

use super::Tree;
use ascribe_model::{Sentence, Upos};

impl Tree<'_> {
    /// True for a verb in the passive: an auxiliary, a passive subject, or a bare past participle.
    pub fn is_passive(&self, verb: usize) -> bool {
        if self.child(verb, "aux:pass").is_some() || self.child(verb, "nsubj:pass").is_some() {
            return true;
        }
        if self.child(verb, "obl:agent").is_some()
            || self.is_verbal(verb) && self.object_left_so(verb).is_some()
        {
            return true;
        }
        let participle = self.has_feature(verb, "Voice=Pass")
            || (self.has_feature(verb, "VerbForm=Part") && self.has_feature(verb, "Tense=Past"))
            || self.is_bare_participle(verb);
        let has_subject = self.child(verb, "nsubj").is_some();
        let helped = self.children(verb).iter().any(|&c| self.relation(c) == "aux");
        if participle && !has_subject && !helped && self.child(verb, "obj").is_none() {
            return match self.base(verb) {
                "conj" => self.head(verb).is_none_or(|h| self.is_passive(h) || !self.is_verbal(h)),
                _ => true,
            };
        }
        false
    }

    /// "Counted nine rebels killed": behind a noun, whatever form the tagger sees.
    fn is_bare_participle(&self, verb: usize) -> bool {
        let past = ["ed", "shot", "slain", "hurt"].iter().any(|end| self.word(verb).ends_with(end));
        self.relation(verb) == "acl" && past && !self.is_marked(verb, "to")
    }

    /// "Resulting in nine rebels killed", "had two men beaten", "reported six dead", "claimed two soldiers shot": a
    /// participle or adjective after an object tells of the object, whatever the tree makes of its form.
    pub(super) fn object_left_so(&self, verb: usize) -> Option<usize> {
        let said_of = match self.upos(verb) {
            Upos::Verb => matches!(self.base(verb), "xcomp" | "ccomp"),
            Upos::Adj => self.base(verb) == "xcomp",
            _ => false,
        };
        let head = self.head(verb).filter(|_| said_of)?;
        let object = self.child(head, "obj").filter(|&o| head < o && o < verb)?;
        let word = self.word(verb);
        let participle = word != self.lemma(verb) && !word.ends_with("ing") || self.upos(verb) == Upos::Adj;
        let own = ["obj", "nsubj", "nsubj:pass", "aux", "aux:pass", "cop"];
        let bare = own.iter().all(|r| self.child(verb, r).is_none()) && !self.is_marked(verb, "to");
        (participle && bare).then(|| self.antecedent(object))
    }
}

/// "Two strikes disabled two bridges", "shells killed and injured nine men": a passive subject of a verb that has an
/// object and no auxiliary is its active one.
pub(super) fn active_subjects(sentence: &Sentence, children: &[Vec<usize>]) -> Vec<usize> {
    let is = |t: usize, relation: &str| sentence.tokens[t].deprel == relation;
    let has = |verb: usize, relation: &str| children[verb].iter().any(|&c| is(c, relation));
    let upon = |t: usize| {
        let marks = children[t].iter().filter(|&&c| is(c, "case"));
        marks.into_iter().any(|&c| matches!(sentence.tokens[c].text.as_str(), "on" | "at" | "upon"))
    };
    (0..sentence.tokens.len())
        .filter(|&t| is(t, "nsubj:pass"))
        .filter(|&t| {
            let verb = sentence.tokens[t].head.filter(|&h| h < children.len());
            // "Gunships fired on the hill": nobody is fired on something.
            let fires = |v: usize| {
                sentence.tokens[v].lemma == "fire" && children[v].iter().any(|&c| is(c, "obl") && upon(c))
            };
            let shares = |v: usize| {
                let next = |c: usize| c == v + 2 && is(c, "conj") && is(v + 1, "cc") && !has(c, "nsubj:pass");
                children[v].iter().any(|&c| next(c) && has(c, "obj"))
            };
            let object = |v: usize| has(v, "obj") || shares(v) || fires(v);
            verb.is_some_and(|v| t < v && object(v) && !has(v, "aux:pass") && !has(v, "obl:agent"))
        })
        .collect()
}
