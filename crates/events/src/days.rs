//! Days as numbers, and the bounded stretch of days in which an occurrence lies.

use ascribe_model::Interval;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An occurrence that takes longer says too little to be told apart by its time.
pub const LONGEST: i32 = 45;
/// "Recently", "since Monday": an open end is taken to reach a week.
const OPEN: i32 = 6;
/// A report without any time words tells of the days before it.
const UNSAID: i32 = 2;

/// Days since 1900-01-01.
pub fn number(date: Date) -> i32 {
    date.since(Date::constant(1900, 1, 1)).map_or(0, |span| span.get_days())
}

/// An inclusive stretch of days.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Days {
    /// First day.
    pub first: i32,
    /// Last day.
    pub last: i32,
    /// True where the report says so; false where it is guessed from an open end or the report's date.
    pub stated: bool,
}

impl Days {
    /// The stretch of an interval, never longer than [`LONGEST`]; none where nothing bounds it.
    pub fn of(interval: Interval, published: Option<Date>) -> Option<Days> {
        let days = match (interval.from.map(number), interval.to.map(number), published.map(number)) {
            (Some(first), Some(last), _) => Days { first, last, stated: true },
            (None, Some(last), _) => Days { first: last - OPEN, last, stated: false },
            (Some(first), None, Some(told)) if told >= first => {
                Days { first, last: told.min(first + OPEN), stated: false }
            }
            (Some(first), None, _) => Days { first, last: first + OPEN, stated: false },
            (None, None, Some(told)) => Days { first: told - UNSAID, last: told, stated: false },
            (None, None, None) => return None,
        };
        (days.last - days.first <= LONGEST).then_some(days)
    }

    /// Days from the first to the last.
    pub fn length(&self) -> i32 {
        self.last - self.first
    }

    /// Days between the two, 0 where they overlap.
    pub fn gap(&self, other: &Days) -> i32 {
        (self.first - other.last).max(other.first - self.last).max(0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn open_ends_reach_a_week_and_nothing_is_unbounded() {
        let told = Some(date(2021, 3, 10));
        let since = Interval::new(Some(date(2021, 3, 1)), None);
        assert_eq!(Days::of(since, told).map(|d| (d.length(), d.stated)), Some((6, false)));
        assert_eq!(Days::of(Interval::default(), told).map(|d| d.last), told.map(number));
        assert_eq!(Days::of(Interval::default(), None), None);
        let war = Interval::new(Some(date(2014, 1, 1)), Some(date(2021, 1, 1)));
        assert_eq!(Days::of(war, told), None, "seven years tell nothing apart");
    }

    #[test]
    fn gap_between_stretches() {
        let days = |first, last| Days { first, last, stated: true };
        assert_eq!(days(1, 3).gap(&days(5, 9)), 2);
        assert_eq!(days(5, 9).gap(&days(1, 5)), 0);
    }
}
