//! Tables of expressions with the interval they mean in a report of a given day.

use super::ground_times;
use crate::words::tests::plain;
use ascribe_model::{Interval, Metadata, TimeMention};
use jiff::civil::Date;
use proptest::prelude::*;

/// Thursday.
const ANCHOR: &str = "2019-05-30";

fn read(text: &str, anchor: Option<&str>) -> Vec<TimeMention> {
    let (mut report, analysis) = plain(text);
    let published = anchor.map(|a| a.parse().expect("a date"));
    report.metadata = Metadata { published, ..Metadata::default() };
    ground_times(&report, &analysis)
}

fn interval(text: &str) -> Interval {
    let end = |t: &str| (t != "-").then(|| t.parse::<Date>().expect("a date"));
    let (from, to) = text.split_once("..").unwrap_or((text, text));
    Interval { from: end(from), to: end(to) }
}

/// One time in the text, meaning that interval.
fn check(text: &str, expected: &str) {
    let found = read(text, Some(ANCHOR));
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    assert_eq!(found[0].interval, interval(expected), "{text}: {}", found[0].by);
}

#[test]
fn absolute_dates() {
    check("Shells fell on April 9, 2019 near the town.", "2019-04-09");
    check("Shells fell on 9 April 2019.", "2019-04-09");
    check("Shells fell on the 9th of April.", "2019-04-09");
    check("Shells fell on April 9 evening.", "2019-04-09");
    check("Shells fell on the night of 16 December.", "2018-12-16");
    check("Shells fell on Sept. 11, 2001.", "2001-09-11");
    check("Shells fell on 25 Aug 88.", "1988-08-25");
    check("Shells fell on 2019-04-03.", "2019-04-03");
    check("Shells fell on 15.04.2017.", "2017-04-15");
    check("Shells fell on 15/04/2017.", "2017-04-15");
    check("Shells fell on Tuesday, 28 May.", "2019-05-28");
    check("Shells fell on May 5-9.", "2019-05-05..2019-05-09");
    check("Shells fell from May 5 to May 9.", "2019-05-05..2019-05-09");
    check("Shells fell between May 5 and May 9.", "2019-05-05..2019-05-09");
}

#[test]
fn weekdays_look_back_from_the_report() {
    check("A bomb killed two on Thursday.", "2019-05-30");
    check("A bomb killed two on Friday.", "2019-05-24");
    check("A bomb killed two late Tuesday night.", "2019-05-28");
    check("A bomb killed two at dawn on Monday.", "2019-05-27");
    check("A bomb killed two last Thursday.", "2019-05-23");
    check("Leaders will meet on Sunday.", "2019-06-02");
    check("A bomb killed two at around 9 p.m. Sunday.", "2019-05-26");
}

#[test]
fn days_from_the_report() {
    check("A bomb killed two today.", ANCHOR);
    check("Yesterday a bomb killed two.", "2019-05-29");
    check("A bomb killed two last night.", "2019-05-29");
    check("A bomb killed two this morning.", ANCHOR);
    check("A bomb killed two at dawn yesterday.", "2019-05-29");
    check("A bomb killed two overnight.", "2019-05-29..2019-05-30");
    check("A bomb killed two the day before yesterday.", "2019-05-28");
    check("A bomb killed two three days ago.", "2019-05-27");
    check("A bomb killed two a few days ago.", "2019-05-25..2019-05-29");
    check("Talks begin tomorrow.", "2019-05-31");
}

#[test]
fn the_codebooks_conventions() {
    check("Recently rebels left.", "-..2019-05-30");
    check("Rebels left last week.", "2019-05-20..2019-05-26");
    check("Rebels left over the past week.", "2019-05-23..2019-05-30");
    check("Rebels left in the past few days.", "2019-05-27..2019-05-30");
    check("Troops will arrive in the coming days.", "2019-05-30..2019-06-06");
    check("Troops are currently there.", ANCHOR);
    check("Troops arrived over the past 24 hours.", "2019-05-29..2019-05-30");
    check("Troops arrived during the past two weeks.", "2019-05-16..2019-05-30");
    check("Troops arrived over the weekend.", "2019-05-25..2019-05-26");
    check("Troops arrived in recent weeks.", "-..2019-05-30");
    check("Troops may leave in the near future.", "2019-05-30..-");
}

