//! Copies: wording that two reports share, whole or in part.
//!
//! Two steps, so that no report is compared with all others. A *sketch* of a report holds, of any four runs
//! of five words in a row, the one with the least hash (winnowing: Schleimer, Wilkerson and Aiken 2003). So
//! the same eight words always leave the same mark, wherever they stand; two reports that have [`MEETING`]
//! marks in common are compared word for word. Nothing that counts is missed, and what counts is a function
//! of the two texts and dates alone, so that the order in which they come does not show.

use ascribe_model::{CharacterIndex, Report, Span};
use rustc_hash::{FxHashMap, FxHashSet};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use std::hash::{Hash, Hasher};

/// Words in a run.
const RUN: usize = 5;
/// So many marks in common are worth a closer look. Twenty common words in stretches of eight or more leave
/// at least two.
pub const MEETING: usize = 2;
/// A stretch of fewer common words is a set phrase ("the Observatory for Human Rights said").
const STRETCH: usize = 8;
/// Runs in such a stretch: one of them is in the sketch.
const WINDOW: usize = STRETCH - RUN + 1;
/// At least so many common words in all, or it is chance.
const ENOUGH: usize = 20;
/// Reports published further apart share background paragraphs, not news.
pub const DAYS_APART: i32 = 31;

/// What one report shares with an earlier one.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize, JsonSchema)]
pub struct Shared {
    /// Share of the shorter one's words, 0..1.
    pub share: f64,
    /// Stretches of the one, in characters of its text.
    pub here: Vec<Span>,
    /// Stretches of the other that hold the same words.
    pub there: Vec<Span>,
}

impl Shared {
    /// The same, seen from the other report.
    pub fn turned(self) -> Shared {
        Shared { share: self.share, here: self.there, there: self.here }
    }
}

/// The words of a report's body with where they stand.
pub struct Wording {
    words: Vec<(u32, Span)>,
    sample: Vec<i64>,
}

impl Wording {
    /// Lower-cased words of all body passages without punctuation: typography and breaks differ between
    /// copies.
    pub fn of(report: &Report) -> Wording {
        let mut words = vec![];
        for passage in report.body() {
            let text = report.words(passage.span);
            let mut start = None;
            for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
                match (c.is_alphanumeric(), start) {
                    (true, None) => start = Some(at),
                    (false, Some(from)) => {
                        let word = &text[from..at];
                        words.push((
                            word_hash(word),
                            Span::new(passage.span.start + from, passage.span.start + at),
                        ));
                        start = None;
                    }
                    _ => {}
                }
            }
        }
        let hashes: Vec<i64> = runs(&words).map(|hash| (hash >> 1) as i64).collect();
        let mut sample: Vec<i64> = hashes.windows(WINDOW).filter_map(|w| w.iter().min().copied()).collect();
        sample.sort_unstable();
        sample.dedup();
        let index = CharacterIndex::new(&report.text);
        words.iter_mut().for_each(|(_, span)| *span = index.span(*span));
        Wording { words, sample }
    }

    /// The sketch, sorted.
    pub fn sketch(&self) -> &[i64] {
        &self.sample
    }

    /// Number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// True where there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// True where the two sketches meet; what a look-up by sketch finds.
    pub fn meets(&self, other: &Wording) -> bool {
        let theirs: FxHashSet<i64> = other.sample.iter().copied().collect();
        self.sample.iter().filter(|hash| theirs.contains(hash)).take(MEETING).count() == MEETING
    }

    /// What the two share, compared word for word.
    pub fn shared(&self, other: &Wording) -> Option<Shared> {
        let (here, mine) = self.stretches(other);
        let (there, theirs) = other.stretches(self);
        let common = mine.min(theirs);
        let shorter = self.len().min(other.len()).max(1);
        (common >= ENOUGH).then(|| Shared { share: (common as f64 / shorter as f64).min(1.0), here, there })
    }

    /// Stretches whose words stand in the other too, and how many words they hold.
    fn stretches(&self, other: &Wording) -> (Vec<Span>, usize) {
        let theirs: FxHashSet<u64> = runs(&other.words).collect();
        let mut common = vec![false; self.words.len()];
        for (at, hash) in runs(&self.words).enumerate() {
            if theirs.contains(&hash) {
                common[at..at + RUN].fill(true);
            }
        }
        let (mut spans, mut held, mut from) = (vec![], 0, None);
        for at in 0..=common.len() {
            match (common.get(at).copied().unwrap_or(false), from) {
                (true, None) => from = Some(at),
                (false, Some(first)) => {
                    if at - first >= STRETCH {
                        held += at - first;
                        spans.push(Span::new(self.words[first].1.start, self.words[at - 1].1.end));
                    }
                    from = None;
                }
                _ => {}
            }
        }
        (spans, held)
    }
}

/// True where two reports of these days can be copies of each other.
pub fn in_time(a: Option<i32>, b: Option<i32>) -> bool {
    a.zip(b).is_none_or(|(a, b)| (a - b).abs() <= DAYS_APART)
}

/// Words of a quote as hashes, for telling the same sentence in two reports.
pub fn quoted_words(quote: &str) -> Vec<u32> {
    let mut words: Vec<u32> =
        quote.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(word_hash).collect();
    words.sort_unstable();
    words.dedup();
    words
}

/// True where most words of the shorter quote stand in the other: one sentence, printed twice.
pub fn same_quote(a: &[u32], b: &[u32]) -> bool {
    let shared = a.iter().filter(|word| b.binary_search(word).is_ok()).count();
    let (shorter, longer) = (a.len().min(b.len()), a.len().max(b.len()));
    shorter >= 5 && shared * 10 >= shorter * 8 && shared * 10 >= longer * 5
}

/// A group of reports in which every pair that shares text is found by sketches.
#[derive(Default)]
pub struct Sketches {
    holders: FxHashMap<i64, Vec<usize>>,
}

impl Sketches {
    /// Looks the report up among those before it, then adds it under `number`.
    pub fn meet(&mut self, wording: &Wording, number: usize) -> Vec<usize> {
        let mut counts: FxHashMap<usize, usize> = FxHashMap::default();
        for hash in wording.sketch() {
            let holders = self.holders.entry(*hash).or_default();
            holders.iter().for_each(|&holder| *counts.entry(holder).or_default() += 1);
            holders.push(number);
        }
        let mut met: Vec<usize> =
            counts.into_iter().filter(|(_, n)| *n >= MEETING).map(|(at, _)| at).collect();
        met.sort_unstable();
        met
    }
}

fn word_hash(word: &str) -> u32 {
    let mut hasher = rustc_hash::FxHasher::default();
    word.chars().flat_map(char::to_lowercase).for_each(|c| c.hash(&mut hasher));
    (mixed(hasher.finish()) >> 32) as u32
}

fn runs(words: &[(u32, Span)]) -> impl Iterator<Item = u64> {
    words.windows(RUN).map(|run| {
        mixed(run.iter().fold(0_u64, |h, (word, _)| mixed(h ^ u64::from(*word)).wrapping_add(0x9e37_79b9)))
    })
}

/// All bits depend on all words, or the least hash would choose the same words everywhere.
fn mixed(hash: u64) -> u64 {
    let hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    let hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^ (hash >> 31)
}
