//! The words around a place name: `32 km north-west of`, `in the southern countryside of`.

use super::reading::compass;
use super::vocabulary::{Class, is};
use super::within::{is_province, is_settled};
use crate::gazetteer::Kind;

/// What the words say of the position.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub enum Position {
    /// In it, at it, or nothing said.
    #[default]
    In,
    /// Near it, around it, outside it.
    Near,
    /// In its countryside.
    Countryside,
    /// In a part of it, in degrees from north.
    Part(f64),
    /// Outside it, in this direction.
    Side(f64),
    /// So many km away, in this direction where one is given.
    Distance(f64, Option<f64>),
    /// On this bank of it, or on either.
    Bank(Option<f64>),
    /// Along it.
    Along,
    /// Between two places.
    Between,
}

/// Words in front of a name with what they mean.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Relation {
    /// The words as printed, in lower case; `None` where there are none.
    pub words: Option<String>,
    /// Their meaning.
    pub position: Position,
    /// The feature word that says what the named place is ("town" in "the town of").
    pub feature: Option<String>,
}

/// Reads the words in front of a name, nearest last; `is_demonym` knows "Syrian" of "the Syrian town of".
pub(crate) fn relation(before: &[&str], is_demonym: impl Fn(&str) -> bool) -> Relation {
    let lower: Vec<String> = before.iter().map(|w| w.to_lowercase()).collect();
    let mut start = lower.len();
    while start > 0 && belongs(&lower[start - 1], before[start - 1], &is_demonym) {
        start -= 1;
    }
    while start < lower.len() && !may_begin(&lower, start) {
        start += 1;
    }
    let words = &lower[start..];
    if words.is_empty() {
        return Relation::default();
    }
    Relation { words: Some(words.join(" ")), position: position(words), feature: feature(words) }
}

fn belongs(lower: &str, printed: &str, is_demonym: &impl Fn(&str) -> bool) -> bool {
    is(Class::Preposition, lower)
        || is(Class::Inner, lower)
        || compass(lower).is_some()
        || number(lower).is_some()
        || lower.ends_with("-held")
        || lower.ends_with("-controlled")
        || printed.starts_with(char::is_uppercase) && is_demonym(printed)
}

/// A relation begins with a preposition, a compass word, a measure or a feature word; not with "the"
/// or "and".
fn may_begin(words: &[String], at: usize) -> bool {
    let word = words[at].as_str();
    match word {
        "the" | "a" | "an" => words.len() > at + 2,
        "and" | "of" | "for" | "some" | "to" if at + 1 == words.len() => word == "to" || word == "of",
        "and" | "of" => false,
        _ if number(word).is_some() => words.get(at + 1).is_some_and(|next| km_of(next).is_some()),
        _ => true,
    }
}

/// "town" of "in the town of", "the Syrian cities of".
fn feature(words: &[String]) -> Option<String> {
    let last = words.iter().rev().find(|w| !matches!(w.as_str(), "of" | "the"))?;
    // "a northern district of Keld" is a part of the town, "the district of Keld" is the district.
    let part = is(Class::SomeParts, last)
        && (last.ends_with('s')
            || words.iter().any(|w| matches!(w.as_str(), "a" | "an") || compass(w).is_some()));
    if part {
        return None;
    }
    let known = Kind::ALL.iter().any(|kind| kind.is_named_by(last));
    (known && !matches!(last.as_str(), "area" | "areas" | "line")).then(|| last.clone())
}

fn position(words: &[String]) -> Position {
    let at = |list: &[&str]| words.iter().any(|w| list.contains(&w.as_str()));
    let bearing = words.iter().find_map(|w| compass(w));
    if let Some(km) = distance(words) {
        return Position::Distance(km, bearing);
    }
    if at(&["bank", "banks", "shore", "shores"]) {
        return Position::Bank(bearing);
    }
    if at(&["between"]) {
        return Position::Between;
    }
    if at(&["along"]) {
        return Position::Along;
    }
    if let Some(bearing) = bearing {
        if is_side_of_more(words) {
            return Position::In;
        }
        return if is_outside(words) { Position::Side(bearing) } else { Position::Part(bearing) };
    }
    if at(&["countryside", "rural"]) {
        return Position::Countryside;
    }
    if words.iter().any(|w| is(Class::Near, w)) { Position::Near } else { Position::In }
}

/// "The southern city of X", "Norway's northern province of X": it lies in the south of something larger; "a
/// southern district of X" is a part.
fn is_side_of_more(words: &[String]) -> bool {
    let [before @ .., kind, of] = words else { return false };
    let definite = !before.iter().any(|w| matches!(w.as_str(), "a" | "an" | "some"));
    let adjective = before.iter().rev().take(3).any(|w| w.ends_with("ern") && compass(w).is_some());
    of == "of" && definite && adjective && (is_settled(kind) || is_province(kind)) && !kind.ends_with('s')
}

