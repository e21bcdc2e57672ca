//! The word lists of status, stance and aggregate, from `rules/en/modality/*.tsv`. Errors carry file and line.

use ascribe_codebook::{DataError, DataFiles, read_rows};
use ascribe_model::{Stance, Status};
use rustc_hash::{FxHashMap, FxHashSet};

/// Where a word of doubt stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DoubtPlace {
    /// Said of a claim, in its sentence or the next.
    Claim,
    /// Beside the noun that holds the claim.
    Cue,
}

/// A phrase of doubt or endorsement.
#[derive(Debug, Clone)]
pub(crate) struct Doubt {
    pub(crate) words: Vec<String>,
    pub(crate) stance: Stance,
    pub(crate) place: DoubtPlace,
}

/// How a word makes a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Series {
    Quantity,
    Adverb,
    Period,
    Single,
}

/// An example with what it must yield.
#[derive(Debug, Clone)]
pub struct ModalityExample {
    /// `file:line`.
    pub at: String,
    /// The sentence; the occurrence between stars.
    pub text: String,
    /// Expected status, where the row sets one.
    pub status: Option<Status>,
    /// Expected stance, where the row sets one.
    pub stance: Option<Stance>,
    /// Expected aggregate, where the row sets one.
    pub aggregate: Option<bool>,
}

/// Words that set status, stance and aggregate.
#[derive(Debug, Clone, Default)]
pub struct ModalityLists {
    pub(crate) governors: FxHashMap<String, (Status, String)>,
    pub(crate) words: FxHashMap<String, (Status, String)>,
    pub(crate) states: FxHashSet<String>,
    /// Nouns for what goes on over weeks ("siege").
    pub(crate) lasting: FxHashSet<String>,
    /// Verbs that only lend a noun its verb ("launch an attack", "fighting erupted").
    pub(crate) light: FxHashSet<String>,
    /// Verbs whose object is known to have happened ("condemn the attack").
    pub(crate) factive: FxHashSet<String>,
    pub(crate) doubts: Vec<Doubt>,
    pub(crate) series: FxHashMap<String, Series>,
    /// One example a row, in file order.
    pub examples: Vec<ModalityExample>,
}

const FOLDER: &str = "rules/en/modality/";

fn status(name: &str) -> Result<Status, (usize, String)> {
    Ok(match name {
        "happened" => Status::Happened,
        "ongoing" => Status::Ongoing,
        "planned" => Status::Planned,
        "expected" => Status::Expected,
        "denied" => Status::Denied,
        other => return Err((2, format!("unknown status `{other}`"))),
    })
}

impl ModalityLists {
    /// Reads the lists; every row needs an example.
    ///
    /// # Errors
    /// All rows that cannot be used, each with file, line and column.
    pub fn load(data: &DataFiles) -> Result<Self, Vec<DataError>> {
        let mut lists = Self::default();
        read_rows(data, FOLDER, |file, at, cells| lists.row(file, at, cells))?;
        lists.doubts.sort_by_key(|d| std::cmp::Reverse(d.words.len()));
        Ok(lists)
    }

    fn row(&mut self, file: &str, at: &str, cells: &[&str]) -> Result<(), (usize, String)> {
        let cell = |i: usize| cells.get(i).copied().unwrap_or_default();
        let key = cell(0).to_owned();
        let text = cells.last().copied().unwrap_or_default();
        if text.matches('*').count() != 2 {
            return Err((1, "needs an example with the *occurrence* between stars".to_owned()));
        }
        let mut example = ModalityExample {
            at: at.to_owned(),
            text: text.to_owned(),
            status: None,
            stance: None,
            aggregate: None,
        };
        if file.starts_with("governors") || file.starts_with("words") {
            let value = status(cell(1))?;
            example.status = Some(value);
            let map = if file.starts_with("governors") { &mut self.governors } else { &mut self.words };
            map.insert(key, (value, at.to_owned()));
        } else if file.starts_with("states") {
            example.status = Some(Status::Ongoing);
            self.states.insert(key);
        } else if file.starts_with("lasting") {
            example.status = Some(Status::Ongoing);
            self.lasting.insert(key);
        } else if file.starts_with("light") {
            example.status = Some(Status::Planned);
            self.light.insert(key);
        } else if file.starts_with("factive") {
            example.status = Some(Status::Happened);
            self.factive.insert(key);
        } else if file.starts_with("doubt") {
            let stance = match cell(1) {
                "doubted" => Stance::Doubted,
                "endorsed" => Stance::Endorsed,
                other => return Err((2, format!("unknown stance `{other}`"))),
            };
            let place = match cell(2) {
                "claim" => DoubtPlace::Claim,
                "cue" => DoubtPlace::Cue,
                other => return Err((3, format!("unknown place `{other}`"))),
            };
            example.stance = Some(stance);
            let words = key.split(' ').map(str::to_lowercase).collect();
            self.doubts.push(Doubt { words, stance, place });
        } else if file.starts_with("series") {
            let kind = match cell(1) {
                "quantity" => Series::Quantity,
                "adverb" => Series::Adverb,
                "period" => Series::Period,
                "single" => Series::Single,
                other => return Err((2, format!("unknown kind `{other}`"))),
            };
            example.aggregate = Some(kind != Series::Single);
            self.series.insert(key, kind);
        } else {
            return Err((
                1,
                "a list here is named governors*, words*, states*, lasting*, light*, factive*, doubt* or series*"
                    .to_owned(),
            ));
        }
        self.examples.push(example);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn built_in_lists_load() {
        let lists = ModalityLists::load(&DataFiles::builtin()).expect("clean lists");
        assert_eq!(lists.governors["plan"].0, Status::Planned);
        assert!(lists.states.contains("hold"));
    }

    #[test]
    fn errors_name_the_place() {
        let mut data = DataFiles::default();
        data.insert(
            "rules/en/modality/governors.tsv",
            "lemma\tstatus\texample\nplan\tperhaps\tThey plan to *go*.\n",
        );
        let errors = ModalityLists::load(&data).expect_err("a bad status");
        assert_eq!(errors[0].to_string(), "rules/en/modality/governors.tsv:2:2: unknown status `perhaps`");
    }
}
