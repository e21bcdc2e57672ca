//! The party that a claim leaves out because the report has told it: the doer or the enemy that stands.
//!
//! "The coalition struck Manbij. … Further raids killed six": the raids are the coalition's. "Rebels battled
//! ISIS for the town. … ISIS launched a counterattack": it was on the rebels. Every party that the report
//! names is weighed by where it stands and by what the report's other claims say of it; the heaviest fills
//! the role where it weighs enough, and the evidence says so.

use super::Known;
use super::actors::push;
use super::attach::ancestors;
use super::draft::Draft;
use ascribe_model::{Actor, ActorMention, Claim, Evidence, Outline, Role, Sentence, Side};
use std::collections::BTreeMap;

/// Types in which somebody does something to somebody, so that a missing doer is one not told again.
const DONE_BY: [&str; 15] = [
    "clash",
    "attack",
    "airstrike",
    "shelling",
    "explosion",
    "suicide_bombing",
    "chemical_attack",
    "assassination",
    "execution",
    "operation",
    "capture",
    "destruction",
    "abduction",
    "arrest",
    "seizure",
];
/// Types in which one armed side acts on another.
const DONE_TO: [&str; 6] = ["clash", "attack", "airstrike", "capture", "operation", "seizure"];

/// What each fact about a party is worth, in tenths of a logit fitted on annotated reports.
struct Weights {
    /// Share of the other claims with this role that give it to the party.
    share: i32,
    /// Named in the claim's sentence.
    same_sentence: i32,
    /// Neither in the sentence nor in the three before it.
    far: i32,
    /// Share of the report's mentions of armed parties.
    frequency: i32,
    /// In this role in the nearest claim of this type.
    same_type: i32,
    /// On the other side of the party that the claim has; as much less where on the same.
    other_side: i32,
    armed: i32,
    /// Placed by the tree as this role would be.
    placed: i32,
    /// In this role in the claim before.
    claim_before: i32,
    person: i32,
    /// The claim's own source.
    source: i32,
    /// Set against the claim's party by another claim.
    opposed: i32,
    /// Tells something in the report.
    tells: i32,
    /// Of a side that does, or suffers, what the type names ([`View::suits`]); else `unsuited`.
    suited: i32,
    unsuited: i32,
    /// What the party must weigh.
    enough: i32,
}

const AGENT: Weights = Weights {
    share: 16,
    same_sentence: 7,
    far: -12,
    frequency: 10,
    same_type: 6,
    other_side: 5,
    armed: 7,
    placed: 7,
    claim_before: 4,
    person: -8,
    source: 0,
    opposed: 0,
    tells: -1,
    suited: 3,
    unsuited: -14,
    enough: 14,
};
const TARGET: Weights = Weights {
    share: 20,
    same_sentence: 9,
    far: -11,
    frequency: 8,
    same_type: 3,
    other_side: 4,
    armed: 0,
    placed: 5,
    claim_before: 13,
    person: -6,
    source: -3,
    opposed: 3,
    tells: -6,
    suited: 4,
    unsuited: -13,
    enough: 18,
};
/// An explosion often has no doer: what it takes more to name one.
const EXPLOSION: i32 = 4;

/// Fills in agents and targets.
pub fn complete(known: &Known, drafts: &mut [Draft]) {
    let told: Vec<Claim> = drafts.iter().map(|d| d.claim.clone()).collect();
    let outline = known.report.outline();
    for n in 0..drafts.len() {
        for (role, kinds, weights) in
            [(Role::Agent, &DONE_BY[..], &AGENT), (Role::Target, &DONE_TO[..], &TARGET)]
        {
            let claim = &drafts[n].claim;
            if !kinds.contains(&claim.kind.as_str()) || claim.actors.iter().any(|a| a.role == role) {
                continue;
            }
            let view = View { known, outline: &outline, drafts, told: &told, at: n, role };
            if let Some(actor) = view.heaviest(weights) {
                add(&mut drafts[n].claim, actor);
            }
        }
    }
}

fn add(claim: &mut Claim, actor: Actor) {
    let (span, before) = (actor.span, claim.actors.len());
    let role = if actor.role == Role::Agent { "doer" } else { "opponent" };
    push(&mut claim.actors, actor);
    if let Some(span) = span.filter(|_| claim.actors.len() > before) {
        let field = format!("actors/{before}");
        claim.evidence.push(Evidence {
            field,
            span,
            rule: format!("carried over: the {role} that the report tells"),
        });
    }
}

/// A party by its identifier in the dictionary, else by its name.
fn key(id: Option<&String>, name: &str) -> String {
    id.cloned().unwrap_or_else(|| name.to_lowercase())
}

fn actor_key(actor: &Actor) -> String {
    key(actor.id.as_ref(), &actor.name)
}

/// One claim that lacks a role, and what the report says around it.
struct View<'a> {
    known: &'a Known<'a>,
    outline: &'a Outline,
    drafts: &'a [Draft],
    /// The claims before anything was filled in.
    told: &'a [Claim],
    at: usize,
    role: Role,
}

