//! Status from mood, tense, negation and the words that govern an occurrence.

use super::lists::ModalityLists;
use crate::attribution::Attribution;
use crate::attribution::tree::{case_of, entry, feature, form, head, is_clause, lemma, relation};
use crate::vocabulary::telling::{self, Telling};
use ascribe_model::{Analysis, Sentence, Span, Status, Upos};

/// A status with its cue.
pub(crate) struct Found {
    pub(crate) status: Status,
    pub(crate) cue: Option<Span>,
    pub(crate) rule: String,
}

/// What the words at and above one token say.
pub(super) struct Look<'a> {
    pub(super) sentence: &'a Sentence,
    pub(super) lists: &'a ModalityLists,
    pub(super) attributed: bool,
    /// True where somebody in particular tells it, not "reports".
    pub(super) named: bool,
    pub(super) kind: &'a str,
}

/// The status of the occurrence named by a token.
pub(crate) fn status(
    analysis: &Analysis,
    told_by: Option<&Attribution>,
    at: usize,
    trigger: usize,
    kind: &str,
    lists: &ModalityLists,
) -> Found {
    let plain = |status: Status, rule: &str| Found { status, cue: None, rule: rule.to_owned() };
    let Some(sentence) = analysis.sentences.get(at).filter(|s| trigger < s.tokens.len()) else {
        return plain(Status::Happened, "plain");
    };
    let named = told_by.is_some_and(|a| a.sources.iter().any(|s| s.name != "unspecified"));
    let look = Look { sentence, lists, attributed: told_by.is_some(), named, kind };
    let path = look.path(trigger);
    if let Some(denial) = told_by.filter(|a| a.status == Some(Status::Denied))
        && (denial.cue_sentence != at || look.is_asserted(&path, denial.cue))
    {
        return Found { status: Status::Denied, cue: Some(denial.cue), rule: denial.rule.clone() };
    }
    look.negated(&path)
        .or_else(|| look.modified(&path))
        .or_else(|| look.itself(trigger))
        .or_else(|| look.lasting(&path))
        .or_else(|| look.is_known_object(&path).then(|| plain(Status::Happened, "known object")))
        .or_else(|| look.is_pointed_at(trigger).then(|| plain(Status::Happened, "pointed at")))
        .or_else(|| look.governed(&path))
        .or_else(|| look.conditional(&path))
        .or_else(|| look.modal(&path))
        .or_else(|| look.state(&path))
        .or_else(|| look.progressive(&path))
        .or_else(|| look.purpose(&path))
        .unwrap_or_else(|| plain(Status::Happened, "plain"))
}

