//! Filing reports and asking for them back.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

#[path = "../examples/sample/generated.rs"]
mod generated;
#[path = "../examples/sample/incidents.rs"]
mod incidents;
#[path = "../examples/sample/linking.rs"]
mod linking;
#[path = "../examples/sample/maker.rs"]
mod maker;

use ascribe_casebook::{Added, Bounds, Casebook, CasebookError, Filter, Review};
use ascribe_model::{Claim, PassageKind, Report, Side, Status};
use tempfile::TempDir;

struct Fixture {
    folder: TempDir,
    book: Casebook,
}

fn empty() -> Fixture {
    let folder = TempDir::new().expect("a temporary folder");
    let book = Casebook::open(folder.path().join("test.db")).expect("a new casebook");
    Fixture { folder, book }
}

fn filled() -> Fixture {
    let mut fixture = empty();
    for (report, claims) in incidents::all() {
        fixture.book.add_report(&report, &claims, "test").expect("filed");
    }
    fixture.book.relink(linking::link).expect("linked");
    fixture
}

fn with(change: impl FnOnce(&mut Filter)) -> Filter {
    let mut filter = Filter::default();
    change(&mut filter);
    filter
}

fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

#[test]
fn same_report_twice_changes_nothing() {
    let mut f = filled();
    let before = f.book.digest().unwrap();
    for (report, claims) in incidents::all() {
        let added = f.book.add_report(&report, &claims, "another codebook").unwrap();
        assert!(matches!(added, Added::Unchanged { .. }), "{added:?}");
    }
    assert!(f.book.is_linked().unwrap(), "nothing new to link");
    assert_eq!(f.book.digest().unwrap(), before);
}

#[test]
fn edited_report_becomes_a_version_beside_the_old() {
    let f = filled();
    let versions = f.book.versions("wire-market").unwrap();
    let ids: Vec<_> = versions.iter().map(|v| (v.id.as_str(), v.superseded_by.as_deref())).collect();
    assert_eq!(ids, [("wire-market", Some("wire-market@2")), ("wire-market@2", None)]);
    assert!(f.book.report("wire-market").unwrap().text.contains("at least 14 people"));
    let newest = f.book.report("wire-market@2").unwrap();
    assert_eq!(newest.claims[0].claim.id, "wire-market@2#1");
    assert_eq!(f.book.claim("wire-market#1").unwrap().superseded_by.as_deref(), Some("wire-market@2"));

    let listed = f.book.reports(&Filter::default()).unwrap();
    assert_eq!(listed.total, incidents::all().len() - 1, "lists show the newest version alone");
    assert_eq!(f.book.reports(&with(|f| f.versions = true)).unwrap().total, incidents::all().len());
    let linked = f.book.event("e-market").unwrap().event.claims;
    assert!(linked.contains(&"wire-market@2#1".to_owned()) && !linked.contains(&"wire-market#1".to_owned()));
}

#[test]
fn identity_of_reports() {
    let words = |text: &str| Report { text: text.to_owned(), ..Report::default() };
    let file = |origin: &str, id: &str, hash: &str, text: &str| Report {
        origin: origin.to_owned(),
        id: id.to_owned(),
        hash: hash.to_owned(),
        ..words(text)
    };
    let mut book = empty().book;
    let mut add = |report: Report| book.add_report(&report, &[], "test").unwrap();
    let siege = "The siege of the northern town went into its third week.";
    let flood = "Heavy rain has washed away both bridges over a river.";

    let first = add(file("2019/index.html", "index", "aaaaaaaaaa", siege));
    assert_eq!(first, Added::New { id: "index".into() });
    let namesake = add(file("2020/index.html", "index", "bbbbbbbbbb", flood));
    assert_eq!(namesake, Added::New { id: "index-bbbbbbbb".into() }, "another report of the same name");
    let again = add(file("2020/index.html", "index", "cccccccccc", "Rewritten from scratch."));
    assert_eq!(again, Added::NewVersion { id: "index-bbbbbbbb@2".into(), replaces: "index-bbbbbbbb".into() });
    let moved = add(file("copy/index.html", "index", "dddddddddd", &siege.replace("third", "fourth")));
    assert_eq!(moved, Added::NewVersion { id: "index@2".into(), replaces: "index".into() });
    let same_bytes = add(file("elsewhere.txt", "elsewhere", "aaaaaaaaaa", siege));
    assert_eq!(same_bytes, Added::Unchanged { id: "index".into() });
    assert_eq!(book.report("index").unwrap().head.also_at, ["elsewhere.txt"]);

    let url = Some("https://example.org/a".to_owned());
    let mut add = |report: Report| book.add_report(&report, &[], "test").unwrap();
    add(Report { url: url.clone(), ..file("x.jsonl:1", "x1", "e1", siege) });
    let same_url = add(Report { url, ..file("y.jsonl:9", "y9", "e2", flood) });
    assert_eq!(same_url, Added::NewVersion { id: "x1@2".into(), replaces: "x1".into() });
}

