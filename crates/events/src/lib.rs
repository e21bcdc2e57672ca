//! Claims to events: which claims of many reports tell of one occurrence, and the record of each event
//! with every contradiction kept.
//!
//! A report's own joining (`Claim::event`) is the smallest [`Unit`]. Units of different reports are joined
//! from type, place, time, parties, effects, means and shared wording. The outcome is a function of the
//! claims and of people's decisions: [`link`] states it plainly for reports in memory, [`add_units`] and
//! [`take_units`] keep it up to date in a [`Store`] at the price of what a report touches.

mod agreement;
mod anew;
mod compare;
mod copies;
mod days;
mod decisions;
mod disputes;
mod file;
mod joints;
mod link;
mod linker;
mod memory;
mod record;
mod settle;
mod spot;
mod store;
mod unit;
mod withhold;

pub use agreement::{ENOUGH, Reason};
pub use compare::{Compared, compared};
pub use copies::{DAYS_APART, MEETING, Shared, Sketches, Wording, in_time, quoted_words};
pub use days::number as day_number;
pub use decisions::Decisions;
pub use disputes::{Camp, Dispute};
pub use file::{Attribute, AttributeValue, Detail, Responsibility, Voice, detail};
pub use joints::{Joint, joints};
pub use link::link;
pub use linker::{Regrouped, StoreMut, add_units, take_units};
pub use memory::Memory;
pub use record::{Head, SharedText, Told, known_side, record};
pub use settle::settle;
pub use store::{Cover, Edge, SORT_FLAGS, Store, sort};
pub use unit::{Party, Unit, units};
pub use withhold::{Withheld, is_personal};

#[cfg(test)]
mod properties;
#[cfg(test)]
mod tests;
