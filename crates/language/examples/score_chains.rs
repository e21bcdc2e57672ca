//! Scores mention chains on a treebank file with coreference in `Entity=` (GUM): how many links are
//! right, and how many pronouns and descriptions with an antecedent were joined to it.
//!
//!     cargo run --release -p ascribe-language --example score_chains -- FILE.conllu [PART-OF-DOCUMENT-NAME] [show]
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_language::{
    LanguageModel,
    conllu::{self, Document},
};
use std::collections::{BTreeMap, BTreeSet};

type Spot = (usize, usize);

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("usage: score_chains FILE.conllu [PART-OF-NAME] [show]")?;
    let wanted = arguments.next().unwrap_or_default();
    let show = arguments.next().is_some();
    let model = LanguageModel::builtin()?;
    let mut by_kind: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    let mut recall: BTreeMap<&str, [usize; 2]> = BTreeMap::new();
    for document in conllu::read(&std::fs::read_to_string(&path)?).iter().filter(|d| d.name.contains(&wanted))
    {
        let gold = entities(document);
        let analysis = model.analyse_text(&document.text);
        let mut joined: BTreeSet<Spot> = BTreeSet::new();
        for chain in &analysis.chains {
            let spots: Vec<(Spot, &ascribe_model::Token)> = chain
                .mentions
                .iter()
                .filter_map(|m| analysis.sentences.get(m.sentence)?.tokens.get(m.head))
                .map(|t| ((t.span.start, t.span.end), t))
                .collect();
            for pair in spots.windows(2) {
                let kind = kind(pair[1].1);
                let counts = by_kind.entry(kind).or_default();
                match (gold.get(&pair[0].0), gold.get(&pair[1].0)) {
                    (Some(a), Some(b)) if a == b => {
                        counts[0] += 1;
                        joined.insert(pair[1].0);
                    }
                    (Some(_), Some(_)) => {
                        counts[1] += 1;
                        if show {
                            println!(
                                "wrong: {} <- {} | {}",
                                pair[0].1.text,
                                pair[1].1.text,
                                around(&document.text, pair[0].0.0, pair[1].0.1)
                            );
                        }
                    }
                    _ => counts[2] += 1,
                }
            }
        }
        let mut seen: BTreeSet<&String> = BTreeSet::new();
        for (spot, entity) in &gold {
            if !seen.insert(entity) {
                let word = document.text[spot.0..spot.1].to_lowercase();
                let kind = match word.as_str() {
                    "he" | "him" | "his" | "she" | "her" => "he/she",
                    "they" | "them" | "their" => "they",
                    "it" | "its" => "it",
                    _ => continue,
                };
                let counts = recall.entry(kind).or_default();
                counts[0] += 1;
                counts[1] += usize::from(joined.contains(spot));
            }
        }
    }
    for (kind, [right, wrong, unknown]) in by_kind {
        let judged = (right + wrong).max(1);
        println!(
            "links to {kind:8} precision {:.1} ({right} right, {wrong} wrong, {unknown} not annotated)",
            100.0 * right as f64 / judged as f64
        );
    }
    for (kind, [all, found]) in recall {
        println!(
            "{kind:8} with an antecedent {all}, joined rightly {found} ({:.1} %)",
            100.0 * found as f64 / all.max(1) as f64
        );
    }
    Ok(())
}

fn kind(token: &ascribe_model::Token) -> &'static str {
    match token.upos.name() {
        "PRON"
            if matches!(token.text.to_lowercase().as_str(), "who" | "which" | "that" | "whose" | "whom") =>
        {
            "relative"
        }
        "PRON" => match token.text.to_lowercase().as_str() {
            "it" | "its" => "it",
            "they" | "them" | "their" => "they",
            _ => "he/she",
        },
        "PROPN" => "name",
        _ => "noun",
    }
}

fn around(text: &str, start: usize, end: usize) -> String {
    let from = (start.saturating_sub(40)..=start)
        .rev()
        .find(|&n| text.is_char_boundary(n) && start - n >= 30)
        .unwrap_or(start);
    text.get(from..end).unwrap_or("").chars().take(300).collect::<String>().replace('\n', " / ")
}

/// Span of the head word of each annotated mention → its entity.
fn entities(document: &Document) -> BTreeMap<Spot, String> {
    let mut found = BTreeMap::new();
    let words: Vec<&conllu::GoldWord> = document.sentences.iter().flat_map(|s| &s.words).collect();
    let mut opened: BTreeMap<String, Vec<()>> = BTreeMap::new();
    for (n, word) in words.iter().enumerate() {
        let Some(value) = word.misc.split('|').find_map(|v| v.strip_prefix("Entity=")) else { continue };
        for part in value.split_inclusive(['(', ')']).flat_map(|p| p.split('(')).filter(|p| !p.is_empty()) {
            let closed = part.ends_with(')');
            let fields: Vec<&str> = part.trim_end_matches(')').split('-').collect();
            if fields.len() < 3 {
                continue;
            }
            let id = fields[0].to_owned();
            if !closed {
                opened.entry(id.clone()).or_default().push(());
            }
            let head = fields
                .iter()
                .skip(3)
                .find(|f| !f.is_empty() && f.chars().all(|c| c.is_ascii_digit() || c == ','));
            let offset: usize =
                head.and_then(|f| f.split(',').next()).and_then(|f| f.parse().ok()).unwrap_or(1);
            if let Some(word) = words.get(n + offset.saturating_sub(1)) {
                found.insert((word.span.start, word.span.end), id);
            }
        }
    }
    found
}
