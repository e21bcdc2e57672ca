//! Reports that tell of another year than their own: encyclopaedia articles, reviews of a war.
//!
//! "The battle began on 3 March 1987 … Bombers raided the town on 8 March." In news a year that was stated holds for a
//! sentence or two and the days after it are of the report's own weeks; here they go on from the story.

use super::expr::{Base, Expr, Frame, Phrase, Which, Year};
use super::resolve::Context;
use ascribe_model::Interval;
use jiff::civil::Date;

/// A story may step back so many days ("The plan had been made on 12 February") …
const BACK: i32 = 45;
/// … and a day that would lie further ahead is one of the year before.
const AHEAD: i32 = 320;

/// True where the first day, month or year that is named is of a year before the report's, or the report has no date,
/// and nothing is counted from the day of the report ("on Monday", "last week"). `sentences` are their times.
pub(crate) fn is_told(sentences: &[&[Phrase]], anchor: Option<Date>) -> bool {
    let first = |phrases: &[Phrase]| phrases.iter().filter(|p| p.frame != Frame::Since).find_map(stated);
    let past = |year: i16| anchor.is_none_or(|day| year < day.year());
    let told = sentences.iter().find_map(|phrases| first(phrases)).flatten().is_some_and(past);
    // "The battle was fought in March 1987. … Nine had fallen over the past day": before the day that is told of.
    let opened = sentences.first().and_then(|phrases| first(phrases)).flatten().is_some_and(past);
    let window = |p: &Phrase| matches!(p.expr, Expr::Window { back: true, .. });
    told && !sentences
        .iter()
        .flat_map(|p| p.iter())
        .any(|p| from_the_report(&p.expr) && !(opened && window(p)))
}

/// Of a day, month or year: the year that it states, if any.
fn stated(phrase: &Phrase) -> Option<Option<i16>> {
    match phrase.expr {
        Expr::Full(date) => Some(Some(date.year())),
        // "In 2004", not "the 2004 siege".
        Expr::Year(year) if phrase.start < phrase.core => Some(Some(year)),
        Expr::Day { year, .. } | Expr::Month { year, .. } | Expr::Season { year, .. } => match year {
            Some(Year::Number(year)) => Some(Some(year)),
            _ => Some(None),
        },
        _ => None,
    }
}

fn from_the_report(expr: &Expr) -> bool {
    match expr {
        Expr::Weekday { .. }
        | Expr::Today(_)
        | Expr::Weekend(_)
        | Expr::Window { from: Base::Speech, .. }
        | Expr::Around { .. } => true,
        Expr::Unit { which, .. } => matches!(which, Which::Last | Which::This | Which::Next),
        Expr::Shift { from, .. } => *from == Base::Speech,
        _ => false,
    }
}

/// The year of a day of a month as the story goes on: within the time last told where that is long ("in 2015 … on
/// 11 November"), else the nearest such day, rather later than earlier.
pub(crate) fn year(context: &Context, month: i8, day: i8) -> Option<i16> {
    let Interval { from: Some(from), to } = context.story else { return None };
    let days = |year: i16| Date::new(year, month, day.clamp(1, 28)).ok();
    let inside = |date: &Date| *date >= from && to.is_some_and(|to| *date <= to);
    let years = || (-1..=1).map(|step| from.year() + step).filter(|_| context.past);
    years().find(|&year| days(year).as_ref().is_some_and(inside)).or_else(|| {
        years()
            .find(|&year| days(year).is_some_and(|date| (-BACK..AHEAD).contains(&(date - from).get_days())))
    })
}
