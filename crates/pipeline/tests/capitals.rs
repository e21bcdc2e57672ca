//! A report in capitals throughout: its claims are those of the same report in mixed case, its quotes as printed.

use ascribe_model::{Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

#[test]
fn quotes_stay_in_capitals_and_names_do_not() {
    let resources = Resources::builtin().expect("the data in the program");
    let text = "REBELS AMBUSHED AN ARMY TRUCK NEAR MARIB ON TUESDAY. THREE SOLDIERS WERE KILLED IN THE AMBUSH, THE YEMENI \
        DEFENCE MINISTRY SAID IN A STATEMENT. THE MINISTRY ADDED THAT THE WOUNDED WERE TAKEN TO A HOSPITAL IN SANAA.";
    let passages = vec![Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None }];
    let report = Report { text: text.to_owned(), language: "en".into(), passages, ..Report::default() };
    let claims = resources.extract(report).claims;
    let ambush = claims.iter().find(|c| c.trigger == "AMBUSHED").expect("the ambush");
    assert!(text.contains(&ambush.quote), "{}", ambush.quote);
    assert_eq!(ambush.places.first().map(|p| p.text.as_str()), Some("Marib"));
}
