//! Owns the scores of words that may tell a deed, cut out of those of a batch.

use super::slices::log_softmax;

/// What the network says of a word that may tell a deed.
#[derive(Debug, Clone, Default)]
pub struct DeedScores {
    /// Index of the word.
    pub word: usize,
    /// Log probability of each type, that it tells none first.
    pub kinds: Vec<f32>,
    /// `roles × words`: score of each word as a filler of each role (log odds).
    pub roles: Vec<f32>,
}

/// Words that may tell a deed.
pub(super) fn deeds(
    trigger: &(Vec<f32>, [usize; 3]),
    (role, [_, slots, roles, width]): &(Vec<f32>, [usize; 4]),
    sentence: usize,
    words: usize,
) -> Vec<DeedScores> {
    let labels = trigger.1[2];
    let kinds = log_softmax(trigger, sentence, words);
    let likely =
        kinds.chunks(labels.max(1)).enumerate().filter(|(_, k)| k.first().is_some_and(|&none| none < NONE));
    let each = likely.map(|(word, kinds)| {
        let of_role = |r: usize| {
            let from = ((sentence * slots + word + 1) * roles + r) * width + 1;
            role.get(from..from + words).unwrap_or(&[]).iter().copied()
        };
        DeedScores { word, kinds: kinds.to_vec(), roles: (0..*roles).flat_map(of_role).collect() }
    });
    each.collect()
}

/// ln 0.95: a word that more surely tells no deed is left out.
const NONE: f32 = -0.0513;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likely_deeds_are_cut_out_of_the_batch_with_their_roles() {
        // Two sentences of at most two words and the root, two types, two roles; the second word of the second tells.
        let sure = [9.0, 0.0];
        let trigger: Vec<f32> = [sure, sure, sure, sure, sure, [0.0, 2.0]].concat();
        let role: Vec<f32> = (0_u8..36).map(f32::from).collect();
        let found =
            |sentence| deeds(&(trigger.clone(), [2, 3, 2]), &(role.clone(), [2, 3, 2, 3]), sentence, 2);
        assert!(found(0).is_empty());
        let second = found(1);
        assert_eq!(second.len(), 1);
        assert_eq!(second[0].word, 1);
        assert!((second[0].kinds.iter().map(|v| v.exp()).sum::<f32>() - 1.0).abs() < 1e-6);
        // Sentence 1, word 2 (the root first), roles 0 and 1, words 1 and 2.
        assert_eq!(second[0].roles, [31.0, 32.0, 34.0, 35.0]);
    }
}
