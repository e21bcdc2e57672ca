//! `ascribe extract` on the examples: its forms, its files, and that threads change nothing.

mod common;

use common::{Place, root};

const IDS: [&str; 10] = [
    "cup-final",
    "damaturu-denial",
    "damaturu-page",
    "gao-partisan",
    "gao-release",
    "gao-republished",
    "gao-wire",
    "marib-digest",
    "marib-roundup",
    "mopti-bus",
];

#[test]
fn one_file_a_report_and_the_same_bytes_with_any_number_of_threads() {
    let place = Place::new();
    let reports = root("examples/reports");
    for jobs in ["1", "4"] {
        place.run(&["extract", &reports, "--format", "json", "--out", jobs, "--jobs", jobs]).ended(0);
    }
    let mut names: Vec<String> = std::fs::read_dir(place.path("1"))
        .expect("the folder is made")
        .map(|e| e.expect("an entry").file_name().into_string().expect("UTF-8"))
        .collect();
    names.sort();
    assert_eq!(names, IDS.map(|id| format!("{id}.json")));
    for name in names {
        let (one, four) = (place.read(&format!("1/{name}")), place.read(&format!("4/{name}")));
        assert_eq!(one, four, "{name} depends on --jobs");
        let value: serde_json::Value = serde_json::from_str(&one).expect("JSON");
        assert!(value["claims"].is_array() && value["report"]["text"].is_string(), "{name}");
    }
}

#[test]
fn the_forms_hold_the_same_claims() {
    let place = Place::new();
    let reports = root("examples/reports");
    let json = place.run(&["extract", &reports, "--format", "json"]).ended(0).json();
    let lines = place.run(&["extract", &reports, "--format", "jsonl"]).ended(0);
    let lines: Vec<serde_json::Value> =
        lines.out.lines().map(|l| serde_json::from_str(l).expect("one document a line")).collect();
    assert_eq!(json.as_array(), Some(&lines));
    let table = place.run(&["extract", &reports]).ended(0).out;
    for id in IDS {
        assert!(table.contains(id), "{id} is not in the table");
    }
    let one = root("examples/reports/gao-wire.txt");
    let one = place.run(&["extract", &one, "--format", "json"]).ended(0).json();
    assert_eq!(one["report"]["id"], "gao-wire", "one report is one document");
}

#[test]
fn every_claim_is_found_again_in_the_text() {
    let place = Place::new();
    let json = place.run(&["extract", &root("examples/reports"), "--format", "json"]).ended(0).json();
    let mut seen = 0;
    for document in json.as_array().expect("a list") {
        let text: Vec<char> = document["report"]["text"].as_str().expect("text").chars().collect();
        for claim in document["claims"].as_array().expect("claims") {
            let at = |end: &str| claim["span"][end].as_u64().expect("an offset") as usize;
            let words: String = text[at("start")..at("end")].iter().collect();
            assert_eq!(words, claim["quote"].as_str().expect("a quote"), "{}", claim["id"]);
            seen += 1;
        }
    }
    assert!(seen > 20, "only {seen} claims");
}
