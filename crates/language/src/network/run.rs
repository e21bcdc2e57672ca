//! Owns running the network: a batch of sentences in, the scores of each out.

use super::deeds::{DeedScores, deeds};
use super::slices::{best, log_softmax, row};
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
