//! From items to phrases: "at dawn on Tuesday, 13 December", "late last year", "since early July".

use super::clock::{clock, part, stands_alone};
use super::days::day;
use super::expr::{Edge, Expr, Frame, Part, Phrase, Unit, Which};
use super::lexicon::{Class, class_of};
use super::relative::{deed, relative};
use super::shared::share_years;
use super::years::longer;
use crate::words::{Word, is_dash, phrase_at};

/// All expressions of time in a sentence, in order, none overlapping.
pub(crate) fn scan(words: &[Word]) -> Vec<Phrase> {
    let mut found: Vec<Phrase> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match phrase(words, at) {
            Some(mut phrase) => {
                let floor = found.last().map_or(0, |p| p.end);
                (phrase.start, phrase.frame) = frame(words, phrase.core, floor);
                // "Following November's offensive", "hurt in Monday's raid": the offensive was in November.
                let owns = [phrase.end - 1, phrase.end].iter().any(|&i| is_possessive(words, i));
                if owns {
                    (phrase.start, phrase.frame) = (phrase.core, Frame::At);
                }
                at = phrase.end.max(at + 1);
                found.push(phrase);
            }
            None => at += 1,
        }
    }
    share_years(words, &mut found);
    found
}

fn is_possessive(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| matches!(w.lower.as_str(), "'s" | "’s"))
}

/// What was gathered of one phrase.
#[derive(Default, Clone, Copy)]
struct Parts {
    expr: Option<Expr>,
    edge: Option<Edge>,
    part: Option<Part>,
    clock: Option<(i8, i8)>,
    overnight: bool,
}

fn phrase(words: &[Word], at: usize) -> Option<Phrase> {
    let mut parts = Parts::default();
    let mut i = at;
    if let Some((len, edge)) = edge(words, at) {
        parts.edge = Some(edge);
        i += len;
    }
    let first = i;
    while let Some((len, next)) = piece(words, i + joint(words, i, &parts, i > first), &parts) {
        let joint = joint(words, i, &parts, i > first);
        parts = next;
        i += joint + len;
    }
    if i == first {
        return None;
    }
    let expr = settle(words, at, i, &parts)?;
    // "A month-long offensive": of what kind it was, not when.
    if matches!(expr, Expr::Duration { .. }) && words.get(i).is_some_and(|w| is_dash(w) && w.glued) {
        return None;
    }
    let end = if phrase_at(words, i, &["ago"]) { i + 1 } else { i };
    Some(Phrase {
        expr,
        edge: parts.edge,
        part: parts.part,
        clock: parts.clock,
        frame: Frame::At,
        start: at,
        core: at,
        end,
    })
}

/// The expression of what was gathered; a lone part of a day or clock time belongs to the story's day.
fn settle(words: &[Word], at: usize, end: usize, parts: &Parts) -> Option<Expr> {
    if let Some(expr) = parts.expr {
        return Some(expr);
    }
    if parts.overnight {
        return Some(Expr::Overnight);
    }
    if parts.clock.is_some() {
        return Some(Expr::Part);
    }
    // "On the night of the failed coup of 15 July": that is told by the coup, and "the night of the attack" by the story.
    let of = phrase_at(words, end, &["of"]);
    let told = deed(words, end + 1).is_some_and(|len| !phrase_at(words, end + 1 + len, &["of"]));
    (parts.part.is_some() && (!of || told) && (stands_alone(words, at, end - at) || parts.edge.is_some()))
        .then_some(Expr::Part)
}

/// The words between two pieces: "on", "of", a comma, "in the", "at".
fn joint(words: &[Word], at: usize, parts: &Parts, inside: bool) -> usize {
    const JOINTS: [&[&str]; 11] = [
        &[",", "in", "the"],
        &["in", "the"],
        &["during", "the"],
        &[",", "at"],
        &[",", "on"],
        &["of", "the"],
        &["on"],
        &["of"],
        &["at"],
        &[","],
        &["in"],
    ];
    if !inside || (parts.part.is_none() && parts.clock.is_none() && parts.expr.is_none()) {
        return 0;
    }
    JOINTS.iter().find(|j| phrase_at(words, at, j)).map_or(0, |j| j.len())
}

