//! The event: what claims are about, every attribute by source, nothing averaged away.

use crate::{Count, Harm, Interval, Place, Side};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// One occurrence with all that is said of it.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Event {
    /// Stable identifier in the casebook.
    pub id: String,
    /// The type most claims give; the most specific on a tie.
    #[serde(rename = "type")]
    pub kind: String,
    /// One line for lists ("airstrike on a market, Idlib, 12 May 2019").
    pub title: String,
    /// Claims, in order of publication then text.
    pub claims: Vec<String>,
    /// Where all or most place it.
    pub place: Option<Place>,
    /// The narrowest interval that the claims agree on, else the widest.
    pub interval: Interval,
    /// Figures by harm and side of victims.
    pub figures: Vec<Figure>,
    /// Attributes that sources disagree on (`place`, `time`, `agent`, `killed:civilian`).
    pub contested: Vec<String>,
    /// Number of independent origins: copies and one quoted source count once.
    pub origins: usize,
    /// These origins, each with the reports that carry it.
    #[serde(default)]
    pub independent: Vec<Origin>,
    /// Grade with its reason.
    pub grade: Grade,
}

/// Somebody who knows of an event by themselves, as far as the reports show.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Origin {
    /// The named source, or the outlet that wrote it first.
    pub name: String,
    /// Its side.
    pub side: Side,
    /// The claims that come from there.
    pub claims: Vec<String>,
    /// The reports that carry it, in the order they did: five of them are still one origin.
    pub carried_by: Vec<Carrier>,
}

/// A report that carries what an origin says.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Carrier {
    /// The report.
    pub report: String,
    /// The site it was read on.
    pub outlet: String,
    /// Its date.
    #[schemars(with = "Option<String>")]
    pub published: Option<Date>,
    /// Why it is held to come from there ("quotes it", "shares 80 % of its wording with …").
    pub because: String,
}

/// Low, best and high of one harm on one side, with who says what.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Figure {
    /// Kind of harm.
    pub harm: Harm,
    /// Side of the victims.
    pub side: Side,
    /// Lowest figure any source gives.
    pub low: Option<u64>,
    /// The figure of the rule in `docs/codebook.md`; never an average.
    pub best: Option<u64>,
    /// Highest figure any source gives.
    pub high: Option<u64>,
    /// What each source says.
    pub values: Vec<ValueBySource>,
}

/// One source's figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct ValueBySource {
    /// Source chain joined by ` < `, or the publisher for its own voice.
    pub source: String,
    /// The claim it stands in.
    pub claim: String,
    /// The range.
    #[serde(flatten)]
    pub count: Count,
    /// True where a later figure of the same source replaced it.
    pub superseded: bool,
}

/// How well supported an event is, in the manner of Airwars.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
pub struct Grade {
    /// `confirmed`, `fair`, `weak`, `contested` or `discounted`.
    pub level: String,
    /// One sentence.
    pub reason: String,
}
