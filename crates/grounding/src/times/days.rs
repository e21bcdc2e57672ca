//! Days: dates in all forms, weekdays, "today", "yesterday".

use super::expr::{Expr, Which, Year};
use super::lexicon::{Class, class_of, feasts};
use super::vocabulary::{self, Beside};
use super::years::year_at;
use crate::counts::numbers::{cardinal, ordinal};
use crate::words::{Word, is_dash, phrase_at};
use jiff::civil::{Date, Weekday};

/// An expression with the number of words it took.
pub(crate) type Item = (usize, Expr);

/// The longest day that begins at `at`.
pub(crate) fn day(words: &[Word], at: usize) -> Option<Item> {
    weekday_and_date(words, at)
        .or_else(|| date(words, at))
        .or_else(|| feast(words, at))
        .or_else(|| today(words, at))
        .or_else(|| weekday(words, at))
}

/// A date in words or figures.
pub(crate) fn date(words: &[Word], at: usize) -> Option<Item> {
    figures(words, at).or_else(|| day_month(words, at)).or_else(|| month_day(words, at))
}

/// "Saturday, 10 December", "Monday November 13", "Friday (Oct. 13)": the date counts.
fn weekday_and_date(words: &[Word], at: usize) -> Option<Item> {
    let (which, _) = which_before(words, at);
    let class = class_of(words.get(at + which)?)?;
    if !matches!(class, Class::Weekday(_) | Class::ShortDay(_)) {
        return None;
    }
    let mut i = at + which + 1;
    while words
        .get(i)
        .is_some_and(|w| matches!(w.raw.as_str(), "," | "(" | "." | "the" | "on" | "night" | "morning"))
    {
        i += 1;
    }
    if i > at + which + 3 {
        return None;
    }
    let (len, expr) = date(words, i)?;
    Some((i + len - at, expr))
}

/// "Christmas Day", "New Year's Eve 2015".
fn feast(words: &[Word], at: usize) -> Option<Item> {
    words.get(at).filter(|w| w.capital())?;
    let named = |(name, _): &&(Vec<&str>, (i8, i8))| phrase_at(words, at, name);
    let (name, (month, day)) = feasts().iter().find(named)?;
    let (len, year) = year_after(words, at + name.len());
    Some((name.len() + len, Expr::Day { year, month: *month, day: *day, until: None }))
}

/// "the 9th of April 2019", "25 Aug 88", "5-7 September", "5 and 6 June".
fn day_month(words: &[Word], at: usize) -> Option<Item> {
    let mut i = at;
    if words.get(i)?.lower == "the" {
        ordinal(words, i + 1)?;
        i += 1;
    }
    let (len, day) = day_number(words, i)?;
    i += len;
    let mut until = None;
    if words.get(i).is_some_and(|w| (is_dash(w)) || w.lower == "and" || w.lower == "to")
        && let Some((len, last)) = day_number(words, i + 1).filter(|(_, last)| *last > day)
    {
        until = Some(last);
        i += 1 + len;
    }
    if words.get(i).is_some_and(|w| w.lower == "of" || (is_dash(w) && w.glued)) {
        i += 1;
    }
    let Class::Month(month) = class_of(words.get(i)?)? else { return None };
    i += 1;
    let (len, year) = year_after(words, i);
    // "on Highway 1 August 31": the number belongs to the name before it.
    let named = at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(Word::capital);
    if named && year.is_none() && day_number(words, i).is_some() {
        return None;
    }
    Some((i + len - at, Expr::Day { year, month, day, until }))
}

/// "April 9", "Jan. 10, 2019", "April 5-9", "March eighth".
fn month_day(words: &[Word], at: usize) -> Option<Item> {
    let Class::Month(month) = class_of(words.get(at)?)? else { return None };
    let mut i = at + 1;
    if phrase_at(words, i, &["the"]) && ordinal(words, i + 1).is_some() {
        i += 1;
    }
    let (len, day) = day_number(words, i)?;
    i += len;
    let mut until = None;
    // "April 9 and 12 soldiers": a count follows, not a day.
    if words.get(i).is_some_and(|w| is_dash(w) || w.lower == "and" || w.lower == "to")
        && let Some((len, last)) = day_number(words, i + 1).filter(|(_, last)| *last > day)
        && (words[i].lower != "and" || is_between(words, at) || !counts_something(words, i + 1 + len))
    {
        until = Some(last);
        i += 1 + len;
    }
    let (len, year) = year_after(words, i);
    Some((i + len - at, Expr::Day { year, month, day, until }))
}

/// "Between April 9 and 12".
fn is_between(words: &[Word], at: usize) -> bool {
    at.checked_sub(1).and_then(|before| words.get(before)).is_some_and(|w| w.lower == "between")
}

fn counts_something(words: &[Word], at: usize) -> bool {
    words.get(at).is_some_and(|w| w.raw.chars().all(char::is_lowercase) && w.raw.len() > 2)
}

/// 1..31, in figures or as an ordinal.
fn day_number(words: &[Word], at: usize) -> Option<(usize, i8)> {
    let number = ordinal(words, at).or_else(|| cardinal(words, at).filter(|n| n.digits && n.len == 1))?;
    let plain = words[at].raw.len() <= 4 && !words[at].raw.contains([',', '.']);
    (plain && (1..=31).contains(&number.value)).then_some((number.len, number.value as i8))
}

