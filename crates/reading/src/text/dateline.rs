//! Datelines of agencies: "KABUL (Reuters) -", "BAGHDAD, Dec 3 (Xinhua) --",
//! "San Salvador, 12 Jan 90 (ACAN-EFE) -- [Text]", "ISLAMABAD: ", "/TASS/".

use crate::dates::{date_at_start, day_at_start};
use crate::outlets::Outlets;
use jiff::civil::Date;
use regex::Regex;
use std::sync::LazyLock;

/// What a dateline says, and the bytes it takes with the white space behind it.
#[derive(Debug, Default, PartialEq)]
pub(crate) struct Dateline {
    pub length: usize,
    pub place: Option<String>,
    pub agency: Option<String>,
    pub date: Option<Date>,
}

/// Place names of one to five words, with commas between town, province and country.
const PLACE: &str = r"(?P<place>\p{Lu}[\p{L}\p{M}.'’\-/]*(?:[ \n]+(?:(?:de|del|la|las|los|el|al|of|the|and|on|upon|az|ez|ed|es)[ \n]+)?\p{Lu}?[\p{L}\p{M}.'’\-]+){0,3}(?:,\s+\p{Lu}[\p{L}.'’\- ]{1,30}?){0,2}(?:\s+\(\p{Lu}\p{Ll}+\),)?)";
const DATE: &str = r"(?P<date>(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?i:day)?,?\s+)?(?:\d{1,2}\s+\p{L}{3,9}\.?(?:,?\s+\d{2,4})?|\p{L}{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?(?:,?\s+\d{4})?))";

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(&format!(
        r"^(?:{PLACE})?(?:(?:^|,\s*|\s+){DATE})?,?\s*(?:\((?P<paren>[^()]{{2,60}})\)|[./]{{0,2}}\s*/(?P<slash>[\p{{Lu}}][\p{{L}} \-]{{1,25}})/\.?)?\s*$"
    ))
    .expect("the dateline form is fixed text")
});

static BRACKETS: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?i)^\s*(?:\[[^\[\]]{1,160}\]\s*){0,4}\[(?:[^\[\]]{0,120}\b(?:text|excerpts?|report|passage|speech|interview|communique|commentary|editorial|statement|words indistinct)\b[^\[\]]{0,120})\]\s*")
        .expect("fixed text")
});

/// The dateline at the start of `text`. `year` is that of the report, for days without one.
pub(crate) fn dateline(text: &str, year: Option<i16>) -> Option<Dateline> {
    let window = text.char_indices().nth(160).map_or(text, |(at, _)| text.get(..at).unwrap_or(text));
    let mut found = separators(window)
        .find_map(|(start, end, mark)| {
            parse(window.get(..start)?, mark, text.get(end..)?, year).map(|d| (d, end))
        })
        .map(|(mut line, end)| {
            line.length = end;
            line
        })?;
    let rest = text.get(found.length..)?;
    if let Some(brackets) = BRACKETS.find(rest) {
        found.length += brackets.end();
    }
    let rest = text.get(found.length..)?;
    found.length += rest.len() - rest.trim_start().len();
    Some(found)
}

/// The whole of `line` as a dateline without a dash ("KABUL, Afghanistan (Aug. 6, 2012)").
pub(crate) fn whole_line(line: &str, year: Option<i16>) -> Option<Dateline> {
    if line.len() > 160 {
        return None;
    }
    let bare = line.trim_end_matches(['-', '–', '—', '_', ':', ' ']);
    let found = parse(bare, Mark::Dash, "A", year)?;
    (found.place.is_some() && (found.date.is_some() || found.agency.is_some()) && bare.ends_with(')'))
        .then_some(found)
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Mark {
    /// `--`, `—`, `–`, ` - `, and the ` _ ` of wires
    Dash,
    Colon,
    /// Nothing but the closing bracket: "DAMASCUS (Sputnik) The strike".
    Bracket,
}

/// Places where a dateline may end: offsets of the mark and of what follows.
fn separators(window: &str) -> impl Iterator<Item = (usize, usize, Mark)> + '_ {
    window.char_indices().filter_map(|(at, c)| {
        let rest = window.get(at..)?;
        let before = window.get(..at)?.chars().next_back()?;
        match c {
            '–' | '—' | '―' => Some((at, at + c.len_utf8(), Mark::Dash)),
            '-' if rest.starts_with("--") => {
                Some((at, at + rest.len() - rest.trim_start_matches('-').len(), Mark::Dash))
            }
            '-' | '_' if (before.is_whitespace() || before == ')') && rest[1..].starts_with(' ') => {
                Some((at, at + 1, Mark::Dash))
            }
            '-' if before.is_whitespace() && rest.starts_with("-\n") => Some((at, at + 1, Mark::Dash)),
            ':' if rest.starts_with(": ") => Some((at, at + 1, Mark::Colon)),
            ')' => Some((at + 1, at + 1, Mark::Bracket)),
            '/' if rest.starts_with("/ ") || rest.starts_with("/. ") => {
                Some((at + 1, at + 1 + usize::from(rest.starts_with("/.")), Mark::Bracket))
            }
            _ => None,
        }
    })
}