#[test]
fn months_years_and_their_parts() {
    check("Rebels left in March.", "2019-03-01..2019-03-31");
    check("Rebels left in November.", "2018-11-01..2018-11-30");
    check("Rebels left in May.", "2019-05-01..2019-05-30");
    check("Rebels left in March 2011.", "2011-03-01..2011-03-31");
    check("Rebels left earlier this year.", "2019-01-01..2019-05-30");
    check("Rebels left earlier this month.", "2019-05-01..2019-05-30");
    check("Rebels left late last year.", "2018-10-01..2018-12-31");
    check("Rebels left in late 1987.", "1987-10-01..1987-12-31");
    check("Rebels left last month.", "2019-04-01..2019-04-30");
    check("Rebels left last year.", "2018-01-01..2018-12-31");
    check("Rebels left in 2016.", "2016-01-01..2016-12-31");
    check("Rebels left in the 1980s.", "1980-01-01..1989-12-31");
    check("Rebels left last summer.", "2018-06-01..2018-08-31");
    check("Rebels left in the winter of 1989.", "1989-12-01..1990-02-28");
    check("Rebels left at the beginning of the week.", "2019-05-27..2019-05-28");
    check("Rebels left two years ago.", "2017-01-01..2017-12-31");
    check("Rebels left years ago.", "-..2018-12-31");
    check("Rebels left six weeks ago.", "2019-04-18");
}

#[test]
fn frames() {
    check("The siege holds since May 10.", "2019-05-10..2019-05-30");
    check("Rebels shelled it in the first week of March.", "2019-03-01..2019-03-07");
    check("Rebels shelled it in the last week of March.", "2019-03-25..2019-03-31");
    check("The siege holds since early March.", "2019-03-01..2019-05-30");
    check("The siege holds since March 2011.", "2011-03-01..2019-05-30");
    check("Rebels shelled it since the start of the uprising in March 2011.", "2011-03-01..2019-05-30");
    check(
        "The talks go on since the accord, and in April 2019 a bridge was opened.",
        "2019-04-01..2019-04-30",
    );
    check("The siege held until April 2.", "-..2019-04-02");
    check("The siege was over before April 2.", "-..2019-04-01");
    check("The town has been besieged for two years.", "2017-05-30..2019-05-30");
    check("The town has been besieged for more than a year.", "-..2019-05-30");
    check("The accord takes effect no later than June 2.", "2019-05-30..2019-06-02");
}

#[test]
fn the_story_carries_on() {
    let found = read(
        "On April 9 rebels took the hill. Two days later they left. The same day a truce began.",
        Some(ANCHOR),
    );
    let at: Vec<_> = found.iter().map(|m| m.interval).collect();
    assert_eq!(at, ["2019-04-09", "2019-04-11", "2019-04-11"].map(interval));
    let found = read("In March the post was moved. Since then there is quiet.", Some(ANCHOR));
    assert_eq!(found[1].interval, interval("2019-03-01..2019-05-30"));
    let found = read("The murders began on July 1, 1999. On July 7 two were shot.", Some(ANCHOR));
    assert_eq!(found[1].interval, interval("1999-07-07"));
    let found = read("Raids went on overnight Wednesday and into Thursday morning.", Some(ANCHOR));
    assert_eq!(found[0].interval, interval("2019-05-29..2019-05-30"));
}

/// Intervals of all times of a text.
fn intervals(text: &str) -> Vec<Interval> {
    read(text, Some(ANCHOR)).iter().map(|m| m.interval).collect()
}

#[test]
fn what_was_told_is_counted_from() {
    for (words, expected) in [
        ("Troops came hours after the shooting.", "2019-04-09"),
        ("Two days after the deadly raid troops came.", "2019-04-11"),
        ("In the days following the attack troops came.", "2019-04-10..2019-05-30"),
        ("Twelve days after that a priest was killed.", "2019-04-21"),
        ("The mayor has since been arrested.", "2019-04-09..2019-05-30"),
        ("Nine thousand have fled since the attack.", "2019-04-09..2019-05-30"),
        ("Nine were shot in those days.", "2019-04-09"),
        ("Over the same period nine were shot.", "2019-04-09"),
        ("In the course of the night nine were shot.", "2019-04-09"),
        ("After midnight soldiers shot nine.", "2019-04-09"),
    ] {
        let found = intervals(&format!("On April 9 rebels took the hill. {words}"));
        assert_eq!(found.get(1..), Some(&[interval(expected)][..]), "{words}");
    }
    // Without a story there is nothing to count from.
    assert_eq!(intervals("Troops came hours after the shooting."), [Interval::default()]);
    let night = intervals("Nine died on the night of the failed coup of 15 July 2016.");
    assert_eq!(night, [interval("2016-07-15")]);
}

