//! A page on its way from blocks to passages.

use super::blocks::Block;
use super::facts::Facts;
use crate::draft::{Known, passage};
use crate::phrases::{Phrases, Use};
use ascribe_model::{Passage, PassageKind, Span};

/// The blocks of a text with what is known of each.
pub(crate) struct Page<'a> {
    pub text: &'a str,
    pub known: &'a Known,
    pub blocks: Vec<Block>,
    /// `None` where nothing claimed the block yet.
    pub kinds: Vec<Option<PassageKind>>,
    purposes: Vec<Option<Use>>,
    /// Whole comments; their blocks have the kind `Comment`.
    pub comments: Vec<Passage>,
    pub facts: Facts,
}

impl<'a> Page<'a> {
    /// A page whose blocks are not told yet.
    pub fn new(text: &'a str, blocks: Vec<Block>, facts: Facts, known: &'a Known) -> Page<'a> {
        let purposes = blocks.iter().map(|b| Phrases::known().classify(b.span.of(text))).collect();
        let kinds = vec![None; blocks.len()];
        Page { text, known, blocks, kinds, purposes, comments: Vec::new(), facts }
    }

    /// The words of a block; empty for one that is not there.
    pub fn words(&self, at: usize) -> &'a str {
        self.blocks.get(at).map_or("", |b| b.span.of(self.text))
    }

    /// What the phrase table says of a block.
    pub fn purpose(&self, at: usize) -> Option<Use> {
        self.purposes.get(at).copied().flatten()
    }

    /// Gives blocks `start..end` a kind.
    pub fn set(&mut self, start: usize, end: usize, kind: PassageKind) {
        for slot in self.kinds.iter_mut().take(end).skip(start) {
            *slot = Some(kind);
        }
    }

    /// True where nothing claimed the block.
    pub fn is_free(&self, at: usize) -> bool {
        self.kinds.get(at).is_some_and(Option::is_none)
    }

    /// The passages of all blocks: comments as wholes, body blocks as `split` cuts them.
    pub fn passages(&self, mut split: impl FnMut(usize, Span) -> Vec<Passage>) -> Vec<Passage> {
        let mut out: Vec<Passage> = self.comments.clone();
        for (at, block) in self.blocks.iter().enumerate() {
            match self.kinds.get(at).copied().flatten() {
                Some(PassageKind::Comment) => {}
                Some(PassageKind::Body) => out.extend(split(at, block.span)),
                Some(kind) => out.push(passage(kind, block.span)),
                None => out.push(passage(PassageKind::Furniture, block.span)),
            }
        }
        out.sort_by_key(|p| (p.span.start, p.span.end));
        out
    }
}
