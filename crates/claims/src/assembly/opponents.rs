//! The other side of a fight that a report names once and then takes for granted.
//!
//! "The coalition struck Manbij. ... Further raids killed six": the raids are the coalition's. "Rebels
//! battled ISIS for the town. ... ISIS launched a counterattack": it was on the rebels. Only parties that the
//! report itself sets against each other are used; each value added is listed in the evidence.

use super::actors::{push, same_name};
use super::draft::Draft;
use ascribe_model::{Actor, Claim, Evidence, Role};

/// Types whose agent stays the same through a report unless another is named.
const SAME_AGENT: [&str; 4] = ["airstrike", "shelling", "abduction", "suicide_bombing"];
/// Types whose agent is taken from other claims only where the report names no other.
const ONE_AGENT: [&str; 7] =
    ["explosion", "attack", "assassination", "execution", "destruction", "arrest", "seizure"];
/// Types in which one armed side acts on another.
const TWO_SIDED: [&str; 7] =
    ["clash", "attack", "airstrike", "shelling", "capture", "operation", "suicide_bombing"];

/// Fills in agents and targets.
pub fn complete(drafts: &mut [Draft]) {
    for n in 0..drafts.len() {
        let kind = drafts[n].claim.kind.clone();
        if SAME_AGENT.contains(&kind.as_str()) && !has(&drafts[n].claim, Role::Agent) {
            let agents = nearest_agents(drafts, n, &kind);
            add(&mut drafts[n].claim, agents, Role::Agent, "agent of the report's other claims of this type");
        }
    }
    for n in 0..drafts.len() {
        let kind = drafts[n].claim.kind.clone();
        if ONE_AGENT.contains(&kind.as_str()) && !has(&drafts[n].claim, Role::Agent) {
            let agents = only_agent(drafts, n, &kind);
            add(&mut drafts[n].claim, agents, Role::Agent, "the only agent the report names for this type");
        }
    }
    for n in 0..drafts.len() {
        if !TWO_SIDED.contains(&drafts[n].claim.kind.as_str()) {
            continue;
        }
        let pairs = opposed(drafts, n);
        let claim = &mut drafts[n].claim;
        match (has(claim, Role::Agent), has(claim, Role::Target)) {
            (true, false) => {
                let against = opponents(&pairs, claim, Role::Agent);
                add(claim, against, Role::Target, "the report's opponent of this party");
            }
            (false, true) if claim.kind == "capture" || claim.kind == "clash" => {
                let against = opponents(&pairs, claim, Role::Target);
                add(claim, against, Role::Agent, "the report's opponent of this party");
            }
            (false, false) if claim.kind == "clash" => {
                if let Some((a, b)) = pairs.last().cloned() {
                    add(claim, vec![a], Role::Agent, "the report's opposed parties");
                    add(claim, vec![b], Role::Target, "the report's opposed parties");
                }
            }
            _ => {}
        }
    }
}

fn has(claim: &Claim, role: Role) -> bool {
    claim.actors.iter().any(|a| a.role == role)
}

fn nearest_agents(drafts: &[Draft], at: usize, kind: &str) -> Vec<Actor> {
    let agents = |d: &Draft| -> Vec<Actor> {
        d.claim.actors.iter().filter(|a| a.role == Role::Agent && a.side.is_armed()).cloned().collect()
    };
    let told = |d: &&Draft| d.claim.kind == kind && !agents(d).is_empty() && d.reaches(&drafts[at]);
    let before = drafts[..at].iter().rev().find(told);
    before.or_else(|| drafts[at + 1..].iter().find(told)).map(agents).unwrap_or_default()
}

/// The agent of the claims of a type, where all that have one share it.
fn only_agent(drafts: &[Draft], at: usize, kind: &str) -> Vec<Actor> {
    let mut agents = drafts
        .iter()
        .filter(|d| d.claim.kind == kind && d.reaches(&drafts[at]))
        .flat_map(|d| d.claim.actors.iter().filter(|a| a.role == Role::Agent));
    let Some(first) = agents.next().filter(|a| a.side.is_armed()) else { return vec![] };
    if agents.all(|a| same_name(a, first)) { vec![first.clone()] } else { vec![] }
}

/// Pairs of armed parties that one claim sets against each other, in text order, as far as they may be
/// meant by the draft `at`.
fn opposed(drafts: &[Draft], at: usize) -> Vec<(Actor, Actor)> {
    let mut pairs = vec![];
    let fights = |d: &&Draft| TWO_SIDED.contains(&d.claim.kind.as_str()) && d.reaches(&drafts[at]);
    for draft in drafts.iter().filter(fights) {
        let of = |role: Role| draft.claim.actors.iter().filter(move |a| a.role == role && a.side.is_armed());
        for agent in of(Role::Agent) {
            pairs.extend(
                of(Role::Target).filter(|t| t.side != agent.side).map(|t| (agent.clone(), t.clone())),
            );
        }
    }
    pairs
}

/// Whom the report most often sets against the claim's party; the first named on a tie.
fn opponents(pairs: &[(Actor, Actor)], claim: &Claim, role: Role) -> Vec<Actor> {
    let own: Vec<&Actor> = claim.actors.iter().filter(|a| a.role == role && a.side.is_armed()).collect();
    let is_own = |x: &Actor| own.iter().any(|o| same_name(o, x));
    let against: Vec<&Actor> = pairs
        .iter()
        .filter_map(|(a, b)| {
            if is_own(a) {
                Some(b)
            } else if is_own(b) {
                Some(a)
            } else {
                None
            }
        })
        .collect();
    let count = |x: &Actor| against.iter().filter(|y| same_name(x, y)).count();
    let mut best: Option<&Actor> = None;
    for candidate in against.iter().copied() {
        if best.is_none_or(|b| count(candidate) > count(b)) {
            best = Some(candidate);
        }
    }
    best.cloned().into_iter().collect()
}

fn add(claim: &mut Claim, actors: Vec<Actor>, role: Role, rule: &str) {
    for mut actor in actors {
        actor.role = role;
        let span = actor.span;
        push(&mut claim.actors, actor);
        if let Some(span) = span {
            let field = format!("actors/{}", claim.actors.len() - 1);
            claim.evidence.push(Evidence { field, span, rule: format!("carried over: {rule}") });
        }
    }
}
