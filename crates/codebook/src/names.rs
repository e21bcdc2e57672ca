//! Keys under which names are the same whatever their spelling of articles, hyphens and accents.

use jiff::civil::Date;

/// A name in lower case ASCII without punctuation, accents and Arabic articles: "Ahrar ash-Sham" and
/// "Ahrar al-Shām" are both "ahrar sham".
pub fn key(name: &str) -> String {
    let mut words: Vec<String> = Vec::new();
    for chunk in
        name.split(|c: char| c.is_whitespace() || matches!(c, '/' | '(' | ')' | '"' | ',' | '“' | '”'))
    {
        let parts: Vec<String> = chunk.split(['-', '–', '‑']).map(plain).filter(|p| !p.is_empty()).collect();
        for (i, part) in parts.iter().enumerate() {
            let article =
                ARTICLES.contains(&part.as_str()) && (i + 1 < parts.len() || part == "al" || part == "el");
            if !article {
                words.push(part.clone());
            }
        }
    }
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words.join(" ")
}

/// Forms of the Arabic article before sun letters.
const ARTICLES: [&str; 14] =
    ["al", "el", "as", "ash", "an", "ar", "at", "ad", "az", "ed", "es", "ul", "ur", "eh"];

fn plain(part: &str) -> String {
    let ascii = deunicode(part);
    ascii.chars().filter(|c| c.is_ascii_alphanumeric()).map(|c| c.to_ascii_lowercase()).collect()
}

/// Latin letters without their accents; other scripts stay out of keys.
fn deunicode(part: &str) -> String {
    part.chars()
        .filter_map(|c| match c {
            'à'..='å' | 'À'..='Å' | 'ā' | 'Ā' | 'ă' | 'Ă' | 'ą' | 'Ą' => Some('a'),
            'ç' | 'Ç' | 'ć' | 'Ć' | 'č' | 'Č' => Some('c'),
            'ď' | 'Ď' | 'đ' | 'Đ' | 'ḍ' | 'Ḍ' => Some('d'),
            'è'..='ë' | 'È'..='Ë' | 'ē' | 'Ē' | 'ę' | 'Ę' | 'ě' | 'ə' | 'Ə' => Some('e'),
            'ğ' | 'Ğ' | 'ġ' => Some('g'),
            'ḥ' | 'Ḥ' => Some('h'),
            'ì'..='ï' | 'Ì'..='Ï' | 'ī' | 'Ī' | 'ı' | 'İ' => Some('i'),
            'ł' | 'Ł' => Some('l'),
            'ñ' | 'Ñ' | 'ń' | 'Ń' | 'ň' => Some('n'),
            'ò'..='ö' | 'Ò'..='Ö' | 'ø' | 'Ø' | 'ō' | 'Ō' | 'ő' => Some('o'),
            'ř' | 'Ř' => Some('r'),
            'ś' | 'Ś' | 'š' | 'Š' | 'ş' | 'Ş' | 'ș' | 'Ș' | 'ṣ' | 'Ṣ' => Some('s'),
            'ţ' | 'Ţ' | 'ț' | 'Ț' | 'ť' | 'ṭ' | 'Ṭ' => Some('t'),
            'ù'..='ü' | 'Ù'..='Ü' | 'ū' | 'Ū' | 'ů' | 'Ů' | 'ű' => Some('u'),
            'ý' | 'ÿ' | 'Ý' => Some('y'),
            'ź' | 'Ź' | 'ż' | 'Ż' | 'ž' | 'Ž' | 'ẓ' | 'Ẓ' => Some('z'),
            c if c.is_ascii() => Some(c),
            _ => None,
        })
        .collect()
}

/// A year, month or day of the data files; the first day of it, or the last. Empty is unknown.
pub(crate) fn parse_day(text: &str, last: bool) -> Result<Option<Date>, String> {
    let bad = || format!("{text} is no date: write 1964, 1964-05 or 1964-05-27");
    let mut parts = text.split('-').map(|p| p.parse::<i16>().ok());
    let date = match (text.is_empty(), parts.next(), parts.next(), parts.next()) {
        (true, ..) => return Ok(None),
        (_, Some(Some(y)), None, None) => Date::new(y, if last { 12 } else { 1 }, if last { 31 } else { 1 }),
        (_, Some(Some(y)), Some(Some(m)), None) => {
            let first = Date::new(y, i8::try_from(m).map_err(|_| bad())?, 1);
            if last { first.map(Date::last_of_month) } else { first }
        }
        (_, Some(Some(y)), Some(Some(m)), Some(Some(d))) => {
            Date::new(y, i8::try_from(m).map_err(|_| bad())?, i8::try_from(d).map_err(|_| bad())?)
        }
        _ => return Err(bad()),
    };
    date.map(Some).map_err(|_| bad())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_meet() {
        for (a, b) in [
            ("Ahrar ash-Sham", "Ahrar al-Shām"),
            ("Hay'at Tahrir al-Sham", "Hayat Tahrir al Sham"),
            ("the Taliban", "Taliban"),
            ("Farabundo Martí National Liberation Front", "Farabundo Marti National Liberation Front"),
        ] {
            assert_eq!(key(a), key(b));
        }
    }

    #[test]
    fn days_of_the_data_files() {
        assert_eq!(parse_day("", false), Ok(None));
        assert_eq!(
            parse_day("1964", true).expect("a year").map(|d| d.to_string()).as_deref(),
            Some("1964-12-31")
        );
        assert_eq!(
            parse_day("1964-02", true).expect("a month").map(|d| d.to_string()).as_deref(),
            Some("1964-02-29")
        );
        assert!(parse_day("spring", false).is_err());
    }
}
