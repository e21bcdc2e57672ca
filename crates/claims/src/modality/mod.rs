//! Whether an occurrence took place, how the report treats what is told of it, and whether it is one
//! occurrence or several: status, stance, aggregate.
//!
//! Asked for one trigger at a time, after attribution. Knows no types of occurrence but through the
//! optional `kind`, where a presence is a state unless the words say that it is over.

mod aggregate;
mod denials;
mod lists;
mod stance;
mod status;
mod tense;
#[cfg(test)]
mod tests;

pub use lists::{ModalityExample, ModalityLists};

use crate::attribution::Attributions;
use ascribe_model::{Analysis, Report, Span, Stance, Status};

/// Status, stance and aggregate of one trigger, with the words that decided.
#[derive(Debug, Clone, PartialEq)]
pub struct Modality {
    /// Whether it took place.
    pub status: Status,
    /// How the report treats it.
    pub stance: Stance,
    /// The words that doubt or endorse it.
    pub stance_evidence: Option<Span>,
    /// True where several occurrences are told as one.
    pub aggregate: bool,
    /// The words that set the status ("plans", "will", "not"); none for a plain past.
    pub status_cue: Option<Span>,
    /// What set the status.
    pub rule: String,
}

/// Status, stance and aggregate of the occurrence named by a token.
pub fn modality_of(
    report: &Report,
    analysis: &Analysis,
    attributions: &Attributions,
    sentence: usize,
    trigger_head: usize,
    lists: &ModalityLists,
) -> Modality {
    modality_of_kind(report, analysis, attributions, sentence, trigger_head, "", lists)
}

/// The same where the type of the occurrence is known: a `presence` is a state.
pub fn modality_of_kind(
    report: &Report,
    analysis: &Analysis,
    attributions: &Attributions,
    sentence: usize,
    trigger_head: usize,
    kind: &str,
    lists: &ModalityLists,
) -> Modality {
    let told_by = attributions.of(sentence, trigger_head);
    let status = status::status(analysis, told_by, sentence, trigger_head, kind, lists);
    let (stance, stance_evidence) = stance::stance(report, analysis, told_by, sentence, trigger_head, lists);
    let aggregate = aggregate::aggregate(analysis, sentence, trigger_head, lists);
    Modality {
        status: status.status,
        stance,
        stance_evidence,
        aggregate,
        status_cue: status.cue,
        rule: status.rule,
    }
}
