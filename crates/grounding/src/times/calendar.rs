//! The calendar: ranges of weeks, months, seasons and years, by `jiff` alone.

use super::expr::{Edge, Season, Unit};
use ascribe_model::Interval;
use jiff::civil::{Date, Weekday};
use jiff::{Span, ToSpan};

/// A day moved by a span; the day itself where the calendar ends.
pub(crate) fn moved(date: Date, by: Span) -> Date {
    date.checked_add(by).unwrap_or(date)
}

/// `n` units as a span; `None` for what is shorter than a day.
pub(crate) fn span(n: i64, unit: Unit) -> Option<Span> {
    Some(match unit {
        Unit::Second | Unit::Minute | Unit::Hour => return None,
        Unit::Day => n.days(),
        Unit::Week => n.weeks(),
        Unit::Fortnight => (2 * n).weeks(),
        Unit::Month => n.months(),
        Unit::Quarter => (3 * n).months(),
        Unit::Year => n.years(),
        Unit::Decade => (10 * n).years(),
        // The calendar holds less than 20,000 years, and its spans no more.
        Unit::Century => (100 * n).clamp(-19_000, 19_000).years(),
    })
}

/// Monday to Sunday of the day's week.
pub(crate) fn week(date: Date) -> Interval {
    let monday = moved(date, -i64::from(date.weekday().to_monday_zero_offset()).days());
    Interval { from: Some(monday), to: Some(moved(monday, 6.days())) }
}

/// The month of the day.
pub(crate) fn month(date: Date) -> Interval {
    Interval { from: Some(date.first_of_month()), to: Some(date.last_of_month()) }
}

/// A month by its number; unknown where there is no such month.
pub(crate) fn month_of(year: i16, number: i8) -> Interval {
    Date::new(year, number, 1).map(month).unwrap_or_default()
}

/// From the first month to the last, within a year.
pub(crate) fn months(year: i16, first: i8, last: i8) -> Interval {
    let last_year = if last < first { year.saturating_add(1) } else { year };
    Interval { from: month_of(year, first).from, to: month_of(last_year, last).to }
}

/// The whole year.
pub(crate) fn year(number: i16) -> Interval {
    months(number, 1, 12)
}

/// A quarter (1..4) or half (5, 6) of a year.
pub(crate) fn quarter(year: i16, quarter: u8) -> Interval {
    match quarter {
        5 => months(year, 1, 6),
        6 => months(year, 7, 12),
        q => {
            let first = 3 * (q.clamp(1, 4) as i8 - 1) + 1;
            months(year, first, first + 2)
        }
    }
}

/// The season that begins in that year.
pub(crate) fn season(year: i16, season: Season) -> Interval {
    let (first, last) = season.months();
    months(year, first, last)
}

/// The calendar unit that holds the day.
pub(crate) fn holding(date: Date, unit: Unit) -> Interval {
    match unit {
        Unit::Week | Unit::Fortnight => week(date),
        Unit::Month => month(date),
        Unit::Quarter => quarter(date.year(), ((date.month() - 1) / 3 + 1) as u8),
        Unit::Year => year(date.year()),
        Unit::Decade => {
            let first = date.year() - date.year().rem_euclid(10);
            Interval { from: year(first).from, to: year(first + 9).to }
        }
        Unit::Century => {
            let first = date.year() - date.year().rem_euclid(100);
            Interval { from: year(first).from, to: year(first + 99).to }
        }
        _ => Interval::day(date),
    }
}

/// Saturday and Sunday of the week of the day.
pub(crate) fn weekend(date: Date) -> Interval {
    let sunday = week(date).to;
    Interval { from: sunday.map(|d| moved(d, (-1).days())), to: sunday }
}

/// The nearest such weekday on or before the day.
pub(crate) fn weekday_until(date: Date, day: Weekday) -> Date {
    let back = i64::from(day.until(date.weekday()));
    moved(date, (-back).days())
}

