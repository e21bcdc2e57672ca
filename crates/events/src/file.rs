//! The file of one event: for each attribute who says what in which words, who contradicts whom, and who
//! takes or is given responsibility.

use crate::disputes::{Dispute, disputes};
use crate::joints::Joint;
use crate::record::{Told, figure_name, in_order};
use ascribe_model::{Effect, Event, Figure, Interval, Place, Role, Side, Status};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is said of one event, attribute by attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Detail {
    /// `type`, `status`, `place`, `time`, `agent`, `target`, `means`, then figures as `killed:civilian`.
    pub attributes: Vec<Attribute>,
    /// For each contested attribute who contradicts whom.
    pub disputes: Vec<Dispute>,
    /// Who claims it, whom others hold responsible, who denies it.
    pub responsibility: Responsibility,
    /// Pairs of claims of different reports that were joined, with the evidence.
    pub joined: Vec<Joint>,
}

/// One attribute with every value that is given for it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Attribute {
    /// Its name, as in `contested` of the event.
    pub name: String,
    /// True where sources contradict each other on it.
    pub contested: bool,
    /// The values, in the order in which they were first given.
    pub values: Vec<AttributeValue>,
}

/// One value and who gives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct AttributeValue {
    /// The value in words.
    pub value: String,
    /// The sides that give it.
    pub sides: Vec<Side>,
    /// Every telling of it, oldest first.
    pub by: Vec<Voice>,
}

/// One telling.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Voice {
    /// The named source, or the outlet in its own voice.
    pub source: String,
    /// Its side.
    pub side: Side,
    /// The site it was read on.
    pub outlet: String,
    /// The date of the report.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// The claim.
    pub claim: String,
    /// The words it rests on.
    pub words: String,
    /// True where a later figure of the same source replaced it.
    pub superseded: bool,
}

/// Who is behind it, by whom.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Responsibility {
    /// Those who say that it was them.
    pub claimed: Vec<AttributeValue>,
    /// Those whom others hold responsible.
    pub attributed: Vec<AttributeValue>,
    /// Those who say that it did not happen, or not so.
    pub denied: Vec<Voice>,
}

/// The file of an event, without [`Detail::joined`], for which see [`crate::joints`].
pub fn detail(event: &Event, mut told: Vec<Told>) -> Detail {
    in_order(&mut told);
    let mut attributes: Vec<Attribute> = vec![
        plain("type", &told, |t| vec![(t.claim.kind.replace('_', " "), t.claim.trigger.clone())]),
        plain("status", &told, |t| vec![(status(t).to_owned(), t.claim.trigger.clone())]),
        plain("place", &told, |t| t.claim.places.iter().map(place).collect()),
        plain("time", &told, time),
        plain("agent", &told, |t| parties(t, Role::Agent)),
        plain("target", &told, |t| parties(t, Role::Target)),
        plain("means", &told, |t| t.claim.means.iter().map(|m| (m.clone(), t.claim.quote.clone())).collect()),
    ];
    attributes.extend(event.figures.iter().map(|figure| figures(figure, &told)));
    attributes.retain(|a| !a.values.is_empty());
    for attribute in &mut attributes {
        attribute.contested = event.contested.contains(&attribute.name);
    }
    let disputes = disputes(event, &told, &attributes);
    Detail { attributes, disputes, responsibility: responsibility(&told), joined: vec![] }
}

/// The values of one harm and side; what a later figure of the same source replaced says so.
fn figures(figure: &Figure, told: &[Told]) -> Attribute {
    let of = |effect: &&Effect| effect.harm == figure.harm && effect.side == figure.side;
    let superseded = |claim: &str, words: &str| {
        let count = told.iter().find(|t| t.claim.id == claim);
        let count = count.and_then(|t| t.claim.effects.iter().filter(of).find(|e| e.text == words));
        let count = count.map(|e| e.count);
        figure.values.iter().any(|v| v.claim == claim && Some(v.count) == count && v.superseded)
    };
    let mut attribute = plain(&figure_name(figure), told, |t| {
        let told = t.claim.effects.iter().filter(of).filter(|_| t.claim.status != Status::Denied);
        told.map(|e| (number(e), e.text.clone())).collect()
    });
    for voice in attribute.values.iter_mut().flat_map(|v| &mut v.by) {
        voice.superseded = superseded(&voice.claim, &voice.words);
    }
    attribute
}

