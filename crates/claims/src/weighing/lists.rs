//! Weights and topic words, from `rules/en/weighing/*.tsv`. Errors carry file, line and column.

use ascribe_codebook::{DataError, DataFiles, read_rows};
use rustc_hash::{FxHashMap, FxHashSet};

/// What the weighing of candidates knows.
#[derive(Debug, Clone, Default)]
pub struct Weighing {
    /// Weight of each sign.
    pub(crate) weights: FxHashMap<String, f32>,
    /// Weight of each sign of two tellings of one occurrence.
    pub(crate) joins: FxHashMap<String, f32>,
    /// Topics of words, in file order.
    pub(crate) topics: FxHashMap<String, Vec<String>>,
    /// Words above an occurrence that make it an aside, by kind.
    pub(crate) asides: FxHashMap<String, FxHashSet<String>>,
    /// What stands under a heading.
    pub(crate) sections: FxHashMap<String, String>,
}

const FOLDER: &str = "rules/en/weighing/";

impl Weighing {
    /// Reads weights, topic words and section headings.
    ///
    /// # Errors
    /// All rows that cannot be used.
    pub fn load(data: &DataFiles) -> Result<Self, Vec<DataError>> {
        let mut lists = Self::default();
        read_rows(data, FOLDER, |file, _, cells| lists.row(file, cells))?;
        Ok(lists)
    }

    /// True where a list of `asides*.tsv` holds the word.
    pub(crate) fn holds(&self, kind: &str, word: &str) -> bool {
        self.asides.get(kind).is_some_and(|words| words.contains(word))
    }

    fn row(&mut self, file: &str, cells: &[&str]) -> Result<(), (usize, String)> {
        let [key, value, ..] = cells else {
            return Err((1, "needs two columns, separated by a tab".to_owned()));
        };
        if file.starts_with("weights") || file.starts_with("joining") {
            let weight: f32 = value.parse().map_err(|_| (2, format!("`{value}` is no number")))?;
            let table = if file.starts_with("weights") { &mut self.weights } else { &mut self.joins };
            table.insert((*key).to_owned(), weight);
        } else if file.starts_with("sections") {
            self.sections.insert(key.to_lowercase(), (*value).to_owned());
        } else if file.starts_with("asides") {
            let words = value.split(',').map(|w| w.trim().to_lowercase()).filter(|w| !w.is_empty());
            self.asides.entry((*key).to_owned()).or_default().extend(words);
        } else if file.starts_with("words") {
            for word in value.split(',').map(str::trim).filter(|w| !w.is_empty()) {
                self.topics.entry(word.to_lowercase()).or_default().push((*key).to_owned());
            }
        } else {
            return Err((
                1,
                "a list here is named weights*, joining*, words*, asides* or sections*".to_owned(),
            ));
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_lists_load() {
        let lists = Weighing::load(&DataFiles::builtin()).expect("clean lists");
        assert!(lists.topics["mortar"].contains(&"conflict".to_owned()));
        assert!(lists.weights["bare mention"] < 0.0);
        assert!(lists.joins["shared place"] > 0.0);
    }

    #[test]
    fn a_weight_that_is_no_number_is_an_error_with_its_place() {
        let mut data = DataFiles::default();
        data.insert("rules/en/weighing/weights.tsv", "sign\tweight\npassing\tlight\n");
        let errors = Weighing::load(&data).expect_err("a bad weight");
        assert_eq!(errors[0].to_string(), "rules/en/weighing/weights.tsv:2:2: `light` is no number");
    }
}
