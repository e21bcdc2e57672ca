//! Owns breaks that lost their line break when a page became text: picture credits and full dates
//! that stand against the first sentence.
//!
//! "Fans at the gate Image: A. Smith."; "Thursday, May 7, 2015 On Tuesday, the army …"; "Russia says 6 dead
//! AFP Sunday 18 Sep 2016 More than …".

use super::{Word, dateline::is_month};

const DAYS: &[&str] = &[
    "fri",
    "friday",
    "mon",
    "monday",
    "sat",
    "saturday",
    "sun",
    "sunday",
    "thu",
    "thursday",
    "tue",
    "tuesday",
    "wed",
    "wednesday",
];

/// True for a weekday's name or abbreviation in lower case.
pub fn is_weekday(word: &str) -> bool {
    DAYS.binary_search(&word).is_ok()
}

/// True where a new sentence begins at `next` although no mark ends the one before; `at` is the word
/// before `next`.
pub fn begins(text: &str, words: &[Word], at: usize, next: usize) -> bool {
    let word = |n: usize| words.get(n).map_or("", |w: &Word| w.of(text));
    if !word(next).starts_with(char::is_uppercase) {
        return false;
    }
    let credit = matches!(word(next), "Image" | "Photo" | "Photograph" | "Credit") && word(next + 1) == ":";
    credit && word(at).ends_with(char::is_alphanumeric) || ends_date(&word, at)
}

/// True where `at` is the year of a date with its weekday ("Thursday, May 7, 2015", "Sun 18 Sep 2016"),
/// so that a capitalised word after it begins a sentence. "On Friday, May 7, 2015 Ali …" does not end there.
fn ends_date<'a>(word: &impl Fn(usize) -> &'a str, at: usize) -> bool {
    let year = word(at);
    if year.len() != 4 || !year.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let mut n = at;
    let (mut month, mut day, mut weekday) = (false, false, false);
    while n > 0 && at - n < 6 {
        n -= 1;
        let lower = word(n).trim_end_matches('.').to_lowercase();
        if is_month(&lower) {
            month = true;
        } else if is_weekday(&lower) {
            weekday = true;
            break;
        } else if lower.len() <= 2 && lower.bytes().all(|b| b.is_ascii_digit()) {
            day = true;
        } else if lower != "," {
            break;
        }
    }
    let before = if n > 0 { word(n - 1).to_lowercase() } else { String::new() };
    month
        && day
        && weekday
        && !matches!(before.as_str(), "on" | "of" | "since" | "until" | "from" | "by" | ",")
}

#[cfg(test)]
mod tests {
    use super::super::sentences;

    #[test]
    fn lost_line_breaks_are_found() {
        let check =
            |text: &str, expected: usize| assert_eq!(sentences(text, |_| 1).len(), expected, "{text}");
        check("Thursday, May 7, 2015 On Tuesday, two died.", 2);
        check("Two died on Thursday, May 7, 2015 In Homs.", 1);
        check("Six dead Sunday 18 Sep 2016 More than six died.", 2);
        check("Fans at the gate Image: A. Smith.", 2);
    }
}
