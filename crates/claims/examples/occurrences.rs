//! Prints the occurrences of reports, one JSON line each, or checks the rules' own examples.
//!
//! `cargo run --release -p ascribe-claims --example occurrences -- PATH… [--data FOLDER] [--cache FOLDER]`
//! `cargo run --release -p ascribe-claims --example occurrences -- --examples [--data FOLDER]`
//! `cargo run --release -p ascribe-claims --example occurrences -- --text "A sentence." [--rule ID]`
//!
//! `--data` lays a folder over the built-in data files, so that rules can be tried without a build.
//! `--cache` keeps analyses between runs.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_claims::{Occurrence, check_rule_examples, explain_rule, find_mentions};
use ascribe_codebook::{DataFiles, RuleSet};
use ascribe_grounding::actors::{ActorDictionary, ground_actors};
use ascribe_grounding::counts::ground_counts;
use ascribe_grounding::times::ground_times;
use ascribe_language::LanguageModel;
use ascribe_model::{Analysis, Grounding, Passage, PassageKind, Report, Span};
use std::path::{Path, PathBuf};

#[derive(Default)]
struct Options {
    paths: Vec<PathBuf>,
    data: Option<PathBuf>,
    cache: Option<PathBuf>,
    examples: bool,
    text: Option<String>,
    rule: Option<String>,
}

fn main() {
    let options = options();
    let mut data = DataFiles::builtin();
    if let Some(folder) = &options.data {
        data.overlay(folder).expect("a readable folder");
    }
    let (rules, errors) = RuleSet::load_leniently(&data);
    errors.iter().for_each(|error| eprintln!("{error}"));
    let model = LanguageModel::builtin().expect("the model in the binary");
    if options.examples {
        let (total, failures) = check_rule_examples(&rules, &model);
        for f in &failures {
            println!("{}:{}: {}: {} in \"{}\"", f.file, f.line, f.rule, f.problem, f.text);
        }
        println!("{} of {total} examples fail", failures.len());
        return;
    }
    let actors = ActorDictionary::load(&data).expect("actors");
    let run = |report: &Report, analysis: &Analysis| {
        let grounding = Grounding {
            actors: ground_actors(report, analysis, &actors),
            times: ground_times(report, analysis),
            counts: ground_counts(analysis),
            ..Grounding::default()
        };
        if let Some(rule) = &options.rule {
            for (sentence, told) in explain_rule(rule, analysis, &grounding, &rules) {
                println!("sentence {sentence}: {}", told.steps.join("\n    "));
            }
        }
        let start = std::time::Instant::now();
        let occurrences = find_mentions(report, analysis, &grounding, &rules);
        let micros = start.elapsed().as_micros();
        for occurrence in &occurrences {
            println!("{}", line(report, analysis, occurrence));
        }
        micros
    };
    if let Some(text) = &options.text {
        let passage = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
        let report = Report { text: text.clone(), passages: vec![passage], ..Report::default() };
        let analysis = model.analyse(&report);
        for sentence in &analysis.sentences {
            let mut out = String::new();
            ascribe_language::conllu::write(sentence, text, &mut out);
            eprintln!("{out}");
        }
        run(&report, &analysis);
        return;
    }
    let (mut parse, mut match_time) = (0, 0);
    let (paths, _) = ascribe_reading::collect_paths(&options.paths);
    for path in paths {
        ascribe_reading::read_path(&path, &mut |outcome| {
            if let Ok(report) = outcome {
                let start = std::time::Instant::now();
                let analysis = analyse(&model, &report, options.cache.as_deref());
                parse += start.elapsed().as_micros();
                match_time += run(&report, &analysis);
            }
        });
    }
    eprintln!("analysis {} ms, rules {} ms", parse / 1000, match_time / 1000);
}

fn options() -> Options {
    let mut options = Options::default();
    let mut rest = std::env::args().skip(1);
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--data" => options.data = rest.next().map(PathBuf::from),
            "--cache" => options.cache = rest.next().map(PathBuf::from),
            "--examples" => options.examples = true,
            "--text" => options.text = rest.next(),
            "--rule" => options.rule = rest.next(),
            _ => options.paths.push(PathBuf::from(word)),
        }
    }
    options
}

fn analyse(model: &LanguageModel, report: &Report, cache: Option<&Path>) -> Analysis {
    let at = cache.map(|folder| folder.join(format!("{}.json", report.id)));
    if let Some(found) = at.as_ref().and_then(|p| std::fs::read(p).ok()) {
        return serde_json::from_slice(&found).expect("a cached analysis");
    }
    let analysis = model.analyse(report);
    if let Some(at) = at {
        std::fs::write(at, serde_json::to_vec(&analysis).expect("serialisable")).expect("a writable cache");
    }
    analysis
}

fn line(report: &Report, analysis: &Analysis, occurrence: &Occurrence) -> serde_json::Value {
    let sentence = &analysis.sentences[occurrence.sentence];
    let roles: Vec<String> = occurrence
        .roles
        .iter()
        .map(|fill| format!("{}: {}", fill.role, report.words(sentence.span_of(fill.tokens))))
        .collect();
    serde_json::json!({
        "report": report.id,
        "type": occurrence.kind,
        "trigger": report.words(sentence.span_of(occurrence.trigger)),
        "roles": roles,
        "means": occurrence.means,
        "rule": occurrence.rule,
        "passing": occurrence.passing,
        "bare_harm": occurrence.bare_harm,
        "aggregate": occurrence.aggregate,
        "sentence": report.words(sentence.span),
    })
}
