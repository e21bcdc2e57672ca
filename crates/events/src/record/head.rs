//! What records need to know of a report.

use super::known_side;
use ascribe_model::{Report, Side};
use jiff::civil::Date;

/// The head of a report.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Its name in the casebook.
    pub id: String,
    /// The outlet whose words these are.
    pub outlet: Option<String>,
    /// The site it was read on.
    pub publisher: Option<String>,
    /// Side of the outlet.
    pub side: Side,
    /// The day its "today" means.
    pub anchor: Option<Date>,
}

impl Head {
    /// The head of a report in memory.
    pub fn of(report: &Report) -> Head {
        Head::new(&report.id, report.outlet(), report.metadata.publisher.as_deref(), report.metadata.anchor())
    }

    /// The head of a report of which these are known.
    pub fn new(id: &str, outlet: Option<&str>, publisher: Option<&str>, anchor: Option<Date>) -> Head {
        Head {
            id: id.to_owned(),
            outlet: outlet.map(str::to_owned),
            publisher: publisher.map(str::to_owned),
            side: outlet.map_or(Side::Unknown, known_side),
            anchor,
        }
    }

    /// The site, where it carries another outlet's words; else the outlet.
    pub fn carrier(&self) -> &str {
        self.publisher.as_deref().or(self.outlet.as_deref()).unwrap_or(&self.id)
    }
}
