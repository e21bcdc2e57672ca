//! Reads every page of a folder and prints one JSON line each: name, words of the body, seconds.
//!
//! `cargo run --release -p ascribe-reading --example html_bench -- FOLDER > pages.jsonl`; then
//! `benches/html/compare.py` scores them beside trafilatura for Python.

use ascribe_model::PassageKind;
use ascribe_reading::{Input, collect_paths, read, source_offset};
use std::io::Write;
use std::path::PathBuf;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let folders: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let (files, _) = collect_paths(&folders);
    let mut out = std::io::stdout().lock();
    for file in files {
        let bytes = std::fs::read(&file)?;
        let started = Instant::now();
        let reading = read(&Input { origin: &file.to_string_lossy(), bytes: &bytes });
        let seconds = started.elapsed().as_secs_f64();
        for report in reading.reports {
            let kept = [PassageKind::Body, PassageKind::Heading];
            let body: Vec<&str> = report
                .passages
                .iter()
                .filter(|p| kept.contains(&p.kind))
                .map(|p| report.words(p.span))
                .collect();
            let mapped: usize = report.source_map.iter().map(|run| run.len).sum();
            let first = report.body().next().map(|p| source_offset(&report, p.span.start));
            let line = serde_json::json!({
                "name": report.id, "body": body.join("\n"), "seconds": seconds, "title": report.metadata.title,
                "publisher": report.metadata.publisher, "published": report.metadata.published,
                "byline": report.metadata.byline, "original_publisher": report.metadata.original_publisher,
                "comments": report.passages.iter().filter(|p| p.kind == PassageKind::Comment).count(),
                "mapped": mapped as f64 / report.text.len().max(1) as f64, "first": first,
                "furniture": report.passages.iter().filter(|p| !kept.contains(&p.kind)).map(|p| format!("{:?}: {}", p.kind, report.words(p.span))).collect::<Vec<_>>(),
            });
            writeln!(out, "{line}")?;
        }
    }
    Ok(())
}
