//! The second half of status: conditions, modal verbs, states, the progressive, purposes.

use super::status::{Found, Look};
use crate::attribution::tree::{feature, form, head, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Status, Upos};

impl Look<'_> {
    /// "if the army takes the town", "as soon as the troops clear it".
    pub(super) fn conditional(&self, path: &[usize]) -> Option<Found> {
        for &token in path {
            for c in self
                .sentence
                .children(token)
                .filter(|&c| relation(self.sentence, c, &["mark", "advmod", "advcl"]))
            {
                let word = form(self.sentence, c);
                if c < token
                    && matches!(word.as_str(), "if" | "unless")
                    && relation(self.sentence, token, &["advcl"])
                {
                    return self.found(Status::Expected, c, "condition");
                }
                // "Once arrested, he will have to explain": what is to come first.
                if c < token
                    && word == "once"
                    && relation(self.sentence, token, &["advcl"])
                    && head(self.sentence, token).is_some_and(|up| self.modal_of(up).is_some())
                {
                    return self.found(Status::Expected, c, "condition");
                }
                // The main clause of a condition: "if they take it, they will hold it".
                let holds_if = relation(self.sentence, c, &["advcl"])
                    && (self.sentence.children(c).any(|m| form(self.sentence, m) == "if")
                        || (c.saturating_sub(8)..c).any(|t| {
                            form(self.sentence, t) == "soon" && t > 0 && form(self.sentence, t - 1) == "as"
                        }));
                if holds_if && self.modal_of(token).is_some() {
                    return self.found(Status::Expected, c, "condition");
                }
            }
            let soon = (2..6).any(|back| {
                token > back
                    && form(self.sentence, token - back) == "soon"
                    && form(self.sentence, token - back - 1) == "as"
            });
            if soon && relation(self.sentence, token, &["advcl"]) && self.is_present(token) {
                return self.found(Status::Expected, token, "condition");
            }
        }
        None
    }

    /// "Shot the bomber before he *could* set off his vest": he meant to.
    fn forestalled(&self, verb: usize) -> Option<usize> {
        let child = |relations: &[&str], words: &[&str]| {
            let mut below =
                self.sentence.children(verb).filter(|&c| c < verb && relation(self.sentence, c, relations));
            below.find(|&c| words.contains(&form(self.sentence, c).as_str()))
        };
        let advcl = relation(self.sentence, verb, &["advcl"]);
        child(&["mark"], &["before"]).filter(|_| advcl)?;
        child(&["aux"], &["could", "can"])
    }

    pub(super) fn modal_of(&self, token: usize) -> Option<usize> {
        const MODALS: [&str; 9] = ["will", "shall", "would", "could", "may", "might", "'ll", "’ll", "wo"];
        self.sentence.children(token).find(|&c| {
            relation(self.sentence, c, &["aux"]) && MODALS.contains(&form(self.sentence, c).as_str())
        })
    }

    /// "Troops are to leave in August", "the truce was to begin on Monday"; not "was to blame".
    fn is_to(&self, verb: usize) -> Option<usize> {
        const BE: [&str; 5] = ["am", "is", "are", "was", "were"];
        let below = |relations: &[&str], words: &[&str]| {
            let mut found =
                self.sentence.children(verb).filter(|&c| c < verb && relation(self.sentence, c, relations));
            found.find(|&c| words.contains(&form(self.sentence, c).as_str()))
        };
        let be = below(&["cop", "aux", "aux:pass"], &BE)?;
        let to = below(&["mark"], &["to"])?;
        let verbal = self.sentence.tokens[verb].upos == Upos::Verb && lemma(self.sentence, verb) != "blame";
        (verbal && be < to).then_some(to)
    }

    /// "will attack", "may attack", "is going to attack"; "may have attacked" tells of the past.
    pub(super) fn modal(&self, path: &[usize]) -> Option<Found> {
        for &token in path {
            if let Some(could) = self.forestalled(token) {
                return self.found(Status::Planned, could, "forestalled");
            }
            if lemma(self.sentence, token) == "go"
                && path[0] != token
                && self.sentence.tokens[token].text == "going"
            {
                return self.found(Status::Planned, token, "going to");
            }
            if let Some(to) = self.is_to(token) {
                return self.found(self.future(token), to, "is to");
            }
            let Some(modal) = self.modal_of(token) else { continue };
            let perfect = self.sentence.children(token).any(|c| {
                relation(self.sentence, c, &["aux"]) && c > modal && lemma(self.sentence, c) == "have"
            });
            if perfect {
                return None;
            }
            let status = match form(self.sentence, modal).as_str() {
                "will" | "shall" | "'ll" | "’ll" | "wo" => self.future(token),
                // "said it would reopen": the future as told.
                "would" if self.attributed => self.future(token),
                _ => Status::Expected,
            };
            return self.found(status, modal, "modal");
        }
        None
    }

    /// Somebody's announced action is planned; what will be without anybody's doing is expected.
    pub(super) fn future(&self, verb: usize) -> Status {
        let impersonal = self.sentence.child(verb, &["expl"]).is_some()
            || telling::is(Telling::Befalls, &lemma(self.sentence, verb));
        if impersonal && self.sentence.child(verb, &["aux:pass"]).is_none() {
            Status::Expected
        } else {
            Status::Planned
        }
    }

    pub(super) fn is_present(&self, token: usize) -> bool {
        if feature(self.sentence, token, "Tense=Pres") && !feature(self.sentence, token, "VerbForm=Part") {
            return true;
        }
        self.sentence.children(token).any(|c| {
            relation(self.sentence, c, &["aux", "cop"])
                && matches!(
                    form(self.sentence, c).as_str(),
                    "is" | "are" | "'s" | "’s" | "am" | "has" | "have" | "'re" | "’re"
                )
        })
    }

    pub(super) fn is_past(&self, token: usize) -> bool {
        let own =
            feature(self.sentence, token, "Tense=Past") && feature(self.sentence, token, "VerbForm=Fin");
        own || self.sentence.children(token).any(|c| {
            relation(self.sentence, c, &["aux", "cop"])
                && matches!(form(self.sentence, c).as_str(), "was" | "were" | "had")
        })
    }

    /// "the town is held by rebels", "a village controlled by": a state, unless the words put it in the past.
    pub(super) fn state(&self, path: &[usize]) -> Option<Found> {
        let trigger = path[0];
        let name = lemma(self.sentence, trigger);
        let word = form(self.sentence, trigger);
        let listed = (self.lists.states.contains(&name) || self.lists.states.contains(&format!("{name}e")))
            || word.rsplit('-').next().is_some_and(|tail| tail != word && self.lists.states.contains(tail))
            || word.ends_with("-held")
            || word.ends_with("-controlled");
        let presence = self.kind == "presence";
        // Where the type is known, only these can be states.
        let may_last = matches!(
            self.kind,
            "" | "presence" | "operation" | "capture" | "abduction" | "arrest" | "base" | "deployment"
        );
        // "Managed to control the bridge": came to, and did.
        let came_to = path.get(1).is_some_and(|&t| {
            let governor = self.lists.governors.get(&lemma(self.sentence, t));
            governor.is_some_and(|(status, _)| *status == Status::Happened) && self.is_past(t)
        });
        if !may_last || !listed && !presence || came_to {
            return None;
        }
        let verbal = matches!(self.sentence.tokens[trigger].upos, Upos::Verb | Upos::Aux);
        let describes =
            relation(self.sentence, trigger, &["acl", "amod", "advcl"]) && !self.has_subject(trigger);
        let noun = !verbal;
        let past = path.iter().take(if noun { 3 } else { 1 }).any(|&t| self.is_past(t));
        let over = self.sentence.children(trigger).any(|c| {
            relation(self.sentence, c, &["aux", "cop"])
                && matches!(form(self.sentence, c).as_str(), "had" | "been")
        }) && past;
        let now = describes || self.is_present(trigger) || noun;
        if over || (past && !self.attributed && !presence && !noun) {
            return None;
        }
        (now || self.attributed || presence && !past).then_some(())?;
        self.found(Status::Ongoing, trigger, "state")
    }

    /// "are developing", "has been shelling"; in told words also "were shelling".
    pub(super) fn progressive(&self, path: &[usize]) -> Option<Found> {
        for (i, &token) in path.iter().enumerate() {
            if let Some(cue) = self.passive_progressive(token).filter(|_| i == 0) {
                return self.found(Status::Ongoing, cue, "progressive");
            }
            let text = form(self.sentence, token);
            if !text.ends_with("ing") || self.sentence.tokens[token].upos != Upos::Verb {
                continue;
            }
            // "Police are looking into the murder": it is over.
            if i > 0
                && (self.is_known_object(path)
                    || !relation(self.sentence, path[i - 1], &["obj", "nsubj", "xcomp"]))
            {
                continue;
            }
            let aux = self
                .sentence
                .children(token)
                .filter(|&c| relation(self.sentence, c, &["aux"]))
                .map(|c| (c, form(self.sentence, c)))
                .collect::<Vec<_>>();
            let present = aux
                .iter()
                .find(|(_, f)| matches!(f.as_str(), "is" | "are" | "am" | "'s" | "’s" | "'re" | "’re"));
            let been = aux.iter().find(|(_, f)| f == "been");
            let had = aux.iter().any(|(_, f)| f == "had");
            let were = aux.iter().find(|(_, f)| matches!(f.as_str(), "was" | "were"));
            let cue = present.or(been.filter(|_| !had)).or(were.filter(|_| self.attributed));
            if let Some((cue, _)) = cue {
                return self.found(Status::Ongoing, *cue, "progressive");
            }
        }
        None
    }

    /// "troops are being deployed".
    fn passive_progressive(&self, verb: usize) -> Option<usize> {
        let word = |words: &[&str]| {
            self.sentence.children(verb).find(|&c| {
                relation(self.sentence, c, &["aux"]) && words.contains(&form(self.sentence, c).as_str())
            })
        };
        word(&["being"])?;
        word(&["is", "are", "'s", "’s"])
    }

    /// "troops were sent to clear the road": a purpose is not yet a deed.
    pub(super) fn purpose(&self, path: &[usize]) -> Option<Found> {
        for (i, &token) in path.iter().enumerate() {
            if !self.is_infinitive(token)
                || self.sentence.children(token).any(|c| {
                    form(self.sentence, c) == "have"
                        || (relation(self.sentence, c, &["cop", "aux"])
                            && feature(self.sentence, c, "VerbForm=Fin"))
                })
            {
                continue;
            }
            // "sent a team to assess the attack": the purpose is to assess; "to launch an attack" is one.
            let only_object = i > 0
                && relation(self.sentence, path[i - 1], &["obj"])
                && !self.lists.light.contains(&lemma(self.sentence, token));
            if only_object {
                return None;
            }
            let up = path.get(i + 1).copied().or_else(|| head(self.sentence, token));
            // "Died when soldiers came to arrest him": what they came for.
            let came = |u: usize| lemma(self.sentence, u) == "come" && relation(self.sentence, u, &["advcl"]);
            // "Troops have to leave": a duty; "had to leave" tells that they did.
            let duty = |u: usize| matches!(form(self.sentence, u).as_str(), "have" | "has" | "'ve");
            let implied = up.is_some_and(|u| {
                !came(u)
                    && !duty(u)
                    && self
                        .lists
                        .governors
                        .get(&lemma(self.sentence, u))
                        .is_some_and(|(s, _)| *s == Status::Happened)
            });
            // "is said to have", "was reported to be": the passive of telling is no purpose.
            let told = relation(self.sentence, token, &["xcomp"])
                && up.is_some_and(|u| {
                    self.sentence.children(u).any(|c| self.sentence.tokens[c].deprel.ends_with(":pass"))
                });
            if !implied && !told {
                return self.found(Status::Planned, token, "purpose");
            }
        }
        None
    }
}
