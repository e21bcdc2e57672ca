//! The values of a claim: sources, actors, places, time, effects. Codebook section 3.

use crate::{Count, Interval, Shape, Side, Span};
use serde::{Deserialize, Serialize};

/// One speaker or channel of a source chain.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Source {
    /// The fullest name the report gives; `unspecified` for "reportedly".
    pub name: String,
    /// Side, where the report or the dictionary shows one.
    pub side: Side,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// What an actor does in a claim.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Does it.
    Agent,
    /// It is done to them.
    Target,
    /// Helps the agent.
    Ally,
    /// Anybody else who belongs to it.
    Other,
}

/// A party of a claim.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Actor {
    /// Part played.
    pub role: Role,
    /// Fullest form in the report, without count and adjectives.
    pub name: String,
    /// Side.
    pub side: Side,
    /// Identifier in `data/actors`, where the name is known there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// The form of a place.
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
pub enum PlaceKind {
    /// A town, village, building.
    #[default]
    Point,
    /// Along a road, between A and B.
    Line,
    /// A province, a desert, a sector.
    Area,
}

/// A place of a claim, with its shape.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Place {
    /// The place name alone.
    pub text: String,
    /// The words around it: `in`, `near`, `east of`, `southern countryside of`.
    pub relation: Option<String>,
    /// Point, line or area.
    pub kind: PlaceKind,
    /// Degrees north of a representative point; null where nobody could resolve it.
    pub lat: Option<f64>,
    /// Degrees east.
    pub lon: Option<f64>,
    /// First-level region.
    pub admin1: Option<String>,
    /// ISO 3166-1 alpha-2 code.
    pub country: Option<String>,
    /// Geometry, where resolved.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shape: Option<Shape>,
    /// Gazetteer identifier (`geonames:163345`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    /// Where it is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

impl Place {
    /// True for a place that something leads to or comes from, and where it is not: "on the road to Ansongo", "from southern Keld".
    pub fn is_direction(&self) -> bool {
        let last = self.relation.as_deref().and_then(|r| r.rsplit(' ').find(|w| *w != "the" && !is_part(w)));
        !self.is_measured() && last.is_some_and(|word| matches!(word, "to" | "towards" | "toward" | "from"))
    }

    /// True where it is told by its distance from the named place ("10 km from Keld").
    pub fn is_measured(&self) -> bool {
        const UNITS: [&str; 8] =
            ["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers", "mile", "miles"];
        self.relation.as_deref().is_some_and(|r| r.split(' ').any(|word| UNITS.contains(&word)))
    }

    /// True for a whole country.
    pub fn is_country(&self) -> bool {
        self.id.as_deref().is_some_and(|id| id.starts_with("country:"))
    }

    /// Distance between the representative points in km, where both are known.
    pub fn kilometres_to(&self, other: &Place) -> Option<f64> {
        Some(crate::kilometres((self.lat?, self.lon?), (other.lat?, other.lon?)))
    }
}

/// "Southern" of "from southern Keld".
fn is_part(word: &str) -> bool {
    word.ends_with("ern") || matches!(word, "central" | "northwest" | "northeast" | "southwest" | "southeast")
}

/// When the occurrence was, never when it was told.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Time {
    /// The words; null where the report has none.
    pub text: Option<String>,
    /// Inclusive range of days.
    #[serde(flatten)]
    pub interval: Interval,
    /// Where the words stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}

/// What harm was done.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "snake_case")]
#[allow(missing_docs)]
pub enum Harm {
    Killed,
    Injured,
    /// Killed or injured, not told apart.
    Casualties,
    Captured,
    Missing,
    Displaced,
    /// Things lost or damaged.
    Destroyed,
    /// Things taken.
    Seized,
}

/// One effect: how many of whom.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Effect {
    /// Kind of harm.
    pub harm: Harm,
    /// Who or what, as named.
    pub victims: Option<String>,
    /// Side of the victims.
    pub side: Side,
    /// How many.
    #[serde(flatten)]
    pub count: Count,
    /// The words.
    pub text: String,
    /// Where they stand.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
}
