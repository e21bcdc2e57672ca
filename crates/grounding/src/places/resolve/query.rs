//! A name to be resolved, and what its surroundings say.

use crate::places::reading::{is_feature, is_street};
use crate::places::vocabulary::{Class, is};

/// A name to be resolved, and what its surroundings say.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Query {
    /// The name as printed, with its feature words ("Keld province").
    pub name: String,
    /// Where it stands in the text, in bytes.
    pub at: usize,
    /// Feature word in front ("town" of "the town of Keld").
    pub feature: Option<String>,
    /// Names that say what it lies in ("Keld, Anbar province, Iraq"), nearest first.
    pub within: Vec<String>,
    /// True where the words ask for a part of an area ("southern", "countryside of").
    pub part: bool,
    /// True where it says what the name before it lies in ("Keld, Anbar").
    pub behind: bool,
    /// True where it lies beside the place told before it ("the neighbouring village of Keld").
    pub beside: bool,
    /// True where the words before it say that it lies on a border ("the border town of Keld").
    pub on_border: bool,
    /// True where the words leave no doubt that it lies in the first of `within` ("Keld, a suburb of Sarda").
    pub surely: bool,
    /// The name that it is said to lie near ("Keld, near Sarda").
    pub near: Option<String>,
}

impl Query {
    /// Several words with a feature among them are not looked up as one misspelt name.
    pub(super) fn misspelling_unlikely(&self) -> bool {
        self.name.split_whitespace().any(|w| is_feature(&w.to_lowercase()))
    }

    /// "the Keld neighbourhood", "Keld Street": of what only towns have.
    pub(crate) fn is_in_a_town(&self) -> bool {
        let last = self.name.rsplit(' ').next().unwrap_or("");
        let has = |word: &str| {
            let one = word.strip_suffix('s').unwrap_or(word);
            is(Class::Quarter, one) || is_street(word)
        };
        // "On the Keld airport road", "the Keld road" lead out of a town.
        last != "road" && has(&last.to_lowercase()) || self.feature.as_deref().is_some_and(has)
    }

    /// "The Keld Hotel", "Zone 9": of what is hardly ever told of but in a town.
    pub(crate) fn is_of_a_town(&self) -> bool {
        let last = self.name.rsplit(' ').next().unwrap_or("");
        let zone = self.name.starts_with("Zone ") && last.chars().all(|c| c.is_ascii_digit());
        zone || is(Class::TownHouse, &last.to_lowercase())
    }
}
