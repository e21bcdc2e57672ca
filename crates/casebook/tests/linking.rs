//! Linking step by step in a casebook gives what linking everything anew gives.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use ascribe_casebook::{Casebook, Filter, Review};
use ascribe_events::{Decisions, link};
use ascribe_model::{
    Claim, Count, Effect, Event, Harm, Interval, Passage, PassageKind, Place, Report, Side, Source, Span,
    Time,
};
use jiff::civil::date;
use proptest::prelude::*;
use tempfile::TempDir;

/// Of one claim: type, day, town, dead, source.
type Draw = (usize, i8, u8, u64, usize);

const STORY: &str = "Fighters in three lorries drove into the market before noon, witnesses said, and opened fire at \
    the guards of the grain store, who fled over the river and left their weapons behind.";

/// A report that tells the story in full where `copies`, and otherwise something of its own.
fn report(n: usize, version: usize, copies: bool, draws: &[Draw]) -> (Report, Vec<Claim>) {
    let id = format!("r{n}");
    let mut text =
        if copies { STORY.to_owned() } else { format!("Item {n} of a long list of small things.") };
    text.push_str(&format!(" Version {version}."));
    let claims = draws.iter().enumerate().map(|(k, draw)| claim(&text, k, *draw)).collect();
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let hash = format!("{n}-{version}-{copies}-{draws:?}");
    let origin = format!("{id}.txt");
    let mut report = Report { id, text, passages, hash, origin, ..Report::default() };
    report.metadata.publisher = Some(format!("Outlet {}", n % 4));
    // Without a date, in one month, and in others within and out of reach of it.
    let days = [
        Some(date(2021, 3, 5)),
        None,
        Some(date(2021, 4, 3)),
        Some(date(2021, 5, 1)),
        Some(date(2021, 3, 9)),
    ];
    report.metadata.published = days[n % days.len()];
    (report, claims)
}

fn claim(text: &str, k: usize, (kind, day, town, dead, source): Draw) -> Claim {
    let names = ["army", "rebels", "medics"];
    let span = Span::new(0, text.len().min(40));
    Claim {
        kind: ["attack", "clash", "explosion"][kind % 3].into(),
        quote: text[..span.end].to_owned(),
        span,
        event: format!("e{}", k % 2),
        sources: (source > 0)
            .then(|| Source { name: names[source % 3].into(), side: Side::Unknown, span: None })
            .into_iter()
            .collect(),
        places: vec![Place {
            text: "Gao".into(),
            lat: Some(16.0 + f64::from(town) * 0.1),
            lon: Some(0.0),
            ..Place::default()
        }],
        time: Time { text: None, interval: Interval::day(date(2021, 3, 1 + day)), span: None },
        effects: vec![Effect {
            harm: Harm::Killed,
            victims: None,
            side: Side::State,
            count: Count::exactly(4 + dead),
            text: "x".into(),
            span: None,
        }],
        ..Claim::default()
    }
}

type Plan = Vec<(bool, Vec<Draw>)>;

fn plans() -> impl Strategy<Value = Plan> {
    let draw = (0..3_usize, 0..3_i8, 0..3_u8, 0..3_u64, 0..3_usize);
    prop::collection::vec((any::<bool>(), prop::collection::vec(draw, 1..3)), 2..8)
}

fn open() -> (TempDir, Casebook) {
    let folder = TempDir::new().unwrap();
    let book = Casebook::open(folder.path().join("test.db")).unwrap();
    (folder, book)
}

fn file(book: &mut Casebook, plan: &Plan, n: usize, version: usize) {
    let (copies, draws) = &plan[n];
    let (report, claims) = report(n, version, *copies, draws);
    book.add_report(&report, &claims, "test").unwrap();
}

fn anew(book: &Casebook, decisions: &Decisions) -> Vec<Event> {
    let mut events = link(&book.all_claims().unwrap(), decisions);
    events.sort_by(|a, b| a.id.cmp(&b.id));
    events
}

fn events(book: &Casebook) -> Vec<Event> {
    let mut events = book.events(&Filter::default()).unwrap().items;
    events.sort_by(|a, b| a.id.cmp(&b.id));
    events
}

