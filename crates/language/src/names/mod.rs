//! Owns mentions: what the name heads of the network found, merged, and what the lists of nouns add.
//!
//! Three heads with three schemes speak of one sentence: `ner_uner` (names of persons, organisations,
//! places; precise), `ner_actor` (who acts, by name or by noun, weapons, times, quantities) and
//! `ner_gum` (names of anything, times). The order of trust is that of [`merge`].

mod bio;
mod mend;
mod merge;
mod nouns;
mod phrase;
mod titled;

use crate::network::{Labels, Scores};
use ascribe_model::{Mention, Sentence};

pub use phrase::noun_phrase;

/// The mentions of a sentence, by first token, outer before inner; nested, never crossing.
pub fn mentions(sentence: &Sentence, scores: Option<&Scores>, labels: &Labels) -> Vec<Mention> {
    let heads: [Vec<bio::Tagged>; 3] =
        [0, 1, 2].map(|n| scores.map_or_else(Vec::new, |s| bio::spans(&s.names[n], &labels.names[n])));
    let mut found = merge::merge(sentence, &heads);
    titled::add(sentence, &mut found);
    titled::relabel(sentence, &mut found);
    let sem = |token: usize| {
        let number = scores.and_then(|s| s.sem.get(token))?;
        labels.sem.get(*number).map(String::as_str)
    };
    nouns::add(sentence, &sem, &mut found);
    found.sort_by_key(|m| (m.tokens.start, usize::MAX - m.tokens.end, m.label));
    found
}
