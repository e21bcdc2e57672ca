//! An expression of time on the calendar: the interval by the codebook's conventions (`docs/times.md`).

use super::calendar::{
    holding, month_of, moved, narrowed, quarter, season, span, week, weekday_from, weekday_until, weekend,
    year,
};
use super::expr::{Amount, Base, Edge, Expr, Frame, Phrase, Reference, Season, Unit, Which, Year};
use super::history;
use ascribe_model::Interval;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// What relative times are counted from.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Context {
    /// The day of the report.
    pub anchor: Option<Date>,
    /// The time that the story is at: the last one told.
    pub story: Interval,
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
        }
    }
}

/// The interval of a phrase; unknown where it needs an anchor that there is not.
pub(crate) fn interval(phrase: &Phrase, context: &Context) -> Interval {
    if let Expr::Duration { amount, unit } = phrase.expr {
        return lasting(amount, unit, phrase.frame, context);
    }
    let whole = expression(&phrase.expr, context);
    let part = match phrase.edge {
        Some(edge) => edged(whole, edge, context),
        None => whole,
    };
    framed(part, phrase, context)
}

/// "for 19 months" with a perfect runs up to the report; other lengths lie nowhere.
fn lasting(amount: Amount, unit: Unit, frame: Frame, context: &Context) -> Interval {
    let Some(anchor) = context.anchor else { return Interval::default() };
    match (frame, amount) {
        (Frame::For, Amount::Exactly(_) | Amount::Few) if context.perfect => back_from(anchor, amount, unit),
        (Frame::For, _) if context.perfect => Interval { from: None, to: Some(anchor) },
        (Frame::Within, _) if context.future => ahead_of(anchor, amount, unit),
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
            let year = year_of_day(year, month, day, context)?;
            let from = Date::new(year, month, day).ok()?;
            let to = until.and_then(|d| Date::new(year, month, d).ok()).unwrap_or(from);
            Some(Interval::new(Some(from), Some(to)))
        }
        Expr::Month { year, month, which } => {
            Some(month_of(year_of_month(year, month, which, context)?, month))
        }
        Expr::Year(n) => Some(year(n)),
        Expr::Years(a, b) => Some(Interval { from: year(a).from, to: year(b).to }),
        Expr::Decade(first) => Some(Interval { from: year(first).from, to: year(first + 9).to }),
        Expr::Century(n) => {
            let first = (n - 1).checked_mul(100)?.checked_add(1)?;
            Some(Interval { from: year(first).from, to: year(first + 99).to })
        }
        Expr::Weekday { day, which } => weekday(day, which, context),
        Expr::Today(days) => Some(Interval::day(moved(context.anchor?, i64::from(days).days()))),
        Expr::Overnight => {
            Some(Interval { from: Some(moved(context.anchor?, (-1).days())), to: context.anchor })
        }
        Expr::Unit { unit, which } => unit_of(unit, which, context),
        Expr::Weekend(which) => weekend_of(which, context),
        Expr::Season { season: name, which, year } => {
            Some(season(season_year(name, which, year, context)?, name))
        }
        Expr::Quarter { quarter: q, year, .. } => Some(quarter(quarter_year(q, year, context)?, q)),
        Expr::Shift { amount, unit, back, from } => shifted(amount, unit, back, context.base(from)?),
        Expr::Window { amount, unit, back: true, from } => Some(back_from(context.base(from)?, amount, unit)),
        Expr::Window { amount, unit, back: false, from } => Some(ahead_of(context.base(from)?, amount, unit)),
        Expr::Around { reference: Reference::Soon, unit } => {
            Some(ahead_of(context.anchor?, Amount::Some, unit))
        }
        Expr::Around { reference, .. } | Expr::Reference(reference) => {
            Some(pointed(reference, context.anchor?))
        }
        Expr::Then | Expr::Part => Some(context.story).filter(|s| !s.is_unknown()),
        Expr::Duration { .. } | Expr::Set(_) => None,
    }
}

