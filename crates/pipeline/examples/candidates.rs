//! Prints what may be a claim before it is weighed, with its signs: one JSON line a report, for
//! `training/weigh.py`.
//!
//! `cargo run --release -p ascribe-pipeline --example candidates -- PATH… > candidates.jsonl`

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_pipeline::Resources;
use std::path::PathBuf;

fn main() {
    let resources = Resources::builtin().expect("the built-in resources");
    let paths: Vec<PathBuf> = std::env::args().skip(1).map(PathBuf::from).collect();
    let (paths, _) = ascribe_reading::collect_paths(&paths);
    for path in paths {
        ascribe_reading::read_path(&path, &mut |outcome| {
            let Ok(report) = outcome else { return };
            let candidates: Vec<_> = resources
                .steps(&report)
                .candidates
                .into_iter()
                .map(|c| serde_json::json!({ "claim": c.claim, "signs": c.signs }))
                .collect();
            println!("{}", serde_json::json!({ "id": report.id, "candidates": candidates }));
        });
    }
}