/// One more piece that fits what was gathered.
fn piece(words: &[Word], at: usize, parts: &Parts) -> Option<(usize, Parts)> {
    let mut next = *parts;
    let dayless = parts.expr.is_none() || parts.expr == Some(Expr::Part);
    let may_have_part = parts.expr.is_none_or(|e| is_day(&e));
    if parts.clock.is_none()
        && may_have_part
        && let Some((len, time)) = clock(words, at)
    {
        next.clock = Some(time);
        return Some((len, next));
    }
    if dayless {
        let timed = parts.part.is_some() || parts.clock.is_some();
        let found = if timed { day(words, at) } else { longest(words, at, parts.edge.is_some()) };
        if let Some((len, expr)) = found {
            next.expr = Some(expr);
            return Some((len, next));
        }
    }
    if parts.part.is_none() && may_have_part {
        let (len, part, day) = part(words, at)?;
        if day.is_some() && !dayless {
            return None;
        }
        next.part = Some(part);
        next.overnight = words[at].lower == "overnight";
        next.expr = next.expr.or(day);
        return Some((len, next));
    }
    None
}

/// The longest item; of equals, the first. After an edge, "the year" is an item too.
fn longest(words: &[Word], at: usize, after_edge: bool) -> Option<(usize, Expr)> {
    let bare = if after_edge { bare_unit(words, at) } else { None };
    let found = [day(words, at), longer(words, at), relative(words, at), bare].into_iter().flatten();
    found.fold(None, |best: Option<(usize, Expr)>, item| match best {
        Some((len, _)) if len >= item.0 => best,
        _ => Some(item),
    })
}

/// True for a time of one day, to which a part of the day or a clock time can belong.
pub(crate) fn is_day(expr: &Expr) -> bool {
    matches!(
        expr,
        Expr::Day { .. }
            | Expr::Full(_)
            | Expr::Weekday { .. }
            | Expr::Today(_)
            | Expr::Part
            | Expr::Unit { unit: Unit::Day, .. }
    )
}

/// "The first week of March", "the last week in May": words taken, and which week.
fn week(words: &[Word], at: usize) -> Option<(usize, Edge)> {
    const WEEKS: [(&str, u8); 5] = [("first", 1), ("second", 2), ("third", 3), ("fourth", 4), ("last", 0)];
    let article = usize::from(words.get(at)?.lower == "the");
    let word = words.get(at + article)?.lower.as_str();
    let (_, number) = WEEKS.iter().find(|(name, _)| *name == word)?;
    let i = at + article + 1;
    let of = phrase_at(words, i, &["week", "of"]) || phrase_at(words, i, &["week", "in"]);
    let month = words.get(i + 2).and_then(class_of).is_some_and(|c| matches!(c, Class::Month(_)));
    (of && month).then_some((i + 2 - at, Edge::Week(*number)))
}

/// "early", "mid-", "earlier in", "the end of", "later on": words taken, and which part of the time.
fn edge(words: &[Word], at: usize) -> Option<(usize, Edge)> {
    if let Some(week) = week(words, at) {
        return Some(week);
    }
    let article = usize::from(words.get(at)?.lower == "the");
    let word = words.get(at + article)?;
    let Class::Edge(edge) = class_of(word)? else { return None };
    let i = at + article + 1;
    let glued = words.get(i).is_some_and(|w| is_dash(w) && w.glued);
    let noun = matches!(edge, Edge::Start | Edge::End) || matches!(word.lower.as_str(), "middle");
    const JOINTS: [&[&str]; 6] = [&["of"], &["in", "the"], &["on", "in"], &["on"], &["in"], &["during"]];
    let joint = JOINTS.iter().find(|j| phrase_at(words, i, j)).map_or(0, |j| j.len());
    if noun {
        let of = phrase_at(words, i, &["of"]);
        return of.then_some((i + 1 - at, edge));
    }
    let keep_article = article == 1 && joint == 0;
    if article == 1 && !keep_article {
        return None;
    }
    // "earlier in the year", "later in the day": the bare unit becomes "this year".
    if phrase_at(words, i, &["in", "the"]) {
        return Some((i + 1 - at, edge));
    }
    Some((i + usize::from(glued) + if glued { 0 } else { joint } - at, edge))
}

