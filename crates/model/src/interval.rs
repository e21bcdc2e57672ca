//! Time intervals: inclusive ranges of dates, either end open.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// An inclusive range of days; `None` is an open end. Where both are known, `from <= to`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Interval {
    /// First day.
    #[schemars(with = "Option<String>")]
    pub from: Option<Date>,
    /// Last day.
    #[schemars(with = "Option<String>")]
    pub to: Option<Date>,
}

impl Interval {
    /// One day.
    pub fn day(date: Date) -> Self {
        Self { from: Some(date), to: Some(date) }
    }

    /// A range; the ends are put in order.
    pub fn new(from: Option<Date>, to: Option<Date>) -> Self {
        match (from, to) {
            (Some(a), Some(b)) if a > b => Self { from: Some(b), to: Some(a) },
            _ => Self { from, to },
        }
    }

    /// True where nothing is known.
    pub fn is_unknown(&self) -> bool {
        self.from.is_none() && self.to.is_none()
    }

    /// True where a day lies in both; open ends reach for ever.
    pub fn overlaps(&self, other: &Interval) -> bool {
        let low = |d: Option<Date>| d.unwrap_or(Date::MIN);
        let high = |d: Option<Date>| d.unwrap_or(Date::MAX);
        low(self.from) <= high(other.to) && low(other.from) <= high(self.to)
    }

    /// True where both ends are known and lie no more than so many days apart.
    pub fn is_within_days(&self, days: i32) -> bool {
        let ends = self.from.zip(self.to);
        ends.and_then(|(from, to)| from.until(to).ok()).is_some_and(|span| span.get_days() <= days)
    }

    /// The precision codes that other datasets use.
    pub fn precision(&self) -> TimePrecision {
        let length = match (self.from, self.to) {
            (Some(a), Some(b)) => a.until(b).map(|s| s.get_days() + 1).unwrap_or(i32::MAX),
            _ => i32::MAX,
        };
        TimePrecision {
            acled: if length <= 1 {
                1
            } else if length <= 7 {
                2
            } else {
                3
            },
            ucdp: match length {
                i32::MIN..=1 => 1,
                2..=6 => 2,
                7 => 3,
                8..=31 => 4,
                _ => 5,
            },
        }
    }
}

/// Time precision in the codes of others.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct TimePrecision {
    /// ACLED `time_precision`: 1 day, 2 week, 3 month or worse.
    pub acled: u8,
    /// UCDP GED `date_prec`: 1 day, 2 two to six days, 3 week, 4 month, 5 longer.
    pub ucdp: u8,
}
