//! Times of claims from text to calendar: the tense of the verb says on which side of the report a month lies.

use ascribe_model::{Metadata, Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

/// Text, then the first day of the claim's time; the reports are of 14 March 2019.
const CASES: &[(&str, &str)] = &[
    ("Militants seized nine hostages near Maran in May.", "2018-05-01"),
    ("Troops will withdraw from Maran in May.", "2019-05-01"),
    ("Gunmen killed a judge in Maran on April 20.", "2018-04-20"),
    ("Gunmen killed a judge in Maran in February.", "2019-02-01"),
];

#[test]
fn what_is_told_in_the_past_lies_before_the_report() {
    let resources = Resources::builtin().expect("the data in the program");
    for (text, wanted) in CASES {
        let passages =
            vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
        let metadata =
            Metadata { published: Some("2019-03-14".parse().expect("a date")), ..Metadata::default() };
        let report = Report {
            text: (*text).to_owned(),
            language: "en".into(),
            passages,
            metadata,
            ..Report::default()
        };
        let claims = resources.extract(report).claims;
        let from = claims.first().and_then(|c| c.time.interval.from).map(|d| d.to_string());
        assert_eq!(from.as_deref(), Some(*wanted), "{text}");
    }
}
