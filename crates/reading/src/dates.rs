//! Dates as pages print them: ISO, "April 11, 2020", "10 April 2020", "2 Oct 88", "19.07.2016".

use jiff::civil::Date;
use regex::{Captures, Regex};
use std::sync::LazyLock;

const MONTH: &str = r"(?P<mon>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?";
const WEEKDAY: &str =
    r"(?:(?:mon|tue|tues|wed|weds|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?[.,]?\s+)?";
const TIME: &str = r"(?:,?\s*(?:T|at\s+|-\s*|\|\s*)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\.\d+)?\s*(?:[ap]\.?m\.?)?\s*(?:Z|GMT|UTC|BST|EST|EDT|ET|[+-]\d{2}:?\d{2})?)?";

/// One printed form; anchored at the start, case ignored.
fn form(body: &str) -> Regex {
    Regex::new(&format!(r"(?i)^{WEEKDAY}{body}")).expect("date forms are fixed text")
}

static FORMS: LazyLock<[Regex; 7]> = LazyLock::new(|| {
    [
        // 2020-04-11T09:00:00Z, 2020/4/11
        form(&format!(r"(?P<y>\d{{4}})[-/.](?P<m>\d{{1,2}})[-/.](?P<d>\d{{1,2}})\b{TIME}")),
        form(&format!(r"(?P<y>\d{{4}})-(?P<m>\d{{2}})-(?P<d>\d{{2}}){TIME}")),
        // April 11, 2020; July 19 2016; "Jul 172015", where a page lost its comma
        form(&format!(r"{MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)(?P<y>\d{{4}})\b{TIME}")),
        form(&format!(r"{MONTH}\s+(?P<d>\d{{1,2}})(?P<y>(?:19|20)\d{{2}})\b{TIME}")),
        // 10 April 2020; 2 Oct 88; 11th of April, 2020; 10-Apr-2020
        form(&format!(
            r"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{MONTH}[\s,-]+(?P<y>\d{{4}}|['’]?\d{{2}})\b{TIME}"
        )),
        // 2025 April 21
        form(&format!(r"(?P<y>\d{{4}})\s+{MONTH}\s+(?P<d>\d{{1,2}})\b")),
        // 19.07.2016, 9/26/2005; "19.07.2016Get", where a page lost its space
        form(&format!(r"(?P<a>\d{{1,2}})(?P<sep>[./-])(?P<b>\d{{1,2}})[./-](?P<y>\d{{4}}){TIME}")),
    ]
});

static WITHOUT_YEAR: LazyLock<[Regex; 2]> = LazyLock::new(|| {
    [
        form(&format!(r"{MONTH}\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\b")),
        form(&format!(r"(?P<d>\d{{1,2}})(?:st|nd|rd|th)?\s+{MONTH}")),
    ]
});

/// The date at the start of `text` and the bytes it takes; clock time after it is taken along.
pub(crate) fn date_at_start(text: &str) -> Option<(Date, usize)> {
    let head = head(text);
    FORMS.iter().find_map(|form| {
        let found = form.captures(head)?;
        let length = found.get(0)?.len();
        let ends = !head.get(length..)?.starts_with(|c: char| c.is_ascii_digit());
        ends.then_some((civil(&found)?, length))
    })
}

/// A day and month without a year at the start of `text` ("Dec 3"), given the year it fell in.
pub(crate) fn day_at_start(text: &str, year: i16) -> Option<(Date, usize)> {
    let head = head(text);
    WITHOUT_YEAR.iter().find_map(|form| {
        let found = form.captures(head)?;
        let day = found.name("d")?.as_str().parse().ok()?;
        Some((Date::new(year, month(&found)?, day).ok()?, found.get(0)?.len()))
    })
}

