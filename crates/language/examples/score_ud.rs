//! Scores the parser on treebank test files: from raw text, with gold words, and in capitals.
//!
//!     cargo run --release -p ascribe-language --example score_ud -- FOLDER-OF-CORPORA [PREPARED]
//!
//! PREPARED is the folder that `training/prepare.py` wrote; with it the mentions are scored on the
//! held-out re3d documents and on the own test sentences.
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_language::{
    LanguageModel, NounClass,
    conllu::{self, Document},
    noun_is, noun_of_people,
};
use ascribe_model::Sentence;
use std::{collections::BTreeMap, path::Path};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::args().nth(1).ok_or("usage: score_ud FOLDER-OF-CORPORA")?;
    let model = LanguageModel::builtin()?;
    for name in ["en_ewt-test.conllu", "en_gum_open-test.conllu"] {
        let documents = conllu::read(&std::fs::read_to_string(Path::new(&folder).join("ud").join(name))?);
        println!("{name}");
        println!("  gold words          {}", gold_words(&model, &documents, str::to_owned));
        println!("  gold words, CAPITALS {}", gold_words(&model, &documents, str::to_uppercase));
        println!("  raw text            {}", raw(&model, &documents));
    }
    names(&model, Path::new(&folder))?;
    if let Some(prepared) = std::env::args().nth(2) {
        for file in ["re3d_test.jsonl", "own_test.jsonl"] {
            actors(&model, &Path::new(&prepared).join(file))?;
        }
    }
    Ok(())
}

#[derive(Default)]
struct Counts {
    gold: usize,
    found: usize,
    words: usize,
    upos: usize,
    uas: usize,
    las: usize,
    lemmas: usize,
    sentences: (usize, usize, usize),
}

impl std::fmt::Display for Counts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let f1 = |n: usize| 200.0 * n as f64 / (self.gold + self.found).max(1) as f64;
        write!(
            f,
            "words {:.2} upos {:.2} uas {:.2} las {:.2} lemma {:.2}",
            f1(self.words),
            f1(self.upos),
            f1(self.uas),
            f1(self.las),
            f1(self.lemmas)
        )?;
        if self.sentences.0 > 0 {
            write!(
                f,
                " sentences {:.2}",
                200.0 * self.sentences.2 as f64 / (self.sentences.0 + self.sentences.1) as f64
            )?;
        }
        Ok(())
    }
}

/// Old names of relations in parts of the treebanks.
fn spelling(relation: &str) -> &str {
    match relation {
        "obl:npmod" | "obl:tmod" => "obl:unmarked",
        "nmod:npmod" => "nmod:unmarked",
        other => other,
    }
}

fn lemma_agrees(found: &str, gold: &str) -> bool {
    gold == "_" || found == gold
}

fn gold_words(model: &LanguageModel, documents: &[Document], case: impl Fn(&str) -> String) -> Counts {
    let mut counts = Counts::default();
    for document in documents {
        let forms: Vec<Vec<String>> =
            document.sentences.iter().map(|s| s.words.iter().map(|w| case(&w.form)).collect()).collect();
        let input: Vec<Vec<&str>> = forms.iter().map(|s| s.iter().map(String::as_str).collect()).collect();
        for (gold, found) in document.sentences.iter().zip(model.parse_words(&input)) {
            counts.gold += gold.words.len();
            counts.found += found.tokens.len();
            for (g, f) in gold.words.iter().zip(&found.tokens) {
                let head = f.head.map_or(0, |h| h + 1) == g.head;
                counts.words += 1;
                counts.upos += usize::from(g.upos == f.upos.name());
                counts.uas += usize::from(head);
                counts.las += usize::from(head && f.deprel == spelling(&g.deprel));
                counts.lemmas += usize::from(lemma_agrees(&f.lemma, &g.lemma));
            }
        }
    }
    counts
}

