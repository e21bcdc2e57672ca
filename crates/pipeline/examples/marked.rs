//! Prints what the rules find in reports as marked texts, for `training/proposer.py`: how plain wordings are told.
//!
//! `cargo run --release -p ascribe-pipeline --example marked -- PATH… > rules.txt`

#![allow(clippy::print_stdout)]

use ascribe_claims::Occurrence;
use ascribe_model::{Sentence, Span, TokenRange};
use ascribe_pipeline::Resources;
use std::collections::BTreeMap;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let resources = Resources::builtin()?;
    let paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let (paths, _) = ascribe_reading::collect_paths(&paths);
    for path in paths {
        ascribe_reading::read_path(&path, &mut |outcome| {
            let Ok(report) = outcome else { return };
            let steps = resources.steps(&report);
            println!("= {} | by rules", report.id);
            for (number, sentence) in steps.analysis.sentences.iter().enumerate() {
                let marks = marks(&steps.occurrences, number, sentence);
                println!("{}", marked(&report.text, sentence, &marks));
            }
        });
    }
    Ok(())
}

/// Labels by the tokens that they stand on; of overlapping phrases the first is kept.
fn marks(
    occurrences: &[Occurrence],
    number: usize,
    sentence: &Sentence,
) -> BTreeMap<(usize, usize), Vec<String>> {
    let mut found: BTreeMap<(usize, usize), Vec<String>> = BTreeMap::new();
    let mut add = |tokens: TokenRange, label: String| {
        let range = (tokens.start, tokens.end.min(sentence.tokens.len()));
        let free =
            found.keys().all(|&(start, end)| (start, end) == range || end <= range.0 || range.1 <= start);
        if free && range.0 < range.1 {
            found.entry(range).or_default().push(label);
        }
    };
    let by_rule = |o: &Occurrence| !o.refers && !o.is_proposed();
    let here = || occurrences.iter().enumerate().filter(|(_, o)| o.sentence == number && by_rule(o));
    for (n, occurrence) in here() {
        add(occurrence.trigger, format!("{n} {} happened", occurrence.kind));
    }
    for (n, occurrence) in here() {
        for fill in occurrence.roles.iter().filter(|f| f.sentence == number && f.role != "object") {
            add(fill.tokens, format!("{}:{n}", fill.role));
        }
    }
    found
}

fn marked(text: &str, sentence: &Sentence, marks: &BTreeMap<(usize, usize), Vec<String>>) -> String {
    let clean = |span: Span| span.of(text).replace(['[', ']', '|', '\n'], " ");
    let mut out = String::new();
    let mut at = sentence.span.start;
    for (&(start, end), labels) in marks {
        let span = sentence.span_of(TokenRange::new(start, end));
        out += &clean(Span::new(at, span.start));
        out += &format!("[{}|{}]", clean(span), labels.join(";"));
        at = span.end;
    }
    out + &clean(Span::new(at, sentence.span.end))
}