fn parse(prefix: &str, mark: Mark, following: &str, year: Option<i16>) -> Option<Dateline> {
    let next = following.trim_start();
    if !next.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "\"“‘'[".contains(c)) {
        return None;
    }
    let found = FORM.captures(prefix)?;
    let place = found.name("place").map(|p| p.as_str().trim_end_matches(',').split_whitespace());
    let place = place.map(|words| words.collect::<Vec<_>>().join(" "));
    let mut line = Dateline { place, ..Dateline::default() };
    let undated = line.place.as_deref().and_then(|p| p.strip_suffix(", NO DATE")).map(String::from);
    let no_date = undated.is_some();
    line.place = undated.or(line.place);
    let dated = found.name("date").map(|d| day(d.as_str(), year));
    if let Some(date) = dated {
        line.date = date?.0;
    }
    let mut known_agency = found.name("slash").is_some();
    let inside = found.name("paren").or(found.name("slash"));
    if let Some(inside) = inside.map(|m| m.as_str().trim()) {
        match day(inside, year) {
            Some((date, length)) if length == inside.len() => line.date = line.date.or(date),
            _ if inside.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit()) => {
                known_agency |= is_agency(inside);
                line.agency = Some(inside.split_whitespace().collect::<Vec<_>>().join(" "));
            }
            _ => return None,
        }
    }
    let capitals = line.place.as_deref().is_some_and(is_capitals);
    let dated = dated.is_some() || line.date.is_some() || no_date;
    let enough = match (mark, &line.place, &line.agency) {
        (_, None, Some(_)) => known_agency,
        (Mark::Dash, Some(_), Some(_)) => known_agency || dated || capitals,
        (Mark::Dash, Some(place), None) => {
            dated || capitals || (plain_place(place) && following.starts_with(char::is_whitespace))
        }
        (Mark::Colon, Some(_), Some(_)) => known_agency || dated || capitals,
        (Mark::Colon, Some(_), None) => dated || capitals,
        (Mark::Bracket, Some(_), Some(_)) => known_agency && (dated || capitals),
        _ => false,
    };
    enough.then_some(line)
}

/// A day with or without a year, and its length; the date is `None` where no year is known.
fn day(text: &str, year: Option<i16>) -> Option<(Option<Date>, usize)> {
    if let Some((date, length)) = date_at_start(text) {
        return Some((Some(date), length));
    }
    let (date, length) = day_at_start(text, year.unwrap_or(2000))?;
    Some((year.map(|_| date), length))
}

fn is_agency(name: &str) -> bool {
    let known = |n: &str| Outlets::known().by_name(n).is_some();
    known(name) || name.split(['/', ',', '-']).any(|part| known(part.trim()))
}

fn is_capitals(place: &str) -> bool {
    let town = place.split(',').next().unwrap_or(place);
    let letters = || town.chars().filter(|c| c.is_alphabetic());
    letters().count() >= 3 && letters().all(|c| c.is_uppercase())
}

