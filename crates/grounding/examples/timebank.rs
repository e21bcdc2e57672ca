//! Measures times on TimeML files: `timebank FOLDER [--part dev|test|all] [--misses] [--cache FOLDER] [--json FILE]`.
//!
//! A found time is right in extent where its characters are those of a TIMEX3 (strict) or share some with
//! one (relaxed); values are compared on the times that share characters. Files are split by the CRC-32 of
//! their names into two thirds to look at (`dev`) and one third kept aside (`test`). `--json` writes the
//! texts with what is annotated and what was found, for other tools to be measured on the same input.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_grounding::ground_times;
use ascribe_language::LanguageModel;
use ascribe_model::{Analysis, Metadata, Passage, PassageKind, Report, Span};
use regex::Regex;
use serde_json::json;
use std::path::{Path, PathBuf};

type Failure = Box<dyn std::error::Error>;

struct Timex {
    span: Span,
    value: String,
}

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [folder, options @ ..] = arguments.as_slice() else {
        return Err(
            "usage: timebank FOLDER [--part dev|test|all] [--misses] [--cache FOLDER] [--json FILE]".into()
        );
    };
    let option = |name: &str| options.iter().position(|o| o == name).and_then(|i| options.get(i + 1));
    let part = option("--part").map_or("all", String::as_str);
    let cache = option("--cache").map(PathBuf::from);
    let misses = options.iter().any(|o| o == "--misses");
    let mut language = None;
    let mut tally = Tally::default();
    let mut documents = Vec::new();
    let mut files: Vec<_> = std::fs::read_dir(folder)?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    for file in files {
        let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
        if part != "all" && crc32(stem.as_bytes()).is_multiple_of(3) == (part == "dev") {
            continue;
        }
        let Some((report, gold)) = document(&std::fs::read_to_string(&file)?)? else { continue };
        let analysis = analysis(&report, &stem, cache.as_deref(), &mut language)?;
        let found: Vec<Timex> = ground_times(&report, &analysis)
            .iter()
            .map(|t| Timex { span: analysis.sentences[t.sentence].span_of(t.tokens), value: t.value.clone() })
            .collect();
        if misses {
            println!("## {stem} {:?}", report.metadata.published);
        }
        tally.document(&report, &gold, &found, misses);
        let list = |all: &[Timex]| -> Vec<_> {
            all.iter().map(|t| json!({"text": report.words(t.span), "start": t.span.start, "end": t.span.end, "value": t.value})).collect()
        };
        documents.push(json!({
            "id": stem, "date": report.metadata.published, "text": report.text, "gold": list(&gold), "found": list(&found),
        }));
    }
    tally.print(part);
    if let Some(file) = option("--json") {
        std::fs::write(file, serde_json::to_string(&documents)?)?;
    }
    Ok(())
}

