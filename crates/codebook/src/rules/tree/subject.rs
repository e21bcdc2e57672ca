//! Who does what a verb says: the subject of a participle, of a controlled infinitive, of a conjunct, and the agent of a
//! passive.

use super::accused::ACCUSING;
use super::{DEPTH, Tree};
use crate::rules::vocabulary::{Word, is};
use ascribe_model::Upos;

impl Tree<'_> {
    /// Who does it.
    pub fn logical_subject(&self, verb: usize) -> Vec<usize> {
        if !self.is_passive(verb) {
            return self.surface_subject(verb).into_iter().collect();
        }
        let agents = self.agents(verb);
        if !agents.is_empty() {
            return agents;
        }
        // "was abducted and later killed by gunmen": the `by` phrase hangs on the last conjunct.
        let later = self.children(verb).iter().copied().filter(|&c| {
            self.base(c) == "conj" && self.child(c, "nsubj:pass").is_none() && self.is_passive(c)
        });
        later.flat_map(|c| self.agents(c)).collect()
    }

    fn agents(&self, verb: usize) -> Vec<usize> {
        self.children(verb)
            .iter()
            .copied()
            .filter(|&c| {
                self.relation(c) == "obl:agent" || (self.base(c) == "obl" && self.is_marked(c, "by"))
            })
            .collect()
    }

    /// The subject as the words have it, shared ones included: a passive verb's is what it is done to.
    pub fn surface_subject(&self, verb: usize) -> Option<usize> {
        self.surface(verb, DEPTH)
    }

    pub(super) fn surface(&self, verb: usize, depth: usize) -> Option<usize> {
        let own = self
            .children(verb)
            .iter()
            .copied()
            .find(|&c| matches!(self.relation(c), "nsubj" | "nsubj:pass" | "nsubj:outer"));
        if let Some(subject) = own {
            return Some(self.antecedent(subject));
        }
        let head = self.head(verb).filter(|_| depth > 0)?;
        if self.relation(verb) == "acl:relcl" {
            return Some(head);
        }
        match self.base(verb) {
            "conj"
                if self.is_verbal(head)
                    || self.upos(head) == Upos::Adj
                    || self.child(head, "nsubj").is_some() =>
            {
                self.surface(head, depth - 1)
            }
            "advcl" | "xcomp" if self.is_of_stopped_attempt(head) => self.doer_of_attempt(head),
            "xcomp" => self.object_left_so(verb).or_else(|| self.controller(head, depth)),
            "ccomp" if self.object_left_so(verb).is_some() => self.object_left_so(verb),
            "ccomp" if self.is_infinite(verb) => self.controller(head, depth),
            "advcl" => self.beside_deed(verb, head, depth),
            "acl" => self.of_noun(verb, head, depth),
            _ => None,
        }
    }

    /// Who does what is told beside the deed above it.
    fn beside_deed(&self, verb: usize, head: usize, depth: usize) -> Option<usize> {
        if let Some(object) = self.tells_of_object(verb, head) {
            return Some(object);
        }
        // "accused troops of shelling", "kept aid from reaching": whom the governing verb acts on.
        if self.acts_on_doer(verb, head) {
            return self.logical_object(head);
        }
        // "a man suspected of planning an attack": the man.
        if self.relation(head) == "acl" && ACCUSING.contains(&self.lemma(head)) {
            return self.head(head);
        }
        // "The convoy was attacked by rebels, killing nine": the rebels, or nobody named, and not the convoy.
        if self.is_result(verb) && self.is_passive(head) {
            return self.agents(head).first().copied();
        }
        let shares = self.is_infinite(verb) && (self.is_verbal(head) || self.child(head, "nsubj").is_some());
        if shares { self.surface(head, depth - 1) } else { None }
    }

    /// Who does what is told of a noun.
    fn of_noun(&self, verb: usize, noun: usize, depth: usize) -> Option<usize> {
        if self.has_feature(verb, "VerbForm=Inf") || self.is_marked(verb, "to") {
            return self.doer_of_noun(noun, depth - 1);
        }
        if self.is_marked(verb, "of") && !self.is_accused(noun) && !self.blames(verb) {
            return self.doer_of_noun(noun, depth - 1);
        }
        Some(noun)
    }

    /// "…, killing nine", "…, destroying a bridge": what came of the deed above.
    fn is_result(&self, verb: usize) -> bool {
        const RESULTS: [&str; 7] = ["kill", "wound", "injure", "hurt", "destroy", "damage", "maim"];
        self.word(verb).ends_with("ing") && RESULTS.contains(&self.lemma(verb)) && !self.is_marked(verb, "by")
    }

    /// "Attacked a town in the north recently captured by rebels": without a comma a passive participle behind an object
    /// tells of it, though the tree hangs it on the verb.
    fn tells_of_object(&self, verb: usize, head: usize) -> Option<usize> {
        let object = self.child(head, "obj").filter(|&o| head < o && o < verb)?;
        let marked = self.child(verb, "mark").is_some() || self.child(verb, "aux:pass").is_some();
        let apart = (object..verb).any(|t| matches!(self.word(t), "," | ";" | "-" | "–"));
        let passive = self.has_feature(verb, "Voice=Pass") && self.child(verb, "obl:agent").is_some();
        (passive && !marked && !apart).then(|| self.antecedent(object))
    }

    fn acts_on_doer(&self, verb: usize, head: usize) -> bool {
        let marked = ["of", "from", "for", "over"].iter().any(|word| self.is_marked(verb, word));
        let acts = self.child(head, "obj").is_some() || self.child(head, "nsubj:pass").is_some();
        marked && acts && self.child(verb, "nsubj").is_none()
    }

    /// Who does what a governed infinitive says.
    fn controller(&self, head: usize, depth: usize) -> Option<usize> {
        let object = self.child(head, "obj").or_else(|| self.child(head, "iobj"));
        if let Some(object) = object.filter(|_| is(Word::OrdersObject, self.lemma(head))) {
            return Some(self.antecedent(object));
        }
        self.surface(head, depth - 1)
    }

    fn is_infinite(&self, verb: usize) -> bool {
        let finite = self.has_feature(verb, "VerbForm=Fin")
            || self
                .children(verb)
                .iter()
                .any(|&c| self.base(c) == "aux" && self.has_feature(c, "VerbForm=Fin"));
        !finite
    }
}
