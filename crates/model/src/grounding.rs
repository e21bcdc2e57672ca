//! What grounding says of the mentions of a report: each value with its words and how it was resolved.

use crate::{Count, Interval, Place, Side, Span, TokenRange};
use serde::{Deserialize, Serialize};

/// Everything grounded in one report, each list in text order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Grounding {
    /// Parties: armed, civilian, official, media; named or described.
    pub actors: Vec<ActorMention>,
    /// Places with their shapes.
    pub places: Vec<PlaceMention>,
    /// The country that the report mostly tells of.
    #[serde(default)]
    pub home: Option<Place>,
    /// Times as intervals.
    pub times: Vec<TimeMention>,
    /// Counts as ranges.
    pub counts: Vec<CountMention>,
}

/// A mention of a party.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ActorMention {
    /// Sentence index.
    pub sentence: usize,
    /// Tokens of the whole noun phrase's name part.
    pub tokens: TokenRange,
    /// Head token.
    pub head: usize,
    /// Where it stands.
    pub span: Span,
    /// Fullest name in the report, without unit counts and adjectives.
    pub name: String,
    /// Identifier in `data/actors`, where known.
    pub id: Option<String>,
    /// Side, from the dictionary, the wording, or the report.
    pub side: Side,
    /// True for a proper name.
    pub named: bool,
    /// True for one person.
    pub person: bool,
    /// How it was resolved ("data/actors/syria.tsv: SAA", "abbreviation defined in the report").
    pub by: String,
}

/// A mention of a place.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PlaceMention {
    /// Sentence index.
    pub sentence: usize,
    /// Tokens of the name.
    pub tokens: TokenRange,
    /// Head token of the name.
    pub head: usize,
    /// The resolved place, its `span` set, its `relation` from the words around it.
    pub place: Place,
    /// Other readings, best first.
    pub alternatives: Vec<Place>,
    /// 0..1.
    pub confidence: f32,
    /// How it was resolved.
    pub by: String,
}

/// A mention of a time.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct TimeMention {
    /// Sentence index.
    pub sentence: usize,
    /// Its tokens.
    pub tokens: TokenRange,
    /// Head token, the one that hangs on the verb.
    pub head: usize,
    /// Where it stands.
    pub span: Span,
    /// What it means.
    pub interval: Interval,
    /// TIMEX3-like value (`2019-04-03`, `2019-W14`, `P3D`, `PAST_REF`), for evaluation.
    pub value: String,
    /// What it was anchored at and how.
    pub by: String,
}

/// A mention of a number of people or things.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct CountMention {
    /// Sentence index.
    pub sentence: usize,
    /// Tokens of the number with its bound words ("at least 5").
    pub tokens: TokenRange,
    /// The token of what is counted ("soldiers"), or of the number where nothing is.
    pub counted: usize,
    /// Where the number stands.
    pub span: Span,
    /// The range.
    pub count: Count,
}