fn raw(model: &LanguageModel, documents: &[Document]) -> Counts {
    let mut counts = Counts::default();
    for document in documents {
        let found = model.analyse_text(&document.text).sentences;
        let mut by_span: BTreeMap<(usize, usize), (&Sentence, usize)> = BTreeMap::new();
        for sentence in &found {
            counts.found += sentence.tokens.len();
            for (n, token) in sentence.tokens.iter().enumerate() {
                by_span.insert((token.span.start, token.span.end), (sentence, n));
            }
        }
        let gold: Vec<(usize, usize)> =
            document.sentences.iter().map(|s| (s.span.start, s.span.end)).collect();
        counts.sentences.0 += gold.len();
        counts.sentences.1 += found.len();
        counts.sentences.2 += found.iter().filter(|s| gold.contains(&(s.span.start, s.span.end))).count();
        for gold in &document.sentences {
            counts.gold += gold.words.len();
            for word in &gold.words {
                let Some(&(sentence, n)) = by_span.get(&(word.span.start, word.span.end)) else { continue };
                let token = &sentence.tokens[n];
                let gold_head = word
                    .head
                    .checked_sub(1)
                    .and_then(|h| gold.words.get(h))
                    .map(|w| (w.span.start, w.span.end));
                let found_head =
                    token.head.map(|h| (sentence.tokens[h].span.start, sentence.tokens[h].span.end));
                let head = gold_head == found_head;
                counts.words += 1;
                counts.upos += usize::from(word.upos == token.upos.name());
                counts.uas += usize::from(head);
                counts.las += usize::from(head && token.deprel == spelling(&word.deprel));
                counts.lemmas += usize::from(lemma_agrees(&token.lemma, &word.lemma));
            }
        }
    }
    counts
}

/// Names of persons, organisations and places on the UNER layer of EWT test.
fn names(model: &LanguageModel, folder: &Path) -> Result<(), Box<dyn std::error::Error>> {
    let file = std::fs::read_to_string(folder.join("names/uner-ewt/en_ewt-ud-test.iob2"))?;
    let mut sentences: Vec<(Vec<&str>, Vec<&str>)> = vec![Default::default()];
    for line in file.lines() {
        if line.is_empty() {
            sentences.push(Default::default());
        } else if !line.starts_with('#') {
            let fields: Vec<&str> = line.split('\t').collect();
            if let (Some(word), Some(tag), Some(last)) = (fields.get(1), fields.get(2), sentences.last_mut())
            {
                last.0.push(word);
                last.1.push(tag);
            }
        }
    }
    let mut scores: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for chunk in sentences.chunks(200) {
        let words: Vec<Vec<&str>> = chunk.iter().map(|s| s.0.clone()).collect();
        for ((_, tags), found) in chunk.iter().zip(model.parse_words(&words)) {
            let gold = spans(tags);
            let found: Vec<(usize, usize, &str)> = found
                .mentions
                .iter()
                .filter(|m| m.named)
                // A title with a name in it holds the name: the innermost mention of a head counts.
                .filter(|m| {
                    !found.mentions.iter().any(|o| {
                        o.named
                            && o.head == m.head
                            && o.tokens.end - o.tokens.start < m.tokens.end - m.tokens.start
                    })
                })
                .filter_map(|m| {
                    let kind = match m.label {
                        ascribe_model::Label::Person => "PER",
                        ascribe_model::Label::Organisation => "ORG",
                        // A place with a built thing as its noun ("Opera House") is a place there.
                        ascribe_model::Label::Place | ascribe_model::Label::Facility => "LOC",
                        _ => return None,
                    };
                    Some((m.tokens.start, m.tokens.end, kind))
                })
                .collect();
            for kind in ["PER", "ORG", "LOC"] {
                let entry = scores.entry(kind).or_default();
                entry.0 += gold.iter().filter(|g| g.2 == kind).count();
                entry.1 += found.iter().filter(|f| f.2 == kind).count();
                entry.2 += found.iter().filter(|f| f.2 == kind && gold.contains(f)).count();
            }
        }
    }
    println!("uner-ewt test, merged mentions");
    print_scores(scores);
    Ok(())
}

