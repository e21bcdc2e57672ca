//! Owns cutting one sentence's scores out of those of a batch.

/// The scores of one word of one sentence of the batch.
pub(super) fn row<T>(data: &[T], sentence: usize, word: usize, words: usize, width: usize) -> &[T] {
    let start = (sentence * words + word) * width;
    data.get(start..start + width).unwrap_or(&[])
}

/// The number of the highest score of each word (the root left out).
pub(super) fn best(
    (data, [_, slots, labels]): &(Vec<f32>, [usize; 3]),
    sentence: usize,
    words: usize,
) -> Vec<usize> {
    (1..=words).map(|word| argmax(row(data, sentence, word, *slots, *labels))).collect()
}

/// The first of the highest values.
pub fn argmax(row: &[f32]) -> usize {
    let mut best = 0;
    for (n, value) in row.iter().enumerate() {
        if *value > row[best] {
            best = n;
        }
    }
    best
}

/// Log probabilities of the labels of each word (the root left out).
pub(super) fn log_softmax(
    (data, [_, slots, labels]): &(Vec<f32>, [usize; 3]),
    sentence: usize,
    words: usize,
) -> Vec<f32> {
    let mut out = Vec::with_capacity(words * labels);
    for word in 1..=words {
        let row = row(data, sentence, word, *slots, *labels);
        let total = log_sum(row);
        out.extend(row.iter().map(|v| v - total));
    }
    out
}

/// log Σ exp, safe for large values.
pub fn log_sum(row: &[f32]) -> f32 {
    let top = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    if top.is_finite() { top + row.iter().map(|v| (v - top).exp()).sum::<f32>().ln() } else { 0.0 }
}
