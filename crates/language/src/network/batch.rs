//! Owns sentences as numbers, and which sentences run together.

use super::{Vocabulary, shape_of};

const CLS: i32 = 101;
const SEP: i32 = 102;
/// Subwords in a batch, padding counted. Small, so that memory stays low.
const BATCH_PIECES: usize = 512;

/// A sentence as the network reads it.
#[derive(Debug, Clone, Default)]
pub struct Encoded {
    /// Subwords between [CLS] and [SEP].
    pub ids: Vec<i32>,
    /// Shape class of the word of each subword.
    pub shape: Vec<i32>,
    /// First subword of each word; slot 0 is [CLS], the root.
    pub widx: Vec<i32>,
}

impl Encoded {
    /// Encodes the words of one sentence.
    pub fn new<'a>(words: impl Iterator<Item = &'a str>, vocabulary: &Vocabulary) -> Self {
        let mut encoded = Self { ids: vec![CLS], shape: vec![0], widx: vec![0] };
        for (n, word) in words.enumerate() {
            let pieces = vocabulary.pieces(word);
            encoded.widx.push(i32::try_from(encoded.ids.len()).unwrap_or(i32::MAX));
            encoded.shape.extend(std::iter::repeat_n(shape_of(word, n == 0), pieces.len()));
            encoded.ids.extend(pieces);
        }
        encoded.ids.push(SEP);
        encoded.shape.push(0);
        encoded
    }
}

/// Indices of sentences that run together: of like length, few enough to fit. The composition
/// depends on these sentences alone, so a report's analysis does not depend on its neighbours (the
/// int8 network scales its activations over the whole batch).
pub fn batches(sentences: &[Encoded]) -> Vec<Vec<usize>> {
    let mut order: Vec<usize> = (0..sentences.len()).collect();
    order.sort_by_key(|&n| (sentences[n].ids.len(), n));
    let mut found: Vec<Vec<usize>> = Vec::new();
    for n in order {
        let len = sentences[n].ids.len();
        match found.last_mut() {
            Some(batch) if (batch.len() + 1) * len <= BATCH_PIECES => batch.push(n),
            _ => found.push(vec![n]),
        }
    }
    found
}
