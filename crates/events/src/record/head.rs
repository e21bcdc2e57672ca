//! What records need to know of a report.

use ascribe_model::Report;
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
    /// The day its "today" means.
    pub anchor: Option<Date>,
}

impl Head {
    /// The head of a report in memory.
    pub fn of(report: &Report) -> Head {
        Head {
            id: report.id.clone(),
            outlet: report.outlet().map(str::to_owned),
            publisher: report.metadata.publisher.clone(),
            anchor: report.metadata.anchor(),
        }
    }

    /// The site, where it carries another outlet's words; else the outlet.
    pub fn carrier(&self) -> &str {
        self.publisher.as_deref().or(self.outlet.as_deref()).unwrap_or(&self.id)
    }
}