fn decide(book: &mut Casebook, action: &str, a: &str, b: &str) {
    let text = |t: &str| t.to_owned();
    let review = Review {
        at: text("2021-04-01T00:00:00Z"),
        who: text("reader"),
        action: text(action),
        subject: text(a),
        object: Some(text(b)),
        note: None,
    };
    book.append_review(&review).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn order_and_number_of_runs_do_not_show(
        (plan, order) in plans().prop_flat_map(|p| {
            let order: Vec<usize> = (0..p.len()).collect();
            (Just(p), Just(order).prop_shuffle())
        }),
        pause in 0..8_usize,
    ) {
        let (_one, mut once) = open();
        (0..plan.len()).for_each(|n| file(&mut once, &plan, n, 1));
        once.link(|| {}).unwrap();
        let (_two, mut steps) = open();
        for (at, &n) in order.iter().enumerate() {
            file(&mut steps, &plan, n, 1);
            if at >= pause {
                steps.link(|| {}).unwrap();
            }
        }
        steps.link(|| {}).unwrap();
        steps.check().unwrap();
        prop_assert_eq!(steps.digest().unwrap(), once.digest().unwrap());
        prop_assert_eq!(events(&steps), anew(&steps, &Decisions::default()));
        prop_assert!(steps.is_linked().unwrap());
    }

    #[test]
    fn a_version_replaces_what_the_one_before_told(plan in plans(), edited in 0..8_usize, draw in plans()) {
        let (_folder, mut book) = open();
        (0..plan.len()).for_each(|n| file(&mut book, &plan, n, 1));
        book.link(|| {}).unwrap();
        let n = edited % plan.len();
        let mut changed = plan.clone();
        changed[n] = draw[0].clone();
        file(&mut book, &changed, n, 2);
        book.link(|| {}).unwrap();
        book.check().unwrap();
        prop_assert_eq!(events(&book), anew(&book, &Decisions::default()));
    }

    #[test]
    fn decisions_are_obeyed_whenever_they_are_taken(
        plan in plans(),
        log in prop::collection::vec((0..8_usize, 0..8_usize, any::<bool>()), 1..5),
    ) {
        let (_folder, mut book) = open();
        (0..plan.len()).for_each(|n| file(&mut book, &plan, n, 1));
        let mut taken = vec![];
        for (a, b, together) in log {
            let (a, b) = (a % plan.len(), b % plan.len());
            if a != b {
                let (a, b) = (format!("r{a}#1"), format!("r{b}#1"));
                decide(&mut book, if together { "must_link" } else { "cannot_link" }, &a, &b);
                taken.push((a, b, together));
            }
            book.link(|| {}).unwrap();
        }
        let decisions = Decisions::of(taken.clone());
        book.check().unwrap();
        prop_assert_eq!(events(&book), anew(&book, &decisions));
        if let Some((a, b, together)) = taken.last() {
            let of = |claim: &str| book.claim(claim).unwrap().event_id;
            prop_assert_eq!(of(a) == of(b), *together, "the last decision always holds");
        }
        // Splitting and merging leave nothing behind: all content is that of a casebook that knew at once.
        let (_other, mut fresh) = open();
        (0..plan.len()).for_each(|n| file(&mut fresh, &plan, n, 1));
        for (a, b, together) in &taken {
            decide(&mut fresh, if *together { "must_link" } else { "cannot_link" }, a, b);
        }
        fresh.link(|| {}).unwrap();
        prop_assert_eq!(book.digest().unwrap(), fresh.digest().unwrap());
    }
}

#[test]
fn splitting_and_merging_leave_nothing_behind() {
    let draw = (0, 1, 1, 1, 1);
    let plan: Plan = vec![(false, vec![draw]), (false, vec![draw]), (true, vec![draw])];
    let (folder, mut book) = open();
    (0..plan.len()).for_each(|n| file(&mut book, &plan, n, 1));
    book.link(|| {}).unwrap();
    assert_eq!(book.event_count().unwrap(), 1);
    let before = events(&book);
    decide(&mut book, "cannot_link", "r0#1", "r1#1");
    book.link(|| {}).unwrap();
    assert_eq!(book.event_count().unwrap(), 2);
    decide(&mut book, "must_link", "r0#1", "r1#1");
    book.link(|| {}).unwrap();
    assert_eq!(book.event_count().unwrap(), 1);
    book.check().unwrap();
    assert_eq!(events(&book), before);
    let raw = rusqlite::Connection::open(folder.path().join("test.db")).unwrap();
    let count = |table: &str| -> i64 {
        raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap()
    };
    assert_eq!(
        (count("event"), count("group_event"), count("event_claim"), count("event_figure")),
        (1, 1, 3, 1)
    );
}
