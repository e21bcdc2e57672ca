//! Runs the example of every row of the attribution and modality lists on real parses.
//!
//! The parser is not perfect, so a share of the rows may fail; the test prints them and holds the share.

use ascribe_claims::attribution::{AttributionLists, Attributions};
use ascribe_claims::modality::{ModalityLists, modality_of};
use ascribe_codebook::DataFiles;
use ascribe_language::LanguageModel;
use ascribe_model::{Analysis, Grounding, Passage, PassageKind, Report, Span};

struct Parsed {
    report: Report,
    analysis: Analysis,
    sentence: usize,
    token: usize,
    source: Option<String>,
}

/// Takes the marks out of an example, parses it, and finds the marked word.
fn parse(model: &LanguageModel, marked: &str) -> Option<Parsed> {
    let mut text = String::new();
    let mut stars = Vec::new();
    let mut source = None;
    let mut open = 0;
    for c in marked.chars() {
        match c {
            '*' => stars.push(text.len()),
            '[' => open = text.len(),
            ']' => source = Some(text[open..].to_owned()),
            _ => text.push(c),
        }
    }
    let word = Span::new(*stars.first()?, *stars.get(1)?);
    let body = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
    let report = Report { text, language: "en".into(), passages: vec![body], ..Report::default() };
    let analysis = model.analyse(&report);
    let (sentence, token) = analysis.sentences.iter().enumerate().find_map(|(s, sentence)| {
        sentence.tokens.iter().rposition(|t| t.span.overlaps(word)).map(|t| (s, t))
    })?;
    Some(Parsed { report, analysis, sentence, token, source })
}

fn core(name: &str) -> String {
    name.to_lowercase()
        .trim_start_matches("the ")
        .trim_start_matches("a ")
        .trim_start_matches("an ")
        .to_owned()
}

#[test]
fn attribution_examples_name_their_source() {
    let model = LanguageModel::builtin().expect("the model in the binary");
    let lists = AttributionLists::load(&DataFiles::builtin()).expect("clean lists");
    let mut failed = Vec::new();
    for example in &lists.examples {
        let parsed = parse(&model, &example.text).expect("an example with a marked word");
        let found = Attributions::find(&parsed.report, &parsed.analysis, &Grounding::default(), &lists);
        let names: Vec<String> = found
            .of(parsed.sentence, parsed.token)
            .map(|a| a.sources.iter().map(|s| s.name.clone()).collect())
            .unwrap_or_default();
        let right = match &parsed.source {
            Some(source) => names.iter().any(|n| core(n) == core(source)),
            None => !names.is_empty(),
        };
        if !right {
            failed.push(format!("{}: {} gave {names:?}", example.at, example.text));
        }
    }
    let share = failed.len() as f64 / lists.examples.len() as f64;
    assert!(
        share <= 0.05,
        "{} of {} examples failed:\n{}",
        failed.len(),
        lists.examples.len(),
        failed.join("\n")
    );
}

#[test]
fn modality_examples_give_their_value() {
    let model = LanguageModel::builtin().expect("the model in the binary");
    let attribution = AttributionLists::load(&DataFiles::builtin()).expect("clean lists");
    let lists = ModalityLists::load(&DataFiles::builtin()).expect("clean lists");
    let mut failed = Vec::new();
    for example in &lists.examples {
        let parsed = parse(&model, &example.text).expect("an example with a marked word");
        let told = Attributions::find(&parsed.report, &parsed.analysis, &Grounding::default(), &attribution);
        let found =
            modality_of(&parsed.report, &parsed.analysis, &told, parsed.sentence, parsed.token, &lists);
        let right = example.status.is_none_or(|s| s == found.status)
            && example.stance.is_none_or(|s| s == found.stance)
            && example.aggregate.is_none_or(|a| a == found.aggregate);
        if !right {
            failed.push(format!("{}: {} gave {found:?}", example.at, example.text));
        }
    }
    let share = failed.len() as f64 / lists.examples.len() as f64;
    assert!(
        share <= 0.05,
        "{} of {} examples failed:\n{}",
        failed.len(),
        lists.examples.len(),
        failed.join("\n")
    );
}
