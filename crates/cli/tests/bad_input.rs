//! Whatever is given: a clear message with file and line, the rest goes on, the exit code tells.

mod common;

use common::Place;
use std::io::Write;

const GOOD: &str = "Valley Wire\n12 June 2018\n\nA roadside bomb killed five soldiers near Kirkuk on Monday, the army said.\n";

fn cut_gzip() -> Vec<u8> {
    let mut packed = flate2::write::GzEncoder::new(vec![], flate2::Compression::default());
    packed.write_all(format!("<html><body><p>{GOOD}</p></body></html>").as_bytes()).expect("packed");
    let mut bytes = packed.finish().expect("packed");
    bytes.truncate(bytes.len() / 2);
    bytes
}

#[test]
fn what_cannot_be_read_is_set_aside_and_the_rest_goes_on() {
    let cases: [(&str, Vec<u8>, &str); 4] = [
        ("bad.txt", vec![], "bad.txt: the file is empty"),
        ("bad.txt", (0..5000u32).map(|n| (n * 37 % 256) as u8).collect(), "bad.txt: the file is binary data"),
        ("bad.html.gz", cut_gzip(), "bad.html.gz: the gzip data is truncated"),
        (
            "bad.jsonl",
            b"{\"id\":\"x\",\"text\":\"Rebels shelled Kirkuk.\"}\n{broken\n".to_vec(),
            "bad.jsonl:2: ",
        ),
    ];
    for (name, bytes, told) in cases {
        let place = Place::new();
        place.write(&format!("in/{name}"), bytes);
        place.write("in/good.txt", GOOD);
        place.run(&["add", "in"]).ended(1).told(told);
        let listed = place.run(&["reports", "--format", "json"]).ended(0).json();
        let ids: Vec<&str> =
            listed["items"].as_array().expect("items").iter().filter_map(|r| r["id"].as_str()).collect();
        assert!(ids.contains(&"good"), "{name}: {ids:?}");
        let claims = place.run(&["claims", "--report", "good", "--format", "json"]).ended(0).json();
        assert!(claims["total"].as_u64() > Some(0), "{name}: the good report has its claim");
    }
}

#[test]
fn lines_after_a_broken_one_are_read() {
    let place = Place::new();
    let line = |id: &str| serde_json::json!({"id": id, "text": GOOD}).to_string();
    place.write("r.jsonl", format!("{}\n{{broken\n\n{}\n", line("a"), line("b")));
    let ran = place.run(&["extract", "r.jsonl", "--format", "jsonl"]).ended(1).told("r.jsonl:2: ");
    let ids: Vec<serde_json::Value> = ran
        .out
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).expect("JSON")["report"]["id"].clone())
        .collect();
    assert_eq!(ids, ["a", "b"]);
}

#[test]
fn bytes_that_are_no_utf_8_are_read_all_the_same() {
    let place = Place::new();
    place.write("latin.txt", [b"Caf\xe9 bombed\n\n", GOOD.as_bytes()].concat());
    let value = place.run(&["extract", "latin.txt", "--format", "json"]).ended(0).json();
    let text = value["report"]["text"].as_str().expect("text");
    assert!(text.contains("Café bombed"), "{text}");
    assert_eq!(value["claims"].as_array().map(Vec::len), Some(1));
}

#[test]
fn no_such_file() {
    let place = Place::new();
    place.run(&["extract", "nowhere.txt"]).ended(1).told("nowhere.txt");
    place.run(&["events", "--casebook", "nowhere.db"]).ended(3).told("nowhere.db");
    assert!(!place.path("nowhere.db").exists(), "reading makes no casebook");
}

#[test]
fn a_casebook_that_is_none_is_left_as_it_is() {
    let place = Place::new();
    let bytes = "this is a letter, no database\n".repeat(200);
    place.write("letter.db", &bytes);
    place.write("good.txt", GOOD);
    for arguments in [vec!["add", "good.txt"], vec!["events"], vec!["show", "event", "x"]] {
        place.run(&[arguments, vec!["--casebook", "letter.db"]].concat()).ended(3).told("letter.db");
    }
    assert_eq!(place.read("letter.db"), bytes);
}

#[test]
fn wrong_usage() {
    let place = Place::new();
    let cases: [(&[&str], &str); 7] = [
        (&["events", "--format", "xml"], "xml"),
        (&["frobnicate"], "frobnicate"),
        (&["add"], "PATH"),
        (&["claims", "--from", "yesterday"], "yesterday"),
        (&["claims", "--side", "martian"], "martian"),
        (&["serve", "--listen", "0.0.0.0:0"], "0.0.0.0"),
        (&["gazetteer", "install", "syria"], "syria"),
    ];
    for (arguments, told) in cases {
        place.run(arguments).ended(2).told(told);
    }
}