fn plain(name: &str, told: &[Told], values: impl Fn(&Told) -> Vec<(String, String)>) -> Attribute {
    let mut attribute = Attribute { name: name.to_owned(), ..Attribute::default() };
    for t in told {
        for (value, words) in values(t).into_iter().filter(|(value, _)| !value.is_empty()) {
            add(&mut attribute.values, value, voice(t, words));
        }
    }
    attribute
}

fn add(values: &mut Vec<AttributeValue>, value: String, voice: Voice) {
    let at = values.iter().position(|v| v.value.eq_ignore_ascii_case(&value));
    let at = at.unwrap_or_else(|| {
        values.push(AttributeValue { value, ..AttributeValue::default() });
        values.len() - 1
    });
    if let Some(there) = values.get_mut(at) {
        if !there.sides.contains(&voice.side) {
            there.sides.push(voice.side);
        }
        if !there.by.contains(&voice) {
            there.by.push(voice);
        }
    }
}

fn voice(told: &Told, words: String) -> Voice {
    Voice {
        source: told.chain(),
        side: told.side(),
        outlet: told.head.carrier().to_owned(),
        published: told.head.anchor,
        claim: told.claim.id.clone(),
        words,
        superseded: false,
    }
}

fn status(told: &Told) -> &'static str {
    match told.claim.status {
        _ if told.denies() => "denied",
        Status::Happened => "happened",
        Status::Ongoing => "ongoing",
        Status::Planned => "planned",
        Status::Expected => "expected",
        Status::Denied => "denied",
    }
}

fn place(place: &Place) -> (String, String) {
    let words = format!("{} {}", place.relation.as_deref().unwrap_or(""), place.text);
    (place.text.clone(), words.trim().to_owned())
}

fn time(told: &Told) -> Vec<(String, String)> {
    let time = &told.claim.time;
    if time.interval.is_unknown() {
        return vec![];
    }
    vec![(days(time.interval), time.text.clone().unwrap_or_else(|| told.claim.quote.clone()))]
}

/// "2021-03-04", or both ends where they differ.
fn days(interval: Interval) -> String {
    let day = |d: Option<Date>| d.map(|d| d.to_string()).unwrap_or_default();
    match (interval.from, interval.to) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (from, to) => format!("{}..{}", day(from), day(to)),
    }
}

fn parties(told: &Told, role: Role) -> Vec<(String, String)> {
    let all = told.claim.actors.iter().filter(|a| a.role == role);
    all.map(|a| (a.name.clone(), told.claim.quote.clone())).collect()
}

/// "5", "5 or more", "30 or fewer", "24 to 96".
fn number(effect: &Effect) -> String {
    match (effect.count.min, effect.count.max) {
        (Some(a), Some(b)) if a == b => a.to_string(),
        (Some(a), Some(b)) => format!("{a} to {b}"),
        (Some(a), None) => format!("{a} or more"),
        (None, Some(b)) => format!("{b} or fewer"),
        (None, None) => String::new(),
    }
}

fn responsibility(told: &[Told]) -> Responsibility {
    let mut found = Responsibility::default();
    for t in told {
        if t.denies() {
            found.denied.push(voice(t, t.claim.quote.clone()));
            continue;
        }
        if let Some(who) = crate::record::owns_up(t) {
            add(&mut found.claimed, who, voice(t, t.claim.quote.clone()));
            continue;
        }
        for (agent, words) in parties(t, Role::Agent) {
            add(&mut found.attributed, agent, voice(t, words));
        }
    }
    found
}
