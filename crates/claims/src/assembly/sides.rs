//! Whose the victims and the lost things were, where only the whole claim or the report tells it.

use super::actors::is_anybody;
use super::draft::Draft;
use super::{Known, things};
use crate::vocabulary::{self, Class};
use ascribe_model::{Claim, Count, Effect, Harm, Role, Side};
use std::collections::BTreeMap;

/// Services whose people are meant by "military men", "police personnel".
const SERVICES: [&str; 5] = ["military ", "army ", "police ", "security ", "air force "];

/// Sides that only the whole claim tells.
pub fn settle(known: &Known, drafts: &mut [Draft]) {
    for draft in drafts {
        let whole = Whole::of(known, &draft.claim);
        let mut before: Option<Before> = None;
        let mut thing = Side::Unknown;
        for effect in &mut draft.claim.effects {
            if matches!(effect.harm, Harm::Destroyed | Harm::Seized) {
                whole.settle_thing(effect, thing);
                thing = effect.side;
                continue;
            }
            whole.settle_people(effect, before);
            let single = effect.count == Count::exactly(1);
            before = Some(Before { side: effect.side, single, harm: effect.harm });
        }
        super::merge::tell_apart(&mut draft.claim.effects);
    }
}

/// Those harmed that a claim tells of before others.
#[derive(Clone, Copy)]
struct Before {
    side: Side,
    single: bool,
    harm: Harm,
}

/// What a claim as a whole tells of its sides.
struct Whole {
    kind: String,
    aggregate: bool,
    agent: Option<Side>,
    targets: Vec<Side>,
    /// True where a target is told that shows whose it is: "people" does not.
    told: bool,
    enemy: Option<Side>,
}

impl Whole {
    fn of(known: &Known, claim: &Claim) -> Self {
        let sides = |role: Role| {
            claim.actors.iter().filter(move |a| a.role == role && a.side != Side::Unknown).map(|a| a.side)
        };
        let agent = sides(Role::Agent).find(|s| s.is_armed());
        let taker = agent.or_else(|| (claim.kind == "seizure").then_some(Side::State));
        Self {
            kind: claim.kind.clone(),
            aggregate: claim.aggregate,
            agent,
            targets: sides(Role::Target).collect(),
            told: claim.actors.iter().any(|a| a.role == Role::Target && !is_anybody(&a.name)),
            enemy: taker.and_then(|side| enemy_of(known, side)),
        }
    }

    /// Things lost belong to the target, else to the enemy of whoever destroyed or took them; what civilians
    /// use is theirs.
    fn settle_thing(&self, effect: &mut Effect, before: Side) {
        if effect.side != Side::Unknown {
            return;
        }
        let victims = effect.victims.as_deref().unwrap_or_default();
        // "destroyed rebel trucks, bridges and huts": one owner for the list.
        let shared = things::is_shared(victims) && self.targets.is_empty() && !before.is_armed();
        let state = matches!(self.agent, Some(Side::State | Side::ForeignState));
        effect.side = if things::is_civilian(victims) || (shared && !state) {
            Side::Civilian
        } else {
            let arms = victims.split(' ').any(|w| vocabulary::is(Class::ArmyThing, &w.to_lowercase()));
            let others = self.targets.iter().copied().filter(|s| !arms || s.is_armed());
            let others = others.into_iter().find(|&s| Some(s) != self.agent);
            // "Rebels blew up a power pole": what bears no arms is everybody's.
            let irregular = matches!(self.agent, Some(Side::Rebel | Side::Jihadist | Side::Militia));
            let open = irregular && others.is_none() && effect.harm == Harm::Destroyed && !arms;
            // What troops of two states find is seldom the other state's.
            let two_states = state && matches!(self.enemy, Some(Side::State | Side::ForeignState));
            let enemy = self.enemy.filter(|_| effect.harm == Harm::Destroyed || !two_states);
            if open { Side::Civilian } else { others.or(enemy).unwrap_or(before) }
        };
    }

