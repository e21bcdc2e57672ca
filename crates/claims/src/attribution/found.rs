//! What the readers hand on: a cue with who speaks (still tokens) and what is told.

use super::lists::{AttributionLists, CueClass};
use super::registry::Registry;
use ascribe_model::{Analysis, Grounding, Outline, Report, Sentence, Span};

/// Everything a reader may look at.
pub(crate) struct Context<'a> {
    pub(crate) report: &'a Report,
    pub(crate) analysis: &'a Analysis,
    pub(crate) grounding: &'a Grounding,
    pub(crate) lists: &'a AttributionLists,
    pub(crate) registry: Registry,
    outline: Outline,
}

impl<'a> Context<'a> {
    pub(crate) fn new(
        report: &'a Report,
        analysis: &'a Analysis,
        grounding: &'a Grounding,
        lists: &'a AttributionLists,
    ) -> Self {
        let registry = Registry::new(report, analysis, grounding, lists);
        Self { report, analysis, grounding, lists, registry, outline: report.outline() }
    }

    /// True where who speaks in one sentence may be meant in the other: not in another item of a digest.
    pub(crate) fn reaches(&self, from: usize, to: usize) -> bool {
        let passage = |at: usize| self.analysis.sentences.get(at).map_or(0, |s| s.passage);
        self.outline.reaches(passage(from), passage(to))
    }

    pub(crate) fn sentence(&self, at: usize) -> &'a Sentence {
        &self.analysis.sentences[at]
    }
}

/// Who speaks, before it is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Speaker {
    /// The noun phrase or pronoun headed by this token.
    At(usize, usize),
    /// The person whose name stands in these words, outside any sentence.
    Given(Span),
    /// Nobody named.
    Unspecified,
    /// Whoever spoke last ("the statement added", a quotation that goes on).
    Last,
}

/// One cue with what it tells.
#[derive(Debug, Clone)]
pub(crate) struct Found {
    pub(crate) sentence: usize,
    pub(crate) cue_token: usize,
    pub(crate) cue: Span,
    /// Speakers in one breath, in text order.
    pub(crate) speakers: Vec<Speaker>,
    /// Channels and quoted authorities, in the order of the chain.
    pub(crate) channels: Vec<Speaker>,
    /// Tokens by sentence.
    pub(crate) content: Vec<(usize, Vec<bool>)>,
    pub(crate) class: CueClass,
    pub(crate) rule: String,
    pub(crate) confidence: f32,
}

impl Found {
    /// True where the token is part of what is told.
    pub(crate) fn tells(&self, sentence: usize, token: usize) -> bool {
        self.content.iter().any(|(s, mask)| *s == sentence && mask.get(token) == Some(&true))
    }

    /// Adds tokens of a sentence to what is told.
    pub(crate) fn add(&mut self, sentence: usize, tokens: &[bool]) {
        match self.content.iter_mut().find(|(s, _)| *s == sentence) {
            Some((_, mask)) => mask.iter_mut().zip(tokens).for_each(|(m, t)| *m |= t),
            None => {
                self.content.push((sentence, tokens.to_vec()));
                self.content.sort_by_key(|(s, _)| *s);
            }
        }
    }

    /// Number of tokens told.
    pub(crate) fn size(&self) -> usize {
        self.content.iter().map(|(_, m)| m.iter().filter(|&&b| b).count()).sum()
    }
}

/// A confidence lowered where the arc of a token was a toss-up.
pub(crate) fn confidence(sentence: &Sentence, token: usize, base: f32) -> f32 {
    let margin = sentence.tokens.get(token).map_or(0.0, |t| t.margin).max(0.0);
    base * (0.6 + 0.4 * (1.0 - (-margin).exp()))
}
