//! One report in, its claims out, in the shape that leaves the program.

use crate::Resources;
use ascribe_model::{CharacterIndex, Claim, Report};
use serde::{Deserialize, Serialize};

/// A report with its claims; spans count characters of the report's text.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Extraction {
    /// The report as read.
    pub report: Report,
    /// Its claims in text order.
    pub claims: Vec<Claim>,
}

impl Resources {
    /// Extracts the claims of one report. A report that is not in English has none (`report.language`
    /// says so).
    pub fn extract(&self, report: Report) -> Extraction {
        let mut claims = self.steps(&report).claims;
        let index = CharacterIndex::new(&report.text);
        for claim in &mut claims {
            claim.to_characters(&index);
        }
        Extraction { report, claims }
    }
}