fn pointed(reference: Reference, anchor: Date) -> Interval {
    match reference {
        Reference::Now => Interval::day(anchor),
        Reference::Recent | Reference::Past => Interval { from: None, to: Some(anchor) },
        Reference::Soon => Interval { from: Some(anchor), to: None },
    }
}

/// The year of a day without one: the year just stated, else the nearest such day before the report (or
/// after it, in the future tense).
pub(crate) fn year_of_day(year: Option<Year>, month: i8, day: i8, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return which_year(which, context),
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
    let year = nearest_year(at, this, context.future);
    // "Seized nine on 20 May", told in March; a few days ahead are a date of the report that is wrong.
    let ahead = (at - this).get_days();
    Some(if context.over && year == this.year() && ahead > FEW_DAYS { year - 1 } else { year })
}

const FEW_DAYS: i32 = 10;

/// A day up to two months ahead may well be meant to come even without a future verb ("due Nov. 15").
fn nearest_year(at: Date, anchor: Date, future: bool) -> i16 {
    let ahead = (at - anchor).get_days();
    match (future, ahead) {
        (true, ..-30) => at.year() + 1,
        (false, 62..) => at.year() - 1,
        (false, ..-304) => at.year() + 1,
        _ => at.year(),
    }
}

fn which_year(which: Which, context: &Context) -> Option<i16> {
    let this = context.anchor?.year();
    Some(match which {
        Which::Last | Which::Previous => this - 1,
        Which::Next | Which::Following => this + 1,
        _ => this,
    })
}

