//! Months, years, seasons, quarters, decades.

use super::days::{Item, year_after};
use super::expr::{Expr, Season, Which, Year};
use super::lexicon::{Class, class_of};
use super::vocabulary::{self, Beside};
use crate::counts::numbers::{cardinal, ordinal};
use crate::words::{Word, is_dash, phrase_at};

/// The longest time above a day that begins at `at`.
pub(crate) fn longer(words: &[Word], at: usize) -> Option<Item> {
    month(words, at)
        .or_else(|| quarter(words, at))
        .or_else(|| season(words, at))
        .or_else(|| decade(words, at))
        .or_else(|| century(words, at))
        .or_else(|| year(words, at))
}

/// "last", "this", "next" and the like: words taken, and which.
pub(crate) fn which(words: &[Word], at: usize) -> (usize, Which) {
    const FORMS: [(&[&str], Which); 18] = [
        (&["this", "past"], Which::Last),
        (&["this", "coming"], Which::Next),
        (&["the", "same"], Which::Same),
        (&["that", "same"], Which::Same),
        (&["the", "previous"], Which::Previous),
        (&["the", "preceding"], Which::Previous),
        (&["the", "following"], Which::Following),
        (&["the", "next"], Which::Following),
        (&["the", "current"], Which::This),
        (&["the", "latest"], Which::Last),
        (&["the", "coming"], Which::Next),
        (&["last"], Which::Last),
        (&["this"], Which::This),
        (&["next"], Which::Next),
        (&["that"], Which::Same),
        (&["same"], Which::Same),
        (&["previous"], Which::Previous),
        (&["coming"], Which::Next),
    ];
    let found = FORMS.iter().find(|(form, _)| phrase_at(words, at, form));
    found.map_or((0, Which::Bare), |(form, which)| (form.len(), *which))
}

/// "March", "last March", "March 2011", "the month of November", "July last year".
fn month(words: &[Word], at: usize) -> Option<Item> {
    if phrase_at(words, at, &["the", "month", "of"]) {
        let (len, expr) = month(words, at + 3)?;
        return Some((len + 3, expr));
    }
    let (skip, which) = which(words, at);
    let i = at + skip;
    let Class::Month(month) = class_of(words.get(i)?)? else { return None };
    let (len, year) = year_after(words, i + 1);
    if which == Which::Bare && year.is_none() && !reads_as_month(words, i) {
        return None;
    }
    Some((skip + 1 + len, Expr::Month { year, month, which }))
}

/// A bare "May", "March", "April" or "August" may be a verb or a person's name: it needs a word before
/// it that a month follows ("in March", "since early May"), or the comma or bracket of a list.
fn reads_as_month(words: &[Word], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    let after_capital = words.get(at + 1).is_some_and(|w| w.capital() && class_of(w).is_none());
    let ambiguous =
        matches!(words[at].lower.as_str(), "may" | "march" | "april" | "june" | "august" | "mar" | "jan");
    match before {
        None => !ambiguous,
        Some(_) if !ambiguous => true,
        Some(b) => {
            let leads = [
                "in",
                "since",
                "of",
                "until",
                "till",
                "by",
                "early",
                "late",
                "mid",
                "last",
                "this",
                "next",
                "and",
                "to",
                "from",
                "between",
                "during",
                "after",
                "before",
                "around",
                "-",
                "through",
                "throughout",
                "or",
                "every",
                "each",
                "earlier",
                "later",
                "for",
            ];
            // "The March bombings".
            let deed = words.get(at + 1).is_some_and(|w| vocabulary::is(Beside::Deed, &w.lower));
            (leads.contains(&b.lower.as_str()) || b.lower == "the" && deed) && !after_capital
        }
    }
}

/// A year in figures or words: words taken and the year.
pub(crate) fn year_at(words: &[Word], at: usize) -> Option<(usize, i16)> {
    let word = words.get(at)?;
    if word.raw.len() == 4 && word.raw.chars().all(|c| c.is_ascii_digit()) {
        let year: i16 = word.raw.parse().ok()?;
        return (1500..=2100).contains(&year).then_some((1, year));
    }
    let century = match word.lower.as_str() {
        "eighteen" => 1800,
        "nineteen" => 1900,
        "twenty" if !words.get(at + 1).is_some_and(is_dash) => 2000,
        _ => return None,
    };
    let rest = cardinal(words, at + 1).filter(|n| !n.digits && (10..100).contains(&n.value))?;
    // "twenty four hours" is no year: only the nineteen hundreds are safe without a hyphen.
    let safe = century != 2000 || rest.len > 1;
    safe.then_some((1 + rest.len, century + rest.value as i16))
}

