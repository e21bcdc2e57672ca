//! Speed, load time and memory of the language crate on one text, with one worker and with two.
//!
//!     cargo bench -p ascribe-language [-- --text FILE] [-- --dump BATCHES.json]
//!
//! `--dump` writes the encoded batches for `benches/language_onnxruntime.py`, which runs the same
//! model file on them in ONNX Runtime.
#![allow(clippy::print_stdout)]

use ascribe_language::LanguageModel;
use ascribe_model::{Passage, PassageKind, Report, Span};
use std::time::Instant;

/// Reports of our own writing; repeated until there is enough to time.
const TEXT: &str = "\
Fierce clashes broke out on Thursday between government forces and rebels near the towns of Argan and Beit Salma, \
a monitoring group said. At least 14 soldiers and six civilians were killed in the fighting, according to medics at \
the town's only hospital. The army denied the figures. \"These claims are baseless,\" said a spokesman, Col. Ivan \
Markov, who added that his troops had retaken the hill. They insist that over 20 militants were neutralised.

Gunmen on motorcycles opened fire on worshippers outside a mosque in the northern city of Karu late on Friday, \
police said. The attack, which left 11 people dead, has not been claimed. Witnesses said that the attackers fled \
towards the border before security forces arrived. It was the third such incident in the province this month.

The Interior Ministry announced that a car bomb had exploded at a checkpoint on the road between Argan and the \
capital. The ministry blamed the National Liberation Front (NLF), but the NLF said that it had no fighters in the area.";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    let option = |name: &str| arguments.iter().position(|a| a == name).and_then(|n| arguments.get(n + 1));
    let begun = Instant::now();
    let model = match LanguageModel::builtin() {
        Ok(model) => model,
        Err(error) => return println!("{error}"),
    };
    let loaded = begun.elapsed();
    let text = option("--text")
        .and_then(|path| std::fs::read_to_string(path).ok())
        .unwrap_or_else(|| TEXT.to_owned());
    let reports: Vec<Report> = (0..12).map(|n| report(&format!("{text}\n\nItem {n}."))).collect();
    if let Some(path) = option("--dump") {
        let batches: Vec<_> = reports.iter().flat_map(|r| model.encoded_batches(&r.text)).collect();
        let written = serde_json::to_vec(&batches).map(|json| std::fs::write(path, json));
        return println!("{} batches: {written:?}", batches.len());
    }
    let words: usize =
        model.analyse_many(&reports, 1).iter().flat_map(|a| &a.sentences).map(|s| s.tokens.len()).sum();
    println!("load {:.0} ms, {words} words", loaded.as_secs_f64() * 1e3);
    let mut one = 0.0;
    for workers in [1, 2] {
        let best = (0..5).map(|_| time(&model, &reports, workers)).fold(f64::INFINITY, f64::min);
        let speed = words as f64 / best;
        one = if workers == 1 { speed } else { one };
        println!("{workers} worker(s): {speed:.0} words a second, {:.2} times one", speed / one);
    }
    println!("peak memory {} MB", peak_megabytes().map_or_else(|| "?".to_owned(), |n| n.to_string()));
}

fn time(model: &LanguageModel, reports: &[Report], workers: usize) -> f64 {
    let begun = Instant::now();
    let done = model.analyse_many(reports, workers);
    std::hint::black_box(done);
    begun.elapsed().as_secs_f64()
}

fn report(text: &str) -> Report {
    let mut report = Report { language: "en".to_owned(), text: text.to_owned(), ..Report::default() };
    let mut start = 0;
    for paragraph in text.split_inclusive("\n\n") {
        let span = Span::new(start, start + paragraph.trim_end().len());
        report.passages.push(Passage { kind: PassageKind::Body, span, author: None });
        start += paragraph.len();
    }
    report
}

/// The most memory that this process has held, where the system tells.
fn peak_megabytes() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|l| l.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kilobytes| kilobytes / 1024)
}
