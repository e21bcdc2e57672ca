//! Compares sources, status, stance and aggregate with gold claims, at the gold triggers.
//!
//! `cargo run --release -p ascribe-claims --example attribution_eval -- GOLD REPORTS [--held] [--misses FIELD]
//! [--explain REPORT]`
//!
//! REPORTS is a JSON Lines file or a folder of reports. Without `--held` the development part is scored; a third of
//! the reports, those whose name has a CRC-32 divisible by 3, is kept aside and only ever scored.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_claims::attribution::{AttributionLists, Attributions};
use ascribe_claims::modality::{ModalityLists, modality_of_kind};
use ascribe_codebook::DataFiles;
use ascribe_evaluation::{name_words, same_source};
use ascribe_language::LanguageModel;
use ascribe_model::{Analysis, Grounding, Report, Span};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

fn main() {
    let mut options = Options::default();
    let mut rest = std::env::args().skip(1);
    while let Some(word) = rest.next() {
        match word.as_str() {
            "--held" => options.held = true,
            "--misses" => options.misses = rest.next().unwrap_or_default(),
            "--explain" => options.explain = rest.next().unwrap_or_default(),
            "--data" => options.data = rest.next().map(PathBuf::from),
            "--unread" => options.unread = rest.next().unwrap_or_default(),
            "--text" => options.text = rest.next().unwrap_or_default(),
            _ => options.paths.push(PathBuf::from(word)),
        }
    }
    if !options.unread.is_empty() {
        return unread(Path::new(&options.unread), &options);
    }
    if !options.text.is_empty() {
        return one_text(&options.text, &options);
    }
    let [gold, reports] = options.paths.as_slice() else {
        eprintln!("attribution_eval GOLD REPORTS [--held] [--misses FIELD] [--explain REPORT]");
        std::process::exit(2);
    };
    let reports = read_reports(reports);
    let model = LanguageModel::builtin().expect("the model in the binary");
    let data = options.files();
    let lists = AttributionLists::load(&data).unwrap_or_else(|e| panic!("{}", e[0]));
    let modality = ModalityLists::load(&data).unwrap_or_else(|e| panic!("{}", e[0]));
    let mut tally = Tally::default();
    let mut names: Vec<PathBuf> =
        std::fs::read_dir(gold).expect("a folder of gold files").flatten().map(|e| e.path()).collect();
    names.sort();
    for path in names {
        let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        if crc32(stem.as_bytes()).is_multiple_of(3) != options.held {
            continue;
        }
        let Some(report) = reports.get(&stem) else { continue };
        let analysis = model.analyse(report);
        let grounding = Grounding::default();
        let attributions = Attributions::find(report, &analysis, &grounding, &lists);
        if options.explain == stem {
            explain(report, &analysis, &attributions);
        }
        let gold: Value = serde_json::from_slice(&std::fs::read(&path).expect("readable")).expect("JSON");
        for claim in gold["claims"].as_array().into_iter().flatten() {
            tally.claims += 1;
            let Some((sentence, token)) = locate(report, &analysis, claim) else {
                tally.lost += 1;
                if options.misses == "lost" {
                    println!("{stem} lost [{}] {}", text(&claim["trigger"]), text(&claim["quote"]));
                }
                continue;
            };
            let told = attributions.of(sentence, token);
            let names: Vec<String> =
                told.map(|a| a.sources.iter().map(|s| s.name.clone()).collect()).unwrap_or_default();
            let found = modality_of_kind(
                report,
                &analysis,
                &attributions,
                sentence,
                token,
                text(&claim["type"]),
                &modality,
            );
            let gold_names: Vec<String> = claim["sources"]
                .as_array()
                .into_iter()
                .flatten()
                .map(|s| text(&s["name"]).to_owned())
                .collect();
            let status = format!("{:?}", found.status).to_lowercase();
            let stance = format!("{:?}", found.stance).to_lowercase();
            let results = [
                ("source", same_source(&gold_names, &names), format!("{gold_names:?}"), format!("{names:?}")),
                (
                    "status",
                    text(&claim["status"]) == status,
                    text(&claim["status"]).into(),
                    format!("{status} by {}", found.rule),
                ),
                (
                    "stance",
                    claim["stance"].as_str().unwrap_or("reported") == stance,
                    text(&claim["stance"]).into(),
                    stance,
                ),
                (
                    "aggregate",
                    claim["aggregate"].as_bool().unwrap_or(false) == found.aggregate,
                    claim["aggregate"].to_string(),
                    found.aggregate.to_string(),
                ),
                ("attributed", gold_names.is_empty() == names.is_empty(), String::new(), String::new()),
            ];
            let kind = match (gold_names.is_empty(), names.is_empty()) {
                _ if results[0].1 => "",
                (true, false) => "source: report's own voice taken for somebody's",
                (false, true) => "source: missed",
                _ => "source: another name",
            };
            if kind == "source: missed" {
                *tally
                    .missed
                    .entry(why_missed(report, &analysis, &attributions, sentence, &gold_names))
                    .or_default() += 1;
            }
            if !kind.is_empty() {
                *tally.kinds.entry(kind).or_default() += 1;
                let report = tally.by_report.entry(stem.clone()).or_default();
                *report += 1;
            }
            for (field, right, wanted, got) in results {
                tally.add(field, right);
                if !right && options.misses == field {
                    let rule = told.map(|a| a.rule.as_str()).unwrap_or("");
                    println!(
                        "{stem} {} [{}] gold {wanted} got {got} {}",
                        text(&claim["type"]),
                        text(&claim["trigger"]),
                        if field == "source" { rule } else { "" }
                    );
                    println!("     {}", report.words(analysis.sentences[sentence].span).replace('\n', " "));
                }
            }
        }
    }
    tally.print();
}

