//! The party that a claim leaves out because the report has told it: the doer or the enemy that stands.
//!
//! "The coalition struck the port. … Further raids killed nine": the raids are the coalition's. "Rebels battled
//! ISIS for the town. … ISIS launched a counterattack": it was on the rebels. Every party that the report
//! names is weighed by where it stands and by what the report's other claims say of it; the heaviest fills
//! the role where it weighs enough, and the evidence says so.

mod barred;
mod shown;
mod told;
mod unsolved;
mod weights;

use super::Known;
use super::actors::{from_mention, is_machine, push};
use super::attach::{ancestors, first_of_phrase};
use super::draft::Draft;
use crate::vocabulary::{self, Class};
use ascribe_model::{Actor, ActorMention, Claim, Evidence, Interval, Place, Role, Side, Status, Upos};
use barred::{governs, of_another_time};
use std::collections::{BTreeMap, BTreeSet};
use told::{Told, actor_key};
use weights::{AGENT, ASSASSINATION, DONE_BY, DONE_TO, EXPLOSION, TARGET, Weights};

/// Fills in agents and targets.
pub fn complete(known: &Known, drafts: &mut [Draft]) {
    let report = Told::new(known, drafts);
    for n in 0..drafts.len() {
        for (role, kinds, weights) in
            [(Role::Agent, &DONE_BY[..], &AGENT), (Role::Target, &DONE_TO[..], &TARGET)]
        {
            let claim = &drafts[n].claim;
            // "Clashes between rival unions": its words name who fought, though nobody whom the report knows.
            let named = claim.kind == "clash" && drafts[n].own_party;
            let told = named || claim.actors.iter().any(|a| a.role == role && !is_machine(&a.name));
            // "More than 70,000 people have been killed since 2006": by whom, it does not say.
            let since = claim.time.text.as_deref().is_some_and(|t| t.to_lowercase().starts_with("since"));
            let sum = claim.aggregate && since && lasts(&claim.time.interval);
            // "No suspects have been arrested": nobody has done it.
            let denied = claim.status == Status::Denied && claim.kind == "arrest";
            // "The chaos that followed a military coup": the military is told to have done it, and nobody else.
            let coup = drafts[n].lemma == "coup";
            // "The bodies of eight men were found": whoever is named elsewhere, nobody tells who killed them.
            let found = role == Role::Agent && vocabulary::is(Class::Remains, &drafts[n].lemma);
            // "Soldiers fired in the air": at nobody.
            let found = found || claim.rule.starts_with("shots-into-the-air");
            let told = told
                || found
                || coup
                || drafts[n].sums_up
                || role == Role::Target && hits_thing(known, &drafts[n]);
            if told || sum || denied || !kinds.contains(&claim.kind.as_str()) {
                continue;
            }
            let teller = || downed_by_teller(known, &drafts[n]).or_else(|| owned_up_to(known, &drafts[n]));
            if let Some(actor) = Some(role).filter(|r| *r == Role::Agent).and_then(|_| teller()) {
                add(&mut drafts[n].claim, actor);
                continue;
            }
            if let Some(actor) = View::new(known, &report, drafts, n, role).heaviest(weights) {
                // "A French raid hit the port. The jets struck a depot": whose they were is told.
                drafts[n].claim.actors.retain(|a| a.role != role);
                add(&mut drafts[n].claim, actor);
            }
        }
    }
}

/// "The air force said that 74 drones had been shot down": by whoever says so and bears arms.
fn downed_by_teller(known: &Known, draft: &Draft) -> Option<Actor> {
    let down =
        draft.claim.kind == "destruction" && matches!(draft.lemma.as_str(), "shoot" | "down" | "intercept");
    let source = draft.claim.sources.last().filter(|s| down && s.side.is_armed())?;
    let told =
        |m: &&ActorMention| m.sentence == draft.sentence && source.span.is_some_and(|at| at.overlaps(m.span));
    let mention = known.grounding.actors.iter().find(told).filter(|m| !m.person)?;
    Some(from_mention(mention, Role::Agent))
}

/// "The coalition acknowledged that an airstrike had killed nine civilians": it was its own.
fn owned_up_to(known: &Known, draft: &Draft) -> Option<Actor> {
    const STRIKES: [&str; 4] = ["airstrike", "shelling", "attack", "explosion"];
    const OWNS_UP: [&str; 5] = ["acknowledge", "admit", "concede", "regret", "apologize"];
    let claim = &draft.claim;
    let bystanders = !claim.effects.is_empty() && claim.effects.iter().all(|e| e.side == Side::Civilian);
    let strikes = STRIKES.contains(&claim.kind.as_str()) && claim.status == Status::Happened && bystanders;
    let sentence = known.analysis.sentences.get(draft.sentence).filter(|_| strikes)?;
    let owns_up = |t: &usize| OWNS_UP.contains(&sentence.tokens[*t].lemma.as_str());
    let verb = ancestors(sentence, draft.head).into_iter().find(owns_up)?;
    let subject = sentence.child(verb, &["nsubj"])?;
    let armed = |m: &&ActorMention| m.side.is_armed() && !m.person;
    let here = |m: &&ActorMention| m.sentence == draft.sentence && m.head == subject;
    let mention = known.grounding.actors.iter().find(here).filter(armed)?;
    Some(from_mention(mention, Role::Agent))
}

