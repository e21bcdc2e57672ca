//! The outcome of a run, small enough to commit and compare.

use crate::figures::Figures;
use crate::record::ScoredClaim;
use serde::{Deserialize, Serialize};

/// All figures, and those of each report with the claims that found no partner.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Results {
    /// Over all reports.
    pub figures: Figures,
    /// By report name.
    pub reports: Vec<ReportResult>,
}

/// One report's figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct ReportResult {
    /// File stem.
    pub report: String,
    /// Its figures.
    pub figures: Figures,
    /// Claims without a partner.
    pub misses: Vec<Miss>,
}

/// A claim without a partner. What is stored holds no words of the report: a key stands for them, so that
/// results may be committed where the reports may not.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Miss {
    /// True where the program made it, false where the annotators did.
    pub spurious: bool,
    /// Its type.
    #[serde(rename = "type")]
    pub kind: String,
    /// 64-bit FNV-1a hash of quote and trigger, in hex.
    pub key: String,
    /// Its trigger; not stored.
    #[serde(skip)]
    pub trigger: String,
    /// Its quote; not stored.
    #[serde(skip)]
    pub quote: String,
}

impl Miss {
    pub(crate) fn of(claim: &ScoredClaim, spurious: bool) -> Miss {
        let text = |t: &Option<String>| t.clone().unwrap_or_default();
        let (trigger, quote) = (text(&claim.trigger), text(&claim.quote));
        let key = format!("{:016x}", fnv1a(&format!("{quote}\n{trigger}")));
        Miss { spurious, kind: text(&claim.kind), key, trigger, quote }
    }

    fn identity(&self) -> (bool, &str, &str) {
        (self.spurious, &self.kind, &self.key)
    }
}

impl PartialEq for Miss {
    fn eq(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

impl Eq for Miss {}

impl PartialOrd for Miss {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Miss {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.identity().cmp(&other.identity())
    }
}

fn fnv1a(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