fn year(words: &[Word], at: usize) -> Option<Item> {
    if phrase_at(words, at, &["fiscal"]) || phrase_at(words, at, &["calendar"]) {
        let (len, year) = year_at(words, at + 1)?;
        return Some((len + 1, Expr::Year(year)));
    }
    let lead = [&["the", "year"][..], &["year"][..]]
        .into_iter()
        .find(|f| phrase_at(words, at, f))
        .map_or(0, <[_]>::len);
    if lead > 0 && phrase_at(words, at + lead, &["two", "thousand"]) {
        return Some((lead + 2, Expr::Year(2000)));
    }
    let (len, year) = year_at(words, at + lead).filter(|(_, y)| lead > 0 || (1800..=2100).contains(y))?;
    if lead == 0 && !stands_as_year(words, at, len) {
        return None;
    }
    let end = at + lead + len;
    if let Some(last) = second_year(words, end, year) {
        return Some((lead + len + 2, Expr::Years(year, last)));
    }
    Some((lead + len, Expr::Year(year)))
}

/// Not "2000 soldiers", "Resolution 1973", "1600 GMT", "S-2000", "at 1945".
fn stands_as_year(words: &[Word], at: usize, len: usize) -> bool {
    use super::super::counts::is_name_or_measure;
    if super::clock::reads_as_hour(words, at) {
        return false;
    }
    let next = words.get(at + len);
    let led = at
        .checked_sub(1)
        .and_then(|i| words.get(i))
        .is_some_and(|w| matches!(w.lower.as_str(), "in" | "since" | "during" | "until" | "early" | "late"));
    if led && words[at].raw.len() == 4 {
        return true;
    }
    let counts = next
        .is_some_and(|w| w.lower.ends_with('s') && w.raw.len() > 3 && w.raw.chars().all(char::is_lowercase));
    let people = next.is_some_and(|w| vocabulary::is(Beside::People, &w.lower));
    !(counts || people || is_model(words, at) || is_car(words, at, len) || is_name_or_measure(words, at, len))
}

/// "A 1981 blue Chevrolet", "a 1979 model Toyota": when it was built.
fn is_car(words: &[Word], at: usize, len: usize) -> bool {
    let lower = |i: usize| words.get(i).map_or("", |w| w.lower.as_str());
    let one = at.checked_sub(1).is_some_and(|i| matches!(lower(i), "a" | "an" | "the"));
    one && vocabulary::is(Beside::Make, lower(at + len))
}

/// "A Mirage 2000 was lost", not "Copenhagen, 1943" nor "By 1943": the number belongs to the name before it.
fn is_model(words: &[Word], at: usize) -> bool {
    let name = at.checked_sub(1).filter(|&i| i > 0).and_then(|i| words.get(i));
    name.is_some_and(|w| w.capital() && w.raw.chars().any(char::is_alphabetic) && class_of(w).is_none())
}

/// "1990-91", "1988 to 1990".
fn second_year(words: &[Word], at: usize, first: i16) -> Option<i16> {
    let joint = words.get(at)?;
    if !(joint.glued && (is_dash(joint) || joint.raw == "/")) && joint.lower != "to" {
        return None;
    }
    let next = words.get(at + 1)?;
    let value: i16 = next.raw.parse().ok().filter(|_| next.raw.len() == 2 || next.raw.len() == 4)?;
    let last = if value < 100 { first / 100 * 100 + value } else { value };
    (last > first && last < first + 100).then_some(last)
}

