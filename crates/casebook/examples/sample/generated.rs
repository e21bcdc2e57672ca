//! Any number of made-up reports, the same for the same numbers: for tests of filing and of size.

use crate::maker::{Maker, metadata, report, town};
use ascribe_model::{Claim, Count, Harm, PassageKind, Report, Role, Side};

const TOWNS: [(&str, f64, f64, &str, &str); 5] = [
    ("Palmyra", 34.55, 38.27, "Homs", "SY"),
    ("Gao", 16.27, -0.04, "Gao", "ML"),
    ("Taiz", 13.58, 44.02, "Taiz", "YE"),
    ("Apatzingán", 19.08, -102.35, "Michoacán", "MX"),
    ("Sloviansk", 48.85, 37.62, "Donetsk", "UA"),
];

/// Report number `n`. Every seventh one is an edited version of the one before it.
pub fn numbered(n: usize) -> (Report, Vec<Claim>) {
    let edited = n % 7 == 6;
    let subject = if edited { n - 1 } else { n };
    let place = TOWNS[subject % TOWNS.len()];
    let dead = 2 + (subject % 17) as u64 + u64::from(edited);
    let date = format!("2018-{:02}-{:02}", 1 + subject / 28 % 12, 1 + subject % 28);
    let title = format!("Fighting near {} (no. {subject})", place.0);
    let clash = format!("A clash broke out near {} on {date}.", place.0);
    let toll = format!("The Interior Ministry said {dead} gunmen were killed near {}.", place.0);
    let made = report(
        &format!("made-{subject:05}"),
        metadata(&title, ["First Wire", "Second Courier"][subject % 2], &date),
        &[
            (PassageKind::Title, &title),
            (PassageKind::Body, &clash),
            (PassageKind::Body, &toll),
            (PassageKind::Body, &format!("Reference of this report: {subject} of the series.")),
            (PassageKind::Furniture, "Share this article. Donate today."),
        ],
    );
    let where_it_was = town(place.0, place.1, place.2, place.3, place.4);
    let own = Maker::new(&made, "clash", &clash, "clash")
        .event(&format!("made-{subject:05}"))
        .place("near", &where_it_was)
        .time(&date, &date, &date)
        .done();
    let told = Maker::new(&made, "clash", &toll, "killed")
        .event(&format!("made-{subject:05}"))
        .source("Interior Ministry", Side::State, "Interior Ministry")
        .actor(Role::Target, "gunmen", Side::Militia, "gunmen")
        .effect(
            Harm::Killed,
            "gunmen",
            Side::Militia,
            Count::exactly(dead),
            &format!("{dead} gunmen were killed"),
        )
        .place("near", &where_it_was)
        .done();
    (made, vec![own, told])
}
