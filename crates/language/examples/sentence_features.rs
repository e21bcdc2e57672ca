//! Prints what `training/sentences.py` learns from: a line for each place of the treebanks where a sentence
//! may begin, with 1 where one does, and its features, all separated by tabs.
//!
//!     cargo run --release -p ascribe-language --example sentence_features -- FILE.conllu…
#![allow(clippy::print_stdout)]

use ascribe_language::{conllu, text};
use std::collections::BTreeSet;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    for path in std::env::args().skip(1) {
        for document in conllu::read(&std::fs::read_to_string(path)?) {
            let starts: BTreeSet<usize> = document.sentences.iter().map(|s| s.span.start).collect();
            let begins = |word: text::Word| starts.contains(&word.span.start);
            for (word, features) in text::open_boundaries(&document.text, begins) {
                println!("{}\t{}", u8::from(begins(word)), features.join("\t"));
            }
        }
    }
    Ok(())
}