/// Where the gold source stands from the claim, and whether anything in that sentence was read: figures only, so
/// that the part kept aside stays unread.
fn why_missed(
    report: &Report,
    analysis: &Analysis,
    attributions: &Attributions,
    sentence: usize,
    names: &[String],
) -> String {
    let wanted = name_words(names.first().map(String::as_str));
    if wanted.iter().any(|w| w == "unspecified") {
        return "unspecified".to_owned();
    }
    let holds = |s: usize| {
        let here = name_words(Some(report.words(analysis.sentences[s].span)));
        wanted.last().is_some_and(|w| here.contains(w))
    };
    let near = (0..analysis.sentences.len()).filter(|&s| holds(s)).min_by_key(|&s| s.abs_diff(sentence));
    let Some(near) = near else { return "named nowhere".to_owned() };
    let read = attributions.all().iter().any(|a| a.attribution.cue_sentence == near);
    let apart = near as i64 - sentence as i64;
    let apart = if apart.abs() > 4 { "far".to_owned() } else { format!("{apart:+}") };
    format!("source {apart} sentences away, that sentence {}", if read { "read" } else { "not read" })
}

/// Lists sentences that hold a word of telling and no attribution: where the readers may be blind.
fn unread(path: &Path, options: &Options) {
    const TELLS: [&str; 28] = [
        "said",
        "says",
        "say",
        "according",
        "reported",
        "reports",
        "claimed",
        "claims",
        "stated",
        "told",
        "announced",
        "added",
        "denied",
        "confirmed",
        "accused",
        "blamed",
        "insist",
        "alleged",
        "allegedly",
        "reportedly",
        "noted",
        "quoted",
        "citing",
        "statement",
        "admitted",
        "acknowledged",
        "revealed",
        "believed",
    ];
    let model = LanguageModel::builtin().expect("the model in the binary");
    let lists = AttributionLists::load(&options.files()).unwrap_or_else(|e| panic!("{}", e[0]));
    let (mut with, mut without) = (0, 0);
    for (name, report) in read_reports(path) {
        let analysis = model.analyse(&report);
        let found = Attributions::find(&report, &analysis, &Grounding::default(), &lists);
        for (s, sentence) in analysis.sentences.iter().enumerate() {
            let tells = sentence.tokens.iter().any(|t| TELLS.contains(&t.text.to_lowercase().as_str()));
            if !tells {
                continue;
            }
            let cues: Vec<_> = found.all().iter().filter(|a| a.attribution.cue_sentence == s).collect();
            with += usize::from(!cues.is_empty());
            without += usize::from(cues.is_empty());
            let mark = if cues.is_empty() { "NONE" } else { "some" };
            println!("{mark} {name}:{s} {}", report.words(sentence.span).replace('\n', " "));
            for one in cues {
                let names: Vec<&str> = one.attribution.sources.iter().map(|s| s.name.as_str()).collect();
                let words: Vec<&str> = one
                    .content
                    .iter()
                    .flat_map(|(at, t)| t.iter().map(|&t| analysis.sentences[*at].tokens[t].text.as_str()))
                    .collect();
                println!(
                    "        {names:?} <{}> {} | {}",
                    report.words(one.attribution.cue),
                    one.attribution.rule.split(' ').next().unwrap_or(""),
                    words.join(" ")
                );
            }
        }
    }
    println!("sentences with a word of telling: {with} read, {without} not");
}

