//! Owns BIO tags: from log probabilities to the best legal sequence and its spans.

/// A span of words with its label and how sure the head is of it (geometric mean, 0..1).
#[derive(Debug, Clone, PartialEq)]
pub struct Tagged {
    /// First word.
    pub start: usize,
    /// First word after.
    pub end: usize,
    /// Label without `B-`/`I-`.
    pub label: String,
    /// Probability.
    pub score: f32,
}

const NEVER: f32 = -1e9;

/// The spans of the best sequence in which `I-x` follows only `B-x` or `I-x` (Viterbi).
pub fn spans(scores: &[f32], labels: &[String]) -> Vec<Tagged> {
    let count = labels.len();
    if count == 0 || scores.len() < count {
        return Vec::new();
    }
    let inside: Vec<Option<&str>> = labels.iter().map(|l| l.strip_prefix("I-")).collect();
    let legal = |before: usize, after: usize| match inside[after] {
        None => true,
        Some(kind) => labels[before].get(2..) == Some(kind),
    };
    let mut best: Vec<f32> =
        (0..count).map(|l| if inside[l].is_some() { NEVER } else { scores[l] }).collect();
    let mut back: Vec<Vec<usize>> = Vec::new();
    for row in scores.chunks_exact(count).skip(1) {
        let from: Vec<usize> = (0..count)
            .map(|after| {
                let allowed = (0..count).filter(|&before| legal(before, after));
                allowed
                    .fold(usize::MAX, |top, b| if top == usize::MAX || best[b] > best[top] { b } else { top })
            })
            .map(|b| if b == usize::MAX { 0 } else { b })
            .collect();
        best = (0..count).map(|l| best[from[l]] + row[l]).collect();
        back.push(from);
    }
    let mut tag = super::super::network::argmax(&best);
    let mut tags = vec![tag];
    for from in back.iter().rev() {
        tag = from[tag];
        tags.push(tag);
    }
    tags.reverse();
    collect(&tags, scores, labels)
}

fn collect(tags: &[usize], scores: &[f32], labels: &[String]) -> Vec<Tagged> {
    let mut found: Vec<Tagged> = Vec::new();
    for (n, &tag) in tags.iter().enumerate() {
        let score = scores[n * labels.len() + tag];
        match labels[tag].split_once('-') {
            Some(("B", kind)) => found.push(Tagged { start: n, end: n + 1, label: kind.to_owned(), score }),
            Some(("I", _)) => {
                if let Some(last) = found.last_mut() {
                    last.end = n + 1;
                    last.score += score;
                }
            }
            _ => {}
        }
    }
    for span in &mut found {
        span.score = (span.score / (span.end - span.start) as f32).exp();
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_inside_tag_needs_its_beginning() {
        let labels: Vec<String> = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC"].map(str::to_owned).into();
        // The second word prefers I-LOC, which may not follow B-PER.
        let scores = [-3.0, -0.1, -9.0, -5.0, -9.0, -4.0, -9.0, -1.0, -9.0, -0.5f32];
        let found = spans(&scores, &labels);
        assert_eq!(found.len(), 1);
        assert_eq!((found[0].start, found[0].end, found[0].label.as_str()), (0, 2, "PER"));
        assert!(spans(&[], &labels).is_empty() && spans(&scores, &[]).is_empty());
    }
}
