//! The side of a source or an organisation from its wording: "pro-government sources", "the Interior
//! Ministry", "local residents".

use super::lexicon;
use super::theatre::state_at;
use ascribe_codebook::{ActorDictionary, ActorEntry, StateName};
use ascribe_model::Side;
use ascribe_words::rows;
use jiff::civil::Date;
use rustc_hash::FxHashMap;
use std::sync::OnceLock;

static TABLE: &str = include_str!("../../../../data/lang/en/source-words.tsv");

/// What a word shows: a side, or a state's own people wherever they are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shown {
    Side(Side),
    Official,
}

fn table() -> &'static FxHashMap<&'static str, (u8, Shown)> {
    static WORDS: OnceLock<FxHashMap<&'static str, (u8, Shown)>> = OnceLock::new();
    WORDS.get_or_init(|| {
        let shown = |cell: &str| match cell {
            "foreign_or_state" => Some(Shown::Official),
            side => Side::parse(side).map(Shown::Side),
        };
        rows(TABLE).filter_map(|(_, row)| Some((row[0], (row[1].parse().ok()?, shown(row[2])?)))).collect()
    })
}

/// The side of a source by its name, in a report on an unknown country: see [`source_side_in`].
pub fn source_side(name: &str, dictionary: &ActorDictionary) -> Side {
    source_side_in(name, dictionary, None, None)
}

/// The side of a source by its name, in a report on that country on that day. The dictionary comes first,
/// on the whole name and then on the longest name inside it; then the wording. "Turkish officials" are
/// `state` in a report on Turkey and `foreign_state` in one on Syria; where the country is not known, only
/// the United States, coalitions and alliances count as foreign.
pub fn source_side_in(
    name: &str,
    dictionary: &ActorDictionary,
    country: Option<&str>,
    on: Option<Date>,
) -> Side {
    let name = name.trim();
    if name.is_empty() || name.eq_ignore_ascii_case("unspecified") {
        return Side::Unknown;
    }
    if let Some(entry) = dictionary.find(name, on, country) {
        return entry_side(entry, country);
    }
    let words: Vec<&str> =
        name.split_whitespace().map(|w| w.trim_matches([',', '.', '(', ')', '"'])).collect();
    let words: Vec<&str> = words
        .iter()
        .flat_map(|w| w.strip_suffix("'s").or_else(|| w.strip_suffix("’s")).or(Some(w)))
        .collect();
    let nation = nation(&words, dictionary);
    if let Some(side) = first_rank(&words) {
        return side;
    }
    if let Some(side) = inside(&words, dictionary, country, on) {
        return side;
    }
    let official = |nation: Option<&str>| match (nation, country) {
        (Some(n), Some(c)) if n != c => Side::ForeignState,
        (Some("US"), None) => Side::ForeignState,
        _ => Side::State,
    };
    match strongest(&words) {
        Some(Shown::Official) => official(nation.as_ref().map(|(code, _)| code.as_str())),
        // "state TV", "Belize's state radio" speak for the state.
        Some(Shown::Side(Side::Media))
            if words
                .iter()
                .any(|w| w.eq_ignore_ascii_case("state") || w.eq_ignore_ascii_case("pro-government")) =>
        {
            official(nation.as_ref().map(|(code, _)| code.as_str()))
        }
        Some(Shown::Side(side)) => side,
        None => match &nation {
            // "Ankara said": the seat and the country stand for the government.
            Some((code, StateName::Country | StateName::Seat)) if words.len() <= 3 => official(Some(code)),
            _ => people(&words, country).unwrap_or_default(),
        },
    }
}

/// The entry's side; without a known country, the United States' forces count as foreign.
fn entry_side(entry: &ActorEntry, country: Option<&str>) -> Side {
    let american = entry.side == Side::State && entry.countries.first().is_some_and(|c| c == "US");
    if american && country.is_none() { Side::ForeignState } else { entry.side_in(country) }
}

