//! Times of claims from text to calendar: the tense of the verb says on which side of the report a month lies.

use ascribe_model::{Claim, Metadata, Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

/// Text, then the first day of the claim's time; the reports are of 14 March 2019.
const CASES: &[(&str, &str)] = &[
    ("Militants seized nine hostages near Maran in May.", "2018-05-01"),
    ("Troops will withdraw from Maran in May.", "2019-05-01"),
    ("Gunmen killed a judge in Maran on April 20.", "2018-04-20"),
    ("Gunmen killed a judge in Maran in February.", "2019-02-01"),
];

/// Text, then the days of the time of its last claim.
const LAST: &[(&str, Option<(&str, &str)>)] = &[
    // In the same scene.
    (
        "Rebels stormed the town of Maran on Monday. They shot nine teachers.",
        Some(("2019-03-11", "2019-03-11")),
    ),
    ("Rebels stormed the town of Kunduz on Monday. In Kandahar a bomb killed nine soldiers.", None),
    ("Rebels stormed the town of Kunduz on Monday. In a separate attack, gunmen shot nine teachers.", None),
    ("Rebels stormed the town of Kunduz on Monday. Soldiers are hunting the gunmen.", None),
    // When, rather than how long.
    (
        "Rebels held the town of Kunduz for five hours on Sunday and withdrew.",
        Some(("2019-03-10", "2019-03-10")),
    ),
    // The day of what is told beside the rest, and not only of the saying.
    (
        "Also on Monday, the army said rebels had shot nine soldiers in Kunduz.",
        Some(("2019-03-11", "2019-03-11")),
    ),
    ("The army said on Monday that rebels had shot nine soldiers in Kunduz.", None),
    ("Soldiers searching the town overnight arrested nine men.", Some(("2019-03-13", "2019-03-14"))),
    (
        "Gunmen have bombed two towns since the roads were opened on Feb. 20.",
        Some(("2019-02-20", "2019-03-14")),
    ),
    (
        "Villagers fled in tears three days after gunmen shot the mayor of Kunduz.",
        Some(("2019-03-11", "2019-03-11")),
    ),
];

fn claims(resources: &Resources, text: &str) -> Vec<Claim> {
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let metadata = Metadata { published: Some("2019-03-14".parse().expect("a date")), ..Metadata::default() };
    let report =
        Report { text: text.to_owned(), language: "en".into(), passages, metadata, ..Report::default() };
    resources.extract(report).claims
}

#[test]
fn what_happened_when() {
    let resources = Resources::builtin().expect("the data in the program");
    for (text, wanted) in LAST {
        let claims = claims(&resources, text);
        let time = claims.last().map(|c| c.time.interval).unwrap_or_default();
        let days = time.from.zip(time.to).map(|(from, to)| (from.to_string(), to.to_string()));
        assert_eq!(days.as_ref().map(|(from, to)| (from.as_str(), to.as_str())), *wanted, "{text}");
    }
}

#[test]
fn what_is_told_in_the_past_lies_before_the_report() {
    let resources = Resources::builtin().expect("the data in the program");
    for (text, wanted) in CASES {
        let claims = claims(&resources, text);
        let from = claims.first().and_then(|c| c.time.interval.from).map(|d| d.to_string());
        assert_eq!(from.as_deref(), Some(*wanted), "{text}");
    }
}
