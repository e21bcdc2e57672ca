//! What a party can and cannot be in a deed: who of two fights whom, who deploys, nobody does it to himself, and
//! who only tells of it has no part in it.

use super::same_name;
use crate::assembly::Known;
use crate::occurrence::{Occurrence, RoleFill};
use ascribe_model::{Actor, Role, Side, Source, Upos};

/// True for a state's forces and others in arms.
pub(super) fn are_opposed(a: Side, b: Side) -> bool {
    a.is_armed() && b.is_armed() && is_of_state(a) != is_of_state(b)
}

fn is_of_state(side: Side) -> bool {
    matches!(side, Side::State | Side::StateAlly | Side::ForeignState)
}

/// "Azeri and Armenian troops exchanged fire": of two who fight and no other, the second is fought; "four soldiers
/// and nine rebels died in a clash": so are all who stand against the first.
pub(super) fn fought_between(occurrence: &Occurrence, actors: &mut [Actor]) {
    if let ("clash", Some((first, rest))) = (occurrence.kind.as_str(), actors.split_first_mut())
        && first.role == Role::Agent
        && rest.iter().all(|a| a.role != Role::Target)
    {
        rest.iter_mut()
            .filter(|a| a.role == Role::Agent && are_opposed(first.side, a.side))
            .for_each(|a| a.role = Role::Target);
    }
    let roles: Vec<&str> = occurrence.roles.iter().map(|f| f.role.as_str()).collect();
    if let ("clash", 1, [_, second]) =
        (occurrence.kind.as_str(), roles.iter().filter(|r| **r == "agent").count(), &mut *actors)
        && second.role == Role::Agent
    {
        second.role = Role::Target;
    }
    // "Fatah gunmen and Hamas militants fought": two who are named fight each other, unless states do so side by side.
    if let ("clash", [first, second]) = (occurrence.kind.as_str(), actors)
        && first.role == Role::Agent
        && second.role == Role::Agent
        && !(is_of_state(first.side) && is_of_state(second.side))
    {
        second.role = Role::Target;
    }
}

/// "Croat and Muslim forces battled for the town", "clashes between Hutu and Tutsi youths": of one noun with two peoples
/// before it, the first fight the second.
pub(super) fn two_before_one_noun(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    let fights = matches!(occurrence.kind.as_str(), "clash" | "riot");
    let [first] = actors.as_mut_slice() else { return };
    let Some(fill) = occurrence.role("agent").next().filter(|_| fights && first.role == Role::Agent) else {
        return;
    };
    let Some((one, other)) = peoples_before(known, fill) else { return };
    let second = Actor { role: Role::Target, name: other, id: None, ..first.clone() };
    *first = Actor { name: one, id: None, ..first.clone() };
    actors.push(second);
}

/// The names of the two.
fn peoples_before(known: &Known, fill: &RoleFill) -> Option<(String, String)> {
    let sentence = known.analysis.sentences.get(fill.sentence)?;
    let noun = fill.head;
    let people = |&t: &usize| {
        let token = &sentence.tokens[t];
        token.text.starts_with(char::is_uppercase) && matches!(token.upos, Upos::Adj | Upos::Propn)
    };
    let modifies = |t: &usize| {
        *t < noun && ["amod", "compound", "nmod", "conj"].iter().any(|r| sentence.relation_is(*t, r))
    };
    let second = noun.checked_sub(1).filter(|t| people(t) && modifies(t))?;
    let and = second.checked_sub(1).filter(|&t| sentence.tokens[t].text == "and")?;
    let first = and.checked_sub(1).filter(|t| people(t) && modifies(t))?;
    let plural = sentence.tokens[noun].feats.contains("Number=Plur");
    let name = |t: usize| format!("{} {}", sentence.tokens[t].text, sentence.tokens[noun].text);
    plural.then(|| (name(first), name(second)))
}

/// "Two battalions were sent to the border": whoever is moved and not said to be moved by another is who deploys.
pub(super) fn moved(occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    let sent = occurrence.kind == "deployment" && !actors.iter().any(|a| a.role == Role::Agent);
    for actor in actors.iter_mut().filter(|a| sent && a.role == Role::Target && a.side.is_armed()) {
        actor.role = Role::Agent;
    }
    // "Qatar has deployed 1,000 soldiers": they are what is deployed, and nobody to whom it is done.
    let own = |a: &Actor| a.role == Role::Target && a.side.is_armed() && a.id.is_none();
    let doer = actors.iter().find(|a| a.role == Role::Agent).map(|a| a.side);
    if occurrence.kind == "deployment" && doer.is_some() {
        actors.retain(|a| !own(a));
    }
    // "The president will recall his 500 soldiers": the same of those called back, not of those driven out.
    match (occurrence.kind.as_str(), doer) {
        ("withdrawal", Some(side)) => {
            actors.retain(|a| !own(a) || side.is_armed() && is_of_state(side) != is_of_state(a.side));
        }
        ("withdrawal", None) => actors.iter_mut().filter(|a| own(a)).for_each(|a| a.role = Role::Agent),
        _ => {}
    }
}

/// Who does it is not whom it is done to, whatever the tree says.
pub(super) fn not_on_oneself(actors: &mut Vec<Actor>) {
    let doers: Vec<Actor> = actors.iter().filter(|a| a.role == Role::Agent).cloned().collect();
    actors.retain(|a| a.role != Role::Target || !doers.iter().any(|d| same_name(a, d)));
}

/// "They have driven rebel fighters from the town": whoever a pronoun seems to mean does not take ground from his
/// own.
pub(super) fn not_on_his_own(known: &Known, occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    let takes = matches!(occurrence.kind.as_str(), "capture" | "airstrike" | "shelling" | "arrest");
    let pronoun = occurrence.role("agent").any(|f| {
        let token = known.analysis.sentences.get(f.sentence).and_then(|s| s.tokens.get(f.head));
        token.is_some_and(|t| t.upos == Upos::Pron)
    });
    let sides = |role: Role| actors.iter().filter(move |a| a.role == role).map(|a| a.side);
    let own = |s: Side| s.is_armed() && sides(Role::Target).any(|t| t == s);
    if takes && pronoun && sides(Role::Agent).any(own) {
        actors.retain(|a| a.role != Role::Agent);
    }
}

/// "A reporter said rockets wounded three": whoever tells for the press fires at nobody.
pub(super) fn not_by_the_press(occurrence: &Occurrence, actors: &mut Vec<Actor>) {
    const FIRE: [&str; 7] =
        ["attack", "airstrike", "shelling", "explosion", "clash", "suicide_bombing", "chemical_attack"];
    let fired = FIRE.contains(&occurrence.kind.as_str());
    actors.retain(|a| !fired || a.role != Role::Agent || a.side != Side::Media);
}

/// "A bomber blew himself up, the Observatory's director said": who tells it did not do it and did not suffer
/// it, unless the teller bears arms ("the army said it had shelled").
pub fn without_tellers(actors: &mut Vec<Actor>, sources: &[Source]) {
    let tells = |a: &Actor| {
        sources
            .iter()
            .any(|s| !s.side.is_armed() && (s.name == a.name || s.name.ends_with(&format!(" {}", a.name))))
    };
    actors.retain(|a| a.role == Role::Ally || a.side.is_armed() || !tells(a));
}
