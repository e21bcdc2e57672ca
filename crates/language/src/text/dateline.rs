//! Owns datelines: the place, date and agency before a report's first sentence.
//!
//! "BEIRUT, LEBANON (11:30 A.M.) – The army …"; "SAN JOSE, 12 JAN 90 (AGENCY) -- [TEXT] THE ARMY …";
//! "KABUL, Afghanistan (August 7) - An Afghan force …"; "(Reuters) - Two …". They become a sentence of
//! their own, so that the parser does not hang the place on the verb.

use super::{Gap, Word};

const LONGEST: usize = 24;
/// True for a month's name or abbreviation in lower case.
pub fn is_month(word: &str) -> bool {
    MONTHS.binary_search(&word).is_ok()
}

const MONTHS: &[&str] = &[
    "apr",
    "april",
    "aug",
    "august",
    "dec",
    "december",
    "feb",
    "february",
    "jan",
    "january",
    "jul",
    "july",
    "jun",
    "june",
    "mar",
    "march",
    "may",
    "nov",
    "november",
    "oct",
    "october",
    "sep",
    "sept",
    "september",
];

/// The first word after the dateline that begins at `at`, if one does.
pub fn body_start(text: &str, words: &[Word], at: usize) -> Option<usize> {
    let mut seen = Seen::default();
    let mut dash = None;
    for n in at..words.len().min(at + LONGEST) {
        if n > at && words[n].gap >= Gap::Line && !seen.wide {
            return None;
        }
        let word = words[n].of(text);
        let spaced = words[n].gap >= Gap::Space || words.get(n + 1).is_some_and(|w| w.gap >= Gap::Space);
        if seen.depth == 0 && n > at && spaced && matches!(word, "-" | "–" | "—" | "--" | "---" | "―" | "_")
        {
            dash = Some(n);
            break;
        }
        if !seen.take(word) {
            return None;
        }
    }
    let dash = dash?;
    if !seen.is_enough(dash - at) {
        return None;
    }
    let body = skip_brackets(text, words, dash + 1);
    let starts = words.get(body)?.of(text).chars().next()?;
    let begins = !starts.is_lowercase() && !matches!(starts, ')' | ']' | ',' | '.');
    (begins && body < words.len()).then_some(body)
}

/// "[REPORT] [ARMED FORCES PRESS OFFICE] [TEXT]" after the dash.
fn skip_brackets(text: &str, words: &[Word], mut at: usize) -> usize {
    while words.get(at).is_some_and(|w| w.of(text) == "[") {
        let Some(close) = (at..words.len().min(at + 20)).find(|&n| words[n].of(text) == "]") else { break };
        at = close + 1;
    }
    at
}

/// What the words before the dash showed.
#[derive(Default)]
struct Seen {
    depth: usize,
    bracket: bool,
    date: bool,
    capitals: usize,
    mixed: usize,
    comma: bool,
    wide: bool,
}

impl Seen {
    /// Takes one word; false where it cannot stand in a dateline.
    fn take(&mut self, word: &str) -> bool {
        let lower = word.trim_end_matches('.').to_lowercase();
        match word {
            "(" | "[" => {
                self.depth += 1;
                self.bracket = true;
            }
            ")" | "]" => self.depth = self.depth.saturating_sub(1),
            "," => self.comma = true,
            "/" | "-" | "." | ":" | "&" | "'" | "’" => {}
            _ if self.depth > 0 => {}
            _ if is_month(&lower) => self.date = true,
            _ if word.starts_with(|c: char| c.is_ascii_digit()) => {}
            _ if !word.chars().any(char::is_lowercase) && word.len() > 1 => self.capitals += 1,
            _ if word.starts_with(char::is_uppercase) => self.mixed += 1,
            "al" | "de" | "del" | "el" | "la" | "of" | "da" | "do" | "es" => {}
            _ => return false,
        }
        true
    }

    /// Capitals, a date, a bracket or a comma besides few names; one or two names alone, too ("Keld - Nine died").
    fn is_enough(&self, words: usize) -> bool {
        let names = self.capitals + self.mixed;
        let only_bracket = self.bracket && names == 0 && words <= 8;
        let shown = self.bracket || self.date;
        only_bracket
            || (shown && (1..=8).contains(&names))
            || (self.capitals > 0 && self.mixed <= 2 && names <= 5 && words <= 8)
            || (self.comma && names <= 4 && words <= 6)
            || (words == self.mixed && words <= 2)
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;

    fn check(text: &str, expected: Option<&str>) {
        let words = words(text);
        let body = super::body_start(text, &words, 0).map(|n| words[n].of(text));
        assert_eq!(body, expected, "{text:?}");
    }

    #[test]
    fn datelines_stand_apart() {
        check("BEIRUT, LEBANON (11:30 A.M.) – The army left.", Some("The"));
        check("SAN JOSE, 12 JAN 90 (DPA) -- [TEXT] THE ARMY LEFT", Some("THE"));
        check("San Jose, 25 Aug 88 (Canal Uno Television) -- [Text] A corporal died.", Some("A"));
        check("KABUL, Afghanistan (August 7) - An Afghan force fled.", Some("An"));
        check("GAZA — Two boys died.", Some("Two"));
        check("NEWARK, N.J. _ Two boys died.", Some("Two"));
        check("GULU, Uganda (AP)_ Two boys died.", Some("Two"));
        check("(Reuters) - Two boys died.", Some("Two"));
        check("San Marte - Two boys died.", Some("Two"));
        check("BOGOTA, 3 JAN -- [REPORT] [PRESS OFFICE] [TEXT] ELEVEN DIED.", Some("ELEVEN"));
    }

    #[test]
    fn sentences_are_no_datelines() {
        check("The army – which fled – returned.", None);
        check("Damascus – where he lived – fell.", None);
        check("The US-backed force left.", None);
        check("Two soldiers were killed (and three hurt) - The army said.", None);
    }
}