/// The text with its times; `None` for a file without a date of its own.
fn document(xml: &str) -> Result<Option<(Report, Vec<Timex>)>, Failure> {
    let created = Regex::new(r#"<DCT><TIMEX3[^>]*value="(\d{4}-\d{2}-\d{2})"#)?;
    let Some(date) = created.captures(xml) else { return Ok(None) };
    let body = xml.split("<TEXT>").nth(1).and_then(|t| t.split("</TEXT>").next()).unwrap_or("");
    let tag = Regex::new(r"<[^>]*>|&amp;|&lt;|&gt;|&quot;|&apos;")?;
    let value = Regex::new(r#"value="([^"]*)""#)?;
    let mut text = String::new();
    let mut gold = Vec::new();
    let mut open: Option<(usize, String)> = None;
    let mut at = 0;
    for mark in tag.find_iter(body) {
        text.push_str(&body[at..mark.start()]);
        at = mark.end();
        match mark.as_str() {
            "&amp;" => text.push('&'),
            "&lt;" => text.push('<'),
            "&gt;" => text.push('>'),
            "&quot;" => text.push('"'),
            "&apos;" => text.push('\''),
            "</TIMEX3>" => {
                if let Some((start, value)) = open.take() {
                    gold.push(Timex { span: Span::new(start, text.len()), value });
                }
            }
            tag if tag.starts_with("<TIMEX3") => {
                let value = value.captures(tag).map_or(String::new(), |c| c[1].to_owned());
                open = Some((text.len(), value));
            }
            _ => {}
        }
    }
    text.push_str(&body[at..]);
    let mut report = Report { passages: paragraphs(&text), text, ..Report::default() };
    report.metadata = Metadata { published: Some(date[1].parse()?), ..Metadata::default() };
    Ok(Some((report, gold)))
}

/// Runs of text between empty lines.
fn paragraphs(text: &str) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive("\n\n") {
        let span = Span::new(start, start + part.len());
        start += part.len();
        if !part.trim().is_empty() {
            found.push(Passage { kind: PassageKind::Body, span, author: None });
        }
    }
    found
}

fn analysis(
    report: &Report,
    stem: &str,
    cache: Option<&Path>,
    language: &mut Option<LanguageModel>,
) -> Result<Analysis, Failure> {
    let file = cache.map(|c| c.join(format!("{stem}.json")));
    if let Some(text) = file.as_ref().and_then(|f| std::fs::read_to_string(f).ok()) {
        return Ok(serde_json::from_str(&text)?);
    }
    if language.is_none() {
        *language = Some(LanguageModel::builtin()?);
    }
    let analysis = language.as_ref().map(|l| l.analyse(report)).unwrap_or_default();
    if let Some(file) = file {
        std::fs::create_dir_all(file.parent().unwrap_or(Path::new(".")))?;
        std::fs::write(file, serde_json::to_string(&analysis)?)?;
    }
    Ok(analysis)
}

#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    strict: usize,
    relaxed: usize,
    values: usize,
}

impl Tally {
    fn document(&mut self, report: &Report, gold: &[Timex], found: &[Timex], misses: bool) {
        self.gold += gold.len();
        self.found += found.len();
        let mut used = vec![false; found.len()];
        for wanted in gold {
            let trimmed = report.words(wanted.span).trim();
            let hit = (0..found.len())
                .filter(|&i| !used[i] && found[i].span.overlaps(wanted.span))
                .max_by_key(|&i| {
                    let (a, b) = (found[i].span, wanted.span);
                    a.end.min(b.end) - a.start.max(b.start)
                });
            let Some(i) = hit else {
                if misses {
                    println!("  missed {trimmed:?} {}", wanted.value);
                }
                continue;
            };
            used[i] = true;
            self.relaxed += 1;
            let same = report.words(found[i].span).trim() == trimmed;
            self.strict += usize::from(same);
            let right = found[i].value == wanted.value;
            self.values += usize::from(right);
            if misses && !(same && right) {
                println!(
                    "  {trimmed:?} {} <> {:?} {}",
                    wanted.value,
                    report.words(found[i].span),
                    found[i].value
                );
            }
        }
        for (timex, _) in found.iter().zip(&used).filter(|(_, used)| !**used).filter(|_| misses) {
            let context = report.text.get(timex.span.start.saturating_sub(30)..timex.span.end).unwrap_or("");
            println!("  extra {:?} {} ({context:?})", report.words(timex.span), timex.value);
        }
    }

    fn print(&self, part: &str) {
        let f1 = |hits: usize| 2.0 * hits as f64 / (self.gold + self.found).max(1) as f64;
        println!(
            "{part}: {} annotated, {} found; span F1 strict {:.3}, relaxed {:.3}; value accuracy on shared spans {:.3}, value F1 {:.3}",
            self.gold,
            self.found,
            f1(self.strict),
            f1(self.relaxed),
            self.values as f64 / self.relaxed.max(1) as f64,
            f1(self.values),
        );
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 })
    };
    !bytes.iter().fold(!0, step)
}