/// The preposition before a phrase: where it begins, and how the interval lies to the time.
fn frame(words: &[Word], core: usize, floor: usize) -> (usize, Frame) {
    const FRAMES: [(&[&str], Frame); 33] = [
        (&["no", "later", "than"], Frame::By),
        (&["not", "later", "than"], Frame::By),
        (&["prior", "to"], Frame::Before),
        (&["as", "of"], Frame::From),
        (&["starting", "on"], Frame::From),
        (&["starting", "in"], Frame::From),
        (&["starting", "from"], Frame::From),
        (&["beginning", "on"], Frame::From),
        (&["beginning", "in"], Frame::From),
        (&["ever", "since"], Frame::Since),
        (&["up", "to"], Frame::Until),
        (&["since"], Frame::Since),
        (&["until"], Frame::Until),
        (&["till"], Frame::Until),
        (&["by"], Frame::By),
        (&["before"], Frame::Before),
        (&["after"], Frame::After),
        (&["following"], Frame::After),
        (&["for"], Frame::For),
        (&["within"], Frame::Within),
        (&["from"], Frame::From),
        (&["starting"], Frame::From),
        (&["beginning"], Frame::From),
        (&["over"], Frame::At),
        (&["during"], Frame::At),
        (&["throughout"], Frame::At),
        (&["through"], Frame::At),
        (&["around"], Frame::At),
        (&["about"], Frame::At),
        (&["in"], Frame::At),
        (&["on"], Frame::At),
        (&["at"], Frame::At),
        (&["late"], Frame::At),
    ];
    // "The mayor has since been arrested".
    if words[core].lower == "since" {
        return (core, Frame::Since);
    }
    for (form, frame) in FRAMES {
        let Some(start) = core.checked_sub(form.len()).filter(|s| *s >= floor) else { continue };
        if phrase_at(words, start, form) {
            return match frame {
                Frame::At => since_what(words, start, floor).map_or((start, frame), |at| (at, Frame::Since)),
                _ => (start, frame),
            };
        }
    }
    (core, Frame::At)
}

/// "Since the start of the uprising in March 2011": the day of that is where the time begins. Gives where "since" stands.
fn since_what(words: &[Word], time: usize, floor: usize) -> Option<usize> {
    const FAR: usize = 10;
    let plain = |w: &Word| {
        w.lower.chars().all(char::is_alphanumeric)
            && !matches!(w.lower.as_str(), "and" | "when" | "that" | "which")
    };
    let before = words.get(floor.max(time.saturating_sub(FAR))..time)?;
    let named = before.iter().rev().take_while(|w| plain(w) && w.lower != "since").count();
    let since = time.checked_sub(named + 1).filter(|at| *at >= floor)?;
    let noun = words
        .get(since + 1)
        .is_some_and(|w| matches!(w.lower.as_str(), "the" | "its" | "their" | "his" | "her" | "a"));
    (words[since].lower == "since" && noun).then_some(since)
}

/// The bare unit of "earlier in the year", "the end of the month": "the year" is this year.
fn bare_unit(words: &[Word], at: usize) -> Option<(usize, Expr)> {
    let led =
        at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| w.lower == "of" || w.lower == "in");
    if !led || words.get(at)?.lower != "the" {
        return None;
    }
    match class_of(words.get(at + 1)?)? {
        Class::Unit { unit, plural: false } if !unit.is_clock() && unit != Unit::Decade => {
            let which = if unit == Unit::Day { Which::Same } else { Which::This };
            Some((2, Expr::Unit { unit, which }))
        }
        _ => None,
    }
}
