//! Which day of the week, weekend, week, month or year is meant: "on Monday", "last week", "the same day".

use super::Context;
use crate::times::calendar::{holding, moved, span, week, weekday_from, weekday_until, weekend};
use crate::times::expr::{Base, Unit, Which};
use ascribe_model::Interval;
use jiff::ToSpan;
use jiff::civil::{Date, Weekday};

/// A bare weekday is the last one up to the report, or the next one in the future tense.
pub(super) fn weekday(day: Weekday, which: Which, context: &Context) -> Option<Interval> {
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

pub(super) fn weekend_of(which: Which, context: &Context) -> Option<Interval> {
    let anchor = context.anchor?;
    let this = weekend(anchor);
    Some(match which {
        Which::Next | Which::Following => weekend(moved(anchor, 7.days())),
        _ if context.future || this.from? <= anchor => this,
        _ => weekend(moved(anchor, (-7).days())),
    })
}

pub(super) fn unit_of(unit: Unit, which: Which, context: &Context) -> Option<Interval> {
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
