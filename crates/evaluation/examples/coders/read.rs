//! The two formats of coded sentences; what is coded of one sentence is brought together.

use crate::shared::Failure;
use serde_json::Value;
use std::path::Path;

/// One sentence and what it is coded as.
pub struct Coded {
    pub id: String,
    pub text: String,
    pub events: Vec<Event>,
}

pub struct Event {
    pub class: String,
    pub sources: Vec<String>,
    pub targets: Vec<String>,
}

/// PLOVER's records: one event each, several for some sentences.
pub fn records(path: &Path) -> Result<Vec<Coded>, Failure> {
    let all: Vec<Value> = serde_json::from_str(&std::fs::read_to_string(path)?)?;
    let mut out: Vec<Coded> = vec![];
    for record in &all {
        let Some(text) = record["text"].as_str() else { continue };
        let names = |field: &str| {
            let actors = record[field].as_array().into_iter().flatten();
            actors.filter_map(|a| a["actorText"].as_str()).map(str::to_owned).collect()
        };
        // The older name of a class.
        let class = match record["event"].as_str().unwrap_or_default() {
            "FIGHT" => "ASSAULT",
            class => class,
        };
        let event = Event { class: class.to_owned(), sources: names("source"), targets: names("target") };
        match out.iter_mut().find(|c| c.text == text) {
            Some(known) => known.events.push(event),
            None => out.push(Coded {
                id: record["id"].as_str().unwrap_or_default().to_owned(),
                text: text.to_owned(),
                events: vec![event],
            }),
        }
    }
    Ok(out)
}

/// PETRARCH's tests: CAMEO codes, led to PLOVER's classes by its table. Parties are codes there, not words, and are
/// left out; codes outside CAMEO test the coder's own dictionaries.
pub fn tests(path: &Path, map: &Path) -> Result<Vec<Coded>, Failure> {
    let table = std::fs::read_to_string(map)?;
    let class_of = |code: &str| {
        let line = table.lines().find_map(|l| l.strip_prefix(code)?.strip_prefix(':'))?;
        Some(line.split([',', '#']).next()?.trim().to_owned())
    };
    let file = std::fs::read_to_string(path)?;
    let mut out = vec![];
    for part in file.split("<Sentence ").skip(1) {
        let part = part.split("</Sentence>").next().unwrap_or(part);
        let Some(text) = part.split("<Text>").nth(1).and_then(|t| t.split("</Text>").next()) else {
            continue;
        };
        let codes = part.split("eventcode=\"").skip(1).filter_map(|c| c.split('"').next());
        let event = |class| Event { class, sources: vec![], targets: vec![] };
        out.push(Coded {
            id: part.split("id=\"").nth(1).and_then(|i| i.split('"').next()).unwrap_or_default().to_owned(),
            text: text.split_whitespace().collect::<Vec<_>>().join(" "),
            events: codes.filter_map(class_of).map(event).collect(),
        });
    }
    Ok(out)
}