impl Look<'_> {
    pub(super) fn cue(&self, token: usize) -> Option<Span> {
        Some(self.sentence.tokens[token].span)
    }

    pub(super) fn found(&self, status: Status, cue: usize, rule: impl Into<String>) -> Option<Found> {
        Some(Found { status, cue: self.cue(cue), rule: rule.into() })
    }

    /// The trigger and what governs it within one proposition: "the army [will] *launch* an *attack*",
    /// "plans to *launch* an *attack*". A clause of its own ends it.
    pub(super) fn path(&self, trigger: usize) -> Vec<usize> {
        let mut path = vec![trigger];
        let mut at = trigger;
        while let Some(up) = head(self.sentence, at) {
            let part = if is_clause(self.sentence, at) {
                relation(self.sentence, at, &["xcomp", "aux", "cop"])
                    || self.is_infinitive(at)
                    || (relation(self.sentence, at, &["ccomp", "csubj", "advcl", "obl"])
                        && self.is_judged(up))
                    || (relation(self.sentence, at, &["conj"]) && !self.has_subject(at))
                    || (relation(self.sentence, at, &["acl", "advcl"]) && self.is_of_governor(at, up))
            } else {
                self.is_part(at, up)
            };
            if !part || path.contains(&up) {
                break;
            }
            path.push(up);
            at = up;
        }
        path
    }

    /// "the possibility of *expelling* the envoy", "incapable of *taking* the town", "aimed at *clearing* the valley".
    fn is_of_governor(&self, verb: usize, noun: usize) -> bool {
        let of = self
            .sentence
            .children(verb)
            .any(|c| c < verb && matches!(form(self.sentence, c).as_str(), "of" | "at"));
        of && self.lists.governors.contains_key(&lemma(self.sentence, noun))
    }

    /// True where what is told is that it happened, or that somebody had a part in it; "that the delay has to do
    /// with the *arrest*", "since it launched the *offensive*" take it for granted, whoever denies the rest.
    fn is_asserted(&self, path: &[usize], cue: Span) -> bool {
        let Some(&last) = path.last() else { return true };
        // "Denied that it had broken the *truce*": the truce stands.
        let broken = relation(self.sentence, path[0], &["obj"])
            && path.get(1).is_some_and(|&v| telling::is(Telling::Breaks, &lemma(self.sentence, v)));
        if broken {
            return false;
        }
        let circumstance = relation(self.sentence, last, &["advcl"]) && self.has_subject(last);
        let under_cue = !circumstance
            && head(self.sentence, last).is_none_or(|up| self.sentence.tokens[up].span.overlaps(cue));
        let clause = is_clause(self.sentence, last) && !relation(self.sentence, last, &["acl", "advcl"]);
        let mut above = crate::assembly::ancestors(self.sentence, path[0]).into_iter();
        under_cue || clause || above.any(|t| telling::is(Telling::Guilt, &lemma(self.sentence, t)))
    }

    /// "plans to investigate the *killing*", "has not condemned the *attack*": what such verbs are about took
    /// place, whatever the mood of the verb.
    pub(super) fn is_known_object(&self, path: &[usize]) -> bool {
        relation(self.sentence, path[0], &["obj", "nsubj:pass"])
            && path.get(1).is_some_and(|&t| self.lists.factive.contains(&lemma(self.sentence, t)))
    }

    /// "This *killing* will cause trouble": told of before; "this raid will be launched" is not.
    fn is_pointed_at(&self, trigger: usize) -> bool {
        let points =
            |c: usize| matches!(form(self.sentence, c).as_str(), "this" | "that" | "these" | "those");
        self.sentence.tokens[trigger].upos == Upos::Noun
            && relation(self.sentence, trigger, &["nsubj"])
            && !self.sentence.tokens[trigger].deprel.ends_with(":pass")
            && self.sentence.children(trigger).any(|c| relation(self.sentence, c, &["det"]) && points(c))
    }

    pub(super) fn has_subject(&self, token: usize) -> bool {
        self.sentence.child(token, &["nsubj", "csubj", "expl"]).is_some()
    }

    /// "it is possible that …", "in expectation of": the word above judges what is below.
    pub(super) fn is_judged(&self, token: usize) -> bool {
        self.lists.governors.get(&lemma(self.sentence, token)).is_some_and(|(s, _)| *s == Status::Expected)
            && self.sentence.tokens[token].upos != Upos::Verb
    }

    /// A noun and the verb or noun that it completes.
    pub(super) fn is_part(&self, noun: usize, up: usize) -> bool {
        let case = case_of(self.sentence, noun);
        if relation(self.sentence, noun, &["nsubj", "obj", "compound", "amod", "conj", "csubj"]) {
            return true;
        }
        let governs = entry(&self.lists.governors, self.sentence, up).is_some();
        match case.as_deref() {
            Some("of" | "for" | "to" | "on" | "in" | "under" | "at" | "from") => governs,
            // "Will go ahead with a march".
            Some("with") => matches!(lemma(self.sentence, up).as_str(), "go" | "proceed" | "press" | "push"),
            // "Will carry out actions such as ambushes".
            Some("such" | "such as" | "like" | "including") => self.sentence.tokens[up].upos == Upos::Noun,
            _ => false,
        }
    }

    pub(super) fn is_infinitive(&self, verb: usize) -> bool {
        relation(self.sentence, verb, &["advcl", "acl", "xcomp", "ccomp"])
            && self.sentence.children(verb).any(|c| {
                c < verb
                    && form(self.sentence, c) == "to"
                    && relation(self.sentence, c, &["mark", "aux", "case"])
            })
    }

    /// "refused to recognise the truce", "a bomb plot": the trigger is the governing word.
    pub(super) fn itself(&self, trigger: usize) -> Option<Found> {
        let name = lemma(self.sentence, trigger);
        // "Survived an attempt on his life", "the coup attempt of May": those who tried have struck.
        let made = name == "attempt" && matches!(self.kind, "assassination" | "operation");
        let undone = telling::is(Telling::Undone, &name) && !made;
        let (status, at) = self.lists.governors.get(&name).filter(|_| undone)?;
        self.found(*status, trigger, format!("governor {at}"))
    }

    /// "the siege", "a month-old offensive": goes on, unless the words tell of its beginning or end.
    pub(super) fn lasting(&self, path: &[usize]) -> Option<Found> {
        let trigger = path[0];
        let name = lemma(self.sentence, trigger);
        let noun = matches!(self.sentence.tokens[trigger].upos, Upos::Noun | Upos::Propn);
        if !noun || !self.lists.lasting.contains(&name) || feature(self.sentence, trigger, "Number=Plur") {
            return None;
        }
        let up = head(self.sentence, trigger);
        let bounded = up.is_some_and(|u| {
            relation(self.sentence, trigger, &["obj", "nsubj", "nmod", "obl"])
                && (self.lists.light.contains(&lemma(self.sentence, u))
                    || self.lists.governors.contains_key(&lemma(self.sentence, u))
                        && !matches!(lemma(self.sentence, u).as_str(), "continue" | "seek"))
        });
        let over = bounded || self.is_left_behind(trigger);
        (!over).then(|| self.found(Status::Ongoing, trigger, "state")).flatten()
    }

    /// "Retook the town after a two-month offensive", "the siege of Keld was a siege that …": told of as over.
    fn is_left_behind(&self, trigger: usize) -> bool {
        let child = |at: usize, relations: &[&str], words: &[&str]| {
            let mut below = self.sentence.children(at);
            below.any(|c| {
                relation(self.sentence, c, relations) && words.contains(&form(self.sentence, c).as_str())
            })
        };
        let was = |at: usize| child(at, &["cop"], &["was", "were"]);
        let of_what_was =
            relation(self.sentence, trigger, &["nsubj"]) && head(self.sentence, trigger).is_some_and(was);
        child(trigger, &["case"], &["after", "following"]) || was(trigger) || of_what_was
    }

    /// "a planned attack", "are still held", "will likely attack".
    pub(super) fn modified(&self, path: &[usize]) -> Option<Found> {
        for (i, &token) in path.iter().enumerate() {
            // "The blast is currently being investigated": that goes on, and not the blast.
            if i > 0 && !is_clause(self.sentence, token) || i == 1 && self.is_known_object(path) {
                break;
            }
            if self.is_yet_to_come(token) {
                return self.found(Status::Planned, token, "yet to come");
            }
            for c in
                self.sentence.children(token).filter(|&c| relation(self.sentence, c, &["amod", "advmod"]))
            {
                let lemma_hit = self.lists.words.get(&lemma(self.sentence, c));
                let hit = lemma_hit.or_else(|| self.lists.words.get(&form(self.sentence, c)));
                if let Some((status, at)) = hit {
                    // "The raid was probably carried out by the army": it was carried out, by whomever.
                    if *status == Status::Expected && c != token && self.is_over(token) {
                        continue;
                    }
                    return self.found(*status, c, format!("word {at}"));
                }
            }
        }
        None
    }

    /// "The assault has *yet to begin*": whether the tree hangs it on "has" or on "begin".
    fn is_yet_to_come(&self, verb: usize) -> bool {
        let words = |at: usize| {
            let before = |back: usize| at.checked_sub(back).map(|t| form(self.sentence, t));
            before(1).as_deref() == Some("to") && before(2).as_deref() == Some("yet")
        };
        words(verb) || self.sentence.child(verb, &["xcomp"]).is_some_and(words)
    }

    /// "Was hit", "struck", "have struck": a verb of the past.
    fn is_over(&self, verb: usize) -> bool {
        let aux = |words: &[&str]| {
            let mut below = self.sentence.children(verb).filter(|&c| relation(self.sentence, c, &["aux"]));
            below.any(|c| words.contains(&form(self.sentence, c).as_str()))
        };
        let modal = aux(&["will", "would", "may", "might", "could", "can", "should", "must"]);
        let past = aux(&["was", "were", "had", "has", "have"])
            || feature(self.sentence, verb, "VerbForm=Fin") && feature(self.sentence, verb, "Tense=Past");
        !modal && past
    }

    /// "plans to attack", "an attempt to storm", "fighting is underway".
    pub(super) fn governed(&self, path: &[usize]) -> Option<Found> {
        let predicative = self.sentence.children(path[0]).find(|&c| relation(self.sentence, c, &["cop"]));
        if predicative.is_none() {
            for (i, &token) in path.iter().enumerate().skip(1) {
                let Some((status, at)) = self.lists.governors.get(&lemma(self.sentence, token)) else {
                    continue;
                };
                let below = path[i - 1];
                // "Foiled a plot and seized rifles": what is told beside the plot is none of it.
                let beside = relation(self.sentence, below, &["conj"]) && is_clause(self.sentence, below);
                if beside || !self.governs(token, below, *status) || i > 1 && self.is_known_object(path) {
                    continue;
                }
                if *status == Status::Happened {
                    // What an implicative governs shares its own mood: "will begin to shell", "plans to begin shelling".
                    continue;
                }
                // "will continue targeting": what goes on is announced.
                if *status == Status::Ongoing && self.modal_of(token).is_some() {
                    return None;
                }
                if self.is_negated_verb(token) || self.is_none(token) {
                    return self.found(Status::Denied, token, format!("governor {at}"));
                }
                // "Combed the hills in an effort to capture the rebels": what for.
                if self.is_aimed(token) {
                    return self.found(*status, token, "purpose");
                }
                return self.found(*status, token, format!("governor {at}"));
            }
        }
        None
    }

    /// "Has no plan to send troops".
    fn is_none(&self, noun: usize) -> bool {
        let mut below = self.sentence.children(noun);
        below.any(|c| form(self.sentence, c) == "no" && relation(self.sentence, c, &["det"]))
    }

    /// "In an effort to", "in a bid to".
    fn is_aimed(&self, noun: usize) -> bool {
        let child = |relation: &str, words: &[&str]| {
            let found = self.sentence.child(noun, &[relation]).map(|c| form(self.sentence, c));
            found.is_some_and(|word| words.contains(&word.as_str()))
        };
        child("case", &["in"]) && child("det", &["a", "an"])
    }

    pub(super) fn is_negated_verb(&self, token: usize) -> bool {
        crate::attribution::tree::is_negated(self.sentence, token)
    }

    /// True where the governor's slot fits: a plan governs an infinitive or its object, not its subject.
    pub(super) fn governs(&self, token: usize, below: usize, status: Status) -> bool {
        let verbal = is_clause(self.sentence, below);
        let adjective = matches!(self.sentence.tokens[token].upos, Upos::Adj | Upos::Adv)
            || lemma(self.sentence, token) == "way"
                && case_of(self.sentence, token).as_deref() == Some("under");
        if relation(self.sentence, below, &["nsubj"])
            && !self.sentence.tokens[below].deprel.ends_with(":pass")
        {
            // "an attack is likely", "fighting continues"; not "the attack failed to", "the raid was meant to".
            let present = self.is_present(token);
            return adjective || (status == Status::Ongoing && present);
        }
        let name = lemma(self.sentence, token);
        match name.as_str() {
            // "set fire", "set up a base": only the infinitive is planned; "called for talks" is a call.
            word if telling::is(Telling::OnlyVerbs, word) => {
                verbal || (name == "consider" && relation(self.sentence, below, &["obj"]))
            }
            "aim" | "seek" | "hope" => verbal,
            "way" => case_of(self.sentence, token).as_deref() == Some("under"),
            "remain" | "continue" => verbal || relation(self.sentence, below, &["xcomp", "obj"]),
            "warn" | "risk" | "danger" => !verbal,
            // "Nine soldiers are feared killed": told, not ahead.
            "fear" => !(relation(self.sentence, below, &["xcomp"]) && is_past(self.sentence, below)),
            _ => true,
        }
    }
}

/// "Killed", "taken": a participle of what has been done.
fn is_past(sentence: &Sentence, verb: usize) -> bool {
    feature(sentence, verb, "VerbForm=Part") && feature(sentence, verb, "Tense=Past")
        || sentence.tokens[verb].text.ends_with("ed")
}
