//! Parties from words to claims: who does it and to whom, by name or by the words for them.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_model::{Passage, PassageKind, Report, Role, Span};
use ascribe_pipeline::Resources;

/// Text, then the parties of its first claim.
const CASES: &[(&str, &[&str])] = &[
    // Whose a position is that is struck.
    (
        "Rebel factions shelled army positions near the town on Monday.",
        &["agent Rebel factions", "target army positions"],
    ),
    (
        "Turkish jets pounded Kurdish positions along the frontier.",
        &["agent Turkish jets", "target Kurdish positions"],
    ),
    ("The army shelled rebel positions.", &["agent army", "target rebels"]),
    // People by what they do.
    ("Gunmen kidnapped two linguists near the camp on Friday.", &["agent Gunmen", "target linguists"]),
    ("Soldiers shot a deacon in the village on Sunday.", &["agent Soldiers", "target deacon"]),
    // People of a body that no dictionary has.
    (
        "Guerrillas of the Keld Liberation Front bombed a bank in the capital.",
        &["agent Keld Liberation Front"],
    ),
    // Bodies without a name.
    ("Artillery units shelled the village on Sunday.", &["agent Artillery units"]),
    ("Two battalions have surrendered to the rebels.", &["agent battalions", "target rebels"]),
];

fn parties(resources: &Resources, text: &str) -> Vec<String> {
    let passage = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
    let report = Report { text: text.to_owned(), passages: vec![passage], ..Report::default() };
    let role = |r: Role| format!("{r:?}").to_lowercase();
    let first = resources.extract(report).claims.into_iter().next();
    first.into_iter().flat_map(|c| c.actors).map(|a| format!("{} {}", role(a.role), a.name)).collect()
}

/// Trees are a model's: one case in ten may be misread; which one is printed.
#[test]
fn parties_are_named() {
    let Ok(resources) = Resources::builtin() else {
        println!("skipped: the program was built without its model");
        return;
    };
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(text, expected)| {
            let found = parties(&resources, text);
            let all = expected.iter().all(|e| found.iter().any(|f| f == e)) && found.len() == expected.len();
            (!all).then(|| format!("{text}\n   {found:?}"))
        })
        .collect();
    println!("{}", wrong.join("\n"));
    assert!(wrong.len() * 10 <= CASES.len(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}
