//! What the clause of a mention shows of a party that cannot have done it: it suffers the deed, answers it, lost men in
//! it, held the ground before.

use super::View;
use super::barred::governs;
use super::told::{self, actor_key};
use crate::assembly::attach::{ancestors, first_of_phrase};
use crate::assembly::draft::Draft;
use crate::vocabulary::deeds::{self, Deed};
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Role, Status};

/// Words that put one deed after another.
const AFTER: [&str; 4] = ["after", "following", "follow", "since"];

impl View<'_> {
    /// "Police arrested two men over the killing", "the king visited survivors of the raid": who answers a deed
    /// or speaks of it did not do it.
    pub(super) fn reacts(&self, mention: &ActorMention) -> bool {
        self.is_subject_of(mention, Class::Reacts)
    }

    /// "Four people were shot dead; police are searching for the gunman": who hunts the doer is not he.
    pub(super) fn hunts(&self, mention: &ActorMention) -> bool {
        let key = told::key(mention.id.as_ref(), &mention.name);
        let near = |d: &&Draft| d.sentence >= self.draft.sentence && d.sentence - self.draft.sentence <= 1;
        let after = |d: &&Draft| d.claim.kind == "operation" && d.claim.status == Status::Ongoing;
        let by = |d: &Draft| d.claim.actors.iter().any(|a| a.role == Role::Agent && actor_key(a) == key);
        let hunt = |d: &Draft| vocabulary::is(Class::Hunts, &d.lemma) || d.lemma == "search";
        mention.sentence >= self.draft.sentence
            && self.draft.claim.kind != "operation"
            && self.drafts.iter().filter(near).filter(after).any(|d| hunt(d) && by(d))
    }

    /// "Two observers were killed; their bodies were found by a patrol": who finds the dead did not kill them.
    pub(super) fn finds_the_dead(&self, mention: &ActorMention) -> bool {
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let near = mention.sentence >= self.draft.sentence && mention.sentence - self.draft.sentence <= 1;
        let top = first_of_phrase(sentence, mention.head);
        let by = sentence.child(top, &["case"]).is_some_and(|c| sentence.tokens[c].text == "by");
        let does = sentence.relation_is(top, "nsubj") || by;
        let verb = sentence.tokens[top].head.filter(|_| near && does);
        let dead = |v: usize| {
            let found = sentence.child(v, &["nsubj:pass", "obj"]);
            found.is_some_and(|t| vocabulary::is(Class::Remains, &sentence.tokens[t].lemma))
        };
        verb.is_some_and(|v| {
            matches!(sentence.tokens[v].lemma.as_str(), "find" | "discover" | "recover") && dead(v)
        })
    }

    /// "Two rockets hit the town; Norway returned fire", "the army responded with shelling": who strikes back was struck.
    pub(super) fn strikes_back(&self, mention: &ActorMention) -> bool {
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let next = mention.sentence == self.draft.sentence + 1;
        let here = mention.sentence == self.draft.sentence && mention.head > self.draft.head;
        let top = first_of_phrase(sentence, mention.head);
        let verb = sentence.tokens[top].head.filter(|_| sentence.relation_is(top, "nsubj"));
        let fire = |v: usize| {
            let object = sentence.child(v, &["obj"]).map(|o| sentence.tokens[o].lemma.as_str());
            matches!(object, Some("fire" | "gunfire"))
        };
        let answers = |v: usize| match sentence.tokens[v].lemma.as_str() {
            "retaliate" => true,
            "return" => fire(v),
            "respond" => sentence.children(v).any(|c| {
                sentence
                    .child(c, &["case"])
                    .is_some_and(|m| matches!(sentence.tokens[m].text.as_str(), "with" | "by"))
            }),
            _ => false,
        };
        (here || next) && verb.is_some_and(answers)
    }

    /// "Eleven people were killed in the raid including a former officer": one of them.
    pub(super) fn is_one_of_them(&self, mention: &ActorMention) -> bool {
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let counted = |c: usize| {
            sentence.relation_is(c, "case")
                && matches!(sentence.tokens[c].lemma.as_str(), "include" | "among")
        };
        mention.sentence == self.draft.sentence && sentence.children(mention.head).any(counted)
    }

    /// True where the mention is the subject of one of the verbs above the deed.
    pub(super) fn is_subject_of(&self, mention: &ActorMention, verbs: Class) -> bool {
        let draft = self.draft;
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        if mention.sentence != draft.sentence {
            return false;
        }
        let top = first_of_phrase(sentence, mention.head);
        let subject = sentence.relation_is(top, "nsubj") && !sentence.relation_is(top, "nsubj:pass");
        let verb = sentence.tokens[top].head.filter(|v| ancestors(sentence, draft.head).contains(v));
        let reacting = |v: usize| vocabulary::is(verbs, &sentence.tokens[v].lemma.to_lowercase());
        subject && verb.is_some_and(|v| v != draft.head && reacting(v))
    }

    /// "Troops were sent to Keld after the murder", "police closed the road after a blast killed nine": what a government
    /// does after a deed shows that the deed is another's.
    pub(super) fn follows(&self, mention: &ActorMention) -> bool {
        let draft = self.draft;
        let Some(sentence) = self.known.analysis.sentences.get(draft.sentence) else { return false };
        if mention.sentence != draft.sentence || !governs(mention.side) {
            return false;
        }
        let above = ancestors(sentence, mention.head);
        let below = ancestors(sentence, draft.head).into_iter().take_while(|t| !above.contains(t));
        let after = |t: usize| {
            let links =
                sentence.children(t).filter(|&c| ["case", "mark"].iter().any(|r| sentence.relation_is(c, r)));
            links.into_iter().any(|c| AFTER.contains(&sentence.tokens[c].lemma.to_lowercase().as_str()))
        };
        below.into_iter().any(after)
    }

    /// "Two men accused of being members of a gang were hacked to death": what tells who the victims are.
    pub(super) fn is_of_victim(&self, mention: &ActorMention) -> bool {
        let draft = self.draft;
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let victims = draft.claim.actors.iter().filter(|a| a.role == Role::Target).filter_map(|a| a.span);
        let heads: Vec<usize> = victims
            .flat_map(|span| {
                (0..sentence.tokens.len()).filter(move |&t| span.contains(sentence.tokens[t].span))
            })
            .collect();
        let up = ancestors(sentence, mention.head);
        // "The army lost twelve men": the men did not do it.
        let lost = draft.claim.effects.iter().any(|e| e.span.is_some_and(|s| s.contains(mention.span)));
        let below = lost || up.iter().skip(1).any(|t| heads.contains(t) && *t != draft.head);
        let by = up.iter().any(|&t| {
            sentence.child(t, &["case"]).is_some_and(|c| sentence.tokens[c].text.eq_ignore_ascii_case("by"))
        });
        mention.sentence == draft.sentence && below && !by
    }

    /// "The dead included two policemen who had been guarding the mosque", "they also included several rebels".
    pub(super) fn is_among_the_dead(&self, mention: &ActorMention) -> bool {
        const DEAD: [&str; 6] = ["casualty", "dead", "killed", "they", "victim", "wounded"];
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let includes =
            |t: usize| sentence.tokens[t].lemma == "include" && sentence.relation_is(mention.head, "obj");
        let dead = |s: usize| DEAD.contains(&sentence.tokens[s].lemma.to_lowercase().as_str());
        let verb = sentence.tokens.get(mention.head).and_then(|t| t.head).filter(|&t| includes(t));
        verb.and_then(|t| sentence.child(t, &["nsubj"])).is_some_and(dead)
    }

    /// "Mora, the leader of the Green Front, was kidnapped", "during raids six guerrillas were arrested": who it
    /// befalls, or who is named with them, did not do it.
    pub(super) fn suffers(&self, mention: &ActorMention) -> bool {
        const STATES: [&str; 5] = ["missing", "dead", "unhurt", "unharmed", "unaccounted"];
        let draft = self.draft;
        let Some(sentence) = self.known.analysis.sentences.get(draft.sentence) else { return false };
        if mention.sentence != draft.sentence {
            return false;
        }
        let during = sentence.tokens[first_of_phrase(sentence, draft.head)].head;
        // "The attack took place by the bridge, where a patrol of the brigade was ambushed": the patrol, in other words.
        let again = |d: &Draft| d.sentence == draft.sentence && d.claim.kind == draft.claim.kind;
        let own = |verb: usize| {
            verb == draft.head || self.drafts.iter().any(|d| again(d) && d.head == verb && !d.noun)
        };
        let taken = |verb: usize| {
            during == Some(verb) && vocabulary::is(Class::Takes, &sentence.tokens[verb].lemma.to_lowercase())
        };
        let befalls = |t: usize| {
            let Some(verb) = sentence.tokens[t].head else { return false };
            sentence.relation_is(t, "nsubj:pass") && (own(verb) || taken(verb))
                || sentence.relation_is(t, "obj") && own(verb)
                // "A bomb aimed at a patrol killed two street cleaners".
                || sentence.relation_is(t, "obl") && sentence.tokens[verb].lemma == "aim"
                // "Eighteen rebels died, while four sailors were missing".
                || sentence.relation_is(t, "nsubj") && STATES.contains(&sentence.tokens[verb].lemma.as_str())
        };
        let up = ancestors(sentence, mention.head);
        std::iter::once(mention.head).chain(up).take_while(|&t| t != draft.head).any(befalls)
    }

    /// "A driver was shot dead and a mine injured two soldiers": whom another deed of the sentence befalls, and who does
    /// none in the report, did not do this one.
    pub(super) fn suffers_beside(&self, mention: &ActorMention) -> bool {
        let key = told::key(mention.id.as_ref(), &mention.name);
        let beside = |d: &&Draft| d.sentence == self.draft.sentence && d.head != self.draft.head;
        let befalls = |a: &Actor| a.role == Role::Target && a.span.is_some_and(|s| s.overlaps(mention.span));
        mention.sentence == self.draft.sentence
            && self.draft.claim.status == Status::Happened
            && !self.having.contains_key(key.as_str())
            && self.drafts.iter().filter(beside).any(|d| d.claim.actors.iter().any(befalls))
    }

    /// "Norway was his third post. … He was killed in northern Norway": where it happened is nobody who did it.
    pub(super) fn is_where(&self, mention: &ActorMention) -> bool {
        mention.sentence == self.draft.sentence
            && self.known.grounding.places.iter().any(|p| {
                p.sentence == mention.sentence
                    && p.tokens.contains(mention.head)
                    && p.place.relation.is_some()
            })
    }

    /// "Rifles were seized from the soldiers": from whom it is taken did not take it.
    pub(super) fn loses(&self, mention: &ActorMention) -> bool {
        let draft = self.draft;
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let taken = matches!(draft.claim.kind.as_str(), "seizure" | "capture");
        let top = first_of_phrase(sentence, mention.head);
        let from = sentence.child(top, &["case"]).is_some_and(|c| sentence.tokens[c].lemma == "from");
        // "Keld was freed after its occupation by the group": who held it before did not free it.
        let above = ancestors(sentence, top);
        let between = above.iter().take_while(|&&t| t != draft.head);
        let before = |t: usize| {
            sentence
                .child(t, &["case"])
                .is_some_and(|c| AFTER.contains(&sentence.tokens[c].lemma.to_lowercase().as_str()))
        };
        let held = draft.claim.kind == "capture" && between.into_iter().any(|&t| before(t));
        taken && (from || held) && mention.sentence == draft.sentence && above.contains(&draft.head)
    }

    /// "Raids hit rebel-held Keld": whose the ground is did not strike it.
    pub(super) fn holds_ground(&self, mention: &ActorMention) -> bool {
        let Some(sentence) = self.known.analysis.sentences.get(mention.sentence) else { return false };
        let word = |t: usize| sentence.tokens.get(t).map_or("", |t| t.text.as_str());
        let end = mention.tokens.end;
        let after = if word(end) == "-" { word(end + 1) } else { word(end).trim_start_matches('-') };
        let struck = matches!(
            self.draft.claim.kind.as_str(),
            "airstrike" | "shelling" | "chemical_attack" | "attack" | "explosion"
        );
        let here = mention.sentence == self.draft.sentence;
        struck && here && deeds::is(Deed::Held, after)
    }
}
