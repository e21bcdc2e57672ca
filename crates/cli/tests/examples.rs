//! The examples as golden tests: figures that may not fall, and no claim from what is not the report.

mod common;

use common::{Place, root};
use serde_json::Value;

#[test]
fn figures_do_not_fall() {
    let place = Place::new();
    let (gold, reports) = (root("examples/expected"), root("examples/reports"));
    let figures = place.run(&["evaluate", &gold, &reports, "--format", "json"]).ended(0).json();
    for (name, floor) in [
        ("claim_f1", 0.75),
        ("claim_recall", 0.78),
        ("source", 0.90),
        ("attributed", 0.95),
        ("event_bcubed_f1", 0.90),
        ("ledger", 0.61),
    ] {
        let figure = figures[name].as_f64().unwrap_or_else(|| panic!("no figure {name}"));
        assert!(figure >= floor, "{name} fell to {figure:.3}, under {floor}");
    }
}

/// Claims of a report, and the report.
fn extracted(place: &Place, file: &str) -> Vec<(Value, Vec<Value>)> {
    let path = root(&format!("examples/reports/{file}"));
    let lines = place.run(&["extract", &path, "--format", "jsonl"]).ended(0).out;
    let documents = lines.lines().map(|l| serde_json::from_str::<Value>(l).expect("JSON"));
    documents.map(|d| (d["report"].clone(), d["claims"].as_array().expect("claims").clone())).collect()
}

#[test]
fn readers_comments_and_furniture_claim_nothing() {
    let place = Place::new();
    for file in ["marib-roundup.txt", "damaturu-page.html"] {
        for (report, claims) in extracted(&place, file) {
            let kept = |p: &&Value| matches!(p["kind"].as_str(), Some("comment" | "furniture"));
            let passages: Vec<&Value> =
                report["passages"].as_array().expect("passages").iter().filter(kept).collect();
            assert!(!passages.is_empty(), "{file} has comments or furniture");
            assert!(!claims.is_empty(), "{file} has claims");
            let at = |v: &Value, end: &str| v["span"][end].as_u64().expect("an offset");
            for claim in &claims {
                let from =
                    |p: &&&Value| at(p, "start") < at(claim, "end") && at(claim, "start") < at(p, "end");
                let wrong = passages.iter().find(from);
                assert!(wrong.is_none(), "{file}: {} is from {wrong:?}", claim["quote"]);
            }
        }
    }
}

/// "The striker fired in two goals": sport in the words of war.
#[test]
fn a_cup_final_claims_nothing() {
    let place = Place::new();
    let reports = extracted(&place, "mixed.jsonl");
    let (_, claims) = reports.iter().find(|(r, _)| r["id"] == "cup-final").expect("the report is there");
    assert!(claims.is_empty(), "{claims:#?}");
}
