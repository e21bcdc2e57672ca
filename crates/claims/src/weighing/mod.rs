//! Which candidates are claims: each is weighed by what is told of it and around it.
//!
//! The rules propose; many of their proposals are no claims: a thing named in passing, a second telling, a
//! crime without politics, a career told as background ("he had led attacks on patrols"). A candidate shows
//! *signs* ([`signs`]): named properties that a reader can check. Each sign has a weight in
//! `rules/en/weighing/weights.tsv`, fitted on annotated reports (`training/weigh.py`); a candidate whose
//! weights add up to less than nothing is no claim. What decided is kept in the claim's evidence.

mod lists;
mod report;
pub(crate) mod signs;

pub use lists::Weighing;
pub(crate) use report::Around;

/// A candidate's sum, with the signs that decided.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Weighed {
    /// Sum of the weights: above 0 it is a claim.
    pub(crate) sum: f32,
    /// The signs of most weight, for the evidence.
    pub(crate) reasons: String,
}

impl Weighing {
    /// Adds up the signs' weights.
    pub(crate) fn weigh(&self, signs: &[String]) -> Weighed {
        let mut told: Vec<(f32, &str)> =
            signs.iter().filter_map(|s| Some((*self.weights.get(s.as_str())?, s.as_str()))).collect();
        let sum = told.iter().map(|(w, _)| w).sum();
        told.retain(|(w, s)| *w != 0.0 && *s != "always");
        told.sort_by(|a, b| b.0.abs().total_cmp(&a.0.abs()).then(a.1.cmp(b.1)));
        let reasons =
            told.iter().take(REASONS).map(|(w, s)| format!("{s} {w:+.1}")).collect::<Vec<_>>().join(", ");
        Weighed { sum, reasons }
    }
}

impl Weighing {
    /// Adds up what speaks for two tellings being of one occurrence: above 0 they are.
    pub(crate) fn join(&self, signs: &[&str]) -> f32 {
        signs.iter().filter_map(|s| self.joins.get(*s)).sum()
    }
}

/// How many signs the evidence names.
const REASONS: usize = 4;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_add_up_and_the_weightiest_are_named_first() {
        let mut weighing = Weighing::default();
        for (sign, weight) in [("always", 1.0), ("bare mention", -2.0), ("told again", 0.5)] {
            weighing.weights.insert(sign.to_owned(), weight);
        }
        let signs = ["always", "told again", "bare mention", "unknown"].map(str::to_owned);
        let weighed = weighing.weigh(&signs);
        assert_eq!(weighed.sum, -0.5);
        assert_eq!(weighed.reasons, "bare mention -2.0, told again +0.5");
    }
}
