//! Joining and the record on small invented casebooks.

use super::*;
use ascribe_model::{
    Actor, Claim, Count, Effect, Harm, Interval, Passage, PassageKind, Place, Report, Role, Side, Source,
    Span, Status, Time,
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
fn one_claim_parted_and_its_neighbour_joined_are_both_obeyed() {
    let mut reports = two_reports();
    for (report, claims) in &mut reports {
        claims.push(Claim { id: format!("{}#2", report.id), ..claims[0].clone() });
    }
    let mut decisions = Decisions::default();
    decisions.must_link("a#1", "b#1");
    decisions.cannot_link("a#2", "b#2");
    let events = link(&reports, &decisions);
    let of = |claim: &str| events.iter().position(|e| e.claims.iter().any(|c| c == claim));
    assert_eq!(of("a#1"), of("b#1"));
    assert_ne!(of("a#2"), of("b#2"));
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
fn a_copy_under_another_headline_is_found_with_its_passages() {
    let text = "The army said on Wednesday that a vehicle packed with explosives went off at a checkpoint on the road \
                to the airport, and that four of its men were killed and seven wounded in the blast.";
    let cut = &text[..text.len() * 3 / 4];
    let agency = Wording::of(&report("a", "Agency", text));
    let paper_text = format!("Local colour first. {cut}");
    let paper = Wording::of(&report("b", "Paper", &paper_text));
    let other = Wording::of(&report(
        "c",
        "Other",
        "An entirely different text about the price of onions in the market of the town, which rose again.",
    ));
    assert!(paper.meets(&agency) && !other.meets(&agency));
    assert_eq!(other.shared(&agency), None);
    let shared = paper.shared(&agency).expect("half of the agency's text");
    let words: String = paper_text
        .chars()
        .skip(shared.here[0].start)
        .take(shared.here[0].end - shared.here[0].start)
        .collect();
    assert!(words.starts_with("The army said") && cut.starts_with(&words), "{words}");
    assert!(shared.share > 0.6);
}

#[test]
fn what_five_outlets_copy_in_their_own_voice_is_one_origin() {
    let text = "A car bomb exploded near the gate of the grain market in Gao on Wednesday and killed four soldiers who \
                were checking lorries there, while the driver of the first lorry was taken to a clinic.";
    let mut reports: Vec<_> = (0..5)
        .map(|n| {
            let id = format!("r{n}");
            let mut told = claim(&format!("{id}#1"), None, Count::exactly(4));
            told.span = Span::new(0, 60);
            told.quote = text[..60].to_owned();
            (report(&id, &format!("Outlet {n}"), text), vec![told])
        })
        .collect();
    let events = link(&reports, &Decisions::default());
    assert_eq!((events.len(), events[0].origins, events[0].grade.level.as_str()), (1, 1, "weak"));
    reports[4].0 = report("r4", "Outlet 4", "Our reporter saw four coffins.");
    assert_eq!(link(&reports, &Decisions::default())[0].origins, 2);
}

#[test]
fn a_monitor_and_its_head_are_one_origin_under_any_name() {
    let mut reports = vec![];
    let names = [
        "Volta Monitor for Human Rights",
        "VMHR",
        "the Monitor",
        "VMHR head Ana Diallo",
        "Diallo",
        "Ana Diallo, director of the Volta Monitor for Human Rights",
    ];
    for (n, name) in names.into_iter().enumerate() {
        let id = format!("r{n}");
        reports.push((
            report(&id, &format!("Outlet {n}"), "x"),
            vec![claim(&format!("{id}#1"), Some(name), Count::exactly(4))],
        ));
    }
    let events = link(&reports, &Decisions::default());
    assert_eq!((events.len(), events[0].origins), (1, 1));
}

#[test]
fn who_denies_what_a_report_tells_is_not_where_it_has_it_from() {
    let mut denial = claim("r#2", Some("army"), Count::exactly(4));
    denial.status = Status::Denied;
    let told = vec![claim("r#1", None, Count::exactly(4)), denial];
    let events = link(&[(report("r", "Outlet", "x"), told)], &Decisions::default());
    assert_eq!((events.len(), events[0].origins), (1, 2));
}

#[test]
fn a_raised_toll_supersedes_the_earlier_one_of_the_same_source() {
    let mut reports = two_reports();
    reports[1].1[0].sources[0].name = "army".into();
    reports[1].0.metadata.published = Some(date(2021, 3, 5));
    let events = link(&reports, &Decisions::default());
    let figure = &events[0].figures[0];
    assert_eq!((figure.low, figure.best, figure.high), (Some(9), Some(9), Some(9)));
    assert_eq!(figure.values.iter().map(|v| v.superseded).collect::<Vec<_>>(), [true, false]);
    assert!(events[0].contested.is_empty(), "one source does not contradict itself");
}

#[test]
fn who_did_it_can_be_contested_within_one_event() {
    let mut reports = two_reports();
    for ((_, claims), (id, side)) in
        reports.iter_mut().zip([("gao-army", Side::State), ("blue-banner", Side::Rebel)])
    {
        let agent = Actor { role: Role::Agent, name: id.into(), side, id: Some(id.into()), span: None };
        claims[0].actors.push(agent);
        claims[0].effects[0].count = Count::exactly(7);
    }
    let events = link(&reports, &Decisions::default());
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].contested, ["agent"]);
}