/// "the 1980s", "the '80s", "the nineties".
fn decade(words: &[Word], at: usize) -> Option<Item> {
    let lead = usize::from(words.get(at)?.lower == "the");
    let mut i = at + lead;
    if words.get(i).is_some_and(|w| matches!(w.raw.as_str(), "'" | "’" | "‘")) {
        i += 1;
    }
    let text = words.get(i)?.lower.trim_start_matches('\'');
    let spelled =
        ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];
    if let Some(n) = spelled.iter().position(|s| *s == text).filter(|_| lead == 1) {
        return Some((i + 1 - at, Expr::Decade(1920 + 10 * n as i16)));
    }
    let digits = text.strip_suffix('s').map(|d| d.trim_end_matches('\''))?;
    let value: i16 = digits.parse().ok()?;
    let first = match digits.len() {
        4 if value % 10 == 0 && (1500..2100).contains(&value) => value,
        2 if value % 10 == 0 && value >= 20 => 1900 + value,
        _ => return None,
    };
    Some((i + 1 - at, Expr::Decade(first)))
}

/// "the 20th century".
fn century(words: &[Word], at: usize) -> Option<Item> {
    let lead = usize::from(words.get(at)?.lower == "the");
    let number = ordinal(words, at + lead).filter(|n| (1..=21).contains(&n.value))?;
    let i = at + lead + number.len;
    phrase_at(words, i, &["century"]).then_some((i + 1 - at, Expr::Century(number.value as i16)))
}

/// "this summer", "the winter of 1989", "summer 2014". "Fall" alone is rather a defeat.
fn season(words: &[Word], at: usize) -> Option<Item> {
    let (mut skip, which) = which(words, at);
    if skip == 0 && words.get(at)?.lower == "the" {
        skip = 1;
    }
    let i = at + skip;
    let Class::Season(season) = class_of(words.get(i)?)? else { return None };
    let (len, year) = year_after(words, i + 1);
    let led = at.checked_sub(1).and_then(|b| words.get(b)).is_some_and(|w| {
        matches!(
            w.lower.as_str(),
            "in" | "since" | "early" | "late" | "mid" | "during" | "by" | "until" | "-" | "of"
        )
    });
    let sure = which != Which::Bare || year.is_some() || (led && season != Season::Autumn);
    let offensive = words.get(i + 1 + len).is_some_and(|w| w.lower == "offensive");
    (sure && !(offensive && which == Which::Bare))
        .then_some((skip + 1 + len, Expr::Season { season, which, year }))
}

/// "the third quarter", "the first half of 2016", "this year's third quarter", "the 1988 third quarter".
fn quarter(words: &[Word], at: usize) -> Option<Item> {
    let mut i = at;
    let mut year = None;
    if words
        .get(i)
        .is_some_and(|w| matches!(w.lower.as_str(), "the" | "its" | "this" | "last" | "next" | "that"))
    {
        if let (len, Some(y)) = year_after(words, i) {
            if phrase_at(words, i + len, &["'s"]) {
                year = Some(y);
                i += len + 1;
            } else {
                return None;
            }
        } else if words[i].lower == "the" || words[i].lower == "its" {
            i += 1;
        }
    }
    if let Some((len, y)) = year_at(words, i).filter(|_| year.is_none()) {
        year = Some(Year::Number(y));
        i += len;
    }
    let ago = [&["year", "-", "ago"][..], &["year", "-", "earlier"][..]]
        .into_iter()
        .find(|f| phrase_at(words, i, f));
    if let Some(form) = ago {
        year = Some(Year::Which(Which::Last));
        i += form.len();
    }
    i += usize::from(words.get(i).is_some_and(|w| w.lower == "fiscal"));
    i += usize::from(words.get(i).is_some_and(|w| is_dash(w) && w.glued));
    let number = ordinal(words, i).filter(|n| (1..=4).contains(&n.value))?;
    i += number.len;
    i += usize::from(words.get(i).is_some_and(|w| is_dash(w) && w.glued));
    let (len, after) = match words.get(i)?.lower.as_str() {
        "quarter" | "half" => year_after(words, i + 1),
        _ => return None,
    };
    let half = words[i].lower == "half";
    if half && year.is_none() && after.is_none() {
        return None;
    }
    let quarter = if half { 4 + number.value.min(2) as u8 } else { number.value as u8 };
    Some((i + 1 + len - at, Expr::Quarter { quarter, which: Which::Bare, year: after.or(year) }))
}
