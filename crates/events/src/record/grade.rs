//! The grade of an event in the manner of Airwars (methodology, "grading"): how well it is supported, with
//! the reason in one sentence.

use super::Told;
use ascribe_model::{Grade, Role, Side, Stance, Status};

/// Grades one event.
///
/// `confirmed`: somebody of the agent's own side, or the one who claims responsibility, says so beside
/// another origin. `fair`: two or more independent origins that do not contradict each other.
/// `contested`: origins that contradict each other on whether, who or how many. `discounted`: every
/// telling is denied or doubted. `weak`: the rest.
pub fn grade(told: &[Told], contested: &[String], origins: usize) -> Grade {
    let doubted = |t: &Told| t.claim.status == Status::Denied || t.claim.stance == Stance::Doubted;
    let level = |level: &str, reason: String| Grade { level: level.to_owned(), reason };
    if !told.is_empty() && told.iter().all(doubted) {
        return level("discounted", "Every telling is denied or doubted.".to_owned());
    }
    if let Some(attribute) = contested.iter().find(|c| !c.starts_with("place") && !c.starts_with("time")) {
        return level(
            "contested",
            format!("Sources contradict each other on {}.", attribute.replace(':', " ")),
        );
    }
    if origins >= 2
        && let Some(who) = told.iter().find_map(owns_up)
    {
        return level(
            "confirmed",
            format!("{who} says so itself, beside {} other independent origin(s).", origins - 1),
        );
    }
    if origins >= 2 {
        return level("fair", format!("{origins} independent origins tell it without contradiction."));
    }
    level("weak", "One origin only.".to_owned())
}

/// The speaker, where the agent's own side tells of its act.
fn owns_up(told: &Told) -> Option<String> {
    let speaker = told.claim.sources.first()?;
    let agents = || told.claim.actors.iter().filter(|a| a.role == Role::Agent);
    let own = agents().any(|a| a.name.eq_ignore_ascii_case(&speaker.name))
        || (speaker.side.is_armed()
            && speaker.side != Side::Unknown
            && agents().any(|a| a.side == speaker.side));
    (own && told.claim.status == Status::Happened).then(|| speaker.name.clone())
}
