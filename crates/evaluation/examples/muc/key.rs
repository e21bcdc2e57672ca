//! The answer keys of MUC-3/4: one template an incident, with alternatives and optional fills.

use crate::shared::same_phrase;
use jiff::civil::Date;
use serde_json::Value;

/// One right fill: any of its wordings will do; an optional one may be left out.
#[derive(Debug, Clone, Default)]
pub struct Fill {
    pub wordings: Vec<String>,
    pub optional: bool,
    /// The number or the effect that the key gives with it.
    pub number: Option<String>,
    pub effect: Option<String>,
}

impl Fill {
    pub fn fits(&self, answer: &str) -> bool {
        self.wordings.iter().any(|w| same_phrase(w, answer))
    }
}

/// One incident of a key.
#[derive(Debug, Default)]
pub struct Key {
    pub optional: bool,
    /// Set fills in capitals; several where the key allows several.
    pub kinds: Vec<String>,
    pub stages: Vec<String>,
    pub category: Vec<String>,
    /// (first day, last day); no first day where the key says "by".
    pub dates: Vec<(Option<Date>, Date)>,
    /// From the country down.
    pub location: Vec<Vec<String>>,
    pub instruments: Vec<String>,
    pub individuals: Vec<Fill>,
    pub organisations: Vec<Fill>,
    /// Confidence is the effect of an organisation.
    pub things: Vec<Fill>,
    pub people: Vec<Fill>,
}

pub fn keys(document: &Value) -> Vec<Key> {
    document["templates"].as_array().into_iter().flatten().map(key).collect()
}

fn key(template: &Value) -> Key {
    let slot = |name: &str| -> Vec<&str> {
        let all = template[name].as_array().into_iter().flatten().filter_map(Value::as_str);
        all.filter(|v| !matches!(*v, "*" | "-")).collect()
    };
    let codes = |name: &str| slot(name).into_iter().flat_map(code_list).collect::<Vec<_>>();
    let mut organisations = fills(&slot("PERP: ORGANIZATION ID"));
    join(&mut organisations, &slot("PERP: ORGANIZATION CONFIDENCE"), |f, code| f.effect = Some(code));
    let mut things = fills(&slot("PHYS TGT: ID"));
    join(&mut things, &slot("PHYS TGT: EFFECT OF INCIDENT"), |f, code| f.effect = Some(code));
    let mut people = fills(&slot("HUM TGT: NAME"));
    for entry in slot("HUM TGT: DESCRIPTION") {
        let (own, of) = described(entry);
        match people.iter_mut().find(|p| of.iter().any(|n| p.wordings.contains(n))) {
            Some(person) => person.wordings.extend(own),
            None if own.is_empty() => {}
            None => people.push(Fill { wordings: own, optional: entry.starts_with('?'), ..Fill::default() }),
        }
    }
    join(&mut people, &slot("HUM TGT: EFFECT OF INCIDENT"), |f, code| f.effect = Some(code));
    join(&mut people, &slot("HUM TGT: NUMBER"), |f, code| f.number = Some(code));
    Key {
        optional: slot("MESSAGE: TEMPLATE").iter().any(|t| t.contains("OPT")),
        kinds: codes("INCIDENT: TYPE"),
        stages: codes("INCIDENT: STAGE OF EXECUTION"),
        category: codes("PERP: INCIDENT CATEGORY"),
        dates: slot("INCIDENT: DATE").into_iter().flat_map(dates).collect(),
        location: slot("INCIDENT: LOCATION").into_iter().map(location).collect(),
        instruments: codes("INCIDENT: INSTRUMENT TYPE"),
        individuals: fills(&slot("PERP: INDIVIDUAL ID")),
        organisations,
        things,
        people,
    }
}

/// "BOMB / EXPLOSIVE: \"TNT\"" → BOMB, EXPLOSIVE.
fn code_list(entry: &str) -> Vec<String> {
    let codes = entry.split('"').next().unwrap_or("").trim_end_matches([':', ' ']);
    let bare = |c: &str| c.trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    codes.split('/').map(bare).filter(|c| !c.is_empty()).collect()
}

fn fills(entries: &[&str]) -> Vec<Fill> {
    let fill = |e: &&str| Fill { wordings: quoted(e), optional: e.starts_with('?'), ..Fill::default() };
    entries.iter().map(fill).filter(|f| !f.wordings.is_empty()).collect()
}

/// Gives each fill the code that another slot lists beside one of its wordings.
fn join(fills: &mut [Fill], entries: &[&str], set: impl Fn(&mut Fill, String)) {
    for entry in entries {
        let (Some(code), words) = (code_list(entry).into_iter().next(), quoted(entry)) else { continue };
        if let Some(fill) = fills.iter_mut().find(|f| words.iter().any(|w| f.wordings.contains(w))) {
            set(fill, code);
        }
    }
}

/// A description's own wordings, and the name that it describes: `"MAYOR": "ANA PAZ"`.
fn described(entry: &str) -> (Vec<String>, Vec<String>) {
    match entry.split_once("\": \"") {
        Some((own, name)) => (quoted(&format!("{own}\"")), quoted(&format!("\"{name}"))),
        None => (quoted(entry), vec![]),
    }
}

/// What stands in quotation marks, of which some are written \".
fn quoted(entry: &str) -> Vec<String> {
    let entry = entry.replace("\\\"", "'");
    entry.split('"').skip(1).step_by(2).map(str::to_owned).filter(|w| !w.is_empty()).collect()
}

/// "30 DEC 89", "- 30 DEC 89" (by that day), "28 DEC 89 - 30 DEC 89", alternatives apart by "/".
fn dates(entry: &str) -> Vec<(Option<Date>, Date)> {
    let range = |text: &str| {
        let days: Vec<Date> = text.split(" - ").filter_map(day).collect();
        match (text.trim().starts_with('-'), days.as_slice()) {
            (true, [by]) => Some((None, *by)),
            (false, [on]) => Some((Some(*on), *on)),
            (false, [from, to]) => Some((Some(*from), *to)),
            _ => None,
        }
    };
    entry.split('/').filter_map(|part| range(part.trim_matches(['(', ')', ' ', '?']))).collect()
}

fn day(text: &str) -> Option<Date> {
    const MONTHS: [&str; 12] =
        ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"];
    let mut words = text.trim_matches(['-', ' ']).split_whitespace();
    let day = words.next()?.parse().ok()?;
    let name = words.next()?;
    let month = MONTHS.iter().position(|m| name.starts_with(m))?;
    let year: i16 = words.next()?.parse().ok()?;
    Date::new(1900 + year, i8::try_from(month + 1).ok()?, day).ok()
}

/// "PERU: JUNIN (DEPARTMENT): TARMA (CITY)" → PERU, JUNIN, TARMA.
fn location(entry: &str) -> Vec<String> {
    let part =
        |p: &str| p.split('(').next().unwrap_or("").trim_matches(|c: char| !c.is_alphanumeric()).to_owned();
    entry.split([':', '/']).flat_map(|p| p.split(" - ")).map(part).filter(|p| !p.is_empty()).collect()
}
