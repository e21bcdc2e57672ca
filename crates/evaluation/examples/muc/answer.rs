//! From claims to the incidents that a MUC system would have answered with.
//!
//! The claims on one event make one incident. The task's rules of relevance are applied to claims as they are:
//! violence in nine countries, by or against somebody who does not fight, not two months old, not summed up.

use ascribe_model::{Actor, Claim, Harm, Report, Role, Side, Status};
use jiff::civil::Date;

/// An answer: a phrase with what goes with it (a confidence, an effect) and a number.
#[derive(Debug, Clone, Default)]
pub struct Named {
    pub words: String,
    pub code: Option<&'static str>,
    pub number: Option<u64>,
}

#[derive(Debug, Default)]
pub struct Incident {
    pub kind: &'static str,
    pub stage: &'static str,
    pub category: &'static str,
    /// No first day where nothing is said but that it was before the report.
    pub date: Option<(Option<Date>, Date)>,
    pub country: Option<&'static str>,
    pub places: Vec<String>,
    pub instruments: Vec<String>,
    pub individuals: Vec<Named>,
    pub organisations: Vec<Named>,
    pub things: Vec<Named>,
    pub people: Vec<Named>,
}

/// Types of the codebook as incident types; those that are missing are no incident of the task.
const KINDS: [(&str, &str); 12] = [
    ("attack", "ATTACK"),
    ("clash", "ATTACK"),
    ("assassination", "ATTACK"),
    ("execution", "ATTACK"),
    ("abuse", "ATTACK"),
    ("shelling", "ATTACK"),
    ("chemical_attack", "ATTACK"),
    ("airstrike", "BOMBING"),
    ("explosion", "BOMBING"),
    ("suicide_bombing", "BOMBING"),
    ("abduction", "KIDNAPPING"),
    ("destruction", "ATTACK"),
];

/// Where more than one type is told of an event, the one that says most.
const RANK: [&str; 4] = ["KIDNAPPING", "BOMBING", "ARSON", "ATTACK"];

/// The nine countries of the task.
const COUNTRIES: [(&str, &str); 9] = [
    ("AR", "ARGENTINA"),
    ("BO", "BOLIVIA"),
    ("CL", "CHILE"),
    ("CO", "COLOMBIA"),
    ("EC", "ECUADOR"),
    ("SV", "EL SALVADOR"),
    ("GT", "GUATEMALA"),
    ("HN", "HONDURAS"),
    ("PE", "PERU"),
];

/// Words of those who fight: the task leaves out fights among them.
const FIGHTERS: [&str; 17] = [
    "soldier",
    "troop",
    "army",
    "armed force",
    "military",
    "guerrilla",
    "rebel",
    "insurgent",
    "subversive",
    "terrorist",
    "extremist",
    "battalion",
    "patrol",
    "commando",
    "fmln",
    "convoy",
    "garrison",
];

/// Words of bodies, as against the people who act for them.
const BODIES: [&str; 25] = [
    "front",
    "movement",
    "army",
    "party",
    "cartel",
    "battalion",
    "brigade",
    "police",
    "government",
    "guard",
    "force",
    "military",
    "group",
    "organization",
    "mafia",
    "squad",
    "contra",
    "path",
    "corps",
    "regime",
    "unit",
    "navy",
    "intelligence",
    "command",
    "committee",
];

/// Incidents that hold for longer than this before the report are told as history.
const NEWS_DAYS: i32 = 60;

pub fn incidents(report: &Report, claims: &[Claim]) -> Vec<Incident> {
    let home = home_country(claims);
    let mut events: Vec<&str> = vec![];
    for claim in claims {
        if !events.contains(&claim.event.as_str()) {
            events.push(&claim.event);
        }
    }
    let of_event = |event: &str| claims.iter().filter(|c| c.event == event).collect::<Vec<_>>();
    events.iter().filter_map(|event| incident(report, &of_event(event), home)).collect()
}

fn incident(report: &Report, claims: &[&Claim], home: Option<&'static str>) -> Option<Incident> {
    let kind = RANK.into_iter().find(|k| claims.iter().any(|c| kind_of(c) == Some(k)))?;
    if claims.iter().all(|c| c.status == Status::Denied || c.aggregate) {
        return None;
    }
    let mut out = Incident { kind, stage: stage(claims), ..Incident::default() };
    for claim in claims {
        fill(&mut out, claim, claims);
    }
    let abroad = claims.iter().flat_map(|c| &c.places).find_map(|p| p.country.as_deref());
    out.country = match abroad {
        Some(code) => Some(country(code)?),
        None => home,
    };
    out.country?;
    let published = report.metadata.anchor();
    out.date = date(claims, published);
    if let (Some((_, last)), Some(published)) = (out.date, published)
        && last.until(published).is_ok_and(|s| s.get_days() > NEWS_DAYS)
    {
        return None;
    }
    let harms_others = out.people.iter().any(|p| !is_fighter(&p.words)) || !out.things.is_empty();
    let planted = kind != "ATTACK" && out.people.is_empty();
    (harms_others || planted).then_some(out)
}

fn kind_of(claim: &Claim) -> Option<&'static str> {
    if claim.means.iter().any(|m| m == "arson") && matches!(claim.kind.as_str(), "destruction" | "attack") {
        return Some("ARSON");
    }
    let explosive = claim.means.iter().any(|m| m == "ied" || m == "car_bomb");
    match KINDS.iter().find(|k| k.0 == claim.kind)?.1 {
        "ATTACK" if explosive && claim.kind != "clash" => Some("BOMBING"),
        kind => Some(kind),
    }
}

