//! What is told of sources, of shared wording and of sums, and whose names are shown.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use ascribe_casebook::{Casebook, Filter, Named, Names};
use ascribe_model::{
    Actor, Claim, Count, Effect, Harm, Interval, Passage, PassageKind, Place, Report, Role, Side, Source,
    Span, Time,
};
use jiff::civil::date;
use tempfile::TempDir;

fn report(id: &str, outlet: &str, day: i8, text: &str) -> Report {
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let (id, hash, origin, text) = (id.to_owned(), id.to_owned(), id.to_owned(), text.to_owned());
    let mut report = Report { id, hash, origin, text, passages, ..Report::default() };
    report.metadata.publisher = Some(outlet.into());
    report.metadata.published = Some(date(2021, 3, day));
    report
}

fn claim(text: &str, source: &str, dead: u64) -> Claim {
    Claim {
        kind: "explosion".into(),
        quote: text.into(),
        span: Span::new(0, text.chars().count()),
        event: "e1".into(),
        sources: vec![Source { name: source.into(), side: Side::State, span: None }],
        places: vec![Place { text: "Gao".into(), lat: Some(16.27), lon: Some(-0.04), ..Place::default() }],
        time: Time { text: None, interval: Interval::day(date(2021, 3, 3)), span: None },
        actors: vec![
            actor(Role::Agent, "Blue Banner", Side::Rebel, Some("blue-banner")),
            actor(Role::Target, "Amina Sow", Side::Civilian, None),
        ],
        effects: vec![Effect {
            harm: Harm::Killed,
            victims: Some("Amina Sow".into()),
            side: Side::Civilian,
            count: Count::exactly(dead),
            text: "Amina Sow".into(),
            span: None,
        }],
        ..Claim::default()
    }
}

fn actor(role: Role, name: &str, side: Side, id: Option<&str>) -> Actor {
    Actor { role, name: name.into(), side, id: id.map(str::to_owned), span: None }
}

const BLAST: &str = "Amina Sow, 31, died when a bomb of the Blue Banner went off at the well of the northern quarter of Gao \
    while she and her neighbours were filling their cans before the market opened.";

fn filled() -> (TempDir, Casebook) {
    let folder = TempDir::new().unwrap();
    let mut book = Casebook::open(folder.path().join("test.db")).unwrap();
    let other = "A bomb killed Amina Sow in Gao, the medics said.";
    let sum = "The Blue Banner set off nine bombs in Gao in the first week of March.";
    let mut nine = claim(sum, "army", 9);
    nine.aggregate = true;
    nine.time.interval = Interval::new(Some(date(2021, 3, 1)), Some(date(2021, 3, 7)));
    nine.actors.truncate(1);
    for (report, claims) in [
        (report("wire", "Sahel Wire", 3, BLAST), vec![claim(BLAST, "army", 2)]),
        (report("copy", "Gao Courier", 4, &format!("Of our desk. {BLAST}")), vec![]),
        (report("medics", "River Radio", 4, other), vec![claim(other, "medics", 6)]),
        (report("week", "Sahel Wire", 8, sum), vec![nine]),
    ] {
        book.add_report(&report, &claims, "test").unwrap();
    }
    book.link(|| {}).unwrap();
    (folder, book)
}

#[test]
fn private_names_are_left_out_unless_asked_for() {
    let (_folder, book) = filled();
    let id = book.claim("wire#1").unwrap().event_id.unwrap();
    let all = serde_json::to_string(&book.event(&id).unwrap().naming(Names::All, &book).unwrap()).unwrap();
    assert!(all.contains("Amina Sow"));
    let shown = book.event(&id).unwrap().naming(Names::Public, &book).unwrap();
    let told = serde_json::to_string(&shown).unwrap();
    assert!(!told.contains("Amina") && !told.contains("Sow"), "{told}");
    assert!(told.contains("Blue Banner"));
    assert_eq!(shown.event.title, "explosion: Blue Banner → a person, Gao");
    let report = book.report("wire").unwrap().naming(Names::Public, &book).unwrap();
    assert!(report.text.starts_with("█████ ███, 31, died"));
    let claims = book.claims(&Filter::default()).unwrap().naming(Names::Public, &book).unwrap();
    assert!(!serde_json::to_string(&claims).unwrap().contains("Amina"));
}

#[test]
fn a_source_is_seen_beside_others() {
    let (_folder, book) = filled();
    let sources = book.sources().unwrap();
    let row = |name: &str| sources.iter().find(|s| s.name == name).unwrap();
    let (army, medics) = (row("army"), row("medics"));
    assert_eq!(
        (army.quoted_claims, army.alone_claims, army.compared_events, army.contradicted_events),
        (2, 1, 1, 1)
    );
    assert_eq!((army.ratios[0].cases, army.ratios[0].lower), (1, 1));
    assert!((army.ratios[0].middle - 1.0 / 3.0).abs() < 1e-9 && (medics.ratios[0].middle - 3.0).abs() < 1e-9);
    assert_eq!(army.carried_by, ["Sahel Wire"]);
}

#[test]
fn a_report_knows_what_it_shares_with_an_earlier_one() {
    let (_folder, book) = filled();
    let copy = book.report("copy").unwrap();
    assert_eq!(copy.shared.len(), 1);
    assert!(copy.shared[0].earlier && copy.shared[0].report == "wire");
    let stretch = copy.shared[0].shared.here[0];
    let words: String = copy.text.chars().skip(stretch.start).take(stretch.end - stretch.start).collect();
    assert!(words.starts_with("Amina Sow, 31, died") && words.ends_with("market opened"), "{words}");
    assert!(!book.report("wire").unwrap().shared[0].earlier);
}

#[test]
fn a_sum_contains_what_it_sums_up() {
    let (_folder, book) = filled();
    let event = |claim: &str| book.event(&book.claim(claim).unwrap().event_id.unwrap()).unwrap();
    let (sum, one) = (event("week#1"), event("wire#1"));
    assert_ne!(sum.event.id, one.event.id);
    assert_eq!(sum.contains.iter().map(|e| &e.id).collect::<Vec<_>>(), [&one.event.id]);
    assert_eq!(one.part_of.iter().map(|e| &e.id).collect::<Vec<_>>(), [&sum.event.id]);
}

#[test]
fn the_file_of_an_event_says_who_says_what_and_why_it_is_one() {
    let (_folder, book) = filled();
    let file = book.event(&book.claim("wire#1").unwrap().event_id.unwrap()).unwrap();
    let killed = file.detail.attributes.iter().find(|a| a.name == "killed:civilian").unwrap();
    assert!(killed.contested);
    let said: Vec<(&str, &str)> =
        killed.values.iter().map(|v| (v.value.as_str(), v.by[0].source.as_str())).collect();
    assert_eq!(said, [("2", "army"), ("6", "medics")]);
    assert_eq!(file.detail.responsibility.attributed[0].value, "Blue Banner");
    assert_eq!(file.event.independent.len(), 2);
    let joint = &file.detail.joined[0];
    assert_eq!(joint.points, joint.reasons.iter().map(|r| r.points).sum::<i32>());
    assert!(joint.reasons.iter().any(|r| r.says == "the same person"));
}
