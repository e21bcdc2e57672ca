//! Resolves the place names of annotated reports and counts the hits:
//! `place_eval GOLD REPORTS [--part dev|test|all] [--misses] [--gazetteer FILE]…`.
//!
//! Names are given as the annotation has them, so this measures look-up and disambiguation alone. A hit
//! is within 25 km of a point and within 75 km of a line or an area, as the codebook scores. Reports are
//! split by a hash of their names: two thirds to look at (`dev`), one third kept aside (`test`).

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::gazetteer::Gazetteer;
use ascribe_grounding::places::{Query, place_with, query_with, resolve_names};
use ascribe_grounding::shapes::km;
use ascribe_model::{Metadata, Passage, PassageKind, Report, Span};
use serde_json::Value;
use std::path::Path;

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [gold, reports, options @ ..] = arguments.as_slice() else {
        return Err(
            "usage: place_eval GOLD REPORTS [--part dev|test|all] [--misses] [--gazetteer FILE]".into()
        );
    };
    let part = value_of(options, "--part").unwrap_or("dev");
    let misses = options.iter().any(|o| o == "--misses");
    let mut gazetteer = Gazetteer::builtin()?;
    for (i, _) in options.iter().enumerate().filter(|(_, o)| *o == "--gazetteer") {
        let added = gazetteer.add_file(Path::new(&options[i + 1]))?;
        println!("added {added:?}");
    }
    let mut files: Vec<_> = std::fs::read_dir(gold)?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    let mut tally = Tally::default();
    for file in files {
        let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
        if part != "all" && hash(&stem).is_multiple_of(3) == (part == "dev") {
            continue;
        }
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
        let text = report_text(Path::new(reports), &stem)?;
        evaluate(&stem, &gold, &report(&text), &gazetteer, &mut tally, misses);
    }
    println!(
        "{part}: {} of {} names resolved ({:.3}); wrong place {}, unknown {}",
        tally.hits,
        tally.all,
        tally.hits as f64 / tally.all.max(1) as f64,
        tally.wrong,
        tally.unknown
    );
    Ok(())
}

#[derive(Default)]
struct Tally {
    all: usize,
    hits: usize,
    wrong: usize,
    unknown: usize,
}

fn evaluate(
    stem: &str,
    gold: &Value,
    report: &Report,
    gazetteer: &Gazetteer,
    tally: &mut Tally,
    misses: bool,
) {
    let mut places: Vec<(Query, &Value)> = Vec::new();
    for claim in gold["claims"].as_array().into_iter().flatten() {
        let quote = claim["quote"].as_str().unwrap_or("");
        let base = report.text.find(quote.get(..quote.len().min(40)).unwrap_or(quote)).unwrap_or(0);
        for place in claim["places"].as_array().into_iter().flatten() {
            let name = place["text"].as_str().unwrap_or("").to_owned();
            let at = report.text.get(base..).and_then(|t| t.find(&name)).map_or(base, |i| base + i);
            let relation = place["relation"].as_str().unwrap_or("");
            let within = within(&report.text, at, place);
            places.push((query_with(&name, at, relation, within, gazetteer), place));
        }
    }
    let queries: Vec<Query> = places.iter().map(|(q, _)| q.clone()).collect();
    let answers = resolve_names(report, &queries, gazetteer);
    for ((query, place), answer) in places.iter().zip(answers) {
        let (Some(lat), Some(lon)) = (place["lat"].as_f64(), place["lon"].as_f64()) else { continue };
        tally.all += 1;
        let reach = if place["kind"] == "point" { 25.0 } else { 75.0 };
        let relation = place["relation"].as_str().unwrap_or("");
        let placed = answer.as_ref().and_then(|a| place_with(a, relation, gazetteer));
        let far = placed.map(|p| km((p.lat, p.lon), (lat, lon)));
        match far {
            Some(far) if far <= reach => tally.hits += 1,
            Some(far) => {
                tally.wrong += 1;
                if misses {
                    let found = answer.as_ref().map(|a| {
                        a.places
                            .iter()
                            .map(|p| (p.name, p.id(), p.country.first().to_owned()))
                            .collect::<Vec<_>>()
                    });
                    println!(
                        "{stem} wrong by {far:.0} km: {:?} ({:?}) {lat},{lon} {} -> {found:?}",
                        query.name, place["relation"], place["country"]
                    );
                }
            }
            None => {
                tally.unknown += 1;
                if misses {
                    println!(
                        "{stem} unknown: {:?} ({:?}) {lat},{lon} {} within {:?}",
                        query.name, place["relation"], place["country"], query.within
                    );
                }
            }
        }
    }
}

/// What follows the name after commas: "Keld, Anbar province".
fn within(text: &str, at: usize, place: &Value) -> Vec<String> {
    let name = place["text"].as_str().unwrap_or("");
    let rest = text.get(at..).and_then(|t| t.strip_prefix(name)).unwrap_or("");
    let Some(rest) = rest.strip_prefix(", ").or_else(|| rest.strip_prefix(" in ")) else { return Vec::new() };
    let rest = rest.strip_prefix("in ").unwrap_or(rest);
    let end = rest.find([',', '.', ';', ':', '(']).unwrap_or(rest.len());
    let words: Vec<&str> = rest[..end]
        .split(' ')
        .take_while(|w| w.starts_with(char::is_uppercase) || *w == "province")
        .take(4)
        .collect();
    if words.is_empty() { Vec::new() } else { vec![words.join(" ")] }
}

fn report(text: &str) -> Report {
    Report {
        text: text.to_owned(),
        metadata: Metadata::default(),
        passages: vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }],
        ..Report::default()
    }
}

/// The report of that name: a line of a `.jsonl` file, else a text file. Title and text.
fn report_text(folder: &Path, stem: &str) -> Result<String, Failure> {
    let text = folder.join(format!("{stem}.txt"));
    if text.exists() {
        return Ok(std::fs::read_to_string(text)?);
    }
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_none_or(|e| e != "jsonl") {
            continue;
        }
        for line in std::fs::read_to_string(path)?.lines() {
            let row: Value = serde_json::from_str(line)?;
            if row["id"] == stem {
                let title = row["title"].as_str().unwrap_or("");
                return Ok(format!("{title}\n\n{}", row["text"].as_str().unwrap_or("")));
            }
        }
    }
    Err(format!("no report {stem} in {}", folder.display()).into())
}

fn value_of<'a>(options: &'a [String], name: &str) -> Option<&'a str> {
    options.iter().position(|o| o == name).and_then(|i| options.get(i + 1)).map(String::as_str)
}

/// FNV-1a.
fn hash(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |h, b| (h ^ u64::from(b)).wrapping_mul(0x100_0000_01b3))
}
