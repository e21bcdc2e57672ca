//! Incidents, perpetrators, victims, instruments and the perpetrator's confidence on the texts of MUC-3/4.
//!
//! `cargo run --release -p ascribe-evaluation --example muc -- FILE [--split tst1,tst2] [--misses]`
//!
//! FILE holds a text with its answer key a line. What is counted, and how near it comes to the published scorer, is
//! in `docs/accuracy.md`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod answer;
mod key;
mod roles;
mod score;
#[path = "../shared/mod.rs"]
mod shared;

use shared::{Failure, Tally, extract_all, json_lines, print_row};
use std::path::Path;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, options @ ..] = words.as_slice() else {
        eprintln!("muc FILE [--split tst1,tst2] [--misses]");
        std::process::exit(2);
    };
    let splits = options.iter().position(|o| o == "--split").and_then(|at| options.get(at + 1));
    let splits: Vec<&str> = splits.map_or("tst1,tst2", String::as_str).split(',').collect();
    let misses = options.iter().any(|o| o == "--misses");
    let text = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let documents: Vec<_> = json_lines(Path::new(file))?
        .into_iter()
        .filter(|d| splits.contains(&text(&d["split"]).as_str()))
        .collect();
    let texts: Vec<_> = documents.iter().map(|d| (text(&d["docid"]), text(&d["text"]))).collect();
    let (mut slots, mut roles, mut filter) = (Tally::default(), Tally::default(), Tally::default());
    for (document, extraction) in documents.iter().zip(extract_all(&texts)?) {
        let keys = key::keys(document);
        let answers = answer::incidents(&extraction.report, &extraction.claims);
        let pairs = score::score(&keys, &answers, &mut slots);
        roles::score(&keys, &answers, &mut roles);
        let (relevant, found) = (keys.iter().any(|k| !k.optional), !answers.is_empty());
        let count = |yes: bool| if yes { 1.0 } else { 0.0 };
        filter.add("texts with an incident", count(relevant && found), count(relevant), count(found));
        if misses {
            show(&extraction.report.id, &keys, &answers, &pairs);
        }
    }
    println!("{} texts", documents.len());
    filter.print();
    slots.print();
    let [points, right, given] = slots.sum("");
    let [p, r, g] = slots.sum("templates");
    print_row("ALL TEMPLATES", [points - p, right - r, given - g]);
    println!("role fillers, by document:");
    roles.print();
    print_row("ALL ROLES", roles.sum(""));
    Ok(())
}

fn show(id: &str, keys: &[key::Key], answers: &[answer::Incident], pairs: &[(usize, usize)]) {
    for (k, key) in keys.iter().enumerate() {
        println!("{id} KEY {key:?}");
        match pairs.iter().find(|p| p.0 == k) {
            Some(&(_, a)) => println!("{id}   = {:?}", answers[a]),
            None => println!("{id}   missed"),
        }
    }
    for (a, answer) in answers.iter().enumerate().filter(|(a, _)| !pairs.iter().any(|p| p.1 == *a)) {
        println!("{id} INVENTED {a} {answer:?}");
    }
}
