//! Whose work something is said to have been, and what stands beside a deed without being a part of it.

mod shared;

use ascribe_model::{Claim, Harm, Role};
use shared::claims;

fn told_by<'a>(found: &'a [Claim], source: &str) -> Option<&'a Claim> {
    found.iter().find(|c| c.sources.last().is_some_and(|s| s.name.contains(source)))
}

#[test]
fn who_lays_blame_tells_of_the_deed() {
    for blame in [
        "The governor blamed the rebels.",
        "The governor said the rebels were behind it.",
        "The governor said he believed the rebels were responsible.",
        "The governor called it an act of terrorism by the rebels.",
    ] {
        let found = claims(&format!("A car bomb killed nine people in Karran on Monday. {blame}"));
        let laid = told_by(&found, "governor").unwrap_or_else(|| panic!("{blame}"));
        assert_eq!(laid.kind, "explosion", "{blame}");
        assert_eq!(laid.event, found[0].event, "{blame}");
        assert!(laid.actors.iter().any(|a| a.role == Role::Agent && a.name == "rebels"), "{blame}");
    }
}

#[test]
fn who_is_suspected_is_the_doer() {
    let found =
        claims("A taxi driver was shot dead in Karran on Monday. The militia is suspected of the killing.");
    assert_eq!(found.len(), 1, "{found:?}");
    let doers: Vec<&str> =
        found[0].actors.iter().filter(|a| a.role == Role::Agent).map(|a| a.name.as_str()).collect();
    assert_eq!(doers, ["militia"]);
}

#[test]
fn a_toll_of_weeks_is_not_that_of_a_day() {
    let text = "Gunmen shot nine people in Karran on Tuesday. Nearly 300 people have died since the vote was held on December 27.";
    let found = claims(text);
    assert!(
        found.iter().any(|c| c.aggregate && c.effects.iter().any(|e| e.count.max == Some(300))),
        "{found:?}"
    );
    let shooting = found.iter().find(|c| c.trigger.contains("shot")).expect("the deed");
    assert!(shooting.time.text.as_deref() != Some("December 27"));
}

#[test]
fn one_of_those_killed_is_one_of_all() {
    let found = claims(
        "The minister was one of at least nine people killed when a suicide bomber drove a car into a hotel.",
    );
    let killed = found.iter().flat_map(|c| &c.effects).find(|e| e.harm == Harm::Killed).expect("the dead");
    assert_eq!(killed.count.min, Some(9));
}
