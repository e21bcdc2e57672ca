//! Times of day: "9 p.m.", "10:25", "1600 GMT", "at dawn", "this morning", "last night".

use super::expr::{Expr, Part, Which};
use super::lexicon::{Class, class_of};
use crate::words::{Word, is_dash, phrase_at};

/// A time on the clock: words taken, hour and minute.
pub(crate) fn clock(words: &[Word], at: usize) -> Option<(usize, (i8, i8))> {
    let word = words.get(at)?;
    let (hour, minute, sure) = figures(&word.lower)?;
    let mut i = at + 1;
    let mut hour = hour;
    let half = half_of_day(words, i);
    if let Some((len, after_noon)) = half {
        hour = if after_noon { hour % 12 + 12 } else { hour % 12 };
        i += len;
    } else if phrase_at(words, i, &["o'clock"]) {
        i += 1;
    } else if word.lower.len() == 4 && word.lower.chars().all(|c| c.is_ascii_digit()) {
        // "1600 GMT", "0830 hours": four digits alone are a number, but "at 2000", "until 1945 (2345 GMT)" not.
        let zone = words.get(i).is_some_and(is_zone)
            || phrase_at(words, i, &["hours"])
            || phrase_at(words, i, &["hrs"]);
        if !zone && !reads_as_hour(words, at) {
            return None;
        }
        i += usize::from(zone);
    } else if !sure {
        return None;
    }
    if phrase_at(words, i, &["local", "time"]) {
        i += 2;
    } else if words.get(i).is_some_and(|w| w.raw == "[" || w.raw == "(")
        && words.get(i + 1).is_some_and(is_zone)
    {
        i += 3;
    } else if words.get(i).is_some_and(|w| w.raw == "[" || w.raw == "(")
        && words.get(i + 2).is_some_and(is_zone)
    {
        i += 4;
    } else if words.get(i).is_some_and(is_zone) && words[i].lower != "local" {
        i += 1;
    }
    (hour < 24 && minute < 60).then_some((i - at, (hour, minute)))
}

/// Four digits after "at", or before the same hour in another zone: "the clash began at 2000", "1945 (2345 GMT)".
pub(super) fn reads_as_hour(words: &[Word], at: usize) -> bool {
    let word = |i: usize| words.get(i).map_or("", |w| w.raw.as_str());
    let digits = |i: usize| word(i).len() == 4 && word(i).chars().all(|c| c.is_ascii_digit());
    let led = at.checked_sub(1).and_then(|i| words.get(i)).is_some_and(|w| w.lower == "at");
    let again = matches!(word(at + 1), "(" | "[") && digits(at + 2) && words.get(at + 3).is_some_and(is_zone);
    digits(at) && (led || again)
}

fn is_zone(word: &Word) -> bool {
    matches!(class_of(word), Some(Class::Zone))
        && (word.raw.chars().all(char::is_uppercase) || word.lower == "local")
}

/// "10:25" (sure), "6.30", "9", "1600": hour, minute, and whether it is a clock time without more words.
fn figures(text: &str) -> Option<(i8, i8, bool)> {
    let (text, stuck) = match text.strip_suffix("am").or_else(|| text.strip_suffix("pm")) {
        Some(stem) => (stem, text.ends_with("pm").then_some(12)),
        None => (text, None),
    };
    if let Some((h, m)) = text.split_once(':').or_else(|| text.split_once('.')) {
        let minutes = m.get(..2)?;
        let sure = text.contains(':');
        return Some((h.parse().ok()?, minutes.parse().ok().filter(|_| m.len() == 2 || sure)?, sure));
    }
    if text.len() == 4 {
        return Some((text.get(..2)?.parse().ok()?, text.get(2..)?.parse().ok()?, false));
    }
    let hour: i8 = text.parse().ok().filter(|_| text.len() <= 2)?;
    match stuck {
        Some(add) => Some((hour % 12 + add, 0, true)),
        None => Some((hour, 0, false)),
    }
}