    fn settle_people(&self, effect: &mut Effect, before: Option<Before>) {
        let victims = effect.victims.clone().unwrap_or_default().to_lowercase();
        let last = victims.rsplit(' ').next().unwrap_or_default();
        let anybody = is_anybody(&victims);
        // "Three rebels died and four were arrested": a bare number counts the same kind.
        let bare = victims == "people" && !effect.text.contains("people");
        let others = bare || matches!(last, "others" | "other" | "more" | "rest");
        // "The war has uprooted two million": those who flee bear no arms unless the words say so.
        if effect.harm == Harm::Displaced && matches!(effect.side, Side::Unknown | Side::Civilian) && anybody
        {
            effect.side = Side::Civilian;
            return;
        }
        // "One soldier was killed and another wounded".
        if let Some(before) = before.filter(|_| last == "another") {
            effect.side = before.side;
            return;
        }
        // "The blasts caused no injuries", "troops were fired at without casualties": whose, the target tells.
        if effect.count == Count::exactly(0) && anybody {
            let armed = self.targets.iter().all(|s| s.is_armed());
            effect.side = self.targets.first().copied().filter(|_| armed).unwrap_or(Side::Unknown);
            return;
        }
        if others && let Some(before) = before {
            // "Forty sailors died and scores of others were hurt", "a soldier was killed and three others were hurt" are
            // soldiers too; "the police chief and two others" who died are not all police.
            let apart = last != "others" || before.harm == effect.harm;
            if !(before.single && before.side.is_armed() && apart) {
                effect.side = before.side;
            }
            return;
        }
        if victims.ends_with("service member") || victims.ends_with("service members") {
            effect.side = Side::ForeignState;
        }
        if SERVICES.iter().any(|w| victims.starts_with(w)) && anybody {
            effect.side = Side::State;
        }
        if vocabulary::is(Class::Doer, last) && matches!(effect.side, Side::Civilian | Side::Unknown) {
            // "Rebels attacked the post; two of the attackers were killed": whose attack it was.
            let irregular = |s: &Side| matches!(s, Side::Rebel | Side::Jihadist | Side::Militia);
            effect.side = self.agent.filter(irregular).unwrap_or(Side::Unknown);
        }
        let state = matches!(self.agent, Some(Side::State | Side::ForeignState));
        // "The main suspect was shot dead by police": no mere bystander.
        if state && effect.side == Side::Civilian && matches!(last, "suspect" | "suspects") {
            effect.side = Side::Unknown;
        }
        if effect.harm == Harm::Captured
            && state
            && self.agent == Some(effect.side)
            && vocabulary::is(Class::Rank, last)
        {
            // "troops captured two of their associates": nobody arrests his own.
            effect.side = self.enemy.unwrap_or(Side::Unknown);
            return;
        }
        let shown = !matches!(effect.side, Side::Civilian | Side::Unknown);
        if shown {
            return;
        }
        let enemy = || self.targets.iter().copied().find(|&s| Some(s) != self.agent).or(self.enemy);
        effect.side = if effect.side == Side::Unknown && victims == "people" && self.agent.is_some() {
            // "The force called in a strike, killing many of them": not the force.
            enemy().unwrap_or(effect.side)
        } else if vocabulary::is(Class::Fighter, last) && victims == last {
            // "hit a rebel post, killing eight fighters": whoever was the target.
            enemy().filter(|s| s.is_armed()).unwrap_or(Side::Unknown)
        } else if vocabulary::is(Class::Rank, last) && self.agent.is_some() {
            self.enemy.unwrap_or(effect.side)
        } else if effect.harm == Harm::Captured && (anybody || vocabulary::is(Class::Suspect, last)) {
            if self.kind == "arrest" { Side::Unknown } else { effect.side }
        } else if bare
            && state
            && !matches!(self.kind.as_str(), "clash" | "operation")
            && self.targets.iter().all(|s| s.is_armed())
            && !self.targets.is_empty()
        {
            // "The jets struck rebel positions, killing nine": state forces at arms with one side.
            self.targets[0]
        } else if anybody && self.leaves_open() {
            Side::Unknown
        } else if effect.side == Side::Unknown && !state && self.agent.is_some() && is_name(effect) {
            // A person by name, of no shown side, killed by rebels: mostly no fighter.
            Side::Civilian
        } else {
            effect.side
        };
    }

    /// "Eleven people died when a bomb hit an army convoy": some bore arms, how many is not told. So too where
    /// fighting or the figures of a whole campaign are told.
    fn leaves_open(&self) -> bool {
        let armed = self.targets.iter().any(|s| s.is_armed());
        let civilian_only = self.told && !self.targets.is_empty() && !armed;
        let fighting = matches!(self.kind.as_str(), "clash" | "operation");
        // "More than 5,000 people have been killed since it began"; those whom a party has killed were mostly unarmed.
        let campaign =
            self.aggregate && self.agent.is_none() && matches!(self.kind.as_str(), "attack" | "clash");
        !civilian_only && (armed || fighting || campaign)
    }
}

fn is_name(effect: &Effect) -> bool {
    effect.victims.as_deref().is_some_and(|v| v.split(' ').all(|w| w.starts_with(char::is_uppercase)))
}

/// The armed side that the report names most often against this one: what "the coalition destroyed" was
/// the enemy's.
fn enemy_of(known: &Known, side: Side) -> Option<Side> {
    let governments = |s: Side| matches!(s, Side::State | Side::StateAlly | Side::ForeignState);
    let mut counts: BTreeMap<Side, usize> = BTreeMap::new();
    let other = match side {
        Side::State => Some(Side::ForeignState),
        Side::ForeignState => Some(Side::State),
        _ => None,
    };
    for actor in known.grounding.actors.iter().filter(|a| a.side.is_armed() && !a.person) {
        if governments(actor.side) != governments(side) {
            *counts.entry(actor.side).or_default() += 1;
        }
    }
    // "Air defence shot down nine drones", in a war of two states.
    let armed = |s: Side| known.grounding.actors.iter().any(|a| a.side == s && !a.person);
    let state = other.filter(|&s| counts.is_empty() && armed(s));
    counts.into_iter().max_by_key(|(side, n)| (*n, std::cmp::Reverse(*side))).map(|(side, _)| side).or(state)
}
