//! The plain data of Ascribe: what a report, an analysis, a claim and an event are made of.
//!
//! No I/O and no logic beyond what a value needs to be well formed. Every crate of the house may use
//! this one; it uses none of them. Field meanings follow the codebook (`docs/codebook.md`).
//!
//! **Offsets.** A [`Span`] counts *bytes* of [`Report::text`] while a report is being analysed. What
//! leaves the pipeline (claims stored, exported or served) counts *characters* (Unicode scalar
//! values), so that `text[start:end]` in Python or `Array.from(text)` in JavaScript give the words.
//! [`Claim::to_characters`] is the one place where that happens.

mod analysis;
mod claim;
mod claim_values;
mod count;
mod event;
mod grounding;
mod interval;
mod outline;
mod report;
mod shape;
mod side;
mod span;

pub use analysis::{
    Analysis, Chain, Label, Mention, MentionRef, Proposal, ProposedRole, Sentence, Token, TokenRange, Upos,
};
pub use claim::{Claim, Evidence, Stance, Status};
pub use claim_values::{Actor, Effect, Harm, Place, PlaceKind, Role, Source, Time};
pub use count::Count;
pub use event::{Carrier, Event, Figure, Grade, Origin, ValueBySource};
pub use grounding::{ActorMention, CountMention, Grounding, PlaceMention, TimeMention};
pub use interval::{Interval, TimePrecision};
pub use outline::Outline;
pub use report::{Metadata, Note, Passage, PassageKind, Report, SetAside, SourceRun};
pub use shape::{PlacePrecision, Ring, Shape, kilometres};
pub use side::Side;
pub use span::{CharacterIndex, Span};

/// The version of the data shapes in this crate; part of every casebook and export.
pub const SCHEMA_VERSION: u32 = 1;