/// "p.m.", "a.m.", "pm": words taken, and whether it is after noon.
fn half_of_day(words: &[Word], at: usize) -> Option<(usize, bool)> {
    match words.get(at)?.lower.as_str() {
        "p.m" | "pm" => Some((1, true)),
        "a.m" | "am" => Some((1, false)),
        "p" if phrase_at(words, at + 1, &[".", "m"]) => Some((3, true)),
        "a" if phrase_at(words, at + 1, &[".", "m"]) => Some((3, false)),
        _ => None,
    }
}

/// A part of a day, perhaps with the day it belongs to ("last night", "this morning").
pub(crate) fn part(words: &[Word], at: usize) -> Option<(usize, Part, Option<Expr>)> {
    if phrase_at(words, at, &["tonight"]) {
        return Some((1, Part::Night, Some(Expr::Today(0))));
    }
    let mut i = at;
    let mut day = None;
    match words.get(i)?.lower.as_str() {
        "this" => (i, day) = (i + 1, Some(Expr::Today(0))),
        "last" => (i, day) = (i + 1, Some(Expr::Today(-1))),
        "that" => (i, day) = (i + 1, Some(Expr::Unit { unit: super::expr::Unit::Day, which: Which::Same })),
        "the" => i += 1,
        _ => {}
    }
    let same = [&["same"][..], &["following"][..], &["next"][..], &["previous"][..]];
    if let Some(n) = same.iter().position(|f| phrase_at(words, i, f)) {
        let which = [Which::Same, Which::Following, Which::Following, Which::Previous][n];
        day = Some(Expr::Unit { unit: super::expr::Unit::Day, which });
        i += 1;
    }
    if words.get(i).is_some_and(|w| matches!(w.lower.as_str(), "early" | "late" | "mid" | "predawn" | "pre"))
    {
        i += 1;
        i += usize::from(words.get(i).is_some_and(|w| is_dash(w) && w.glued));
    }
    let Class::Part(part) = class_of(words.get(i)?)? else { return None };
    let mut end = i + 1;
    // "the early morning hours", "night hours"
    if phrase_at(words, end, &["hours"]) {
        end += 1;
    }
    let overnight = words[i].lower == "overnight";
    if overnight && day.is_none() {
        return Some((end - at, Part::Night, None));
    }
    if part != Part::Night
        && day == Some(Expr::Today(-1))
        && words[at].lower == "last"
        && part != Part::Evening
    {
        return None;
    }
    Some((end - at, part, day))
}

/// True where a part of a day standing alone is a time ("at dawn"), not a modifier ("a night raid").
pub(crate) fn stands_alone(words: &[Word], at: usize, len: usize) -> bool {
    let before = at.checked_sub(1).and_then(|b| words.get(b)).map_or("", |w| w.lower.as_str());
    let of_course = before == "of" && at >= 2 && words[at - 2].lower == "course";
    let led = of_course
        || matches!(
            before,
            "at" | "in"
                | "around"
                | "by"
                | "before"
                | "after"
                | "during"
                | "until"
                | "through"
                | "since"
                | "about"
                | "on"
                | "from"
                | "throughout"
        );
    let next = words.get(at + len);
    let noun_follows = next.is_some_and(|w| {
        w.raw.chars().all(char::is_lowercase)
            && w.raw.chars().all(char::is_alphabetic)
            && !matches!(
                w.lower.as_str(),
                "in" | "on"
                    | "at"
                    | "of"
                    | "and"
                    | "by"
                    | "when"
                    | "as"
                    | "to"
                    | "from"
                    | "near"
                    | "after"
                    | "before"
                    | "the"
                    | "local"
                    | "while"
                    | "with"
                    | "but"
                    | "against"
                    | "for"
                    | "hours"
                    | "between"
                    | "during"
                    | "yesterday"
                    | "today"
                    | "tomorrow"
                    | "following"
                    | "killing"
                    | "wounding"
                    | "that"
                    | "or"
                    | "into"
                    | "outside"
                    | "inside"
                    | "along"
                    | "across"
                    | "until"
                    | "under"
                    | "amid"
                    | "a"
                    | "an"
            )
    });
    // "After midnight soldiers fired": of a night or morning raid that is no part, whatever follows.
    let hour = len == 1
        && words.get(at).is_some_and(|w| {
            matches!(w.lower.as_str(), "dawn" | "daybreak" | "midnight" | "nightfall" | "noon" | "sunset")
        });
    led && (hour || of_course || !noun_follows)
}