impl View<'_> {
    fn heaviest(&self, weights: &Weights) -> Option<Actor> {
        let own: Vec<String> = self.drafts[self.at].claim.actors.iter().map(actor_key).collect();
        let mut parties: BTreeMap<String, Vec<&ActorMention>> = BTreeMap::new();
        for mention in &self.known.grounding.actors {
            let key = key(mention.id.as_ref(), &mention.name);
            if !own.contains(&key) && self.reaches(mention) {
                parties.entry(key).or_default().push(mention);
            }
        }
        let mut best: Option<(i32, &ActorMention)> = None;
        for (key, mentions) in &parties {
            let Some(first) = mentions.first().filter(|m| self.can_be(m, key, mentions)) else { continue };
            let weight = self.weigh(key, mentions, weights);
            let earlier = |m: &ActorMention| (first.sentence, first.head) < (m.sentence, m.head);
            if best.is_none_or(|(w, m)| weight > w || weight == w && earlier(m)) {
                best = Some((weight, first));
            }
        }
        let explosion = self.role == Role::Agent && self.drafts[self.at].claim.kind == "explosion";
        let enough = weights.enough + if explosion { EXPLOSION } else { 0 };
        let Some((_, mention)) = best.filter(|(weight, _)| *weight >= enough) else { return None };
        let actor = Actor {
            role: self.role,
            name: mention.name.clone(),
            side: mention.side,
            id: mention.id.clone(),
            span: Some(mention.span),
        };
        Some(actor)
    }

    /// Parties that bear arms; for doers also those of whom nothing shows. Who only tells does nothing, and
    /// nobody fights his own side unless the report says so.
    fn can_be(&self, mention: &ActorMention, key: &str, mentions: &[&ActorMention]) -> bool {
        let claim = &self.drafts[self.at].claim;
        // "Masked men" may have done it; a body of which nothing shows has not.
        let unknown = self.role == Role::Agent && mention.side == Side::Unknown;
        let people = mention.person || !mention.named && !mention.name.ends_with("group");
        let armed = mention.side.is_armed() || unknown && people;
        let holds = matches!(claim.kind.as_str(), "arrest" | "seizure" | "operation" | "capture");
        let only_tells = !holds && self.share(key).0 == 0 && self.tells(mentions);
        let other = |a: &&Actor| matches!(a.role, Role::Agent | Role::Target) && a.side.is_armed();
        let own_side = claim.actors.iter().find(other).is_some_and(|a| a.side == mention.side);
        armed && !only_tells && (!own_side || self.is_opposed(key))
    }

    fn reaches(&self, mention: &ActorMention) -> bool {
        let passage = self.known.analysis.sentences.get(mention.sentence).map(|s| s.passage);
        passage.is_some_and(|p| self.outline.reaches(p, self.drafts[self.at].passage))
    }

    fn weigh(&self, key: &str, mentions: &[&ActorMention], weights: &Weights) -> i32 {
        let draft = &self.drafts[self.at];
        let sentence = draft.sentence;
        let first = mentions[0];
        let same = mentions.iter().any(|m| m.sentence == sentence);
        let near = mentions.iter().any(|m| m.sentence <= sentence && sentence - m.sentence <= 3);
        let armed = |m: &ActorMention| m.side.is_armed() && !m.person;
        let all = self.known.grounding.actors.iter().filter(|m| armed(m)).count().max(1);
        let (share_of, share_all) = self.share(key);
        let worth = |yes: bool, weight: i32| if yes { weight } else { 0 };
        worth(same, weights.same_sentence)
            + worth(!near, weights.far)
            + worth(armed(first) || first.side.is_armed(), weights.armed)
            + worth(first.person, weights.person)
            + worth(mentions.iter().any(|m| self.is_placed(m)), weights.placed)
            + worth(
                self.nearest(|c| c.kind == draft.claim.kind).is_some_and(|c| self.gives(c, key)),
                weights.same_type,
            )
            + worth(self.before().is_some_and(|c| self.gives(c, key)), weights.claim_before)
            + worth(
                draft.claim.sources.iter().any(|s| s.name.eq_ignore_ascii_case(&first.name)),
                weights.source,
            )
            + worth(self.is_opposed(key), weights.opposed)
            + worth(self.tells(mentions), weights.tells)
            + match self.suits(first.side) {
                Some(true) => weights.suited,
                Some(false) => weights.unsuited,
                None => 0,
            }
            + weights.frequency * mentions.len() as i32 / all as i32
            + weights.share * share_of / share_all.max(1)
            + weights.other_side * self.bloc(first.side)
    }

    /// Other claims that may be meant, in text order.
    fn others(&self) -> impl DoubleEndedIterator<Item = (usize, &Claim)> {
        let here = &self.drafts[self.at];
        let reach = move |n: usize| n != self.at && self.drafts[n].reaches(here);
        self.told.iter().enumerate().filter(move |(n, c)| reach(*n) && DONE_BY.contains(&c.kind.as_str()))
    }

    fn gives(&self, claim: &Claim, key: &str) -> bool {
        claim.actors.iter().any(|a| a.role == self.role && actor_key(a) == key)
    }

    fn has_role(&self, claim: &Claim) -> bool {
        claim.actors.iter().any(|a| a.role == self.role)
    }

    fn share(&self, key: &str) -> (i32, i32) {
        let with: Vec<&Claim> = self.others().map(|(_, c)| c).filter(|c| self.has_role(c)).collect();
        (with.iter().filter(|c| self.gives(c, key)).count() as i32, with.len() as i32)
    }

    /// The last claim before with this role that fits, else the first after.
    fn nearest(&self, fits: impl Fn(&Claim) -> bool) -> Option<&Claim> {
        let told = || self.others().filter(|(_, c)| self.has_role(c) && fits(c));
        told()
            .rev()
            .find(|(n, _)| *n < self.at)
            .or_else(|| told().find(|(n, _)| *n > self.at))
            .map(|(_, c)| c)
    }

    fn before(&self) -> Option<&Claim> {
        self.others().rev().find(|(n, c)| *n < self.at && self.has_role(c)).map(|(_, c)| c)
    }

    /// True where another claim sets the party and the claim's own against each other.
    fn is_opposed(&self, key: &str) -> bool {
        let fights = |a: &&Actor| matches!(a.role, Role::Agent | Role::Target);
        let own: Vec<String> =
            self.drafts[self.at].claim.actors.iter().filter(fights).map(actor_key).collect();
        let holds = |c: &Claim, key: &str| c.actors.iter().any(|a| fights(&a) && actor_key(a) == key);
        self.others().any(|(_, c)| holds(c, key) && own.iter().any(|o| holds(c, o)))
    }

    /// Whether parties of that side do (or suffer) what the type names: air forces are governments', planted
    /// bombs are others', and governments arrest. None where the type shows nothing.
    fn suits(&self, side: Side) -> Option<bool> {
        let government = governs(side);
        let others = matches!(side, Side::Rebel | Side::Jihadist | Side::Militia);
        if !government && !others {
            return None;
        }
        let by_government = match self.drafts[self.at].claim.kind.as_str() {
            "airstrike" | "arrest" | "seizure" => true,
            "explosion" | "suicide_bombing" | "abduction" | "assassination" => false,
            _ => return None,
        };
        Some((government == by_government) == (self.role == Role::Agent))
    }

    /// True where the party is a source of some claim.
    fn tells(&self, mentions: &[&ActorMention]) -> bool {
        let sources = || self.told.iter().flat_map(|c| &c.sources);
        mentions.iter().any(|m| sources().any(|s| s.name.eq_ignore_ascii_case(&m.name)))
    }

    /// 1 where the side stands against the claim's other party, -1 where with it, 0 where nothing shows.
    fn bloc(&self, side: Side) -> i32 {
        let other = if self.role == Role::Agent { Role::Target } else { Role::Agent };
        let opposite =
            self.drafts[self.at].claim.actors.iter().find(|a| a.role == other && a.side.is_armed());
        match opposite {
            Some(a) if side.is_armed() => {
                if governs(a.side) == governs(side) {
                    -1
                } else {
                    1
                }
            }
            _ => 0,
        }
    }

    /// A subject above the trigger or a by-phrase below it does; an object above or a phrase below is done to.
    fn is_placed(&self, mention: &ActorMention) -> bool {
        let draft = &self.drafts[self.at];
        let Some(sentence) = self.known.analysis.sentences.get(draft.sentence) else { return false };
        if mention.sentence != draft.sentence {
            return false;
        }
        let above = ancestors(sentence, draft.head);
        let below = mention.head != draft.head && ancestors(sentence, mention.head).contains(&draft.head);
        let top = first_of_phrase(sentence, mention.head);
        let governed = sentence.tokens[top].head.is_some_and(|h| above.contains(&h));
        if self.role == Role::Target {
            return below
                || governed && (sentence.relation_is(top, "obj") || sentence.relation_is(top, "iobj"));
        }
        let case = sentence.child(top, &["case"]).map(|c| sentence.tokens[c].lemma.to_lowercase());
        below && matches!(case.as_deref(), Some("by" | "from" | "of"))
            || governed && sentence.relation_is(top, "nsubj")
    }
}

fn governs(side: Side) -> bool {
    matches!(side, Side::State | Side::StateAlly | Side::ForeignState)
}

/// The token that carries the phrase's relation: of "the army and the police" the army.
fn first_of_phrase(sentence: &Sentence, head: usize) -> usize {
    let inner = |t: usize| ["conj", "appos", "flat", "compound"].iter().any(|r| sentence.relation_is(t, r));
    ancestors(sentence, head).into_iter().find(|&t| !inner(t)).unwrap_or(head)
}
