//! The words that carry a claim: its clause with its values, at most its sentence.

use super::Known;
use crate::occurrence::Occurrence;
use ascribe_model::{Span, TokenRange};

/// A clause shorter than this many tokens says too little on its own ("were shelled").
const SHORT: usize = 6;

/// The span of the claim's quote in the report's text.
pub fn of(known: &Known, occurrence: &Occurrence) -> Span {
    let Some(sentence) = known.analysis.sentences.get(occurrence.sentence) else { return Span::default() };
    let alone = known.occurrences.iter().filter(|o| o.sentence == occurrence.sentence).count() == 1;
    let whole = sentence.span;
    let mut tokens: Vec<usize> = occurrence.clause.clone();
    tokens.extend(occurrence.trigger.range());
    tokens.extend(occurrence.roles.iter().filter(|r| r.sentence == occurrence.sentence).map(|r| r.head));
    tokens.retain(|&t| t < sentence.tokens.len());
    let (Some(&first), Some(&last)) = (tokens.iter().min(), tokens.iter().max()) else { return whole };
    if alone || last + 1 - first < SHORT {
        return whole;
    }
    let punctuation = |t: usize| sentence.tokens[t].deprel == "punct";
    let first = (first..last).find(|&t| !punctuation(t)).unwrap_or(first);
    sentence.span_of(TokenRange::new(first, last + 1))
}
