//! Every format on one small snapshot.

use super::*;
use ascribe_model::{Actor, Carrier, Count, Effect, Figure, Harm, Origin, Place, Role, Shape, Side, Source};

fn snapshot() -> Snapshot {
    let claim = Claim {
        id: "a#1".into(),
        quote: "Rebels said, \"we shelled\nthe base\"".into(),
        kind: "shelling".into(),
        event: "e1".into(),
        sources: vec![Source { name: "rebels".into(), side: Side::Rebel, span: None }],
        actors: vec![Actor {
            role: Role::Agent,
            name: "rebels".into(),
            side: Side::Rebel,
            id: None,
            span: None,
        }],
        places: vec![Place {
            text: "Saraqib".into(),
            relation: Some("near".into()),
            lat: Some(35.86),
            lon: Some(36.8),
            shape: Some(Shape::Point { lat: 35.86, lon: 36.8, radius_km: 5.0 }),
            ..Place::default()
        }],
        effects: vec![Effect {
            harm: Harm::Killed,
            victims: Some("soldiers".into()),
            side: Side::State,
            count: Count::at_least(3),
            text: "at least three soldiers".into(),
            span: None,
        }],
        ..Claim::default()
    };
    let event = Event {
        id: "e1".into(),
        kind: "shelling".into(),
        claims: vec!["a#1".into()],
        figures: vec![Figure {
            harm: Harm::Killed,
            side: Side::State,
            low: Some(3),
            best: Some(3),
            high: None,
            values: vec![],
        }],
        origins: 1,
        independent: vec![Origin {
            name: "rebels".into(),
            claims: vec!["a#1".into()],
            carried_by: ["Courier", "Radio", "Courier"].map(carrier).to_vec(),
            ..Origin::default()
        }],
        ..Event::default()
    };
    let reports = BTreeMap::from([("a".to_owned(), ReportHeader::default())]);
    let origins = BTreeMap::from([("a#1".to_owned(), ("rebels".to_owned(), 1))]);
    Snapshot { reports, claims: vec![("a".into(), claim)], events: vec![event], origins }
}

fn carrier(outlet: &str) -> Carrier {
    Carrier { outlet: outlet.into(), ..Carrier::default() }
}

fn written(name: &str) -> String {
    let mut out = vec![];
    let format = format(name).expect("a known format");
    (format.write)(&snapshot(), &mut out).expect("written");
    String::from_utf8(out).expect("UTF-8")
}

#[test]
fn csv_quotes_line_breaks_and_keeps_ranges() {
    let text = written("csv");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let row = rows.records().next().expect("a row").expect("readable");
    assert_eq!(&row[23], "killed 3.. soldiers (state)");
    assert_eq!(&row[26], "Rebels said, \"we shelled\nthe base\"");
}

#[test]
fn events_have_open_ends_as_empty_cells() {
    let text = written("csv-events");
    let mut rows = csv::Reader::from_reader(text.as_bytes());
    let row = rows.records().next().expect("a row").expect("readable");
    assert_eq!((&row[10], &row[12]), ("3", ""));
}

#[test]
fn outlets_that_carry_one_source_are_one_origin() {
    let cell = |format: &str, column: &str| {
        let text = written(format);
        let mut rows = csv::Reader::from_reader(text.as_bytes());
        let at = rows.headers().expect("a header").iter().position(|name| name == column).expect(column);
        rows.records().next().expect("a row").expect("readable")[at].to_owned()
    };
    assert_eq!(cell("csv-events", "origins"), "1");
    assert_eq!(cell("csv-events", "origin_names"), "rebels (in Courier, Radio)");
    assert_eq!((cell("csv", "origin"), cell("csv", "origins_of_event")), ("rebels".into(), "1".into()));
    assert!(written("geojson").contains("\"origin\":\"rebels\""));
    assert!(written("jsonl").contains("\"carried_by\""));
}

#[test]
fn geojson_is_valid_and_in_lon_lat_order() {
    let parsed: ::geojson::GeoJson = written("geojson").parse().expect("GeoJSON");
    let ::geojson::GeoJson::FeatureCollection(found) = parsed else { panic!("a feature collection") };
    let point = serde_json::to_value(&found.features[0]).expect("JSON");
    assert_eq!(point["geometry"]["coordinates"], serde_json::json!([36.8, 35.86]));
}

#[test]
fn every_line_of_jsonl_is_json_with_a_kind() {
    let kinds: Vec<String> = written("jsonl")
        .lines()
        .map(|l| {
            serde_json::from_str::<serde_json::Value>(l).expect("JSON")["kind"]
                .as_str()
                .expect("kind")
                .to_owned()
        })
        .collect();
    assert_eq!(kinds, ["report", "claim", "event"]);
}

#[test]
fn names_are_unique() {
    let mut names: Vec<_> = FORMATS.iter().map(|f| f.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), FORMATS.len());
}
