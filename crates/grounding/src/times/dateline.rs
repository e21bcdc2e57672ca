//! The date at the head of a wire report: "San Salvador, 25 Aug 88 (Agency) --", "KABUL (July 14, 2011) –".

use super::days::date;
use super::expr::{Expr, Year};
use crate::words::{is_dash, words};
use ascribe_model::Analysis;
use jiff::civil::Date;

/// How far into a sentence a dateline reaches, in words.
const REACH: usize = 16;

/// The dateline's date, where the first sentences of the body have one with its year. Before it stand only
/// names and punctuation, after it a bracket or a dash.
pub(crate) fn find(analysis: &Analysis) -> Option<Date> {
    analysis.sentences.iter().take(3).find_map(|sentence| {
        let words = words(sentence);
        let names = words
            .iter()
            .take_while(|w| w.capital() || !w.raw.chars().any(char::is_alphabetic) || joins(&w.lower));
        let reach = names.count().min(REACH);
        (0..reach).find_map(|at| {
            let (len, expr) = date(&words, at)?;
            let after = words.get(at + len);
            let closes = after.is_none_or(|w| {
                is_dash(w) || matches!(w.raw.as_str(), "(" | ")" | "[" | "]" | ":" | "." | "/")
            });
            stated(&expr).filter(|_| closes)
        })
    })
}

/// Lower-case words inside names of cities.
fn joins(word: &str) -> bool {
    matches!(word, "de" | "la" | "el" | "al" | "of" | "the" | "del" | "da" | "do" | "an" | "and" | "in")
}

fn stated(expr: &Expr) -> Option<Date> {
    match *expr {
        Expr::Full(date) => Some(date),
        Expr::Day { year: Some(Year::Number(year)), month, day, .. } => Date::new(year, month, day).ok(),
        _ => None,
    }
}
