//! The grade of an event in the manner of Airwars (methodology, "grading"): how well it is supported, with
//! the reason in one sentence.

use super::Told;
use ascribe_model::{Grade, Origin, Role, Side, Stance, Status};
use std::collections::BTreeSet;

/// Grades one event.
///
/// `discounted`: every telling is denied or doubted. `contested`: origins contradict each other on whether,
/// who or how many. `confirmed`: somebody of the agent's own side, or the one who claims responsibility,
/// says so beside another origin. `fair`: two or more independent origins, not all of one warring side,
/// that do not contradict each other. `weak`: the rest.
pub fn grade(told: &[Told], contested: &[String], origins: &[Origin]) -> Grade {
    let doubted = |t: &Told| t.denies() || t.claim.stance == Stance::Doubted;
    let level = |level: &str, reason: String| Grade { level: level.to_owned(), reason };
    let others = origins.len().saturating_sub(1);
    if !told.is_empty() && told.iter().all(doubted) {
        return level("discounted", "Every telling is denied or doubted.".to_owned());
    }
    if let Some(attribute) = contested.iter().find(|c| !c.starts_with("place") && !c.starts_with("time")) {
        return level(
            "contested",
            format!("Sources contradict each other on {}.", attribute.replace(':', " ")),
        );
    }
    if others == 0 {
        return level("weak", "One origin only.".to_owned());
    }
    if let Some(who) = told.iter().find_map(owns_up) {
        let plural = if others == 1 { "" } else { "s" };
        return level(
            "confirmed",
            format!("{who} says so itself, beside {others} other independent origin{plural}."),
        );
    }
    match one_side(told) {
        Some(side) => {
            level("weak", format!("{} origins, all of one warring side ({}).", origins.len(), side.name()))
        }
        None => {
            level("fair", format!("{} independent origins tell it without contradiction.", origins.len()))
        }
    }
}

/// The side, where everybody who tells it bears arms for the same one.
fn one_side(told: &[Told]) -> Option<Side> {
    let sides: BTreeSet<Side> = told.iter().map(Told::side).collect();
    match (sides.len(), sides.first()) {
        (1, Some(side)) if side.is_armed() => Some(*side),
        _ => None,
    }
}

/// The speaker, where the agent's own side tells of its act.
pub fn owns_up(told: &Told) -> Option<String> {
    if told.claim.status != Status::Happened {
        return None;
    }
    if let Some(who) = &told.claim.responsibility {
        return Some(who.clone());
    }
    let speaker = told.claim.sources.first()?;
    let agents = || told.claim.actors.iter().filter(|a| a.role == Role::Agent);
    let own = agents().any(|a| a.name.eq_ignore_ascii_case(&speaker.name))
        || (speaker.side.is_armed() && agents().any(|a| a.side == speaker.side));
    own.then(|| speaker.name.clone())
}