#[test]
fn aggregates_never_merge_with_single_events() {
    let mut reports = two_reports();
    reports[1].1[0].aggregate = true;
    assert_eq!(link(&reports, &Decisions::default()).len(), 2);
}

#[test]
fn an_origin_says_which_reports_carry_it_and_why() {
    let text = "A car bomb exploded near the gate of the grain market in Gao on Wednesday and killed four soldiers who \
                were checking lorries there, while the driver of the first lorry was taken to a clinic.";
    let told = |id: &str, source: Option<&str>| {
        let mut told = claim(id, source, Count::exactly(4));
        (told.span, told.quote) = (Span::new(0, 60), text[..60].to_owned());
        told
    };
    let reports = vec![
        (report("a", "Agency", text), vec![told("a#1", None)]),
        (report("b", "Paper", text), vec![told("b#1", None)]),
        (report("c", "Radio", "Four died."), vec![told("c#1", Some("Volta Monitor for Human Rights"))]),
        (report("d", "Weekly", "The four are named."), vec![told("d#1", Some("VMHR"))]),
    ];
    let event = &link(&reports, &Decisions::default())[0];
    let origins: Vec<(&str, Vec<&str>)> = event
        .independent
        .iter()
        .map(|o| (o.name.as_str(), o.carried_by.iter().map(|c| c.because.as_str()).collect()))
        .collect();
    assert_eq!(
        origins,
        [
            ("Agency", vec!["tells it in its own voice", "shares 100 % of its wording with a (Agency)"]),
            ("Volta Monitor for Human Rights", vec!["quotes it", "quotes it as “VMHR”"]),
        ]
    );
    assert_eq!(event.origins, 2);
}

/// The file of the one event of these reports.
fn file(reports: &[(Report, Vec<Claim>)]) -> Detail {
    let events = link(reports, &Decisions::default());
    assert_eq!(events.len(), 1);
    let heads: Vec<Head> = reports.iter().map(|(report, _)| Head::of(report)).collect();
    let all = reports.iter().zip(&heads).enumerate();
    let told = all.flat_map(|(n, ((_, claims), head))| {
        claims.iter().map(move |claim| Told { claim, report: n as i64, head })
    });
    detail(&events[0], told.collect())
}

#[test]
fn who_contradicts_whom_is_told_in_camps() {
    let mut reports = two_reports();
    for (n, (source, killed)) in
        [("residents", Count::exactly(4)), ("Blue Banner", Count::at_least(8)), ("mayor", Count::default())]
            .into_iter()
            .enumerate()
    {
        let id = format!("x{n}");
        reports.push((report(&id, "Weekly", "x"), vec![claim(&format!("{id}#1"), Some(source), killed)]));
    }
    let disputes = file(&reports).disputes;
    assert_eq!(disputes.len(), 1);
    assert_eq!(disputes[0].attribute, "killed:state");
    let camps: Vec<(Vec<&str>, Vec<&str>, &[usize])> = disputes[0]
        .camps
        .iter()
        .map(|c| {
            let by = c.by.iter().map(|v| v.source.as_str()).collect();
            (c.values.iter().map(String::as_str).collect(), by, c.against.as_slice())
        })
        .collect();
    // The mayor gives no number and contradicts nobody.
    assert_eq!(
        camps,
        [
            (vec!["4"], vec!["army", "residents"], &[1][..]),
            (vec!["9 or more", "8 or more"], vec!["medics", "Blue Banner"], &[0][..]),
        ]
    );
}

#[test]
fn an_outlet_speaks_from_the_side_that_the_table_gives_it() {
    let mut reports = two_reports();
    reports[0].0.metadata.publisher = Some("SANA".into());
    reports[0].1[0].sources.clear();
    let killed = file(&reports).attributes.into_iter().find(|a| a.name == "killed:state");
    assert_eq!(killed.map(|a| a.values[0].by[0].side), Some(Side::State));
}

#[test]
fn a_denial_of_another_deed_contests_nothing() {
    let mut reports = two_reports();
    reports[0].1[0].kind = "attack".into();
    let mut denial = Claim { id: "r1#2".into(), kind: "abduction".into(), ..reports[0].1[0].clone() };
    denial.status = Status::Denied;
    denial.effects.clear();
    reports[0].1.push(denial);
    let events = link(&reports, &Decisions::default());
    let joined = events.iter().find(|e| e.claims.len() > 1).expect("one occurrence");
    assert!(!joined.contested.contains(&"status".to_owned()), "{:?}", joined.contested);
}

#[test]
fn that_nobody_was_captured_denies_the_capture() {
    let mut reports = two_reports();
    for ((_, claims), count) in reports.iter_mut().zip([9, 0]) {
        claims[0].kind = "abduction".into();
        claims[0].effects[0] =
            Effect { harm: Harm::Captured, count: Count::exactly(count), ..claims[0].effects[0].clone() };
    }
    let events = link(&reports, &Decisions::default());
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].contested, ["status", "captured:state"]);
    let denied = file(&reports).responsibility.denied;
    assert_eq!(denied.iter().map(|v| v.source.as_str()).collect::<Vec<_>>(), ["medics"]);
    let alone = &link(&reports[1..], &Decisions::default())[0];
    assert_eq!(alone.title, "denied: abduction → soldiers, Gao");
    assert_eq!(alone.grade.level, "discounted");
}
