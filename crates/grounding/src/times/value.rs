//! The TIMEX3-like value of an expression, for evaluation beside other tools.

use super::expr::{Amount, Base, Edge, Expr, Phrase, Reference, Season, Unit};
use super::resolve::{Context, expression, year};
use jiff::civil::Date;

/// The value of a phrase: `2019-04-03`, `2019-W14`, `2019-Q3`, `P3D`, `PAST_REF`; `XXXX` for what is unknown.
pub(crate) fn value(phrase: &Phrase, context: &Context) -> String {
    let day = day_value(phrase, context);
    match (phrase.clock, phrase.part) {
        (Some((hour, minute)), _) => format!("{day}T{hour:02}:{minute:02}"),
        (None, Some(part)) => format!("{day}T{}", part.code()),
        _ => day,
    }
}

fn day_value(phrase: &Phrase, context: &Context) -> String {
    let at = expression(&phrase.expr, context);
    let iso = |d: Option<Date>| d.map_or_else(|| "XXXX-XX-XX".to_owned(), |d| d.to_string());
    let month = |d: Option<Date>| {
        d.map_or_else(|| "XXXX-XX".to_owned(), |d| format!("{:04}-{:02}", d.year(), d.month()))
    };
    let year = |d: Option<Date>| d.map_or_else(|| "XXXX".to_owned(), |d| format!("{:04}", d.year()));
    match phrase.expr {
        Expr::Day { year: y, month, day, .. } if at.is_unknown() => {
            match year::of_day(y, month, day, context) {
                Some(y) => format!("{y:04}-{month:02}-{day:02}"),
                None => format!("XXXX-{month:02}-{day:02}"),
            }
        }
        Expr::Full(_) | Expr::Day { .. } | Expr::Weekday { .. } | Expr::Today(_) | Expr::Overnight => {
            iso(at.from)
        }
        Expr::Month { month: m, .. } if at.is_unknown() => format!("XXXX-{m:02}"),
        Expr::Month { .. } => month(at.from),
        Expr::Year(_) | Expr::Years(..) => year(at.from),
        Expr::Decade(first) => format!("{:03}", first / 10),
        Expr::Century(n) => format!("{:02}", n - 1),
        Expr::Unit { unit: Unit::Week | Unit::Fortnight, .. } => week(at.from),
        Expr::Unit { unit: Unit::Month, .. } => month(at.from),
        Expr::Unit { unit: Unit::Quarter, .. } => quarter_of(at.from),
        Expr::Unit { unit: Unit::Year, .. } => year(at.from),
        Expr::Unit { unit: Unit::Decade, .. } => {
            at.from.map_or_else(|| "XXX".to_owned(), |d| format!("{:03}", d.year() / 10))
        }
        Expr::Unit { .. } | Expr::Then | Expr::Part => match at.from {
            Some(from) if at.to == Some(from) => from.to_string(),
            Some(from) => format!("{:04}-{:02}", from.year(), from.month()),
            None if phrase.expr == Expr::Then => "PAST_REF".to_owned(),
            None => iso(None),
        },
        Expr::Weekend(_) => format!("{}-WE", week(at.from)),
        Expr::Season { season, .. } => season_value(season, at.from),
        Expr::Quarter { quarter: q @ 1..=4, .. } => format!("{}-Q{q}", year(at.from)),
        Expr::Quarter { quarter, .. } => format!("{}-H{}", year(at.from), quarter - 4),
        Expr::Shift { amount, unit, from: Base::Deed | Base::Sentence, .. } => length(amount, unit),
        Expr::Shift { amount, unit, back, .. } => shifted(amount, unit, back, context, at.from.or(at.to)),
        Expr::Window { amount, unit, .. } | Expr::Duration { amount, unit } => length(amount, unit),
        Expr::Around { reference, .. } | Expr::Reference(reference) => pointed(reference).to_owned(),
        Expr::Set(value) => value.to_owned(),
    }
}

/// "a year earlier" in an account by quarters is that quarter.
fn shifted(amount: Amount, unit: Unit, back: bool, context: &Context, at: Option<Date>) -> String {
    if amount.number().is_none() {
        return if back { "PAST_REF" } else { "FUTURE_REF" }.to_owned();
    }
    let Some(at) = at else { return length(amount, unit) };
    if let (Unit::Year, Some(1), true, Some((year, quarter))) = (unit, amount.number(), back, context.quarter)
    {
        return format!("{:04}-Q{quarter}", year - 1);
    }
    match unit {
        Unit::Year | Unit::Decade | Unit::Century => format!("{:04}", at.year()),
        Unit::Month | Unit::Quarter => format!("{:04}-{:02}", at.year(), at.month()),
        _ => at.to_string(),
    }
}

fn week(date: Option<Date>) -> String {
    match date.map(Date::iso_week_date) {
        Some(week) => format!("{:04}-W{:02}", week.year(), week.week()),
        None => "XXXX-WXX".to_owned(),
    }
}

fn quarter_of(date: Option<Date>) -> String {
    date.map_or_else(|| "XXXX-QX".to_owned(), |d| format!("{:04}-Q{}", d.year(), (d.month() - 1) / 3 + 1))
}

fn season_value(season: Season, from: Option<Date>) -> String {
    from.map_or_else(|| format!("XXXX-{}", season.code()), |d| format!("{:04}-{}", d.year(), season.code()))
}

fn pointed(reference: Reference) -> &'static str {
    match reference {
        Reference::Now => "PRESENT_REF",
        Reference::Recent | Reference::Past => "PAST_REF",
        Reference::Soon => "FUTURE_REF",
    }
}

/// `P3D`, `PT2H`, `PXW`; decades and centuries in years, fortnights in weeks.
fn length(amount: Amount, unit: Unit) -> String {
    let (code, times) = match unit {
        Unit::Second => ("S", 1),
        Unit::Minute => ("M", 1),
        Unit::Hour => ("H", 1),
        Unit::Day => ("D", 1),
        Unit::Week => ("W", 1),
        Unit::Fortnight => ("W", 2),
        Unit::Month => ("M", 1),
        Unit::Quarter => ("M", 3),
        Unit::Year => ("Y", 1),
        Unit::Decade => ("Y", 10),
        Unit::Century => ("Y", 100),
    };
    let lead = if unit.is_clock() { "PT" } else { "P" };
    match amount.number() {
        Some(24) if unit == Unit::Hour => "P1D".to_owned(),
        Some(n) => format!("{lead}{}{code}", n.saturating_mul(times)),
        None => format!("{lead}X{code}"),
    }
}

/// The quarter that a phrase names, to be remembered.
pub(crate) fn named_quarter(phrase: &Phrase, context: &Context) -> Option<(i16, u8)> {
    match phrase.expr {
        Expr::Quarter { quarter: q @ 1..=4, .. } if phrase.edge != Some(Edge::Mid) => {
            expression(&phrase.expr, context).from.map(|d| (d.year(), q))
        }
        _ => None,
    }
}
