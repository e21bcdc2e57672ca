//! Metadata and body limits against the annotated reports of `../shared/eval`, where they are present.
//!
//! The seeds must be right in every field; over all reports no field may fall below its floor.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_model::{PassageKind, Report};
use ascribe_reading::{Input, read, read_lines};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn shared() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval");
    if !root.is_dir() {
        println!("skipped: {} is not there", root.display());
        return None;
    }
    Some(root)
}

fn gold(root: &Path) -> BTreeMap<String, Value> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(root.join("gold")).expect("a folder").flatten() {
        let value: Value =
            serde_json::from_slice(&std::fs::read(entry.path()).expect("a file")).expect("JSON");
        found.insert(entry.path().file_stem().expect("a name").to_string_lossy().into_owned(), value);
    }
    found
}

fn reports(root: &Path) -> BTreeMap<String, Report> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(root.join("reports")).expect("a folder").flatten() {
        let bytes = std::fs::read(entry.path()).expect("a file");
        let name = entry.path().to_string_lossy().into_owned();
        if name.ends_with(".jsonl") {
            read_lines(&name, &bytes[..], &mut |r| {
                let report = r.expect("a report");
                found.insert(report.id.clone(), report);
            });
        } else {
            let reading = read(&Input { origin: &name, bytes: &bytes });
            found.extend(reading.reports.into_iter().map(|r| (r.id.clone(), r)));
        }
    }
    found
}

fn fields(report: &Report) -> BTreeMap<&'static str, Option<String>> {
    let meta = &report.metadata;
    let comments = report.passages.iter().filter(|p| p.kind == PassageKind::Comment).count();
    let running: Vec<&str> = report
        .passages
        .iter()
        .filter(|p| matches!(p.kind, PassageKind::Body))
        .flat_map(|p| report.words(p.span).split_whitespace())
        .collect();
    let six = |words: &[&str]| Some(words.join(" "));
    BTreeMap::from([
        ("title", meta.title.clone()),
        ("publisher", meta.publisher.clone()),
        ("original_publisher", meta.original_publisher.clone()),
        ("published", meta.published.map(|d| d.to_string())),
        ("originally_published", meta.originally_published.map(|d| d.to_string())),
        ("body_first_words", six(&running[..running.len().min(6)])),
        ("body_last_words", six(&running[running.len().saturating_sub(6)..])),
        ("comments", Some(comments.to_string())),
    ])
}

fn wanted(gold: &Value, field: &str) -> Option<String> {
    match &gold["report"][field] {
        Value::String(s) => Some(s.split_whitespace().collect::<Vec<_>>().join(" ")),
        Value::Number(n) => Some(n.to_string()),
        _ => None,
    }
}

#[test]
fn seeds_are_right_in_every_field() {
    let Some(root) = shared() else { return };
    let (gold, reports) = (gold(&root), reports(&root));
    let mut wrong = Vec::new();
    for (id, value) in gold.iter().filter(|(id, _)| id.starts_with("seed")) {
        for (field, found) in fields(&reports[id]) {
            let expected = wanted(value, field);
            if found != expected {
                wrong.push(format!("{id} {field}: found {found:?}, expected {expected:?}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// Letters and digits: quotes may differ from the body in white space and marks.
fn squeeze(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_gold_quote_of_the_seeds_is_body() {
    let Some(root) = shared() else { return };
    let (gold, reports) = (gold(&root), reports(&root));
    let mut missing = Vec::new();
    for (id, value) in gold.iter().filter(|(id, _)| id.starts_with("seed")) {
        let report = &reports[id];
        let body = squeeze(&report.body().map(|p| report.words(p.span)).collect::<Vec<_>>().join(" "));
        for claim in value["claims"].as_array().expect("claims") {
            let quote = squeeze(claim["quote"].as_str().expect("a quote"));
            if !body.contains(&quote) {
                missing.push(format!("{id}: {quote}"));
            }
        }
    }
    assert!(missing.is_empty(), "{}", missing.join("\n"));
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Annotators took four to six words, with or without the first heading, the dateline or the credit.
fn limits_agree(report: &Report, field: &str, expected: &str) -> bool {
    let kinds = [PassageKind::Body, PassageKind::Heading, PassageKind::Metadata];
    let running = |from: usize| -> String {
        let kept = report.passages.iter().filter(|p| kinds[..from].contains(&p.kind));
        letters(&kept.map(|p| report.words(p.span)).collect::<Vec<_>>().join(" "))
    };
    let expected = letters(expected);
    let agrees = |text: String| match field {
        "body_first_words" => text.starts_with(&expected),
        _ => text.ends_with(&expected),
    };
    (1..=3).any(|from| agrees(running(from)))
}

#[test]
fn fields_of_all_reports_keep_their_level() {
    let Some(root) = shared() else { return };
    let (gold, reports) = (gold(&root), reports(&root));
    let mut right: BTreeMap<&str, usize> = BTreeMap::new();
    for (id, value) in &gold {
        for (field, found) in fields(&reports[id]) {
            let expected = wanted(value, field);
            let limit = field.starts_with("body_");
            let agrees = limit && expected.as_deref().is_some_and(|e| limits_agree(&reports[id], field, e));
            let hit = usize::from(found == expected || agrees);
            *right.entry(field).or_default() += hit;
            if hit == 0 {
                println!("{id} {field}: found {found:?}, expected {expected:?}");
            }
        }
    }
    println!("{} reports", gold.len());
    // Some annotations of web text with marks copied the marks; those limits cannot agree.
    let floors = [
        ("title", 108),
        ("publisher", 107),
        ("original_publisher", 108),
        ("published", 107),
        ("originally_published", 108),
        ("body_first_words", 97),
        ("body_last_words", 106),
        ("comments", 109),
    ];
    for (field, _) in floors {
        println!("{field:22} {} of {}", right[field], gold.len());
    }
    for (field, floor) in floors {
        assert!(right[field] >= floor.min(gold.len()), "{field} fell below {floor}");
    }
}
