//! Classes, sources and targets in the sentences that event coders are tested on: PLOVER records and PETRARCH tests.
//!
//! `cargo run --release -p ascribe-evaluation --example coders -- RECORDS [CAMEO_MAP TESTS]`
//!
//! RECORDS is PLOVER's file of coded sentences, CAMEO_MAP its table of CAMEO codes, TESTS a file of PETRARCH unit
//! tests. The types of the codebook are classes by `plover` in `data/types.toml`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod read;
#[path = "../shared/mod.rs"]
mod shared;

use ascribe_codebook::{ClaimTypes, DataFiles};
use ascribe_model::{Claim, Role};
use read::Coded;
use shared::{Failure, Tally, extract_all, print_row, same_phrase};
use std::path::Path;

/// Classes that the codebook has types for; the others (demands, rejections, promises) are no claims.
const CLASSES: [&str; 8] =
    ["ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "SANCTION", "THREATEN", "AID"];

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let misses = words.iter().any(|w| w == "--misses");
    let files: Vec<&Path> = words.iter().filter(|w| !w.starts_with("--")).map(Path::new).collect();
    let types = ClaimTypes::load(&DataFiles::builtin())?;
    match files.as_slice() {
        [records] => measure("PLOVER records", &read::records(records)?, &types, misses),
        [records, map, tests] => {
            measure("PLOVER records", &read::records(records)?, &types, misses)?;
            measure("PETRARCH tests", &read::tests(tests, map)?, &types, misses)
        }
        _ => {
            eprintln!("coders RECORDS [CAMEO_MAP TESTS] [--misses]");
            std::process::exit(2);
        }
    }
}

fn measure(title: &str, coded: &[Coded], types: &ClaimTypes, misses: bool) -> Result<(), Failure> {
    let texts: Vec<_> = coded.iter().map(|c| (c.id.clone(), c.text.clone())).collect();
    let (mut classes, mut parties) = (Tally::default(), Tally::default());
    for class in CLASSES {
        classes.add(class, 0.0, 0.0, 0.0);
    }
    for (sentence, extraction) in coded.iter().zip(extract_all(&texts)?) {
        let class_of = |c: &Claim| types.get(&c.kind).map_or("", |t| t.plover.as_str()).to_owned();
        for class in CLASSES {
            let told: Vec<&Claim> = extraction.claims.iter().filter(|c| class_of(c) == class).collect();
            let right = sentence.events.iter().any(|e| e.class == class);
            let count = |yes: bool| if yes { 1.0 } else { 0.0 };
            classes.add(class, count(right && !told.is_empty()), count(right), count(!told.is_empty()));
            for event in sentence.events.iter().filter(|e| e.class == class) {
                party("source", &event.sources, &told, Role::Agent, &mut parties);
                party("target", &event.targets, &told, Role::Target, &mut parties);
            }
            if misses && right == told.is_empty() {
                let word = if right { "MISSED" } else { "INVENTED" };
                let rules: Vec<&str> = told.iter().map(|c| c.rule.as_str()).collect();
                println!("{word} {class} {rules:?} {}", sentence.text);
            }
        }
    }
    println!("{title}: {} sentences", coded.len());
    classes.print();
    print_row("ALL CLASSES", classes.sum(""));
    println!("parties, where the class is found:");
    parties.print();
    Ok(())
}

fn party(name: &str, right: &[String], told: &[&Claim], role: Role, tally: &mut Tally) {
    if told.is_empty() || right.is_empty() {
        return;
    }
    let given: Vec<&str> =
        told.iter().flat_map(|c| &c.actors).filter(|a| a.role == role).map(|a| a.name.as_str()).collect();
    let hits = right.iter().filter(|r| given.iter().any(|g| same_phrase(r, g))).count();
    tally.add(name, hits as f64, right.len() as f64, given.len() as f64);
}