/// True for a time of more than a hundred days.
fn lasts(time: &Interval) -> bool {
    const DAYS: i32 = 100;
    if time.from.is_some() && time.to.is_none() {
        return true;
    }
    let ends = time.from.zip(time.to);
    ends.and_then(|(from, to)| from.until(to).ok()).is_some_and(|span| span.get_days() > DAYS)
}

/// "Seven bank branches were also attacked": what was hit is told, and is nobody.
fn hits_thing(known: &Known, draft: &Draft) -> bool {
    let Some(sentence) = known.analysis.sentences.get(draft.sentence) else { return false };
    let strikes = vocabulary::is(Class::Strikes, &draft.lemma);
    let hit = sentence.child(draft.head, &["obj", "nsubj:pass"]).filter(|_| strikes && !draft.noun);
    let noun = |t: &usize| sentence.tokens[*t].upos == Upos::Noun;
    let somebody = |t: &usize| {
        known.grounding.actors.iter().any(|a| a.sentence == draft.sentence && a.tokens.contains(*t))
    };
    hit.is_some_and(|t| noun(&t) && !somebody(&t))
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

fn spots(claim: &Claim) -> impl Iterator<Item = &Place> {
    claim.places.iter().filter(|p| p.lat.is_some() && !p.is_direction())
}

/// Towns within so many kilometres are of one scene.
const NEAR_KM: f64 = 40.0;

/// One claim that lacks a role, and what the report says around it.
struct View<'a> {
    known: &'a Known<'a>,
    report: &'a Told<'a>,
    drafts: &'a [Draft],
    draft: &'a Draft,
    role: Role,
    /// In how many other claims with this role each party has it.
    having: BTreeMap<&'a str, i32>,
    /// Those who have it in other claims of the type.
    of_type: BTreeSet<&'a str>,
    /// How many other claims have this role.
    with_role: i32,
    /// Who has it in the claim before.
    before: &'a [String],
    /// Who has it in the nearest claim of the type: the last before, else the first after.
    same_type: &'a [String],
    /// Parties that other claims set against those of this one.
    opposed: BTreeSet<&'a str>,
}

impl<'a> View<'a> {
    fn new(known: &'a Known, report: &'a Told, drafts: &'a [Draft], at: usize, role: Role) -> Self {
        let draft = &drafts[at];
        let which = usize::from(role == Role::Target);
        let mut view = View {
            known,
            report,
            drafts,
            draft,
            role,
            having: BTreeMap::new(),
            of_type: BTreeSet::new(),
            with_role: 0,
            before: &[],
            same_type: &[],
            opposed: BTreeSet::new(),
        };
        let own: Vec<&String> = report.claims[at].iter().flatten().collect();
        let mut type_before = false;
        for (n, sides) in report.claims.iter().enumerate() {
            let other = &drafts[n];
            if n == at
                || !other.reaches(draft)
                || !DONE_BY.contains(&other.claim.kind.as_str())
                || of_another_time(known, other, draft)
            {
                continue;
            }
            let here = &sides[which];
            for (own_side, facing) in [(&sides[0], &sides[1]), (&sides[1], &sides[0])] {
                if own_side.iter().any(|k| own.contains(&k)) {
                    view.opposed.extend(facing.iter().map(String::as_str));
                }
            }
            if here.is_empty() {
                continue;
            }
            view.with_role += 1;
            here.iter().for_each(|k| *view.having.entry(k.as_str()).or_default() += 1);
            // Hostages are put to death by those who hold them.
            let (kind, other_kind) = (draft.claim.kind.as_str(), other.claim.kind.as_str());
            let same_type = kind == other_kind || (kind, other_kind) == ("execution", "abduction");
            if same_type {
                view.of_type.extend(here.iter().map(String::as_str));
            }
            if n < at {
                view.before = here;
            }
            if same_type && (n < at || !type_before && view.same_type.is_empty()) {
                view.same_type = here;
                type_before = n < at;
            }
        }
        view
    }

    fn heaviest(&self, weights: &Weights) -> Option<Actor> {
        let own: Vec<String> = self.draft.claim.actors.iter().map(actor_key).collect();
        let mut best: Option<(i32, &ActorMention)> = None;
        for (key, mentions) in self.report.parties.iter().filter(|(key, _)| !own.contains(key)) {
            let mentions: Vec<&ActorMention> =
                mentions.iter().copied().filter(|m| self.reaches(m) && !self.is_of_another_time(m)).collect();
            if self.is_barred(key, &mentions) {
                continue;
            }
            let Some(first) = mentions.first().filter(|m| self.can_be(m, key)) else { continue };
            let weight = self.weigh(key, &mentions, weights);
            let earlier = |m: &ActorMention| (first.sentence, first.head) < (m.sentence, m.head);
            if best.is_none_or(|(w, m)| weight > w || weight == w && earlier(m)) {
                best = Some((weight, first));
            }
        }
        let more = match self.draft.claim.kind.as_str() {
            "explosion" => EXPLOSION,
            "assassination" => ASSASSINATION,
            _ => 0,
        };
        let enough = weights.enough + if self.role == Role::Agent { more } else { 0 };
        let (_, mention) = best.filter(|(weight, _)| *weight >= enough)?;
        Some(from_mention(mention, self.role))
    }

