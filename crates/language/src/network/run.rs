//! Owns running the network: a batch of sentences in, the scores of each out.

use super::{Encoded, Labels, labels::NAME_HEADS, pools::Pools};
use crate::LanguageError;
use rten::{Model, NodeId, RunOptions, ThreadPool, ValueOrView};
use rten_tensor::{NdTensor, prelude::*};
use std::sync::Arc;

/// What the network says of one sentence of `words` words. Matrices are row-major; the root stands
/// at 0 where a dimension is `words + 1`.
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Number of words.
    pub words: usize,
    /// Best part of speech of each word, as a label number.
    pub upos: Vec<usize>,
    /// `(words + 1)²`: score of each head (column) for each word (row).
    pub arc: Vec<f32>,
    /// `(words + 1)²`: best relation between each word and each head.
    pub rel: Vec<usize>,
    /// Best morphology of each word, empty without that head.
    pub feats: Vec<usize>,
    /// Best semantic class of each word, empty without that head.
    pub sem: Vec<usize>,
    /// Name heads: log probabilities, `words × labels`, empty for those that the model lacks.
    pub names: [Vec<f32>; 3],
    /// Words that may tell a deed, in order; empty without that head.
    pub deeds: Vec<DeedScores>,
}

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

/// The loaded network.
pub struct Network {
    model: Model,
    inputs: [NodeId; 4],
    outputs: Outputs,
    pools: Pools,
}

struct Outputs {
    nodes: Vec<NodeId>,
    upos: usize,
    arc: usize,
    rel: usize,
    feats: Option<usize>,
    sem: Option<usize>,
    names: [Option<usize>; 3],
    trigger: Option<usize>,
    role: Option<usize>,
}

impl Network {
    /// Finds the inputs and outputs of the contract in a loaded model.
    pub fn new(model: Model, labels: &Labels) -> Result<Self, LanguageError> {
        let node = |name: &str| {
            model.find_node(name).ok_or_else(|| LanguageError::Network { reason: format!("no `{name}`") })
        };
        let inputs = [node("ids")?, node("shape")?, node("mask")?, node("widx")?];
        let mut nodes = vec![node("upos")?, node("arc")?, node("rel")?];
        let mut optional = |name: &str, wanted: bool| {
            let node = model.find_node(name).filter(|n| wanted && model.output_ids().contains(n))?;
            nodes.push(node);
            Some(nodes.len() - 1)
        };
        let feats = optional("feats", !labels.feats.is_empty());
        let sem = optional("sem", !labels.sem.is_empty());
        let names = [0, 1, 2].map(|n| optional(NAME_HEADS[n], !labels.names[n].is_empty()));
        let proposes = !labels.trigger.is_empty() && !labels.roles.is_empty();
        let (trigger, role) = (optional("trigger", proposes), optional("role", proposes));
        let outputs = Outputs { nodes, upos: 0, arc: 1, rel: 2, feats, sem, names, trigger, role };
        Ok(Self { model, inputs, outputs, pools: Pools::default() })
    }

    /// Runs the sentences as one batch, on one thread. Sentences without scores (a failed run) come
    /// back as `None`; the decoder then makes a flat tree.
    pub fn run(&self, batch: &[&Encoded]) -> Vec<Option<Scores>> {
        self.pools
            .lend(|pool| self.try_run(batch, pool))
            .unwrap_or_else(|| batch.iter().map(|_| None).collect())
    }

    fn try_run(&self, batch: &[&Encoded], pool: &Arc<ThreadPool>) -> Option<Vec<Option<Scores>>> {
        let pieces = batch.iter().map(|s| s.ids.len()).max()?;
        let words = batch.iter().map(|s| s.widx.len()).max()?;
        let padded = |width: usize, row: &dyn Fn(&Encoded) -> Vec<i32>| {
            let mut data = Vec::with_capacity(batch.len() * width);
            for sentence in batch {
                let from = data.len();
                data.extend(row(sentence));
                data.resize(from + width, 0);
            }
            ValueOrView::from(NdTensor::from_data([batch.len(), width], data))
        };
        let inputs = vec![
            (self.inputs[0], padded(pieces, &|s| s.ids.clone())),
            (self.inputs[1], padded(pieces, &|s| s.shape.clone())),
            (self.inputs[2], padded(pieces, &|s| vec![1; s.ids.len()])),
            (self.inputs[3], padded(words, &|s| s.widx.clone())),
        ];
        let options = RunOptions::default().with_thread_pool(Some(pool.clone()));
        let found = self.model.run(inputs, &self.outputs.nodes, Some(options)).ok()?;
        let floats = |n: usize| {
            let view = found.get(n)?.as_tensor_view::<f32>()?;
            let shape: [usize; 3] = view.shape().as_ref().try_into().ok()?;
            Some((view.to_vec(), shape))
        };
        let upos = floats(self.outputs.upos)?;
        let arc = floats(self.outputs.arc)?;
        let rel = found.get(self.outputs.rel)?.as_tensor_view::<i32>()?.to_vec();
        let feats = self.outputs.feats.and_then(floats);
        let sem = self.outputs.sem.and_then(floats);
        let names = self.outputs.names.map(|n| n.and_then(floats));
        let trigger = self.outputs.trigger.and_then(floats);
        let role = self.outputs.role.and_then(|n| {
            let view = found.get(n)?.as_tensor_view::<f32>()?;
            let shape: [usize; 4] = view.shape().as_ref().try_into().ok()?;
            Some((view.to_vec(), shape))
        });
        let each = batch.iter().enumerate().map(|(n, sentence)| {
            let words = sentence.widx.len() - 1;
            let square = |data: &[f32]| -> Vec<f32> {
                let width = arc.1[2];
                (0..=words)
                    .flat_map(|d| row(data, n, d, arc.1[1], width).iter().take(words + 1).copied())
                    .collect()
            };
            Some(Scores {
                words,
                upos: best(&upos, n, words),
                arc: square(&arc.0),
                rel: (0..=words)
                    .flat_map(|d| row(&rel, n, d, arc.1[1], arc.1[2]).iter().take(words + 1))
                    .map(|&label| usize::try_from(label).unwrap_or(0))
                    .collect(),
                feats: feats.as_ref().map_or_else(Vec::new, |f| best(f, n, words)),
                sem: sem.as_ref().map_or_else(Vec::new, |f| best(f, n, words)),
                names: [0, 1, 2]
                    .map(|head| names[head].as_ref().map_or_else(Vec::new, |f| log_softmax(f, n, words))),
                deeds: trigger
                    .as_ref()
                    .zip(role.as_ref())
                    .map_or_else(Vec::new, |(t, r)| deeds(t, r, n, words)),
            })
        });
        Some(each.collect())
    }
}

/// Words that may tell a deed.
fn deeds(
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

fn row<T>(data: &[T], sentence: usize, word: usize, words: usize, width: usize) -> &[T] {
    let start = (sentence * words + word) * width;
    data.get(start..start + width).unwrap_or(&[])
}

/// The number of the highest score of each word (the root left out).
fn best((data, [_, slots, labels]): &(Vec<f32>, [usize; 3]), sentence: usize, words: usize) -> Vec<usize> {
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

fn log_softmax(
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
