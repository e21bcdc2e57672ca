//! Why a rule fires, or does not, in a report: for rule authors.

use crate::occurrences::draft;
use ascribe_codebook::RuleSet;
use ascribe_codebook::rules::Explanation;
use ascribe_model::{Analysis, Grounding};

/// What happens to one rule in each sentence that holds its trigger: (sentence index, explanation).
pub fn explain_rule(
    rule: &str,
    analysis: &Analysis,
    grounding: &Grounding,
    rules: &RuleSet,
) -> Vec<(usize, Explanation)> {
    (0..analysis.sentences.len())
        .filter_map(|number| Some((number, draft::sentence(number, analysis, grounding, rules)?)))
        .flat_map(|(number, scene)| {
            rules.explain(rule, &scene.tree, &scene.facts).into_iter().map(move |told| (number, told))
        })
        .filter(|(_, told)| told.head.is_some())
        .collect()
}
