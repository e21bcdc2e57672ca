//! Copies: reports that share wording, whole or in part, found without comparing all pairs.
//!
//! Every run of [`SHINGLE`] words of a body is hashed; a sample of the hashes, chosen by their value so that
//! the same words are always chosen alike, is looked up in an inverted index. Reports that share enough of
//! the shorter one's sample share text. Edits and cuts leave most runs of the untouched sentences intact,
//! so a report of which a third is left is still found.

use ascribe_model::{Passage, Report, Span};
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// Words in a run.
const SHINGLE: usize = 6;
/// One in so many hashes is kept.
const SAMPLE: u64 = 2;
/// Shared share of the shorter report's sample from which it counts as (partly) the same text.
const ENOUGH: f64 = 0.20;
/// At least so many shared runs: one common phrase is no copy.
const RUNS: usize = 5;
/// A run that stands in more reports than this is boilerplate.
const COMMON: usize = 200;

/// Which reports share text with which.
#[derive(Debug, Clone, Default)]
pub struct Copies {
    origin: Vec<usize>,
    shared: Vec<Shared>,
}

/// Text that one report shares with an earlier one.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// Index of the report.
    pub report: usize,
    /// Index of the earlier one.
    pub with: usize,
    /// Share of the shorter report's sampled runs, 0..1.
    pub share: f64,
    /// Body passages of `report` (byte spans) that hold shared runs.
    pub passages: Vec<Span>,
}

struct Run {
    hash: u64,
    passage: usize,
}

impl Copies {
    /// Finds the copies among reports given in a canonical order (earlier first).
    pub fn find<'a>(reports: impl Iterator<Item = &'a Report>) -> Copies {
        let reports: Vec<&Report> = reports.collect();
        let runs: Vec<Vec<Run>> = reports.iter().map(|r| sampled(r)).collect();
        let mut index: BTreeMap<u64, Vec<usize>> = BTreeMap::new();
        for (at, runs) in runs.iter().enumerate() {
            let mut hashes: Vec<u64> = runs.iter().map(|r| r.hash).collect();
            hashes.sort_unstable();
            hashes.dedup();
            hashes.into_iter().for_each(|h| index.entry(h).or_default().push(at));
        }
        let mut counts: BTreeMap<(usize, usize), usize> = BTreeMap::new();
        for holders in index.values().filter(|h| h.len() > 1 && h.len() <= COMMON) {
            for (n, &later) in holders.iter().enumerate() {
                holders[..n].iter().for_each(|&earlier| *counts.entry((later, earlier)).or_default() += 1);
            }
        }
        let mut copies = Copies { origin: (0..reports.len()).collect(), shared: vec![] };
        for ((later, earlier), count) in counts {
            let shorter = runs[later].len().min(runs[earlier].len()).max(1);
            let share = count as f64 / shorter as f64;
            if count >= RUNS && share >= ENOUGH {
                let passages = passages(reports[later], &runs[later], &runs[earlier]);
                copies.shared.push(Shared { report: later, with: earlier, share: share.min(1.0), passages });
                copies.join(later, earlier);
            }
        }
        copies
    }

    /// Every pair that shares text.
    pub fn shared(&self) -> &[Shared] {
        &self.shared
    }

    /// The earliest report of the group that this one shares text with; itself where it shares none.
    pub fn origin(&self, report: usize) -> usize {
        let mut at = report;
        while self.origin[at] != at {
            at = self.origin[at];
        }
        at
    }

    fn join(&mut self, a: usize, b: usize) {
        let (a, b) = (self.origin(a), self.origin(b));
        self.origin[a.max(b)] = a.min(b);
    }
}

fn sampled(report: &Report) -> Vec<Run> {
    let mut runs = vec![];
    for (n, passage) in report.body().enumerate() {
        let words = words(report, passage);
        for window in words.windows(SHINGLE) {
            let hash = hash(window);
            if hash % SAMPLE == 0 {
                runs.push(Run { hash, passage: n });
            }
        }
    }
    runs
}

/// Lower-cased words without punctuation: typography differs between copies.
fn words(report: &Report, passage: &Passage) -> Vec<String> {
    report
        .words(passage.span)
        .split_whitespace()
        .map(|w| w.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect::<String>())
        .filter(|w| !w.is_empty())
        .collect()
}

fn hash(words: &[String]) -> u64 {
    let mut hasher = rustc_hash::FxHasher::default();
    words.hash(&mut hasher);
    // Finish with a mix: the sample looks at the low bits.
    hasher.finish().wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 8
}

fn passages(report: &Report, runs: &[Run], earlier: &[Run]) -> Vec<Span> {
    let theirs: std::collections::BTreeSet<u64> = earlier.iter().map(|r| r.hash).collect();
    let mut held: Vec<usize> = runs.iter().filter(|r| theirs.contains(&r.hash)).map(|r| r.passage).collect();
    held.dedup();
    report.body().enumerate().filter(|(n, _)| held.contains(n)).map(|(_, p)| p.span).collect()
}
