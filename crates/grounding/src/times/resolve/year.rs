//! The year of a day, month, season or quarter that is told without one.

use super::Context;
use crate::times::calendar::{quarter, season};
use crate::times::expr::{Season, Which, Year};
use crate::times::history;
use jiff::civil::Date;

/// The year of a day without one: the year just stated, else the nearest such day before the report (or
/// after it, in the future tense).
pub(crate) fn of_day(year: Option<Year>, month: i8, day: i8, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return of_which(which, context),
        None => {}
    }
    if let Some(told) = history::year(context, month, day) {
        return Some(told);
    }
    let this = match (context.year, context.anchor) {
        (Some(stated), _) => return Some(stated),
        (None, Some(anchor)) => anchor,
        (None, None) => return None,
    };
    let at = Date::new(this.year(), month, day.clamp(1, 28)).ok()?;
    let year = nearest(at, this, context.future);
    // "Seized nine on 20 May", told in March; a few days ahead are a date of the report that is wrong.
    // "Died on 6 January", told in November: of that year, and not of the next.
    let ahead = (Date::new(year, month, day.clamp(1, 28)).ok()? - this).get_days();
    Some(if context.over && ahead > FEW_DAYS { year - 1 } else { year })
}

const FEW_DAYS: i32 = 10;

/// A day up to two months ahead may well be meant to come even without a future verb ("due Nov. 15").
fn nearest(at: Date, anchor: Date, future: bool) -> i16 {
    let ahead = (at - anchor).get_days();
    match (future, ahead) {
        (true, ..-30) => at.year() + 1,
        (false, 62..) => at.year() - 1,
        (false, ..-304) => at.year() + 1,
        _ => at.year(),
    }
}

fn of_which(which: Which, context: &Context) -> Option<i16> {
    let this = context.anchor?.year();
    Some(match which {
        Which::Last | Which::Previous => this - 1,
        Which::Next | Which::Following => this + 1,
        _ => this,
    })
}

pub(super) fn of_month(year: Option<Year>, month: i8, which: Which, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return of_which(which, context),
        None => {}
    }
    if let Some(told) = history::year(context, month, 15).filter(|_| which == Which::Bare) {
        return Some(told);
    }
    if let Some(stated) = context.year.filter(|_| which == Which::Bare) {
        return Some(stated);
    }
    let anchor = context.anchor?;
    let this = anchor.year();
    Some(match which {
        Which::Last | Which::Previous if month >= anchor.month() => this - 1,
        Which::Next | Which::Following if month <= anchor.month() => this + 1,
        Which::Bare if !context.future && month > anchor.month() + 2 => this - 1,
        Which::Bare if context.over && month > anchor.month() => this - 1,
        Which::Bare if context.future && month < anchor.month() => this + 1,
        _ => this,
    })
}

pub(super) fn of_season(name: Season, which: Which, year: Option<Year>, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return of_which(which, context),
        None => {}
    }
    if let Some(stated) = context.year.filter(|_| which == Which::Bare) {
        return Some(stated);
    }
    let anchor = context.anchor?;
    let this = season(anchor.year(), name);
    let (begun, over) = (this.from? <= anchor, this.to? < anchor);
    Some(match which {
        Which::Last | Which::Previous if !over => anchor.year() - 1,
        Which::Next | Which::Following if begun => anchor.year() + 1,
        Which::Bare if !begun && !context.future => anchor.year() - 1,
        _ => anchor.year(),
    })
}

pub(super) fn of_quarter(q: u8, year: Option<Year>, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => Some(n),
        Some(Year::Which(which)) => of_which(which, context),
        None => {
            let anchor = context.anchor?;
            let begun = quarter(anchor.year(), q).from? <= anchor;
            Some(if begun || context.future { anchor.year() } else { anchor.year() - 1 })
        }
    }
}
