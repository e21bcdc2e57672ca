//! Who tells what: the source chain that stands behind every token of a report.
//!
//! Cues are found by four readers (verbs of saying, phrases such as "according to", nouns such as
//! "reports that", colons), each over the tree with a fallback on word order for texts whose
//! punctuation was lost. Quotations then stretch what was found over their sentences, names are
//! resolved to the fullest that the report gives, and nested cues become chains, outermost first.
//! This module knows no types of occurrence.

mod antecedents;
mod channels;
mod compose;
mod contradicting;
mod disowning;
mod found;
mod lists;
mod names;
mod nouns;
mod passives;
mod persons;
mod phrases;
mod quotes;
mod registry;
mod responsibility;
mod run_on;
mod speeches;
mod subjects;
#[cfg(test)]
mod tests;
mod told;
pub(crate) mod tree;
mod verbs;

pub use lists::{AttributionLists, ListExample};
pub use responsibility::{ResponsibilityClaim, responsibility_claims};

use ascribe_model::{Analysis, Grounding, Report, Side, Source, Span, Stance, Status};
use found::Context;

/// The source that stands for "reportedly", "it was reported".
pub const UNSPECIFIED: &str = "unspecified";

/// Who tells something, and how.
#[derive(Debug, Clone, PartialEq)]
pub struct Attribution {
    /// The chain, outermost first; never empty.
    pub sources: Vec<Source>,
    /// The words that lay it at their door ("said", "according to"), in bytes of the report's text.
    pub cue: Span,
    /// The sentence of the cue.
    pub cue_sentence: usize,
    /// A stance that the cue itself brings.
    pub stance: Option<Stance>,
    /// A status that the cue itself brings ("denied that").
    pub status: Option<Status>,
    /// What made it: the reader and the list row (`clause rules/en/attribution/verbs.tsv:12`).
    pub rule: String,
    /// 0..1; lower where the tree was unsure or word order alone decided.
    pub confidence: f32,
}

/// The words that one attribution covers.
#[derive(Debug, Clone, PartialEq)]
pub struct AttributedSpan {
    /// Who tells them.
    pub attribution: Attribution,
    /// Tokens by sentence, in text order.
    pub content: Vec<(usize, Vec<usize>)>,
}

/// All attributions of a report, by token.
#[derive(Debug, Clone, Default)]
pub struct Attributions {
    spans: Vec<AttributedSpan>,
    /// For each sentence and token the index into `spans`.
    by_token: Vec<Vec<Option<u32>>>,
}

impl Attributions {
    /// Finds who tells what in a report.
    pub fn find(
        report: &Report,
        analysis: &Analysis,
        grounding: &Grounding,
        lists: &AttributionLists,
    ) -> Attributions {
        let context = Context::new(report, analysis, grounding, lists);
        let mut found = Vec::new();
        let mut mute = Vec::new();
        for sentence in 0..analysis.sentences.len() {
            verbs::read(&context, sentence, &mut found, &mut mute);
            phrases::read(&context, sentence, &mut found);
            nouns::read(&context, sentence, &mut found);
        }
        quotes::stretch(&context, &mut found, &mute);
        speeches::read(&context, &mut found, &mute);
        found.sort_by_key(|f| (f.sentence, f.cue_token));
        let named = antecedents::resolve(&context, &found);
        let (spans, by_token) = compose::compose(&context, found, named);
        Attributions { spans, by_token }
    }

    /// Who tells what stands at this token; `None` is the report's own voice.
    pub fn of(&self, sentence: usize, token: usize) -> Option<&Attribution> {
        let at = (*self.by_token.get(sentence)?.get(token)?)?;
        self.spans.get(at as usize).map(|s| &s.attribution)
    }

    /// The source that a noun phrase names, as a speaker.
    pub fn speaker(
        report: &Report,
        analysis: &Analysis,
        grounding: &Grounding,
        lists: &AttributionLists,
        (sentence, token): (usize, usize),
    ) -> Option<Source> {
        let context = Context::new(report, analysis, grounding, lists);
        responsibility::name_of(&context, sentence, token)
    }

    /// Every attribution with the words it covers, in text order of the cues.
    pub fn all(&self) -> &[AttributedSpan] {
        &self.spans
    }

    /// Gives a side to every source that has none yet.
    pub fn fill_sides(&mut self, side_of: impl Fn(&str) -> Side) {
        for source in self.spans.iter_mut().flat_map(|s| &mut s.attribution.sources) {
            if source.side == Side::Unknown && source.name != UNSPECIFIED {
                source.side = side_of(&source.name);
            }
        }
    }
}