/// Explains one text given on the command line.
fn one_text(text: &str, options: &Options) {
    let model = LanguageModel::builtin().expect("the model in the binary");
    let lists = AttributionLists::load(&options.files()).unwrap_or_else(|e| panic!("{}", e[0]));
    let span = Span::new(0, text.len());
    let body = ascribe_model::Passage { kind: ascribe_model::PassageKind::Body, span, author: None };
    let report =
        Report { text: text.to_owned(), language: "en".into(), passages: vec![body], ..Report::default() };
    let analysis = model.analyse(&report);
    explain(&report, &analysis, &Attributions::find(&report, &analysis, &Grounding::default(), &lists));
}

#[derive(Default)]
struct Options {
    paths: Vec<PathBuf>,
    held: bool,
    misses: String,
    explain: String,
    text: String,
    unread: String,
    data: Option<PathBuf>,
}

impl Options {
    /// The built-in data with the folder of `--data` laid over it.
    fn files(&self) -> DataFiles {
        let mut files = DataFiles::builtin();
        if let Some(folder) = &self.data {
            files.overlay(folder).unwrap_or_else(|e| panic!("{e}"));
        }
        files
    }
}

#[derive(Default)]
struct Tally {
    claims: usize,
    lost: usize,
    fields: BTreeMap<&'static str, (usize, usize)>,
    kinds: BTreeMap<&'static str, usize>,
    by_report: BTreeMap<String, usize>,
    missed: BTreeMap<String, usize>,
}

impl Tally {
    fn add(&mut self, field: &'static str, right: bool) {
        let row = self.fields.entry(field).or_default();
        row.0 += usize::from(right);
        row.1 += 1;
    }

    fn print(&self) {
        println!("claims {} of which the trigger was not found {}", self.claims, self.lost);
        for (field, (right, all)) in &self.fields {
            println!("{field:12} {:.3} ({right}/{all})", *right as f64 / (*all).max(1) as f64);
        }
        for (kind, n) in &self.kinds {
            println!("{kind}: {n}");
        }
        for (why, n) in &self.missed {
            println!("missed: {why}: {n}");
        }
        let mut most: Vec<_> = self.by_report.iter().collect();
        most.sort_by_key(|(name, n)| (std::cmp::Reverse(**n), (*name).clone()));
        println!("source wrong by report: {:?}", &most[..most.len().min(12)]);
    }
}

fn text(value: &Value) -> &str {
    value.as_str().unwrap_or("")
}

fn read_reports(path: &Path) -> BTreeMap<String, Report> {
    let mut all = BTreeMap::new();
    let (paths, _) = ascribe_reading::collect_paths(&[path.to_path_buf()]);
    for path in paths {
        ascribe_reading::read_path(&path, &mut |outcome| {
            if let Ok(report) = outcome {
                all.insert(report.id.clone(), report);
            }
        });
    }
    all
}

