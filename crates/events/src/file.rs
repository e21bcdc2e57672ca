//! The file of one event: for each attribute who says what in which words, who takes or is given
//! responsibility, who knows of it independently, and why its claims are held to be one event.

use crate::agreement::{Reason, explained};
use crate::record::{Origin, SharedText, Told, figure_name, in_order, origins};
use crate::store::Store;
use crate::{agreement, unit::Unit};
use ascribe_model::{Effect, Event, Interval, Place, Role, Side, Status};
use jiff::civil::Date;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// What is said of one event, attribute by attribute.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Detail {
    /// `type`, `status`, `place`, `time`, `agent`, `target`, `means`, then figures as `killed:civilian`.
    pub attributes: Vec<Attribute>,
    /// Who claims it, whom others hold responsible, who denies it.
    pub responsibility: Responsibility,
    /// Who knows of it by themselves, as far as the reports show.
    pub independent: Vec<Origin>,
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

/// Why two claims are held to tell of one occurrence.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Joint {
    /// First claim of the one.
    pub a: String,
    /// First claim of the other.
    pub b: String,
    /// Sum of the points.
    pub points: i32,
    /// The evidence.
    pub reasons: Vec<Reason>,
}

/// The file of an event, without [`Detail::joined`], for which see [`joints`].
pub fn detail(event: &Event, mut told: Vec<Told>, shared: &SharedText) -> Detail {
    in_order(&mut told);
    let mut attributes: Vec<Attribute> = vec![
        plain("type", &told, |t| vec![(t.claim.kind.replace('_', " "), t.claim.trigger.clone())]),
        plain("status", &told, |t| vec![(status(t.claim.status).to_owned(), t.claim.trigger.clone())]),
        plain("place", &told, |t| t.claim.places.iter().map(place).collect()),
        plain("time", &told, time),
        plain("agent", &told, |t| parties(t, Role::Agent)),
        plain("target", &told, |t| parties(t, Role::Target)),
        plain("means", &told, |t| t.claim.means.iter().map(|m| (m.clone(), t.claim.quote.clone())).collect()),
    ];
    attributes.extend(event.figures.iter().map(|figure| {
        let superseded = |claim: &str, words: &str| {
            let effect = |e: &&Effect| e.harm == figure.harm && e.side == figure.side && e.text == words;
            let count = told.iter().find(|t| t.claim.id == claim);
            let count = count.and_then(|t| t.claim.effects.iter().find(effect)).map(|e| e.count);
            figure.values.iter().any(|v| v.claim == claim && Some(v.count) == count && v.superseded)
        };
        let mut attribute = plain(&figure_name(figure), &told, |t| {
            let effects = t.claim.effects.iter().filter(|e| e.harm == figure.harm && e.side == figure.side);
            let told = effects.filter(|_| t.claim.status != Status::Denied);
            told.map(|e| (number(e), e.text.clone())).collect()
        });
        for voice in attribute.values.iter_mut().flat_map(|v| &mut v.by) {
            voice.superseded = superseded(&voice.claim, &voice.words);
        }
        attribute
    }));
    attributes.retain(|a| !a.values.is_empty());
    for attribute in &mut attributes {
        attribute.contested = event.contested.contains(&attribute.name);
    }
    Detail {
        responsibility: responsibility(&told),
        independent: origins(&told, shared),
        attributes,
        joined: vec![],
    }
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

fn status(status: Status) -> &'static str {
    match status {
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
        if t.claim.status == Status::Denied {
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

/// The evidence that holds a group together: for each unit the best edge to one before it.
///
/// # Errors
/// What the store answers.
pub fn joints<S: Store>(store: &S, group: &[i64]) -> Result<Vec<Joint>, S::Error> {
    let mut found = vec![];
    for (n, &unit) in group.iter().enumerate() {
        let edges = store.edges(unit)?;
        let best = edges.iter().filter(|e| group[..n].contains(&e.to)).max_by_key(|e| (e.points, -e.to));
        if let Some(best) = best {
            found.push(joint(&*store.unit(best.to)?, &*store.unit(unit)?, best.points));
        }
    }
    Ok(found)
}

fn joint(a: &Unit, b: &Unit, points: i32) -> Joint {
    let one = |says: &str| vec![Reason { points, says: says.to_owned() }];
    let reasons = match points {
        agreement::SIBLINGS => one("one report tells of one occurrence"),
        agreement::TWINS => one("one sentence, printed in two reports that share text"),
        _ => explained(a, b),
    };
    let first = |unit: &Unit| unit.claims.first().cloned().unwrap_or_default();
    Joint { a: first(a), b: first(b), points, reasons }
}
