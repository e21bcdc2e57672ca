//! The claim: one statement, by one chain of sources, that one occurrence happened (or will, or did not).

use crate::{Actor, CharacterIndex, Effect, Place, Source, Span, Time};
use serde::{Deserialize, Serialize};

/// One claim; its JSON is the contract of the design document's section 5.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Claim {
    /// Stable identifier, unique in the casebook: report id, `#`, number in text order.
    #[serde(default)]
    pub id: String,
    /// The words that carry the claim, exactly.
    pub quote: String,
    /// The word or phrase in `quote` that names the occurrence.
    pub trigger: String,
    /// A type of the codebook (`data/types.toml`).
    #[serde(rename = "type")]
    pub kind: String,
    /// Whether it happened.
    pub status: Status,
    /// True where it sums up several occurrences.
    #[serde(default)]
    pub aggregate: bool,
    /// Who is telling, outermost first, without the publisher; empty in the report's own voice.
    pub sources: Vec<Source>,
    /// How the report treats it.
    #[serde(default)]
    pub stance: Stance,
    /// Parties.
    pub actors: Vec<Actor>,
    /// Places.
    pub places: Vec<Place>,
    /// Time of the occurrence.
    #[serde(default)]
    pub time: Time,
    /// Harm done.
    pub effects: Vec<Effect>,
    /// Weapons or methods, of the codebook's list.
    pub means: Vec<String>,
    /// Who claims responsibility.
    pub responsibility: Option<String>,
    /// Shared by the claims on one occurrence in this report.
    pub event: String,
    /// Span of `quote`.
    #[serde(default)]
    pub span: Span,
    /// Span of `trigger`.
    #[serde(default)]
    pub trigger_span: Span,
    /// The rule that made it: `id (file:line)`.
    #[serde(default)]
    pub rule: String,
    /// 0..1; lower where the tree was unsure.
    #[serde(default)]
    pub confidence: f32,
    /// For values that stand outside the quote or were carried over: where from, and by which rule.
    #[serde(default)]
    pub evidence: Vec<Evidence>,
}

/// Whether the occurrence took place.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// It happened.
    #[default]
    Happened,
    /// It is going on.
    Ongoing,
    /// It is intended or prepared.
    Planned,
    /// It is predicted, possible, likely or unlikely.
    Expected,
    /// It is said not to have happened.
    Denied,
}

/// How the report treats the claim.
#[derive(
    Debug,
    Clone,
    Copy,
    Default,
    PartialEq,
    Eq,
    PartialOrd,
    Ord,
    Hash,
    Serialize,
    Deserialize,
    schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Stance {
    /// Neutrally.
    #[default]
    Reported,
    /// With doubt.
    Doubted,
    /// As indeed so.
    Endorsed,
}

/// Why a value is there.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Evidence {
    /// The field, as a path (`actors/0`, `time`, `stance`).
    pub field: String,
    /// The words it came from.
    pub span: Span,
    /// The rule or convention that brought it here.
    pub rule: String,
}

impl Claim {
    /// Turns every byte span into a character span of the same text. Call once, at the pipeline's end.
    pub fn to_characters(&mut self, index: &CharacterIndex) {
        let optional = self
            .sources
            .iter_mut()
            .map(|s| &mut s.span)
            .chain(self.actors.iter_mut().map(|a| &mut a.span))
            .chain(self.places.iter_mut().map(|p| &mut p.span))
            .chain(self.effects.iter_mut().map(|e| &mut e.span))
            .chain([&mut self.time.span]);
        for span in optional.flatten() {
            *span = index.span(*span);
        }
        for evidence in &mut self.evidence {
            evidence.span = index.span(evidence.span);
        }
        self.span = index.span(self.span);
        self.trigger_span = index.span(self.trigger_span);
    }
}
