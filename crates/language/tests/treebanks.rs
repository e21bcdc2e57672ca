//! Words and sentences against the treebanks, where their folder stands beside the project.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_language::{conllu, text};
use std::{collections::BTreeMap, path::PathBuf};

fn folder() -> Option<PathBuf> {
    let root = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../../shared/corpora/ud");
    root.is_dir().then_some(root)
}

#[derive(Default)]
struct Score {
    found: usize,
    gold: usize,
    both: usize,
}

impl Score {
    fn add(&mut self, gold: &[(usize, usize)], found: &[(usize, usize)]) {
        self.gold += gold.len();
        self.found += found.len();
        self.both += found.iter().filter(|f| gold.binary_search(f).is_ok()).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.gold + self.found).max(1) as f64
    }
}

fn measure(files: &[&str], wanted: &str) -> Option<(f64, f64)> {
    let Some(folder) = folder() else {
        println!("SKIPPED: no ../shared/corpora/ud");
        return None;
    };
    let (mut tokens, mut sentences) = (Score::default(), Score::default());
    let mut misses: BTreeMap<String, usize> = BTreeMap::new();
    for file in files {
        let content = std::fs::read_to_string(folder.join(file)).expect("the treebank can be read");
        for document in conllu::read(&content).iter().filter(|d| d.name.contains(wanted)) {
            let gold: Vec<(usize, usize)> = document
                .sentences
                .iter()
                .flat_map(|s| s.words.iter())
                .filter(|w| !w.span.is_empty())
                .map(|w| (w.span.start, w.span.end))
                .collect();
            let found = text::sentences(&document.text, |_| 1);
            let words: Vec<(usize, usize)> =
                found.iter().flatten().map(|w| (w.span.start, w.span.end)).collect();
            tokens.add(&gold, &words);
            for miss in words.iter().filter(|w| gold.binary_search(w).is_err()) {
                *misses.entry(document.text[miss.0..miss.1].to_owned()).or_default() += 1;
            }
            let gold: Vec<(usize, usize)> =
                document.sentences.iter().map(|s| (s.span.start, s.span.end)).collect();
            let found: Vec<(usize, usize)> =
                found.iter().map(|s| (s[0].span.start, s[s.len() - 1].span.end)).collect();
            sentences.add(&gold, &found);
            if std::env::var("SHOW").is_ok() {
                for f in found.iter().filter(|f| gold.binary_search(f).is_err()) {
                    println!("S: {:?}", &document.text[f.0..f.1]);
                }
            }
        }
    }
    let mut misses: Vec<_> = misses.into_iter().collect();
    misses.sort_by_key(|(w, n)| (usize::MAX - n, w.clone()));
    println!("{files:?} {wanted}: tokens {:.2} sentences {:.2}", tokens.f1(), sentences.f1());
    println!("  most frequent misses {:?}", &misses[..misses.len().min(60)]);
    Some((tokens.f1(), sentences.f1()))
}

#[test]
fn gum_news_is_cut_as_its_annotators_cut_it() {
    let files = ["en_gum_open-train.conllu", "en_gum_open-dev.conllu", "en_gum_open-test.conllu"];
    if let Some((tokens, sentences)) = measure(&files, "_news_") {
        assert!(tokens >= 99.4, "token F1 {tokens:.2}");
        assert!(sentences >= 95.0, "sentence F1 {sentences:.2}");
    }
}

#[test]
fn ewt_test_is_cut_well() {
    if let Some((tokens, sentences)) = measure(&["en_ewt-test.conllu"], "") {
        assert!(tokens >= 98.9, "token F1 {tokens:.2}");
        // E-mails and forum posts without their line breaks.
        assert!(sentences >= 86.0, "sentence F1 {sentences:.2}");
    }
}
