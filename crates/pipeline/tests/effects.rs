//! Harm from words to claims: how many, of what, on which side, and to which claim it belongs.

#![allow(clippy::print_stdout, clippy::print_stderr)]

use ascribe_model::{Effect, Passage, PassageKind, Report, Span};
use ascribe_pipeline::Resources;

/// Text, then the effects of each claim as `type: harm side min..max`.
const CASES: &[(&str, &[&str])] = &[
    // Numbers.
    (
        "Gunmen killed at least five shepherds and wounded over 20 near Gao on Friday.",
        &["killed civilian 5..", "injured civilian 21.."],
    ),
    (
        "A raid on the town left two dead and 18 injured.",
        &["killed civilian 2..2", "injured civilian 18..18"],
    ),
    ("The raid killed the mayor and her husband.", &["killed civilian 2..2"]),
    ("Rebels killed a gay couple in the village.", &["killed civilian 2..2"]),
    ("Shelling killed four nurses and porters in the town.", &["killed civilian 4..4"]),
    ("The attack killed 15 people, among them six children.", &["killed civilian 15..15"]),
    ("The jets struck the town, killing and wounding dozens of residents.", &["casualties civilian 24.."]),
    ("A man stabbed eleven pupils to death in the yard.", &["killed civilian 11..11"]),
    ("Police seized ammunition and nine rifles in the raid.", &["seized unknown ..", "seized unknown 9..9"]),
    // Nobody: whose they are, only the target shows.
    ("No one was killed in the rebel attack on the town of Karran on Monday.", &["killed unknown 0..0"]),
    ("Nobody was hurt when a bomb exploded in the town on Monday.", &["injured unknown 0..0"]),
    ("There were no casualties in the shelling of the army post.", &["casualties state 0..0"]),
    ("Rebels detonated a bomb near the bridge without causing injuries.", &["injured unknown 0..0"]),
    // Sides.
    (
        "Sixty recruits were killed and scores of others wounded in an ambush by rebels.",
        &["killed state 60..60", "injured state 40.."],
    ),
    ("Police arrested two suspects after the bombing.", &["captured unknown 2..2"]),
    ("Eleven people were killed when a bomb hit an army convoy.", &["killed unknown 11..11"]),
    (
        "Army jets destroyed four rebel trucks and two bunkers.",
        &["destroyed rebel 4..4", "destroyed rebel 2..2"],
    ),
    // Belonging.
    (
        "Rebels attacked a mine, killing one miner and abducting two engineers.",
        &["killed civilian 1..1", "captured civilian 2..2"],
    ),
    ("Pirates hijacked a tanker off the coast.", &["seized civilian 1..1"]),
    ("Two strikes disabled two bridges near the town.", &["destroyed civilian 2..2"]),
    (
        "Three civilians were killed in Keren and at least a dozen private houses were destroyed.",
        &["killed civilian 3..3", "destroyed civilian 12.."],
    ),
    ("Okello was abducted with his driver by gunmen.", &["captured civilian 2..2"]),
    ("Fighting between soldiers and rebels has claimed hundreds of lives.", &["killed unknown 200.."]),
    (
        "Rebels shot down a helicopter gunship near Mavinga, killing its crew.",
        &["destroyed state 1..1", "killed civilian .."],
    ),
    ("An officer died of injuries that he received in the blast.", &["killed state 1..1"]),
    (
        "Private Marlow, who had been wounded by sniper fire two weeks ago, succumbed to his injuries on Tuesday.",
        &["killed unknown 1..1"],
    ),
];

fn effects(resources: &Resources, text: &str) -> Vec<String> {
    let passage = Passage { kind: PassageKind::Body, span: Span::new(0, text.len()), author: None };
    let report = Report { text: text.to_owned(), passages: vec![passage], ..Report::default() };
    let end = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
    let tell = |e: Effect| {
        let harm = format!("{:?}", e.harm).to_lowercase();
        format!("{harm} {} {}..{}", e.side.name(), end(e.count.min), end(e.count.max))
    };
    resources.extract(report).claims.into_iter().flat_map(|c| c.effects).map(tell).collect()
}

/// Trees are a model's: one case in ten may be misread; which one is printed.
#[test]
fn harm_is_counted_and_given_its_side() {
    let Ok(resources) = Resources::builtin() else {
        println!("skipped: the program was built without its model");
        return;
    };
    let wrong: Vec<String> = CASES
        .iter()
        .filter_map(|(text, expected)| {
            let found = effects(&resources, text);
            let all = expected.iter().all(|e| found.iter().any(|f| f == e)) && found.len() == expected.len();
            (!all).then(|| format!("{text}\n   {found:?}"))
        })
        .collect();
    println!("{}", wrong.join("\n"));
    assert!(wrong.len() * 10 <= CASES.len(), "{} of {}:\n{}", wrong.len(), CASES.len(), wrong.join("\n"));
}