#[test]
fn what_goes_in_comes_out() {
    let f = filled();
    for (report, claims) in incidents::all().into_iter().skip(1).take(6) {
        let stored = f.book.report(&report.id).unwrap();
        let characters: Vec<char> = stored.text.chars().collect();
        let words = |start: usize, end: usize| characters[start..end].iter().collect::<String>();
        assert_eq!(stored.text, report.text);
        for (at, passage) in stored.passages.iter().enumerate() {
            assert_eq!(words(passage.start, passage.end), report.words(report.passages[at].span));
        }
        assert_eq!(stored.claims.len(), claims.len());
        for (number, (stored, claim)) in stored.claims.iter().zip(&claims).enumerate() {
            let named = Claim { id: format!("{}#{}", report.id, number + 1), ..claim.clone() };
            assert_eq!(stored.claim, named);
            assert_eq!(words(named.span.start, named.span.end), named.quote);
        }
    }
    let (report, claims) =
        f.book.all_claims().unwrap().into_iter().find(|(r, _)| r.id == "army-convoy").unwrap();
    assert_eq!(claims.len(), 2);
    let given = incidents::all().into_iter().find(|(r, _)| r.id == "army-convoy").unwrap();
    assert_eq!(report, given.0, "what linking sees is the report as read");
}

#[test]
fn filters_of_events() {
    let f = filled();
    let check = |filter: Filter, expected: &[&str]| {
        let page = f.book.events(&filter).unwrap();
        let ids: Vec<&str> = page.items.iter().map(|e| e.id.as_str()).collect();
        assert_eq!(ids, expected, "{filter:?}");
        assert_eq!(page.total, expected.len());
        let counted = f.book.claims(&filter).unwrap();
        assert!(expected.is_empty() || counted.total > 0, "{filter:?} finds events but no claims");
    };
    let day = |text: &str| Some(text.parse().unwrap());
    check(Filter::default(), &["e-elders", "e-convoy", "e-police", "e-market", "e-shelling"]);
    check(with(|f| f.text = some("market")), &["e-market"]);
    check(with(|f| f.text = some("“vegetable market” people")), &["e-market"]);
    check(with(|f| f.text = some("soldier")), &["e-convoy"]);
    check(with(|f| f.text = some("car* AND (")), &[]);
    check(with(|f| f.text = some("—")), &[]);
    check(with(|f| f.kind = some("shelling")), &["e-shelling"]);
    check(with(|f| f.status = Some(Status::Denied)), &["e-market"]);
    check(with(|f| f.side = Some(Side::Jihadist)), &["e-convoy"]);
    check(with(|f| f.source = some("observatory")), &["e-market", "e-shelling"]);
    check(with(|f| f.source = some("100%")), &[]);
    check(with(|f| f.actor = some("banner")), &["e-convoy"]);
    check(with(|f| f.country = some("ye")), &["e-police"]);
    check(with(|f| (f.from, f.to) = (day("2018-06-01"), day("2018-06-02"))), &["e-convoy", "e-police"]);
    check(with(|f| f.to = day("2018-05-15")), &["e-market", "e-shelling"]);
    check(with(|f| f.contested = Some(true)), &["e-convoy", "e-market"]);
    check(with(|f| f.report = some("agency-depots")), &["e-market", "e-shelling"]);
    check(with(|f| f.bbox = Bounds::parse("35,35,38,37")), &["e-market", "e-shelling"]);
    check(with(|f| f.bbox = Bounds::parse("170,-10,-30,80")), &[]);
    check(
        with(|f| {
            f.source = some("army");
            f.side = Some(Side::Jihadist);
        }),
        &[],
    );
}

#[test]
fn pages_do_not_overlap() {
    let f = filled();
    let all: Vec<String> =
        f.book.claims(&Filter::default()).unwrap().items.into_iter().map(|c| c.claim.id).collect();
    let mut paged = Vec::new();
    for offset in (0..all.len()).step_by(3) {
        let page = f.book.claims(&with(|f| (f.limit, f.offset) = (Some(3), offset))).unwrap();
        assert_eq!(page.total, all.len());
        paged.extend(page.items.into_iter().map(|c| c.claim.id));
    }
    assert_eq!(paged, all);
}

#[test]
fn sources_and_totals() {
    let f = filled();
    let sources = f.book.sources().unwrap();
    let row = |name: &str| sources.iter().find(|s| s.name == name).unwrap();
    let observatory = row("Orontes Observatory");
    assert!(observatory.is_outlet);
    assert_eq!((observatory.own_claims, observatory.quoted_claims, observatory.events), (2, 0, 2));
    let relief = row("Northern Relief Network");
    assert_eq!((relief.quoted_claims, relief.reports, relief.contested_events), (2, 2, 1));
    assert_eq!(relief.sides, [Side::Ngo]);
    let summary = f.book.summary().unwrap();
    assert_eq!((summary.reports, summary.older_versions, summary.events, summary.contested), (7, 1, 5, 2));
    assert!(summary.linked);
    let facets = f.book.facets().unwrap();
    assert_eq!(facets.countries[0].value, "ML");
    assert_eq!(facets.days, [some("2018-05-15"), some("2018-06-10")]);
}

