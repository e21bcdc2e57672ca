//! Years that stand once behind several days or months: "between 10 February and 10 March 1986", "in May and June 1999".

use super::expr::{Expr, Phrase, Year};
use crate::words::{Word, is_dash};

/// Gives a day or month the year of the one that it is told in one breath with.
pub(crate) fn share_years(words: &[Word], found: &mut [Phrase]) {
    for n in (1..found.len()).rev() {
        let (before, after) = found.split_at_mut(n);
        let (Some(first), Some(second)) = (before.last_mut(), after.first()) else { continue };
        if !words.get(first.end..second.core).is_some_and(in_one_breath) {
            continue;
        }
        if let Some((month, year)) = dated(&second.expr) {
            take_year(&mut first.expr, month, year);
        }
        // "In the spring and summer of 2016".
        if let (Expr::Season { year: own @ None, .. }, Expr::Season { year, .. }) =
            (&mut first.expr, &second.expr)
        {
            *own = *year;
        }
    }
}

/// The month and the stated year of a day or month.
fn dated(expr: &Expr) -> Option<(i8, i16)> {
    match *expr {
        Expr::Day { year: Some(Year::Number(year)), month, .. }
        | Expr::Month { year: Some(Year::Number(year)), month, .. } => Some((month, year)),
        _ => None,
    }
}

/// "to", "and", "until early", ", on", a dash: words that join times and nothing else.
fn in_one_breath(between: &[Word]) -> bool {
    const JOINS: [&str; 16] = [
        "to", "and", "until", "till", "through", "or", ",", "from", "in", "on", "early", "late", "mid",
        "again", "both", "between",
    ];
    !between.is_empty()
        && between.len() <= 3
        && between.iter().all(|w| is_dash(w) || JOINS.contains(&w.lower.as_str()))
}

/// "From December to March 1995" begins in the year before.
fn take_year(expr: &mut Expr, last: i8, year: i16) {
    if let Expr::Day { year: own @ None, month, .. } | Expr::Month { year: own @ None, month, .. } = expr {
        *own = Some(Year::Number(if *month > last { year - 1 } else { year }));
    }
}
