//! The parties of an occurrence: role fills to grounded names with sides.
//!
//! [`filling`] finds the party that a word stands for, [`owners`] whose a thing is, [`targets`] whom a deed hits where
//! no party is named, [`roles`] mends what no party can be, [`bystanders`] knows the names that name no party.

mod bystanders;
mod filling;
mod one_group;
mod owners;
mod roles;
mod targets;

use super::{Known, modifiers, phrase};
use crate::occurrence::{Occurrence, RoleFill};
use crate::vocabulary::deeds::{self, Deed};
use ascribe_model::{Actor, ActorMention, Role};

pub use bystanders::{is_anybody, is_machine};
pub use filling::{from_mention, mention_of};
pub use one_group::of_one_group;
pub use owners::{side_of_owner, side_of_people};
pub use roles::without_tellers;
pub use targets::victims_as_targets;

/// The actors named by the occurrence's own roles.
pub fn of(known: &Known, occurrence: &Occurrence) -> Vec<Actor> {
    let mut actors: Vec<Actor> = vec![];
    let harmed = occurrence.role("killed").chain(occurrence.role("injured")).next().is_some();
    for fill in &occurrence.roles {
        let role = match fill.role.as_str() {
            "agent" => Role::Agent,
            "target" => Role::Target,
            "ally" => Role::Ally,
            "other" => Role::Other,
            _ => continue,
        };
        if role == Role::Target && harmed && is_held(known, fill) {
            continue;
        }
        for actor in filling::of_fill(known, fill, role) {
            push(&mut actors, actor);
        }
    }
    roles::two_before_one_noun(known, occurrence, &mut actors);
    roles::fought_between(occurrence, &mut actors);
    roles::moved(occurrence, &mut actors);
    if let Some(bomber) = bomber(known, occurrence) {
        actors.retain(|a| a.role != Role::Agent);
        actors.insert(0, bomber);
    }
    roles::not_on_oneself(&mut actors);
    roles::not_on_his_own(known, occurrence, &mut actors);
    roles::not_by_the_press(occurrence, &mut actors);
    modifiers::add(known, occurrence, &mut actors);
    targets::things_as_targets(known, occurrence, &mut actors);
    targets::losers(known, occurrence, &mut actors);
    actors
}

/// "Raids on a rebel-held village killed two farmers": whose the village is says nothing of whom they hit.
fn is_held(known: &Known, fill: &RoleFill) -> bool {
    let Some(sentence) = known.analysis.sentences.get(fill.sentence) else { return false };
    let held = |t: usize| deeds::is(Deed::Held, &sentence.tokens[t].text);
    let phrase = phrase::core(sentence, fill.head);
    phrase.range().any(|t| t > 0 && t < fill.head && held(t) && sentence.tokens[t - 1].text == "-")
}

/// "A suicide bomber blew himself up": the words that tell of it name who did it.
fn bomber(known: &Known, occurrence: &Occurrence) -> Option<Actor> {
    let here = |m: &&ActorMention| m.sentence == occurrence.sentence && m.head == occurrence.head;
    let mention = known.grounding.actors.iter().find(here)?;
    (occurrence.kind == "suicide_bombing").then(|| from_mention(mention, Role::Agent))
}

/// Adds an actor unless it is there with the same role and name.
pub fn push(actors: &mut Vec<Actor>, actor: Actor) {
    if !actors.iter().any(|a| a.role == actor.role && same_name(a, &actor)) {
        actors.push(actor);
    }
}

/// True where the party stands on the other side of the deed already: who does it is not whom it is done to.
pub fn is_opposite(actors: &[Actor], actor: &Actor) -> bool {
    let facing = |r: Role| match actor.role {
        Role::Agent => r == Role::Target,
        Role::Target => r == Role::Agent,
        _ => false,
    };
    actors.iter().any(|a| facing(a.role) && same_name(a, actor))
}

/// True where two actors are one party by identifier or by name.
pub fn same_name(a: &Actor, b: &Actor) -> bool {
    (a.id.is_some() && a.id == b.id) || a.name.eq_ignore_ascii_case(&b.name)
}