#[test]
fn days_after_a_deed_tell_when_the_deed_was() {
    check("The raid came six days after a minister was killed.", "2019-05-24");
    let found = intervals("Nine were found dead on Sunday, three days after gunmen took them away.");
    assert_eq!(found, ["2019-05-26", "2019-05-23"].map(interval));
    // Of a month no day can be told.
    let found = intervals("Nine died in March, three days after gunmen took them away.");
    assert_eq!(found, [interval("2019-03-01..2019-03-31"), Interval::default()]);
}

#[test]
fn hours_without_a_day_and_days_to_come() {
    check("The mayor was shot at 0740.", "2019-05-29..2019-05-30");
    check("Fighting went on for a fourth day.", "2019-05-27..2019-05-30");
    check("Missiles struck the base for the second night running.", "2019-05-29..2019-05-30");
    check("The union called a strike for Friday.", "2019-05-31");
    check("The union called a strike for 19 June over pay.", "2019-06-19");
    check("He was jailed for Friday prayers.", "2019-05-24");
    check("Over the previous day 38 fights took place.", "2019-05-29..2019-05-30");
    assert!(intervals("Source: Agency | 2019-05-29 22:41:17 | Editor").is_empty());
    assert!(intervals("He was killed soon after being captured.").is_empty());
}

#[test]
fn a_year_told_once_is_that_of_both() {
    check("The fight lasted from 3 May to 9 June 1999.", "1999-05-03..1999-06-09");
    check("It was fought between 10 December and 4 January 1993.", "1992-12-10..1993-01-04");
    check("Fights went on in April and May 2001.", "2001-04-01..2001-05-31");
    check("The siege of 12 March – 2 April 1990 was the second.", "1990-03-12..1990-04-02");
    let found = read("Fights went on in April and May 2001. On 14 April a bridge was lost.", Some(ANCHOR));
    assert_eq!(found[1].interval, interval("2001-04-14"));
    let found = read(
        "It was fought in March 1987. A ridge fell on 9 March. Nine had died over the past day.",
        Some(ANCHOR),
    );
    assert_eq!(found[2].interval, interval("1987-03-08..1987-03-09"));
    let found = read("Patrols met in May, and Oslo was told in 2001.", Some(ANCHOR));
    assert_eq!(found[0].interval, interval("2019-05-01..2019-05-30"));
}

#[test]
fn without_an_anchor_relative_times_stay_open() {
    for text in [
        "A bomb fell on Monday.",
        "A bomb fell yesterday.",
        "A bomb fell on Jan. 10.",
        "A bomb fell last week.",
    ] {
        let found = read(text, None);
        assert_eq!(found.len(), 1, "{text}");
        assert!(found[0].interval.is_unknown(), "{text}: {:?}", found[0]);
    }
    let found = read("San Salvador, 25 Aug 88 (DPA) -- Two men were shot last night.", None);
    assert_eq!(found[1].interval, interval("1988-08-24"));
}

#[test]
fn words_that_are_no_time() {
    for text in [
        "Troops may march on the city.",
        "A 30-year-old man died.",
        "The second battalion fired.",
        "Resolution 1973 was passed.",
        "The fall of the city was near.",
        "A night raid killed two.",
        "About 2000 soldiers came.",
        "A Mirage 2000 was lost.",
        "They left after a month-long offensive.",
    ] {
        assert_eq!(read(text, Some(ANCHOR)), vec![], "{text}");
    }
}

#[test]
fn lengths_beyond_the_calendar_do_no_harm() {
    for text in [
        "It fell 1999 centuries ago.",
        "It fell 1999 decades later.",
        "It fell in 9999.",
        "It fell 1999 years ago.",
    ] {
        let _ = read(text, Some("0001-01-01"));
        assert!(read(text, Some("9999-12-31")).len() <= 1, "{text}");
    }
}