#[test]
fn search_finds_comments_and_says_so() {
    let f = filled();
    let hits = f.book.search(&with(|f| f.text = some("everybody here"))).unwrap();
    assert_eq!(hits.total, 1);
    let hit = &hits.items[0];
    assert_eq!((hit.report.as_str(), hit.kind), ("observatory-bulletin", PassageKind::Comment));
    let marked: Vec<&str> = hit.snippet.iter().filter(|r| r.hit).map(|r| r.text.as_str()).collect();
    assert_eq!(marked, ["everybody", "here"]);
    assert_eq!(f.book.search(&Filter::default()).unwrap().total, 0);
}

#[test]
fn review_log_only_grows() {
    let mut f = filled();
    let review = Review {
        at: "2018-07-01T12:00:00Z".into(),
        who: "reader".into(),
        action: "cannot_link".into(),
        subject: "wire-market@2#2".into(),
        object: some("agency-depots#2"),
        note: None,
    };
    f.book.append_review(&review).unwrap();
    assert_eq!(f.book.event("e-market").unwrap().reviews, std::slice::from_ref(&review));
    assert_eq!(f.book.reviews(Some("agency-depots#2")).unwrap(), [review]);
    let raw = rusqlite::Connection::open(f.book.path()).unwrap();
    for statement in ["DELETE FROM review", "UPDATE review SET who = 'somebody else'"] {
        let error = raw.execute(statement, []).unwrap_err().to_string();
        assert!(error.contains("append-only"), "{error}");
    }
}

#[test]
fn claims_are_replaced_with_all_their_values() {
    let mut f = filled();
    let (report, claims) = incidents::all().swap_remove(1);
    f.book.replace_claims(&report.id, &claims[..1], "newer").unwrap();
    assert!(!f.book.is_linked().unwrap());
    assert_eq!(f.book.report(&report.id).unwrap().claims.len(), 1);
    assert_eq!(f.book.report(&report.id).unwrap().head.codebook_version, "newer");
    f.book.relink(linking::link).unwrap();
    f.book.check().unwrap();
    f.book.replace_claims(&report.id, &claims, "test").unwrap();
    f.book.relink(linking::link).unwrap();
    assert_eq!(f.book.digest().unwrap(), filled().book.digest().unwrap());
    let missing = f.book.replace_claims("nobody", &[], "test");
    assert!(matches!(missing, Err(CasebookError::NotFound { .. })));
}

#[test]
fn events_that_are_gone_leave_nothing_behind() {
    let mut f = filled();
    f.book.replace_events(&[]).unwrap();
    assert_eq!(f.book.events(&Filter::default()).unwrap().total, 0);
    let raw = rusqlite::Connection::open(f.folder.path().join("test.db")).unwrap();
    for table in ["event_claim", "event_contested", "event_figure", "event_box"] {
        let left: i64 = raw.query_row(&format!("SELECT count(*) FROM {table}"), [], |r| r.get(0)).unwrap();
        assert_eq!(left, 0, "{table}");
    }
}

#[test]
fn generated_reports_are_filed_with_their_edits() {
    let mut book = empty().book;
    for n in 0..21 {
        let (report, claims) = generated::numbered(n);
        book.add_report(&report, &claims, "test").unwrap();
    }
    assert_eq!(book.summary().unwrap().older_versions, 3);
    book.check().unwrap();
}

#[test]
fn many_events_are_found_and_paged_like_few() {
    let folder = TempDir::new().unwrap();
    let mut book = Casebook::open(folder.path().join("many.db")).unwrap();
    let claim = |n: usize| Claim {
        quote: format!("a raid on post {n}"),
        kind: "attack".into(),
        event: format!("{n}"),
        ..Claim::default()
    };
    let claims: Vec<Claim> = (0..1200).map(claim).collect();
    let report = Report { id: "log".into(), hash: "log".into(), ..Report::default() };
    book.add_report(&report, &claims, "test").unwrap();
    book.relink(linking::link).unwrap();
    let found = |words: &str, offset| {
        let page =
            book.events(&with(|f| (f.text, f.limit, f.offset) = (some(words), Some(500), offset))).unwrap();
        (page.total, page.items.into_iter().map(|e| e.id).collect::<Vec<_>>())
    };
    let mut paged: Vec<String> = (0..3).flat_map(|n| found("raid", n * 500).1).collect();
    assert_eq!(found("raid", 0).0, 1200);
    assert!(paged.is_sorted(), "in the order of the list");
    paged.dedup();
    assert_eq!(paged.len(), 1200);
    assert_eq!(found("post 77", 0), (1, vec!["e-77".to_owned()]));
}
