//! Prints the analysis of a text file as CoNLL-U, then the chains and how fast it went.
//!
//!     cargo run --release -p ascribe-language --example parse -- FILE [REPEATS]
#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_language::{LanguageModel, conllu};
use std::{process::ExitCode, time::Instant};

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let Some(path) = arguments.next() else {
        eprintln!("usage: parse FILE [REPEATS]");
        return ExitCode::from(2);
    };
    let repeats: usize = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(1);
    let begun = Instant::now();
    let (model, text) = match (LanguageModel::builtin(), std::fs::read(&path)) {
        (Ok(model), Ok(bytes)) => (model, String::from_utf8_lossy(&bytes).into_owned()),
        (Err(error), _) => {
            eprintln!("{error}");
            return ExitCode::FAILURE;
        }
        (_, Err(error)) => {
            eprintln!("{path}: {error}");
            return ExitCode::FAILURE;
        }
    };
    let loaded = begun.elapsed();
    let analysis = model.analyse_text(&text);
    let mut out = String::new();
    for sentence in &analysis.sentences {
        conllu::write(sentence, &text, &mut out);
    }
    for chain in &analysis.chains {
        let words: Vec<&str> = chain
            .mentions
            .iter()
            .map(|m| analysis.sentences[m.sentence].span_of(m.tokens).of(&text))
            .collect();
        out.push_str(&format!("# chain: {}\n", words.join(" = ")));
    }
    print!("{out}");
    let words: usize = analysis.sentences.iter().map(|s| s.tokens.len()).sum();
    let best = (0..repeats)
        .map(|_| {
            let begun = Instant::now();
            let _ = model.analyse_text(&text);
            begun.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min);
    eprintln!(
        "loaded in {} ms; {words} words, {:.0} words a second",
        loaded.as_millis(),
        words as f64 / best
    );
    ExitCode::SUCCESS
}
