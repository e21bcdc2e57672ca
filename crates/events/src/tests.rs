//! Joining and the record on small invented casebooks.

use super::*;
use ascribe_model::{
    Actor, Count, Effect, Harm, Interval, Passage, PassageKind, Place, Role, Side, Source, Span, Time,
};
use jiff::civil::date;

fn report(id: &str, publisher: &str, text: &str) -> Report {
    let mut report = Report { id: id.into(), text: text.into(), ..Report::default() };
    report.metadata.publisher = Some(publisher.into());
    report.metadata.published = Some(date(2021, 3, 4));
    report.passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    report
}

fn claim(id: &str, source: Option<&str>, killed: Count) -> Claim {
    Claim {
        id: id.into(),
        quote: format!("{id} a car bomb exploded in Gao"),
        kind: "explosion".into(),
        event: "e1".into(),
        sources: source
            .map(|name| Source { name: name.into(), side: Side::Unknown, span: None })
            .into_iter()
            .collect(),
        places: vec![Place { text: "Gao".into(), lat: Some(16.27), lon: Some(-0.04), ..Place::default() }],
        time: Time { text: None, interval: Interval::day(date(2021, 3, 3)), span: None },
        actors: vec![Actor {
            role: Role::Target,
            name: "soldiers".into(),
            side: Side::State,
            id: None,
            span: None,
        }],
        effects: vec![Effect {
            harm: Harm::Killed,
            victims: Some("soldiers".into()),
            side: Side::State,
            count: killed,
            text: "soldiers".into(),
            span: None,
        }],
        ..Claim::default()
    }
}

fn two_reports() -> Vec<(Report, Vec<Claim>)> {
    vec![
        (report("a", "Paper", "a car bomb"), vec![claim("a#1", Some("army"), Count::exactly(4))]),
        (report("b", "Radio", "an explosion"), vec![claim("b#1", Some("medics"), Count::at_least(9))]),
    ]
}

#[test]
fn contradicting_figures_make_one_contested_event() {
    let events = link(&two_reports(), &Decisions::default());
    assert_eq!(events.len(), 1);
    let event = &events[0];
    assert_eq!((event.figures[0].low, event.figures[0].high), (Some(4), Some(9)));
    assert_eq!(event.contested, ["killed:state"]);
    assert_eq!(event.grade.level, "contested");
    assert_eq!(event.origins, 2);
}

#[test]
fn order_of_arrival_does_not_show() {
    let mut reversed = two_reports();
    reversed.reverse();
    assert_eq!(
        link(&two_reports(), &Decisions::default())[0].id,
        link(&reversed, &Decisions::default())[0].id
    );
}

#[test]
fn decisions_of_people_are_obeyed() {
    let mut decisions = Decisions::default();
    decisions.cannot_link("a#1", "b#1");
    assert_eq!(link(&two_reports(), &decisions).len(), 2);
    decisions.must_link("a#1", "b#1");
    assert_eq!(link(&two_reports(), &decisions).len(), 1);
}

#[test]
fn one_monitor_quoted_by_two_is_one_origin() {
    let mut reports = two_reports();
    for (_, claims) in &mut reports {
        claims[0].sources[0].name = "the Observatory".into();
        claims[0].effects[0].count = Count::exactly(4);
    }
    let events = link(&reports, &Decisions::default());
    assert_eq!((events.len(), events[0].origins), (1, 1));
}

#[test]
fn a_copy_under_another_headline_is_found() {
    let text = "The army said on Wednesday that a vehicle packed with explosives went off at a checkpoint on the road \
                to the airport, and that four of its men were killed and seven wounded in the blast.";
    let cut = &text[..text.len() / 2];
    let reports = [
        report("a", "Agency", text),
        report("b", "Paper", &format!("Local colour first. {cut}")),
        report(
            "c",
            "Other",
            "An entirely different text about the price of onions in the market of the town.",
        ),
    ];
    let copies = Copies::find(reports.iter());
    assert_eq!((copies.origin(1), copies.origin(2)), (0, 2));
    assert_eq!(copies.shared().len(), 1);
}

#[test]
fn aggregates_never_merge_with_single_events() {
    let mut reports = two_reports();
    reports[1].1[0].aggregate = true;
    assert_eq!(link(&reports, &Decisions::default()).len(), 2);
}
