//! Values of a claim in words, for tables.

use ascribe_model::{Claim, Count, Effect, Interval, Role, Stance, Status};

/// The chain, innermost first: "Amaq for ISIS", or a dash for the report's own voice.
pub fn sources(claim: &Claim) -> String {
    if claim.sources.is_empty() {
        return "—".to_owned();
    }
    let chain: Vec<&str> = claim.sources.iter().map(|s| s.name.as_str()).collect();
    let stance = match claim.stance {
        Stance::Reported => "",
        Stance::Doubted => " (doubted)",
        Stance::Endorsed => " (endorsed)",
    };
    chain.join(" > ") + stance
}

/// The type with what is unusual about its status.
pub fn kind(claim: &Claim) -> String {
    let status = match claim.status {
        Status::Happened => "",
        Status::Ongoing => " (ongoing)",
        Status::Planned => " (planned)",
        Status::Expected => " (expected)",
        Status::Denied => " (denied)",
    };
    let series = if claim.aggregate { " ×many" } else { "" };
    format!("{}{status}{series}", claim.kind)
}

/// "army → rebels (with militia)".
pub fn actors(claim: &Claim) -> String {
    let of = |role: Role| {
        claim.actors.iter().filter(|a| a.role == role).map(|a| a.name.as_str()).collect::<Vec<_>>().join(", ")
    };
    let (agents, targets, allies) = (of(Role::Agent), of(Role::Target), of(Role::Ally));
    let mut text = match (agents.is_empty(), targets.is_empty()) {
        (true, true) => String::new(),
        (false, true) => agents,
        (true, false) => format!("→ {targets}"),
        (false, false) => format!("{agents} → {targets}"),
    };
    if !allies.is_empty() {
        text.push_str(&format!(" (with {allies})"));
    }
    text
}

/// "near Saraqib; Idlib".
pub fn places(claim: &Claim) -> String {
    let one = |p: &ascribe_model::Place| {
        let relation = p.relation.as_deref().unwrap_or("");
        let unresolved = if p.lat.is_none() { " ?" } else { "" };
        format!("{} {}{unresolved}", relation, p.text).trim().to_owned()
    };
    claim.places.iter().map(one).collect::<Vec<_>>().join("; ")
}

/// "2019-04-03", "2019-04-01..03", "..2019-04-03", or the words where nothing was resolved.
pub fn time(claim: &Claim) -> String {
    let text = interval(&claim.time.interval);
    if text.is_empty() {
        claim.time.text.clone().map(|t| format!("“{t}”")).unwrap_or_default()
    } else {
        text
    }
}

/// An interval in ISO dates.
pub fn interval(interval: &Interval) -> String {
    match (interval.from, interval.to) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (None, None) => String::new(),
        (a, b) => {
            let text = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
            format!("{}..{}", text(a), text(b))
        }
    }
}

/// "killed 5+ soldiers (state)".
pub fn effects(claim: &Claim) -> String {
    claim.effects.iter().map(effect).collect::<Vec<_>>().join("; ")
}

fn effect(effect: &Effect) -> String {
    let harm = serde_json::to_value(effect.harm)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default();
    // "captured no travellers" rather than "captured 0 travellers".
    let number = if effect.count.max == Some(0) { "no".to_owned() } else { count(effect.count) };
    format!("{harm} {number} {} ({})", effect.victims.as_deref().unwrap_or(""), effect.side.name())
}

/// "5", "5+", "≤30", "24–96", "?".
pub fn count(count: Count) -> String {
    match (count.min, count.max) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(b)) => format!("{a}–{b}"),
        (Some(a), None) => format!("{a}+"),
        (None, Some(b)) => format!("≤{b}"),
        (None, None) => "?".to_owned(),
    }
}
