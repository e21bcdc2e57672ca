//! An expression of time on the calendar: the interval by the codebook's conventions (`docs/times.md`).

mod frame;
mod length;
mod unit;
pub(super) mod year;

use super::calendar::{self, month_of, moved};
use super::expr::{Amount, Base, Expr, Frame, Phrase, Reference, Unit};
use ascribe_model::Interval;
use jiff::ToSpan;
use jiff::civil::Date;

/// What relative times are counted from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The day of the report.
    pub anchor: Option<Date>,
    /// The time that the story is at: the last one told.
    pub story: Interval,
    /// The day of the rest of the sentence.
    pub sentence: Option<Date>,
    /// True where the report tells of another year than its own: days go on from the story.
    pub past: bool,
    /// The year that the sentence or the one before states in figures.
    pub year: Option<i16>,
    /// The quarter last named, which "a year earlier" means in accounts.
    pub quarter: Option<(i16, u8)>,
    /// True where the verb is in the future.
    pub future: bool,
    /// True where the verb is a perfect ("has held for two years").
    pub perfect: bool,
    /// What is told lies before the report.
    pub over: bool,
}

impl Context {
    /// The day that the story is at, else the day of the report.
    fn base(&self, from: Base) -> Option<Date> {
        match from {
            Base::Speech if !self.past => self.anchor,
            Base::Speech => self.story.to.or(self.anchor),
            Base::Story => self.story.to.or(self.story.from).or(self.anchor),
            Base::Deed => self.story.to.or(self.story.from),
            Base::Sentence => self.sentence,
        }
    }
}

/// The interval of a phrase; unknown where it needs an anchor that there is not.
pub(crate) fn interval(phrase: &Phrase, context: &Context) -> Interval {
    if let Expr::Duration { amount, unit } = phrase.expr {
        return lasting(amount, unit, phrase.frame, context);
    }
    let whole = match (expression(&phrase.expr, context), context.anchor) {
        // "Was shot at 0740", and no day is told: today or yesterday.
        (at, Some(today)) if at.is_unknown() && phrase.expr == Expr::Part && !context.past => {
            Interval { from: Some(moved(today, (-1).days())), to: Some(today) }
        }
        (at, _) => at,
    };
    let part = match phrase.edge {
        Some(edge) => frame::edged(whole, edge, context),
        None => whole,
    };
    frame::framed(part, phrase, context)
}

/// "for 19 months" with a perfect runs up to the report; other lengths lie nowhere.
fn lasting(amount: Amount, unit: Unit, frame: Frame, context: &Context) -> Interval {
    let Some(anchor) = context.anchor else { return Interval::default() };
    match (frame, amount) {
        (Frame::For, Amount::Exactly(_) | Amount::Few) if context.perfect => {
            length::back_from(anchor, amount, unit)
        }
        (Frame::For, _) if context.perfect => Interval { from: None, to: Some(anchor) },
        (Frame::Within, _) if context.future => length::ahead_of(anchor, amount, unit),
        _ => Interval::default(),
    }
}

/// The interval of the bare expression, the whole of a month or year.
pub(crate) fn expression(expr: &Expr, context: &Context) -> Interval {
    found(expr, context).unwrap_or_default()
}

fn found(expr: &Expr, context: &Context) -> Option<Interval> {
    match *expr {
        Expr::Full(date) => Some(Interval::day(date)),
        Expr::Day { year, month, day, until } => {
            let year = year::of_day(year, month, day, context)?;
            let from = Date::new(year, month, day).ok()?;
            let to = until.and_then(|d| Date::new(year, month, d).ok()).unwrap_or(from);
            Some(Interval::new(Some(from), Some(to)))
        }
        Expr::Month { year, month, which } => {
            Some(month_of(year::of_month(year, month, which, context)?, month))
        }
        Expr::Year(n) => Some(calendar::year(n)),
        Expr::Years(a, b) => Some(Interval { from: calendar::year(a).from, to: calendar::year(b).to }),
        Expr::Decade(first) => {
            Some(Interval { from: calendar::year(first).from, to: calendar::year(first + 9).to })
        }
        Expr::Century(n) => {
            let first = (n - 1).checked_mul(100)?.checked_add(1)?;
            Some(Interval { from: calendar::year(first).from, to: calendar::year(first + 99).to })
        }
        Expr::Weekday { day, which } => unit::weekday(day, which, context),
        Expr::Today(days) => Some(Interval::day(moved(context.anchor?, i64::from(days).days()))),
        Expr::Overnight => {
            Some(Interval { from: Some(moved(context.anchor?, (-1).days())), to: context.anchor })
        }
        Expr::Unit { unit, which } => unit::unit_of(unit, which, context),
        Expr::Weekend(which) => unit::weekend_of(which, context),
        Expr::Season { season: name, which, year } => {
            Some(calendar::season(year::of_season(name, which, year, context)?, name))
        }
        Expr::Quarter { quarter: q, year, .. } => {
            Some(calendar::quarter(year::of_quarter(q, year, context)?, q))
        }
        Expr::Shift { amount, unit, back, from } => {
            let at = length::shifted(amount, unit, back, context.base(from)?)?;
            if from == Base::Deed { by_now(at, context.anchor) } else { Some(at) }
        }
        Expr::Window { amount, unit, back: true, from } => {
            Some(length::back_from(context.base(from)?, amount, unit))
        }
        Expr::Window { amount, unit, back: false, from } => {
            Some(length::ahead_of(context.base(from)?, amount, unit))
        }
        Expr::Around { reference: Reference::Soon, unit } => {
            Some(length::ahead_of(context.anchor?, Amount::Some, unit))
        }
        Expr::Around { reference, .. } | Expr::Reference(reference) => {
            Some(pointed(reference, context.anchor?))
        }
        Expr::Then | Expr::Part => Some(context.story).filter(|s| !s.is_unknown()),
        Expr::Duration { .. } | Expr::Set(_) => None,
    }
}

/// "Days after the raid": what has happened since has done so by the day of the report.
fn by_now(at: Interval, anchor: Option<Date>) -> Option<Interval> {
    let Some(today) = anchor else { return Some(at) };
    let begun = at.from.is_none_or(|from| from <= today);
    begun.then(|| Interval { from: at.from, to: Some(at.to.map_or(today, |to| to.min(today))) })
}

fn pointed(reference: Reference, anchor: Date) -> Interval {
    match reference {
        Reference::Now => Interval::day(anchor),
        Reference::Recent | Reference::Past => Interval { from: None, to: Some(anchor) },
        Reference::Soon => Interval { from: Some(anchor), to: None },
    }
}