/// The head token of a claim's trigger.
fn locate(report: &Report, analysis: &Analysis, claim: &Value) -> Option<(usize, usize)> {
    let quote = find(&report.text, text(&claim["quote"]), 0)?;
    let trigger = text(&claim["trigger"]);
    let at = find(&report.text[..quote.end], trigger, quote.start)
        .or_else(|| find(&report.text, trigger, quote.start))?;
    for (s, sentence) in analysis.sentences.iter().enumerate() {
        let inside: Vec<usize> =
            (0..sentence.tokens.len()).filter(|&t| sentence.tokens[t].span.overlaps(at)).collect();
        let top = inside.iter().find(|&&t| sentence.tokens[t].head.is_none_or(|h| !inside.contains(&h)));
        if let Some(&top) = top {
            return Some((s, top));
        }
    }
    None
}

/// Finds words in a text; white space, link marks and addresses on either side do not count.
fn find(text: &str, words: &str, from: usize) -> Option<Span> {
    let (reduced, offsets) = plain(text);
    let (wanted, _) = plain(words);
    let wanted = wanted.trim();
    let start = offsets.partition_point(|&o| o < from);
    let at = start + reduced.get(start..)?.find(wanted)?;
    if wanted.is_empty() {
        return None;
    }
    Some(Span::new(offsets[at], offsets[at + wanted.len() - 1] + 1))
}

/// The text without link marks, addresses and doubled blanks, in single bytes, with the offset of each.
fn plain(text: &str) -> (String, Vec<usize>) {
    let mut out = String::new();
    let mut offsets = Vec::new();
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        if at < skip_to || matches!(c, '[' | '*') {
            continue;
        }
        if c == ']' {
            if let Some(close) = text[at..].strip_prefix("](").and_then(close_of) {
                skip_to = at + 2 + close + 1;
            }
            continue;
        }
        let c = if c.is_whitespace() {
            ' '
        } else if c.is_ascii() {
            c
        } else {
            '?'
        };
        if c == ' ' && out.ends_with(' ') {
            continue;
        }
        out.push(c);
        offsets.push(at);
    }
    (out, offsets)
}

/// The bracket that closes a link's address.
fn close_of(rest: &str) -> Option<usize> {
    let mut depth = 1;
    for (at, c) in rest.char_indices() {
        depth += match c {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        if depth == 0 {
            return Some(at);
        }
    }
    None
}

fn explain(report: &Report, analysis: &Analysis, attributions: &Attributions) {
    for (s, sentence) in analysis.sentences.iter().enumerate() {
        println!("{s}: {}", report.words(sentence.span).replace('\n', " "));
        for one in attributions.all().iter().filter(|a| a.attribution.cue_sentence == s) {
            let names: Vec<&str> = one.attribution.sources.iter().map(|s| s.name.as_str()).collect();
            println!("   {names:?} <{}> {}", report.words(one.attribution.cue), one.attribution.rule);
            for (at, tokens) in &one.content {
                let words: Vec<&str> =
                    tokens.iter().map(|&t| analysis.sentences[*at].tokens[t].text.as_str()).collect();
                println!("       {at}: {}", words.join(" "));
            }
        }
        if std::env::var_os("TREE").is_some() {
            for (i, t) in sentence.tokens.iter().enumerate() {
                println!(
                    "      {i:3} {:16} {:12} {:5?} {:3} {:12} {}",
                    t.text,
                    t.lemma,
                    t.upos,
                    t.head.map_or(-1, |h| h as i64),
                    t.deprel,
                    t.feats
                );
            }
            for m in &sentence.mentions {
                println!("      {:?} {} {}", m.label, m.named, report.words(sentence.span_of(m.tokens)));
            }
        }
    }
}

fn crc32(bytes: &[u8]) -> u32 {
    let mut crc = u32::MAX;
    for &byte in bytes {
        crc ^= u32::from(byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ (0xEDB8_8320 & (crc & 1).wrapping_neg());
        }
    }
    !crc
}
