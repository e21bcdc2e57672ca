//! Pairs of reports that share text, as JSON, with the seconds it took to find them: for benches/copies.py.

use ascribe_events::{Sketches, Wording};
use ascribe_model::{Passage, PassageKind, Report, Span};
use std::io::Write;
use std::time::Instant;

fn main() -> std::io::Result<()> {
    let Some(path) = std::env::args().nth(1) else { return Ok(()) };
    let text = std::fs::read_to_string(path)?;
    let reports: Vec<Report> = text.lines().map(report).collect();
    let started = Instant::now();
    let (mut sketches, mut wordings, mut pairs) = (Sketches::default(), vec![], vec![]);
    for (n, report) in reports.iter().enumerate() {
        let wording = Wording::of(report);
        for other in sketches.meet(&wording, n) {
            let earlier: &Wording = &wordings[other];
            pairs.extend(wording.shared(earlier).map(|_| [other, n]));
        }
        wordings.push(wording);
    }
    let seconds = started.elapsed().as_secs_f64();
    writeln!(std::io::stdout(), "{}", serde_json::json!({ "pairs": pairs, "seconds": seconds }))
}

fn report(line: &str) -> Report {
    let value: serde_json::Value = serde_json::from_str(line).unwrap_or_default();
    let text = value["text"].as_str().unwrap_or_default().to_owned();
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    Report { text, passages, ..Report::default() }
}
