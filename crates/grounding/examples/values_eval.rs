//! Measures times, counts, actors and sources' sides against annotated reports:
//! `values_eval GOLD REPORTS [--part dev|test|all] [--misses] [--cache FOLDER]`.
//!
//! For each annotated value its words are looked up in the report and what was grounded there is compared:
//! times (both ends within a day; overlap), counts (both ends equal), actors (a mention of that name, and
//! its side), sources (side by wording). Analyses are kept in the cache folder as JSON. Reports are split
//! by the CRC-32 of their names: two thirds to look at (`dev`), one third kept aside (`test`).

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_evaluation::same_name;
use ascribe_grounding::actors::{ActorDictionary, Theatre, country_of, ground_actors, source_side_in};
use ascribe_grounding::{ground_counts, ground_times};
use ascribe_language::LanguageModel;
use ascribe_model::{ActorMention, Analysis, Interval, Metadata, Passage, PassageKind, Report, Span};
use jiff::civil::Date;
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [gold, reports, options @ ..] = arguments.as_slice() else {
        return Err(
            "usage: values_eval GOLD REPORTS [--part dev|test|all] [--misses] [--cache FOLDER]".into()
        );
    };
    let option = |name: &str| options.iter().position(|o| o == name).and_then(|i| options.get(i + 1));
    let part = option("--part").map_or("dev", String::as_str);
    let cache = option("--cache").map(PathBuf::from);
    let reports = read_reports(Path::new(reports))?;
    let dictionary =
        ActorDictionary::load(&ascribe_codebook::DataFiles::builtin()).map_err(|e| format!("{e:?}"))?;
    let mut language = None;
    let mut tally = Tally { misses: options.iter().any(|o| o == "--misses"), ..Tally::default() };
    let mut files: Vec<_> = std::fs::read_dir(gold)?.filter_map(|e| Some(e.ok()?.path())).collect();
    files.sort();
    for file in files {
        let stem = file.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
        if part != "all" && crc32(stem.as_bytes()).is_multiple_of(3) == (part == "dev") {
            continue;
        }
        let gold: Value = serde_json::from_str(&std::fs::read_to_string(&file)?)?;
        let Some(mut report) = reports.get(&stem).cloned() else {
            return Err(format!("no report {stem}").into());
        };
        report.metadata = metadata(&gold["report"]);
        let report = &report;
        let analysis = analysis(report, &stem, cache.as_deref(), &mut language)?;
        tally.report(&stem, &gold, report, &analysis, &dictionary);
    }
    tally.print(part);
    Ok(())
}

/// The reports by name: lines of JSON Lines files with `id` and `text`, and plain files. Paragraphs are body
/// passages; dates come with the annotation.
fn read_reports(folder: &Path) -> Result<BTreeMap<String, Report>, Failure> {
    let mut found = BTreeMap::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        let text = std::fs::read_to_string(&path)?;
        if path.extension().is_some_and(|e| e == "jsonl") {
            for line in text.lines().filter(|l| !l.trim().is_empty()) {
                let value: Value = serde_json::from_str(line)?;
                let id = value["id"].as_str().unwrap_or("").to_owned();
                found.insert(id.clone(), report(&id, value["text"].as_str().unwrap_or("")));
            }
        } else {
            let stem = path.file_stem().and_then(|s| s.to_str()).unwrap_or("").to_owned();
            found.insert(stem.clone(), report(&stem, &text));
        }
    }
    Ok(found)
}

fn metadata(gold: &Value) -> Metadata {
    let text = |key: &str| gold[key].as_str().map(str::to_owned);
    Metadata {
        title: text("title"),
        publisher: text("publisher"),
        original_publisher: text("original_publisher"),
        published: day(&gold["published"]),
        originally_published: day(&gold["originally_published"]),
        ..Metadata::default()
    }
}