/// The first state named, however it is.
fn nation(words: &[&str], dictionary: &ActorDictionary) -> Option<(String, StateName)> {
    // Ships' prefixes.
    match words.first().copied() {
        Some("USS" | "USNS") => return Some(("US".to_owned(), StateName::Country)),
        Some("HMS") => return Some(("GB".to_owned(), StateName::Country)),
        _ => {}
    }
    (0..words.len()).find_map(|at| state_at(words, at, dictionary)).map(|(_, code, meaning)| (code, meaning))
}

/// "pro-opposition sources": a word that settles it whatever else is named, save for the dictionary.
fn first_rank(words: &[&str]) -> Option<Side> {
    words.iter().find_map(|w| {
        let lower = w.to_lowercase();
        match table().get(lower.as_str()) {
            Some((1, Shown::Side(side))) if lower.starts_with("pro") || lower.starts_with("anti") => {
                Some(*side)
            }
            _ => None,
        }
    })
}

/// The longest name of the dictionary inside the words ("Observatory head Rami …", "Houthi military
/// spokesman").
fn inside(
    words: &[&str],
    dictionary: &ActorDictionary,
    country: Option<&str>,
    on: Option<Date>,
) -> Option<Side> {
    for len in (1..words.len()).rev() {
        for window in words.windows(len) {
            let capital = window[0].chars().next().is_some_and(char::is_uppercase);
            let found = if capital { dictionary.find(&window.join(" "), on, country) } else { None };
            if let Some(entry) = found {
                return Some(entry_side(entry, country));
            }
        }
    }
    None
}

fn strongest(words: &[&str]) -> Option<Shown> {
    let shown = words.iter().filter_map(|w| table().get(w.to_lowercase().as_str()));
    shown
        .enumerate()
        .min_by_key(|(n, (rank, _))| (*rank, *n))
        .map(|(_, (_, shown))| *shown)
        .filter(|s| *s != Shown::Side(Side::Unknown))
}

fn people(words: &[&str], country: Option<&str>) -> Option<Side> {
    let noun = |w: &&str| lexicon::noun(w.to_lowercase().as_str());
    words.iter().rev().find_map(noun).map(|n| n.side(country)).filter(|s| *s != Side::Unknown)
}

#[cfg(test)]
mod tests {
    use super::*;
    use ascribe_codebook::DataFiles;

    #[test]
    fn sides_by_wording() {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        for (name, side) in [
            ("pro-government sources", Side::State),
            ("Pro-ISIS sources", Side::Jihadist),
            ("pro-opposition sources", Side::Rebel),
            ("Syrian Observatory for Human Rights", Side::Ngo),
            ("Observatory head Rami Abdel Rahman", Side::Ngo),
            ("police", Side::State),
            ("a police officer", Side::State),
            ("local residents", Side::Local),
            ("witnesses", Side::Local),
            ("medics", Side::Local),
            ("state television", Side::State),
            ("the Interior Ministry", Side::State),
            ("US officials", Side::ForeignState),
            ("the U.S. military", Side::ForeignState),
            ("Reuters", Side::Media),
            ("local media", Side::Media),
            ("the United Nations", Side::Igo),
            ("Human Rights Watch", Side::Ngo),
            ("unspecified", Side::Unknown),
            ("Houthi military spokesman Yahya Sarea", Side::Rebel),
            ("opposition activists", Side::Local),
        ] {
            assert_eq!(source_side(name, &dictionary), side, "{name}");
        }
    }

    #[test]
    fn officials_are_foreign_elsewhere() {
        let dictionary = ActorDictionary::load(&DataFiles::builtin()).expect("built-in data");
        let side = |country| source_side_in("Turkish officials", &dictionary, Some(country), None);
        assert_eq!(side("TR"), Side::State);
        assert_eq!(side("SY"), Side::ForeignState);
    }

    #[test]
    fn every_row_is_read() {
        assert_eq!(table().len(), rows(TABLE).count());
    }
}