    fn reaches(&self, mention: &ActorMention) -> bool {
        let passage = self.known.analysis.sentences.get(mention.sentence).map(|s| s.passage);
        passage.is_some_and(|p| self.report.outline.reaches(p, self.draft.passage))
    }

    fn weigh(&self, key: &str, mentions: &[&ActorMention], weights: &Weights) -> i32 {
        let claim = &self.draft.claim;
        let sentence = self.draft.sentence;
        let first = mentions[0];
        let same = mentions.iter().any(|m| m.sentence == sentence);
        let near = mentions.iter().any(|m| m.sentence <= sentence && sentence - m.sentence <= 3);
        let own_source = claim.sources.iter().any(|s| s.name.eq_ignore_ascii_case(&first.name));
        let share = self.having.get(key).copied().unwrap_or(0);
        let has = |keys: &[String]| keys.iter().any(|k| k == key);
        let worth = |yes: bool, weight: i32| if yes { weight } else { 0 };
        worth(same, weights.same_sentence)
            + worth(!near, weights.far)
            + worth(!same && self.draft.apart, weights.apart * if self.is_single() { 2 } else { 1 })
            + worth(!same && self.is_active_elsewhere(key), weights.elsewhere)
            + worth(mentions.iter().all(|m| m.sentence > sentence), weights.later)
            + worth(first.side.is_armed(), weights.armed)
            + worth(first.person, weights.person)
            + worth(mentions.iter().any(|m| self.is_placed(m)), weights.placed)
            + worth(has(self.same_type), weights.same_type)
            + worth(has(self.before), weights.claim_before)
            + worth(own_source, weights.source)
            + worth(self.opposed.contains(key), weights.opposed)
            + worth(self.report.telling.contains(key), weights.tells)
            + match self.suits(first.side) {
                Some(true) => weights.suited,
                Some(false) => weights.unsuited,
                None => 0,
            }
            + weights.frequency * mentions.len() as i32 / self.report.armed as i32
            + weights.share * share / self.with_role.max(1)
            + weights.other_side * self.bloc(first.side)
    }

    /// A deed that somebody does by himself, and no side in a battle.
    fn is_single(&self) -> bool {
        const SINGLE: [&str; 5] = ["explosion", "suicide_bombing", "assassination", "abduction", "execution"];
        SINGLE.contains(&self.draft.claim.kind.as_str())
    }

    /// "The Front blew up a convoy in Salt. … In Keld a car bomb killed nine": of a bomb or a killing in another town the
    /// report names no doer, whoever did the like elsewhere.
    fn is_active_elsewhere(&self, key: &str) -> bool {
        let claim = &self.draft.claim;
        let own: Vec<&Place> = spots(claim).collect();
        let does = |d: &&Draft| d.claim.actors.iter().any(|a| a.role == self.role && actor_key(a) == key);
        let near = |d: &Draft| {
            let mut there = spots(&d.claim).peekable();
            there.peek().is_none()
                || there.any(|p| own.iter().any(|q| q.kilometres_to(p).is_none_or(|km| km <= NEAR_KM)))
        };
        let mut deeds = self.drafts.iter().filter(does).peekable();
        (self.is_single() || claim.kind == "attack")
            && !own.is_empty()
            && deeds.peek().is_some()
            && !deeds.any(near)
    }

    /// Whether parties of that side do (or suffer) what the type names: air forces are governments', planted
    /// bombs are others', and governments arrest. None where the type shows nothing.
    fn suits(&self, side: Side) -> Option<bool> {
        let government = governs(side);
        let others = matches!(side, Side::Rebel | Side::Jihadist | Side::Militia);
        if !government && !others {
            return None;
        }
        let by_government = match self.draft.claim.kind.as_str() {
            "airstrike" | "arrest" | "seizure" => true,
            "explosion" | "suicide_bombing" | "abduction" | "assassination" => false,
            _ => return None,
        };
        Some((government == by_government) == (self.role == Role::Agent))
    }

    /// 1 where the side stands against the claim's other party, -1 where with it, 0 where nothing shows.
    fn bloc(&self, side: Side) -> i32 {
        let other = if self.role == Role::Agent { Role::Target } else { Role::Agent };
        let opposite = self.draft.claim.actors.iter().find(|a| a.role == other && a.side.is_armed());
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
        let draft = self.draft;
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
