//! Times told by how far off or how long they are: "two days ago", "the past two weeks", "the coming days".

use crate::times::calendar::{holding, moved, span};
use crate::times::expr::{Amount, Unit};
use ascribe_model::Interval;
use jiff::ToSpan;
use jiff::civil::Date;

/// "two days ago" is a day, "two months ago" a month, "a few days ago" the five days before.
pub(super) fn shifted(amount: Amount, unit: Unit, back: bool, base: Date) -> Option<Interval> {
    let sign = if back { -1 } else { 1 };
    if unit.is_clock() {
        // "Minutes later", "two hours later" the day is mostly the same.
        let soon = !back && (unit != Unit::Hour || amount.number().is_none_or(|n| n <= 6));
        let days = if soon { 0 } else { hours_as_days(amount, unit) };
        return Some(Interval::new(Some(moved(base, (sign * days).days())), Some(base)));
    }
    let at = |n: i64| Some(moved(base, span(sign * n, unit)?));
    match amount {
        Amount::Exactly(n) | Amount::Under(n) => {
            let date = at(i64::from(n))?;
            Some(match unit {
                Unit::Month | Unit::Quarter => holding(date, Unit::Month),
                Unit::Year => holding(date, Unit::Year),
                Unit::Decade | Unit::Century => {
                    Interval { from: holding(date, Unit::Year).from, to: holding(date, Unit::Year).to }
                }
                _ => Interval::day(date),
            })
        }
        Amount::Few => Some(Interval::new(Some(at(5)?), Some(at(if unit == Unit::Day { 1 } else { 2 })?))),
        Amount::Over(n) if back => Some(Interval { from: None, to: Some(at(i64::from(n))?) }),
        Amount::Over(n) => Some(Interval { from: Some(at(i64::from(n))?), to: None }),
        Amount::Some if back => {
            let end = holding(at(1)?, unit).to?;
            let from = if unit == Unit::Day { at(7) } else { None };
            Some(Interval { from, to: Some(end.min(base)) })
        }
        Amount::Some => Some(Interval { from: Some(at(1)?), to: None }),
    }
}

/// How many days back a number of hours may reach: 24 hours one day, a few hours one day.
fn hours_as_days(amount: Amount, unit: Unit) -> i64 {
    match (unit, amount.number()) {
        (Unit::Hour, Some(n)) => i64::from(n.div_ceil(24)).max(1),
        _ => 1,
    }
}

/// "the past two weeks" up to the report; "the past few days" three.
pub(super) fn back_from(anchor: Date, amount: Amount, unit: Unit) -> Interval {
    Interval { from: reach(anchor, amount, unit, -1), to: Some(anchor) }
}

/// "the next two weeks" from the report on; "the coming days" the seven after it.
pub(super) fn ahead_of(anchor: Date, amount: Amount, unit: Unit) -> Interval {
    if unit == Unit::Day && amount.number().is_none() {
        return Interval { from: Some(anchor), to: Some(moved(anchor, 7.days())) };
    }
    Interval { from: Some(anchor), to: reach(anchor, amount, unit, 1) }
}

fn reach(anchor: Date, amount: Amount, unit: Unit, sign: i64) -> Option<Date> {
    if unit.is_clock() {
        return Some(moved(anchor, (sign * hours_as_days(amount, unit)).days()));
    }
    let n = match amount {
        Amount::Exactly(n) | Amount::Under(n) | Amount::Over(n) => i64::from(n),
        Amount::Few => 3,
        Amount::Some => return None,
    };
    Some(moved(anchor, span(sign * n, unit)?))
}
