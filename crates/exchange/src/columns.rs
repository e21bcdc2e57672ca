//! Values as the text of one cell. Lists are joined by `; `, an open end is an empty cell.

use ascribe_model::{Actor, Effect, Origin, Place, Role, Source};
use serde::Serialize;

/// The JSON name of a plain enum value.
pub fn name<T: Serialize>(value: &T) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// Joins non-empty cells.
pub fn join(parts: impl IntoIterator<Item = String>) -> String {
    parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join("; ")
}

/// A value or an empty cell.
pub fn cell<T: ToString>(value: Option<T>) -> String {
    value.map(|v| v.to_string()).unwrap_or_default()
}

/// Names of the actors in one role.
pub fn actors(all: &[Actor], role: Role) -> String {
    join(all.iter().filter(|a| a.role == role).map(|a| a.name.clone()))
}

/// The chain, outermost first: `ISIS > Amaq`.
pub fn chain(sources: &[Source]) -> String {
    sources.iter().map(|s| s.name.as_str()).collect::<Vec<_>>().join(" > ")
}

/// `relation name` of each place.
pub fn places(all: &[Place]) -> String {
    join(all.iter().map(|p| format!("{} {}", p.relation.as_deref().unwrap_or(""), p.text).trim().to_owned()))
}

/// `killed 5..30 civilians (civilian)`: harm, range, victims, side.
pub fn effects(all: &[Effect]) -> String {
    join(all.iter().map(|e| {
        let range = match (e.count.min, e.count.max) {
            (Some(a), Some(b)) if a == b => a.to_string(),
            (None, None) => "?".to_owned(),
            (a, b) => format!("{}..{}", cell(a), cell(b)),
        };
        format!("{} {range} {} ({})", name(&e.harm), e.victims.as_deref().unwrap_or(""), e.side.name())
    }))
}

/// `Volta Monitor (in Courier, Radio); army (in Courier)`: who knows of it by themselves, and who carries them.
pub fn origins(all: &[Origin]) -> String {
    join(all.iter().map(|origin| {
        let mut outlets: Vec<&str> = vec![];
        for carrier in &origin.carried_by {
            if !outlets.contains(&carrier.outlet.as_str()) {
                outlets.push(&carrier.outlet);
            }
        }
        format!("{} (in {})", origin.name, outlets.join(", "))
    }))
}
