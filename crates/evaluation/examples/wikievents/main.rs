//! Triggers and arguments on WikiEvents: documents annotated with the types and roles of KAIROS.
//!
//! `cargo run --release -p ascribe-evaluation --example wikievents -- FILE [--misses]`
//!
//! Every mention of an event is annotated there; the program makes one claim of an occurrence, however often it is
//! mentioned. Triggers are therefore also counted once for each sentence. See `docs/accuracy.md`.

#![allow(clippy::print_stdout, clippy::print_stderr)]

mod mentions;
#[path = "../shared/mod.rs"]
mod shared;

use mentions::{Mention, annotated, extracted, text_of};
use shared::{Failure, Tally, extract_all, json_lines, print_row, same_phrase};
use std::collections::BTreeSet;
use std::path::Path;

fn main() -> Result<(), Failure> {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let [file, options @ ..] = words.as_slice() else {
        eprintln!("wikievents FILE [--misses]");
        std::process::exit(2);
    };
    let misses = options.iter().any(|o| o == "--misses");
    let documents = json_lines(Path::new(file))?;
    let texts: Vec<_> =
        documents.iter().map(|d| (d["doc_id"].as_str().unwrap_or_default().to_owned(), text_of(d))).collect();
    let (mut triggers, mut sentences, mut arguments) = (Tally::default(), Tally::default(), Tally::default());
    for (document, extraction) in documents.iter().zip(extract_all(&texts)?) {
        let right = annotated(document, &extraction.report);
        let given = extracted(document, &extraction.claims);
        count_triggers(&right, &given, &mut triggers);
        count_sentences(&right, &given, &mut sentences);
        count_arguments(&right, &given, &mut arguments);
        if misses {
            show(&extraction.report.id, &right, &given, &extraction.report.text);
        }
    }
    println!("triggers, every mention:");
    triggers.print();
    print_row("ALL TRIGGERS", triggers.sum(""));
    println!("triggers, once a sentence:");
    sentences.print();
    print_row("ALL SENTENCES", sentences.sum(""));
    println!("arguments, once a document:");
    arguments.print();
    print_row("ALL ARGUMENTS", arguments.sum(""));
    Ok(())
}

fn count_triggers(right: &[Mention], given: &[Mention], tally: &mut Tally) {
    let mut left: Vec<&Mention> = right.iter().collect();
    for mention in given {
        let same = |m: &&Mention| m.class == mention.class && m.words.overlaps(mention.words);
        let at = left.iter().position(same);
        let hit = at.map_or(0.0, |at| {
            left.remove(at);
            1.0
        });
        tally.add(mention.class, hit, hit, 1.0);
    }
    for missed in left {
        tally.add(missed.class, 0.0, 1.0, 0.0);
    }
}

fn count_sentences(right: &[Mention], given: &[Mention], tally: &mut Tally) {
    let of = |list: &[Mention]| list.iter().map(|m| (m.class, m.sentence)).collect::<BTreeSet<_>>();
    let (right, given) = (of(right), of(given));
    for (set, gold) in [(&right, 1.0), (&given, 0.0)] {
        for pair in set {
            let hit = if gold > 0.0 && given.contains(pair) { 1.0 } else { 0.0 };
            tally.add(pair.0, hit, gold, 1.0 - gold);
        }
    }
}

fn count_arguments(right: &[Mention], given: &[Mention], tally: &mut Tally) {
    let named = |list: &[Mention]| {
        let mut out: Vec<(&'static str, &'static str, String)> = vec![];
        for (class, (role, name)) in list.iter().flat_map(|m| m.roles.iter().map(|r| (m.class, r.clone()))) {
            if !out.iter().any(|o| (o.0, o.1) == (class, role) && same_phrase(&o.2, &name)) {
                out.push((class, role, name));
            }
        }
        out
    };
    let (right, given) = (named(right), named(given));
    let has = |list: &[(&str, &str, String)], one: &(&str, &str, String)| {
        list.iter().any(|o| (o.0, o.1) == (one.0, one.1) && same_phrase(&o.2, &one.2))
    };
    for one in &right {
        tally.add(one.1, if has(&given, one) { 1.0 } else { 0.0 }, 1.0, 0.0);
    }
    for one in &given {
        tally.add(one.1, 0.0, 0.0, 1.0);
    }
}

fn show(id: &str, right: &[Mention], given: &[Mention], text: &str) {
    let letters: Vec<char> = text.chars().collect();
    let part = |from: usize, to: usize| -> String {
        letters[from.min(letters.len())..to.min(letters.len())].iter().collect::<String>().replace('\n', " ")
    };
    for (word, list, other) in [("MISSED", right, given), ("INVENTED", given, right)] {
        for m in list.iter().filter(|m| !other.iter().any(|o| (o.class, o.sentence) == (m.class, m.sentence)))
        {
            let around = part(m.words.start.saturating_sub(90), m.words.end + 90);
            println!("{word} {id} {} [{}] {around}", m.class, part(m.words.start, m.words.end));
        }
    }
    for (word, list, other) in [("NO ARGUMENT", right, given), ("TOO MANY", given, right)] {
        for (m, r) in list.iter().flat_map(|m| m.roles.iter().map(move |r| (m, r))) {
            let same = |o: &Mention| {
                o.class == m.class && o.roles.iter().any(|q| q.0 == r.0 && same_phrase(&q.1, &r.1))
            };
            if !other.iter().any(same) {
                println!("{word} {id} {} {} {}", m.class, r.0, r.1);
            }
        }
    }
}
