//! Which of a short report's words become claims: asides, second tellings and digests, through the whole way.

use ascribe_model::{Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

/// A report of paragraphs, each a passage; a line that opens with `#` is a heading.
fn report(paragraphs: &[&str]) -> Report {
    let mut report = Report { language: "en".into(), ..Report::default() };
    for paragraph in paragraphs {
        let kind = if paragraph.starts_with('#') { PassageKind::Heading } else { PassageKind::Body };
        let start = report.text.len();
        report.text.push_str(paragraph.trim_start_matches('#').trim());
        let span = Span::new(start, report.text.len());
        report.passages.push(Passage { kind, span, author: None });
        report.text.push_str("\n\n");
    }
    report
}

/// `type: trigger` of every claim.
fn told(resources: &Resources, paragraphs: &[&str]) -> Vec<String> {
    let claims = resources.steps(&report(paragraphs)).claims;
    claims.iter().map(|c| format!("{}: {}", c.kind, c.trigger)).collect()
}

#[test]
fn a_claim_is_told_and_not_an_aside() {
    let resources = Resources::builtin().expect("the built-in data");
    let cases: [(&[&str], &[&str]); 6] = [
        (&["Rebels attacked the barracks in Odense on Monday."], &["attack: attacked"]),
        // A call is no claim; what is called about may be.
        (&["The envoy urged the rebels to attack the garrison at Odense."], &[]),
        // What nobody knows is no claim.
        (&["It was not clear whether the rebels had attacked the garrison at Odense."], &[]),
        // The operation is the frame of what is told.
        (&["Soldiers arrested five rebels during an operation in Odense on Monday."], &["arrest: arrested"]),
        // Told again in the report's own voice.
        (
            &[
                "A car bomb exploded near a market in Odense on Monday, killing nine people, police said.",
                "The car bomb exploded as traders were opening their stalls.",
            ],
            &["explosion: car bomb"],
        ),
        // Another incident is another claim.
        (
            &[
                "A car bomb exploded near a market in Odense on Monday, killing nine people.",
                "In another incident, a car bomb exploded in Aarhus on Sunday, killing two soldiers.",
            ],
            &["explosion: car bomb", "explosion: car bomb"],
        ),
    ];
    for (text, expected) in cases {
        assert_eq!(told(&resources, text), expected, "{text:?}");
    }
}

#[test]
fn a_crime_in_court_is_no_claim_but_a_rebel_in_court_is() {
    let resources = Resources::builtin().expect("the built-in data");
    let crime = ["The jury convicted a burglar who attacked a shopkeeper with a hammer in Odense."];
    assert_eq!(told(&resources, &crime), Vec::<String>::new());
    let conflict = ["A court in Odense sentenced two rebels who attacked a checkpoint in May."];
    assert!(!told(&resources, &conflict).is_empty());
}

#[test]
fn every_claim_says_what_decided_for_it() {
    let resources = Resources::builtin().expect("the built-in data");
    let claims = resources.steps(&report(&["Rebels attacked the barracks in Odense on Monday."])).claims;
    let reason = claims[0].evidence.iter().find(|e| e.field == "claim").expect("a reason");
    assert!(reason.rule.starts_with("weighed +"), "{}", reason.rule);
}