fn year_of_month(year: Option<Year>, month: i8, which: Which, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return which_year(which, context),
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

fn season_year(name: Season, which: Which, year: Option<Year>, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => return Some(n),
        Some(Year::Which(which)) => return which_year(which, context),
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

fn quarter_year(q: u8, year: Option<Year>, context: &Context) -> Option<i16> {
    match year {
        Some(Year::Number(n)) => Some(n),
        Some(Year::Which(which)) => which_year(which, context),
        None => {
            let anchor = context.anchor?;
            let begun = quarter(anchor.year(), q).from? <= anchor;
            Some(if begun || context.future { anchor.year() } else { anchor.year() - 1 })
        }
    }
}

/// A bare weekday is the last one up to the report, or the next one in the future tense.
fn weekday(day: Weekday, which: Which, context: &Context) -> Option<Interval> {
    let story = context.base(Base::Story);
    let date = match which {
        Which::Previous if context.story.is_unknown() => {
            weekday_until(moved(week(context.anchor?).from?, (-1).days()), day)
        }
        Which::Previous => weekday_until(moved(story?, (-1).days()), day),
        Which::Following => weekday_from(moved(story?, 1.day()), day),
        Which::Same => weekday_until(story?, day),
        Which::Last => weekday_until(moved(context.anchor?, (-1).days()), day),
        Which::Next => weekday_from(moved(context.anchor?, 1.day()), day),
        Which::Bare | Which::This if context.future => weekday_from(context.anchor?, day),
        Which::Bare | Which::This => weekday_until(context.anchor?, day),
    };
    Some(Interval::day(date))
}

fn weekend_of(which: Which, context: &Context) -> Option<Interval> {
    let anchor = context.anchor?;
    let this = weekend(anchor);
    Some(match which {
        Which::Next | Which::Following => weekend(moved(anchor, 7.days())),
        _ if context.future || this.from? <= anchor => this,
        _ => weekend(moved(anchor, (-7).days())),
    })
}

fn unit_of(unit: Unit, which: Which, context: &Context) -> Option<Interval> {
    let by = |n: i64, base: Date| Some(holding(moved(base, span(n, unit)?), unit));
    match which {
        Which::Last => by(-1, context.anchor?),
        // On a Monday "this week" still tells of the days before.
        Which::This
            if unit == Unit::Week && !context.future && context.anchor?.weekday() == Weekday::Monday =>
        {
            Some(Interval { from: Some(moved(context.anchor?, (-7).days())), to: context.anchor })
        }
        Which::This | Which::Bare => by(0, context.anchor?),
        Which::Next => by(1, context.anchor?),
        // After "in July", "the same day" is one of July's.
        Which::Same if lasts_longer(context.story, unit) => Some(context.story),
        Which::Same => by(0, context.base(Base::Story)?),
        Which::Previous => by(-1, context.story.from.or(context.base(Base::Story))?),
        Which::Following => by(1, context.base(Base::Story)?),
    }
}

fn lasts_longer(story: Interval, unit: Unit) -> bool {
    let days = story.from.zip(story.to).map_or(0, |(from, to)| (to - from).get_days());
    days >= match unit {
        Unit::Day => 7,
        Unit::Week => 28,
        Unit::Month => 60,
        _ => return false,
    }
}

/// "two days ago" is a day, "two months ago" a month, "a few days ago" the five days before.
fn shifted(amount: Amount, unit: Unit, back: bool, base: Date) -> Option<Interval> {
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
fn back_from(anchor: Date, amount: Amount, unit: Unit) -> Interval {
    Interval { from: reach(anchor, amount, unit, -1), to: Some(anchor) }
}

/// "the next two weeks" from the report on; "the coming days" the seven after it.
fn ahead_of(anchor: Date, amount: Amount, unit: Unit) -> Interval {
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

/// The edge of a longer time; "earlier this year" runs up to the report, "later that year" from the story on.
fn edged(whole: Interval, edge: Edge, context: &Context) -> Interval {
    let inside = |d: Option<Date>| {
        d.filter(|d| whole.from.is_none_or(|f| f <= *d) && whole.to.is_none_or(|t| *d <= t))
    };
    match edge {
        Edge::Earlier => Interval { from: whole.from, to: inside(context.anchor).or(whole.to) },
        Edge::Later => {
            Interval { from: inside(context.story.to.or(context.anchor)).or(whole.from), to: whole.to }
        }
        edge => narrowed(whole, edge),
    }
}

/// The preposition's interval, and the end of a running month or year put at the report.
fn framed(at: Interval, phrase: &Phrase, context: &Context) -> Interval {
    if at.is_unknown() {
        return at;
    }
    let today = context.anchor;
    let upto = |from: Option<Date>| Interval::new(from, today.filter(|d| from.is_none_or(|f| f <= *d)));
    match phrase.frame {
        Frame::Since => upto(at.from),
        Frame::From if at.from < at.to => clipped(at, phrase, context),
        Frame::From if matches!(phrase.expr, Expr::Reference(Reference::Now)) => {
            Interval { from: at.from, to: None }
        }
        // "until early evening", "before dawn on Monday" lie on that day.
        Frame::Until | Frame::By | Frame::Before | Frame::After if of_one_day(phrase) => at,
        Frame::Until | Frame::By => {
            Interval { from: today.filter(|d| at.to.is_some_and(|to| *d < to)), to: at.to }
        }
        Frame::After => upto(at.to),
        Frame::Before => Interval { from: None, to: at.from.map(|d| moved(d, (-1).days())) },
        _ => clipped(at, phrase, context),
    }
}

/// True for a part or hour of a day.
fn of_one_day(phrase: &Phrase) -> bool {
    phrase.part.is_some() || phrase.clock.is_some() || phrase.expr == Expr::Part
}

/// What has happened "in 2016" has done so by the day of the report.
fn clipped(at: Interval, phrase: &Phrase, context: &Context) -> Interval {
    let calendar = matches!(
        phrase.expr,
        Expr::Month { .. }
            | Expr::Year(_)
            | Expr::Unit { .. }
            | Expr::Season { .. }
            | Expr::Quarter { .. }
            | Expr::Decade(_)
    );
    match (at.from, at.to, context.anchor) {
        (Some(from), Some(to), Some(anchor)) if calendar && from <= anchor && anchor < to => {
            if context.future {
                Interval::new(Some(anchor), Some(to))
            } else {
                Interval::new(Some(from), Some(anchor))
            }
        }
        _ => at,
    }
}