/// "Pittsburgh", "Deir ez-Zor, Syria": few words, all of them names, no article.
fn plain_place(place: &str) -> bool {
    const NO_PLACES: [&str; 12] =
        ["The", "A", "An", "In", "On", "At", "But", "And", "If", "Video", "Update", "Analysis"];
    let words: Vec<&str> = place.split_whitespace().collect();
    let name = |w: &&str| {
        w.starts_with(char::is_uppercase) || ["de", "del", "la", "el", "al", "of", "az", "ez"].contains(w)
    };
    words.len() <= 4 && words.iter().all(name) && !words.first().is_some_and(|w| NO_PLACES.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, place: &str, agency: &str, date: &str, rest: &str) {
        let found = dateline(text, Some(2012)).unwrap_or_else(|| panic!("no dateline: {text}"));
        let said = (
            found.place.as_deref().unwrap_or(""),
            found.agency.as_deref().unwrap_or(""),
            found.date.map(|d| d.to_string()).unwrap_or_default(),
            &text[found.length..],
        );
        assert_eq!(said, (place, agency, date.to_string(), rest), "{text}");
    }

    #[test]
    fn house_styles() {
        check("KABUL (Reuters) - Two men died.", "KABUL", "Reuters", "", "Two men died.");
        check("BAGHDAD, Dec 3 (Xinhua) -- A bomb", "BAGHDAD", "Xinhua", "2012-12-03", "A bomb");
        check(
            "San Salvador, 12 Jan 90 (ACAN-EFE) -- [Text] Two\nmen",
            "San Salvador",
            "ACAN-EFE",
            "1990-01-12",
            "Two\nmen",
        );
        check(
            "Bogota, 5 Nov 88 (Some Radio) -- [Report]\n[Ana Gil] [Text] Two",
            "Bogota",
            "Some Radio",
            "1988-11-05",
            "Two",
        );
        check(
            "KABUL, Afghanistan (July 25, 2011) – We know",
            "KABUL, Afghanistan",
            "",
            "2011-07-25",
            "We know",
        );
        check("KABUL, Afghanistan (Feb. 8) – We", "KABUL, Afghanistan", "", "2012-02-08", "We");
        check(
            "KANDAHAR PROVINCE, Afghanistan – A four-day",
            "KANDAHAR PROVINCE, Afghanistan",
            "",
            "",
            "A four-day",
        );
        check("Pittsburgh - A man was", "Pittsburgh", "", "", "A man was");
        check("ISLAMABAD: The army said", "ISLAMABAD", "", "", "The army said");
        check("Srinagar, March 3: Police said", "Srinagar", "", "2012-03-03", "Police said");
        check("MOSCOW, April 3. /TASS/. Two", "MOSCOW", "TASS", "2012-04-03", "Two");
        check(
            "SAN SALVADOR, NO DATE (RADIO UNO) -- [INTERVIEW WITH\nA] [TEXT] WE",
            "SAN SALVADOR",
            "RADIO UNO",
            "",
            "WE",
        );
        check("(BBC) The group has", "", "BBC", "", "The group has");
        check("GULU, Uganda (AP)_ The strike", "GULU, Uganda", "AP", "", "The strike");
        check("DAMASCUS (Sputnik) — The strike", "DAMASCUS", "Sputnik", "", "The strike");
        check("BEIRUT/AMMAN (Reuters) - Two", "BEIRUT/AMMAN", "Reuters", "", "Two");
    }

    #[test]
    fn sentences_are_no_datelines() {
        for text in [
            "Hayat Tahrir al-Sham (HTS) - the group - fled.",
            "The Syrian Democratic Forces (SDF) said that",
            "The army - backed by militias - advanced.",
            "On Jan. 8, Coalition forces conducted 34 strikes.",
            "Police said: The men fled.",
            "Two soldiers – One of them an officer – died.",
            "Attention: The command has struck.",
            "",
        ] {
            assert_eq!(dateline(text, Some(2012)), None, "{text}");
        }
    }

    #[test]
    fn a_line_may_be_a_dateline() {
        assert!(whole_line("KABUL, Afghanistan (Aug. 6, 2012)", None).is_some());
        assert!(whole_line("Two soldiers died in the Kunar valley", None).is_none());
        assert!(whole_line("Operation Northern Wind (ONW)", None).is_none());
    }
}
