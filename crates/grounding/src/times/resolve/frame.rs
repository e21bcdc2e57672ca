//! What the words around an expression make of it: "earlier this year", "since May", "by Friday".

use super::Context;
use crate::times::calendar::{moved, narrowed};
use crate::times::expr::{Edge, Expr, Frame, Phrase, Reference};
use ascribe_model::Interval;
use jiff::ToSpan;
use jiff::civil::Date;

/// The edge of a longer time; "earlier this year" runs up to the report, "later that year" from the story on.
pub(super) fn edged(whole: Interval, edge: Edge, context: &Context) -> Interval {
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
pub(super) fn framed(at: Interval, phrase: &Phrase, context: &Context) -> Interval {
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