/// "north of X", "to the north of X", "north from X" are outside it; "the north of X", "northern X" are
/// inside.
fn is_outside(words: &[String]) -> bool {
    let Some(i) = words.iter().position(|w| compass(w).is_some()) else { return false };
    let noun = !words[i].ends_with("ern");
    let of = words.get(i + 1).is_some_and(|w| w == "of" || w == "from");
    let the = i > 0 && words[i - 1] == "the";
    let to_the = i > 1 && the && words[i - 2] == "to";
    noun && of && (!the || to_the)
}

/// "32 km", "20 miles", in km.
fn distance(words: &[String]) -> Option<f64> {
    words.windows(2).find_map(|pair| Some(number(&pair[0])? * km_of(&pair[1])?)).or_else(|| {
        // "20km", "5-mile".
        words.iter().find_map(|word| {
            let digits = word.trim_end_matches(|c: char| c.is_alphabetic() || c == '-');
            let unit = word.get(digits.len()..)?.trim_start_matches('-');
            Some(digits.parse::<f64>().ok()? * km_of(unit)?)
        })
    })
}

/// "(137 miles)" of "220 kilometers (137 miles) north of Keld": the words that say the measure again.
pub fn measured_again(words: &[&str]) -> Option<std::ops::Range<usize>> {
    let at = words.windows(4).position(|w| {
        w[0] == "(" && w[3] == ")" && number(w[1]).is_some() && km_of(&w[2].to_lowercase()).is_some()
    })?;
    Some(at..at + 4)
}

fn km_of(unit: &str) -> Option<f64> {
    match unit {
        "km" | "kms" | "kilometer" | "kilometre" | "kilometers" | "kilometres" => Some(1.0),
        "mile" | "miles" => Some(1.609),
        "metres" | "meters" | "m" => Some(0.001),
        _ => None,
    }
}

fn number(word: &str) -> Option<f64> {
    const WORDS: &[&str] = &["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
    let plain = word.replace(',', "");
    plain
        .parse()
        .ok()
        .filter(|n: &f64| n.is_finite() && *n >= 0.0)
        .or_else(|| WORDS.iter().position(|w| *w == word).map(|i| i as f64 + 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_before_a_name() {
        let table: &[(&str, Option<&str>, Position)] = &[
            ("clashes broke out near", Some("near"), Position::Near),
            (
                "a raid 32 km north-west of",
                Some("32 km north-west of"),
                Position::Distance(32.0, Some(315.0)),
            ),
            ("killed about 20 miles from", Some("about 20 miles from"), Position::Distance(32.18, None)),
            (
                "fighting in the southern countryside of",
                Some("in the southern countryside of"),
                Position::Part(180.0),
            ),
            ("shelled the countryside of", Some("the countryside of"), Position::Countryside),
            ("ambushed southwest of", Some("southwest of"), Position::Side(225.0)),
            ("advanced to the north of", Some("to the north of"), Position::Side(0.0)),
            ("rebels in the north of", Some("in the north of"), Position::Part(0.0)),
            ("strikes hit northern", Some("northern"), Position::Part(0.0)),
            ("positions on the eastern bank of", Some("on the eastern bank of"), Position::Bank(Some(90.0))),
            ("convoys along the", Some("along the"), Position::Along),
            ("soldiers in the town of", Some("in the town of"), Position::In),
            ("in the southern city of", Some("in the southern city of"), Position::In),
            ("the north-western province of", Some("the north-western province of"), Position::In),
            ("in a southern district of", Some("in a southern district of"), Position::Part(180.0)),
            ("the southern suburbs of", Some("the southern suburbs of"), Position::Part(180.0)),
            ("they entered", None, Position::In),
            ("", None, Position::In),
        ];
        for (text, words, position) in table {
            let before: Vec<&str> = text.split_whitespace().collect();
            let found = relation(&before, |w| w == "Syrian");
            assert_eq!(found.words.as_deref(), *words, "{text}");
            match (found.position, *position) {
                (Position::Distance(a, x), Position::Distance(b, y)) => {
                    assert!((a - b).abs() < 0.01 && x == y, "{text}")
                }
                (a, b) => assert_eq!(a, b, "{text}"),
            }
        }
    }

    #[test]
    fn a_measure_in_brackets_says_it_again() {
        let words = |text: &str| measured_again(&text.split(' ').collect::<Vec<_>>());
        assert_eq!(words("220 kilometers ( 137 miles ) north of"), Some(2..6));
        assert_eq!(words("a column ( 137 men ) north of"), None);
    }

    #[test]
    fn a_district_of_a_town_is_no_feature_of_the_name() {
        let feature = |words: &[&str]| relation(words, |_| false).feature;
        assert_eq!(feature(&["in", "a", "northern", "district", "of"]), None);
        assert_eq!(feature(&["in", "the", "district", "of"]).as_deref(), Some("district"));
    }

    #[test]
    fn the_feature_is_the_word_before_of() {
        let found = relation(&["in", "the", "Syrian", "town", "of"], |w| w == "Syrian");
        assert_eq!(found.feature.as_deref(), Some("town"));
        assert_eq!(found.words.as_deref(), Some("in the syrian town of"));
    }
}