/// The nearest such weekday on or after the day.
pub(crate) fn weekday_from(date: Date, day: Weekday) -> Date {
    moved(date, i64::from(day.since(date.weekday())).days())
}

/// The part of a longer time that "early", "mid", "late" name: thirds of a month, quarters of a year (the
/// middle is both inner quarters), the first two or last two days of a week.
pub(crate) fn narrowed(interval: Interval, edge: Edge) -> Interval {
    let (Some(from), Some(to)) = (interval.from, interval.to) else { return interval };
    let days = i64::from((to - from).get_days());
    let (first, last) = match (edge, days) {
        (_, 0..=2) => (0, days),
        (Edge::Week(0), 8..) => (days - 6, days),
        (Edge::Week(n), 8..) => (7 * (i64::from(n) - 1), 7 * i64::from(n) - 1),
        (Edge::Early | Edge::Start, 3..=8) => (0, 1),
        (Edge::Late | Edge::End, 3..=8) => (days - 2, days),
        (Edge::Mid, 3..=8) => (1, days - 2),
        (Edge::Early | Edge::Start, 9..=45) => (0, 9),
        (Edge::Late | Edge::End, 9..=45) => (20, days),
        (Edge::Mid, 9..=45) => (10, 19),
        (Edge::Early | Edge::Start, 46..=150) => (0, days / 3),
        (Edge::Late | Edge::End, 46..=150) => (days - days / 3, days),
        (Edge::Mid, 46..=150) => (days / 3, days - days / 3),
        (Edge::Early | Edge::Start, _) => return within(from, to, 0, 4),
        (Edge::Late | Edge::End, _) => return within(from, to, 3, 4),
        (Edge::Mid, _) => return within(from, to, 1, 3),
        _ => (0, days),
    };
    Interval::new(Some(moved(from, first.days())), Some(moved(from, last.days())))
}

/// From one quarter of a long time to another, at month borders.
fn within(from: Date, to: Date, first: i64, last: i64) -> Interval {
    let months = (i64::from(to.year()) - i64::from(from.year())) * 12 + i64::from(to.month())
        - i64::from(from.month())
        + 1;
    let at = |quarter: i64| moved(from, (months * quarter / 4).months());
    let last = if first == 0 { 1 } else { last };
    Interval::new(Some(at(first)), Some(moved(at(last), (-1).days())))
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn weeks_run_from_monday() {
        let found = week(date(2019, 5, 30));
        assert_eq!(found, Interval { from: Some(date(2019, 5, 27)), to: Some(date(2019, 6, 2)) });
        assert_eq!(weekend(date(2019, 5, 30)).from, Some(date(2019, 6, 1)));
    }

    #[test]
    fn nearest_weekdays() {
        let thursday = date(2019, 5, 30);
        assert_eq!(weekday_until(thursday, Weekday::Thursday), thursday);
        assert_eq!(weekday_until(thursday, Weekday::Friday), date(2019, 5, 24));
        assert_eq!(weekday_from(thursday, Weekday::Friday), date(2019, 5, 31));
        assert_eq!(weekday_from(thursday, Weekday::Wednesday), date(2019, 6, 5));
    }

    #[test]
    fn edges_of_a_year_and_a_month() {
        assert_eq!(narrowed(year(2016), Edge::Late), months(2016, 10, 12));
        assert_eq!(narrowed(year(2016), Edge::Early), months(2016, 1, 3));
        assert_eq!(narrowed(year(2016), Edge::Mid), months(2016, 4, 9));
        let early = narrowed(month_of(2015, 7), Edge::Early);
        assert_eq!(early, Interval { from: Some(date(2015, 7, 1)), to: Some(date(2015, 7, 10)) });
    }

    #[test]
    fn a_winter_ends_in_the_next_year() {
        let found = season(1989, Season::Winter);
        assert_eq!(found, Interval { from: Some(date(1989, 12, 1)), to: Some(date(1990, 2, 28)) });
    }
}