fn report(id: &str, text: &str) -> Report {
    let mut passages = Vec::new();
    let mut start = 0;
    for part in text.split_inclusive("\n\n") {
        let span = Span::new(start, start + part.len());
        start += part.len();
        if !part.trim().is_empty() {
            passages.push(Passage { kind: PassageKind::Body, span, author: None });
        }
    }
    Report { id: id.to_owned(), text: text.to_owned(), passages, ..Report::default() }
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
    misses: bool,
    times: usize,
    time_found: usize,
    time_exact: usize,
    time_loose: usize,
    counts: usize,
    count_hits: usize,
    actors: usize,
    actor_found: usize,
    actor_sides: usize,
    sources: usize,
    source_sides: usize,
}

impl Tally {
    fn report(
        &mut self,
        stem: &str,
        gold: &Value,
        report: &Report,
        analysis: &Analysis,
        dictionary: &ActorDictionary,
    ) {
        let times = ground_times(report, analysis);
        let counts = ground_counts(analysis);
        let actors = ground_actors(report, analysis, dictionary);
        let theatre = Theatre::of(report, analysis, dictionary);
        let country = country_of(report, analysis, dictionary);
        if self.misses {
            println!("## {stem} {:?} {country:?}", report.metadata.anchor());
        }
        for claim in gold["claims"].as_array().into_iter().flatten() {
            let quote = locate(&report.text, claim["quote"].as_str().unwrap_or(""), 0);
            self.time(&claim["time"], report, &times, quote);
            for effect in claim["effects"].as_array().into_iter().flatten() {
                self.count(effect, report, &counts, quote);
            }
            for actor in claim["actors"].as_array().into_iter().flatten() {
                self.actor(actor, report, &actors, quote);
            }
            let at =
                analysis.sentences.iter().find(|s| quote.0 < s.span.end).map_or(usize::MAX, |s| s.passage);
            let country = theatre.at(at);
            for source in claim["sources"].as_array().into_iter().flatten() {
                let name = source["name"].as_str().unwrap_or("");
                let side = source_side_in(name, dictionary, country, report.metadata.anchor());
                self.sources += 1;
                let same = Some(side.name()) == source["side"].as_str();
                self.source_sides += usize::from(same);
                if !same && self.misses {
                    println!("  source {name}: {} not {}", side.name(), source["side"]);
                }
            }
        }
    }

    fn time(
        &mut self,
        gold: &Value,
        report: &Report,
        times: &[ascribe_model::TimeMention],
        quote: (usize, usize),
    ) {
        let Some(text) = gold["text"].as_str() else { return };
        let wanted = Interval { from: day(&gold["from"]), to: day(&gold["to"]) };
        self.times += 1;
        let at = locate_near(&report.text, text, quote);
        let best =
            times.iter().filter(|t| t.span.start < at.1 && at.0 < t.span.end).max_by_key(|t| t.span.len());
        let Some(found) = best else {
            if self.misses {
                println!("  no time: {text:?}");
            }
            return;
        };
        self.time_found += 1;
        let exact = near(found.interval.from, wanted.from) && near(found.interval.to, wanted.to);
        let loose = wanted.is_unknown() == found.interval.is_unknown() && found.interval.overlaps(&wanted);
        self.time_exact += usize::from(exact);
        self.time_loose += usize::from(loose);
        if !exact && self.misses {
            let (f, w) = (found.interval, wanted);
            println!(
                "  time {text:?}: {:?}..{:?} not {:?}..{:?} ({}; {:?})",
                f.from,
                f.to,
                w.from,
                w.to,
                found.by,
                report.words(found.span)
            );
        }
    }

