//! The side of an actor or a source: codebook section 4.

use serde::{Deserialize, Serialize};

/// Which side of a conflict somebody belongs to.
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
pub enum Side {
    /// A country's own army, police, services; media and sources on its side.
    State,
    /// A government's militias and allied irregulars.
    StateAlly,
    /// Another state's forces on the ground or in the air.
    ForeignState,
    /// Armed opposition.
    Rebel,
    /// Jihadist groups.
    Jihadist,
    /// Communal, partisan or unclear armed groups.
    Militia,
    /// People who do not fight.
    Civilian,
    /// Media of no shown side.
    Media,
    /// Non-governmental organisations.
    Ngo,
    /// Intergovernmental organisations (UN, OPCW).
    Igo,
    /// Local or activist sources.
    Local,
    /// Not shown by the report and not known.
    #[default]
    #[serde(other)]
    Unknown,
}

impl Side {
    /// All sides in the order of the codebook.
    pub const ALL: [Side; 12] = [
        Side::State,
        Side::StateAlly,
        Side::ForeignState,
        Side::Rebel,
        Side::Jihadist,
        Side::Militia,
        Side::Civilian,
        Side::Media,
        Side::Ngo,
        Side::Igo,
        Side::Local,
        Side::Unknown,
    ];

    /// The name used in data files and JSON.
    pub fn name(self) -> &'static str {
        match self {
            Side::State => "state",
            Side::StateAlly => "state_ally",
            Side::ForeignState => "foreign_state",
            Side::Rebel => "rebel",
            Side::Jihadist => "jihadist",
            Side::Militia => "militia",
            Side::Civilian => "civilian",
            Side::Media => "media",
            Side::Ngo => "ngo",
            Side::Igo => "igo",
            Side::Local => "local",
            Side::Unknown => "unknown",
        }
    }

    /// The side of that name, if it is one.
    pub fn parse(name: &str) -> Option<Side> {
        Side::ALL.into_iter().find(|side| side.name() == name)
    }

    /// True for sides that bear arms.
    pub fn is_armed(self) -> bool {
        matches!(
            self,
            Side::State | Side::StateAlly | Side::ForeignState | Side::Rebel | Side::Jihadist | Side::Militia
        )
    }
}
