//! What the words say did not happen: negation of a verb or a noun, and what nobody knows of.

use super::status::{Found, Look};
use crate::attribution::tree::{case_of, form, head, is_clause, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Status, Upos};

impl Look<'_> {
    /// "no fighting", "was not attacked", "there was no attack", "not able to capture".
    pub(super) fn negated(&self, path: &[usize]) -> Option<Found> {
        const NOT: [&str; 5] = ["not", "n't", "n’t", "never", "neither"];
        if let Some(found) = self.unknown(path[0]).or_else(|| self.untrue(path[0])) {
            return Some(found);
        }
        for (i, &token) in path.iter().enumerate() {
            let verbal = is_clause(self.sentence, token);
            for c in self.sentence.children(token) {
                let word = form(self.sentence, c);
                let no = word == "no" && relation(self.sentence, c, &["det", "advmod"]) && i == 0 && !verbal;
                // "not only attacked": no denial.
                let not = NOT.contains(&word.as_str())
                    && (verbal || i == 0)
                    && !matches!(form(self.sentence, c + 1).as_str(), "only" | "just" | "immediately")
                    && self.negation_reaches(path, i)
                    && !(i > 0 && self.is_known_object(path));
                let nothing =
                    i == 0 && verbal && (self.is_nothing_done(token, c) || self.is_done_to_nothing(token, c));
                let ruled_out =
                    i == 1 && !self.is_negated_verb(token) && self.is_ruled_out(path[0], token, c);
                let without = i == 0 && word == "without" && relation(self.sentence, c, &["case", "mark"]);
                // "Has not ruled out an attack": there may be one.
                if not
                    && lemma(self.sentence, token) == "rule"
                    && self.sentence.child(token, &["compound:prt"]).is_some()
                {
                    return self.found(Status::Expected, c, "not ruled out");
                }
                if not && i > 0 && self.is_judgement(token) {
                    continue;
                }
                if no || not || without || nothing || ruled_out {
                    return self.found(Status::Denied, c, "negation");
                }
            }
        }
        None
    }

    /// "The attacks were not sanctioned by the leadership": it took place, whoever did not want it.
    fn is_judgement(&self, verb: usize) -> bool {
        telling::is(Telling::Judges, &lemma(self.sentence, verb))
            && self.sentence.child(verb, &["nsubj:pass", "nsubj"]).is_some()
    }

    /// "No shots were fired", "no rebel had laid the mine"; that nobody was killed is told as a number.
    fn is_nothing_done(&self, verb: usize, subject: usize) -> bool {
        const NOBODY: [&str; 3] = ["nobody", "none", "no-one"];
        let name = lemma(self.sentence, verb);
        relation(self.sentence, subject, &["nsubj"])
            && !telling::is(Telling::Harms, &name)
            && !telling::is(Telling::Befalls, &name)
            && (NOBODY.contains(&form(self.sentence, subject).as_str())
                || self
                    .sentence
                    .children(subject)
                    .any(|d| form(self.sentence, d) == "no" && relation(self.sentence, d, &["det"])))
    }

    /// "Fired at no civilian target", "took no prisoners"; that it killed nobody is a number.
    fn is_done_to_nothing(&self, verb: usize, object: usize) -> bool {
        let at = case_of(self.sentence, object);
        let done_to = relation(self.sentence, object, &["obj"])
            || relation(self.sentence, object, &["obl"])
                && matches!(at.as_deref(), Some("at" | "on" | "against"));
        done_to
            && !telling::is(Telling::Harms, &lemma(self.sentence, verb))
            && self
                .sentence
                .children(object)
                .any(|d| form(self.sentence, d) == "no" && relation(self.sentence, d, &["det"]))
    }

    /// "The general ruled out an *offensive*": there is, or will be, none.
    fn is_ruled_out(&self, trigger: usize, verb: usize, particle: usize) -> bool {
        lemma(self.sentence, verb) == "rule"
            && form(self.sentence, particle) == "out"
            && relation(self.sentence, trigger, &["obj", "nsubj:pass"])
    }

    /// "Reports of an *attack* on the mill turned out to be false", "rumours that the army *took* it are baseless". What
    /// somebody in particular claims remains his claim, unless it is he who says that it is not so.
    fn untrue(&self, trigger: usize) -> Option<Found> {
        let told = |noun: &usize| {
            let name = lemma(self.sentence, *noun);
            telling::is(Telling::Told, &name) || telling::is(Telling::Charge, &name)
        };
        let above = head(self.sentence, trigger)?;
        // "The shooting was a hoax"; "the shooting was wrong" judges it.
        let hoax = self.sentence.tokens[above].upos == Upos::Noun
            && telling::is(Telling::Untrue, &lemma(self.sentence, above));
        if hoax && relation(self.sentence, trigger, &["nsubj"]) && !self.is_negated_verb(above) {
            return self.found(Status::Denied, above, "untrue");
        }
        let said = head(self.sentence, above).is_some_and(|v| relation(self.sentence, v, &["ccomp"]));
        let noun = Some(above)
            .filter(|_| (!self.named || said) && relation(self.sentence, trigger, &["nmod", "acl", "ccomp"]))
            .filter(told)?;
        let verdict = head(self.sentence, noun).filter(|_| relation(self.sentence, noun, &["nsubj"]))?;
        let mut below = std::iter::once(verdict).chain(self.sentence.children(verdict));
        let word = below.find(|&t| {
            let said = t == verdict || relation(self.sentence, t, &["xcomp", "obj"]);
            said && telling::is(Telling::Untrue, &lemma(self.sentence, t))
        })?;
        (!self.is_negated_verb(verdict)).then(|| self.found(Status::Denied, word, "untrue")).flatten()
    }

    /// A negated verb denies what it completes, not what merely is its subject or its governor's plan.
    pub(super) fn negation_reaches(&self, path: &[usize], i: usize) -> bool {
        path[..i].iter().enumerate().all(|(k, &t)| {
            // "talks have not moved forward" does not deny the talks; "fighting did not resume" does.
            let subject = relation(self.sentence, t, &["nsubj"])
                && !self.sentence.tokens[t].deprel.ends_with(":pass")
                && path.get(k + 1).is_some_and(|&u| {
                    self.sentence.tokens[u].upos == Upos::Verb
                        && !self.lists.light.contains(&lemma(self.sentence, u))
                });
            // "Such attacks are not the way" denies no attack; "the attack was not the work of rebels" does.
            let judged = relation(self.sentence, t, &["nsubj"])
                && path.get(k + 1).is_some_and(|&u| {
                    self.sentence.child(u, &["cop"]).is_some()
                        && !telling::is(Telling::SoIs, &lemma(self.sentence, u))
                });
            !subject
                && !judged
                && relation(self.sentence, t, &["obj", "xcomp", "nsubj", "ccomp", "advcl", "acl", "cop"])
        })
    }

    /// "has no knowledge of a *raid*", "there were no reports of *fighting*", "did not know of any *raid*".
    fn unknown(&self, trigger: usize) -> Option<Found> {
        let up = head(self.sentence, trigger)?;
        let of = |word: &str| {
            self.sentence.children(trigger).any(|c| c < trigger && form(self.sentence, c) == word)
        };
        let no = |noun: usize| {
            self.sentence
                .children(noun)
                .find(|&c| form(self.sentence, c) == "no" && relation(self.sentence, c, &["det"]))
        };
        let name = lemma(self.sentence, up);
        if telling::is(Telling::Known, &name) && relation(self.sentence, trigger, &["nmod", "acl"]) {
            let cue = no(up)?;
            return self.found(Status::Denied, cue, "nothing known");
        }
        let knows = matches!(name.as_str(), "know" | "aware") && of("of") && self.is_negated_verb(up);
        knows.then(|| self.found(Status::Denied, up, "nothing known")).flatten()
    }
}