    fn count(
        &mut self,
        gold: &Value,
        report: &Report,
        counts: &[ascribe_model::CountMention],
        quote: (usize, usize),
    ) {
        let wanted = (gold["min"].as_u64(), gold["max"].as_u64());
        let text = gold["text"].as_str().unwrap_or("");
        if wanted == (None, None) {
            return;
        }
        self.counts += 1;
        let at = locate_near(&report.text, text, quote);
        let here: Vec<_> = counts.iter().filter(|c| c.span.start < at.1 && at.0 < c.span.end).collect();
        let hit = here.iter().any(|c| (c.count.min, c.count.max) == wanted);
        self.count_hits += usize::from(hit);
        if !hit && self.misses {
            let found: Vec<_> =
                here.iter().map(|c| (report.words(c.span), c.count.min, c.count.max)).collect();
            println!("  count {text:?}: {found:?} not {wanted:?}");
        }
    }

    fn actor(&mut self, gold: &Value, report: &Report, actors: &[ActorMention], quote: (usize, usize)) {
        let name = gold["name"].as_str().unwrap_or("");
        self.actors += 1;
        let mut same: Vec<_> = actors.iter().filter(|a| same_name(&a.name, name)).collect();
        same.sort_by_key(|a| !(quote.0 <= a.span.start && a.span.end <= quote.1));
        let Some(found) = same.first() else {
            if self.misses {
                let here: Vec<_> =
                    actors.iter().filter(|a| quote.0 <= a.span.start && a.span.end <= quote.1).collect();
                let names: Vec<_> = here.iter().map(|a| a.name.as_str()).collect();
                println!("  no actor {name:?} in {:?}: {names:?}", report.words(Span::new(quote.0, quote.1)));
            }
            return;
        };
        self.actor_found += 1;
        let right = Some(found.side.name()) == gold["side"].as_str();
        self.actor_sides += usize::from(right);
        if !right && self.misses {
            println!(
                "  actor {name:?} ({}): {} not {} ({})",
                found.name,
                found.side.name(),
                gold["side"],
                found.by
            );
        }
    }

    fn print(&self, part: &str) {
        let rate = |a: usize, b: usize| a as f64 / b.max(1) as f64;
        println!(
            "{part}: times {} found {:.3} exact {:.3} loose {:.3}; counts {} right {:.3}; actors {} found {:.3} side of found {:.3}; sources {} side {:.3}",
            self.times,
            rate(self.time_found, self.times),
            rate(self.time_exact, self.times),
            rate(self.time_loose, self.times),
            self.counts,
            rate(self.count_hits, self.counts),
            self.actors,
            rate(self.actor_found, self.actors),
            rate(self.actor_sides, self.actor_found),
            self.sources,
            rate(self.source_sides, self.sources),
        );
    }
}

fn day(value: &Value) -> Option<Date> {
    value.as_str()?.parse().ok()
}

fn near(a: Option<Date>, b: Option<Date>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => (a - b).get_days().abs() <= 1,
        (a, b) => a == b,
    }
}

/// Where words stand in a text from an offset on, whatever the white space between them.
fn locate(text: &str, words: &str, from: usize) -> (usize, usize) {
    let words: Vec<&str> = words.split_whitespace().collect();
    let Some(first) = words.first() else { return (0, 0) };
    let mut start = from;
    while let Some(at) = text.get(start..).and_then(|t| t.find(first)) {
        let begin = start + at;
        let mut end = begin;
        let fits = words.iter().all(|w| {
            let rest = text[end..].trim_start();
            end = text.len() - rest.len();
            let ok = rest.starts_with(w);
            end += if ok { w.len() } else { 0 };
            ok
        });
        if fits {
            return (begin, end);
        }
        start = begin + first.len();
    }
    (0, 0)
}

fn locate_near(text: &str, words: &str, quote: (usize, usize)) -> (usize, usize) {
    let inside = locate(text, words, quote.0);
    if inside != (0, 0) && inside.0 < quote.1 { inside } else { locate(text, words, 0) }
}

fn crc32(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |c, _| if c & 1 == 1 { c >> 1 ^ 0xEDB8_8320 } else { c >> 1 })
    };
    !bytes.iter().fold(!0, step)
}
