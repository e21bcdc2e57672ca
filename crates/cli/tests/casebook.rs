//! From reports to a casebook that can be asked: adding, adding again, an edit, lists, one item, exports.

mod common;

use ascribe_casebook::Casebook;
use common::{Place, root};

const STORY: &str = "Market shelled in Kirkuk\n\nValley Wire\n12 June 2018\n\nA roadside bomb killed five soldiers near \
                     Kirkuk on Monday, the army said. Police said seven soldiers were killed.\n";

fn filled() -> Place {
    let place = Place::new();
    place.run(&["add", &root("examples/reports")]).ended(0).told("10 new reports");
    place
}

fn digest(place: &Place) -> String {
    Casebook::open_read_only(place.path("ascribe.db")).expect("opens").digest().expect("a digest")
}

#[test]
fn adding_twice_changes_nothing() {
    let place = filled();
    let claims = place.run(&["claims", "--format", "json"]).ended(0).out;
    let before = digest(&place);
    place.run(&["add", &root("examples/reports")]).ended(0).told("10 already there");
    assert_eq!(place.run(&["claims", "--format", "json"]).ended(0).out, claims);
    assert_eq!(digest(&place), before);
}

#[test]
fn an_edited_report_becomes_a_second_version() {
    let place = Place::new();
    place.write("in/kirkuk.txt", STORY);
    place.run(&["add", "in"]).ended(0).told("1 new reports");
    place.write("in/kirkuk.txt", STORY.replace("five", "six"));
    place.run(&["add", "in"]).ended(0).told("1 new versions");
    let listed = place.run(&["reports", "--format", "json"]).ended(0).json();
    assert_eq!(listed["total"], 1, "lists use the newest version");
    assert_eq!(listed["items"][0]["id"], "kirkuk@2");
    for (id, dead) in [("kirkuk", "five"), ("kirkuk@2", "six")] {
        let kept = place.run(&["show", "report", id, "--format", "json"]).ended(0).json();
        assert!(kept["text"].as_str().is_some_and(|t| t.contains(dead)), "{id} says {dead}");
    }
}

#[test]
fn lists_in_every_form() {
    let place = filled();
    for list in ["reports", "claims", "events", "sources"] {
        let table = place.run(&[list]).ended(0).out;
        assert_eq!(
            table.lines().filter(|l| l.starts_with('─')).count(),
            1,
            "one rule under the header:\n{table}"
        );
        let json = place.run(&[list, "--format", "json"]).ended(0).json();
        let items = json["items"].as_array().or(json.as_array()).expect("items").len();
        let csv = place.run(&[list, "--format", "csv"]).ended(0).out;
        let rows = csv::Reader::from_reader(csv.as_bytes()).records().filter(Result::is_ok).count();
        assert_eq!(rows, items, "{list}: csv and json");
        assert!(items > 0, "{list} is empty");
    }
    let first = place.run(&["claims", "--limit", "2", "--format", "json"]).ended(0).json();
    assert_eq!(first["items"].as_array().map(Vec::len), Some(2));
    assert!(first["total"].as_u64() > Some(2));
    let contested = place.run(&["events", "--contested", "--format", "json"]).ended(0).json();
    let items = contested["items"].as_array().expect("items");
    assert!(!items.is_empty(), "the examples contradict each other");
    assert!(items.iter().all(|e| e["contested"].as_array().is_some_and(|c| !c.is_empty())));
}

#[test]
fn one_of_each_in_full() {
    let place = filled();
    let claims = place.run(&["claims", "--report", "gao-wire", "--format", "json"]).ended(0).json();
    let claim = &claims["items"][0];
    let (id, event) = (claim["id"].as_str().expect("id"), claim["event_id"].as_str().expect("an event"));
    let quote = claim["quote"].as_str().expect("a quote");
    let shown = place.run(&["show", "claim", id]).ended(0).out;
    assert!(shown.contains(quote) && shown.contains(event), "{shown}");
    let told = place.run(&["show", "event", event]).ended(0).out;
    let words = quote.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains(&words), "an event shows the words behind it: {told}");
    for (what, id) in [("claim", id), ("event", event), ("report", "gao-wire")] {
        let table = place.run(&["show", what, id]).ended(0).out;
        assert!(table.lines().count() > 3, "{table}");
        assert!(place.run(&["show", what, id, "--format", "json"]).ended(0).json().is_object());
        place.run(&["show", what, "no-such-thing"]).ended(3).told("no-such-thing");
    }
}

#[test]
fn exports() {
    let place = filled();
    for format in ["csv", "csv-events", "geojson", "jsonl"] {
        place.run(&["export", "--format", format, "--out", format]).ended(0).told("leaves out or flattens");
        let file = place.read(format);
        let printed = place.run(&["export", "--format", format, "--out", "-"]).ended(0).out;
        assert_eq!(file, printed, "{format}: the same in a file and printed");
    }
    let map: serde_json::Value = serde_json::from_str(&place.read("geojson")).expect("JSON");
    assert_eq!(map["type"], "FeatureCollection");
    assert!(map["features"].as_array().is_some_and(|f| !f.is_empty()));
    for line in place.read("jsonl").lines() {
        serde_json::from_str::<serde_json::Value>(line).expect("one document a line");
    }
    place.run(&["export", "--format", "csv", "--out", "nowhere/x.csv"]).ended(3).told("nowhere");
}