fn stage(claims: &[&Claim]) -> &'static str {
    let done = claims.iter().any(|c| matches!(c.status, Status::Happened | Status::Ongoing));
    if done { "ACCOMPLISHED" } else { "THREATENED" }
}

fn fill(out: &mut Incident, claim: &Claim, event: &[&Claim]) {
    for actor in &claim.actors {
        match actor.role {
            Role::Agent | Role::Ally => perpetrator(out, actor, event),
            Role::Target => add(&mut out.people, Named { words: flat(&actor.name), ..Named::default() }),
            Role::Other => {}
        }
    }
    for effect in &claim.effects {
        let words = flat(effect.victims.as_deref().unwrap_or_default());
        let number = effect.count.min.or(effect.count.max);
        let code = match (effect.harm, number) {
            (_, Some(0)) => Some("NO INJURY OR DEATH"),
            (Harm::Killed, _) => Some("DEATH"),
            (Harm::Injured | Harm::Casualties, _) => Some("INJURY"),
            (Harm::Captured, _) => None,
            (Harm::Destroyed, _) => {
                add(&mut out.things, Named { words, code: Some("SOME DAMAGE"), number });
                continue;
            }
            _ => continue,
        };
        add(&mut out.people, Named { words, code, number });
    }
    out.places.extend(claim.places.iter().map(|p| flat(&p.text)));
    for means in &claim.means {
        if !out.instruments.contains(means) {
            out.instruments.push(means.clone());
        }
    }
    if out.category.is_empty() || claim.actors.iter().any(|a| a.role == Role::Agent) {
        let state = |a: &&Actor| matches!(a.side, Side::State | Side::StateAlly | Side::ForeignState);
        let by_state = claim.actors.iter().filter(|a| a.role == Role::Agent).any(|a| state(&a));
        out.category = if by_state { "STATE-SPONSORED VIOLENCE" } else { "TERRORIST ACT" };
    }
}

fn perpetrator(out: &mut Incident, actor: &Actor, event: &[&Claim]) {
    let words = flat(&actor.name);
    let lower = words.to_lowercase();
    let body = actor.id.is_some()
        || BODIES.iter().any(|b| lower.split_whitespace().any(|w| w.trim_end_matches('s') == *b));
    if body {
        add(&mut out.organisations, Named { code: Some(confidence(&words, event)), words, number: None });
    } else {
        add(&mut out.individuals, Named { words, ..Named::default() });
    }
}

/// How sure it is that this party did it: it said so itself, somebody charges it, or it is told as fact.
fn confidence(name: &str, event: &[&Claim]) -> &'static str {
    let own = |c: &&&Claim| {
        c.responsibility.as_deref().is_some_and(|r| crate::shared::same_phrase(r, name))
            || c.sources.iter().any(|s| crate::shared::same_phrase(&s.name, name))
    };
    if event.iter().any(|c| own(&c)) {
        return "CLAIMED OR ADMITTED";
    }
    let naming = |c: &&&Claim| c.actors.iter().any(|a| flat(&a.name) == name);
    let charged = |c: &&Claim| {
        let words = c.quote.to_lowercase();
        let charge = ["accus", "blam", "suspect", "alleged", "presum", "attribut", "held responsible"];
        charge.iter().any(|w| words.contains(w))
    };
    let mut told = event.iter().filter(naming).peekable();
    let doubted = |c: &&Claim| matches!(c.status, Status::Expected);
    match (told.clone().all(charged), told.peek().is_some_and(|c| doubted(c))) {
        (true, _) => "SUSPECTED OR ACCUSED",
        (_, true) => "POSSIBLE",
        _ => "REPORTED AS FACT",
    }
}

/// Adds what is not there yet; what is known of it twice is kept once.
fn add(list: &mut Vec<Named>, new: Named) {
    if new.words.is_empty() {
        return;
    }
    match list.iter_mut().find(|n| crate::shared::same_phrase(&n.words, &new.words)) {
        Some(known) => {
            known.code = known.code.or(new.code);
            known.number = known.number.or(new.number);
        }
        None => list.push(new),
    }
}

fn date(claims: &[&Claim], published: Option<Date>) -> Option<(Option<Date>, Date)> {
    let known = claims.iter().find(|c| c.time.interval.from.is_some() || c.time.interval.to.is_some());
    match known.map(|c| c.time.interval) {
        Some(time) => Some((time.from, time.to.or(published).or(time.from)?)),
        None => Some((None, published?)),
    }
}

/// The country that most claims of the report are placed in.
fn home_country(claims: &[Claim]) -> Option<&'static str> {
    let placed = |code: &str| {
        claims.iter().flat_map(|c| &c.places).filter(|p| p.country.as_deref() == Some(code)).count()
    };
    let most = COUNTRIES.iter().max_by_key(|c| placed(c.0))?;
    (placed(most.0) > 0).then_some(most.1)
}

fn country(code: &str) -> Option<&'static str> {
    COUNTRIES.iter().find(|c| c.0 == code).map(|c| c.1)
}

pub fn is_fighter(words: &str) -> bool {
    let lower = words.to_lowercase();
    FIGHTERS.iter().any(|f| lower.contains(f))
}

fn flat(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}