/// Actors, places and weapons in the scheme of re3d. Spans are compared without their article; as in
/// re3d only the outermost of nested mentions count.
fn actors(model: &LanguageModel, path: &Path) -> Result<(), Box<dyn std::error::Error>> {
    const SAME: &[(&str, &str)] = &[("Vehicle", "Weapon"), ("Money", "Quantity")];
    let mut scores: BTreeMap<&str, (usize, usize, usize)> = BTreeMap::new();
    for line in std::fs::read_to_string(path)?.lines() {
        let record: serde_json::Value = serde_json::from_str(line)?;
        let strings = |key: &str| -> Vec<&str> {
            record
                .get(key)
                .and_then(|v| v.as_array())
                .map(|v| v.iter().filter_map(|s| s.as_str()).collect())
                .unwrap_or_default()
        };
        let (words, tags) = (strings("words"), strings("ner_actor"));
        let article = |start: usize| {
            usize::from(
                words.get(start).is_some_and(|w| matches!(w.to_lowercase().as_str(), "the" | "a" | "an")),
            )
        };
        let gold: Vec<(usize, usize, &str)> = spans(&tags)
            .into_iter()
            .map(|(start, end, kind)| {
                (start + article(start), end, SAME.iter().find(|s| s.0 == kind).map_or(kind, |s| s.1))
            })
            .collect();
        let sentence = model.parse_words(std::slice::from_ref(&words)).remove(0);
        let outermost = |m: &ascribe_model::Mention| {
            !sentence.mentions.iter().any(|o| {
                o.tokens != m.tokens && o.tokens.start <= m.tokens.start && m.tokens.end <= o.tokens.end
            })
        };
        let found: Vec<(usize, usize, &str)> = sentence
            .mentions
            .iter()
            .filter(|m| outermost(m))
            .filter_map(|m| {
                let kind = match m.label {
                    ascribe_model::Label::Person => "Person",
                    // "The commander" is an actor here and a person there.
                    ascribe_model::Label::Actor if is_one_person(&sentence, m.head) => "Person",
                    ascribe_model::Label::Organisation | ascribe_model::Label::Actor => "Actor",
                    ascribe_model::Label::Place | ascribe_model::Label::Facility => "Place",
                    ascribe_model::Label::Weapon => "Weapon",
                    ascribe_model::Label::Time => "Time",
                    ascribe_model::Label::Quantity => "Quantity",
                    _ => return None,
                };
                Some((m.tokens.start + article(m.tokens.start), m.tokens.end, kind))
            })
            .collect();
        for kind in ["Actor", "Person", "Place", "Quantity", "Time", "Weapon"] {
            let entry = scores.entry(kind).or_default();
            entry.0 += gold.iter().filter(|g| g.2 == kind).count();
            entry.1 += found.iter().filter(|f| f.2 == kind).count();
            entry.2 += found.iter().filter(|f| f.2 == kind && gold.contains(f)).count();
        }
    }
    println!("{}, merged mentions", path.file_name().unwrap_or_default().to_string_lossy());
    print_scores(scores);
    Ok(())
}

/// A noun for people in the singular, none for a body of people ("police").
fn is_one_person(sentence: &Sentence, head: usize) -> bool {
    let token = &sentence.tokens[head];
    let lemma = token.lemma.to_lowercase();
    let one = token.text.to_lowercase() == lemma && !matches!(lemma.as_str(), "people" | "police");
    one && noun_of_people(&lemma) && !noun_is(&lemma, NounClass::Organisation)
}

fn print_scores(mut scores: BTreeMap<&str, (usize, usize, usize)>) {
    let total = scores.values().fold((0, 0, 0), |a, b| (a.0 + b.0, a.1 + b.1, a.2 + b.2));
    scores.insert("all", total);
    for (kind, (gold, found, both)) in scores {
        println!(
            "  {kind} F1 {:.1} (gold {gold}, found {found}, both {both})",
            200.0 * both as f64 / (gold + found).max(1) as f64
        );
    }
}

fn spans<'a>(tags: &[&'a str]) -> Vec<(usize, usize, &'a str)> {
    let mut found: Vec<(usize, usize, &str)> = Vec::new();
    for (n, tag) in tags.iter().enumerate() {
        match (tag.split_once('-'), found.last_mut()) {
            (Some(("I", kind)), Some(last)) if last.1 == n && last.2 == kind => last.1 = n + 1,
            (Some((_, kind)), _) => found.push((n, n + 1, kind)),
            _ => {}
        }
    }
    found
}