#[test]
fn spans_take_in_the_preposition() {
    let text = "Quiet reigns since May 10 here.";
    let found = read(text, Some(ANCHOR));
    assert_eq!(found[0].span.of(text), "since May 10");
    assert_eq!(found[0].tokens.range(), 3..5);
    // The preposition is that of what Monday has.
    let text = "Nine were hurt in Monday's raid.";
    assert_eq!(read(text, Some(ANCHOR))[0].span.of(text), "Monday");
}

#[test]
fn a_war_by_its_length_is_no_time() {
    assert!(read("They took it in the Six Day War.", Some(ANCHOR)).is_empty());
    assert_eq!(read("They took it in six days.", Some(ANCHOR)).len(), 1);
}

proptest! {
    #[test]
    fn intervals_are_ordered_and_nothing_panics(
        words in proptest::collection::vec(
            prop::sample::select(vec![
                "on", "since", "the", "last", "next", "April", "9", "31", "2019", "Monday", "night", "two", "few", "days",
                "ago", "later", "week", "of", "past", "from", "to", "between", "and", "early", "mid-May", "1980s", ",", "-",
                "quarter", "third", "9999", "12:30", "p.m.", "overnight", "then", "until", "a", "year", "30/02/2019", "decade",
                "centuries", "99999", "winter", "hours",
            ]),
            0..14,
        ),
        anchor in prop::option::of(prop::sample::select(vec!["2019-05-30", "1988-02-29", "9999-12-31", "0001-01-01"])),
    ) {
        for mention in read(&words.join(" "), anchor) {
            if let (Some(from), Some(to)) = (mention.interval.from, mention.interval.to) {
                prop_assert!(from <= to, "{mention:?}");
            }
            prop_assert!(mention.tokens.start < mention.tokens.end);
        }
    }
}

/// The last time of a text, in a report of [`ANCHOR`].
fn last(text: &str, expected: &str) {
    let found = read(text, Some(ANCHOR));
    let last = found.last().expect("a time");
    assert_eq!(last.interval, interval(expected), "{text}: {}", last.by);
}

#[test]
fn what_tells_of_another_year_goes_on_in_it() {
    let battle = "The battle was fought on 3 March 1987. The rebels withdrew at dusk. Many were hurt.";
    last(&format!("{battle} Bombers raided the town on 8 March."), "1987-03-08");
    last(&format!("{battle} The plan had been made on 12 February."), "1987-02-12");
    last(&format!("{battle} The last prisoners came home in January."), "1988-01-01..1988-01-31");
    last(&format!("{battle} On Monday the town remembered them. A bomb went off on 8 March."), "2019-03-08");
    last(&format!("{battle} In the following months 40 people died."), "1987-03-03..-");
    last(
        "In July 2006 jets bombed the bridge. Rockets fell on the port the same day.",
        "2006-07-01..2006-07-31",
    );
    last("In 2015 the war spread. Many fled. Troops took the town on 11 November.", "2015-11-11");
    last("The war spread in May 2015. In 2016 many fled. They came back on 11 November.", "2016-11-11");
}

#[test]
fn what_has_gone_on_since_a_month_goes_on_in_the_year_of_the_report() {
    last("He was convicted in 2009. Troops have held the town since January.", "2019-01-01..2019-05-30");
}

#[test]
fn feasts_and_two_days_of_one_month_are_days() {
    last("A bomb went off on Christmas Day.", "2018-12-25");
    last("Nine died on New Year's Eve 2015.", "2015-12-31");
    last("Shelling between February 12 and 15 killed nine.", "2019-02-12..2019-02-15");
}

#[test]
fn the_day_of_a_story_outlives_a_look_back() {
    let text = "A bomb went off on 14 February 2009. It was the worst attack since the 2004 siege.";
    last(&format!("{text} Three men were arrested on 20 February."), "2009-02-20");
}

#[test]
fn a_year_that_is_looked_back_to_is_not_that_of_the_story() {
    last(
        "It was the worst attack since the 2004 siege. Three men were arrested on 20 February.",
        "2019-02-20",
    );
}
