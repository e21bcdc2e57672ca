//! Pages of several house styles, of our own writing, with what they should yield.

use ascribe_model::{PassageKind, Report};
use ascribe_reading::{Input, read};

fn report(text: &str) -> Report {
    let mut reading = read(&Input { origin: "a.txt", bytes: text.as_bytes() });
    assert_eq!(reading.reports.len(), 1);
    reading.reports.remove(0)
}

/// Metadata as `title | publisher | original publisher | published | originally published | byline`.
fn line(report: &Report) -> String {
    let m = &report.metadata;
    let date = |d: Option<jiff::civil::Date>| d.map(|d| d.to_string()).unwrap_or_default();
    let word = |w: &Option<String>| w.clone().unwrap_or_default();
    [
        word(&m.title),
        word(&m.publisher),
        word(&m.original_publisher),
        date(m.published),
        date(m.originally_published),
        word(&m.byline),
    ]
    .join(" | ")
}

fn words(report: &Report, kind: PassageKind) -> Vec<&str> {
    report.passages.iter().filter(|p| p.kind == kind).map(|p| report.words(p.span)).collect()
}

#[test]
fn a_newspaper_page_with_comments() {
    let found = report(
        "The Valley Tribune\nHome\nWorld\nOpinion\n\nRocket attack kills four in border town\n\nBy Ahmed Khan\n\
         Published: 12 March 2019, 14:05\nLast updated: 13 March 2019\n\n\
         PESHAWAR: Four people were killed when rockets hit a market in the border town on Tuesday, police said.\n\n\
         A spokesman for the corps said the rockets were fired \"from across the border\".\n\n\
         Read more: Army denies it lost a post\n\nThe group denied involvement.\n\nWhat we know so far\n\n\
         Officials said the death toll could rise.\n\nTags: Peshawar, rockets\n\nComments (2)\n\n\
         Imran K\n3 hours ago\nAt least 20 died, my uncle says.\nReply\n\nSana\n2 hours ago\nFake news!!\nReply\n",
    );
    assert_eq!(
        line(&found),
        "Rocket attack kills four in border town | The Valley Tribune |  | 2019-03-12 |  | Ahmed Khan"
    );
    assert_eq!(words(&found, PassageKind::Body).len(), 4, "{:#?}", found.passages);
    assert_eq!(words(&found, PassageKind::Heading), ["What we know so far"]);
    let authors: Vec<_> = found.passages.iter().filter_map(|p| p.author.as_deref()).collect();
    assert_eq!(authors, ["Imran K", "Sana"]);
}

#[test]
fn copies_tell_where_they_come_from() {
    let body = "At least six people died on Tuesday when warplanes bombed a hospital in the town, rescuers said.\n\n\
        Activists blamed the air force, which denied it.\n\n";
    for (head, foot, expected) in [
        (
            "Posted on June 6, 2018 by admin",
            "This article was originally published by Syria Direct on 5 June 2018.",
            "Airstrikes hit hospital, killing six |  | Syria Direct | 2018-06-06 | 2018-06-05 | ",
        ),
        (
            "Kyiv Post, June 6, 2018",
            "Source: AFP",
            "Airstrikes hit hospital, killing six | Kyiv Post | AFP | 2018-06-06 |  | ",
        ),
        (
            "Hiiraan Online\n\nWednesday June 6, 2018",
            "Republished from Garowe Online",
            "Airstrikes hit hospital, killing six | Hiiraan Online | Garowe Online | 2018-06-06 |  | ",
        ),
        (
            "By Jane Doe\n\nThe Irrawaddy, 6 June 2018",
            "© 2018 The Irrawaddy. All rights reserved.\nShare this:\nFacebook",
            "Airstrikes hit hospital, killing six | The Irrawaddy |  | 2018-06-06 |  | Jane Doe",
        ),
    ] {
        let found = report(&format!("Airstrikes hit hospital, killing six\n\n{head}\n\n{body}{foot}\n"));
        assert_eq!(line(&found), expected, "{:#?}", found.passages);
        assert_eq!(words(&found, PassageKind::Body).len(), 2, "{:#?}", found.passages);
    }
}

#[test]
fn a_wire_text_states_itself() {
    let found = report(
        "BAGHDAD, Dec 3, 2012 (Xinhua) -- A roadside bomb killed two policemen in the west of the city on Monday,\n\
         police said. A third was wounded in the blast, which also damaged a number\nof shops near the road.\n",
    );
    assert_eq!(line(&found), " | Xinhua |  | 2012-12-03 |  | ");
    assert_eq!(words(&found, PassageKind::Metadata).len(), 1);
    assert!(words(&found, PassageKind::Body)[0].starts_with("A roadside bomb"));
}

#[test]
fn a_credit_behind_the_text_names_the_agency() {
    let found = report(
        "Kyiv, 14 August 2022 - The General Staff said on Sunday that more than 30 settlements had been shelled.\n\n\
         Two civilians were killed in Bakhmut, the governor said. (Ukrinform)\n",
    );
    assert_eq!(found.metadata.original_publisher.as_deref(), Some("Ukrinform"));
    assert_eq!(found.metadata.published.map(|d| d.to_string()).as_deref(), Some("2022-08-14"));
}

#[test]
fn a_release_behind_a_rule_begins_with_its_title() {
    let found = report(
        "KELD (June 4) - A joint force detained three men near the mill on Monday, officials said.\n\n---\n\n\
         UPDATE: Joint Force Captures Bomb Maker and Two Couriers in Northern Salt Province on Tuesday\n\n\
         The Command confirmed on Tuesday that a bomb maker was caught.\n\n---\n\n\
         Nobody was hurt in the search, the Command said.\n",
    );
    let headings = words(&found, PassageKind::Heading);
    assert!(headings.iter().any(|h| h.starts_with("UPDATE: Joint Force")), "{:#?}", found.passages);
    assert!(words(&found, PassageKind::Body).iter().any(|b| b.starts_with("Nobody was hurt")));
}

#[test]
fn what_leads_one_run_of_text_is_cut() {
    let told = "Six people died on Monday when a bomb went off in a café of the old town, the mayor said.";
    for lead in [
        "20.07.2016Get short URL 0 55 ",
        "30.04.2017) Get short URL 3214 ",
        "23.04.2017(updated 2139 24.04.2017) Get short URL 0 67 ",
        "SEND https://sho.rt/EsxNAM ",
        "Bomb in a café kills six and wounds nine says a monitor AFP Friday 23 Aug 2013 ",
        "Smoke over the old town on Monday (archives) ",
    ] {
        let found = report(&format!("{lead}{told}"));
        assert_eq!(words(&found, PassageKind::Body), [told], "{lead}");
    }
}
