//! The figures equal those of the codebook's scorer, on gold that was damaged in known ways.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_evaluation::{evaluate, load_folder};
use serde_json::Value;
use std::path::{Path, PathBuf};
use std::process::Command;

fn shared() -> Option<PathBuf> {
    let eval = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/eval");
    eval.join("score.py").is_file().then_some(eval)
}

/// Drops, doubles and changes claims by their position, so that every figure moves.
fn damage(claims: &[Value]) -> Vec<Value> {
    let mut out = vec![];
    for (n, claim) in claims.iter().enumerate() {
        let mut claim = claim.clone();
        match n % 7 {
            0 => continue,
            1 => claim["type"] = "attack".into(),
            2 => claim["sources"] = serde_json::json!([{"name": "police", "side": "state"}]),
            3 => claim["places"] = serde_json::json!([{"text": "Homs", "lat": 34.73, "lon": 36.71}]),
            4 => claim["time"] = serde_json::json!({"text": "on Monday", "from": "2019-04-01", "to": null}),
            5 => claim["event"] = "e1".into(),
            _ => out.push(claim.clone()),
        }
        if n % 3 == 0 {
            claim["effects"] = serde_json::json!([]);
            claim["trigger"] = "fighting".into();
        }
        out.push(claim);
    }
    out
}

#[test]
fn figures_equal_the_codebooks_scorer() {
    let Some(eval) = shared() else {
        eprintln!("skipped: the annotated reports are not beside the project");
        return;
    };
    let folder = tempfile::tempdir().expect("a temporary folder");
    for entry in std::fs::read_dir(eval.join("gold")).expect("gold").flatten() {
        let gold: Value =
            serde_json::from_str(&std::fs::read_to_string(entry.path()).expect("text")).expect("JSON");
        let claims = damage(gold["claims"].as_array().expect("claims"));
        let system = serde_json::json!({ "claims": claims });
        std::fs::write(folder.path().join(entry.file_name()), system.to_string()).expect("written");
    }
    let output = Command::new("python3")
        .args([eval.join("score.py"), eval.join("gold"), folder.path().to_owned()])
        .arg("--json")
        .output()
        .expect("python3 runs");
    let theirs: Value = serde_json::from_slice(&output.stdout).expect("JSON figures");
    let gold = load_folder(&eval.join("gold")).expect("gold");
    let ours = evaluate(&gold, &load_folder(folder.path()).expect("system")).figures;
    for (name, theirs) in theirs.as_object().expect("figures") {
        let (a, b) = (ours.get(name), theirs.as_f64().expect("a number"));
        assert!((a - b).abs() < 1e-9, "{name}: ours {a}, scorer {b}");
    }
}
