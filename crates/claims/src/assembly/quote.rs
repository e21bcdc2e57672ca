//! The words that carry a claim: its clause with its values, at most its sentence.

use super::Known;
use crate::attribution::tree::mask;
use crate::occurrence::Occurrence;
use ascribe_model::{Sentence, Span, TokenRange, Upos};

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
    // "Schools closed amid a blockade of the town by the Front": what is named in passing has a phrase of its own.
    if occurrence.passing
        && let Some(phrase) = phrase_of(sentence, occurrence)
    {
        return sentence.span_of(phrase);
    }
    if alone || last + 1 - first < SHORT {
        return whole;
    }
    let punctuation = |t: usize| sentence.tokens[t].deprel == "punct";
    let first = (first..last).find(|&t| !punctuation(t)).unwrap_or(first);
    sentence.span_of(TokenRange::new(first, last + 1))
}

/// The noun phrase of a trigger, where it holds whoever takes part and says enough.
fn phrase_of(sentence: &Sentence, occurrence: &Occurrence) -> Option<TokenRange> {
    let head = occurrence.head;
    // "The killing of the priests and the burning of the mill": each on its own.
    let others: Vec<usize> = sentence.children(head).filter(|&c| sentence.relation_is(c, "conj")).collect();
    let inside = mask(sentence, head, &others);
    let start = (0..=head).rev().take_while(|&t| inside[t]).last()?;
    let end = (head..sentence.tokens.len()).take_while(|&t| inside[t]).last()? + 1;
    // "amid a blockade", "as well as attacks": what joins it to the sentence is none of it.
    let joins = |t: usize| {
        matches!(sentence.tokens[t].upos, Upos::Adp | Upos::Adv | Upos::Cconj | Upos::Sconj | Upos::Punct)
    };
    let start = (start..head).find(|&t| !joins(t)).unwrap_or(head);
    let here = occurrence.roles.iter().filter(|r| r.sentence == occurrence.sentence);
    let holds = here.map(|r| r.head).all(|t| (start..end).contains(&t));
    (holds && end - start >= SHORT).then(|| TokenRange::new(start, end))
}