/// A year after a date: "2019", ", 2019", "88", "this year", "of last year".
pub(crate) fn year_after(words: &[Word], at: usize) -> (usize, Option<Year>) {
    let mut i = at;
    while words.get(i).is_some_and(|w| w.raw == "," || w.lower == "of" || (is_dash(w) && w.glued))
        && i < at + 2
    {
        i += 1;
    }
    if let Some((len, year)) = year_at(words, i).filter(|(_, y)| *y > 1000) {
        return (i + len - at, Some(Year::Number(year)));
    }
    let short = words.get(i).filter(|w| i == at && w.raw.len() == 2).and_then(|w| w.raw.parse::<i16>().ok());
    if let Some(year) = short.filter(|y| *y > 31 || *y < 10) {
        return (1, Some(Year::Number(if year < 50 { 2000 + year } else { 1900 + year })));
    }
    let which = match words.get(i).map(|w| w.lower.as_str()) {
        Some("this") => Which::This,
        Some("last") => Which::Last,
        Some("next") => Which::Next,
        _ => return (0, None),
    };
    if phrase_at(words, i + 1, &["year"]) { (i + 2 - at, Some(Year::Which(which))) } else { (0, None) }
}

/// "2019-04-03", "15.04.2017", "15/04/2017", "04/15/2017" (day first where both could be).
fn figures(words: &[Word], at: usize) -> Option<Item> {
    let word = words.get(at)?;
    let dotted: Vec<i16> = word.lower.split('.').filter_map(|p| p.parse().ok()).collect();
    if word.lower.matches('.').count() == 2 {
        return Some((1, Expr::Full(full(*dotted.first()?, *dotted.get(1)?, *dotted.get(2)?)?)));
    }
    if phrase_at(words, at, &["9", "/", "11"]) && words.get(at + 3).is_none_or(|w| w.raw != "/") {
        return Some((3, Expr::Full(Date::new(2001, 9, 11).ok()?)));
    }
    let parts: Vec<&Word> = words.get(at..at + 5)?.iter().collect();
    let joined = parts[1..].iter().all(|w| w.glued)
        && parts[1].raw == parts[3].raw
        && matches!(parts[1].raw.as_str(), "-" | "/" | "–");
    let number = |i: usize| parts[i].raw.parse::<i16>().ok();
    if !joined {
        return None;
    }
    Some((5, Expr::Full(full(number(0)?, number(2)?, number(4)?)?)))
}

fn full(a: i16, b: i16, c: i16) -> Option<Date> {
    let short = |y: i16| match y {
        0..50 => 2000 + y,
        50..100 => 1900 + y,
        _ => y,
    };
    let (year, month, day) = if a > 31 {
        (a, b, c)
    } else if b > 12 {
        (short(c), a, b)
    } else {
        (short(c), b, a)
    };
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// "last", "this past", "the previous" before a weekday: words taken, and which.
fn which_before(words: &[Word], at: usize) -> (usize, Which) {
    const FORMS: [(&[&str], Which); 12] = [
        (&["this", "past"], Which::Last),
        (&["this", "coming"], Which::Next),
        (&["the", "previous"], Which::Previous),
        (&["the", "following"], Which::Following),
        (&["the", "same"], Which::Same),
        (&["last"], Which::Last),
        (&["past"], Which::Last),
        (&["this"], Which::This),
        (&["next"], Which::Next),
        (&["coming"], Which::Next),
        (&["previous"], Which::Previous),
        (&["that"], Which::Same),
    ];
    let found = FORMS.iter().find(|(form, _)| phrase_at(words, at, form));
    found.map_or((0, Which::Bare), |(form, which)| (form.len(), *which))
}

fn weekday(words: &[Word], at: usize) -> Option<Item> {
    let (skip, which) = which_before(words, at);
    let Class::Weekday(day) = class_of(words.get(at + skip)?)? else { return None };
    if is_name(words, at + skip, day) {
        return None;
    }
    let mut len = skip + 1;
    // "Monday of last week", "Friday last week" stay with the weekday before the report's week.
    let week = [&["of", "last", "week"][..], &["last", "week"][..], &["last"][..]];
    let mut which = which;
    if let Some(form) = week.iter().find(|f| phrase_at(words, at + len, f))
        && which == Which::Bare
        && form.len() > 1
    {
        return Some((len + form.len(), Expr::Weekday { day, which: Which::Previous }));
    }
    if phrase_at(words, at + len, &["next", "week"]) {
        which = Which::Next;
        len += 2;
    }
    Some((len, Expr::Weekday { day, which }))
}

/// "Black Friday", "Bloody Sunday", "Good Friday" are names of days that happened once.
fn is_name(words: &[Word], at: usize, _day: Weekday) -> bool {
    at.checked_sub(1)
        .and_then(|i| words.get(i))
        .is_some_and(|w| vocabulary::is(Beside::DayName, &w.lower) && w.capital())
}

/// "today", "yesterday", "the day before yesterday".
fn today(words: &[Word], at: usize) -> Option<Item> {
    const FORMS: [(&[&str], i32); 4] = [
        (&["the", "day", "before", "yesterday"], -2),
        (&["day", "before", "yesterday"], -2),
        (&["the", "day", "after", "tomorrow"], 2),
        (&["day", "after", "tomorrow"], 2),
    ];
    if let Some((form, days)) = FORMS.iter().find(|(form, _)| phrase_at(words, at, form)) {
        return Some((form.len(), Expr::Today(*days)));
    }
    match class_of(words.get(at)?)? {
        Class::Day(days) => Some((1, Expr::Today(days))),
        _ => None,
    }
}