/// The date that `text` is, all of it, in ISO or a common English form. A time of day is allowed and
/// dropped. `None` for anything else, and for `3/4/2020`, which is March to some and April to others
/// (`3-4-2020` and `3.4.2020` put the day first).
pub fn parse_date(text: &str) -> Option<Date> {
    let text = text.trim().trim_end_matches('.');
    let (date, length) = date_at_start(text)?;
    let rest = text.get(length..)?.trim();
    let zone = rest.len() <= 8 && rest.chars().all(|c| c.is_ascii_alphanumeric() || "()+:-/ ".contains(c));
    (rest.is_empty() || zone).then_some(date)
}

/// Dates are short: looking at the first characters keeps the search linear on long lines.
fn head(text: &str) -> &str {
    let end = text.char_indices().nth(80).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

fn civil(found: &Captures) -> Option<Date> {
    let number = |name: &str| found.name(name)?.as_str().trim_start_matches(['\'', '’']).parse::<i16>().ok();
    let mut year = number("y")?;
    if found.name("y")?.as_str().trim_start_matches(['\'', '’']).len() == 2 {
        year += if year < 70 { 2000 } else { 1900 };
    }
    if !(1800..=2200).contains(&year) {
        return None;
    }
    let (month, day) = if found.name("mon").is_some() {
        (month(found)?, number("d")? as i8)
    } else if let (Some(m), Some(d)) = (number("m"), number("d")) {
        (m as i8, d as i8)
    } else {
        let (a, b) = (number("a")? as i8, number("b")? as i8);
        // Who parts a date by stops or hyphens puts the day first; by strokes, either.
        let day_first = matches!(found.name("sep")?.as_str(), "." | "-");
        match (a, b) {
            _ if a == b || day_first && b <= 12 || a > 12 => (b, a),
            _ if b > 12 => (a, b),
            _ => return None,
        }
    };
    Date::new(year, month, day).ok()
}

fn month(found: &Captures) -> Option<i8> {
    let name = found.name("mon")?.as_str().to_ascii_lowercase();
    let names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
    names.iter().position(|n| name.starts_with(n)).map(|i| i as i8 + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn printed_forms() {
        for (text, expected) in [
            ("2020-04-11", "2020-04-11"),
            ("2020-04-11T22:10:00+02:00", "2020-04-11"),
            ("2020/4/11", "2020-04-11"),
            ("April 11, 2020", "2020-04-11"),
            ("Sept. 5, 2010", "2010-09-05"),
            ("Monday, January 28, 2019\u{a0}", "2019-01-28"),
            ("Sun Aug 17 2014", "2014-08-17"),
            ("10 April 2020", "2020-04-10"),
            ("Tuesday 19 Jul 2016", "2016-07-19"),
            ("3rd of May 1998", "1998-05-03"),
            ("2 Oct 88", "1988-10-02"),
            ("12 Jan 90", "1990-01-12"),
            ("5 Mar '04", "2004-03-05"),
            ("Jul 172015", "2015-07-17"),
            ("2025 April 21", "2025-04-21"),
            ("19.07.2016", "2016-07-19"),
            ("9/26/2005 08:14:00 PM", "2005-09-26"),
            ("26/9/2005", "2005-09-26"),
            ("Sat, 11 Apr 2020 10:00:00 GMT", "2020-04-11"),
            ("April 11, 2020 at 5:12 pm", "2020-04-11"),
        ] {
            assert_eq!(parse_date(text).map(|d| d.to_string()).as_deref(), Some(expected), "{text}");
        }
    }

    #[test]
    fn other_words_are_no_dates() {
        for text in
            ["3/4/2020", "May", "2020", "31 April 2020", "20 soldiers", "April 11, 2020 attack on Mosul", ""]
        {
            assert_eq!(parse_date(text), None, "{text}");
        }
    }

    #[test]
    fn a_day_takes_the_year_it_is_given() {
        let found = day_at_start("Dec 3 (Wire) --", 2012);
        assert_eq!(found.map(|(d, n)| (d.to_string(), n)), Some(("2012-12-03".into(), 5)));
        assert_eq!(day_at_start("March to the capital", 2012), None);
    }
}
